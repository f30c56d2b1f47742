// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsreader.h"

#include "formats/folderreader.h"
#include "formats/squashfscontent.h"
#include "formats/squashfswriter.h"
#include "imagedamage.h"
#include "imagefixture.h"
#include "tree/content.h"

#include <QDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace Refbox;
using namespace Refbox::Testing;

namespace {

Limits squashFsLimits()
{
    Limits limits;
    limits.flags = false;
    limits.acls = false;
    limits.nanoseconds = false;
    limits.earliest = 0;
    limits.latest = UINT32_MAX;
    return limits;
}

// A folder's files as they are: all kinds, some links, texts and noise of several sizes.
FileTreePtr smallTree(unsigned files, unsigned size, const std::string &end = {})
{
    FileTreeBuilder builder;
    RandomTree noise(4, "/none");
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    for (unsigned i = 0; i < files; ++i) {
        std::string text;
        while (text.size() < size + i)
            text += std::to_string(i) + " lines of text " + noise.bytes(i % 3);
        text.resize(size + i);
        builder.addInlineFile(folder, "f" + std::to_string(i), {}, text + end);
    }
    return builder.build();
}

} // namespace

class TestSquashFsReader : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    }
    void cleanup() { std::filesystem::remove_all(m_dir->path().toStdString()); }
    void givesBackWhatWasWritten_data();
    void givesBackWhatWasWritten();
    void readsImagesOfMksquashfs_data();
    void readsImagesOfMksquashfs();
    void refusesLzo();
    void readsPlainFilesAsExtents();
    void readsAnywhere();
    void unpacksEachBlockOnce();
    void readsWithSeveralThreads();
    void refusesOtherImages();
    void refusesACutImage();
    void refusesImpossibleSuperblocks_data();
    void refusesImpossibleSuperblocks();
    void refusesLoopsOfFolders();
    void refusesListsThatOverlap();
    void noticesDamagedContent();
    void survivesDamage_data();
    void survivesDamage();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        return RandomTree(seed, at("host"), squashFsLimits()).make(entries);
    }
    std::string write(const FileTree &tree, ImageCompression compression = ImageCompression::Lz4,
                      std::uint32_t blockSize = 131072)
    {
        ImageOptions options;
        options.compression = compression;
        options.level = 1;
        options.blockSize = blockSize;
        options.flush = false;
        Progress progress;
        writeSquashFs(tree, at("image"), options, progress);
        return at("image");
    }
    static FileTreePtr read(const std::string &path)
    {
        Progress progress;
        return readSquashFs(path, progress);
    }
    static QString messageOf(const std::string &path)
    {
        try {
            read(path);
        } catch (const Error &error) {
            return error.toString();
        }
        return {};
    }
    // What is read of all files; a hole that is huge is not gone through.
    static std::uint64_t readContents(const FileTree &tree)
    {
        std::uint64_t bytes = 0;
        std::vector<char> buffer(100000);
        for (InodeId id = 0; id < tree.inodeCount(); ++id) {
            if (!tree.inode(id).isRegular())
                continue;
            const ContentReader reader(tree, id);
            for (std::uint64_t offset = 0; (offset = reader.nextData(offset)) < reader.size();) {
                const std::size_t count = reader.read(offset, buffer);
                offset += count;
                bytes += count;
            }
        }
        return bytes;
    }
    void change(std::uint64_t place, const std::string &bytes) const
    {
        std::fstream file(at("image"), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(place));
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
};

void TestSquashFsReader::givesBackWhatWasWritten_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::addColumn<int>("compression");
    QTest::addColumn<unsigned>("blockSize");
    QTest::newRow("nothing") << 1U << 0U << 1 << 131072U;
    unsigned seed = 20;
    for (const int compression : {1, 2, 3, 4}) {
        for (const unsigned blockSize : {4096U, 65536U, 1048576U}) {
            QTest::addRow("seed %u", seed) << seed << (seed - 19) * 15 << compression << blockSize;
            ++seed;
        }
    }
}

void TestSquashFsReader::givesBackWhatWasWritten()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    QFETCH(int, compression);
    QFETCH(unsigned, blockSize);
    const auto packed = static_cast<ImageCompression>(compression);
    const FileTreePtr tree = randomTree(seed, entries);
    const FileTreePtr back = read(write(*tree, packed, blockSize));
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(back->nodeCount(), tree->nodeCount());
    // What was read can be written again, also over itself.
    const FileTreePtr again = read(write(*back, packed, blockSize));
    QCOMPARE(differencesOf(*tree, *again), QByteArray());
}

void TestSquashFsReader::readsImagesOfMksquashfs_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *options) {
        QTest::newRow(options) << QString::fromLatin1(options).split(QLatin1Char(' '));
    };
    row("-comp gzip");
    row("-comp gzip -Xcompression-level 1 -Xwindow-size 8 -Xstrategy default,huffman_only,fixed");
    row("-comp gzip -no-fragments -b 4096");
    row("-comp gzip -noI -noD -noX -noId");
    row("-comp gzip -noF -no-exports");
    row("-comp gzip -noI -noD -noX -noF -noId");
    row("-comp gzip -always-use-fragments -b 8192");
    row("-comp gzip -no-xattrs -no-duplicates -no-hardlinks");
    row("-comp gzip -no-sparse -nopad");
    row("-comp xz");
    row("-comp xz -b 1048576 -Xbcj x86,arm -Xdict-size 50%");
    row("-comp lz4");
    row("-comp lz4 -Xhc -b 65536");
    row("-comp zstd");
    row("-comp zstd -Xcompression-level 1 -always-use-fragments");
    row("-comp lzma");
}

// Which the kernel's own view of our image is made from, and then compared with.
void TestSquashFsReader::readsImagesOfMksquashfs()
{
    const QString mksquashfs = systemTool(QStringLiteral("mksquashfs"));
    if (mksquashfs.isEmpty())
        QSKIP("mksquashfs is not installed");
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(QStringList, options);
    write(*randomTree(50, 80));
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted())
        QSKIP("No loop device can be mounted here: " + mount.reason());
    const ToolResult made =
        runTool(mksquashfs, QStringList{QString::fromStdString(at("mnt")),
                                        QString::fromStdString(at("other")), QStringLiteral("-no-progress")} +
                                options);
    QVERIFY2(made.code == 0, made.output);
    Progress progress;
    const FileTreePtr seen = readFolder(at("mnt"), progress);
    const FileTreePtr found = read(at("other"));
    QCOMPARE(found->nodeCount(), seen->nodeCount());
    QByteArray differences = differencesOf(*seen, *found);
    if (options.contains(QLatin1String("-no-xattrs")))
        QVERIFY(differences.contains("xattrs") && differences.contains("links"));
    else
        QCOMPARE(differences, QByteArray());
    QVERIFY(readContents(*found) > 0);
}

void TestSquashFsReader::refusesLzo()
{
    const QString mksquashfs = systemTool(QStringLiteral("mksquashfs"));
    if (mksquashfs.isEmpty())
        QSKIP("mksquashfs is not installed");
    std::ofstream(at("host/file")) << "bytes";
    const ToolResult made =
        runTool(mksquashfs, {QString::fromStdString(at("host")), QString::fromStdString(at("image")),
                             QStringLiteral("-comp"), QStringLiteral("lzo")});
    if (made.code != 0)
        QSKIP("This mksquashfs knows no LZO");
    QVERIFY(messageOf(at("image")).contains(QLatin1String("LZO")));
}

void TestSquashFsReader::readsPlainFilesAsExtents()
{
    const QString mksquashfs = systemTool(QStringLiteral("mksquashfs"));
    if (mksquashfs.isEmpty())
        QSKIP("mksquashfs is not installed");
    {
        std::ofstream file(at("host/large"), std::ios::binary);
        file << std::string(200000, 'x') << std::string(300000, '\0') << "end of the file";
    }
    std::ofstream(at("host/small")) << "small";
    const ToolResult made =
        runTool(mksquashfs, {QString::fromStdString(at("host")), QString::fromStdString(at("image")),
                             QStringLiteral("-noD"), QStringLiteral("-noF")});
    QVERIFY2(made.code == 0, made.output);
    Progress progress;
    const FileTreePtr tree = read(at("image"));
    const FileTreePtr host = readFolder(at("host"), progress);
    for (const char *name : {"/large", "/small"})
        QVERIFY(sameContent(*host, host->inodeOf(host->find(name)), *tree, tree->inodeOf(tree->find(name))));
    for (const char *name : {"/large", "/small"})
        QCOMPARE(tree->inodeAt(tree->find(name)).contentKind, ContentKind::Extents);
    const auto extents = tree->extents(tree->inodeOf(tree->find("/large")));
    QCOMPARE(extents.size(), std::size_t(2));
    QCOMPARE(extents[0].length, std::uint64_t(2 * 131072));
    QCOMPARE(extents[1].logical, std::uint64_t(3 * 131072));
}

void TestSquashFsReader::readsAnywhere()
{
    const FileTreePtr tree = smallTree(4, 30000);
    const FileTreePtr back = read(write(*tree, ImageCompression::Zstd, 4096));
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        const std::string path = "/folder/f" + std::to_string(random() % 4);
        const std::string_view bytes = tree->inlineBytes(tree->inodeOf(tree->find(path)));
        const ContentReader reader(*back, back->inodeOf(back->find(path)));
        const std::size_t from = random() % (bytes.size() + 1);
        std::string buffer(random() % 10000, '?');
        const std::size_t count = reader.read(from, buffer);
        QCOMPARE(count, std::min(buffer.size(), bytes.size() - from));
        QVERIFY(std::string_view(buffer).substr(0, count) == bytes.substr(from, count));
        QCOMPARE(reader.nextData(from), std::uint64_t(from));
    }
}

// What was unpacked is still there when the image's bytes are gone.
void TestSquashFsReader::unpacksEachBlockOnce()
{
    const FileTreePtr tree = smallTree(200, 300);
    const std::string image = write(*tree);
    const SquashFsContent content(image);
    const FileTreePtr back = read(image);
    QCOMPARE(content.image().super().fragments, 1U);
    char byte = 0;
    const auto readFirst = [&](unsigned file) {
        const NodeId node = back->find("/folder/f" + std::to_string(file));
        content.read(back->inodeAt(node).contentOffset, 0, {&byte, 1});
        return byte == tree->inlineBytes(tree->inodeOf(tree->find(back->path(node))))[0];
    };
    QVERIFY(readFirst(0));
    change(kSquashFsSuperblockSize, std::string(2000, '\7'));
    for (unsigned file = 0; file < 200; ++file)
        QVERIFY(readFirst(file));
}

void TestSquashFsReader::readsWithSeveralThreads()
{
    const FileTreePtr tree = smallTree(200, 20000);
    const FileTreePtr back = read(write(*tree, ImageCompression::Zstd, 16384));
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (unsigned thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (unsigned i = 0; i < 200; ++i) {
                const std::string path = "/folder/f" + std::to_string((i + thread * (i % 2)) % 200);
                const std::string bytes = readAll(*back, back->inodeOf(back->find(path)), 1 << 20);
                if (bytes != tree->inlineBytes(tree->inodeOf(tree->find(path))))
                    ++wrong;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void TestSquashFsReader::refusesOtherImages()
{
    std::ofstream(at("empty"));
    std::ofstream(at("zeros")) << std::string(100000, '\0');
    std::ofstream(at("big endian")) << "sqsh" << std::string(1000, '\0');
    std::ofstream(at("short")) << "hsqs" << std::string(50, '\0');
    for (const char *name : {"empty", "zeros", "big endian", "short"})
        QVERIFY2(messageOf(at(name)).contains(QLatin1String("no SquashFS")), qPrintable(messageOf(at(name))));
    QVERIFY(!looksLikeSquashFs(at("empty")));
    QVERIFY(!looksLikeSquashFs(at("zeros")));
    QVERIFY(!looksLikeSquashFs(at("missing")));
    QVERIFY(!looksLikeSquashFs(at("host")));
    QVERIFY(messageOf(at("missing")).contains(QLatin1String("No such file")));
    QVERIFY(messageOf(at("host")).contains(QLatin1String("no regular file")));
    QVERIFY(messageOf("/dev/null").contains(QLatin1String("no regular file")));
    QVERIFY(looksLikeSquashFs(write(*randomTree(1, 1))));
}

void TestSquashFsReader::refusesACutImage()
{
    const std::string image = write(*randomTree(1, 100));
    std::filesystem::resize_file(image, std::filesystem::file_size(image) - 4096);
    QVERIFY(messageOf(image).contains(QLatin1String("shorter")));
}

void TestSquashFsReader::refusesImpossibleSuperblocks_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray ones(8, '\xFF');
    QTest::newRow("block size") << 12 << QByteArray("\0\0\3\0", 4) << QStringLiteral("block size");
    QTest::newRow("block log") << 22 << QByteArray("\5\0", 2) << QStringLiteral("block size");
    QTest::newRow("compression") << 20 << QByteArray("\7\0", 2) << QStringLiteral("not known here (7)");
    QTest::newRow("version") << 28 << QByteArray("\5\0", 2) << QStringLiteral("version 5.0");
    QTest::newRow("inodes") << 4 << QByteArray(4, '\0') << QStringLiteral("superblock");
    QTest::newRow("few inodes") << 4 << QByteArray("\1\0\0\0", 4) << QStringLiteral("more inodes");
    QTest::newRow("ids") << 26 << QByteArray(2, '\0') << QStringLiteral("superblock");
    QTest::newRow("root") << 32 << ones << QStringLiteral("inode table");
    QTest::newRow("size") << 40 << ones << QStringLiteral("shorter");
    QTest::newRow("id table") << 48 << ones << QStringLiteral("superblock");
    QTest::newRow("attributes") << 56 << QByteArray("\xF0\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8)
                                << QStringLiteral("beyond the end");
    QTest::newRow("inode table") << 64 << ones << QStringLiteral("superblock");
    QTest::newRow("directory table") << 72 << ones << QStringLiteral("superblock");
    QTest::newRow("fragments") << 16 << ones.first(4) << QStringLiteral("fragment table");
    QTest::newRow("fragment table") << 80 << ones << QStringLiteral("fragment table");
    QTest::newRow("export table") << 88 << QByteArray("\xF0\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8)
                                  << QStringLiteral("table of references");
}

void TestSquashFsReader::refusesImpossibleSuperblocks()
{
    QFETCH(int, place);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    write(*smallTree(3, 1000));
    change(static_cast<std::uint64_t>(place), bytes.toStdString());
    const QString message = messageOf(at("image"));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TestSquashFsReader::refusesLoopsOfFolders()
{
    FileTreeBuilder builder;
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "aaaaaaaaaaaa", {});
    builder.addDirectory(a, "b", {});
    const std::string image = write(*builder.build(), ImageCompression::Xz);
    const SquashFsSuperblock super = SquashFsImage(image).super();
    // Inodes stand at 0 (b), 32 (a) and 64 (the root); b's list is empty, and a's names b at 0. Now it names
    // the root, then itself. (Tables as small as these are not packed.)
    std::ifstream file(image, std::ios::binary);
    std::string bytes(std::filesystem::file_size(image), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    QVERIFY((littleAt<std::uint16_t>(bytes, super.directoryTable) & kSquashFsMetadataStored) != 0);
    constexpr std::size_t head = 2 + 12;
    QCOMPARE(bytes.substr(super.directoryTable + head + 8, 1), std::string("b"));
    for (const char offset : {'\x40', '\x20'}) {
        change(super.directoryTable + head, std::string(1, offset));
        const QString message = messageOf(image);
        QVERIFY2(message.contains(QLatin1String("two names")) &&
                     message.contains(QLatin1String("/aaaaaaaaaaaa")),
                 qPrintable(message));
    }
}

// A folder's list of names must not be that of another one: few bytes could name very many files.
void TestSquashFsReader::refusesListsThatOverlap()
{
    FileTreeBuilder builder;
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "a", {});
    const auto b = builder.addDirectory(FileTreeBuilder::root(), "b", {});
    const auto fifo = builder.addSpecial(a, "fifo", {}, FileType::Fifo);
    for (int i = 0; i < 450; ++i)
        builder.addHardLink(a, std::to_string(i), fifo);
    builder.addHardLink(b, "fifo", fifo);
    const std::string image = write(*builder.build(), ImageCompression::Gzip);
    SquashFsSuperblock super = SquashFsImage(image).super();
    std::string inodes = SquashFsImage(image).metadataBlock(super.inodeTable);
    const std::string names = SquashFsImage(image).metadataBlock(super.directoryTable);
    // The inodes of a, b and the root are the last ones: b gets the list of a.
    constexpr std::size_t inodeSize = 32;
    const std::size_t placeOfB = squashFsReferenceOffset(super.rootInode) - inodeSize;
    QCOMPARE(littleAt<std::uint16_t>(inodes, placeOfB), std::uint16_t(1));
    constexpr std::size_t fields = 16;
    constexpr std::size_t fieldsSize = 12;
    std::copy_n(inodes.begin() + static_cast<std::ptrdiff_t>(placeOfB - inodeSize + fields), fieldsSize,
                inodes.begin() + static_cast<std::ptrdiff_t>(placeOfB + fields));
    // New tables, not packed, behind the old ones.
    std::string tables;
    super.inodeTable = super.bytesUsed;
    appendLittle(tables, static_cast<std::uint16_t>(inodes.size() | kSquashFsMetadataStored));
    tables += inodes;
    super.directoryTable = super.bytesUsed + tables.size();
    appendLittle(tables, static_cast<std::uint16_t>(names.size() | kSquashFsMetadataStored));
    tables += names;
    const std::uint64_t ids = super.bytesUsed + tables.size();
    appendLittle(tables, static_cast<std::uint16_t>(sizeof(std::uint32_t) | kSquashFsMetadataStored));
    appendLittle(tables, std::uint32_t{0});
    super.idTable = super.bytesUsed + tables.size();
    appendLittle(tables, ids);
    super.exportTable = kSquashFsNoTable;
    change(super.bytesUsed, tables);
    super.bytesUsed += tables.size();
    change(0, super.encode());
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("that of another one")), qPrintable(message));
}

void TestSquashFsReader::noticesDamagedContent()
{
    for (const ImageCompression compression :
         {ImageCompression::Gzip, ImageCompression::Xz, ImageCompression::Zstd}) {
        const FileTreePtr tree = smallTree(3, 200000);
        write(*tree, compression);
        change(kSquashFsSuperblockSize, std::string(1000, '\7'));
        const FileTreePtr back = read(at("image"));
        try {
            readContents(*back);
            QFAIL("Nothing was noticed");
        } catch (const Error &error) {
            QVERIFY(error.why().contains(QLatin1String("cannot be unpacked")));
        }
    }
}

void TestSquashFsReader::survivesDamage_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("compression");
    QTest::addColumn<bool>("plain");
    for (unsigned seed = 0; seed < 2; ++seed) {
        for (const int compression : {1, 2, 3, 4})
            QTest::addRow("compression %d, seed %u", compression, seed) << seed << compression << false;
        QTest::addRow("tables not packed, seed %u", seed) << seed << 1 << true;
        QTest::addRow("tables not packed, again %u", seed) << seed + 2 << 1 << true;
    }
}

void TestSquashFsReader::survivesDamage()
{
    QFETCH(unsigned, seed);
    QFETCH(int, compression);
    QFETCH(bool, plain);
    const FileTreePtr tree = randomTree(100 + seed, 20);
    std::string image = write(*tree, static_cast<ImageCompression>(compression), 16384);
    if (plain) {
        const QString mksquashfs = systemTool(QStringLiteral("mksquashfs"));
        if (mksquashfs.isEmpty() || geteuid() != 0)
            QSKIP("mksquashfs is not installed, or cannot mount as only root can");
        QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
        const LoopMount mount(image, m_dir->filePath(QStringLiteral("mnt")));
        const ToolResult made =
            runTool(mksquashfs, {QString::fromStdString(at("mnt")), QString::fromStdString(at("plain")),
                                 QStringLiteral("-noI"), QStringLiteral("-noX"), QStringLiteral("-noId"),
                                 seed % 2 == 0 ? QStringLiteral("-noD") : QStringLiteral("-noF"),
                                 QStringLiteral("-no-progress")});
        QVERIFY2(made.code == 0, made.output);
        image = at("plain");
    }
    const SquashFsSuperblock super = SquashFsImage(image).super();
    Damage damage;
    damage.mostChanges = 6;
    damage.place = [&](std::mt19937 &random) {
        const std::uint64_t kind = random() % 10;
        return kind == 0   ? random() % kSquashFsSuperblockSize
               : kind == 1 ? random() % super.bytesUsed
                           : super.inodeTable + random() % (super.bytesUsed - super.inodeTable);
    };
    damage.read = [&] { return read(image); };
    QVERIFY(refusals(image, seed, damage) > 0);
    QCOMPARE(messageOf(image), QString());
}

QTEST_GUILESS_MAIN(TestSquashFsReader)
#include "tst_squashfsreader.moc"
