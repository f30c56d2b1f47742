// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sharing matrix as a user has it: read, sorted, clicked, copied and saved.
#include "dialogtools.h"
#include "gui/sharingpage.h"
#include "jobs/display.h"
#include "tree/filetreebuilder.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// alpha: two small files, beta: a large one, gamma: one that nobody uses. The first vserver uses the first
// file of alpha and beta, the second all of alpha, once as a copy; further ones use nothing.
SnapshotPtr sample(int vservers = 2)
{
    FileTreeBuilder builder;
    const auto made = [&](const char *origin) {
        Metadata metadata;
        metadata.origin = builder.intern(origin);
        return metadata;
    };
    const auto root = FileTreeBuilder::root();
    const auto refbox = builder.addDirectory(root, "refbox", {});
    const auto opt = builder.addDirectory(refbox, "opt", {});
    const auto one = builder.addInlineFile(opt, "one", made("alpha"), std::string(1'000, '1'));
    builder.addInlineFile(opt, "two", made("alpha"), std::string(3'000, '2'));
    const auto large = builder.addInlineFile(refbox, "large", made("beta"), std::string(50'000, 'b'));
    builder.addInlineFile(refbox, "unused", made("gamma"), std::string(700, 'c'));
    auto snapshot = std::make_shared<Snapshot>();
    for (int i = 1; i <= vservers; ++i) {
        const auto vserver =
            builder.addDirectory(root, QByteArray("vsbox0").append(char('0' + i)).toStdString(), {});
        builder.addInlineFile(vserver, "own", {}, std::string(10, char('0' + i)));
        if (i <= 2)
            builder.addHardLink(vserver, "one", one);
        if (i == 1)
            builder.addHardLink(vserver, "large", large);
        if (i == 2)
            builder.addInlineFile(vserver, "two", {}, std::string(3'000, '2'));
    }
    snapshot->title = u"sample"_s;
    snapshot->tree = builder.build();
    snapshot->refbox = snapshot->tree->find("/refbox");
    for (int i = 1; i <= vservers; ++i)
        snapshot->vservers.push_back(snapshot->tree->find("/vsbox0" + std::to_string(i)));
    snapshot->linkMap = buildLinkMap(*snapshot->tree, snapshot->vservers, snapshot->refbox);
    return snapshot;
}

struct Shown
{
    SnapshotPtr snapshot;
    SharingPage page;
    QTableView *body = child<QTableView>(page, u"matrixTable"_s);
    QTableView *totals = child<QTableView>(page, u"totalsTable"_s);

    explicit Shown(int vservers = 2, const QSize &size = {800, 600})
        : snapshot(sample(vservers))
    {
        page.resize(size);
        page.setSnapshot(snapshot, true);
        page.show();
        settle();
    }

    void settle() const { QTRY_VERIFY(page.isIdle()); }
    NodeId node(const char *path) const { return snapshot->tree->find(path); }
    QString cell(int row, int column) const { return textAt(*body, row, column); }
    QString total(int row, int column) const { return textAt(*totals, row, column); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < body->model()->rowCount(); ++row)
            names += body->model()->headerData(row, Qt::Vertical).toString();
        return names;
    }
    QPoint placeOf(QTableView &table, int row, int column) const
    {
        return table.visualRect(table.model()->index(row, column)).center();
    }
    void clickHeader(int column) const
    {
        QHeaderView &header = *body->horizontalHeader();
        const int x = header.sectionViewportPosition(column) + header.sectionSize(column) / 2;
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(x, header.height() / 2));
    }
    void show(int what) const { child<QComboBox>(page, u"shownCombo"_s)->setCurrentIndex(what); }

private:
    static QString textAt(const QTableView &table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSharingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreTheMatrix()
    {
        Shown shown;
        const QAbstractItemModelTester above(shown.body->model());
        const QAbstractItemModelTester below(shown.totals->model());
        const SharingMatrix matrix = sharingMatrix(*shown.snapshot->linkMap);
        QCOMPARE(shown.names(), (QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s}));
        shown.show(1);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 2; ++column) {
                const auto files = matrix.cell(std::size_t(row), std::size_t(column)).used.files;
                QCOMPARE(shown.cell(row, column), files == 0 ? u"–"_s : QString::number(files));
            }
        }
        shown.show(2);
        for (int row = 0; row < 3; ++row) {
            const SharingRow &expected = matrix.rows()[std::size_t(row)];
            for (int column = 0; column < 2; ++column) {
                const auto bytes = matrix.cell(std::size_t(row), std::size_t(column)).used.bytes;
                QCOMPARE(shown.cell(row, column), bytes == 0 ? u"–"_s : formatSize(bytes));
            }
            QCOMPARE(shown.cell(row, 2), formatSize(expected.whole.bytes));
            QCOMPARE(shown.cell(row, 3),
                     expected.unused.files == 0 ? u"–"_s : formatSize(expected.unused.bytes));
            QCOMPARE(shown.cell(row, 4), expected.users == 0 ? u"–"_s : QString::number(expected.users));
        }
        for (int column = 0; column < 2; ++column) {
            const SharingColumn &expected = matrix.columns()[std::size_t(column)];
            QCOMPARE(shown.total(0, column), formatSize(expected.used.used.bytes));
            QCOMPARE(shown.total(1, column), formatSize(expected.totals.sharedBytes));
            QCOMPARE(shown.total(2, column), formatSize(expected.totals.privateBytes));
            QCOMPARE(shown.total(3, column), formatSize(expected.totals.aloneBytes()));
            QCOMPARE(shown.total(4, column), formatSize(expected.totals.addedBytes));
        }
        shown.show(0);
        QVERIFY(shown.cell(0, 1).contains(u"4.0 kB"_s) && shown.cell(0, 1).contains(u"2 file"_s));
        const QString tip = shown.body->model()->index(0, 1).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"copies"_s) && tip.contains(QLocale().toString(3000)), qPrintable(tip));
    }

    void bars()
    {
        Shown shown;
        const SharingTable &table = shown.page.table();
        QCOMPARE(table.cell(0, 0).linked, 0.25); // 1,000 of 4,000 bytes
        QCOMPARE(table.cell(0, 1).linked, 0.25);
        QCOMPARE(table.cell(0, 1).copied, 0.75);
        QCOMPARE(table.cell(1, 0).linked, 1.0);
        QCOMPARE(table.cell(0, 2).linked, 0.0); // not in the last columns
        shown.show(1);
        QCOMPARE(table.cell(0, 0).linked, 0.5); // one of two files
        // And as they are seen: coloured on the left, the table's own colour beyond.
        shown.show(2);
        const QRect cell = shown.body->visualRect(shown.body->model()->index(0, 0));
        const QImage image = shown.body->viewport()->grab().toImage();
        const QColor base = shown.body->palette().color(QPalette::Base);
        QVERIFY(image.pixelColor(cell.left() + 6, cell.top() + 3) != base);
        QCOMPARE(image.pixelColor(cell.left() + cell.width() / 2, cell.top() + 3), base);
    }

    void headersSortByNumbers()
    {
        Shown shown;
        shown.clickHeader(2); // in the refbox: the largest first
        QCOMPARE(shown.names(), (QStringList{u"beta"_s, u"alpha"_s, u"gamma"_s}));
        shown.clickHeader(2);
        QCOMPARE(shown.names(), (QStringList{u"gamma"_s, u"alpha"_s, u"beta"_s}));
        // By files, where these are shown; equals by name.
        shown.show(1);
        QCOMPARE(shown.names(), (QStringList{u"beta"_s, u"gamma"_s, u"alpha"_s}));
        shown.clickHeader(4);
        QCOMPARE(shown.names(), (QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s}));
        auto *corner = child<QAbstractButton>(*shown.body, u"nameCorner"_s);
        QTest::mouseClick(corner, Qt::LeftButton);
        QCOMPARE(shown.names(), (QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s}));
        QTest::mouseClick(corner, Qt::LeftButton);
        QCOMPARE(shown.names(), (QStringList{u"gamma"_s, u"beta"_s, u"alpha"_s}));
        QVERIFY(child<QLabel>(*shown.body, u"cornerLabel"_s)->text().contains(u"▾"_s));
        // The totals are where they were.
        QCOMPARE(shown.totals->model()->rowCount(), 5);
        QCOMPARE(shown.totals->model()->headerData(4, Qt::Vertical).toString(), u"Added"_s);
    }

    void theContextMenuSortsToo()
    {
        Shown shown;
        shown.body->setCurrentIndex(shown.body->model()->index(0, 2));
        const auto trigger = [&](const QString &name) { child<QAction>(*shown.body, name)->trigger(); };
        trigger(u"sortByColumnAction"_s);
        QCOMPARE(shown.names(), (QStringList{u"beta"_s, u"alpha"_s, u"gamma"_s}));
        trigger(u"sortByColumnAction"_s);
        QCOMPARE(shown.names(), (QStringList{u"gamma"_s, u"alpha"_s, u"beta"_s}));
        trigger(u"sortByNameAction"_s);
        QCOMPARE(shown.names(), (QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s}));
        trigger(u"sortByNameAction"_s);
        QCOMPARE(shown.names(), (QStringList{u"gamma"_s, u"beta"_s, u"alpha"_s}));
        QCOMPARE(shown.body->actions().size(), 4);
        QCOMPARE(shown.totals->actions().size(), 1); // no order to choose there
    }

    void whatIsSelectedStaysSelected()
    {
        Shown shown;
        QSignalSpy selected(&shown.page, &SharingPage::nodeSelected);
        shown.body->setCurrentIndex(shown.body->model()->index(0, 1)); // alpha
        shown.clickHeader(2);
        QCOMPARE(shown.body->currentIndex(), shown.body->model()->index(1, 1));
        QCOMPARE(shown.body->selectionModel()->selectedIndexes().size(), 1);
        QCOMPARE(selected.size(), 1);
        // A new plan keeps the order.
        shown.snapshot = sample();
        shown.page.setSnapshot(shown.snapshot, true);
        shown.settle();
        QCOMPARE(shown.names(), (QStringList{u"beta"_s, u"alpha"_s, u"gamma"_s}));
    }

    void selectionAndActivation()
    {
        Shown shown;
        QSignalSpy selected(&shown.page, &SharingPage::nodeSelected);
        QSignalSpy links(&shown.page, &SharingPage::linksRequested);
        QTest::mouseClick(shown.body->viewport(), Qt::LeftButton, {}, shown.placeOf(*shown.body, 0, 1));
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox/opt"));
        QTest::mouseClick(shown.totals->viewport(), Qt::LeftButton, {}, shown.placeOf(*shown.totals, 3, 1));
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/vsbox02"));
        QVERIFY(!shown.body->selectionModel()->hasSelection()); // one selection to the eye
        const QPoint place = shown.placeOf(*shown.body, 0, 1);
        QTest::mouseClick(shown.body->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(shown.body->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(links.size(), 1);
        const auto filter = links.last().first().value<LinkFilter>();
        QCOMPARE(filter.from, shown.node("/vsbox02"));
        QCOMPARE(*filter.component, "alpha");
        QTest::keyClick(shown.body, Qt::Key_Right); // in the refbox: of all vservers
        QTest::keyClick(shown.body, Qt::Key_Return);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links.last().first().value<LinkFilter>().from, kNoId);
    }

    void copyingGivesLinesAndTabs()
    {
        Shown shown;
        shown.show(1);
        shown.body->selectionModel()->select(
            QItemSelection(shown.body->model()->index(0, 0), shown.body->model()->index(1, 2)),
            QItemSelectionModel::Select);
        shown.body->selectionModel()->select(shown.body->model()->index(1, 1), QItemSelectionModel::Deselect);
        shown.body->setFocus();
        QTRY_VERIFY(shown.body->hasFocus());
        QTest::keyClick(shown.body, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1\t2\t2\n1\t\t1"_s);
    }

    void bothTablesScrollAsOne()
    {
        Shown shown(9, {500, 300});
        QScrollBar &below = *shown.totals->horizontalScrollBar();
        QTRY_VERIFY(below.maximum() > 0);
        QCOMPARE(shown.body->horizontalScrollBar()->maximum(), below.maximum());
        below.setValue(below.maximum());
        QCOMPARE(shown.body->horizontalScrollBar()->value(), below.maximum());
        const int column = shown.body->model()->columnCount() - 1;
        shown.body->setColumnWidth(column, 333);
        QCOMPARE(shown.totals->columnWidth(column), 333);
        QCOMPARE(shown.totals->verticalHeader()->width(), shown.body->verticalHeader()->width());
        QVERIFY(shown.body->verticalHeader()->isVisible()); // names stay in sight
    }

    void emptyStatesOfferTheFirstStep()
    {
        SharingPage page;
        page.show();
        const auto isShown = [&](const char *name) {
            return child<QWidget>(page, QString::fromLatin1(name))->isVisible();
        };
        QVERIFY(!isShown("sharingNewVServerButton") && !isShown("sharingSidesButton"));
        page.setSnapshot(sample(0), true);
        QVERIFY(isShown("emptyLabel") && isShown("sharingNewVServerButton") &&
                !isShown("sharingSidesButton"));
        QSignalSpy wanted(&page, &SharingPage::newVServerRequested);
        child<QPushButton>(page, u"sharingNewVServerButton"_s)->click();
        QCOMPARE(wanted.size(), 1);
        page.setSnapshot(sample(0), false);
        QVERIFY(!isShown("sharingNewVServerButton") && isShown("sharingSidesButton"));
        QSignalSpy sides(&page, &SharingPage::sidesRequested);
        child<QPushButton>(page, u"sharingSidesButton"_s)->click();
        QCOMPARE(sides.size(), 1);
        QVERIFY(!child<QPushButton>(page, u"saveButton"_s)->isEnabled());
        // Filled, and emptied again.
        page.setSnapshot(sample(), true);
        QTRY_VERIFY(page.isIdle());
        QVERIFY(isShown("matrixTable") && child<QPushButton>(page, u"saveButton"_s)->isEnabled());
        page.setSnapshot(nullptr, false);
        QVERIFY(!isShown("matrixTable") && page.table().rowCount() == 0);
    }

    void nothingIsComputedUnseen()
    {
        SharingPage page;
        page.setSnapshot(sample(), true);
        QVERIFY(!page.isIdle() && page.table().rowCount() == 0);
        page.show();
        QTRY_VERIFY(page.isIdle());
        QCOMPARE(page.table().rowCount(), 3);
    }

    void saving()
    {
        Shown shown;
        QTemporaryDir dir;
        const QString csv = dir.filePath(u"sharing.csv"_s);
        shown.page.saveCsv(csv);
        const QByteArray table = bytesOf(csv);
        QVERIFY2(table.contains("\r\ncomponent,alpha,1,1000,2,4000,2,4000,0,0,2\r\n"), table.constData());
        for (const char *suffix : {"svg", "pdf", "png"}) {
            const QString path = dir.filePath(u"sharing."_s + QLatin1String(suffix));
            QString suggested;
            shown.page.savePicture = [&](const Picture &picture, const QString &name) {
                suggested = name;
                Refbox::savePicture(picture, path);
            };
            child<QPushButton>(shown.page, u"saveButton"_s)->click();
            QCOMPARE(suggested, u"sample sharing"_s);
            QVERIFY(bytesOf(path).size() > 500);
        }
        const QByteArray svg = bytesOf(dir.filePath(u"sharing.svg"_s));
        for (const char *text : {"Sharing in sample", "alpha", "gamma", "vsbox02", "50.0 kB", "Alone",
                                 "Added", "how much of the component"})
            QVERIFY2(svg.contains(text), text);
    }
};

QTEST_MAIN(TestSharingPage)
#include "tst_sharingpage.moc"
