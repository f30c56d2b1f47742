// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables by keyboard, and what stays selected in them while their rows are replaced.
#include "assembly/smokerun.h"
#include "gui/comparedialog.h"
#include "gui/contentspage.h"
#include "gui/dialogtools.h"
#include "gui/differencesmodel.h"
#include "gui/document.h"
#include "gui/findingsmodel.h"
#include "gui/findingspage.h"
#include "gui/listmodel.h"
#include "gui/mainwindow.h"
#include "gui/smokedialog.h"
#include "gui/snapshot.h"
#include "jobs/display.h"
#include "unit/assembly/projectlab.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

class Letters final : public ListModel
{
public:
    using ListModel::ListModel;

    void set(std::vector<int> rows)
    {
        replaceRows(m_rows, std::move(rows), [](int row) { return row; });
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_rows[static_cast<std::size_t>(index.row())]) : QVariant();
    }

private:
    std::vector<int> m_rows;
};

int selectedRow(const QTableView &table)
{
    const QModelIndexList rows = table.selectionModel()->selectedRows();
    return rows.size() == 1 && table.currentIndex().row() == rows.front().row() ? rows.front().row() : -1;
}

} // namespace

class TestTables final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test"_s);
    }

    void init()
    {
        m_lab = std::make_unique<ProjectLab>();
        m_lab->component("base", {{"/bin/a", "aaaa"}, {"/bin/b", "bb"}});
        m_lab->component("more", {{"/bin/c", "cc"}}, "/opt/more");
        VServer &first = m_lab->vserver("v1", {linkRule("/bin/a", "/bin/a"), linkRule("/nowhere/*", "/bin"),
                                               linkRule("/bin/b", "/bin/b"), linkRule("/lost", "/bin/lost")});
        first.files["/etc/one"] = {"1"};
        first.files["/etc/two"] = {"2"};
        m_lab->vserver("v2", {linkRule("/bin/b", "/bin/b")});
        m_document = std::make_unique<Document>();
        m_document->setProject(m_lab->project, {});
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void tabLeavesThem()
    {
        const QTemporaryDir folder;
        std::vector<std::unique_ptr<QWidget>> windows;
        windows.push_back(std::make_unique<MainWindow>(folder.path()));
        windows.push_back(std::make_unique<CompareDialog>(std::make_shared<TreeComparison>()));
        windows.push_back(std::make_unique<SmokeDialog>(std::make_shared<SmokeReport>(), QString()));
        int tables = 0;
        for (const auto &window : windows) {
            for (const QTableView *table : window->findChildren<QTableView *>()) {
                QVERIFY2(!table->tabKeyNavigation(), table->objectName().toUtf8());
                ++tables;
            }
        }
        QVERIFY(tables >= 9);
    }

    void headersStandOverTheirColumns()
    {
        const QTemporaryDir folder;
        const MainWindow window(folder.path());
        for (const char *name :
             {"foundTable", "rulesTable", "componentsTable", "filesTable", "findingsTable"})
            QCOMPARE(
                child<QTableView>(window, QString::fromLatin1(name))->horizontalHeader()->defaultAlignment(),
                Qt::AlignLeft | Qt::AlignVCenter);
    }

    void enterOpensWhatIsSelected()
    {
        showContents();
        QSignalSpy rules(m_page.get(), &ContentsPage::linkRuleRequested);
        QSignalSpy components(m_page.get(), &ContentsPage::editComponentRequested);
        QSignalSpy files(m_page.get(), &ContentsPage::privateFileRequested);
        QTest::keyClick(table("rulesTable"), Qt::Key_Return);
        QCOMPARE(rules.count(), 0); // nothing is selected
        select("rulesTable", 2);
        QTest::keyClick(table("rulesTable"), Qt::Key_Return);
        QCOMPARE(rules.count(), 1);
        QCOMPARE(rules.first().at(1).toInt(), 2);
        select("componentsTable", 1);
        QTest::keyClick(table("componentsTable"), Qt::Key_Enter);
        QCOMPARE(components.count(), 1);
        QCOMPARE(components.first().first().toInt(), 1);
        child<QTabWidget>(*m_page, u"lists"_s)->setCurrentIndex(1);
        select("filesTable", 1);
        QTest::keyClick(table("filesTable"), Qt::Key_Return);
        QCOMPARE(files.count(), 1);
        QCOMPARE(files.first().at(1).value<std::string>(), std::string("/etc/two"));
    }

    void deleteRemovesWhatIsSelected()
    {
        showContents();
        select("rulesTable", 1);
        QTest::keyClick(table("rulesTable"), Qt::Key_Delete);
        QCOMPARE(firstVServer().links.size(), std::size_t{3});
        QCOMPARE(firstVServer().links[1].from, std::string("/bin/b"));
        select("componentsTable", 0);
        QTest::keyClick(table("componentsTable"), Qt::Key_Delete);
        QCOMPARE(m_document->project().components.size(), std::size_t{1});
        child<QTabWidget>(*m_page, u"lists"_s)->setCurrentIndex(1);
        select("filesTable", 0);
        QTest::keyClick(table("filesTable"), Qt::Key_Delete);
        QVERIFY(!firstVServer().files.contains("/etc/one"));
        QCOMPARE(m_document->undoStack().count(), 3);
        for (int i = 0; i < 3; ++i)
            m_document->undoStack().undo();
        QCOMPARE(m_document->project(), m_lab->project);
    }

    void whatMovesStaysSelected()
    {
        showContents();
        select("rulesTable", 0);
        auto *down = child<QToolButton>(*m_page, u"ruleDown"_s);
        for (int row = 1; row <= 3; ++row) {
            QTest::mouseClick(down, Qt::LeftButton);
            QCOMPARE(selectedRow(*table("rulesTable")), row);
            plan(); // arrives a little later
            QCOMPARE(selectedRow(*table("rulesTable")), row);
        }
        QCOMPARE(firstVServer().links.back().from, std::string("/bin/a"));
        QVERIFY(!down->isEnabled());
        QVERIFY(child<QToolButton>(*m_page, u"ruleUp"_s)->isEnabled());

        select("componentsTable", 1);
        QTest::mouseClick(child<QToolButton>(*m_page, u"componentUp"_s), Qt::LeftButton);
        plan();
        QCOMPARE(selectedRow(*table("componentsTable")), 0);
        m_document->undoStack().undo();
        plan();
        QCOMPARE(selectedRow(*table("componentsTable")), 1);
    }

    void whatIsEditedStaysSelected()
    {
        showContents();
        select("rulesTable", 2);
        m_document->edit(u"x"_s, [](Project &project) { project.vservers[0].links[2].to = "/sbin/b"; });
        plan();
        QCOMPARE(selectedRow(*table("rulesTable")), 2);
        m_document->edit(u"x"_s, [](Project &project) {
            auto &links = project.vservers[0].links;
            links.erase(links.begin());
        });
        plan();
        QCOMPARE(selectedRow(*table("rulesTable")), 1);
        child<QComboBox>(*m_page, u"vserverCombo"_s)->setCurrentIndex(1);
        QCOMPARE(selectedRow(*table("rulesTable")), -1); // though it has a rule like that one
    }

    void onlyTheSideOfTheSelectionShowsIt()
    {
        showContents();
        const FileTree &tree = *m_snapshot->tree;
        const auto *refbox = child<QTreeView>(*m_page, u"refboxTree"_s)->selectionModel();
        const auto *vserver = child<QTreeView>(*m_page, u"vserverTree"_s)->selectionModel();
        m_page->selectNode(tree.find("/refbox/bin/a"));
        QVERIFY(refbox->hasSelection() && !vserver->hasSelection());
        m_page->selectNode(tree.find("/v1/etc/one"));
        QVERIFY(!refbox->hasSelection() && vserver->hasSelection());
    }

    void aFindingStaysSelected()
    {
        FindingsPage page;
        page.setSnapshot(snapshot());
        QSignalSpy selected(&page, &FindingsPage::nodeSelected);
        auto *findings = child<QTableView>(page, u"findingsTable"_s);
        const auto messages = [findings] {
            QStringList all;
            for (int row = 0; row < findings->model()->rowCount(); ++row)
                all += findings->model()->index(row, FindingsModel::What).data().toString();
            return all;
        };
        const QStringList before = messages();
        QVERIFY2(before.size() >= 2, before.join(u'\n').toUtf8());
        const auto lost = before.indexOf(QRegularExpression(u".*/lost.*"_s));
        QVERIFY2(lost > 0, before.join(u'\n').toUtf8());
        findings->selectRow(static_cast<int>(lost));
        selected.clear();
        m_document->edit(u"x"_s, [](Project &project) {
            auto &links = project.vservers[0].links;
            links.erase(links.begin() + 1); // what the finding before it is about
        });
        page.setSnapshot(snapshot());
        QVERIFY(messages().size() < before.size());
        QVERIFY(selectedRow(*findings) >= 0);
        QVERIFY(messages()[selectedRow(*findings)].contains(u"/lost"_s));
        QCOMPARE(selected.count(), 0); // nobody has chosen anything
    }

    void findingsTakeTheWidthTheyNeed()
    {
        FindingsPage page;
        page.resize(1000, 500);
        page.show();
        page.setSnapshot(snapshot());
        const auto *findings = child<QTableView>(page, u"findingsTable"_s);
        for (const int column : {FindingsModel::Where, FindingsModel::FixColumn})
            QVERIFY(findings->columnWidth(column) >=
                    static_cast<const QAbstractItemView *>(findings)->sizeHintForColumn(column));
        page.resize(500, 500);
        QVERIFY(findings->columnWidth(FindingsModel::What) >= findings->viewport()->width() / 3);
    }

    void comparedSizesAndTimesAreForReaders()
    {
        auto comparison = std::make_shared<TreeComparison>();
        comparison->differences = {{Difference::Kind::Size, "/a", "29239", "1200"},
                                   {Difference::Kind::Size, "/b", "29239", "29240"},
                                   {Difference::Kind::Time, "/c", "86400.000000000", "60.000000000"}};
        const DifferencesModel model(comparison);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, DifferencesModel::InA), formatSize(29239));
        QCOMPARE(cell(0, DifferencesModel::InB), formatSize(1200));
        QVERIFY(cell(1, DifferencesModel::InA) != cell(1, DifferencesModel::InB)); // else what differs?
        QCOMPARE(cell(2, DifferencesModel::InA), u"1970-01-02 00:00:00"_s);
        QCOMPARE(cell(2, DifferencesModel::InB), u"1970-01-01 00:01:00"_s);
    }

    // Against the slow and obvious: of what was in the list before and is there after, each persistent index
    // points at the same.
    void rowsAreFollowed()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 300; ++round) {
            Letters model;
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            std::vector<int> before(static_cast<std::size_t>(random.bounded(8)));
            std::vector<int> after(static_cast<std::size_t>(random.bounded(8)));
            for (std::vector<int> *rows : {&before, &after}) {
                for (std::size_t i = 0; i < rows->size(); ++i)
                    (*rows)[i] = static_cast<int>(i);
                std::shuffle(rows->begin(), rows->end(), random);
            }
            model.set(before);
            std::vector<QPersistentModelIndex> places;
            for (std::size_t row = 0; row < before.size(); ++row)
                places.emplace_back(model.index(static_cast<int>(row), 1));
            model.set(after);
            for (std::size_t row = 0; row < after.size(); ++row)
                QCOMPARE(model.index(static_cast<int>(row), 0).data().toInt(), after[row]);
            const bool anyStays =
                std::ranges::any_of(before, [&](int value) { return std::ranges::count(after, value) > 0; });
            for (std::size_t row = 0; row < before.size() && anyStays; ++row) {
                if (std::ranges::count(after, before[row]) > 0)
                    QCOMPARE(places[row].data().toInt(), before[row]);
                else if (before.size() != after.size()) // else it may be one that changed
                    QVERIFY(!places[row].isValid());
            }
        }
    }

private:
    void showContents()
    {
        m_page = std::make_unique<ContentsPage>();
        m_page->setDocument(*m_document);
        plan();
        m_page->resize(1000, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    SnapshotPtr snapshot() const
    {
        Progress progress;
        return planSnapshot(m_document->project(), {m_lab->folder()}, progress);
    }
    void plan()
    {
        m_snapshot = snapshot();
        m_page->setSnapshot(m_snapshot, true);
    }
    QTableView *table(const char *name) const
    {
        return child<QTableView>(*m_page, QString::fromLatin1(name));
    }
    void select(const char *name, int row)
    {
        table(name)->setFocus();
        table(name)->selectRow(row);
    }
    const VServer &firstVServer() const { return m_document->project().vservers.front(); }

    std::unique_ptr<ProjectLab> m_lab;
    std::unique_ptr<Document> m_document;
    SnapshotPtr m_snapshot;
    std::unique_ptr<ContentsPage> m_page;
};

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
