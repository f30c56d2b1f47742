// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SharingMatrix: how much of each component of the refbox each vserver uses. Components down, vservers
// across. A value of its own: it does not refer to the link map it was made from. Immutable, any thread.
#pragma once

#include "jobs/progress.h"
#include "tree/linkmap.h"

#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Distinct regular files and their bytes of content.
struct FileCount
{
    std::uint64_t bytes = 0;
    std::uint32_t files = 0;
    bool operator==(const FileCount &) const = default;
};

/// What a vserver uses of a component: files of the refbox, each counted once.
struct SharingCell
{
    FileCount used;   ///< by hard link, symbolic link or copy
    FileCount copied; ///< of these: as copies alone, which take room of their own
    bool operator==(const SharingCell &) const = default;
};

struct SharingRow
{
    enum class Kind : std::uint8_t {
        Component, ///< by its name
        Folder,    ///< of the refbox, by its path below it: where no file has a component
        Rest,      ///< the files of no component, or of no folder of their own; no name
    };
    Kind kind = Kind::Component;
    std::string name;
    NodeId folder = kNoId; ///< the innermost that holds all of it; in the refbox, or the refbox itself
    FileCount whole;       ///< in the refbox
    FileCount unused;      ///< of these: used by no vserver
    std::uint32_t users = 0;
    bool operator==(const SharingRow &) const = default;
};

struct SharingColumn
{
    NodeId vserver = kNoId;
    std::string name; ///< the folder's
    SharingCell used; ///< sum of the cells
    SharingTotals totals;
    std::uint32_t brokenLinks = 0;

    FileCount shared() const { return {totals.sharedBytes, totals.sharedFiles}; }
    FileCount privateOnly() const { return {totals.privateBytes, totals.privateFiles}; }
    FileCount alone() const { return {totals.aloneBytes(), totals.aloneFiles()}; }
    FileCount added() const { return {totals.addedBytes, totals.addedFiles}; }
    bool operator==(const SharingColumn &) const = default;
};

class SharingMatrix final
{
public:
    /// Components by the bytes of their names, or folders; the rest, where there is any, is last.
    std::span<const SharingRow> rows() const { return m_rows; }
    /// As the link map has its vservers.
    std::span<const SharingColumn> columns() const { return m_columns; }
    /// Empty where the vserver uses nothing of it. Logarithmic in the rows.
    SharingCell cell(std::size_t row, std::size_t column) const;
    /// Of all rows: the refbox's files, and what no vserver uses of them.
    FileCount whole() const;
    FileCount unused() const;
    bool hasCopies() const;
    bool hasBrokenLinks() const;
    bool operator==(const SharingMatrix &) const = default;

private:
    friend class SharingMatrixBuilder;

    struct Entry
    {
        std::uint32_t row = 0;
        SharingCell cell;
        bool operator==(const Entry &) const = default;
    };

    std::vector<SharingRow> m_rows;
    std::vector<SharingColumn> m_columns;
    std::vector<Entry> m_entries;      // cells that are not empty, by column and row
    std::vector<std::size_t> m_begins; // of each column's entries, and the end of the last
};

/// Rows are the components that the refbox's files come from. Where none of them has one (a stranger's tree),
/// they are the folders in the refbox, or where that holds a single folder and nothing else, in that one, and
/// so on; a file with names in several is counted where its first name is.
///
/// A symbolic link to a folder of the refbox uses all files in it. Only regular files count, and empty ones
/// are no copies. One pass over links and nodes, but for folders that many vservers link to. Throws
/// Cancelled.
SharingMatrix sharingMatrix(const LinkMap &map, Progress *progress = nullptr);

} // namespace Refbox
