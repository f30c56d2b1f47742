// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4reader.h"

#include "formats/ext4writer.h"
#include "formats/folderreader.h"
#include "imagedamage.h"
#include "imagefixture.h"

#include <QDir>
#include <QTest>

#include <filesystem>

#include <ext2fs/ext2_fs.h>
#include <sys/stat.h>

using namespace Refbox;
using namespace Refbox::Testing;

class TestExt4Reader : public QObject, protected ImageFolder
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
    void readsImagesOfMke2fs_data();
    void readsImagesOfMke2fs();
    void readsImagesThatAreNotExt4AsErrors();
    void refusesAnUnreplayedJournal();
    void refusesUnknownFeatures();
    void refusesACutImage();
    void refusesLoopsOfFolders();
    void refusesDataInManyInodesThatAreOne();
    void refusesDataInInodesWithoutTheFeature();
    void refusesEndlessValuesOfAttributes();
    void survivesDamage_data();
    void survivesDamage();

private:
    // An image that mke2fs makes and debugfs fills; the latter's commands lie in a file.
    std::string made(const QStringList &options, const QByteArray &commands)
    {
        const QString image = QString::fromStdString(at("image"));
        const ToolResult result =
            runTool(systemTool(QStringLiteral("mke2fs")),
                    QStringList{QStringLiteral("-qF")} + options + QStringList{image, QStringLiteral("8M")});
        if (result.code != 0)
            qFatal("mke2fs failed: %s", result.output.constData());
        debug(commands);
        return at("image");
    }
    void debug(const QByteArray &commands)
    {
        std::ofstream(at("commands")) << commands.toStdString();
        runTool(systemTool(QStringLiteral("debugfs")),
                {QStringLiteral("-w"), QStringLiteral("-f"), QString::fromStdString(at("commands")),
                 QString::fromStdString(at("image"))});
    }
    static bool hasTools()
    {
        return !systemTool(QStringLiteral("mke2fs")).isEmpty() &&
               !systemTool(QStringLiteral("debugfs")).isEmpty();
    }
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        return RandomTree(seed, at("host")).make(entries);
    }
    std::string write(const FileTree &tree)
    {
        ImageOptions options;
        options.flush = false;
        Progress progress;
        writeExt4(tree, at("image"), options, progress);
        return at("image");
    }
    static FileTreePtr read(const std::string &path)
    {
        Progress progress;
        return readExt4(path, progress);
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
    template <typename Change>
    static void changeSuperblock(const std::string &path, Change change)
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        ext2_super_block super{};
        file.seekg(1024);
        file.read(reinterpret_cast<char *>(&super), sizeof super);
        change(super);
        file.seekp(1024);
        file.write(reinterpret_cast<const char *>(&super), sizeof super);
    }
};

void TestExt4Reader::givesBackWhatWasWritten_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 20; seed < 30; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed - 19) * 40;
    QTest::newRow("many") << 40U << 3000U;
}

void TestExt4Reader::givesBackWhatWasWritten()
{
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    const FileTreePtr back = read(write(*tree));
    QCOMPARE(differencesOf(*tree, *back), QByteArray());
    QCOMPARE(back->nodeCount(), tree->nodeCount());
    // What was read can be written again.
    std::filesystem::rename(at("image"), at("first"));
    const FileTreePtr again = read(write(*read(at("first"))));
    QCOMPARE(differencesOf(*tree, *again), QByteArray());
}

void TestExt4Reader::readsImagesOfMke2fs_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *name, const char *options) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '));
    };
    row("ext2, small blocks", "-t ext2 -b 1024 -I 128");
    row("ext3", "-t ext3 -b 1024 -I 256");
    row("ext4", "-t ext4 -b 4096");
    row("ext4, small blocks", "-t ext4 -b 2048 -O ^metadata_csum,uninit_bg");
    row("ext4, data in inodes", "-t ext4 -b 4096 -I 256 -O inline_data");
    row("ext4, large inodes with data", "-t ext4 -b 1024 -I 1024 -O inline_data");
    row("ext4, values in inodes", "-t ext4 -b 4096 -O ea_inode");
    row("ext4, clusters", "-t ext4 -b 4096 -O bigalloc -C 65536");
    row("ext4, checksum seed, meta_bg", "-t ext4 -b 1024 -O metadata_csum_seed,meta_bg,^resize_inode");
}

// The kernel fills the image from a tree, and its own view of it is the judge.
void TestExt4Reader::readsImagesOfMke2fs()
{
    const QString mke2fs = systemTool(QStringLiteral("mke2fs"));
    if (mke2fs.isEmpty())
        QSKIP("mke2fs is not installed");
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(QStringList, options);
    const ToolResult made =
        runTool(mke2fs, QStringList{QStringLiteral("-qF")} + options +
                            QStringList{QString::fromStdString(at("image")), QStringLiteral("256M")});
    QVERIFY2(made.code == 0, made.output);
    ImageOptions loose;
    loose.flush = false;
    Progress progress;
    writeExt4(*randomTree(50, 400), at("source"), loose, progress);
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt2"));
    {
        const LoopMount from(at("source"), m_dir->filePath(QStringLiteral("mnt2")));
        const LoopMount to(at("image"), m_dir->filePath(QStringLiteral("mnt")), "loop");
        if (!from.isMounted() || !to.isMounted())
            QSKIP("No loop device can be mounted here: " + from.reason() + to.reason());
        // What this file system cannot hold, such as long targets, stays behind.
        runTool(QStringLiteral("cp"), {QStringLiteral("-a"), m_dir->filePath(QStringLiteral("mnt2/.")),
                                       m_dir->filePath(QStringLiteral("mnt/tree"))});
        std::filesystem::remove(at("mnt/lost+found"));
    }
    FileTreePtr seen;
    QByteArray differences;
    {
        const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
        QVERIFY(mount.isMounted());
        seen = readFolder(at("mnt"), progress);
        differences = differencesOf(*seen, *read(at("image")));
    }
    QVERIFY2(seen->nodeCount() > 300, QByteArray::number(seen->nodeCount()));
    QCOMPARE(differences, QByteArray());
}

void TestExt4Reader::readsImagesThatAreNotExt4AsErrors()
{
    std::ofstream(at("empty"));
    std::ofstream(at("zeros")) << std::string(100000, '\0');
    for (const char *name : {"empty", "zeros"}) {
        QVERIFY(messageOf(at(name)).contains(QLatin1String("no ext2, ext3 or ext4")));
        QVERIFY(!extVersionOf(at(name)));
    }
    QVERIFY(messageOf(at("missing")).contains(QLatin1String("No such file")));
    QVERIFY(messageOf(at("host")).contains(QLatin1String("no regular file")));
    QVERIFY(messageOf("/dev/null").contains(QLatin1String("no regular file")));
    QVERIFY(extVersionOf(write(*randomTree(1, 1))) == ImageFormat::Ext4);
}

void TestExt4Reader::refusesAnUnreplayedJournal()
{
    const std::string image = write(*randomTree(1, 10));
    changeSuperblock(image,
                     [](ext2_super_block &s) { s.s_feature_incompat |= EXT3_FEATURE_INCOMPAT_RECOVER; });
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("journal")) && message.contains(QLatin1String("e2fsck")),
             qPrintable(message));
}

void TestExt4Reader::refusesUnknownFeatures()
{
    const std::string image = write(*randomTree(1, 10));
    changeSuperblock(image, [](ext2_super_block &s) { s.s_feature_incompat |= 0x80000000; });
    QVERIFY(messageOf(image).contains(QLatin1String("80000000")));
}

void TestExt4Reader::refusesACutImage()
{
    const std::string image = write(*randomTree(1, 100));
    std::filesystem::resize_file(image, std::filesystem::file_size(image) - 1);
    QVERIFY(messageOf(image).contains(QLatin1String("shorter")));
}

void TestExt4Reader::refusesLoopsOfFolders()
{
    const QString debugfs = systemTool(QStringLiteral("debugfs"));
    if (debugfs.isEmpty())
        QSKIP("debugfs is not installed");
    FileTreeBuilder builder;
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "a", {});
    builder.addDirectory(a, "b", {});
    const std::string image = write(*builder.build());
    for (const char *command : {"ln a a/b/again", "ln / a/b/root"}) {
        std::filesystem::copy_file(image, at("loop"), std::filesystem::copy_options::overwrite_existing);
        runTool(debugfs, {QStringLiteral("-w"), QStringLiteral("-R"), QString::fromLatin1(command),
                          QString::fromStdString(at("loop"))});
        const QString message = messageOf(at("loop"));
        QVERIFY2(message.contains(QLatin1String("two names")) && message.contains(QLatin1String("/a/b")),
                 qPrintable(message));
    }
}

// debugfs gives names without counting them: each would be a file of its own with 64 KiB in memory.
void TestExt4Reader::refusesDataInManyInodesThatAreOne()
{
    if (!hasTools())
        QSKIP("mke2fs or debugfs is not installed");
    std::ofstream(at("small")) << "small";
    const QByteArray source = QByteArray::fromStdString(at("small"));
    QByteArray commands = "write " + source + " first\n";
    const QStringList options{QStringLiteral("-t"), QStringLiteral("ext4"), QStringLiteral("-O"),
                              QStringLiteral("inline_data")};
    const std::string image = made(options, commands);
    QCOMPARE(read(image)->inodeAt(read(image)->find("/first")).contentKind, ContentKind::Inline);
    commands = "sif first size 65536\n" + QByteArray("expand_dir /\n").repeated(40); // ln makes no room
    for (int i = 0; i < 1100; ++i)
        commands += "ln first again" + QByteArray::number(i) + '\n';
    debug(commands);
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("more bytes than there can be")), qPrintable(message));
}

void TestExt4Reader::refusesDataInInodesWithoutTheFeature()
{
    if (!hasTools())
        QSKIP("mke2fs or debugfs is not installed");
    std::ofstream(at("small")) << "small";
    const std::string image = made({QStringLiteral("-t"), QStringLiteral("ext4")},
                                   "write " + QByteArray::fromStdString(at("small")) + " first\n");
    QCOMPARE(messageOf(image), QString());
    debug("sif first flags 0x10000000\n");
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("holds data")), qPrintable(message));
}

// A value of some bytes, spread over more blocks than the longest one needs.
void TestExt4Reader::refusesEndlessValuesOfAttributes()
{
    if (!hasTools())
        QSKIP("mke2fs or debugfs is not installed");
    std::ofstream(at("value")) << std::string(1024, 'v');
    const std::string image =
        made({QStringLiteral("-t"), QStringLiteral("ext4"), QStringLiteral("-b"), QStringLiteral("1024"),
              QStringLiteral("-O"), QStringLiteral("ea_inode")},
             "mkdir folder\nea_set -f " + QByteArray::fromStdString(at("value")) + " folder user.long\n");
    const FileTreePtr tree = read(image);
    const XattrSetId set = tree->inodeAt(tree->find("/folder")).xattrs;
    if (set == 0)
        QSKIP("This debugfs puts no values into inodes");
    QCOMPARE(tree->xattrs(set)[0].value.size(), std::size_t{1024}); // all that debugfs takes at once
    debug("fallocate <13> 5 1000\n"); // the folder is the first free inode, 12, the value the next one
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("more blocks than there are")), qPrintable(message));
}

void TestExt4Reader::survivesDamage_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("checksums");
    for (unsigned seed = 0; seed < 4; ++seed) {
        QTest::addRow("with checksums %u", seed) << seed << true;
        QTest::addRow("without checksums %u", seed) << seed << false;
    }
}

void TestExt4Reader::survivesDamage()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, checksums);
    const std::string image = write(*randomTree(100 + seed, 300));
    if (!checksums) {
        const ToolResult result =
            runTool(systemTool(QStringLiteral("tune2fs")),
                    {QStringLiteral("-O"), QStringLiteral("^metadata_csum"), QString::fromStdString(image)});
        if (result.code != 0)
            QSKIP("tune2fs cannot take the checksums away: " + result.output);
    }
    Damage damage;
    // The first 600 KB hold the superblock, the inodes and the folders.
    damage.place = [](std::mt19937 &random) -> std::uint64_t {
        return random() % 10 == 0 ? 1024 + random() % 1024 : random() % 600000;
    };
    damage.read = [&] { return read(image); };
    QVERIFY(refusals(image, seed, damage) > 0);
    QCOMPARE(messageOf(image), QString());
}

QTEST_GUILESS_MAIN(TestExt4Reader)
#include "tst_ext4reader.moc"
