// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reportdialog.h"

#include "dialogtools.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<VServerReport> made()
{
    auto report = std::make_shared<VServerReport>();
    report->name = "vsbox01";
    report->tools = {{"awk", "", "gawk", "/opt/gnu/awk/bin/awk"},
                     {"ed", "", "", ""},
                     {"ls", "/bin/ls", "base", ""},
                     {"sed", "/bin/sed", "base", ""}};
    report->needs.machines = {"x86-64"};
    report->needs.kernel = KernelVersion{3, 2, 0};
    report->totals.sharedBytes = 2'000'000;
    ComponentOrigin base;
    base.component = "base";
    base.kind = "host";
    base.packages = {{{"busybox", "1.35", "amd64"}, {{}, {"GPL-2"}}},
                     {{"coreutils", "9.1", "amd64"}, {{{"GPL-3.0-or-later", "GPL-3+"}}, {}}}};
    report->components = {base};
    return report;
}

QStringList groupsOf(const QTreeWidget &tree)
{
    QStringList groups;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        if (!tree.topLevelItem(i)->isHidden())
            groups += tree.topLevelItem(i)->text(0);
    }
    return groups;
}

} // namespace

class TestReportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingComesFirst()
    {
        const ReportDialog dialog(made());
        const auto *tree = child<QTreeWidget>(dialog, u"toolsTree"_s);
        QCOMPARE(groupsOf(*tree),
                 (QStringList{u"Missing, and nothing here has them (1)"_s,
                              u"Missing, but to be had from the refbox (1)"_s, u"Present (2)"_s}));
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), u"ed"_s);
        QCOMPARE(tree->topLevelItem(1)->child(0)->text(1), u"/opt/gnu/awk/bin/awk"_s);
        QCOMPARE(tree->topLevelItem(1)->child(0)->text(2), u"gawk"_s);
        QVERIFY(child<QLabel>(dialog, u"kernelLabel"_s)->text().contains(u"3.2.0"_s));
        QVERIFY(child<QLabel>(dialog, u"sizeLabel"_s)->text().contains(u"2.0 MB"_s));
        const auto *software = child<QTreeWidget>(dialog, u"softwareTree"_s);
        QCOMPARE(software->topLevelItemCount(), 1);
        QVERIFY(software->topLevelItem(0)->child(0)->text(4).contains(u"GPL-2"_s));
        QCOMPARE(software->topLevelItem(0)->child(1)->text(4), u"GPL-3.0-or-later"_s);
    }

    void filtersAndChooses()
    {
        ReportDialog dialog(made());
        dialog.show();
        typeInto(dialog, u"searchEdit"_s, u"se"_s); // sed, and ls and sed of base
        auto *tree = child<QTreeWidget>(dialog, u"toolsTree"_s);
        QCOMPARE(groupsOf(*tree), QStringList{u"Present (2)"_s});
        typeInto(dialog, u"searchEdit"_s, u"gawk"_s);
        QCOMPARE(groupsOf(*tree), QStringList{u"Missing, but to be had from the refbox (1)"_s});
        child<QLineEdit>(dialog, u"searchEdit"_s)->clear();
        QCOMPARE(groupsOf(*tree).size(), 3);

        QSignalSpy chosen(&dialog, &ReportDialog::pathChosen);
        Q_EMIT tree->itemActivated(tree->topLevelItem(0)->child(0), 0);
        QCOMPARE(chosen.size(), 0); // it is not there
        Q_EMIT tree->itemActivated(tree->topLevelItem(2)->child(1), 0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<std::string>(), "/bin/sed");
    }

    void savesTheBillOfMaterials()
    {
        const QTemporaryDir folder;
        ReportDialog dialog(made());
        dialog.show();
        dialog.chooseFile = [](const QString &) { return QString(); };
        QTest::mouseClick(child<QPushButton>(dialog, u"saveButton"_s), Qt::LeftButton);
        dialog.chooseFile = [&](const QString &suggestion) {
            [&] { QCOMPARE(suggestion, u"vsbox01.spdx.json"_s); }();
            return folder.filePath(u"bill"_s);
        };
        QTest::mouseClick(child<QPushButton>(dialog, u"saveButton"_s), Qt::LeftButton);
        QFile file(folder.filePath(u"bill.spdx.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll())[u"spdxVersion"_s].toString(), u"SPDX-2.3"_s);
    }
};

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"
