// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for which runtimes, and how, a vserver is to be configured. Writes nothing itself: when it was
// accepted, request() goes into a job. GUI thread.
#pragma once

#include "assembly/runtimeexport.h"
#include "gui/exportdialog.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace Refbox {

namespace Ui {
class RuntimeDialog;
}

struct RuntimeRequest
{
    NodeId vserver = kNoId;
    std::string mount; ///< where the image is mounted, without '/' at the end
    std::vector<RuntimeKind> kinds;
    RuntimeConfig config;
    std::string folder;
    bool replace = false;
};

/// The equal command line. context: of the dialog; not of a project that was never saved.
std::string runtimeCommand(const RuntimeRequest &request, const ExportContext &context);

class RuntimeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Of the context, the plan, the folder and the vserver to begin with.
    explicit RuntimeDialog(ExportContext context, QWidget *parent = nullptr);
    ~RuntimeDialog() override;

    const RuntimeRequest &request() const { return m_request; }

private:
    void vserverChosen();
    void changed();
    /// Gives what is wrong with what was entered, or nothing.
    QString readForm();
    void browse();

    ExportContext m_context;
    RuntimeConfig m_told; // by the tree, of the chosen vserver on an image mounted at "/"
    RuntimeRequest m_request;
    std::unique_ptr<Ui::RuntimeDialog> m_ui;
    QPushButton *m_exportButton = nullptr;
};

} // namespace Refbox
