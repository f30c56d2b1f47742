// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The state that all views show, and the comparison of two trees: what they hold for projects and for trees
// that are opened to look inside.
#include "gui/snapshot.h"

#include "gui/treecomparison.h"
#include "project/projectfile.h"
#include "unit/assembly/projectlab.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace Refbox;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<ProjectLab>();
        m_lab->component("base", {{"/bin/a", "aaaa"}, {"/bin/b", "bb"}});
        m_lab->vserver("v1", {linkRule("/bin/*", "/bin")}).files["/etc/own"] = {"mine"};
        m_lab->vserver("v2", {linkRule("/bin/a", "/bin/a")});
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void aPlanComesWithItsLinksSumsAndFindings()
    {
        m_lab->vserver("v3", {linkRule("/nowhere/*", "/bin")});
        m_lab->project.image.capacity = "1M";
        const SnapshotPtr plan = planned();
        QCOMPARE(plan->title, u"lab"_s);
        QVERIFY(plan->plan && plan->tree == plan->plan->tree && plan->format.isEmpty());
        QVERIFY(plan->sides().areKnown());
        QCOMPARE(plan->vservers.size(), std::size_t(3));
        QVERIFY(plan->linkMap && plan->linkMap->refbox() == plan->refbox);
        QCOMPARE(plan->sharing, plan->linkMap->totals());
        QCOMPARE(plan->sharingOf(plan->vservers[0])->sharedBytes, std::uint64_t(6));
        QCOMPARE(plan->sharingOf(plan->vservers[0])->privateBytes, std::uint64_t(4));
        QCOMPARE(plan->sharingOf(plan->vservers[1])->sharedFiles, 1U);
        QVERIFY(plan->sharingOf(plan->refbox) == nullptr);
        QCOMPARE(plan->bytes.size(), std::size_t(plan->tree->nodeCount()));
        QCOMPARE(plan->bytes[plan->vservers[1]], std::uint64_t(4));
        QVERIFY(plan->imageBytes > 0 && plan->problem.isEmpty());
        QCOMPARE(plan->capacity, std::uint64_t(1) << 20);
        QVERIFY(plan->count(Finding::Severity::Warning) > 0); // the rule that catches nothing
        QVERIFY(std::ranges::is_sorted(plan->findings, std::ranges::greater(), &Finding::severity));
    }

    void whatHasNoSizeSaysWhy()
    {
        m_lab->project.image.label = std::string(17, 'x'); // more than ext4 holds
        const SnapshotPtr plan = planned();
        QCOMPARE(plan->imageBytes, std::uint64_t(0));
        QVERIFY(!plan->problem.isEmpty());
    }

    void anOpenedTreeTellsItsSidesOrProposesThem()
    {
        makePackage("package", "refbox", "v1");
        const SnapshotPtr package = opened("package");
        QCOMPARE(package->title, u"package"_s);
        QVERIFY(!package->plan && !package->format.isEmpty());
        QVERIFY(package->sides().areKnown() && !package->proposal.areKnown());
        QCOMPARE(package->linkMap->links().size(), std::size_t(1));

        makePackage("strange", "one", "two");
        const SnapshotPtr strange = opened("strange");
        QVERIFY(!strange->sides().areKnown() && strange->proposal.areKnown());
        QVERIFY(!strange->linkMap && strange->sharingOf(strange->proposal.refbox) == nullptr);
    }

    void chosenSidesOutliveReading()
    {
        makePackage("strange", "one", "two");
        const SnapshotPtr first = opened("strange");
        const auto node = [&](const char *path) { return first->tree->find(path); };
        Progress progress;
        const SnapshotPtr chosen = withSides(*first, {node("/one"), {node("/two")}}, true, progress);
        QVERIFY(chosen->sides().areKnown() && chosen->tree == first->tree);
        QCOMPARE(chosen->linkMap->links().size(), std::size_t(2)); // the copy is found, as asked for
        QVERIFY(!first->linkMap);

        const ChosenSides sides = chosenSides(*first->tree, chosen->sides(), true);
        QCOMPARE(sides.refbox, std::string("/one"));
        std::ofstream(at("strange/one/bin/new")) << "new";
        const SnapshotPtr again = opened("strange", sides);
        QVERIFY(again->tree->find("/one/bin/new") != kNoId);
        QCOMPARE(again->tree->path(again->refbox), std::string("/one"));
        QCOMPARE(again->linkMap->links().size(), std::size_t(2));

        fs::remove_all(at("strange/two"));
        QVERIFY(!opened("strange", sides)->sides().areKnown());
    }

    void otherSidesAreCheckedAnew()
    {
        makePackage("strange", "one", "two");
        fs::create_symlink("/bin/gone", at("strange/two/dangling"));
        const SnapshotPtr first = opened("strange");
        const auto dangling = [](const SnapshotPtr &snapshot) {
            return std::ranges::count(snapshot->findings, "/two/dangling", &Finding::path);
        };
        Progress progress;
        const auto node = [&](const char *path) { return first->tree->find(path); };
        const SnapshotPtr chosen = withSides(*first, {node("/one"), {node("/two")}}, false, progress);
        QCOMPARE(dangling(chosen), 1);
        const SnapshotPtr twice = withSides(*chosen, chosen->sides(), false, progress);
        QCOMPARE(twice->findings.size(), chosen->findings.size());
    }

    void differencesAreCountedAndTheCommandIsToldForFilesOnly()
    {
        makePackage("it's", "refbox", "v1");
        makePackage("other", "refbox", "v1");
        std::ofstream(at("other/refbox/bin/a")) << "AAAA"; // the same inode in v1
        std::ofstream(at("other/v1/more")) << "more";
        Progress progress;
        const SnapshotPtr first = opened("it's");
        const auto comparison = compareWith(first, at("it's"), at("other"), progress);
        QCOMPARE(comparison->treeA, first->tree);
        QCOMPARE(comparison->count(Difference::Kind::OnlyInB), std::size_t(1));
        QCOMPARE(comparison->count(Difference::Kind::OnlyInA), std::size_t(0));
        QVERIFY(comparison->count(Difference::Kind::Content) > 0);
        QVERIFY(comparison->a.title.startsWith(u"it's ("_s) && comparison->b.title.startsWith(u"other ("_s));
        QCOMPARE(comparison->command(), u"refbox-cli compare "_s +
                                            QString::fromStdString("'" + at("it") + "'\\''s' ") +
                                            QString::fromStdString(at("other")));

        const auto unsaved = compareWith(planned(), {}, at("other"), progress);
        QVERIFY(unsaved->command().isEmpty());
        QCOMPARE(unsaved->a.title, u"lab (the plan)"_s);
        for (int kind = 0; kind <= static_cast<int>(Difference::Kind::Flags); ++kind)
            QVERIFY(!differenceText(static_cast<Difference::Kind>(kind)).isEmpty());
    }

    void aPlanEqualsItsProjectFile()
    {
        Project project = m_lab->project;
        for (Component &component : project.components)
            component.source = FolderSource{m_lab->pathOf(component.name, "")};
        std::ofstream(at("lab.refbox.lua")) << writeProject(project);
        Progress progress;
        const SnapshotPtr plan = planSnapshot(project, {at("")}, progress);
        const auto comparison = compareWith(plan, {}, at("lab.refbox.lua"), progress);
        QVERIFY2(comparison->differences.empty(),
                 comparison->differences.empty() ? "" : comparison->differences.front().path.c_str());
        QVERIFY(comparison->b.title.contains(u"project"_s));
    }

private:
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
    SnapshotPtr planned() const
    {
        Progress progress;
        return planSnapshot(m_lab->project, {m_lab->folder()}, progress);
    }
    SnapshotPtr opened(const std::string &name, const std::optional<ChosenSides> &chosen = {}) const
    {
        Progress progress;
        return openSnapshot(at(name), progress, chosen);
    }
    // Two folders with two names of one file, and one with a copy of another.
    void makePackage(const std::string &name, const std::string &refbox, const std::string &vserver) const
    {
        const fs::path top = at(name);
        fs::create_directories(top / refbox / "bin");
        fs::create_directories(top / vserver / "bin");
        std::ofstream(top / refbox / "bin/a") << "aaaa";
        std::ofstream(top / refbox / "bin/b") << "some bytes";
        fs::create_hard_link(top / refbox / "bin/a", top / vserver / "bin/a");
        if (refbox != "refbox")
            fs::copy_file(top / refbox / "bin/b", top / vserver / "bin/b");
    }

    std::unique_ptr<ProjectLab> m_lab;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
