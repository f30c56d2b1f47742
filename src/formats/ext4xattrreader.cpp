// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4xattrreader.h"

#include "formats/ext4xattrs.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <algorithm>
#include <cstring>

#include <sys/stat.h>

namespace Refbox {

namespace {

constexpr std::uint8_t kSystemIndex = 7;
constexpr std::string_view kInlineData = "data";
constexpr std::uint64_t kLargestValue = 1 << 16; // the kernel's limit of a value
constexpr std::uint64_t kDeepestTree = 5;        // of extents

class XattrReader
{
public:
    XattrReader(Ext4Image &image, const Ext4RawInode &inode)
        : m_image(image)
        , m_inode(inode)
    {
    }

    Ext4FoundXattrs read()
    {
        readRoom();
        readBlock();
        std::ranges::sort(m_found.xattrs);
        const auto same = [](const auto &a, const auto &b) { return a.first == b.first; };
        if (std::ranges::adjacent_find(m_found.xattrs, same) != m_found.xattrs.end())
            corrupt(translated("formats", "it has an attribute twice"));
        return std::move(m_found);
    }

private:
    [[noreturn]] void corrupt(const QString &why) const { m_image.corrupt(m_inode.ino(), why); }

    void readRoom()
    {
        const std::span<const char> room = m_inode.room();
        std::uint32_t magic = 0;
        if (room.size() < sizeof magic)
            return;
        std::memcpy(&magic, room.data(), sizeof magic);
        if (magic == EXT2_EXT_ATTR_MAGIC) // values count from behind it
            readEntries(room.subspan(sizeof magic), 0);
    }

    void readBlock()
    {
        std::uint64_t block = m_inode.fields().i_file_acl;
        if (ext2fs_has_feature_64bit(m_image.fs()->super))
            block |= std::uint64_t{m_inode.fields().osd2.linux2.l_i_file_acl_high} << 32;
        if (block == 0)
            return;
        if (block >= m_image.blockCount())
            corrupt(translated("formats", "its attributes lie outside the image"));
        std::vector<char> bytes(m_image.blockSize());
        m_image.read(m_inode.ino(), block * m_image.blockSize(), bytes);
        auto *header = reinterpret_cast<ext2_ext_attr_header *>(bytes.data());
        if (header->h_magic != EXT2_EXT_ATTR_MAGIC || header->h_blocks != 1)
            corrupt(translated("formats", "its attributes make no sense"));
        if (!ext2fs_ext_attr_block_csum_verify(m_image.fs(), m_inode.ino(), block, header))
            corrupt(translated("formats", "the checksum of its attributes is wrong"));
        readEntries(bytes, sizeof *header);
    }

    // Entries from begin on, values at offsets into bytes.
    void readEntries(std::span<const char> bytes, std::size_t begin)
    {
        for (std::size_t at = begin;;) {
            std::uint32_t first = 0;
            if (at + sizeof first > bytes.size())
                return; // full to the end, as in a small room
            std::memcpy(&first, bytes.data() + at, sizeof first);
            if (first == 0)
                return;
            ext2_ext_attr_entry entry{};
            if (at + sizeof entry > bytes.size())
                corrupt(translated("formats", "its attributes make no sense"));
            std::memcpy(&entry, bytes.data() + at, sizeof entry);
            at += sizeof entry;
            if (at + entry.e_name_len > bytes.size())
                corrupt(translated("formats", "an attribute's name is too long"));
            const std::string_view name(bytes.data() + at, entry.e_name_len);
            addAttribute(entry, name, bytes);
            at += EXT2_EXT_ATTR_SIZE(entry.e_name_len);
        }
    }

    void addAttribute(const ext2_ext_attr_entry &entry, std::string_view name, std::span<const char> bytes)
    {
        const bool isInlineData = entry.e_name_index == kSystemIndex && name == kInlineData;
        std::string fullName = ext4XattrName(entry.e_name_index, name);
        if (!isInlineData && (fullName.empty() || name.find('\0') != std::string_view::npos))
            return;
        std::string value = valueOf(entry, bytes);
        if (isInlineData) {
            m_found.inlineData = std::move(value);
            return;
        }
        if (fullName == kAclAccess || fullName == kAclDefault) {
            auto acl = ext4AclToXattr(value);
            if (!acl)
                corrupt(translated("formats", "its ACL makes no sense"));
            value = std::move(*acl);
        }
        m_found.xattrs.emplace_back(std::move(fullName), std::move(value));
    }

    std::string valueOf(const ext2_ext_attr_entry &entry, std::span<const char> bytes)
    {
        if (entry.e_value_size > kLargestValue)
            corrupt(translated("formats", "an attribute's value is too long"));
        if (entry.e_value_inum != 0)
            return valueOfInode(entry.e_value_inum, entry.e_value_size);
        if (entry.e_value_size == 0)
            return {};
        if (entry.e_value_offs > bytes.size() || entry.e_value_size > bytes.size() - entry.e_value_offs)
            corrupt(translated("formats", "an attribute's value lies outside its block"));
        return {bytes.data() + entry.e_value_offs, entry.e_value_size};
    }

    // Feature ea_inode: many inodes may share a value, so that its blocks are not counted.
    std::string valueOfInode(ext2_ino_t ino, std::uint64_t size)
    {
        if (!ext2fs_has_feature_ea_inode(m_image.fs()->super))
            corrupt(translated("formats", "an attribute's value lies in another inode"));
        const Ext4RawInode holder = m_image.inode(ino);
        if (!holder.hasFlag(EXT4_EA_INODE_FL) || !holder.isKind(S_IFREG) || holder.size() != size)
            corrupt(translated("formats", "the inode of an attribute's value makes no sense"));
        std::string value(size, '\0');
        // Its blocks, and those of an extent tree with one extent for each at the worst.
        const std::uint64_t most = 2 * (kLargestValue / m_image.blockSize()) + kDeepestTree;
        for (const Extent &extent : m_image.sharedExtentsOf(holder, most))
            m_image.read(ino, extent.physical, std::span(value).subspan(extent.logical, extent.length));
        return value;
    }

    Ext4Image &m_image;
    const Ext4RawInode &m_inode;
    Ext4FoundXattrs m_found;
};

} // namespace

Ext4FoundXattrs readExt4Xattrs(Ext4Image &image, const Ext4RawInode &inode)
{
    return XattrReader(image, inode).read();
}

} // namespace Refbox
