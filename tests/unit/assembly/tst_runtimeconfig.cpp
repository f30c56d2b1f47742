// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Configurations of runtimes: what they say, and which values they refuse.
#include "assembly/runtimeconfig.h"

#include "assembly/runtimeexport.h"
#include "assembly/sealcapabilities.h"
#include "checkfixtures.h"
#include "unit/failure.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>

#include <linux/capability.h>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds{RuntimeKind::Nspawn, RuntimeKind::Lxc, RuntimeKind::VServer};

RuntimeConfig sample()
{
    RuntimeConfig config;
    config.name = "vsbox01";
    config.root = "/mnt/vsbox01";
    config.shell = "/bin/bash";
    config.startup = "/etc/rc";
    return config;
}

// Of the file with that end of its path.
std::string contentOf(RuntimeKind kind, const RuntimeConfig &config, const std::string &end)
{
    for (const RuntimeFile &file : runtimeFiles(kind, config)) {
        if (file.path.ends_with(end))
            return file.content;
    }
    return {};
}

} // namespace

class TestRuntimeConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allTakeTheCapabilitiesAwayThatTheSealDependsOn()
    {
        const std::string nspawn = contentOf(RuntimeKind::Nspawn, sample(), ".nspawn");
        QVERIFY2(nspawn.find("\nDropCapability=CAP_LINUX_IMMUTABLE CAP_MKNOD CAP_SYS_ADMIN CAP_SYS_RAWIO "
                             "CAP_SYS_MODULE\n") != std::string::npos,
                 nspawn.c_str());
        const std::string lxc = contentOf(RuntimeKind::Lxc, sample(), "/config");
        QVERIFY2(lxc.find("\nlxc.cap.drop = linux_immutable mknod sys_admin sys_rawio sys_module\n") !=
                     std::string::npos,
                 lxc.c_str());
        QCOMPARE(contentOf(RuntimeKind::VServer, sample(), "/bcapabilities"),
                 std::string("~LINUX_IMMUTABLE\n~MKNOD\n~SYS_ADMIN\n~SYS_RAWIO\n~SYS_MODULE\n"));
    }

    void theCapabilitiesHaveTheirNumbers()
    {
        constexpr std::array<unsigned, 5> numbers{CAP_LINUX_IMMUTABLE, CAP_MKNOD, CAP_SYS_ADMIN,
                                                  CAP_SYS_RAWIO, CAP_SYS_MODULE};
        QVERIFY(std::ranges::equal(kSealCapabilities, numbers, {}, &SealCapability::number));
    }

    void lxcAllowsTheUsualDevicesOnly()
    {
        const std::string lxc = contentOf(RuntimeKind::Lxc, sample(), "/config");
        const std::size_t deny = lxc.find("\nlxc.cgroup2.devices.deny = a\n");
        QVERIFY2(deny != std::string::npos, lxc.c_str());
        QVERIFY(lxc.find("\nlxc.cgroup2.devices.allow = c 1:3 rwm\n") >
                deny); // /dev/null, after all was denied
        QVERIFY(lxc.find("devices.allow = b") == std::string::npos);
    }

    void nspawnGetsTheNameOfAMachine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("machine");
        QTest::newRow("plain") << u"vsbox01"_s << u"vsbox01"_s;
        QTest::newRow("plus") << u"c++"_s << u"c"_s;
        QTest::newRow("dot at the end") << u"box."_s << u"box"_s;
        QTest::newRow("dash at the end") << u"box-"_s << u"box"_s;
        QTest::newRow("underscore") << u"vs_box"_s << u"vs-box"_s;
    }

    void nspawnGetsTheNameOfAMachine()
    {
        QFETCH(QString, name);
        QFETCH(QString, machine);
        RuntimeConfig config = sample();
        config.name = name.toStdString();
        const std::string file = "nspawn/" + machine.toStdString() + ".nspawn";
        QCOMPARE(runtimeFiles(RuntimeKind::Nspawn, config).front().path, file);
        const auto commands = runtimeCommands(RuntimeKind::Nspawn, config, "/f");
        QVERIFY2(commands.front().find("/f/" + file) != std::string::npos, commands.front().c_str());
        QCOMPARE(commands.back(), "systemd-nspawn -M " + machine.toStdString() + " -D /mnt/vsbox01");
        config.hostname = "other.example";
        QCOMPARE(runtimeFiles(RuntimeKind::Nspawn, config).front().path,
                 name == machine ? file : std::string("nspawn/other.example.nspawn"));
    }

    void whatARuntimeWillNotDoIsRemarked()
    {
        const auto remarks = [](const RuntimeConfig &config, std::span<const RuntimeKind> kinds) {
            const QTemporaryDir folder;
            std::string all;
            for (const std::string &remark :
                 exportRuntime(kinds, config, folder.path().toStdString(), false).remarks)
                all += remark + '\n';
            return QString::fromStdString(all);
        };
        constexpr std::array kLxc{RuntimeKind::Lxc};
        RuntimeConfig config = sample();
        QCOMPARE(remarks(config, kKinds), QString());
        config.hasUsr = false;
        QVERIFY(remarks(config, kKinds).contains(u"/usr"_s));
        QCOMPARE(remarks(config, kLxc), QString());
        config.isSealed = false;
        QVERIFY(remarks(config, kLxc).contains(u"not sealed"_s));
        config.readOnly = true;
        QCOMPARE(remarks(config, kLxc), QString());
    }

    void theRefboxIsBoundReadOnlyWhereItIsNeeded()
    {
        RuntimeConfig config = sample();
        for (const RuntimeKind kind : kKinds) {
            for (const RuntimeFile &file : runtimeFiles(kind, config))
                QVERIFY(file.content.find("refbox") == std::string::npos);
        }
        config.refbox = "/mnt/refbox";
        QVERIFY(
            contentOf(RuntimeKind::Nspawn, config, ".nspawn").find("\nBindReadOnly=/mnt/refbox:/refbox\n") !=
            std::string::npos);
        QVERIFY(contentOf(RuntimeKind::Lxc, config, "/config")
                    .find("\nlxc.mount.entry = /mnt/refbox refbox none bind,ro,") != std::string::npos);
        QVERIFY(contentOf(RuntimeKind::VServer, config, "/fstab")
                    .find("/mnt/refbox /refbox none bind,ro 0 0\n") != std::string::npos);
    }

    void utilVServerGetsItsTree()
    {
        RuntimeConfig config = sample();
        config.address = "10.0.0.5/24";
        config.interface = "eth0";
        config.context = 1234;
        const auto content = [&](const char *end) { return contentOf(RuntimeKind::VServer, config, end); };
        QCOMPARE(content("/context"), std::string("1234\n"));
        QCOMPARE(content("/name"), std::string("vsbox01\n"));
        QCOMPARE(content("/vdir"), std::string("/mnt/vsbox01"));
        QCOMPARE(content("/uts/nodename"), std::string("vsbox01\n"));
        QCOMPARE(content("/interfaces/0/ip"), std::string("10.0.0.5\n"));
        QCOMPARE(content("/interfaces/0/prefix"), std::string("24\n"));
        QCOMPARE(content("/interfaces/0/dev"), std::string("eth0\n"));
        QCOMPARE(content("/apps/init/style"), std::string("sysv\n"));
        QCOMPARE(content("/apps/init/cmd.stop"), std::string("/etc/rc\nstop\n"));
        config.context = 0;
        const std::string made = content("/context");
        QVERIFY(std::stoi(made) >= 2 && std::stoi(made) <= 49151);
        QCOMPARE(content("/context"), made);
    }

    void addressesOfBothKindsAreTaken()
    {
        RuntimeConfig config = sample();
        config.interface = "eth0";
        config.address = "fd00::5/64";
        QVERIFY(
            contentOf(RuntimeKind::Lxc, config, "/config").find("lxc.net.0.ipv6.address = fd00::5/64\n") !=
            std::string::npos);
        config.address = "10.0.0.5";
        QVERIFY(contentOf(RuntimeKind::Lxc, config, "/config").find("lxc.net.0.ipv4.address = 10.0.0.5\n") !=
                std::string::npos);
    }

    void hostileValuesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value :
             {"a\nDropCapability=", "a\rb", "a b", "a\tb", "a\"b", "a'b", "a\\b", "a=b", "a;b", "a#b", "a%b",
              "a$b", "a`b", "../a", "a:b", "\x1b[2J", "\xff", "-a\n", "a,b\n"})
            QTest::newRow(QByteArray(value).toPercentEncoding().constData()) << QByteArray(value);
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
    }

    void hostileValuesAreRefused()
    {
        QFETCH(QByteArray, value);
        const std::string hostile = value.toStdString();
        for (const RuntimeKind kind : kKinds) {
            const auto refused = [&](auto set) {
                RuntimeConfig config = sample();
                config.interface = "eth0";
                set(config);
                return !failureOf([&] { runtimeFiles(kind, config); }).isEmpty();
            };
            QVERIFY(refused([&](RuntimeConfig &c) { c.name = hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.hostname = hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.root = "/mnt/" + hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.refbox = "/mnt/" + hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.shell = "/bin/" + hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.startup = "/etc/" + hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.interface = hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.address = hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.address = "10.0.0.5/" + hostile; }));
            QVERIFY(refused([&](RuntimeConfig &c) { c.address = "10.0.0.5" + hostile; }));
        }
    }

    void wrongValuesAreRefused()
    {
        const auto refused = [](auto set) {
            RuntimeConfig config = sample();
            set(config);
            return !failureOf([&] { runtimeFiles(RuntimeKind::Lxc, config); }).isEmpty();
        };
        QVERIFY(refused([](RuntimeConfig &c) { c.name.clear(); }));
        QVERIFY(refused([](RuntimeConfig &c) { c.name = ".hidden"; }));
        QVERIFY(refused([](RuntimeConfig &c) { c.root.clear(); }));
        QVERIFY(refused([](RuntimeConfig &c) { c.root = "relative"; }));
        QVERIFY(refused([](RuntimeConfig &c) { c.hostname = "-a"; }));
        QVERIFY(refused([](RuntimeConfig &c) { c.hostname = "a..b"; }));
        QVERIFY(refused([](RuntimeConfig &c) { c.hostname = "a."; }));
        QVERIFY(refused([](RuntimeConfig &c) { c.hostname = std::string(65, 'a'); }));
        QVERIFY(refused([](RuntimeConfig &c) { c.address = "10.0.0.5/24"; })); // on which interface?
        QVERIFY(refused([](RuntimeConfig &c) { c.context = 50000; }));
        QVERIFY(refused([](RuntimeConfig &c) {
            c.interface = "eth0";
            c.address = "10.0.0.5/33";
        }));
    }

    void aTreeTellsWhatItsVServerNeeds()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/bash", "x");
        maker.file("/refbox/bin/tool", "y");
        maker.hardLink("/v1/bin/bash", "/refbox/bin/bash");
        maker.file("/v1/etc/rc", "#!/bin/bash\n");
        maker.hardLink("/v2/bin/sh", "/refbox/bin/bash");
        maker.link("/v2/bin/tool", "../../refbox/bin/tool");
        maker.folder("/v3");
        const PlacedTree placed(maker);
        const auto config = [&](std::size_t number) {
            return runtimeConfigOf(*placed.tree, placed.places.refbox(), placed.places.vservers()[number],
                                   "/mnt");
        };
        QCOMPARE(config(0).root, std::string("/mnt/v1"));
        QCOMPARE(config(0).shell, std::string("/bin/bash"));
        QCOMPARE(config(0).startup, std::string("/etc/rc"));
        QCOMPARE(config(0).refbox, std::string());
        QCOMPARE(config(1).shell, std::string("/bin/sh"));
        QCOMPARE(config(1).startup, std::string());
        QCOMPARE(config(1).refbox, std::string("/mnt/refbox"));
        QCOMPARE(config(2).shell, std::string());
        for (const RuntimeKind kind : kKinds)
            QVERIFY(!runtimeFiles(kind, config(2)).empty());
    }

    void aTreeTellsWhetherWhatItSharesIsSealed()
    {
        TreeMaker maker;
        maker.file("/refbox/sealed", "x", fileMetadata(0755, 0, kImmutable));
        maker.file("/refbox/open", "y");
        maker.hardLink("/v1/usr/sealed", "/refbox/sealed");
        maker.file("/v1/own", "z");
        maker.hardLink("/v2/open", "/refbox/open");
        const PlacedTree placed(maker);
        const auto config = [&](std::size_t number, const char *filesystem) {
            ImageSettings image;
            image.filesystem = filesystem;
            return runtimeConfigOf(*placed.tree, placed.places.refbox(), placed.places.vservers()[number],
                                   "/mnt", image);
        };
        QVERIFY(config(0, "ext4").isSealed && config(0, "ext4").hasUsr);
        QVERIFY(!config(0, "reiserfs").isSealed);
        QVERIFY(!config(1, "ext4").isSealed && !config(1, "ext4").hasUsr);
    }

    void whatSomebodyEditedIsNotReplacedUnasked()
    {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        const std::string edited = path + "/lxc/vsbox01/config";
        exportRuntime(kKinds, sample(), path, false);
        exportRuntime(kKinds, sample(), path, false); // the same again
        QCOMPARE(std::filesystem::read_symlink(path + "/vservers/vsbox01/vdir"),
                 std::filesystem::path("/mnt/vsbox01"));
        QFile file(QString::fromStdString(edited));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# mine\n");
        file.close();
        std::filesystem::remove(path + "/nspawn/vsbox01.nspawn");
        QVERIFY(failureOf([&] { exportRuntime(kKinds, sample(), path, false); }).contains(u"edited"_s));
        QVERIFY(!std::filesystem::exists(path + "/nspawn/vsbox01.nspawn")); // nothing else either
        QCOMPARE(std::filesystem::file_size(edited), std::uintmax_t{7});
        exportRuntime(kKinds, sample(), path, true);
        QVERIFY(std::filesystem::file_size(edited) > 100);
    }

    void lxcReadsItsConfiguration()
    {
        const QString lxcInfo = QStandardPaths::findExecutable(u"lxc-info"_s);
        if (lxcInfo.isEmpty())
            QSKIP("lxc is not installed");
        QTemporaryDir folder;
        RuntimeConfig config = sample();
        config.refbox = "/mnt/refbox";
        config.readOnly = true;
        config.interface = "eth0";
        config.address = "10.0.0.5/24";
        exportRuntime(kKinds, config, folder.path().toStdString(), false);
        QProcess process;
        process.start(lxcInfo, {u"-n"_s, u"vsbox01"_s, u"-P"_s, folder.filePath(u"lxc"_s), u"-c"_s,
                                u"lxc.init.cmd"_s, u"-c"_s, u"lxc.uts.name"_s, u"-c"_s, u"lxc.rootfs.path"_s,
                                u"-c"_s, u"lxc.cap.drop"_s});
        QVERIFY(process.waitForFinished());
        const QByteArray out = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, out.constData());
        QVERIFY2(out.contains("lxc.init.cmd = /bin/bash -c /etc/rc${IFS}start;exec${IFS}/bin/bash\n"),
                 out.constData());
        QVERIFY2(out.contains("lxc.uts.name = vsbox01\n"), out.constData());
        QVERIFY2(out.contains("lxc.rootfs.path = /mnt/vsbox01\n"), out.constData());
        QVERIFY2(out.contains("linux_immutable"), out.constData());
    }
};

QTEST_GUILESS_MAIN(TestRuntimeConfig)
#include "tst_runtimeconfig.moc"
