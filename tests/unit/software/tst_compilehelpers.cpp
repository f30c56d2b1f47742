// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Helping machines, played by distccd on the loopback address.
#include "recipelab.h"
#include "software/compilehelpers.h"
#include "system/distccd.h"
#include "unit/failure.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

CompileHost hostOf(const Distccd &distccd, unsigned atOnce = 3)
{
    return {"127.0.0.1", distccd.port(), atOnce};
}

QStringList logOf(const Progress &progress)
{
    QStringList lines;
    for (const Progress::LogLine &line : progress.logFrom(0))
        lines += line.text;
    return lines;
}

} // namespace

class TestCompileHelpers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostsAreRead()
    {
        QVERIFY(parseCompileHosts("").empty());
        QVERIFY(parseCompileHosts(" \n").empty());
        const std::vector<CompileHost> expected{
            {"build1", 3632, 4}, {"build2.example", 3633, 8}, {"10.0.0.7", 3632, 2}, {"fd00::5", 1, 4}};
        QCOMPARE(parseCompileHosts(" build1 build2.example:3633/8\t10.0.0.7/2\n[fd00::5]:1"), expected);
        QCOMPARE(parseCompileHosts("[::1]/9"), (std::vector<CompileHost>{{"::1", 3632, 9}}));
    }

    void badHostsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"host/", "host/0", "host/x", "host/65", "host:", "host:0", "host:65536",
                                 "host:1:2", ":5", "/4", "[::1", "[::1]5", "@host", "host,lzo", "-l;id$(x)"})
            QTest::newRow(text) << QByteArray(text);
    }
    void badHostsAreRefused()
    {
        QFETCH(const QByteArray, text);
        const std::string hosts = "good " + text.toStdString();
        const QString said = failureOf([&] { parseCompileHosts(hosts); });
        QVERIFY2(said.contains(QString::fromUtf8(text)), qPrintable(said));
    }

    void theEnvironmentNamesHosts()
    {
        qputenv("REFBOX_COMPILE_HOSTS", "one two/2");
        QCOMPARE(defaultCompileHosts().size(), std::size_t{2});
        qputenv("REFBOX_COMPILE_HOSTS", "one two/0");
        QVERIFY(failureOf([] { defaultCompileHosts(); }).contains(u"REFBOX_COMPILE_HOSTS"_s));
        qunsetenv("REFBOX_COMPILE_HOSTS");
        QVERIFY(defaultCompileHosts().empty());
    }

    void theRelayPassesAllBytesBothWays()
    {
        // Gives back what it gets, and ends when it had so much.
        QByteArray sent(5'000'000, '\0');
        for (qsizetype i = 0; i < sent.size(); ++i)
            sent[i] = static_cast<char>((i * 131) ^ (i >> 9));
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            auto left = std::make_shared<qsizetype>(sent.size());
            connect(socket, &QTcpSocket::readyRead, socket, [socket, left] {
                const QByteArray bytes = socket->readAll();
                socket->write(bytes);
                *left -= bytes.size();
                if (*left <= 0)
                    socket->disconnectFromHost();
            });
        });
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"socket"_s);
        const HostRelay relay({{path.toStdString(), "127.0.0.1", server.serverPort()}});
        for (int round = 0; round < 2; ++round) {
            QLocalSocket socket;
            QByteArray got;
            connect(&socket, &QLocalSocket::readyRead, &socket, [&] { got += socket.readAll(); });
            socket.connectToServer(path);
            QVERIFY(socket.waitForConnected());
            socket.write(sent);
            QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 20'000);
            got += socket.readAll();
            QVERIFY(got == sent);
        }
    }

    void theRelayMayEndWhileConnectionsAreOpen()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"socket"_s);
        std::optional<HostRelay> relay(
            std::in_place, std::vector<RelayTarget>{{path.toStdString(), "127.0.0.1", server.serverPort()}});
        QLocalSocket idle;
        QLocalSocket busy;
        idle.connectToServer(path);
        busy.connectToServer(path);
        busy.write(QByteArray(3'000'000, 'x'));
        QTRY_VERIFY(server.hasPendingConnections());
        QTcpSocket *far = server.nextPendingConnection();
        QTRY_VERIFY(server.hasPendingConnections());
        far->write("some");
        QTest::qWait(50);
        relay.reset();
        QTRY_COMPARE(idle.state(), QLocalSocket::UnconnectedState);
        QTRY_COMPARE(busy.state(), QLocalSocket::UnconnectedState);
        QTRY_COMPARE(far->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!QFile::exists(path));
    }

    void connectionsBeyondTheMostAreClosed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"socket"_s);
        const HostRelay relay({{path.toStdString(), "127.0.0.1", server.serverPort()}});
        std::vector<std::unique_ptr<QLocalSocket>> sockets;
        for (int i = 0; i < 70; ++i) {
            sockets.push_back(std::make_unique<QLocalSocket>());
            sockets.back()->connectToServer(path);
            QVERIFY(sockets.back()->waitForConnected());
        }
        const auto open = [&] {
            return std::ranges::count_if(
                sockets, [](const auto &socket) { return socket->state() == QLocalSocket::ConnectedState; });
        };
        QTRY_COMPARE(open(), std::ptrdiff_t{64});
        // When some have ended, others are taken again.
        for (int i = 0; i < 10; ++i)
            sockets[static_cast<std::size_t>(i)]->abort();
        QTest::qWait(100);
        QLocalSocket late;
        late.connectToServer(path);
        QTest::qWait(200);
        QCOMPARE(late.state(), QLocalSocket::ConnectedState);
    }

    void aHostThatIsNotThereEndsTheConnection()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"socket"_s);
        const HostRelay relay({{path.toStdString(), "127.0.0.1", freePort()}});
        QLocalSocket socket;
        socket.connectToServer(path);
        socket.write("anybody?");
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY(socket.readAll().isEmpty());
    }

    void aSocketThatCannotBeMadeIsAnError()
    {
        const QString said = failureOf([] { HostRelay({{"/nowhere/at/all", "127.0.0.1", 1}}); });
        QVERIFY2(said.contains(u"/nowhere/at/all"_s), qPrintable(said));
    }

    void noHostsNeedNothing()
    {
        Progress progress;
        const CompileHelpers none({}, progress);
        QCOMPARE(none.slots(), 0U);
        SandboxRequest request;
        none.addTo(request, 2);
        QVERIFY(request.binds.empty() && request.environment.empty());
    }

    void aHostCompilesTheSameBytes()
    {
        if (!canHelp())
            QSKIP(kWhySkipped);
        Distccd distccd;
        QVERIFY(distccd.waitUntilReady());
        const std::string install = "printf 'int main(void) { return __LINE__; }' > remote.c\n"
                                    "printf 'int a(void) { return __LINE__; }' > local.c\n"
                                    "cc $CFLAGS -c remote.c\n"
                                    "cc $CFLAGS -g -c local.c\n"
                                    "cc -o remote remote.o local.o\n"
                                    "mkdir -p \"$DEST$PREFIX\"\n"
                                    "echo \"jobs: $JOBS\"\n"
                                    // Only the loopback device: nothing else of the network came in.
                                    "test \"$(grep -c : /proc/net/dev)\" = 1\n"
                                    "cp remote.o local.o remote \"$DEST$PREFIX/\"\n";
        const RecipeLab here;
        const RecipeOrderPtr order = RecipeLab::order(here.recipe("tiny", install));
        const BuiltRecipe alone = here.build(*order);

        Progress progress;
        const CompileHelpers helpers({hostOf(distccd)}, progress);
        QCOMPARE(helpers.slots(), 3U);
        QVERIFY(logOf(progress).join(u'\n').contains(u"helps to compile, 3 at a time"_s));
        const RecipeLab there;
        const RecipeOrderPtr same = RecipeLab::order(there.recipe("tiny", install));
        RecipeBuildOptions options;
        options.jobs = 2;
        options.helpers = &helpers;
        const BuiltRecipe helped = there.build(*same, options);
        QVERIFY2(distccd.compiled(u"remote.c"_s) == 1, qPrintable(distccd.log()));
        QCOMPARE(distccd.compiled(u"local.c"_s), qsizetype{0});
        QVERIFY(fileBytes(helped.archive) == fileBytes(alone.archive));
        QVERIFY(fileBytes(helped.log).find("jobs: 5\n") != std::string::npos);
    }

    void aHostThatEndsMeanwhileCostsNothing()
    {
        if (!canHelp())
            QSKIP(kWhySkipped);
        Progress progress;
        std::optional<CompileHelpers> helpers;
        {
            Distccd distccd;
            QVERIFY(distccd.waitUntilReady());
            helpers.emplace(std::vector{hostOf(distccd)}, progress);
        }
        QCOMPARE(helpers->slots(), 3U);
        const RecipeLab lab;
        const RecipeOrderPtr order =
            RecipeLab::order(lab.recipe("tiny", "printf 'int x;' > x.c\n"
                                                "cc -c x.c\nmkdir -p \"$DEST$PREFIX\"\n"
                                                "echo \"jobs: $JOBS\"\n"
                                                "cp x.o \"$DEST$PREFIX/\"\n"));
        RecipeBuildOptions options;
        options.helpers = &*helpers;
        const BuiltRecipe built = lab.build(*order, options);
        QVERIFY(lab.tree(built)->find("/x.o") != kNoId);
        QVERIFY(fileBytes(built.log).find("jobs: 4\n") != std::string::npos);
    }

    void hostsThatCannotHelpAreWarnedOf()
    {
        if (!canHelp())
            QSKIP(kWhySkipped);
        // A compiler that gives other bytes.
        QTemporaryDir folder;
        std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms(0755));
        for (const char *name : {"gcc", "g++", "x86_64-linux-gnu-gcc", "x86_64-linux-gnu-g++",
                                 "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-g++"}) {
            const std::string path = folder.path().toStdString() + '/' + name;
            const std::string real = std::string(name).ends_with("g++") ? "g++" : "gcc";
            std::ofstream(path) << "#!/bin/sh\nexec /usr/bin/" << real << " \"$@\" -O0\n";
            std::filesystem::permissions(path, std::filesystem::perms(0755));
        }
        Distccd other(folder.path() + u":/usr/bin:/bin"_s);
        QVERIFY(other.waitUntilReady());
        Progress progress;
        const CompileHelpers helpers({hostOf(other), {"127.0.0.1", freePort(), 4}}, progress);
        QCOMPARE(helpers.slots(), 0U);
        const QString log = logOf(progress).join(u'\n');
        QVERIFY2(log.contains(u"its compiler is another one"_s), qPrintable(log));
        QVERIFY2(log.contains(u"it does not compile"_s), qPrintable(log));
    }

private:
    static constexpr const char *kWhySkipped =
        "distcc, socat, bubblewrap or the C++ compiler is missing here.";

    static bool canHelp()
    {
        for (const char *program : {"distcc", "distccd", "socat", "g++"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                return false;
        }
        return bubblewrapWorks();
    }
};

QTEST_GUILESS_MAIN(TestCompileHelpers)
#include "tst_compilehelpers.moc"
