// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reader and writer held against the real Lua 5.4: what the reader accepts means the same to Lua, and Lua
// reads everything that the writer wrote.
#include "project/luawriter.h"

#include "jobs/error.h"
#include "project/projectfile.h"
#include "unit/project/luafixtures.h"
#include "unit/project/projectfixtures.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Refbox;

class TestLuaJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesOnAllNotations();
    void readsWhatTheWriterWrote();
    void readsProjects();
    void readsTemplates();
    void agreesOnDamagedTexts();

private:
    QList<QByteArray> judge(const std::vector<std::string> &texts) const;
    void compare(const std::vector<std::string> &texts, const std::vector<std::string> &expected) const;

    QString m_lua;
};

void TestLuaJudge::initTestCase()
{
    m_lua = QStandardPaths::findExecutable(QStringLiteral("lua5.4"));
    if (m_lua.isEmpty())
        QSKIP("The interpreter lua5.4 is not installed: nothing to compare with.");
}

// What Lua says to each text, as files: only there it skips marks and first lines.
QList<QByteArray> TestLuaJudge::judge(const std::vector<std::string> &texts) const
{
    const QTemporaryDir folder;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        QFile file(folder.filePath(QStringLiteral("%1.lua").arg(i)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(texts[i].data(), static_cast<qint64>(texts[i].size()));
    }
    QProcess process;
    process.start(m_lua, {QFINDTESTDATA("luajudge.lua"), folder.path(), QString::number(texts.size())});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return {};
    }
    return process.readAllStandardOutput().split('\n');
}

void TestLuaJudge::compare(const std::vector<std::string> &texts,
                           const std::vector<std::string> &expected) const
{
    const QList<QByteArray> verdicts = judge(texts);
    QCOMPARE(static_cast<std::size_t>(verdicts.size()), texts.size() + 1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string verdict = verdicts[static_cast<qsizetype>(i)].toStdString();
        QVERIFY2(verdict == expected[i], (texts[i] + "\nLua: " + verdict + "\nours: " + expected[i]).c_str());
    }
}

void TestLuaJudge::agreesOnAllNotations()
{
    std::vector<std::string> texts;
    std::vector<std::string> expected;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        Test::Random random(seed);
        texts.push_back(Test::randomLuaText(random));
        expected.push_back(Test::dump(LuaValue(readLuaData(texts.back(), QStringLiteral("t.lua")).table)));
    }
    compare(texts, expected);
}

void TestLuaJudge::readsWhatTheWriterWrote()
{
    std::vector<std::string> texts;
    std::vector<std::string> expected;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Test::Random random(seed);
        const LuaData data = Test::randomData(random);
        texts.push_back(writeLuaData(data));
        expected.push_back(Test::dump(LuaValue(data.table)));
    }
    compare(texts, expected);
}

void TestLuaJudge::readsProjects()
{
    std::vector<std::string> texts;
    std::vector<std::string> expected;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Test::Random random(seed);
        texts.push_back(writeProject(Test::randomProject(random)));
        expected.push_back(Test::dump(LuaValue(readLuaData(texts.back(), QStringLiteral("t.lua")).table)));
    }
    compare(texts, expected);
}

void TestLuaJudge::readsTemplates()
{
    std::vector<std::string> texts;
    std::vector<std::string> expected;
    const QDir folder(qEnvironmentVariable("REFBOX_SOURCE_DIR") + QStringLiteral("/resources/templates"));
    for (const QString &name : folder.entryList({QStringLiteral("*.lua")})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        texts.push_back(file.readAll().toStdString());
        expected.push_back(Test::dump(LuaValue(readLuaData(texts.back(), name).table)));
    }
    QVERIFY(texts.size() >= 3);
    compare(texts, expected);
}

// Ours may refuse more (what computes, keys that stand twice); what it accepts must mean the same.
void TestLuaJudge::agreesOnDamagedTexts()
{
    std::vector<std::string> texts;
    std::vector<std::string> expected;
    for (std::uint64_t seed = 0; texts.size() < 1500 && seed < 200'000; ++seed) {
        Test::Random random(seed);
        std::string text = Test::randomLuaText(random);
        for (std::size_t i = random.below(3) + 1; i > 0; --i) {
            static constexpr std::string_view kBytes = "\"'[]{}=-,;\\0x.e\n\r#z1";
            text[random.below(text.size())] = kBytes[random.below(kBytes.size())];
        }
        try {
            expected.push_back(Test::dump(LuaValue(readLuaData(text, QStringLiteral("t.lua")).table)));
            texts.push_back(std::move(text));
        } catch (const Error &) {
            continue;
        }
    }
    QVERIFY(texts.size() > 500);
    compare(texts, expected);
}

QTEST_GUILESS_MAIN(TestLuaJudge)
#include "tst_luajudge.moc"
