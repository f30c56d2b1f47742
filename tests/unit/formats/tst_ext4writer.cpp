// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4writer.h"

#include "formats/ext4reader.h"
#include "formats/ext4xattrs.h"
#include "formats/folderreader.h"
#include "imagefixture.h"
#include "tree/content.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <filesystem>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Refbox;
using namespace Refbox::Testing;

namespace {

void removeTree(const QString &path)
{
    QDir(path).removeRecursively();
}

} // namespace

class TestExt4Writer : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { removeTree(m_dir->path()); }
    void randomTreesAreSound_data();
    void randomTreesAreSound();
    void theKernelSeesTheTree_data() { randomTreesAreSound_data(); }
    void theKernelSeesTheTree();
    void allShapesAreSound_data();
    void allShapesAreSound();
    void listsBlocksOfAnySize_data();
    void listsBlocksOfAnySize();
    void namesFeaturesAsMke2fsDoes();
    void refusesShapesThatThereAreNot_data();
    void refusesShapesThatThereAreNot();
    void isTheSameEveryTime();
    void fitsClosely();
    void leavesTheFreeSpaceAskedFor_data();
    void leavesTheFreeSpaceAskedFor();
    void keepsToAFixedSize();
    void keepsALostFoundOfTheTree();
    void sharesAttributeBlocks();
    void keepsAttributesOfExt2OutOfInodes();
    void holdsManyEntries_data();
    void holdsManyEntries();
    void holdsMoreFilesThanBlocks();
    void holdsHugeHoles();
    void keepsHolesOfHostFiles();
    void holdsManyPieces();
    void takesItsTimeFromOutside();
    void takesTheNearestTime();
    void refusesWhatExt4CannotHold_data();
    void refusesWhatExt4CannotHold();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        return RandomTree(seed, at("host")).make(entries);
    }
    ImageReport write(const FileTree &tree, const ImageOptions &given = {}, const std::string &name = "image")
    {
        ImageOptions options = given;
        options.flush = false;
        Progress progress;
        return writeExt4(tree, at(name), options, progress);
    }
    QString messageOf(const FileTree &tree, const ImageOptions &options = {},
                      const std::string &name = "image")
    {
        try {
            write(tree, options, name);
        } catch (const Error &error) {
            return error.toString();
        }
        return {};
    }
    FileTreePtr readBack(const std::string &name = "image") const
    {
        Progress progress;
        return readExt4(at(name), progress);
    }
    static QByteArray fsck(const std::string &image)
    {
        const ToolResult result = runTool(systemTool(QStringLiteral("e2fsck")),
                                          {QStringLiteral("-fn"), QString::fromStdString(image)});
        return result.code == 0 ? QByteArray() : result.output;
    }
};

void TestExt4Writer::randomTreesAreSound_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 2; seed < 10; ++seed)
        QTest::addRow("seed %u", seed) << seed << seed * 30;
    QTest::newRow("many") << 10U << 3000U;
}

void TestExt4Writer::randomTreesAreSound()
{
    if (systemTool(QStringLiteral("e2fsck")).isEmpty())
        QSKIP("e2fsck is not installed");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    Progress progress;
    writeExt4(*tree, at("image"), {}, progress);
    QCOMPARE(fsck(at("image")), QByteArray());
}

void TestExt4Writer::theKernelSeesTheTree()
{
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    Progress progress;
    writeExt4(*tree, at("image"), {}, progress);
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted())
        QSKIP("No loop device can be mounted here: " + mount.reason());
    const FileTreePtr seen = readFolder(at("mnt"), progress);
    QCOMPARE(differencesOf(*tree, *seen), QByteArray());
}

void TestExt4Writer::isTheSameEveryTime()
{
    const FileTreePtr tree = randomTree(3, 1500);
    ImageOptions options;
    options.threads = 1;
    write(*tree, options, "one");
    const QByteArray one = bytesOf("one");
    QVERIFY(!one.isEmpty());
    for (const unsigned threads : {2U, 5U}) {
        options.threads = threads;
        write(*tree, options, "more");
        QVERIFY(bytesOf("more") == one);
    }
    options.label = "other";
    write(*tree, options, "labelled");
    QVERIFY(bytesOf("labelled") != one);
    QVERIFY(bytesOf("labelled").contains("other"));
}

void TestExt4Writer::allShapesAreSound_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<unsigned>("blockSize");
    QTest::addColumn<QString>("features");
    for (const unsigned blockSize : {1024U, 2048U, 4096U}) {
        QTest::addRow("ext2 %u", blockSize) << int(ImageFormat::Ext2) << blockSize << QString();
        QTest::addRow("ext3 %u", blockSize) << int(ImageFormat::Ext3) << blockSize << QString();
        QTest::addRow("ext4 %u", blockSize) << int(ImageFormat::Ext4) << blockSize << "has_journal";
        for (const char *feature : {"^dir_index", "^metadata_csum", "^flex_bg", "^64bit ^extent",
                                    "^huge_file", "^dir_nlink", "^metadata_csum ^dir_index ^flex_bg"})
            QTest::addRow("ext4 %u %s", blockSize, feature)
                << int(ImageFormat::Ext4) << blockSize << QString::fromLatin1(feature);
    }
    QTest::newRow("ext2 without hash trees") << int(ImageFormat::Ext2) << 1024U << "^dir_index";
}

// Each is judged by e2fsck and by our reader, and seen by the kernel under its own name.
void TestExt4Writer::allShapesAreSound()
{
    QFETCH(int, format);
    QFETCH(unsigned, blockSize);
    QFETCH(QString, features);
    ImageOptions options;
    options.format = static_cast<ImageFormat>(format);
    options.blockSize = blockSize;
    for (const QString &feature : features.split(u' ', Qt::SkipEmptyParts))
        options.features.push_back(feature.toStdString());
    Limits limits;
    limits.longestTarget = blockSize - 1;
    limits.bigXattrs = blockSize == 4096;
    for (unsigned seed = 1; seed < 4; ++seed) {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        RandomTree random(seed * 7 + blockSize, at("host"), limits);
        // A folder of several blocks, too.
        const auto folder = random.builder().addDirectory(FileTreeBuilder::root(), "many names", {});
        for (int i = 0; i < 700; ++i)
            random.builder().addInlineFile(folder, "name " + std::to_string(i * 7919), {}, "");
        const FileTreePtr tree = random.make(seed * seed * 40);
        options.freePercent = seed == 1 ? 0 : 20;
        write(*tree, options);
        QCOMPARE(fsck(at("image")), QByteArray());
        QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
        if (geteuid() == 0) {
            QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
            const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")), "loop,ro",
                                  "ext" + std::to_string(2 + format));
            if (mount.isMounted()) {
                Progress progress;
                QCOMPARE(differencesOf(*tree, *readFolder(at("mnt"), progress)), QByteArray());
            }
        }
        removeTree(m_dir->filePath(QStringLiteral("host")));
    }
}

void TestExt4Writer::listsBlocksOfAnySize_data()
{
    QTest::addColumn<unsigned>("blockSize");
    QTest::addColumn<qulonglong>("begin"); // of the bytes, in blocks
    QTest::addColumn<qulonglong>("count");
    for (const unsigned size : {1024U, 4096U}) {
        const qulonglong list = size / 4;
        const qulonglong two = 12 + list;
        const qulonglong three = two + list * list;
        QTest::addRow("%u, all in the inode", size) << size << 0ULL << 12ULL;
        QTest::addRow("%u, one more", size) << size << 0ULL << 13ULL;
        QTest::addRow("%u, one list", size) << size << 0ULL << two;
        QTest::addRow("%u, a list of lists", size) << size << 0ULL << two + 1;
        QTest::addRow("%u, several of them", size) << size << 5ULL << two + 3 * list;
        QTest::addRow("%u, far out", size) << size << three - 2 << 2ULL;
        QTest::addRow("%u, three levels", size) << size << three - 2 << 5ULL;
        QTest::addRow("%u, far beyond", size) << size << three + 3 * list * list - 1 << list + 2;
    }
}

void TestExt4Writer::listsBlocksOfAnySize()
{
    QFETCH(unsigned, blockSize);
    QFETCH(qulonglong, begin);
    QFETCH(qulonglong, count);
    const std::uint64_t bytes = count * blockSize - 3;
    RandomTree random(1, {});
    std::ofstream(at("bytes"), std::ios::binary) << random.bytes(bytes);
    FileTreeBuilder builder;
    const Extent extent{begin * blockSize, 0, bytes};
    builder.addExtentsFile(FileTreeBuilder::root(), "file", {}, builder.internHostPath(kNoId, at("bytes")),
                           extent.logical + bytes, std::span(&extent, 1));
    const FileTreePtr tree = builder.build();
    ImageOptions options;
    options.format = ImageFormat::Ext2;
    options.blockSize = blockSize;
    const ImageReport report = write(*tree, options);
    QVERIFY(report.bytes < bytes + bytes / 100 + 300000);
    QCOMPARE(fsck(at("image")), QByteArray());
    const FileTreePtr back = readBack();
    QCOMPARE(back->extents(back->inodeOf(back->find("/file"))).front().logical, extent.logical);
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
}

void TestExt4Writer::namesFeaturesAsMke2fsDoes()
{
    if (systemTool(QStringLiteral("dumpe2fs")).isEmpty())
        QSKIP("dumpe2fs is not installed");
    const FileTreePtr tree = randomTree(3, 30);
    const auto featuresOf = [&](const ImageOptions &options) {
        write(*tree, options);
        const QByteArray text = runTool(systemTool(QStringLiteral("dumpe2fs")),
                                        {QStringLiteral("-h"), QString::fromStdString(at("image"))})
                                    .output;
        const qsizetype begin = text.indexOf("Filesystem features:") + 20;
        return text.mid(begin, text.indexOf('\n', begin) - begin).simplified().split(' ');
    };
    ImageOptions options;
    QVERIFY(featuresOf(options).contains("metadata_csum"));
    QVERIFY(!featuresOf(options).contains("has_journal")); // it is small
    options.features = {"has_journal", "^metadata_csum", "^64bit"};
    const QList<QByteArray> chosen = featuresOf(options);
    QVERIFY(chosen.contains("has_journal"));
    QVERIFY(!chosen.contains("metadata_csum"));
    QVERIFY(!chosen.contains("64bit"));
    QVERIFY(chosen.contains("extent"));
    options.features.clear();
    options.format = ImageFormat::Ext3;
    const QList<QByteArray> three = featuresOf(options);
    QVERIFY(three.contains("has_journal"));
    for (const char *later : {"extent", "flex_bg", "64bit", "metadata_csum", "huge_file", "extra_isize"})
        QVERIFY2(!three.contains(later), later);
    options.format = ImageFormat::Ext2;
    QVERIFY(!featuresOf(options).contains("has_journal"));
    options.reservedPercent = 5;
    options.freePercent = 30;
    const ImageReport report = write(*tree, options);
    QVERIFY(
        runTool(systemTool(QStringLiteral("dumpe2fs")),
                {QStringLiteral("-h"), QString::fromStdString(at("image"))})
            .output.simplified()
            .contains("Reserved block count: " + QByteArray::number(qulonglong(report.bytes / 4096 / 20))));
    QCOMPARE(fsck(at("image")), QByteArray());
}

void TestExt4Writer::refusesShapesThatThereAreNot_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<unsigned>("blockSize");
    QTest::addColumn<QString>("feature");
    QTest::addColumn<QString>("reason");
    QTest::newRow("blocks") << int(ImageFormat::Ext4) << 3000U << QString() << "3000";
    QTest::newRow("unknown") << int(ImageFormat::Ext4) << 0U << "encrypt"
                             << "encrypt";
    QTest::newRow("nothing") << int(ImageFormat::Ext4) << 0U << "^"
                             << "has_journal";
    QTest::newRow("later") << int(ImageFormat::Ext3) << 0U << "extent"
                           << "ext3";
    QTest::newRow("ext3 without journal") << int(ImageFormat::Ext3) << 0U << "^has_journal"
                                          << "ext3";
    QTest::newRow("together") << int(ImageFormat::Ext4) << 0U << "^extent"
                              << "64bit";
}

void TestExt4Writer::refusesShapesThatThereAreNot()
{
    QFETCH(int, format);
    QFETCH(unsigned, blockSize);
    QFETCH(QString, feature);
    QFETCH(QString, reason);
    ImageOptions options;
    options.format = static_cast<ImageFormat>(format);
    options.blockSize = blockSize;
    if (!feature.isEmpty())
        options.features = {feature.toStdString()};
    const QString message = messageOf(*randomTree(1, 3), options);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(!entries().contains(QStringLiteral("image")));
}

// What fits exactly does not fit into one block less.
void TestExt4Writer::fitsClosely()
{
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = randomTree(seed, seed * seed * 30);
        const ImageReport report = write(*tree);
        QCOMPARE(report.bytes, std::uint64_t(std::filesystem::file_size(at("image"))));
        QCOMPARE(ext4Size(*tree, {}), report.bytes);
        QVERIFY2(report.freeBytes <= 64 * 4096, QByteArray::number(qulonglong(report.freeBytes)));
        ImageOptions options;
        options.size = report.bytes;
        QCOMPARE(messageOf(*tree, options), QString());
        options.size = report.bytes - report.freeBytes - 4096;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(*options.size)), qPrintable(message));
        std::filesystem::remove_all(at("host"));
    }
}

void TestExt4Writer::leavesTheFreeSpaceAskedFor_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<qulonglong>("bytes");
    QTest::newRow("percent") << 10.0 << 0ULL;
    QTest::newRow("much") << 90.0 << 0ULL;
    QTest::newRow("bytes") << 0.0 << 50000000ULL;
    QTest::newRow("many bytes") << 0.0 << 3000000000ULL;
    QTest::newRow("both") << 33.3 << 10000000ULL;
}

void TestExt4Writer::leavesTheFreeSpaceAskedFor()
{
    QFETCH(double, percent);
    QFETCH(qulonglong, bytes);
    const FileTreePtr tree = randomTree(4, 500);
    ImageOptions options;
    options.freePercent = percent;
    options.freeBytes = bytes;
    const ImageReport report = write(*tree, options);
    const double asked = static_cast<double>(report.bytes) * percent / 100 + static_cast<double>(bytes);
    QVERIFY(static_cast<double>(report.freeBytes) >= asked);
    QVERIFY2(static_cast<double>(report.freeBytes) < asked + 1000000,
             QByteArray::number(qulonglong(report.freeBytes)));
    QVERIFY(report.freeInodes >= report.inodes * percent / 100 - 1);
    QVERIFY(report.freeInodes >= bytes / 16384);
    QCOMPARE(fsck(at("image")), QByteArray());
}

void TestExt4Writer::keepsToAFixedSize()
{
    const FileTreePtr tree = randomTree(5, 200);
    ImageOptions options;
    for (const std::uint64_t size : {64000000ULL, 681574400ULL, 5000000001ULL, 1099511627776ULL}) {
        options.size = size;
        QCOMPARE(write(*tree, options).bytes, size);
        QCOMPARE(std::uint64_t(std::filesystem::file_size(at("image"))), size);
        struct stat status
        {
        };
        QCOMPARE(stat(at("image").c_str(), &status), 0);
        QVERIFY(status.st_blocks * 512 < 100000000);
        if (size < 100000000000ULL)
            QCOMPARE(fsck(at("image")), QByteArray());
        QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    }
    for (const std::uint64_t size : {0ULL, 4095ULL, 100000ULL, 1ULL << 50}) {
        options.size = size;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(size)), qPrintable(message));
    }
    ImageOptions manyInodes;
    manyInodes.inodes = 100000;
    QVERIFY(write(*tree, manyInodes).inodes >= 100000U);
}

void TestExt4Writer::keepsALostFoundOfTheTree()
{
    for (const char *kind : {"empty", "full", "file", "first"}) {
        FileTreeBuilder builder;
        Metadata m;
        m.uid = 7;
        if (std::string_view(kind) != "first")
            builder.addDirectory(FileTreeBuilder::root(), "before", {});
        if (std::string_view(kind) == "file") {
            builder.addInlineFile(FileTreeBuilder::root(), "lost+found", m, "x");
        } else {
            const auto folder = builder.addDirectory(FileTreeBuilder::root(), "lost+found", m);
            for (int i = 0; std::string_view(kind) == "full" && i < 1000; ++i)
                builder.addInlineFile(folder, "#" + std::to_string(i), {}, "y");
        }
        if (std::string_view(kind) != "first")
            builder.addDirectory(FileTreeBuilder::root(), "more", {});
        const FileTreePtr tree = builder.build();
        write(*tree);
        QCOMPARE(fsck(at("image")), QByteArray());
        const FileTreePtr back = readBack();
        QCOMPARE(differencesOf(*tree, *back), QByteArray());
        QCOMPARE(back->nodeCount(), tree->nodeCount());
    }
}

void TestExt4Writer::sharesAttributeBlocks()
{
    FileTreeBuilder builder;
    Metadata m;
    const std::string value(3000, 'v');
    m.xattrs = builder.internXattrs({{"user.large", value}, {"user.small", "s"}});
    for (int i = 0; i < 2500; ++i)
        builder.addInlineFile(FileTreeBuilder::root(), "f" + std::to_string(i), m, "");
    const FileTreePtr tree = builder.build();
    QVERIFY(write(*tree).bytes < 2500 * 4096);
    QCOMPARE(fsck(at("image")), QByteArray());
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
}

// The kernel's own driver of ext2, which most of today's kernels are built without, looks nowhere else.
void TestExt4Writer::keepsAttributesOfExt2OutOfInodes()
{
    const std::vector<XattrView> xattrs{{"user.a", "1"}};
    ExtShape shape;
    QVERIFY(!encodeExt4Xattrs(xattrs, shape).inInode.empty());
    QVERIFY(encodeExt4Xattrs(xattrs, shape).block.empty());
    shape.version = ImageFormat::Ext2;
    QVERIFY(encodeExt4Xattrs(xattrs, shape).inInode.empty());
    QCOMPARE(encodeExt4Xattrs(xattrs, shape).block.size(), std::size_t{shape.blockSize});
}

void TestExt4Writer::holdsManyEntries_data()
{
    QTest::addColumn<unsigned>("files");
    QTest::addColumn<unsigned>("folders");
    QTest::addColumn<unsigned>("length");
    QTest::newRow("one level") << 20000U << 0U << 0U;
    QTest::newRow("two levels") << 150000U << 0U << 20U;
    QTest::newRow("long names") << 9000U << 0U << 240U;
    QTest::newRow("as many folders as count") << 0U << 64996U << 0U;
    QTest::newRow("more folders than count") << 0U << 66000U << 0U;
}

void TestExt4Writer::holdsManyEntries()
{
    QFETCH(unsigned, files);
    QFETCH(unsigned, folders);
    QFETCH(unsigned, length);
    FileTreeBuilder builder;
    const auto parent = builder.addDirectory(FileTreeBuilder::root(), "many", {});
    const std::string stem(length, 'n');
    const auto first = builder.addInlineFile(parent, stem + "0", {}, "");
    for (unsigned i = 1; i < files; ++i) {
        if (i % 60000 != 0 && files > 60000)
            builder.addSymlink(parent, stem + std::to_string(i), {}, "t");
        else
            builder.addHardLink(parent, stem + std::to_string(i), first);
    }
    for (unsigned i = 0; i < folders; ++i)
        builder.addDirectory(parent, "d" + std::to_string(i), {});
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(fsck(at("image")), QByteArray());
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    if (geteuid() != 0)
        return;
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted())
        return;
    // The kernel finds each name through the hash tree, and what is not there it does not find.
    struct stat status
    {
    };
    for (const NodeId node : tree->children(tree->find("/many")))
        QCOMPARE(lstat(at("mnt" + tree->path(node)).c_str(), &status), 0);
    QVERIFY(lstat(at("mnt/many/none").c_str(), &status) != 0);
}

void TestExt4Writer::holdsMoreFilesThanBlocks()
{
    FileTreeBuilder builder;
    for (int i = 0; i < 300; ++i) {
        const auto folder = builder.addDirectory(FileTreeBuilder::root(), "d" + std::to_string(i), {});
        for (int j = 0; j < 600; ++j)
            builder.addSpecial(folder, std::to_string(j), {}, FileType::Fifo);
    }
    const FileTreePtr tree = builder.build();
    const ImageReport report = write(*tree);
    QVERIFY2(report.bytes < 80000000, QByteArray::number(qulonglong(report.bytes)));
    QCOMPARE(fsck(at("image")), QByteArray());
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
}

void TestExt4Writer::holdsHugeHoles()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    std::ofstream(at("host/h")) << "some bytes";
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    const std::uint64_t size = 16ULL << 40;
    const Extent end{size - 8192 - 4096, 0, 10};
    builder.addExtentsFile(FileTreeBuilder::root(), "end", {}, host, size - 8192, {&end, 1});
    builder.addExtentsFile(FileTreeBuilder::root(), "nothing", {}, host, 3ULL << 40, {});
    const FileTreePtr tree = builder.build();
    QVERIFY(write(*tree).bytes < 1000000);
    QCOMPARE(fsck(at("image")), QByteArray());
    const FileTreePtr back = readBack();
    const InodeId file = back->inodeOf(back->find("/end"));
    QCOMPARE(back->inode(file).size, size - 8192);
    QCOMPARE(back->extents(file).size(), std::size_t(1));
    QCOMPARE(back->extents(file)[0].logical, end.logical);
    QCOMPARE(back->inodeAt(back->find("/nothing")).size, std::uint64_t(3ULL << 40));
    char bytes[16]{};
    QCOMPARE(ContentReader(*back, file).read(end.logical, bytes), sizeof bytes);
    QCOMPARE(QByteArray(bytes, 10), QByteArray("some bytes"));
}

void TestExt4Writer::keepsHolesOfHostFiles()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    {
        std::ofstream file(at("host/sparse"), std::ios::binary);
        file << "begin";
        file.seekp(50 << 20);
        file << "middle";
    }
    std::filesystem::resize_file(at("host/sparse"), 100 << 20);
    Progress progress;
    const FileTreePtr tree = readFolder(at("host"), progress);
    const ImageReport report = write(*tree);
    QVERIFY2(report.bytes < 1 << 20, QByteArray::number(qulonglong(report.bytes)));
    QCOMPARE(report.contentBytes, std::uint64_t(100 << 20));
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
}

// Enough extents for a tree of two levels below the inode.
void TestExt4Writer::holdsManyPieces()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    std::ofstream(at("host/h")) << std::string(8192, 'h');
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    std::vector<Extent> extents;
    for (std::uint64_t i = 0; i < 150000; ++i)
        extents.push_back({i * 8192, 4096 * (i % 2), 4096});
    for (const unsigned count : {4U, 5U, 1360U, 1361U, 150000U})
        builder.addExtentsFile(FileTreeBuilder::root(), "f" + std::to_string(count), {}, host,
                               count * 8192ULL, std::span(extents).first(count));
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(fsck(at("image")), QByteArray());
    const FileTreePtr back = readBack();
    QCOMPARE(back->extents(back->inodeOf(back->find("/f150000"))).size(), std::size_t(150000));
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
}

void TestExt4Writer::takesItsTimeFromOutside()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1000000000, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "f", m, "x");
    const FileTreePtr tree = builder.build();
    const auto lostFoundTime = [&](const ImageOptions &options) {
        write(*tree, options);
        std::uint32_t seconds = 0;
        const QByteArray bytes = bytesOf("image");
        std::memcpy(&seconds, bytes.constData() + 1024 + 0x108, sizeof seconds); // s_mkfs_time
        return seconds;
    };
    QCOMPARE(lostFoundTime({}), 1000000000U);
    qputenv("SOURCE_DATE_EPOCH", "1234567890");
    const std::uint32_t outside = lostFoundTime({});
    qunsetenv("SOURCE_DATE_EPOCH");
    QCOMPARE(outside, 1234567890U);
    ImageOptions options;
    options.now = 42;
    QCOMPARE(lostFoundTime(options), 42U);
}

void TestExt4Writer::takesTheNearestTime()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1LL << 40, 5};
    builder.addInlineFile(FileTreeBuilder::root(), "late", m, "");
    m.mtime = {-(1LL << 40), 0};
    builder.addInlineFile(FileTreeBuilder::root(), "early", m, "");
    Progress progress;
    ImageOptions options;
    options.flush = false;
    writeExt4(*builder.build(), at("image"), options, progress);
    const auto log = progress.logFrom(0);
    QVERIFY(!log.empty() && log[0].text.contains(QLatin1String("/early")));
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeAt(back->find("/early")).mtimeSeconds, std::int64_t(INT32_MIN));
    QCOMPARE(back->inodeAt(back->find("/late")).mtimeSeconds, (std::int64_t(1) << 34) - 2147483648 - 1);
}

void TestExt4Writer::refusesWhatExt4CannotHold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("large value") << "value"
                                 << "/folder/culprit";
    QTest::newRow("large values together") << "values"
                                           << "/folder/culprit";
    QTest::newRow("namespace") << "namespace"
                               << "system.nfs4";
    QTest::newRow("broken ACL") << "acl"
                                << "posix_acl_access";
    QTest::newRow("links") << "links"
                           << "65001";
    QTest::newRow("size") << "size"
                          << "/folder/culprit";
    QTest::newRow("label") << "label"
                           << "16 bytes";
    QTest::newRow("percent") << "percent"
                             << "percent";
}

void TestExt4Writer::refusesWhatExt4CannotHold()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    Metadata m;
    ImageOptions options;
    const std::string half(2500, 'x');
    const std::string whole(5000, 'x');
    if (what == QLatin1String("value"))
        m.xattrs = builder.internXattrs({{"user.a", whole}});
    else if (what == QLatin1String("values"))
        m.xattrs = builder.internXattrs({{"user.a", half}, {"user.b", half}});
    else if (what == QLatin1String("namespace"))
        m.xattrs = builder.internXattrs({{"system.nfs4_acl", "x"}});
    else if (what == QLatin1String("acl"))
        m.xattrs = builder.internXattrs({{kAclAccess, "rubbish"}});
    else if (what == QLatin1String("label"))
        options.label = "seventeen letters";
    else if (what == QLatin1String("percent"))
        options.freePercent = 99;
    const auto culprit = what == QLatin1String("size")
                             ? builder.addExtentsFile(folder, "culprit", m,
                                                      builder.internHostPath(kNoId, "/none"), 1ULL << 45, {})
                             : builder.addInlineFile(folder, "culprit", m, "x");
    for (int i = 0; what == QLatin1String("links") && i < 65000; ++i)
        builder.addHardLink(folder, "l" + std::to_string(i), culprit);
    const QString message = messageOf(*builder.build(), options);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(entries().isEmpty());
}

QTEST_GUILESS_MAIN(TestExt4Writer)
#include "tst_ext4writer.moc"
