// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/vserverrun.h"

#include "unit/assembly/checkfixtures.h"
#include "unit/failure.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Refbox;

namespace {

TreeSource sourceOf(TreeMaker &maker)
{
    TreeSource source;
    source.tree = maker.builder.build();
    source.vservers = PlacedTree::vserversOf(*source.tree);
    return source;
}

std::vector<std::string> shellOf(TreeMaker &maker)
{
    const FileTreePtr tree = maker.builder.build();
    TreeView view(*tree, tree->find("/v1"));
    return loginShell(view);
}

struct stat statusOf(const std::string &path)
{
    struct stat status = {};
    ::lstat(path.c_str(), &status);
    return status;
}

const Metadata kProgram = fileMetadata(0755);

} // namespace

class TestVServerRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("TMPDIR", QFile::encodeName(m_dir.path())); }

    void findsVServersByNameAndFoldersByPath()
    {
        TreeMaker maker;
        maker.file("/v1/bin/sh", "x");
        maker.file("/srv/v2/etc/motd", "x");
        const TreeSource source = sourceOf(maker);
        QCOMPARE(findVServer(source, "v1"), source.tree->find("/v1"));
        QCOMPARE(findVServer(source, "/srv/v2"), source.tree->find("/srv/v2"));
        QCOMPARE(findVServer(source, "/"), FileTree::root());
        const QString unknown = failureOf([&] { findVServer(source, "v9\n"); });
        QVERIFY(unknown.contains(QStringLiteral("v9\\x0a")));
        QVERIFY(unknown.contains(QStringLiteral("v1")));
        QVERIFY(failureOf([&] { findVServer(source, "/v1/bin/sh"); }).contains(QStringLiteral("folder")));
    }

    void hostNamesAreHonest()
    {
        QCOMPARE(hostNameOf("vsbox01"), std::string("vsbox01"));
        QCOMPARE(hostNameOf("web.example-1"), std::string("web.example-1"));
        QCOMPARE(hostNameOf("a b\n\"c"), std::string("a-b--c"));
        QCOMPARE(hostNameOf("c++"), std::string("c"));
        QCOMPARE(hostNameOf(".a.-b.."), std::string("a.b"));
        QCOMPARE(hostNameOf(std::string(200, 'x')).size(), std::size_t(63));
        for (const char *name : {"", "..", "-", "\xc3\xa4"})
            QCOMPARE(hostNameOf(name), std::string("vserver"));
    }

    void choosesAShellThatCanStart()
    {
        TreeMaker both;
        both.file("/v1/bin/bash", "#!/bin/sh\n", kProgram);
        both.file("/v1/bin/sh", elfBytes({}), kProgram);
        QCOMPARE(shellOf(both), std::vector<std::string>({"/bin/bash", "--login"}));
        TreeMaker plain;
        plain.file("/v1/bin/bash", elfBytes({}), fileMetadata(0644)); // nobody may execute it
        plain.link("/v1/bin/sh", "/opt/dash");
        plain.file("/v1/opt/dash", elfBytes({}), kProgram);
        QCOMPARE(shellOf(plain), std::vector<std::string>({"/bin/sh"}));
        TreeMaker loaderless;
        loaderless.file("/v1/bin/bash", elfBytes({kMadeLoader, {}, {}, {}}), kProgram);
        loaderless.file("/v1/bin/busybox", elfBytes({}), kProgram);
        QCOMPARE(shellOf(loaderless), std::vector<std::string>({"/bin/busybox", "sh"}));
        TreeMaker none;
        none.file("/v1/bin/cat", elfBytes({}), kProgram);
        none.link("/v1/bin/sh", "/refbox/bin/sh");
        none.file("/refbox/bin/sh", elfBytes({}), kProgram);
        QVERIFY(shellOf(none).empty());
    }

    void findsProgramsInThePath()
    {
        TreeMaker maker;
        maker.file("/v1/bin/ls", "x", kProgram);
        maker.file("/v1/usr/bin/ls", "x", kProgram);
        maker.file("/v1/usr/sbin/ls", "x", fileMetadata(0644));
        maker.file("/v1/opt/x", "x", kProgram);
        maker.file("/v1/opt/bin/own", "x", kProgram); // in the PATH that its profile sets
        const FileTreePtr tree = maker.builder.build();
        TreeView view(*tree, tree->find("/v1"));
        QCOMPARE(findProgram(view, "ls"), std::string("/usr/bin/ls"));
        QCOMPARE(findProgram(view, "own"), std::string("/opt/bin/own"));
        QCOMPARE(findProgram(view, "/bin/ls"), std::string("/bin/ls"));
        QCOMPARE(findProgram(view, "opt/x"), std::string("/opt/x"));
        for (const char *name : {"", "x", "/refbox", "/v1/bin/ls", "/opt/y"})
            QVERIFY2(findProgram(view, name).empty(), name);
        QVERIFY(startProblem(view, "/opt/y").contains(QStringLiteral("not there")));
        QVERIFY(startProblem(view, "/opt").contains(QStringLiteral("not a file")));
        QVERIFY(startProblem(view, "/usr/sbin/ls").contains(QStringLiteral("not executable")));
        QVERIFY(startProblem(view, "/bin/ls").isEmpty());
    }

    void theCopyIsPlainPrivateAndGoesAway()
    {
        TreeMaker maker;
        Metadata sealed = fileMetadata(0755, 12, kImmutable);
        maker.file("/v1/bin/sh", "shell", sealed);
        maker.hardLink("/v1/bin/ash", "/v1/bin/sh");
        maker.link("/v1/dev", "/etc"); // what the sandbox covers is a folder in any case
        maker.file("/v1/proc", "no folder");
        maker.file("/v1/etc/motd", "hello");
        const FileTreePtr tree = maker.builder.build();
        {
            Progress progress;
            const VServerCopy copy(*tree, tree->find("/v1"), progress);
            QVERIFY(copy.path().starts_with(m_dir.path().toStdString() + '/'));
            QVERIFY(copy.remarks().empty());
            QCOMPARE(statusOf(copy.path() + "/..").st_mode & 07777U, 0700U);
            const struct stat shell = statusOf(copy.path() + "/bin/sh");
            QCOMPARE(shell.st_uid, ::geteuid());
            QCOMPARE(shell.st_nlink, 2U);
            QCOMPARE(shell.st_mode & 07777U, 0755U);
            for (const char *folder : {"/proc", "/dev", "/tmp"})
                QVERIFY2(S_ISDIR(statusOf(copy.path() + folder).st_mode), folder);
            QCOMPARE(statusOf(copy.path() + "/tmp").st_mode & 07777U, 01777U);
            // The copy can be changed, which sealed files could not.
            QVERIFY(QFile::remove(QFile::decodeName((copy.path() + "/bin/sh").c_str())));
            QFile note(QFile::decodeName((copy.path() + "/bin/new").c_str()));
            QVERIFY(note.open(QIODevice::WriteOnly));
            QCOMPARE(::mkdir((copy.path() + "/shut").c_str(), 0), 0);
        }
        QVERIFY(QDir(m_dir.path())
                    .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    }

    void aCancelledCopyLeavesNothing()
    {
        TreeMaker maker;
        maker.file("/v1/bin/sh", "shell");
        const FileTreePtr tree = maker.builder.build();
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, VServerCopy(*tree, tree->find("/v1"), progress));
        QVERIFY(QDir(m_dir.path())
                    .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    }

    void whatRunsInsideGetsACleanEnvironment()
    {
        TreeMaker maker;
        maker.file("/v1/bin/sh", "shell");
        const FileTreePtr tree = maker.builder.build();
        Progress progress;
        const VServerCopy copy(*tree, tree->find("/v1"), progress);
        TreeView view(*tree, tree->find("/v1"));
        const SandboxRequest request = requestInside(copy, view, "v 1");
        QCOMPARE(request.hostname, std::string("v-1"));
        QCOMPARE(request.environment.size(), std::size_t(2));
        QCOMPARE(request.environment.at("HOME"), std::string("/"));
        QVERIFY(!request.systemFolders && !request.network && !request.rootWritable && request.rootInside);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestVServerRun)
#include "tst_vserverrun.moc"
