// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luadata.h"

#include "jobs/error.h"
#include "unit/project/luafixtures.h"

#include <QTest>

#include <clocale>

using namespace Refbox;
using namespace std::string_literals;

namespace {

LuaData read(std::string_view text)
{
    return readLuaData(text, QStringLiteral("t.lua"));
}

// The first entry's value, dumped.
std::string valueOf(const std::string &literal)
{
    const LuaData data = read("return {" + literal + "}");
    return data.table.entries.empty() ? "none" : Test::dump(data.table.entries.front().value);
}

std::string string(std::string_view bytes)
{
    return Test::dump(LuaValue(std::string(bytes)));
}

// "3:7 why", or "" if the text is accepted.
QString refusal(std::string_view text)
{
    try {
        read(text);
    } catch (const Error &error) {
        return error.where().mid(6) + QLatin1Char(' ') + error.why();
    }
    return {};
}

std::vector<std::string> lines(std::initializer_list<const char *> texts)
{
    return {texts.begin(), texts.end()};
}

} // namespace

class TestLuaData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStrings();
    void readsLongStrings();
    void readsNumbers_data();
    void readsNumbers();
    void readsNumbersInAnyLocale();
    void readsTables();
    void dropsNil();
    void skipsFirstLine();
    void tellsPlaces();
    void keepsComments();
    void movesTrailingComments();
    void refuses_data();
    void refuses();
    void refusesBinary();
    void keepsBounds();
    void survivesHugeInput();
};

void TestLuaData::readsStrings()
{
    QCOMPARE(valueOf(R"("plain")"), string("plain"));
    QCOMPARE(valueOf(R"('it"s')"), string("it\"s"));
    QCOMPARE(valueOf(R"("\a\b\f\n\r\t\v\\\"\'")"), string("\a\b\f\n\r\t\v\\\"'"));
    QCOMPARE(valueOf(R"("\x41\x7a\xFF\x00")"), string("Az\xff\0"s));
    QCOMPARE(valueOf(R"("\65\0659\0")"), string("AA9\0"s));
    QCOMPARE(valueOf(R"("\u{20AC}\u{0}\u{7FF}\u{D800}")"), string("\u20ac\0\u07ff\xed\xa0\x80"s));
    QCOMPARE(valueOf(R"("\u{7FFFFFFF}\u{00000041}\u{200000}")"),
             string("\xfd\xbf\xbf\xbf\xbf\xbf\x41\xf8\x88\x80\x80\x80"));
    QCOMPARE(valueOf("\"a\\z  \n\t\v b\\z\""), string("ab"));
    QCOMPARE(valueOf("\"a\\\nb\\\r\nc\\\rd\\\n\re\""), string("a\nb\nc\nd\ne"));
    QCOMPARE(valueOf("\"\xff\0\xc3\""s), string("\xff\0\xc3"s));
}

void TestLuaData::readsLongStrings()
{
    QCOMPARE(valueOf("[[]]"), string(""));
    QCOMPARE(valueOf("[[\n\nx]]"), string("\nx"));
    QCOMPARE(valueOf("[[\r\nx\r\ny\rz\n\rw]]"), string("x\ny\nz\nw"));
    QCOMPARE(valueOf("[==[]]]=]\\n]==]"), string("]]]=]\\n"));
    QCOMPARE(valueOf("[=[]]=]"), string("]"));
}

void TestLuaData::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("dump");
    QTest::newRow("0") << QByteArray("i0");
    QTest::newRow("007") << QByteArray("i7");
    QTest::newRow("-5") << QByteArray("i-5");
    QTest::newRow("- 5") << QByteArray("i-5");
    QTest::newRow("9223372036854775807") << QByteArray("i9223372036854775807");
    QTest::newRow("9223372036854775808") << QByteArray("f0x1p+63");
    QTest::newRow("-9223372036854775808") << QByteArray("f-0x1p+63");
    QTest::newRow("0xffffffffffffffff") << QByteArray("i-1");
    QTest::newRow("0x1ffffffffffffffff") << QByteArray("i-1");
    QTest::newRow("-0x8000000000000000") << QByteArray("i-9223372036854775808");
    QTest::newRow("3.0") << QByteArray("f0x1.8p+1");
    QTest::newRow(".5") << QByteArray("f0x1p-1");
    QTest::newRow("5.") << QByteArray("f0x1.4p+2");
    QTest::newRow("1e2") << QByteArray("f0x1.9p+6");
    QTest::newRow("1E+2") << QByteArray("f0x1.9p+6");
    QTest::newRow("0x.8p1") << QByteArray("f0x1p+0");
    QTest::newRow("0xA.8") << QByteArray("f0x1.5p+3");
    QTest::newRow("0x1P-2") << QByteArray("f0x1p-2");
    QTest::newRow("1e999") << QByteArray("finf");
    QTest::newRow("-1e999") << QByteArray("f-inf");
    QTest::newRow("1e-999") << QByteArray("f0x0p+0");
    QTest::newRow("-0.0") << QByteArray("f-0x0p+0");
    QTest::newRow("-0") << QByteArray("i0");
    QTest::newRow("0.1") << QByteArray("f0x1.999999999999ap-4");
}

void TestLuaData::readsNumbers()
{
    QFETCH(QByteArray, dump);
    QCOMPARE(QByteArray::fromStdString(valueOf(QTest::currentDataTag())), dump);
}

void TestLuaData::readsNumbersInAnyLocale()
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char *locale : {"de_DE.UTF-8", "fr_FR.UTF-8", "C"}) {
        if (std::setlocale(LC_ALL, locale) != nullptr)
            QCOMPARE(valueOf("1.5"), std::string("f0x1.8p+0"));
    }
    std::setlocale(LC_ALL, before.c_str());
}

void TestLuaData::readsTables()
{
    const LuaData data =
        read("return { 'a'; b = true, ['c'] = {}, [7] = false, 'e', [2.5] = 1, [8.0] = 2, [true] = 3, };");
    QCOMPARE(QByteArray::fromStdString(Test::dump(LuaValue(data.table))),
             QByteArray("{f0x1.4p+1=i1;i1=s61;i2=s65;i7=false;i8=i2;s62=true;s63={};true=i3;}"));
    QVERIFY(data.table.entries[0].positional);
    QVERIFY(!data.table.entries[1].positional);
    QVERIFY(data.table.find("b") == &data.table.entries[1]);
    QVERIFY(data.table.find("a") == nullptr);
}

void TestLuaData::dropsNil()
{
    const LuaData data = read("return { nil, 'two', a = nil,\n-- of b\nb = nil,\n c = 1 }");
    QCOMPARE(data.table.entries.size(), std::size_t{2});
    QCOMPARE(std::get<std::int64_t>(data.table.entries[0].key), std::int64_t{2});
    QCOMPARE(data.table.entries[1].comments, lines({" of b"}));
}

void TestLuaData::skipsFirstLine()
{
    QCOMPARE(read("#!/usr/bin/lua \nreturn {}").firstLine, std::string("!/usr/bin/lua"));
    QCOMPARE(read("\xef\xbb\xbf# x\r\nreturn {}").firstLine, std::string(" x"));
    QCOMPARE(read("\xef\xbb\xbfreturn {}").firstLine, std::string());
    QCOMPARE(refusal("# x\n\n  nonsense"),
             QStringLiteral("3:3 Found \"nonsense\" where \"return\" is expected"));
}

void TestLuaData::tellsPlaces()
{
    const LuaData data = read("\n return { e = 1,\r\n\t['ü'] =\n  { 'x' } }");
    QVERIFY((data.place == LuaPlace{2, 9}));
    const LuaData umlaut = read("return { ['ü'] = 'ö', b =\n  2, --[[ é\n ]] 'c' }");
    const auto &entries = umlaut.table.entries;
    QVERIFY((entries[0].place == LuaPlace{1, 10}));
    QVERIFY((entries[0].value.place == LuaPlace{1, 18}));
    QVERIFY((entries[1].place == LuaPlace{1, 23}));
    QVERIFY((entries[1].value.place == LuaPlace{2, 3}));
    QVERIFY((entries[2].place == LuaPlace{3, 5}));
}

void TestLuaData::keepsComments()
{
    const LuaData data = read("-- top\n--[[ of\nthe file ]] return {\n"
                              "--a1\n  -- a2  \na = 1,\n"
                              "b --[[ b1 ]] = --b2\n {\n -- end of b\n },\n"
                              "--[==[\n[[odd\n]==]\n'c',\n-- last\n}\n-- after\n");
    QCOMPARE(data.commentsBefore, lines({" top", " of", "the file"}));
    QCOMPARE(data.table.entries[0].comments, lines({"a1", " a2"}));
    QCOMPARE(data.table.entries[1].comments, lines({" b1", "b2"}));
    QCOMPARE(data.table.entries[1].value.table()->closingComments, lines({" end of b"}));
    QCOMPARE(data.table.entries[2].comments, lines({" [[odd"}));
    QCOMPARE(data.table.closingComments, lines({" last"}));
    QCOMPARE(data.commentsAfter, lines({" after"}));
}

void TestLuaData::movesTrailingComments()
{
    const LuaData data = read("return { -- of the file\n"
                              "  a = { -- of a\n    1, -- one\n    2 -- two\n  }, -- a's end\n"
                              "  b = 1 -- before its comma\n  , -- behind it\n"
                              "  c = 2, --[[ of d ]] d = 3,\n"
                              "  e = 4, --[[ of e ]] -- and too\n"
                              "} -- after\n");
    const auto &entries = data.table.entries;
    QCOMPARE(data.commentsBefore, lines({" of the file"}));
    QCOMPARE(entries[0].comments, lines({" of a", " a's end"}));
    QCOMPARE(entries[0].value.table()->entries[0].comments, lines({" one"}));
    QCOMPARE(entries[0].value.table()->entries[1].comments, lines({" two"}));
    QCOMPARE(entries[1].comments, lines({" before its comma", " behind it"}));
    QCOMPARE(entries[2].comments, lines({}));
    QCOMPARE(entries[3].comments, lines({" of d"}));
    QCOMPARE(entries[4].comments, lines({" of e", " and too"}));
    QCOMPARE(data.commentsAfter, lines({" after"}));
}

void TestLuaData::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const char *text, const char *why) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(why);
    };
    row("empty", "", "1:1 There is no \"return { … }\" in it");
    row("comment only", "-- x", "1:5 There is no \"return { … }\" in it");
    row("local", "local x = 1\nreturn {}", "1:1 Found \"local\" where \"return\" is expected");
    row("string only", "return 'x'", "1:8 Found the string \"x\" where \"{\" after \"return\" is expected");
    row("two values", "return {}, {}", "1:10 Found \",\" where the end of the file is expected");
    row("call of it", "return {}()", "1:10 Found \"(\" where the end of the file is expected");
    row("call", "return { f() }", "1:10 Found \"f\" where a value or \"name = value\" is expected");
    row("string.rep", "return { ('x'):rep(1e9) }", "1:10 Found \"(\" where a value is expected");
    row("method", "return { 'x':rep(9) }", "1:13 Found \":\" where \",\" or \"}\" is expected");
    row("function", "return { f = function() end }", "1:14 Found \"function\" where a value is expected");
    row("identifier", "return { a = os }", "1:14 Found \"os\" where a value is expected");
    row("concatenation", "return { a = 'x' .. 'y' }", "1:18 Found \"..\" where \",\" or \"}\" is expected");
    row("sum", "return { 1 + 1 }", "1:12 Found \"+\" where \",\" or \"}\" is expected");
    row("shift", "return { 1 >> 1 }", "1:12 Found \">>\" where \",\" or \"}\" is expected");
    row("not", "return { a = not true }", "1:14 Found \"not\" where a value is expected");
    row("length", "return { #'x' }", "1:10 Found \"#\" where a value is expected");
    row("minus string", "return { -'1' }",
        "1:11 Found the string \"1\" where a number after \"-\" is expected");
    row("minus minus", "return { - -1 }", "1:12 Found \"-\" where a number after \"-\" is expected");
    row("parentheses", "return { (1) }", "1:10 Found \"(\" where a value is expected");
    row("vararg", "return { ... }", "1:10 Found \"...\" where a value is expected");
    row("and", "return { true and 1 }", "1:15 Found \"and\" where \",\" or \"}\" is expected");
    row("computed key", "return { ['a'..'b'] = 1 }",
        "1:14 Found \"..\" where \"]\" after the key is expected");
    row("nil key", "return { [nil] = 1 }", "1:11 nil cannot be a key");
    row("table key", "return { [{}] = 1 }", "1:11 Found \"{\" where a key is expected");
    row("reserved key", "return { end = 1 }", "1:10 \"end\" is a word of Lua's own");
    row("true key", "return { true = 1 }", "1:15 Found \"=\" where \",\" or \"}\" is expected");
    row("missing comma", "return { a = 1\n b = 2 }", "2:2 Found \"b\" where \",\" or \"}\" is expected");
    row("two commas", "return { 1,, 2 }", "1:12 Found \",\" where a value is expected");
    row("no value", "return { a = }", "1:14 Found \"}\" where a value is expected");
    row("comparison", "return { a == 1 }", "1:10 Found \"a\" where a value or \"name = value\" is expected");
    row("duplicate name", "return { a = 1, b = 2,\n ['a'] = 3 }",
        "2:2 The key \"a\" stands here a second time; the first is at line 1, column 10");
    row("duplicate number", "return { 'x', [1.0] = 3 }",
        "1:15 Entry 1 stands here a second time; the first is at line 1, column 10");
    row("duplicate nil", "return { a = 1, a = nil }",
        "1:17 The key \"a\" stands here a second time; the first is at line 1, column 10");
    row("open table", "return { a = {\n 1,",
        "2:4 The file ends inside the table that begins at line 1, column 14");
    row("open string", "return { \"abc", "1:10 The string that begins here does not end on its line");
    row("line break", "return { \"abc\n\" }", "1:10 The string that begins here does not end on its line");
    row("open long string", "return {\n [==[ ]=]", "2:2 The file ends inside the string that begins here");
    row("open comment", "return { --[[ }", "1:12 The file ends inside the comment that begins here");
    row("bad escape", "return { 'ab\\q' }",
        "1:13 Found a backslash before \"q\", which means nothing in Lua");
    row("bad \\x", "return { '\\x4' }", "1:11 Found \"'\" where \\x wants two hexadecimal digits");
    row("bad \\ddd", "return { '\\256' }", "1:11 Found \\256, but a byte is at most \\255");
    row("bad \\u", "return { '\\u41' }", "1:11 \\u wants hexadecimal digits in braces, as in \\u{20AC}");
    row("empty \\u", "return { '\\u{}' }", "1:11 \\u wants hexadecimal digits in braces, as in \\u{20AC}");
    row("open \\u", "return { '\\u{41' }", "1:11 Found \"'\" where \\u{…} wants a closing brace");
    row("large \\u", "return { '\\u{80000000}' }", "1:11 \\u takes at most \\u{7FFFFFFF}");
    row("number and letters", "return { 3x }", "1:10 \"3x\" is no number");
    row("two points", "return { 1..2 }", "1:10 \"1..2\" is no number");
    row("hex without digits", "return { 0x }", "1:10 \"0x\" is no number");
    row("no exponent", "return { 1e }", "1:10 \"1e\" is no number");
    row("odd byte", "return { \x01 }", "1:10 Found \"\\x01\", which has no meaning outside a string");
    row("letter", "return { é }", "1:10 Found \"é\", which has no meaning outside a string");
    row("exclamation", "return { !x }", "1:10 Found \"!\", which has no meaning outside a string");
    row("half long bracket", "return { [=x }", "1:11 Found \"=\" where a value is expected");
}

void TestLuaData::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    QCOMPARE(refusal(text.toStdString()), why);
}

void TestLuaData::refusesBinary()
{
    QCOMPARE(refusal("\x1bLua\x54\0\x19\x93"s),
             QStringLiteral("1:1 This is a compiled Lua program, not text"));
    QCOMPARE(refusal("\xff\xfer\0e\0"s), QStringLiteral("1:1 This is UTF-16 text"));
    QVERIFY(refusal("\x1f\x8b\x08\0\0"s).contains(QStringLiteral("\\x1f")));
    QVERIFY(refusal("return\0 {}"s).contains(QStringLiteral("1:7 Found \"\\x00\"")));
    QVERIFY(refusal("return { 'a', \0 }"s).contains(QStringLiteral("1:15 Found \"\\x00\"")));
    // As in Lua, a NUL may stand in strings and comments.
    QCOMPARE(refusal("return { 'a\0', --\0\n }"s), QString());
}

void TestLuaData::keepsBounds()
{
    LuaReadOptions options;
    options.maxBytes = 100;
    options.maxDepth = 3;
    options.maxEntries = 5;
    const auto readBounded = [&](std::string_view text) {
        try {
            readLuaData(text, QStringLiteral("t.lua"), options);
        } catch (const Error &error) {
            return error.where() + QLatin1Char(' ') + error.why();
        }
        return QString();
    };
    QCOMPARE(readBounded("return {{{}}}"), QString());
    QCOMPARE(readBounded("return {{{{}}}}"),
             QStringLiteral("t.lua:1:11 Tables stand more than 3 deep in each other"));
    QCOMPARE(readBounded("return {1,2,3,{5}}"), QString());
    QCOMPARE(readBounded("return {1,2,3,{5,6}}"), QStringLiteral("t.lua:1:18 There are more than 5 entries"));
    QVERIFY(readBounded("return {" + std::string(92, ' ') + "}")
                .contains(QStringLiteral("too long: at most 100 B")));
}

void TestLuaData::survivesHugeInput()
{
    constexpr std::size_t kMany = 200'000;
    const auto repeated = [](const char *piece, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            out += piece;
        return out;
    };
    QVERIFY(refusal("return " + repeated("{", kMany)).contains(QStringLiteral("deep")));
    QVERIFY(refusal("return {" + repeated("[ ", kMany)).contains(QStringLiteral("Found")));
    QVERIFY(refusal("return {" + repeated("-", 5)).contains(QStringLiteral("ends inside the table")));
    QVERIFY(
        refusal("return {[" + repeated("=", kMany) + "[").contains(QStringLiteral("ends inside the string")));
    QVERIFY(refusal("return {" + repeated("9", kMany) + "}").isEmpty());
    QVERIFY(refusal("return {'" + repeated("\\u{7fffffff}", kMany) + "'}").isEmpty());
    QVERIFY(refusal("return {" + repeated("1,", kMany) + "}").isEmpty());
    QVERIFY(
        refusal("return {" + repeated("{},", 1'000'001) + "}").contains(QStringLiteral("more than 1000000")));
    QVERIFY(refusal(std::string(17 << 20, ' ')).contains(QStringLiteral("at most")));
    const QString why = refusal("return {" + repeated("x", kMany) + "}");
    QVERIFY2(why.size() < 200, "A message must not carry all of a long word");
}

QTEST_APPLESS_MAIN(TestLuaData)
#include "tst_luadata.moc"
