// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an image takes over from the one that stands in its place, and that it has the bytes of a fresh one.
#include "assembly/exporter.h"
#include "formats/folderreader.h"
#include "formats/imageformat.h"

#include "../formats/imagefixture.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

using namespace Refbox;
using namespace Refbox::Testing;
using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const std::string &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string letters(std::size_t size, char first)
{
    std::string bytes(size, first);
    for (std::size_t i = 0; i < size; i += 61)
        bytes[i] = static_cast<char>('a' + i / 61 % 26);
    return bytes;
}

} // namespace

class TestImageNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void takesOverWhatDidNotChange_data() { addFormats(true); }
    void takesOverWhatDidNotChange();
    void sharesBlocksOfTheDisk_data() { addFormats(false); }
    void sharesBlocksOfTheDisk();
    void takesNothingFromAnImageThatSomebodyTouched();
    void noticesAChangeThatHidesItsTime();
    void waitsUntilASourceHasSettled();
    void fillsUpWhatWasNoBlockBefore();
    void takesNothingFromOtherBlocks();
    void takesNothingPackedOtherwise();
    void takesOverFragmentsThatAreTheSame();
    void doesWithoutAnImageThatIsGone();
    void takesNothingFromAnotherFormat();
    void findsAnImageByAnyPath();
    void takesNothingWhereNothingWasVerified();
    void takesNothingWhenToldSo();

private:
    // Packed blocks do not begin where the disk's do.
    static void addFormats(bool withPacked)
    {
        QTest::addColumn<QString>("format");
        for (const ImageFormatInfo &info : imageFormats())
            if (withPacked || info.format != ImageFormat::SquashFs)
                QTest::newRow(std::string(info.name).c_str()) << QString::fromUtf8(info.name);
    }
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
    ExportReport write(const std::string &format, const std::string &target, bool takeOver = true,
                       bool verify = true) const
    {
        Progress progress;
        ImageExport options;
        options.settings.filesystem = format;
        options.settings.blockSize = m_blockSize;
        options.settings.compression = m_compression;
        options.takeOver = takeOver;
        options.verify = verify;
        return exportImage(*readFolder(m_tree, progress), target, options, progress);
    }
    void takesOver(const std::string &format, const std::string &image);
    bool isFresh(const std::string &format, const std::string &image) const
    {
        write(format, image + ".fresh", false);
        return bytesOf(image) == bytesOf(image + ".fresh");
    }
    std::string source(const std::string &name) const { return m_tree + '/' + name; }

    std::optional<QTemporaryDir> m_dir;
    std::string m_tree;
    std::uint32_t m_blockSize = 0;
    std::string m_compression;
};

// Files of all sizes that matter, long enough unchanged. Tests change only others.
void TestImageNotes::initTestCase()
{
    m_dir.emplace();
    struct statfs disk
    {
    };
    QCOMPARE(statfs(at("").c_str(), &disk), 0);
    if (disk.f_type != EXT4_SUPER_MAGIC && disk.f_type != XFS_SUPER_MAGIC &&
        disk.f_type != BTRFS_SUPER_MAGIC && disk.f_type != TMPFS_MAGIC)
        QSKIP("The folder for temporary files is on a file system whose times are not gone by");
    qputenv("REFBOX_CACHE", (m_dir->path() + u"/cache"_s).toUtf8());
    m_tree = at("tree");
    fs::create_directories(source("sub"));
    for (std::size_t i = 0; i < 40; ++i)
        put(source("sub/s" + std::to_string(i)), letters(i * 97 + 1, 's'));
    for (std::size_t i = 0; i < 20; ++i)
        put(source("m" + std::to_string(i)), letters(4096 * i + i % 3, 'm'));
    for (std::size_t i = 0; i < 3; ++i)
        put(source("large" + std::to_string(i)), letters(700000 + i, 'l'));
    {
        std::ofstream sparse(source("sparse"), std::ios::binary);
        sparse.seekp(3 << 20);
        sparse << letters(50000, 'h');
    }
    fs::create_hard_link(source("large0"), source("sub/again"));
    QTest::qWait(4500);
}

void TestImageNotes::cleanup()
{
    for (const char *name : {"0first", "mchanging", "zlast"})
        fs::remove(source(name));
}

// Once more, changed within a block, with everything elsewhere, and with something removed.
void TestImageNotes::takesOver(const std::string &format, const std::string &image)
{
    // Bytes, holes not counted. SquashFS packs the ends of files together, so what is before or after them
    // counts, too.
    const std::uint64_t settled = format == "squashfs" ? 1900000 : 2900000;
    put(source("mchanging"), letters(5000, 'c'));
    QCOMPARE(write(format, image).takenOver, 0U);
    ExportReport report = write(format, image);
    QVERIFY(report.verified.value_or(false));
    QVERIFY2(report.takenOver > settled, std::to_string(report.takenOver).c_str());
    QVERIFY(isFresh(format, image));

    std::ofstream(source("mchanging"), std::ios::app) << "more";
    report = write(format, image);
    QVERIFY2(report.takenOver > settled, std::to_string(report.takenOver).c_str());
    QVERIFY(isFresh(format, image));

    put(source("0first"), letters(70000, 'f'));
    put(source("zlast"), letters(3000, 'z'));
    report = write(format, image);
    QVERIFY2(report.takenOver > settled, std::to_string(report.takenOver).c_str());
    QVERIFY(isFresh(format, image));

    fs::remove(source("0first"));
    fs::remove(source("mchanging"));
    report = write(format, image);
    QVERIFY2(report.takenOver > settled, std::to_string(report.takenOver).c_str());
    QVERIFY(isFresh(format, image));
}

void TestImageNotes::takesOverWhatDidNotChange()
{
    QFETCH(QString, format);
    takesOver(format.toStdString(), at(format.toStdString() + ".img"));
}

void TestImageNotes::sharesBlocksOfTheDisk()
{
    QFETCH(QString, format);
    const QString mkfs = systemTool(u"mkfs.xfs"_s);
    if (mkfs.isEmpty() || geteuid() != 0)
        QSKIP("It needs root, and xfsprogs");
    const std::string disk = at("xfs");
    if (!fs::exists(disk)) {
        put(disk, {});
        fs::resize_file(disk, std::uintmax_t{512} << 20);
        QCOMPARE(runTool(mkfs, {u"-q"_s, QString::fromStdString(disk)}).code, 0);
    }
    QDir(m_dir->path()).mkdir(u"mnt"_s);
    const LoopMount mount(disk, m_dir->filePath(u"mnt"_s), "loop");
    if (!mount.isMounted())
        QSKIP(mount.reason().constData());
    const std::string image = at("mnt/" + format.toStdString() + ".img");
    takesOver(format.toStdString(), image);
    // Sectors of ISO 9660 are half a block of the disk.
    const ExportReport report = write(format.toStdString(), image);
    QVERIFY2(report.shared > (format == u"iso9660"_s ? 0U : 2000000U), std::to_string(report.shared).c_str());
    QCOMPARE(write(format.toStdString(), image, false).shared, 0U);
}

void TestImageNotes::takesNothingFromAnImageThatSomebodyTouched()
{
    const std::string image = at("touched.img");
    write("ext4", image);
    const std::string good = bytesOf(image);
    std::fstream(image, std::ios::in | std::ios::out | std::ios::binary).seekp(-10000, std::ios::end)
        << "touched";
    QCOMPARE(write("ext4", image).takenOver, 0U);
    QVERIFY(bytesOf(image) == good);
}

void TestImageNotes::noticesAChangeThatHidesItsTime()
{
    const std::string image = at("hidden.img");
    put(source("zlast"), letters(100000, 'z'));
    QTest::qWait(4500);
    write("ext4", image);
    struct stat before
    {
    };
    QCOMPARE(stat(source("zlast").c_str(), &before), 0);
    std::fstream(source("zlast"), std::ios::in | std::ios::out | std::ios::binary) << "hidden";
    const timespec times[2] = {before.st_atim, before.st_mtim};
    QCOMPARE(utimensat(AT_FDCWD, source("zlast").c_str(), times, 0), 0);
    QVERIFY(write("ext4", image).takenOver > 0);
    QVERIFY(bytesOf(image).find("hidden") != std::string::npos);
    QVERIFY(isFresh("ext4", image));
}

void TestImageNotes::waitsUntilASourceHasSettled()
{
    const std::string image = at("settling.img");
    write("ext4", image);
    const std::uint64_t without = write("ext4", image).takenOver;
    put(source("zlast"), letters(100000, 'z'));
    write("ext4", image);
    QCOMPARE(write("ext4", image).takenOver, without);
    QTest::qWait(4500);
    write("ext4", image); // notes it
    QVERIFY(write("ext4", image).takenOver >= without + 100000);
}

// A tail that stood behind its inode gets a block of its own when the inode needs more room.
void TestImageNotes::fillsUpWhatWasNoBlockBefore()
{
    fs::create_directory(at("whole"));
    put(at("whole/tail"), letters(4050, 't'));
    for (int i = 0; i < 60; ++i)
        put(at("whole/then" + std::to_string(i)), letters(300, 'n'));
    const timespec times[2] = {{1700000000, 0}, {1700000000, 0}};
    for (const auto &entry : fs::directory_iterator(at("whole")))
        QCOMPARE(utimensat(AT_FDCWD, entry.path().c_str(), times, 0), 0);
    QCOMPARE(utimensat(AT_FDCWD, at("whole").c_str(), times, 0), 0);
    QTest::qWait(4500);
    const std::string tree = std::exchange(m_tree, at("whole"));
    const std::string image = at("whole.img");
    write("erofs", image);
    qputenv("SOURCE_DATE_EPOCH", "1700000001");
    const std::uint64_t takenOver = write("erofs", image).takenOver;
    const bool fresh = isFresh("erofs", image);
    qunsetenv("SOURCE_DATE_EPOCH");
    m_tree = tree;
    QVERIFY(fresh);
    QCOMPARE(takenOver, 0U);
}

void TestImageNotes::takesNothingFromOtherBlocks()
{
    const std::string image = at("blocks.img");
    write("ext4", image);
    m_blockSize = 1024;
    const std::uint64_t other = write("ext4", image).takenOver;
    const std::uint64_t same = write("ext4", image).takenOver;
    const bool fresh = isFresh("ext4", image);
    m_blockSize = 0;
    QCOMPARE(other, 0U);
    QVERIFY(same > 2000000);
    QVERIFY(fresh);
}

void TestImageNotes::takesNothingPackedOtherwise()
{
    const std::string image = at("packed.img");
    write("squashfs", image);
    m_compression = "gzip";
    const std::uint64_t other = write("squashfs", image).takenOver;
    const std::uint64_t same = write("squashfs", image).takenOver;
    const bool fresh = isFresh("squashfs", image);
    m_compression.clear();
    QCOMPARE(other, 0U);
    QVERIFY(same > 1900000);
    QVERIFY(fresh);
}

// In small blocks there are many: those before the change stay, and those behind it once it ends where it
// did.
void TestImageNotes::takesOverFragmentsThatAreTheSame()
{
    constexpr std::uint64_t blocks = 2600000; // bytes in blocks of files that nothing was done to
    const std::string image = at("fragments.img");
    m_blockSize = 4096;
    put(source("mchanging"), letters(1000, 'c'));
    write("squashfs", image);
    const std::uint64_t all = write("squashfs", image).takenOver;
    put(source("mchanging"), letters(1000, 'd'));
    const std::uint64_t sameSize = write("squashfs", image).takenOver;
    const bool fresh = isFresh("squashfs", image);
    put(source("mchanging"), letters(1900, 'e'));
    const std::uint64_t otherSize = write("squashfs", image).takenOver;
    const bool isStillFresh = isFresh("squashfs", image);
    m_blockSize = 0;
    QVERIFY(fresh);
    QVERIFY(isStillFresh);
    QVERIFY2(otherSize > blocks, std::to_string(otherSize).c_str());
    QVERIFY2(sameSize >= otherSize, std::to_string(sameSize).c_str());
    QVERIFY2(all >= sameSize && all - sameSize <= 4096, std::to_string(all).c_str());
}

void TestImageNotes::doesWithoutAnImageThatIsGone()
{
    const std::string image = at("gone.img");
    write("ext4", image);
    fs::remove(image);
    QCOMPARE(write("ext4", image).takenOver, 0U);
    fs::create_symlink(image, at("link.img"));
    QVERIFY(write("ext4", at("link.img")).takenOver > 0);
    QVERIFY(fs::is_symlink(at("link.img")));
}

// Also by the path that it had before it was there.
void TestImageNotes::findsAnImageByAnyPath()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_dir->path()));
    const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
    QCOMPARE(write("ext4", "relative.img").takenOver, 0U);
    QVERIFY(write("ext4", "relative.img").takenOver > 0);
    QVERIFY(write("ext4", at("relative.img")).takenOver > 0);
}

void TestImageNotes::takesNothingFromAnotherFormat()
{
    const std::string image = at("other.img");
    write("erofs", image);
    QCOMPARE(write("ext4", image).takenOver, 0U);
    QVERIFY(write("ext4", image).takenOver > 0);
    QCOMPARE(write("squashfs", image).takenOver, 0U);
    QVERIFY(write("squashfs", image).takenOver > 0);
}

void TestImageNotes::takesNothingWhereNothingWasVerified()
{
    const std::string image = at("hurried.img");
    write("ext4", image, true, false);
    QCOMPARE(write("ext4", image).takenOver, 0U);
    QVERIFY(write("ext4", image, true, false).takenOver > 0);
    QVERIFY(isFresh("ext4", image));
    QCOMPARE(write("ext4", image).takenOver, 0U);
}

void TestImageNotes::takesNothingWhenToldSo()
{
    const std::string image = at("fresh.img");
    write("ext4", image);
    QCOMPARE(write("ext4", image, false).takenOver, 0U);
    QVERIFY(write("ext4", image).takenOver > 0); // the fresh one was noted, too
}

QTEST_GUILESS_MAIN(TestImageNotes)
#include "tst_imagenotes.moc"
