// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/imageformat.h"

#include "formats/ext4reader.h"
#include "formats/ext4writer.h"
#include "formats/extshape.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr std::array<ImageFormatInfo, 3> kFormats{{
    {ImageFormat::Ext2, "ext2", "ext2"},
    {ImageFormat::Ext3, "ext3", "ext3"},
    {ImageFormat::Ext4, "ext4", "ext4"},
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
    return storedAbilities(options);
}

ImageAbilities storedAbilities(const ImageOptions &options)
{
    return extAbilities(options);
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
    return writeExt4(tree, path, options, progress);
}

std::uint64_t imageSize(const FileTree &tree, const ImageOptions &options)
{
    return ext4Size(tree, options);
}

std::optional<ImageFormat> recogniseImage(const std::string &path)
{
    return extVersionOf(path);
}

FileTreePtr readImage(ImageFormat, const std::string &path, Progress &progress)
{
    return readExt4(path, progress);
}

} // namespace Refbox
