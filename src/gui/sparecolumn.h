// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A column of a table that gives its room to the others while they need it. GUI thread.
#pragma once

#include <QObject>

class QTableView;

namespace Refbox {

class SpareColumn final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the table, whose model must be set.
    SpareColumn(QTableView &table, int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    int neededWidth(int column) const;

    QTableView &m_table;
    int m_column;
};

} // namespace Refbox
