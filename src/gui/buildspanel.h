// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The content of the dock "Builds": a row for each job of a JobList, and the log of the selected one. GUI
// thread.
#pragma once

#include "gui/joblist.h"

#include <QWidget>

class QAction;

namespace Refbox {

namespace Ui {
class BuildsPanel;
}

class BuildsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// jobs must outlive the panel.
    explicit BuildsPanel(JobList &jobs, QWidget *parent = nullptr);
    ~BuildsPanel() override;

    /// 0: none is selected.
    JobId selectedJob() const;
    void selectJob(JobId id);

    /// Writes the selected job's log as text. Throws Error.
    static void saveLog(const QString &path, const QByteArray &text);
    /// Of the selected job, which there must be.
    QByteArray shownLog() const;

Q_SIGNALS:
    /// By double click or Enter: show what came of it.
    void jobActivated(Refbox::JobId id);

private:
    void setUpView();
    void setUpActions();
    void addStopButtons(int first, int last);
    void updateRows(int first, int last);
    void updateSummary();
    void showLog();
    void appendLog();
    void search();
    void findNext(bool backward);
    void goToProblem();
    void askWhereToSaveLog();

    JobList &m_jobs;
    std::unique_ptr<Ui::BuildsPanel> m_ui;
    QAction *m_stop = nullptr;
    QAction *m_clear = nullptr;
    JobId m_shownJob = 0;
    std::size_t m_shownLines = 0;
    std::vector<int> m_problems; // lines of the shown log
};

} // namespace Refbox
