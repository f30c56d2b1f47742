// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/extshape.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <bit>

namespace Refbox {

namespace {

struct Feature
{
    std::string_view name;
    bool ExtShape::*member;
};
constexpr std::array<Feature, 8> kFeatures{{
    {"has_journal", &ExtShape::journal},
    {"dir_index", &ExtShape::indexed},
    {"extent", &ExtShape::extents},
    {"flex_bg", &ExtShape::flexGroups},
    {"64bit", &ExtShape::wide},
    {"metadata_csum", &ExtShape::checksums},
    {"dir_nlink", &ExtShape::manySubfolders},
    {"huge_file", &ExtShape::hugeFiles},
}};

ExtShape usualShape(ImageFormat version)
{
    ExtShape shape;
    shape.version = version;
    if (version != ImageFormat::Ext4)
        shape.extents = shape.flexGroups = shape.wide = shape.checksums = shape.manySubfolders =
            shape.hugeFiles = false;
    if (version == ImageFormat::Ext2)
        shape.journal = false;
    shape.journalAnyway = version == ImageFormat::Ext3; // which is ext2 without
    return shape;
}

Error refusal(const QString &where, const QString &why, const QString &advice)
{
    return Error(translated("formats", "Cannot plan the image"), where, why, advice);
}

void setFeature(ExtShape &shape, std::string_view name)
{
    const bool on = !name.starts_with('^');
    const auto feature = std::ranges::find(kFeatures, on ? name : name.substr(1), &Feature::name);
    if (feature == kFeatures.end()) {
        QStringList known;
        for (const Feature &f : kFeatures)
            known += QString::fromLatin1(f.name.data(), static_cast<qsizetype>(f.name.size()));
        throw refusal(displayPath(std::string(name)),
                      translated("formats", "This program does not know that feature of a file system."),
                      translated("formats", "Choose among %1, with ^ before a name to leave it out.")
                          .arg(known.join(QStringLiteral(", "))));
    }
    shape.*feature->member = on;
    if (feature->member == &ExtShape::journal)
        shape.journalAnyway = on;
}

void checkShape(const ExtShape &shape)
{
    const ExtShape usual = usualShape(shape.version);
    const auto demand = [](bool holds, const QString &why) {
        if (!holds)
            throw refusal({}, why, translated("formats", "Choose other features, or another file system."));
    };
    if (shape.version != ImageFormat::Ext4)
        demand(shape.extents == usual.extents && shape.flexGroups == usual.flexGroups &&
                   shape.wide == usual.wide && shape.checksums == usual.checksums &&
                   shape.manySubfolders == usual.manySubfolders && shape.hugeFiles == usual.hugeFiles &&
                   shape.journal == usual.journal,
               translated("formats", "%1 is defined by its features: only dir_index can be left out.")
                   .arg(QLatin1String(shape.name())));
    demand(!shape.wide || shape.extents, translated("formats", "64bit needs extent."));
}

} // namespace

const char *ExtShape::name() const
{
    return version == ImageFormat::Ext2 ? "ext2" : version == ImageFormat::Ext3 ? "ext3" : "ext4";
}

std::uint64_t ExtShape::largestFile() const
{
    constexpr std::uint64_t mostSectors = UINT32_MAX; // without huge_file, of 512 bytes
    constexpr std::uint64_t direct = 12;
    std::uint64_t blocks = UINT32_MAX - 1;
    if (!extents) {
        const std::uint64_t pointers = blockSize / sizeof(std::uint32_t);
        blocks = direct + pointers + pointers * pointers + pointers * pointers * pointers;
        // Blocks of the list itself count among the sectors, too.
        blocks = std::min(blocks, (mostSectors / (blockSize / 512)) * 99 / 100);
    } else if (!hugeFiles) {
        blocks = std::min(blocks, (mostSectors / (blockSize / 512)) * 99 / 100);
    }
    return blocks * blockSize;
}

std::uint32_t ExtShape::lostFoundBlocks() const
{
    constexpr std::uint32_t bytes = 16384; // as mke2fs has it; never with a block list of its own
    return std::min<std::uint32_t>(12, bytes / blockSize);
}

ExtShape extShapeOf(const ImageOptions &options)
{
    ExtShape shape = usualShape(options.format);
    if (options.blockSize != 0)
        shape.blockSize = options.blockSize;
    if (!std::has_single_bit(shape.blockSize) || shape.blockSize < kExtSmallestBlock ||
        shape.blockSize > kExtLargestBlock)
        throw refusal(QString::number(shape.blockSize),
                      translated("formats", "%1 has blocks of 1024, 2048 or 4096 bytes here.")
                          .arg(QLatin1String(shape.name())),
                      translated("formats", "Choose one of these sizes."));
    for (const std::string &feature : options.features)
        setFeature(shape, feature);
    checkShape(shape);
    return shape;
}

std::string extShapeText(const ExtShape &shape)
{
    std::string text = shape.name() + (' ' + std::to_string(shape.blockSize));
    for (const Feature &feature : kFeatures)
        text += shape.*feature.member ? '1' : '0';
    if (shape.journalAnyway)
        text += '!';
    return text;
}

} // namespace Refbox
