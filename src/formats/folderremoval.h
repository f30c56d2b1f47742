// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Listing and emptying a folder through its descriptor: no path is ever walked twice, and no symbolic link is
// followed, whoever may be at work in it. Any thread.
#pragma once

#include "formats/filedescriptor.h"

#include <memory>

#include <dirent.h>

namespace Refbox {

using FolderStream = std::unique_ptr<DIR, int (*)(DIR *)>;

/// Null where it cannot be listed.
FolderStream openFolderStream(FileDescriptor fd);

/// The next name but "." and ".."; nullptr at the end.
const dirent *nextFolderName(const FolderStream &stream);

/// Removes all below a folder, immutable files too, as far as it goes.
void removeFolderContents(int root);

} // namespace Refbox
