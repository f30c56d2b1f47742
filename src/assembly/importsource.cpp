// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/importsource.h"

#include "assembly/treeedit.h"
#include "formats/archiveparts.h"
#include "formats/imageformat.h"
#include "formats/opentree.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/treememory.h"
#include "tree/sides.h"

#include <filesystem>
#include <optional>

namespace Refbox {

namespace {

namespace fs = std::filesystem;

QString cannotImport()
{
    return translated("assembly", "Cannot import the vserver");
}

// An archive whose content stays in it, or in one blob of what it unpacks to; or an image.
ArchiveContents readFile(const std::string &path, const std::vector<std::string> &files, Progress &progress)
{
    const Store store;
    return rememberedTree(files, "in place", store, [&] {
        std::error_code ignored;
        const bool mayBeImage = fs::is_regular_file(path, ignored) || fs::is_block_file(path, ignored);
        if (const auto format = mayBeImage ? recogniseImage(path) : std::nullopt) {
            ArchiveContents contents;
            contents.tree = readImage(*format, path, progress);
            return contents;
        }
        ArchiveOptions options;
        options.contentInPlace = true;
        const auto read = [&] {
            StoreSink sink(store);
            ArchiveContents contents = readJoinedArchive(files, sink, options, progress);
            sink.flush();
            return contents;
        };
        ArchiveContents contents = read();
        // A blob that stood there before may be damaged, and nobody asks for its parts' checksums later.
        return !contents.blob || store.verify(*contents.blob) ? std::move(contents) : read();
    });
}

} // namespace

ImportSource readImportSource(const Import &import, const std::string &path, Progress &progress)
{
    ImportSource source;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        source.files = {path};
        OpenedTree folder = openTree(path, progress);
        source.tree = std::move(folder.tree);
        source.remarks = std::move(folder.remarks);
    } else {
        source.files = archiveParts(path);
        ArchiveContents contents = readFile(path, source.files, progress);
        source.tree = std::move(contents.tree);
        source.remarks = std::move(contents.remarks);
    }
    source.top = source.tree->find(import.folder);
    if (source.top == kNoId || !source.tree->inodeAt(source.top).isDirectory())
        throw Error(cannotImport(), displayPath(path),
                    translated("assembly", "It has no folder %1.").arg(displayPath(import.folder)),
                    translated("assembly", "Give the path of a folder in it."));
    const Sides sides = guessSides(*source.tree);
    if (source.top == FileTree::root() && sides.areKnown())
        throw Error(cannotImport(), displayPath(path),
                    translated("assembly", "It is a whole package, with a refbox and vservers."),
                    translated("assembly", "Say which vserver is meant, such as the folder %1.")
                        .arg(displayPath(source.tree->path(sides.vservers.front()))));
    return source;
}

std::string vserverNameFor(const std::string &path)
{
    std::string plain = path;
    while (plain.size() > 1 && plain.ends_with('/'))
        plain.pop_back();
    const std::string name(baseName(plain));
    return name.substr(0, name.find('.', 1));
}

} // namespace Refbox
