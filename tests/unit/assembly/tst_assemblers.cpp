// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The refbox and the vservers in the making, without any program of this machine.
#include "assembly/refboxassembler.h"
#include "assembly/skeleton.h"
#include "assembly/vserverassembler.h"
#include "tree/content.h"

#include <QTest>

#include <set>

using namespace Refbox;

namespace {

// A component's tree from "path=content" entries; a path that ends in '/' is a folder.
FileTreePtr makeTree(std::initializer_list<std::pair<std::string, std::string>> entries)
{
    FileTreeBuilder builder;
    for (const auto &[path, content] : entries) {
        FileTreeBuilder::Handle folder = FileTreeBuilder::root();
        std::size_t start = 1;
        for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
             slash = path.find('/', start)) {
            const std::string name = path.substr(start, slash - start);
            const auto existing = builder.child(folder, name);
            folder = existing != FileTreeBuilder::kNone ? existing : builder.addDirectory(folder, name, {});
            start = slash + 1;
        }
        if (start < path.size())
            builder.addInlineFile(folder, path.substr(start), {}, content);
    }
    return builder.build();
}

bool hasFinding(const Findings &findings, const std::string &id, const std::string &path)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding &finding) { return finding.id == id && finding.path == path; });
}

struct Assembled
{
    FileTreePtr tree;
    Findings findings;
    std::vector<RuleReport> reports;

    NodeId at(const std::string &path) const { return tree->find(path); }
    bool shared(const std::string &a, const std::string &b) const
    {
        return at(a) != kNoId && at(b) != kNoId && tree->inodeOf(at(a)) == tree->inodeOf(at(b));
    }
    std::string text(const std::string &path) const { return readAll(*tree, tree->inodeOf(at(path)), 1000); }
};

Assembled assemble(
    const FileTreePtr &refbox, const VServer &vserver,
    const NeedsOfFile &needs = [](NodeId) { return std::vector<std::string>(); })
{
    Assembled result;
    FileTreeBuilder builder;
    const auto base = builder.copySubtree(FileTreeBuilder::root(), "refbox", *refbox, FileTree::root(), {});
    VServerAssembler assembler(builder, *refbox, base, {"/etc/**"}, {1000, 0});
    assembler.assemble(vserver, needs, result.findings);
    result.reports = assembler.reports();
    result.tree = builder.build();
    return result;
}

VServer emptyVServer(std::vector<LinkRule> links)
{
    VServer vserver;
    vserver.name = "vsbox01";
    vserver.skeleton = "empty";
    vserver.links = std::move(links);
    return vserver;
}

LinkRule rule(const char *from, const char *to, LinkManner manner = LinkManner::Hard)
{
    LinkRule rule;
    rule.from = from;
    rule.to = to;
    rule.manner = manner;
    return rule;
}

} // namespace

class TestAssemblers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void componentsMergeAtTheirPrefixes()
    {
        const FileTreePtr base = makeTree({{"/bin/sh", "shell"}, {"/etc/", ""}});
        const FileTreePtr bash = makeTree({{"/bin/bash", "bash"}});
        Findings findings;
        RefboxAssembler assembler({5, 0});
        assembler.addComponent("base", "/", *base, findings);
        assembler.addComponent("gnu-bash", "/opt/gnu/bash", *bash, findings);
        const FileTreePtr tree = assembler.build();
        QVERIFY(findings.empty());
        const NodeId node = tree->find("/opt/gnu/bash/bin/bash");
        QVERIFY(node != kNoId);
        QCOMPARE(tree->origin(tree->inodeOf(node)), std::string_view("gnu-bash"));
        QCOMPARE(tree->origin(tree->inodeOf(tree->find("/bin/sh"))), std::string_view("base"));
        QCOMPARE(tree->inodeAt(tree->find("/opt/gnu")).mtimeSeconds, 5);
    }

    void twoComponentsThatWantOnePathAreAFinding()
    {
        const FileTreePtr first = makeTree({{"/bin/tool", "one"}, {"/bin/same", "equal"}});
        const FileTreePtr second =
            makeTree({{"/bin/tool", "two"}, {"/bin/same", "equal"}, {"/bin/other", "x"}});
        Findings findings;
        RefboxAssembler assembler({});
        assembler.addComponent("first", "/", *first, findings);
        assembler.addComponent("second", "/", *second, findings);
        const FileTreePtr tree = assembler.build();
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(hasFinding(findings, "path-conflict", "/refbox/bin/tool"));
        QCOMPARE(findings[0].severity, Finding::Severity::Error);
        QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("/bin/tool")), 10), std::string("one"));
        QVERIFY(tree->find("/bin/other") != kNoId);
    }

    void aFileWhereAFolderShouldBeTakesNothingBelow()
    {
        const FileTreePtr first = makeTree({{"/lib", "a file"}});
        const FileTreePtr second = makeTree({{"/lib/libx.so", "x"}});
        Findings findings;
        RefboxAssembler assembler({});
        assembler.addComponent("first", "/", *first, findings);
        assembler.addComponent("second", "/", *second, findings);
        const FileTreePtr tree = assembler.build();
        QVERIFY(hasFinding(findings, "path-conflict", "/refbox/lib"));
        QVERIFY(tree->inodeAt(tree->find("/lib")).isRegular());
        QCOMPARE(tree->nodeCount(), 2U);
    }

    void librariesThatClashAreAFinding()
    {
        const FileTreePtr libs = makeTree({{"/old", "version 1"}, {"/new", "version 2"}});
        Findings findings;
        RefboxAssembler assembler({});
        const auto library = [&](const char *path, const char *node) {
            return ComponentLibrary{path, node, libs, libs->find(node)};
        };
        assembler.addLibrary("a", library("/lib/libx.so.1", "/old"), findings);
        assembler.addLibrary("b", library("/lib/libx.so.1", "/old"), findings);
        assembler.addLibrary("b", library("/lib64/libx.so.1", "/old"), findings);
        QVERIFY(findings.empty());
        assembler.addLibrary("c", library("/lib/libx.so.1", "/new"), findings);
        QVERIFY(hasFinding(findings, "library-clash", "/refbox/lib/libx.so.1"));
        const FileTreePtr tree = assembler.build();
        QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("/lib/libx.so.1")), 20), std::string("version 1"));
        QCOMPARE(tree->inodeOf(tree->find("/lib/libx.so.1")), tree->inodeOf(tree->find("/lib64/libx.so.1")));
    }

    void globRulesKeepThePathFromTheFirstWildcardOn()
    {
        const FileTreePtr refbox = makeTree({{"/opt/gnu/coreutils/bin/ls", "ls"},
                                             {"/opt/gnu/coreutils/bin/cat", "cat"},
                                             {"/share/a/x.txt", "x"},
                                             {"/share/b/y.dat", "y"}});
        const Assembled got = assemble(refbox, emptyVServer({rule("/opt/gnu/coreutils/bin/*", "/bin"),
                                                             rule("/share/**/*.txt", "/doc")}));
        QVERIFY(got.shared("/vsbox01/bin/ls", "/refbox/opt/gnu/coreutils/bin/ls"));
        QVERIFY(got.shared("/vsbox01/bin/cat", "/refbox/opt/gnu/coreutils/bin/cat"));
        QVERIFY(got.shared("/vsbox01/doc/a/x.txt", "/refbox/share/a/x.txt"));
        QCOMPARE(got.at("/vsbox01/doc/b"), kNoId);
        QCOMPARE(got.reports[0].matched, 2U);
        QCOMPARE(got.reports[0].linked, 2U);
        QVERIFY(got.findings.empty());
    }

    void aFolderThatMatchesItselfGoesToAPlaceWithASlashToo()
    {
        const FileTreePtr refbox = makeTree({{"/sbin/a", "a"}});
        const Assembled made = assemble(refbox, emptyVServer({rule("/sbin/**", "/sbin/")}));
        QVERIFY(made.shared("/vsbox01/sbin/a", "/refbox/sbin/a"));
        QCOMPARE(made.at("/vsbox01/sbin/sbin"), kNoId);
    }

    void rulesWithoutWildcardsNameTheNewPath()
    {
        const FileTreePtr refbox =
            makeTree({{"/opt/gnu/bash/bin/bash", "bash"}, {"/opt/gnu/bash/share/doc", "doc"}});
        const Assembled got = assemble(refbox, emptyVServer({rule("/opt/gnu/bash/bin/bash", "/bin/sh"),
                                                             rule("/opt/gnu/bash/bin/bash", "/usr/bin/"),
                                                             rule("/opt/gnu/bash", "/opt/bash")}));
        QVERIFY(got.shared("/vsbox01/bin/sh", "/refbox/opt/gnu/bash/bin/bash"));
        QVERIFY(got.shared("/vsbox01/usr/bin/bash", "/vsbox01/bin/sh"));
        QVERIFY(got.shared("/vsbox01/opt/bash/share/doc", "/refbox/opt/gnu/bash/share/doc"));
    }

    void laterRulesOverrideAndTheShadowedAreReported()
    {
        const FileTreePtr refbox = makeTree({{"/bin/ls", "small"}, {"/bin/vi", "vi"}, {"/full/ls", "full"}});
        const Assembled got =
            assemble(refbox, emptyVServer({rule("/bin/*", "/bin"), rule("/full/*", "/bin")}));
        QVERIFY(got.shared("/vsbox01/bin/ls", "/refbox/full/ls"));
        QVERIFY(got.shared("/vsbox01/bin/vi", "/refbox/bin/vi"));
        QCOMPARE(got.reports[0].linked, 1U);
        QCOMPARE(got.reports[0].shadowed, 1U);
        QCOMPARE(got.reports[1].linked, 1U);
        QVERIFY(hasFinding(got.findings, "shadowed-rule", "/vsbox01/bin/ls"));
    }

    void emptyAndConfigurationFilesAreCopied()
    {
        const FileTreePtr refbox =
            makeTree({{"/etc/conf", "setting"}, {"/share/empty", ""}, {"/share/full", "x"}});
        const Assembled got =
            assemble(refbox, emptyVServer({rule("/etc", "/etc"), rule("/share", "/share")}));
        QVERIFY(!got.shared("/vsbox01/etc/conf", "/refbox/etc/conf"));
        QCOMPARE(got.text("/vsbox01/etc/conf"), std::string("setting"));
        QVERIFY(!got.shared("/vsbox01/share/empty", "/refbox/share/empty"));
        QVERIFY(got.shared("/vsbox01/share/full", "/refbox/share/full"));
        QCOMPARE(got.reports[0].copied, 1U);
        QCOMPARE(got.reports[1].copied, 1U);
    }

    void mannersMakeCopiesAndSymbolicLinks()
    {
        const FileTreePtr refbox = makeTree({{"/share/a/file", "x"}});
        const Assembled got =
            assemble(refbox, emptyVServer({rule("/share/a/*", "/one/two", LinkManner::Symbolic),
                                           rule("/share/a/*", "/copy", LinkManner::Copy)}));
        const InodeId link = got.tree->inodeOf(got.at("/vsbox01/one/two/file"));
        QCOMPARE(got.tree->symlinkTarget(link), std::string_view("../../../refbox/share/a/file"));
        QVERIFY(!got.shared("/vsbox01/copy/file", "/refbox/share/a/file"));
        QCOMPARE(got.text("/vsbox01/copy/file"), std::string("x"));
    }

    void exceptionsAreLeftOut()
    {
        const FileTreePtr refbox = makeTree({{"/bin/a", "a"}, {"/bin/sub/b", "b"}, {"/bin/sub/c", "c"}});
        LinkRule bin = rule("/bin/*", "/bin");
        bin.except = {"/bin/a", "/bin/sub/c"};
        const Assembled got = assemble(refbox, emptyVServer({bin}));
        QCOMPARE(got.at("/vsbox01/bin/a"), kNoId);
        QVERIFY(got.at("/vsbox01/bin/sub/b") != kNoId);
        QCOMPARE(got.at("/vsbox01/bin/sub/c"), kNoId);
    }

    void privateFilesWinOverRulesAndTheSkeleton()
    {
        const FileTreePtr refbox = makeTree({{"/motd", "shared"}});
        VServer vserver = emptyVServer({rule("/motd", "/motd")});
        vserver.skeleton = "typical";
        vserver.files["/motd"] = {"own", 0600, 3, 4};
        vserver.files["/etc/hostname"] = {"other\n"};
        const Assembled got = assemble(refbox, vserver);
        QCOMPARE(got.text("/vsbox01/motd"), std::string("own"));
        QCOMPARE(got.tree->inodeAt(got.at("/vsbox01/motd")).uid, 3U);
        QCOMPARE(got.tree->inodeAt(got.at("/vsbox01/motd")).permissions, 0600);
        QCOMPARE(got.text("/vsbox01/etc/hostname"), std::string("other\n"));
        QCOMPARE(got.tree->inodeAt(got.at("/vsbox01/etc/rc")).permissions, 0755);
        QCOMPARE(got.tree->inodeAt(got.at("/vsbox01/dev/null")).deviceMinor(), 3U);
        QCOMPARE(got.reports[0].shadowed, 1U);
    }

    void whatProgramsNeedIsLinkedUnlessTheRuleSaysNo()
    {
        const FileTreePtr refbox = makeTree({{"/bin/prog", "p"}, {"/lib/libc.so.6", "c"}});
        const NeedsOfFile needs = [&](NodeId node) {
            return refbox->name(node) == "prog" ? std::vector<std::string>{"/lib/libc.so.6"}
                                                : std::vector<std::string>();
        };
        const Assembled with = assemble(refbox, emptyVServer({rule("/bin/*", "/bin")}), needs);
        QVERIFY(with.shared("/vsbox01/lib/libc.so.6", "/refbox/lib/libc.so.6"));
        LinkRule alone = rule("/bin/*", "/bin");
        alone.needs = false;
        const Assembled without = assemble(refbox, emptyVServer({alone}), needs);
        QCOMPARE(without.at("/vsbox01/lib"), kNoId);
    }

    void conflictsOfFilesAndFoldersAreErrors()
    {
        const FileTreePtr refbox = makeTree({{"/file", "f"}, {"/folder/x", "x"}});
        const Assembled got =
            assemble(refbox, emptyVServer({rule("/file", "/place"), rule("/folder", "/place"),
                                           rule("/file", "/place/below")}));
        QVERIFY(hasFinding(got.findings, "rule-conflict", "/vsbox01/place"));
        QVERIFY(hasFinding(got.findings, "rule-conflict", "/vsbox01/place/below"));
        QVERIFY(got.shared("/vsbox01/place", "/refbox/file"));
    }

    void rulesThatMatchNothingAreReported()
    {
        const FileTreePtr refbox = makeTree({{"/file", "f"}});
        const Assembled got = assemble(refbox, emptyVServer({rule("/nowhere/*", "/bin")}));
        QVERIFY(hasFinding(got.findings, "empty-rule", "/vsbox01"));
    }

    void skeletonsListParentsBeforeChildren()
    {
        for (const char *name : skeletonNames()) {
            std::set<std::string> seen{"/"};
            for (const SkeletonEntry &entry : skeletonEntries(name, "box")) {
                const std::size_t slash = entry.path.rfind('/');
                QVERIFY2(seen.contains(slash == 0 ? "/" : entry.path.substr(0, slash)), entry.path.c_str());
                QVERIFY2(seen.insert(entry.path).second, entry.path.c_str());
            }
        }
        QVERIFY(!isSkeleton("unheard-of"));
    }
};

QTEST_APPLESS_MAIN(TestAssemblers)
#include "tst_assemblers.moc"
