// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the contents of images that were written and verified are made of, so that the next image in the same
// place takes over what did not change. Nothing is read for that: it goes by size, times, device and inode
// number of the source files, where these tell of every change. They do not of files that changed just before
// an export, of devices, and on file systems that may be images or whose times of change can be set.
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
#include <utility>
#include <vector>

namespace Refbox {

/// Of one image that is to be written.
class ImageNotes final
{
public:
    /// The tree must outlive it.
    ImageNotes(const FileTree &tree, const std::string &target, const ImageOptions &options);

    /// Whether something was noted of the image that stands there; then earlier() is worth its time.
    bool find(const Store &store);
    /// Before the sources are read; takes about two microseconds a file. Throws Cancelled.
    void takeStamps(const Progress &progress);
    /// The image that stands there, after find() and takeStamps(); null where it was touched, cannot be read,
    /// or has nothing in common with the new one. Throws Cancelled.
    std::unique_ptr<EarlierImage> earlier(Progress &progress) const;

    /// The new image's file, when it was compared with the tree.
    void setVerified(const std::string &file);
    /// After takeStamps() and setVerified(), once the file stands at the target; notes nothing where another
    /// one does, or it was written to since.
    void add(const Store &store) const;

private:
    using Key = std::array<char, 16>; // a part of a SHA-256; all zeros: nothing is known

    void takeStamps(InodeId begin, InodeId end, std::int64_t now);
    std::string noteKey() const;
    std::string noteHead() const;
    std::vector<std::pair<InodeId, NodeId>> matches() const;

    const FileTree &m_tree;
    std::string m_target;
    ImageFormat m_format;
    std::string m_layout;    // what the options say of it
    std::vector<Key> m_keys; // by inode
    std::string m_note;      // of what stands there
    std::string m_verified;  // which file that is
};

} // namespace Refbox
