// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/smokedialog.h"

#include "gui/errordialog.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "gui/listtable.h"
#include "gui/smokemodel.h"
#include "jobs/display.h"
#include "ui_smokedialog.h"

#include <QFileDialog>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>

#include <optional>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

class SmokeFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void show(std::optional<SmokeState> state, const QString &text)
    {
        m_state = state;
        m_text = text;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const auto *model = static_cast<const SmokeModel *>(sourceModel());
        const auto holds = [&](int column) {
            return model->index(row, column).data().toString().contains(m_text, Qt::CaseInsensitive);
        };
        return (!m_state || model->outcome(row).state == *m_state) &&
               (m_text.isEmpty() || holds(SmokeModel::Program) || holds(SmokeModel::Said));
    }

private:
    std::optional<SmokeState> m_state;
    QString m_text;
};

} // namespace

SmokeDialog::SmokeDialog(std::shared_ptr<const SmokeReport> report, const QString &command, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SmokeDialog>())
    , m_report(std::move(report))
    , m_filter(new SmokeFilter(this))
{
    m_ui->setupUi(this);
    const QString name = displayPath(m_report->vserver);
    const auto programs = static_cast<int>(m_report->outcomes.size());
    const auto failing = static_cast<int>(m_report->count(SmokeState::Fails));
    const auto leftOut = static_cast<int>(m_report->count(SmokeState::NotTried));
    m_ui->headlineLabel->setFont(titleFont(font()));
    m_ui->headlineLabel->setText(programs == 0 ? tr("%1 has no programs").arg(name)
                                 : failing > 0
                                     ? tr("%n program(s) of %1 fail to start", nullptr, failing).arg(name)
                                 : leftOut == 0 ? tr("Every program of %1 starts").arg(name)
                                                : tr("No program of %1 fails to start").arg(name));
    setUpTable();
    setUpStates();
    setUpCommandLine(*m_ui->commandBox, *m_ui->commandEdit, *m_ui->copyButton, command);
    chooseFile = [this](const QString &suggestion) {
        return QFileDialog::getSaveFileName(this, tr("Save the table"), suggestion, tr("CSV table (*.csv)"));
    };
    auto *saveButton = m_ui->buttons->addButton(tr("&Save as CSV…"), QDialogButtonBox::ActionRole);
    saveButton->setObjectName(u"saveButton"_s);
    saveButton->setIcon(icon(u"save"_s, u"document-save-as"_s));
    saveButton->setAutoDefault(false);
    m_ui->buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(saveButton, &QPushButton::clicked, this, &SmokeDialog::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SmokeDialog::~SmokeDialog() = default;

void SmokeDialog::setUpTable()
{
    m_filter->setSourceModel(new SmokeModel(m_report, this));
    m_filter->setSortRole(SmokeModel::kSortRole);
    QTableView &table = *m_ui->table;
    table.setModel(m_filter);
    table.setSortingEnabled(true);
    table.sortByColumn(SmokeModel::State, Qt::AscendingOrder);
    setUpListTable(table, {SmokeModel::Said});
    table.setColumnWidth(SmokeModel::State, 112);
    table.setColumnWidth(SmokeModel::Program, 240);
    table.setColumnWidth(SmokeModel::Argument, 112);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, &table](const QModelIndex &current) {
                if (current.isValid() && table.hasFocus()) // else the filter has moved it
                    Q_EMIT programChosen(
                        m_report->outcomes[static_cast<std::size_t>(m_filter->mapToSource(current).row())]
                            .program.path);
            });
}

// Only the states that there are.
void SmokeDialog::setUpStates()
{
    const QLocale locale;
    const auto add = [&](const QString &text, std::size_t count, int state) {
        m_ui->stateCombo->addItem(tr("%1 (%2)").arg(text, locale.toString(qulonglong{count})), state);
    };
    add(tr("All programs"), m_report->outcomes.size(), -1);
    for (const SmokeState state : {SmokeState::Fails, SmokeState::NotTried, SmokeState::Runs}) {
        if (const std::size_t count = m_report->count(state); count > 0)
            add(smokeStateText(state), count, static_cast<int>(state));
    }
    connect(m_ui->stateCombo, &QComboBox::currentIndexChanged, this, &SmokeDialog::filter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &SmokeDialog::filter);
}

void SmokeDialog::filter()
{
    const int state = m_ui->stateCombo->currentData().toInt();
    static_cast<SmokeFilter *>(m_filter)->show(
        state < 0 ? std::nullopt : std::optional(static_cast<SmokeState>(state)), m_ui->searchEdit->text());
}

void SmokeDialog::save()
{
    const QString path = chooseFile(tr("%1 smoke test").arg(displayPath(m_report->vserver)) + u".csv"_s);
    if (path.isEmpty())
        return;
    try {
        saveSmokeCsv(QFile::encodeName(path).toStdString(), *m_report);
    } catch (const Error &error) {
        showError(error, this);
    }
}

} // namespace Refbox
