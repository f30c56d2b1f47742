// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalogue, orders and their keys, and finding tarballs.
#include "recipelab.h"

#include <QTest>

#include <set>

using namespace Refbox;

namespace {

std::string recipeText(const std::string &name, const std::string &more = {})
{
    return "return { recipe = 1, name = \"" + name +
           "\", version = \"1.0\", summary = \"s\", licence = \"MIT\", homepage = \"h\", category = \"c\",\n"
           "prefix = \"/opt/" +
           name + "\", source = { { file = \"f.tar\", sha256 = \"" + std::string(64, 'a') +
           "\" } }, steps = { install = \"true\" }, " + more + " }\n";
}

template <typename Function>
QString errorOf(Function &&function)
{
    try {
        function();
    } catch (const Error &error) {
        return error.toString();
    }
    return {};
}

const RecipeWish *noOthers(const std::string &)
{
    return nullptr;
}

} // namespace

class TestRecipeOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUsersCatalogueIsRead()
    {
        const RecipeLab lab;
        lab.write("catalogue/one.lua", recipeText("one"));
        lab.write("catalogue/broken.lua", "return { recipe = 1, os.exit() }");
        lab.write("catalogue/misnamed.lua", recipeText("other"));
        lab.write("catalogue/notes.txt", "not a recipe");
        const Catalogue catalogue(lab.path("catalogue"));
        QVERIFY(catalogue.find("one") != nullptr);
        QVERIFY(catalogue.find("other") == nullptr);
        QCOMPARE(catalogue.remarks().size(), std::size_t{2});
        const QString said = errorOf([&] { catalogue.require("onne"); });
        QVERIFY2(said.contains(QStringLiteral("Did you mean one?")), qPrintable(said));
        QVERIFY(Catalogue(lab.path("nowhere")).remarks().empty());
    }

    void needsAreOrderedFirstAndOnce()
    {
        const RecipeLab lab;
        lab.write("catalogue/attr.lua", recipeText("attr"));
        lab.write("catalogue/acl.lua", recipeText("acl", "needs = { \"attr\" }"));
        lab.write("catalogue/tools.lua", recipeText("tools", "needs = { \"acl\", \"attr\" }"));
        const Catalogue catalogue(lab.path("catalogue"));
        const RecipeOrderPtr order = makeOrder(catalogue, {"tools", {}, {}}, noOthers);
        std::vector<std::string> names;
        for (const RecipeOrderPtr &each : withNeeds(order))
            names.push_back(each->recipe.name);
        QCOMPARE(names, (std::vector<std::string>{"attr", "acl", "tools"}));
        QCOMPARE(order->prefix, std::string("/opt/tools"));
        // As the others of the package have it.
        const RecipeWish attr{"attr", "/opt/sgi", {}};
        const RecipeOrderPtr moved =
            makeOrder(catalogue, {"tools", "/usr/x", {}},
                      [&](const std::string &name) { return name == "attr" ? &attr : nullptr; });
        QCOMPARE(withNeeds(moved).front()->prefix, std::string("/opt/sgi"));
        QCOMPARE(moved->prefix, std::string("/usr/x"));
    }

    void circlesAndUnknownOnesAreRefused()
    {
        const RecipeLab lab;
        lab.write("catalogue/a.lua", recipeText("a", "needs = { \"b\" }"));
        lab.write("catalogue/b.lua", recipeText("b", "needs = { \"a\" }"));
        lab.write("catalogue/c.lua", recipeText("c", "needs = { \"gone\" }"));
        const Catalogue catalogue(lab.path("catalogue"));
        QVERIFY(errorOf([&] {
                    makeOrder(catalogue, {"a", {}, {}}, noOthers);
                }).contains(QStringLiteral("needs itself")));
        QVERIFY(errorOf([&] {
                    makeOrder(catalogue, {"c", {}, {}}, noOthers);
                }).contains(QStringLiteral("gone")));
        QVERIFY(errorOf([&] {
                    makeOrder(catalogue, {"a", {}, {{"colour", "red"}}}, noOthers);
                }).contains(QStringLiteral("colour")));
    }

    void everythingThatGoesInChangesTheKey()
    {
        const RecipeLab lab;
        const Recipe recipe = lab.recipe("tiny", "true\n");
        const RecipeOrder order = *RecipeLab::order(recipe);
        const Tarball &tarball = recipe.tarballs.front();
        std::set<std::string> keys;
        const auto add = [&](const RecipeOrder &changed, const Tarball &with, const std::string &toolchain) {
            keys.insert(orderKey(changed, with, toolchain));
        };
        add(order, tarball, "gcc 12");
        QCOMPARE(*keys.begin(), orderKey(*RecipeLab::order(recipe), tarball, "gcc 12"));
        QCOMPARE(keys.begin()->size(), std::size_t{64});
        add(order, tarball, "gcc 13");
        Tarball other = tarball;
        other.sha256[0] = other.sha256[0] == 'a' ? 'b' : 'a';
        add(order, other, "gcc 12");
        const auto alter = [&](const std::function<void(RecipeOrder &)> &change) {
            RecipeOrder changed = order;
            change(changed);
            add(changed, tarball, "gcc 12");
        };
        alter([](RecipeOrder &o) { o.prefix = "/opt/elsewhere"; });
        alter([](RecipeOrder &o) { o.options["strip"] = "no"; });
        alter([](RecipeOrder &o) { o.recipe.steps.front().script += "true\n"; });
        alter([](RecipeOrder &o) { o.recipe.steps.insert(o.recipe.steps.begin(), {"compile", ""}); });
        alter([](RecipeOrder &o) { o.recipe.version = "1.1"; });
        alter([](RecipeOrder &o) { o.recipe.provides = {"/bin/x"}; });
        alter([&](RecipeOrder &o) { o.needs = {RecipeLab::order(recipe)}; });
        alter([&](RecipeOrder &o) {
            RecipeOrder need = *RecipeLab::order(recipe);
            need.options["strip"] = "no";
            o.needs = {std::make_shared<RecipeOrder>(need)};
        });
        QCOMPARE(keys.size(), std::size_t{11});
        // What only people read does not.
        alter([](RecipeOrder &o) { o.recipe.description = o.recipe.summary = "better words"; });
        QCOMPARE(keys.size(), std::size_t{11});
    }

    void tarballsAreVerifiedAndKept()
    {
        const RecipeLab lab;
        const Tarball tarball = lab.recipe("tiny", "true\n").tarballs.front();
        Progress progress;
        QVERIFY(!lab.tarballs->cached(tarball));
        const std::string path = lab.tarballs->obtain({tarball}, progress).path;
        QCOMPARE(sha256OfFile(path, progress), tarball.sha256);
        QCOMPARE(lab.tarballs->cached(tarball), std::optional(path));
        // One that was damaged since is made anew; without a source, it is no longer there.
        std::ofstream(path) << "damaged";
        QCOMPARE(lab.tarballs->obtain({tarball}, progress).path, path);
        QCOMPARE(sha256OfFile(path, progress), tarball.sha256);
        std::ofstream(path) << "damaged";
        std::filesystem::remove(lab.path("sources/tiny-1.0.tar"));
        QVERIFY_THROWS_EXCEPTION(Error, lab.tarballs->obtain({tarball}, progress));
        QVERIFY(!lab.tarballs->cached(tarball));
    }

    void theWrongTarballIsNotKept()
    {
        const RecipeLab lab;
        const Tarball tarball = lab.recipe("tiny", "true\n").tarballs.front();
        lab.write("sources/tiny-1.0.tar", "forged");
        Progress progress;
        QVERIFY(errorOf([&] {
                    lab.tarballs->obtain({tarball}, progress);
                }).contains(QString::fromStdString(sha256Hex("forged"))));
        QVERIFY(!lab.tarballs->cached(tarball));
        Tarball unknown = tarball;
        unknown.sha256.clear();
        QVERIFY(errorOf([&] {
                    lab.tarballs->obtain({unknown}, progress);
                }).contains(QStringLiteral("not been tried")));
        progress.cancel();
        lab.recipe("tiny", "true\n");
        QVERIFY_THROWS_EXCEPTION(Cancelled, lab.tarballs->obtain({tarball}, progress));
        QVERIFY(!lab.tarballs->cached(tarball));
    }

    void theToolchainIsKnownByItsContent()
    {
        if (!std::filesystem::exists("/usr/bin/cc"))
            QSKIP("This machine has no C compiler.");
        const RecipeLab one;
        const RecipeLab two;
        QCOMPARE(toolchainIdentity(*one.store), toolchainIdentity(*two.store));
        QCOMPARE(toolchainIdentity(*one.store).size(), std::size_t{64});
    }
};

QTEST_APPLESS_MAIN(TestRecipeOrder)
#include "tst_recipeorder.moc"
