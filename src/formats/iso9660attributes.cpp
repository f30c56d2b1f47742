// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660attributes.h"

#include "formats/iso9660acl.h"
#include "formats/iso9660fields.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

struct Prefix
{
    char byte;
    std::string_view text;
};
constexpr std::array<Prefix, 5> kPrefixes{{
    {2, "system."},
    {3, "user."},
    {4, "isofs."},
    {5, "trusted."},
    {6, "security."},
}};
constexpr char kEscape = 1;
constexpr char kLastReserved = 0x1F;
constexpr std::string_view kFlagsName = "isofs.fa"; // as chattr(1) knows them, most significant byte first
constexpr std::string_view kOwnNamespace = "isofs.";

// FS_…_FL of linux/fs.h.
constexpr unsigned kImmutableBit = 0x10;
constexpr unsigned kAppendOnlyBit = 0x20;
constexpr unsigned kNoDumpBit = 0x40;

std::string shortName(std::string_view name)
{
    for (const Prefix &prefix : kPrefixes)
        if (name.starts_with(prefix.text))
            return prefix.byte + std::string(name.substr(prefix.text.size()));
    if (name.front() > 0 && name.front() <= kLastReserved)
        return kEscape + std::string(name);
    return std::string(name);
}

std::string fullName(std::string_view name)
{
    if (name.starts_with(kEscape))
        return std::string(name.substr(1));
    for (const Prefix &prefix : kPrefixes)
        if (name.starts_with(prefix.byte))
            return std::string(prefix.text).append(name.substr(1));
    return std::string(name);
}

// Cuts components into records, and records into AL fields that hold whole ones.
class AttributeFields
{
public:
    void add(std::string_view name, std::string_view value)
    {
        addComponent(name);
        addComponent(value);
    }

    std::string take()
    {
        if (!m_records.empty())
            flush(false);
        return std::move(m_fields);
    }

private:
    static constexpr char kContinues = 1;
    static constexpr std::size_t kHead = 2; // of a record
    static constexpr std::size_t kRoom = kIsoLongestField - kIsoFieldHead - 1;

    void addComponent(std::string_view bytes)
    {
        do {
            if (m_records.size() + kHead + std::min<std::size_t>(bytes.size(), 1) > kRoom)
                flush(true);
            const std::size_t size = std::min(bytes.size(), kRoom - kHead - m_records.size());
            m_records += size < bytes.size() ? kContinues : '\0';
            m_records += static_cast<char>(size);
            m_records += bytes.substr(0, size);
            bytes.remove_prefix(size);
        } while (!bytes.empty());
    }

    void flush(bool continues)
    {
        m_records.insert(0, 1, continues ? kContinues : '\0');
        appendIsoField(m_fields, "AL", m_records);
        m_records.clear();
    }

    std::string m_fields;
    std::string m_records;
};

// The components' bytes, their records put together again; nullopt where a record reaches beyond the end.
std::optional<std::vector<std::string>> componentsOf(std::string_view area)
{
    std::vector<std::string> components;
    bool continues = false;
    while (area.size() >= 2) {
        const std::size_t size = static_cast<unsigned char>(area[1]);
        if (size + 2 > area.size())
            return std::nullopt;
        if (!continues)
            components.emplace_back();
        components.back() += area.substr(2, size);
        continues = (area[0] & 1) != 0;
        area.remove_prefix(size + 2);
    }
    if (continues || !area.empty() || components.size() % 2 != 0)
        return std::nullopt;
    return components;
}

bool addAcls(IsoAttributes &attributes, std::string_view bytes, std::uint16_t permissions)
{
    if (!attributes.xattrs.empty()) // a second time
        return false;
    const auto acls = decodeIsoAcls(bytes, permissions);
    const auto add = [&](std::string_view name, const Acl &acl) {
        if (acl.empty())
            return true;
        attributes.xattrs.emplace_back(name, aclToXattr(acl));
        return aclFromXattr(attributes.xattrs.back().second).has_value();
    };
    return acls && add(kAclAccess, acls->access) && add(kAclDefault, acls->inherited);
}

std::uint8_t flagsFrom(std::string_view value)
{
    const unsigned bits = value.empty() ? 0 : static_cast<unsigned char>(value.back());
    std::uint8_t flags = 0;
    if (bits & kImmutableBit)
        flags |= kImmutable;
    if (bits & kAppendOnlyBit)
        flags |= kAppendOnly;
    if (bits & kNoDumpBit)
        flags |= kNoDump;
    return flags;
}

char bitsOf(std::uint8_t flags)
{
    unsigned bits = 0;
    if (flags & kImmutable)
        bits |= kImmutableBit;
    if (flags & kAppendOnly)
        bits |= kAppendOnlyBit;
    if (flags & kNoDump)
        bits |= kNoDumpBit;
    return static_cast<char>(bits);
}

// Empty for an ACL without entries, which says nothing.
Acl checkedAcl(const XattrView &xattr)
{
    constexpr std::size_t head = 4;
    if (xattr.value.size() == head)
        return {};
    auto acl = aclFromXattr(xattr.value);
    if (!acl)
        throw Error(translated("formats", "ISO 9660 cannot hold the extended attributes"), {},
                    translated("formats", "%1 is no valid ACL.").arg(displayPath(xattr.name)),
                    translated("formats", "Remove the attribute from the source, or leave the file out."));
    return std::move(*acl);
}

} // namespace

bool hasIsoAttributes(const Inode &inode)
{
    return inode.xattrs != 0 || inode.flags != 0;
}

std::string encodeIsoAttributes(const FileTree &tree, InodeId id)
{
    const Inode &inode = tree.inode(id);
    if (!hasIsoAttributes(inode))
        return {};
    AttributeFields fields;
    IsoAcls acls;
    for (const XattrView &xattr : tree.xattrs(inode.xattrs)) {
        if (xattr.name == kAclAccess)
            acls.access = checkedAcl(xattr);
        else if (xattr.name == kAclDefault)
            acls.inherited = checkedAcl(xattr);
        else
            fields.add(shortName(xattr.name), xattr.value);
    }
    if (!acls.access.empty() || !acls.inherited.empty())
        fields.add({}, encodeIsoAcls(acls.access, acls.inherited));
    if (inode.flags != 0) {
        const char bits = bitsOf(inode.flags);
        fields.add(shortName(kFlagsName), {&bits, 1});
    }
    std::string bytes = fields.take();
    if (bytes.empty())
        return bytes;
    // What follows is of the second extension that the root names.
    std::string announcement;
    appendIsoField(announcement, "ES", "\1");
    return announcement + bytes;
}

std::optional<IsoAttributes> decodeIsoAttributes(std::string_view bytes, std::uint16_t permissions)
{
    const auto components = componentsOf(bytes);
    if (!components)
        return std::nullopt;
    IsoAttributes attributes;
    for (std::size_t i = 0; i < components->size(); i += 2)
        if ((*components)[i].empty() && !addAcls(attributes, (*components)[i + 1], permissions))
            return std::nullopt;
    // Some writers store the kernel's form of ACLs, maybe besides.
    const std::size_t acls = attributes.xattrs.size();
    const auto isKnown = [&](std::string_view name) {
        return std::ranges::any_of(std::span(attributes.xattrs).first(acls),
                                   [&](const auto &xattr) { return xattr.first == name; });
    };
    for (std::size_t i = 0; i < components->size(); i += 2) {
        const std::string name = fullName((*components)[i]);
        const std::string &value = (*components)[i + 1];
        if (name == kFlagsName) {
            attributes.flags = flagsFrom(value);
        } else if (name == kAclAccess || name == kAclDefault) {
            if (!aclFromXattr(value))
                return std::nullopt;
            if (!isKnown(name))
                attributes.xattrs.emplace_back(name, value);
        } else if (!name.empty() && !name.starts_with(kOwnNamespace)) {
            attributes.xattrs.emplace_back(name, value);
        }
    }
    return attributes;
}

} // namespace Refbox
