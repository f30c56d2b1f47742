// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Models over a sharing table, read-only: its rows, and the totals that stay below them whatever the order.
#pragma once

#include "gui/sharingtable.h"

#include <QAbstractTableModel>

namespace Refbox {

/// What the delegate paints.
class SharingCells : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    virtual SharingCellText text(const QModelIndex &index) const = 0;
    /// Of the cell's bar.
    virtual QColor colour(const QModelIndex &index) const = 0;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    virtual QString tip(const QModelIndex &index) const = 0;
};

class SharingModel final : public SharingCells
{
    Q_OBJECT

public:
    using SharingCells::SharingCells;

    const SharingTable &table() const { return m_table; }
    void setTable(SharingTable table);
    void setShown(SharingShown shown);
    void setDark(bool dark);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// SharingTable::kByName: by the vertical header.
    void sort(int column, Qt::SortOrder order) override;
    SharingCellText text(const QModelIndex &index) const override;
    QColor colour(const QModelIndex &index) const override;

protected:
    QString tip(const QModelIndex &index) const override;

private:
    template <typename Change>
    void reorder(Change change);

    SharingTable m_table;
    bool m_dark = false;
};

class SharingTotalsModel final : public SharingCells
{
    Q_OBJECT

public:
    explicit SharingTotalsModel(const SharingModel &above, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    SharingCellText text(const QModelIndex &index) const override;
    QColor colour(const QModelIndex &) const override { return {}; }

protected:
    QString tip(const QModelIndex &index) const override;

private:
    const SharingTable &table() const { return m_above.table(); }

    const SharingModel &m_above;
};

} // namespace Refbox
