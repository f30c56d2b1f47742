// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An ISO 9660 image opened for reading, with bounds on everything that it may lie about, and the records of
// its directories. One thread.
#pragma once

#include "formats/imagefile.h"
#include "formats/iso9660format.h"
#include "jobs/error.h"
#include "tree/filetree.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// A range of the image.
struct IsoExtent
{
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

/// A directory record; the views are valid until the next one is read.
struct IsoRecord
{
    std::uint64_t at = 0; ///< where it stands in the image
    IsoExtent extent;
    std::uint8_t flags = 0; ///< IsoFileFlag
    bool isInterleaved = false;
    std::optional<std::int64_t> time; ///< seconds since 1970
    std::string_view name;
    std::string_view systemUse;

    bool isDirectory() const { return (flags & kIsoDirectory) != 0; }
    /// Of the directory itself or its parent.
    bool isSelfOrParent() const { return name.size() == 1 && (name[0] == 0 || name[0] == 1); }
};

class Iso9660Image final
{
public:
    /// Throws Error where the file is no image or its volume descriptor makes no sense.
    explicit Iso9660Image(const std::string &path);

    const std::string &path() const { return m_file.path(); }
    std::uint64_t size() const { return m_file.size(); }
    /// Bytes of the units that places are given in.
    std::uint32_t blockSize() const { return m_blockSize; }
    IsoExtent rootExtent() const { return m_root; }

    /// Throws Error where the bytes lie beyond the end.
    void read(std::uint64_t offset, std::span<char> bytes) const;
    bool contains(const IsoExtent &extent) const
    {
        return extent.bytes <= size() && extent.offset <= size() - extent.bytes;
    }
    /// The record at a place of a sector that was read from there; Error where it makes no sense.
    IsoRecord record(std::span<const char> sector, std::size_t at, std::uint64_t sectorOffset) const;

    /// Throws an Error about the bytes at a place.
    [[noreturn]] void corrupt(std::uint64_t offset, const QString &why) const;
    [[noreturn]] void refuse(const QString &why, const QString &advice) const;

private:
    void readDescriptors();
    void readPrimary(std::span<const char> sector, std::uint64_t offset);

    ImageFile m_file;
    std::uint32_t m_blockSize = kIsoSector;
    IsoExtent m_root;
};

/// The records of one directory, one after the other.
class IsoRecords final
{
public:
    IsoRecords(const Iso9660Image &image, const IsoExtent &extent);

    /// False at the end.
    bool next(IsoRecord &record);

private:
    bool fillWindow();

    const Iso9660Image &m_image;
    IsoExtent m_rest; // not read yet
    std::uint64_t m_windowOffset = 0;
    std::vector<char> m_window;
    std::size_t m_at = 0; // in the window
};

} // namespace Refbox
