// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/imageformat.h"

#include "formats/erofsreader.h"
#include "formats/erofswriter.h"
#include "formats/ext4reader.h"
#include "formats/ext4writer.h"
#include "formats/extshape.h"
#include "formats/iso9660format.h"
#include "formats/iso9660reader.h"
#include "formats/iso9660writer.h"
#include "formats/reiserfsformat.h"
#include "formats/reiserfsreader.h"
#include "formats/reiserfswriter.h"
#include "formats/squashfsformat.h"
#include "formats/squashfsreader.h"
#include "formats/squashfswriter.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr ImageFormatInfo extInfo(ImageFormat format, std::string_view name)
{
    return {.format = format,
            .name = name,
            .title = name,
            .labelBytes = kExt4LongestLabel,
            .smallestBlock = kExtSmallestBlock,
            .largestBlock = kExtLargestBlock,
            .hasFeatures = true};
}

constexpr std::array<ImageFormatInfo, 7> kFormats{{
    extInfo(ImageFormat::Ext2, "ext2"),
    extInfo(ImageFormat::Ext3, "ext3"),
    extInfo(ImageFormat::Ext4, "ext4"),
    {.format = ImageFormat::SquashFs,
     .name = "squashfs",
     .title = "SquashFS",
     .readOnly = true,
     .exactSize = false,
     .labelBytes = 0,
     .smallestBlock = kSquashFsSmallestBlock,
     .largestBlock = kSquashFsLargestBlock},
    {.format = ImageFormat::Erofs,
     .name = "erofs",
     .title = "EROFS",
     .readOnly = true,
     .labelBytes = kErofsLongestLabel},
    {.format = ImageFormat::Iso9660,
     .name = "iso9660",
     .title = "ISO 9660",
     .readOnly = true,
     .labelBytes = kIso9660LongestLabel},
    {.format = ImageFormat::ReiserFs,
     .name = "reiserfs",
     .title = "ReiserFS",
     .labelBytes = kReiserFsLongestLabel},
}};

ImageAbilities extAbilities(const ImageOptions &options)
{
    const ExtShape shape = extShapeOf(options);
    ImageAbilities can;
    can.earliest = earliestExt4Time();
    can.latest = latestExt4Time();
    can.mostLinks = shape.mostLinks();
    if (!shape.manySubfolders)
        can.mostSubfolders = shape.mostLinks() - 3;
    can.largestFile = shape.largestFile();
    can.longestTarget = shape.longestTarget();
    return can;
}

ImageAbilities squashFsAbilities(const ImageOptions &options)
{
    ImageAbilities can;
    can.acls = false;
    can.flags = false;
    can.nanoseconds = false;
    can.earliest = kSquashFsEarliest;
    can.latest = kSquashFsLatest;
    can.largestFile = squashFsLargestFile(options.blockSize == 0 ? kSquashFsUsualBlock : options.blockSize);
    return can;
}

ImageAbilities erofsAbilities()
{
    ImageAbilities can;
    can.flags = false;
    can.earliest = std::numeric_limits<std::int64_t>::min();
    can.largestFile = kErofsLargestFile;
    return can;
}

ImageAbilities isoAbilities()
{
    ImageAbilities can;
    can.nanoseconds = false;
    can.earliest = kIsoEarliest;
    can.latest = kIsoLatest;
    can.largestFile = kIso9660LargestFile;
    can.largeMinorsAlone = false;
    return can;
}

ImageAbilities reiserFsAbilities()
{
    ImageAbilities can;
    can.nanoseconds = false;
    can.earliest = kReiserFsEarliest;
    can.latest = kReiserFsLatest;
    can.mostLinks = kReiserFsMostLinks;
    can.largestFile = kReiserFsLargestFile;
    can.longestTarget = kReiserFsLongestTarget;
    return can;
}

} // namespace

std::span<const ImageFormatInfo> imageFormats()
{
    return kFormats;
}

const ImageFormatInfo &imageFormatInfo(ImageFormat format)
{
    return *std::ranges::find(kFormats, format, &ImageFormatInfo::format);
}

std::optional<ImageFormat> imageFormatFromName(std::string_view name)
{
    const auto *const info = std::ranges::find(kFormats, name, &ImageFormatInfo::name);
    return info == kFormats.end() ? std::nullopt : std::optional(info->format);
}

int highestLevel(ImageFormat format, ImageCompression compression)
{
    return format == ImageFormat::SquashFs ? highestSquashFsLevel(compression) : 0;
}

QString imageTitle(ImageFormat format)
{
    const std::string_view title = imageFormatInfo(format).title;
    return QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()));
}

QString imageFormatAdvice(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Ext2:
        return translated("formats", "Every Linux and many boot loaders read it; it has no journal.");
    case ImageFormat::Ext3:
        return translated("formats", "ext2 with a journal, for old kernels that write to the image.");
    case ImageFormat::Ext4:
        return translated("formats", "The usual choice: it keeps everything, and can be changed later.");
    case ImageFormat::SquashFs:
        return translated("formats",
                          "The smallest: compressed and never changed. It has no ACLs and no seals.");
    case ImageFormat::Erofs:
        return translated("formats", "Never changed and fast, with ACLs and attributes. It has no seals.");
    case ImageFormat::Iso9660:
        return translated("formats", "For CD-ROMs: every system reads it. Linux shows neither ACLs nor "
                                     "attributes, and no hard links.");
    case ImageFormat::ReiserFs:
        return translated("formats",
                          "The format of 2005, tight with small files. Kernels up to 6.12 read it.");
    }
    return {};
}

ImageAbilities imageAbilities(const ImageOptions &options)
{
    ImageAbilities can = storedAbilities(options);
    // Linux gives each name an inode, and does not know AAIP (seen with 6.1; verify-image.sh shows it).
    if (options.format == ImageFormat::Iso9660) {
        can.hardLinks = can.acls = can.xattrs = can.flags = false;
        can.longestName = kIso9660LongestName;
    }
    if (options.format == ImageFormat::ReiserFs)
        can.flags = false; // but where it is mounted with attrs
    return can;
}

ImageAbilities storedAbilities(const ImageOptions &options)
{
    switch (options.format) {
    case ImageFormat::SquashFs:
        return squashFsAbilities(options);
    case ImageFormat::Erofs:
        return erofsAbilities();
    case ImageFormat::Iso9660:
        return isoAbilities();
    case ImageFormat::ReiserFs:
        return reiserFsAbilities();
    default:
        return extAbilities(options);
    }
}

CompareOptions storedComparison(const ImageOptions &options)
{
    const ImageAbilities can = storedAbilities(options);
    CompareOptions compare;
    compare.nanoseconds = can.nanoseconds;
    compare.earliest = can.earliest;
    compare.latest = can.latest;
    compare.flags = can.flags;
    compare.links = can.hardLinks;
    compare.acls = can.acls;
    compare.xattrs = can.xattrs;
    compare.xattrsOfAll = can.xattrsOfAll;
    return compare;
}

ImageReport writeImage(const FileTree &tree, const std::string &path, const ImageOptions &options,
                       Progress &progress)
{
    switch (options.format) {
    case ImageFormat::SquashFs:
        return writeSquashFs(tree, path, options, progress);
    case ImageFormat::Erofs:
        return writeErofs(tree, path, options, progress);
    case ImageFormat::Iso9660:
        return writeIso9660(tree, path, options, progress);
    case ImageFormat::ReiserFs:
        return writeReiserFs(tree, path, options, progress);
    default:
        return writeExt4(tree, path, options, progress);
    }
}

std::uint64_t imageSize(const FileTree &tree, const ImageOptions &options)
{
    switch (options.format) {
    case ImageFormat::SquashFs:
        return squashFsSizeEstimate(tree, options);
    case ImageFormat::Erofs:
        return erofsSize(tree, options);
    case ImageFormat::Iso9660:
        return iso9660Size(tree, options);
    case ImageFormat::ReiserFs:
        return reiserFsSize(tree, options);
    default:
        return ext4Size(tree, options);
    }
}

std::optional<ImageFormat> recogniseImage(const std::string &path)
{
    if (looksLikeSquashFs(path))
        return ImageFormat::SquashFs;
    if (looksLikeErofs(path))
        return ImageFormat::Erofs;
    if (looksLikeIso9660(path))
        return ImageFormat::Iso9660;
    if (looksLikeReiserFs(path))
        return ImageFormat::ReiserFs;
    return extVersionOf(path);
}

FileTreePtr readImage(ImageFormat format, const std::string &path, Progress &progress)
{
    switch (format) {
    case ImageFormat::SquashFs:
        return readSquashFs(path, progress);
    case ImageFormat::Erofs:
        return readErofs(path, progress);
    case ImageFormat::Iso9660:
        return readIso9660(path, progress);
    case ImageFormat::ReiserFs:
        return readReiserFs(path, progress);
    default:
        return readExt4(path, progress);
    }
}

} // namespace Refbox
