// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What kind of file something is, by its name, place and mode alone: nothing is read. Any thread.
#pragma once

#include "tree/filetree.h"

#include <QColor>
#include <QString>

namespace Refbox {

enum class FileKind { Program, Library, Script, Configuration, Documentation, Archive, Media, Other };

inline constexpr int kFileKinds = 8;

FileKind fileKindOf(const FileTree &tree, NodeId file);

/// "Programs", "Libraries", …
QString fileKindName(FileKind kind);

QColor fileKindColour(FileKind kind, bool dark);

} // namespace Refbox
