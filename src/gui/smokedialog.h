// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which programs of a vserver start, which do not, and why. Not modal. GUI thread.
#pragma once

#include "assembly/smokerun.h"

#include <QDialog>

#include <functional>
#include <memory>

class QSortFilterProxyModel;

namespace Refbox {

namespace Ui {
class SmokeDialog;
}

class SmokeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// command: the equal command line; empty: none.
    SmokeDialog(std::shared_ptr<const SmokeReport> report, const QString &command, QWidget *parent = nullptr);
    ~SmokeDialog() override;

    /// Asks where to save the table; empty: nowhere.
    std::function<QString(const QString &suggestion)> chooseFile;

Q_SIGNALS:
    /// A program was chosen; its path seen from the vserver.
    void programChosen(const std::string &path);

private:
    void setUpTable();
    void setUpStates();
    void filter();
    void save();

    std::unique_ptr<Ui::SmokeDialog> m_ui;
    std::shared_ptr<const SmokeReport> m_report;
    QSortFilterProxyModel *m_filter;
};

} // namespace Refbox
