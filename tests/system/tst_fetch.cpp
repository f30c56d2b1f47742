// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli fetch and build, with sources from a local server.
#include "system/process.h"
#include "unit/formats/tarmaker.h"
#include "unit/software/recipelab.h"
#include "unit/software/webserver.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestFetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_server.emplace();
        RefboxTest::TarMaker tar;
        tar.folder("tool-1/");
        tar.file("tool-1/data", "some bytes\n");
        m_tar = QByteArray::fromStdString(tar.end());
        m_server->pages["/tool-1.tar"] = {.bytes = m_tar, .cutAfter = 700};
        for (const char *name : {"cache", "catalogue"})
            QVERIFY(QDir(m_folder->path()).mkdir(QString::fromLatin1(name)));
        qputenv("REFBOX_CACHE", QFile::encodeName(m_folder->filePath(u"cache"_s)));
        qputenv("REFBOX_CATALOGUE", QFile::encodeName(m_folder->filePath(u"catalogue"_s)));
        qunsetenv("REFBOX_SOURCES");
        qunsetenv("REFBOX_OFFLINE");
        qputenv("no_proxy", "127.0.0.1");
        writeRecipe(m_tar);
        QVERIFY(writeFile(m_folder->filePath(u"p.refbox.lua"_s),
                          "return { refbox = 1, name = \"p\", components = { { name = \"tool\", "
                          "prefix = \"/opt/tool\", source = { recipe = \"tool\" } } }, vservers = {} }\n"));
    }

    void fetchesOnceAndCopiesIntoAFolder()
    {
        ProcessResult result = cli({u"fetch"_s, u"p.refbox.lua"_s, u"--into"_s, u"mirror"_s});
        QVERIFY2(result.exitCode == 0, result.said().constData());
        QCOMPARE(result.out,
                 QByteArray::fromStdString(Refbox::sha256Hex(m_tar.toStdString())) + "  mirror/tool-1.tar\n");
        QCOMPARE(hashOf(m_folder->filePath(u"mirror/tool-1.tar"_s)), hashOfBytes());
        // Qt itself may ask once more where a connection ends early.
        QVERIFY2(m_server->requests.contains(u"/tool-1.tar from 700"_s),
                 qPrintable(m_server->requests.join(u' ')));
        m_server->requests.clear();

        result = cli({u"fetch"_s, u"p.refbox.lua"_s, u"--offline"_s});
        QVERIFY2(result.exitCode == 0, result.said().constData());
        QVERIFY(m_server->requests.isEmpty());
    }

    void buildFetchesWhatLacks()
    {
        if (!Refbox::bubblewrapWorks())
            QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it).");
        ProcessResult result = cli({u"build"_s, u"p.refbox.lua"_s, u"--out"_s, u"out"_s, u"--offline"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("offline") && m_server->requests.isEmpty(), result.said().constData());
        result = cli({u"build"_s, u"p.refbox.lua"_s, u"--out"_s, u"out"_s});
        QVERIFY2(result.exitCode == 0, result.said().constData());
        QVERIFY(QFile::exists(m_folder->filePath(u"out/p.img"_s)));
    }

    void whatIsWrongIsNotUsed()
    {
        writeRecipe("something else");
        const ProcessResult result = cli({u"fetch"_s, u"p.refbox.lua"_s, u"--into"_s, u"mirror"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("SHA-256") && result.err.contains("/tool-1.tar"),
                 result.said().constData());
        QVERIFY(!QFile::exists(m_folder->filePath(u"mirror"_s)));
        // Each source has a folder of its own there, named by its checksum; the lock may stay.
        QDirIterator left(m_folder->filePath(u"cache/sources"_s), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (left.hasNext()) {
            const QString file = left.next();
            QVERIFY2(file.endsWith(u".lock"_s), qPrintable(file));
        }
    }

private:
    void writeRecipe(const QByteArray &bytes) const
    {
        QVERIFY(writeFile(
            m_folder->filePath(u"catalogue/tool.lua"_s),
            "return { recipe = 1, name = \"tool\", version = \"1\", summary = \"s\", description = \"d\", "
            "licence = \"MIT\", homepage = \"h\", category = \"c\", source = { { file = \"tool-1.tar\", "
            "sha256 = \"" +
                QByteArray::fromStdString(Refbox::sha256Hex(bytes.toStdString())) + "\", addresses = { \"" +
                QByteArray::fromStdString(m_server->address("/tool-1.tar")) +
                "\" } } }, steps = { install = [[mkdir -p \"$DEST$PREFIX\"\ncp data \"$DEST$PREFIX\"]] } "
                "}\n"));
    }

    QByteArray hashOfBytes() const
    {
        return QByteArray::fromStdString(Refbox::sha256Hex(m_tar.toStdString()));
    }

    // The server is served meanwhile.
    ProcessResult cli(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(refboxCli(), arguments);
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000) &&
                           process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<RefboxTest::WebServer> m_server;
    QByteArray m_tar;
};

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
