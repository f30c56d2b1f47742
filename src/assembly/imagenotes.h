// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the contents of images that were written and verified are made of, so that the next image in the same
// place takes over what did not change. Nothing is read for that: it goes by the files' stamps
// (software/store.h), and files that changed just before an export are left out, because a further change
// might leave the stamp as it is.
#pragma once

#include "formats/earlierimage.h"
#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "software/store.h"
#include "tree/filetree.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// Of one image that is to be written.
class ImageNotes final
{
public:
    /// The tree must outlive it.
    ImageNotes(const FileTree &tree, std::string target, const ImageOptions &options);

    /// Before the sources are read; takes about two microseconds a file. Throws Cancelled.
    void takeStamps(const Progress &progress);
    /// The image that stands there, after takeStamps(); null where it was not noted, was touched since, is of
    /// another format, or has nothing in common with the new one. Throws Cancelled.
    std::unique_ptr<EarlierImage> earlier(const Store &store, Progress &progress) const;
    /// Whether it is worth to take stamps for earlier(): something was noted of what stands there.
    bool isNoted(const Store &store) const;
    /// After takeStamps(), and after the image was written and verified.
    void add(const Store &store) const;

private:
    using Key = std::array<char, 16>; // a part of a SHA-256; all zeros: nothing is known

    void takeStamps(InodeId begin, InodeId end, std::int64_t now);
    std::string noteKey() const;
    std::string noteHead() const;
    std::vector<InodeId> twinsIn(const FileTree &earlier, std::string_view note) const;

    const FileTree &m_tree;
    std::string m_target;
    ImageFormat m_format;
    std::uint32_t m_blockSize;
    std::vector<Key> m_keys; // by inode
};

} // namespace Refbox
