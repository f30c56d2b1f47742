// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/imagewriting.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <cmath>

namespace Refbox {

void checkImageOptions(const ImageOptions &options, std::size_t longestLabel)
{
    const QString failed = translated("formats", "Cannot plan the image");
    if (options.label.size() > longestLabel)
        throw Error(failed, displayPath(options.label),
                    translated("formats", "A label has at most %1 bytes.").arg(longestLabel),
                    translated("formats", "Give a shorter label."));
    if (options.freePercent < 0 || options.freePercent > 95 || !std::isfinite(options.freePercent))
        throw Error(failed, {},
                    translated("formats", "The free space asked for is not between 0 and 95 percent."));
}

void refuseSmallImage(std::uint64_t needed, std::uint64_t size)
{
    throw Error(translated("formats", "The tree does not fit into the image"), {},
                translated("formats", "It needs %1 bytes (%2); the image has %3 bytes (%4).")
                    .arg(needed)
                    .arg(formatSize(needed))
                    .arg(size)
                    .arg(formatSize(size)),
                translated("formats",
                           "Give the image a larger size, let it fit its content, or leave something out."));
}

std::uint64_t imageBytes(std::uint64_t needed, const ImageOptions &options)
{
    if (options.size && *options.size < needed)
        refuseSmallImage(needed, *options.size);
    return options.size.value_or(needed);
}

void warnOfTimes(const FileTree &tree, const char *format, std::int64_t earliest, std::int64_t latest,
                 Progress &progress)
{
    std::uint32_t count = 0;
    InodeId first = kNoId;
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        const std::int64_t seconds = tree.inode(id).mtimeSeconds;
        if ((seconds < earliest || seconds > latest) && ++count == 1)
            first = id;
    }
    if (count > 0)
        progress.log(Progress::Severity::Warning,
                     translated("formats",
                                "%1 files have times that %2 cannot hold, and get the nearest one; "
                                "the first is %3.")
                         .arg(count)
                         .arg(QLatin1String(format), displayPath(tree.path(tree.names(first)[0]))));
}

void commitImage(OutputFile &file, const ImageOptions &options, Progress &progress)
{
    if (options.check)
        options.check(file.temporaryPath());
    file.flush(progress);
    progress.throwIfCancelled();
    file.commit();
}

} // namespace Refbox
