// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The nano-vserver package, and with it a component that has all that a file can have, as an image of every
// format, judged by packaging/verify-image.sh: the format's own programs, GRUB, and a kernel that mounts it
// and enters the vserver. Where this kernel does not know a format, a virtual machine's does.
#include "system/loopmount.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

class TestImages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        VERIFY_EXIT(runCli({u"new"_s, path(u"nano.refbox.lua"_s), u"--template"_s, u"nano-vserver"_s}), 0);
        if (::geteuid() == 0)
            addFeatures();
        if (::geteuid() == 0)
            VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, path(u"nano.refbox.lua"_s), path(u"expected"_s)}),
                        0);
        // Not every file system has such flags.
        const ProcessResult flags = runProgram(u"lsattr"_s, {u"-d"_s, path(u"expected/refbox/bin/bash"_s)});
        m_isSealed = flags.out.left(flags.out.indexOf(' ')).contains('i');
    }

    void cleanupTestCase()
    {
        runProgram(u"chattr"_s, {u"-R"_s, u"-i"_s, path(u"expected"_s)}); // what is sealed cannot be deleted
    }

    void everyFormatIsAsItShouldBe_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("compression");
        for (const char *format : {"ext2", "ext3", "ext4", "erofs", "iso9660", "reiserfs"})
            QTest::newRow(format) << QString::fromLatin1(format) << QString();
        for (const char *compression : {"gzip", "xz", "zstd", "lz4"})
            QTest::addRow("squashfs with %s", compression)
                << u"squashfs"_s << QString::fromLatin1(compression);
    }

    void everyFormatIsAsItShouldBe()
    {
        QFETCH(QString, format);
        QFETCH(QString, compression);
        const QString image = path(u"nano."_s + format);
        QStringList words{u"export"_s, u"image"_s, u"--filesystem"_s, format};
        if (!compression.isEmpty())
            words += {u"--compression"_s, compression};
        const ProcessResult written = runCli(words + QStringList{path(u"nano.refbox.lua"_s), image});
        VERIFY_EXIT(written, 0);
        QVERIFY2(written.out.contains("verified"), written.said().constData());
        if (::geteuid() != 0)
            QSKIP("only root can mount images, and write the folder to compare them with");
        if (isKnownHere(format)) {
            const LoopMount mount(image, path(u"mnt"_s), u"loop,ro"_s);
            if (mount.result().exitCode != 0)
                QSKIP("no loop device can be mounted here: " + mount.result().said());
        }
        if (!isKnownHere(format) && !hasMachine())
            QSKIP("this kernel does not know the format, and there is no virtual machine "
                  "(packaging/install-deps.sh --proof)");
        const ProcessResult proof =
            runProgram(qEnvironmentVariable("REFBOX_SOURCE_DIR") + u"/packaging/verify-image.sh"_s,
                       {u"--expect"_s, path(u"expected"_s), u"--run"_s, u"vsbox01"_s,
                        u"echo entered; ls -l /bin"_s, image});
        VERIFY_EXIT(proof, 0);
        QVERIFY2(proof.out.contains("entered"), proof.said().constData());
        QVERIFY2(proof.out.contains("SHA-256: equal"), proof.said().constData());
        const bool holdsFractions = format == u"ext4"_s || format == u"erofs"_s;
        QVERIFY2(!holdsFractions || proof.out.contains("fractions of seconds: equal"),
                 proof.said().constData());
        const bool holdsSeals = format.startsWith(u"ext"_s) || format == u"reiserfs"_s;
        if (m_isSealed)
            QVERIFY2(proof.out.contains("seals: equal") == holdsSeals, proof.said().constData());
        QVERIFY(QFile::remove(image));
    }

private:
    // A component of files with links, ACLs, attributes, a capability, devices, large owners, holes and odd
    // names.
    void addFeatures()
    {
        const QString folder = path(u"features"_s);
        QVERIFY(QDir().mkdir(folder));
        VERIFY_EXIT(
            runProgram(u"sh"_s,
                       {u"-ec"_s,
                        u"cd \"$0\"; mkdir deep sticky; chmod 1777 sticky; chmod 2750 deep; "
                        "for name in acl cap plain xattr; do echo $name > $name; done; "
                        "setfacl -m u:daemon:r--,g:1234:rwx acl; setfacl -m u:7:rwx,d:g:8:r-x deep; "
                        "setfattr -n user.note -v text xattr; setfattr -n trusted.hidden -v 0x0001ff xattr; "
                        "setfattr -n user.large -v \"$(printf '%0900d' 7)\" plain; "
                        "chown 70000:70001 cap; setcap cap_net_raw+ep cap; chmod 4755 plain; "
                        "ln acl deep/second; ln xattr deep/third; ln -s nowhere dangling; "
                        "mkfifo fifo; mknod char c 10 300; mknod block b 8 17; "
                        "truncate -s 300000 holes; printf end >> holes; "
                        "head -c 4096 /dev/urandom > block-size; head -c 4097 /dev/urandom > one-more; "
                        ": > empty; : > \"$(printf 'b\\303\\244r \\\\ \\047quoted\\047')\"; "
                        ": > \"$(printf '%0200d' 1)\"; touch -d @1000000000.5 plain"_s,
                        folder}),
            0);
        QFile project(path(u"nano.refbox.lua"_s));
        QVERIFY(project.open(QIODevice::ReadWrite));
        QByteArray text = project.readAll();
        const QByteArray list("components = {");
        QCOMPARE(text.count(list), 1);
        text.replace(list, list + "\n    { name = \"features\", prefix = \"/opt/features\", "
                                  "source = { folder = \"features\" } },");
        QVERIFY(project.seek(0));
        QCOMPARE(project.write(text), text.size());
    }

    QString path(const QString &name) const { return m_dir.filePath(name); }

    static bool isKnownHere(const QString &format)
    {
        QFile known(u"/proc/filesystems"_s);
        return known.open(QIODevice::ReadOnly) &&
               known.readAll().contains(u"\t%1\n"_s.arg(format).toLatin1());
    }

    static bool hasMachine() { return !QStandardPaths::findExecutable(u"qemu-system-x86_64"_s).isEmpty(); }

    QTemporaryDir m_dir;
    bool m_isSealed = false;
};

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
