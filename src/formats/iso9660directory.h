// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A directory's records as they stand in the image, and behind them the fields that have no room in them. Any
// thread, several at once.
#pragma once

#include "formats/iso9660names.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace Refbox {

/// What one record says of a file at most: a multiple of sectors below 4 GiB.
inline constexpr std::uint64_t kIsoSection = 0xFFFFF800;
/// Linux follows no longer chain of continuation areas, and hides what has one.
inline constexpr unsigned kIsoMostContinuations = 31;

/// Where things are: nowhere yet, as long as the image is planned.
class IsoPlaces
{
public:
    IsoPlaces() = default;
    virtual ~IsoPlaces() = default;
    IsoPlaces(const IsoPlaces &) = delete;
    IsoPlaces &operator=(const IsoPlaces &) = delete;

    /// First sector of a file's bytes or a directory's records.
    virtual std::uint32_t sectorOf(InodeId) const { return 0; }
    /// Sectors of a directory's records.
    virtual std::uint32_t recordSectors(InodeId) const { return 0; }
    /// Of a directory, whose children the tree would count each time.
    virtual std::uint32_t links(InodeId) const { return 0; }
};

struct IsoDirectorySize
{
    std::uint32_t recordSectors = 0;
    std::uint32_t continuationSectors = 0; ///< behind these
};

/// Takes bytes for a place of the image, counted from the directory's start.
using IsoSink = std::function<void(std::uint64_t offset, std::span<const char> bytes)>;

struct IsoDirectoryJob
{
    const FileTree &tree;
    NodeId node = 0;
    bool attributes = false; ///< whether any file of the tree has some
};

/// Gives a directory's sectors to the sink, records first, in pieces of whole sectors. Throws Error for a
/// file whose attributes are too many, naming the path. places must be the same for the sizes to be the same;
/// all lengths are.
IsoDirectorySize encodeIsoDirectory(const IsoDirectoryJob &job, std::span<const IsoEntry> entries,
                                    const IsoPlaces &places, const IsoSink &sink, const Progress &progress);

/// The record of the root as the volume descriptor holds it.
void putIsoRootRecord(char *place, const FileTree &tree, const IsoPlaces &places);

} // namespace Refbox
