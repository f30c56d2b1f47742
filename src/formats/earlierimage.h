// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An image that was written and verified before, as a source of the bytes that the next one has in common
// with it: they stand there in the right pieces, and file systems that can share blocks need not copy them.
// Any thread.
#pragma once

#include "formats/imagefile.h"
#include "tree/filetree.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <vector>

namespace Refbox {

/// Bytes of the blocks of file systems that share them, or a divisor of theirs.
inline constexpr std::uint64_t kDiskBlock = 4096;

class EarlierImage final
{
public:
    /// The image's file and tree, and by inode of the tree that is to be written the regular file with
    /// the same bytes, or kNoId. It must have been written by the same writer with the same block size and
    /// compression: what stands between files is taken over, too.
    EarlierImage(ImageFile file, FileTreePtr tree, std::vector<InodeId> twins);

    const FileTree &tree() const { return *m_tree; }
    int fd() const { return m_file.fd(); }
    /// kNoId: the image has no such file.
    InodeId twinOf(InodeId inode) const { return m_twins[inode]; }
    /// Where bytes of an inode that has a twin stand in the image; none: not in one piece, packed, or in a
    /// hole.
    std::optional<std::uint64_t> placeOf(InodeId inode, std::uint64_t offset, std::uint64_t length) const;

    /// Whether the new image has an inode's bytes on the very blocks of the disk on which this one has them.
    /// Once the new image is written.
    bool isShared(InodeId inode) const;

    /// Throws Error where somebody wrote to the image since this object was made.
    void requireUntouched() const;

    /// Bytes that the new image shares with this one, and those that had to be copied; of packed ones, as
    /// many as they were before.
    std::uint64_t sharedBytes() const { return m_shared; }
    std::uint64_t copiedBytes() const { return m_copied; }
    void addShared(std::uint64_t bytes) const { m_shared += bytes; }
    void addCopied(std::uint64_t bytes) const { m_copied += bytes; }
    /// Bytes of this inode of the tree that is written came through this process: isShared() is false.
    void addRead(InodeId inode) const;

private:
    struct State
    {
        std::int64_t size = 0;
        std::int64_t seconds = 0; // of its last change
        std::int64_t nanoseconds = 0;
        bool operator==(const State &) const = default;
    };
    State state() const;

    ImageFile m_file;
    FileTreePtr m_tree;
    std::vector<InodeId> m_twins;
    State m_state;
    mutable std::atomic<std::uint64_t> m_shared{0};
    mutable std::atomic<std::uint64_t> m_copied{0};
    mutable std::mutex m_mutex; // guards m_read
    mutable std::unordered_set<InodeId> m_read;
};

} // namespace Refbox
