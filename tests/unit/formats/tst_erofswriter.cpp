// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofswriter.h"

#include "erofsfixture.h"
#include "formats/folderreader.h"
#include "tree/content.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QtEndian>

#include <filesystem>

#include <sys/stat.h>

using namespace Refbox;
using namespace Refbox::Testing;

class TestErofsWriter : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void randomTreesAreSound_data();
    void randomTreesAreSound();
    void theJudgesSeeDamage();
    void theKernelSeesTheTree_data() { randomTreesAreSound_data(); }
    void theKernelSeesTheTree();
    void theKernelSeesSmallInodes();
    void isTheSameEveryTime();
    void fitsExactly();
    void keepsToAFixedSize();
    void holdsFilesOfAllSizes();
    void linksFilesOfAllKinds();
    void holdsEdgesOfNames();
    void sharesAttributes();
    void holdsLargeAttributes();
    void holdsManyEntries_data();
    void holdsManyEntries();
    void holdsHugeHoles();
    void keepsHolesOfHostFiles();
    void holdsManyPieces();
    void takesItsTimeFromOutside();
    void refusesWhatErofsCannotHold_data();
    void refusesWhatErofsCannotHold();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        return RandomTree(seed, at("host"), erofsLimits()).make(entries);
    }
    ImageReport write(const FileTree &tree, const ImageOptions &given = {}, const std::string &name = "image")
    {
        ImageOptions options = given;
        options.flush = false;
        Progress progress;
        return writeErofs(tree, at(name), options, progress);
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
        return readErofs(at(name), progress);
    }
    // Empty where all is well, or where nobody can tell.
    QByteArray fsck() const
    {
        const QString tool = systemTool(QStringLiteral("fsck.erofs"));
        if (tool.isEmpty())
            return {};
        // Below this level it is silent where all is well, and might be elsewhere.
        const ToolResult result = runTool(tool, {QStringLiteral("-d3"), QString::fromStdString(at("image"))});
        if (result.code == 0 && result.output.contains("No errors found"))
            return {};
        return "fsck.erofs ended with " + QByteArray::number(result.code) + ": " + result.output.right(1000);
    }
    // Whether anything can be mounted here: then a refused image is a fault of the image.
    bool canMount() const
    {
        ImageOptions options;
        options.flush = false;
        Progress progress;
        writeErofs(*FileTreeBuilder().build(), at("empty"), options, progress);
        const bool isMounted = LoopMount(at("empty"), m_dir->filePath(QStringLiteral("mnt"))).isMounted();
        std::filesystem::remove(at("empty"));
        return isMounted;
    }
    // What the kernel's view of the image differs in from the tree; empty too where it cannot be mounted.
    QByteArray seenByKernel(const FileTree &tree, bool *isSeen = nullptr) const
    {
        if (geteuid() != 0)
            return {};
        QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
        const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
        if (!mount.isMounted())
            return canMount() ? "The kernel refuses the image: " + mount.reason() : QByteArray();
        if (isSeen != nullptr)
            *isSeen = true;
        Progress progress;
        CompareOptions options;
        options.flags = false; // Linux shows all files of a file system that is only read as immutable
        return differencesOf(tree, *readFolder(at("mnt"), progress), options);
    }
    void checkAll(const FileTree &tree) const
    {
        QCOMPARE(fsck(), QByteArray());
        QCOMPARE(differencesOf(tree, *readBack()), QByteArray());
        QCOMPARE(seenByKernel(tree), QByteArray());
    }
};

void TestErofsWriter::randomTreesAreSound_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 2; seed < 10; ++seed)
        QTest::addRow("seed %u", seed) << seed << seed * 30;
    QTest::newRow("many") << 10U << 3000U;
}

void TestErofsWriter::randomTreesAreSound()
{
    if (systemTool(QStringLiteral("fsck.erofs")).isEmpty())
        QSKIP("fsck.erofs is not installed");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    write(*randomTree(seed, entries));
    QCOMPARE(fsck(), QByteArray());
}

// Else it would say nothing that it finds no fault with our images.
void TestErofsWriter::theJudgesSeeDamage()
{
    if (systemTool(QStringLiteral("fsck.erofs")).isEmpty())
        QSKIP("fsck.erofs is not installed");
    const FileTreePtr tree = randomTree(2, 60);
    write(*tree);
    QCOMPARE(fsck(), QByteArray());
    for (const std::streamoff place : {1024 + 48, 1024 + 128}) { // the UUID, the first inode
        write(*tree);
        std::fstream file(at("image"), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(place);
        file << "\xff\xff\xff\xff";
        file.close();
        QVERIFY(!fsck().isEmpty());
    }
    // The kernel too, where it can be asked.
    bool isSeen = false;
    write(*tree);
    seenByKernel(*tree, &isSeen);
    std::ofstream(at("image")) << std::string(8192, 'x');
    QCOMPARE(!seenByKernel(*tree).isEmpty(), isSeen);
    std::filesystem::remove(at("image"));
    QVERIFY(!fsck().isEmpty());
}

void TestErofsWriter::theKernelSeesTheTree()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    write(*tree);
    bool isSeen = false;
    QCOMPARE(seenByKernel(*tree, &isSeen), QByteArray());
    if (!isSeen)
        QSKIP("No EROFS image can be mounted here");
}

void TestErofsWriter::theKernelSeesSmallInodes()
{
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = withUsualTimes(*randomTree(seed, 200), seed);
        ImageOptions options;
        const std::uint64_t large = write(*tree, options).bytes;
        options.now = kUsualTime;
        QVERIFY(write(*tree, options).bytes <= large);
        checkAll(*tree);
        std::filesystem::remove_all(at("host"));
    }
}

void TestErofsWriter::isTheSameEveryTime()
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
    options.label = "sixteen letters!";
    write(*tree, options, "labelled");
    QVERIFY(bytesOf("labelled") != one);
    QCOMPARE(bytesOf("labelled").mid(1024 + 64, 16), QByteArray("sixteen letters!"));
}

void TestErofsWriter::fitsExactly()
{
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = randomTree(seed, seed * seed * 30);
        const ImageReport report = write(*tree);
        QCOMPARE(report.bytes, std::uint64_t(std::filesystem::file_size(at("image"))));
        QCOMPARE(erofsSize(*tree, {}), report.bytes);
        ImageOptions options;
        options.size = report.bytes;
        QCOMPARE(messageOf(*tree, options), QString());
        options.size = report.bytes - 1;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(report.bytes)), qPrintable(message));
        QVERIFY2(message.contains(QString::number(*options.size)), qPrintable(message));
        std::filesystem::remove_all(at("host"));
    }
    QCOMPARE(write(*FileTreeBuilder().build()).bytes, std::uint64_t(4096));
}

void TestErofsWriter::keepsToAFixedSize()
{
    const FileTreePtr tree = randomTree(5, 200);
    ImageOptions options;
    for (const std::uint64_t size : {64000000ULL, 5000000001ULL, 1099511627776ULL}) {
        options.size = size;
        QCOMPARE(write(*tree, options).bytes, size);
        QCOMPARE(std::uint64_t(std::filesystem::file_size(at("image"))), size);
        struct stat status
        {
        };
        QCOMPARE(stat(at("image").c_str(), &status), 0);
        QVERIFY(status.st_blocks * 512 < 100000000);
        checkAll(*tree);
    }
    for (const std::uint64_t size : {0ULL, 4095ULL, 100000ULL}) {
        options.size = size;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(size)), qPrintable(message));
    }
    options.size = std::uint64_t{1} << 63;
    QVERIFY(messageOf(*tree, options).contains(QLatin1String("too large")));
}

// Sizes around blocks, and around what still stands behind an inode.
void TestErofsWriter::holdsFilesOfAllSizes()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    const std::string bytes = RandomTree(1, at("host")).bytes(600000);
    std::ofstream(at("host/h"), std::ios::binary) << bytes;
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    std::set<std::uint64_t> sizes{0, 1, 3967, 3968, 3969};
    for (const std::uint64_t blocks : {1ULL, 2ULL, 63ULL, 64ULL, 65ULL, 128ULL}) {
        for (const std::uint64_t more : {0ULL, 1ULL, 4000ULL, 4031ULL, 4032ULL, 4033ULL, 4064ULL, 4095ULL})
            sizes.insert(blocks * 4096 + more);
        sizes.insert(blocks * 4096 - 1);
    }
    for (const std::uint64_t size : sizes) {
        const std::string name = std::to_string(size);
        builder.addHostFile(FileTreeBuilder::root(), "h" + name, {}, host, size, 1000);
        builder.addInlineFile(FileTreeBuilder::root(), "i" + name, {},
                              std::string_view(bytes).substr(0, size));
        if (size > 0 && size <= 4095)
            builder.addSymlink(FileTreeBuilder::root(), "s" + name, {}, std::string(size, 't'));
    }
    const FileTreePtr tree = builder.build();
    ImageOptions options;
    write(*tree, options);
    checkAll(*tree);
    options.now = kUsualTime;
    write(*tree, options);
    checkAll(*tree);
}

void TestErofsWriter::linksFilesOfAllKinds()
{
    FileTreeBuilder builder;
    const auto root = FileTreeBuilder::root();
    const auto folder = builder.addDirectory(root, "folder", {});
    const std::vector<FileTreeBuilder::Handle> files{
        builder.addInlineFile(root, "file", {}, "x"),
        builder.addSymlink(root, "link", {}, "target"),
        builder.addSpecial(root, "char", {}, FileType::CharDevice, 4095, (1 << 20) - 1),
        builder.addSpecial(root, "block", {}, FileType::BlockDevice, 8, 257),
        builder.addSpecial(root, "fifo", {}, FileType::Fifo),
        builder.addSpecial(root, "socket", {}, FileType::Socket),
    };
    for (std::size_t i = 0; i < files.size(); ++i) {
        builder.addHardLink(folder, "a" + std::to_string(i), files[i]);
        builder.addHardLink(root, "z" + std::to_string(i), files[i]);
    }
    // More names than a small inode counts.
    for (int i = 0; i < 66000; ++i)
        builder.addHardLink(folder, "n" + std::to_string(i), files[0]);
    const FileTreePtr tree = builder.build();
    ImageOptions options;
    options.now = 0;
    write(*tree, options);
    checkAll(*tree);
}

// Names around "." and "..", the longest ones, and paths as long as Linux opens and longer.
void TestErofsWriter::holdsEdgesOfNames()
{
    for (const int depth : {15, 60}) {
        FileTreeBuilder builder;
        auto folder = FileTreeBuilder::root();
        for (const char *name : {"!", "-", ".\x01", ".-", ".a", "...", "..a", "..\x01", "\xff", "a"})
            builder.addInlineFile(folder, name, {}, name);
        builder.addInlineFile(folder, std::string(255, '\xfe'), {}, "long");
        for (int i = 0; i < depth; ++i) {
            folder = builder.addDirectory(folder, std::string(250, static_cast<char>('a' + i % 26)), {});
            builder.addInlineFile(folder, "file", {}, "deep");
        }
        const FileTreePtr tree = builder.build();
        write(*tree);
        if (depth == 15)
            QCOMPARE(seenByKernel(*tree), QByteArray());
        // Since erofs-utils 1.8 it goes no further than the paths that a kernel takes.
        if (const QByteArray judged = fsck(); depth == 15 || !judged.contains("the path is too long"))
            QCOMPARE(judged, QByteArray());
        QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    }
}

void TestErofsWriter::sharesAttributes()
{
    FileTreeBuilder builder;
    const std::string value(3000, 'v');
    std::vector<std::string> names;
    std::vector<XattrView> many;
    for (int i = 0; i < 300; ++i)
        names.push_back("user.n" + std::to_string(1000 + i));
    for (const std::string &name : names)
        many.push_back({name, "a value that is worth sharing"});
    for (int i = 0; i < 2500; ++i) {
        const std::string own = std::to_string(i);
        Metadata m;
        m.xattrs = i < 3 ? builder.internXattrs(many)
                         : builder.internXattrs({{"user.large", value}, {"user.own", own}});
        builder.addInlineFile(FileTreeBuilder::root(), "f" + own, m, "");
    }
    const FileTreePtr tree = builder.build();
    QVERIFY(write(*tree).bytes < 400000);
    checkAll(*tree);
}

void TestErofsWriter::holdsLargeAttributes()
{
    FileTreeBuilder builder;
    const std::string large(65535, 'l');
    const std::string middle(3900, 'm');
    Metadata m;
    m.xattrs = builder.internXattrs({{"user.1", large}, {"user.2", large.substr(1)}, {"user.3", middle}});
    builder.addInlineFile(FileTreeBuilder::root(), "file", m, std::string(5000, 'x'));
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", m);
    m.xattrs = builder.internXattrs({{"trusted.3", middle}});
    builder.addSymlink(folder, "link", m, std::string(200, 't'));
    builder.addInlineFile(folder, "small", m, "xyz");
    builder.inode(FileTreeBuilder::root()).xattrs = builder.internXattrs({{"user.root", large.substr(2)}});
    const FileTreePtr tree = builder.build();
    write(*tree);
    checkAll(*tree);
}

void TestErofsWriter::holdsManyEntries_data()
{
    QTest::addColumn<unsigned>("files");
    QTest::addColumn<unsigned>("folders");
    QTest::addColumn<unsigned>("length");
    QTest::newRow("short names") << 100000U << 0U << 0U;
    QTest::newRow("long names") << 9000U << 0U << 240U;
    QTest::newRow("folders") << 0U << 66000U << 0U;
}

void TestErofsWriter::holdsManyEntries()
{
    QFETCH(unsigned, files);
    QFETCH(unsigned, folders);
    QFETCH(unsigned, length);
    FileTreeBuilder builder;
    const auto parent = builder.addDirectory(FileTreeBuilder::root(), "many", {});
    const std::string stem(length, 'n');
    for (unsigned i = 0; i < files; ++i)
        builder.addInlineFile(parent, stem + std::to_string(i), {}, "");
    for (unsigned i = 0; i < folders; ++i)
        builder.addDirectory(parent, "d" + std::to_string(i), {});
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(fsck(), QByteArray());
    QCOMPARE(differencesOf(*tree, *readBack()), QByteArray());
    if (geteuid() != 0)
        return;
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted()) {
        QVERIFY2(!canMount(), mount.reason());
        return;
    }
    // The kernel finds each name by halving, and what is not there it does not find.
    struct stat status
    {
    };
    const auto children = tree->children(tree->find("/many"));
    for (std::size_t i = 0; i < children.size(); i += 7)
        QCOMPARE(lstat(at("mnt" + tree->path(children[i])).c_str(), &status), 0);
    QVERIFY(lstat(at("mnt/many/none").c_str(), &status) != 0);
}

void TestErofsWriter::holdsHugeHoles()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    std::ofstream(at("host/h")) << "some bytes";
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    const std::uint64_t size = 5ULL << 30;
    const Extent middle{3ULL << 30, 0, 10};
    builder.addExtentsFile(FileTreeBuilder::root(), "middle", {}, host, size + 5, {&middle, 1});
    builder.addExtentsFile(FileTreeBuilder::root(), "nothing", {}, host, 3ULL << 40, {});
    builder.addExtentsFile(FileTreeBuilder::root(), "small", {}, host, 100, {});
    const FileTreePtr tree = builder.build();
    const std::uint64_t bytes = write(*tree).bytes;
    QVERIFY2(bytes < 400000, QByteArray::number(qulonglong(bytes)));
    QCOMPARE(fsck(), QByteArray());
    const FileTreePtr back = readBack();
    const InodeId file = back->inodeOf(back->find("/middle"));
    QCOMPARE(back->inode(file).size, size + 5);
    QCOMPARE(back->extents(file).size(), std::size_t(1));
    QCOMPARE(back->inodeAt(back->find("/nothing")).size, std::uint64_t(3ULL << 40));
    const auto check = [&](const FileTree &seen, const char *path) {
        const ContentReader reader(seen, seen.inodeOf(seen.find(path)));
        std::array<char, 16> read{'x'};
        QCOMPARE(reader.read(middle.logical, read), read.size());
        QCOMPARE(QByteArray(read.data(), 10), QByteArray("some bytes"));
        QCOMPARE(reader.read(size, read), std::size_t(5));
        QCOMPARE(read[0], '\0');
        QCOMPARE(reader.read(12345678, read), read.size());
        QCOMPARE(QByteArray(read.data(), read.size()), QByteArray(16, '\0'));
    };
    check(*back, "/middle");
    if (geteuid() != 0)
        return;
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted()) {
        QVERIFY2(!canMount(), mount.reason());
        return;
    }
    Progress progress;
    check(*readFolder(at("mnt"), progress), "/middle");
}

void TestErofsWriter::keepsHolesOfHostFiles()
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
    checkAll(*tree);
}

// A table of chunks that takes many blocks, and content behind it in pieces.
void TestErofsWriter::holdsManyPieces()
{
    QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    const std::string bytes = RandomTree(1, at("host")).bytes(1 << 20);
    std::ofstream(at("host/h"), std::ios::binary) << bytes;
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    std::vector<Extent> extents;
    for (std::uint64_t i = 0; i < 3000; ++i)
        extents.push_back({i * 12288, 4096 * (i % 200), 4096 + i % 5000});
    for (const unsigned count : {1U, 4U, 100U, 3000U})
        builder.addExtentsFile(FileTreeBuilder::root(), "f" + std::to_string(count), {}, host,
                               count * 12288ULL + 1000, std::span(extents).first(count));
    // Long pieces: whole ones are copied by the kernel.
    const std::vector<Extent> large{{0, 0, 700000}, {10000000, 4096, 600001}};
    builder.addExtentsFile(FileTreeBuilder::root(), "large", {}, host, 12345678, large);
    const FileTreePtr tree = builder.build();
    write(*tree);
    checkAll(*tree);
}

void TestErofsWriter::takesItsTimeFromOutside()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1000000000, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "f", m, "x");
    const FileTreePtr tree = builder.build();
    const auto timeOf = [&](const ImageOptions &options) {
        write(*tree, options);
        return static_cast<unsigned>(qFromLittleEndian<quint32>(bytesOf("image").constData() + 1024 + 24));
    };
    QCOMPARE(timeOf({}), 1000000000U);
    qputenv("SOURCE_DATE_EPOCH", "1234567890");
    const unsigned outside = timeOf({});
    qunsetenv("SOURCE_DATE_EPOCH");
    QCOMPARE(outside, 1234567890U);
    ImageOptions options;
    options.now = 42;
    QCOMPARE(timeOf(options), 42U);
}

void TestErofsWriter::refusesWhatErofsCannotHold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("large value") << "value"
                                 << "65536";
    QTest::newRow("large values together") << "values"
                                           << "262148";
    QTest::newRow("namespace") << "namespace"
                               << "system.nfs4";
    QTest::newRow("broken ACL") << "acl"
                                << "posix_acl_access";
    QTest::newRow("size") << "size"
                          << "16 TB";
    QTest::newRow("label") << "label"
                           << "16 bytes";
}

void TestErofsWriter::refusesWhatErofsCannotHold()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    Metadata m;
    ImageOptions options;
    const std::string value(65536, 'x');
    const std::string_view most = std::string_view(value).substr(1);
    if (what == QLatin1String("value"))
        m.xattrs = builder.internXattrs({{"user.a", value}});
    else if (what == QLatin1String("values"))
        m.xattrs =
            builder.internXattrs({{"user.a", most}, {"user.b", most}, {"user.c", most}, {"user.d", most}});
    else if (what == QLatin1String("namespace"))
        m.xattrs = builder.internXattrs({{"system.nfs4_acl", "x"}});
    else if (what == QLatin1String("acl"))
        m.xattrs = builder.internXattrs({{kAclAccess, "rubbish"}});
    else if (what == QLatin1String("label"))
        options.label = "seventeen letters";
    if (what == QLatin1String("size"))
        builder.addExtentsFile(folder, "culprit", m, builder.internHostPath(kNoId, "/none"), 1ULL << 45, {});
    else
        builder.addInlineFile(folder, "culprit", m, "x");
    const QString message = messageOf(*builder.build(), options);
    QVERIFY2(message.contains(reason), qPrintable(message));
    if (what != QLatin1String("label"))
        QVERIFY2(message.contains(QLatin1String("/folder/culprit")), qPrintable(message));
    QVERIFY(entries().isEmpty());
}

QTEST_GUILESS_MAIN(TestErofsWriter)
#include "tst_erofswriter.moc"
