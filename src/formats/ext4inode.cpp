// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4inode.h"

#include <algorithm>
#include <cstring>

#include <sys/stat.h>

namespace Refbox {

namespace {

constexpr std::size_t kFastTarget = 60;

// The 34 bits of seconds: 32 in the classic field, 2 above them beside the nanoseconds.
void setTime(const Timestamp &time, __u32 &seconds, __u32 &extra)
{
    const std::int64_t clamped = clampExt4Time(time.seconds);
    seconds = static_cast<__u32>(clamped);
    const std::int64_t epoch = (clamped - static_cast<std::int32_t>(seconds)) >> 32;
    extra = static_cast<__u32>(epoch & 3) | time.nanoseconds << 2;
}

void setTimes(const Timestamp &time, ext2_inode_large &inode)
{
    setTime(time, inode.i_mtime, inode.i_mtime_extra);
    inode.i_atime = inode.i_ctime = inode.i_crtime = inode.i_mtime;
    inode.i_atime_extra = inode.i_ctime_extra = inode.i_crtime_extra = inode.i_mtime_extra;
}

void setSize(std::uint64_t size, ext2_inode_large &inode)
{
    inode.i_size = static_cast<__u32>(size);
    inode.i_size_high = static_cast<__u32>(size >> 32);
}

void addBlocks(std::uint64_t blocks, std::uint32_t blockSize, ext2_inode_large &inode)
{
    const std::uint64_t sectors =
        (std::uint64_t{inode.osd2.linux2.l_i_blocks_hi} << 32 | inode.i_blocks) + blocks * (blockSize / 512);
    inode.i_blocks = static_cast<__u32>(sectors);
    inode.osd2.linux2.l_i_blocks_hi = static_cast<__u16>(sectors >> 32);
}

// The kernel lets only regular files and directories have the first two, and e2fsck agrees.
__u32 flagsOf(const Inode &inode)
{
    __u32 flags = 0;
    if (inode.flags & kNoDump)
        flags |= EXT2_NODUMP_FL;
    if (!inode.isRegular() && !inode.isDirectory())
        return flags;
    if (inode.flags & kImmutable)
        flags |= EXT2_IMMUTABLE_FL;
    if (inode.flags & kAppendOnly)
        flags |= EXT2_APPEND_FL;
    return flags;
}

} // namespace

std::int64_t clampExt4Time(std::int64_t seconds)
{
    constexpr std::int64_t first = INT32_MIN;
    constexpr std::int64_t last = first + (std::int64_t{1} << 34) - 1;
    // Not std::clamp: libext2fs 1.47.2 has a macro of that name.
    return std::min(std::max(seconds, first), last);
}

Ext4InodeEncoder::Ext4InodeEncoder(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots)
    : m_fs(fs)
    , m_layout(layout)
    , m_slots(slots)
{
}

void Ext4InodeEncoder::encode(ext2_ino_t ino, char *place)
{
    Raw raw;
    raw.inode.i_extra_isize = sizeof(ext2_inode_large) - EXT2_GOOD_OLD_INODE_SIZE;
    if (ino == EXT2_ROOT_INO)
        encodeTreeInode(0, ino, raw);
    else if (ino == EXT2_JOURNAL_INO && m_layout.journal().dataBlocks > 0)
        encodeJournal(raw);
    else if (ino == EXT2_BAD_INO)
        setTimes({m_layout.identity().now, 0}, raw.inode);
    else if (ino < Ext4Layout::kLostFoundIno)
        raw.inode.i_extra_isize = 0;
    else if (const InodeId id = m_layout.idOf(ino); id == kNoId)
        encodeLostFound(raw);
    else
        encodeTreeInode(id, ino, raw);
    if (m_layout.shape().checksums)
        ext2fs_inode_csum_set(m_fs, ino, &raw.inode);
    std::memcpy(place, &raw, sizeof raw);
}

void Ext4InodeEncoder::encodeTreeInode(InodeId id, ext2_ino_t ino, Raw &raw)
{
    const Inode &inode = m_layout.tree().inode(id);
    ext2_inode_large &out = raw.inode;
    out.i_mode = static_cast<__u16>(inode.mode());
    out.i_uid = static_cast<__u16>(inode.uid);
    out.osd2.linux2.l_i_uid_high = static_cast<__u16>(inode.uid >> 16);
    out.i_gid = static_cast<__u16>(inode.gid);
    out.osd2.linux2.l_i_gid_high = static_cast<__u16>(inode.gid >> 16);
    out.i_links_count = static_cast<__u16>(m_layout.linkCount(id));
    out.i_flags = flagsOf(inode);
    setTimes(inode.mtime(), out);
    if (inode.isSymlink() && inode.size < kFastTarget) {
        setSize(inode.size, out);
        m_layout.tree().symlinkTarget(id).copy(reinterpret_cast<char *>(out.i_block), inode.size);
    } else if (inode.isDevice()) {
        encodeDevice(inode, raw);
    } else if (inode.isRegular() || inode.isSymlink()) {
        setSize(inode.size, out);
        encodeBlocks(m_layout.mappingOf(id), ino, raw);
    } else if (inode.isDirectory()) {
        const BlockMapping mapping = m_layout.mappingOf(id);
        setSize(std::uint64_t{mapping.dataBlocks} * m_layout.shape().blockSize, out);
        encodeBlocks(mapping, ino, raw);
        if (m_layout.isHashed({id, mapping.dataBlocks, 0}))
            out.i_flags |= EXT2_INDEX_FL;
    }
    if (inode.xattrs != 0)
        encodeXattrs(id, raw);
}

void Ext4InodeEncoder::encodeDevice(const Inode &inode, Raw &raw) const
{
    const std::uint32_t major = inode.deviceMajor();
    const std::uint32_t minor = inode.deviceMinor();
    if (major < 256 && minor < 256)
        raw.inode.i_block[0] = major << 8 | minor;
    else
        raw.inode.i_block[1] = (minor & 0xFF) | major << 8 | (minor & ~0xFFU) << 12;
}

void Ext4InodeEncoder::encodeBlocks(const BlockMapping &mapping, ext2_ino_t ino, Raw &raw) const
{
    const BlockIndex index = m_layout.blockIndex(m_fs, m_slots, ino, mapping);
    std::copy(index.root.begin(), index.root.end(), raw.inode.i_block);
    if (m_layout.shape().extents)
        raw.inode.i_flags |= EXT4_EXTENTS_FL;
    addBlocks(std::uint64_t{mapping.dataBlocks} + mapping.indexBlocks, m_layout.shape().blockSize, raw.inode);
}

void Ext4InodeEncoder::encodeXattrs(InodeId id, Raw &raw)
{
    const XattrSetId set = m_layout.tree().inode(id).xattrs;
    if (set != m_lastSet) {
        m_lastInInode = encodeExt4Xattrs(m_layout.tree().xattrs(set), m_layout.shape()).inInode;
        m_lastSet = set;
    }
    m_lastInInode.copy(raw.room, sizeof raw.room);
    if (const std::uint32_t block = m_layout.xattrBlockOf(id); block != kNoId) {
        raw.inode.i_file_acl = m_slots.piece(m_layout.xattrSlot() + block, 1).block;
        addBlocks(1, m_layout.shape().blockSize, raw.inode);
    }
}

void Ext4InodeEncoder::encodeJournal(Raw &raw) const
{
    const BlockMapping mapping = m_layout.journal();
    raw.inode.i_mode = S_IFREG | 0600;
    raw.inode.i_links_count = 1;
    setTimes({m_layout.identity().now, 0}, raw.inode);
    setSize(std::uint64_t{mapping.dataBlocks} * m_layout.shape().blockSize, raw.inode);
    encodeBlocks(mapping, EXT2_JOURNAL_INO, raw);
}

void Ext4InodeEncoder::encodeLostFound(Raw &raw) const
{
    raw.inode.i_mode = S_IFDIR | 0700;
    raw.inode.i_links_count = 2;
    setTimes({m_layout.identity().now, 0}, raw.inode);
    setSize(std::uint64_t{m_layout.lostFound().dataBlocks} * m_layout.shape().blockSize, raw.inode);
    encodeBlocks(m_layout.lostFound(), Ext4Layout::kLostFoundIno, raw);
}

} // namespace Refbox
