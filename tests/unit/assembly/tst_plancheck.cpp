// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole projects: their findings, and that each fix makes its finding go away.
#include "tree/content.h"
#include "unit/assembly/checkfixtures.h"
#include "unit/assembly/projectlab.h"

#include <QTest>

using namespace Refbox;

namespace {

Plan planOf(TreeMaker &maker, const Project &project)
{
    Plan plan;
    plan.project = project;
    plan.tree = maker.builder.build();
    return plan;
}

PlanCheck check(const Plan &plan)
{
    Progress progress;
    return checkPlan(plan, progress);
}

std::string quietIds(const Findings &findings)
{
    std::string ids;
    for (const Finding &finding : findings) {
        if (finding.id != "overlooked-tools")
            ids += finding.id + ' ';
    }
    return ids;
}

} // namespace

class TestPlanCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundProjectIsQuiet()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/sh", "shell"}, {"/bin/ls", "ls"}});
        lab.vserver("v1", {linkRule("/bin/*", "/bin")}).files["/etc/motd"] = {"shell"};
        lab.vserver("v2", {linkRule("/bin/*", "/bin")}).files["/bin/own"] = {"shell", 0755};
        lab.project.image.capacity = "mini-cd";
        const Plan plan = lab.plan();
        const PlanCheck checked = check(plan);
        QCOMPARE(quietIds(checked.findings), std::string());
        QVERIFY(checked.problem.isEmpty());
        QVERIFY(checked.imageBytes > 10);
    }

    // As roots of distributions have it: /lib is a link to usr/lib.
    void librariesGoWhereTheLinkLeads()
    {
        ProjectLab lab;
        lab.component("root", {{"/usr/lib/keep", "x"}});
        for (const char *name : {"lib", "lib64"})
            std::filesystem::create_directory_symlink("usr/lib", lab.pathOf("root", "/") + name);
        Component host;
        host.name = "host";
        HostSource source;
        source.programs.push_back({"ls", "", false});
        host.source = source;
        lab.project.components.push_back(host);
        lab.vserver("v1", {linkRule("/bin/*", "/bin"), linkRule("/usr/bin/*", "/usr/bin")});
        const Findings findings = lab.findings();
        QVERIFY(!hasFinding(findings, "library-clash"));
        QVERIFY(!hasFinding(findings, "missing-library"));
        QVERIFY(!hasFinding(findings, "missing-loader"));
        QVERIFY(lab.plan().tree->find("/refbox/usr/lib/libc.so.6") != kNoId);
    }

    void theSealIsTurnedOn()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/a", "a"}, {"/bin/b", "b"}});
        ::chmod(lab.pathOf("base", "/bin/b").c_str(), 0777);
        lab.vserver("v1", {linkRule("/bin/*", "/bin")});
        lab.project.image.seal = false;
        const Findings before = lab.findings();
        QCOMPARE(findingsOf(before, "unsealed").size(), std::size_t(1));
        const auto writable = findingsOf(before, "shared-writable");
        QVERIFY(std::any_of(writable.begin(), writable.end(),
                            [](const Finding &finding) { return finding.path == "/refbox/bin/b"; }));
        ProjectLab &same = lab;
        QCOMPARE(same.fix("shared-writable"), std::string("Turn the seal on"));
        QVERIFY(lab.project.image.seal);
        const Findings after = lab.findings();
        QVERIFY(!hasFinding(after, "unsealed"));
        QVERIFY(!hasFinding(after, "shared-writable"));
        lab.project.image.seal = false;
        QCOMPARE(lab.fix("unsealed"), std::string("Turn the seal on"));
        QVERIFY(!hasFinding(lab.findings(), "unsealed"));
    }

    void rulesThatCopyCanLink()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/a", "aaaa"}, {"/bin/b", "bb"}, {"/bin/empty", ""}, {"/etc/conf", "c"}});
        lab.vserver("v1", {linkRule("/etc/conf", "/etc/conf"), linkRule("/bin/*", "/bin", LinkManner::Copy),
                           linkRule("/etc/*", "/etc", LinkManner::Copy),
                           linkRule("/bin/a", "/var/a", LinkManner::Copy)});
        const auto copies = findingsOf(lab.findings(), "identical-copies");
        QCOMPARE(copies.size(), std::size_t(1));
        QCOMPARE(copies[0].path, std::string("/v1/bin/a"));
        QVERIFY2(copies[0].message.contains(QStringLiteral("2 private copies")) &&
                     copies[0].message.contains(QStringLiteral("6 B")),
                 qPrintable(copies[0].message));
        QCOMPARE(lab.fix("identical-copies"), std::string("Let link rule 2 link"));
        QVERIFY(!hasFinding(lab.findings(), "identical-copies"));
        const Plan plan = lab.plan();
        const auto inode = [&](const char *path) { return plan.tree->inodeOf(plan.tree->find(path)); };
        QCOMPARE(inode("/v1/bin/a"), inode("/refbox/bin/a"));
        QVERIFY(inode("/v1/bin/empty") != inode("/refbox/bin/empty"));
        QVERIFY(inode("/v1/etc/conf") != inode("/refbox/etc/conf"));
    }

    void copiesThatARuleOverridesAreNone()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/a", "aaaa"}});
        lab.vserver("v1", {linkRule("/bin/a", "/bin/a", LinkManner::Copy), linkRule("/bin/a", "/bin/a")});
        QVERIFY(!hasFinding(lab.findings(), "identical-copies"));
    }

    void aFixForARuleThatChangedMeanwhileDoesNothing()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/a", "aaaa"}});
        lab.vserver("v1", {linkRule("/bin/a", "/bin/a", LinkManner::Copy)});
        const Plan plan = lab.plan();
        const auto fix = fixFor(findingsOf(check(plan).findings, "identical-copies").at(0), plan);
        QVERIFY(fix.has_value());
        lab.project.vservers[0].links[0].to = "/bin/b";
        fix->apply(lab.project);
        QCOMPARE(lab.project.vservers[0].links[0].manner, LinkManner::Copy);
        lab.project.vservers.clear();
        fix->apply(lab.project);
        QVERIFY(lab.project.vservers.empty());
    }

    void rivalsForPathsAreOneFinding()
    {
        ProjectLab lab;
        lab.component("first", {{"/bin/a", "1"}, {"/bin/b", "1"}, {"/bin/same", "s"}});
        lab.component("second", {{"/bin/a", "2"}, {"/bin/b", "2"}, {"/bin/same", "s"}});
        lab.component("third", {{"/bin/a", "2"}});
        const auto conflicts = findingsOf(lab.plan().findings, "path-conflict");
        QCOMPARE(conflicts.size(), std::size_t(2));
        QCOMPARE(conflicts[0].path, std::string("/refbox/bin/a"));
        QCOMPARE(conflicts[0].subject, std::string("second"));
        QVERIFY2(conflicts[0].message.contains(QStringLiteral("want 2 paths")),
                 qPrintable(conflicts[0].message));
        QCOMPARE(conflicts[1].subject, std::string("third"));
        QVERIFY(conflicts[1].message.contains(QStringLiteral("that of first stays")));
    }

    void aRivalThatNothingUsesIsMoved()
    {
        ProjectLab lab;
        lab.component("first", {{"/bin/a", "1"}});
        lab.component("second", {{"/bin/a", "2"}, {"/share/doc", "d"}});
        lab.vserver("v1", {linkRule("/bin/*", "/bin")});
        QCOMPARE(lab.fix("path-conflict"), std::string("Move component second to /opt/second"));
        QVERIFY(!hasFinding(lab.findings(), "path-conflict"));
        const Plan plan = lab.plan();
        const InodeId moved = plan.tree->inodeOf(plan.tree->find("/refbox/opt/second/bin/a"));
        QCOMPARE(readAll(*plan.tree, moved, 10), std::string("2"));
    }

    void aRivalThatIsLinkedStays()
    {
        ProjectLab lab;
        lab.component("first", {{"/bin/a", "1"}});
        lab.component("second", {{"/bin/a", "2"}, {"/bin/other", "o"}});
        lab.vserver("v1", {linkRule("/bin/*", "/bin")});
        QVERIFY(hasFinding(lab.findings(), "path-conflict"));
        QCOMPARE(lab.fix("path-conflict"), std::string());
        lab.project.vservers[0].links[0].manner = LinkManner::Symbolic;
        QCOMPARE(lab.fix("path-conflict"), std::string());
        // Nor where the place that it would get is taken.
        lab.project.vservers[0].links.clear();
        lab.component("third", {{"/x", "x"}}, "/opt/second");
        QCOMPARE(lab.fix("path-conflict"), std::string());
    }

    void aFileInPlaceOfOthersFolderIsToldSo()
    {
        ProjectLab lab;
        lab.component("first", {{"/bin/a", "1"}}, "/opt/first");
        lab.component("second", {{"/opt", "a file"}});
        const auto conflicts = findingsOf(lab.plan().findings, "path-conflict");
        QCOMPARE(conflicts.size(), std::size_t(1));
        QVERIFY2(conflicts[0].message.contains(QStringLiteral("others have a folder")),
                 qPrintable(conflicts[0].message));
    }

    void tooBigForItsMedium()
    {
        ProjectLab lab;
        lab.component("large", {{"/share/data", std::string(3'000'000, 'x')}});
        lab.component("small", {{"/bin/a", "a"}});
        lab.project.image.capacity = "1M";
        const auto exceeded = findingsOf(lab.findings(), "capacity-exceeded");
        QCOMPARE(exceeded.size(), std::size_t(1));
        QCOMPARE(exceeded[0].severity, Finding::Severity::Error);
        QVERIFY(exceeded[0].path.empty());
        QVERIFY2(exceeded[0].message.contains(QStringLiteral("1M")), qPrintable(exceeded[0].message));
        QVERIFY2(exceeded[0].advice.contains(QStringLiteral("large (3.0 MB), small (1 B)")),
                 qPrintable(exceeded[0].advice));
        QCOMPARE(lab.fix("capacity-exceeded"), std::string()); // no setting helps
        lab.project.image.capacity = "100M";
        QVERIFY(!hasFinding(lab.findings(), "capacity-exceeded"));
    }

    void exactlyFullIsNotTooMuch()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/a", "a"}});
        const std::uint64_t bytes = check(lab.plan()).imageBytes;
        lab.project.image.capacity = std::to_string(bytes);
        QVERIFY(!hasFinding(lab.findings(), "capacity-exceeded"));
        lab.project.image.capacity = std::to_string(bytes - 1);
        QVERIFY(hasFinding(lab.findings(), "capacity-exceeded"));
    }

    void aFixedSizeThatIsTooMuchIsFitted()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/a", "a"}});
        lab.project.image.size = 64 << 20;
        lab.project.image.capacity = "32M";
        QCOMPARE(lab.fix("capacity-exceeded"), std::string("Fit the size to the content"));
        QVERIFY(!hasFinding(lab.findings(), "capacity-exceeded"));
    }

    void aFixedSizeThatIsTooSmallIsFitted()
    {
        ProjectLab lab;
        lab.component("base", {{"/share/data", std::string(3'000'000, 'x')}});
        lab.project.image.size = 1 << 20;
        const PlanCheck checked = check(lab.plan());
        QVERIFY(hasFinding(checked.findings, "image-size"));
        QCOMPARE(checked.imageBytes, 0U);
        QVERIFY(!checked.problem.isEmpty());
        QCOMPARE(lab.fix("image-size"), std::string("Fit the size to the content"));
        QVERIFY(!hasFinding(lab.findings(), "image-size"));
    }

    void whatTheFileSystemCannotHoldIsSummedUp()
    {
        TreeMaker maker;
        Metadata future = fileMetadata(0644);
        future.mtime.seconds = 20'000'000'000;
        maker.file("/refbox/a", "a", future);
        maker.file("/refbox/b", "b", future);
        maker.file("/refbox/c", "c", fileMetadata(0644));
        const PlanCheck lossy = check(planOf(maker, {}));
        QCOMPARE(lossy.findings.size(), std::size_t(1));
        QCOMPARE(lossy.findings[0].id, std::string("format-loss"));
        QCOMPARE(lossy.findings[0].severity, Finding::Severity::Warning);
        QCOMPARE(lossy.findings[0].path, std::string("/refbox/a"));
        QCOMPARE(lossy.findings[0].otherPaths, std::vector<std::string>{"/refbox/b"});
        QCOMPARE(otherPlaces(lossy.findings[0], 10), QStringLiteral("Also: /refbox/b"));
        QCOMPARE(otherPlaces(lossy.findings[0], 0), QStringLiteral("Also: …"));
        QVERIFY2(lossy.findings[0].message.contains(QStringLiteral(": 2, such")),
                 qPrintable(lossy.findings[0].message));
        QVERIFY(lossy.imageBytes > 0);
    }

    void whatTheFileSystemRefusesIsNamedOnce()
    {
        TreeMaker maker;
        const auto host = maker.builder.internHostPath(kNoId, "/nowhere");
        for (const char *name : {"huge", "huger"}) // holes as a whole
            maker.builder.addExtentsFile(maker.folder("/refbox"), name, fileMetadata(0644), host, 20ULL << 40,
                                         {});
        maker.builder.addExtentsFile(maker.folder("/refbox"), "large", fileMetadata(0644), host, 20ULL << 30,
                                     {});
        const PlanCheck refused = check(planOf(maker, {}));
        const auto refusals = findingsOf(refused.findings, "format-refusal");
        QCOMPARE(refusals.size(), std::size_t(1));
        QCOMPARE(refusals[0].severity, Finding::Severity::Error);
        QCOMPARE(refusals[0].path, std::string("/refbox/huge"));
        QVERIFY(!refused.problem.isEmpty());
        QVERIFY(!hasFinding(refused.findings, "image-size")); // would say the same again
    }

    void tooManyNamesAreRefused()
    {
        TreeMaker maker;
        maker.file("/refbox/f", "f");
        const auto file = maker.builder.find("/refbox/f");
        const auto folder = maker.folder("/v1");
        for (std::uint32_t i = 1; i < 65'000; ++i)
            maker.builder.addHardLink(folder, std::to_string(i), file);
        TreeMaker more;
        more.file("/refbox/f", "f");
        const auto again = more.builder.find("/refbox/f");
        const auto fuller = more.folder("/v1");
        for (std::uint32_t i = 1; i <= 65'000; ++i)
            more.builder.addHardLink(fuller, std::to_string(i), again);
        QVERIFY(!hasFinding(check(planOf(maker, {})).findings, "format-refusal"));
        QVERIFY(hasFinding(check(planOf(more, {})).findings, "format-refusal"));
    }

    void otherRefusalsSayWhere()
    {
        TreeMaker maker;
        Metadata heavy = fileMetadata(0644);
        const std::string value(60'000, 'v');
        heavy.xattrs = maker.builder.internXattrs({{"user.big", value}});
        maker.file("/refbox/heavy", "h", heavy);
        const auto findings = findingsOf(check(planOf(maker, {})).findings, "image-size");
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY2(findings[0].message.contains(QStringLiteral("/refbox/heavy")),
                 qPrintable(findings[0].message));
    }

    void anOpenedTreeIsCheckedWhole()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/ls", "ls", fileMetadata(04755));
        maker.file("/refbox/bin/sed", "sed");
        maker.file("/v1/bin/ls", "ls", fileMetadata(04755));
        maker.hardLink("/v1/bin/cat", "/refbox/bin/sed");
        maker.file("/v1/share/x", "x");
        maker.hardLink("/v2/x", "/v1/share/x");
        const PlacedTree placed(maker);
        Progress progress;
        const Findings findings =
            checkOpened(*placed.tree, placed.places.refbox(), placed.places.vservers(), progress);
        for (const char *id : {"unsealed", "foreign-link", "set-uid", "identical-copies", "unlinked-tools",
                               "overlooked-tools"})
            QVERIFY2(hasFinding(findings, id), id);
        for (const Finding &finding : findings)
            QVERIFY2(finding.path.empty() || placed.tree->find(finding.path) != kNoId, finding.path.c_str());
    }

    void checkingTwiceSaysTheSame()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/sh", "sh"}, {"/bin/a", "a"}, {"/bin/b", "b"}});
        lab.vserver("v1", {linkRule("/bin/*", "/bin", LinkManner::Copy)});
        lab.vserver("v2", {linkRule("/bin/*", "/bin")});
        lab.project.image.seal = false;
        QVERIFY(lab.findings() == lab.findings());
    }

    void cancellingStops()
    {
        TreeMaker maker;
        maker.file("/refbox/a", "a");
        maker.file("/v1/a", "a");
        const PlacedTree placed(maker);
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, checkOpened(*placed.tree, placed.places.refbox(), placed.places.vservers(), progress));
    }
};

QTEST_GUILESS_MAIN(TestPlanCheck)
#include "tst_plancheck.moc"
