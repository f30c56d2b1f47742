// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a vserver has and lacks, what it needs, and where its software comes from. Not modal. GUI thread.
#pragma once

#include "assembly/vserverreport.h"

#include <QDialog>

#include <functional>
#include <memory>

class QTreeWidgetItem;

namespace Refbox {

namespace Ui {
class ReportDialog;
}

class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// report: with files, for the bill of materials.
    explicit ReportDialog(std::shared_ptr<const VServerReport> report, QWidget *parent = nullptr);
    ~ReportDialog() override;

    /// Asks where to save the bill of materials; empty: nowhere.
    std::function<QString(const QString &suggestion)> chooseFile;

Q_SIGNALS:
    /// A utility was chosen that is there; its path seen from the vserver.
    void pathChosen(const std::string &path);

private:
    void showSummary();
    void showTools();
    void showSoftware();
    void filterTools();
    void save();

    std::unique_ptr<Ui::ReportDialog> m_ui;
    std::shared_ptr<const VServerReport> m_report;
};

} // namespace Refbox
