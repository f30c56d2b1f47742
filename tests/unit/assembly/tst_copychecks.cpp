// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/copychecks.h"
#include "tree/content.h"
#include "unit/assembly/checkfixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace Refbox;

namespace {

using Pair = std::pair<std::string, std::string>;

std::vector<Pair> paths(const FileTree &tree, const std::vector<IdenticalCopy> &copies)
{
    std::vector<Pair> pairs;
    for (const IdenticalCopy &copy : copies)
        pairs.emplace_back(tree.path(copy.file), tree.path(copy.twin));
    return pairs;
}

IdenticalCopies search(const PlacedTree &placed, std::uint64_t readLimit = kMostCopyBytes)
{
    Progress progress;
    return findIdenticalCopies(placed.places, readLimit, progress);
}

Findings check(const PlacedTree &placed, std::uint64_t readLimit = kMostCopyBytes)
{
    Findings findings;
    Progress progress;
    checkCopies(placed.places, findings, progress, readLimit);
    return findings;
}

// A file of this machine at several places of a tree: bytes that must be read.
class HostFiles
{
public:
    std::string make(const std::string &name, const std::string &bytes)
    {
        const std::string path = m_folder.path().toStdString() + '/' + name;
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return path;
    }
    void add(TreeMaker &maker, const std::string &path, const std::string &bytes)
    {
        const std::string host = make(std::to_string(m_count++), bytes);
        maker.builder.addHostFile(maker.folder(path.substr(0, path.rfind('/'))),
                                  path.substr(path.rfind('/') + 1), {},
                                  maker.builder.internHostPath(kNoId, host), bytes.size());
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

// --- the slow reference: every file against every other ---

bool mustStay(const FileTree &tree, const TreePlaces &places, InodeId inode)
{
    const auto names = tree.names(inode);
    return std::any_of(names.begin(), names.end(), [&](NodeId name) {
        const NodeId vserver = places.vserverOf(name);
        return vserver != kNoId && mayBeAltered(tree.path(name).substr(tree.path(vserver).size()));
    });
}

bool isEqual(const FileTree &tree, InodeId a, InodeId b)
{
    const Inode &one = tree.inode(a);
    const Inode &two = tree.inode(b);
    return one.permissions == two.permissions && one.uid == two.uid && one.gid == two.gid &&
           (one.flags | kImmutable) == (two.flags | kImmutable) && tree.xattrsOf(a) == tree.xattrsOf(b) &&
           readAll(tree, a, 1 << 20) == readAll(tree, b, 1 << 20);
}

struct SlowCopies
{
    std::map<std::string, std::set<std::string>> ofRefbox; // file → all twins
    std::map<std::string, std::string> ofVServers;
};

SlowCopies slowSearch(const PlacedTree &placed)
{
    const FileTree &tree = *placed.tree;
    const TreePlaces &places = placed.places;
    SlowCopies result;
    for (InodeId file = 0; file < tree.inodeCount(); ++file) {
        const NodeId own = places.vserverName(file);
        if (!tree.inode(file).isRegular() || tree.inode(file).size == 0 || own == kNoId ||
            places.refboxName(file) != kNoId || mustStay(tree, places, file))
            continue;
        NodeId firstOwn = kNoId;
        for (InodeId twin = 0; twin < tree.inodeCount(); ++twin) {
            if (twin == file || !tree.inode(twin).isRegular() || !isEqual(tree, file, twin))
                continue;
            if (places.refboxName(twin) != kNoId)
                result.ofRefbox[tree.path(own)].insert(tree.path(places.refboxName(twin)));
            else if (places.vserverName(twin) != kNoId && !mustStay(tree, places, twin))
                firstOwn = std::min(firstOwn, places.vserverName(twin));
        }
        if (!result.ofRefbox.contains(tree.path(own)) && firstOwn < own &&
            places.vserverOf(firstOwn) != places.vserverOf(own))
            result.ofVServers[tree.path(own)] = tree.path(firstOwn);
    }
    return result;
}

void fillRandomly(TreeMaker &maker, std::mt19937 &random)
{
    const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    const char *const tops[] = {"/refbox", "/v1", "/v2", "/v3", "/baby"};
    const char *const folders[] = {"/bin/", "/etc/", "/lib/deep/", "/var/"};
    const XattrSetId note = maker.builder.internXattrs({{"user.note", "n"}});
    std::vector<std::string> known;
    for (int i = 0; i < 100; ++i) {
        const std::string path =
            tops[below(5)] + std::string(folders[below(4)]) + "f" + std::to_string(below(12));
        if (maker.builder.find(path) != FileTreeBuilder::kNone)
            continue;
        if (below(4) == 0 && !known.empty()) {
            maker.hardLink(path, known[below(static_cast<std::uint32_t>(known.size()))]);
            continue;
        }
        Metadata metadata = fileMetadata(below(4) == 0 ? 0644 : 0755, below(6) == 0 ? 1 : 0,
                                         below(3) == 0 ? std::uint8_t(kImmutable) : std::uint8_t(0));
        metadata.xattrs = below(5) == 0 ? note : 0;
        metadata.mtime.seconds = below(100);
        // Some longer than the first bytes that are compared, and different only behind these.
        std::string bytes(below(3) == 0 ? 5000 : below(3), 'x');
        if (!bytes.empty())
            bytes.back() = static_cast<char>('a' + below(2));
        maker.file(path, bytes, metadata);
        known.push_back(path);
    }
}

} // namespace

class TestCopyChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesOfTheRefboxAreFound()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/tool", "the tool");
        maker.file("/refbox/opt/x/tool2", "the tool");
        maker.file("/refbox/bin/other", "xxxxxxxx");
        maker.file("/v1/bin/tool", "the tool");
        maker.file("/v1/bin/tool2", "the tool");
        maker.file("/v1/bin/renamed", "the tool");
        maker.file("/v1/bin/changed", "the root");
        maker.file("/v2/bin/tool", "the tool");
        const PlacedTree placed(maker);
        QCOMPARE(paths(*placed.tree, search(placed).ofRefbox),
                 (std::vector<Pair>{{"/v1/bin/renamed", "/refbox/bin/tool"},
                                    {"/v1/bin/tool", "/refbox/bin/tool"},
                                    {"/v1/bin/tool2", "/refbox/opt/x/tool2"},
                                    {"/v2/bin/tool", "/refbox/bin/tool"}}));
        const Findings findings = check(placed);
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].id, std::string("identical-copies"));
        QCOMPARE(findings[0].path, std::string("/v1/bin/renamed"));
        QVERIFY2(findings[0].message.startsWith(QStringLiteral("3 private files")) &&
                     findings[0].message.contains(QStringLiteral("24 B")),
                 qPrintable(findings[0].message));
        QVERIFY(findings[1].message.startsWith(QStringLiteral("This private file")));
    }

    void everythingButTheTimesMustBeEqual()
    {
        TreeMaker maker;
        maker.file("/refbox/f", "content", fileMetadata(0755, 0, kImmutable));
        maker.file("/v1/bin/mode", "content", fileMetadata(0644));
        maker.file("/v1/bin/owner", "content", fileMetadata(0755, 7));
        Metadata group = fileMetadata(0755);
        group.gid = 7;
        maker.file("/v1/bin/group", "content", group);
        Metadata xattr = fileMetadata(0755);
        xattr.xattrs = maker.builder.internXattrs({{"user.note", "n"}});
        maker.file("/v1/bin/xattr", "content", xattr);
        Metadata acl = fileMetadata(0755);
        acl.xattrs = maker.builder.internXattrs({{"system.posix_acl_access", std::string("\2\0\0\0", 4)}});
        maker.file("/v1/bin/acl", "content", acl);
        maker.file("/v1/bin/append", "content", fileMetadata(0755, 0, kAppendOnly));
        Metadata later = fileMetadata(0755);
        later.mtime.seconds = 12345;
        maker.file("/v1/bin/later", "content", later);
        const PlacedTree placed(maker);
        QCOMPARE(paths(*placed.tree, search(placed).ofRefbox),
                 (std::vector<Pair>{{"/v1/bin/later", "/refbox/f"}}));
    }

    void emptyFilesAndWhatAVServerAltersStay()
    {
        TreeMaker maker;
        maker.file("/refbox/empty", "");
        maker.file("/refbox/conf", "setting");
        maker.file("/v1/bin/empty", "");
        for (const char *folder : {"etc", "etc/deep", "home", "root", "run", "srv", "tmp", "var/lib"})
            maker.file(std::string("/v1/") + folder + "/conf", "setting");
        maker.file("/v2/share/conf", "setting");
        maker.hardLink("/v2/etc/conf", "/v2/share/conf");
        maker.file("/v3/etcetera/conf", "setting");
        const PlacedTree placed(maker);
        const IdenticalCopies found = search(placed);
        QCOMPARE(paths(*placed.tree, found.ofRefbox),
                 (std::vector<Pair>{{"/v3/etcetera/conf", "/refbox/conf"}}));
        QVERIFY(found.ofVServers.empty());
    }

    void filesOfSeveralVServersCouldGoIntoTheRefbox()
    {
        TreeMaker maker;
        maker.folder("/refbox");
        maker.file("/v1/lib/x", "library");
        maker.file("/v1/lib/again", "library");
        maker.file("/v2/lib/x", "library");
        maker.file("/v2/lib/other", "librar!");
        const PlacedTree placed(maker);
        const IdenticalCopies found = search(placed);
        QCOMPARE(paths(*placed.tree, found.ofVServers), (std::vector<Pair>{{"/v2/lib/x", "/v1/lib/again"}}));
        const Findings findings = check(placed);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].id, std::string("identical-private"));
        QCOMPARE(findings[0].path, std::string("/v2/lib/x"));
    }

    void readingHasALimitAndSaysSo()
    {
        HostFiles host;
        TreeMaker maker;
        for (int i = 0; i < 4; ++i) {
            const std::string bytes(100'000 + static_cast<std::size_t>(i), 'x');
            host.add(maker, "/refbox/f" + std::to_string(i), bytes);
            host.add(maker, "/v1/bin/f" + std::to_string(i), bytes);
        }
        const PlacedTree placed(maker);
        QVERIFY(search(placed).complete);
        QCOMPARE(search(placed).ofRefbox.size(), std::size_t(4));
        // Two pairs, with their first bytes, and no more.
        const IdenticalCopies some = search(placed, 450'000);
        QVERIFY(!some.complete);
        QCOMPARE(some.ofRefbox.size(), std::size_t(2));
        QVERIFY(search(placed, 0).ofRefbox.empty());
        const Findings findings = check(placed, 450'000);
        QVERIFY(hasFinding(findings, "identical-copies"));
        QVERIFY(hasFinding(findings, "copies-unknown"));
        QVERIFY(!hasFinding(check(placed), "copies-unknown"));
    }

    void differentFilesCostOnlyTheirFirstBytes()
    {
        HostFiles host;
        TreeMaker maker;
        for (int i = 0; i < 10; ++i) {
            const std::string bytes = std::to_string(i) + std::string(1'000'000, 'x');
            host.add(maker, (i % 2 == 0 ? "/refbox/f" : "/v1/bin/f") + std::to_string(i), bytes);
        }
        const PlacedTree placed(maker);
        QVERIFY(search(placed, 10 * 4096).complete);
        QVERIFY(!search(placed, 9 * 4096).complete);
    }

    void aFileThatCannotBeReadLeavesTheRest()
    {
        HostFiles host;
        TreeMaker maker;
        host.add(maker, "/refbox/a", "same bytes");
        host.add(maker, "/v1/bin/a", "same bytes");
        const auto gone = maker.builder.internHostPath(kNoId, "/nowhere/at/all");
        maker.builder.addHostFile(maker.folder("/v1/bin"), "b", {}, gone, 10);
        const PlacedTree placed(maker);
        const IdenticalCopies found = search(placed);
        QCOMPARE(found.ofRefbox.size(), std::size_t(1));
        QVERIFY(!found.complete);
    }

    void copiesOfOnePlaceNeedNoReading()
    {
        TreeMaker maker;
        const auto gone = maker.builder.internHostPath(kNoId, "/nowhere/at/all");
        maker.builder.addHostFile(maker.folder("/refbox"), "unique", {}, gone, 77);
        maker.builder.addHostFile(maker.folder("/v1/bin"), "other", {}, gone, 78);
        const PlacedTree placed(maker);
        QVERIFY(search(placed).complete); // of different sizes: never looked at
    }

    void agreesWithTheObviousSearchOnRandomTrees()
    {
        std::mt19937 random(20260101);
        std::size_t found = 0;
        for (int round = 0; round < 150; ++round) {
            TreeMaker maker;
            fillRandomly(maker, random);
            const PlacedTree placed(maker);
            const IdenticalCopies copies = search(placed);
            const SlowCopies slow = slowSearch(placed);
            QVERIFY(copies.complete);
            QCOMPARE(copies.ofRefbox.size(), slow.ofRefbox.size());
            for (const auto &[file, twin] : paths(*placed.tree, copies.ofRefbox)) {
                QVERIFY2(slow.ofRefbox.contains(file), file.c_str());
                QVERIFY2(slow.ofRefbox.at(file).contains(twin), (file + ' ' + twin).c_str());
            }
            std::map<std::string, std::string> ofVServers;
            for (const auto &[file, twin] : paths(*placed.tree, copies.ofVServers))
                ofVServers[file] = twin;
            QVERIFY(ofVServers == slow.ofVServers);
            found += copies.ofRefbox.size() + copies.ofVServers.size();
        }
        QVERIFY2(found > 500, std::to_string(found).c_str()); // the trees have something to find
    }
};

QTEST_APPLESS_MAIN(TestCopyChecks)
#include "tst_copychecks.moc"
