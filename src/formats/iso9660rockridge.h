// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading what Rock Ridge, AAIP and zisofs say of a file, from a directory record and wherever it goes on.
// One thread. By SUSP 1.12, RRIP 1.10 and 1.12, and libisofs' zisofs_format.txt.
#pragma once

#include "formats/iso9660image.h"

#include <cstdint>
#include <optional>
#include <string>

namespace Refbox {

/// PX.
struct IsoPosix
{
    std::uint32_t mode = 0;
    std::uint32_t links = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t serial = 0; ///< 0: none, as before RRIP 1.12
};

/// ZF: what decoding takes.
struct IsoPacking
{
    std::uint32_t headerBytes = 0;
    std::uint32_t blockShift = 0;
    std::uint32_t size = 0; ///< unpacked
};

struct IsoFields
{
    std::optional<IsoPosix> posix;
    std::optional<std::string> name;
    std::optional<Timestamp> mtime;
    std::optional<std::string> target;
    std::optional<std::uint64_t> device; ///< the high and the low half of PN
    bool isRelocated = false;            ///< its place is elsewhere in the tree, where a record points here
    std::optional<std::uint32_t> child;  ///< the block of the folder that is relocated from here
    std::string attributes;              ///< components of AL
    std::optional<IsoPacking> packing;
    bool hasUnknownPacking = false;
};

class IsoRockRidge final
{
public:
    explicit IsoRockRidge(const Iso9660Image &image);

    /// Looks for the announcement in the root's own record; without, there is no Rock Ridge in the image.
    bool isThere() const { return m_isThere; }

    /// Throws Error where fields are damaged or go on without end.
    IsoFields fieldsOf(const IsoRecord &record);

private:
    struct State;
    void readArea(std::string_view area, std::uint64_t at, State &state);
    void readField(std::string_view signature, std::string_view bytes, std::uint64_t at, State &state);
    void readTarget(std::string_view bytes, std::uint64_t at, State &state) const;
    void readTimes(std::string_view bytes, State &state) const;
    void readPacking(std::string_view bytes, State &state) const;

    const Iso9660Image &m_image;
    bool m_isThere = false;
    std::size_t m_skip = 0;         // bytes before the fields of each record
    std::uint64_t m_rootRecord = 0; // where that of the root itself is
    std::size_t m_rootSkip = 0;
    std::uint64_t m_continued = 0; // bytes of all areas
    std::string m_area;
};

} // namespace Refbox
