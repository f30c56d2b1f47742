// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/acl.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace Refbox {

namespace {

constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kUndefinedId = 0xFFFFFFFF;

std::uint32_t little(std::string_view bytes, std::size_t offset, int width)
{
    std::uint32_t value = 0;
    for (int i = width; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
    return value;
}

void appendLittle(std::string &bytes, std::uint32_t value, int width)
{
    for (int i = 0; i < width; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

bool hasId(AclEntry::Tag tag)
{
    return tag == AclEntry::Tag::User || tag == AclEntry::Tag::Group;
}

void sortEntries(Acl &acl)
{
    std::sort(acl.begin(), acl.end(), [](const AclEntry &a, const AclEntry &b) {
        return std::pair(a.tag, hasId(a.tag) ? a.id : 0) < std::pair(b.tag, hasId(b.tag) ? b.id : 0);
    });
}

// The rules of acl_valid(3).
bool isValid(const Acl &acl)
{
    using Tag = AclEntry::Tag;
    std::set<std::pair<Tag, std::uint32_t>> seen;
    bool named = false;
    for (const AclEntry &entry : acl) {
        if (entry.permissions > 7 || (hasId(entry.tag) && entry.id == kUndefinedId) ||
            !seen.emplace(entry.tag, hasId(entry.tag) ? entry.id : 0).second)
            return false;
        named = named || hasId(entry.tag);
    }
    return seen.contains({Tag::UserObj, 0}) && seen.contains({Tag::GroupObj, 0}) &&
           seen.contains({Tag::Other, 0}) && (!named || seen.contains({Tag::Mask, 0}));
}

std::optional<AclEntry> entryFromText(std::string_view text)
{
    std::vector<std::string_view> fields;
    for (std::size_t start = 0; start <= text.size() && fields.size() <= 4;) {
        const std::size_t colon = std::min(text.find(':', start), text.size());
        fields.push_back(text.substr(start, colon - start));
        start = colon + 1;
    }
    if (fields.size() < 2 || fields.size() > 4)
        return std::nullopt;
    AclEntry entry;
    const std::string_view tag = fields[0];
    if (fields.size() == 2) { // "mask:r-x" and "other:r-x", as some write
        if (!tag.starts_with('m') && !tag.starts_with('o'))
            return std::nullopt;
        fields.insert(fields.begin() + 1, std::string_view());
    }
    const std::string_view qualifier = fields.size() == 4 ? fields[3] : fields[1];
    if (qualifier.empty() && !fields[1].empty()) // a name without its number
        return std::nullopt;
    if (tag == "user" || tag == "u")
        entry.tag = qualifier.empty() ? AclEntry::Tag::UserObj : AclEntry::Tag::User;
    else if (tag == "group" || tag == "g")
        entry.tag = qualifier.empty() ? AclEntry::Tag::GroupObj : AclEntry::Tag::Group;
    else if (tag == "mask" || tag == "m")
        entry.tag = AclEntry::Tag::Mask;
    else if (tag == "other" || tag == "o")
        entry.tag = AclEntry::Tag::Other;
    else
        return std::nullopt;
    if (hasId(entry.tag)) {
        const auto [end, error] =
            std::from_chars(qualifier.data(), qualifier.data() + qualifier.size(), entry.id);
        if (error != std::errc() || end != qualifier.data() + qualifier.size() || entry.id == kUndefinedId)
            return std::nullopt;
    } else if (!qualifier.empty()) {
        return std::nullopt;
    }
    for (const char c : fields[2]) {
        if (c == 'r')
            entry.permissions |= 4;
        else if (c == 'w')
            entry.permissions |= 2;
        else if (c == 'x')
            entry.permissions |= 1;
        else if (c != '-')
            return std::nullopt;
    }
    return entry;
}

} // namespace

std::optional<Acl> aclFromXattr(std::string_view bytes)
{
    if (bytes.size() < 4 || (bytes.size() - 4) % 8 != 0 || little(bytes, 0, 4) != kVersion)
        return std::nullopt;
    Acl acl;
    for (std::size_t at = 4; at < bytes.size(); at += 8) {
        AclEntry entry;
        entry.tag = static_cast<AclEntry::Tag>(little(bytes, at, 2));
        entry.permissions = static_cast<std::uint16_t>(little(bytes, at + 2, 2));
        if (hasId(entry.tag))
            entry.id = little(bytes, at + 4, 4);
        switch (entry.tag) {
        case AclEntry::Tag::UserObj:
        case AclEntry::Tag::User:
        case AclEntry::Tag::GroupObj:
        case AclEntry::Tag::Group:
        case AclEntry::Tag::Mask:
        case AclEntry::Tag::Other:
            break;
        default:
            return std::nullopt;
        }
        acl.push_back(entry);
    }
    if (!isValid(acl))
        return std::nullopt;
    sortEntries(acl);
    return acl;
}

std::string aclToXattr(Acl acl)
{
    sortEntries(acl);
    std::string bytes;
    appendLittle(bytes, kVersion, 4);
    for (const AclEntry &entry : acl) {
        appendLittle(bytes, static_cast<std::uint32_t>(entry.tag), 2);
        appendLittle(bytes, entry.permissions, 2);
        appendLittle(bytes, hasId(entry.tag) ? entry.id : kUndefinedId, 4);
    }
    return bytes;
}

std::string aclToText(const Acl &acl)
{
    std::string text;
    for (const AclEntry &entry : acl) {
        if (!text.empty())
            text += ',';
        switch (entry.tag) {
        case AclEntry::Tag::UserObj:
        case AclEntry::Tag::User:
            text += "user:";
            break;
        case AclEntry::Tag::GroupObj:
        case AclEntry::Tag::Group:
            text += "group:";
            break;
        case AclEntry::Tag::Mask:
            text += "mask:";
            break;
        case AclEntry::Tag::Other:
            text += "other:";
            break;
        }
        if (hasId(entry.tag))
            text += std::to_string(entry.id);
        text += ':';
        text += (entry.permissions & 4) != 0 ? 'r' : '-';
        text += (entry.permissions & 2) != 0 ? 'w' : '-';
        text += (entry.permissions & 1) != 0 ? 'x' : '-';
    }
    return text;
}

std::optional<Acl> aclFromText(std::string_view text)
{
    Acl acl;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",\n"), text.size());
        if (end > 0) {
            const auto entry = entryFromText(text.substr(0, end));
            if (!entry)
                return std::nullopt;
            acl.push_back(*entry);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!isValid(acl))
        return std::nullopt;
    sortEntries(acl);
    return acl;
}

bool aclIsTrivial(const Acl &acl)
{
    return std::none_of(acl.begin(), acl.end(), [](const AclEntry &entry) {
        return hasId(entry.tag) || entry.tag == AclEntry::Tag::Mask;
    });
}

} // namespace Refbox
