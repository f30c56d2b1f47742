// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/readback.h"

#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/store.h"

#include <algorithm>
#include <optional>

namespace Refbox {

void HashSink::begin()
{
    m_hash.reset();
    m_size = 0;
}

void HashSink::write(std::span<const char> bytes)
{
    m_hash.add(bytes);
    m_size += bytes.size();
}

BlobSink::Placed HashSink::finish()
{
    return {{}, 0, m_size, m_hash.result()};
}

// What the cache keeps may have been damaged since; then it is read anew the next time.
static void requireSoundStore(Subtree planned, const std::vector<Difference> &differences,
                              const std::string &target)
{
    std::optional<Store> store;
    for (const Difference &difference : differences) {
        const NodeId node = planned.tree.find(joinPath(planned.tree.path(planned.node), difference.path));
        if (node == kNoId || planned.tree.inodeAt(node).contentKind != ContentKind::Blob)
            continue;
        if (!store)
            store.emplace();
        const Sha256 &sha256 = planned.tree.blobHash(planned.tree.inodeOf(node));
        const std::string object = store->objectPath(sha256);
        if (!store->verify(sha256))
            throw Error(translated("assembly", "The file was not written"), displayPath(target),
                        translated("assembly", "The cache's copy of %1, %2, was damaged, and is gone now.")
                            .arg(displayPath(difference.path), displayPath(object)),
                        translated("assembly",
                                   "Try again: it is read from its source anew. If it comes back, "
                                   "look after the disk."));
    }
}

bool requireEqual(Subtree planned, Subtree written, const CompareOptions &options, const std::string &target,
                  Progress &progress, Foreseen foreseen)
{
    progress.beginPhase(translated("assembly", "Verifying"));
    std::vector<Difference> differences = compareTrees(planned, written, options, progress);
    const auto isForeseen = [&](const Difference &difference) {
        const NodeId node = planned.tree.find(joinPath(planned.tree.path(planned.node), difference.path));
        if (foreseen != Foreseen::LossesOfTar || node == kNoId)
            return false;
        const Inode &inode = planned.tree.inodeAt(node);
        return difference.kind == Difference::Kind::OnlyInA
                   ? inode.type == FileType::Socket
                   : difference.kind == Difference::Kind::Time && inode.mtimeSeconds == -1 &&
                         inode.mtimeNanoseconds != 0;
    };
    const bool isWhole = differences.empty();
    std::erase_if(differences, isForeseen);
    if (differences.empty())
        return isWhole;
    const Difference &first = differences.front();
    requireSoundStore(planned, differences, target);
    throw Error(translated("assembly", "The written file differs from the plan and was not kept"),
                displayPath(target),
                translated("assembly", "%1 differences, the first at %2 (%3): planned %4, written %5")
                    .arg(differences.size())
                    .arg(displayPath(first.path), translated("tree", differenceName(first.kind)),
                         QString::fromStdString(first.a), QString::fromStdString(first.b)),
                translated("assembly",
                           "Make sure that nothing changes the source files meanwhile, and try again. "
                           "If it stays, this is a defect of Refbox: please report it."));
}

} // namespace Refbox
