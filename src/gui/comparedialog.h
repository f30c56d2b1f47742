// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How two trees differ, by kind and by name. Not modal. GUI thread.
#pragma once

#include "gui/treecomparison.h"

#include <QDialog>

#include <memory>

class QSortFilterProxyModel;

namespace Refbox {

namespace Ui {
class CompareDialog;
}

class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit CompareDialog(std::shared_ptr<const TreeComparison> comparison, QWidget *parent = nullptr);
    ~CompareDialog() override;

    const TreeComparison &comparison() const { return *m_comparison; }

Q_SIGNALS:
    /// A difference was chosen; its path in A.
    void pathChosen(const std::string &path);

private:
    void setUpTable();
    void setUpKinds();
    void filter();

    std::unique_ptr<Ui::CompareDialog> m_ui;
    std::shared_ptr<const TreeComparison> m_comparison;
    QSortFilterProxyModel *m_filter;
};

} // namespace Refbox
