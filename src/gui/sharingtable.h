// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sharing matrix as it is shown: rows in an order, cells as texts, totals for below. A value; the view
// and the pictures for files are made from it. Sizes are in the language of the program.
#pragma once

#include "gui/colours.h"
#include "tree/linkfilter.h"
#include "tree/sharingmatrix.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace Refbox {

enum class SharingShown { Both, Files, Bytes };

/// What a cell shows.
struct SharingCellText
{
    QString first;     ///< "1.1 MB"; "–" for nothing
    QString second;    ///< below, more quietly: "212 files"; may be empty
    double linked = 0; ///< 0…1: how much of the component is used by links, and as copies
    double copied = 0;
    bool isEmpty() const { return first == QStringLiteral("–"); }
    /// In one line.
    QString line() const;
};

class SharingTable final
{
public:
    static constexpr int kByName = -1; ///< a column to sort by

    SharingTable() = default;
    SharingTable(std::shared_ptr<const SharingMatrix> matrix, SharingShown shown,
                 const ComponentColours &colours);

    /// null: nothing is known yet.
    const std::shared_ptr<const SharingMatrix> &matrix() const { return m_matrix; }
    SharingShown shown() const { return m_shown; }
    void setShown(SharingShown shown);
    int sortColumn() const { return m_sortColumn; }
    bool isDescending() const { return m_descending; }
    /// By files or by bytes, as they are shown; equals by name.
    void sort(int column, bool descending);

    int rowCount() const { return static_cast<int>(m_order.size()); }
    /// The vservers, then what is in the refbox, what of it nobody uses, and how many use it.
    int columnCount() const;
    int totalCount() const;  ///< lines below
    bool areFolders() const; ///< the rows, for want of components

    const SharingRow &row(int row) const { return m_matrix->rows()[m_order[static_cast<std::size_t>(row)]]; }
    /// kNoId for the last columns.
    NodeId vserver(int column) const;

    QString rowTitle(int row) const;
    QColor rowColour(int row, bool dark) const;
    QString columnTitle(int column) const;
    QString columnTip(int column) const;
    QString totalTitle(int total) const;
    QString totalTip(int total) const;
    SharingCellText cell(int row, int column) const;
    /// With all numbers in full.
    QString cellTip(int row, int column) const;
    SharingCellText total(int total, int column) const;
    QString totalCellTip(int total, int column) const;
    /// The links that a cell counts.
    LinkFilter links(int row, int column) const;

private:
    enum LastColumn { InRefbox, Unused, Users, kLastColumns };
    enum Total { Used, Shared, Private, Alone, Added, Broken };

    int lastColumn(int column) const; ///< negative for vservers
    SharingCell cellAt(std::size_t row, int column) const;
    FileCount totalAt(int total, int column) const;
    bool hasTotal(int total, int column) const;
    SharingCellText textOf(const FileCount &count) const;
    std::uint64_t weight(const FileCount &count) const;
    std::uint64_t sortKey(std::size_t row, int column) const;

    std::shared_ptr<const SharingMatrix> m_matrix;
    ComponentColours m_colours;
    SharingShown m_shown = SharingShown::Both;
    int m_sortColumn = kByName;
    bool m_descending = false;
    std::vector<std::size_t> m_order; ///< rows of the matrix
};

/// "1,234 files, 1,100,000 bytes".
QString fullCount(const FileCount &count);

} // namespace Refbox
