// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what to import as a vserver and shows beforehand what of it the refbox has. Changes nothing itself:
// when it was accepted, vserver() goes into the project. GUI thread.
#pragma once

#include "assembly/importplan.h"
#include "gui/latestjob.h"
#include "project/project.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QComboBox;
class QPushButton;

namespace Refbox {

namespace Ui {
class ImportDialog;
}

/// Which files are linked, for dialogs: an entry's data is a Relink as int.
void fillRelinks(QComboBox *combo, Relink current);

class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// folder: where the project's relative paths start. source: may be empty.
    ImportDialog(Project project, std::string folder, const QString &source, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// Valid once the dialog was accepted.
    const VServer &vserver() const { return m_vserver; }

private:
    void watch();
    void browse();
    void sourceEdited();
    void changed();
    /// Gives what is wrong with what was entered, or nothing.
    QString readForm();
    void preview();
    void showPreview(const ImportPlan &plan);
    void showState();

    Project m_project;
    std::string m_folder;
    VServer m_vserver;
    std::unique_ptr<Ui::ImportDialog> m_ui;
    QPushButton *m_importButton = nullptr;
    QTimer m_previewTimer{this};
    LatestJob m_preview;
    QString m_formProblem;
    QString m_problem; // of the preview
    bool m_isPreviewed = false;
    bool m_isNamed = false; // by the user
};

} // namespace Refbox
