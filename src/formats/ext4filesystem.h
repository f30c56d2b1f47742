// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// libext2fs behind a small owner: its handle over a file descriptor, its codes turned into Errors once.
// Format: Linux' Documentation/filesystems/ext4, and libext2fs' headers. One thread.
#pragma once

#include "jobs/error.h"

#include <bit>
#include <memory>
#include <string>

#include <ext2fs/ext2fs.h>

namespace Refbox {

// Structures of the format are filled and read in place.
static_assert(std::endian::native == std::endian::little, "the ext4 code needs a little-endian machine");

struct Ext4Closer
{
    void operator()(ext2_filsys fs) const { ext2fs_free(fs); } // whoever writes flushes before
};
using Ext4Handle = std::unique_ptr<struct_ext2_filsys, Ext4Closer>;

/// The I/O manager for libext2fs over an open file of this process. It neither caches nor flushes.
io_manager ext4DescriptorIo();
/// What to give as the device's name; -1: a disk of zeros that forgets what is written to it.
std::string ext4DescriptorName(int fd);

/// Why libext2fs failed, in words.
QString ext4ErrorText(errcode_t code);

/// The message of what cannot be done where, for code != 0.
void throwExt4Error(errcode_t code, const QString &failed, const std::string &path);

} // namespace Refbox
