// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks where and how to export an image, a star-ball, a folder or OCI images, and says beforehand how big it
// will be, what it will not hold, and which command does the same. Writes nothing itself: when it was
// accepted, request() goes into a job. GUI thread.
#pragma once

#include "gui/exportrequest.h"

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace Refbox {

namespace Ui {
class ExportDialog;
}

struct ExportContext
{
    std::shared_ptr<const Plan> plan; ///< never null
    std::string projectPath;          ///< empty for a project that was never saved
    std::string folder;               ///< where to suggest the target
    NodeId subtree = kNoId;           ///< the part to suggest, any folder; kNoId: the first vserver, or all
    std::string from = {};            ///< see ExportRequest
    bool isEdited = false;            ///< the project has changes that its file lacks
};

class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(OutputKind kind, ExportContext context, QWidget *parent = nullptr);
    ~ExportDialog() override;

    const ExportRequest &request() const { return m_request; }

    /// Checks the target and asks before something is replaced.
    void accept() override;

private:
    void setUpTexts();
    void setUpParts();
    void setUpImage();
    void setUpCompression();
    void showRows();
    void watch();

    bool writesFolder() const;
    void suggestTarget();
    void targetEdited();
    void compressionChosen();
    void browse();
    void changed();
    /// Gives what is wrong with what was entered, or nothing.
    QString readForm();
    QString readImage();
    QString readStar();
    void estimate();
    void showEstimate();
    void showState();
    void askToReplace(const std::string &existing);

    ExportContext m_context;
    ExportRequest m_request;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QPushButton *m_exportButton = nullptr;
    QTimer m_estimateTimer{this};
    std::shared_ptr<Progress> m_estimating; // of the newest estimate under way
    std::optional<ExportEstimate> m_estimate;
    QString m_formProblem;
    QString m_targetProblem;
};

} // namespace Refbox
