// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingspage.h"

#include "gui/findingsmodel.h"
#include "ui_findingspage.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace Refbox {

namespace {

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
    m_ui->findingsTable->verticalHeader()->hide();
    m_ui->findingsTable->horizontalHeader()->setHighlightSections(false);
    m_ui->findingsTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(FindingsModel::What, QHeaderView::Stretch);
    m_ui->findingsTable->setColumnWidth(FindingsModel::Where, 240);
    m_ui->findingsTable->setColumnWidth(FindingsModel::FixColumn, 160);
    connect(m_ui->remarksBox, &QCheckBox::toggled, this,
            [filter](bool shown) { filter->setRemarksShown(shown); });
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
    m_model->setSnapshot(snapshot);
    const bool isEmpty = !snapshot || snapshot->findings.empty();
    m_ui->views->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    m_ui->emptyLabel->setText(snapshot ? tr("No findings: everything that was checked is as it should be.")
                                       : tr("Here stands what the check of a package finds."));
    m_ui->summaryLabel->setText(snapshot ? summary(*snapshot) : QString());
    m_ui->remarksBox->setVisible(!isEmpty);
    showCurrent();
}

int FindingsPage::sourceRow(const QModelIndex &index) const
{
    return index.isValid() ? m_filter->mapToSource(index).row() : -1;
}

void FindingsPage::showCurrent()
{
    const int row = sourceRow(m_ui->findingsTable->currentIndex());
    m_ui->fixButton->setEnabled(row >= 0 && m_model->fix(row));
    if (row < 0) {
        m_ui->adviceLabel->setText(tr("Select a finding to see where it is and what to do."));
        m_ui->fixButton->setText(tr("&Fix"));
        return;
    }
    const Finding &finding = m_model->finding(row);
    m_ui->adviceLabel->setText(finding.message +
                               (finding.advice.isEmpty() ? QString() : u'\n' + finding.advice));
    m_ui->fixButton->setText(m_model->fix(row) ? m_model->fix(row)->text : tr("No automatic fix"));
    if (const NodeId node = m_model->nodeOf(row); node != kNoId)
        Q_EMIT nodeSelected(node);
}

void FindingsPage::applyFix()
{
    const int row = sourceRow(m_ui->findingsTable->currentIndex());
    if (row >= 0 && m_model->fix(row))
        Q_EMIT fixRequested(*m_model->fix(row));
}

} // namespace Refbox
