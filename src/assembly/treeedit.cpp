// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/treeedit.h"

#include <algorithm>

namespace Refbox {

std::vector<std::string_view> pathParts(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0)
            parts.push_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

std::string joinPath(std::string_view folder, std::string_view rest)
{
    std::string path(folder);
    while (path.ends_with('/'))
        path.pop_back();
    while (rest.starts_with('/'))
        rest.remove_prefix(1);
    return path + "/" + std::string(rest);
}

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string_view parentPath(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos || slash == 0 ? std::string_view("/") : path.substr(0, slash);
}

FileTreeBuilder::Handle makeFolders(FileTreeBuilder &builder, FileTreeBuilder::Handle top,
                                    std::string_view path, const Metadata &metadata, std::string *blocker)
{
    FileTreeBuilder::Handle folder = top;
    for (const std::string_view name : pathParts(path)) {
        FileTreeBuilder::Handle next = builder.child(folder, name);
        if (next == FileTreeBuilder::kNone) {
            next = builder.addDirectory(folder, name, metadata);
        } else if (!builder.inode(next).isDirectory()) {
            if (blocker != nullptr)
                *blocker = builder.path(next);
            return FileTreeBuilder::kNone;
        }
        folder = next;
    }
    return folder;
}

} // namespace Refbox
