// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/imageformat.h"

#include "formats/opentree.h"
#include "imagefixture.h"

#include <QDir>
#include <QTest>

#include <filesystem>

using namespace Refbox;
using namespace Refbox::Testing;

// What holds for every format alike. What each is in detail, its own tests know.
class TestImageFormat final : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void formats();
    void writesAndReadsEveryFormat_data() { formats(); }
    void writesAndReadsEveryFormat();
    void keepsToItsAbilities_data() { formats(); }
    void keepsToItsAbilities();
    void opensImagesOfEveryFormat_data() { formats(); }
    void opensImagesOfEveryFormat();
    void convertsEveryFormat_data() { formats(); }
    void convertsEveryFormat();
    void takesAUuid_data() { formats(); }
    void takesAUuid();
    void refusesALongLabel_data() { formats(); }
    void refusesALongLabel();
    void knowsNoOtherNames();

private:
    static ImageOptions optionsOf(ImageFormat format)
    {
        ImageOptions options;
        options.format = format;
        options.flush = false;
        return options;
    }
    // With everything that a tree can have, but nothing that some format refuses.
    FileTreePtr tree(unsigned seed, unsigned entries)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        Limits limits;
        limits.longestTarget = 1000;
        limits.largestHole = 500;
        return RandomTree(seed, at("host"), limits).make(entries);
    }
    ImageReport write(const FileTree &tree, const ImageOptions &options)
    {
        Progress progress;
        return writeImage(tree, at("image"), options, progress);
    }
    FileTreePtr read(ImageFormat format)
    {
        Progress progress;
        return readImage(format, at("image"), progress);
    }
};

void TestImageFormat::formats()
{
    QTest::addColumn<int>("number");
    for (const ImageFormatInfo &info : imageFormats())
        QTest::newRow(info.name.data()) << int(info.format);
}

void TestImageFormat::writesAndReadsEveryFormat()
{
    QFETCH(int, number);
    const auto format = static_cast<ImageFormat>(number);
    const ImageOptions options = optionsOf(format);
    for (unsigned seed = 1; seed < 5; ++seed) {
        const FileTreePtr made = tree(seed, seed * 60);
        const ImageReport report = write(*made, options);
        QCOMPARE(report.bytes, std::uint64_t(std::filesystem::file_size(at("image"))));
        QCOMPARE(report.contentBytes, made->contentBytes());
        if (imageFormatInfo(format).exactSize)
            QCOMPARE(imageSize(*made, options), report.bytes);
        else
            QVERIFY(imageSize(*made, options) >= report.bytes);
        QCOMPARE(differencesOf(*made, *read(format), storedComparison(options)), QByteArray());
        std::filesystem::remove_all(at("host"));
    }
}

// The table says neither too much, which the test above would show, nor too little.
void TestImageFormat::keepsToItsAbilities()
{
    QFETCH(int, number);
    const auto format = static_cast<ImageFormat>(number);
    const ImageOptions options = optionsOf(format);
    const ImageAbilities can = storedAbilities(options);
    FileTreeBuilder builder;
    Metadata m;
    m.mtime = {1700000000, 123456789};
    m.xattrs = builder.internXattrs({{"user.a", "1"},
                                     {kAclAccess, aclToXattr({{AclEntry::Tag::UserObj, 6, 0},
                                                              {AclEntry::Tag::User, 4, 1000},
                                                              {AclEntry::Tag::GroupObj, 4, 0},
                                                              {AclEntry::Tag::Mask, 4, 0},
                                                              {AclEntry::Tag::Other, 4, 0}})}});
    const auto file = builder.addInlineFile(0, "file", m, "bytes");
    builder.addHardLink(0, "name", file);
    Metadata other;
    other.xattrs = builder.internXattrs({{"trusted.t", "2"}});
    builder.addSymlink(0, "link", other, "file");
    builder.addSpecial(0, "fifo", other, FileType::Fifo);
    other.xattrs = 0;
    other.flags = kImmutable;
    builder.addInlineFile(0, "sealed", other, "x");
    other.flags = 0;
    other.mtime.seconds = -3000000000; // 1874
    builder.addInlineFile(0, "old", other, "x");
    const FileTreePtr made = builder.build();
    write(*made, options);
    CompareOptions exact;
    Progress progress;
    const FileTreePtr back = read(format);
    const auto lost = [&](Difference::Kind kind, const std::string &path) {
        const std::vector<Difference> all = compareTrees({*made}, {*back}, exact, progress);
        return std::ranges::any_of(all,
                                   [&](const Difference &d) { return d.kind == kind && d.path == path; });
    };
    QCOMPARE(lost(Difference::Kind::Acls, "/file"), !can.acls);
    QCOMPARE(lost(Difference::Kind::Xattrs, "/file"), !can.xattrs);
    QCOMPARE(lost(Difference::Kind::Xattrs, "/link"), !can.xattrsOfAll);
    QCOMPARE(lost(Difference::Kind::Xattrs, "/fifo"), !can.xattrsOfAll);
    QCOMPARE(lost(Difference::Kind::Flags, "/sealed"), !can.flags);
    QCOMPARE(lost(Difference::Kind::Links, "/file"), !can.hardLinks);
    QCOMPARE(lost(Difference::Kind::Time, "/file"), !can.nanoseconds);
    QCOMPARE(lost(Difference::Kind::Time, "/old"), can.earliest > -3000000000);
    QCOMPARE(differencesOf(*made, *back, storedComparison(options)), QByteArray());
}

void TestImageFormat::opensImagesOfEveryFormat()
{
    QFETCH(int, number);
    const auto format = static_cast<ImageFormat>(number);
    const FileTreePtr made = tree(7, 50);
    write(*made, optionsOf(format));
    QVERIFY(recogniseImage(at("image")) == format);
    Progress progress;
    const OpenedTree opened = openTree(at("image"), progress);
    QCOMPARE(opened.format, (imageTitle(format) + QStringLiteral(" image")).toStdString());
    QCOMPARE(opened.tree->nodeCount(), made->nodeCount());
    QVERIFY(!imageFormatAdvice(format).isEmpty());
    QVERIFY(imageFormatFromName(imageFormatInfo(format).name) == format);
}

// An image is made from another image as from any tree.
void TestImageFormat::convertsEveryFormat()
{
    QFETCH(int, number);
    const auto format = static_cast<ImageFormat>(number);
    const FileTreePtr made = tree(9, 80);
    write(*made, optionsOf(format));
    Progress progress;
    const FileTreePtr opened = readImage(format, at("image"), progress);
    writeImage(*opened, at("converted"), optionsOf(ImageFormat::Ext4), progress);
    const FileTreePtr converted = readImage(ImageFormat::Ext4, at("converted"), progress);
    QCOMPARE(differencesOf(*opened, *converted, storedComparison(optionsOf(ImageFormat::Ext4))),
             QByteArray());
    writeImage(*converted, at("back"), optionsOf(format), progress);
    QCOMPARE(
        differencesOf(*opened, *readImage(format, at("back"), progress), storedComparison(optionsOf(format))),
        QByteArray());
}

void TestImageFormat::takesAUuid()
{
    QFETCH(int, number);
    const auto format = static_cast<ImageFormat>(number);
    if (format == ImageFormat::SquashFs || format == ImageFormat::Iso9660)
        return; // these have none
    ImageOptions options = optionsOf(format);
    const FileTreePtr made = tree(3, 5);
    const std::string derived = write(*made, options).uuid;
    options.uuid = std::array<std::uint8_t, 16>{0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0,
                                                0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0};
    const std::string given = write(*made, options).uuid;
    QVERIFY(derived != given);
    QCOMPARE(given, std::string("12345678-9abc-def0-1234-56789abcdef0"));
    const ToolResult seen =
        runTool(systemTool(QStringLiteral("blkid")),
                {QStringLiteral("-p"), QStringLiteral("-o"), QStringLiteral("value"), QStringLiteral("-s"),
                 QStringLiteral("UUID"), QString::fromStdString(at("image"))});
    QCOMPARE(seen.output.trimmed(), QByteArray::fromStdString(given));
}

void TestImageFormat::refusesALongLabel()
{
    QFETCH(int, number);
    const auto format = static_cast<ImageFormat>(number);
    ImageOptions options = optionsOf(format);
    const std::size_t most = imageFormatInfo(format).labelBytes;
    options.label = std::string(most, 'L');
    const FileTreePtr made = tree(2, 4);
    write(*made, options);
    if (most == 0)
        return; // without labels, they are not looked at
    options.label += 'X';
    QVERIFY_THROWS_EXCEPTION(Error, write(*made, options));
}

void TestImageFormat::knowsNoOtherNames()
{
    QVERIFY(!imageFormatFromName("zfs"));
    QVERIFY(!imageFormatFromName(""));
    std::ofstream(at("text")) << std::string(100000, 'x');
    QVERIFY(!recogniseImage(at("text")));
    QVERIFY(!recogniseImage(at("none")));
    QVERIFY(!recogniseImage(m_dir->path().toStdString()));
}

QTEST_APPLESS_MAIN(TestImageFormat)
#include "tst_imageformat.moc"
