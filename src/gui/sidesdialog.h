// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks which folders of a tree that was opened to look inside share: one refbox, one or more vservers. GUI
// thread.
#pragma once

#include "gui/snapshot.h"

#include <QDialog>

#include <memory>

namespace Refbox {

class FolderModel;

namespace Ui {
class SidesDialog;
}

class SidesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Begins with the snapshot's sides, or with those that it proposes.
    explicit SidesDialog(const SnapshotPtr &snapshot, QWidget *parent = nullptr);
    ~SidesDialog() override;

    Sides sides() const;
    bool findCopies() const;

private:
    void begin(const Sides &sides);
    void check();
    QString problem() const;

    std::unique_ptr<Ui::SidesDialog> m_ui;
    SnapshotPtr m_snapshot;
    FolderModel *m_refboxModel;
    FolderModel *m_vserverModel;
};

} // namespace Refbox
