// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660hardlinks.h"

#include "formats/iso9660fields.h"

#include <sys/stat.h>

namespace Refbox {

namespace {

// What hard links have in common; nullopt for a file with one name.
std::optional<std::uint64_t> keyOf(const IsoFoundFile &file)
{
    const auto &posix = file.fields.posix;
    if (!posix || posix->links < 2)
        return std::nullopt;
    if (posix->serial != 0)
        return std::uint64_t{posix->serial} << 1 | 1;
    if (!S_ISREG(posix->mode) || file.size == 0)
        return std::nullopt;
    return file.extents.front().offset << 1;
}

} // namespace

std::optional<FileTreeBuilder::Handle> IsoHardLinks::find(const IsoFoundFile &file)
{
    const auto key = keyOf(file);
    if (!key)
        return std::nullopt;
    const auto known = m_known.find(*key);
    if (known == m_known.end() || known->second.left == 0 || !isSame(known->second, file))
        return std::nullopt;
    --known->second.left;
    return known->second.handle;
}

void IsoHardLinks::remember(FileTreeBuilder::Handle handle, const IsoFoundFile &file)
{
    const auto key = keyOf(file);
    if (!key)
        return;
    const IsoPosix &posix = *file.fields.posix;
    m_known[*key] = {handle, file.extents.front().offset, posix.serial != 0 ? UINT32_MAX : posix.links - 1};
}

bool IsoHardLinks::isSame(const Known &known, const IsoFoundFile &file) const
{
    const Inode &other = m_builder.inode(known.handle);
    const Metadata &m = file.metadata;
    if ((other.mode() & ~07777U) != (file.fields.posix->mode & S_IFMT) ||
        other.permissions != m.permissions || other.uid != m.uid || other.gid != m.gid ||
        other.mtime() != m.mtime || other.flags != m.flags || other.xattrs != m.xattrs)
        return false;
    if (other.isSymlink())
        return file.fields.target == m_builder.symlinkTarget(known.handle);
    if (other.isDevice()) {
        const auto [major, minor] = isoDeviceNumbers(file.fields.device.value_or(0));
        return other.deviceMajor() == major && other.deviceMinor() == minor;
    }
    if (!other.isRegular())
        return true;
    const std::uint64_t size = file.fields.packing ? file.fields.packing->size : file.size;
    return other.size == size && (size == 0 || known.offset == file.extents.front().offset);
}

} // namespace Refbox
