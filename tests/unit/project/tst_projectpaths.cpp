// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/projectpaths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace Refbox;

class TestProjectPaths final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsBelowTheProjectsFolderAreRelative()
    {
        QCOMPARE(pathForProject("/p/a.tar", "/p"), std::string("a.tar"));
        QCOMPARE(pathForProject("/p/x/./a.tar", "/p/"), std::string("x/a.tar"));
        QCOMPARE(pathForProject("/q/a.tar", "/p"), std::string("/q/a.tar"));
        QCOMPARE(pathForProject("/pp/a.tar", "/p"), std::string("/pp/a.tar"));
        QCOMPARE(pathForProject("/p", "/p"), std::string("/p"));
        QCOMPARE(pathForProject("/p/a.tar", ""), std::string("/p/a.tar"));
        QCOMPARE(pathForProject("", "/p"), std::string());
        QCOMPARE(packageForProject("/p/a.deb", "/p"), std::string("./a.deb"));
        QCOMPARE(packageForProject("/p/x/a.deb", "/p"), std::string("x/a.deb"));
        QCOMPARE(packageForProject("/a.deb", "/p"), std::string("/a.deb"));
    }

    void theyLeadBack()
    {
        for (const std::string path : {"/p/a.tar", "/p/x/y", "/q", "/p"})
            QCOMPARE(absolutePath(pathForProject(path, "/p"), "/p"), path);
        QCOMPARE(absolutePath("a", "/p"), std::string("/p/a"));
        QCOMPARE(absolutePath("/a", "/p"), std::string("/a"));
    }

    // "link/.." is the parent of the folder that the link leads to.
    void dotsFollowLinks()
    {
        const QTemporaryDir dir;
        const std::string top = std::filesystem::canonical(dir.path().toStdString()).string();
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("real/deep")));
        std::filesystem::create_directory_symlink("real/deep", top + "/link");
        QCOMPARE(pathForProject(top + "/link/../a.tar", top), std::string("real/a.tar"));
    }

    void aMovedProjectNamesTheSameFiles()
    {
        Project project;
        project.components = {
            {.name = "folder", .source = FolderSource{"soft"}},
            {.name = "archive", .source = ArchiveSource{"/whole/a.tar"}},
            {.name = "packages", .source = PackagesSource{.packages = {"bash", "./c.deb", "x/c.deb"}}},
            {.name = "host", .source = HostSource{.programs = {{.program = "bash"}}, .files = {"/etc/x"}}},
            {.name = "recipe", .source = RecipeSource{"lua"}},
        };
        std::get<PackagesSource>(project.components[2].source).comments = {
            {"list.bash", {" a name"}}, {"list../c.deb", {" other"}}, {"list.x/c.deb", {" mine"}}};
        project.vservers = {{.name = "v", .import = Import{.path = "v.tar"}}, {.name = "w"}};
        QVERIFY(movedProject(project, "/p", "/p") == project);

        const Project deeper = movedProject(project, "/p/x", "/p");
        QCOMPARE(std::get<FolderSource>(deeper.components[0].source).path, std::string("x/soft"));
        QCOMPARE(std::get<ArchiveSource>(deeper.components[1].source).path, std::string("/whole/a.tar"));
        const auto &packages = std::get<PackagesSource>(deeper.components[2].source);
        QCOMPARE(packages.packages, (std::vector<std::string>{"bash", "x/c.deb", "x/x/c.deb"}));
        QCOMPARE(packages.comments.at("list.x/x/c.deb"), std::vector<std::string>{" mine"});
        QCOMPARE(packages.comments.at("list.x/c.deb"), std::vector<std::string>{" other"});
        QVERIFY(packages.comments.contains("list.bash"));
        QCOMPARE(deeper.vservers[0].import->path, std::string("x/v.tar"));
        QVERIFY(deeper.components[3] == project.components[3]);
        QVERIFY(deeper.components[4] == project.components[4]);

        const Project elsewhere = movedProject(project, "/p", "/q");
        QCOMPARE(std::get<FolderSource>(elsewhere.components[0].source).path, std::string("/p/soft"));
        QCOMPARE(std::get<PackagesSource>(elsewhere.components[2].source).packages[1],
                 std::string("/p/c.deb"));
        const Project below = movedProject(project, "/p/x", "/p/x/y");
        QCOMPARE(std::get<FolderSource>(below.components[0].source).path, std::string("/p/x/soft"));
    }
};

QTEST_GUILESS_MAIN(TestProjectPaths)
#include "tst_projectpaths.moc"
