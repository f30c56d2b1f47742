// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Components from recipes in a whole project: planned, built, planned again.
#include "assembly/recipes.h"

#include "jobs/job.h"
#include "projectlab.h"
#include "unit/software/recipelab.h"

#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

std::string lua(const Recipe &recipe, const std::string &more = {})
{
    return "return { recipe = 1, name = \"" + recipe.name +
           "\", version = \"1.0\", summary = \"s\", description = \"d\", licence = \"MIT\", homepage = "
           "\"h\", "
           "category = \"c\", prefix = \"" +
           recipe.prefix + "\", source = { { file = \"" + recipe.tarballs.front().file + "\", sha256 = \"" +
           recipe.tarballs.front().sha256 + "\" } }, steps = { install = [==[\n" +
           recipe.steps.front().script + "]==] }, " + more + " }\n";
}

} // namespace

class TestRecipes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!bubblewrapWorks())
            QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it).");
        if (!std::filesystem::exists("/usr/bin/cc"))
            QSKIP("This machine has no C compiler.");
    }

    void init()
    {
        m_lab.emplace();
        qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_lab->path("cache")));
        qputenv("REFBOX_SOURCES", QByteArray::fromStdString(m_lab->path("sources")));
        qputenv("REFBOX_CATALOGUE", QByteArray::fromStdString(m_lab->path("catalogue")));
    }

    void cleanup() { m_lab.reset(); }

    void buildsWhatIsMissingAndPlansIt()
    {
        // A library that a program of another component is linked with.
        recipe("greet", "printf 'int greeting(void) { return 42; }' > g.c\n"
                        "cc -shared -fPIC $CFLAGS -Wl,-soname,libgreet.so.1 -o libgreet.so.1 g.c\n"
                        "mkdir -p \"$DEST$PREFIX/lib\"\ncp libgreet.so.1 \"$DEST$PREFIX/lib/\"\n"
                        "ln -s libgreet.so.1 \"$DEST$PREFIX/lib/libgreet.so\"\n");
        recipe("hello",
               "printf 'int greeting(void); int main(void) { return greeting(); }' > h.c\n"
               "cc $CFLAGS -o hello h.c $LDFLAGS -lgreet\n"
               "mkdir -p \"$DEST$PREFIX/bin\"\ncp hello \"$DEST$PREFIX/bin/\"\n",
               "needs = { \"greet\" }");
        ProjectLab project;
        component(project, "greet");
        component(project, "hello");
        project.vserver("vs", {linkRule("/opt/hello/bin/*", "/bin")});

        QCOMPARE(count(project.plan(), "not-built"), 2);
        Progress progress;
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{2});
        QCOMPARE(progress.snapshot().done, std::uint64_t{6});
        const Plan plan = project.plan();
        QCOMPARE(count(plan, "not-built"), 0);
        QCOMPARE(count(plan, "missing-component"), 0);
        const FileTree &tree = *plan.tree;
        // The program, by name and with the library that the other component has, and the machine's.
        QVERIFY(tree.find("/vs/bin/hello") != kNoId);
        QCOMPARE(tree.inodeOf(tree.find("/vs/opt/greet/lib/libgreet.so.1")),
                 tree.inodeOf(tree.find("/refbox/opt/greet/lib/libgreet.so.1")));
        QVERIFY(tree.find("/refbox/lib/libc.so.6") != kNoId);
        QVERIFY(tree.find("/refbox/lib/libgreet.so.1") == kNoId);
        QCOMPARE(std::string(tree.origin(tree.inodeOf(tree.find("/vs/bin/hello")))), std::string("hello"));
        // The source as it came, and how it was built.
        const NodeId source = tree.find("/baby/src/hello-1.0.tar");
        QVERIFY(source != kNoId);
        // Not when it was fetched: equal packages would differ.
        QVERIFY(tree.inodeAt(source).mtime() == tree.inodeAt(tree.find("/baby/src")).mtime());
        QCOMPARE(tree.inodeAt(source).size, fileBytes(m_lab->path("sources/hello-1.0.tar")).size());
        for (const char *paper :
             {"/baby/doc/hello.log", "/baby/doc/hello.recipe.lua", "/baby/src/SHA256SUMS"})
            QVERIFY2(tree.find(paper) != kNoId, paper);
        QCOMPARE(tree.inlineBytes(tree.inodeOf(tree.find("/baby/doc/hello.recipe.lua"))),
                 std::string_view(fileBytes(m_lab->path("catalogue/hello.lua"))));
        // Once is enough.
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{0});
    }

    void aChangedOptionRebuildsWhatItTouches()
    {
        const std::string install = "mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n";
        recipe("base", install);
        recipe("user", install, "needs = { \"base\" }");
        recipe("other", install);
        ProjectLab project;
        for (const char *name : {"base", "user", "other"})
            component(project, name);
        Progress progress;
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{3});
        project.project.components[0].options["strip"] = "no";
        const Plan plan = project.plan();
        const auto states = [&](std::size_t index) { return plan.components[index].state; };
        QVERIFY(states(0) == ComponentState::Changed && states(1) == ComponentState::Changed);
        QVERIFY(states(2) == ComponentState::Ready);
        const auto found = std::ranges::find(plan.findings, "not-built", &Finding::id);
        QVERIFY(found != plan.findings.end());
        QVERIFY2(found->message.contains(u"its options"_s), qPrintable(found->message));
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{2});
        project.project.components[2].options["strip"] = "no";
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{1});
    }

    void aNeedThatIsNoComponentIsBuiltAndTold()
    {
        recipe("greet", "printf 'int greeting(void) { return 42; }' > g.c\n"
                        "cc -shared -fPIC -Wl,-soname,libgreet.so.1 -o libgreet.so g.c\n"
                        "mkdir -p \"$DEST$PREFIX/lib\"\ncp libgreet.so \"$DEST$PREFIX/lib/\"\n"
                        "ln -s libgreet.so \"$DEST$PREFIX/lib/libgreet.so.1\"\n");
        recipe("hello",
               "printf 'int greeting(void); int main(void) { return greeting(); }' > h.c\n"
               "cc -o hello h.c $LDFLAGS -lgreet\n"
               "mkdir -p \"$DEST$PREFIX/bin\"\ncp hello \"$DEST$PREFIX/bin/\"\n",
               "needs = { \"greet\" }");
        ProjectLab project;
        component(project, "hello");
        Progress progress;
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{2});
        const Plan plan = project.plan();
        QCOMPARE(count(plan, "missing-component"), 1);
        // What went into the component: its source and how it was built.
        for (const char *path : {"/baby/src/greet-1.0.tar", "/baby/src/hello-1.0.tar",
                                 "/baby/doc/greet.recipe.lua", "/baby/doc/greet.log", "/baby/doc/hello.log"})
            QVERIFY2(plan.tree->find(path) != kNoId, path);
        const NodeId sums = plan.tree->find("/baby/src/SHA256SUMS");
        QVERIFY(sums != kNoId);
        QVERIFY(plan.tree->inlineBytes(plan.tree->inodeOf(sums)).find("  greet-1.0.tar\n") !=
                std::string_view::npos);
    }

    void papersOfNeedsGiveWayToThoseOfComponents()
    {
        const std::string install = "mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n";
        recipe("base", install);
        recipe("one", install, "needs = { \"base\" }");
        recipe("two", install, "needs = { \"base\" }");
        ProjectLab project;
        for (const char *name : {"one", "two"})
            component(project, name);
        // A component of the need's name that is another recipe's: its papers keep their names.
        recipe("other", install);
        component(project, "other");
        project.project.components.back().name = "base";
        Progress progress;
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{4});
        const Plan plan = project.plan();
        for (const char *path : {"/baby/src/base-1.0.tar", "/baby/src/other-1.0.tar",
                                 "/baby/doc/one-base.log", "/baby/doc/two-base.log"})
            QVERIFY2(plan.tree->find(path) != kNoId, path);
        const auto recipeIn = [&](const char *path) {
            const NodeId node = plan.tree->find(path);
            return node == kNoId ? std::string()
                                 : std::string(plan.tree->inlineBytes(plan.tree->inodeOf(node)));
        };
        QCOMPARE(recipeIn("/baby/doc/base.recipe.lua"), fileBytes(m_lab->path("catalogue/other.lua")));
        QCOMPARE(recipeIn("/baby/doc/one-base.recipe.lua"), fileBytes(m_lab->path("catalogue/base.lua")));
        // Without that component, one name is enough.
        project.project.components.pop_back();
        const Plan without = project.plan();
        QVERIFY(without.tree->find("/baby/doc/base.log") != kNoId);
        QVERIFY(without.tree->find("/baby/doc/one-base.log") == kNoId);
    }

    void sourcesThatTheCacheHasLostAreObtainedAgain()
    {
        const std::string install = "mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n";
        recipe("base", install);
        recipe("user", install, "needs = { \"base\" }");
        ProjectLab project;
        component(project, "user");
        Progress progress;
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{2});
        QCOMPARE(count(project.plan(), "missing-source"), 0);
        std::filesystem::remove_all(m_lab->path("cache/sources"));
        std::filesystem::rename(m_lab->path("sources"), m_lab->path("away"));
        Plan plan = project.plan();
        QCOMPARE(count(plan, "missing-source"), 2); // of the component, and of what it was built with
        QVERIFY(plan.components[0].state == ComponentState::Ready);
        // Where it cannot be had the build goes on all the same.
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{0});
        QCOMPARE(count(project.plan(), "missing-source"), 2);
        std::filesystem::rename(m_lab->path("away"), m_lab->path("sources"));
        QCOMPARE(buildRecipes(project.project, {}, progress), std::size_t{0});
        plan = project.plan();
        QCOMPARE(count(plan, "missing-source"), 0);
        QVERIFY(plan.tree->find("/baby/src/user-1.0.tar") != kNoId);
        QVERIFY(plan.tree->find("/baby/src/base-1.0.tar") != kNoId);
    }

    void recipesAtATimeAreBounded()
    {
        QCOMPARE(buildsAtOnce(10, 16, 16), 4U);
        QCOMPARE(buildsAtOnce(3, 16, 16), 3U);
        QCOMPARE(buildsAtOnce(10, 2, 34), 2U);
        QCOMPARE(buildsAtOnce(10, 16, 1), 1U);
        QCOMPARE(buildsAtOnce(1, 1, 0), 1U);
    }

    void oneThatFailsDoesNotUndoTheOthers()
    {
        recipe("bad", "echo broken >&2\nexit 1\n");
        recipe("good", "mkdir -p \"$DEST$PREFIX\"\nsleep 0.3\ntouch \"$DEST$PREFIX/made\"\n");
        recipe("later", "mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n", "needs = { \"bad\" }");
        ProjectLab project;
        for (const char *name : {"good", "bad", "later"})
            component(project, name);
        Progress progress;
        try {
            buildRecipes(project.project, {}, progress);
            QFAIL("it should have failed");
        } catch (const Error &error) {
            QVERIFY2(error.toString().contains(u"bad 1.0"_s) && error.toString().contains(u"broken"_s),
                     qPrintable(error.toString()));
        }
        const Plan plan = project.plan();
        QVERIFY(count(plan, "not-built") >= 2);
        if (usefulThreads() > 1) { // else "bad" may be the first, and nothing is begun after it
            QCOMPARE(count(plan, "not-built"), 2);
            QVERIFY(plan.components.front().state == ComponentState::Ready);
        }
        QVERIFY(m_lab->inCache("builds").empty());
    }

    void anUnknownRecipeOrOptionIsAFinding()
    {
        recipe("known", "true\n");
        ProjectLab project;
        component(project, "known");
        component(project, "unknown");
        project.project.components[0].options["colour"] = "red";
        const Plan plan = project.plan();
        QCOMPARE(count(plan, "source-failed"), 2);
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error, buildRecipes(project.project, {}, progress));
    }

private:
    void recipe(const std::string &name, const std::string &install, const std::string &more = {})
    {
        m_lab->write("catalogue/" + name + ".lua", lua(m_lab->recipe(name, install), more));
    }

    static void component(ProjectLab &project, const std::string &name)
    {
        Component added;
        added.name = name;
        added.prefix = "/opt/" + name;
        added.source = RecipeSource{name};
        project.project.components.push_back(added);
    }

    static std::ptrdiff_t count(const Plan &plan, const std::string &id)
    {
        return std::ranges::count(plan.findings, id, &Finding::id);
    }

    std::optional<RecipeLab> m_lab;
};

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
