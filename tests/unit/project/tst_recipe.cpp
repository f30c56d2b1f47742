// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/recipe.h"

#include "jobs/error.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

const char *const kSum = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

QString whole()
{
    return QStringLiteral(
               "return {\n"
               "  recipe = 1,\n"
               "  name = \"tool\",\n"
               "  version = \"1.2\",\n"
               "  summary = \"A tool\",\n"
               "  description = \"Does\\nthings.\",\n"
               "  licence = \"MIT\",\n"
               "  homepage = \"https://example.org/\",\n"
               "  category = \"Tools\",\n"
               "  prefix = \"/opt/tool\", size = 1400000,\n"
               "  source = {\n"
               "    { file = \"tool-1.2.tar.gz\", sha256 = \"%1\", addresses = { \"https://example.org/a\", "
               "\"http://example.org/b\" } },\n"
               "    { file = \"tool_1.2.orig.tar.xz\", sha256 = \"%1\", "
               "debian = { package = \"tool\", suite = \"trixie\" }, signature = "
               "\"https:\x2f/example.org/s\" },\n"
               "  },\n"
               "  options = {\n"
               "    { name = \"readline\", text = \"Editing\", choices = { \"none\", \"external\" }, "
               "standard = \"none\" },\n"
               "  },\n"
               "  needs = { \"attr\", { recipe = \"readline\", when = { readline = \"external\" } } },\n"
               "  steps = { install = \"make install\", compile = \"make\" },\n"
               "  provides = { \"/bin/tool\" },\n"
               "}\n")
        .arg(QLatin1StringView(kSum));
}

QString errorOf(const QString &text)
{
    try {
        readRecipe(text.toStdString(), u"tool.lua"_s);
    } catch (const Error &error) {
        return error.toString();
    }
    return {};
}

} // namespace

class TestRecipe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllOfIt()
    {
        const Recipe recipe = readRecipe(whole().toStdString(), u"tool.lua"_s);
        QCOMPARE(recipe.name, std::string("tool"));
        QCOMPARE(recipe.version, std::string("1.2"));
        QCOMPARE(recipe.description, std::string("Does\nthings."));
        QCOMPARE(recipe.prefix, std::string("/opt/tool"));
        QCOMPARE(recipe.size, std::uint64_t{1'400'000});
        const QString without = whole().remove(u" size = 1400000,"_s);
        QCOMPARE(readRecipe(without.toStdString(), {}).size, std::uint64_t{0});
        QCOMPARE(recipe.tarballs.size(), std::size_t{2});
        QCOMPARE(recipe.tarballs[0].addresses.size(), std::size_t{2});
        QCOMPARE(recipe.tarballs[1].sha256, std::string(kSum));
        QCOMPARE(recipe.tarballs[1].debianPackage, std::string("tool"));
        QCOMPARE(recipe.tarballs[1].debianSuite, std::string("trixie"));
        QCOMPARE(recipe.tarballs[1].signature, std::string("https:\x2f/example.org/s"));
        // In the order in which they run, whatever that of the file.
        QCOMPARE(recipe.steps, (std::vector<RecipeStep>{{"compile", "make"}, {"install", "make install"}}));
        QCOMPARE(recipe.provides, std::vector<std::string>{"/bin/tool"});
        QCOMPARE(recipe.options.size(), std::size_t{3});
        QCOMPARE(recipe.options[1].name, std::string("manuals"));
        QCOMPARE(recipe.options[1].standard, std::string("no"));
        QCOMPARE(recipe.options[2].name, std::string("strip"));
        QCOMPARE(recipe.options[2].standard, std::string("yes"));
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QString &from, const QString &to, const QString &said) {
            QTest::newRow(name) << from << to << said;
        };
        row("no recipe", u"  recipe = 1,\n"_s, u""_s, u"tool.lua:1:8"_s);
        row("newer", u"recipe = 1"_s, u"recipe = 2"_s, u"tool.lua:2:12"_s);
        row("code", u"\"make\""_s, u"os.execute(\"true\")"_s, u"tool.lua:19:49"_s);
        row("unknown key", u"category"_s, u"catgory"_s, u"Did you mean"_s);
        row("no name", u"  name = \"tool\",\n"_s, u""_s, u"\"name\" is missing"_s);
        row("bad name", u"name = \"tool\""_s, u"name = \"../tool\""_s, u"tool.lua:3:10"_s);
        row("bad prefix", u"\"/opt/tool\""_s, u"\"/opt/../tool\""_s, u"The prefix"_s);
        row("no size", u"1400000"_s, u"0"_s, u"tool.lua:10:32"_s);
        row("size in words", u"1400000"_s, u"\"1.4 MB\""_s, u"tool.lua:10:32"_s);
        row("bad sum", QString::fromLatin1(kSum), u"012345"_s, u"SHA-256"_s);
        row("file with a path", u"tool-1.2.tar.gz"_s, u"../tool-1.2.tar.gz"_s, u"The file"_s);
        row("local address", u"https://example.org/a"_s, u"file:///etc/passwd"_s, u"The address"_s);
        row("no choice", u"standard = \"none\""_s, u"standard = \"some\""_s, u"none of the choices"_s);
        row("unknown condition", u"when = { readline"_s, u"when = { readlin"_s, u"no option"_s);
        row("wrong condition", u"readline = \"external\""_s, u"readline = \"bundled\""_s, u"no choice"_s);
        row("no install", u"install ="_s, u"prepare ="_s, u"\"install\" is missing"_s);
        row("no source", u"source = {"_s, u"source = {}, needs = {"_s, u"tool.lua"_s);
        row("two lines", u"A tool"_s, u"A\\ntool"_s, u"more than one line"_s);
        row("outside", u"\"/bin/tool\""_s, u"\"bin/tool\""_s, u"provides"_s);
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, said);
        QVERIFY(whole().contains(from));
        const QString error = errorOf(whole().replace(from, to));
        QVERIFY2(error.contains(said), qPrintable(error));
    }

    void anUntriedOneMayLackItsSum()
    {
        const QString without =
            whole().replace(QStringLiteral(", sha256 = \"%1\"").arg(QLatin1StringView(kSum)), u""_s);
        QVERIFY(errorOf(without).contains(u"\"sha256\" is missing"_s));
        const QString untried =
            QString(without).replace(u"category"_s, u"untried = \"Nobody did.\", category"_s);
        QCOMPARE(readRecipe(untried.toStdString(), {}).untried, std::string("Nobody did."));
        QVERIFY(readRecipe(untried.toStdString(), {}).tarballs.front().sha256.empty());
    }

    void optionsDecideWhatIsNeeded()
    {
        const Recipe recipe = readRecipe(whole().toStdString(), {});
        const RecipeOptions standard = resolveOptions(recipe, {});
        QCOMPARE(standard, (RecipeOptions{{"manuals", "no"}, {"readline", "none"}, {"strip", "yes"}}));
        QCOMPARE(neededRecipes(recipe, standard), std::vector<std::string>{"attr"});
        QCOMPARE(neededRecipes(recipe, resolveOptions(recipe, {{"readline", "external"}})),
                 (std::vector<std::string>{"attr", "readline"}));
        QVERIFY_THROWS_EXCEPTION(Error, resolveOptions(recipe, {{"readline", "bundled"}}));
        QVERIFY_THROWS_EXCEPTION(Error, resolveOptions(recipe, {{"colour", "red"}}));
    }

    // Those that come with Refbox.
    void theCatalogueHolds()
    {
        const QDir folder(qEnvironmentVariable("REFBOX_SOURCE_DIR") + u"/resources/catalogue"_s);
        std::map<std::string, Recipe> all;
        for (const QString &name : folder.entryList({u"*.lua"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Recipe recipe = readRecipe(file.readAll().toStdString(), name);
            QCOMPARE(QString::fromStdString(recipe.name) + u".lua"_s, name);
            all[recipe.name] = recipe;
        }
        for (const char *name :
             {"acl",       "attr",      "bash",    "busybox",  "coreutils", "curl", "diffutils", "dropbear",
              "e2fsprogs", "findutils", "gawk",    "gettext",  "grep",      "gzip", "less",      "libarchive",
              "lua",       "nano",      "ncurses", "readline", "sed",       "star", "xz"})
            QVERIFY2(all.contains(name), name);
        for (const auto &[name, recipe] : all) {
            QVERIFY2(!recipe.provides.empty() && !recipe.description.empty(), name.c_str());
            // Of gawk only a repacked tarball could be checked.
            QVERIFY2(!recipe.tarballs.front().addresses.empty() || name == "gawk", name.c_str());
            QVERIFY2(!recipe.tarballs.front().sha256.empty() || !recipe.untried.empty(), name.c_str());
            for (const RecipeNeed &need : recipe.needs)
                QVERIFY2(all.contains(need.recipe) && all[need.recipe].prefix != "/", name.c_str());
        }
        QVERIFY(!all["star"].untried.empty());
    }
};

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
