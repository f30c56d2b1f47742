// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsreader.h"

#include "erofsfixture.h"
#include "formats/erofsformat.h"
#include "formats/folderreader.h"
#include "tree/content.h"

#include <QDir>
#include <QTest>

#include <filesystem>

using namespace Refbox;
using namespace Refbox::Testing;

class TestErofsReader : public QObject
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

private:
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
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

    std::unique_ptr<QTemporaryDir> m_dir;
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
    row("no shared attributes", "-x1000000");
    row("all attributes shared", "-x0");
}

// The kernel's own view of the image is the judge, and of its source where mkfs.erofs changes nothing.
void TestErofsReader::readsImagesOfMkfs()
{
    const QString mkfs = systemTool(QStringLiteral("mkfs.erofs"));
    if (mkfs.isEmpty())
        QSKIP("mkfs.erofs is not installed");
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(QStringList, options);
    Limits limits = erofsLimits();
    limits.largestHole = 200; // mkfs.erofs stores their zeros
    RandomTree random(50, at("host"), limits);
    const FileTreePtr whole = random.make(250);
    FileTreeBuilder builder;
    FileTreeBuilder::CopyOptions contents;
    contents.contentsOnly = true;
    builder.copySubtree(FileTreeBuilder::root(), {}, *whole, FileTree::root(), contents);
    // What mkfs.erofs 1.5 stops at.
    for (FileTreeBuilder::Handle handle = 1; handle < builder.nodeCount(); ++handle) {
        if (!builder.isRemoved(handle) && builder.name(handle).size() == 255)
            builder.remove(handle);
    }
    const std::string source = write(*builder.build());
    Progress progress;
    {
        const LoopMount mount(source, m_dir->filePath(QStringLiteral("mnt")));
        if (!mount.isMounted())
            QSKIP("No EROFS image can be mounted here: " + mount.reason());
        const ToolResult made = runTool(mkfs, options + QStringList{QString::fromStdString(at("made")),
                                                                    QString::fromStdString(at("mnt"))});
        QVERIFY2(made.code == 0, made.output);
    }
    const LoopMount mount(at("made"), m_dir->filePath(QStringLiteral("mnt")));
    QVERIFY2(mount.isMounted(), mount.reason());
    const FileTreePtr seen = readFolder(at("mnt"), progress);
    const FileTreePtr found = read(at("made"));
    QVERIFY2(seen->nodeCount() > 200, QByteArray::number(seen->nodeCount()));
    CompareOptions compare;
    compare.flags = false;
    QCOMPARE(differencesOf(*seen, *found, compare), QByteArray());
    if (!options.join(QLatin1Char(' ')).contains(QLatin1String("compact")))
        QCOMPARE(differencesOf(*read(source), *found), QByteArray());
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

// Flips bytes of metadata: whatever comes, it is a tree with content, or an Error.
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
    const std::string good = bytesOf(image);
    // Blocks of inodes come first, and there are at least some.
    const std::size_t metadata = std::min<std::size_t>(good.size(), 200000);
    std::mt19937 random(seed);
    int errors = 0;
    for (int round = 0; round < 200; ++round) {
        std::fstream file(image, std::ios::in | std::ios::out | std::ios::binary);
        std::vector<std::size_t> places;
        for (unsigned flips = 1 + random() % 8; flips > 0; --flips) {
            // Inodes begin at multiples of 32.
            const std::size_t place = random() % 20 == 0
                                          ? kErofsSuperblockAt + random() % kErofsSuperblockSize
                                      : random() % 2 == 0 ? random() % (metadata / 32) * 32 + random() % 24
                                                          : random() % metadata;
            places.push_back(place);
            file.seekp(static_cast<std::streamoff>(place));
            file.put(static_cast<char>(random()));
        }
        file.flush();
        try {
            const FileTreePtr found = read(image);
            QVERIFY(found->nodeCount() > 0);
            for (InodeId id = 0; id < found->inodeCount(); ++id) {
                if (found->inode(id).isRegular() && found->inode(id).size < 1 << 19)
                    contentHash(*found, id);
            }
        } catch (const Error &error) {
            ++errors;
            QVERIFY(!error.why().isEmpty());
        }
        for (const std::size_t place : places) {
            file.seekp(static_cast<std::streamoff>(place));
            file.put(good[place]);
        }
        file.flush();
    }
    QVERIFY(errors > 0);
    QCOMPARE(messageOf(image), QString());
}

QTEST_GUILESS_MAIN(TestErofsReader)
#include "tst_erofsreader.moc"
