// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job on real input: the nano-vserver package from this machine's programs, its image mounted, its
// vserver entered, its star-ball unpacked by other programs.
#include "system/loopmount.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Whether a process has a handler of its own for a signal: proc(5), SigCgt.
bool handles(qint64 process, int signal)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    static const QRegularExpression caught(u"\nSigCgt:\\s*([0-9a-f]+)\n"_s);
    const QString mask = caught.match(QString::fromLatin1(status.readAll())).captured(1);
    return (mask.toULongLong(nullptr, 16) >> (signal - 1) & 1U) != 0;
}

} // namespace

class TestPackage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        VERIFY_EXIT(runCli({u"new"_s, project(), u"--template"_s, u"nano-vserver"_s}), 0);
        const ProcessResult built = runCli({u"build"_s, project(), u"--out"_s, path(u"out"_s)});
        VERIFY_EXIT(built, 0);
        QVERIFY2(built.out.contains("verified"), built.said().constData());
        QVERIFY(QFile::exists(image()));
        QVERIFY(QFile::exists(starball()));
    }

    void stayBelowTwentyMegabytes()
    {
        const ProcessResult plan = runCli({u"plan"_s, u"--json"_s, project()});
        VERIFY_EXIT(plan, 0);
        const QJsonObject object = QJsonDocument::fromJson(plan.out).object();
        QVERIFY(object.value("contentBytes"_L1).toInteger() > 3'000'000);
        QVERIFY2(QFile(image()).size() < 20'000'000, QByteArray::number(QFile(image()).size()));
        QCOMPARE(object.value("imageBytes"_L1).toInteger(), QFile(image()).size());
    }

    void theCheckerFindsNoErrors()
    {
        const ProcessResult check = runCli({u"check"_s, project()});
        VERIFY_EXIT(check, 0);
        // The image alone, without the project, says the same of its vserver.
        VERIFY_EXIT(runCli({u"check"_s, image()}), 0);
    }

    void toolsThatTheMachinesBusyBoxLacksAreAFinding()
    {
        const ProcessResult busybox = runProgram(u"busybox"_s, {u"--list"_s});
        if (busybox.exitCode != 0)
            QSKIP("this machine has no busybox");
        const ProcessResult plan = runCli({u"plan"_s, project()});
        const bool hasDpkg = ("\n" + busybox.out).contains("\ndpkg\n");
        QCOMPARE(plan.out.contains("dpkg"), !hasDpkg);
    }

    void theFileSystemIsSound()
    {
        if (!hasProgram("e2fsck"))
            QSKIP("e2fsck is not installed");
        VERIFY_EXIT(runProgram(u"e2fsck"_s, {u"-fn"_s, image()}), 0);
    }

    void theMountedTreeEqualsThePlan()
    {
        NEED_ROOT();
        const QString mounted = path(u"mnt"_s);
        const LoopMount mount(image(), mounted, u"loop,ro"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        VERIFY_EXIT(runCli({u"compare"_s, project(), mounted}), 0);
    }

    void theVServerRuns()
    {
        NEED_ROOT();
        const QString mounted = path(u"mnt2"_s);
        const LoopMount mount(image(), mounted, u"loop,ro"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        const QString vserver = mounted + u"/vsbox01"_s;
        const auto inside = [&](const QStringList &command) {
            return runProgram(u"chroot"_s, QStringList{vserver} + command);
        };

        const ProcessResult bash = inside({u"/bin/bash"_s, u"-c"_s, u"echo $BASH_VERSION"_s});
        VERIFY_EXIT(bash, 0);
        QVERIFY(bash.out.startsWith("5."));
        // The full Bash stands over the static one.
        VERIFY_EXIT(inside({u"/bin/bash"_s, u"-c"_s,
                            u"enable -a | grep -q mapfile && echo 'a b' | { read -r x y && [ $y = b ]; }"_s}),
                    0);
        // Every name in the vserver's folders of programs is one that starts.
        QStringList broken;
        int started = 0;
        for (const char *folder : {"/bin", "/sbin", "/usr/bin", "/usr/sbin"}) {
            const QString below = QString::fromLatin1(folder);
            const QStringList names =
                QDir(vserver + below).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
            for (const QString &name : names) {
                // --help of every program here ends at once and touches nothing; 126 and 127 mean "did not
                // start".
                const ProcessResult run = runProgram(
                    u"timeout"_s, {u"5"_s, u"chroot"_s, vserver, below + u'/' + name, u"--help"_s});
                ++started;
                if (run.exitCode == 126 || run.exitCode == 127 ||
                    run.err.contains("error while loading shared libraries"))
                    broken += below + u'/' + name + u": "_s + QString::fromUtf8(run.err.left(200));
            }
        }
        QVERIFY2(broken.isEmpty(), broken.join(u'\n').toUtf8());
        QVERIFY2(started > 250, QByteArray::number(started));
        // Coreutils over BusyBox's applets.
        const ProcessResult ls = inside({u"/bin/ls"_s, u"--version"_s});
        VERIFY_EXIT(ls, 0);
        QVERIFY2(ls.out.contains("coreutils"), ls.said().constData());
        VERIFY_EXIT(inside({u"/bin/busybox"_s, u"true"_s}), 0);
    }

    void sharedFilesAreSealed()
    {
        NEED_ROOT();
        const QString copy = path(u"writable.img"_s);
        QFile::remove(copy);
        QVERIFY(QFile::copy(image(), copy));
        const QString mounted = path(u"mnt3"_s);
        const LoopMount mount(copy, mounted, u"loop,rw"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        QFile shared(mounted + u"/vsbox01/bin/busybox"_s);
        QVERIFY(!shared.open(QIODevice::WriteOnly | QIODevice::Append));
        QVERIFY(!shared.remove());
        // A private file is not.
        QVERIFY(writeFile(mounted + u"/vsbox01/etc/hostname"_s, "changed\n"));
    }

    void twoRunsGiveTheSameBytes()
    {
        VERIFY_EXIT(runCli({u"build"_s, project(), u"--out"_s, path(u"again"_s), u"--no-verify"_s}), 0);
        QCOMPARE(hashOf(path(u"again/nano-vserver.img"_s)), hashOf(image()));
        QCOMPARE(hashOf(path(u"again/vsbox01.tar.zst"_s)), hashOf(starball()));
    }

    void theStarBallReadsBackEqual()
    {
        const ProcessResult compared =
            runCli({u"compare"_s, u"--no-flags"_s, u"--below-a"_s, u"/vsbox01"_s, project(), starball()});
        VERIFY_EXIT(compared, 0);
    }

    void otherProgramsUnpackTheStarBall_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("bsdtar") << QStringList{u"bsdtar"_s, u"-xpf"_s};
        QTest::newRow("GNU tar") << QStringList{
            u"tar"_s, u"--zstd"_s, u"--acls"_s, u"--xattrs"_s, u"--xattrs-include=*"_s, u"--numeric-owner"_s,
            u"-xpf"_s};
    }

    // With a component that has what only a faithful archive keeps: ACLs, xattrs, capabilities, link groups,
    // devices.
    void otherProgramsUnpackTheStarBall()
    {
        NEED_ROOT();
        QFETCH(QStringList, command);
        for (const char *tool : {"setfacl", "setfattr", "setcap", "zstd"}) {
            if (!hasProgram(tool))
                QSKIP((QByteArray(tool) + " is not installed").constData());
        }
        if (!hasProgram(command.first().toLatin1().constData()))
            QSKIP((command.first().toLatin1() + " is not installed").constData());
        if (!makeSpecialFolder())
            QSKIP("this file system has no ACLs or extended attributes");
        const QString special = path(u"special.refbox.lua"_s);
        QVERIFY(writeFile(special, R"(return {
    refbox = 1,
    name = "special",
    image = { filesystem = "ext4" },
    components = { { name = "special", prefix = "/opt/special", source = { folder = "special" } } },
    vservers = { { name = "vs", skeleton = "typical", links = { { from = "/opt/special", to = "/special" } } } },
}
)"));
        const QString ball = path(u"special.tar.zst"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"star"_s, special, u"vs"_s, ball}), 0);
        const QString unpacked = path(u"unpacked-"_s + command.first());
        QVERIFY(QDir().mkpath(unpacked));
        VERIFY_EXIT(runProgram(command.first(), command.mid(1) + QStringList{ball, u"-C"_s, unpacked}), 0);
        const QStringList compare{u"compare"_s, u"--no-flags"_s, u"--below-a"_s, u"/vs"_s, special, unpacked};
        const ProcessResult compared = runCli(compare);
        // bsdtar sets the time of a folder again after filling it only where it made it: not of the one that
        // it unpacks into, whoever made the archive.
        static const QRegularExpression onlyTheRoot(u"^time: /: [^\n]*\n1 difference\n$"_s);
        if (command.first() != u"bsdtar"_s || !QString::fromUtf8(compared.out).contains(onlyTheRoot))
            VERIFY_EXIT(compared, 0);
        // The same through an image.
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, special, path(u"special.img"_s)}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, special, path(u"special.img"_s)}), 0);
    }

    void linksAndInspectTellWhoShares()
    {
        const ProcessResult links = runCli({u"links"_s, u"--json"_s, image()});
        VERIFY_EXIT(links, 0);
        QVERIFY(QJsonDocument::fromJson(links.out).object().value("links"_L1).toArray().size() > 250);
        for (const QString &file : {image(), starball(), path(u"out"_s), project()})
            VERIFY_EXIT(runCli({u"inspect"_s, file}), 0);
    }

    void interruptLeavesNothing()
    {
        QProcess process;
        process.start(refboxCli(), {u"export"_s, u"image"_s, u"--from"_s, u"/usr"_s, path(u"cancelled.img"_s),
                                    u"--no-verify"_s});
        QVERIFY(process.waitForStarted());
        // Started is not begun: with sanitizers on a busy machine there is a second between them.
        QTRY_VERIFY_WITH_TIMEOUT(handles(process.processId(), SIGINT), 20000);
        QTest::qWait(400);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        if (process.exitCode() == 0)
            QSKIP("the export was done before it could be interrupted");
        QVERIFY2(process.exitCode() == 130, process.readAllStandardError().constData());
        const QStringList left =
            QDir(m_dir.path()).entryList({u"*cancelled*"_s}, QDir::AllEntries | QDir::Hidden);
        QVERIFY2(left.isEmpty(), left.join(u' ').toUtf8());
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString project() const { return path(u"nano.refbox.lua"_s); }
    QString image() const { return path(u"out/nano-vserver.img"_s); }
    QString starball() const { return path(u"out/vsbox01.tar.zst"_s); }

    bool makeSpecialFolder() const
    {
        const QString script =
            u"set -e; mkdir -p special/dir; cd special; printf x >acl; printf y >xattr; printf z >cap; "
            "setfacl -m u:daemon:r--,g:1234:rwx acl; setfacl -m d:u:7:rwx dir; "
            "setfattr -n user.note -v \"$(printf 'a\\nb')\" xattr; setfattr -n trusted.t -v 1 xattr; "
            "setcap cap_net_raw+ep cap; ln -f acl dir/acl2; ln -f xattr xattr2; ln -sf target sym; "
            "[ -e fifo ] || mkfifo fifo; [ -e dev ] || mknod dev c 10 300; chown 70000:70001 cap; setcap "
            "cap_net_raw+ep cap; "
            "printf long >\"$(printf '%0200d' 7)\"; "
            // bsdtar leaves a folder's time alone when only its fraction of a second is wrong, and
            // misreads fractions before 1970: neither says anything about the archive.
            "find . -exec touch -h -d '2020-02-02 02:02:02.123456789' {} +; touch -d '1965-03-02 01:02:03' xattr"_s;
        return runProgram(u"sh"_s, {u"-c"_s, script}, m_dir.path()).exitCode == 0;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
