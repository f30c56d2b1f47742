// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file that an image's reader reads from. Any thread.
#pragma once

#include "formats/filedescriptor.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

namespace Refbox {

/// For FileTreeBuilder::limitInlineBytes(): inodes and directories hold no more than the image has bytes,
/// or packed ones packing times as many.
constexpr std::uint64_t mostInlineBytes(std::uint64_t imageBytes, std::uint64_t packing = 1)
{
    constexpr std::uint64_t always = std::uint64_t{64} << 20;
    return std::max(always, imageBytes * packing);
}

class ImageFile final
{
public:
    /// A regular file or a block device. Throws Error where it is something else, or cannot be opened.
    explicit ImageFile(std::string path);

    const std::string &path() const { return m_path; }
    int fd() const { return m_fd.get(); }
    std::uint64_t size() const { return m_size; } ///< bytes, when it was opened

    /// Fills the bytes from an offset on; returns how many there were, fewer only at the file's end. Throws
    /// Error where the disk fails.
    std::size_t read(std::uint64_t offset, std::span<char> bytes) const;

    /// Throws the Error "Cannot read the image", with this file as the place.
    [[noreturn]] void refuse(const QString &why, const QString &advice) const;

private:
    std::string m_path;
    FileDescriptor m_fd;
    std::uint64_t m_size = 0;
};

} // namespace Refbox
