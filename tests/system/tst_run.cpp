// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli run and smoke on the nano-vserver, made from this machine's programs: what runs inside sees the
// vserver and nothing else, can change nothing, and leaves nothing behind.
#include "system/process.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

void copyProgram(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    if (!QFile::copy(from, to) || ::chmod(QFile::encodeName(to).constData(), 0755) != 0)
        qFatal("cannot copy %s", qPrintable(from));
}

void writeProgram(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    if (!writeFile(path, bytes) || ::chmod(QFile::encodeName(path).constData(), 0755) != 0)
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        if (runProgram(u"bwrap"_s, {u"--unshare-all"_s, u"--unshare-user"_s, u"--uid"_s, u"0"_s,
                                    u"--ro-bind"_s, u"/"_s, u"/"_s, u"true"_s})
                .exitCode != 0)
            QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it)");
        QVERIFY(QDir().mkpath(copies()));
        qputenv("TMPDIR", QFile::encodeName(copies()));
        qputenv("REFBOX_SECRET", "secret");
        VERIFY_EXIT(runCli({u"new"_s, project(), u"--template"_s, u"nano-vserver"_s}), 0);
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, project(), image()}), 0);
    }

    // Whatever a test did: no copy outlives its command.
    void cleanup() { QTRY_VERIFY2(leftOvers().isEmpty(), leftOvers().join(u' ').toUtf8().constData()); }

    void passesOnWhatTheCommandSays_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("project") << project();
        QTest::newRow("image") << image();
    }

    void passesOnWhatTheCommandSays()
    {
        QFETCH(QString, source);
        const ProcessResult result =
            runCli({u"run"_s, source, u"vsbox01"_s, u"--"_s, u"sh"_s, u"-c"_s,
                    u"echo \"$1\"; echo err >&2; exit 7"_s, u"--"_s, u"--net -- $x"_s});
        VERIFY_EXIT(result, 7);
        QCOMPARE(result.out, QByteArray("--net -- $x\n"));
        QCOMPARE(result.err, QByteArray("err\n"));
    }

    void passesOnTheExitStatus()
    {
        VERIFY_EXIT(inside(u"true"_s), 0);
        VERIFY_EXIT(inside(u"exit 255"_s), 255);
        VERIFY_EXIT(inside(u"kill -SEGV $$"_s), 128 + SIGSEGV);
        VERIFY_EXIT(inside(u"kill -TERM $$"_s), 128 + SIGTERM);
    }

    void passesOnStandardInput()
    {
        QProcess process;
        process.start(refboxCli(), {u"run"_s, image(), u"vsbox01"_s, u"--"_s, u"tr"_s, u"a-z"_s, u"A-Z"_s});
        QVERIFY(process.waitForStarted());
        process.write("hello\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("HELLO\n"));
    }

    void isTheVServerAndRootInside()
    {
        const ProcessResult result = inside(u"hostname; id -u; id -g; pwd; echo \"$HOME\""_s);
        VERIFY_EXIT(result, 0);
        QCOMPARE(result.out, QByteArray("vsbox01\n0\n0\n/root\n/root\n"));
    }

    void nothingElseOfThisMachineIsVisible()
    {
        QVERIFY(writeFile(m_dir.filePath(u"secret"_s), "secret\n"));
        VERIFY_EXIT(inside(u"cat '%1'"_s.arg(m_dir.filePath(u"secret"_s))), 1);
        // /proc and /dev are the sandbox's own; of the rest every name is the vserver's.
        const ProcessResult names = inside(u"cd /; find . -xdev | sort"_s);
        const ProcessResult tree = runCli({u"tree"_s, image(), u"/vsbox01"_s, u"--json"_s});
        VERIFY_EXIT(names, 0);
        VERIFY_EXIT(tree, 0);
        for (const QByteArray &name : names.out.split('\n')) {
            if (name.count('/') > 0 && name != "./proc" && name != "./tmp")
                QVERIFY2(tree.out.contains(name.mid(1)), name.constData());
        }
        QVERIFY(names.out.contains("./bin/bash\n"));
        const ProcessResult around = inside(
            u"printenv; sed 1,2d /proc/net/dev | cut -d: -f1 | tr -d ' '; ls -d /proc/[0-9]* | wc -l"_s);
        QVERIFY2(!around.out.contains("SECRET") && !around.out.contains("TMPDIR"), around.said().constData());
        const QByteArrayList lines = around.out.trimmed().split('\n');
        QCOMPARE(lines[lines.size() - 2], QByteArray("lo"));
        QVERIFY(lines.last().toInt() < 10);
        // Nor can root there do what root here can.
        for (const char *attempt : {"mount -t tmpfs none /mnt", "chown 1:1 /etc/passwd", "mknod /x c 1 3",
                                    "hostname other", "echo 1 > /proc/sys/kernel/shmmni", "chroot / true"})
            QVERIFY2(inside(QLatin1String(attempt)).exitCode != 0, attempt);
    }

    void theNetworkIsThereWhereWanted()
    {
        const ProcessResult without = inside(u"ls /sys /proc/sys/net/ipv4/conf; cat /etc/resolv.conf"_s);
        QVERIFY(without.exitCode != 0); // neither has it the names of other machines
        const QString devices = u"sed 1,2d /proc/net/dev | cut -d: -f1; cat /etc/resolv.conf || true"_s;
        const ProcessResult with =
            runCli({u"run"_s, u"--net"_s, image(), u"vsbox01"_s, u"--"_s, u"sh"_s, u"-c"_s, devices});
        const ProcessResult here = runProgram(u"sh"_s, {u"-c"_s, devices});
        VERIFY_EXIT(with, 0);
        QCOMPARE(with.out, here.out);
    }

    void runsForAnyUser()
    {
        NEED_ROOT();
        QVERIFY(::chmod(QFile::encodeName(m_dir.path()).constData(), 0755) == 0);
        QVERIFY(::chmod(QFile::encodeName(copies()).constData(), 01777) == 0);
        const QStringList nobody{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s};
        if (runProgram(u"setpriv"_s, nobody + QStringList{refboxCli(), u"--version"_s}).exitCode != 0)
            QSKIP("needs setpriv, and a refbox-cli that anybody may start");
        const ProcessResult result = runProgram(
            u"setpriv"_s, nobody + QStringList{refboxCli(), u"run"_s, image(), u"vsbox01"_s, u"--"_s, u"sh"_s,
                                               u"-c"_s, u"id -u; stat -c %U:%G /etc/passwd; rm -r /etc"_s});
        VERIFY_EXIT(result, 0);
        QCOMPARE(result.out, QByteArray("0\nroot:root\n"));
    }

    void whatIsDestroyedInsideStaysOutside()
    {
        // Without the seal, which would protect the folder by itself.
        QFile sealed(project());
        QVERIFY(sealed.open(QIODevice::ReadOnly));
        const QString unsealed = m_dir.filePath(u"unsealed.refbox.lua"_s);
        QVERIFY(writeFile(unsealed, sealed.readAll().replace("seal = true", "seal = false")));
        const QString folder = m_dir.filePath(u"destroyed"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, u"--best-effort"_s, unsealed, u"/vsbox01"_s, folder}),
                    0);
        const auto before = snapshot(folder);
        const QByteArray hash = hashOf(image());
        const QStringList destroy{
            u"--"_s, u"bash"_s, u"-c"_s,
            u"echo new > /new && rm -rf --no-preserve-root / 2>/dev/null; [[ ! -e /bin/ls "
            "&& ! -e /etc/passwd && ! -e /new ]]"_s};
        VERIFY_EXIT(runCli(QStringList{u"run"_s, image(), u"vsbox01"_s} + destroy), 0);
        VERIFY_EXIT(runCli(QStringList{u"run"_s, folder, u"/"_s} + destroy), 0);
        QCOMPARE(hashOf(image()), hash);
        QVERIFY(snapshot(folder) == before);
    }

    void endsWithItsCopyWhenItIsToldTo_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void endsWithItsCopyWhenItIsToldTo()
    {
        QFETCH(int, signal);
        QProcess process;
        startSleeping(process);
        QCOMPARE(leftOvers().size(), qsizetype{1}); // the copy stands where this test looks for it
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(leftOvers().isEmpty());
    }

    void theNextRunClearsAwayWhatAKilledOneLeft()
    {
        QProcess process;
        startSleeping(process);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(leftOvers().size(), qsizetype{1});
        // Another run that is going on keeps its copy.
        QProcess other;
        startSleeping(other);
        QCOMPARE(leftOvers().size(), qsizetype{1});
        VERIFY_EXIT(inside(u"true"_s), 0);
        QCOMPARE(leftOvers().size(), qsizetype{1});
        other.terminate();
        QVERIFY(other.waitForFinished());
    }

    void processesThatAreLeftOverEndWithTheCommand()
    {
        VERIFY_EXIT(inside(u"sleep 61.25 & setsid sleep 61.25 & exit 3"_s), 3);
        QTRY_VERIFY(!runProgram(u"ps"_s, {u"-eo"_s, u"args"_s}).out.contains("sleep 61.25"));
    }

    void saysWhatCannotBeStarted()
    {
        const auto run = [this](const QStringList &command) {
            return runCli(QStringList{u"run"_s, image(), u"vsbox01"_s, u"--"_s} + command);
        };
        const ProcessResult missing = run({u"no\nsuch"_s});
        VERIFY_EXIT(missing, 127);
        QVERIFY2(missing.err.contains("no\\x0asuch"), missing.said().constData());
        VERIFY_EXIT(run({u"/etc/passwd"_s}), 126);
        VERIFY_EXIT(run({u"/etc"_s}), 126);
        VERIFY_REFUSED(runCli({u"run"_s, image(), u"vsbox99"_s, u"--"_s, u"true"_s}), "vsbox99", "vsbox01");
        VERIFY_REFUSED(runCli({u"run"_s, m_dir.filePath(u"nothing"_s), u"vsbox01"_s}), "nothing");
        VERIFY_EXIT(runCli({u"run"_s, image()}), 2);
    }

    void aVServerWithoutAShellSaysSo()
    {
        const QString folder = m_dir.filePath(u"shellless"_s);
        writeProgram(folder + u"/v1/bin/cat"_s, "#!/bin/sh\n");
        QVERIFY(QDir().mkpath(folder + u"/refbox/bin"_s));
        const ProcessResult shell = runCli({u"run"_s, folder, u"v1"_s});
        VERIFY_REFUSED(shell, "shell", "v1");
        // What can be told by the tree is told before anything is started.
        const ProcessResult script = runCli({u"run"_s, folder, u"v1"_s, u"--"_s, u"cat"_s});
        VERIFY_EXIT(script, 126);
        QVERIFY2(script.err.contains("/bin/sh"), script.said().constData());
    }

    void withoutBubblewrapNothingRuns()
    {
        for (const QString &command : {u"run"_s, u"smoke"_s})
            VERIFY_REFUSED(
                runProgram(u"env"_s, {u"PATH=/nonexistent"_s, refboxCli(), command, image(), u"vsbox01"_s}),
                "bubblewrap", "Install");
    }

    void aTerminalHasJobControlAndIsToldTheLimits()
    {
        if (!hasProgram("script"))
            QSKIP("needs script, of bsdutils");
        QProcess process;
        process.start(
            u"script"_s,
            {u"-qec"_s, u"'%1' run '%2' vsbox01; echo ended $?"_s.arg(refboxCli(), image()), u"/dev/null"_s});
        QVERIFY(process.waitForStarted());
        process.write("tty; echo mode $((20 + 3)) $-; sleep 61.5 & jobs; kill %1; exit 5\n");
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.contains("throw-away copy"), said.constData());
        QVERIFY2(said.contains("mode 23 "), said.constData());
        QVERIFY2(said.contains("Running"), said.constData());
        QVERIFY2(!said.contains("no job control"), said.constData());
        QVERIFY2(said.contains("/dev/console"), said.constData()); // one of its own, not the user's
        QVERIFY2(said.contains("ended 5"), said.constData());
    }

    void aCommandThatFailsOnATerminalIsToldTheLimits()
    {
        if (!hasProgram("script"))
            QSKIP("needs script, of bsdutils");
        for (const QString &command : {u"true"_s, u"false"_s}) {
            const ProcessResult result = runProgram(
                u"script"_s, {u"-qec"_s, u"'%1' run '%2' vsbox01 -- %3"_s.arg(refboxCli(), image(), command),
                              u"/dev/null"_s});
            QVERIFY2(result.out.contains("throw-away copy") == (command == u"false"_s),
                     result.said().constData());
        }
    }

    void onATerminalTheKeysAreTheProgramsOwn()
    {
        if (!hasProgram("script"))
            QSKIP("needs script, of bsdutils");
        QVERIFY(writeFile(
            m_dir.filePath(u"command"_s),
            "'" + refboxCli().toUtf8() + "' run '" + image().toUtf8() +
                "' vsbox01 -- bash -c 'trap \"exit 9\" INT; echo ready; while :; do read -r x; done'\n"
                "echo ended $?\n"));
        QProcess process;
        process.start(u"script"_s,
                      {u"-qec"_s, u"sh '%1'"_s.arg(m_dir.filePath(u"command"_s)), u"/dev/null"_s});
        QVERIFY(process.waitForStarted());
        QByteArray said;
        const auto hears = [&](const char *word) {
            process.waitForReadyRead(50);
            said += process.readAllStandardOutput();
            return said.contains(word);
        };
        QTRY_VERIFY2(hears("ready"), said.constData());
        process.write("\x03"); // Ctrl-C ends neither refbox-cli nor its copy, but is caught inside
        QTRY_VERIFY2(hears("ended 9"), said.constData());
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
    }

    void everyProgramOfTheNanoVServerStarts_data() { passesOnWhatTheCommandSays_data(); }

    void everyProgramOfTheNanoVServerStarts()
    {
        QFETCH(QString, source);
        const ProcessResult result = runCli({u"smoke"_s, u"--json"_s, source, u"vsbox01"_s});
        VERIFY_EXIT(result, 0);
        const QJsonObject object = QJsonDocument::fromJson(result.out).object();
        QCOMPARE(object.value("fails"_L1).toInt(), 0);
        QCOMPARE(object.value("notTried"_L1).toInt(), 0);
        QVERIFY(object.value("runs"_L1).toInt() > 250);
        QMap<QString, QJsonObject> programs;
        for (const QJsonValue &program : object.value("programs"_L1).toArray())
            programs.insert(program["path"_L1].toString(), program.toObject());
        QCOMPARE(programs.size(), object.value("runs"_L1).toInt());
        QVERIFY(programs[u"/bin/bash"_s]["said"_L1].toString().startsWith(u"GNU bash"_s));
        QCOMPARE(programs[u"/bin/bash"_s]["argument"_L1].toString(), u"--version"_s);
        QCOMPARE(programs[u"/bin/busybox"_s]["argument"_L1].toString(), u"--help"_s);
        // Every program of the folders is among them, reboot and its like too.
        const ProcessResult names = runCli({u"run"_s, source, u"vsbox01"_s, u"--"_s, u"sh"_s, u"-c"_s,
                                            u"ls -d /bin/* /sbin/* /usr/bin/* /usr/sbin/*"_s});
        VERIFY_EXIT(names, 0);
        for (const QByteArray &name : names.out.trimmed().split('\n'))
            QVERIFY2(programs.contains(QString::fromUtf8(name)), name.constData());
    }

    void tellsWhatDoesNotStartAndWhy()
    {
        const QString busybox = QStandardPaths::findExecutable(u"bash-static"_s);
        if (busybox.isEmpty())
            QSKIP("needs bash-static");
        const QString folder = m_dir.filePath(u"broken"_s);
        const QString bin = folder + u"/v1/bin/"_s;
        QVERIFY(QDir().mkpath(folder + u"/refbox"_s));
        copyProgram(busybox, bin + u"sh"_s);
        // A program of this machine with its loader, but without its libraries.
        const QByteArray loader = QFile::symLinkTarget(u"/lib64/ld-linux-x86-64.so.2"_s).toUtf8();
        const bool hasLoader = !loader.isEmpty();
        if (hasLoader) {
            copyProgram(QString::fromUtf8(loader), folder + u"/v1/lib64/ld-linux-x86-64.so.2"_s);
            copyProgram(u"/bin/ls"_s, bin + u"ls"_s);
        }
        writeProgram(bin + u"crash"_s, "#!/bin/sh\nkill -SEGV $$\n");
        writeProgram(bin + u"lost"_s, "#!/bin/perl\n");
        writeProgram(bin + u"finds-nothing"_s, "#!/bin/sh\nno-such-command\n");
        writeProgram(bin + u"refuses"_s, "#!/bin/sh\necho unknown option >&2; exit 2\n");
        writeProgram(bin + u"spoils"_s,
                     "#!/bin/sh\necho > /bin/sh || echo cannot; : > /tmp/x && echo fine\n");
        writeProgram(bin + u"waits"_s, "#!/bin/sh\nread -r line; echo line=$line\n");
        writeProgram(bin + u"loops"_s, "#!/bin/sh\nwhile :; do :; done\n");
        writeProgram(bin + u"chatters"_s, "#!/bin/sh\nwhile :; do echo y; done\n");
        writeProgram(bin + u"words"_s, "no program\n");
        QVERIFY(QFile::link(u"/refbox/bin/gone"_s, bin + u"gone"_s));
        const auto before = snapshot(folder);

        const ProcessResult result = runCli({u"smoke"_s, u"--json"_s, folder, u"v1"_s});
        VERIFY_EXIT(result, 1);
        QMap<QString, QString> states;
        QMap<QString, QJsonObject> programs;
        for (const QJsonValue &program : QJsonDocument::fromJson(result.out)["programs"_L1].toArray()) {
            const QString name = program["path"_L1].toString().mid(5);
            states.insert(name, program["state"_L1].toString());
            programs.insert(name, program.toObject());
        }
        for (const char *name : {"crash", "lost", "finds-nothing", "gone"})
            QCOMPARE(states[QLatin1String(name)], u"fails"_s);
        for (const char *name : {"sh", "refuses", "spoils", "waits", "loops", "chatters"})
            QVERIFY2(states[QLatin1String(name)] == u"runs"_s, result.said().constData());
        QCOMPARE(states[u"words"_s], u"not-tried"_s);
        QVERIFY(programs[u"crash"_s]["reason"_L1].toString().contains(u"SIGSEGV"_s));
        QVERIFY(programs[u"lost"_s]["reason"_L1].toString().contains(u"/bin/perl"_s));
        QCOMPARE(programs[u"refuses"_s]["status"_L1].toInt(), 2);
        QCOMPARE(programs[u"waits"_s]["said"_L1].toString(), u"line="_s);
        if (hasLoader) {
            QCOMPARE(states[u"ls"_s], u"fails"_s);
            QVERIFY(programs[u"ls"_s]["reason"_L1].toString().contains(u"shared library"_s));
            QVERIFY(programs[u"ls"_s]["said"_L1].toString().contains(u"libselinux"_s) ||
                    programs[u"ls"_s]["said"_L1].toString().contains(u".so"_s));
        }
        QVERIFY(snapshot(folder) == before);

        // As text, what fails comes first.
        const ProcessResult text = runCli({u"smoke"_s, folder, u"v1"_s});
        VERIFY_EXIT(text, 1);
        QVERIFY2(text.out.startsWith("fails "), text.said().constData());
        QVERIFY2(text.out.contains("v1: 6 run, "), text.said().constData());
        QVERIFY2(text.out.contains("throw-away copy"), text.said().constData());
        QVERIFY(QJsonDocument::fromJson(result.out)["remarks"_L1].isArray());
    }

private:
    QString project() const { return m_dir.filePath(u"nano.refbox.lua"_s); }
    QString image() const { return m_dir.filePath(u"nano.img"_s); }
    QString copies() const { return m_dir.filePath(u"copies"_s); }
    QStringList leftOvers() const
    {
        return QDir(copies()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                        QDir::NoDotAndDotDot);
    }

    ProcessResult inside(const QString &script) const
    {
        return runCli({u"run"_s, image(), u"vsbox01"_s, u"--"_s, u"sh"_s, u"-c"_s, script});
    }

    void startSleeping(QProcess &process) const
    {
        process.start(refboxCli(), {u"run"_s, image(), u"vsbox01"_s, u"--"_s, u"sh"_s, u"-c"_s,
                                    u"echo ready; sleep 60"_s});
        QVERIFY(process.waitForReadyRead());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("ready\n"));
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
