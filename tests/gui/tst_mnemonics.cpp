// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alt and a letter do one thing: no two controls that are shown together share a mnemonic, in any language.
#include "assembly/smokerun.h"
#include "assembly/vserverreport.h"
#include "gui/addsoftwaredialog.h"
#include "gui/comparedialog.h"
#include "gui/errordialog.h"
#include "gui/exportdialog.h"
#include "gui/guifixtures.h"
#include "gui/imagesettingsdialog.h"
#include "gui/importdialog.h"
#include "gui/linkruledialog.h"
#include "gui/mainwindow.h"
#include "gui/preferences.h"
#include "gui/preferencesdialog.h"
#include "gui/privatefiledialog.h"
#include "gui/reportdialog.h"
#include "gui/resultdialog.h"
#include "gui/runtimedialog.h"
#include "gui/sidesdialog.h"
#include "gui/smokedialog.h"
#include "gui/snapshot.h"
#include "gui/vserverdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QDBusConnection>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>
#include <utility>
#include <vector>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

struct Bearer
{
    QString text;
    const QWidget *place;
};

// A label that leads to no control keeps its mnemonic to itself.
QStringList textsOf(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->buddy() != nullptr ? QStringList{label->text()} : QStringList();
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        return {box->title()};
    QStringList texts;
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget)) {
        for (int tab = 0; tab < bar->count(); ++tab)
            texts += bar->tabText(tab);
    } else if (const auto *menus = qobject_cast<const QMenuBar *>(&widget)) {
        for (const QAction *action : menus->actions())
            texts += action->text();
    }
    return texts;
}

std::vector<Bearer> bearersOf(const QWidget &window)
{
    std::vector<Bearer> bearers;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window || qobject_cast<const QMenu *>(widget) != nullptr)
            continue; // a scope of its own
        for (const QString &text : textsOf(*widget)) {
            if (!QKeySequence::mnemonic(text).isEmpty())
                bearers.push_back({text, widget});
        }
    }
    return bearers;
}

// Whatever may be hidden for now may be shown: only pages of one stack never meet.
bool mayMeet(const QWidget *one, const QWidget *other)
{
    const QWidget *page = one; // the largest part of the window that holds only one of them
    while (page->parentWidget() != nullptr && !page->parentWidget()->isAncestorOf(other))
        page = page->parentWidget();
    return qobject_cast<const QStackedWidget *>(page->parentWidget()) == nullptr;
}

QStringList clashesIn(const QWidget &window)
{
    QStringList clashes;
    const std::vector<Bearer> bearers = bearersOf(window);
    for (std::size_t i = 0; i < bearers.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (QKeySequence::mnemonic(bearers[i].text) == QKeySequence::mnemonic(bearers[j].text) &&
                mayMeet(bearers[i].place, bearers[j].place))
                clashes += window.objectName() + u": "_s + bearers[j].text + u" / "_s + bearers[i].text;
        }
    }
    return clashes;
}

QStringList clashesIn(const QList<QAction *> &actions, const QString &menu)
{
    QStringList clashes;
    for (qsizetype i = 0; i < actions.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const QKeySequence keys = QKeySequence::mnemonic(actions[i]->text());
            if (!keys.isEmpty() && keys == QKeySequence::mnemonic(actions[j]->text()))
                clashes += menu + u": "_s + actions[j]->text() + u" / "_s + actions[i]->text();
        }
    }
    return clashes;
}

// The menus, too, those of menus among them.
QStringList allClashesIn(const QWidget &window)
{
    QStringList clashes = clashesIn(window);
    for (const QMenu *menu : window.findChildren<QMenu *>())
        clashes += clashesIn(menu->actions(), menu->objectName());
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->contextMenuPolicy() == Qt::ActionsContextMenu)
            clashes += clashesIn(widget->actions(), widget->objectName());
    }
    return clashes;
}

} // namespace

class TestMnemonics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test"_s);
        QVERIFY(QDir(m_dir.path()).mkpath(u"tree/vs1"_s));
        m_plan = samplePlan();
        Progress progress;
        m_snapshot = openSnapshot(m_dir.filePath(u"tree"_s).toStdString(), progress);
    }

    void areOneControlsEach_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("French") << u"fr"_s;
    }

    void areOneControlsEach()
    {
        QFETCH(const QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/refbox_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&translator);
        QStringList clashes = allClashesIn(MainWindow(m_dir.filePath(u"autosave"_s)));
        for (const std::unique_ptr<QDialog> &dialog : dialogs())
            clashes += allClashesIn(*dialog);
        QCoreApplication::removeTranslator(&translator);
        for (const QString &clash : std::as_const(clashes))
            qWarning("%s", qUtf8Printable(clash));
        QCOMPARE(clashes.size(), 0);
    }

private:
    std::vector<std::unique_ptr<QDialog>> dialogs() const
    {
        std::vector<std::unique_ptr<QDialog>> all;
        const auto add = [&all](auto *dialog) { all.emplace_back(dialog); };
        const Project &project = m_plan->project;
        const ExportContext context{m_plan, "/p/nano.refbox.lua", m_dir.path().toStdString()};
        add(new AddSoftwareDialog(project, {}));
        auto *edit = new AddSoftwareDialog(project, {});
        edit->setComponent({"tool", "/opt/tool"});
        add(edit);
        add(new VServerDialog(project));
        add(new ImportDialog(project, {}, {}));
        add(new LinkRuleDialog(m_plan->tree, m_plan->refbox));
        auto *change = new LinkRuleDialog(m_plan->tree, m_plan->refbox);
        change->setRule({.from = "/bin/*", .to = "/bin"});
        add(change);
        add(new PrivateFileDialog(VServer{}));
        add(new ImageSettingsDialog(project));
        add(new PreferencesDialog(Preferences()));
        for (const OutputKind kind :
             {OutputKind::Image, OutputKind::Star, OutputKind::Folder, OutputKind::Oci})
            add(new ExportDialog(kind, context));
        add(new RuntimeDialog(context));
        add(new SidesDialog(m_snapshot));
        add(new CompareDialog(std::make_shared<TreeComparison>()));
        add(new SmokeDialog(std::make_shared<SmokeReport>(), u"refbox-cli"_s));
        add(new ReportDialog(std::make_shared<VServerReport>()));
        ExportReport report;
        report.path = "/p/nano.img";
        add(new ResultDialog({report}, nullptr, QDBusConnection(u"none"_s)));
        add(new ErrorDialog(Error(u"Cannot"_s, {}, u"No"_s)));
        return all;
    }

    QTemporaryDir m_dir;
    std::shared_ptr<const Plan> m_plan;
    SnapshotPtr m_snapshot;
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
