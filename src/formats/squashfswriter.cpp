// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfswriter.h"

#include "formats/filesystemidentity.h"
#include "formats/outputfile.h"
#include "formats/squashfsduplicates.h"
#include "formats/squashfsfiller.h"
#include "formats/squashfstables.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <bit>
#include <span>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kPadding = 4096; // of loop devices; mksquashfs does the same

std::uint64_t padded(std::uint64_t bytes)
{
    return (bytes + kPadding - 1) / kPadding * kPadding;
}

std::string saltOf(const SquashFsOptions &options)
{
    return "squashfs\n" + std::to_string(static_cast<unsigned>(options.compression)) + '\n' +
           std::to_string(options.level) + '\n' + std::to_string(options.blockSize) + '\n' +
           std::to_string(options.size.value_or(0));
}

void checkFile(const FileTree &tree, InodeId id, std::uint32_t blockSize)
{
    const Inode &inode = tree.inode(id);
    const auto refuse = [&](const QString &why, const QString &advice) {
        throw Error(translated("formats", "SquashFS cannot hold the %1")
                        .arg(translated("tree", fileTypeName(inode.type))),
                    displayPath(tree.path(tree.names(id)[0])), why, advice);
    };
    const std::uint64_t largest = squashFsLargestFile(blockSize);
    if (inode.isRegular() && inode.size > largest)
        refuse(translated("formats", "It is larger than %1.").arg(formatSize(largest)),
               translated("formats", "Leave it out."));
    // Linux counts a list's bytes in 31 bits.
    constexpr std::size_t suspicious = 1 << 20;
    if (inode.isDirectory() && tree.children(tree.names(id)[0]).size() > suspicious &&
        squashFsLargestListing(tree, tree.names(id)[0]) > INT32_MAX)
        refuse(translated("formats", "It has too many names."),
               translated("formats", "Spread them over several folders."));
}

// Returns how many regular bytes there are; all that is refused is refused here, or by owners and attributes.
std::uint64_t checkTree(const FileTree &tree, const SquashFsOptions &options, Progress &progress)
{
    if (!std::has_single_bit(options.blockSize) || options.blockSize < kSquashFsSmallestBlock ||
        options.blockSize > kSquashFsLargestBlock)
        throw Error(translated("formats", "Cannot plan the image"), {},
                    translated("formats", "Blocks of %1 bytes are not possible.").arg(options.blockSize),
                    translated("formats", "Give a power of two from 4096 to 1048576."));
    std::uint32_t untimely = 0;
    InodeId first = kNoId;
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        checkFile(tree, id, options.blockSize);
        if (!squashFsHoldsTime(tree.inode(id).mtimeSeconds) && ++untimely == 1)
            first = id;
    }
    if (untimely > 0)
        progress.log(Progress::Severity::Warning,
                     translated("formats",
                                "%1 files have times that SquashFS cannot hold (1970 to 2106) and get the "
                                "nearest one; the first is %2.")
                         .arg(untimely)
                         .arg(displayPath(tree.path(tree.names(first)[0]))));
    return tree.contentBytes();
}

SquashFsPackers makePackers(const SquashFsOptions &options, const Progress &progress)
{
    SquashFsPackers packers;
    for (unsigned i = 0; i < options.usedThreads(); ++i)
        packers.push_back(
            makeSquashFsPacker(options.compression, options.level, options.blockSize, progress));
    return packers;
}

// What is read of a file, holes left out.
std::uint64_t storedBytesOf(const FileTree &tree, InodeId id, std::uint32_t blockSize)
{
    const Inode &inode = tree.inode(id);
    if (!inode.isRegular())
        return 0;
    if (inode.contentKind != ContentKind::Extents && inode.contentKind != ContentKind::Packed)
        return inode.size;
    std::uint64_t bytes = 0;
    for (std::uint64_t offset = 0; offset < inode.size;) {
        offset = nextStoredByte(tree, id, offset) / blockSize * blockSize;
        if (offset >= inode.size)
            break;
        bytes += std::min<std::uint64_t>(blockSize, inode.size - offset);
        offset += blockSize;
    }
    return bytes;
}

// Of all files, without those that share the content of another one; originals may be empty.
std::uint64_t storedBytes(const FileTree &tree, std::span<const InodeId> originals, std::uint32_t blockSize)
{
    std::uint64_t bytes = 0;
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        if (originals.empty() || originals[id] == id)
            bytes += storedBytesOf(tree, id, blockSize);
    return bytes;
}

// Gives the file its size; what stands behind the used bytes becomes zeros.
std::uint64_t setSize(const OutputFile &file, std::uint64_t used, const SquashFsOptions &options)
{
    const std::uint64_t needed = padded(used);
    const std::uint64_t size = options.size.value_or(needed);
    if (size < needed)
        throw Error(translated("formats", "The tree does not fit into the image"), {},
                    translated("formats", "It needs %1 bytes (%2); the image has %3 bytes (%4).")
                        .arg(needed)
                        .arg(formatSize(needed))
                        .arg(size)
                        .arg(formatSize(size)),
                    translated("formats", "Give the image a larger size, let it fit its content, or leave "
                                          "something out."));
    if (ftruncate(file.fd(), static_cast<off_t>(used)) != 0 ||
        ftruncate(file.fd(), static_cast<off_t>(size)) != 0)
        throw file.error(errno);
    return size;
}

SquashFsSuperblock makeSuperblock(const FileTree &tree, const SquashFsOptions &options, std::uint32_t time)
{
    SquashFsSuperblock super;
    super.inodes = tree.inodeCount();
    super.time = time;
    super.blockSize = options.blockSize;
    super.blockLog = static_cast<std::uint16_t>(std::countr_zero(options.blockSize));
    super.compression = static_cast<std::uint16_t>(options.compression);
    super.flags = kSquashFsExportable | kSquashFsDuplicates;
    return super;
}

// Behind the superblock's place; returns where the files' bytes begin.
std::uint64_t writeCompressorOptions(const OutputFile &file, const SquashFsOptions &options,
                                     SquashFsSuperblock &super)
{
    const std::string bytes = squashFsCompressorOptions(options.compression, options.level);
    if (bytes.empty())
        return kSquashFsSuperblockSize;
    super.flags |= kSquashFsHasOptions;
    std::string block;
    appendLittle(block, static_cast<std::uint16_t>(bytes.size() | kSquashFsMetadataStored));
    block += bytes;
    file.writeAt(kSquashFsSuperblockSize, block);
    return kSquashFsSuperblockSize + block.size();
}

} // namespace

ImageReport writeSquashFs(const FileTree &tree, const std::string &path, const SquashFsOptions &options,
                          Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(translated("formats", "Planning the image"), tree.inodeCount(),
                        Progress::Unit::Entries);
    ImageReport report;
    report.contentBytes = checkTree(tree, options, progress);
    report.inodes = tree.inodeCount();
    const SquashFsPackers packers = makePackers(options, progress);
    const SquashFsOwners owners(tree);
    const SquashFsXattrs xattrs(tree);
    const FilesystemIdentity identity = identityOf(tree, saltOf(options), options, progress);

    const std::vector<InodeId> originals = findEqualContents(tree, file, options.usedThreads(), progress);
    progress.beginPhase(translated("formats", "Writing the image"),
                        storedBytes(tree, originals, options.blockSize), Progress::Unit::Bytes);
    SquashFsSuperblock super = makeSuperblock(tree, options, identity.now);
    const std::uint64_t begin = writeCompressorOptions(file, options, super);
    SquashFsContents contents(tree.inodeCount());
    SquashFsPlan plan(tree, options.blockSize, originals);
    const std::uint64_t end =
        SquashFsFiller(tree, options.blockSize, plan, contents, file, begin, progress).run(packers);

    progress.beginPhase(translated("formats", "Writing the tables"), tree.inodeCount(),
                        Progress::Unit::Entries);
    super.bytesUsed =
        SquashFsTables(tree, contents, owners, xattrs, options.blockSize, packers, file, progress)
            .write(end, super);
    file.writeAt(0, super.encode());
    report.bytes = setSize(file, super.bytesUsed, options);
    if (options.check)
        options.check(file.temporaryPath());
    file.flush(progress);
    progress.throwIfCancelled();
    file.commit();
    return report;
}

bool squashFsHoldsTime(std::int64_t seconds)
{
    return clampSquashFsTime(seconds) == seconds;
}

std::uint64_t squashFsSizeEstimate(const FileTree &tree, const SquashFsOptions &options)
{
    Progress progress;
    checkTree(tree, options, progress);
    const SquashFsOwners owners(tree);
    const SquashFsXattrs xattrs(tree);
    constexpr std::uint64_t compressorOptions = 64; // at most
    const std::uint64_t bytes = kSquashFsSuperblockSize + compressorOptions +
                                storedBytes(tree, {}, options.blockSize) +
                                squashFsLargestTables(tree, xattrs, owners.count(), options.blockSize);
    return std::max(options.size.value_or(0), padded(bytes));
}

} // namespace Refbox
