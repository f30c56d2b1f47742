// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening the files of a tree one after the other for an image's writer, which must not mix the old and the
// new bytes of a file that somebody writes to meanwhile. For one thread.
#pragma once

#include "formats/earlierimage.h"
#include "formats/outputfile.h"
#include "tree/content.h"

#include <cstdint>
#include <memory>
#include <span>

namespace Refbox {

class SourceFiles final
{
public:
    /// All must outlive it. Files that have a twin in the earlier image are read from there, whole blocks of
    /// blockSize bytes (a power of two) with what fills up the last one.
    SourceFiles(const FileTree &tree, const OutputFile &image, const EarlierImage *earlier = nullptr,
                std::uint32_t blockSize = 1);

    /// Whether the file stands in the earlier image, so that copyInKernel() pays however small it is.
    bool isEarlier(InodeId id) const { return m_earlier != nullptr && m_earlier->twinOf(id) != kNoId; }

    /// Valid until the next call. Throws Error where the source is gone, and where the one before changed
    /// since this object was made, or is the file that the image will replace.
    const ContentReader &open(InodeId id);
    /// Fills the bytes from offset of a regular file or link on, of no more than it has. Throws as open().
    void read(InodeId id, std::uint64_t offset, std::span<char> bytes);
    /// Lets the kernel bring length bytes of a file into the image, without this process seeing them; those
    /// of an earlier image at the latest in finish(). False where it cannot, or the source ends early: then
    /// read() tells more. Throws Error for a full disk, and as open().
    bool copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint64_t place);
    /// After the last file: it is checked here.
    void finish();

private:
    struct Range
    {
        std::uint64_t source = 0; // in the earlier image
        std::uint64_t place = 0;  // in this one
        std::uint64_t length = 0;
    };
    bool copyRange(int from, std::uint64_t source, std::uint64_t length, std::uint64_t place);
    void takeOver(const Range &range);
    void takeOverPending();
    bool share(const Range &range);
    void copy(Range range);
    void closeReader();

    const FileTree &m_tree;
    const OutputFile &m_image;
    const EarlierImage *m_earlier;
    std::uint64_t m_blockSize;
    std::int64_t m_start; // nanoseconds since 1970
    InodeId m_id = kNoId;
    std::unique_ptr<ContentReader> m_reader;
    bool m_kernelCopies = true; // until it was seen that it cannot
    bool m_shares = true;       // the same of sharing blocks with the earlier image
    Range m_pending;            // of the earlier image, to become larger yet
};

} // namespace Refbox
