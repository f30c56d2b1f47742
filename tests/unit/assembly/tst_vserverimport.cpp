// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carried out, changed, carried back in: what an imported vserver shares with the refbox again.
#include "projectlab.h"

#include "assembly/exporter.h"
#include "assembly/importplan.h"
#include "assembly/importsource.h"
#include "assembly/relink.h"
#include "assembly/treeedit.h"
#include "assembly/whatif.h"
#include "formats/folderwriter.h"
#include "tree/acl.h"
#include "tree/comparison.h"
#include "tree/content.h"
#include "tree/linkmap.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <functional>

using namespace Refbox;
namespace fs = std::filesystem;

namespace {

using Handle = FileTreeBuilder::Handle;

Metadata at(std::int64_t seconds)
{
    Metadata metadata;
    metadata.mtime.seconds = seconds;
    return metadata;
}

// A tree that a function fills.
FileTreePtr made(const std::function<void(FileTreeBuilder &)> &fill)
{
    FileTreeBuilder builder(at(1));
    fill(builder);
    return builder.build();
}

Relinking twins(const FileTree &imported, const FileTree &refbox, Relink relink = Relink::Exact,
                const std::vector<std::string> &prefixes = {})
{
    const std::vector<PathGlob> privatePaths{PathGlob("/etc/**")};
    return findTwins(imported, FileTree::root(), refbox, privatePaths, prefixes, relink, Progress());
}

PlanOptions optionsOf(const ProjectLab &lab)
{
    return {lab.pathOf({}, {})};
}

std::string twinOf(const FileTree &imported, const FileTree &refbox, const std::string &path,
                   const Relinking &found)
{
    const NodeId twin = found.twins[imported.inodeOf(imported.find(path))];
    return twin == kNoId ? std::string() : refbox.path(twin);
}

} // namespace

class TestVServerImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("REFBOX_CACHE", m_folder.filePath(QStringLiteral("cache")).toUtf8());
        qputenv("SOURCE_DATE_EPOCH", "1000000000");
    }

    void judges_data();
    void judges();
    void linksOnlyByWholeInodes();
    void prefersTheSamePlace();
    void manyFilesOfOneSize();
    void linksSymbolicLinks();
    void carriedOutAndBackSharesAllAgain_data();
    void carriedOutAndBackSharesAllAgain();
    void itsFilesDoNotGoWithTheRefbox();
    void whatChangedStaysPrivate();
    void rulesAndFilesOverride();
    void vserversOfOneArchiveShareNothingOfTheirOwn();
    void takesAVServerOutOfAnImage();
    void aPackageAsAWholeIsNoVServer();
    void failuresAreFindingsOfAPlan();
    void failuresAreErrorsOfAnImport();
    void offersToIgnoreTimes();
    void remembersNothingThatChanged();
    void aDamagedCacheIsReadAnew();
    void namesVServersAfterTheirFiles();
    void theGuideTellsWhereItCameFrom();

private:
    std::string path(const std::string &name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }
    ProjectLab lab() const;
    void carryOut(const Plan &plan, const std::string &file) const;
    ImportPlan import(const ProjectLab &lab, const std::string &file, const std::string &name) const
    {
        VServer vserver;
        vserver.name = name;
        vserver.skeleton = "empty";
        vserver.import = Import{.path = file};
        Progress progress;
        return planImport(lab.project, vserver, optionsOf(lab), progress);
    }

    QTemporaryDir m_folder;
};

ProjectLab TestVServerImport::lab() const
{
    ProjectLab lab;
    lab.component("base",
                  {{"/bin/sh", "the shell"}, {"/bin/ls", "the lister"}, {"/lib/libc.so.6", "library"}});
    lab.component("tool", {{"/bin/tool", "a tool"}, {"/share/text", "some text"}}, "/opt/v/tool");
    lab.vserver("vsbox01", {linkRule("/bin/*", "/bin"), linkRule("/lib/*", "/lib"),
                            linkRule("/opt/v/tool/bin/tool", "/usr/bin/tool")});
    lab.project.vservers.back().skeleton = "typical";
    lab.project.vservers.back().files["/etc/own"] = {.content = "its own"};
    lab.project.vservers.back().files["/etc/same"] = {.content = "some text", .permissions = 0755};
    return lab;
}

void TestVServerImport::carryOut(const Plan &plan, const std::string &file) const
{
    StarOptions options;
    options.compression = compressionFromName(file).value_or(Compression::None);
    options.flush = false;
    if (file.ends_with(".parts")) {
        options.partSize = 2048;
        options.checksum = true;
    }
    Progress progress;
    exportStar(*plan.tree, plan.vservers.front(), file, options, true, progress);
}

void TestVServerImport::judges_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("kindAnyTime");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, ImportKind exact, ImportKind anyTime) {
        QTest::newRow(name) << static_cast<int>(exact) << static_cast<int>(anyTime)
                            << QString::fromLatin1(name);
    };
    using enum ImportKind;
    row("bin/same", Linked, Linked);
    row("bin/sealed", Linked, Linked);
    row("bin/elsewhere", Linked, Linked);
    row("bin/time", OtherTime, Linked);
    row("bin/nanoseconds", OtherTime, Linked);
    row("bin/mode", OtherMetadata, OtherMetadata);
    row("bin/owner", OtherMetadata, OtherMetadata);
    row("bin/group", OtherMetadata, OtherMetadata);
    row("bin/acl", OtherMetadata, OtherMetadata);
    row("bin/xattr", OtherMetadata, OtherMetadata);
    row("bin/flag", OtherMetadata, OtherMetadata);
    row("bin/changed", Changed, Changed);
    row("bin/longer", Changed, Changed);
    row("bin/tool", Changed, Changed); // against /opt/v/tool/bin/tool
    row("bin/new", Own, Own);
    row("bin/empty", Kept, Kept);
    row("bin/folder", Own, Own); // a folder in the refbox
    row("etc/same", Kept, Kept);
    row("etc/time", Kept, Kept);
    row("dev/null", Own, Own);
}

void TestVServerImport::judges()
{
    const auto fill = [](FileTreeBuilder &b, bool imported) {
        const Handle bin = b.addDirectory(FileTreeBuilder::root(), "bin", at(1));
        const Handle etc = b.addDirectory(FileTreeBuilder::root(), "etc", at(1));
        const Handle dev = b.addDirectory(FileTreeBuilder::root(), "dev", at(1));
        const auto file = [&](Handle folder, const char *name, Metadata meta, std::string text) {
            b.addInlineFile(folder, name, meta, text);
        };
        const auto own = [&](const char *name, const std::function<void(Metadata &)> &change) {
            Metadata meta = at(7);
            if (imported)
                change(meta);
            file(bin, name, meta, std::string("text of ") + name);
        };
        own("same", [](Metadata &) {});
        own("sealed", [](Metadata &meta) { meta.flags = kImmutable; });
        own("time", [](Metadata &meta) { meta.mtime.seconds = 8; });
        own("nanoseconds", [](Metadata &meta) { meta.mtime.nanoseconds = 8; });
        own("mode", [](Metadata &meta) { meta.permissions = 04755; });
        own("owner", [](Metadata &meta) { meta.uid = 1; });
        own("group", [](Metadata &meta) { meta.gid = 1; });
        own("acl", [&](Metadata &meta) {
            const std::string acl =
                aclToXattr(*aclFromText("user::rwx,user:5:r--,group::r-x,mask::r-x,other::r-x"));
            meta.xattrs = b.internXattrs({{kAclAccess, acl}});
        });
        own("xattr", [&](Metadata &meta) { meta.xattrs = b.internXattrs({{"user.a", "1"}}); });
        own("flag", [](Metadata &meta) { meta.flags = kAppendOnly; });
        file(bin, "changed", at(7), imported ? "text B" : "text A");
        file(bin, "longer", at(7), imported ? "longer text" : "text");
        file(bin, "empty", at(7), "");
        file(etc, "same", at(7), "configuration");
        file(etc, "time", at(imported ? 8 : 7), "configured at a time");
        b.addSpecial(dev, "null", at(7), FileType::CharDevice, 1, 3);
        if (imported) {
            file(bin, "elsewhere", at(7), "text from elsewhere");
            file(bin, "tool", at(7), "another tool");
            file(bin, "new", at(7), "nothing like it");
            file(bin, "folder", at(7), "no folder");
        } else {
            file(etc, "elsewhere", at(7), "text from elsewhere");
            b.addDirectory(bin, "folder", at(7));
            Handle folder = FileTreeBuilder::root();
            for (const char *name : {"opt", "v", "tool", "bin"})
                folder = b.addDirectory(folder, name, at(7));
            file(folder, "tool", at(7), "the tool");
        }
    };
    QFETCH(QString, name);
    QFETCH(int, kind);
    QFETCH(int, kindAnyTime);
    const FileTreePtr refbox = made([&](FileTreeBuilder &b) { fill(b, false); });
    const FileTreePtr imported = made([&](FileTreeBuilder &b) { fill(b, true); });
    const std::string path = '/' + name.toStdString();
    const InodeId inode = imported->inodeOf(imported->find(path));
    for (const Relink relink : {Relink::Exact, Relink::AnyTime}) {
        const Relinking found = twins(*imported, *refbox, relink, {"/", "/opt/v/tool"});
        const int expected = relink == Relink::Exact ? kind : kindAnyTime;
        const bool isLinked = expected == static_cast<int>(ImportKind::Linked);
        QCOMPARE(found.twins[inode] != kNoId, isLinked);
        const auto listed = std::ranges::find(found.report.files, path, &ImportedFile::path);
        const bool isListed = listed != found.report.files.end();
        if (isListed)
            QCOMPARE(static_cast<int>(listed->kind), expected);
        using enum ImportKind;
        const auto is = [&](ImportKind one) { return expected == static_cast<int>(one); };
        QCOMPARE(isListed, is(OtherTime) || is(OtherMetadata) || is(Changed));
        QCOMPARE(found.report.all().files, 20U);
        QCOMPARE(found.report.of(Kept).files, 3U);
        QCOMPARE(found.report.of(Own).files, 3U);
        QCOMPARE(found.report.of(Changed).files, 3U);
        QCOMPARE(found.report.of(Linked).files, relink == Relink::Exact ? 3U : 5U);
        QCOMPARE(found.report.retimed, relink == Relink::Exact ? 0U : 2U);
    }
    QVERIFY(std::ranges::all_of(twins(*imported, *refbox, Relink::Nothing).twins,
                                [](NodeId twin) { return twin == kNoId; }));
}

// An inode that has a name in /etc is of the vserver's own under all its names.
void TestVServerImport::linksOnlyByWholeInodes()
{
    const FileTreePtr refbox =
        made([](FileTreeBuilder &b) { b.addInlineFile(FileTreeBuilder::root(), "a", at(7), "text"); });
    const FileTreePtr imported = made([](FileTreeBuilder &b) {
        const Handle a = b.addInlineFile(FileTreeBuilder::root(), "a", at(7), "text");
        b.addHardLink(b.addDirectory(FileTreeBuilder::root(), "etc", at(1)), "a", a);
        b.addInlineFile(FileTreeBuilder::root(), "b", at(7), "text");
    });
    const Relinking found = twins(*imported, *refbox);
    QCOMPARE(twinOf(*imported, *refbox, "/a", found), std::string());
    QCOMPARE(twinOf(*imported, *refbox, "/b", found), std::string("/a"));
    QCOMPARE(found.report.of(ImportKind::Kept), (ImportReport::Sum{1, 2, 4}));
}

void TestVServerImport::prefersTheSamePlace()
{
    const auto fill = [](FileTreeBuilder &b, std::initializer_list<const char *> paths) {
        for (const char *path : paths) {
            Handle folder = FileTreeBuilder::root();
            const auto parts = pathParts(path);
            for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
                const Handle known = b.child(folder, parts[i]);
                folder = known != FileTreeBuilder::kNone ? known : b.addDirectory(folder, parts[i], at(1));
            }
            b.addInlineFile(folder, parts.back(), at(7), "the same");
        }
    };
    const FileTreePtr refbox = made([&](FileTreeBuilder &b) {
        fill(b, {"/a/first", "/bin/sh", "/opt/v/bin/sh", "/opt/v/bin/tool", "/x/tool"});
    });
    const FileTreePtr imported = made([&](FileTreeBuilder &b) {
        fill(b, {"/bin/sh", "/bin/tool", "/usr/tool", "/usr/other"});
    });
    const Relinking found = twins(*imported, *refbox);
    QCOMPARE(twinOf(*imported, *refbox, "/bin/sh", found), std::string("/bin/sh"));
    QCOMPARE(twinOf(*imported, *refbox, "/bin/tool", found), std::string("/opt/v/bin/tool"));
    QCOMPARE(twinOf(*imported, *refbox, "/usr/tool", found), std::string("/opt/v/bin/tool"));
    QCOMPARE(twinOf(*imported, *refbox, "/usr/other", found), std::string("/a/first"));
}

// Hashes decide then; against the slow obvious way.
void TestVServerImport::manyFilesOfOneSize()
{
    const auto fill = [](FileTreeBuilder &b, int from, int to) {
        for (int i = from; i < to; ++i)
            b.addInlineFile(FileTreeBuilder::root(), "f" + std::to_string(i * 7 % 1000), at(7),
                            std::to_string(1'000'000 + i / 2));
    };
    const FileTreePtr refbox = made([&](FileTreeBuilder &b) { fill(b, 0, 300); });
    const FileTreePtr imported = made([&](FileTreeBuilder &b) { fill(b, 201, 500); });
    const Relinking found = twins(*imported, *refbox);
    for (NodeId node = 1; node < imported->nodeCount(); ++node) {
        const InodeId inode = imported->inodeOf(node);
        bool hasSame = false;
        for (InodeId other = 0; other < refbox->inodeCount(); ++other)
            hasSame |= refbox->inode(other).isRegular() && sameContent(*imported, inode, *refbox, other);
        QCOMPARE(found.twins[inode] != kNoId, hasSame);
        if (hasSame)
            QVERIFY(sameContent(*imported, inode, *refbox, refbox->inodeOf(found.twins[inode])));
    }
    QCOMPARE(found.report.of(ImportKind::Linked).files, 99U);
}

void TestVServerImport::linksSymbolicLinks()
{
    const FileTreePtr refbox = made([](FileTreeBuilder &b) {
        b.addSymlink(FileTreeBuilder::root(), "a", at(7), "busybox");
        b.addSymlink(FileTreeBuilder::root(), "b", at(7), "busybox");
    });
    const FileTreePtr imported = made([](FileTreeBuilder &b) {
        b.addSymlink(FileTreeBuilder::root(), "b", at(7), "busybox");
        b.addSymlink(FileTreeBuilder::root(), "c", at(7), "elsewhere");
        b.addSymlink(FileTreeBuilder::root(), "d", at(8), "busybox");
    });
    const Relinking found = twins(*imported, *refbox);
    QCOMPARE(twinOf(*imported, *refbox, "/b", found), std::string("/b"));
    QCOMPARE(twinOf(*imported, *refbox, "/c", found), std::string());
    QCOMPARE(twinOf(*imported, *refbox, "/d", found), std::string());
    QCOMPARE(found.report.of(ImportKind::OtherTime).files, 1U);
}

void TestVServerImport::carriedOutAndBackSharesAllAgain_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"a.tar", "a.tar.gz", "a.tar.xz", "a.tar.zst", "a.parts", "folder"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestVServerImport::carriedOutAndBackSharesAllAgain()
{
    QFETCH(QString, file);
    if (file == QLatin1String("folder") && ::geteuid() != 0)
        QSKIP("only root can write a folder with devices");
    ProjectLab lab = this->lab();
    lab.project.image.seal = file != QLatin1String("folder"); // sealed files stay in the way
    const Plan plan = lab.plan();
    std::string source = path(file.toStdString());
    if (file == QLatin1String("folder")) {
        Progress progress;
        writeFolder(*plan.tree, plan.vservers.front(), source, {}, progress);
    } else {
        carryOut(plan, source);
    }
    if (file == QLatin1String("a.parts"))
        source += ".001";
    const ImportPlan imported = import(lab, source, "back");
    Progress progress;
    for (int again = 0; again < 2; ++again) { // the second time it is in memory
        const Plan both = makePlan(imported.project, optionsOf(lab), progress);
        CompareOptions compare;
        compare.times = file != QLatin1String("folder"); // the topmost folder's is that of its making
        const auto differences = compareTrees({*both.tree, both.tree->find("/vsbox01")},
                                              {*both.tree, both.tree->find("/back")}, compare, progress);
        const std::string first =
            differences.empty() ? std::string()
                                : differences.front().path + ": " + differenceName(differences.front().kind) +
                                      ' ' + differences.front().a + ", " + differences.front().b;
        QVERIFY2(differences.empty(), first.c_str());
        // Shared with the refbox is what was, and nothing else.
        for (NodeId node = both.vservers[0]; node < both.tree->subtreeEnd(both.vservers[0]); ++node) {
            const std::string rest = both.tree->path(node).substr(std::string("/vsbox01").size());
            const NodeId back = both.tree->find("/back" + rest);
            if (both.tree->inodeAt(node).isDirectory())
                continue;
            const auto names = both.tree->names(both.tree->inodeOf(node));
            const bool isShared = std::ranges::any_of(
                names, [&](NodeId name) { return both.tree->isInside(name, both.refbox); });
            QVERIFY2((both.tree->inodeOf(node) == both.tree->inodeOf(back)) == isShared, rest.c_str());
        }
        QCOMPARE(both.imports.size(), std::size_t(2));
        QVERIFY(!both.imports[0] && both.imports[1] == imported.report);
    }
    QCOMPARE(imported.report.of(ImportKind::Linked).files, 4U);
    QCOMPARE(imported.report.of(ImportKind::OtherTime).files, 0U);
    QVERIFY(std::ranges::count(imported.findings, "imported", &Finding::id) == 1);
    QVERIFY(std::ranges::none_of(imported.findings, [](const Finding &finding) {
        return finding.severity != Finding::Severity::Info;
    }));
}

void TestVServerImport::itsFilesDoNotGoWithTheRefbox()
{
    ProjectLab lab = this->lab();
    carryOut(lab.plan(), path("kept.tar"));
    lab.project = import(lab, path("kept.tar"), "back").project;
    lab.project.vservers.back().links = {linkRule("/opt/v/tool/share/*", "/share")};
    Progress progress;
    const Plan plan = makePlan(lab.project, optionsOf(lab), progress);
    const FileTree &tree = *plan.tree;
    const std::vector<NodeId> kept = importedNames(plan);
    for (NodeId node = plan.vservers[1]; node < tree.subtreeEnd(plan.vservers[1]); ++node) {
        const bool isLinked = tree.path(node) == "/back/share/text"; // by the rule, not by the archive
        const bool isWanted = !tree.inodeAt(node).isDirectory() && !isLinked;
        QVERIFY2(std::ranges::binary_search(kept, node) == isWanted, tree.path(node).c_str());
    }
    QVERIFY(kept.size() > 4 && kept.front() > plan.vservers[1]);

    const LinkMap links = buildLinkMap(tree, plan.vservers, plan.refbox);
    const std::vector<NodeId> dropped{tree.find("/refbox/bin/sh"), tree.find("/refbox/opt/v/tool/share")};
    std::vector<std::string> gone;
    for (const NodeId node : namesThatGo(tree, &links, dropped, kept))
        gone.push_back(tree.path(node));
    QCOMPARE(gone, (std::vector<std::string>{"/back/share/text", "/refbox/bin/sh", "/refbox/opt/v/tool/share",
                                             "/refbox/opt/v/tool/share/text", "/vsbox01/bin/sh"}));
}

void TestVServerImport::whatChangedStaysPrivate()
{
    if (::geteuid() != 0)
        QSKIP("only root can write a folder with devices");
    ProjectLab lab = this->lab();
    lab.project.image.seal = false; // else it could not be changed
    const Plan plan = lab.plan();
    const std::string folder = path("changed");
    Progress progress;
    writeFolder(*plan.tree, plan.vservers.front(), folder, {}, progress);
    const auto stamp = fs::last_write_time(folder + "/bin/ls");
    const auto write = [](const std::string &file, const char *text) {
        fs::remove(file); // it may be immutable's twin: a name of its own
        QFile out(QString::fromStdString(file));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) > 0);
    };
    write(folder + "/bin/ls", "the Lister");
    write(folder + "/bin/new", "a new one");
    ::chmod((folder + "/bin/ls").c_str(), 0755);
    fs::last_write_time(folder + "/bin/ls", stamp);
    fs::remove(folder + "/usr/bin/tool");
    fs::last_write_time(folder + "/lib/libc.so.6", stamp + std::chrono::hours(1));
    const ImportPlan imported = import(lab, folder, "back");
    QCOMPARE(imported.report.of(ImportKind::Linked).files, 1U);
    const std::vector<ImportedFile> expected{{ImportKind::Changed, "/bin/ls", "/bin/ls", 10},
                                             {ImportKind::OtherTime, "/lib/libc.so.6", "/lib/libc.so.6", 7}};
    QVERIFY(imported.report.files == expected);
    const Plan both = makePlan(imported.project, optionsOf(lab), progress);
    QCOMPARE(readAll(*both.tree, both.tree->inodeOf(both.tree->find("/back/bin/ls")), 100),
             std::string("the Lister"));
    QCOMPARE(readAll(*both.tree, both.tree->inodeOf(both.tree->find("/refbox/bin/ls")), 100),
             std::string("the lister"));
    QVERIFY(both.tree->find("/back/usr/bin/tool") == kNoId);
    QVERIFY(both.tree->find("/back/bin/new") != kNoId);
}

void TestVServerImport::rulesAndFilesOverride()
{
    ProjectLab lab = this->lab();
    carryOut(lab.plan(), path("o.tar"));
    VServer &back = lab.vserver("back", {linkRule("/opt/v/tool/share/text", "/bin/ls")});
    back.import = Import{.path = path("o.tar")};
    back.skeleton = "typical";
    back.files["/etc/own"] = {.content = "another"};
    const Plan plan = lab.plan();
    const auto text = [&](const std::string &path) {
        return readAll(*plan.tree, plan.tree->inodeOf(plan.tree->find(path)), 100);
    };
    QCOMPARE(text("/back/bin/ls"), std::string("some text"));
    QCOMPARE(text("/back/etc/own"), std::string("another"));
    QCOMPARE(text("/back/etc/hostname"), std::string("vsbox01\n")); // as it was carried out
    QVERIFY(plan.tree->inodeOf(plan.tree->find("/back/bin/ls")) ==
            plan.tree->inodeOf(plan.tree->find("/refbox/opt/v/tool/share/text")));
}

void TestVServerImport::vserversOfOneArchiveShareNothingOfTheirOwn()
{
    ProjectLab lab = this->lab();
    carryOut(lab.plan(), path("twice.tar"));
    for (const char *name : {"one", "two"})
        lab.vserver(name, {}).import = Import{.path = path("twice.tar")};
    const Plan plan = lab.plan();
    const auto inode = [&](const std::string &path) { return plan.tree->inodeOf(plan.tree->find(path)); };
    QVERIFY(inode("/one/etc/own") != inode("/two/etc/own"));
    QVERIFY(inode("/one/dev/null") != inode("/two/dev/null"));
    QVERIFY(inode("/one/bin/sh") == inode("/two/bin/sh"));
    QVERIFY((plan.tree->inode(inode("/one/bin/sh")).flags & kImmutable) != 0);
    QVERIFY((plan.tree->inode(inode("/one/etc/own")).flags & kImmutable) == 0);
}

void TestVServerImport::takesAVServerOutOfAnImage()
{
    ProjectLab lab = this->lab();
    const Plan plan = lab.plan();
    Progress progress;
    ImageExport options;
    options.settings = lab.project.image;
    options.defaultLabel = "lab";
    options.flush = false;
    exportImage(*plan.tree, path("lab.img"), options, progress);
    VServer vserver;
    vserver.name = "back";
    vserver.skeleton = "empty";
    vserver.import = Import{.path = path("lab.img"), .folder = "/vsbox01"};
    const ImportPlan imported = planImport(lab.project, vserver, optionsOf(lab), progress);
    // Sealed there, and the same all the same.
    QCOMPARE(imported.report.of(ImportKind::Linked).files, 4U);
    const Plan both = makePlan(imported.project, optionsOf(lab), progress);
    // What the refbox no longer has the same is the vserver's own, and not sealed.
    Project other = imported.project;
    other.vservers.back().import->relink = Relink::Nothing;
    const FileTreePtr unlinked = makePlan(other, optionsOf(lab), progress).tree;
    QCOMPARE(unlinked->inodeAt(unlinked->find("/back/bin/sh")).flags, std::uint8_t{0});
    QVERIFY(compareTrees({*both.tree, both.tree->find("/vsbox01")}, {*both.tree, both.tree->find("/back")},
                         {}, progress)
                .empty());
}

void TestVServerImport::aPackageAsAWholeIsNoVServer()
{
    const ProjectLab lab = this->lab();
    const Plan plan = lab.plan();
    Progress progress;
    exportStar(*plan.tree, FileTree::root(), path("all.tar"), {}, false, progress);
    try {
        import(lab, path("all.tar"), "back");
        QFAIL("it was taken");
    } catch (const Error &error) {
        QVERIFY(error.toString().contains(QLatin1String("/vsbox01")));
    }
}

void TestVServerImport::failuresAreFindingsOfAPlan()
{
    ProjectLab lab = this->lab();
    lab.vserver("lost", {linkRule("/bin/sh", "/bin/sh")}).import = Import{.path = path("nowhere.tar")};
    const Plan plan = lab.plan();
    const auto found = std::ranges::find(plan.findings, "import-failed", &Finding::id);
    QVERIFY(found != plan.findings.end() && found->severity == Finding::Severity::Error);
    QCOMPARE(found->path, std::string("/lost"));
    QVERIFY(found->message.contains(QLatin1String("nowhere.tar")));
    QVERIFY(plan.tree->find("/lost/bin/sh") != kNoId);
    QVERIFY(!plan.imports.back());
}

void TestVServerImport::failuresAreErrorsOfAnImport()
{
    const ProjectLab lab = this->lab();
    carryOut(lab.plan(), path("good.tar"));
    const auto refusal = [&](const std::string &file, const std::string &name,
                             const std::string &folder = "/") {
        VServer vserver;
        vserver.name = name;
        vserver.import = Import{.path = path(file), .folder = folder};
        Progress progress;
        try {
            planImport(lab.project, vserver, optionsOf(lab), progress);
        } catch (const Error &error) {
            return error.toString();
        }
        return QString();
    };
    QCOMPARE(refusal("good.tar", "back"), QString());
    QVERIFY(refusal("good.tar", "vsbox01").contains(QLatin1String("has a vserver of this name")));
    QVERIFY(refusal("nowhere.tar", "back").contains(QLatin1String("nowhere.tar")));
    QVERIFY(refusal("good.tar", "back", "/none").contains(QLatin1String("no folder /none")));
    QVERIFY(refusal("good.tar", "back", "/bin/sh").contains(QLatin1String("no folder /bin/sh")));
    QFile text(QString::fromStdString(path("text.tar")));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no archive at all, but some text") > 0);
    text.close();
    QVERIFY(refusal("text.tar", "back").contains(QLatin1String("text.tar")));
    for (const char *name : {"sum.tar", "sum.tar.zst"}) {
        carryOut(lab.plan(), path(name));
        QFile sum(QString::fromStdString(path(name)) + QStringLiteral(".sha256"));
        QVERIFY(sum.open(QIODevice::WriteOnly));
        sum.write(QByteArray(64, '0') + "  " + name + '\n');
        sum.close();
        const QString refused = refusal(name, "back");
        QVERIFY2(refused.contains(QLatin1String("SHA-256")) && refused.contains(sum.fileName()),
                 qPrintable(refused));
    }
}

void TestVServerImport::offersToIgnoreTimes()
{
    ProjectLab lab = this->lab();
    carryOut(lab.plan(), path("times.tar"));
    lab.vserver("back", {}).import = Import{.path = path("times.tar")};
    QCOMPARE(lab.fix("same-but-time"), std::string());
    const fs::path file = lab.pathOf("base", "/bin/sh");
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
    QCOMPARE(lab.fix("same-but-time"), std::string("Link them whatever their times"));
    QVERIFY(lab.project.vservers.back().import->relink == Relink::AnyTime);
    const Plan plan = lab.plan();
    QVERIFY(plan.tree->inodeOf(plan.tree->find("/back/bin/sh")) ==
            plan.tree->inodeOf(plan.tree->find("/refbox/bin/sh")));
    QCOMPARE(plan.imports.back()->retimed, 1U);
}

void TestVServerImport::remembersNothingThatChanged()
{
    ProjectLab lab = this->lab();
    lab.project.image.seal = false;
    carryOut(lab.plan(), path("memory.tar"));
    lab.vserver("back", {}).import = Import{.path = path("memory.tar")};
    const auto linked = [&] { return lab.plan().imports.back()->of(ImportKind::Linked).files; };
    QCOMPARE(linked(), 4U);
    QCOMPARE(linked(), 4U);
    lab.project.privatePaths = {"/bin/**"};
    QCOMPARE(linked(), 2U);
    lab.project.privatePaths = {};
    lab.project.vservers.back().import->relink = Relink::Nothing;
    QCOMPARE(linked(), 0U);
    lab.project.vservers.back().import->relink = Relink::Exact;
    QCOMPARE(linked(), 4U);
    // The same size, the same time: only its stamp tells.
    const fs::path file = lab.pathOf("base", "/bin/sh");
    const auto time = fs::last_write_time(file);
    QFile sh(QString::fromStdString(file.string()));
    QVERIFY(sh.open(QIODevice::WriteOnly) && sh.write("THE SHELL") == 9);
    sh.close();
    fs::last_write_time(file, time);
    QCOMPARE(linked(), 3U);
    // Another star-ball in the same place.
    ProjectLab other = this->lab();
    other.project.vservers.front().links.pop_back();
    carryOut(other.plan(), path("memory.tar"));
    QVERIFY(linked() < 4U);
}

void TestVServerImport::aDamagedCacheIsReadAnew()
{
    ProjectLab lab = this->lab();
    const std::string file = path("packed.tar.zst");
    carryOut(lab.plan(), file);
    lab.vserver("back", {}).import = Import{.path = file};
    const auto own = [&] {
        const Plan plan = lab.plan();
        return readAll(*plan.tree, plan.tree->inodeOf(plan.tree->find("/back/etc/own")), 100);
    };
    QCOMPARE(own(), std::string("its own"));
    int damaged = 0;
    for (const auto &object : fs::recursive_directory_iterator(path("cache/objects"))) {
        if (!object.is_regular_file())
            continue;
        fs::permissions(object, fs::perms::owner_write, fs::perm_options::add);
        QFile bytes(QString::fromStdString(object.path().string()));
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        QByteArray all = bytes.readAll();
        damaged += all.contains("its own") ? 1 : 0;
        all.replace("its own", "no more");
        QVERIFY(bytes.seek(0) && bytes.write(all) == all.size());
    }
    QVERIFY(damaged > 0);
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1)); // else it is remembered
    QCOMPARE(own(), std::string("its own"));
    fs::remove_all(path("cache/objects"));
    QCOMPARE(own(), std::string("its own"));
}

void TestVServerImport::namesVServersAfterTheirFiles()
{
    QCOMPARE(vserverNameFor("/x/vsbox01.tar.zst"), std::string("vsbox01"));
    QCOMPARE(vserverNameFor("vsbox01.tar.001"), std::string("vsbox01"));
    QCOMPARE(vserverNameFor("/x/folder/"), std::string("folder"));
}

void TestVServerImport::theGuideTellsWhereItCameFrom()
{
    ProjectLab lab = this->lab();
    const std::string file = path("told.tar");
    carryOut(lab.plan(), file);
    lab.project = import(lab, file, "back").project;
    const Plan plan = lab.plan();
    const std::string guide =
        readAll(*plan.tree, plan.tree->inodeOf(plan.tree->find("/baby/doc/guide.md")), 1 << 20);
    const std::size_t place = guide.find("It was carried in from `told.tar`.");
    QVERIFY2(place != std::string::npos && place > guide.find("### /back"), guide.c_str());
    const ImportReport &report = *plan.imports.back();
    const std::string sums = "Of its " + std::to_string(report.all().files) + " files, " +
                             std::to_string(report.of(ImportKind::Linked).files) + " files with ";
    QVERIFY2(guide.find(sums, place) != std::string::npos, sums.c_str());
    QVERIFY(report.of(ImportKind::Linked).files > 1);
}

QTEST_GUILESS_MAIN(TestVServerImport)
#include "tst_vserverimport.moc"
