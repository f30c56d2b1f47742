// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfswriter.h"

#include "formats/filesystemidentity.h"
#include "formats/imagewriting.h"
#include "formats/squashfsduplicates.h"
#include "formats/squashfsfiller.h"
#include "formats/squashfstables.h"
#include "formats/squashfstakeover.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <span>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kPadding = 4096; // of loop devices; mksquashfs does the same

std::uint64_t padded(std::uint64_t bytes)
{
    return (bytes + kPadding - 1) / kPadding * kPadding;
}

std::uint32_t blockSizeOf(const ImageOptions &options)
{
    return options.blockSize == 0 ? kSquashFsUsualBlock : options.blockSize;
}

SquashFsCompression compressionOf(ImageCompression compression)
{
    switch (compression) {
    case ImageCompression::Gzip:
        return SquashFsCompression::Gzip;
    case ImageCompression::Xz:
        return SquashFsCompression::Xz;
    case ImageCompression::Lz4:
        return SquashFsCompression::Lz4;
    case ImageCompression::Usual:
    case ImageCompression::Zstd:
        break;
    }
    return SquashFsCompression::Zstd;
}

std::string saltOf(const ImageOptions &options)
{
    return "squashfs\n" + std::to_string(static_cast<unsigned>(compressionOf(options.compression))) + '\n' +
           std::to_string(options.level) + '\n' + std::to_string(blockSizeOf(options)) + '\n' +
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
std::uint64_t checkTree(const FileTree &tree, const ImageOptions &options, Progress &progress)
{
    const std::uint32_t blockSize = blockSizeOf(options);
    if (!std::has_single_bit(blockSize) || blockSize < kSquashFsSmallestBlock ||
        blockSize > kSquashFsLargestBlock)
        throw Error(translated("formats", "Cannot plan the image"), {},
                    translated("formats", "Blocks of %1 bytes are not possible.").arg(blockSize),
                    translated("formats", "Give a power of two from 4096 to 1048576."));
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        checkFile(tree, id, blockSize);
    warnOfTimes(tree, "SquashFS", kSquashFsEarliest, kSquashFsLatest, progress);
    return tree.contentBytes();
}

SquashFsPackers makePackers(const ImageOptions &options, const Progress &progress)
{
    SquashFsPackers packers;
    for (unsigned i = 0; i < options.usedThreads(); ++i)
        packers.push_back(makeSquashFsPacker(compressionOf(options.compression), options.level,
                                             blockSizeOf(options), progress));
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
std::uint64_t setSize(const OutputFile &file, std::uint64_t used, const ImageOptions &options)
{
    const std::uint64_t size = imageBytes(padded(used), options);
    if (ftruncate(file.fd(), static_cast<off_t>(used)) != 0 ||
        ftruncate(file.fd(), static_cast<off_t>(size)) != 0)
        throw file.error(errno);
    return size;
}

SquashFsSuperblock makeSuperblock(const FileTree &tree, const ImageOptions &options, std::uint32_t time)
{
    SquashFsSuperblock super;
    super.inodes = tree.inodeCount();
    super.time = time;
    super.blockSize = blockSizeOf(options);
    super.blockLog = static_cast<std::uint16_t>(std::countr_zero(super.blockSize));
    super.compression = static_cast<std::uint16_t>(compressionOf(options.compression));
    super.flags = kSquashFsExportable | kSquashFsDuplicates;
    return super;
}

// Behind the superblock's place; returns where the files' bytes begin.
std::uint64_t writeCompressorOptions(const OutputFile &file, const ImageOptions &options,
                                     SquashFsSuperblock &super)
{
    const std::string bytes = squashFsCompressorOptions(compressionOf(options.compression), options.level);
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

int highestSquashFsLevel(ImageCompression compression)
{
    return highestSquashFsLevel(compressionOf(compression));
}

ImageReport writeSquashFs(const FileTree &tree, const std::string &path, const ImageOptions &options,
                          Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(translated("formats", "Planning the image"), tree.inodeCount(),
                        Progress::Unit::Entries);
    const std::uint32_t blockSize = blockSizeOf(options);
    ImageReport report;
    report.contentBytes = checkTree(tree, options, progress);
    report.inodes = tree.inodeCount();
    const SquashFsPackers packers = makePackers(options, progress);
    const SquashFsOwners owners(tree);
    const SquashFsXattrs xattrs(tree);
    const FilesystemIdentity identity = identityOf(tree, saltOf(options), options, progress);

    const std::vector<InodeId> originals = findEqualContents(tree, file, options.usedThreads(), progress);
    progress.beginPhase(translated("formats", "Writing the image"), storedBytes(tree, originals, blockSize),
                        Progress::Unit::Bytes);
    SquashFsSuperblock super = makeSuperblock(tree, options, identity.now);
    const std::uint64_t begin = writeCompressorOptions(file, options, super);
    SquashFsContents contents(tree.inodeCount());
    SquashFsPlan plan(tree, blockSize, originals);
    std::optional<SquashFsTakeover> takeover;
    if (options.earlier)
        takeover.emplace(*options.earlier);
    const std::uint64_t end = SquashFsFiller(tree, blockSize, plan, contents, takeover ? &*takeover : nullptr,
                                             file, begin, progress)
                                  .run(packers);
    if (options.earlier)
        options.earlier->requireUntouched();

    progress.beginPhase(translated("formats", "Writing the tables"), tree.inodeCount(),
                        Progress::Unit::Entries);
    super.bytesUsed =
        SquashFsTables(tree, contents, owners, xattrs, blockSize, packers, file, progress).write(end, super);
    file.writeAt(0, super.encode());
    report.bytes = setSize(file, super.bytesUsed, options);
    commitImage(file, options, progress);
    return report;
}

std::uint64_t squashFsSizeEstimate(const FileTree &tree, const ImageOptions &options)
{
    Progress progress;
    checkTree(tree, options, progress);
    const std::uint32_t blockSize = blockSizeOf(options);
    const SquashFsOwners owners(tree);
    const SquashFsXattrs xattrs(tree);
    constexpr std::uint64_t compressorOptions = 64; // at most
    const std::uint64_t bytes = kSquashFsSuperblockSize + compressorOptions +
                                storedBytes(tree, {}, blockSize) +
                                squashFsLargestTables(tree, xattrs, owners.count(), blockSize);
    return std::max(options.size.value_or(0), padded(bytes));
}

} // namespace Refbox
