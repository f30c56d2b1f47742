// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatfixtures.h"
#include "tarmaker.h"

#include "formats/archivereader.h"
#include "formats/folderwriter.h"
#include "formats/packedoutput.h"
#include "formats/spool.h"
#include "formats/starwriter.h"
#include "jobs/sha256.h"
#include "tree/acl.h"
#include "tree/content.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace Refbox;
using namespace RefboxTest;

namespace {

ArchiveContents readFrom(const std::string &path, const ArchiveOptions &options = {})
{
    Spool spool;
    Progress progress;
    return readArchive(path, spool, options, progress);
}

ArchiveContents readBytes(const Scratch &scratch, const std::string &bytes,
                          const ArchiveOptions &options = {})
{
    writeFile(scratch.path("archive"), bytes);
    return readFrom(scratch.path("archive"), options);
}

QString errorReading(const std::string &bytes, const ArchiveOptions &options = {})
{
    const Scratch scratch;
    return errorOf([&] { readBytes(scratch, bytes, options); });
}

std::string contentOf(const FileTree &tree, const char *path)
{
    const NodeId node = tree.find(path);
    return node == kNoId ? std::string("(missing)") : readAll(tree, tree.inodeOf(node), 1 << 20);
}

std::string packed(const std::string &bytes, Compression compression)
{
    struct Collected final : ByteSink
    {
        void write(std::span<const char> more) override { bytes.append(more.begin(), more.end()); }
        std::string bytes;
    };
    Collected collected;
    Progress progress;
    PackedOutput output(collected, compression, 0, 1, progress);
    output.write(bytes);
    output.finish();
    return collected.bytes;
}

} // namespace

#define VERIFY_ERROR(bytes, part)                                                                            \
    do {                                                                                                     \
        const QString text = errorReading(bytes);                                                            \
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(QStringLiteral("got: ") + text));            \
    } while (false)

class ArchiveReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesMissingFolders();
    void aFoldersLastEntryCounts();
    void refusesTwoEntriesOfOneName();
    void refusesAbsoluteNames();
    void hardLinksBeforeAndAfterTheirTargets();
    void namesAreBytes();
    void readsStarsRecords();
    void readsAclsByName();
    void readsTheOldestTar();
    void readsDevices();
    void readsHoles();
    void refusesStarsSparseFiles();
    void verifiesTheChecksumsBesideIt();
    void verifiesTheChecksumsOfParts();
    void readsGzipMembers();
    void leavesOutPackageControl();
    void readsDebianPackages();
    void readsCpio_data();
    void readsCpio();
    void readsZip();
    void readsSevenZip();
    void anEmptyArchiveIsAnEmptyTree();
    void refusesWhatLeadsOut();
    void refusesSymbolicLinksAsFolders();
    void refusesLinksThatGoNowhere();
    void refusesWhatIsNoArchive();
    void refusesSizesThatLie();
    void refusesBombs();
    void refusesImpossibleNumbers();
    void noticesDamage();
    void everyTruncationIsNoticed();
    void survivesRandomDamage_data();
    void survivesRandomDamage();
    void cancelsSoon();
};

void ArchiveReaderTest::makesMissingFolders()
{
    const Scratch scratch;
    const ArchiveContents read =
        readBytes(scratch, TarMaker().file("a/b/c", "deep").file("a//./d/", "").folder("a").end());
    const FileTree &tree = *read.tree;
    QCOMPARE(contentOf(tree, "/a/b/c"), std::string("deep"));
    QCOMPARE(tree.inodeAt(tree.find("/a/b")).permissions, 0755);
    QVERIFY(tree.inodeAt(tree.find("/a/d")).isDirectory());
    QVERIFY(read.remarks.empty());
}

void ArchiveReaderTest::aFoldersLastEntryCounts()
{
    const Scratch scratch;
    TarMaker tar;
    tar.folder("d").file("d/f");
    tar.add({.name = "d", .type = '5', .mode = "0000700"});
    const FileTreePtr tree = readBytes(scratch, tar.end()).tree;
    QCOMPARE(tree->inodeAt(tree->find("/d")).permissions, 0700);
    QVERIFY(tree->find("/d/f") != kNoId);
}

void ArchiveReaderTest::refusesTwoEntriesOfOneName()
{
    const char *const why = "more than one entry of this name";
    VERIFY_ERROR(TarMaker().file("f", "old").file("f", "new").end(), why);
    VERIFY_ERROR(TarMaker().symlink("f", "x").file("f").end(), why);
    VERIFY_ERROR(TarMaker().file("f").folder("f").end(), why);
    VERIFY_ERROR(TarMaker().file("a").file("b").hardLink("a", "b").end(), why);
    // A link that waits for its target, and then a file in its place.
    VERIFY_ERROR(TarMaker().hardLink("b", "a").file("b").file("a").end(), why);
    // A link to itself, or one told twice, is only idle.
    const Scratch scratch;
    const FileTreePtr tree =
        readBytes(scratch,
                  TarMaker().file("a").hardLink("a", "a").hardLink("b", "a").hardLink("b", "a").end())
            .tree;
    QCOMPARE(tree->names(tree->inodeOf(tree->find("/a"))).size(), std::size_t(2));
}

void ArchiveReaderTest::refusesAbsoluteNames()
{
    VERIFY_ERROR(TarMaker().file("/etc/passwd").end(), "Its name is absolute");
    VERIFY_ERROR(TarMaker().file("a").hardLink("b", "/a").end(), "Its target /a is absolute");
    // Only the root itself cannot be anywhere else.
    const Scratch scratch;
    QVERIFY(readBytes(scratch, TarMaker().folder("/").file("a").end()).tree->find("/a") != kNoId);
}

void ArchiveReaderTest::hardLinksBeforeAndAfterTheirTargets()
{
    const Scratch scratch;
    TarMaker tar;
    tar.hardLink("c", "b")
        .hardLink("b", "./a")
        .file("a", "bytes")
        .hardLink("d/e", "c")
        .symlink("s", "x")
        .hardLink("t", "s");
    const FileTreePtr tree = readBytes(scratch, tar.end()).tree;
    QCOMPARE(tree->names(tree->inodeOf(tree->find("/a"))).size(), std::size_t(4));
    QCOMPARE(contentOf(*tree, "/d/e"), std::string("bytes"));
    QCOMPARE(tree->inodeOf(tree->find("/s")), tree->inodeOf(tree->find("/t")));
    QVERIFY(tree->inodeAt(tree->find("/t")).isSymlink());
}

void ArchiveReaderTest::namesAreBytes()
{
    const Scratch scratch;
    TarMaker tar;
    tar.file("\xFF\xFE").file("new\nline").pax("path", "e\xCC\x81").file("x", "decomposed");
    tar.pax("path", "\xC3\xA9")
        .file("x", "composed")
        .pax("path", "\xFE\xFF")
        .file("x")
        .pax("linkpath", "\xC3(e\xCC\x81");
    tar.symlink("s", "x").pax("linkpath", "e\xCC\x81").hardLink("h", "x");
    const FileTreePtr tree = readBytes(scratch, tar.end()).tree;
    QCOMPARE(tree->nodeCount(), 8U);
    QCOMPARE(contentOf(*tree, "e\xCC\x81"), std::string("decomposed"));
    QCOMPARE(contentOf(*tree, "\xC3\xA9"), std::string("composed"));
    QVERIFY(tree->find("\xFF\xFE") != kNoId && tree->find("\xFE\xFF") != kNoId &&
            tree->find("new\nline") != kNoId);
    QVERIFY(tree->symlinkTarget(tree->inodeOf(tree->find("s"))) == "\xC3(e\xCC\x81");
    QCOMPARE(tree->inodeOf(tree->find("h")), tree->inodeOf(tree->find("e\xCC\x81")));
}

void ArchiveReaderTest::readsStarsRecords()
{
    const Scratch scratch;
    const std::string record =
        "SCHILY.acl.access=user::rw-,user:daemon:r--:7,group::r-x,mask::r-x,other::---\n";
    std::string body;
    for (std::string line :
         {record, std::string("SCHILY.acl.default=user::rwx,group::r-x,other::r-x\n"),
          std::string("SCHILY.xattr.user.raw=a\0b\nc=d\n", 30), std::string("SCHILY.fflags=schg,nodump\n"),
          std::string("SCHILY.xattr.user.per%25cent=1\n"), std::string("mtime=12.000000345\n"),
          std::string("SCHILY.unheard-of=1\n")}) {
        std::size_t length = line.size() + 2;
        while (std::to_string(length).size() + 1 + line.size() != length)
            ++length;
        body += std::to_string(length) + ' ' + line;
    }
    TarMaker tar;
    tar.add({.name = "pax", .type = 'x', .content = body}).add({.name = "d", .type = '5', .mode = "0002675"});
    const FileTreePtr tree = readBytes(scratch, tar.end()).tree;
    const InodeId inode = tree->inodeOf(tree->find("/d"));
    const auto acl = aclFromXattr(tree->xattr(inode, kAclAccess).value_or(""));
    QVERIFY(acl.has_value());
    QCOMPARE(aclToText(*acl), std::string("user::rw-,user:7:r--,group::r-x,mask::r-x,other::---"));
    QCOMPARE(tree->inode(inode).permissions, 02650); // the group's bits are the mask's
    QVERIFY(aclFromXattr(tree->xattr(inode, kAclDefault).value_or("")).has_value());
    QVERIFY(tree->xattr(inode, "user.raw") == std::string_view("a\0b\nc=d", 7));
    QVERIFY(tree->xattr(inode, "user.per%cent") == "1");
    QCOMPARE(tree->inode(inode).flags, std::uint8_t(kImmutable | kNoDump));
    QCOMPARE(tree->inode(inode).mtime(), (Timestamp{12, 345}));
}

void ArchiveReaderTest::readsAclsByName()
{
    const Scratch scratch;
    TarMaker tar;
    tar.pax("uname", "somebody").add({.name = "first", .uid = "0000123"});
    tar.pax("SCHILY.acl.access",
            "user::rw-,user:somebody:r--,user:nobody-knows:rwx,group::r--,mask::r--,other::---");
    tar.file("second");
    const ArchiveContents read = readBytes(scratch, tar.end());
    const auto acl = aclFromXattr(
        read.tree->xattr(read.tree->inodeOf(read.tree->find("/second")), kAclAccess).value_or(""));
    QVERIFY(acl.has_value());
    QCOMPARE(aclToText(*acl), std::string("user::rw-,user:83:r--,group::r--,mask::r--,other::---"));
    QCOMPARE(read.remarks.size(), std::size_t(1));
    QVERIFY(read.remarks[0].find("nobody-knows") != std::string::npos);
}

void ArchiveReaderTest::readsTheOldestTar()
{
    const Scratch scratch;
    TarMaker tar;
    tar.add({.name = "d/", .type = '\0', .ustar = false});
    tar.add({.name = "d/\xC3\xA9/", .type = '\0', .ustar = false});
    tar.add({.name = "d/f", .type = '\0', .content = "seven", .ustar = false});
    const FileTreePtr tree = readBytes(scratch, tar.end()).tree;
    QVERIFY(tree->inodeAt(tree->find("/d")).isDirectory());
    QVERIFY(tree->inodeAt(tree->find("/d/\xC3\xA9")).isDirectory());
    QCOMPARE(contentOf(*tree, "/d/f"), std::string("seven"));
}

void ArchiveReaderTest::readsDevices()
{
    const Scratch scratch;
    TarMaker tar;
    tar.add({.name = "null", .type = '3', .major = "0000001", .minor = "0000003"});
    tar.add({.name = "disk", .type = '4', .major = "0007777", .minor = "3777777"})
        .add({.name = "fifo", .type = '6'});
    const FileTreePtr tree = readBytes(scratch, tar.end()).tree;
    QCOMPARE(tree->inodeAt(tree->find("/null")).type, FileType::CharDevice);
    QCOMPARE(tree->inodeAt(tree->find("/disk")).deviceMajor(), 4095U);
    QCOMPARE(tree->inodeAt(tree->find("/disk")).deviceMinor(), (1U << 20) - 1);
    QCOMPARE(tree->inodeAt(tree->find("/fifo")).type, FileType::Fifo);
}

void ArchiveReaderTest::readsHoles()
{
    // A sparse file in the form of GNU's pax 1.0: the map stands before the data.
    const Scratch scratch;
    const std::string map = "2\n4096\n3\n8192\n2\n";
    TarMaker tar;
    const auto record = [](const std::string &text) { return std::to_string(text.size() + 3) + ' ' + text; };
    tar.add({.name = "pax",
             .type = 'x',
             .content = record("GNU.sparse.major=1\n") + record("GNU.sparse.minor=0\n") +
                        record("GNU.sparse.name=holes\n") + record("GNU.sparse.realsize=9999\n")});
    tar.add(
        {.name = "GNUSparseFile.0/holes", .content = map + std::string(512 - map.size(), '\0') + "abcde"});
    tar.file("next", "1");
    std::string expected(9999, '\0');
    expected.replace(4096, 3, "abc").replace(8192, 2, "de");
    for (const bool inPlace : {false, true}) {
        ArchiveOptions options;
        options.contentInPlace = inPlace;
        const FileTreePtr tree = readBytes(scratch, tar.end(), options).tree;
        QVERIFY(contentOf(*tree, "/holes") == expected);
        QCOMPARE(tree->inodeAt(tree->find("/holes")).contentKind, ContentKind::Extents);
        QCOMPARE(contentOf(*tree, "/next"), std::string("1"));
    }
}

void ArchiveReaderTest::refusesStarsSparseFiles()
{
    // Its map stands before the data, where libarchive takes it for data.
    const std::string stored(1500, 's');
    TarMaker typed;
    typed.add({.name = "holes", .type = 'S', .content = stored}).file("next");
    TarMaker sized;
    sized.pax("SCHILY.realsize", "9000").add({.name = "holes", .type = 'S', .content = stored}).file("next");
    TarMaker untyped;
    untyped.pax("SCHILY.realsize", "9000").add({.name = "holes", .content = stored}).file("next");
    const Scratch scratch;
    for (const bool inPlace : {false, true}) {
        ArchiveOptions options;
        options.contentInPlace = inPlace;
        for (const TarMaker *tar : {&typed, &sized, &untyped}) {
            const QString error = errorReading(tar->end(), options);
            QVERIFY2(error.contains(QLatin1String("entry holes")) && error.contains(QLatin1String("-sparse")),
                     qPrintable(error));
        }
        // What says its whole size has no holes.
        TarMaker whole;
        whole.pax("SCHILY.realsize", "1500").add({.name = "whole", .content = stored});
        QCOMPARE(contentOf(*readBytes(scratch, whole.end(), options).tree, "/whole"), stored);
    }
}

void ArchiveReaderTest::verifiesTheChecksumsBesideIt()
{
    const std::string tar = TarMaker().file("a", std::string(300'000, 'a')).file("b", "bytes").end();
    std::string damagedTar = tar;
    damagedTar[100'000] = 'b'; // tar itself cannot tell
    const Scratch scratch;
    const std::string list = scratch.path("archive.sha256");
    for (const Compression compression : {Compression::None, Compression::Zstd}) {
        const std::string good = packed(tar, compression);
        const std::string damaged = packed(damagedTar, compression);
        const std::string digits = hexOf(sha256Of(good));
        for (const bool inPlace : {false, true}) {
            ArchiveOptions options;
            options.contentInPlace = inPlace;
            const auto error = [&](const std::string &bytes) {
                return errorOf([&] { readBytes(scratch, bytes, options); });
            };
            for (const std::string &text :
                 {digits + "  archive\n", "# sums\n" + digits + " *./archive\r\n", digits,
                  "# joined: " + QString::fromStdString(digits).toUpper().toStdString() + "  archive\n"}) {
                writeFile(list, text);
                QCOMPARE(error(good), QString());
                const QString refused = error(damaged);
                QVERIFY2(refused.contains(QString::fromStdString(list)) &&
                             refused.contains(QString::fromStdString(digits)),
                         qPrintable(refused));
            }
            // Of another file, or no list at all.
            for (const std::string &text : {digits + "  other\n", std::string("old"), std::string()}) {
                writeFile(list, text);
                QCOMPARE(error(damaged), QString());
            }
        }
    }
}

void ArchiveReaderTest::verifiesTheChecksumsOfParts()
{
    const std::string tar = TarMaker().file("a", std::string(300'000, 'a')).file("b", "bytes").end();
    const std::string first = tar.substr(0, 200'000);
    const std::string second = tar.substr(200'000);
    const Scratch scratch;
    writeFile(scratch.path("n.tar.001"), first);
    writeFile(scratch.path("n.tar.002"), second);
    const std::string lines =
        hexOf(sha256Of(first)) + "  n.tar.001\n" + hexOf(sha256Of(second)) + "  n.tar.002\n";
    const std::string list = scratch.path("n.tar.sha256");
    const auto error = [&] { return errorOf([&] { readFrom(scratch.path("n.tar.001")); }); };
    writeFile(list, lines + "# joined: " + hexOf(sha256Of(tar)) + "  n.tar\n");
    QCOMPARE(error(), QString());
    writeFile(list, lines + hexOf(sha256Of(tar)) + "  n.tar.003\n");
    QVERIFY2(error().contains(QLatin1String("n.tar.003")), qPrintable(error()));
    writeFile(list, lines.substr(0, lines.find('\n') + 1));
    QVERIFY2(error().contains(QLatin1String("n.tar.002")), qPrintable(error()));
    writeFile(list, lines);
    std::string damaged = second;
    damaged[50'000] = 'b';
    writeFile(scratch.path("n.tar.002"), damaged);
    QVERIFY2(error().contains(QLatin1String("n.tar.002")), qPrintable(error()));
    // Whoever joined them finds the whole's checksum in the list.
    writeFile(list, lines + "# joined: " + hexOf(sha256Of(tar)) + "  n.tar\n");
    writeFile(scratch.path("n.tar"), tar);
    QCOMPARE(errorOf([&] { readFrom(scratch.path("n.tar")); }), QString());
    writeFile(scratch.path("n.tar"), first + damaged);
    QVERIFY(!errorOf([&] { readFrom(scratch.path("n.tar")); }).isEmpty());
}

void ArchiveReaderTest::readsGzipMembers()
{
    if (!hasTool(QStringLiteral("gzip")))
        QSKIP("no gzip");
    const Scratch scratch;
    const std::string tar = TarMaker().file("a", std::string(3000, 'a')).file("b").end();
    writeFile(scratch.path("1"), tar.substr(0, 700));
    writeFile(scratch.path("2"), tar.substr(700));
    QCOMPARE(run(QStringLiteral("gzip"), {scratch.qpath("1"), scratch.qpath("2")}), QString());
    const std::string packed = readFile(scratch.path("1.gz")) + readFile(scratch.path("2.gz"));
    const ArchiveContents read = readBytes(scratch, packed + std::string(700, '\0'));
    QCOMPARE(contentOf(*read.tree, "/a"), std::string(3000, 'a'));
    QVERIFY(read.format.ends_with(", gzip"));
    // Flipped bits: what the reader itself cannot see, gzip's checksum knows; the rest is the header's small
    // talk.
    for (std::size_t at = 20; at < packed.size(); at += 7) {
        std::string damaged = packed;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        writeFile(scratch.path("damaged"), damaged);
        QString found;
        const QString error =
            errorOf([&] { found = differences(*read.tree, *readFrom(scratch.path("damaged")).tree); });
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
}

void ArchiveReaderTest::leavesOutPackageControl()
{
    const Scratch scratch;
    // As apk has it: signature and control parts without end marks, then the files.
    TarMaker apk;
    apk.file(".SIGN.RSA.key")
        .file(".PKGINFO")
        .file(".post-install")
        .file("bin/tool")
        .file(".hidden")
        .file(".trigger");
    const ArchiveContents read = readBytes(scratch, apk.end());
    const FileTreePtr &tree = read.tree;
    QCOMPARE(read.scripts, std::vector<std::string>{"post-install"});
    QCOMPARE(tree->nodeCount(), 5U);
    QVERIFY(tree->find("/.trigger") != kNoId); // after the files began it is one
    QCOMPARE(readBytes(scratch, TarMaker().file("a").file(".PKGINFO").end()).tree->nodeCount(), 3U);
}

void ArchiveReaderTest::readsDebianPackages()
{
    if (!hasTool(QStringLiteral("dpkg-deb")))
        QSKIP("no dpkg-deb to make a package with");
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("p/DEBIAN")) && QDir().mkpath(scratch.qpath("p/usr/bin")));
    QCOMPARE(::chmod(scratch.path("p/DEBIAN").c_str(), 0755), 0);
    writeFile(scratch.path("p/DEBIAN/control"),
              "Package: small\nVersion: 1\nArchitecture: all\nMaintainer: nobody <a@b>\n"
              "Description: small\n");
    for (const char *script : {"p/DEBIAN/postinst", "p/DEBIAN/prerm"}) {
        writeFile(scratch.path(script), "#!/bin/sh\n");
        QCOMPARE(::chmod(scratch.path(script).c_str(), 0755), 0);
    }
    writeFile(scratch.path("p/usr/bin/tool"), "#!/bin/sh\n");
    QCOMPARE(::link(scratch.path("p/usr/bin/tool").c_str(), scratch.path("p/usr/bin/twin").c_str()), 0);
    for (const char *compression : {"none", "gzip", "xz", "zstd"}) {
        const QString made =
            run(QStringLiteral("dpkg-deb"),
                {QStringLiteral("--root-owner-group"), QStringLiteral("-Z") + QLatin1String(compression),
                 QStringLiteral("-b"), scratch.qpath("p"), scratch.qpath("a.deb")});
        if (!made.isEmpty())
            continue; // older ones know no zstd
        const ArchiveContents read = readFrom(scratch.path("a.deb"));
        QCOMPARE(contentOf(*read.tree, "/usr/bin/tool"), std::string("#!/bin/sh\n"));
        QCOMPARE(read.tree->inodeOf(read.tree->find("/usr/bin/tool")),
                 read.tree->inodeOf(read.tree->find("/usr/bin/twin")));
        QCOMPARE(read.tree->nodeCount(), 5U);
        QVERIFY2(read.format.starts_with("Debian package, "), read.format.c_str());
        std::vector<std::string> scripts = read.scripts;
        std::ranges::sort(scripts);
        QCOMPARE(scripts, (std::vector<std::string>{"postinst", "prerm"}));
        const std::string bytes = readFile(scratch.path("a.deb"));
        QVERIFY(!errorReading(bytes.substr(0, bytes.size() - bytes.size() / 4)).isEmpty());
    }
    QVERIFY(!errorReading("!<arch>\ndebian-binary   0           0     0     100644  4         `\n2.0\n")
                 .isEmpty());
}

void ArchiveReaderTest::readsCpio_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"newc", "crc", "odc", "ustar"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void ArchiveReaderTest::readsCpio()
{
    QFETCH(QString, format);
    if (!hasTool(QStringLiteral("cpio")))
        QSKIP("no cpio");
    const Scratch scratch;
    RandomTreeOptions random;
    random.sockets = random.xattrs = false;
    random.modest = true;
    random.owners = random.devices = isRoot();
    random.oddNames = format != QLatin1String("ustar"); // cpio's list of names cannot hold a newline
    const FileTreePtr tree = randomTree(31, 120, random);
    Progress progress;
    writeFolder(*tree, FileTree::root(), scratch.path("in"), {!isRoot(), false}, progress);
    // Names that ustar cannot hold are left out by cpio, with a message. But the target of a hard link it
    // cuts after 100 bytes without one: files of several names have short ones here.
    const QString names = format == QLatin1String("ustar")
                              ? QStringLiteral("-regextype posix-extended ! \\( ! -type d -links +1 "
                                               "-regex '.{101,}' \\)")
                              : QString();
    const QString command =
        QStringLiteral("LC_ALL=C find . %1 -print0 | LC_ALL=C sort -z | cpio -0 -o --quiet -H %2 > ../a")
            .arg(names, format);
    const QString result = run(QStringLiteral("sh"), {QStringLiteral("-c"), command}, scratch.qpath("in"));
    const FileTreePtr written = readFolder(scratch.path("in"), progress);
    CompareOptions compare;
    compare.nanoseconds = false;
    compare.owners =
        format == QLatin1String("newc") || format == QLatin1String("crc"); // odc has 18 bits for them
    const ArchiveContents read = readFrom(scratch.path("a"));
    QString found = differences(*written, *read.tree, compare);
    if (format == QLatin1String("ustar")) { // and long names are left out
        QVERIFY(read.tree->nodeCount() > 40);
        return;
    }
    QCOMPARE(result, QString());
    QCOMPARE(found, QString());
}

void ArchiveReaderTest::readsZip()
{
    if (!hasTool(QStringLiteral("zip")))
        QSKIP("no zip");
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("in/d")));
    writeFile(scratch.path("in/d/f"), std::string(5000, 'z'));
    writeFile(scratch.path("in/\xC3\xA4"), "umlaut");
    QCOMPARE(::chmod(scratch.path("in/d/f").c_str(), 0750), 0);
    QCOMPARE(::symlink("d/f", scratch.path("in/s").c_str()), 0);
    QCOMPARE(run(QStringLiteral("zip"),
                 {QStringLiteral("-qry"), QStringLiteral("../a.zip"), QStringLiteral(".")},
                 scratch.qpath("in")),
             QString());
    const FileTreePtr tree = readFrom(scratch.path("a.zip")).tree;
    QCOMPARE(contentOf(*tree, "/d/f"), std::string(5000, 'z'));
    QCOMPARE(contentOf(*tree, "/\xC3\xA4"), std::string("umlaut"));
    QCOMPARE(tree->inodeAt(tree->find("/d/f")).permissions, 0750);
    QVERIFY(tree->symlinkTarget(tree->inodeOf(tree->find("/s"))) == "d/f");
    const std::string bytes = readFile(scratch.path("a.zip"));
    QVERIFY(!errorReading(bytes.substr(0, bytes.size() / 2)).isEmpty());
    std::string damaged = bytes;
    const std::size_t data = bytes.find("umlaut");
    QVERIFY(data != std::string::npos);
    damaged[data] = 'U';
    QVERIFY(!errorReading(damaged).isEmpty()); // its checksum is checked
}

void ArchiveReaderTest::readsSevenZip()
{
    if (!hasTool(QStringLiteral("bsdtar")))
        QSKIP("no bsdtar to make one with");
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("in/d")));
    writeFile(scratch.path("in/d/f"), std::string(5000, '7'));
    QCOMPARE(run(QStringLiteral("bsdtar"),
                 {QStringLiteral("--format=7zip"), QStringLiteral("-cf"), scratch.qpath("a.7z"),
                  QStringLiteral("-C"), scratch.qpath("in"), QStringLiteral(".")}),
             QString());
    QCOMPARE(contentOf(*readFrom(scratch.path("a.7z")).tree, "/d/f"), std::string(5000, '7'));
}

void ArchiveReaderTest::anEmptyArchiveIsAnEmptyTree()
{
    const Scratch scratch;
    QCOMPARE(readBytes(scratch, std::string(10240, '\0')).tree->nodeCount(), 1U);
}

void ArchiveReaderTest::refusesWhatLeadsOut()
{
    VERIFY_ERROR(TarMaker().file("../evil").end(), "../evil");
    VERIFY_ERROR(TarMaker().file("a/../../evil").end(), "a/../../evil");
    VERIFY_ERROR(TarMaker().file("a/..").end(), "..");
    VERIFY_ERROR(TarMaker().folder("..").end(), "..");
    VERIFY_ERROR(TarMaker().hardLink("a", "../../etc/shadow").end(), "..");
    VERIFY_ERROR(TarMaker().file(std::string(80, 'x')).pax("path", std::string(256, 'n')).file("x").end(),
                 "255");
    VERIFY_ERROR(TarMaker().file("./").file(".").end(), "");
    VERIFY_ERROR(TarMaker().symlink(".", "/etc").end(), "root");
}

void ArchiveReaderTest::refusesSymbolicLinksAsFolders()
{
    VERIFY_ERROR(TarMaker().symlink("etc", "/etc").file("etc/passwd").end(), "symbolic link");
    VERIFY_ERROR(TarMaker().symlink("a", ".").file("a/b/c").end(), "a/b/c");
    VERIFY_ERROR(TarMaker().file("f").file("f/g").end(), "f/g");
    VERIFY_ERROR(TarMaker().folder("d").file("d/f").file("d").end(), "folder");
    VERIFY_ERROR(TarMaker().symlink("s", "").end(), "target");
}

void ArchiveReaderTest::refusesLinksThatGoNowhere()
{
    VERIFY_ERROR(TarMaker().hardLink("a", "nowhere").end(), "nowhere");
    VERIFY_ERROR(TarMaker().hardLink("a", "/etc/shadow").end(), "shadow");
    VERIFY_ERROR(TarMaker().hardLink("a", "b").hardLink("b", "a").end(), "hard link");
    VERIFY_ERROR(TarMaker().hardLink("a", "a").end(), "hard link");
    VERIFY_ERROR(TarMaker().folder("d").hardLink("a", "d").end(), "folder");
    VERIFY_ERROR(TarMaker().folder("real").file("real/f").symlink("s", "real").hardLink("a", "s/f").end(),
                 "s/f");
}

void ArchiveReaderTest::refusesWhatIsNoArchive()
{
    VERIFY_ERROR("", "empty");
    VERIFY_ERROR("just some text, a little longer than nothing\n", "not an archive");
    VERIFY_ERROR(std::string(5000, '\xAA'), "not an archive");
    VERIFY_ERROR("\x7F"
                 "ELF" +
                     std::string(5000, '\1'),
                 "");
    const Scratch scratch;
    QVERIFY(errorOf([&] { readFrom(scratch.path("none")); }).contains(QLatin1String("none")));
    QVERIFY(!errorOf([&] { readFrom(scratch.path("")); }).isEmpty());
    QVERIFY(!errorOf([&] { readFrom("/dev/zero"); }).isEmpty());
}

void ArchiveReaderTest::refusesSizesThatLie()
{
    VERIFY_ERROR(TarMaker().add({.name = "f", .content = "short", .size = "77777777777"}).end(), "");
    VERIFY_ERROR(
        TarMaker()
            .add({.name = "f", .size = std::string("\x80\0\0\0\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12)})
            .end(),
        "");
    VERIFY_ERROR(TarMaker().add({.name = "f", .size = std::string(12, '\xFF')}).end(), "");
    VERIFY_ERROR(TarMaker().pax("size", "99999999999999999999").file("f").end(), "");
    VERIFY_ERROR(TarMaker().pax("size", "-1").file("f").file("g").end(), "");
    // A pax header that says it is huge.
    VERIFY_ERROR(TarMaker().add({.name = "p", .type = 'x', .content = "x", .size = "77777777777"}).end(), "");
    VERIFY_ERROR(TarMaker().add({.name = "p", .type = 'L', .content = "x", .size = "77777777777"}).end(), "");
}

void ArchiveReaderTest::refusesBombs()
{
    ArchiveOptions options;
    options.maxBytes = 100'000;
    const std::string tar = TarMaker().file("zeros", std::string(200'000, '\0')).end();
    QVERIFY(errorReading(tar, options).contains(QLatin1String("unpacks to more than")));
    options = {};
    options.maxEntries = 3;
    QVERIFY(errorReading(TarMaker().file("a").file("b").file("c").file("d").end(), options)
                .contains(QLatin1String("3 entries")));
    if (!hasTool(QStringLiteral("gzip")))
        return;
    const Scratch scratch;
    writeFile(scratch.path("b"), TarMaker().file("a").end() + std::string(1'000'000, '\0'));
    QCOMPARE(run(QStringLiteral("gzip"), {scratch.qpath("b")}), QString());
    options = {};
    options.maxBytes = 100'000;
    QVERIFY(!errorOf([&] { readFrom(scratch.path("b.gz"), options); }).isEmpty()); // behind the end mark too
}

void ArchiveReaderTest::refusesImpossibleNumbers()
{
    VERIFY_ERROR(TarMaker().add({.name = "dev", .type = '3', .major = "7777777"}).end(), "device");
    VERIFY_ERROR(TarMaker().pax("uid", "4294967295").file("f").end(), "user id");
    VERIFY_ERROR(TarMaker().pax("uid", "-1").file("f").end(), "");
    const Scratch scratch;
    const FileTreePtr tree = readBytes(scratch, TarMaker().pax("uid", "4294967294").file("f").end()).tree;
    QCOMPARE(tree->inodeAt(tree->find("/f")).uid, 4294967294U);
}

void ArchiveReaderTest::noticesDamage()
{
    std::string bytes = TarMaker().file("first").file("second").end();
    bytes[1024 + 5] = 'X'; // in the second header
    VERIFY_ERROR(bytes, "");
}

void ArchiveReaderTest::everyTruncationIsNoticed()
{
    const Scratch scratch;
    RandomTreeOptions random;
    random.sockets = false;
    const FileTreePtr tree = randomTree(41, 25, random);
    Progress progress;
    StarOptions quick;
    quick.flush = false;
    writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick, progress);
    const std::string whole = readFile(scratch.path("a.tar"));
    const std::size_t contentEnd = whole.find_last_not_of('\0') / 512 * 512 + 512;
    for (std::size_t size = 512; size <= contentEnd; size += 512) {
        writeFile(scratch.path("cut"), whole.substr(0, size));
        QVERIFY2(!errorOf([&] { readFrom(scratch.path("cut")); }).isEmpty(),
                 qPrintable(QString::number(size)));
    }
    writeFile(scratch.path("cut"), whole.substr(0, contentEnd + 1024));
    QCOMPARE(differences(*tree, *readFrom(scratch.path("cut")).tree), QString());
    for (const char *ending : {".tar.gz", ".tar.xz", ".tar.zst"}) {
        const std::string path = scratch.path(std::string("a") + ending);
        quick.compression = compressionFromName(path).value();
        writeStar(*tree, FileTree::root(), path, quick, progress);
        const std::string packed = readFile(path);
        for (std::size_t size = 1; size < packed.size(); size += 1 + packed.size() / 60) {
            writeFile(scratch.path("cut"), packed.substr(0, size));
            QVERIFY2(!errorOf([&] { readFrom(scratch.path("cut")); }).isEmpty(),
                     qPrintable(QString::number(size)));
        }
    }
}

void ArchiveReaderTest::survivesRandomDamage_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"a.tar", "a.tar.gz", "a.tar.zst", "a.cpio", "a.zip", "a.7z", "a.gnutar", "a.deb"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// Whatever the bytes are: a tree or an Error, never a crash, and never for long.
void ArchiveReaderTest::survivesRandomDamage()
{
    QFETCH(QString, name);
    const Scratch scratch;
    const std::string path = scratch.path(name.toStdString());
    RandomTreeOptions random;
    random.sockets = random.owners = random.devices = false;
    random.xattrs = isRoot();
    const FileTreePtr tree = randomTree(51, 25, random);
    Progress progress;
    if (name.contains(QLatin1String(".tar"))) {
        StarOptions quick;
        quick.flush = false;
        quick.compression = compressionFromName(path).value();
        writeStar(*tree, FileTree::root(), path, quick, progress);
    } else if (name == QLatin1String("a.deb")) {
        const std::string data = TarMaker().folder("./").file("./f", std::string(2000, 'd')).end();
        writeFile(path, "!<arch>\ndebian-binary   0           0     0     100644  4         `\n2.0\n"
                        "data.tar        0           0     0     100644  " +
                            std::to_string(data.size()) + "      `\n" + data);
        QCOMPARE(readFrom(path).tree->nodeCount(), 2U);
    } else {
        if (!hasTool(QStringLiteral("bsdtar")))
            QSKIP("no bsdtar to make one with");
        writeFolder(*tree, FileTree::root(), scratch.path("in"), {true, false}, progress);
        static const QMap<QString, QString> kFormats{{QStringLiteral("a.cpio"), QStringLiteral("newc")},
                                                     {QStringLiteral("a.zip"), QStringLiteral("zip")},
                                                     {QStringLiteral("a.7z"), QStringLiteral("7zip")},
                                                     {QStringLiteral("a.gnutar"), QStringLiteral("gnutar")}};
        run(QStringLiteral("bsdtar"),
            {QStringLiteral("--format=") + kFormats[name], QStringLiteral("-cf"),
             QString::fromStdString(path), QStringLiteral("-C"), scratch.qpath("in"), QStringLiteral(".")});
    }
    const std::string whole = readFile(path);
    QVERIFY(!whole.empty());
    std::mt19937 generator(7);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(generator);
    };
    ArchiveOptions options;
    options.maxBytes = 50'000'000;
    int errors = 0;
    for (int round = 0; round < 150; ++round) {
        std::string damaged = whole;
        for (std::size_t flips = 1 + below(8); flips-- > 0;)
            damaged[below(damaged.size())] = static_cast<char>(below(256));
        options.contentInPlace = round % 2 == 0;
        errors += errorOf([&] { readBytes(scratch, damaged, options); }).isEmpty() ? 0 : 1;
    }
    qInfo("%d of 150 damaged archives were refused", errors);
}

void ArchiveReaderTest::cancelsSoon()
{
    const Scratch scratch;
    writeFile(scratch.path("big.tar"), TarMaker().file("big", std::string(50'000'000, 'b')).end());
    Progress progress;
    Spool spool;
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(Cancelled, readArchive(scratch.path("big.tar"), spool, progress));
    if (!hasTool(QStringLiteral("xz")))
        return;
    // In the middle of one large member: 2 GB of zeros from a few hundred kilobytes.
    QCOMPARE(run(QStringLiteral("sh"),
                 {QStringLiteral("-c"),
                  QStringLiteral("(printf x; head -c 2000000000 /dev/zero) > z; tar cf - z | "
                                 "zstd -1 -q > z.tar.zst; rm z")},
                 scratch.qpath("")),
             QString());
    Progress running;
    std::thread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        running.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    bool cancelled = false;
    try {
        readArchive(scratch.path("z.tar.zst"), spool, running);
    } catch (const Cancelled &) {
        cancelled = true;
    }
    canceller.join();
    QVERIFY(cancelled);
    QVERIFY2(timer.elapsed() < 2000,
             qPrintable(QString::number(timer.elapsed()))); // generous: machines may be busy
}

QTEST_GUILESS_MAIN(ArchiveReaderTest)
#include "tst_archivereader.moc"
