// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/glob.h"
#include "tree/filetreebuilder.h"

#include <QTest>

#include <fnmatch.h>

#include <random>

using namespace Refbox;

class TestGlob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("expected");
        QTest::newRow("literal") << QByteArray("ls") << QByteArray("ls") << true;
        QTest::newRow("prefix is no match") << QByteArray("ls") << QByteArray("lsof") << false;
        QTest::newRow("star") << QByteArray("l*s") << QByteArray("lxxs") << true;
        QTest::newRow("star matches nothing") << QByteArray("l*s") << QByteArray("ls") << true;
        QTest::newRow("leading dot") << QByteArray("*") << QByteArray(".profile") << true;
        QTest::newRow("question mark needs a byte") << QByteArray("ls?") << QByteArray("ls") << false;
        QTest::newRow("set") << QByteArray("[a-cx]y") << QByteArray("by") << true;
        QTest::newRow("negated set") << QByteArray("[!a-c]y") << QByteArray("by") << false;
        QTest::newRow("bracket first in set") << QByteArray("[]]") << QByteArray("]") << true;
        QTest::newRow("lone bracket") << QByteArray("[") << QByteArray("[") << true;
        QTest::newRow("quoted star") << QByteArray("\\*") << QByteArray("*") << true;
        QTest::newRow("quoted star is no wildcard") << QByteArray("\\*") << QByteArray("x") << false;
        QTest::newRow("high bytes") << QByteArray("[\xE0-\xFF]*") << QByteArray("\xE9t\xE9") << true;
    }

    void names()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, name);
        QTEST(matchesName(pattern.toStdString(), name.toStdString()), "expected");
    }

    // fnmatch(3) in the C locale is the judge for patterns without its odd cases (backslash at the end,
    // classes).
    void agreesWithFnmatch()
    {
        std::mt19937 random(1);
        const std::string alphabet = "ab*?[]!-";
        for (int round = 0; round < 50000; ++round) {
            std::string pattern;
            std::string name;
            for (unsigned i = random() % 7; i > 0; --i)
                pattern += alphabet[random() % alphabet.size()];
            for (unsigned i = random() % 6; i > 0; --i)
                name += "ab]-!"[random() % 5];
            // Ranges that run backwards or hang open are undefined in POSIX: left out.
            if (pattern.find('-') != std::string::npos && pattern.find('[') != std::string::npos)
                continue;
            const bool expected = ::fnmatch(pattern.c_str(), name.c_str(), FNM_NOESCAPE) == 0;
            QVERIFY2(matchesName(pattern, name) == expected, (pattern + " | " + name).c_str());
        }
    }

    void manyStarsTakeNoExponentialTime()
    {
        std::string pattern;
        for (int i = 0; i < 60; ++i)
            pattern += "a*";
        QVERIFY(!matchesName(pattern + "b", std::string(255, 'a')));
    }

    void paths()
    {
        QVERIFY(PathGlob("/etc/**").matches("/etc/a/b"));
        QVERIFY(PathGlob("/etc/**").matches("/etc"));
        QVERIFY(!PathGlob("/etc/**").matches("/etcetera/a"));
        QVERIFY(PathGlob("/**/b").matches("/b"));
        QVERIFY(PathGlob("/**/b/**/c").matches("/x/b/y/b/z/c"));
        QVERIFY(!PathGlob("/bin/*").matches("/bin/a/b"));
        QVERIFY(!PathGlob("/bin/ls").hasWildcards());
        QCOMPARE(PathGlob("/opt/gnu/*/bin").literalDepth(), std::size_t(2));
    }

    // find() walks the tree; matches() judges each path as a whole: they must agree.
    void findAgreesWithMatches()
    {
        std::mt19937 random(7);
        FileTreeBuilder builder;
        std::vector<FileTreeBuilder::Handle> folders{FileTreeBuilder::root()};
        for (int i = 0; i < 300; ++i) {
            const auto folder = folders[random() % folders.size()];
            const std::string name(1 + random() % 2, static_cast<char>('a' + random() % 3));
            if (builder.child(folder, name) == FileTreeBuilder::kNone)
                folders.push_back(builder.addDirectory(folder, name, {}));
        }
        const FileTreePtr tree = builder.build();
        const std::vector<std::string> pieces{"a", "b", "*", "?", "**", "[ab]", "a*", "*c"};
        for (int round = 0; round < 500; ++round) {
            std::string pattern;
            for (unsigned i = 1 + random() % 4; i > 0; --i)
                pattern += "/" + pieces[random() % pieces.size()];
            const PathGlob glob(pattern);
            std::vector<NodeId> expected;
            for (NodeId node = 0; node < tree->nodeCount(); ++node) {
                if (glob.matches(tree->path(node)))
                    expected.push_back(node);
            }
            QVERIFY2(glob.find(*tree, FileTree::root()) == expected, pattern.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestGlob)
#include "tst_glob.moc"
