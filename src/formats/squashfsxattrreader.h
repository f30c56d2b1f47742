// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extended attributes of a SquashFS image, of which nothing is believed. One thread.
#pragma once

#include "formats/squashfsimage.h"
#include "formats/squashfsranges.h"
#include "tree/filetreebuilder.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace Refbox {

class SquashFsXattrReader final
{
public:
    /// Both must outlive it.
    SquashFsXattrReader(const SquashFsImage &image, FileTreeBuilder &builder);

    /// The set of this number; attributes of namespaces that Linux does not show either are left out. Throws
    /// Error for what makes no sense.
    XattrSetId set(std::uint32_t index);

private:
    XattrSetId readSet(std::uint32_t index);
    std::string readValue(std::uint64_t &position, bool elsewhere);
    [[noreturn]] void corrupt(const QString &why) const;

    const SquashFsImage &m_image;
    FileTreeBuilder &m_builder;
    std::optional<SquashFsLookup> m_ids;
    std::optional<SquashFsTable> m_lists;
    std::unordered_map<std::uint32_t, XattrSetId> m_known;
    SquashFsRanges m_ranges;    // lists in their table
    SquashFsRanges m_elsewhere; // values that several lists share
};

} // namespace Refbox
