// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Components from packages in a whole project: planned, fetched, planned again.
#include "assembly/packagewishes.h"

#include "projectlab.h"
#include "unit/software/packagelab.h"

#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestPackageWishes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!PackageLab::works())
            QSKIP("apt-get or dpkg-deb is missing.");
        m_lab.emplace();
        m_project.emplace();
        qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_lab->path("cache")));
    }

    void namesAreFetchedThenPlanned()
    {
        m_lab->add({.name = "editor", .depends = "library", .hasScript = true});
        m_lab->add({"library"});
        m_lab->add({"other"});
        component("tools", {"editor"});
        component("more", {"other"});
        m_project->vserver("vs", {LinkRule{"/opt/tools/usr/bin/*", "/bin"}});

        Plan plan = m_project->plan();
        QCOMPARE(count(plan, "not-fetched"), 2);
        Progress progress;
        QCOMPARE(fetchPackages(m_project->project, m_lab->options, progress), std::size_t{2});
        QCOMPARE(fetchPackages(m_project->project, m_lab->options, progress), std::size_t{0});
        // The plan looks where the environment says.
        qputenv("REFBOX_APT_SOURCES", QByteArray::fromStdString(m_lab->options.sourceList));
        plan = m_project->plan();
        qunsetenv("REFBOX_APT_SOURCES");
        QCOMPARE(count(plan, "not-fetched"), 0);
        const FileTree &tree = *plan.tree;
        for (const char *path : {"/refbox/opt/tools/usr/bin/editor", "/refbox/opt/tools/usr/bin/library",
                                 "/refbox/opt/more/usr/bin/other", "/vs/bin/editor"})
            QVERIFY2(tree.find(path) != kNoId, path);
        QCOMPARE(std::string(tree.inlineBytes(tree.inodeOf(tree.find("/baby/doc/tools.packages")))),
                 "library 1.0 " + machineArchitecture() + "\neditor 1.0 " + machineArchitecture() + '\n');
        // Its script is told, and was not run.
        const auto found = std::ranges::find(plan.findings, "maintainer-scripts", &Finding::id);
        QVERIFY(found != plan.findings.end());
        QVERIFY2(found->message.contains(u"editor (postinst)"_s), qPrintable(found->message));
        QVERIFY(!std::filesystem::exists(m_lab->path("ran")));
    }

    void filesNeedNoClient()
    {
        const std::string path = m_lab->add({.name = "editor", .depends = "nowhere", .hasScript = true});
        std::filesystem::rename(path, m_project->pathOf(".", "/editor.deb"));
        component("tools", {"./editor.deb"});
        const Plan plan = m_project->plan();
        QVERIFY(plan.tree->find("/refbox/opt/tools/usr/bin/editor") != kNoId);
        QCOMPARE(count(plan, "maintainer-scripts"), 1);
        component("gone", {"/nowhere/x.deb"});
        QCOMPARE(count(m_project->plan(), "source-failed"), 1);
    }

    void whatHasNoPlaceIsTold()
    {
        const std::string first = m_lab->add({.name = "editor"});
        const std::string twin = m_lab->path("twin.deb");
        std::filesystem::copy_file(first, twin);
        component("tools", {first, twin});
        const Plan plan = m_project->plan();
        QCOMPARE(count(plan, "package-conflict"), 1);
        const auto found = std::ranges::find(plan.findings, "package-conflict", &Finding::id);
        QVERIFY2(found->message.contains(u"/usr/bin/editor"_s) && found->message.contains(u"twin.deb"_s),
                 qPrintable(found->message));
        m_project->project.components.front().source = PackagesSource{{first}};
        QCOMPARE(count(m_project->plan(), "package-conflict"), 0);
    }

    void filesBelowAnothersLinkGoWhereItLeads()
    {
        MadePackage old{.name = "tool"};
        old.folder = "bin";
        MadePackage base{.name = "base"};
        base.link = "bin";
        const std::string tool = m_lab->add(old);
        component("tools", {tool, m_lab->add(base)});
        const Plan plan = m_project->plan();
        QCOMPARE(count(plan, "package-conflict"), 0);
        QVERIFY(plan.tree->find("/refbox/opt/tools/usr/bin/tool") != kNoId);
        QVERIFY(plan.tree->find("/refbox/opt/tools/usr/bin/base") != kNoId);
        const NodeId link = plan.tree->find("/refbox/opt/tools/bin");
        QVERIFY(link != kNoId && plan.tree->inodeAt(link).isSymlink());
    }

    void anArchiveThatIsAPackageTellsOfItsScripts()
    {
        const std::string path = m_lab->add({.name = "editor", .hasScript = true});
        component("tools", {});
        m_project->project.components.back().source = ArchiveSource{path};
        QCOMPARE(count(m_project->plan(), "maintainer-scripts"), 1);
    }

private:
    void component(const std::string &name, const std::vector<std::string> &packages)
    {
        Component added;
        added.name = name;
        added.prefix = "/opt/" + name;
        added.source = PackagesSource{packages};
        m_project->project.components.push_back(added);
    }

    static std::ptrdiff_t count(const Plan &plan, const std::string &id)
    {
        return std::ranges::count(plan.findings, id, &Finding::id);
    }

    std::optional<PackageLab> m_lab;
    std::optional<ProjectLab> m_project;
};

QTEST_GUILESS_MAIN(TestPackageWishes)
#include "tst_packagewishes.moc"
