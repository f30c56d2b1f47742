// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sources from a local server that cuts, stalls, lies and refuses.
#include "recipelab.h"
#include "software/download.h"
#include "unit/failure.h"
#include "webserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <csignal>

#include <sys/resource.h>

using namespace Refbox;
using namespace RefboxTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr DownloadLimits kQuick{.tries = 3, .pause = 1ms, .stall = 300ms, .largest = 16UL << 20};

// Bytes of which no part is like another.
QByteArray someBytes(qsizetype count, char salt = 0)
{
    QByteArray bytes(count, '\0');
    for (qsizetype i = 0; i < count; ++i)
        bytes[i] = static_cast<char>((i * 2654435761ULL) >> 13) ^ salt;
    return bytes;
}

} // namespace

class TestDownload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab.emplace();
        m_server.emplace();
        m_progress.emplace();
        m_file = m_lab->path("file");
    }

    void fetchesWhole()
    {
        m_server->pages["/a.tar"] = {someBytes(3'000'000)};
        fetch("/a.tar");
        QCOMPARE(fetched(), someBytes(3'000'000));
        const Progress::Snapshot state = m_progress->snapshot();
        QCOMPARE(state.phase, u"Fetching a.tar"_s);
        QCOMPARE(state.total, std::uint64_t{3'000'000});
        QCOMPARE(state.done, std::uint64_t{3'000'000});
    }

    void followsToAnotherPlace()
    {
        m_server->pages["/old"] = {.redirect = QByteArray::fromStdString(m_server->address("/new"))};
        m_server->pages["/new"] = {someBytes(1000)};
        fetch("/old");
        QCOMPARE(fetched(), someBytes(1000));
    }

    void goesOnAfterACut()
    {
        m_server->pages["/a"] = {.bytes = someBytes(500'000), .cutAfter = 200'000};
        fetch("/a");
        QCOMPARE(fetched(), someBytes(500'000));
        // Qt itself may ask once more where a connection ends early.
        QCOMPARE(m_server->requests.first(), u"/a"_s);
        QVERIFY2(m_server->requests.contains(u"/a from 200000"_s), qPrintable(m_server->requests.join(u' ')));
        QVERIFY(!m_progress->logFrom(0).empty());
    }

    void goesOnFromAnEarlierRun()
    {
        m_lab->write("file", someBytes(400'000).left(123'456).toStdString());
        m_server->pages["/a"] = {someBytes(400'000)};
        fetch("/a");
        QCOMPARE(fetched(), someBytes(400'000));
        QCOMPARE(m_server->requests, QStringList({u"/a from 123456"_s}));
        // All of it is there, as after a run that was killed before it took note of that.
        fetch("/a");
        QCOMPARE(fetched(), someBytes(400'000));
    }

    void startsAnewWhereTheServerCannotGoOn()
    {
        m_lab->write("file", someBytes(400'000, 1).left(1000).toStdString());
        m_server->pages["/a"] = {.bytes = someBytes(400'000), .takesRanges = false};
        fetch("/a");
        QCOMPARE(fetched(), someBytes(400'000));
        // More is there than the server has.
        m_lab->write("file", someBytes(900'000).toStdString());
        m_server->pages["/a"].takesRanges = true;
        fetch("/a");
        QCOMPARE(fetched(), someBytes(400'000));
    }

    void triesAgainWhereThatMayHelp()
    {
        m_server->pages["/a"] = {.bytes = someBytes(1000), .failures = 2};
        fetch("/a");
        QCOMPARE(fetched(), someBytes(1000));
        QCOMPARE(m_server->requests.size(), 3);

        m_server->pages["/a"].failures = 3;
        const QString failure = failureOf([&] { fetch("/a"); });
        QVERIFY2(failure.contains(u"503 Busy"_s), qPrintable(failure));
        QCOMPARE(m_server->requests.size(), 6);
    }

    void doesNotTryAgainWhereItCannotHelp()
    {
        const QString failure = failureOf([&] { fetch("/nowhere"); });
        QVERIFY2(failure.contains(u"404 Not Found"_s) && failure.contains(u"/nowhere"_s),
                 qPrintable(failure));
        QCOMPARE(m_server->requests.size(), 1);
        QCOMPARE(fetched(), QByteArray()); // nor the page that says so
        for (const char *bad : {"ftp://127.0.0.1/a", "file:///etc/passwd", "a.tar", "http://", ""})
            QVERIFY2(!failureOf([&] { download(bad, m_file, kQuick, *m_progress); }).isEmpty(), bad);
    }

    void saysSoWhereNobodyListens()
    {
        const std::string gone = m_server->address("/a");
        m_server.reset();
        const QString failure = failureOf([&] { download(gone, m_file, kQuick, *m_progress); });
        QVERIFY2(failure.contains(u"refused"_s), qPrintable(failure));
    }

    void cutsAConnectionOnWhichNothingComes()
    {
        m_server->pages["/a"] = {.bytes = someBytes(1000), .isSilent = true};
        const QString failure = failureOf([&] { fetch("/a"); });
        QVERIFY2(failure.contains(u"Nothing has come"_s), qPrintable(failure));
        QCOMPARE(m_server->requests.size(), 3);
    }

    void refusesWhatIsTooLong()
    {
        m_server->pages["/a"] = {.isEndless = true};
        const QString failure = failureOf([&] { fetch("/a"); });
        QVERIFY2(failure.contains(u"longer than"_s), qPrintable(failure));
        QCOMPARE(fetched(), QByteArray());
    }

    void stopsAtOnce()
    {
        m_server->pages["/a"] = {.bytes = someBytes(1000), .isSilent = true};
        QElapsedTimer since;
        QTimer::singleShot(100, this, [&] {
            since.start();
            m_progress->cancel();
        });
        DownloadLimits patient = kQuick;
        patient.stall = 60s;
        QVERIFY_THROWS_EXCEPTION(Cancelled, download(m_server->address("/a"), m_file, patient, *m_progress));
        QVERIFY(since.elapsed() < 5'000); // and not after the minute
    }

    void stopsWhileTheAnswerBegins()
    {
        m_server->pages["/a"] = {someBytes(1000)};
        m_server->onAnswer = [&] { m_progress->cancel(); };
        QVERIFY_THROWS_EXCEPTION(Cancelled, fetch("/a"));
    }

    void aFullDiskIsSaidAtOnce()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{100'000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        m_server->pages["/a"] = {someBytes(300'000)};
        const QString failure = failureOf([&] { fetch("/a"); });
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY2(failure.contains(QString::fromStdString(m_file)), qPrintable(failure));
        QCOMPARE(m_server->requests.size(), 1);
        // With room again it goes on.
        fetch("/a");
        QCOMPARE(fetched(), someBytes(300'000));
        QCOMPARE(m_server->requests.last(), u"/a from 100000"_s);
    }

    void aSourceComesFromItsFirstGoodAddress()
    {
        const QByteArray good = someBytes(200'000);
        m_server->pages["/wrong"] = {someBytes(200'000, 7)};
        m_server->pages["/good"] = {good};
        const Tarball tarball{
            "a.tar",
            sha256Hex(good.toStdString()),
            {m_server->address("/none"), m_server->address("/wrong"), m_server->address("/good")}};
        const Tarballs::Obtained got = online().obtain({tarball}, *m_progress);
        QCOMPARE(fileBytes(got.path), good.toStdString());
        QCOMPARE(m_server->requests, QStringList({u"/none"_s, u"/wrong"_s, u"/good"_s}));
        // From now on without a network, and nothing else is left beside it.
        QCOMPARE(m_lab->tarballs->obtain({tarball}, *m_progress).path, got.path);
        QVERIFY(!std::filesystem::exists(got.path + ".part"));
        QCOMPARE(m_server->requests.size(), 3);
    }

    void aFileThatChangedOnTheServerIsFetchedWhole()
    {
        const QByteArray good = someBytes(200'000);
        const Tarball tarball{"a.tar", sha256Hex(good.toStdString()), {m_server->address("/a")}};
        m_server->pages["/a"] = {.bytes = someBytes(200'000, 7), .status = 200, .cutAfter = 50'000};
        // The first connection is cut; before the second the author puts the right file there.
        m_server->onAnswer = [&] { m_server->pages["/a"].bytes = good; };
        QCOMPARE(fileBytes(online().obtain({tarball}, *m_progress).path), good.toStdString());
    }

    void wrongBytesInPiecesEndSomeTime()
    {
        m_server->pages["/a"] = {.bytes = someBytes(200'000, 7), .cutAfter = 50'000};
        // Each time that it is asked for from the beginning, the connection is cut.
        m_server->onAnswer = [&] {
            if (!m_server->requests.last().contains(u"from"_s))
                m_server->pages["/a"].cutAfter = -1;
            else
                m_server->pages["/a"].cutAfter = 50'000;
        };
        const Tarball tarball{"a.tar", sha256Hex("other"), {m_server->address("/a")}};
        const QString failure = failureOf([&] { online().obtain({tarball}, *m_progress); });
        QVERIFY2(failure.contains(u"SHA-256"_s), qPrintable(failure));
        QVERIFY2(m_server->requests.size() <= 12, qPrintable(m_server->requests.join(u' ')));
    }

    void nothingRightIsAnError()
    {
        const QByteArray good = someBytes(1000);
        m_server->pages["/wrong"] = {someBytes(1000, 7)};
        const Tarball tarball{"a.tar",
                              sha256Hex(good.toStdString()),
                              {m_server->address("/wrong"), m_server->address("/none")}};
        const QString failure = failureOf([&] { online().obtain({tarball}, *m_progress); });
        QVERIFY2(failure.contains(QString::fromStdString(tarball.sha256)) && failure.contains(u"404"_s) &&
                     failure.contains(u"REFBOX_SOURCES"_s),
                 qPrintable(failure));
        QVERIFY(!m_lab->tarballs->cached(tarball));
    }

    void offlineAsksNobody()
    {
        const QByteArray good = someBytes(1000);
        m_server->pages["/a"] = {good};
        const Tarball tarball{"a.tar", sha256Hex(good.toStdString()), {m_server->address("/a")}};
        const QString failure = failureOf([&] { m_lab->tarballs->obtain({tarball}, *m_progress); });
        QVERIFY2(failure.contains(u"offline"_s) && failure.contains(u"/a"_s), qPrintable(failure));
        QVERIFY(m_server->requests.isEmpty());
        // The folder of sources is enough.
        m_lab->write("sources/a.tar", good.toStdString());
        QCOMPARE(fileBytes(m_lab->tarballs->obtain({tarball}, *m_progress).path), good.toStdString());
    }

    void theFolderComesBeforeTheNetworkWhateverThePacking()
    {
        const QByteArray gz = someBytes(1000);
        const QByteArray xz = someBytes(900, 3);
        m_server->pages["/a.gz"] = {gz};
        m_lab->write("sources/a.tar.xz", xz.toStdString());
        const std::vector<Tarball> packings{
            {"a.tar.gz", sha256Hex(gz.toStdString()), {m_server->address("/a.gz")}},
            {"a.tar.xz", sha256Hex(xz.toStdString()), {}}};
        QCOMPARE(online().obtain(packings, *m_progress).tarball, packings[1]);
        QVERIFY(m_server->requests.isEmpty());
    }

    void aWrongFileInAFolderIsWarnedOfAndFetched()
    {
        const QByteArray good = someBytes(1000);
        m_server->pages["/a"] = {good};
        m_lab->write("sources/a.tar", "something else");
        Tarball tarball{"a.tar", sha256Hex(good.toStdString()), {m_server->address("/none")}};
        // Nobody else has it: then that is what to tell.
        const QString failure = failureOf([&] { online().obtain({tarball}, *m_progress); });
        QVERIFY2(failure.contains(QString::fromStdString(sha256Hex("something else"))), qPrintable(failure));
        tarball.addresses.push_back(m_server->address("/a"));
        QCOMPARE(fileBytes(online().obtain({tarball}, *m_progress).path), good.toStdString());
    }

    void aSignatureIsChecked()
    {
        if (QStandardPaths::findExecutable(u"gpg"_s).isEmpty() || !std::filesystem::exists("/usr/bin/gpgv"))
            QSKIP("gpg or gpgv is missing.");
        if (!bubblewrapWorks())
            QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it).");
        const std::string good = someBytes(1000).toStdString();
        std::filesystem::create_directory(m_lab->path("gnupg"));
        std::filesystem::permissions(m_lab->path("gnupg"), std::filesystem::perms::owner_all);
        m_lab->write("sources/a.tar", good);
        m_lab->write("other", "something else");
        gpg({u"--quick-generate-key"_s, u"Ann Author"_s, u"ed25519"_s, u"sign"_s});
        gpg({u"--export"_s, u"--output"_s, local("keys")});
        gpg({u"--detach-sign"_s, u"--output"_s, local("good.sig"), local("sources/a.tar")});
        gpg({u"--detach-sign"_s, u"--output"_s, local("bad.sig"), local("other")});
        gpg({u"--quick-generate-key"_s, u"Somebody"_s, u"ed25519"_s, u"sign"_s});
        gpg({u"--local-user"_s, u"Somebody"_s, u"--detach-sign"_s, u"--output"_s, local("unknown.sig"),
             local("sources/a.tar")});
        for (const char *name : {"good", "bad", "unknown"})
            m_server->pages[QByteArray("/") + name] = {
                QByteArray::fromStdString(fileBytes(m_lab->path(std::string(name) + ".sig")))};
        Tarball tarball{"a.tar", sha256Hex(good), {}, m_server->address("/bad")};
        SourceOptions options{{m_lab->path("sources")}, false, m_lab->path("keys"), kQuick};
        const auto obtain = [&] { Tarballs(*m_lab->store, options).obtain({tarball}, *m_progress); };

        const QString failure = failureOf(obtain);
        QVERIFY2(failure.contains(u"Ann Author"_s), qPrintable(failure));
        QVERIFY(!m_lab->tarballs->cached(tarball));
        for (const auto &[page, said] :
             {std::pair("/unknown", u"not in the keyring"_s), std::pair("/nowhere", u"404"_s),
              std::pair("/good", u"signed by Ann Author"_s)}) {
            tarball.signature = m_server->address(page);
            QCOMPARE(failureOf(obtain), QString());
            QVERIFY2(m_progress->logFrom(0).back().text.contains(said),
                     qPrintable(m_progress->logFrom(0).back().text));
            std::filesystem::remove(m_lab->tarballs->cached(tarball).value());
        }
        // From the network, too, a bad one is no reason to ask elsewhere.
        std::filesystem::remove(m_lab->path("sources/a.tar"));
        m_server->pages["/a.tar"] = {QByteArray::fromStdString(good)};
        tarball.signature = m_server->address("/bad");
        tarball.addresses = {m_server->address("/a.tar"), m_server->address("/second")};
        const QString refused = failureOf(obtain);
        QVERIFY2(refused.contains(u"signature of the source is bad"_s), qPrintable(refused));
        QVERIFY(!m_server->requests.contains(u"/second"_s));
        QVERIFY(!m_lab->tarballs->cached(tarball));
        tarball.signature = m_server->address("/good");
        m_lab->write("sources/a.tar", good);
        // Beside the source it needs no network.
        options.offline = true;
        std::filesystem::rename(m_lab->path("bad.sig"), m_lab->path("sources/good"));
        QVERIFY(!failureOf(obtain).isEmpty());
        QProcess::execute(u"gpgconf"_s, {u"--homedir"_s, local("gnupg"), u"--kill"_s, u"all"_s});
    }

private:
    QString local(const std::string &name) const { return QString::fromStdString(m_lab->path(name)); }

    void gpg(const QStringList &arguments) const
    {
        QProcess process;
        process.start(u"gpg"_s, QStringList({u"--homedir"_s, local("gnupg"), u"--batch"_s, u"--quiet"_s,
                                             u"--passphrase"_s, QString()}) +
                                    arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void fetch(const std::string &path) { download(m_server->address(path), m_file, kQuick, *m_progress); }
    QByteArray fetched() const { return QByteArray::fromStdString(fileBytes(m_file)); }
    Tarballs online() const { return Tarballs(*m_lab->store, {{m_lab->path("sources")}, false, {}, kQuick}); }

    std::optional<RecipeLab> m_lab;
    std::optional<WebServer> m_server;
    std::optional<Progress> m_progress;
    std::string m_file;
};

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
