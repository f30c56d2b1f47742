// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One feature of Linux after the other, through star-balls: written here and read by other programs, and the
// other way round, entry by entry. What a program restores otherwise is told beforehand (starLosses()), and
// nothing else is.
#include "unit/formats/formatfixtures.h"

#include "assembly/formatlosses.h"
#include "formats/archivereader.h"
#include "formats/folderwriter.h"
#include "formats/spool.h"
#include "formats/starwriter.h"
#include "tree/acl.h"

#include <QDir>
#include <QTest>

#include <array>
#include <functional>

#include <unistd.h>

using namespace Refbox;
using namespace RefboxTest;

namespace {

using Handle = FileTreeBuilder::Handle;
constexpr Handle kRoot = FileTreeBuilder::root();

// Who writes it so that Refbox reads the same, and who restores it exactly from Refbox's star-ball.
enum Tool : unsigned { kGnu = 1, kBsd = 2, kStar = 4, kAll = 7 };

struct Feature
{
    const char *name;
    std::function<void(FileTreeBuilder &)> add;
    unsigned restoredBy = kAll;
    unsigned writtenBy = kAll; // besides Refbox
};

Metadata plain()
{
    Metadata metadata;
    metadata.mtime = {1'000'000'000, 123'456'789};
    return metadata;
}

Metadata with(const std::function<void(Metadata &)> &change)
{
    Metadata metadata = plain();
    change(metadata);
    return metadata;
}

Metadata at(Timestamp time)
{
    return with([&](Metadata &m) { m.mtime = time; });
}

Metadata withXattrs(FileTreeBuilder &builder, std::vector<XattrView> xattrs)
{
    return with([&](Metadata &m) { m.xattrs = builder.internXattrs(std::move(xattrs)); });
}

Metadata withAcl(FileTreeBuilder &builder, std::string_view name, const char *text)
{
    const std::string acl = aclToXattr(*aclFromText(text));
    Metadata metadata = withXattrs(builder, {{name, acl}});
    metadata.permissions = 0750; // as the mask and the others of these ACLs say
    return metadata;
}

std::string randomBytes(std::size_t size)
{
    std::mt19937 random(5);
    std::string bytes;
    while (bytes.size() < size)
        bytes += static_cast<char>(random());
    return bytes;
}

const std::string kHoles(70'000, 'h');
std::string holeFile; // holds kHoles

void addFile(FileTreeBuilder &builder, std::string_view name, const Metadata &metadata = plain())
{
    builder.addInlineFile(kRoot, name, metadata, "some bytes");
}

Handle addDeep(FileTreeBuilder &builder, std::size_t levels, std::size_t length)
{
    Handle folder = kRoot;
    for (std::size_t i = 0; i < levels; ++i)
        folder = builder.addDirectory(folder, std::string(length, static_cast<char>('a' + i % 26)), plain());
    return folder;
}

void addLinkGroup(FileTreeBuilder &builder, const Metadata &metadata)
{
    const Handle a = builder.addDirectory(kRoot, "a", plain());
    const Handle z = builder.addDirectory(kRoot, "z", plain());
    const Handle first = builder.addInlineFile(z, "first", metadata, "shared bytes");
    builder.addHardLink(a, "second", first);
    builder.addHardLink(kRoot, "third", first);
    builder.addInlineFile(a, "alone", metadata, "shared bytes");
}

const char *const kSomeAcl = "user::rwx,user:7:r--,group::r-x,group:2147483647:rw-,mask::r-x,other::---";

const std::vector<Feature> &features()
{
    using B = FileTreeBuilder;
    static const std::vector<Feature> all{
        {"empty file", [](B &b) { b.addInlineFile(kRoot, "f", plain(), ""); }},
        {"sizes about a block",
         [](B &b) {
             for (const std::size_t size : {511, 512, 513, 10'239, 10'240, 10'241})
                 b.addInlineFile(kRoot, std::to_string(size), plain(), randomBytes(size));
         }},
        {"permissions",
         [](B &b) {
             for (const std::uint16_t mode : {0, 0777, 04711, 02755, 01777, 07777, 0400})
                 addFile(b, std::to_string(mode), with([&](Metadata &m) { m.permissions = mode; }));
             b.addDirectory(kRoot, "d", with([](Metadata &m) { m.permissions = 03770; }));
         }},
        {"access ACL", [](B &b) { addFile(b, "f", withAcl(b, kAclAccess, kSomeAcl)); }},
        {"access ACL of a folder",
         [](B &b) { b.addDirectory(kRoot, "d", withAcl(b, kAclAccess, kSomeAcl)); }},
        {"default ACL", [](B &b) { b.addDirectory(kRoot, "d", withAcl(b, kAclDefault, kSomeAcl)); }},
        {"both ACLs",
         [](B &b) {
             const std::string acl = aclToXattr(*aclFromText(kSomeAcl));
             Metadata metadata = withXattrs(b, {{kAclAccess, acl}, {kAclDefault, acl}});
             metadata.permissions = 0750;
             b.addInlineFile(b.addDirectory(kRoot, "d", metadata), "f", plain(), "x");
         }},
        {"ACL with a large id",
         [](B &b) {
             addFile(b, "f",
                     withAcl(b, kAclAccess, "user::rwx,user:3000000000:r--,group::r-x,mask::r-x,other::---"));
         },
         kGnu, kGnu},
        {"xattrs",
         [](B &b) {
             const std::string binary("\0\n=\xFF\x80", 5);
             const std::string large = randomBytes(2000);
             addFile(b, "f",
                     withXattrs(b, {{"user.text", "words"},
                                    {"user.binary", binary},
                                    {"user.large", large},
                                    {"trusted.t", "for root"}}));
             b.addDirectory(kRoot, "d", withXattrs(b, {{"user.of-a_folder", "1"}}));
         }},
        {"an empty xattr",
         [](B &b) {
             addFile(b, "f", withXattrs(b, {{"user.empty", ""}}));
         },
         kAll},
        {"odd names of xattrs",
         [](B &b) {
             addFile(b, "f", withXattrs(b, {{"user.a b", "1"}, {"user.\xC3\xA9", "2"}}));
         },
         kAll},
        {"% and = in names of xattrs",
         [](B &b) {
             addFile(b, "f", withXattrs(b, {{"user.a%41", "1"}, {"user.b=c", "2"}}));
         },
         kGnu},
        {"capabilities",
         [](B &b) {
             static const std::string ping("\1\0\0\2\0\40\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20); // cap_net_raw=ep
             addFile(b, "ping", withXattrs(b, {{kCapability, ping}}));
         }},
        {"link group", [](B &b) { addLinkGroup(b, plain()); }},
        {"link group with ACL and xattrs",
         [](B &b) {
             const std::string acl = aclToXattr(*aclFromText(kSomeAcl));
             Metadata metadata = withXattrs(b, {{kAclAccess, acl}, {"user.x", "1"}});
             metadata.permissions = 0750;
             addLinkGroup(b, metadata);
         }},
        {"link group of symbolic links",
         [](B &b) { b.addHardLink(kRoot, "b", b.addSymlink(kRoot, "a", plain(), "target")); }},
        {"link group of fifos",
         [](B &b) { b.addHardLink(kRoot, "b", b.addSpecial(kRoot, "a", plain(), FileType::Fifo)); }, kAll,
         kBsd | kStar},
        {"holes",
         [](B &b) {
             const std::array<Extent, 2> extents{{{100'000, 10, 5000}, {900'000, 20'000, 40'000}}};
             b.addExtentsFile(kRoot, "sparse", plain(), b.internHostPath(kNoId, holeFile), 2'000'000,
                              extents);
             b.addExtentsFile(kRoot, "hole", plain(), b.internHostPath(kNoId, holeFile), 1'000'000, {});
         }},
        {"long names",
         [](B &b) {
             for (const std::size_t length : {99, 100, 101, 131, 155, 156, 255})
                 addFile(b, std::string(length, 'n'));
         }},
        {"long paths",
         [](B &b) {
             b.addInlineFile(addDeep(b, 3, 90), std::string(200, 'f'), plain(), "x");
             b.addInlineFile(addDeep(b, 12, 101), "f", plain(), "x");
         }},
        {"long targets",
         [](B &b) {
             for (const std::size_t length : {99, 100, 101, 1000, 4000})
                 b.addSymlink(kRoot, std::to_string(length), plain(), std::string(length, 't'));
             const Handle file = b.addInlineFile(addDeep(b, 4, 120), "f", plain(), "x");
             b.addHardLink(kRoot, "link", file);
         }},
        {"names that are no UTF-8",
         [](B &b) {
             addFile(b, "latin\xE9");
             addFile(b, "\xFF\xFE\x80");
             b.addSymlink(kRoot, "link\xE9", plain(), "latin\xE9");
             b.addHardLink(b.addDirectory(kRoot, "d\xC3", plain()), "\xE9",
                           b.addInlineFile(kRoot, "a\xE9", plain(), "x"));
         }},
        {"names in Unicode",
         [](B &b) {
             for (const char *name :
                  {"\xC3\xA9", "\xE6\x97\xA5\xE6\x9C\xAC", "\xF0\x9F\x98\x80", "\xE2\x80\xAE"})
                 addFile(b, name);
         }},
        {"names with letters in parts", [](B &b) { addFile(b, "e\xCC\x81"); }, kGnu | kStar},
        {"names that shells and pax records trip over",
         [](B &b) {
             for (const char *name :
                  {"new\nline", "back\\slash", "a=b", "%41", " ", "-rf", "*?[x]", "\x1B[31m", "..."})
                 addFile(b, name);
         }},
        {"large owners",
         [](B &b) {
             for (const std::uint32_t id :
                  {2'097'151U, 2'097'152U, 2'147'483'647U, 2'147'483'648U, 4'294'967'294U})
                 addFile(b, std::to_string(id), with([&](Metadata &m) {
                             m.uid = id;
                             m.gid = id - 1;
                         }));
         }},
        {"times of all kinds",
         [](B &b) {
             int number = 0;
             for (const Timestamp time :
                  {Timestamp{0, 0}, Timestamp{0, 1}, Timestamp{1'700'000'000, 999'999'999}, Timestamp{-1, 0},
                   Timestamp{-1'000'000'000, 0}, Timestamp{8'589'934'592, 5}, Timestamp{15'000'000'000, 0}})
                 addFile(b, std::to_string(number++), at(time));
         }},
        {"fractions before 1970",
         [](B &b) {
             addFile(b, "f", at({-2, 250'000'000}));
         },
         kGnu | kStar, kGnu | kStar},
        {"devices and fifos",
         [](B &b) {
             b.addSpecial(kRoot, "null", plain(), FileType::CharDevice, 1, 3);
             b.addSpecial(kRoot, "large", plain(), FileType::BlockDevice, 4095, 1'048'575);
             b.addSpecial(kRoot, "fifo", plain(), FileType::Fifo);
         }},
    };
    return all;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

struct Program
{
    Tool tool;
    const char *name;
    const char *extract; // before the archive's name
    const char *create;
};

constexpr std::array<Program, 3> kPrograms{{
    {kGnu, "tar",
     "--acls --xattrs --xattrs-include=* --numeric-owner --warning=no-timestamp --warning=no-unknown-keyword "
     "-xpf",
     "--format=posix --acls --xattrs --xattrs-include=* --numeric-owner --sparse -cf"},
    {kBsd, "bsdtar", "--acls --xattrs --numeric-owner -xpf",
     "--format=pax --acls --xattrs --numeric-owner -cf"},
    {kStar, "star", "-xp -acl -xattr-linux -numeric f=", "-c -acl -xattr-linux -sparse H=exustar f="},
}};

QStringList command(const char *options, const QString &archive)
{
    QStringList all = words(options);
    if (all.last().endsWith(QLatin1Char('=')))
        all.last() += archive;
    else
        all += archive;
    return all;
}

FileTreePtr treeOf(const Feature &feature)
{
    FileTreeBuilder builder(plain());
    feature.add(builder);
    return builder.build();
}

const Feature &featureNamed(const QString &name)
{
    return *std::ranges::find_if(features(), [&](const Feature &f) { return name == QLatin1String(f.name); });
}

} // namespace

class StarMatrixTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        holeFile = m_scratch.path("holes");
        writeFile(holeFile, kHoles);
    }

    void refboxReadsItsOwn_data() { addFeatures(); }
    void refboxReadsItsOwn()
    {
        QFETCH(QString, feature);
        const Scratch scratch;
        const FileTreePtr tree = treeOf(featureNamed(feature));
        for (const char *name : {"a.tar", "a.tar.zst"}) {
            StarOptions options;
            options.flush = false;
            options.compression = *compressionFromName(name);
            Progress progress;
            writeStar(*tree, FileTree::root(), scratch.path(name), options, progress);
            QCOMPARE(differences(*tree, *read(scratch.path(name))), QString());
        }
    }

    void othersRestoreIt_data() { addMatrix(); }
    void othersRestoreIt()
    {
        QFETCH(QString, feature);
        QFETCH(int, program);
        const Program &other = kPrograms[static_cast<std::size_t>(program)];
        if (!isRoot())
            QSKIP("only root can restore owners, devices and capabilities");
        if (!hasTool(QLatin1String(other.name)))
            QSKIP("the program is not installed");
        const Feature &one = featureNamed(feature);
        const bool isExact = (one.restoredBy & other.tool) != 0;
        // Whoever exports is told where not everybody restores the same.
        const FileTreePtr tree = treeOf(one);
        QCOMPARE(starLosses(*tree, FileTree::root()).empty(),
                 one.restoredBy == kAll || one.restoredBy == (kAll & ~kStar));

        const Scratch scratch;
        Progress progress;
        StarOptions options;
        options.flush = false;
        writeStar(*tree, FileTree::root(), scratch.path("a.tar"), options, progress);
        const QString out = scratch.qpath("out");
        QVERIFY(QDir().mkpath(out));
        const QString said =
            run(QLatin1String(other.name), command(other.extract, scratch.qpath("a.tar")), out);
        const QString found = differencesBelowRoot(*tree, *readFolder(out.toStdString(), progress));
        if (isExact)
            QCOMPARE(said + found, QString());
        else // else the warning should go
            QVERIFY2(!said.isEmpty() || !found.isEmpty(), "it is restored exactly after all");
    }

    void refboxReadsTheirs_data() { addMatrix(); }
    void refboxReadsTheirs()
    {
        QFETCH(QString, feature);
        QFETCH(int, program);
        const Program &other = kPrograms[static_cast<std::size_t>(program)];
        if (!isRoot())
            QSKIP("only root can make owners, devices and capabilities");
        if (!hasTool(QLatin1String(other.name)))
            QSKIP("the program is not installed");
        const Feature &one = featureNamed(feature);
        const Scratch scratch;
        Progress progress;
        writeFolder(*treeOf(one), FileTree::root(), scratch.path("in"), {false, false}, progress);
        const FileTreePtr folder = readFolder(scratch.path("in"), progress);
        QCOMPARE(run(QLatin1String(other.name),
                     command(other.create, scratch.qpath("a.tar")) + QStringList{QStringLiteral(".")},
                     scratch.qpath("in")),
                 QString());
        const QString found = differences(*folder, *read(scratch.path("a.tar")));
        if ((one.writtenBy & other.tool) != 0)
            QCOMPARE(found, QString());
        else
            QVERIFY2(!found.isEmpty(), "it is written exactly after all");
    }

    void cutShort_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.tar", "a.tar.gz", "a.tar.xz", "a.tar.zst"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    // At every place: an Error.
    void cutShort()
    {
        QFETCH(QString, name);
        const Scratch scratch;
        const std::string bytes = damageable(scratch, name.toStdString());
        std::vector<std::size_t> places;
        for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 150 + 1)
            places.push_back(at);
        if (name != QLatin1String("a.tar"))
            for (std::size_t before = 1; before <= 40; ++before)
                places.push_back(bytes.size() - before);
        // The padding behind an uncompressed archive's end mark is nobody's loss.
        const std::size_t end =
            name == QLatin1String("a.tar") ? bytes.find_last_not_of('\0') + 1 + 512 : bytes.size();
        for (const std::size_t place : places) {
            if (place >= end)
                continue;
            writeFile(scratch.path("cut"), bytes.substr(0, place));
            QVERIFY2(!errorOf([&] { read(scratch.path("cut")); }).isEmpty(),
                     qPrintable(QString::number(place)));
        }
    }

    void flippedBytes_data() { cutShort_data(); }

    // An Error, or, where nothing is summed up (contents of files, pax records), a tree all the same: never a
    // crash. Whatever has a checksum is never read as something else.
    void flippedBytes()
    {
        QFETCH(QString, name);
        const Scratch scratch;
        const FileTreePtr tree = damageableTree();
        const std::string bytes = damageable(scratch, name.toStdString());
        const bool isChecked = name.endsWith(QLatin1String(".gz")) || name.endsWith(QLatin1String(".xz"));
        int errors = 0;
        int trees = 0;
        for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 300 + 1) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
            writeFile(scratch.path("flipped"), damaged);
            FileTreePtr found;
            if (!errorOf([&] { found = read(scratch.path("flipped")); }).isEmpty()) {
                ++errors;
                continue;
            }
            ++trees;
            if (isChecked)
                QVERIFY2(differences(*tree, *found).isEmpty(), qPrintable(QString::number(at)));
        }
        QVERIFY(errors > 0);
        QVERIFY(isChecked || trees > 0 || name.endsWith(QLatin1String(".zst")));
    }

private:
    static FileTreePtr read(const std::string &path)
    {
        Spool spool;
        Progress progress;
        return readArchive(path, spool, progress).tree;
    }
    static FileTreePtr damageableTree()
    {
        RandomTreeOptions random;
        random.sockets = false;
        return randomTree(12, 60, random);
    }
    static std::string damageable(const Scratch &scratch, const std::string &name)
    {
        StarOptions options;
        options.flush = false;
        options.compression = *compressionFromName(name);
        Progress progress;
        writeStar(*damageableTree(), FileTree::root(), scratch.path(name), options, progress);
        return readFile(scratch.path(name));
    }
    static void addFeatures()
    {
        QTest::addColumn<QString>("feature");
        for (const Feature &feature : features())
            QTest::newRow(feature.name) << QString::fromLatin1(feature.name);
    }
    static void addMatrix()
    {
        QTest::addColumn<QString>("feature");
        QTest::addColumn<int>("program");
        for (const Feature &feature : features()) {
            for (std::size_t i = 0; i < kPrograms.size(); ++i)
                QTest::addRow("%s, %s", feature.name, kPrograms[i].name)
                    << QString::fromLatin1(feature.name) << static_cast<int>(i);
        }
    }

    Scratch m_scratch;
};

QTEST_GUILESS_MAIN(StarMatrixTest)
#include "tst_starmatrix.moc"
