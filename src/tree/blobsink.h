// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where readers of compressed things put a file's bytes so that a tree can refer to them later: the
// content-addressed store for a project's sources, a temporary spool for a look inside.
#pragma once

#include "tree/filetree.h"

#include <optional>
#include <span>
#include <string>

namespace Refbox {

/// One file at a time: begin, any number of writes, finish or abandon. One thread. Throws Error (full disk
/// …).
class BlobSink
{
public:
    struct Placed
    {
        std::string hostPath;
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::optional<Sha256> sha256; ///< set by sinks that address by content
    };

    virtual ~BlobSink() = default;
    virtual void begin() = 0;
    virtual void write(std::span<const char> bytes) = 0;
    virtual Placed finish() = 0;
    /// Forgets what was written since begin().
    virtual void abandon() noexcept = 0;
    /// What a tree must keep alive so that the places stay valid; null where they last by themselves.
    virtual std::shared_ptr<const void> resource() const { return nullptr; }

protected:
    BlobSink() = default;
    BlobSink(const BlobSink &) = default;
    BlobSink &operator=(const BlobSink &) = default;
};

} // namespace Refbox
