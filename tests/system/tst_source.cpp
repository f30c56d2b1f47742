// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The classic package from its authors' tarballs: built, mounted, and each of its programs run inside the
// vserver. Needs the tarballs, in REFBOX_SOURCES or in ../shared/sources beside the checkout. It has a cache
// of its own: what an earlier run has built would prove nothing.
#include "system/loopmount.h"
#include "system/sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUdpSocket>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

// One session of a passive FTP client (RFC 959, 2428), which gets one file.
class FtpServer final : public QThread
{
public:
    explicit FtpServer(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        start();
        while (m_port == 0 && isRunning())
            msleep(5);
    }
    ~FtpServer() override { wait(); }
    quint16 port() const { return m_port; }

private:
    void run() override
    {
        QTcpServer control;
        QTcpServer data;
        if (!control.listen(QHostAddress::LocalHost) || !data.listen(QHostAddress::LocalHost))
            return;
        m_port = control.serverPort();
        if (!control.waitForNewConnection(20'000))
            return;
        QTcpSocket *client = control.nextPendingConnection();
        const auto say = [client](const QByteArray &line) {
            client->write(line + "\r\n");
            client->waitForBytesWritten(5'000);
        };
        say("220 ready");
        while (client->canReadLine() || client->waitForReadyRead(20'000)) {
            const QByteArray line = client->readLine().trimmed();
            if (line.startsWith("RETR")) {
                say("150 here it comes");
                if (!data.hasPendingConnections() && !data.waitForNewConnection(20'000))
                    return;
                QTcpSocket *file = data.nextPendingConnection();
                file->write(m_bytes);
                file->waitForBytesWritten(5'000);
                file->disconnectFromHost();
                say("226 done");
            } else if (line.startsWith("QUIT")) {
                return say("221 bye");
            } else {
                say(answer(line, data.serverPort()));
            }
        }
    }

    QByteArray answer(const QByteArray &line, quint16 port) const
    {
        if (line.startsWith("USER"))
            return "331 password";
        if (line.startsWith("PASS"))
            return "230 in";
        if (line.startsWith("SIZE"))
            return "213 " + QByteArray::number(m_bytes.size());
        if (line.startsWith("EPSV"))
            return "229 passive (|||" + QByteArray::number(port) + "|)";
        if (line.startsWith("PASV"))
            return "227 passive (127,0,0,1," + QByteArray::number(port >> 8) + ',' +
                   QByteArray::number(port & 255) + ')';
        return line.startsWith("TYPE") ? "200 binary" : "502 no";
    }

    QByteArray m_bytes;
    std::atomic<quint16> m_port = 0;
};

} // namespace

class TestSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QByteArray why = whyNothingCanBeBuilt(); !why.isEmpty())
            QSKIP(why.constData());
        qputenv("REFBOX_CACHE", QFile::encodeName(path(u"cache"_s)));
        VERIFY_EXIT(runCli({u"new"_s, project(), u"--template"_s, u"nano-vserver-from-source"_s}), 0);
        const ProcessResult built =
            runProgram(refboxCli(), {u"build"_s, project(), u"--out"_s, path(u"out"_s)}, {}, 3500);
        VERIFY_EXIT(built, 0);
    }

    void aSecondBuildBuildsNothing()
    {
        const ProcessResult again =
            runCli({u"build"_s, project(), u"--out"_s, path(u"again"_s), u"--no-verify"_s});
        VERIFY_EXIT(again, 0);
        QVERIFY2(!again.err.contains("unpacking"), again.said().constData());
        QCOMPARE(hashOf(path(u"again/nano-vserver-from-source.img"_s)), hashOf(image()));
    }

    void theCheckerFindsNoErrors() { VERIFY_EXIT(runCli({u"check"_s, project()}), 0); }

    void thePackageIsSmall()
    {
        NEED_ROOT();
        const ProcessResult plan = runCli({u"plan"_s, u"--json"_s, project()});
        VERIFY_EXIT(plan, 0);
        // All but the sources, which are what their authors made them.
        const qint64 all = QJsonDocument::fromJson(plan.out).object().value("contentBytes"_L1).toInteger();
        qint64 sources = 0;
        const LoopMount mount(image(), path(u"sizes"_s), u"loop,ro"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        for (const QFileInfo &file : QDir(path(u"sizes/baby/src"_s)).entryInfoList(QDir::Files))
            sources += file.size();
        QVERIFY(sources > 10'000'000);
        QVERIFY2(all - sources < 20'000'000, QByteArray::number(all - sources));
    }

    // Each file once, however many names it has.
    void theBaseIsSmall()
    {
        const ProcessResult plan = runCli({u"plan"_s, u"--json"_s, project()});
        VERIFY_EXIT(plan, 0);
        qint64 base = 0;
        int count = 0;
        for (const QJsonValue &component :
             QJsonDocument::fromJson(plan.out).object().value("components"_L1).toArray()) {
            if (!component["name"_L1].toString().startsWith(u"base-"_s))
                continue;
            base += component["bytes"_L1].toInteger();
            ++count;
        }
        QCOMPARE(count, 2);
        QVERIFY2(base > 1'000'000 && base <= 6'600'000, QByteArray::number(base));
    }

    void theSourcesAreUntouched()
    {
        NEED_ROOT();
        const LoopMount mount(image(), path(u"mnt1"_s), u"loop,ro"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        const QDir sources(qEnvironmentVariable("REFBOX_SOURCES"));
        const QDir baby(path(u"mnt1/baby/src"_s));
        const QStringList files = baby.entryList(QDir::Files);
        QVERIFY2(files.size() >= 9, files.join(u' ').toUtf8());
        VERIFY_EXIT(runProgram(u"sha256sum"_s, {u"--check"_s, u"--quiet"_s, u"SHA256SUMS"_s}, baby.path()),
                    0);
        for (const QString &file : files) {
            if (file != u"SHA256SUMS"_s && sources.exists(file))
                QCOMPARE(hashOf(baby.filePath(file)), hashOf(sources.filePath(file)));
        }
        QVERIFY(QFile::exists(path(u"mnt1/baby/doc/gnu-bash.log"_s)));
    }

    void everyProgramRunsInTheVServer()
    {
        NEED_ROOT();
        if (!hasProgram("bsdtar"))
            QSKIP("bsdtar is not installed");
        // From the star-ball: in the image and in a folder, what it shares is sealed.
        m_vserver = path(u"vsbox01"_s);
        QVERIFY(QDir().mkpath(m_vserver));
        VERIFY_EXIT(runProgram(u"bsdtar"_s, {u"-xpf"_s, path(u"out/vsbox01.tar.zst"_s), u"-C"_s, m_vserver}),
                    0);
        VERIFY_EXIT(inside(u"[ \"$BASH_VERSION\" ] && echo $BASH_VERSION"_s), 0);
        VERIFY_EXIT(inside(u"ls --version | grep -q coreutils"_s), 0);
        VERIFY_EXIT(inside(u"busybox | grep -q 'BusyBox v1.37'"_s), 0);
        VERIFY_EXIT(
            inside(u"for a in vi wget ftpget ftpput rpm dpkg; do busybox --list | grep -qx $a; done"_s), 0);
        VERIFY_EXIT(inside(u"lua -e 'assert(_VERSION == \"Lua 5.4\")'"_s), 0);
        VERIFY_EXIT(
            inside(u"cd /tmp; echo 'print(6 * 7)' > a.lua; luac -o a.luac a.lua; [ $(lua a.luac) = 42 ]"_s),
            0);
        VERIFY_EXIT(
            inside(u"[ $(tput -T xterm cols) = 80 ]; infocmp xterm >/dev/null; tabs -T xterm >/dev/null"_s),
            0);
        QStringList broken;
        int started = 0;
        for (const char *folder : {"bin", "sbin", "usr/bin", "usr/sbin"}) {
            const QString below = m_vserver + u'/' + QString::fromLatin1(folder);
            for (const QString &name : QDir(below).entryList(QDir::Files | QDir::System)) {
                const ProcessResult run = runProgram(
                    u"timeout"_s, {u"5"_s, u"chroot"_s, m_vserver,
                                   u"/"_s + QString::fromLatin1(folder) + u'/' + name, u"--help"_s});
                ++started;
                if (run.exitCode == 126 || run.exitCode == 127 ||
                    run.err.contains("error while loading shared libraries"))
                    broken += name + u": "_s + QString::fromUtf8(run.err.left(200));
            }
        }
        QVERIFY2(broken.isEmpty(), broken.join(u'\n').toUtf8());
        QVERIFY2(started > 400, QByteArray::number(started));
    }

    void bashTalksToTheNetwork()
    {
        if (m_vserver.isEmpty())
            QSKIP("there is no vserver to enter, see above");
        const LineServer server;
        QVERIFY(server.port() != 0);
        const ProcessResult said =
            inside(u"exec 3<>/dev/tcp/127.0.0.1/%1; read -r line <&3; echo \"$line\""_s.arg(server.port()));
        QCOMPARE(said.out, QByteArray("hello from outside\n"));
        sendsDatagrams(m_vserver);
    }

    // In the vserver another Bash stands over it: the refbox alone has it as /bin/bash.
    void theStaticBashTalksToTheNetwork()
    {
        NEED_ROOT();
        const LoopMount mount(image(), path(u"mnt2"_s), u"loop,ro"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        const QString root = path(u"mnt2/refbox"_s);
        const ProcessResult headers = runProgram(u"readelf"_s, {u"-lW"_s, root + u"/bin/bash"_s});
        VERIFY_EXIT(headers, 0);
        QVERIFY2(!headers.out.contains("INTERP"), headers.out.constData());
        const LineServer server;
        QVERIFY(server.port() != 0);
        const ProcessResult said = runInRoot(
            root, u"exec 3<>/dev/tcp/127.0.0.1/%1; read -r line <&3; echo \"$line\""_s.arg(server.port()));
        QCOMPARE(said.out, QByteArray("hello from outside\n"));
        sendsDatagrams(root);
    }

    void busyboxFetchesByFtp()
    {
        if (m_vserver.isEmpty())
            QSKIP("there is no vserver to enter, see above");
        const FtpServer server("some bytes\n");
        QVERIFY(server.port() != 0);
        VERIFY_EXIT(inside(u"cd /tmp; busybox ftpget -u a -p b -P %1 127.0.0.1 got file; "
                           "[ \"$(cat got)\" = 'some bytes' ]"_s.arg(server.port())),
                    0);
    }

    // The kernel looks for the interpreter in the root of whoever starts the program.
    void compiledLuaStartsByItself()
    {
        if (m_vserver.isEmpty())
            QSKIP("there is no vserver to enter, see above");
        const QString misc = u"/proc/sys/fs/binfmt_misc"_s;
        const bool isMounted = QFile::exists(misc + u"/register"_s);
        if (!isMounted && runProgram(u"mount"_s, {u"-t"_s, u"binfmt_misc"_s, u"none"_s, misc}).exitCode != 0)
            QSKIP("this machine's kernel has no binfmt_misc");
        const auto unmount = qScopeGuard([&] {
            if (!isMounted)
                runProgram(u"umount"_s, {misc});
        });
        if (QFile::exists(misc + u"/luac"_s))
            QSKIP("a rule of this name is registered here already");
        const ProcessResult rule = inside(u"cat /opt/tecgraf/lib/binfmt.d/luac.conf"_s);
        VERIFY_EXIT(rule, 0);
        if (!writeFile(misc + u"/register"_s, rule.out))
            QSKIP("this machine does not let the rule be registered");
        const ProcessResult ran =
            inside(u"cd /tmp; echo 'print(6 * 7)' > b.lua; luac -o b b.lua; chmod +x b; ./b"_s);
        QVERIFY(writeFile(misc + u"/luac"_s, "-1"));
        VERIFY_EXIT(ran, 0);
        QCOMPARE(ran.out, QByteArray("42\n"));
    }

    void accessListsAndAttributesAreKept()
    {
        if (m_vserver.isEmpty())
            QSKIP("there is no vserver to enter, see above");
        const ProcessResult set =
            inside(u"cd /tmp; rm -rf x y; mkdir x; echo a > x/f; setfacl -m u:7:rw x/f && "
                   "setfattr -n user.note -v kept x/f"_s);
        if (set.err.contains("not supported"))
            QSKIP("this file system has no ACLs or extended attributes");
        VERIFY_EXIT(set, 0);
        VERIFY_EXIT(inside(u"cd /tmp; ls -l x/f | grep -q '^-rw-rw-r--+'"_s), 0);
        VERIFY_EXIT(inside(u"cd /tmp; cp --preserve=all x/f x/g; getfacl -n x/g | grep -q '^user:7:rw-' && "
                           "getfattr --only-values -n user.note x/g | grep -qx kept"_s),
                    0);
        VERIFY_EXIT(
            inside(u"cd /tmp; bsdtar -cf a.tar --acls --xattrs x; mkdir y; bsdtar -xpf a.tar --acls --xattrs "
                   "-C y; getfacl -n y/x/f | grep -q '^user:7:rw-' && "
                   "getfattr --only-values -n user.note y/x/f | grep -qx kept"_s),
            0);
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString project() const { return path(u"classic.refbox.lua"_s); }
    QString image() const { return path(u"out/nano-vserver-from-source.img"_s); }

    static void sendsDatagrams(const QString &root)
    {
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress::LocalHost));
        VERIFY_EXIT(
            runInRoot(root, u"echo hello from inside > /dev/udp/127.0.0.1/%1"_s.arg(socket.localPort())), 0);
        QVERIFY(socket.hasPendingDatagrams() || socket.waitForReadyRead(5'000));
        QByteArray bytes(100, '\0');
        bytes.truncate(socket.readDatagram(bytes.data(), bytes.size()));
        QCOMPARE(bytes, QByteArray("hello from inside\n"));
    }

    ProcessResult inside(const QString &script) const { return runInRoot(m_vserver, script); }

    QTemporaryDir m_dir;
    QString m_vserver;
};

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
