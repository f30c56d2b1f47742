// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The nano-vserver package as an image of every format, judged by packaging/verify-image.sh: the format's own
// programs, GRUB, and a kernel that mounts it and enters the vserver. Where this kernel does not know a
// format, a virtual machine's does.
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
            VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, path(u"nano.refbox.lua"_s), path(u"expected"_s)}),
                        0);
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
        QVERIFY(QFile::remove(image));
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }

    static bool isKnownHere(const QString &format)
    {
        QFile known(u"/proc/filesystems"_s);
        return known.open(QIODevice::ReadOnly) &&
               known.readAll().contains(u"\t%1\n"_s.arg(format).toLatin1());
    }

    static bool hasMachine() { return !QStandardPaths::findExecutable(u"qemu-system-x86_64"_s).isEmpty(); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
