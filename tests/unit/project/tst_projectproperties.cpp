// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds for every project and for every file, whatever is in it.
#include "project/projectfile.h"

#include "jobs/error.h"
#include "unit/project/projectfixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace Refbox;

namespace {

// Short, with every kind of entry and many notations.
std::string sample()
{
    QFile file(QFINDTESTDATA("sample.lua"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Reads the text as a project: either it is one, and then it survives writing, or there is an Error that
// tells the place.
enum class Outcome { Project, Refused, Wrong };

Outcome outcomeOf(const std::string &text)
{
    static const QRegularExpression place(QStringLiteral("^t\\.lua:[0-9]+:[0-9]+$"));
    try {
        const Project project = readProject(text, QStringLiteral("t.lua"));
        return readProject(writeProject(project), QStringLiteral("t.lua")) == project ? Outcome::Project
                                                                                      : Outcome::Wrong;
    } catch (const Error &error) {
        return place.match(error.where()).hasMatch() && !error.why().isEmpty() ? Outcome::Refused
                                                                               : Outcome::Wrong;
    }
}

} // namespace

class TestProjectProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingUndoesWriting();
    void writingIsCanonical();
    void survivesTruncation();
    void survivesDamage();
    void survivesShuffledPieces();
    void survivesNoise();
};

void TestProjectProperties::readingUndoesWriting()
{
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Test::Random random(seed);
        const Project project = Test::randomProject(random);
        const std::string text = writeProject(project);
        Project again;
        try {
            again = readProject(text, QStringLiteral("t.lua"));
        } catch (const Error &error) {
            QFAIL((error.what() + ("\n" + text)).c_str());
        }
        QVERIFY2(again == project, ("seed " + std::to_string(seed) + "\n" + text).c_str());
    }
}

void TestProjectProperties::writingIsCanonical()
{
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Test::Random random(seed);
        const std::string text = writeProject(Test::randomProject(random));
        QVERIFY2(writeProject(readProject(text, QStringLiteral("t.lua"))) == text, text.c_str());
    }
}

void TestProjectProperties::survivesTruncation()
{
    const std::string text = sample();
    for (std::size_t length = 0; length < text.size(); ++length)
        QVERIFY2(outcomeOf(text.substr(0, length)) == Outcome::Refused, text.substr(0, length).c_str());
    QVERIFY(outcomeOf(text) == Outcome::Project);
}

void TestProjectProperties::survivesDamage()
{
    const std::string text = sample();
    int projects = 0;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        Test::Random random(seed);
        std::string damaged = text;
        for (std::size_t i = random.below(4) + 1; i > 0; --i)
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        const Outcome outcome = outcomeOf(damaged);
        QVERIFY2(outcome != Outcome::Wrong, damaged.c_str());
        projects += outcome == Outcome::Project ? 1 : 0;
    }
    QVERIFY(projects > 100); // in comments and in contents, damage does no harm
}

// Well-formed words in an order that makes no sense.
void TestProjectProperties::survivesShuffledPieces()
{
    static constexpr std::array<const char *, 30> kPieces = {
        "name",   "=",    "{",    "}",       ",",       "\"/a\"", "\"x\"",  "1",    "-1",       "true",
        "source", "host", "to",   "from",    "files",   "links",  "[",      "]",    "-- c\n",   "nil",
        "image",  "size", "free", "\"10%\"", "options", "1e999",  "prefix", "mode", "vservers", "components"};
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
        Test::Random random(seed);
        std::string text = "return { refbox = 1, name = \"n\", ";
        for (std::size_t i = random.below(25); i > 0; --i)
            text += std::string(kPieces[random.below(kPieces.size())]) + ' ';
        QVERIFY2(outcomeOf(text + '}') != Outcome::Wrong, text.c_str());
    }
}

void TestProjectProperties::survivesNoise()
{
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Test::Random random(seed);
        std::string noise;
        for (std::size_t i = random.below(200); i > 0; --i)
            noise += static_cast<char>(random.below(256));
        QVERIFY(outcomeOf(noise) == Outcome::Refused);
        QVERIFY(outcomeOf("return {" + noise) == Outcome::Refused);
    }
}

QTEST_APPLESS_MAIN(TestProjectProperties)
#include "tst_projectproperties.moc"
