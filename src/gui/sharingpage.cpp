// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sharingpage.h"

#include "assembly/sharingexport.h"
#include "gui/colours.h"
#include "gui/icons.h"
#include "gui/listtable.h"
#include "gui/sharingpainter.h"
#include "jobs/display.h"
#include "ui_sharingpage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

SharingPage::SharingPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SharingPage>())
    , m_model(new SharingModel(this))
    , m_totals(new SharingTotalsModel(*m_model, this))
{
    m_ui->setupUi(this);
    QTableView &body = *m_ui->matrixTable;
    QTableView &totals = *m_ui->totalsTable;
    for (QTableView *table : {&body, &totals}) {
        table->setHorizontalHeader(new SharingHeader(Qt::Horizontal, table));
        table->setVerticalHeader(new SharingHeader(Qt::Vertical, table));
    }
    body.setModel(m_model);
    totals.setModel(m_totals);
    setUpTable(body);
    setUpTable(totals);
    body.horizontalHeader()->setSortIndicator(SharingTable::kByName, Qt::AscendingOrder);
    body.setSortingEnabled(true);
    totals.horizontalHeader()->hide();
    setUpCorner();
    // After the table itself has sorted.
    connect(body.horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] {
        showCorner();
        updateLegend();
    });
    keepTogether();
    m_model->setDark(isDark(palette()));
    connect(&body, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { activate(index.row(), index.column()); });
    connect(body.verticalHeader(), &QHeaderView::sectionDoubleClicked, this,
            [this](int row) { activate(row, SharingTable::kByName); });
    connect(m_ui->shownCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setShown(shown());
        arrange();
    });
    connect(m_ui->sharingNewVServerButton, &QPushButton::clicked, this, &SharingPage::newVServerRequested);
    connect(m_ui->sharingSidesButton, &QPushButton::clicked, this, &SharingPage::sidesRequested);
    savePicture = [this](const Picture &picture, const QString &name) {
        askAndSavePicture(
            picture, name, this,
            {{tr("CSV table (*.csv)"), u"csv"_s, [this](const QString &path) { saveCsv(path); }}});
    };
    connect(m_ui->saveButton, &QPushButton::clicked, this,
            [this] { savePicture(picture(), tr("%1 sharing").arg(m_snapshot->title)); });
    setSnapshot(nullptr, false);
}

SharingPage::~SharingPage() = default;

void SharingPage::setUpTable(QTableView &table)
{
    table.setItemDelegate(new SharingDelegate(&table));
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUpTableKeys(table);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    addActions(table);
    QTableView &other = &table == m_ui->matrixTable ? *m_ui->totalsTable : *m_ui->matrixTable;
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, &table, &other] { selectionChanged(table, other); });
}

// For the keyboard and the context menu: also what else a click on a header does.
void SharingPage::addActions(QTableView &table)
{
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [&](const QString &name, const QString &text, const QList<QKeySequence> &keys,
                         auto &&what) {
        auto *action = new QAction(text, &table);
        action->setObjectName(name);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        table.addAction(action);
        connect(action, &QAction::triggered, this, [&table, what] {
            if (const QModelIndex index = table.currentIndex(); index.isValid())
                what(index);
        });
    };
    if (&table == m_ui->matrixTable) {
        add(u"showLinksAction"_s, tr("Show in the &link map"), {Qt::Key_Return, Qt::Key_Enter},
            [this](const QModelIndex &index) { activate(index.row(), index.column()); });
        add(u"sortByColumnAction"_s, tr("Sort by this &column"), {},
            [this](const QModelIndex &index) { sortBy(index.column()); });
        add(u"sortByNameAction"_s, tr("Sort by &name"), {},
            [this](const QModelIndex &) { sortBy(SharingTable::kByName); });
    }
    add(u"copyCellsAction"_s, tr("C&opy"), QKeySequence::keyBindings(QKeySequence::Copy),
        [this, &table](const QModelIndex &) { copy(table); });
}

// The corner is the header of the names: it sorts by them.
void SharingPage::setUpCorner()
{
    auto *corner = m_ui->matrixTable->findChild<QAbstractButton *>();
    if (corner == nullptr)
        return;
    m_ui->matrixTable->setCornerButtonEnabled(true);
    corner->disconnect(m_ui->matrixTable);
    corner->setObjectName(u"nameCorner"_s);
    corner->setToolTip(tr("Sort by name"));
    corner->setAccessibleName(tr("Sort by name"));
    m_cornerLabel = new QLabel(corner);
    m_cornerLabel->setObjectName(u"cornerLabel"_s);
    m_cornerLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QHBoxLayout(corner);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->addWidget(m_cornerLabel);
    connect(corner, &QAbstractButton::clicked, this, [this] { sortBy(SharingTable::kByName); });
}

// One table to the eye: the lower one has the horizontal scroll bar of both.
void SharingPage::keepTogether()
{
    QTableView &body = *m_ui->matrixTable;
    QTableView &totals = *m_ui->totalsTable;
    connect(body.horizontalHeader(), &QHeaderView::sectionResized, &totals,
            [&totals](int column, int, int width) { totals.setColumnWidth(column, width); });
    connect(body.horizontalScrollBar(), &QScrollBar::valueChanged, totals.horizontalScrollBar(),
            &QScrollBar::setValue);
    connect(totals.horizontalScrollBar(), &QScrollBar::valueChanged, body.horizontalScrollBar(),
            &QScrollBar::setValue);
    // As much room for columns below as above.
    // It also changes when the window closes, after this page's own parts are gone.
    QScrollBar *bar = body.verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, m_ui->totalsLayout,
            [bar, layout = m_ui->totalsLayout](int, int most) {
                layout->setContentsMargins(0, 0, most > 0 ? bar->sizeHint().width() : 0, 0);
            });
    // The lower one is as high as its lines, with or without the scroll bar.
    connect(totals.horizontalScrollBar(), &QScrollBar::rangeChanged, this, &SharingPage::arrange,
            Qt::QueuedConnection);
}

void SharingPage::setSnapshot(const SnapshotPtr &snapshot, bool editable)
{
    m_snapshot = snapshot;
    m_editable = editable;
    refresh();
}

SharingShown SharingPage::shown() const
{
    return static_cast<SharingShown>(m_ui->shownCombo->currentIndex());
}

void SharingPage::refresh()
{
    m_job.stop();
    const bool hasMap = m_snapshot && m_snapshot->linkMap && !m_snapshot->linkMap->vservers().empty();
    m_stale = hasMap && !isVisible();
    if (!hasMap) {
        showText(m_snapshot ? emptyText() : QString());
        return;
    }
    if (m_stale)
        return;
    m_job.start(
        this,
        [snapshot = m_snapshot](Progress &progress) {
            return std::make_shared<const SharingMatrix>(sharingMatrix(*snapshot->linkMap, &progress));
        },
        [this](const std::shared_ptr<const SharingMatrix> &matrix) { showMatrix(matrix); },
        [this](const Error &error) { showText(error.toString()); });
}

void SharingPage::showMatrix(const std::shared_ptr<const SharingMatrix> &matrix)
{
    if (matrix->rows().empty()) {
        showText(tr("Here you will see how much of the refbox each vserver uses.\n\n"
                    "There are no files in the refbox yet."));
        return;
    }
    const SharingTable &before = table();
    SharingTable made(matrix, shown(), m_snapshot->colours);
    // The order that the user has chosen, as long as its column is there.
    if (before.columnCount() == made.columnCount())
        made.sort(before.sortColumn(), before.isDescending());
    m_model->setTable(std::move(made));
    if (table().sortColumn() == SharingTable::kByName)
        m_ui->matrixTable->horizontalHeader()->setSortIndicator(SharingTable::kByName, Qt::AscendingOrder);
    m_ui->summaryLabel->setText(sharingSummary(table()));
    m_ui->views->setCurrentWidget(m_ui->tablePage);
    m_ui->saveButton->setEnabled(true);
    m_ui->shownCombo->setEnabled(true);
    fitColumns();
    arrange();
    updateLegend();
    showCorner();
}

QString SharingPage::emptyText() const
{
    const QString what = tr("Here you will see how much of each component each vserver uses, and what it "
                            "costs.");
    return what + u"\n\n"_s +
           (m_editable ? tr("There is no vserver yet.")
                       : tr("This tree has no folder /refbox with vservers beside it."));
}

void SharingPage::showText(const QString &text)
{
    m_model->setTable({});
    m_ui->emptyLabel->setText(text);
    m_ui->sharingNewVServerButton->setVisible(m_snapshot && m_editable);
    m_ui->sharingSidesButton->setVisible(m_snapshot && !m_editable);
    m_ui->summaryLabel->clear();
    m_ui->saveButton->setEnabled(false);
    m_ui->shownCombo->setEnabled(false);
    m_ui->views->setCurrentWidget(m_ui->emptyPage);
}

void SharingPage::fitColumns()
{
    const SharingMetrics metrics(table(), font());
    for (int column = 0; column < table().columnCount(); ++column)
        m_ui->matrixTable->setColumnWidth(
            column, static_cast<int>(metrics.columnWidths[static_cast<std::size_t>(column)]));
    for (QTableView *view : {m_ui->matrixTable, m_ui->totalsTable})
        view->verticalHeader()->setFixedWidth(static_cast<int>(metrics.nameWidth));
}

// Heights: the totals follow the rows, and stay in sight where there are many.
void SharingPage::arrange()
{
    if (table().rowCount() == 0)
        return;
    const int rowHeight = static_cast<int>(sharingRowHeight(table().shown(), font()));
    const auto heightOf = [&](QTableView &view) {
        view.verticalHeader()->setDefaultSectionSize(rowHeight);
        return view.verticalHeader()->length() + 2 * view.frameWidth();
    };
    const int header = m_ui->matrixTable->horizontalHeader()->sizeHint().height();
    m_ui->matrixTable->setMaximumHeight(heightOf(*m_ui->matrixTable) + header);
    const QScrollBar &bar = *m_ui->totalsTable->horizontalScrollBar();
    const int below = bar.maximum() > 0 ? bar.sizeHint().height() : 0;
    m_ui->totalsTable->setFixedHeight(heightOf(*m_ui->totalsTable) + below);
}

void SharingPage::updateLegend()
{
    m_ui->legendBar->setEntries(sharingLegend(table(), palette()));
}

// As a click on the column's header: the other way round where it is sorted by already.
void SharingPage::sortBy(int column)
{
    const bool again = table().sortColumn() == column;
    const bool descending = again ? !table().isDescending() : column != SharingTable::kByName;
    m_ui->matrixTable->horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder
                                                                               : Qt::AscendingOrder);
}

void SharingPage::showCorner()
{
    if (m_cornerLabel == nullptr)
        return;
    const QString title = table().areFolders() ? tr("Folder") : tr("Component");
    const bool byName = table().sortColumn() == SharingTable::kByName;
    m_cornerLabel->setText(byName ? title + sortMark(table().isDescending()) : title);
}

void SharingPage::selectionChanged(QTableView &changed, QTableView &other)
{
    const QModelIndex index = changed.currentIndex();
    if (!changed.selectionModel()->hasSelection() || !index.isValid())
        return;
    other.clearSelection();
    const NodeId node =
        &changed == m_ui->totalsTable ? table().vserver(index.column()) : table().row(index.row()).folder;
    if (node != kNoId)
        Q_EMIT nodeSelected(node);
}

void SharingPage::activate(int row, int column)
{
    Q_EMIT linksRequested(table().links(row, column));
}

// What stands in the smallest rectangle around what is selected, as spreadsheets take it.
void SharingPage::copy(const QTableView &table) const
{
    const QModelIndexList selected = table.selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return;
    const auto bounds = [&](auto of) {
        const auto [least, most] =
            std::minmax_element(selected.begin(), selected.end(),
                                [&](const QModelIndex &a, const QModelIndex &b) { return of(a) < of(b); });
        return std::pair(of(*least), of(*most));
    };
    const auto rows = bounds([](const QModelIndex &index) { return index.row(); });
    const auto columns = bounds([](const QModelIndex &index) { return index.column(); });
    QStringList lines;
    for (int row = rows.first; row <= rows.second; ++row) {
        QStringList cells;
        for (int column = columns.first; column <= columns.second; ++column) {
            const QModelIndex index = table.model()->index(row, column);
            cells += table.selectionModel()->isSelected(index) ? index.data().toString() : QString();
        }
        lines += cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void SharingPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void SharingPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_model->setDark(isDark(palette()));
        updateLegend();
    } else if (event->type() == QEvent::FontChange && table().rowCount() > 0) {
        fitColumns();
        arrange();
    }
}

Picture SharingPage::picture() const
{
    return sharingPicture(table(), m_snapshot->title, font());
}

void SharingPage::saveCsv(const QString &path) const
{
    saveSharing(QFile::encodeName(path).toStdString(), *table().matrix(), SharingFormat::Csv);
}

} // namespace Refbox
