// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsreader.h"

#include "erofsfixture.h"
#include "formats/erofsformat.h"
#include "formats/folderreader.h"
#include "imagedamage.h"
#include "tree/content.h"

#include <QDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace Refbox;
using namespace Refbox::Testing;

class TestErofsReader : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    }
    void givesBackWhatWasWritten_data();
    void givesBackWhatWasWritten();
    void givesBackSmallInodes();
    void readsImagesOfMkfs_data();
    void readsImagesOfMkfs();
    void readsLongPrefixes();
    void readsImagesThatAreNotErofsAsErrors();
    void refusesAWrongChecksum();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void refusesACutImage();
    void refusesLoopsOfFolders();
    void refusesImpossibleNames_data();
    void refusesImpossibleNames();
    void survivesDamage_data();
    void survivesDamage();
    void survivesDamageOfCompressedImages_data();
    void survivesDamageOfCompressedImages();
    void readsPartsOfCompressedFiles();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries, const Limits &limits = erofsLimits())
    {
        return RandomTree(seed, at("host"), limits).make(entries);
    }
    std::string write(const FileTree &tree, const ImageOptions &given = {})
    {
        ImageOptions options = given;
        options.flush = false;
        Progress progress;
        writeErofs(tree, at("image"), options, progress);
        return at("image");
    }
    static FileTreePtr read(const std::string &path)
    {
        Progress progress;
        return readErofs(path, progress);
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
    static std::string bytesOf(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static void store(const std::string &path, const std::string &bytes)
    {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    /// Alters the superblock, and its checksum so that it is right again.
    template <typename Change>
    static void changeSuperblock(const std::string &path, Change change)
    {
        std::string bytes = bytesOf(path);
        const auto block = std::span(bytes).subspan(kErofsSuperblockAt, 4096 - kErofsSuperblockAt);
        ErofsSuperblock super = decodeErofsSuperblock(block);
        change(super);
        encodeErofsSuperblock(super, block);
        setErofsChecksum(block);
        store(path, bytes);
    }
    /// Replaces what stands once in the image by bytes of the same length.
    static void replace(const std::string &path, const std::string &from, const std::string &to)
    {
        std::string bytes = bytesOf(path);
        const std::size_t place = bytes.find(from);
        QVERIFY(place != std::string::npos && bytes.find(from, place + 1) == std::string::npos);
        QCOMPARE(from.size(), to.size());
        bytes.replace(place, from.size(), to);
        store(path, bytes);
        changeSuperblock(path, [](ErofsSuperblock &) {});
    }

    /// Files that a compression makes less of, some of them with parts that it does not.
    static void addTexts(FileTreeBuilder &builder)
    {
        std::mt19937 random(7);
        for (const std::size_t size : {50U, 4000U, 4096U, 5000U, 20000U, 300000U}) {
            for (const unsigned noise : {0U, 1U, 30U}) {
                std::string text;
                while (text.size() < size) {
                    if (random() % 100 < noise)
                        text += std::to_string(random() * std::uint64_t{random()});
                    else
                        text += std::to_string(random() % 200) + " words ";
                    if (noise == 30 && random() % 500 == 0)
                        text.append(std::size_t{random() % 30000}, static_cast<char>(random()));
                }
                text.resize(size);
                builder.addInlineFile(FileTreeBuilder::root(),
                                      "text" + std::to_string(size) + '-' + std::to_string(noise), {}, text);
            }
        }
    }
    /// mkfs.erofs' image of the tree, at("made"); empty, or why there is none.
    QByteArray makeWithMkfs(const FileTree &tree, const QStringList &options)
    {
        const std::string source = write(tree);
        const LoopMount mount(source, m_dir->filePath(QStringLiteral("mnt")));
        if (!mount.isMounted())
            return kNoMount + mount.reason();
        const ToolResult made =
            runTool(QStringLiteral("mkfs.erofs"), options + QStringList{QString::fromStdString(at("made")),
                                                                        QString::fromStdString(at("mnt"))});
        return made.code == 0 ? QByteArray() : made.output;
    }
    static constexpr const char *kNoMount = "No EROFS image can be mounted here: ";
    static int damage(const std::string &image, unsigned seed, std::size_t metadata);
};

void TestErofsReader::givesBackWhatWasWritten_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 20; seed < 30; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed - 19) * 40;
    QTest::newRow("many") << 40U << 3000U;
}

void TestErofsReader::givesBackWhatWasWritten()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    const FileTreePtr back = read(write(*tree));
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(back->nodeCount(), tree->nodeCount());
    QCOMPARE(back->inodeCount(), tree->inodeCount());
    // What was read can be written again.
    std::filesystem::rename(at("image"), at("first"));
    const FileTreePtr again = read(write(*read(at("first"))));
    QCOMPARE(differencesOf(*tree, *again), QByteArray());
}

void TestErofsReader::givesBackSmallInodes()
{
    ImageOptions options;
    options.now = kUsualTime;
    for (unsigned seed = 1; seed < 6; ++seed) {
        const FileTreePtr tree = withUsualTimes(*randomTree(seed, 200), seed);
        QCOMPARE(differencesOf(*tree, *read(write(*tree, options))), QByteArray());
    }
}

void TestErofsReader::readsImagesOfMkfs_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *name, const char *options) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("as it is", "");
    row("extended inodes", "-Eforce-inode-extended");
    row("compact inodes", "-Eforce-inode-compact,legacy-compress -T1234567890 --all-root");
    row("no tails in inodes", "-Enoinline_data");
    row("small chunks", "--chunksize=4096");
    row("large chunks", "--chunksize=1048576");
    row("chunks with indexes", "--chunksize=8192 -Eforce-chunk-indexes");
    row("compressed", "-zlz4");
    row("compressed more", "-zlz4hc,12");
    row("compressed in large pieces", "-zlz4 -C65536");
    row("compressed in huge pieces", "-zlz4hc -C1048576");
    row("compressed as of old", "-zlz4 -Elegacy-compress");
    row("compressed with tails", "-zlz4 -Eztailpacking");
    row("compressed in large pieces with tails", "-zlz4hc -C65536 -Eztailpacking");
    row("no shared attributes", "-x1000000");
    row("all attributes shared", "-x0");
}

// The kernel's own view of the image is the judge, and of its source where mkfs.erofs changes nothing.
void TestErofsReader::readsImagesOfMkfs()
{
    if (systemTool(QStringLiteral("mkfs.erofs")).isEmpty())
        QSKIP("mkfs.erofs is not installed");
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(QStringList, options);
    Limits limits = erofsLimits();
    limits.largestHole = 200; // mkfs.erofs stores their zeros
    RandomTree random(50, at("host"), limits);
    const FileTreePtr whole = random.make(150);
    FileTreeBuilder builder;
    FileTreeBuilder::CopyOptions contents;
    contents.contentsOnly = true;
    builder.copySubtree(FileTreeBuilder::root(), {}, *whole, FileTree::root(), contents);
    // What mkfs.erofs 1.5 stops at.
    for (FileTreeBuilder::Handle handle = 1; handle < builder.nodeCount(); ++handle) {
        if (!builder.isRemoved(handle) && builder.name(handle).size() == 255)
            builder.remove(handle);
    }
    addTexts(builder);
    const FileTreePtr source = builder.build();
    const QByteArray failure = makeWithMkfs(*source, options);
    QVERIFY2(failure.isEmpty() || failure.startsWith(kNoMount), failure);
    if (!failure.isEmpty())
        QSKIP(failure);
    Progress progress;
    const LoopMount mount(at("made"), m_dir->filePath(QStringLiteral("mnt")));
    QVERIFY2(mount.isMounted(), mount.reason());
    const FileTreePtr seen = readFolder(at("mnt"), progress);
    const FileTreePtr found = read(at("made"));
    QVERIFY2(seen->nodeCount() > 130, QByteArray::number(seen->nodeCount()));
    CompareOptions compare;
    compare.flags = false;
    QCOMPARE(differencesOf(*seen, *found, compare), QByteArray());
    if (!options.join(QLatin1Char(' ')).contains(QLatin1String("compact")))
        QCOMPARE(differencesOf(*source, *found), QByteArray());
    // What was read can be written again, decoded.
    QCOMPARE(differencesOf(*found, *read(write(*found))), QByteArray());
}

// A table of prefixes is put behind the image, and attributes are made to use it.
void TestErofsReader::readsLongPrefixes()
{
    FileTreeBuilder builder;
    Metadata m;
    m.xattrs = builder.internXattrs({{"user.first", "one"}, {"user.second", "two"}});
    builder.addInlineFile(FileTreeBuilder::root(), "file", m, "x");
    const std::string image = write(*builder.build());
    std::string bytes = bytesOf(image);
    bytes.append("\x0c\0\1long.prefix\0\0\x05\0\6abcd", 23);
    bytes.resize(8192);
    store(image, bytes);
    replace(image, std::string("\5\1\3\0first", 9), std::string("\5\x80\3\0first", 9));
    replace(image, std::string("\6\1\3\0second", 10), std::string("\6\x81\3\0second", 10));
    changeSuperblock(image, [](ErofsSuperblock &super) {
        super.blocks = 2;
        super.incompatible |= kErofsXattrPrefixes;
        super.prefixCount = 2;
        super.prefixStart = 1024;
    });
    const FileTreePtr tree = read(image);
    const InodeId file = tree->inodeOf(tree->find("/file"));
    QCOMPARE(tree->xattrsOf(file).size(), std::size_t(2));
    QVERIFY(tree->xattr(file, "user.long.prefixfirst") == std::string_view("one"));
    QVERIFY(tree->xattr(file, "security.abcdsecond") == std::string_view("two"));
    changeSuperblock(image, [](ErofsSuperblock &super) { super.packedInode = 36; });
    QVERIFY(messageOf(image).contains(QLatin1String("packed")));
    changeSuperblock(image, [](ErofsSuperblock &super) {
        super.packedInode = 0;
        super.prefixCount = 1;
    });
    QVERIFY(messageOf(image).contains(QLatin1String("/file")) ||
            messageOf(image).contains(QLatin1String("at file in /")));
}

void TestErofsReader::readsImagesThatAreNotErofsAsErrors()
{
    std::ofstream(at("empty"));
    std::ofstream(at("zeros")) << std::string(100000, '\0');
    for (const char *name : {"empty", "zeros"}) {
        QVERIFY(messageOf(at(name)).contains(QLatin1String("no EROFS")));
        QVERIFY(!looksLikeErofs(at(name)));
    }
    QVERIFY(messageOf(at("missing")).contains(QLatin1String("No such file")));
    QVERIFY(messageOf(at("host")).contains(QLatin1String("no regular file")));
    QVERIFY(messageOf("/dev/null").contains(QLatin1String("no regular file")));
    QVERIFY(looksLikeErofs(write(*randomTree(1, 1))));
}

void TestErofsReader::refusesAWrongChecksum()
{
    const std::string image = write(*randomTree(1, 10));
    std::string bytes = bytesOf(image);
    bytes[4000] = static_cast<char>(bytes[4000] ^ 1);
    store(image, bytes);
    QVERIFY(messageOf(image).contains(QLatin1String("checksum")));
    // Without the feature nobody looks.
    changeSuperblock(image, [](ErofsSuperblock &super) {
        super.compatible = kErofsMtime;
        super.checksum = 0;
    });
    QVERIFY(!messageOf(image).contains(QLatin1String("checksum")));
}

void TestErofsReader::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("feature") << 0 << "80000000";
    QTest::newRow("devices") << 1 << "other devices";
    QTest::newRow("fragments") << 2 << "compressed pieces";
    QTest::newRow("blocks of folders") << 3 << "another size";
    QTest::newRow("size of blocks") << 4 << "block size";
    QTest::newRow("root") << 5 << "damaged";
}

void TestErofsReader::refusesWhatItDoesNotKnow()
{
    QFETCH(int, what);
    QFETCH(QString, reason);
    const std::string image = write(*randomTree(1, 10));
    changeSuperblock(image, [&](ErofsSuperblock &super) {
        super.incompatible |= what == 0 ? 0x80000000 : what == 2 ? kErofsFragments : 0;
        super.extraDevices = what == 1 ? 1 : 0;
        super.directoryBlockBits = what == 3 ? 1 : 0;
        super.blockBits = what == 4 ? 17 : 12;
        super.rootSlot = what == 5 ? 65535 : super.rootSlot;
    });
    const QString message = messageOf(image);
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TestErofsReader::refusesACutImage()
{
    const std::string image = write(*randomTree(1, 100));
    std::filesystem::resize_file(image, std::filesystem::file_size(image) - 1);
    QVERIFY(messageOf(image).contains(QLatin1String("shorter")));
}

void TestErofsReader::refusesLoopsOfFolders()
{
    FileTreeBuilder builder;
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "a", {});
    builder.addDirectory(a, "bbb", {});
    const std::string image = write(*builder.build());
    // Let bbb be its own parent's inode, and the root.
    const std::string bytes = bytesOf(image);
    const std::size_t names = bytes.find("...bbb");
    QVERIFY(names != std::string::npos && bytes.find("...bbb", names + 1) == std::string::npos);
    const std::size_t entries = names - 3 * kErofsEntrySize;
    for (const std::size_t same : {0U, 1U}) {
        std::string changed = bytes;
        changed.replace(entries + 2 * kErofsEntrySize, 8, bytes, entries + same * kErofsEntrySize, 8);
        store(image, changed);
        changeSuperblock(image, [](ErofsSuperblock &) {});
        const QString message = messageOf(image);
        QVERIFY2(message.contains(QLatin1String("two names")) && message.contains(QLatin1String("/a")),
                 qPrintable(message));
    }
}

void TestErofsReader::refusesImpossibleNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("slash") << QByteArray("b/a") << "impossible";
    QTest::newRow("NUL") << QByteArray("b\0a", 3) << "impossible";
    QTest::newRow("twice") << QByteArray("aaa") << "aaa";
}

void TestErofsReader::refusesImpossibleNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, reason);
    FileTreeBuilder builder;
    for (const char *file : {"aaa", "bbb", "ccc"})
        builder.addSpecial(FileTreeBuilder::root(), file, {}, FileType::Fifo);
    const std::string image = write(*builder.build());
    replace(image, "bbb", name.toStdString());
    const QString message = messageOf(image);
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TestErofsReader::survivesDamage_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("small");
    for (unsigned seed = 0; seed < 4; ++seed) {
        QTest::addRow("large inodes %u", seed) << seed << false;
        QTest::addRow("small inodes %u", seed) << seed << true;
    }
}

void TestErofsReader::survivesDamage()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, small);
    Limits limits = erofsLimits();
    limits.largestHole = 20;
    ImageOptions options;
    options.now = kUsualTime;
    FileTreePtr tree = randomTree(100 + seed, 60, limits);
    if (small)
        tree = withUsualTimes(*tree, seed);
    const std::string image = write(*tree, options);
    changeSuperblock(image, [](ErofsSuperblock &super) { super.compatible = kErofsMtime; });
    // Blocks of inodes come first.
    QVERIFY(damage(image, seed, std::min<std::size_t>(std::filesystem::file_size(image), 200000)) > 0);
    QCOMPARE(messageOf(image), QString());
}

// See refusals(). metadata: bytes from the beginning on.
int TestErofsReader::damage(const std::string &image, unsigned seed, std::size_t metadata)
{
    Damage damage;
    damage.place = [metadata](std::mt19937 &random) -> std::uint64_t {
        if (random() % 20 == 0)
            return kErofsSuperblockAt + random() % kErofsSuperblockSize;
        // Inodes begin at multiples of 32.
        return random() % 2 == 0 ? random() % (metadata / 32) * 32 + random() % 24 : random() % metadata;
    };
    damage.read = [&] { return read(image); };
    return refusals(image, seed, damage);
}

void TestErofsReader::survivesDamageOfCompressedImages_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("new") << "-zlz4";
    QTest::newRow("large pieces") << "-zlz4 -C65536 -Eztailpacking";
    QTest::newRow("old") << "-zlz4 -Elegacy-compress";
}

void TestErofsReader::survivesDamageOfCompressedImages()
{
    if (systemTool(QStringLiteral("mkfs.erofs")).isEmpty())
        QSKIP("mkfs.erofs is not installed");
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(QString, options);
    FileTreeBuilder builder;
    addTexts(builder);
    const QByteArray failure = makeWithMkfs(*builder.build(), options.split(QLatin1Char(' ')));
    QVERIFY2(failure.isEmpty() || failure.startsWith(kNoMount), failure);
    if (!failure.isEmpty())
        QSKIP(failure);
    const std::string image = at("made");
    changeSuperblock(image, [](ErofsSuperblock &super) { super.compatible = kErofsMtime; });
    QCOMPARE(messageOf(image), QString());
    QVERIFY(damage(image, 1, std::filesystem::file_size(image)) > 0);
}

// Any part of a compressed file, by several threads.
void TestErofsReader::readsPartsOfCompressedFiles()
{
    if (systemTool(QStringLiteral("mkfs.erofs")).isEmpty())
        QSKIP("mkfs.erofs is not installed");
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    FileTreeBuilder builder;
    addTexts(builder);
    const FileTreePtr source = builder.build();
    const QByteArray failure = makeWithMkfs(*source, {QStringLiteral("-zlz4"), QStringLiteral("-C16384")});
    QVERIFY2(failure.isEmpty() || failure.startsWith(kNoMount), failure);
    if (!failure.isEmpty())
        QSKIP(failure);
    const FileTreePtr found = read(at("made"));
    std::atomic<int> wrong{0};
    std::atomic<int> packed{0};
    const auto compare = [&](unsigned seed) {
        std::mt19937 random(seed);
        for (int round = 0; round < 500; ++round) {
            const NodeId node = 1 + random() % (source->nodeCount() - 1);
            const InodeId file = found->inodeOf(found->find(source->path(node)));
            const std::string_view whole = source->inlineBytes(source->inodeOf(node));
            const std::size_t offset = random() % whole.size();
            std::string part(random() % (round % 2 == 0 ? 100 : 100000), '\0');
            part.resize(ContentReader(*found, file).read(offset, part));
            wrong += part == whole.substr(offset, part.size()) ? 0 : 1;
            packed += found->inode(file).contentKind == ContentKind::Packed ? 1 : 0;
        }
    };
    std::thread other(compare, 1);
    compare(2);
    other.join();
    QCOMPARE(wrong.load(), 0);
    QVERIFY(packed.load() > 100);
}

QTEST_GUILESS_MAIN(TestErofsReader)
#include "tst_erofsreader.moc"
