// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingspage.h"

#include "gui/findingsmodel.h"
#include "gui/listtable.h"
#include "ui_findingspage.h"

#include <QEvent>
#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kMostPlaces = 20; // as many as a few lines hold

class SeverityFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setRemarksShown(bool shown)
    {
        m_remarks = shown;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return m_remarks || static_cast<const FindingsModel *>(sourceModel())->finding(row).severity !=
                                Finding::Severity::Info;
    }

private:
    bool m_remarks = true;
};

} // namespace

FindingsPage::FindingsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindingsPage>())
    , m_model(new FindingsModel(this))
{
    m_ui->setupUi(this);
    auto *filter = new SeverityFilter(this);
    m_filter = filter;
    m_filter->setSourceModel(m_model);
    m_ui->findingsTable->setModel(m_filter);
    setUpListTable(*m_ui->findingsTable, {FindingsModel::What});
    m_ui->findingsTable->viewport()->installEventFilter(this);
    connect(m_ui->remarksBox, &QCheckBox::toggled, this, [this, filter](bool shown) {
        filter->setRemarksShown(shown);
        fitColumns();
    });
    connect(m_ui->findingsTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FindingsPage::showCurrent);
    connect(m_ui->findingsTable, &QTableView::activated, this, &FindingsPage::showCurrent);
    connect(m_ui->fixButton, &QPushButton::clicked, this, &FindingsPage::applyFix);
    setSnapshot(nullptr);
}

FindingsPage::~FindingsPage() = default;

QString FindingsPage::summary(const Snapshot &snapshot)
{
    QStringList parts;
    const auto add = [&](Finding::Severity severity, const auto &text) {
        if (const auto count = static_cast<int>(snapshot.count(severity)); count > 0)
            parts += text(count);
    };
    add(Finding::Severity::Error, [](int n) { return tr("%n error(s)", nullptr, n); });
    add(Finding::Severity::Warning, [](int n) { return tr("%n warning(s)", nullptr, n); });
    add(Finding::Severity::Info, [](int n) { return tr("%n remark(s)", nullptr, n); });
    return parts.isEmpty() ? tr("No findings") : parts.join(QStringLiteral(", "));
}

void FindingsPage::setSnapshot(const SnapshotPtr &snapshot)
{
    m_replacing = true;
    m_model->setSnapshot(snapshot);
    m_replacing = false;
    const bool isEmpty = !snapshot || snapshot->findings.empty();
    m_ui->views->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    m_ui->emptyLabel->setText(snapshot ? tr("No findings: everything that was checked is as it should be.")
                                       : tr("Here stands what the check of a package finds."));
    m_ui->summaryLabel->setText(snapshot ? summary(*snapshot) : QString());
    m_ui->remarksBox->setVisible(!isEmpty);
    fitColumns();
    describeCurrent();
}

// Where and Fix take what their texts need, and What the rest; where that is not enough for all, paths and
// fixes are cut before sentences are.
void FindingsPage::fitColumns()
{
    QTableView &table = *m_ui->findingsTable;
    const int room = table.viewport()->width();
    const auto wanted = [&table](int column) {
        const auto hint = static_cast<QAbstractItemView &>(table).sizeHintForColumn(column);
        return std::max(hint, table.horizontalHeader()->sectionSizeHint(column)) + 8;
    };
    int where = wanted(FindingsModel::Where);
    int fix = wanted(FindingsModel::FixColumn);
    int lacking = wanted(FindingsModel::What) + where + fix - room;
    const auto shorten = [&lacking](int &width, int least) {
        const int taken = std::clamp(lacking, 0, std::max(0, width - least));
        width -= taken;
        lacking -= taken;
    };
    shorten(where, room / 4);
    shorten(fix, room / 4);
    table.setColumnWidth(FindingsModel::Where, where);
    table.setColumnWidth(FindingsModel::FixColumn, fix);
}

bool FindingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

int FindingsPage::sourceRow(const QModelIndex &index) const
{
    return index.isValid() ? m_filter->mapToSource(index).row() : -1;
}

void FindingsPage::showCurrent()
{
    if (m_replacing)
        return;
    describeCurrent();
    const int row = sourceRow(m_ui->findingsTable->currentIndex());
    if (const NodeId node = row < 0 ? kNoId : m_model->nodeOf(row); node != kNoId)
        Q_EMIT nodeSelected(node);
}

void FindingsPage::describeCurrent()
{
    const int row = sourceRow(m_ui->findingsTable->currentIndex());
    m_ui->fixButton->setEnabled(row >= 0 && m_model->fix(row));
    if (row < 0) {
        m_ui->adviceLabel->setText(tr("Select a finding to see where it is and what to do."));
        m_ui->fixButton->setText(tr("Fix"));
        return;
    }
    const Finding &finding = m_model->finding(row);
    QStringList lines{finding.message, otherPlaces(finding, kMostPlaces), finding.advice};
    lines.removeAll(QString());
    m_ui->adviceLabel->setText(lines.join(u'\n'));
    QString fix = m_model->fix(row) ? m_model->fix(row)->text : tr("No automatic fix");
    m_ui->fixButton->setText(fix.replace(u'&', QStringLiteral("&&"))); // of a file's name, not a mnemonic
}

void FindingsPage::applyFix()
{
    const int row = sourceRow(m_ui->findingsTable->currentIndex());
    if (row >= 0 && m_model->fix(row))
        Q_EMIT fixRequested(*m_model->fix(row));
}

} // namespace Refbox
