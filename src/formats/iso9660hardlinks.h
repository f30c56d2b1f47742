// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Telling which names in an ISO 9660 image are of one file: those of one serial number, or without such
// numbers of files whose bytes stand at one place, if the records agree in everything else. One thread.
#pragma once

#include "formats/iso9660rockridge.h"
#include "tree/filetreebuilder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Refbox {

/// What all records of one name say together.
struct IsoFoundFile
{
    std::uint64_t at = 0; ///< of the first record
    std::string identifier;
    std::string name;
    bool isDirectory = false;
    bool isInterleaved = false;
    IsoFields fields;
    Metadata metadata;
    std::vector<IsoExtent> extents; ///< one after the other
    std::uint64_t size = 0;
};

class IsoHardLinks final
{
public:
    explicit IsoHardLinks(const FileTreeBuilder &builder)
        : m_builder(builder)
    {
    }

    /// An earlier name of the file.
    std::optional<FileTreeBuilder::Handle> find(const IsoFoundFile &file);
    /// The first name of a file that more may come for.
    void remember(FileTreeBuilder::Handle handle, const IsoFoundFile &file);

private:
    struct Known
    {
        FileTreeBuilder::Handle handle = 0;
        std::uint64_t offset = 0; // of its bytes
        std::uint32_t left = 0;   // names that it may still get
    };
    bool isSame(const Known &known, const IsoFoundFile &file) const;

    const FileTreeBuilder &m_builder;
    std::unordered_map<std::uint64_t, Known> m_known;
};

} // namespace Refbox
