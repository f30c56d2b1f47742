// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660acl.h"

#include <algorithm>

namespace Refbox {

namespace {

// An ACL's entry is a byte of type and permissions, then, where it has one, the id and its length.
enum Type : unsigned {
    UserObj = 1,
    GroupObj = 3,
    Mask = 5,
    Other = 6,
    SwitchMark = 8,
    User = 10,
    Group = 12
};
constexpr unsigned kQualifier = 8;
constexpr unsigned kFutureVersion = 15;

Type typeOf(AclEntry::Tag tag)
{
    switch (tag) {
    case AclEntry::Tag::UserObj:
        return UserObj;
    case AclEntry::Tag::User:
        return User;
    case AclEntry::Tag::GroupObj:
        return GroupObj;
    case AclEntry::Tag::Group:
        return Group;
    case AclEntry::Tag::Mask:
        return Mask;
    case AclEntry::Tag::Other:
        break;
    }
    return Other;
}

std::optional<AclEntry::Tag> tagOf(unsigned type)
{
    switch (type) {
    case UserObj:
        return AclEntry::Tag::UserObj;
    case User:
        return AclEntry::Tag::User;
    case GroupObj:
        return AclEntry::Tag::GroupObj;
    case Group:
        return AclEntry::Tag::Group;
    case Mask:
        return AclEntry::Tag::Mask;
    case Other:
        return AclEntry::Tag::Other;
    default:
        return std::nullopt;
    }
}

void appendAcl(std::string &bytes, const Acl &acl)
{
    for (const AclEntry &entry : acl) {
        const Type type = typeOf(entry.tag);
        const bool named = type == User || type == Group;
        bytes += static_cast<char>(type << 4 | (named ? kQualifier : 0) | entry.permissions);
        if (!named)
            continue;
        int width = 4;
        while (width > 1 && entry.id >> (8 * (width - 1)) == 0)
            --width;
        bytes += static_cast<char>(width);
        while (width-- > 0)
            bytes += static_cast<char>(entry.id >> (8 * width));
    }
}

void complete(Acl &acl, std::uint16_t permissions)
{
    using Tag = AclEntry::Tag;
    const auto has = [&](Tag tag) {
        return std::ranges::any_of(acl, [&](const AclEntry &entry) { return entry.tag == tag; });
    };
    const auto add = [&](Tag tag, unsigned shift) {
        if (!has(tag))
            acl.push_back({tag, static_cast<std::uint16_t>(permissions >> shift & 7), 0});
    };
    add(Tag::UserObj, 6);
    add(Tag::GroupObj, 3);
    add(Tag::Other, 0);
}

class AclDecoder
{
public:
    explicit AclDecoder(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    // False where the bytes make no sense.
    bool decode()
    {
        while (!m_bytes.empty()) {
            const unsigned head = take();
            const unsigned type = head >> 4;
            std::string qualifier;
            if ((head & kQualifier) != 0 && !takeQualifier(qualifier))
                return false;
            if (type == kFutureVersion)
                continue;
            if (type == SwitchMark) {
                m_isDefault = true;
                continue;
            }
            const auto tag = tagOf(type);
            if (!tag)
                continue;
            const bool named = type == User || type == Group;
            if (qualifier.size() > 4 || named == qualifier.empty())
                return false;
            AclEntry entry{*tag, static_cast<std::uint16_t>(head & 7), 0};
            for (const char c : qualifier)
                entry.id = entry.id << 8 | static_cast<unsigned char>(c);
            (m_isDefault ? acls.inherited : acls.access).push_back(entry);
        }
        return true;
    }

    IsoAcls acls;

private:
    unsigned take()
    {
        const auto byte = static_cast<unsigned char>(m_bytes.front());
        m_bytes.remove_prefix(1);
        return byte;
    }

    bool takeQualifier(std::string &qualifier)
    {
        for (bool more = true; more;) {
            if (m_bytes.empty())
                return false;
            const unsigned head = take();
            more = head >= 128;
            const std::size_t size = head & 127U;
            if (size > m_bytes.size())
                return false;
            qualifier += m_bytes.substr(0, size);
            m_bytes.remove_prefix(size);
        }
        return true;
    }

    std::string_view m_bytes;
    bool m_isDefault = false;
};

} // namespace

std::string encodeIsoAcls(const Acl &access, const Acl &inherited)
{
    std::string bytes;
    appendAcl(bytes, access);
    if (inherited.empty())
        return bytes;
    bytes += static_cast<char>(SwitchMark << 4 | 1);
    appendAcl(bytes, inherited);
    return bytes;
}

std::optional<IsoAcls> decodeIsoAcls(std::string_view bytes, std::uint16_t permissions)
{
    AclDecoder decoder(bytes);
    if (!decoder.decode())
        return std::nullopt;
    for (Acl *acl : {&decoder.acls.access, &decoder.acls.inherited})
        if (!acl->empty())
            complete(*acl, permissions);
    return std::move(decoder.acls);
}

} // namespace Refbox
