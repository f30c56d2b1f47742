// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4xattrs.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Refbox {

namespace {

struct Namespace
{
    std::uint8_t index;
    std::string_view prefix;
};
// The kernel shows no other ones: "system." there is are the two ACLs only.
constexpr std::array<Namespace, 3> kNamespaces{{
    {1, "user."},
    {4, "trusted."},
    {6, "security."},
}};
constexpr std::uint8_t kAccessIndex = 2;
constexpr std::uint8_t kDefaultIndex = 3;
constexpr std::uint32_t kAclDiskVersion = 1;
constexpr std::uint32_t kNoAclId = 0xFFFFFFFF;

constexpr std::size_t kUnit = EXT2_EXT_ATTR_PAD;
constexpr std::size_t kTerminator = 4;
constexpr std::size_t kInodeCapacity = kExt4InodeRoom - sizeof(std::uint32_t) - kTerminator;

std::size_t padded(std::size_t size)
{
    return (size + kUnit - 1) & ~(kUnit - 1);
}

std::size_t sizeOf(const Ext4Xattr &xattr)
{
    return sizeof(ext2_ext_attr_entry) + padded(xattr.name.size()) + padded(xattr.value.size());
}

Error cannotHold(const QString &why, const QString &advice)
{
    return Error(translated("formats", "ext4 cannot hold the extended attributes"), {}, why, advice);
}

QString removeIt()
{
    return translated("formats", "Remove the attribute from the source, or leave the file out.");
}

void append16(std::string &bytes, std::uint16_t value)
{
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void append32(std::string &bytes, std::uint32_t value)
{
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

bool isNamed(AclEntry::Tag tag)
{
    return tag == AclEntry::Tag::User || tag == AclEntry::Tag::Group;
}

std::optional<std::string> aclToDisk(const XattrView &xattr)
{
    if (xattr.value.size() == sizeof(std::uint32_t))
        return std::nullopt;
    const auto acl = aclFromXattr(xattr.value);
    if (!acl)
        throw cannotHold(translated("formats", "%1 is no valid ACL.").arg(displayPath(xattr.name)),
                         removeIt());
    std::string bytes;
    append32(bytes, kAclDiskVersion);
    for (const AclEntry &entry : *acl) {
        append16(bytes, static_cast<std::uint16_t>(entry.tag));
        append16(bytes, entry.permissions);
        if (isNamed(entry.tag))
            append32(bytes, entry.id);
    }
    return bytes;
}

// Which attributes go into the inode: those that fill it best, because what does not fit there shares one
// block.
std::vector<bool> chooseForInode(const std::vector<Ext4Xattr> &xattrs)
{
    constexpr std::size_t units = kInodeCapacity / kUnit;
    std::array<std::vector<std::size_t>, units + 1> chosen; // by the sum of their sizes
    std::array<bool, units + 1> reached{};
    reached[0] = true;
    for (std::size_t i = 0; i < xattrs.size(); ++i) {
        const std::size_t size = sizeOf(xattrs[i]) / kUnit;
        for (std::size_t sum = units; sum >= size && sum > 0; --sum) {
            if (reached[sum] || !reached[sum - size])
                continue;
            reached[sum] = true;
            chosen[sum] = chosen[sum - size];
            chosen[sum].push_back(i);
        }
    }
    std::size_t best = units;
    while (!reached[best])
        --best;
    std::vector<bool> result(xattrs.size());
    for (const std::size_t i : chosen[best])
        result[i] = true;
    return result;
}

// Entries from the front, values from the end; value offsets count from origin.
class Writer
{
public:
    Writer(std::size_t size, std::size_t firstEntry, std::size_t origin)
        : m_bytes(size, '\0')
        , m_entryAt(firstEntry)
        , m_valueAt(size)
        , m_origin(origin)
    {
    }

    void add(const Ext4Xattr &xattr, bool hashed)
    {
        m_valueAt -= padded(xattr.value.size());
        std::memcpy(m_bytes.data() + m_valueAt, xattr.value.data(), xattr.value.size());
        auto *entry = reinterpret_cast<ext2_ext_attr_entry *>(m_bytes.data() + m_entryAt);
        entry->e_name_len = static_cast<__u8>(xattr.name.size());
        entry->e_name_index = xattr.index;
        entry->e_value_offs = xattr.value.empty() ? 0 : static_cast<__u16>(m_valueAt - m_origin);
        entry->e_value_size = static_cast<__u32>(xattr.value.size());
        std::memcpy(m_bytes.data() + m_entryAt + sizeof *entry, xattr.name.data(), xattr.name.size());
        if (hashed)
            entry->e_hash = ext2fs_ext_attr_hash_entry(entry, m_bytes.data() + m_valueAt);
        m_entryAt += sizeof *entry + padded(xattr.name.size());
    }

    char *data() { return m_bytes.data(); }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
    std::size_t m_entryAt;
    std::size_t m_valueAt;
    std::size_t m_origin;
};

std::string inodePart(const std::vector<Ext4Xattr> &xattrs, const std::vector<bool> &inInode)
{
    if (std::ranges::find(inInode, true) == inInode.end())
        return {};
    constexpr std::uint32_t magic = EXT2_EXT_ATTR_MAGIC;
    Writer writer(kExt4InodeRoom, sizeof magic, sizeof magic);
    std::memcpy(writer.data(), &magic, sizeof magic);
    for (std::size_t i = 0; i < xattrs.size(); ++i)
        if (inInode[i])
            writer.add(xattrs[i], false);
    return writer.take();
}

std::string blockPart(const std::vector<Ext4Xattr> &xattrs, const std::vector<bool> &inInode,
                      std::uint32_t blockSize)
{
    if (std::ranges::find(inInode, false) == inInode.end())
        return {};
    Writer writer(blockSize, sizeof(ext2_ext_attr_header), 0);
    for (std::size_t i = 0; i < xattrs.size(); ++i)
        if (!inInode[i])
            writer.add(xattrs[i], true);
    auto *header = reinterpret_cast<ext2_ext_attr_header *>(writer.data());
    header->h_magic = EXT2_EXT_ATTR_MAGIC;
    header->h_blocks = 1;
    ext2fs_ext_attr_block_rehash(header, reinterpret_cast<ext2_ext_attr_entry *>(writer.data() + blockSize));
    return writer.take();
}

void checkRoom(const std::vector<Ext4Xattr> &xattrs, const std::vector<bool> &inInode,
               std::uint32_t blockSize)
{
    const std::size_t capacity = blockSize - sizeof(ext2_ext_attr_header) - kTerminator;
    std::size_t size = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < xattrs.size(); ++i) {
        all += sizeOf(xattrs[i]);
        if (!inInode[i])
            size += sizeOf(xattrs[i]);
    }
    if (size > capacity)
        throw cannotHold(
            translated("formats", "They need %1 bytes, and there is room for about %2.")
                .arg(all)
                .arg(capacity + kInodeCapacity),
            translated("formats", "Shorten or remove attributes of the source, or leave the file out."));
}

} // namespace

std::optional<Ext4Xattr> toExt4Xattr(const XattrView &xattr)
{
    if (xattr.name == kAclAccess || xattr.name == kAclDefault) {
        auto value = aclToDisk(xattr);
        if (!value)
            return std::nullopt;
        return Ext4Xattr{xattr.name == kAclAccess ? kAccessIndex : kDefaultIndex, {}, std::move(*value)};
    }
    for (const Namespace &space : kNamespaces) {
        if (!xattr.name.starts_with(space.prefix))
            continue;
        const std::string_view name = xattr.name.substr(space.prefix.size());
        if (name.empty() || name.size() > 255 || name.find('\0') != std::string_view::npos)
            break;
        return Ext4Xattr{space.index, std::string(name), std::string(xattr.value)};
    }
    throw cannotHold(translated("formats", "It has no place for the name %1.").arg(displayPath(xattr.name)),
                     removeIt());
}

Ext4Xattrs encodeExt4Xattrs(std::span<const XattrView> xattrs, const ExtShape &shape)
{
    const std::uint32_t blockSize = shape.blockSize;
    std::vector<Ext4Xattr> all;
    for (const XattrView &xattr : xattrs) {
        if (auto converted = toExt4Xattr(xattr))
            all.push_back(std::move(*converted));
        if (xattr.value.size() > blockSize)
            throw cannotHold(translated("formats", "The value of %1 has %2 bytes, more than one block.")
                                 .arg(displayPath(xattr.name))
                                 .arg(xattr.value.size()),
                             removeIt());
    }
    // The order that the kernel keeps in blocks; it relies on it when it looks for a name.
    std::ranges::sort(all, [](const Ext4Xattr &a, const Ext4Xattr &b) {
        return std::tuple(a.index, a.name.size(), std::string_view(a.name)) <
               std::tuple(b.index, b.name.size(), std::string_view(b.name));
    });
    // The kernel's driver of ext2 looks for them in the block only.
    const std::vector<bool> inInode =
        shape.version == ImageFormat::Ext2 ? std::vector<bool>(all.size(), false) : chooseForInode(all);
    checkRoom(all, inInode, blockSize);
    return {inodePart(all, inInode), blockPart(all, inInode, blockSize)};
}

std::string ext4XattrName(std::uint8_t index, std::string_view name)
{
    if (index == kAccessIndex || index == kDefaultIndex)
        return name.empty() ? std::string(index == kAccessIndex ? kAclAccess : kAclDefault) : std::string();
    for (const Namespace &space : kNamespaces)
        if (space.index == index && !name.empty())
            return std::string(space.prefix) + std::string(name);
    return {};
}

std::optional<std::string> ext4AclToXattr(std::string_view bytes)
{
    const auto number = [&]<typename T>(std::size_t at, T &value) {
        if (at + sizeof value > bytes.size())
            return false;
        std::memcpy(&value, bytes.data() + at, sizeof value);
        return true;
    };
    std::uint32_t version = 0;
    if (!number(0, version) || version != kAclDiskVersion)
        return std::nullopt;
    Acl acl;
    for (std::size_t at = sizeof version; at < bytes.size(); at += 2 * sizeof(std::uint16_t)) {
        std::uint16_t tag = 0;
        AclEntry entry;
        if (!number(at, tag) || !number(at + sizeof tag, entry.permissions))
            return std::nullopt;
        entry.tag = AclEntry::Tag{tag};
        entry.id = kNoAclId;
        if (isNamed(entry.tag)) {
            if (!number(at + 2 * sizeof tag, entry.id))
                return std::nullopt;
            at += sizeof entry.id;
        }
        acl.push_back(entry);
    }
    std::string xattr = aclToXattr(std::move(acl));
    if (!aclFromXattr(xattr))
        return std::nullopt;
    return xattr;
}

} // namespace Refbox
