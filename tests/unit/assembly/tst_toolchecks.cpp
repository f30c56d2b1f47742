// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/posixtools.h"
#include "assembly/toolchecks.h"
#include "unit/assembly/checkfixtures.h"
#include "unit/assembly/projectlab.h"

#include <QTest>

using namespace Refbox;

namespace {

bool lacks(const PlacedTree &placed, std::string_view tool)
{
    const auto missing = missingTools(*placed.tree, placed.tree->find("/v1"));
    return std::find(missing.begin(), missing.end(), tool) != missing.end();
}

Findings check(const PlacedTree &placed)
{
    Findings findings;
    Progress progress;
    checkTools(placed.places, nullptr, findings, progress);
    return findings;
}

} // namespace

class TestToolChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTablesAreSortedAndWithoutBuiltIns()
    {
        QVERIFY(std::is_sorted(kPosixTools.begin(), kPosixTools.end()));
        QVERIFY(std::is_sorted(kPosixDevelopmentTools.begin(), kPosixDevelopmentTools.end()));
        for (const std::string_view name : {"alias", "bg", "cd", "command", "fc", "fg", "getopts", "hash",
                                            "jobs", "read", "type", "ulimit", "umask", "unalias", "wait"})
            QVERIFY(!std::binary_search(kPosixTools.begin(), kPosixTools.end(), name));
        for (const std::string_view name : {"awk", "grep", "kill", "ls", "sed", "sh", "test", "vi"})
            QVERIFY(std::binary_search(kPosixTools.begin(), kPosixTools.end(), name));
    }

    void allFoldersOfThePathCount()
    {
        TreeMaker maker;
        maker.file("/v1/bin/ls", "x");
        maker.file("/v1/sbin/cp", "x");
        maker.file("/v1/usr/bin/mv", "x");
        maker.file("/v1/usr/local/bin/rm", "x");
        maker.file("/v1/opt/bin/ed", "x");
        maker.file("/v1/opt/vim/bin/vi", "x");
        maker.file("/v1/opt/gnu/sed/bin/sed", "x");
        maker.file("/v1/libexec/awk", "x");
        maker.link("/v1/opt/acme", "/usr/lib/acme"); // a package that stands elsewhere
        maker.file("/v1/usr/lib/acme/bin/tee", "x");
        const PlacedTree placed(maker);
        for (const char *tool : {"ls", "cp", "mv", "rm", "ed", "vi", "sed", "tee"})
            QVERIFY2(!lacks(placed, tool), tool);
        for (const char *tool : {"awk", "sh", "grep"})
            QVERIFY2(lacks(placed, tool), tool);
    }

    void linksAreFollowedInsideTheVServer()
    {
        TreeMaker maker;
        maker.file("/v1/usr/bin/ls", "x");
        maker.link("/v1/bin", "/usr/bin");   // as many systems have it
        maker.link("/v1/usr/bin/vi", "vim"); // dangles: a finding of its own
        maker.file("/v1/usr/bin/cat", "x", fileMetadata(0644));
        maker.folder("/v1/usr/bin/awk");
        maker.link("/v1/sbin", "../../refbox/sbin"); // out of the vserver
        maker.file("/refbox/sbin/sed", "x");
        const PlacedTree placed(maker);
        QVERIFY(!lacks(placed, "ls"));
        QVERIFY(!lacks(placed, "vi"));
        for (const char *tool : {"cat", "awk", "sed"})
            QVERIFY2(lacks(placed, tool), tool);
    }

    void aVServerWithoutToolsIsNotMeantToHaveAny()
    {
        TreeMaker maker;
        maker.file("/v1/bin/daemon", "x");
        maker.file("/refbox/bin/ls", "x");
        QVERIFY(check(PlacedTree(maker)).empty());
    }

    void toolsForDevelopingCountWhereSoftwareIsBuilt()
    {
        TreeMaker maker;
        maker.file("/v1/bin/ls", "x");
        maker.file("/v1/bin/ar", "x"); // BusyBox has it, too
        QVERIFY(!lacks(PlacedTree(maker), "yacc"));
        TreeMaker builds;
        builds.file("/v1/bin/ls", "x");
        builds.file("/v1/usr/bin/gcc", "x");
        QVERIFY(lacks(PlacedTree(builds), "yacc"));
    }

    void whatTheRefboxHasIsTold()
    {
        TreeMaker maker;
        maker.file("/v1/bin/ls", "x");
        Metadata fromVim = fileMetadata(0755);
        fromVim.origin = maker.builder.intern("vim");
        maker.file("/refbox/opt/vim/bin/vi", "x", fromVim);
        maker.file("/refbox/bin/sed", "x");
        maker.link("/refbox/bin/awk", "gawk"); // leads nowhere: no offer
        maker.file("/refbox/share/grep", "x"); // no program's place
        const Findings findings = check(PlacedTree(maker));
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].id, std::string("unlinked-tools"));
        QCOMPARE(findings[0].path, std::string("/v1"));
        QVERIFY2(findings[0].message.endsWith(QStringLiteral(": sed, vi (vim).")),
                 qPrintable(findings[0].message));
        QCOMPARE(findings[1].id, std::string("overlooked-tools"));
        QVERIFY(findings[1].message.contains(QStringLiteral(" awk, ")));
        QVERIFY(findings[1].message.contains(QStringLiteral(" grep, ")));
        QVERIFY(!findings[1].message.contains(QStringLiteral(" vi,")));
    }

    void theUsualFolderIsOfferedBeforeOthers()
    {
        TreeMaker maker;
        maker.file("/refbox/a/bin/ls", "x");
        maker.file("/refbox/usr/bin/ls", "x");
        maker.file("/refbox/opt/z/bin/ls", "x");
        maker.file("/refbox/bin/cd", "x"); // none of POSIX's programs
        const PlacedTree placed(maker);
        const auto tools = refboxTools(*placed.tree, placed.tree->find("/refbox"));
        QCOMPARE(tools.size(), std::size_t(1));
        QCOMPARE(placed.tree->path(tools.at("ls")), std::string("/refbox/usr/bin/ls"));
        QVERIFY(refboxTools(*placed.tree, kNoId).empty());
    }

    void theFixLinksThem()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/ls", "ls"}, {"/bin/sed", "sed"}, {"/usr/bin/awk", "awk"}});
        lab.component("vim", {{"/bin/vi", "vi"}, {"/bin/ex[1]", "ex"}}, "/opt/vim");
        std::filesystem::create_symlink("ex[1]", lab.pathOf("vim", "/bin/ex"));
        lab.vserver("v1", {linkRule("/bin/ls", "/bin/ls")});
        QVERIFY(hasFinding(lab.findings(), "unlinked-tools"));
        QCOMPARE(lab.fix("unlinked-tools"), std::string("Link these 4 tools"));
        const Findings findings = lab.findings();
        QVERIFY(!hasFinding(findings, "unlinked-tools"));
        QVERIFY(!hasFinding(findings, "empty-rule"));
        QVERIFY(!hasFinding(findings, "dangling-link"));
        const Plan plan = lab.plan();
        for (const char *path : {"/v1/bin/sed", "/v1/usr/bin/awk", "/v1/bin/vi", "/v1/bin/ex"})
            QVERIFY2(plan.tree->find(path) != kNoId, path);
    }

    void theFixUsesTheFolderThatALinkLeadsTo()
    {
        ProjectLab lab;
        lab.component("base", {{"/usr/bin/ls", "ls"}, {"/usr/bin/sed", "sed"}, {"/opt/v/bin/vi", "vi"}});
        std::filesystem::create_symlink("usr/bin", lab.pathOf("base", "/bin"));
        lab.vserver("v1", {linkRule("/bin", "/bin"), linkRule("/usr/bin/ls", "/usr/bin/ls")});
        QCOMPARE(lab.fix("unlinked-tools"), std::string("Link these 2 tools"));
        const Findings findings = lab.findings();
        QVERIFY(!hasFinding(findings, "unlinked-tools"));
        QVERIFY(!hasFinding(findings, "rule-conflict"));
        QVERIFY(lab.plan().tree->find("/v1/usr/bin/vi") != kNoId);
    }

    void whatARuleLeavesOutIsNotOverlooked()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/ls", "ls"}, {"/bin/vi", "vi"}});
        LinkRule rule = linkRule("/bin/*", "/bin");
        rule.except = {"/bin/vi"};
        lab.vserver("v1", {rule});
        const Findings findings = lab.findings();
        QVERIFY(!hasFinding(findings, "unlinked-tools"));
        for (const Finding &finding : findingsOf(findings, "overlooked-tools"))
            QVERIFY(!finding.message.contains(QStringLiteral(" vi,")));
    }
};

QTEST_GUILESS_MAIN(TestToolChecks)
#include "tst_toolchecks.moc"
