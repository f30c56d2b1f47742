// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Good images with some bytes changed at random: whatever a reader makes of them is a tree whose content can
// be read, or an Error that says why. To be run with sanitizers. The environment variable REFBOX_DAMAGE
// multiplies the cases, for a search that may take hours.
#pragma once

#include "jobs/error.h"
#include "tree/content.h"
#include "tree/filetree.h"

#include <QByteArray>

#include <algorithm>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace Refbox::Testing {

/// Where bytes are changed, and what is then done.
struct Damage
{
    int cases = 200;
    unsigned mostChanges = 8; ///< of one case
    std::function<std::uint64_t(std::mt19937 &)> place;
    std::function<FileTreePtr()> read;
};

/// Reads the files' data: all of small ones; of large ones, which damage makes of small ones too, some.
inline void readSomeContent(const FileTree &tree)
{
    constexpr std::size_t kMostPieces = 16;
    std::vector<char> buffer(100000);
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        if (!tree.inode(id).isRegular())
            continue;
        const ContentReader reader(tree, id);
        std::uint64_t offset = 0;
        for (std::size_t piece = 0; piece < kMostPieces; ++piece) {
            offset = reader.nextData(offset);
            if (offset >= reader.size())
                break;
            offset += reader.read(offset, buffer);
        }
        reader.read(reader.size() - std::min<std::uint64_t>(reader.size(), 5000), buffer);
    }
}

/// How many cases were refused; -1 where one came without a reason, or as a tree without a root. The image is
/// in the end as it was.
inline int refusals(const std::string &image, unsigned seed, const Damage &damage)
{
    std::mt19937 random(seed);
    std::fstream file(image, std::ios::in | std::ios::out | std::ios::binary);
    const int times = qEnvironmentVariableIntValue("REFBOX_DAMAGE");
    int refused = 0;
    for (int round = 0; round < damage.cases * std::max(times, 1); ++round) {
        std::vector<std::pair<std::streamoff, char>> before;
        for (unsigned changes = 1 + random() % damage.mostChanges; changes > 0; --changes) {
            const auto place = static_cast<std::streamoff>(damage.place(random));
            file.seekg(place);
            const char byte = static_cast<char>(file.get());
            before.emplace_back(place, byte);
            file.seekp(place);
            // A single bit, too: sums and lengths are then nearly right.
            file.put(static_cast<char>(random() % 2 == 0 ? random() : byte ^ 1 << random() % 8));
        }
        file.flush();
        bool hasReason = true;
        try {
            const FileTreePtr tree = damage.read();
            hasReason = tree->nodeCount() > 0;
            readSomeContent(*tree);
        } catch (const Error &error) {
            ++refused;
            hasReason = !error.why().isEmpty();
        }
        std::ranges::reverse(before);
        for (const auto &[place, byte] : before) {
            file.seekp(place);
            file.put(byte);
        }
        file.flush();
        if (!hasReason || !file)
            return -1;
    }
    return refused;
}

} // namespace Refbox::Testing
