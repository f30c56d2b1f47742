// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Content that must be decoded to be read, such as the compressed blocks of an image: an image's reader makes
// one of these for all of its files. Any thread, several at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace Refbox {

class PackedContent
{
public:
    virtual ~PackedContent() = default;

    /// The file that the bytes are decoded from.
    virtual const std::string &hostPath() const = 0;
    /// Fills the buffer with a file's bytes from offset on; key is the file's, as the tree was given it, and
    /// the same whenever this image is opened. What is asked for lies within the file's size. Throws Error
    /// where the stored bytes are damaged.
    virtual void read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const = 0;
    /// The first place from offset on where bytes are stored; before it is a hole. size (the file's) where
    /// none follow.
    virtual std::uint64_t nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const = 0;

protected:
    PackedContent() = default;
    PackedContent(const PackedContent &) = default;
    PackedContent &operator=(const PackedContent &) = default;
};

} // namespace Refbox
