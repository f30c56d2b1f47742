// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for a new vserver: its name, its skeleton and what it starts with: software of the refbox, or all that
// another vserver has. A pure editor of a value. GUI thread.
#pragma once

#include "gui/vserverdrafts.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <QDialog>

#include <memory>
#include <vector>

class QTreeWidgetItem;

namespace Refbox {

namespace Ui {
class VServerDialog;
}

class VServerDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit VServerDialog(const Project &project, QWidget *parent = nullptr);
    /// With the planned tree, rules fit what is in the refbox; tree may be null.
    VServerDialog(const Project &project, const FileTreePtr &tree, NodeId refbox, QWidget *parent = nullptr);
    ~VServerDialog() override;

    /// Edits name and skeleton of a vserver that the project has; its rules and files stay.
    void setVServer(const VServer &vserver);
    /// What was chosen; valid once the dialog was accepted.
    VServer vserver() const;

private:
    void showOrigin();
    void setUpSkeletons();
    void setUpSoftware();
    void setUpCopies();
    void connectAll();
    void showSkeleton();
    void updateState();
    QString softwareText() const;
    const VServer *copied() const;
    std::vector<LinkRule> chosenRules() const;

    std::unique_ptr<Ui::VServerDialog> m_ui;
    Project m_project;
    std::vector<SoftwareGroup> m_groups;
    VServer m_original;
    bool m_isEditing = false;
};

} // namespace Refbox
