// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfswriter.h"

#include "formats/folderreader.h"
#include "formats/reiserfsformat.h"
#include "formats/reiserfsnodes.h"
#include "reiserfsfixture.h"
#include "tree/content.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>

using namespace Refbox;
using namespace Refbox::Testing;

class TestReiserFsWriter : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void randomTreesAreSound_data();
    void randomTreesAreSound();
    void grubReadsTheFiles();
    void isTheSameEveryTime();
    void fitsClosely();
    void leavesTheFreeSpaceAskedFor_data();
    void leavesTheFreeSpaceAskedFor();
    void keepsToAFixedSize();
    void holdsFilesOfAllSizes();
    void holdsTreesOfAllHeights_data();
    void holdsTreesOfAllHeights();
    void spreadsChildrenEvenly();
    void holdsManyNames_data();
    void holdsManyNames();
    void holdsNamesOfOneHash();
    void holdsDeepFolders();
    void holdsDataAcrossBitmaps();
    void holdsHugeHoles();
    void keepsHolesOfHostFiles();
    void holdsManyPieces();
    void countsLinks();
    void holdsAttributesOfEverything();
    void takesItsTimeFromOutside();
    void takesTheNearestTime();
    void refusesWhatReiserFsCannotHold_data();
    void refusesWhatReiserFsCannotHold();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        return RandomTree(seed, at("host"), reiserFsLimits()).make(entries);
    }
    std::uint32_t hostFile(FileTreeBuilder &builder, const std::string &bytes)
    {
        std::ofstream(at("h"), std::ios::binary) << bytes;
        return builder.internHostPath(kNoId, at("h"));
    }
    ImageReport write(const FileTree &tree, const ImageOptions &given = {}, const std::string &name = "image")
    {
        ImageOptions options = given;
        options.flush = false;
        Progress progress;
        return writeReiserFs(tree, at(name), options, progress);
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
    ReiserFsSuperblock superblock() const
    {
        std::ifstream file(at("image"), std::ios::binary);
        std::array<char, kReiserFsSuperblockSize> bytes{};
        file.seekg(kReiserFsSuperblockAt);
        file.read(bytes.data(), bytes.size());
        return decodeReiserFsSuperblock(bytes);
    }
    FileTreePtr readBack() const { return readReiserFsBack(at("image")); }
    /// What is wrong with the image of a tree that has just been written.
    QByteArray complaints(const FileTree &tree) const
    {
        QByteArray text = differencesOf(tree, *readBack());
        if (canCheckReiserFs())
            text += reiserfsck(at("image"));
        return text;
    }
};

void TestReiserFsWriter::randomTreesAreSound_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 2; seed < 12; ++seed)
        QTest::addRow("seed %u", seed) << seed << seed * 30;
    QTest::newRow("many") << 12U << 3000U;
}

void TestReiserFsWriter::randomTreesAreSound()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    write(*tree);
    const FileTreePtr back = readBack();
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(back->nodeCount(), tree->nodeCount());
    QCOMPARE(back->inodeCount(), tree->inodeCount());
    if (!canCheckReiserFs())
        QSKIP("reiserfsck is not installed");
    const QByteArray complaint = reiserfsck(at("image"));
    QVERIFY2(complaint.isEmpty(), complaint);
}

// GRUB has a reader of its own.
void TestReiserFsWriter::grubReadsTheFiles()
{
    const QString grub = systemTool(QStringLiteral("grub-fstest"));
    if (grub.isEmpty())
        QSKIP("grub-fstest is not installed");
    QDir(m_dir->path()).mkpath(QStringLiteral("host/folder/below"));
    RandomTree random(1, at("host"));
    for (const unsigned size : {1U, 3976U, 3977U, 4096U, 4097U, 40000U, 5000000U})
        std::ofstream(at("host/folder/below/" + std::to_string(size)), std::ios::binary)
            << random.bytes(size);
    std::filesystem::create_symlink("below/40000", at("host/folder/link"));
    for (int i = 0; i < 3000; ++i)
        std::ofstream(at("host/folder/many" + std::to_string(i)));
    Progress progress;
    write(*readFolder(at("host"), progress));
    for (const char *name : {"below/1", "below/3976", "below/3977", "below/4096", "below/4097", "below/40000",
                             "below/5000000", "link", "many2999"}) {
        const std::string path = std::string("/folder/") + name;
        const ToolResult result =
            runTool(grub, {QString::fromStdString(at("image")), QStringLiteral("cmp"),
                           QString::fromStdString(path), QString::fromStdString(at("host" + path))});
        QVERIFY2(result.code == 0, result.output);
    }
}

void TestReiserFsWriter::isTheSameEveryTime()
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
    options.label = "other of 16bytes";
    const ImageReport report = write(*tree, options);
    QVERIFY(bytesOf("image") != one);
    QCOMPARE(superblock().label, options.label);
    QCOMPARE(uuidText(superblock().uuid), report.uuid);
}

// What fits exactly does not fit into one block less.
void TestReiserFsWriter::fitsClosely()
{
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = randomTree(seed, seed * seed * 30);
        const ImageReport report = write(*tree);
        QCOMPARE(report.bytes, std::uint64_t(std::filesystem::file_size(at("image"))));
        QCOMPARE(reiserFsSize(*tree, {}), report.bytes);
        QCOMPARE(report.freeBytes, std::uint64_t(0));
        ImageOptions options;
        options.size = report.bytes;
        QCOMPARE(messageOf(*tree, options), QString());
        options.size = report.bytes - 1;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(report.bytes)), qPrintable(message));
        std::filesystem::remove_all(at("host"));
    }
}

void TestReiserFsWriter::leavesTheFreeSpaceAskedFor_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<qulonglong>("bytes");
    QTest::newRow("percent") << 10.0 << 0ULL;
    QTest::newRow("much") << 90.0 << 0ULL;
    QTest::newRow("bytes") << 0.0 << 50000000ULL;
    QTest::newRow("many bytes") << 0.0 << 3000000000ULL;
    QTest::newRow("both") << 33.3 << 10000000ULL;
}

void TestReiserFsWriter::leavesTheFreeSpaceAskedFor()
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
    QVERIFY2(static_cast<double>(report.freeBytes) < asked + 3 * 4096,
             QByteArray::number(qulonglong(report.freeBytes)));
    QCOMPARE(complaints(*tree), QByteArray());
}

void TestReiserFsWriter::keepsToAFixedSize()
{
    const FileTreePtr tree = randomTree(5, 200);
    ImageOptions options;
    // The third has room for one bitmap more, and nothing behind it.
    for (const std::uint64_t size : {64000000ULL, 681574400ULL, 9ULL * 32768 * 4096 + 4096, 5000000001ULL}) {
        options.size = size;
        QCOMPARE(write(*tree, options).bytes, size);
        QCOMPARE(std::uint64_t(std::filesystem::file_size(at("image"))), size);
        struct stat status
        {
        };
        QCOMPARE(stat(at("image").c_str(), &status), 0);
        QVERIFY(status.st_blocks * 512 < 100000000);
        QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
        if (canCheckReiserFs())
            QCOMPARE(reiserfsck(at("image")), QByteArray());
    }
    for (const std::uint64_t size : {0ULL, 4095ULL, 100000ULL, 1ULL << 50}) {
        options.size = size;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(size)), qPrintable(message));
    }
}

void TestReiserFsWriter::holdsFilesOfAllSizes()
{
    FileTreeBuilder builder;
    RandomTree random(1, at("host"));
    const std::uint32_t host = hostFile(builder, random.bytes(100000));
    Metadata m;
    for (const unsigned size : {0U, 1U, 7U, 8U, 9U, 3975U, 3976U, 3977U, 4095U, 4096U, 4097U, 8191U, 8192U,
                                8193U, 65536U, 99999U}) {
        builder.addHostFile(FileTreeBuilder::root(), "host" + std::to_string(size), m, host, size, 1);
        builder.addInlineFile(FileTreeBuilder::root(), "inline" + std::to_string(size), m,
                              random.bytes(size));
    }
    for (const unsigned size : {1U, 2U, 8U, 255U, 3975U, 3976U})
        builder.addSymlink(FileTreeBuilder::root(), "link" + std::to_string(size), m, std::string(size, 't'));
    for (const unsigned size : {1U, 7U, 8U, 9U, 255U})
        builder.addInlineFile(FileTreeBuilder::root(), std::string(size, 'n'), m, "x");
    // Holes only, a hole and its end, in the tree itself and not.
    for (const unsigned size : {10U, 3976U, 5000U}) {
        builder.addExtentsFile(FileTreeBuilder::root(), "hole" + std::to_string(size), m, host, size, {});
        const Extent end{size - 3, 50, 3};
        builder.addExtentsFile(FileTreeBuilder::root(), "end" + std::to_string(size), m, host, size,
                               {&end, 1});
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(complaints(*tree), QByteArray());
}

void TestReiserFsWriter::holdsTreesOfAllHeights_data()
{
    QTest::addColumn<qulonglong>("size");
    QTest::addColumn<int>("levels");
    constexpr qulonglong inLeaf = 1012 * 4096ULL;
    QTest::newRow("one leaf") << 4096ULL << 1;
    QTest::newRow("two leaves") << inLeaf << 2;
    QTest::newRow("full root") << 169 * inLeaf << 2;
    QTest::newRow("one more") << 170 * inLeaf << 3;
    QTest::newRow("four levels") << 170 * 170 * inLeaf << 4;
}

// A hole needs nothing but leaves.
void TestReiserFsWriter::holdsTreesOfAllHeights()
{
    QFETCH(qulonglong, size);
    QFETCH(int, levels);
    FileTreeBuilder builder;
    builder.addExtentsFile(FileTreeBuilder::root(), "hole", {}, hostFile(builder, "x"), size, {});
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(int(superblock().height), levels + 1);
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeAt(back->find("/hole")).size, std::uint64_t(size));
    QVERIFY(back->extents(back->inodeOf(back->find("/hole"))).empty());
    if (canCheckReiserFs())
        QCOMPARE(reiserfsck(at("image")), QByteArray());
}

void TestReiserFsWriter::spreadsChildrenEvenly()
{
    QCOMPARE(reiserFsNodeCount(1), std::uint64_t(0));
    QCOMPARE(reiserFsNodeCount(2), std::uint64_t(1));
    QCOMPARE(reiserFsNodeCount(170), std::uint64_t(1));
    QCOMPARE(reiserFsNodeCount(171), std::uint64_t(3));
    QCOMPARE(reiserFsNodeCount(170 * 170 + 1), std::uint64_t(171 + 2 + 1));
    QCOMPARE(reiserFsLevels(1), 1U);
    QCOMPARE(reiserFsLevels(170 * 170), 3U);
    QCOMPARE(reiserFsLevels(170 * 170 + 1), 4U);
}

void TestReiserFsWriter::holdsManyNames_data()
{
    QTest::addColumn<unsigned>("files");
    QTest::addColumn<unsigned>("folders");
    QTest::addColumn<unsigned>("length");
    QTest::newRow("short names") << 100000U << 0U << 0U;
    QTest::newRow("long names") << 3000U << 0U << 240U;
    QTest::newRow("more folders than count") << 0U << 66000U << 0U;
}

void TestReiserFsWriter::holdsManyNames()
{
    QFETCH(unsigned, files);
    QFETCH(unsigned, folders);
    QFETCH(unsigned, length);
    FileTreeBuilder builder;
    const auto parent = builder.addDirectory(FileTreeBuilder::root(), "many", {});
    const std::string stem(length, 'n');
    const auto first = builder.addInlineFile(parent, stem + "0", {}, "");
    for (unsigned i = 1; i < files; ++i) {
        if (i % 2 == 0)
            builder.addSymlink(parent, stem + std::to_string(i), {}, "t");
        else
            builder.addHardLink(parent, stem + std::to_string(i), first);
    }
    for (unsigned i = 0; i < folders; ++i)
        builder.addDirectory(parent, "d" + std::to_string(i), {});
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(complaints(*tree), QByteArray());
}

void TestReiserFsWriter::holdsNamesOfOneHash()
{
    const auto tree = [](unsigned names) {
        FileTreeBuilder builder;
        const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
        for (unsigned i = 0; i < names; ++i) {
            std::string name;
            for (unsigned bit = 0; bit < 8; ++bit) // both pairs of letters add the same to the hash
                name += (i >> bit & 1) != 0 ? "Al" : "Ba";
            builder.addInlineFile(folder, name, {}, std::to_string(i));
        }
        return builder.build();
    };
    const FileTreePtr most = tree(128);
    write(*most);
    QCOMPARE(complaints(*most), QByteArray());
    std::filesystem::remove(at("image"));
    const QString message = messageOf(*tree(129));
    QVERIFY2(message.contains(QLatin1String("/folder")) && message.contains(QLatin1String("hash")),
             qPrintable(message));
    QVERIFY(entries().isEmpty());
}

void TestReiserFsWriter::holdsDeepFolders()
{
    FileTreeBuilder builder;
    auto folder = FileTreeBuilder::root();
    for (int i = 0; i < 3000; ++i)
        folder = builder.addDirectory(folder, "d" + std::to_string(i), {});
    builder.addInlineFile(folder, "end", {}, "x");
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
}

// Data from the first into the third group of blocks, each of which begins with a bitmap.
void TestReiserFsWriter::holdsDataAcrossBitmaps()
{
    FileTreeBuilder builder;
    RandomTree random(1, at("host"));
    const std::uint32_t host = hostFile(builder, random.bytes(1 << 20));
    std::vector<Extent> extents;
    for (std::uint64_t i = 0; i < 260; ++i)
        extents.push_back({i << 20, 0, 1 << 20});
    builder.addExtentsFile(FileTreeBuilder::root(), "large", {}, host, 260 << 20, extents);
    builder.addHostFile(FileTreeBuilder::root(), "whole", {}, host, 1 << 20);
    const FileTreePtr tree = builder.build();
    write(*tree);
    QVERIFY(superblock().blocks > 2 * 32768U);
    QCOMPARE(complaints(*tree), QByteArray());
}

void TestReiserFsWriter::holdsHugeHoles()
{
    FileTreeBuilder builder;
    const std::uint32_t host = hostFile(builder, "some bytes");
    const std::uint64_t size = 5ULL << 30;
    const Extent end{size - 8192, 0, 10};
    builder.addExtentsFile(FileTreeBuilder::root(), "end", {}, host, size, {&end, 1});
    const FileTreePtr tree = builder.build();
    QVERIFY(write(*tree).bytes < 8 << 20);
    const FileTreePtr back = readBack();
    const InodeId file = back->inodeOf(back->find("/end"));
    QCOMPARE(back->inode(file).size, size);
    QCOMPARE(back->extents(file).size(), std::size_t(1));
    QCOMPARE(back->extents(file)[0].logical, end.logical);
    char bytes[16]{};
    QCOMPARE(ContentReader(*back, file).read(end.logical, bytes), sizeof bytes);
    QCOMPARE(QByteArray(bytes, 10), QByteArray("some bytes"));
    if (canCheckReiserFs())
        QCOMPARE(reiserfsck(at("image")), QByteArray());
}

void TestReiserFsWriter::keepsHolesOfHostFiles()
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
    QVERIFY2(report.bytes < 3 << 20, QByteArray::number(qulonglong(report.bytes)));
    QCOMPARE(report.contentBytes, std::uint64_t(100 << 20));
    const FileTreePtr back = readBack();
    QVERIFY(sameContent(*tree, tree->inodeOf(tree->find("/sparse")), *back,
                        back->inodeOf(back->find("/sparse"))));
}

void TestReiserFsWriter::holdsManyPieces()
{
    FileTreeBuilder builder;
    const std::uint32_t host = hostFile(builder, std::string(8192, 'h'));
    std::vector<Extent> extents;
    for (std::uint64_t i = 0; i < 30000; ++i)
        extents.push_back({i * 8192, 4096 * (i % 2), 4096});
    for (const unsigned count : {4U, 505U, 506U, 507U, 30000U})
        builder.addExtentsFile(FileTreeBuilder::root(), "f" + std::to_string(count), {}, host,
                               count * 8192ULL, std::span(extents).first(count));
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(readBack()->extents(readBack()->inodeOf(readBack()->find("/f30000"))).size(),
             std::size_t(30000));
    QCOMPARE(complaints(*tree), QByteArray());
}

// Neither reiserfsck nor our reader looks at the counts.
void TestReiserFsWriter::countsLinks()
{
    const QString debug = systemTool(QStringLiteral("debugreiserfs"));
    if (debug.isEmpty())
        QSKIP("debugreiserfs is not installed");
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "a", {});
    for (const char *name : {"1", "2", "3"})
        builder.addDirectory(folder, name, {});
    const auto file = builder.addInlineFile(folder, "f", {}, "x");
    const auto link = builder.addSymlink(folder, "l", {}, "x");
    const auto device = builder.addSpecial(folder, "d", {}, FileType::CharDevice, 4000, 1000000);
    for (unsigned i = 0; i < 30; ++i) {
        const std::string name = std::to_string(i);
        builder.addHardLink(FileTreeBuilder::root(), "f" + name, file);
        builder.addHardLink(FileTreeBuilder::root(), "l" + name, link);
        builder.addHardLink(FileTreeBuilder::root(), "d" + name, device);
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(complaints(*tree), QByteArray());
    const QByteArray dump =
        runTool(debug, {QStringLiteral("-d"), QString::fromStdString(at("image"))}).output;
    QCOMPARE(dump.count("nlink 31,"), 3);
    QCOMPARE(dump.count("nlink 5,"), 1); // the folder
    QCOMPARE(dump.count("nlink 4,"), 1); // the root: the hidden folder counts
}

void TestReiserFsWriter::holdsAttributesOfEverything()
{
    FileTreeBuilder builder;
    RandomTree random(1, at("host"));
    const std::string largest = random.bytes(65536);
    const std::string name = "user." + std::string(250, 'n');
    const std::string acl = aclToXattr({{AclEntry::Tag::UserObj, 7, 0},
                                        {AclEntry::Tag::User, 5, 4000000000},
                                        {AclEntry::Tag::GroupObj, 5, 0},
                                        {AclEntry::Tag::Mask, 7, 0},
                                        {AclEntry::Tag::Other, 0, 0}});
    Metadata m;
    m.xattrs = builder.internXattrs({{"user.largest", largest},
                                     {name, ""},
                                     {"user.block", std::string_view(largest).substr(0, 3969)},
                                     {kAclAccess, acl}});
    builder.addInlineFile(FileTreeBuilder::root(), "file", m, "x");
    m.xattrs = builder.internXattrs({{kAclAccess, acl}, {kAclDefault, acl}, {"security.x", "y"}});
    builder.addDirectory(FileTreeBuilder::root(), "folder", m);
    m.xattrs = builder.internXattrs({{"trusted.x", "y"}});
    builder.addSymlink(FileTreeBuilder::root(), "link", m, "target");
    const auto device =
        builder.addSpecial(FileTreeBuilder::root(), "device", m, FileType::BlockDevice, 8, 300);
    builder.addHardLink(builder.addDirectory(FileTreeBuilder::root(), "a", m), "device", device);
    builder.addSpecial(FileTreeBuilder::root(), "fifo", m, FileType::Fifo);
    std::vector<std::pair<std::string, std::string>> many;
    for (int i = 0; i < 500; ++i)
        many.emplace_back("user.many" + std::to_string(i), std::to_string(i));
    std::vector<XattrView> views;
    for (const auto &[key, value] : many)
        views.push_back({key, value});
    m.xattrs = builder.internXattrs(views);
    builder.addInlineFile(FileTreeBuilder::root(), "many", m, "x");
    Inode &root = builder.inode(FileTreeBuilder::root());
    root.xattrs = builder.internXattrs({{"user.root", "r"}, {kAclDefault, acl}});
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(complaints(*tree), QByteArray());
    // An ACL without entries says nothing and is none.
    FileTreeBuilder trivial;
    m.xattrs = trivial.internXattrs({{kAclAccess, std::string_view("\2\0\0\0", 4)}});
    trivial.addInlineFile(FileTreeBuilder::root(), "file", m, "x");
    const FileTreePtr none = trivial.build();
    write(*none);
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeAt(back->find("/file")).xattrs, 0U);
}

void TestReiserFsWriter::takesItsTimeFromOutside()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1000000000, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "f", m, "x");
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(superblock().lastCheck, 1000000000U);
    qputenv("SOURCE_DATE_EPOCH", "1234567890");
    write(*tree);
    qunsetenv("SOURCE_DATE_EPOCH");
    QCOMPARE(superblock().lastCheck, 1234567890U);
    ImageOptions options;
    options.now = 42;
    write(*tree, options);
    QCOMPARE(superblock().lastCheck, 42U);
}

void TestReiserFsWriter::takesTheNearestTime()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1LL << 40, 5};
    builder.addInlineFile(FileTreeBuilder::root(), "late", m, "");
    m.mtime = {-1, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "early", m, "");
    Progress progress;
    ImageOptions options;
    options.flush = false;
    writeReiserFs(*builder.build(), at("image"), options, progress);
    const auto log = progress.logFrom(0);
    QVERIFY(!log.empty() && log[0].text.contains(QLatin1String("/early")));
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeAt(back->find("/early")).mtimeSeconds, std::int64_t(0));
    QCOMPARE(back->inodeAt(back->find("/late")).mtimeSeconds, std::int64_t(UINT32_MAX));
}

void TestReiserFsWriter::refusesWhatReiserFsCannotHold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("large value") << "value"
                                 << "/folder/culprit";
    QTest::newRow("namespace") << "namespace"
                               << "/folder/culprit";
    QTest::newRow("slash in a name") << "slash"
                                     << "/folder/culprit";
    QTest::newRow("broken ACL") << "acl"
                                << "posix_acl_access";
    QTest::newRow("links") << "links"
                           << "64536";
    QTest::newRow("links, where") << "links"
                                  << "/folder/culprit";
    QTest::newRow("size") << "size"
                          << "/folder/culprit";
    QTest::newRow("target") << "target"
                            << "/folder/culprit";
    QTest::newRow("hidden folder") << "hidden"
                                   << "/.reiserfs_priv";
    QTest::newRow("label") << "label"
                           << "16 bytes";
    QTest::newRow("percent") << "percent"
                             << "percent";
}

void TestReiserFsWriter::refusesWhatReiserFsCannotHold()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    Metadata m;
    ImageOptions options;
    const std::string large(65537, 'x');
    if (what == QLatin1String("value"))
        m.xattrs = builder.internXattrs({{"user.a", large}});
    else if (what == QLatin1String("namespace"))
        m.xattrs = builder.internXattrs({{"system.nfs4_acl", "x"}});
    else if (what == QLatin1String("slash"))
        m.xattrs = builder.internXattrs({{"user.a/b", "x"}});
    else if (what == QLatin1String("acl"))
        m.xattrs = builder.internXattrs({{kAclAccess, "rubbish"}});
    else if (what == QLatin1String("label"))
        options.label = "seventeen letters";
    else if (what == QLatin1String("percent"))
        options.freePercent = 99;
    else if (what == QLatin1String("hidden"))
        builder.addDirectory(FileTreeBuilder::root(), ".reiserfs_priv", {});
    const auto culprit =
        what == QLatin1String("target") ? builder.addSymlink(folder, "culprit", m, std::string(3977, 't'))
        : what == QLatin1String("size")
            ? builder.addExtentsFile(folder, "culprit", m, builder.internHostPath(kNoId, "/none"),
                                     (8ULL << 40) + 1, {})
            : builder.addInlineFile(folder, "culprit", m, "x");
    for (int i = 0; what == QLatin1String("links") && i < 64535; ++i)
        builder.addHardLink(folder, "l" + std::to_string(i), culprit);
    const QString message = messageOf(*builder.build(), options);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(entries().isEmpty());
}

QTEST_GUILESS_MAIN(TestReiserFsWriter)
#include "tst_reiserfswriter.moc"
