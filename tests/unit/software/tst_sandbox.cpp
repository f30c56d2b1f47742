// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/sandbox.h"

#include "hosttools.h"

#include <QStandardPaths>
#include <QTest>

#include <chrono>
#include <thread>

using namespace Refbox;
using namespace std::chrono_literals;

namespace {

SandboxRequest shell(const char *script)
{
    SandboxRequest request;
    request.command = {"/bin/sh", "-c", script};
    return request;
}

} // namespace

class TestSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesOutputAndStatus();
    void cannotWriteTheHost();
    void cannotReadSecrets();
    void hasNoNetwork();
    void hasOnlyItsEnvironment();
    void inheritsNoDescriptors();
    void bindsAsAsked();
    void endsAtTheTimeLimit();
    void endsAtTheOutputLimit();
    void listensToMuch();
    void answersCancel();
    void saysWhatIsMissing();
    void saysWhenItIsRefused();
    void aProgramThatCannotBeExecutedIsAResultWhereWanted();
    void takesAFolderAsItsRoot();

private:
    SandboxResult run(const SandboxRequest &request)
    {
        Progress progress;
        return runInSandbox(request, progress);
    }
};

void TestSandbox::initTestCase()
{
    if (!outputOf(QStringLiteral("bwrap"),
                  {QStringLiteral("--unshare-all"), QStringLiteral("--ro-bind"), QStringLiteral("/"),
                   QStringLiteral("/"), QStringLiteral("true")}))
        QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it).");
}

void TestSandbox::givesOutputAndStatus()
{
    const SandboxResult result = run(shell("echo out; echo err >&2; exit 3"));
    QCOMPARE(result.end, SandboxResult::End::Exited);
    QCOMPARE(result.status, 3);
    QCOMPARE(result.output, std::string("out\n"));
    QCOMPARE(result.errorOutput, std::string("err\n"));
    QVERIFY(!result.succeeded());
    QVERIFY(run(shell("cat")).succeeded()); // standard input is empty, not waited for
    QCOMPARE(run(shell("kill -9 $$")).status, 137);
}

void TestSandbox::cannotWriteTheHost()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("broken"));
    SandboxRequest request =
        shell("for p in \"$0\" /usr/broken /bin/broken /etc/broken /broken /proc/sys/kernel/hostname; do "
              "(echo x > \"$p\") 2>/dev/null && echo \"wrote $p\"; done; exit 0");
    request.command.push_back(target.toStdString());
    request.binds.push_back({folder.path().toStdString(), "/data", false});
    const SandboxResult result = run(request);
    QVERIFY(result.succeeded());
    QCOMPARE(result.output, std::string());
    QVERIFY(!QFile::exists(target));
    QVERIFY(!QFile::exists(QStringLiteral("/usr/broken")));
    for (const char *attempt : {
             "mount -t tmpfs none /usr",
             "mount -o remount,rw /proc",
             // Powers inside a namespace of its own do not help either.
             "unshare -Ur mount -o remount,rw /proc",
             "unshare -Urmpf mount -t proc none /proc",
             "unshare -Urmn mount -t sysfs none /tmp",
             "cat /proc/sys/kernel/shmmni > /proc/sys/kernel/shmmni",
             "unshare -Ur sh -c 'cat /proc/sys/kernel/shmmni > /proc/sys/kernel/shmmni'",
         })
        QVERIFY2(!run(shell(attempt)).succeeded(), attempt);
}

void TestSandbox::cannotReadSecrets()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("secret")), "secret\n");
    SandboxRequest request =
        shell("ls -A /root /home /etc/shadow /var \"$0\" 2>/dev/null; cat \"$0/secret\" 2>/dev/null; "
              "ls /proc | grep -c '^[0-9]'");
    request.command.push_back(folder.path().toStdString());
    const SandboxResult result = run(request);
    bool number = false;
    // Nothing but the count of processes, which are its own.
    QVERIFY(QByteArray::fromStdString(result.output).trimmed().toInt(&number) < 8);
    QVERIFY2(number, result.output.c_str());
}

void TestSandbox::hasNoNetwork()
{
    const SandboxResult result = run(shell("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"));
    QCOMPARE(result.output, std::string("lo\n"));
}

void TestSandbox::hasOnlyItsEnvironment()
{
    qputenv("REFBOX_SECRET", "secret");
    SandboxRequest request = shell("env | sort; hostname; pwd");
    request.environment["LC_ALL"] = "C";
    request.environment["ODD"] = "a b'\"$";
    request.workingFolder = "/tmp";
    const std::string output = run(request).output;
    QVERIFY(output.find("SECRET") == std::string::npos);
    QVERIFY(output.find("ODD=a b'\"$\n") != std::string::npos);
    QVERIFY(output.find("\nrefbox\n/tmp\n") != std::string::npos);
}

void TestSandbox::inheritsNoDescriptors()
{
    QFile open(QStringLiteral("/etc/passwd"));
    QVERIFY(open.open(QIODevice::ReadOnly));
    const int leak = ::dup(open.handle()); // without close-on-exec
    QVERIFY(leak > 2);
    const std::string output = run(shell("ls /proc/self/fd | wc -l")).output;
    ::close(leak);
    QVERIFY2(QByteArray::fromStdString(output).trimmed().toInt() <= 4, output.c_str()); // with ls's own
}

void TestSandbox::bindsAsAsked()
{
    const QTemporaryDir folder;
    SandboxRequest request = shell("echo built > /build/result && cat /build/result");
    request.binds.push_back({folder.path().toStdString(), "/build", true});
    QVERIFY(run(request).succeeded());
    QCOMPARE(readFile(folder.filePath(QStringLiteral("result"))), QByteArray("built\n"));
}

void TestSandbox::endsAtTheTimeLimit()
{
    SandboxRequest request = shell("sleep 61.75 & sleep 61.75");
    request.timeLimit = 300ms;
    const auto start = std::chrono::steady_clock::now();
    QCOMPARE(run(request).end, SandboxResult::End::TimeLimit);
    QVERIFY(std::chrono::steady_clock::now() - start < 20s);
    // Everything in it is gone.
    QTRY_VERIFY(!outputOf(QStringLiteral("ps"), {QStringLiteral("-eo"), QStringLiteral("args")})
                     .value_or(QByteArray())
                     .contains("sleep 61.75"));
}

void TestSandbox::endsAtTheOutputLimit()
{
    SandboxRequest request = shell("yes");
    request.outputLimit = 10'000;
    const SandboxResult result = run(request);
    QCOMPARE(result.end, SandboxResult::End::OutputLimit);
    QCOMPARE(result.output.size(), std::size_t(10'000));
}

void TestSandbox::listensToMuch()
{
    SandboxRequest request = shell("seq 100000");
    request.outputLimit = 100;
    std::size_t heard = 0;
    request.listener = [&](std::string_view bytes) { heard += bytes.size(); };
    const SandboxResult result = run(request);
    QVERIFY(result.succeeded());
    QCOMPARE(heard, std::size_t(588'895));
    QCOMPARE(result.output.size(), std::size_t(100));
    QVERIFY(result.output.ends_with("99999\n100000\n"));
}

void TestSandbox::answersCancel()
{
    Progress progress;
    std::jthread canceller([&] {
        std::this_thread::sleep_for(200ms);
        progress.cancel();
    });
    bool cancelled = false;
    try {
        runInSandbox(shell("sleep 60"), progress);
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
}

void TestSandbox::saysWhatIsMissing()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    QString advice;
    try {
        run(shell("true"));
    } catch (const Error &error) {
        advice = error.toString();
    }
    qputenv("PATH", path);
    QVERIFY(advice.contains(QStringLiteral("bubblewrap")));
    QVERIFY(advice.contains(QStringLiteral("Install")));
}

void TestSandbox::saysWhenItIsRefused()
{
    SandboxRequest request;
    request.command = {"/nonexistent/program"};
    QVERIFY_THROWS_EXCEPTION(Error, run(request));
    SandboxRequest bind = shell("true");
    bind.binds.push_back({"/nonexistent/source", "/x", false});
    QVERIFY_THROWS_EXCEPTION(Error, run(bind));
}

void TestSandbox::aProgramThatCannotBeExecutedIsAResultWhereWanted()
{
    SandboxRequest request;
    request.command = {"/nonexistent/program"};
    Progress progress;
    QCOMPARE(tryInSandbox(request, progress).end, SandboxResult::End::NotStarted);
    request.command = {"/bin/false"};
    QCOMPARE(tryInSandbox(request, progress).end, SandboxResult::End::Exited);
    // A sandbox that is refused is an Error all the same.
    request.binds.push_back({"/nonexistent/source", "/x", false});
    QVERIFY_THROWS_EXCEPTION(Error, tryInSandbox(request, progress));
}

void TestSandbox::takesAFolderAsItsRoot()
{
    const QString shellPath = QStandardPaths::findExecutable(QStringLiteral("bash-static"));
    if (shellPath.isEmpty())
        QSKIP("needs a static shell: bash-static");
    const QTemporaryDir root;
    for (const char *folder : {"bin", "proc", "dev", "tmp"})
        QVERIFY(QDir(root.path()).mkpath(QLatin1String(folder)));
    QVERIFY(QFile::copy(shellPath, root.filePath(QStringLiteral("bin/sh"))));
    SandboxRequest request = shell("echo $UID $HOSTNAME; echo /*; : > /bin/new && echo written");
    request.systemFolders = false;
    request.rootFolder = root.path().toStdString();
    request.rootInside = true;
    request.hostname = "box";
    QCOMPARE(run(request).output, std::string("0 box\n/bin /dev /proc /tmp\n"));
    QVERIFY(!QFile::exists(root.filePath(QStringLiteral("bin/new"))));
    request.rootWritable = true;
    QCOMPARE(run(request).output, std::string("0 box\n/bin /dev /proc /tmp\nwritten\n"));
    QVERIFY(QFile::exists(root.filePath(QStringLiteral("bin/new"))));
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
