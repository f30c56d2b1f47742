// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extended attributes of a SquashFS image, of which nothing is believed. One thread.
#pragma once

#include "formats/squashfsimage.h"
#include "tree/filetreebuilder.h"

#include <optional>
#include <vector>

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
    std::vector<XattrSetId> m_known; // kNoId: not read yet
    std::uint64_t m_read = 0;        // bytes of all lists so far
};

} // namespace Refbox
