// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading the bytes of a tree's files, streaming, from wherever they are. Any thread; read() keeps no place,
// so that one ContentReader also serves several threads at once.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <string>

namespace Refbox {

class ContentReader final
{
public:
    /// Opens a regular file or symbolic link of the tree. Throws Error where the host file is gone,
    /// unreadable, or longer than when the tree was made.
    ContentReader(const FileTree &tree, InodeId inode);
    /// The same, with a descriptor of its host file that stays the caller's.
    ContentReader(const FileTree &tree, InodeId inode, int hostDescriptor);
    ~ContentReader();
    ContentReader(ContentReader &&other) noexcept;
    ContentReader &operator=(ContentReader &&) = delete;

    std::uint64_t size() const { return m_size; }

    /// Fills buffer with the bytes at offset (short only at the file's end); returns how many. Throws Error
    /// when the host file became shorter since the tree was made, or cannot be read.
    std::size_t read(std::uint64_t offset, std::span<char> buffer) const;

    /// The first place from offset on where bytes are stored; before it is a hole, read as zeros. size()
    /// where none follow. Only the holes between extents are known.
    std::uint64_t nextData(std::uint64_t offset) const;

    /// The descriptor and place of the bytes where they stand in one piece in a host file, else -1:
    /// for copy_file_range(2) and mmap(2).
    int descriptor() const { return m_contiguous ? m_fd : -1; }
    std::uint64_t descriptorOffset() const { return m_offset; }
    /// The host file's descriptor, in however many pieces the bytes stand there; -1: there is none.
    int hostDescriptor() const { return m_fd; }

private:
    void findPlace();
    void requireWhole(const std::string &path);
    std::size_t readExtents(std::uint64_t offset, std::span<char> buffer) const;
    void readExactly(std::uint64_t position, std::span<char> buffer) const;

    const FileTree *m_tree;
    const PackedContent *m_packed = nullptr;
    InodeId m_inode;
    int m_fd = -1;
    bool m_ownsDescriptor = false;
    bool m_contiguous = false;
    std::uint64_t m_size = 0;
    std::uint64_t m_offset = 0;
};

// A Progress given to these stops them when it is cancelled, also amid a huge file.

/// The whole content of a file of at most limit bytes; Error beyond.
std::string readAll(const FileTree &tree, InodeId inode, std::uint64_t limit);

/// SHA-256 of a file's content; known at once for blobs.
Sha256 contentHash(const FileTree &tree, InodeId inode, const Progress *progress = nullptr);

/// Names the place that a file's bytes come from: its host file and where in it, the hash of a blob, or the
/// inline bytes. Two files of one size and place hold the same bytes, and nothing was read to know it; of
/// different places nothing is known.
std::string contentPlace(const FileTree &tree, InodeId inode);

/// Whether two files hold the same bytes; reads as little as possible, skips holes that both have.
bool sameContent(const FileTree &a, InodeId inodeA, const FileTree &b, InodeId inodeB,
                 const Progress *progress = nullptr);

} // namespace Refbox
