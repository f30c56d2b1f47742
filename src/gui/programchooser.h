// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chooses programs of this machine: a search field over all that are installed, and the list of those that
// were chosen. It looks through the machine in the background when it is first shown. GUI thread.
#pragma once

#include "project/project.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Refbox {

class ChosenProgramsModel;
class Progress;
class ProgramsModel;
struct InstalledProgram;
namespace Ui {
class ProgramChooser;
}

class ProgramChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgramChooser(QWidget *parent = nullptr);
    ~ProgramChooser() override;

    void setPrograms(const std::vector<HostProgram> &programs);
    std::vector<HostProgram> programs() const;
    void add(const HostProgram &program);
    /// A sentence about the first thing that is wrong; empty if something was chosen and nothing is wrong.
    QString objection() const;

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpLists();
    void connectAll();
    void startScan();
    void takeScan(std::vector<InstalledProgram> programs);
    void search();
    void addSelected();
    void removeSelected();
    void updateState();
    QString countText() const;

    std::unique_ptr<Ui::ProgramChooser> m_ui;
    ProgramsModel *m_installed;
    ChosenProgramsModel *m_chosen;
    std::shared_ptr<Progress> m_scan;
    bool m_isScanned = false;
};

} // namespace Refbox
