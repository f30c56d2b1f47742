// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What programs of one root lack, name by name.
#include "assembly/checker.h"
#include "unit/assembly/checkfixtures.h"

#include <QTest>

using namespace Refbox;

namespace {

constexpr const char *kLoaderIn = "/v/lib64/ld-linux-x86-64.so.2";

Findings check(TreeMaker &maker)
{
    const FileTreePtr tree = maker.builder.build();
    const std::vector<NodeId> roots{tree->find("/v")};
    Progress progress;
    return checkTree(*tree, roots, progress);
}

} // namespace

class TestChecker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The same program, and only one of its names has the library beside it.
    void everyNameLooksBesideItself_data()
    {
        QTest::addColumn<std::string>("runpath");
        QTest::newRow("plain") << std::string("$ORIGIN/../lib");
        QTest::newRow("braces") << std::string("/nowhere:${ORIGIN}/../lib");
    }
    void everyNameLooksBesideItself()
    {
        QFETCH(std::string, runpath);
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.library("/v/opt/f/lib/libq.so");
        maker.program("/v/opt/f/bin/prog", {"libq.so"}, runpath);
        maker.hardLink("/v/usr/bin/prog", "/v/opt/f/bin/prog");
        maker.hardLink("/v/opt/f/bin/again", "/v/opt/f/bin/prog");
        const auto missing = findingsOf(check(maker), "missing-library");
        QCOMPARE(missing.size(), std::size_t(1));
        QCOMPARE(missing[0].path, std::string("/v/usr/bin/prog"));
        QCOMPARE(missing[0].subject, std::string("libq.so"));
        QVERIFY2(missing[0].advice.contains(QStringLiteral("beside its own place")),
                 qPrintable(missing[0].advice));
    }

    void oneFindingForAllNamesElsewhere()
    {
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.program("/v/bin/prog", {"libq.so"});
        maker.hardLink("/v/usr/bin/prog", "/v/bin/prog");
        const Findings findings = check(maker);
        const auto missing = findingsOf(findings, "missing-library");
        QCOMPARE(missing.size(), std::size_t(1));
        QVERIFY2(missing[0].advice.contains(QStringLiteral("/refbox/lib")), qPrintable(missing[0].advice));
        QVERIFY(!hasFinding(findings, "missing-loader"));
    }
};

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
