// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/comparedialog.h"

#include "gui/differencesmodel.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "gui/listtable.h"
#include "ui_comparedialog.h"

#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>

#include <optional>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLastKind = static_cast<int>(Difference::Kind::Flags);

class DifferenceFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void show(std::optional<Difference::Kind> kind, const QString &text)
    {
        m_kind = kind;
        m_text = text;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const auto *model = static_cast<const DifferencesModel *>(sourceModel());
        return (!m_kind || model->difference(row).kind == *m_kind) &&
               (m_text.isEmpty() || model->index(row, DifferencesModel::Where)
                                        .data()
                                        .toString()
                                        .contains(m_text, Qt::CaseInsensitive));
    }

private:
    std::optional<Difference::Kind> m_kind;
    QString m_text;
};

} // namespace

CompareDialog::CompareDialog(std::shared_ptr<const TreeComparison> comparison, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CompareDialog>())
    , m_comparison(std::move(comparison))
    , m_filter(new DifferenceFilter(this))
{
    m_ui->setupUi(this);
    m_ui->headlineLabel->setFont(titleFont(font()));
    const auto count = static_cast<int>(m_comparison->differences.size());
    m_ui->headlineLabel->setText(count == 0 ? tr("No difference") : tr("%n difference(s)", nullptr, count));
    m_ui->aLabel->setText(m_comparison->a.title);
    m_ui->bLabel->setText(m_comparison->b.title);
    m_ui->aLabel->setToolTip(QString::fromStdString(m_comparison->a.path));
    m_ui->bLabel->setToolTip(QString::fromStdString(m_comparison->b.path));
    m_ui->equalIcon->setPixmap(icon(u"done"_s).pixmap(32));
    m_ui->views->setCurrentWidget(count == 0 ? m_ui->equalPage : m_ui->tablePage);
    setUpTable();
    setUpKinds();
    setUpCommandLine(*m_ui->commandBox, *m_ui->commandEdit, *m_ui->copyButton, m_comparison->command());
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::setUpTable()
{
    m_filter->setSourceModel(new DifferencesModel(m_comparison, this));
    QTableView &table = *m_ui->table;
    table.setModel(m_filter);
    setUpListTable(table, {DifferencesModel::Where});
    table.setColumnWidth(DifferencesModel::Kind, 160);
    table.setColumnWidth(DifferencesModel::InA, 180);
    table.setColumnWidth(DifferencesModel::InB, 180);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, &table](const QModelIndex &current) {
                if (!current.isValid() || !table.hasFocus()) // else the filter has moved it
                    return;
                const int row = m_filter->mapToSource(current).row();
                Q_EMIT pathChosen(m_comparison->differences[static_cast<std::size_t>(row)].path);
            });
}

// Only the kinds that there are.
void CompareDialog::setUpKinds()
{
    const QLocale locale;
    const auto add = [&](const QString &text, std::size_t count, int kind) {
        m_ui->kindCombo->addItem(tr("%1 (%2)").arg(text, locale.toString(qulonglong{count})), kind);
    };
    add(tr("All differences"), m_comparison->differences.size(), -1);
    for (int kind = 0; kind <= kLastKind; ++kind) {
        const auto what = static_cast<Difference::Kind>(kind);
        if (const std::size_t count = m_comparison->count(what); count > 0)
            add(differenceText(what), count, kind);
    }
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, &CompareDialog::filter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &CompareDialog::filter);
}

void CompareDialog::filter()
{
    const int kind = m_ui->kindCombo->currentData().toInt();
    static_cast<DifferenceFilter *>(m_filter)->show(
        kind < 0 ? std::nullopt : std::optional(static_cast<Difference::Kind>(kind)),
        m_ui->searchEdit->text());
}

} // namespace Refbox
