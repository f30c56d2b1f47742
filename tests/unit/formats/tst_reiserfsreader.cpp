// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsreader.h"

#include "formats/reiserfsformat.h"
#include "formats/reiserfsspace.h"
#include "formats/reiserfsxattrs.h"
#include "imagedamage.h"
#include "reiserfsfixture.h"
#include "tree/content.h"

#include <QDir>
#include <QTest>
#include <QtEndian>

#include <filesystem>
#include <fstream>
#include <functional>

#include <sys/stat.h>

using namespace Refbox;
using namespace Refbox::Testing;

namespace {

/// An image's bytes, changed in place.
class Bytes
{
public:
    explicit Bytes(const std::string &path)
        : m_file(path, std::ios::in | std::ios::out | std::ios::binary)
    {
    }
    std::string get(std::uint64_t at, std::size_t size)
    {
        std::string bytes(size, '\0');
        m_file.seekg(static_cast<std::streamoff>(at));
        m_file.read(bytes.data(), static_cast<std::streamsize>(size));
        m_file.clear();
        return bytes;
    }
    void put(std::uint64_t at, const std::string &bytes)
    {
        m_file.seekp(static_cast<std::streamoff>(at));
        m_file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        m_file.flush();
    }
    void put32(std::uint64_t at, std::uint32_t value)
    {
        std::string bytes(4, '\0');
        qToLittleEndian<quint32>(value, bytes.data());
        put(at, bytes);
    }

private:
    std::fstream m_file;
};

constexpr std::uint64_t kJournalAt = std::uint64_t{kReiserFsJournalFirst} * kReiserFsBlock;
constexpr std::uint64_t kJournalHeadAt =
    std::uint64_t{kReiserFsJournalFirst + kReiserFsJournalBlocks} * kReiserFsBlock;
constexpr std::uint64_t kFirstLeafAt = std::uint64_t{kReiserFsReserved} * kReiserFsBlock;

/// A leaf made by hand, from its first item on.
class HandMadeLeaf
{
public:
    void add(const ReiserFsItem &item, std::string body) { m_items.push_back({item, std::move(body)}); }
    std::string bytes() const
    {
        std::string block(kReiserFsBlock, '\0');
        std::size_t location = block.size();
        std::size_t head = kReiserFsBlockHead;
        for (auto [item, body] : m_items) {
            location -= body.size();
            item.length = static_cast<std::uint16_t>(body.size());
            item.location = static_cast<std::uint16_t>(location);
            encodeReiserFsItem(item, block.data() + head);
            head += kReiserFsItemHead;
            block.replace(location, body.size(), body);
        }
        encodeReiserFsBlockHead(1, static_cast<std::uint32_t>(m_items.size()),
                                static_cast<std::uint32_t>(location - head), block.data());
        return block;
    }

private:
    std::vector<std::pair<ReiserFsItem, std::string>> m_items;
};

// Format 3.5: numbers of 16 bits, no flags, no generation.
std::string oldStat(std::uint16_t mode, std::uint16_t links, std::uint32_t size, std::uint32_t blocks,
                    std::uint32_t firstDirectByte)
{
    std::string bytes(kReiserFsOldStatSize, '\0');
    char *p = bytes.data();
    qToLittleEndian<quint16>(mode, p);
    qToLittleEndian<quint16>(links, p + 2);
    qToLittleEndian<quint16>(1000, p + 4);
    qToLittleEndian<quint16>(100, p + 6);
    qToLittleEndian<quint32>(size, p + 8);
    qToLittleEndian<quint32>(1000000000, p + 16);
    qToLittleEndian<quint32>(blocks, p + 24);
    qToLittleEndian<quint32>(firstDirectByte, p + 28);
    return bytes;
}

// As reiserfs 3.5 wrote it: names without padding.
std::string oldNames(const std::vector<std::pair<std::string, ReiserFsEntry>> &names)
{
    std::size_t size = 0;
    for (const auto &[name, entry] : names)
        size += kReiserFsEntryHead + name.size();
    std::string bytes(size, '\0');
    std::size_t head = 0;
    for (auto [name, entry] : names) {
        size -= name.size();
        bytes.replace(size, name.size(), name);
        entry.location = static_cast<std::uint16_t>(size);
        encodeReiserFsEntry(entry, bytes.data() + head);
        head += kReiserFsEntryHead;
    }
    return bytes;
}

} // namespace

class TestReiserFsReader : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    }
    void givesBackWhatWasWritten_data();
    void givesBackWhatWasWritten();
    void readsEmptyImagesOfMkreiserfs_data();
    void readsEmptyImagesOfMkreiserfs();
    void readsFormat35();
    void readsTheFirstPlaceOfSuperblocks();
    void readsImagesThatAreNotReiserFsAsErrors();
    void refusesAnUnreplayedJournal();
    void refusesUnfinishedRepairs();
    void refusesACutImage();
    void refusesLoopsOfFolders();
    void refusesDamagedAttributes();
    void leavesOutForeignAttributes();
    void takesOtherMachinesHashes();
    void survivesDamage_data();
    void survivesDamage();

private:
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        return RandomTree(seed, at("host"), reiserFsLimits()).make(entries);
    }
    std::string write(const FileTree &tree)
    {
        ImageOptions options;
        options.flush = false;
        Progress progress;
        writeReiserFs(tree, at("image"), options, progress);
        return at("image");
    }
    static QString messageOf(const std::string &path)
    {
        try {
            readReiserFsBack(path);
        } catch (const Error &error) {
            return error.toString();
        }
        return {};
    }
    /// Changes a directory's entry of this name.
    static bool changeEntry(const std::string &path, std::string_view name,
                            const std::function<void(ReiserFsEntry &)> &change);
};

bool TestReiserFsReader::changeEntry(const std::string &path, std::string_view name,
                                     const std::function<void(ReiserFsEntry &)> &change)
{
    Bytes image(path);
    for (std::uint64_t leafAt = kFirstLeafAt;; leafAt += kReiserFsBlock) {
        const std::string leaf = image.get(leafAt, kReiserFsBlock);
        const ReiserFsBlockHead head = decodeReiserFsBlockHead(leaf.data());
        if (head.level != 1)
            return false;
        for (std::uint32_t i = 0; i < head.items; ++i) {
            const ReiserFsItem item =
                decodeReiserFsItem(leaf.data() + kReiserFsBlockHead + std::size_t{i} * kReiserFsItemHead);
            for (std::uint32_t j = 0; item.key.type == ReiserFsType::Directory && j < item.count; ++j) {
                const std::size_t entryAt = item.location + std::size_t{j} * kReiserFsEntryHead;
                ReiserFsEntry entry = decodeReiserFsEntry(leaf.data() + entryAt);
                if (leaf.data() + item.location + entry.location != name)
                    continue;
                change(entry);
                std::string changed(kReiserFsEntryHead, '\0');
                encodeReiserFsEntry(entry, changed.data());
                image.put(leafAt + entryAt, changed);
                return true;
            }
        }
    }
}

void TestReiserFsReader::givesBackWhatWasWritten_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 20; seed < 30; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed - 19) * 40;
    QTest::newRow("many") << 40U << 3000U;
}

void TestReiserFsReader::givesBackWhatWasWritten()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    const FileTreePtr back = readReiserFsBack(write(*tree));
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(back->nodeCount(), tree->nodeCount());
    // What was read can be written again.
    std::filesystem::rename(at("image"), at("first"));
    const FileTreePtr again = readReiserFsBack(write(*readReiserFsBack(at("first"))));
    QCOMPARE(differencesOf(*tree, *again), QByteArray());
}

void TestReiserFsReader::readsEmptyImagesOfMkreiserfs_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *name, const char *options) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("3.6", "");
    row("3.6, small journal", "-s 1024");
    row("3.6, blocks of 512", "-b 512");
    row("3.6, blocks of 1024", "-b 1024");
    row("3.6, blocks of 2048", "-b 2048");
    row("3.6, hash tea", "-h tea");
    row("3.6, hash rupasov", "-h rupasov");
    row("3.5", "--format 3.5");
}

void TestReiserFsReader::readsEmptyImagesOfMkreiserfs()
{
    const QString mkreiserfs = systemTool(QStringLiteral("mkreiserfs"));
    if (mkreiserfs.isEmpty())
        QSKIP("mkreiserfs is not installed");
    QFETCH(QStringList, options);
    std::ofstream(at("image"));
    std::filesystem::resize_file(at("image"), 60 << 20);
    const ToolResult made =
        runTool(mkreiserfs, QStringList{QStringLiteral("-ff"), QStringLiteral("-q")} + options +
                                QStringList{QString::fromStdString(at("image"))});
    QVERIFY2(made.code == 0, made.output);
    QVERIFY(looksLikeReiserFs(at("image")));
    const FileTreePtr tree = readReiserFsBack(at("image"));
    QCOMPARE(tree->nodeCount(), 1U);
    QCOMPARE(int(tree->inodeAt(FileTree::root()).permissions), 0755);
    QVERIFY(tree->inodeAt(FileTree::root()).mtimeSeconds > 0);
}

// A file that is a block and a tail, a short file, a link, a device and a folder, as they stood before 3.6;
// reiserfsck says that they are well made.
void TestReiserFsReader::readsFormat35()
{
    const QString mkreiserfs = systemTool(QStringLiteral("mkreiserfs"));
    if (mkreiserfs.isEmpty() || !canCheckReiserFs())
        QSKIP("mkreiserfs and reiserfsck are not installed");
    std::ofstream(at("image"));
    std::filesystem::resize_file(at("image"), 60 << 20);
    const ToolResult made =
        runTool(mkreiserfs, {QStringLiteral("-ff"), QStringLiteral("-q"), QStringLiteral("--format"),
                             QStringLiteral("3.5"), QString::fromStdString(at("image"))});
    QVERIFY2(made.code == 0, made.output);
    Bytes image(at("image"));
    const std::string super = image.get(kReiserFsSuperblockAt, kReiserFsBlock);
    const auto root = qFromLittleEndian<quint32>(super.data() + 8);
    const std::uint32_t block = root + 1;

    constexpr std::uint16_t old = kReiserFsOldItem;
    const auto head = [](std::uint32_t directory, std::uint32_t object, std::uint64_t offset,
                         ReiserFsType type, std::uint16_t count) {
        return ReiserFsItem{{directory, object, offset, type}, count, 0, 0, old};
    };
    std::vector<std::pair<std::string, ReiserFsEntry>> names;
    for (const auto &[name, object] :
         {std::pair("large", 3U), {"small", 4U}, {"link", 5U}, {"null", 6U}, {"folder", 7U}})
        names.push_back({name, {reiserFsHash(name), 2, object}});
    std::ranges::sort(names, {}, [](const auto &n) { return n.second.offset; });
    names.insert(names.begin(), {{".", {1, 1, 2}}, {"..", {2, 0, 1}}});
    const std::string rootNames = oldNames(names);
    const std::string folderNames = oldNames({{".", {1, 2, 7}}, {"..", {2, 1, 2}}});
    std::string pointer(4, '\0');
    qToLittleEndian<quint32>(block, pointer.data());
    HandMadeLeaf leaf;
    leaf.add(head(1, 2, 0, ReiserFsType::StatData, 0xFFFF),
             oldStat(S_IFDIR | 0755, 3, static_cast<std::uint32_t>(rootNames.size()), 1, 0xFFFFFFFF));
    leaf.add(head(1, 2, 1, ReiserFsType::Directory, static_cast<std::uint16_t>(names.size())), rootNames);
    leaf.add(head(2, 3, 0, ReiserFsType::StatData, 0xFFFF), oldStat(S_IFREG | 0640, 1, 4106, 16, 4097));
    leaf.add(head(2, 3, 1, ReiserFsType::Indirect, 0), pointer);
    leaf.add(head(2, 3, 4097, ReiserFsType::Direct, 0xFFFF), "0123456789");
    leaf.add(head(2, 4, 0, ReiserFsType::StatData, 0xFFFF), oldStat(S_IFREG | 0600, 1, 5, 8, 1));
    leaf.add(head(2, 4, 1, ReiserFsType::Direct, 0xFFFF), "small");
    leaf.add(head(2, 5, 0, ReiserFsType::StatData, 0xFFFF), oldStat(S_IFLNK | 0777, 1, 6, 8, 1));
    leaf.add(head(2, 5, 1, ReiserFsType::Direct, 0xFFFF), "target");
    leaf.add(head(2, 6, 0, ReiserFsType::StatData, 0xFFFF), oldStat(S_IFCHR | 0666, 1, 0, 0x103, 0xFFFFFFFF));
    leaf.add(head(2, 7, 0, ReiserFsType::StatData, 0xFFFF),
             oldStat(S_IFDIR | 0700, 2, static_cast<std::uint32_t>(folderNames.size()), 1, 0xFFFFFFFF));
    leaf.add(head(2, 7, 1, ReiserFsType::Directory, 2), folderNames);
    image.put(std::uint64_t{root} * kReiserFsBlock, leaf.bytes());
    image.put(std::uint64_t{block} * kReiserFsBlock, std::string(kReiserFsBlock, 'b'));
    const std::uint64_t bitAt = std::uint64_t{kReiserFsFirstBitmap} * kReiserFsBlock + block / 8;
    image.put(bitAt, std::string(1, static_cast<char>(image.get(bitAt, 1)[0] | 1 << block % 8)));
    image.put32(kReiserFsSuperblockAt + 4, qFromLittleEndian<quint32>(super.data() + 4) - 1);
    image.put32(kReiserFsSuperblockAt + 76 + 4, 8); // the first free object
    const QByteArray complaint = reiserfsck(at("image"));
    QVERIFY2(complaint.isEmpty(), complaint);

    const FileTreePtr tree = readReiserFsBack(at("image"));
    QCOMPARE(tree->nodeCount(), 6U);
    const auto content = [&](const char *path) {
        return readAll(*tree, tree->inodeOf(tree->find(path)), 10000);
    };
    QCOMPARE(content("/large"), std::string(kReiserFsBlock, 'b') + "0123456789");
    QCOMPARE(content("/small"), std::string("small"));
    QCOMPARE(tree->symlinkTarget(tree->inodeOf(tree->find("/link"))), std::string_view("target"));
    const Inode &device = tree->inodeAt(tree->find("/null"));
    QCOMPARE(device.deviceMajor(), 1U);
    QCOMPARE(device.deviceMinor(), 3U);
    const Inode &large = tree->inodeAt(tree->find("/large"));
    QCOMPARE(large.uid, 1000U);
    QCOMPARE(large.gid, 100U);
    QCOMPARE(int(large.permissions), 0640);
    QCOMPARE(large.mtimeSeconds, std::int64_t(1000000000));
    QVERIFY(tree->inodeAt(tree->find("/folder")).isDirectory());
}

void TestReiserFsReader::readsTheFirstPlaceOfSuperblocks()
{
    const FileTreePtr tree = randomTree(1, 50);
    write(*tree);
    Bytes image(at("image"));
    image.put(kReiserFsOldSuperblockAt, image.get(kReiserFsSuperblockAt, kReiserFsSuperblockSize));
    image.put(kReiserFsSuperblockAt, std::string(kReiserFsSuperblockSize, '\0'));
    QVERIFY(looksLikeReiserFs(at("image")));
    QCOMPARE(differencesOf(*tree, *readReiserFsBack(at("image"))), QByteArray());
}

void TestReiserFsReader::readsImagesThatAreNotReiserFsAsErrors()
{
    std::ofstream(at("empty"));
    std::ofstream(at("zeros")) << std::string(100000, '\0');
    std::ofstream(at("short")) << std::string(65536, '\0') << std::string(52, '\0') << "ReIsEr2Fs";
    for (const char *name : {"empty", "zeros", "short"}) {
        QVERIFY(messageOf(at(name)).contains(QLatin1String("no ReiserFS")));
        QVERIFY(!looksLikeReiserFs(at(name)));
    }
    QVERIFY(messageOf(at("missing")).contains(QLatin1String("No such file")));
    QVERIFY(messageOf(at("host")).contains(QLatin1String("no regular file")));
    QVERIFY(messageOf("/dev/null").contains(QLatin1String("no regular file")));
    QVERIFY(looksLikeReiserFs(write(*randomTree(1, 1))));
}

void TestReiserFsReader::refusesAnUnreplayedJournal()
{
    const std::string path = write(*randomTree(1, 10));
    const auto isStale = [&path] {
        const QString message = messageOf(path);
        return message.contains(QLatin1String("journal")) && message.contains(QLatin1String("reiserfsck"));
    };
    Bytes image(path);
    // A transaction of one block, as Linux writes it: a description, the block, the end.
    const auto transaction = [&image](std::uint32_t number, std::uint32_t mount) {
        for (const std::uint64_t block : {0U, 2U}) {
            image.put32(kJournalAt + block * kReiserFsBlock, number);
            image.put32(kJournalAt + block * kReiserFsBlock + 4, 1);
        }
        image.put32(kJournalAt + 8, mount);
        image.put(kJournalAt + kReiserFsBlock - 12, "ReIsErLB");
    };
    transaction(6, 1);
    QVERIFY(isStale()); // nothing has been put in place
    image.put32(kJournalHeadAt, 5);
    QVERIFY(!isStale()); // of another mount
    image.put32(kJournalHeadAt + 8, 1);
    QVERIFY(isStale());
    image.put32(kJournalHeadAt, 6);
    QVERIFY(!isStale());
    image.put32(kJournalHeadAt, 5);
    image.put32(kJournalAt + 2 * kReiserFsBlock, 7);
    QVERIFY(!isStale()); // it has no end
    QCOMPARE(messageOf(path), QString());
    image.put(kReiserFsSuperblockAt + 50, std::string("\2\0", 2));
    QVERIFY(isStale());
}

void TestReiserFsReader::refusesUnfinishedRepairs()
{
    const std::string path = write(*randomTree(1, 10));
    Bytes(path).put32(kReiserFsSuperblockAt + 8, 0xFFFFFFFF);
    QVERIFY(messageOf(path).contains(QLatin1String("--rebuild-tree")));
}

void TestReiserFsReader::refusesACutImage()
{
    const std::string image = write(*randomTree(1, 100));
    std::filesystem::resize_file(image, std::filesystem::file_size(image) - 1);
    QVERIFY(messageOf(image).contains(QLatin1String("shorter")));
}

void TestReiserFsReader::refusesLoopsOfFolders()
{
    FileTreeBuilder builder;
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "a", {});
    const auto b = builder.addDirectory(a, "b", {});
    builder.addDirectory(b, "inner", {});
    builder.addInlineFile(b, "file", {}, "x");
    const std::string image = write(*builder.build());
    ReiserFsEntry root;
    root.directory = kReiserFsRootDirectory;
    root.object = kReiserFsRootObject;
    ReiserFsEntry folder;
    QVERIFY(changeEntry(image, "a", [&folder](const ReiserFsEntry &entry) { folder = entry; }));
    for (const ReiserFsEntry &target : {root, folder}) {
        std::filesystem::copy_file(image, at("loop"), std::filesystem::copy_options::overwrite_existing);
        QVERIFY(changeEntry(at("loop"), "inner", [&target](ReiserFsEntry &entry) {
            entry.directory = target.directory;
            entry.object = target.object;
        }));
        const QString message = messageOf(at("loop"));
        QVERIFY2(message.contains(QLatin1String("two names")) && message.contains(QLatin1String("/a/b")),
                 qPrintable(message));
    }
    QVERIFY(changeEntry(image, "file", [](ReiserFsEntry &entry) { entry.object = 12345; }));
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("12345")) && message.contains(QLatin1String("/a/b")),
             qPrintable(message));
}

void TestReiserFsReader::refusesDamagedAttributes()
{
    FileTreeBuilder builder;
    Metadata m;
    m.xattrs = builder.internXattrs({{"user.name", "the value of it"}});
    builder.addInlineFile(FileTreeBuilder::root(), "file", m, "x");
    const std::string path = write(*builder.build());
    Bytes image(path);
    const std::string leaf = image.get(kFirstLeafAt, kReiserFsBlock);
    const std::size_t at = leaf.find("the value of it");
    QVERIFY(at != std::string::npos);
    image.put(kFirstLeafAt + at, "T");
    const QString message = messageOf(path);
    QVERIFY2(message.contains(QLatin1String("user.name")) && message.contains(QLatin1String("file")),
             qPrintable(message));
}

// As Linux, which has no way to show them.
void TestReiserFsReader::leavesOutForeignAttributes()
{
    FileTreeBuilder builder;
    Metadata m;
    m.xattrs = builder.internXattrs({{"user.xy", "value"}});
    builder.addInlineFile(FileTreeBuilder::root(), "file", m, "x");
    const std::string path = write(*builder.build());
    Bytes image(path);
    const std::string leaf = image.get(kFirstLeafAt, kReiserFsBlock);
    const std::size_t at = leaf.find("user.xy");
    QVERIFY(at != std::string::npos);
    image.put(kFirstLeafAt + at, "osX2.xy");
    QVERIFY(
        changeEntry(path, "osX2.xy", [](ReiserFsEntry &entry) { entry.offset = reiserFsHash("osX2.xy"); }));
    const FileTreePtr tree = readReiserFsBack(path);
    QCOMPARE(tree->inodeAt(tree->find("/file")).xattrs, 0U);
}

void TestReiserFsReader::takesOtherMachinesHashes()
{
    const std::string file = encodeReiserFsXattr({"user.x", "some value"}).value();
    const auto withHash = [&file](std::uint32_t hash) {
        std::string changed = file;
        qToLittleEndian<quint32>(hash, changed.data() + 4);
        return decodeReiserFsXattr("user.x", changed);
    };
    const auto hash = qFromLittleEndian<quint32>(file.data() + 4);
    const std::uint32_t folded = (hash & 0xFFFF) + (hash >> 16);
    QCOMPARE(withHash(hash).value(), std::string("some value"));
    QCOMPARE(withHash((folded & 0xFFFF) + (folded >> 16)).value(), std::string("some value"));
    QVERIFY(!withHash(hash + 1));
    QVERIFY(!decodeReiserFsXattr("user.x", file.substr(0, 7)));
    // "ä" as machines have it whose letters are unsigned.
    QVERIFY(reiserFsHash("\xC3\xA4") != reiserFsHash("\xC3\xA4", true));
    QCOMPARE(reiserFsHash("abc"), reiserFsHash("abc", true));
}

void TestReiserFsReader::survivesDamage_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestReiserFsReader::survivesDamage()
{
    QFETCH(unsigned, seed);
    const std::string path = write(*randomTree(100 + seed, 150));
    std::uint64_t metadataEnd = kFirstLeafAt;
    Bytes image(path);
    while (decodeReiserFsBlockHead(image.get(metadataEnd, kReiserFsBlockHead).data()).level > 0 &&
           decodeReiserFsBlockHead(image.get(metadataEnd, kReiserFsBlockHead).data()).level < 5)
        metadataEnd += kReiserFsBlock;
    Damage damage;
    damage.mostChanges = 4;
    damage.place = [&](std::mt19937 &random) -> std::uint64_t {
        switch (random() % 8) {
        case 0:
            return kReiserFsSuperblockAt + random() % kReiserFsSuperblockSize;
        case 1:
            return kJournalHeadAt + random() % 48;
        case 2: // heads of a block and its first items
        case 3:
            return kFirstLeafAt +
                   random() % ((metadataEnd - kFirstLeafAt) / kReiserFsBlock) * kReiserFsBlock +
                   random() % 200;
        default:
            return kFirstLeafAt + random() % (metadataEnd - kFirstLeafAt);
        }
    };
    damage.read = [&] { return readReiserFsBack(path); };
    QVERIFY(refusals(path, seed, damage) > 0);
    QCOMPARE(messageOf(path), QString());
}

QTEST_GUILESS_MAIN(TestReiserFsReader)
#include "tst_reiserfsreader.moc"
