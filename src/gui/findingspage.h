// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Findings tab: what the plan and the checker have to say, worst first, with one-click fixes.
#pragma once

#include "assembly/fixes.h"
#include "gui/snapshot.h"

#include <QWidget>

#include <memory>

class QSortFilterProxyModel;

namespace Refbox {

class FindingsModel;

namespace Ui {
class FindingsPage;
}

class FindingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPage(QWidget *parent = nullptr);
    ~FindingsPage() override;

    void setSnapshot(const SnapshotPtr &snapshot);
    /// "1 error, 2 warnings, 3 remarks", "No findings".
    static QString summary(const Snapshot &snapshot);

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    void fixRequested(const Refbox::Fix &fix);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCurrent();
    void describeCurrent();
    void fitColumns();
    void applyFix();
    int sourceRow(const QModelIndex &index) const;

    std::unique_ptr<Ui::FindingsPage> m_ui;
    FindingsModel *m_model;
    QSortFilterProxyModel *m_filter;
    bool m_replacing = false; ///< the rows: what becomes current meanwhile is nobody's choice
};

} // namespace Refbox
