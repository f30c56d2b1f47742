// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Packing and unpacking single blocks with the libraries of each compression. One object serves one thread at
// a time and keeps its working memory from block to block.
#pragma once

#include "formats/squashfsformat.h"
#include "jobs/progress.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace Refbox {

class SquashFsPacker
{
public:
    virtual ~SquashFsPacker() = default;
    SquashFsPacker(const SquashFsPacker &) = delete;
    SquashFsPacker &operator=(const SquashFsPacker &) = delete;

    /// Packs in into out, which is at least as long; returns the packed size, 0 where it is not smaller than
    /// in.
    virtual std::size_t pack(std::span<const char> in, std::span<char> out) = 0;

protected:
    SquashFsPacker() = default;
};

class SquashFsUnpacker
{
public:
    virtual ~SquashFsUnpacker() = default;
    SquashFsUnpacker(const SquashFsUnpacker &) = delete;
    SquashFsUnpacker &operator=(const SquashFsUnpacker &) = delete;

    /// Returns how many bytes of out were filled; nullopt where in is damaged or needs more room than that.
    virtual std::optional<std::size_t> unpack(std::span<const char> in, std::span<char> out) = 0;

protected:
    SquashFsUnpacker() = default;
};

/// Level 0 is the usual one. Throws Error for a level or compression that there is not. The progress stops
/// long blocks when it is cancelled and must outlive the packer.
std::unique_ptr<SquashFsPacker> makeSquashFsPacker(SquashFsCompression compression, int level,
                                                   std::uint32_t blockSize, const Progress &progress);

int highestSquashFsLevel(SquashFsCompression compression);

/// What stands behind the superblock, without the two bytes of metadata blocks; mostly nothing.
std::string squashFsCompressorOptions(SquashFsCompression compression, int level);

/// Null for a compression that is not known here.
std::unique_ptr<SquashFsUnpacker> makeSquashFsUnpacker(std::uint16_t compression);

} // namespace Refbox
