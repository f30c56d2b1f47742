// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file /baby/doc/SHA256SUMS: the checksum of every file of the refbox, as sha256sum(1) checks them. Its
// size is known without reading anything, so that planning costs nothing; the files are read when its bytes
// are asked for. Any thread.
#pragma once

#include "jobs/progress.h"
#include "tree/filetreebuilder.h"
#include "tree/packedcontent.h"

#include <mutex>
#include <string>

namespace Refbox {

/// Where the list stands in the image's tree.
inline constexpr char kChecksumListPath[] = "/baby/doc/SHA256SUMS";

class ChecksumList final : public PackedContent
{
public:
    /// Of the regular files of the refbox that hold anything, each under its first name, "refbox/bin/bash".
    explicit ChecksumList(FileTreePtr refbox);

    /// Bytes of the list.
    std::uint64_t size() const { return m_size; }
    /// Differs where the files' sizes, times or places do.
    std::uint64_t key() const { return m_key; }

    /// Reads the files, unless that was done. Throws Error where one cannot be read, and Cancelled.
    void compute(Progress &progress) const;

    const std::string &hostPath() const override { return m_noPath; }
    void read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const override;
    std::uint64_t nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const override;

private:
    void computeLocked(Progress &progress) const;

    FileTreePtr m_refbox;
    std::uint64_t m_size = 0;
    std::uint64_t m_key = 0;
    std::string m_noPath;
    mutable std::mutex m_mutex;
    mutable std::string m_text; // empty: not computed
};

/// Before the subtree is written: computes its list, where it has one, so that this is seen and can be
/// cancelled.
void computeChecksums(const FileTree &tree, NodeId subtree, Progress &progress);

} // namespace Refbox
