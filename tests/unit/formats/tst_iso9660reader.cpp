// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660reader.h"

#include "formats/folderreader.h"
#include "formats/iso9660attributes.h"
#include "formats/iso9660format.h"
#include "formats/iso9660writer.h"
#include "imagedamage.h"
#include "imagefixture.h"
#include "tree/content.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>
#include <sys/xattr.h>

using namespace Refbox;
using namespace Refbox::Testing;
using namespace std::string_view_literals;

namespace {

Limits isoLimits()
{
    Limits limits;
    limits.nanoseconds = false;
    limits.earliest = kIsoEarliest;
    limits.latest = kIsoLatest;
    limits.largestHole = 60;
    return limits;
}

// What the folders that other tools read, and their images, hold.
Limits portable()
{
    Limits limits = isoLimits();
    limits.flags = false;
    limits.acls = false;
    limits.xattrs = false;
    limits.earliest = -2147483648;
    limits.largestMinor = 255;
    limits.longestTarget = 200; // of one component, at which xorriso stops
    return limits;
}

} // namespace

class TestIso9660Reader : public QObject, protected ImageFolder
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
    void givesBackWhatWasWritten_data();
    void givesBackWhatWasWritten();
    void readsImagesOfXorriso_data();
    void readsImagesOfXorriso();
    void readsAttributesOfXorriso_data();
    void readsAttributesOfXorriso();
    void readsRelocatedFolders_data();
    void readsRelocatedFolders();
    void readsCompressedFiles();
    void readsPlainNames();
    void tellsVersionsApart();
    void tellsHardLinksFromCopies();
    void readsTimesOfBothForms();
    void decodesAttributesOfOtherWriters();
    void readsImagesThatAreNoneAsErrors();
    void refusesACutImage();
    void refusesEndlessFields();
    void refusesFoldersWithTwoNames();
    void refusesImpossibleNames_data();
    void refusesImpossibleNames();
    void survivesDamage_data();
    void survivesDamage();

private:
    QString qAt(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    FileTreePtr randomTree(unsigned seed, unsigned entries, const Limits &limits = isoLimits())
    {
        return RandomTree(seed, at("host"), limits).make(entries);
    }
    std::string write(const FileTree &tree)
    {
        ImageOptions options;
        options.flush = false;
        Progress progress;
        writeIso9660(tree, at("image"), options, progress);
        return at("image");
    }
    static FileTreePtr read(const std::string &path)
    {
        Progress progress;
        return readIso9660(path, progress);
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
    // A folder "source" with a random tree, filled by bsdtar.
    bool makeSource(const FileTree &tree)
    {
        write(tree);
        QDir(m_dir->path()).mkdir(QStringLiteral("source"));
        return runTool(systemTool(QStringLiteral("bsdtar")),
                       {QStringLiteral("-xpf"), qAt("image"), QStringLiteral("-C"), qAt("source")})
                   .code == 0;
    }
    QByteArray xorriso(const QString &arguments)
    {
        std::filesystem::remove(at("theirs"));
        const ToolResult result =
            runTool(systemTool(QStringLiteral("xorriso")),
                    arguments.arg(qAt("theirs"), qAt("source")).split(QLatin1Char(' ')));
        return result.code == 0 ? QByteArray() : result.output;
    }
    FileTreePtr source() const
    {
        Progress progress;
        return readFolder(at("source"), progress);
    }
    static QByteArray differences(const FileTree &folder, const FileTree &image)
    {
        CompareOptions options;
        options.nanoseconds = false;
        return differencesOf(folder, image, options);
    }
    QByteArray bytesOf(const std::string &path) const
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const std::string &path, qsizetype offset, const QByteArray &bytes)
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(offset);
        file.write(bytes.constData(), bytes.size());
    }
};

void TestIso9660Reader::givesBackWhatWasWritten_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 20; seed < 30; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed - 19) * 25;
    QTest::newRow("many") << 40U << 600U;
}

void TestIso9660Reader::givesBackWhatWasWritten()
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
    QVERIFY(bytesOf(at("image")) == bytesOf(at("first")));
}

void TestIso9660Reader::readsImagesOfXorriso_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<bool>("serials");
    QTest::newRow("as mkisofs") << QStringLiteral("-as mkisofs -quiet -R -o %1 %2") << false;
    QTest::newRow("with Joliet") << QStringLiteral("-as mkisofs -quiet -R -J -iso-level 3 -o %1 %2") << false;
    QTest::newRow("for backup") << QStringLiteral("-for_backup -outdev %1 -map %2 / -commit") << true;
    QTest::newRow("Rock Ridge 1.12") << QStringLiteral(
                                            "-compliance new_rr -hardlinks on -outdev %1 -map %2 / -commit")
                                     << true;
}

void TestIso9660Reader::readsImagesOfXorriso()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty() || systemTool(QStringLiteral("bsdtar")).isEmpty() ||
        geteuid() != 0)
        QSKIP("This needs xorriso, and bsdtar and root to make devices and owners");
    QFETCH(QString, arguments);
    QFETCH(bool, serials);
    QVERIFY(makeSource(*randomTree(50, 400, portable())));
    QCOMPARE(xorriso(arguments), QByteArray());
    const FileTreePtr folder = source();
    QVERIFY2(folder->nodeCount() > 300, QByteArray::number(folder->nodeCount()));
    const FileTreePtr seen = read(at("theirs"));
    QByteArray text;
    CompareOptions options;
    options.nanoseconds = false;
    Progress progress;
    for (const Difference &d : compareTrees({*folder}, {*seen}, options, progress)) {
        const Inode &inode = folder->inodeAt(folder->find(d.path));
        if (d.path == "/" && d.kind == Difference::Kind::Permissions) // it does not take them
            continue;
        // Without serial numbers nothing but the place of bytes tells hard links.
        if (!serials && d.kind == Difference::Kind::Links && (!inode.isRegular() || inode.size == 0))
            continue;
        text += differenceName(d.kind) + QByteArray(" ") + QByteArray::fromStdString(d.path) + '\n';
    }
    QCOMPARE(text, QByteArray());
    QCOMPARE(seen->nodeCount(), folder->nodeCount());
}

void TestIso9660Reader::readsAttributesOfXorriso_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("AAIP's form of ACLs")
        << QStringLiteral("-hardlinks on -acl on -xattr user -outdev %1 -map %2 / -commit");
    QTest::newRow("Rock Ridge 1.12") << QStringLiteral(
        "-compliance new_rr -acl on -xattr user -outdev %1 -map %2 / -commit");
    QTest::newRow("for backup") << QStringLiteral("-for_backup -outdev %1 -map %2 / -commit");
}

void TestIso9660Reader::readsAttributesOfXorriso()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty())
        QSKIP("xorriso is not installed");
    using Tag = AclEntry::Tag;
    const Acl acl{{Tag::UserObj, 7, 0}, {Tag::User, 6, 70000}, {Tag::GroupObj, 5, 0},
                  {Tag::Group, 1, 3},   {Tag::Mask, 5, 0},     {Tag::Other, 0, 0}};
    const std::string value = aclToXattr(acl);
    const std::string large(3000, 'v');
    std::filesystem::create_directories(at("source/folder/only default"));
    std::ofstream(at("source/folder/file")) << "bytes";
    const auto set = [&](const char *file, const std::string &name, const std::string &bytes) {
        return setxattr(at(file).c_str(), name.c_str(), bytes.data(), bytes.size(), 0) == 0;
    };
    if (!set("source/folder/file", "user.large", large) || !set("source/folder/file", "user.empty", {}) ||
        !set("source/folder", std::string(kAclAccess), value) ||
        !set("source/folder", std::string(kAclDefault), value) ||
        !set("source/folder/file", std::string(kAclAccess), value) ||
        !set("source/folder/only default", std::string(kAclDefault), value))
        QSKIP("The file system here holds no ACLs or no large attributes");
    QFETCH(QString, arguments);
    QCOMPARE(xorriso(arguments), QByteArray());
    QCOMPARE(differences(*source(), *read(at("theirs"))), QByteArray());
}

void TestIso9660Reader::readsRelocatedFolders_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("not relocated") << QStringLiteral("-outdev %1 -map %2 / -commit");
    QTest::newRow("into the root") << QStringLiteral(
        "-compliance deep_paths_off -outdev %1 -map %2 / -commit");
    QTest::newRow("into a folder") << QStringLiteral(
        "-compliance deep_paths_off -rr_reloc_dir rr_moved -outdev %1 -map %2 / -commit");
}

void TestIso9660Reader::readsRelocatedFolders()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty())
        QSKIP("xorriso is not installed");
    QFETCH(QString, arguments);
    std::string path = at("source");
    for (int i = 0; i < 25; ++i) {
        path += "/level" + std::to_string(i);
        std::filesystem::create_directories(path);
        std::ofstream(path + "/file" + std::to_string(i)) << std::string(100, 'x');
        std::filesystem::create_directory(path + "/aside");
        std::ofstream(path + "/aside/same") << i;
    }
    QCOMPARE(xorriso(arguments), QByteArray());
    QCOMPARE(differences(*source(), *read(at("theirs"))), QByteArray());
}

void TestIso9660Reader::readsCompressedFiles()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty())
        QSKIP("xorriso is not installed");
    std::filesystem::create_directory(at("source"));
    std::string text;
    for (int i = 0; text.size() < 500000; ++i)
        text += "line " + std::to_string(i * i) + '\n';
    std::ofstream(at("source/text")) << text;
    std::ofstream(at("source/whole blocks")) << text.substr(0, 65536);
    std::ofstream(at("source/small")) << "x";
    std::ofstream(at("source/empty"));
    std::ofstream(at("source/zeros")) << text.substr(0, 10) + std::string(400000, '\0') + text.substr(0, 10);
    const QByteArray failure =
        xorriso(QStringLiteral("-outdev %1 -map %2 / -set_filter_r --zisofs / -- -commit"));
    if (failure.contains("zisofs") && failure.contains("not"))
        QSKIP("This xorriso cannot compress");
    QCOMPARE(failure, QByteArray());
    const FileTreePtr back = read(at("theirs"));
    QCOMPARE(back->inodeAt(back->find("/text")).contentKind, ContentKind::Packed);
    QCOMPARE(differences(*source(), *back), QByteArray());
    const InodeId zeros = back->inodeOf(back->find("/zeros"));
    const ContentReader reader(*back, zeros);
    QCOMPARE(reader.nextData(0), std::uint64_t(0));
    QVERIFY(reader.nextData(200000) > std::uint64_t(200000));
    QCOMPARE(reader.nextData(400015), std::uint64_t(400015));
    // Into an image of our own it goes unpacked.
    QCOMPARE(differences(*source(), *read(write(*back))), QByteArray());
}

void TestIso9660Reader::readsPlainNames()
{
    if (systemTool(QStringLiteral("xorriso")).isEmpty())
        QSKIP("xorriso is not installed");
    std::filesystem::create_directories(at("source/Folder.Dir"));
    std::ofstream(at("source/Folder.Dir/readme.txt")) << "bytes";
    std::ofstream(at("source/noext")) << "more bytes";
    std::ofstream(at("source/empty.x"));
    QCOMPARE(xorriso(QStringLiteral("-as mkisofs -quiet --norock -iso-level 3 -o %1 %2")), QByteArray());
    const FileTreePtr tree = read(at("theirs"));
    QStringList paths;
    for (NodeId node = 0; node < tree->nodeCount(); ++node)
        paths << QString::fromStdString(tree->path(node));
    QCOMPARE(paths,
             QStringList({QStringLiteral("/"), QStringLiteral("/EMPTY.X"), QStringLiteral("/FOLDER.DIR"),
                          QStringLiteral("/FOLDER.DIR/README.TXT"), QStringLiteral("/NOEXT")}));
    const NodeId file = tree->find("/NOEXT");
    QCOMPARE(readAll(*tree, tree->inodeOf(file), 100), std::string("more bytes"));
    QCOMPARE(tree->inodeAt(file).permissions, std::uint16_t(0555));
    QCOMPARE(tree->inodeAt(file).uid, 0U);
}

// Records of our own without their fields.
void TestIso9660Reader::tellsVersionsApart()
{
    FileTreeBuilder builder;
    builder.addInlineFile(FileTreeBuilder::root(), "ab", {}, "newer");
    builder.addInlineFile(FileTreeBuilder::root(), "ac", {}, "older");
    const std::string image = write(*builder.build());
    const QByteArray bytes = bytesOf(image);
    put(image, bytes.indexOf("AB.;1"), "A.;21");
    put(image, bytes.indexOf("AC.;1"), "A.;11");
    put(image, bytes.indexOf(QByteArray("SP\7\1")), "XX");
    const FileTreePtr tree = read(image);
    QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("/A")), 100), std::string("newer"));
    QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("/A.;11")), 100), std::string("older"));
}

// Serial numbers alone do not make hard links, nor does one place of the bytes.
void TestIso9660Reader::tellsHardLinksFromCopies()
{
    FileTreeBuilder builder;
    const auto first = builder.addInlineFile(FileTreeBuilder::root(), "a", {}, "x");
    builder.addHardLink(FileTreeBuilder::root(), "b", first);
    builder.addHardLink(FileTreeBuilder::root(), "c", first);
    const std::string image = write(*builder.build());
    const auto links = [&] {
        const FileTreePtr tree = read(image);
        return tree->names(tree->inodeOf(tree->find("/b"))).size();
    };
    QCOMPARE(links(), std::size_t(3));
    const QByteArray bytes = bytesOf(image);
    const qsizetype posix = bytes.indexOf(QByteArray("PX\x2C\x01"), bytes.indexOf("B.;1"));
    // Another owner: another file.
    put(image, posix + 20, QByteArray("\7\0\0\0\0\0\0\7", 8));
    QCOMPARE(links(), std::size_t(1));
    put(image, posix + 20, bytes.mid(posix + 20, 8));
    // No serial numbers, and two links of each name: the third is another file.
    for (const char *name : {"A.;1", "B.;1", "C.;1"}) {
        const qsizetype px = bytes.indexOf(QByteArray("PX\x2C\x01"), bytes.indexOf(name));
        put(image, px + 12, QByteArray("\2\0\0\0\0\0\0\2", 8));
        put(image, px + 36, QByteArray(8, '\0'));
    }
    QCOMPARE(links(), std::size_t(2));
    // One link: none.
    for (const char *name : {"A.;1", "B.;1", "C.;1"})
        put(image, bytes.indexOf(QByteArray("PX\x2C\x01"), bytes.indexOf(name)) + 12,
            QByteArray("\1\0\0\0\0\0\0\1", 8));
    QCOMPARE(links(), std::size_t(1));
}

void TestIso9660Reader::readsTimesOfBothForms()
{
    char place[kIsoLongTime];
    for (const std::int64_t seconds :
         {kIsoEarliest, std::int64_t(-1), std::int64_t(0), std::int64_t(951782399), std::int64_t(951782400),
          std::int64_t(4107542400), kIsoLatest}) {
        putIsoShortTime(place, seconds);
        QCOMPARE(isoShortTime(place), std::optional(seconds));
        putIsoLongTime(place, seconds);
        QCOMPARE(isoLongTime(place)->seconds, seconds);
    }
    // East of Greenwich it is later.
    putIsoShortTime(place, 1000000000);
    place[6] = 4;
    QCOMPARE(isoShortTime(place), std::optional(std::int64_t(1000000000 - 3600)));
    place[6] = -8;
    QCOMPARE(isoShortTime(place), std::optional(std::int64_t(1000000000 + 7200)));
    place[1] = 13;
    QCOMPARE(isoShortTime(place), std::nullopt);
    QCOMPARE(isoLongTime("2001090901464077")->hundredths, 77U);
    QVERIFY(!isoLongTime("20010909014640  "));
}

void TestIso9660Reader::decodesAttributesOfOtherWriters()
{
    const auto decode = [](std::string_view bytes) { return decodeIsoAttributes(bytes, 0751); };
    // From the examples of the definition: an ACL that leaves nothing out, and a default one alone.
    const std::string_view example = "\0\0\0\x0B\x16\xAE\1\x7B\x34\xCE\2\xFF\xFE\x54\x64"sv;
    QCOMPARE(aclToText(*aclFromXattr(decode(example)->xattrs.at(0).second)),
             std::string("user::rw-,user:123:rw-,group::r--,group:65534:rw-,mask::r--,other::r--"));
    const auto inherited = decode("\0\0\0\x07\x81\x17\x35\x57\x65\xA7\0"sv);
    QVERIFY(!inherited); // a user without a number
    const auto sound = decode("\0\0\0\x08\x81\x17\x35\x57\x65\xAF\1\x7B"sv);
    QCOMPARE(sound->xattrs.at(0).first, std::string(kAclDefault));
    // What is left out comes from the permissions.
    const auto completed = decode("\0\0\0\x04\xAF\1\x7B\x57"sv);
    QCOMPARE(aclToText(*aclFromXattr(completed->xattrs.at(0).second)),
             std::string("user::rwx,user:123:rwx,group::r-x,mask::rwx,other::--x"));
    // Names in full, short and escaped, in pieces; those of isofs are no attributes.
    const auto names = decode("\0\6user.a\1\1x\0\1y\0\2\3b\0\0\0\2\1\2\0\0\0\4\4cx1\0\1z"sv);
    QVERIFY(names);
    QCOMPARE(names->xattrs.size(), std::size_t(3));
    QCOMPARE(names->xattrs[0], (std::pair<std::string, std::string>("user.a", "xy")));
    QCOMPARE(names->xattrs[1], (std::pair<std::string, std::string>("user.b", "")));
    QCOMPARE(names->xattrs[2], (std::pair<std::string, std::string>("\2", "")));
    QCOMPARE(decode("\0\3\4fa\0\2\4\x30"sv)->flags, std::uint8_t(kImmutable | kAppendOnly));
    for (const std::string_view wrong :
         {"\0\5a"sv, "\0\1a"sv, "\1\1a\0\1b"sv, "\0\0\0\3\xAE\5\1"sv, "\0\0\0\2\xA6\x16"sv})
        QVERIFY(!decode(wrong));
}

void TestIso9660Reader::readsImagesThatAreNoneAsErrors()
{
    std::ofstream(at("empty"));
    std::ofstream(at("zeros")) << std::string(100000, '\0');
    for (const char *name : {"empty", "zeros"}) {
        QVERIFY(messageOf(at(name)).contains(QLatin1String("no ISO 9660")));
        QVERIFY(!looksLikeIso9660(at(name)));
    }
    QVERIFY(messageOf(at("missing")).contains(QLatin1String("No such file")));
    QVERIFY(messageOf(at("host")).contains(QLatin1String("no regular file")));
    QVERIFY(messageOf("/dev/null").contains(QLatin1String("no regular file")));
    QVERIFY(looksLikeIso9660(write(*randomTree(1, 1))));
}

void TestIso9660Reader::refusesACutImage()
{
    FileTreeBuilder builder;
    builder.addInlineFile(FileTreeBuilder::root(), "file", {}, std::string(10000, 'x'));
    const std::string image = write(*builder.build());
    std::filesystem::resize_file(image, std::filesystem::file_size(image) - 2048);
    const QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("beyond the end")) && message.contains(QLatin1String("file")),
             qPrintable(message));
    std::filesystem::resize_file(image, 17 * 2048 + 100);
    QVERIFY(messageOf(image).contains(QLatin1String("beyond the end")));
}

// An area of fields that goes on with itself.
void TestIso9660Reader::refusesEndlessFields()
{
    FileTreeBuilder builder;
    builder.addSymlink(FileTreeBuilder::root(), "link", {}, std::string(4000, 't'));
    const std::string image = write(*builder.build());
    const QByteArray bytes = bytesOf(image);
    const qsizetype first = bytes.indexOf(QByteArray("CE\x1C\x01"), bytes.indexOf("LINK.;1"));
    const qsizetype second = bytes.indexOf(QByteArray("CE\x1C\x01"), first + 1);
    QVERIFY(first > 0 && second > first);
    put(image, second, bytes.mid(first, 28));
    QString message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("too")) || message.contains(QLatin1String("impossible")),
             qPrintable(message));
    // Without the target in it: an area of nothing but the way to itself.
    const qsizetype area = qsizetype{isoLittle32(bytes.constData() + first + 4)} * 2048 +
                           isoLittle32(bytes.constData() + first + 12);
    put(image, area, bytes.mid(first, 28) + QByteArray(4, '\0'));
    put(image, area + 20, QByteArray("\x1C\0\0\0\0\0\0\x1C", 8));
    message = messageOf(image);
    QVERIFY2(message.contains(QLatin1String("without end")), qPrintable(message));
}

void TestIso9660Reader::refusesFoldersWithTwoNames()
{
    FileTreeBuilder builder;
    const auto a = builder.addDirectory(FileTreeBuilder::root(), "folder", {});
    builder.addDirectory(a, "inside", {});
    const std::string image = write(*builder.build());
    const QByteArray bytes = bytesOf(image);
    const qsizetype inside = bytes.lastIndexOf("INSIDE") - 33;
    for (const qsizetype other : {bytes.lastIndexOf("FOLDER") - 33, qsizetype{16} * 2048 + 156}) {
        put(image, inside + 2, bytes.mid(other + 2, 16));
        const QString message = messageOf(image);
        QVERIFY2(message.contains(QLatin1String("two names")) && message.contains(QLatin1String("/folder")),
                 qPrintable(message));
    }
}

void TestIso9660Reader::refusesImpossibleNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("slash") << QByteArray("a/b");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("parent") << QByteArray("..");
    QTest::newRow("twice") << QByteArray("other");
}

void TestIso9660Reader::refusesImpossibleNames()
{
    QFETCH(QByteArray, name);
    FileTreeBuilder builder;
    builder.addInlineFile(FileTreeBuilder::root(), std::string(static_cast<std::size_t>(name.size()), 'f'),
                          {}, "x");
    builder.addInlineFile(FileTreeBuilder::root(), "other", {}, "x");
    const std::string image = write(*builder.build());
    QCOMPARE(messageOf(image), QString());
    const QByteArray before = QByteArray(name.size(), 'f');
    put(image, bytesOf(image).indexOf(QByteArray(1, '\0') + before), QByteArray(1, '\0') + name);
    QVERIFY(!messageOf(image).isEmpty());
}

void TestIso9660Reader::survivesDamage_data()
{
    QTest::addColumn<QString>("maker");
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 4; ++seed)
        QTest::addRow("ours %u", seed) << QString() << seed;
    QTest::newRow("backup") << QStringLiteral("-for_backup -outdev %1 -map %2 / -commit") << 4U;
    QTest::newRow("plain") << QStringLiteral("-as mkisofs -quiet --norock -o %1 %2") << 5U;
    QTest::newRow("relocated") << QStringLiteral("-compliance deep_paths_off -outdev %1 -map %2 / -commit")
                               << 6U;
    QTest::newRow("compressed") << QStringLiteral("-outdev %1 -map %2 / -set_filter_r --zisofs / -- -commit")
                                << 7U;
}

void TestIso9660Reader::survivesDamage()
{
    QFETCH(QString, maker);
    QFETCH(unsigned, seed);
    std::string image;
    if (maker.isEmpty()) {
        image = write(*randomTree(100 + seed, 200));
    } else {
        if (systemTool(QStringLiteral("xorriso")).isEmpty())
            QSKIP("xorriso is not installed");
        std::filesystem::create_directories(at("source/a/b/c/d/e/f/g/h/i/j/k"));
        for (int i = 0; i < 30; ++i)
            std::ofstream(at("source/a/file" + std::to_string(i)))
                << std::string(static_cast<std::size_t>(i) * 3000, 'x');
        std::ofstream(at("source/a/b/c/d/e/f/g/h/i/j/k/deep")) << "deep";
        std::filesystem::create_symlink("some/where/../else", at("source/a/b/link"));
        QCOMPARE(xorriso(maker), QByteArray());
        image = at("theirs");
    }
    const auto size = std::filesystem::file_size(image);
    Damage damage;
    // Descriptors, then tables and folders, which come before the files.
    damage.place = [size](std::mt19937 &random) {
        const auto end = std::min<std::uint64_t>(random() % 10 == 0 ? 36864 : 250000, size);
        return 32768 + random() % (end - 32768);
    };
    damage.read = [&] { return read(image); };
    QVERIFY(refusals(image, seed, damage) > 0);
    QCOMPARE(messageOf(image), QString());
}

QTEST_GUILESS_MAIN(TestIso9660Reader)
#include "tst_iso9660reader.moc"
