// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfswriter.h"

#include "formats/imagewriting.h"
#include "formats/reiserfsdata.h"
#include "formats/reiserfsleaf.h"
#include "formats/reiserfsnodes.h"
#include "formats/reiserfsplan.h"
#include "formats/reiserfsspace.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cmath>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint32_t kMostLevels = 5; // that Linux walks

// What there is and where it goes: leaves, nodes above them, data.
struct Layout
{
    std::vector<ReiserFsLeaf> leaves;
    std::uint64_t dataSlot = 0;
    std::uint64_t usedSlots = 0;
    std::uint32_t blocks = 0;
    std::uint64_t bytes = 0; ///< of the file
};

std::string saltOf(const ImageOptions &options)
{
    return "reiserfs\n" + options.label + '\n' + std::to_string(options.size.value_or(0)) + '\n' +
           std::to_string(options.freeBytes) + '\n' + std::to_string(std::llround(options.freePercent * 1e6));
}

ReiserFsPlan makePlan(const FileTree &tree, const ImageOptions &options, Progress &progress)
{
    checkImageOptions(options, kReiserFsLongestLabel);
    return {tree, identityOf(tree, saltOf(options), options, progress), progress};
}

Layout layOut(const ReiserFsPlan &plan, const ImageOptions &options, const Progress &progress)
{
    Layout layout;
    layout.leaves = countReiserFsLeaves(plan, progress);
    if (reiserFsLevels(layout.leaves.size()) > kMostLevels)
        throw Error(translated("formats", "Cannot plan the image"), {},
                    translated("formats", "It would be larger than 8 TB."),
                    translated("formats", "Spread the tree over several images."));
    layout.dataSlot = layout.leaves.size() + reiserFsNodeCount(layout.leaves.size());
    layout.usedSlots = layout.dataSlot + plan.dataBlocks();
    layout.blocks = reiserFsBlocks(layout.usedSlots, options);
    layout.bytes = options.size.value_or(std::uint64_t{layout.blocks} * kReiserFsBlock);
    return layout;
}

// Work is cut into pieces that any thread may do in any order.
class Filler
{
public:
    Filler(const ReiserFsPlan &plan, const Layout &layout, const OutputFile &file,
           const EarlierImage *earlier, Progress &progress)
        : m_plan(plan)
        , m_layout(layout)
        , m_file(file)
        , m_earlier(earlier)
        , m_progress(progress)
    {
    }

    void run(unsigned threads)
    {
        runParallel(threads, [this](unsigned) {
            try {
                work();
            } catch (...) {
                m_failed = true;
                throw;
            }
        });
    }

private:
    void work()
    {
        SourceFiles sources(m_plan.tree(), m_file, m_earlier, kReiserFsBlock);
        ReiserFsLeafWriter leaves(m_plan, m_layout.dataSlot, sources);
        ReiserFsDataCopier data(m_plan, m_layout.dataSlot, m_file, sources, m_progress);
        const std::uint64_t leafPieces = (m_layout.leaves.size() + kReiserFsChunk - 1) / kReiserFsChunk;
        const std::uint64_t dataPieces = (m_plan.dataBlocks() + kReiserFsChunk - 1) / kReiserFsChunk;
        for (std::uint64_t piece; !m_failed && (piece = m_next++) < leafPieces + dataPieces;) {
            m_progress.throwIfCancelled();
            const std::uint64_t begin = (piece < leafPieces ? piece : piece - leafPieces) * kReiserFsChunk;
            const std::uint64_t end = std::min(
                begin + kReiserFsChunk, piece < leafPieces ? m_layout.leaves.size() : m_plan.dataBlocks());
            if (piece < leafPieces)
                writeLeaves(leaves, begin, end);
            else
                data.copy(begin, end);
            m_progress.advance((end - begin) * kReiserFsBlock);
        }
        if (!m_failed)
            sources.finish();
    }

    void writeLeaves(ReiserFsLeafWriter &writer, std::uint64_t begin, std::uint64_t end) const
    {
        std::vector<char> blocks((end - begin) * kReiserFsBlock);
        for (std::uint64_t leaf = begin; leaf < end; ++leaf) {
            m_progress.throwIfCancelled();
            writer.write(m_layout.leaves[leaf].begin,
                         std::span(blocks).subspan((leaf - begin) * kReiserFsBlock, kReiserFsBlock));
        }
        writeReiserFsSlots(m_file, begin, blocks);
    }

    const ReiserFsPlan &m_plan;
    const Layout &m_layout;
    const OutputFile &m_file;
    const EarlierImage *m_earlier;
    Progress &m_progress;
    std::atomic<std::uint64_t> m_next{0};
    std::atomic<bool> m_failed{false};
};

std::uint32_t journalMagic(const FilesystemIdentity &identity)
{
    return identity.hashSeed[0];
}

void writeBitmaps(const Layout &layout, const OutputFile &file, const Progress &progress)
{
    std::vector<char> block(kReiserFsBlock);
    const std::uint32_t count = (layout.blocks - 1) / kReiserFsInBitmap + 1;
    for (std::uint32_t number = 0; number < count; ++number) {
        progress.throwIfCancelled();
        encodeReiserFsBitmap(number, layout.usedSlots, layout.blocks, block);
        const std::uint64_t place =
            number == 0 ? kReiserFsFirstBitmap : std::uint64_t{number} * kReiserFsInBitmap;
        file.writeAt(place * kReiserFsBlock, block);
    }
}

// The journal is empty: its blocks are zeros but for the header behind them.
void writeJournal(const ReiserFsJournal &journal, const OutputFile &file)
{
    constexpr std::size_t head = 12; // last transaction that is in place, where the next would be, mounts
    std::vector<char> block(kReiserFsBlock);
    encodeReiserFsJournal(journal, block.data() + head);
    file.writeAt(std::uint64_t{journal.first + journal.size} * kReiserFsBlock, block);
}

ReiserFsSuperblock superblockOf(const ReiserFsPlan &plan, const Layout &layout, const ImageOptions &options)
{
    ReiserFsSuperblock super;
    super.blocks = layout.blocks;
    super.freeBlocks = static_cast<std::uint32_t>(reiserFsSlots(layout.blocks) - layout.usedSlots);
    super.root = static_cast<std::uint32_t>(reiserFsBlockOf(layout.dataSlot - 1));
    // As mkreiserfs chooses for a journal of this size.
    super.journal = {
        kReiserFsJournalFirst, 0, kReiserFsJournalBlocks, 256, journalMagic(plan.identity()), 225, 30};
    super.blockSize = kReiserFsBlock;
    super.height = static_cast<std::uint16_t>(reiserFsLevels(layout.leaves.size()) + 1);
    super.uuid = plan.identity().uuid;
    super.label = options.label;
    super.lastCheck = plan.identity().now;
    super.nextObject = plan.nextObject();
    return super;
}

ImageReport reportOf(const ReiserFsPlan &plan, const Layout &layout, const ReiserFsSuperblock &super)
{
    ImageReport report;
    report.bytes = layout.bytes;
    report.contentBytes = plan.contentBytes();
    report.freeBytes = std::uint64_t{super.freeBlocks} * kReiserFsBlock;
    report.inodes = plan.nextObject() - kReiserFsRootObject;
    report.uuid = uuidText(super.uuid);
    return report;
}

} // namespace

ImageReport writeReiserFs(const FileTree &tree, const std::string &path, const ImageOptions &options,
                          Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(translated("formats", "Planning the image"), tree.nodeCount(),
                        Progress::Unit::Entries);
    warnOfTimes(tree, "ReiserFS", kReiserFsEarliest, kReiserFsLatest, progress);
    const ReiserFsPlan plan = makePlan(tree, options, progress);
    const Layout layout = layOut(plan, options, progress);
    if (ftruncate(file.fd(), static_cast<off_t>(layout.bytes)) != 0)
        throw file.error(errno);
    progress.beginPhase(translated("formats", "Writing the image"),
                        (layout.leaves.size() + plan.dataBlocks()) * kReiserFsBlock, Progress::Unit::Bytes);
    Filler(plan, layout, file, options.earlier, progress).run(options.usedThreads());
    writeReiserFsSlots(file, layout.leaves.size(), makeReiserFsNodes(plan, layout.leaves));
    writeBitmaps(layout, file, progress);
    const ReiserFsSuperblock super = superblockOf(plan, layout, options);
    writeJournal(super.journal, file);
    std::vector<char> block(kReiserFsBlock);
    encodeReiserFsSuperblock(super, block);
    file.writeAt(kReiserFsSuperblockAt, block);
    ImageReport report = reportOf(plan, layout, super);
    commitImage(file, options, progress);
    return report;
}

std::uint64_t reiserFsSize(const FileTree &tree, const ImageOptions &options)
{
    Progress progress;
    return layOut(makePlan(tree, options, progress), options, progress).bytes;
}

} // namespace Refbox
