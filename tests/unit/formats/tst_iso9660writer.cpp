// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660writer.h"

#include "formats/folderreader.h"
#include "formats/iso9660reader.h"
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

constexpr std::uint32_t kSector = 2048;

Limits isoLimits()
{
    Limits limits;
    limits.nanoseconds = false;
    limits.earliest = -2208988800;
    limits.latest = 5869583999;
    limits.largestHole = 60;
    return limits;
}

// What extracting tools bring back too.
Limits extractable()
{
    Limits limits = isoLimits();
    limits.flags = false;
    limits.acls = false;
    limits.xattrs = false;
    limits.earliest = -2147483648; // as on the disk here
    limits.largestMinor = 255;     // they take larger ones for something else than Linux does
    limits.longestTarget = 1000;   // xorriso refuses images with longer ones
    return limits;
}

std::uint32_t little32(const QByteArray &bytes, qsizetype at)
{
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint32_t big32(const QByteArray &bytes, qsizetype at)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct PlainRecord
{
    QByteArray name;
    std::uint32_t sector;
    std::uint32_t bytes;
    int flags;
    qsizetype length;
};

// A reader of the bare records, apart from the one that is tested.
std::vector<PlainRecord> recordsOf(const QByteArray &image, std::uint32_t sector, std::uint32_t bytes)
{
    std::vector<PlainRecord> records;
    const qsizetype end = qsizetype{sector} * kSector + bytes;
    for (qsizetype at = qsizetype{sector} * kSector; at < end;) {
        const auto length = static_cast<unsigned char>(image[at]);
        if (length == 0) {
            at = (at / kSector + 1) * kSector;
            continue;
        }
        records.push_back({image.mid(at + 33, static_cast<unsigned char>(image[at + 32])),
                           little32(image, at + 2), little32(image, at + 10), image[at + 25], length});
        at += length;
    }
    return records;
}

} // namespace

class TestIso9660Writer : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    }
    void cleanup()
    {
        for (const auto &entry : std::filesystem::directory_iterator(m_dir->path().toStdString()))
            std::filesystem::remove_all(entry.path()); // names of any bytes, which Qt cannot
    }
    void xorrisoSeesTheTree_data();
    void xorrisoSeesTheTree();
    void xorrisoSeesAttributes();
    void bsdtarSeesTheTree_data() { xorrisoSeesTheTree_data(); }
    void bsdtarSeesTheTree();
    void grubSeesFiles();
    void plainNamesAreSound_data();
    void plainNamesAreSound();
    void pathTablesAreSound();
    void isTheSameEveryTime();
    void hasTheSizeThatItSays();
    void keepsToAFixedSize();
    void holdsFilesOfAllSizes();
    void holdsHugeFiles();
    void holdsManyNames_data();
    void holdsManyNames();
    void holdsMoreFoldersThanNumbers();
    void holdsDeepFolders();
    void holdsLongNamesAndTargets();
    void holdsManyAttributes();
    void holdsAllKindsOfHardLinks();
    void keepsAreasInSectors();
    void sharesTheBytesOfHardLinks();
    void mapsTheLabel();
    void takesItsTimeFromOutside();
    void takesTheNearestTime();
    void refusesWhatIsoCannotHold_data();
    void refusesWhatIsoCannotHold();

private:
    QString qAt(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    FileTreePtr randomTree(unsigned seed, unsigned entries, const Limits &limits = isoLimits())
    {
        return RandomTree(seed, at("host"), limits).make(entries);
    }
    ImageReport write(const FileTree &tree, const ImageOptions &given = {}, const std::string &name = "image")
    {
        ImageOptions options = given;
        options.flush = false;
        Progress progress;
        return writeIso9660(tree, at(name), options, progress);
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
        return readIso9660(at(name), progress);
    }
    QByteArray differencesFromImage(const FileTree &tree) { return differencesOf(tree, *readBack()); }
    // Into the folder "out"; what a tool says when it fails.
    QByteArray extract(const char *tool)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("out"));
        const bool xorriso = std::string_view(tool) == "xorriso";
        const QStringList arguments =
            xorriso
                ? QString::fromLatin1("-acl on -xattr any -hardlinks on -osirrox on:sort_lba_on:device_files "
                                      "-indev %1 -extract / %2")
                      .arg(qAt("image"), qAt("out"))
                      .split(QLatin1Char(' '))
                : QStringList{QStringLiteral("-xpf"), qAt("image"), QStringLiteral("-C"), qAt("out")};
        const ToolResult result = runTool(systemTool(QString::fromLatin1(tool)), arguments);
        return result.code == 0 ? QByteArray() : result.output;
    }
    // What differs in the folder "out" that the tool can bring back.
    template <typename Forgive>
    QByteArray differencesFromExtracted(const FileTree &tree, Forgive forgive)
    {
        Progress progress;
        CompareOptions options;
        options.nanoseconds = false;
        QByteArray text;
        const FileTreePtr seen = readFolder(at("out"), progress);
        for (const Difference &d : compareTrees({tree}, {*seen}, options, progress)) {
            const NodeId node = tree.find(d.path);
            if (node == FileTree::root() || (node != kNoId && forgive(d.kind, tree, tree.inodeOf(node))))
                continue;
            text += differenceName(d.kind) + QByteArray(" ") +
                    QByteArray::fromStdString(d.path).toPercentEncoding("/") + ": " +
                    QByteArray::fromStdString(d.a) + " <> " + QByteArray::fromStdString(d.b) + '\n';
        }
        return text.left(2000);
    }
};

void TestIso9660Writer::xorrisoSeesTheTree_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 2; seed < 8; ++seed)
        QTest::addRow("seed %u", seed) << seed << seed * 30;
    QTest::newRow("many") << 10U << 800U;
}

// xorriso extracts no sockets, and links and folders without their times and owners.
bool xorrisoLoses(Difference::Kind kind, const FileTree &tree, InodeId id)
{
    const Inode &inode = tree.inode(id);
    if (inode.type == FileType::Socket)
        return kind == Difference::Kind::OnlyInA;
    if (kind == Difference::Kind::Time)
        return inode.isSymlink() || inode.isDirectory();
    return kind == Difference::Kind::Owner && inode.isSymlink();
}

void TestIso9660Writer::xorrisoSeesTheTree()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty() || geteuid() != 0)
        QSKIP("This needs xorriso, and root to extract devices and owners");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries, extractable());
    write(*tree);
    QCOMPARE(extract("xorriso"), QByteArray());
    QCOMPARE(differencesFromExtracted(*tree, xorrisoLoses), QByteArray());
}

// bsdtar takes sockets for files, and knows hard links by their bytes' place.
bool bsdtarLoses(Difference::Kind kind, const FileTree &tree, InodeId id)
{
    const Inode &inode = tree.inode(id);
    if (kind == Difference::Kind::Links)
        return !inode.isRegular() || inode.size == 0;
    return inode.type == FileType::Socket && kind == Difference::Kind::Type;
}

void TestIso9660Writer::bsdtarSeesTheTree()
{
    if (systemTool(QStringLiteral("bsdtar")).isEmpty() || geteuid() != 0)
        QSKIP("This needs bsdtar, and root to extract devices and owners");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries, extractable());
    write(*tree);
    QCOMPARE(extract("bsdtar"), QByteArray());
    QCOMPARE(differencesFromExtracted(*tree, bsdtarLoses), QByteArray());
}

// Permissions here agree with the ACLs, as a kernel sees to it.
void TestIso9660Writer::xorrisoSeesAttributes()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty() || geteuid() != 0)
        QSKIP("This needs xorriso, and root to set all attributes");
    FileTreeBuilder builder;
    using Tag = AclEntry::Tag;
    const std::string acl = aclToXattr({{Tag::UserObj, 7, 0},
                                        {Tag::User, 6, 1},
                                        {Tag::User, 4, 70000},
                                        {Tag::User, 5, 4000000000},
                                        {Tag::GroupObj, 7, 0}, // xorriso 1.5 takes it for the mask
                                        {Tag::Group, 0, 257},
                                        {Tag::Mask, 7, 0},
                                        {Tag::Other, 1, 0}});
    const std::string inherited = aclToXattr({{Tag::UserObj, 7, 0},
                                              {Tag::GroupObj, 5, 0},
                                              {Tag::Group, 7, 1000},
                                              {Tag::Mask, 5, 0},
                                              {Tag::Other, 0, 0}});
    Metadata m;
    m.permissions = 0771;
    const std::string large(2000, 'v');
    m.xattrs = builder.internXattrs({{kAclAccess, acl},
                                     {kAclDefault, inherited},
                                     {"user.name", "value"},
                                     {"user.empty", ""},
                                     {"user.zeros", std::string_view("\0\0\0", 3)},
                                     {"user.large", large},
                                     {"trusted.t", "t"}});
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", m);
    m.xattrs = builder.internXattrs({{kAclAccess, acl}, {"user.x", "y"}});
    const auto file = builder.addInlineFile(folder, "file", m, "bytes");
    builder.addHardLink(FileTreeBuilder::root(), "again", file);
    m.permissions = 0700;
    m.xattrs = builder.internXattrs({{kAclDefault, inherited}});
    builder.addDirectory(FileTreeBuilder::root(), "default only", m);
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(extract("xorriso"), QByteArray());
    QCOMPARE(differencesFromExtracted(*tree, xorrisoLoses), QByteArray());
    QCOMPARE(differencesFromImage(*tree), QByteArray());
}

void TestIso9660Writer::grubSeesFiles()
{
    const QString grub = systemTool(QStringLiteral("grub-fstest"));
    if (grub.isEmpty())
        QSKIP("grub-fstest is not installed");
    FileTreeBuilder builder;
    const std::string bytes = RandomTree(1, at("host")).bytes(100000);
    std::ofstream(at("host/bytes"), std::ios::binary) << bytes;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "A long folder's name", {});
    const std::string name(200, 'n');
    builder.addInlineFile(folder, name, {}, bytes);
    builder.addInlineFile(folder, "lower.case", {}, bytes);
    write(*builder.build());
    for (const std::string &each : {name, std::string("lower.case")}) {
        const ToolResult result = runTool(
            grub, {qAt("image"), QStringLiteral("cmp"),
                   QString::fromStdString("(loop0)/A long folder's name/" + each), qAt("host/bytes")});
        QVERIFY2(result.code == 0, result.output);
    }
}

void TestIso9660Writer::plainNamesAreSound_data()
{
    QTest::addColumn<QStringList>("names"); // an ending slash: a folder
    QTest::addColumn<QStringList>("plain");
    const auto row = [](const char *name, const char *names, const char *plain) {
        QTest::newRow(name) << QString::fromLatin1(names).split(QLatin1Char(' '))
                            << QString::fromLatin1(plain).split(QLatin1Char(' '));
    };
    row("simple", "readme.txt Makefile a.b.c", "A_B.C;1 MAKEFILE.;1 README.TXT;1");
    row("case", "a A", "A.;1 A1.;1");
    row("dots", ".bashrc ..x end. dir.d/", "DIR_D END_.;1 _.X;1 _BASHRC.;1");
    row("folder and file", "x/ X", "X.;1 X1");
    row("order", "a-b a.b a0 a", "A.;1 A.B;1 A0.;1 A_B.;1");
    row("long", "abcdefghijklmnopqrstuvwxyz0123456789.txt abcdefghijklmnopqrstuvwxyz0123456789.tx2",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0.TX2;1 ABCDEFGHIJKLMNOPQRSTUVWXYZ0.TXT;1");
    row("cut",
        "abcdefghijklmnopqrstuvwxyz012345678 abcdefghijklmnopqrstuvwxyz012345679 "
        "abcdefghijklmnopqrstuvwxyz01234/ abcdefghijklmnopqrstuvwxyz012345/",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0121.;1 ABCDEFGHIJKLMNOPQRSTUVWXYZ0123.;1 "
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ01231 ABCDEFGHIJKLMNOPQRSTUVWXYZ01234");
    row("numbers taken", "a A a01 A01 a2 A02", "A.;1 A01.;1 A0101.;1 A02.;1 A03.;1 A2.;1");
    row("no extension", "a.verylongextension", "A_VERYLONGEXTENSION.;1");
}

void TestIso9660Writer::plainNamesAreSound()
{
    QFETCH(QStringList, names);
    QFETCH(QStringList, plain);
    FileTreeBuilder builder;
    for (QString name : names) {
        if (name.endsWith(QLatin1Char('/')))
            builder.addDirectory(FileTreeBuilder::root(), name.chopped(1).toStdString(), {});
        else
            builder.addInlineFile(FileTreeBuilder::root(), name.toStdString(), {}, "x");
    }
    write(*builder.build());
    const QByteArray image = bytesOf();
    const qsizetype root = 16 * kSector + 156;
    QStringList found;
    for (const PlainRecord &record : recordsOf(image, little32(image, root + 2), little32(image, root + 10)))
        found << QString::fromLatin1(record.name);
    QCOMPARE(found.mid(2), plain);
}
// All folders, in levels, each behind its parent, in both orders of bytes.
void TestIso9660Writer::pathTablesAreSound()
{
    const FileTreePtr tree = randomTree(9, 600);
    write(*tree);
    const QByteArray image = bytesOf();
    const qsizetype descriptor = 16 * kSector;
    const qsizetype size = little32(image, descriptor + 132);
    qsizetype little = qsizetype{little32(image, descriptor + 140)} * kSector;
    qsizetype big = qsizetype{big32(image, descriptor + 148)} * kSector;
    const qsizetype end = little + size;
    std::vector<std::pair<std::uint32_t, QByteArray>> folders; // sector and path
    std::vector<unsigned> parents;
    while (little < end) {
        const auto length = static_cast<unsigned char>(image[little]);
        QCOMPARE(image[big], image[little]);
        QCOMPARE(little32(image, little + 2), big32(image, big + 2));
        const unsigned parent = static_cast<unsigned char>(image[little + 6]) |
                                static_cast<unsigned>(static_cast<unsigned char>(image[little + 7])) << 8;
        QCOMPARE(parent, static_cast<unsigned char>(image[big + 7]) |
                             static_cast<unsigned>(static_cast<unsigned char>(image[big + 6])) << 8);
        const QByteArray name = image.mid(little + 8, length);
        QCOMPARE(image.mid(big + 8, length), name);
        QVERIFY(parent >= 1 && parent <= std::max<std::size_t>(folders.size(), 1));
        QVERIFY(parents.empty() || parents.back() <= parent);
        if (!folders.empty()) {
            // The parent's record leads to the same place.
            const auto inParent =
                recordsOf(image, folders[parent - 1].first,
                          little32(image, qsizetype{folders[parent - 1].first} * kSector + 10));
            const auto found = std::ranges::find_if(inParent, [&](const PlainRecord &record) {
                return (record.flags & 2) != 0 && record.name == name;
            });
            QVERIFY(found != inParent.end());
            QCOMPARE(found->sector, little32(image, little + 2));
        }
        folders.emplace_back(little32(image, little + 2), name);
        parents.push_back(parent);
        little += 8 + (length + 1) / 2 * 2;
        big += 8 + (length + 1) / 2 * 2;
    }
    std::size_t directories = 0;
    for (InodeId id = 0; id < tree->inodeCount(); ++id)
        directories += tree->inode(id).isDirectory() ? 1 : 0;
    QCOMPARE(folders.size(), directories);
}

void TestIso9660Writer::isTheSameEveryTime()
{
    const FileTreePtr tree = randomTree(3, 600);
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
    options.label = "OTHER";
    write(*tree, options, "labelled");
    QVERIFY(bytesOf("labelled") != one);
    QVERIFY(bytesOf("labelled").contains("OTHER"));
}

void TestIso9660Writer::hasTheSizeThatItSays()
{
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = randomTree(seed, seed * seed * 30);
        const ImageReport report = write(*tree);
        QCOMPARE(report.bytes, std::uint64_t(std::filesystem::file_size(at("image"))));
        QCOMPARE(iso9660Size(*tree, {}), report.bytes);
        QCOMPARE(report.bytes % kSector, std::uint64_t(0));
        QCOMPARE(little32(bytesOf(), 16 * kSector + 80), std::uint32_t(report.bytes / kSector));
        QCOMPARE(report.contentBytes, tree->contentBytes());
        QCOMPARE(report.inodes, tree->inodeCount());
        ImageOptions options;
        options.size = report.bytes;
        QCOMPARE(messageOf(*tree, options), QString());
        options.size = report.bytes - 1;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(report.bytes)), qPrintable(message));
        QVERIFY_THROWS_EXCEPTION(Error, iso9660Size(*tree, options));
    }
}

void TestIso9660Writer::keepsToAFixedSize()
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
        QCOMPARE(differencesFromImage(*tree), QByteArray());
    }
    for (const std::uint64_t size : {0ULL, 4095ULL, 1ULL << 50}) {
        options.size = size;
        const QString message = messageOf(*tree, options);
        QVERIFY2(message.contains(QString::number(size)), qPrintable(message));
    }
}

void TestIso9660Writer::holdsFilesOfAllSizes()
{
    FileTreeBuilder builder;
    RandomTree random(1, at("host"));
    const std::string bytes = random.bytes(600000);
    std::ofstream(at("host/bytes"), std::ios::binary) << bytes;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/bytes"));
    for (const std::uint64_t size :
         {0U, 1U, 2047U, 2048U, 2049U, 4096U, 262143U, 262144U, 262145U, 599999U}) {
        const std::string name = std::to_string(size);
        builder.addHostFile(FileTreeBuilder::root(), "host" + name, {}, host, size, 0);
        builder.addHostFile(FileTreeBuilder::root(), "inside" + name, {}, host, size, 1);
        builder.addInlineFile(FileTreeBuilder::root(), "inline" + name, {}, bytes.substr(0, size));
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesFromImage(*tree), QByteArray());
}

// More than one section; the holes between take no time.
void TestIso9660Writer::holdsHugeFiles()
{
    std::ofstream(at("host/h")) << "some bytes";
    FileTreeBuilder builder;
    const std::uint32_t host = builder.internHostPath(kNoId, at("host/h"));
    const std::uint64_t section = 0xFFFFF800;
    const std::uint64_t size = 3 * section + 5000;
    const std::vector<Extent> pieces{
        {0, 0, 10}, {section - 4, 0, 10}, {2 * section, 0, 10}, {size - 10, 0, 10}};
    builder.addExtentsFile(FileTreeBuilder::root(), "huge", {}, host, size, pieces);
    builder.addExtentsFile(FileTreeBuilder::root(), "whole section", {}, host, section, {});
    builder.addExtentsFile(FileTreeBuilder::root(), "whole sections", {}, host, 2 * section, {});
    builder.addInlineFile(FileTreeBuilder::root(), "z", {}, "last");
    const FileTreePtr tree = builder.build();
    write(*tree);
    struct stat status
    {
    };
    QCOMPARE(stat(at("image").c_str(), &status), 0);
    QVERIFY(status.st_blocks * 512 < 10000000);
    const FileTreePtr back = readBack();
    const InodeId huge = back->inodeOf(back->find("/huge"));
    QCOMPARE(back->inode(huge).size, size);
    QCOMPARE(back->extents(huge).size(), std::size_t(4));
    const ContentReader reader(*back, huge);
    for (const Extent &piece : pieces) {
        char bytes[10]{};
        QCOMPARE(reader.read(piece.logical, bytes), sizeof bytes);
        QCOMPARE(QByteArray(bytes, 10), QByteArray("some bytes"));
    }
    QCOMPARE(back->inodeAt(back->find("/whole section")).contentKind, ContentKind::HostFile);
    QCOMPARE(back->inodeAt(back->find("/whole sections")).size, 2 * section);
    if (systemTool(QStringLiteral("bsdtar")).isEmpty())
        return;
    const ToolResult listing =
        runTool(systemTool(QStringLiteral("bsdtar")), {QStringLiteral("-tvf"), qAt("image")});
    for (const std::uint64_t each : {size, section, 2 * section})
        QVERIFY2(listing.output.contains(QByteArray::number(qulonglong(each))), listing.output);
}

void TestIso9660Writer::holdsManyNames_data()
{
    QTest::addColumn<unsigned>("files");
    QTest::addColumn<unsigned>("length");
    QTest::newRow("short names") << 100000U << 0U;
    QTest::newRow("long names that are equal when cut") << 20000U << 240U;
    QTest::newRow("names that are equal in capitals") << 30000U << 1U;
}

void TestIso9660Writer::holdsManyNames()
{
    QFETCH(unsigned, files);
    QFETCH(unsigned, length);
    FileTreeBuilder builder;
    const auto parent = builder.addDirectory(FileTreeBuilder::root(), "many", {});
    const auto first = builder.addInlineFile(parent, "first", {}, "bytes");
    for (unsigned i = 0; i < files; ++i) {
        const std::string number = std::to_string(length == 1 ? i / 2 : i);
        const std::string stem =
            length == 1 ? std::string(1, i % 2 == 0 ? 'x' : 'X') : std::string(length, 'n');
        builder.addHardLink(parent, stem + number, first);
    }
    const FileTreePtr tree = builder.build();
    const ImageReport report = write(*tree);
    QCOMPARE(differencesFromImage(*tree), QByteArray());
    QCOMPARE(iso9660Size(*tree, {}), report.bytes);
    const QByteArray image = bytesOf();
    const auto root = recordsOf(image, little32(image, 16 * kSector + 158), kSector);
    const auto records = recordsOf(image, root[2].sector, root[2].bytes);
    QCOMPARE(records.size(), std::size_t(files) + 3);
    for (std::size_t i = 3; i < records.size(); ++i)
        QVERIFY2(records[i - 1].name.chopped(3) < records[i].name.chopped(3), records[i].name);
}

// Path tables number no more than 65,535 parents.
void TestIso9660Writer::holdsMoreFoldersThanNumbers()
{
    FileTreeBuilder builder;
    for (int i = 0; i < 66000; ++i) {
        const auto folder =
            builder.addDirectory(FileTreeBuilder::root(), "d" + std::to_string(100000 + i), {});
        if (i % 100 == 0)
            builder.addDirectory(folder, "inside", {});
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(readBack()->nodeCount(), tree->nodeCount());
    const QByteArray image = bytesOf();
    const qsizetype size = little32(image, 16 * kSector + 132);
    qsizetype at = qsizetype{little32(image, 16 * kSector + 140)} * kSector;
    const qsizetype end = at + size;
    int count = 0;
    for (; at < end; ++count)
        at += 8 + (static_cast<unsigned char>(image[at]) + 1) / 2 * 2;
    QCOMPARE(at, end);
    QVERIFY2(count > 66001 && count < 66661, QByteArray::number(count));
}

void TestIso9660Writer::holdsDeepFolders()
{
    FileTreeBuilder builder;
    FileTreeBuilder::Handle folder = FileTreeBuilder::root();
    for (int i = 0; i < 600; ++i)
        folder = builder.addDirectory(folder, "level " + std::to_string(i), {});
    builder.addInlineFile(folder, "deepest", {}, "bytes");
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesFromImage(*tree), QByteArray());
}

void TestIso9660Writer::holdsLongNamesAndTargets()
{
    FileTreeBuilder builder;
    for (std::size_t length = 100; length < 256; ++length) {
        const std::string name = std::to_string(length) + std::string(length - 3, 'n');
        builder.addDirectory(builder.addDirectory(FileTreeBuilder::root(), name, {}), name, {});
        builder.addSymlink(FileTreeBuilder::root(), std::string(length, 'l'), {}, std::string(length, 't'));
    }
    const auto targets = builder.addDirectory(FileTreeBuilder::root(), "targets", {});
    std::string manyComponents;
    while (manyComponents.size() < 4090)
        manyComponents += "a/";
    int number = 0;
    for (const std::string &target : {std::string("/"),
                                      std::string("."),
                                      std::string(".."),
                                      std::string("/."),
                                      std::string("//"),
                                      std::string("///a//b///"),
                                      std::string("./../..///.//"),
                                      std::string("..."),
                                      std::string("a"),
                                      std::string("/a/"),
                                      std::string(" "),
                                      std::string(4095, 't'),
                                      '/' + std::string(4094, '/'),
                                      manyComponents,
                                      std::string(248, 'x'),
                                      std::string(249, 'x'),
                                      std::string(247, 'x') + "/y",
                                      std::string(248, 'x') + "/y",
                                      std::string(249, 'x') + "/y",
                                      '/' + std::string(246, 'x') + "/.."})
        builder.addSymlink(targets, std::to_string(number++), {}, target);
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesFromImage(*tree), QByteArray());
}

void TestIso9660Writer::holdsManyAttributes()
{
    FileTreeBuilder builder;
    std::vector<std::pair<std::string, std::string>> all;
    for (int i = 0; i < 1000; ++i)
        all.emplace_back("user." + std::to_string(i), std::string(static_cast<std::size_t>(i % 7), 'v'));
    all.emplace_back("trusted.large", std::string(30000, 'l'));
    all.emplace_back("security.capability", std::string("\1\0\0\2\0\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20));
    all.emplace_back("\x03odd", "o");
    std::vector<XattrView> views;
    for (const auto &[name, value] : all)
        views.push_back({name, value});
    Metadata m;
    m.xattrs = builder.internXattrs(views);
    m.flags = kImmutable | kAppendOnly | kNoDump;
    const std::string name(255, 'n');
    builder.addInlineFile(FileTreeBuilder::root(), name, m, "x");
    builder.addSymlink(FileTreeBuilder::root(), "link", m, std::string(4000, 't'));
    builder.addSpecial(FileTreeBuilder::root(), "device", m, FileType::CharDevice, 4095, (1 << 20) - 1);
    builder.addDirectory(FileTreeBuilder::root(), "folder", m);
    builder.inode(FileTreeBuilder::root()).xattrs = m.xattrs;
    for (const std::size_t size : {0U, 1U, 240U, 244U, 245U, 246U, 247U, 248U, 249U, 250U, 300U, 500U}) {
        const std::string value(size, 'v');
        m.xattrs = builder.internXattrs({{"user.v", value}, {"user.w", value}});
        builder.addInlineFile(FileTreeBuilder::root(), "v" + std::to_string(size), m, "x");
    }
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesFromImage(*tree), QByteArray());
}

void TestIso9660Writer::holdsAllKindsOfHardLinks()
{
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    const auto root = FileTreeBuilder::root();
    std::vector<FileTreeBuilder::Handle> firsts{
        builder.addInlineFile(root, "file", {}, "x"),
        builder.addInlineFile(root, "empty", {}, ""),
        builder.addInlineFile(root, "other empty", {}, ""),
        builder.addSymlink(root, "symlink", {}, "x"),
        builder.addSymlink(root, "other symlink", {}, "x"),
        builder.addSpecial(root, "device", {}, FileType::BlockDevice, 8, 1),
        builder.addSpecial(root, "fifo", {}, FileType::Fifo),
        builder.addSpecial(root, "socket", {}, FileType::Socket)};
    for (std::size_t i = 0; i < firsts.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j)
            builder.addHardLink(folder, std::to_string(i) + '.' + std::to_string(j), firsts[i]);
    const FileTreePtr tree = builder.build();
    write(*tree);
    QCOMPARE(differencesFromImage(*tree), QByteArray());
}

// What goes on behind a folder's records does so in areas that Linux reads: each in one sector.
void TestIso9660Writer::keepsAreasInSectors()
{
    const FileTreePtr tree = randomTree(12, 800);
    write(*tree);
    const QByteArray image = bytesOf();
    const qsizetype filesStart = qsizetype{little32(image, 16 * kSector + 158)} * kSector;
    int areas = 0;
    for (qsizetype at = image.indexOf(QByteArray("CE\x1C\x01"), filesStart); at >= 0;
         at = image.indexOf(QByteArray("CE\x1C\x01"), at + 4)) {
        if (little32(image, at + 4) != big32(image, at + 8)) // a file's bytes
            continue;
        const std::uint32_t offset = little32(image, at + 12);
        const std::uint32_t size = little32(image, at + 20);
        QVERIFY(size > 0 && offset + size <= kSector);
        ++areas;
    }
    QVERIFY2(areas > 100, QByteArray::number(areas));
}

void TestIso9660Writer::sharesTheBytesOfHardLinks()
{
    FileTreeBuilder builder;
    const auto first = builder.addInlineFile(FileTreeBuilder::root(), "first", {}, std::string(100000, 'x'));
    for (int i = 0; i < 10; ++i)
        builder.addHardLink(FileTreeBuilder::root(), std::to_string(i), first);
    QVERIFY(write(*builder.build()).bytes < 200000);
}

void TestIso9660Writer::mapsTheLabel()
{
    const FileTreePtr tree = randomTree(1, 1);
    ImageOptions options;
    options.flush = false;
    options.label = "NANO_1";
    Progress quiet;
    writeIso9660(*tree, at("image"), options, quiet);
    QVERIFY(quiet.logFrom(0).empty());
    options.label = "my label, \xC3\xA4";
    Progress progress;
    writeIso9660(*tree, at("image"), options, progress);
    QCOMPARE(bytesOf().mid(16 * kSector + 40, 32), QByteArray("MY_LABEL____").leftJustified(32, ' '));
    const auto log = progress.logFrom(0);
    QVERIFY(log.size() == 1 && log[0].text.contains(QLatin1String("MY_LABEL____")));
}

void TestIso9660Writer::takesItsTimeFromOutside()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1000000000, 0};
    builder.addInlineFile(FileTreeBuilder::root(), "f", m, "x");
    const FileTreePtr tree = builder.build();
    const auto made = [&](const ImageOptions &options) {
        write(*tree, options);
        return bytesOf().mid(16 * kSector + 813, 17);
    };
    QCOMPARE(made({}), QByteArray("2001090901464000\0", 17));
    qputenv("SOURCE_DATE_EPOCH", "1234567890");
    const QByteArray outside = made({});
    qunsetenv("SOURCE_DATE_EPOCH");
    QCOMPARE(outside, QByteArray("2009021323313000\0", 17));
    ImageOptions options;
    options.now = 42;
    QCOMPARE(made(options), QByteArray("1970010100004200\0", 17));
}

void TestIso9660Writer::takesTheNearestTime()
{
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1LL << 40, 5};
    builder.addInlineFile(FileTreeBuilder::root(), "late", m, "");
    m.mtime = {-(1LL << 40), 0};
    builder.addInlineFile(FileTreeBuilder::root(), "early", m, "");
    m.mtime = {-1, 999999999};
    builder.addInlineFile(FileTreeBuilder::root(), "before 1970", m, "");
    Progress progress;
    ImageOptions options;
    options.flush = false;
    writeIso9660(*builder.build(), at("image"), options, progress);
    const auto log = progress.logFrom(0);
    QVERIFY(!log.empty() && log[0].text.contains(QLatin1String("/early")));
    const FileTreePtr back = readBack();
    QCOMPARE(back->inodeAt(back->find("/early")).mtimeSeconds, std::int64_t(-2208988800));
    QCOMPARE(back->inodeAt(back->find("/late")).mtimeSeconds, std::int64_t(5869583999));
    QCOMPARE(back->inodeAt(back->find("/before 1970")).mtime(), (Timestamp{-1, 0}));
}

void TestIso9660Writer::refusesWhatIsoCannotHold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("attributes") << "attributes"
                                << "/folder/culprit";
    QTest::newRow("broken ACL") << "acl"
                                << "posix_acl_access";
    QTest::newRow("size") << "size"
                          << "/folder/culprit";
    QTest::newRow("sizes") << "sizes"
                           << "more than";
    QTest::newRow("device") << "device"
                            << "/folder/culprit";
    QTest::newRow("label") << "label"
                           << "32 bytes";
}

void TestIso9660Writer::refusesWhatIsoCannotHold()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    FileTreeBuilder builder;
    const auto folder = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    const std::uint32_t host = builder.internHostPath(kNoId, "/none");
    Metadata m;
    ImageOptions options;
    const std::string large(65000, 'x');
    if (what == QLatin1String("attributes"))
        m.xattrs = builder.internXattrs({{"user.large", large}});
    else if (what == QLatin1String("acl"))
        m.xattrs = builder.internXattrs({{kAclAccess, "rubbish"}});
    else if (what == QLatin1String("label"))
        options.label = std::string(33, 'L');
    if (what == QLatin1String("size"))
        builder.addExtentsFile(folder, "culprit", m, host, kIso9660LargestFile + 1, {});
    else if (what == QLatin1String("device"))
        builder.addSpecial(folder, "culprit", m, FileType::CharDevice, 0, 256);
    else
        builder.addInlineFile(folder, "culprit", m, "x");
    for (int i = 0; what == QLatin1String("sizes") && i < 21; ++i)
        builder.addExtentsFile(folder, std::to_string(i), m, host, kIso9660LargestFile, {});
    const QString message = messageOf(*builder.build(), options);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QCOMPARE(entries(), QStringList{QStringLiteral("host")});
}

QTEST_GUILESS_MAIN(TestIso9660Writer)
#include "tst_iso9660writer.moc"
