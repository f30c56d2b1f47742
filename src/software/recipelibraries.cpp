// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/recipelibraries.h"

#include "software/treemerge.h"

namespace Refbox {

MachineLibraries machineLibraries(const std::vector<PlacedTree> &trees, FileView &machine, Progress &progress)
{
    FileTreeBuilder builder;
    for (const PlacedTree &placed : trees)
        mergeTree(builder, placed.prefix, *placed.tree);
    const FileTreePtr merged = builder.build();
    TreeView own(*merged);
    OverlayView view(own, machine);
    LibraryResolver resolver(view);
    LibraryCollector collector(resolver);
    MachineLibraries needed;
    const FileTree &tree = *trees.front().tree;
    const std::string prefix = trees.front().prefix == "/" ? std::string() : trees.front().prefix;
    collector.setOther([&](const std::string &path) {
        if (merged->find(path) == kNoId)
            return false;
        if (!path.starts_with(prefix) || tree.find(path.substr(prefix.size())) == kNoId)
            needed.ofOthers.insert(path);
        return true;
    });
    for (InodeId inode = 0; inode < tree.inodeCount(); ++inode) {
        progress.throwIfCancelled();
        if (!tree.inode(inode).isRegular() || tree.inode(inode).size == 0)
            continue;
        const std::string path = tree.path(tree.names(inode).front());
        const ViewFile *file = view.lookup(prefix + path);
        if (file == nullptr)
            continue;
        if (const ElfReading &reading = view.elf(*file); reading.info)
            collector.add(prefix + path, path, *reading.info, needed.remarks);
    }
    needed.libraries = collector.libraries();
    needed.tree = collector.tree(needed.remarks);
    return needed;
}

} // namespace Refbox
