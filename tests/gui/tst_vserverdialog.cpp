// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vserverdialog.h"

#include "dialogtools.h"
#include "gui/fieldhint.h"
#include "project/templates.h"
#include "tree/filetreebuilder.h"

#include <QComboBox>
#include <QRadioButton>
#include <QTreeWidget>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestVServerDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsAFreeName();
    void objectsToNames();
    void linksWhatIsChecked();
    void linksWhatIsThere();
    void copiesAnother();
    void showsSkeletons();
    void editsAVServer();
    void worksWithoutSoftware();
};

namespace {

Project project()
{
    Project made;
    made.components = {{"base", "/"}, {"bash", "/opt/gnu/bash"}, {"more", "/"}, {"odd", "/opt/a/b[1]"}};
    VServer vserver{.name = "vsbox01", .skeleton = "minimal"};
    vserver.links = {{.from = "/bin/x", .to = "/bin/"}};
    vserver.files["/etc/hostname"] = {.content = "vsbox01\n"};
    vserver.files["/etc/hosts"] = {.content = "127.0.0.1 vsbox01 vsbox01.net xvsbox01\n"};
    vserver.files["/etc/motd"] = {.content = "vsbox01\n"};
    made.vservers.push_back(vserver);
    return made;
}

QStringList rules(const VServer &vserver)
{
    QStringList texts;
    for (const LinkRule &rule : vserver.links)
        texts += QString::fromStdString(rule.from + " " + rule.to);
    return texts;
}

} // namespace

void TestVServerDialog::suggestsAFreeName()
{
    QCOMPARE(VServerDialog(Project()).vserver().name, "vsbox01");
    QCOMPARE(VServerDialog(project()).vserver().name, "vsbox02");
}

void TestVServerDialog::objectsToNames()
{
    VServerDialog dialog(project());
    dialog.show();
    QVERIFY(defaultButton(dialog)->isEnabled());
    for (const QString &wrong : {u"vsbox01"_s, u"refbox"_s, u"a/b"_s, QString()}) {
        typeInto(dialog, u"nameEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(child<FieldHint>(dialog, u"nameHint"_s)->isObjecting());
    }
    typeInto(dialog, u"nameEdit"_s, u"web"_s);
    QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.vserver().name, "web");
}

void TestVServerDialog::linksWhatIsChecked()
{
    VServerDialog dialog(project());
    dialog.show();
    auto *software = child<QTreeWidget>(dialog, u"softwareTree"_s);
    QCOMPARE(software->topLevelItemCount(), 3);
    QCOMPARE(software->topLevelItem(0)->text(0), u"base, more"_s);
    QCOMPARE(rules(dialog.vserver()), QStringList({u"/bin/* /bin"_s, u"/sbin/* /sbin"_s}));
    for (int row = 0; row < 3; ++row)
        software->topLevelItem(row)->setCheckState(0, row == 0 ? Qt::Unchecked : Qt::Checked);
    QCOMPARE(rules(dialog.vserver()),
             QStringList({u"/opt/gnu/bash/bin/* /bin"_s, u"/opt/a/b\\[1]/bin/* /bin"_s}));
}

void TestVServerDialog::linksWhatIsThere()
{
    FileTreeBuilder builder;
    const auto refbox = builder.addDirectory(FileTreeBuilder::root(), "refbox", {});
    const auto bin = builder.addDirectory(refbox, "bin", {});
    builder.addInlineFile(bin, "sh", {}, "x");
    builder.addDirectory(refbox, "sbin", {});
    const auto usr = builder.addDirectory(refbox, "usr", {});
    const auto usrBin = builder.addDirectory(usr, "bin", {});
    builder.addInlineFile(usrBin, "env", {}, "x");
    const auto gnu = builder.addDirectory(builder.addDirectory(refbox, "opt", {}), "gnu", {});
    builder.addDirectory(builder.addDirectory(gnu, "bash", {}), "lib", {});
    const FileTreePtr tree = builder.build();
    const VServerDialog dialog(project(), tree, tree->find("/refbox"));
    QCOMPARE(rules(dialog.vserver()), QStringList({u"/bin/* /bin"_s, u"/usr/bin/* /usr/bin"_s}));
    auto *software = child<QTreeWidget>(dialog, u"softwareTree"_s);
    software->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    software->topLevelItem(1)->setCheckState(0, Qt::Checked);
    QVERIFY(dialog.vserver().links.empty()); // no programs there
    software->topLevelItem(2)->setCheckState(0, Qt::Checked);
    QCOMPARE(dialog.vserver().links.size(), std::size_t{1}); // not planned yet
}

void TestVServerDialog::copiesAnother()
{
    VServerDialog dialog(project());
    dialog.show();
    QVERIFY(!child<QComboBox>(dialog, u"copyCombo"_s)->isEnabled());
    QTest::mouseClick(child<QRadioButton>(dialog, u"copyRadio"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(child<QComboBox>(dialog, u"copyCombo"_s)->isEnabled());
    QVERIFY(!child<QComboBox>(dialog, u"skeletonCombo"_s)->isEnabled());
    VServer expected = project().vservers[0];
    expected.name = "vsbox02";
    expected.files["/etc/hostname"].content = "vsbox02\n";
    expected.files["/etc/hosts"].content = "127.0.0.1 vsbox02 vsbox01.net xvsbox01\n";
    QVERIFY(dialog.vserver() == expected);
}

void TestVServerDialog::showsSkeletons()
{
    VServerDialog dialog(project());
    auto *combo = child<QComboBox>(dialog, u"skeletonCombo"_s);
    auto *tree = child<QTreeWidget>(dialog, u"skeletonTree"_s);
    QCOMPARE(dialog.vserver().skeleton, "typical");
    QVERIFY(!tree->findItems(u"home"_s, Qt::MatchExactly).isEmpty());
    combo->setCurrentIndex(combo->findData(u"minimal"_s));
    QVERIFY(tree->findItems(u"home"_s, Qt::MatchExactly).isEmpty());
    QVERIFY(tree->findItems(u"bin"_s, Qt::MatchExactly).size() == 1);
    QCOMPARE(dialog.vserver().skeleton, "minimal");
    combo->setCurrentIndex(combo->findData(u"empty"_s));
    QCOMPARE(tree->topLevelItemCount(), 0);
    QVERIFY(!child<FieldHint>(dialog, u"skeletonHint"_s)->text().isEmpty());
}

void TestVServerDialog::editsAVServer()
{
    VServer vserver = project().vservers[0];
    VServerDialog dialog(project());
    dialog.setVServer(vserver);
    dialog.show();
    QVERIFY(dialog.vserver() == vserver);
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(!child<QTreeWidget>(dialog, u"softwareTree"_s)->isVisible());
    typeInto(dialog, u"nameEdit"_s, u"web"_s);
    vserver.name = "web";
    vserver.files["/etc/hostname"].content = "web\n";
    vserver.files["/etc/hosts"].content = "127.0.0.1 web vsbox01.net xvsbox01\n";
    QVERIFY(dialog.vserver() == vserver);
}

void TestVServerDialog::worksWithoutSoftware()
{
    VServerDialog dialog({});
    dialog.show();
    QVERIFY(!child<QRadioButton>(dialog, u"copyRadio"_s)->isEnabled());
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(dialog.vserver().links.empty());
}

QTEST_MAIN(TestVServerDialog)
#include "tst_vserverdialog.moc"
