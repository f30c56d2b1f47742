// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfswriter.h"

#include "formats/folderreader.h"
#include "formats/squashfsformat.h"
#include "formats/squashfsreader.h"
#include "imagefixture.h"
#include "tree/content.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>

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
    limits.longestTarget = 4095;
    return limits;
}

const char *nameOf(ImageCompression compression)
{
    switch (compression) {
    case ImageCompression::Gzip:
        return "gzip";
    case ImageCompression::Xz:
        return "xz";
    case ImageCompression::Lz4:
        return "lz4";
    case ImageCompression::Zstd:
        return "zstd";
    case ImageCompression::Usual:
        break;
    }
    return "usual";
}

constexpr ImageCompression kWritten[] = {ImageCompression::Gzip, ImageCompression::Xz, ImageCompression::Lz4,
                                         ImageCompression::Zstd};

} // namespace

class TestSquashFsWriter : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QDir(m_dir->path()).removeRecursively(); }
    void othersSeeTheTree_data();
    void othersSeeTheTree();
    void isTheSameEveryTime();
    void takesLevels();
    void refusesImpossibleOptions();
    void keepsToAFixedSize();
    void estimatesFromAbove();
    void holdsFilesAroundABlock_data();
    void holdsFilesAroundABlock();
    void holdsHugeHoles();
    void keepsHolesOfHostFiles();
    void storesZerosAsHoles();
    void storesWhatCannotBePacked();
    void holdsManyEntries_data();
    void holdsManyEntries();
    void holdsDeepPaths();
    void keepsLinksOfEverything();
    void holdsManyOwners();
    void sharesAttributeSets();
    void leavesAclsOut();
    void storesEqualFilesOnce();
    void tellsSimilarFilesApart();
    void takesItsTimeFromOutside();
    void takesTheNearestTime();
    void refusesWhatItCannotHold_data();
    void refusesWhatItCannotHold();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        return RandomTree(seed, at("host"), squashFsLimits()).make(entries);
    }
    // Unless a test says otherwise, the quickest compression.
    static ImageOptions quick()
    {
        ImageOptions options;
        options.compression = ImageCompression::Lz4;
        return options;
    }
    ImageReport write(const FileTree &tree, const ImageOptions &given = quick(),
                      const std::string &name = "image")
    {
        ImageOptions options = given;
        options.flush = false;
        Progress progress;
        return writeSquashFs(tree, at(name), options, progress);
    }
    QString messageOf(const FileTree &tree, const ImageOptions &options = quick(),
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
        return readSquashFs(at(name), progress);
    }
    // What the kernel shows differs in; where it cannot be asked, a warning says so.
    QByteArray kernelDifferences(const FileTree &tree)
    {
        if (geteuid() != 0) {
            qWarning("The kernel is not asked: only root can mount");
            return {};
        }
        QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
        const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
        if (!mount.isMounted()) {
            if (!mount.reason().contains("unknown filesystem"))
                return mount.reason();
            qWarning("The kernel is not asked: it has no SquashFS");
            return {};
        }
        Progress progress;
        return differencesOf(tree, *readFolder(at("mnt"), progress));
    }
    // The same of unsquashfs.
    QByteArray unsquashfsDifferences(const FileTree &tree)
    {
        const QString unsquashfs = systemTool(QStringLiteral("unsquashfs"));
        if (unsquashfs.isEmpty() || geteuid() != 0) {
            qWarning("unsquashfs is not asked: it needs root, and squashfs-tools");
            return {};
        }
        const ToolResult result =
            runTool(unsquashfs, {QStringLiteral("-d"), QString::fromStdString(at("unpacked")),
                                 QString::fromStdString(at("image"))});
        if (result.code != 0)
            return "unsquashfs: " + result.output;
        Progress progress;
        const QByteArray differences = differencesOf(tree, *readFolder(at("unpacked"), progress));
        std::filesystem::remove_all(at("unpacked")); // names that are no UTF-8 are too much for QDir
        return differences;
    }
};

void TestSquashFsWriter::othersSeeTheTree_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::addColumn<int>("compression");
    QTest::addColumn<unsigned>("blockSize");
    QTest::newRow("nothing") << 1U << 0U << 6 << 131072U;
    for (const ImageCompression compression : kWritten) {
        const int number = static_cast<int>(compression);
        for (const unsigned blockSize : {4096U, 131072U, 1048576U})
            QTest::addRow("%s, blocks of %u", nameOf(compression), blockSize)
                << 2 + static_cast<unsigned>(number) + blockSize % 7 << 45U << number << blockSize;
    }
    QTest::newRow("many") << 10U << 700U << 5 << 131072U;
}

void TestSquashFsWriter::othersSeeTheTree()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    QFETCH(int, compression);
    QFETCH(unsigned, blockSize);
    const FileTreePtr tree = randomTree(seed, entries);
    ImageOptions options;
    options.compression = static_cast<ImageCompression>(compression);
    options.blockSize = blockSize;
    const ImageReport report = write(*tree, options);
    QCOMPARE(report.bytes, std::uint64_t(std::filesystem::file_size(at("image"))));
    QCOMPARE(report.bytes % 4096, std::uint64_t(0));
    QCOMPARE(report.inodes, tree->inodeCount());
    const FileTreePtr back = readBack();
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(back->nodeCount(), tree->nodeCount());
    QCOMPARE(back->inodeCount(), tree->inodeCount());
    QCOMPARE(kernelDifferences(*tree), QByteArray());
    QCOMPARE(unsquashfsDifferences(*tree), QByteArray());
}

void TestSquashFsWriter::isTheSameEveryTime()
{
    const FileTreePtr tree = randomTree(3, 100);
    for (const ImageCompression compression : kWritten) {
        ImageOptions options;
        options.compression = compression;
        options.level = 1;
        options.blockSize = 16384;
        options.threads = 1;
        write(*tree, options, "one");
        const QByteArray one = bytesOf("one");
        QVERIFY(!one.isEmpty());
        for (const unsigned threads : {2U, 5U}) {
            options.threads = threads;
            write(*tree, options, "more");
            QVERIFY2(bytesOf("more") == one, nameOf(compression));
        }
    }
}

void TestSquashFsWriter::takesLevels()
{
    FileTreeBuilder builder;
    std::string text;
    for (int i = 0; i < 30000; ++i)
        text += std::to_string(i * 7919 % 10007) + (i % 3 == 0 ? "words" : "w");
    builder.addInlineFile(FileTreeBuilder::root(), "text", {}, text);
    const FileTreePtr tree = builder.build();
    const std::tuple<ImageCompression, int, int> levels[] = {{ImageCompression::Gzip, 1, 9},
                                                             {ImageCompression::Xz, 1, 9},
                                                             {ImageCompression::Lz4, 1, 12},
                                                             {ImageCompression::Zstd, 1, 22}};
    for (const auto &[compression, low, high] : levels) {
        ImageOptions options;
        options.compression = compression;
        options.level = low;
        write(*tree, options);
        const std::string quickBytes = bytesOf("image").toStdString();
        QCOMPARE(unsquashfsDifferences(*tree), QByteArray());
        QCOMPARE(kernelDifferences(*tree), QByteArray());
        options.level = high;
        write(*tree, options);
        QVERIFY2(bytesOf("image").toStdString() != quickBytes, nameOf(compression));
        QCOMPARE(unsquashfsDifferences(*tree), QByteArray());
        QCOMPARE(kernelDifferences(*tree), QByteArray());
        options.level = high + 1;
        QVERIFY(messageOf(*tree, options).contains(QString::number(high)));
        options.level = -1;
        QVERIFY(messageOf(*tree, options).contains(QLatin1String("-1")));
    }
}

void TestSquashFsWriter::refusesImpossibleOptions()
{
    const FileTreePtr tree = FileTreeBuilder().build();
    for (const std::uint32_t blockSize : {1U, 2048U, 131073U, 2U << 20}) {
        ImageOptions options;
        options.blockSize = blockSize;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(blockSize)), qPrintable(message));
    }
    QVERIFY(entries().isEmpty());
}

void TestSquashFsWriter::keepsToAFixedSize()
{
    const FileTreePtr tree = randomTree(5, 200);
    const std::uint64_t needed = write(*tree).bytes;
    const QByteArray fitting = bytesOf("image");
    ImageOptions options = quick();
    for (const std::uint64_t size : {std::uint64_t{needed}, needed + 1, std::uint64_t{68157440}}) {
        options.size = size;
        QCOMPARE(write(*tree, options).bytes, size);
        const QByteArray bytes = bytesOf("image");
        QCOMPARE(std::uint64_t(bytes.size()), size);
        // The same image, but zeros behind.
        QVERIFY(bytes.startsWith(fitting));
        QCOMPARE(bytes.indexOf(QByteArray(1, '\1'), fitting.size()), qsizetype(-1));
        QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    }
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{4095}, needed - 1}) {
        options.size = size;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(needed)) && message.contains(QString::number(size)),
                 qPrintable(message));
    }
    QCOMPARE(entries(), QStringList({QStringLiteral("host"), QStringLiteral("image")}));
}

void TestSquashFsWriter::estimatesFromAbove()
{
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = randomTree(seed, seed * seed * 30);
        for (const unsigned blockSize : {4096U, 131072U}) {
            ImageOptions options = quick();
            options.blockSize = blockSize;
            const std::uint64_t estimate = squashFsSizeEstimate(*tree, options);
            const std::uint64_t bytes = write(*tree, options).bytes;
            // Little more than all bytes with their metadata.
            const std::uint64_t most = tree->contentBytes() + 700ULL * tree->nodeCount() + 20000;
            QVERIFY2(bytes <= estimate && estimate <= most,
                     QByteArray::number(qulonglong(bytes)) + ' ' + QByteArray::number(qulonglong(estimate)));
        }
        std::filesystem::remove_all(at("host"));
    }
    ImageOptions options = quick();
    options.size = 1 << 30;
    QCOMPARE(squashFsSizeEstimate(*FileTreeBuilder().build(), options), std::uint64_t(1 << 30));
}

void TestSquashFsWriter::holdsFilesAroundABlock_data()
{
    QTest::addColumn<bool>("random");
    QTest::addColumn<unsigned>("blockSize");
    for (const unsigned blockSize : {4096U, 131072U}) {
        QTest::addRow("text, blocks of %u", blockSize) << false << blockSize;
        QTest::addRow("noise, blocks of %u", blockSize) << true << blockSize;
    }
}

void TestSquashFsWriter::holdsFilesAroundABlock()
{
    QFETCH(bool, random);
    QFETCH(unsigned, blockSize);
    FileTreeBuilder builder;
    RandomTree noise(1, at("none"));
    for (const unsigned blocks : {0U, 1U, 2U, 3U}) {
        for (const int more : {-1, 0, 1, 100}) {
            if (blocks == 0 && more < 0)
                continue;
            const std::size_t size = blocks * blockSize + static_cast<unsigned>(more);
            std::string bytes = random ? noise.bytes(size) : std::string(size, 'x');
            if (!bytes.empty())
                bytes.back() = 'e';
            builder.addInlineFile(FileTreeBuilder::root(), std::to_string(size), {}, bytes);
        }
    }
    const FileTreePtr tree = builder.build();
    ImageOptions options = quick();
    options.blockSize = blockSize;
    write(*tree, options);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    QCOMPARE(kernelDifferences(*tree), QByteArray());
    QCOMPARE(unsquashfsDifferences(*tree), QByteArray());
}

void TestSquashFsWriter::holdsHugeHoles()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    std::ofstream(at("host/h")) << "some bytes";
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    const std::uint64_t size = (5ULL << 30) + 12345;
    const Extent end{size - 10, 0, 10};
    const Extent middle{3ULL << 30, 0, 10};
    builder.addExtentsFile(FileTreeBuilder::root(), "end", {}, host, size, {&end, 1});
    builder.addExtentsFile(FileTreeBuilder::root(), "middle", {}, host, size, {&middle, 1});
    builder.addExtentsFile(FileTreeBuilder::root(), "nothing", {}, host, size, {});
    builder.addExtentsFile(FileTreeBuilder::root(), "short nothing", {}, host, 5, {});
    const std::uint64_t largest = squashFsLargestFile(131072) / 16;
    builder.addExtentsFile(FileTreeBuilder::root(), "largest", {}, host, largest, {&middle, 1});
    const FileTreePtr tree = builder.build();
    QVERIFY(write(*tree).bytes < 5000000);
    const FileTreePtr back = readBack();
    const auto check = [&](const char *name, std::uint64_t fileSize, std::uint64_t place, const char *bytes) {
        const ContentReader reader(*back, back->inodeOf(back->find(name)));
        QCOMPARE(reader.size(), fileSize);
        char found[10]{};
        reader.read(place, found);
        QCOMPARE(QByteArray(found, 10), QByteArray(bytes, 10));
        QCOMPARE(reader.nextData(0), place / 131072 * 131072);
        reader.read(place - 20, found);
        QCOMPARE(QByteArray(found, 10), QByteArray(10, '\0'));
    };
    check("/end", size, end.logical, "some bytes");
    check("/middle", size, middle.logical, "some bytes");
    check("/largest", largest, middle.logical, "some bytes");
    const ContentReader nothing(*back, back->inodeOf(back->find("/nothing")));
    QCOMPARE(nothing.nextData(0), size);
    QCOMPARE(nothing.nextData(size - 1), size);
    // What was read keeps its holes when it is written again.
    QVERIFY(write(*back, quick(), "again").bytes < 5000000);
    QVERIFY(bytesOf("again") == bytesOf("image"));
    if (geteuid() != 0)
        QSKIP("Only root can ask the kernel");
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted())
        QSKIP(mount.reason().constData());
    for (const auto &[name, place] : {std::pair("end", end.logical), std::pair("middle", middle.logical),
                                      std::pair("largest", middle.logical)}) {
        struct stat status
        {
        };
        QCOMPARE(stat(at(std::string("mnt/") + name).c_str(), &status), 0);
        QVERIFY(status.st_blocks < 1000);
        std::ifstream file(at(std::string("mnt/") + name), std::ios::binary);
        file.seekg(static_cast<std::streamoff>(place));
        char found[10]{};
        file.read(found, sizeof found);
        QCOMPARE(QByteArray(found, 10), QByteArray("some bytes"));
    }
}

void TestSquashFsWriter::keepsHolesOfHostFiles()
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
    CompareOptions options;
    QCOMPARE(differencesOf(*tree, *readBack(), options).contains("Content"), false);
    const FileTreePtr back = readBack();
    const ContentReader reader(*back, back->inodeOf(back->find("/sparse")));
    QCOMPARE(reader.nextData(131072), std::uint64_t(50 << 20));
}

void TestSquashFsWriter::storesZerosAsHoles()
{
    FileTreeBuilder builder;
    builder.addInlineFile(FileTreeBuilder::root(), "zeros", {}, std::string(4 << 20, '\0') + "end");
    const FileTreePtr tree = builder.build();
    write(*tree);
    const FileTreePtr back = readBack();
    const ContentReader reader(*back, back->inodeOf(back->find("/zeros")));
    QCOMPARE(reader.nextData(0), std::uint64_t(4 << 20));
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(kernelDifferences(*tree), QByteArray());
}

void TestSquashFsWriter::storesWhatCannotBePacked()
{
    for (const ImageCompression compression : kWritten) {
        FileTreeBuilder builder;
        RandomTree noise(2, at("none"));
        const std::string bytes = noise.bytes(3 * 131072 + 70000);
        builder.addInlineFile(FileTreeBuilder::root(), "noise", {}, bytes);
        ImageOptions options;
        options.compression = compression;
        const FileTreePtr tree = builder.build();
        const std::uint64_t size = write(*tree, options).bytes;
        QVERIFY(size < bytes.size() + 3 * 4096);
        QVERIFY(bytesOf("image").contains(QByteArray::fromStdString(bytes.substr(0, 131072))));
        QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
        QCOMPARE(kernelDifferences(*tree), QByteArray());
    }
}

void TestSquashFsWriter::holdsManyEntries_data()
{
    QTest::addColumn<unsigned>("files");
    QTest::addColumn<unsigned>("folders");
    QTest::addColumn<unsigned>("length");
    QTest::newRow("one block of names") << 300U << 0U << 10U;
    QTest::newRow("more than basic inodes hold") << 4000U << 0U << 20U;
    QTest::newRow("100,000 files") << 100000U << 0U << 0U;
    QTest::newRow("long names") << 9000U << 0U << 240U;
    QTest::newRow("many folders") << 0U << 10000U << 0U;
    QTest::newRow("files between folders") << 2000U << 2000U << 5U;
}

void TestSquashFsWriter::holdsManyEntries()
{
    QFETCH(unsigned, files);
    QFETCH(unsigned, folders);
    QFETCH(unsigned, length);
    FileTreeBuilder builder;
    const auto parent = builder.addDirectory(FileTreeBuilder::root(), "many", {});
    const std::string stem(length, 'n');
    for (unsigned i = 0; i < files; ++i)
        builder.addInlineFile(parent, stem + std::to_string(i * 7919ULL), {}, std::to_string(i));
    for (unsigned i = 0; i < folders; ++i)
        builder.addDirectory(parent, stem + std::to_string(i * 7919ULL) + "d", {});
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    if (geteuid() != 0)
        QSKIP("Only root can ask the kernel");
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted())
        QSKIP(mount.reason().constData());
    // The kernel finds each name through the index, and what is not there it does not find.
    struct stat status
    {
    };
    const auto &names = tree->children(tree->find("/many"));
    for (std::size_t i = 0; i < names.size(); i += 1 + names.size() / 10000)
        QCOMPARE(lstat(at("mnt" + tree->path(names[i])).c_str(), &status), 0);
    for (const char *none : {"mnt/many/!", "mnt/many/50x", "mnt/many/nnnnnnnnnnnnx", "mnt/many/~"})
        QVERIFY(lstat(at(none).c_str(), &status) != 0);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(at("mnt/many")), {}),
             std::ptrdiff_t(files + folders));
}

void TestSquashFsWriter::holdsDeepPaths()
{
    FileTreeBuilder builder;
    FileTreeBuilder::Handle folder = FileTreeBuilder::root();
    for (int i = 0; i < 5000; ++i) {
        folder = builder.addDirectory(folder, std::string(i % 10 == 0 ? 255 : 1, 'd'), {});
        if (i % 100 == 0)
            builder.addInlineFile(folder, "f", {}, std::to_string(i));
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
}

void TestSquashFsWriter::keepsLinksOfEverything()
{
    FileTreeBuilder builder;
    Metadata m;
    m.uid = 5;
    m.xattrs = builder.internXattrs({{"trusted.t", "value"}, {"security.s", std::string(60000, 's')}});
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "a", m);
    const auto b = builder.addDirectory(FileTreeBuilder::root(), "b", {});
    for (const bool withXattrs : {false, true}) {
        const Metadata &used = withXattrs ? m : Metadata();
        const std::string end = withXattrs ? "x" : "";
        const FileTreeBuilder::Handle handles[] = {
            builder.addInlineFile(a, "file" + end, used, "bytes"),
            builder.addInlineFile(a, "empty" + end, used, ""),
            builder.addSymlink(a, "link" + end, used, std::string(4095, 't')),
            builder.addSpecial(a, "char" + end, used, FileType::CharDevice, 4095, (1 << 20) - 1),
            builder.addSpecial(a, "block" + end, used, FileType::BlockDevice, 8, 300),
            builder.addSpecial(a, "fifo" + end, used, FileType::Fifo),
            builder.addSpecial(a, "socket" + end, used, FileType::Socket)};
        for (const auto handle : handles)
            for (int i = 0; i < 3; ++i)
                builder.addHardLink(b, std::to_string(handle) + "-" + std::to_string(i), handle);
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    QCOMPARE(kernelDifferences(*tree), QByteArray());
}

void TestSquashFsWriter::holdsManyOwners()
{
    for (const std::uint32_t owners : {65535U, 65536U}) {
        FileTreeBuilder builder;
        Metadata m;
        for (std::uint32_t i = 1; i < owners; ++i) { // the root belongs to 0
            m.uid = i * 50000;
            builder.addSpecial(FileTreeBuilder::root(), "f" + std::to_string(i), m, FileType::Fifo);
        }
        const FileTreePtr tree = builder.build();
        const QString message = messageOf(*tree);
        if (owners == 65535)
            QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
        else
            QVERIFY2(message.contains(QLatin1String("65535")) && message.contains(QLatin1String("/f")),
                     qPrintable(message));
        QCOMPARE(message.isEmpty(), owners == 65535);
    }
}

void TestSquashFsWriter::sharesAttributeSets()
{
    FileTreeBuilder builder;
    RandomTree noise(3, at("none"));
    Metadata m;
    const std::string value = noise.bytes(3000);
    m.xattrs = builder.internXattrs({{"user.large", value}, {"user.small", "s"}});
    for (int i = 0; i < 2500; ++i)
        builder.addInlineFile(FileTreeBuilder::root(), "f" + std::to_string(i), m, "");
    for (int i = 0; i < 3000; ++i) { // more than a block of sets
        const std::string small = std::to_string(i);
        m.xattrs = builder.internXattrs({{"user.small", small}});
        builder.addDirectory(FileTreeBuilder::root(), "g" + std::to_string(i), m);
    }
    const FileTreePtr tree = builder.build();
    QVERIFY(write(*tree).bytes < 200000);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    QCOMPARE(kernelDifferences(*tree), QByteArray());
}

void TestSquashFsWriter::leavesAclsOut()
{
    FileTreeBuilder builder;
    using Tag = AclEntry::Tag;
    const std::string one = aclToXattr({{Tag::UserObj, 7, 0},
                                        {Tag::User, 7, 5},
                                        {Tag::GroupObj, 5, 0},
                                        {Tag::Mask, 7, 0},
                                        {Tag::Other, 0, 0}});
    const std::string two = aclToXattr({{Tag::UserObj, 7, 0},
                                        {Tag::User, 7, 6},
                                        {Tag::GroupObj, 5, 0},
                                        {Tag::Mask, 7, 0},
                                        {Tag::Other, 0, 0}});
    Metadata m;
    m.flags = kImmutable;
    m.mtime = {1000, 999999999};
    for (const std::string &acl : {one, two}) {
        const std::string number = std::to_string(builder.nodeCount());
        m.xattrs = builder.internXattrs({{kAclAccess, acl}, {"user.u", "same"}});
        builder.addInlineFile(FileTreeBuilder::root(), "more" + number, m, "x");
        m.xattrs = builder.internXattrs({{kAclAccess, acl}});
        builder.addInlineFile(FileTreeBuilder::root(), "acl" + number, m, "x");
    }
    write(*builder.build());
    const FileTreePtr back = readBack();
    QCOMPARE(back->nodeCount(), 5U);
    for (const NodeId node : back->children(FileTree::root())) {
        const bool hasMore = back->name(node).starts_with("more");
        QCOMPARE(back->xattrsOf(back->inodeOf(node)).size(), std::size_t(hasMore ? 1 : 0));
        QCOMPARE(back->inodeAt(node).mtime(), (Timestamp{1000, 0}));
        QCOMPARE(back->inodeAt(node).flags, std::uint8_t(0));
    }
}

void TestSquashFsWriter::storesEqualFilesOnce()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    RandomTree noise(5, at("none"));
    const std::string large = noise.bytes(1000000);
    const std::string small = noise.bytes(5000);
    FileTreeBuilder builder;
    const auto twice = builder.addDirectory(FileTreeBuilder::root(), "twice", {});
    for (int i = 0; i < 5; ++i) {
        const std::string number = std::to_string(i);
        std::ofstream(at("host/large" + number), std::ios::binary) << large;
        std::ofstream(at("host/small" + number), std::ios::binary) << "before" << small;
        builder.addHostFile(twice, "large" + number, {},
                            builder.internHostPath(kNoId, at("host/large" + number)), large.size());
        builder.addHostFile(FileTreeBuilder::root(), "small" + number, {},
                            builder.internHostPath(kNoId, at("host/small" + number)), small.size(), 6);
    }
    builder.addInlineFile(FileTreeBuilder::root(), "large", {}, large);
    builder.addInlineFile(FileTreeBuilder::root(), "small", {}, small);
    const FileTreePtr tree = builder.build();
    const ImageReport report = write(*tree);
    QVERIFY2(report.bytes < large.size() + small.size() + 10000,
             QByteArray::number(qulonglong(report.bytes)));
    QCOMPARE(report.contentBytes, 6 * (large.size() + small.size()));
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeCount(), tree->inodeCount());
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(kernelDifferences(*tree), QByteArray());
    QCOMPARE(unsquashfsDifferences(*tree), QByteArray());
}

void TestSquashFsWriter::tellsSimilarFilesApart()
{
    RandomTree noise(6, at("none"));
    const std::string bytes = noise.bytes(300000);
    FileTreeBuilder builder;
    for (const std::size_t place : {0U, 1U, 65535U, 65536U, 150000U, 299999U}) {
        std::string changed = bytes;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        builder.addInlineFile(FileTreeBuilder::root(), "large" + std::to_string(place), {}, changed);
        if (place < 300)
            builder.addInlineFile(FileTreeBuilder::root(), "small" + std::to_string(place), {},
                                  changed.substr(0, 300));
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
}

void TestSquashFsWriter::takesItsTimeFromOutside()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1000000000, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "f", m, "x");
    const FileTreePtr tree = builder.build();
    const auto imageTime = [&](const ImageOptions &options) {
        write(*tree, options);
        return littleAt<std::uint32_t>(bytesOf("image"), 8);
    };
    QCOMPARE(imageTime(quick()), 1000000000U);
    qputenv("SOURCE_DATE_EPOCH", "1234567890");
    const std::uint32_t outside = imageTime(quick());
    qunsetenv("SOURCE_DATE_EPOCH");
    QCOMPARE(outside, 1234567890U);
    ImageOptions options = quick();
    options.now = 42;
    QCOMPARE(imageTime(options), 42U);
}

void TestSquashFsWriter::takesTheNearestTime()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1LL << 40, 5};
    builder.addInlineFile(FileTreeBuilder::root(), "late", m, "");
    m.mtime = {-1, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "early", m, "");
    Progress progress;
    ImageOptions options = quick();
    options.flush = false;
    writeSquashFs(*builder.build(), at("image"), options, progress);
    const auto log = progress.logFrom(0);
    QVERIFY(!log.empty() && log[0].text.contains(QLatin1String("/early")));
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeAt(back->find("/early")).mtimeSeconds, std::int64_t(0));
    QCOMPARE(back->inodeAt(back->find("/late")).mtimeSeconds, std::int64_t(UINT32_MAX));
}

void TestSquashFsWriter::refusesWhatItCannotHold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *what, const char *reason) {
        QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(reason);
    };
    row("value", "user.a");
    row("namespace", "system.nfs4_acl");
    row("empty name", "user.");
    row("names", "list");
    row("size", "TB");
}

void TestSquashFsWriter::refusesWhatItCannotHold()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    Metadata m;
    const std::string value(65537, 'x');
    std::vector<std::string> names;
    std::vector<XattrView> views;
    if (what == QLatin1String("value"))
        views.push_back({"user.a", value});
    else if (what == QLatin1String("namespace"))
        views.push_back({"system.nfs4_acl", "x"});
    else if (what == QLatin1String("empty name"))
        views.push_back({"user.", "x"});
    for (int i = 0; what == QLatin1String("names") && i < 300; ++i)
        names.push_back("user." + std::string(240, 'n') + std::to_string(i));
    for (const std::string &name : names)
        views.push_back({name, "x"});
    m.xattrs = builder.internXattrs(views);
    if (what == QLatin1String("size"))
        builder.addExtentsFile(folder, "culprit", m, builder.internHostPath(kNoId, "/none"),
                               squashFsLargestFile(131072) + 1, {});
    else
        builder.addInlineFile(folder, "culprit", m, "x");
    const FileTreePtr tree = builder.build();
    const QString message = messageOf(*tree);
    QVERIFY2(message.contains(reason) && message.contains(QLatin1String("/folder/culprit")),
             qPrintable(message));
    QVERIFY(entries().isEmpty());
    QVERIFY_THROWS_EXCEPTION(Error, squashFsSizeEstimate(*tree, quick()));
}

QTEST_GUILESS_MAIN(TestSquashFsWriter)
#include "tst_squashfswriter.moc"
