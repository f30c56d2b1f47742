// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A package whose programs need libraries, one of which is missing.
#pragma once

#include "gui/snapshot.h"
#include "tree/sides.h"
#include "tree/treesizes.h"
#include "unit/software/elfmaker.h"

namespace Refbox {

inline SnapshotPtr snapshotOf(TreeMaker &maker)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->title = QStringLiteral("needs");
    snapshot->tree = maker.builder.build();
    snapshot->bytes = subtreeBytes(*snapshot->tree);
    const Sides sides = guessSides(*snapshot->tree);
    snapshot->refbox = sides.refbox;
    snapshot->vservers = sides.vservers;
    if (sides.refbox != kNoId)
        snapshot->linkMap = buildLinkMap(*snapshot->tree, sides.vservers, sides.refbox);
    return snapshot;
}

/// In the refbox and the same in vsbox01: tool needs liba and libc; liba needs libc and, in vain, libgone;
/// plain needs libc; script is run by tool.
inline SnapshotPtr needsSnapshot()
{
    TreeMaker maker;
    const std::string loader = kMadeLoader;
    maker.library("/refbox" + loader);
    maker.library("/refbox/lib/liba.so", {"libc.so.6", "libgone.so"});
    maker.library("/refbox/lib/libc.so.6");
    maker.program("/refbox/bin/tool", {"liba.so", "libc.so.6"});
    maker.program("/refbox/bin/plain", {"libc.so.6"});
    maker.file("/refbox/bin/script", "#!/bin/tool\n");
    maker.file("/refbox/etc/motd", "Welcome.\n", 0644);
    for (const std::string &path :
         {loader, std::string("/lib/liba.so"), std::string("/lib/libc.so.6"), std::string("/bin/tool"),
          std::string("/bin/plain"), std::string("/bin/script"), std::string("/etc/motd")})
        maker.hardLink("/vsbox01" + path, "/refbox" + path);
    return snapshotOf(maker);
}

} // namespace Refbox
