// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/archiveentry.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include <archive.h>
#include <archive_entry.h>
#include <grp.h>
#include <pwd.h>

namespace Refbox {

namespace {

std::uint8_t flagsFromText(std::string_view text)
{
    std::uint8_t flags = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view flag = text.substr(0, end);
        for (const char *name :
             {"schg", "schange", "simmutable", "uchg", "uchange", "uimmutable", "immutable"})
            flags |= flag == name ? kImmutable : 0;
        for (const char *name : {"sappnd", "sappend", "uappnd", "uappend", "append"})
            flags |= flag == name ? kAppendOnly : 0;
        flags |= flag == "nodump" ? kNoDump : 0;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return flags;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// GNU tar and libarchive write bytes that a pax keyword cannot hold, and some more, as %XX.
std::string decodeXattrName(std::string_view name)
{
    std::string decoded;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const int high = name[i] == '%' && i + 2 < name.size() ? hexDigit(name[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(name[i + 2]) : -1;
        if (low > 0 || (low == 0 && high > 0)) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += name[i];
        }
    }
    return decoded;
}

AclEntry::Tag tagOf(int tag)
{
    switch (tag) {
    case ARCHIVE_ENTRY_ACL_USER:
        return AclEntry::Tag::User;
    case ARCHIVE_ENTRY_ACL_USER_OBJ:
        return AclEntry::Tag::UserObj;
    case ARCHIVE_ENTRY_ACL_GROUP:
        return AclEntry::Tag::Group;
    case ARCHIVE_ENTRY_ACL_GROUP_OBJ:
        return AclEntry::Tag::GroupObj;
    case ARCHIVE_ENTRY_ACL_MASK:
        return AclEntry::Tag::Mask;
    default:
        return AclEntry::Tag::Other;
    }
}

// The kernel wants a mask beside named entries; without one all of the group class counts.
void addMissingMask(Acl &acl)
{
    bool named = false;
    std::uint16_t all = 0;
    for (const AclEntry &entry : acl) {
        if (entry.tag == AclEntry::Tag::Mask)
            return;
        named = named || entry.tag == AclEntry::Tag::User || entry.tag == AclEntry::Tag::Group;
        if (entry.tag != AclEntry::Tag::UserObj && entry.tag != AclEntry::Tag::Other)
            all |= entry.permissions;
    }
    if (named)
        acl.push_back({AclEntry::Tag::Mask, all, 0});
}

bool isSystemXattr(const std::string &name)
{
    return name.starts_with("system.") && name != kAclAccess && name != kAclDefault;
}

std::map<std::string, std::string> rawXattrsOf(archive_entry *entry)
{
    std::map<std::string, std::string> xattrs;
    archive_entry_xattr_reset(entry);
    const char *name = nullptr;
    const void *value = nullptr;
    std::size_t size = 0;
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
        xattrs.insert_or_assign(name, std::string(static_cast<const char *>(value), size));
    return xattrs;
}

std::map<std::string, std::string> xattrsOf(archive_entry *entry, std::vector<std::string> &remarks)
{
    const auto raw = rawXattrsOf(entry);
    // bsdtar writes each twice, and libarchive has decoded one of the two names already.
    std::set<std::string> plain;
    for (const auto &[name, value] : raw) {
        const std::string decoded = decodeXattrName(name);
        if (decoded != name && raw.contains(decoded))
            plain.insert(decoded);
    }
    std::map<std::string, std::string> xattrs;
    for (const auto &[rawName, value] : raw) {
        const std::string name = plain.contains(rawName) ? rawName : decodeXattrName(rawName);
        const bool isAcl = name == kAclAccess || name == kAclDefault;
        if (name.empty() || name.size() > 255 || isSystemXattr(name) || (isAcl && !aclFromXattr(value)))
            remarks.push_back(
                translated("formats", "left out an extended attribute that Linux cannot have: %1")
                    .arg(displayPath(name))
                    .toStdString());
        else
            xattrs.insert_or_assign(name, value);
    }
    return xattrs;
}

} // namespace

Metadata EntryMetadata::read(archive_entry *entry, std::vector<std::string> &remarks)
{
    Metadata metadata;
    metadata.permissions = archive_entry_perm(entry) & 07777;
    metadata.uid =
        ownerId(archive_entry_uid(entry), QT_TRANSLATE_NOOP("formats", "Its user id %1 is out of range."));
    metadata.gid =
        ownerId(archive_entry_gid(entry), QT_TRANSLATE_NOOP("formats", "Its group id %1 is out of range."));
    if (const char *name = archive_entry_uname(entry); name != nullptr && *name != '\0')
        m_users.insert_or_assign(name, metadata.uid);
    if (const char *name = archive_entry_gname(entry); name != nullptr && *name != '\0')
        m_groups.insert_or_assign(name, metadata.gid);
    const long nanoseconds = archive_entry_mtime_nsec(entry);
    metadata.mtime.seconds = archive_entry_mtime(entry);
    metadata.mtime.nanoseconds = static_cast<std::uint32_t>(std::clamp(nanoseconds, 0L, 999'999'999L));
    if (const char *flags = archive_entry_fflags_text(entry); flags != nullptr)
        metadata.flags = flagsFromText(flags);

    auto xattrs = xattrsOf(entry, remarks);
    if (std::string acl = aclXattr(entry, ARCHIVE_ENTRY_ACL_TYPE_ACCESS, remarks); !acl.empty())
        xattrs.insert_or_assign(std::string(kAclAccess), acl);
    if (std::string acl = aclXattr(entry, ARCHIVE_ENTRY_ACL_TYPE_DEFAULT, remarks); !acl.empty())
        xattrs.insert_or_assign(std::string(kAclDefault), acl);
    if ((archive_entry_acl_types(entry) & ARCHIVE_ENTRY_ACL_TYPE_NFS4) != 0)
        remarks.push_back(translated("formats", "left out an NFSv4 ACL").toStdString());
    // Where there is a mask it stands in the group's permission bits, as in stat(2).
    if (const auto found = xattrs.find(std::string(kAclAccess)); found != xattrs.end()) {
        const Acl acl = aclFromXattr(found->second).value_or(Acl());
        const auto mask = std::find_if(acl.begin(), acl.end(),
                                       [](const AclEntry &e) { return e.tag == AclEntry::Tag::Mask; });
        if (mask != acl.end())
            metadata.permissions =
                static_cast<std::uint16_t>((metadata.permissions & ~070) | (mask->permissions << 3));
    }
    std::vector<XattrView> views;
    for (const auto &[name, value] : xattrs)
        views.push_back({name, value});
    metadata.xattrs = m_builder.internXattrs(std::move(views));
    return metadata;
}

std::uint32_t EntryMetadata::ownerId(std::int64_t id, const char *why) const
{
    if (id < 0 || id >= 0xFFFFFFFF)
        throw Error(translated("formats", "Cannot read the archive"), {}, translated("formats", why).arg(id));
    return static_cast<std::uint32_t>(id);
}

std::string EntryMetadata::aclXattr(archive_entry *entry, int type, std::vector<std::string> &remarks)
{
    if (archive_entry_acl_reset(entry, type) == 0)
        return {};
    Acl acl;
    int foundType = 0;
    int permissions = 0;
    int tag = 0;
    int id = 0;
    const char *name = nullptr;
    while (archive_entry_acl_next(entry, type, &foundType, &permissions, &tag, &id, &name) == ARCHIVE_OK) {
        AclEntry one{tagOf(tag), static_cast<std::uint16_t>(permissions & 7), 0};
        if (one.tag == AclEntry::Tag::User || one.tag == AclEntry::Tag::Group) {
            const auto known = idOf(one.tag == AclEntry::Tag::Group, name != nullptr ? name : "", id);
            if (!known) {
                remarks.push_back(
                    translated("formats", "left out the ACL entry of an unknown user or group: %1")
                        .arg(displayPath(name != nullptr ? name : ""))
                        .toStdString());
                continue;
            }
            one.id = *known;
        }
        acl.push_back(one);
    }
    addMissingMask(acl);
    if (type == ARCHIVE_ENTRY_ACL_TYPE_ACCESS && aclIsTrivial(acl))
        return {};
    std::string xattr = aclToXattr(std::move(acl));
    if (aclFromXattr(xattr))
        return xattr;
    remarks.push_back(translated("formats", "left out a malformed ACL").toStdString());
    return {};
}

std::optional<std::uint32_t> EntryMetadata::idOf(bool group, const std::string &name, std::int64_t id) const
{
    // libarchive ends numbers at INT_MAX, but keeps the digits as the name.
    constexpr std::int64_t kHighest = std::numeric_limits<int>::max();
    if (id >= 0 && id < kHighest)
        return static_cast<std::uint32_t>(id);
    std::uint32_t number = 0;
    const char *end = name.data() + name.size();
    if (const auto parsed = std::from_chars(name.data(), end, number);
        parsed.ec == std::errc() && parsed.ptr == end)
        return number;
    if (id == kHighest)
        return static_cast<std::uint32_t>(id);
    const auto &known = group ? m_groups : m_users;
    if (const auto found = known.find(name); found != known.end())
        return found->second;
    // At last this machine's users, as every tar does.
    if (group) {
        if (const struct group *found = ::getgrnam(name.c_str()))
            return found->gr_gid;
    } else if (const passwd *found = ::getpwnam(name.c_str())) {
        return found->pw_uid;
    }
    return std::nullopt;
}

// Type 'S' of either (star(5)); GNU's magic is "ustar  ".
bool isSparseByStar(std::string_view header)
{
    return header.size() == 512 && header[156] == 'S' && header.substr(257, 6) != "ustar ";
}

} // namespace Refbox
