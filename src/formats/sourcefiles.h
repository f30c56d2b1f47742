// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening the files of a tree one after the other for an image's writer, which must not mix the old and the
// new bytes of a file that somebody writes to meanwhile. For one thread.
#pragma once

#include "formats/outputfile.h"
#include "tree/content.h"

#include <memory>

namespace Refbox {

class SourceFiles final
{
public:
    /// Both must outlive it.
    SourceFiles(const FileTree &tree, const OutputFile &image);

    /// Valid until the next call. Throws Error where the source is gone, and where the one before changed
    /// since this object was made, or is the file that the image will replace.
    const ContentReader &open(InodeId id);
    /// After the last file: it is checked here.
    void finish();

private:
    const FileTree &m_tree;
    const OutputFile &m_image;
    std::int64_t m_start; // nanoseconds since 1970
    InodeId m_id = kNoId;
    std::unique_ptr<ContentReader> m_reader;
};

} // namespace Refbox
