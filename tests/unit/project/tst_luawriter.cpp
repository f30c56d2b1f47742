// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luawriter.h"

#include "jobs/error.h"
#include "unit/project/luafixtures.h"

#include <QTest>

#include <limits>

using namespace Refbox;
using namespace std::string_literals;

namespace {

std::string rewritten(std::string_view text)
{
    return writeLuaData(readLuaData(text, QStringLiteral("t.lua")));
}

} // namespace

class TestLuaWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotes();
    void writesNumbers();
    void laysOut();
    void fillsLines();
    void breaksLinesAtTheLimit();
    void writesTextsInLongBrackets();
    void writesComments();
    void refusesNotANumber();
    void roundTrips();
    void isCanonicalForAnyText();
};

void TestLuaWriter::quotes()
{
    QCOMPARE(quoteLua("plain"), std::string("\"plain\""));
    QCOMPARE(quoteLua("a\"b\\c\n\t'"), std::string(R"("a\"b\\c\n\t'")"));
    QCOMPARE(quoteLua("\0\x1b\r\x7f"s + "9"), std::string(R"("\x00\x1b\x0d\x7f9")"));
    QCOMPARE(quoteLua("\xc3\xa9\xff"), std::string("\"\xc3\xa9\\xff\""));
}

void TestLuaWriter::writesNumbers()
{
    QCOMPARE(rewritten("return { 1, 1.0, 1e100, 1e999, -1e999, 0x8000000000000000, -0.0, .1 }"),
             std::string("return {\n  1, 1.0, 1e+100, 1e999, -1e999, 0x8000000000000000, -0.0, 0.1,\n}\n"));
}

void TestLuaWriter::laysOut()
{
    QCOMPARE(rewritten("return{a={b=1,['c d']={'x',true}},[5]={},['end']='',d={{1},{2}}}"),
             std::string("return {\n"
                         "  a = { b = 1, [\"c d\"] = { \"x\", true } },\n"
                         "  [5] = {},\n"
                         "  [\"end\"] = \"\",\n"
                         "  d = {\n"
                         "    { 1 },\n"
                         "    { 2 },\n"
                         "  },\n"
                         "}\n"));
    QCOMPARE(rewritten("return {}"), std::string("return {\n}\n"));
}

void TestLuaWriter::fillsLines()
{
    std::string list;
    for (int i = 0; i < 60; ++i)
        list += "'entry" + std::to_string(i) + "',";
    const std::string text = rewritten("return { list = {" + list + "} }");
    std::size_t longest = 0;
    std::size_t count = 0;
    for (const QByteArray &line : QByteArray::fromStdString(text).split('\n')) {
        longest = std::max(longest, static_cast<std::size_t>(line.size()));
        ++count;
    }
    QVERIFY(longest <= 110);
    QVERIFY(longest > 95);
    QVERIFY(count < 15);
}

void TestLuaWriter::breaksLinesAtTheLimit()
{
    // "  a = { b = "…" }," with 110 and with 111 columns; é is one column.
    const auto entry = [](std::size_t length) {
        std::string content = "\u00e9";
        content.append(length - 1, 'x');
        return rewritten("return { a = { b = '" + content + "' } }");
    };
    const std::size_t fits = 110 - std::string("  a = { b = \"\" },").size();
    QCOMPARE(std::ranges::count(entry(fits), '\n'), 3);
    QCOMPARE(std::ranges::count(entry(fits + 1), '\n'), 5);
}

void TestLuaWriter::writesTextsInLongBrackets()
{
    QCOMPARE(rewritten("return { a = 'one\\ntwo\\n' }"),
             std::string("return {\n  a = [[\none\ntwo\n]],\n}\n"));
    QCOMPARE(rewritten("return { a = 'one\\n' }"), std::string("return {\n  a = \"one\\n\",\n}\n"));
    QCOMPARE(rewritten("return { a = 'x]]\\n]=]y' }"),
             std::string("return {\n  a = [==[\nx]]\n]=]y]==],\n}\n"));
    QCOMPARE(rewritten("return { a = '\\nx]' }"), std::string("return {\n  a = [=[\n\nx]]=],\n}\n"));
    // What an editor would spoil or hide is quoted.
    QCOMPARE(rewritten("return { a = 'one\\r\\ntwo' }"),
             std::string("return {\n  a = \"one\\x0d\\ntwo\",\n}\n"));
    QCOMPARE(rewritten("return { a = '\\xc3\\n\\xa9' }"),
             std::string("return {\n  a = \"\\xc3\\n\\xa9\",\n}\n"));
}

void TestLuaWriter::writesComments()
{
    const std::string text = "#!/usr/bin/lua\n-- top\nreturn {\n  -- of a\n  a = {\n    -- inside\n  },\n"
                             "  b = {\n    \"x\", \"y\",\n    -- of z\n    \"z\",\n    \"w\",\n  },\n  --\n  "
                             "-- end\n}\n-- after\n";
    QCOMPARE(rewritten(text), text);
    LuaData data;
    data.firstLine = "one\ntwo";
    data.commentsBefore = {"a\nb  ", "[[c", "[==[d", "[=e"};
    QCOMPARE(writeLuaData(data),
             std::string("#one\n--two\n--a\n--b\n-- [[c\n-- [==[d\n--[=e\nreturn {\n}\n"));
}

void TestLuaWriter::refusesNotANumber()
{
    LuaData data;
    data.table.add("a", LuaValue(std::numeric_limits<double>::quiet_NaN()));
    QVERIFY_THROWS_EXCEPTION(Error, writeLuaData(data));
}

void TestLuaWriter::roundTrips()
{
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Test::Random random(seed);
        const LuaData data = Test::randomData(random);
        const std::string text = writeLuaData(data);
        const LuaData again = readLuaData(text, QStringLiteral("t.lua"));
        QVERIFY2(Test::dumpWithComments(again) == Test::dumpWithComments(data), text.c_str());
        QVERIFY2(writeLuaData(again) == text, text.c_str());
    }
}

void TestLuaWriter::isCanonicalForAnyText()
{
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Test::Random random(seed);
        const std::string text = Test::randomLuaText(random);
        const LuaData data = readLuaData(text, QStringLiteral("t.lua"));
        const std::string canonical = writeLuaData(data);
        const LuaData again = readLuaData(canonical, QStringLiteral("t.lua"));
        QVERIFY2(Test::dump(LuaValue(again.table)) == Test::dump(LuaValue(data.table)), text.c_str());
        QVERIFY2(writeLuaData(again) == canonical, canonical.c_str());
    }
}

QTEST_APPLESS_MAIN(TestLuaWriter)
#include "tst_luawriter.moc"
