// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/opentree.h"

#include "formats/archivereader.h"
#include "formats/folderreader.h"
#include "formats/imageformat.h"
#include "formats/spool.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <cerrno>

#include <sys/stat.h>

namespace Refbox {

OpenedTree openTree(const std::string &path, Progress &progress)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0)
        throw Error::fromErrno(translated("formats", "Cannot open"), path, errno);
    if (S_ISDIR(status.st_mode)) {
        FolderContents folder = readFolder(path, FolderReadOptions(), progress);
        return {std::move(folder.tree), translated("formats", "folder").toStdString(),
                std::move(folder.remarks)};
    }
    if (!S_ISREG(status.st_mode) && !S_ISBLK(status.st_mode))
        throw Error(translated("formats", "Cannot open"), displayPath(path),
                    translated("formats", "It is neither a folder nor a file."),
                    translated("formats", "Give an image, an archive or a folder."));
    if (const auto format = recogniseImage(path))
        return {readImage(*format, path, progress),
                translated("formats", "%1 image").arg(imageTitle(*format)).toStdString(),
                {}};
    Spool spool;
    ArchiveContents contents = readArchive(path, spool, progress);
    return {std::move(contents.tree), std::move(contents.format), std::move(contents.remarks)};
}

} // namespace Refbox
