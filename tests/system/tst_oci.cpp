// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The nano-vserver package as OCI images: other people's tools inspect, copy and unpack the layout, what they
// unpack equals the vserver, and it runs. And as configurations that runtimes read.
#include "system/process.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

#define NEED_PROGRAM(name)                                                                                   \
    if (!hasProgram(name))                                                                                   \
    QSKIP(name " is not installed")

QJsonObject parsed(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

// Two vservers that have the same component in the same places, and one that has it elsewhere.
constexpr const char *kProject = R"(return {
    refbox = 1,
    name = "shared",
    image = { filesystem = "ext4" },
    components = { { name = "special", prefix = "/opt/special", source = { folder = "special" } } },
    vservers = {
        { name = "one", skeleton = "typical", links = { { from = "/opt/special", to = "/special" } } },
        { name = "two", skeleton = "minimal", links = { { from = "/opt/special", to = "/special" } },
          files = { ["/special/dir/own"] = "in a folder with a default ACL" } },
        { name = "other", skeleton = "empty", links = { { from = "/opt/special", to = "/elsewhere" } } },
    },
}
)";

} // namespace

class TestOci final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        VERIFY_EXIT(runCli({u"new"_s, nano(), u"--template"_s, u"nano-vserver"_s}), 0);
        QVERIFY(makeSpecialFolder());
        QVERIFY(writeFile(shared(), kProject));
        m_nano = runCli({u"export"_s, u"oci"_s, u"--json"_s, nano(), path(u"nano-oci"_s)});
        VERIFY_EXIT(m_nano, 0);
        m_shared = runCli({u"export"_s, u"oci"_s, u"--json"_s, shared(), path(u"shared-oci"_s)});
        VERIFY_EXIT(m_shared, 0);
    }

    // QTemporaryDir leaves names that are no text.
    void cleanupTestCase() { runProgram(u"rm"_s, {u"-rf"_s, m_dir.path()}); }

    void vserversShareLayers()
    {
        const QJsonObject report = parsed(m_shared.out);
        const QJsonArray images = report["images"_L1].toArray();
        const QJsonArray layers = report["layers"_L1].toArray();
        QCOMPARE(images.size(), 3);
        QCOMPARE(report["verified"_L1].toBool(), true);
        const auto lowest = [&](int image) {
            const QJsonObject layer =
                layers[images[image].toObject()["layers"_L1].toArray()[0].toInt()].toObject();
            return layer["component"_L1].toString() == u"special"_s ? layer["digest"_L1].toString()
                                                                    : QString();
        };
        QVERIFY(!lowest(0).isEmpty());
        QCOMPARE(lowest(0), lowest(1));
        QVERIFY(!lowest(2).isEmpty());
        QVERIFY(lowest(2) != lowest(0));
        const QJsonObject lost = report["lost_sharing"_L1].toArray()[0].toObject();
        QCOMPARE(lost["component"_L1].toString(), u"special"_s);
        QCOMPARE(lost["times"_L1].toInt(), 2);
    }

    void lostSharingIsSaidBeforehand()
    {
        const ProcessResult planned =
            runCli({u"export"_s, u"oci"_s, u"--plan"_s, shared(), path(u"never-oci"_s)});
        VERIFY_EXIT(planned, 0);
        QVERIFY2(planned.out.contains("Component special: stored up to 2 times"), planned.said().constData());
        QVERIFY2(planned.out.contains("special, shared by 2\n"), planned.said().constData());
        QVERIFY(!QFile::exists(path(u"never-oci"_s)));
        // Whoever did not ask is told before the layers are written.
        const qsizetype said = m_shared.err.indexOf("Component special: stored up to 2 times");
        const qsizetype written = m_shared.err.indexOf("Writing the layers");
        QVERIFY2(said >= 0 && (written < 0 || said < written), m_shared.said().constData());
    }

    // Each component of the real package has its layer.
    void componentsAreLayers()
    {
        const QJsonArray layers = parsed(m_nano.out)["layers"_L1].toArray();
        QVERIFY2(layers.size() >= 3, m_nano.said().constData());
        int own = 0;
        for (const QJsonValue &layer : layers)
            own += layer["own"_L1].toBool() ? 1 : 0;
        QCOMPARE(own, 1);
    }

    void skopeoInspectsAndCopies()
    {
        NEED_PROGRAM("skopeo");
        for (const QString &name : {u"one"_s, u"two"_s, u"other"_s}) {
            const QString image = u"oci:"_s + path(u"shared-oci"_s) + u':' + name;
            const ProcessResult inspected = runProgram(u"skopeo"_s, {u"inspect"_s, image});
            VERIFY_EXIT(inspected, 0);
            QCOMPARE(parsed(inspected.out)["Os"_L1].toString(), u"linux"_s);
            VERIFY_EXIT(runProgram(u"skopeo"_s, {u"copy"_s, u"--insecure-policy"_s, image,
                                                 u"oci:"_s + path(u"copy-oci"_s) + u':' + name}),
                        0);
        }
        // As in a registry: the shared layer is there once.
        const QStringList blobs = QDir(path(u"shared-oci/blobs/sha256"_s)).entryList(QDir::Files);
        QCOMPARE(QDir(path(u"copy-oci/blobs/sha256"_s)).entryList(QDir::Files).size(), blobs.size());
    }

    void umociUnpacksWhatWasPlanned_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("vserver");
        QTest::newRow("nano") << nano() << u"nano-oci"_s << u"vsbox01"_s;
        QTest::newRow("one") << shared() << u"shared-oci"_s << u"one"_s;
        QTest::newRow("two") << shared() << u"shared-oci"_s << u"two"_s;
        QTest::newRow("other") << shared() << u"shared-oci"_s << u"other"_s;
    }

    void umociUnpacksWhatWasPlanned()
    {
        NEED_ROOT();
        NEED_PROGRAM("umoci");
        QFETCH(QString, project);
        QFETCH(QString, layout);
        QFETCH(QString, vserver);
        const QString bundle = path(u"bundle-"_s + vserver);
        VERIFY_EXIT(
            runProgram(u"umoci"_s, {u"unpack"_s, u"--image"_s, path(layout) + u':' + vserver, bundle}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, u"--no-flags"_s, u"--below-a"_s, u'/' + vserver, project,
                            bundle + u"/rootfs"_s}),
                    0);
    }

    void aRuntimeRunsIt()
    {
        NEED_ROOT();
        const QString bundle = path(u"bundle-vsbox01"_s);
        if (!QFile::exists(bundle + u"/config.json"_s))
            QSKIP("umoci made no bundle");
        // No terminal, no network, and a command that ends; what this machine's cgroups allow is not the
        // point.
        QFile file(bundle + u"/config.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject config = parsed(file.readAll());
        file.close();
        QJsonObject process = config["process"_L1].toObject();
        const QStringList command = {u"/bin/bash"_s, u"-c"_s,
                                     u"read -r name </etc/hostname; echo \"in $name\""_s};
        QCOMPARE(process["args"_L1].toArray()[0].toString(), u"/bin/bash"_s);
        process.insert(u"args"_s, QJsonArray::fromStringList(command));
        process.insert(u"terminal"_s, false);
        config.insert(u"process"_s, process);
        QVERIFY(writeFile(file.fileName(), QJsonDocument(config).toJson()));
        QByteArray refused = "neither crun nor runc is installed";
        for (const QString &runtime : {u"crun"_s, u"runc"_s}) {
            if (!hasProgram(runtime.toLatin1().constData()))
                continue;
            const QString name = u"refbox-test-%1"_s.arg(QCoreApplication::applicationPid());
            const ProcessResult ran =
                runProgram(runtime, {u"run"_s, u"--bundle"_s, bundle, name}, bundle, 60);
            if (ran.exitCode == 0) {
                QCOMPARE(ran.out, QByteArray("in vsbox01\n"));
                return;
            }
            refused = ran.said().simplified();
        }
        QSKIP(("no OCI runtime works here: " + refused).constData());
    }

    void twoRunsGiveTheSameBytes()
    {
        VERIFY_EXIT(runCli({u"export"_s, u"oci"_s, u"--no-verify"_s, shared(), path(u"again-oci"_s)}), 0);
        QCOMPARE(contents(u"again-oci"_s), contents(u"shared-oci"_s));
    }

    void aSecondRunWritesNoLayer()
    {
        std::map<std::string, QByteArray> before = snapshot(path(u"shared-oci/blobs"_s));
        const ProcessResult again =
            runCli({u"export"_s, u"oci"_s, u"--json"_s, shared(), path(u"shared-oci"_s)});
        VERIFY_EXIT(again, 0);
        QVERIFY(snapshot(path(u"shared-oci/blobs"_s)) == before); // inodes, too
        for (const QJsonValue &layer : parsed(again.out)["layers"_L1].toArray())
            QVERIFY(layer["reused"_L1].toBool());
    }

    // An image that was opened has the same layers but for what only a project knows: the components' names.
    void anOpenedTreeIsExported()
    {
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--no-verify"_s, nano(), path(u"nano.img"_s)}), 0);
        const ProcessResult opened =
            runCli({u"export"_s, u"oci"_s, u"--json"_s, u"--compression"_s, u"none"_s, u"--from"_s,
                    path(u"nano.img"_s), path(u"opened-oci"_s)});
        VERIFY_EXIT(opened, 0);
        QVERIFY(parsed(opened.out)["layers"_L1].toArray().size() >= 2);
        VERIFY_REFUSED(runCli({u"export"_s, u"oci"_s, u"--from"_s, path(u"special"_s), path(u"none-oci"_s)}),
                       "no vserver");
        QVERIFY(!QFile::exists(path(u"none-oci"_s)));
    }

    void whiteoutsAreRefusedBeforeAnythingIsWritten()
    {
        QVERIFY(QDir().mkpath(path(u"tree/vsbox01"_s)));
        QVERIFY(writeFile(path(u"tree/vsbox01/.wh.gone"_s), "x"));
        VERIFY_REFUSED(runCli({u"export"_s, u"oci"_s, u"--from"_s, path(u"tree"_s), path(u"wh-oci"_s)}),
                       "/vsbox01/.wh.gone");
        QVERIFY(!QFile::exists(path(u"wh-oci"_s)));
    }

    // Whatever is done to a run at whatever time, the layout is a whole one: the old or the new.
    void aKilledRunLeavesTheOldLayout()
    {
        NEED_PROGRAM("skopeo");
        const QString layout = path(u"killed-oci"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"oci"_s, u"--no-verify"_s, shared(), layout}), 0);
        const QByteArray index = hashOf(layout + u"/index.json"_s);
        for (const int signal : {SIGKILL, SIGINT}) {
            for (const int wait : {1, 60, 150, 300}) {
                QProcess process;
                process.start(refboxCli(), {u"export"_s, u"oci"_s, u"--compression"_s, u"zstd"_s,
                                            u"--level"_s, u"19"_s, nano(), layout});
                QVERIFY(process.waitForStarted());
                QTest::qWait(wait);
                ::kill(static_cast<pid_t>(process.processId()), signal);
                QVERIFY(process.waitForFinished(20000));
                if (hashOf(layout + u"/index.json"_s) != index)
                    QSKIP("the export was done before it could be stopped");
                const ProcessResult inspected =
                    runProgram(u"skopeo"_s, {u"inspect"_s, u"oci:"_s + layout + u":one"_s});
                VERIFY_EXIT(inspected, 0);
            }
        }
        VERIFY_EXIT(runCli({u"export"_s, u"oci"_s, shared(), layout}), 0);
    }

    void runtimesReadTheirConfigurations()
    {
        const ProcessResult written =
            runCli({u"export"_s, u"runtime"_s, u"--mount"_s, path(u"mnt"_s), u"--interface"_s, u"eth0"_s,
                    u"--address"_s, u"10.0.0.5/24"_s, nano(), u"vsbox01"_s, path(u"runtimes"_s)});
        VERIFY_EXIT(written, 0);
        QVERIFY(QFile::exists(path(u"runtimes/nspawn/vsbox01.nspawn"_s)));
        QVERIFY(QFile::exists(path(u"runtimes/vservers/vsbox01/context"_s)));
        VERIFY_REFUSED(runCli({u"export"_s, u"runtime"_s, u"--hostname"_s, u"a\nDropCapability="_s, nano(),
                               u"vsbox01"_s, path(u"hostile"_s)}),
                       "host name");
        QVERIFY(!QFile::exists(path(u"hostile"_s)));
        NEED_PROGRAM("lxc-info");
        const ProcessResult read =
            runProgram(u"lxc-info"_s, {u"-n"_s, u"vsbox01"_s, u"-P"_s, path(u"runtimes/lxc"_s), u"-c"_s,
                                       u"lxc.init.cmd"_s, u"-c"_s, u"lxc.net.0.ipv4.address"_s});
        VERIFY_EXIT(read, 0);
        QVERIFY2(read.out.contains("10.0.0.5/24") && read.out.contains("/etc/rc${IFS}start;exec"),
                 read.said().constData());
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString nano() const { return path(u"nano.refbox.lua"_s); }
    QString shared() const { return path(u"shared.refbox.lua"_s); }

    // By name, what the files hold.
    std::map<QString, QByteArray> contents(const QString &layout) const
    {
        std::map<QString, QByteArray> files;
        files[u"index.json"_s] = hashOf(path(layout + u"/index.json"_s));
        files[u"oci-layout"_s] = hashOf(path(layout + u"/oci-layout"_s));
        const QDir blobs(path(layout + u"/blobs/sha256"_s));
        for (const QString &name : blobs.entryList(QDir::Files | QDir::Hidden))
            files[name] = hashOf(blobs.filePath(name));
        return files;
    }

    // With what only a faithful runtime keeps: ACLs, xattrs, capabilities, link groups, large ids, odd names.
    bool makeSpecialFolder() const
    {
        QString script =
            u"set -e; mkdir -p special/dir/below; cd special; printf x >acl; printf y >xattr; printf z >cap; "
            "head -c 200000 /dev/zero >zeros; ln -f xattr xattr2; ln -f acl dir/acl2; ln -sf target sym; "
            "printf i >dir/inherits; printf j >dir/below/inherits; printf long >\"$(printf '%0200d' 7)\"; "
            "printf odd >\"$(printf 'a\\377 b\\nc')\"; "_s;
        if (::geteuid() == 0 && hasProgram("setfacl") && hasProgram("setfattr") && hasProgram("setcap"))
            script +=
                u"setfacl -m u:daemon:r--,g:1234:rwx acl; "
                "setfattr -n user.note -v \"$(printf 'a\\nb')\" xattr; setfattr -n trusted.t -v 1 xattr; "
                "chown 70000:70001 cap; setcap cap_net_raw+ep cap; chmod 2755 dir; chown 0:50 dir; "
                "setfacl -m d:u:7:rwx dir; chown 4000000000:3000000000 zeros; "_s;
        script += u"find . -exec touch -h -d '2020-02-02 02:02:02.123456789' {} +; "
                  "touch -d '1965-03-02 01:02:03' xattr"_s;
        return runProgram(u"sh"_s, {u"-c"_s, script}, m_dir.path()).exitCode == 0;
    }

    QTemporaryDir m_dir;
    ProcessResult m_nano;
    ProcessResult m_shared;
};

QTEST_GUILESS_MAIN(TestOci)
#include "tst_oci.moc"
