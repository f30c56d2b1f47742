// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The system use fields of directory records that say what POSIX knows of a file, each appended whole to
// bytes. Pure, any thread. By SUSP 1.12 and RRIP 1.12 (IEEE P1281 and P1282).
#pragma once

#include "tree/filetree.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace Refbox {

inline constexpr std::size_t kIsoLongestField = 255;
inline constexpr std::size_t kIsoFieldHead = 4; ///< signature, length and version
inline constexpr std::size_t kIsoContinuationField = 28;

/// Where more fields stand.
struct IsoContinuation
{
    std::uint32_t sector = 0;
    std::uint32_t offset = 0; ///< in the sector
    std::uint32_t size = 0;
};

void appendIsoField(std::string &fields, std::string_view signature, std::string_view bytes);
/// CE.
void appendIsoContinuation(std::string &fields, const IsoContinuation &continuation);
/// SP: first in the root's own record.
void appendIsoSharing(std::string &fields);
/// ER of Rock Ridge and, where attributes are used, of AAIP: once, in the root's own record.
void appendIsoExtensions(std::string &fields, bool attributes);
/// PX, TF and, for a device, PN.
void appendIsoInode(std::string &fields, const FileTree &tree, InodeId inode, std::uint32_t links);
/// NM. What Linux does not show of longer names than it knows is as little as can be.
void appendIsoName(std::string &fields, std::string_view name);
/// SL.
void appendIsoTarget(std::string &fields, std::string_view target);

/// A device's numbers from the halves of PN, high and low: together a dev_t or, with a high half, one each.
struct IsoDeviceNumbers
{
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
};
IsoDeviceNumbers isoDeviceNumbers(std::uint64_t halves);

/// What the file is numbered, so that hard links can be told.
inline std::uint32_t isoSerial(InodeId inode)
{
    return inode + 1;
}

} // namespace Refbox
