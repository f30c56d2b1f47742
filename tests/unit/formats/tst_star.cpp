// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatfixtures.h"

#include "formats/archivereader.h"
#include "formats/folderwriter.h"
#include "formats/spool.h"
#include "formats/starwriter.h"
#include "tree/acl.h"

#include <QDir>
#include <QTest>

#include <map>

#include <unistd.h>

using namespace Refbox;
using namespace RefboxTest;

namespace {

StarOptions quick(Compression compression = Compression::None)
{
    StarOptions options;
    options.compression = compression;
    options.flush = false;
    return options;
}

RandomTreeOptions withoutSockets()
{
    RandomTreeOptions options;
    options.sockets = false;
    return options;
}

ArchiveContents readBack(const std::string &path, bool inPlace = false)
{
    Spool spool;
    Progress progress;
    ArchiveOptions options;
    options.contentInPlace = inPlace;
    return readArchive(path, spool, options, progress);
}

class CountingSpool final : public BlobSink
{
public:
    void begin() override
    {
        ++m_blobs;
        m_spool.begin();
    }
    void write(std::span<const char> bytes) override { m_spool.write(bytes); }
    Placed finish() override { return m_spool.finish(); }
    void abandon() noexcept override { m_spool.abandon(); }
    std::shared_ptr<const void> resource() const override { return m_spool.resource(); }
    int blobs() const { return m_blobs; }

private:
    Spool m_spool;
    int m_blobs = 0;
};

} // namespace

class StarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void keepsFlagsOnRequest();
    void readsContentInPlace();
    void compresses_data();
    void compresses();
    void bytesDoNotDependOnThreads();
    void onlyAPartOfATree();
    void isExustar();
    void longPathsFitXustarsPrefix();
    void timesBefore1970();
    void namesOwnersAsTheSystemInside();
    void remarksWhatTarCannotHold();
    void otherToolsExtractIt_data();
    void otherToolsExtractIt();
    void readsWhatOtherToolsWrite_data();
    void readsWhatOtherToolsWrite();
    void keepsAnExistingFileWhenItFails();
    void refusesToReadItsOwnOutput();
    void knowsCompressionsByName();
};

void StarTest::roundTrip_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 15; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void StarTest::roundTrip()
{
    QFETCH(unsigned, seed);
    const Scratch scratch;
    const FileTreePtr tree = randomTree(seed, 200, withoutSockets());
    Progress progress;
    writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
    const ArchiveContents read = readBack(scratch.path("a.tar"));
    QCOMPARE(differences(*tree, *read.tree), QString());
    QVERIFY2(read.remarks.empty(), read.remarks.empty() ? "" : read.remarks[0].c_str());
}

void StarTest::keepsFlagsOnRequest()
{
    const Scratch scratch;
    RandomTreeOptions random = withoutSockets();
    random.flags = true;
    const FileTreePtr tree = randomTree(77, 200, random);
    Progress progress;
    StarOptions options = quick();
    options.keepFlags = true;
    writeStar(*tree, FileTree::root(), scratch.path("with.tar"), options, progress);
    QCOMPARE(differences(*tree, *readBack(scratch.path("with.tar")).tree), QString());
    writeStar(*tree, FileTree::root(), scratch.path("without.tar"), quick(), progress);
    const FileTreePtr without = readBack(scratch.path("without.tar")).tree;
    for (InodeId inode = 0; inode < without->inodeCount(); ++inode)
        QCOMPARE(without->inode(inode).flags, std::uint8_t(0));
}

void StarTest::readsContentInPlace()
{
    const Scratch scratch;
    const FileTreePtr tree = randomTree(5, 200, withoutSockets());
    Progress progress;
    writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
    const ArchiveContents read = readBack(scratch.path("a.tar"), true);
    QCOMPARE(differences(*tree, *read.tree), QString());
    int inPlace = 0;
    for (InodeId inode = 0; inode < read.tree->inodeCount(); ++inode)
        inPlace += read.tree->inode(inode).contentKind == ContentKind::HostFile &&
                   read.tree->hostPath(inode) == scratch.path("a.tar");
    QVERIFY(inPlace > 10);
}

void StarTest::compresses_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("magic");
    QTest::addColumn<QString>("tool");
    QTest::newRow("gzip") << QStringLiteral(".tar.gz") << QByteArray::fromHex("1f8b08")
                          << QStringLiteral("gzip");
    QTest::newRow("xz") << QStringLiteral(".tar.xz") << QByteArray::fromHex("fd377a585a00")
                        << QStringLiteral("xz");
    QTest::newRow("zstd") << QStringLiteral(".tar.zst") << QByteArray::fromHex("28b52ffd")
                          << QStringLiteral("zstd");
}

void StarTest::compresses()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, magic);
    QFETCH(QString, tool);
    const Scratch scratch;
    const FileTreePtr tree = randomTree(8, 300, withoutSockets());
    const std::string path = scratch.path("a" + ending.toStdString());
    Progress progress;
    const StarReport report =
        writeStar(*tree, FileTree::root(), path, quick(compressionFromName(path).value()), progress);
    const std::string bytes = readFile(path);
    QCOMPARE(report.bytes, std::uint64_t(bytes.size()));
    QVERIFY(QByteArray::fromStdString(bytes).startsWith(magic));
    QCOMPARE(differences(*tree, *readBack(path).tree), QString());
    CountingSpool spool;
    ArchiveOptions inPlace;
    inPlace.contentInPlace = true;
    QCOMPARE(differences(*tree, *readArchive(path, spool, inPlace, progress).tree), QString());
    QCOMPARE(spool.blobs(), 1); // of all that it unpacks to
    if (!hasTool(tool))
        QSKIP("the compression's own program is missing");
    QCOMPARE(run(tool, {QStringLiteral("-t"), QString::fromStdString(path)}), QString());
}

void StarTest::bytesDoNotDependOnThreads()
{
    const Scratch scratch;
    // More than one piece of each compression.
    FileTreeBuilder builder;
    std::string bytes;
    std::mt19937 random(1);
    std::string block;
    while (block.size() < 100'000)
        block += std::to_string(random());
    while (bytes.size() < 17U << 20)
        bytes += std::to_string(random()) + block; // easily compressed: what counts is where pieces begin
    builder.addInlineFile(FileTreeBuilder::root(), "big", {}, bytes);
    const FileTreePtr tree = builder.build();
    for (const Compression compression : {Compression::Gzip, Compression::Xz, Compression::Zstd}) {
        StarOptions options = quick(compression);
        options.level = 1;
        Progress progress;
        std::vector<std::string> results;
        for (const unsigned threads : {1U, 3U}) {
            options.threads = threads;
            writeStar(*tree, FileTree::root(), scratch.path("a"), options, progress);
            results.push_back(readFile(scratch.path("a")));
        }
        QVERIFY(results[0] == results[1]);
        QCOMPARE(differences(*tree, *readBack(scratch.path("a")).tree), QString());
    }
}

void StarTest::onlyAPartOfATree()
{
    const Scratch scratch;
    FileTreeBuilder builder;
    const auto box = builder.addDirectory(FileTreeBuilder::root(), "vsbox01", {});
    const auto outside = builder.addInlineFile(FileTreeBuilder::root(), "a-first", {}, "shared");
    builder.addHardLink(box, "x", outside);
    builder.addHardLink(box, "y", outside);
    const FileTreePtr tree = builder.build();
    Progress progress;
    const StarReport report =
        writeStar(*tree, tree->find("/vsbox01"), scratch.path("a.tar"), quick(), progress);
    QCOMPARE(report.entries, std::uint64_t(3));
    const FileTreePtr read = readBack(scratch.path("a.tar")).tree;
    QCOMPARE(read->nodeCount(), 3U);
    QCOMPARE(read->inodeOf(read->find("/x")), read->inodeOf(read->find("/y")));
    QCOMPARE(read->inodeAt(read->find("/x")).size, std::uint64_t(6));
    QVERIFY(!errorOf([&] {
                 writeStar(*tree, tree->find("/a-first"), scratch.path("b.tar"), quick(), progress);
             }).isEmpty());
}

// What star looks at, written down here once more from star(5) and from trials with star itself.
void StarTest::isExustar()
{
    const Scratch scratch;
    const FileTreePtr tree = randomTree(3, 60, withoutSockets());
    Progress progress;
    writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
    const std::string bytes = readFile(scratch.path("a.tar"));
    QCOMPARE(bytes.size() % 10240, std::size_t(0));
    QVERIFY(bytes.ends_with(std::string(1024, '\0')));
    QCOMPARE(bytes[156], 'g');
    QVERIFY(bytes.substr(512, 64).find(" SCHILY.archtype=exustar\n") != std::string::npos);
    QVERIFY(bytes.find("LIBARCHIVE.xattr") == std::string::npos);
    QVERIFY(bytes.find("SCHILY.xattr.user.plain=") != std::string::npos);
    QVERIFY(bytes.find("SCHILY.acl.access=user::") != std::string::npos);
    QVERIFY(bytes.find("atime=") == std::string::npos && bytes.find("ctime=") == std::string::npos);
    int headers = 0;
    for (std::size_t at = 0; bytes.compare(at + 257, 5, "ustar") == 0; ++headers) {
        unsigned sum = 0;
        for (std::size_t i = 0; i < 512; ++i)
            sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(bytes[at + i]);
        QCOMPARE(std::stoul(bytes.substr(at + 148, 6), nullptr, 8), static_cast<unsigned long>(sum));
        QCOMPARE(bytes[at + 345 + 130], '\0');
        for (const std::size_t time : {at + 476, at + 488}) {
            QVERIFY(bytes.find_first_not_of("01234567", time) == time + 11);
            QCOMPARE(bytes[time + 11], ' ');
        }
        const char type = bytes[at + 156];
        const bool hasData = type == '0' || type == 'x' || type == 'g';
        const std::size_t size = hasData ? std::stoul(bytes.substr(at + 124, 11), nullptr, 8) : 0;
        at += 512 + (size + 511) / 512 * 512;
    }
    QVERIFY(headers > 60);
}

void StarTest::longPathsFitXustarsPrefix()
{
    // All lengths around the places where a path no longer fits ustar's fields and xustar's smaller ones.
    const Scratch scratch;
    FileTreeBuilder builder;
    for (std::size_t length = 20; length <= 180; ++length) {
        const auto folder = builder.addDirectory(FileTreeBuilder::root(), std::string(length, 'd'), {});
        builder.addInlineFile(folder, std::string(95, 'f'), {}, "x");
    }
    const FileTreePtr tree = builder.build();
    Progress progress;
    writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
    QCOMPARE(differences(*tree, *readBack(scratch.path("a.tar")).tree), QString());
    if (!isRoot())
        QSKIP("only root can extract what belongs to root");
    for (const char *tool : {"tar", "bsdtar"}) {
        if (!hasTool(QLatin1String(tool)))
            continue;
        const QString out = scratch.qpath(tool);
        QVERIFY(QDir().mkpath(out));
        QCOMPARE(run(QLatin1String(tool),
                     {QStringLiteral("-xpf"), scratch.qpath("a.tar"), QStringLiteral("-C"), out}),
                 QString());
        QCOMPARE(differencesBelowRoot(*tree, *readFolder(out.toStdString(), progress)), QString());
    }
}

void StarTest::timesBefore1970()
{
    const Scratch scratch;
    FileTreeBuilder builder;
    int count = 0;
    for (const Timestamp time : {Timestamp{-2, 1}, Timestamp{-2, 250'000'000}, Timestamp{-1'000'000, 0},
                                 Timestamp{-2'000'000'000, 999'999'999}, Timestamp{1LL << 33, 5}}) {
        Metadata metadata;
        metadata.mtime = time;
        builder.addInlineFile(FileTreeBuilder::root(), std::to_string(count++), metadata, "x");
    }
    const FileTreePtr tree = builder.build();
    Progress progress;
    writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
    QCOMPARE(differences(*tree, *readBack(scratch.path("a.tar")).tree), QString());
}

// Of a ustar header in an archive without pax headers before it.
struct Owner
{
    std::string user;
    std::string group;
    bool operator==(const Owner &) const = default;
};

std::map<std::string, Owner> ownersIn(const std::string &bytes)
{
    const auto text = [&](std::size_t at, std::size_t length) {
        return std::string(bytes.substr(at, length).c_str());
    };
    std::map<std::string, Owner> owners;
    for (std::size_t at = 0; bytes.compare(at + 257, 5, "ustar") == 0;) {
        if (bytes[at + 156] != 'g')
            owners[text(at, 100)] = {text(at + 265, 32), text(at + 297, 32)};
        at += 512 + (std::stoul(bytes.substr(at + 124, 11), nullptr, 8) + 511) / 512 * 512;
    }
    return owners;
}

void StarTest::namesOwnersAsTheSystemInside()
{
    const Scratch scratch;
    FileTreeBuilder builder;
    const auto box = builder.addDirectory(FileTreeBuilder::root(), "vsbox01", {});
    const auto etc = builder.addDirectory(box, "etc", {});
    const std::string longest(31, 'n');
    builder.addInlineFile(etc, "passwd", {},
                          "root:x:0:0::/:/bin/sh\ntoor:x:0:0::/:/bin/sh\nwww:x:33:7::/:\n\n:x:5:5\nbroken:x\n"
                          "odd:x:6x:6::/:\ntoo" +
                              longest + ":x:8:8::/:\n" + longest + ":x:9:9::/:\nd\xC3\xA4:x:10:10::/:\n");
    builder.addInlineFile(etc, "group", {}, "root:x:0:\nweb:x:7:www,root\nlast:x:4294967294:");
    const auto home = builder.addDirectory(box, "home", {});
    const auto add = [&](const char *name, std::uint32_t uid, std::uint32_t gid) {
        Metadata metadata;
        metadata.uid = uid;
        metadata.gid = gid;
        builder.addInlineFile(home, name, metadata, "x");
    };
    add("root", 0, 0);
    add("page", 33, 7);
    add("nobody's", 5, 33);
    add("odd", 6, 6);
    add("too-long", 8, 0);
    add("longest", 9, 0);
    add("umlaut", 10, 0);
    const FileTreePtr tree = builder.build();
    Progress progress;
    const std::map<std::string, Owner> expected = {
        {"./root", {"root", "root"}}, {"./page", {"www", "web"}},   {"./nobody's", {"", ""}},
        {"./odd", {"", ""}},          {"./too-long", {"", "root"}}, {"./longest", {longest, "root"}},
        {"./umlaut", {"", "root"}},   {"./", {"root", "root"}}};
    // Of a folder inside, too; not where no system is above it.
    writeStar(*tree, tree->find("/vsbox01/home"), scratch.path("home.tar"), quick(), progress);
    QVERIFY(ownersIn(readFile(scratch.path("home.tar"))) == expected);
    writeStar(*tree, tree->find("/vsbox01"), scratch.path("box.tar"), quick(), progress);
    QVERIFY((ownersIn(readFile(scratch.path("box.tar"))).at("./home/page") == Owner{"www", "web"}));
    writeStar(*tree, FileTree::root(), scratch.path("all.tar"), quick(), progress);
    for (const auto &[path, owner] : ownersIn(readFile(scratch.path("all.tar"))))
        QVERIFY2((owner == Owner{"", ""}), path.c_str());
    // The numbers are what counts.
    const FileTreePtr read = readBack(scratch.path("home.tar")).tree;
    QCOMPARE(read->inodeAt(read->find("/page")).uid, 33U);
    QCOMPARE(read->inodeAt(read->find("/page")).gid, 7U);
    QCOMPARE(read->inodeAt(read->find("/too-long")).uid, 8U);
}

void StarTest::remarksWhatTarCannotHold()
{
    const Scratch scratch;
    FileTreeBuilder builder;
    builder.addSpecial(FileTreeBuilder::root(), "socket", {}, FileType::Socket);
    Metadata odd;
    odd.xattrs = builder.internXattrs({{"user.a=b", "1"}});
    builder.addInlineFile(FileTreeBuilder::root(), "odd", odd, "");
    const FileTreePtr tree = builder.build();
    Progress progress;
    const StarReport report = writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
    QCOMPARE(report.entries, std::uint64_t(2));
    QCOMPARE(report.remarks.size(), std::size_t(2));
    QVERIFY(report.remarks[0].starts_with("/odd: "));
    QVERIFY(report.remarks[1].starts_with("/socket: "));
}

void StarTest::otherToolsExtractIt_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QStringList>("options");
    const QStringList gnu{QStringLiteral("--acls"), QStringLiteral("--xattrs"),
                          QStringLiteral("--xattrs-include=*"), QStringLiteral("--numeric-owner"),
                          QStringLiteral("--warning=no-unknown-keyword")};
    QTest::newRow("GNU tar") << QStringLiteral("tar") << gnu;
    QTest::newRow("bsdtar") << QStringLiteral("bsdtar")
                            << QStringList{QStringLiteral("--acls"), QStringLiteral("--xattrs"),
                                           QStringLiteral("--numeric-owner")};
    QTest::newRow("star") << QStringLiteral("star")
                          << QStringList{QStringLiteral("-acl"), QStringLiteral("-xattr-linux")};
}

void StarTest::otherToolsExtractIt()
{
    QFETCH(QString, tool);
    QFETCH(QStringList, options);
    if (!isRoot())
        QSKIP("only root can extract other users' files and devices");
    if (!hasTool(tool))
        QSKIP("the tool is not installed");
    const Scratch scratch;
    RandomTreeOptions random = withoutSockets();
    // bsdtar composes decomposed letters, knows no ids from 2^31 on, and no tool but GNU tar decodes '%' and
    // '=' in an xattr's name.
    if (tool != QLatin1String("tar")) {
        random.oddNames = false;
        random.modest = true;
    }
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const FileTreePtr tree = randomTree(seed, 150, random);
        Progress progress;
        writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
        const QString out = scratch.qpath("out" + std::to_string(seed));
        QVERIFY(QDir().mkpath(out));
        QCOMPARE(run(tool,
                     QStringList{QStringLiteral("-xp")} + options +
                         QStringList{QStringLiteral("-f"), scratch.qpath("a.tar")},
                     out),
                 QString());
        const FileTreePtr extracted = readFolder(out.toStdString(), progress);
        QCOMPARE(tool == QLatin1String("bsdtar") ? differencesBelowRoot(*tree, *extracted)
                                                 : differences(*tree, *extracted),
                 QString());
    }
}

void StarTest::readsWhatOtherToolsWrite_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("nanoseconds");
    QTest::addColumn<bool>("xattrs");
    const auto row = [](const char *name, const char *tool, const char *options, bool nanoseconds,
                        bool xattrs) {
        QTest::newRow(name) << QString::fromLatin1(tool)
                            << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                            << nanoseconds << xattrs;
    };
    row("GNU tar, pax", "tar", "--format=posix --acls --xattrs --xattrs-include=* --numeric-owner", true,
        true);
    row("GNU tar, pax, sparse", "tar", "--format=posix -S", true, false);
    row("GNU tar, gnu", "tar", "--format=gnu", false, false);
    row("GNU tar, gnu, sparse", "tar", "--format=gnu -S", false, false);
    row("bsdtar, pax", "bsdtar", "--format=pax --acls --xattrs", true, true);
    row("bsdtar, gnutar", "bsdtar", "--format=gnutar", false, false);
    row("bsdtar, newc", "bsdtar", "--format=newc", false, false);
    row("bsdtar, pax, no sparse", "bsdtar", "--format=pax --no-read-sparse", true, false);
}

void StarTest::readsWhatOtherToolsWrite()
{
    QFETCH(QString, tool);
    QFETCH(QStringList, options);
    QFETCH(bool, nanoseconds);
    QFETCH(bool, xattrs);
    if (!isRoot())
        QSKIP("only root can make all that is to be archived");
    if (!hasTool(tool))
        QSKIP("the tool is not installed");
    const Scratch scratch;
    RandomTreeOptions random = withoutSockets();
    random.holeFile = scratch.path("holes");
    random.xattrs = xattrs;
    random.modest = true;
    writeFile(random.holeFile, std::string(70'000, 'h'));
    const FileTreePtr tree = randomTree(21, 150, random);
    Progress progress;
    writeFolder(*tree, FileTree::root(), scratch.path("in"), {false, false}, progress);
    const FileTreePtr written = readFolder(scratch.path("in"), progress);
    QCOMPARE(run(tool, QStringList{QStringLiteral("-c")} + options +
                           QStringList{QStringLiteral("-f"), scratch.qpath("a"), QStringLiteral("-C"),
                                       scratch.qpath("in"), QStringLiteral(".")}),
             QString());
    CompareOptions compare;
    compare.nanoseconds = nanoseconds;
    const ArchiveContents read = readBack(scratch.path("a"));
    QCOMPARE(differences(*written, *read.tree, compare), QString());
    QCOMPARE(differences(*written, *readBack(scratch.path("a"), true).tree, compare), QString());
}

void StarTest::keepsAnExistingFileWhenItFails()
{
    const Scratch scratch;
    writeFile(scratch.path("a.tar"), "old");
    FileTreeBuilder builder;
    builder.addHostFile(FileTreeBuilder::root(), "gone", {},
                        builder.internHostPath(kNoId, scratch.path("none")), 9);
    const FileTreePtr tree = builder.build();
    for (const Compression compression : {Compression::None, Compression::Zstd}) {
        Progress progress;
        const QString text = errorOf(
            [&] { writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(compression), progress); });
        QVERIFY2(text.contains(QLatin1String("none")), qPrintable(text));
        Progress cancelled;
        cancelled.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, writeStar(*tree, FileTree::root(), scratch.path("a.tar"),
                                                      quick(compression), cancelled));
    }
    Progress progress;
    StarOptions level = quick(Compression::Gzip);
    level.level = 10;
    QVERIFY(errorOf([&] {
                writeStar(*tree, FileTree::root(), scratch.path("a.tar"), level, progress);
            }).contains(QLatin1String("level 10")));
    QCOMPARE(readFile(scratch.path("a.tar")), std::string("old"));
    QCOMPARE(QDir(scratch.qpath("")).entryList(QDir::Files | QDir::Hidden),
             QStringList(QStringLiteral("a.tar")));
}

void StarTest::refusesToReadItsOwnOutput()
{
    const Scratch scratch;
    writeFile(scratch.path("a.tar"), "old");
    Progress progress;
    const FileTreePtr tree = readFolder(scratch.path(""), progress);
    QVERIFY(!errorOf([&] {
                 writeStar(*tree, FileTree::root(), scratch.path("a.tar"), quick(), progress);
             }).isEmpty());
    QCOMPARE(readFile(scratch.path("a.tar")), std::string("old"));
}

void StarTest::knowsCompressionsByName()
{
    QVERIFY(compressionFromName("out/vsbox01.tar.zst") == Compression::Zstd);
    QVERIFY(compressionFromName("a.tgz") == Compression::Gzip);
    QVERIFY(compressionFromName("a.tar.xz") == Compression::Xz);
    QVERIFY(compressionFromName("a.tar") == Compression::None);
    QVERIFY(!compressionFromName("a.zip"));
    QVERIFY(compressionFromWord("xz") == Compression::Xz);
    QVERIFY(!compressionFromWord("lzma"));
    QCOMPARE(compressionName(Compression::None), "none");
}

QTEST_GUILESS_MAIN(StarTest)
#include "tst_star.moc"
