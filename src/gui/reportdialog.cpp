// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reportdialog.h"

#include "assembly/spdxexport.h"
#include "gui/errordialog.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "ui_reportdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPathRole = Qt::UserRole;

QTreeWidgetItem *addGroup(QTreeWidget *tree, const QString &text)
{
    auto *group = new QTreeWidgetItem(tree, {text});
    QFont font = tree->font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFirstColumnSpanned(true);
    return group;
}

void setUpTree(QTreeWidget *tree, std::initializer_list<int> widths)
{
    tree->header()->setStretchLastSection(true);
    tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    int column = 0;
    for (const int width : widths)
        tree->setColumnWidth(column++, width);
}

} // namespace

ReportDialog::ReportDialog(std::shared_ptr<const VServerReport> report, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReportDialog>())
    , m_report(std::move(report))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Report on %1").arg(displayPath(m_report->name)));
    m_ui->headlineLabel->setFont(titleFont(font()));
    m_ui->headlineLabel->setText(displayPath(m_report->name));
    chooseFile = [this](const QString &suggestion) {
        return QFileDialog::getSaveFileName(this, tr("Save the bill of materials"), suggestion,
                                            tr("SPDX documents (*.spdx.json)"));
    };
    showSummary();
    showTools();
    showSoftware();
    QPushButton *save =
        m_ui->buttons->addButton(tr("&Save bill of materials…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"saveButton"_s);
    save->setAutoDefault(false); // Enter in the filter is no wish to save
    save->setToolTip(tr("All software, licences, files and checksums, as an SPDX document"));
    connect(save, &QPushButton::clicked, this, &ReportDialog::save);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &ReportDialog::filterTools);
    connect(m_ui->toolsTree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QByteArray path = item->data(0, kPathRole).toByteArray();
        if (!path.isEmpty())
            Q_EMIT pathChosen(path.toStdString());
    });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::showSummary()
{
    const SharingTotals &totals = m_report->totals;
    m_ui->sizeLabel->setText(tr("%1 by itself; %2 of it shared with the refbox, %3 added to the image")
                                 .arg(formatSize(totals.aloneBytes()), formatSize(totals.sharedBytes),
                                      formatSize(totals.addedBytes)));
    const MachineNeeds &needs = m_report->needs;
    QStringList machines;
    for (const std::string &machine : needs.machines)
        machines += QString::fromStdString(machine);
    QString processor = machines.join(u", "_s);
    if (needs.x86Level && *needs.x86Level > 1)
        processor = tr("%1 of level v%2, for %3")
                        .arg(processor)
                        .arg(*needs.x86Level)
                        .arg(displayPath(needs.x86LevelPath));
    m_ui->processorLabel->setText(machines.isEmpty() ? tr("Any: there are no programs") : processor);
    QString kernel = tr("No program says which it needs");
    if (needs.kernel)
        kernel = tr("Linux %1 or later").arg(QString::fromStdString(needs.kernel->toString()));
    if (needs.kernel && needs.unknownKernel > 0)
        kernel += u"; "_s + tr("%n program(s) do not say", nullptr, static_cast<int>(needs.unknownKernel));
    m_ui->kernelLabel->setText(machines.isEmpty() ? tr("Any: there are no programs") : kernel);
}

void ReportDialog::showTools()
{
    QTreeWidget *tree = m_ui->toolsTree;
    const QLocale locale;
    const auto add = [&](const QString &title, const auto &belongs) {
        std::vector<const ReportTool *> tools;
        for (const ReportTool &tool : m_report->tools) {
            if (belongs(tool))
                tools.push_back(&tool);
        }
        if (tools.empty())
            return;
        QTreeWidgetItem *group =
            addGroup(tree, tr("%1 (%2)").arg(title, locale.toString(qulonglong{tools.size()})));
        for (const ReportTool *tool : tools) {
            const bool isThere = !tool->path.empty();
            auto *item = new QTreeWidgetItem(group, {displayPath(tool->name),
                                                     displayPath(isThere ? tool->path : tool->offer),
                                                     displayPath(tool->component)});
            item->setData(0, kPathRole, QByteArray::fromStdString(tool->path));
        }
        group->setExpanded(true);
    };
    add(tr("Missing, and nothing here has them"),
        [](const ReportTool &tool) { return tool.path.empty() && tool.offer.empty(); });
    add(tr("Missing, but to be had from the refbox"),
        [](const ReportTool &tool) { return tool.path.empty() && !tool.offer.empty(); });
    add(tr("Present"), [](const ReportTool &tool) { return !tool.path.empty(); });
    if (m_report->tools.empty())
        addGroup(tree, tr("It has none of them, and is not meant for a shell"));
    setUpTree(tree, {240, 280});
}

void ReportDialog::filterTools()
{
    const QString text = m_ui->searchEdit->text();
    for (int group = 0; group < m_ui->toolsTree->topLevelItemCount(); ++group) {
        QTreeWidgetItem *top = m_ui->toolsTree->topLevelItem(group);
        int shown = 0;
        for (int row = 0; row < top->childCount(); ++row) {
            const bool matches = text.isEmpty() ||
                                 top->child(row)->text(0).contains(text, Qt::CaseInsensitive) ||
                                 top->child(row)->text(2).contains(text, Qt::CaseInsensitive);
            top->child(row)->setHidden(!matches);
            shown += matches ? 1 : 0;
        }
        top->setHidden(shown == 0 && !text.isEmpty());
    }
}

void ReportDialog::showSoftware()
{
    const auto licences = [](const Licensing &licensing) {
        QStringList names;
        for (const DeclaredLicence &licence : licensing.declared)
            names += QString::fromStdString(licence.expression);
        names.removeDuplicates();
        if (!names.isEmpty())
            return names.join(u", "_s);
        for (const std::string &hint : licensing.hints)
            names += QString::fromStdString(hint);
        return names.isEmpty() ? tr("Not declared") : tr("Not declared; names %1").arg(names.join(u", "_s));
    };
    QTreeWidget *tree = m_ui->softwareTree;
    const QLocale locale;
    for (const ComponentOrigin &component : m_report->components) {
        auto *item = new QTreeWidgetItem(
            tree,
            {component.component.empty()
                 ? (m_report->knowsComponents ? tr("Its own files") : tr("Unknown components"))
                 : displayPath(component.component),
             displayPath(component.version), locale.toString(component.files), formatSize(component.bytes),
             component.kind == "recipe" ? licences(component.licensing) : QString()});
        for (const PackageOrigin &origin : component.packages)
            new QTreeWidgetItem(item, {displayPath(origin.package.name), displayPath(origin.package.version),
                                       QString(), QString(), licences(origin.licensing)});
        for (int column = 2; column <= 3; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (!component.location.empty())
            item->setToolTip(0, displayPath(component.location));
        item->setExpanded(true);
    }
    for (QTreeWidgetItemIterator item(tree); *item != nullptr; ++item)
        (*item)->setToolTip(4, (*item)->text(4));
    setUpTree(tree, {200, 180, 64, 88});
}

void ReportDialog::save()
{
    QString path = chooseFile(QString::fromStdString(m_report->name) + u".spdx.json"_s);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u".json"_s))
        path += u".spdx.json"_s;
    try {
        saveSpdx(QFile::encodeName(path).toStdString(), *m_report);
    } catch (const Error &error) {
        showError(error, this);
    }
}

} // namespace Refbox
