// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the pieces of a compressed file of an EROFS image are, from either of the two kinds of tables.
//
// Definition: struct z_erofs_map_header and what follows it in fs/erofs/erofs_fs.h of Linux.
#pragma once

#include "formats/erofsimage.h"

#include <cstdint>
#include <vector>

namespace Refbox {

/// Bytes of a file that were compressed together; they end where the next piece begins.
struct ErofsPiece
{
    enum class Kind : std::uint8_t {
        Lz4,
        Plain,   ///< stored as they are from place on
        Rotated, ///< stored as they are, each at its place in the block
    };
    std::uint64_t logical = 0;
    std::uint64_t place = 0;  ///< in bytes of the image
    std::uint32_t length = 0; ///< of what is stored
    Kind kind = Kind::Lz4;
};

/// Throws Error where a compressed file is of a kind that is not decoded here.
void checkErofsCompression(ErofsImage &image, const ErofsRawInode &inode);

/// The pieces of a compressed file that is not empty: at least one, the first at 0, each longer than nothing.
std::vector<ErofsPiece> erofsPieces(ErofsImage &image, const ErofsRawInode &inode);

} // namespace Refbox
