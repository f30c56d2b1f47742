// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofswriter.h"

#include "formats/erofsfiller.h"
#include "formats/erofslayout.h"
#include "formats/imagewriting.h"
#include "jobs/text.h"

#include <cerrno>

#include <unistd.h>

namespace Refbox {

namespace {

std::string saltOf(const ImageOptions &options)
{
    return "erofs\n" + options.label + '\n' + std::to_string(options.size.value_or(0));
}

ErofsLayout planLayout(const FileTree &tree, const ImageOptions &options, Progress &progress)
{
    checkImageOptions(options, kErofsLongestLabel);
    const FilesystemIdentity identity = identityOf(tree, saltOf(options), options, progress);
    return ErofsLayout(tree, identity, progress);
}

std::uint64_t fileSize(const ErofsLayout &layout, const ImageOptions &options)
{
    return imageBytes(std::uint64_t{layout.dataEnd()} * kErofsBlockSize, options);
}

ErofsSuperblock superblockOf(const ErofsLayout &layout, const ImageOptions &options)
{
    ErofsSuperblock super;
    super.compatible = kErofsChecksum | kErofsMtime;
    super.incompatible = layout.hasChunks() ? kErofsChunked : 0;
    super.rootSlot = static_cast<std::uint16_t>(layout.slotOf(0));
    super.inodes = layout.tree().inodeCount();
    super.time = layout.identity().now;
    super.blocks = layout.dataEnd();
    super.xattrBlock = layout.xattrs().shared().empty() ? 0 : layout.xattrBlock();
    super.uuid = layout.identity().uuid;
    super.label = options.label;
    return super;
}

// Its checksum is of the inodes behind it too.
void writeSuperblock(const ErofsSuperblock &super, const OutputFile &file)
{
    std::vector<char> bytes(kErofsBlockSize - kErofsSuperblockAt);
    std::size_t got = 0;
    while (got < bytes.size()) {
        const ssize_t n = pread(file.fd(), bytes.data() + got, bytes.size() - got,
                                static_cast<off_t>(kErofsSuperblockAt + got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw file.error(n < 0 ? errno : EIO);
        got += static_cast<std::size_t>(n);
    }
    encodeErofsSuperblock(super, bytes);
    setErofsChecksum(bytes);
    file.writeAt(kErofsSuperblockAt, bytes);
}

ImageReport reportOf(const ErofsLayout &layout, std::uint64_t bytes)
{
    ImageReport report;
    report.bytes = bytes;
    report.contentBytes = layout.contentBytes();
    report.inodes = layout.tree().inodeCount();
    report.uuid = uuidText(layout.identity().uuid);
    return report;
}

} // namespace

ImageReport writeErofs(const FileTree &tree, const std::string &path, const ImageOptions &options,
                       Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(translated("formats", "Planning the image"), tree.inodeCount(),
                        Progress::Unit::Entries);
    const ErofsLayout layout = planLayout(tree, options, progress);
    const std::uint64_t bytes = fileSize(layout, options);
    if (bytes > INT64_MAX || ftruncate(file.fd(), static_cast<off_t>(bytes)) != 0)
        throw file.error(bytes > INT64_MAX ? EFBIG : errno);
    progress.beginPhase(translated("formats", "Writing the image"),
                        std::uint64_t{layout.dataEnd()} * kErofsBlockSize, Progress::Unit::Bytes);
    ErofsFiller(layout, file, options.earlier, progress).run(options.usedThreads());
    writeSuperblock(superblockOf(layout, options), file);
    ImageReport report = reportOf(layout, bytes);
    commitImage(file, options, progress);
    return report;
}

std::uint64_t erofsSize(const FileTree &tree, const ImageOptions &options)
{
    Progress progress;
    return fileSize(planLayout(tree, options, progress), options);
}

} // namespace Refbox
