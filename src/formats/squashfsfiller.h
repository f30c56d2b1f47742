// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Brings the files' bytes into the image: reads, packs and writes blocks and fragments, several at once, in
// an order that does not depend on the threads.
#pragma once

#include "formats/outputfile.h"
#include "formats/sourcefiles.h"
#include "formats/squashfsmetadata.h"
#include "formats/squashfsplan.h"
#include "formats/squashfstakeover.h"
#include "jobs/progress.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace Refbox {

class SquashFsFiller final
{
public:
    /// Writes from place on. All must outlive it. takeover: null where there is no earlier image.
    SquashFsFiller(const FileTree &tree, std::uint32_t blockSize, SquashFsPlan &plan,
                   SquashFsContents &contents, const SquashFsTakeover *takeover, const OutputFile &file,
                   std::uint64_t place, Progress &progress);

    /// With one thread for each packer. Returns the place behind the last byte. Throws Error where a source
    /// is gone, changed meanwhile, or is the file that the image would replace.
    std::uint64_t run(const SquashFsPackers &packers);

private:
    // A piece whose bytes are not in the image yet.
    struct Slot
    {
        SquashFsPiece piece;
        std::vector<char> bytes;
        std::uint32_t length = 0; // of what is to be written
        bool packed = false;      // else it stands as it is
        bool done = false;
    };
    void work(SquashFsPacker &packer);
    bool take(SquashFsPiece &piece, std::uint64_t &number);
    void pack(const SquashFsPiece &piece, SquashFsPacker &packer, SourceFiles &sources,
              std::vector<char> &input, Slot &slot);
    bool takeOver(const SquashFsPiece &piece, Slot &slot) const;
    void readFragment(const SquashFsPiece &piece, std::span<char> bytes, SourceFiles &sources) const;
    void hand(std::uint64_t number);
    void account(const Slot &slot, std::uint64_t position);

    const FileTree &m_tree;
    const std::uint32_t m_blockSize;
    const SquashFsTakeover *m_takeover;
    const OutputFile &m_file;
    Progress &m_progress;
    std::vector<Slot> m_slots; // piece number n is in n % size

    std::mutex m_mutex; // guards all below, and the slots but for those that a thread has taken
    std::condition_variable m_changed;
    SquashFsPlan &m_plan;
    SquashFsContents &m_contents;
    std::uint64_t m_place;
    std::uint64_t m_taken = 0;
    std::uint64_t m_written = 0;
    bool m_writing = false;
    bool m_failed = false;
};

} // namespace Refbox
