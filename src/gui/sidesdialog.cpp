// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sidesdialog.h"

#include "gui/foldermodel.h"
#include "jobs/display.h"
#include "ui_sidesdialog.h"

#include <QPushButton>

namespace Refbox {

namespace {

void reveal(QTreeView &view, const QModelIndex &index)
{
    for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
        view.expand(at);
    view.scrollTo(index);
}

} // namespace

SidesDialog::SidesDialog(const SnapshotPtr &snapshot, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SidesDialog>())
    , m_snapshot(snapshot)
    , m_refboxModel(new FolderModel(snapshot, FolderModel::Checks::None, this))
    , m_vserverModel(new FolderModel(snapshot, FolderModel::Checks::EachFolder, this))
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Show the links"));
    m_ui->refboxView->setModel(m_refboxModel);
    m_ui->vserverView->setModel(m_vserverModel);
    const bool known = m_snapshot->sides().areKnown();
    begin(known ? m_snapshot->sides() : m_snapshot->proposal);
    m_ui->hintLabel->setVisible(!known && m_snapshot->proposal.areKnown());
    connect(m_ui->refboxView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SidesDialog::check);
    connect(m_vserverModel, &QAbstractItemModel::dataChanged, this, &SidesDialog::check);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

SidesDialog::~SidesDialog() = default;

void SidesDialog::begin(const Sides &sides)
{
    if (sides.refbox != kNoId) {
        const QModelIndex index = m_refboxModel->indexOf(sides.refbox);
        reveal(*m_ui->refboxView, index);
        m_ui->refboxView->setCurrentIndex(index);
    }
    for (const NodeId vserver : sides.vservers) {
        m_vserverModel->setChecked(vserver, true);
        reveal(*m_ui->vserverView, m_vserverModel->indexOf(vserver));
    }
    if (!sides.vservers.empty())
        m_ui->vserverView->setCurrentIndex(m_vserverModel->indexOf(sides.vservers.front()));
}

Sides SidesDialog::sides() const
{
    const QModelIndexList chosen = m_ui->refboxView->selectionModel()->selectedRows();
    const auto &vservers = m_vserverModel->checked();
    return {chosen.isEmpty() ? kNoId : m_refboxModel->nodeOf(chosen.first()),
            {vservers.begin(), vservers.end()}};
}

bool SidesDialog::findCopies() const
{
    return m_ui->copiesBox->isChecked();
}

// In preorder the folder that another stands in comes before it.
QString SidesDialog::problem() const
{
    const FileTree &tree = *m_snapshot->tree;
    const Sides chosen = sides();
    if (chosen.refbox == kNoId)
        return tr("Select the refbox.");
    if (chosen.vservers.empty())
        return tr("Check at least one vserver.");
    NodeId before = kNoId;
    for (const NodeId vserver : chosen.vservers) {
        if (tree.isInside(vserver, chosen.refbox))
            return tr("%1 is in the refbox: it cannot be a vserver, too.")
                .arg(displayPath(tree.path(vserver)));
        if (before != kNoId && tree.isInside(vserver, before))
            return tr("%1 is in %2: only one of them can be a vserver.")
                .arg(displayPath(tree.path(vserver)), displayPath(tree.path(before)));
        before = vserver;
    }
    return {};
}

void SidesDialog::check()
{
    const QString text = problem();
    m_ui->problemLabel->setText(text);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(text.isEmpty());
}

} // namespace Refbox
