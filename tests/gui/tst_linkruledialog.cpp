// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkruledialog.h"

#include "assembly/vserverassembler.h"
#include "dialogtools.h"
#include "gui/fieldhint.h"
#include "tree/filetreebuilder.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTreeWidget>

#include <set>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestLinkRuleDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesARule();
    void objects();
    void showsWhatItCatches();
    void dropsStalePreviews();
    void worksWithoutAPlan();
    void keepsWhatNobodyTyped();
    void previewsAsThePlanLinks_data();
    void previewsAsThePlanLinks();
    void previewStops();
};

namespace {

// /refbox with /bin/{ash,bash,sh}, ash and sh one file, and /opt/gnu/tool/{bin/tool,lib/a/b}.
void addRefbox(FileTreeBuilder &builder, FileTreeBuilder::Handle refbox)
{
    const auto bin = builder.addDirectory(refbox, "bin", {});
    const auto ash = builder.addInlineFile(bin, "ash", {}, "12345");
    builder.addHardLink(bin, "sh", ash);
    builder.addInlineFile(bin, "bash", {}, "1234567890");
    const auto opt = builder.addDirectory(refbox, "opt", {});
    const auto tool = builder.addDirectory(builder.addDirectory(opt, "gnu", {}), "tool", {});
    builder.addInlineFile(builder.addDirectory(tool, "bin", {}), "tool", {}, "x");
    const auto a = builder.addDirectory(builder.addDirectory(tool, "lib", {}), "a", {});
    builder.addInlineFile(a, "b", {}, "y");
}

FileTreePtr image()
{
    FileTreeBuilder builder;
    builder.addDirectory(builder.addDirectory(FileTreeBuilder::root(), "baby", {}), "bin", {});
    addRefbox(builder, builder.addDirectory(FileTreeBuilder::root(), "refbox", {}));
    return builder.build();
}

QStringList shown(const LinkRuleDialog &dialog)
{
    QStringList lines;
    const auto *tree = child<QTreeWidget>(dialog, u"matchTree"_s);
    for (int row = 0; row < tree->topLevelItemCount(); ++row)
        lines += tree->topLevelItem(row)->text(0) + u' ' + tree->topLevelItem(row)->text(1);
    return lines;
}

} // namespace

void TestLinkRuleDialog::makesARule()
{
    const FileTreePtr tree = image();
    LinkRuleDialog dialog(tree, tree->find("/refbox"));
    dialog.show();
    QVERIFY(!defaultButton(dialog)->isEnabled());
    typeInto(dialog, u"fromEdit"_s, u"/bin/*"_s);
    typeInto(dialog, u"toEdit"_s, u"/usr/bin"_s);
    QTest::mouseClick(child<QRadioButton>(dialog, u"copyRadio"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(child<QCheckBox>(dialog, u"needsCheck"_s), Qt::LeftButton, {}, QPoint(8, 8));
    auto *except = child<QPlainTextEdit>(dialog, u"exceptEdit"_s);
    QTest::keyClicks(except, u"/bin/a*"_s);
    QTest::keyClick(except, Qt::Key_Return);
    QTest::keyClick(except, Qt::Key_Return);
    QTest::keyClicks(except, u" /bin/x "_s);
    QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const LinkRule expected{.from = "/bin/*",
                            .to = "/usr/bin",
                            .manner = LinkManner::Copy,
                            .needs = false,
                            .except = {"/bin/a*", "/bin/x"}};
    QVERIFY(dialog.rule() == expected);
}

void TestLinkRuleDialog::objects()
{
    LinkRuleDialog dialog(nullptr, 0);
    dialog.show();
    dialog.suggestRule({.from = "/bin/*", .to = "/bin/"});
    QVERIFY(defaultButton(dialog)->isEnabled());
    for (const QString &wrong : {u"bin"_s, u"/"_s, u"/bin/"_s, u"/a/../b"_s}) {
        typeInto(dialog, u"fromEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(child<FieldHint>(dialog, u"fromHint"_s)->isObjecting());
    }
    typeInto(dialog, u"fromEdit"_s, u"/x"_s);
    typeInto(dialog, u"toEdit"_s, u"/a//"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    typeInto(dialog, u"toEdit"_s, u"/"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    child<QPlainTextEdit>(dialog, u"exceptEdit"_s)->setPlainText(u"relative"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    QVERIFY(child<FieldHint>(dialog, u"exceptHint"_s)->isObjecting());
}

void TestLinkRuleDialog::showsWhatItCatches()
{
    const FileTreePtr tree = image();
    LinkRuleDialog dialog(tree, tree->find("/refbox"));
    dialog.show();
    dialog.suggestRule({.from = "/bin/*sh", .to = "/usr"});
    QTRY_COMPARE(shown(dialog),
                 QStringList({u"/bin/ash /usr/ash"_s, u"/bin/bash /usr/bash"_s, u"/bin/sh /usr/sh"_s}));
    const auto *count = child<FieldHint>(dialog, u"countHint"_s);
    QVERIFY2(count->text().contains(u"3"_s) && count->text().contains(u"15 B"_s), qPrintable(count->text()));
    typeInto(dialog, u"fromEdit"_s, u"/nothing"_s);
    QTRY_VERIFY(count->isObjecting());
    QVERIFY(defaultButton(dialog)->isEnabled());
    typeInto(dialog, u"fromEdit"_s, u"/bin/sh"_s);
    QTRY_COMPARE(shown(dialog), QStringList({u"/bin/sh /usr"_s}));
    typeInto(dialog, u"fromEdit"_s, u"bin"_s);
    QVERIFY(shown(dialog).isEmpty());
}

void TestLinkRuleDialog::dropsStalePreviews()
{
    const FileTreePtr tree = image();
    LinkRuleDialog dialog(tree, tree->find("/refbox"));
    for (int i = 0; i < 100; ++i)
        dialog.suggestRule({.from = "/**", .to = "/" + std::to_string(i)});
    dialog.suggestRule({.from = "/bin/ash", .to = "/x"});
    QTRY_COMPARE(shown(dialog), QStringList({u"/bin/ash /x"_s}));
}

void TestLinkRuleDialog::worksWithoutAPlan()
{
    LinkRuleDialog dialog(nullptr, kNoId);
    dialog.suggestRule({.from = "/bin/*", .to = "/bin"});
    QVERIFY(defaultButton(dialog)->isEnabled());
    const FileTreePtr tree = image();
    dialog.setTree(tree, tree->find("/refbox"));
    QTRY_COMPARE(shown(dialog).size(), 3);
}

void TestLinkRuleDialog::keepsWhatNobodyTyped()
{
    LinkRule rule{.from = "/bin/\xff*",
                  .to = "/b\xfe/",
                  .manner = LinkManner::Symbolic,
                  .needs = false,
                  .except = {"/bin/\xff"}};
    rule.comments["to"] = {" why"};
    LinkRuleDialog dialog(nullptr, kNoId);
    dialog.setRule(rule);
    QVERIFY(dialog.rule() == rule);
    QVERIFY(defaultButton(dialog)->isEnabled());
}

void TestLinkRuleDialog::previewsAsThePlanLinks_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("except");
    const auto row = [](const char *from, const char *to, const char *except = "") {
        QTest::addRow("%s %s", from, to) << QByteArray(from) << QByteArray(to) << QByteArray(except);
    };
    row("/bin/*", "/bin");
    row("/bin/*", "/", "/bin/ash");
    row("/bin/sh", "/x");
    row("/bin/sh", "/x/");
    row("/opt", "/o", "/opt/gnu/tool/lib");
    row("/opt/gnu/tool", "/o/");
    row("/**", "/all", "/bin/b*");
    row("/**/b*", "/all");
    row("/o*/g*/tool/**", "/x", "/**/b");
}

void TestLinkRuleDialog::previewsAsThePlanLinks()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, except);
    VServer vserver{.name = "v", .skeleton = "empty"};
    vserver.links = {{.from = from.toStdString(), .to = to.toStdString(), .needs = false}};
    if (!except.isEmpty())
        vserver.links[0].except = {except.toStdString()};

    FileTreeBuilder reference;
    addRefbox(reference, FileTreeBuilder::root());
    const FileTreePtr refbox = reference.build();
    FileTreeBuilder builder;
    const auto base = builder.copyNode(FileTreeBuilder::root(), "refbox", *refbox, FileTree::root(), {});
    for (NodeId node = 1; node < refbox->nodeCount(); ++node)
        builder.copyNode(base + refbox->parent(node), refbox->name(node), *refbox, node, {});
    VServerAssembler assembler(builder, *refbox, base, {}, {});
    Findings findings;
    assembler.assemble(
        vserver, [](NodeId) { return std::vector<std::string>(); }, findings);
    const FileTreePtr planned = builder.build();
    std::set<std::string> expected;
    const NodeId top = planned->find("/v");
    for (NodeId node = top; node < planned->subtreeEnd(top); ++node) {
        if (!planned->inodeAt(node).isDirectory())
            expected.insert(planned->path(node).substr(2));
    }

    Progress progress;
    const FileTreePtr tree = image();
    const RulePreview preview = previewRule(*tree, tree->find("/refbox"), vserver.links[0], 100, progress);
    std::set<std::string> places;
    for (const RulePreview::Match &match : preview.matches)
        places.insert(match.to);
    QVERIFY(places == expected);
    QCOMPARE(preview.files, std::uint64_t{assembler.reports().at(0).matched});
    const RulePreview alone = previewRule(*refbox, FileTree::root(), vserver.links[0], 100, progress);
    QVERIFY(alone.matches == preview.matches);
}

void TestLinkRuleDialog::previewStops()
{
    Progress progress;
    progress.cancel();
    const FileTreePtr tree = image();
    QVERIFY_THROWS_EXCEPTION(Cancelled, previewRule(*tree, 0, {.from = "/**", .to = "/"}, 10, progress));
}

QTEST_MAIN(TestLinkRuleDialog)
#include "tst_linkruledialog.moc"
