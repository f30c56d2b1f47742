// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsxattrs.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstdio>

namespace Refbox {

namespace {

constexpr std::uint32_t kMagic = 0x52465841; // "AXFR"
constexpr std::uint32_t kAclVersion = 1;
constexpr std::size_t kLongestName = 255;

bool isNamed(AclEntry::Tag tag)
{
    return tag == AclEntry::Tag::User || tag == AclEntry::Tag::Group;
}

bool isAcl(std::string_view name)
{
    return name == kAclAccess || name == kAclDefault;
}

template <typename Number>
void append(std::string &bytes, Number value)
{
    std::array<char, sizeof value> little{};
    qToLittleEndian<Number>(value, little.data());
    bytes.append(little.data(), little.size());
}

Error cannotHold(const QString &why)
{
    return {translated("formats", "ReiserFS cannot hold the attributes"),
            {},
            why,
            translated("formats", "Remove the attribute from the source, or leave the file out.")};
}

// The sum in ones' complement of all 32-bit numbers, as Linux computes it on x86.
std::uint32_t hashOf(std::string_view value)
{
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < value.size(); at += 4) {
        std::array<char, 4> word{};
        value.substr(at, 4).copy(word.data(), word.size());
        sum += qFromLittleEndian<quint32>(word.data());
    }
    while (sum >> 32 != 0)
        sum = (sum & 0xFFFFFFFF) + (sum >> 32);
    return static_cast<std::uint32_t>(sum);
}

// Other machines fold the sum to 16 bits, or not; 0xFFFF is 0 then.
std::uint32_t folded(std::uint32_t hash)
{
    while (hash >> 16 != 0)
        hash = (hash & 0xFFFF) + (hash >> 16);
    return hash == 0xFFFF ? 0 : hash;
}

std::string aclToDisk(const Acl &acl)
{
    std::string bytes;
    append<quint32>(bytes, kAclVersion);
    for (const AclEntry &entry : acl) {
        append<quint16>(bytes, static_cast<quint16>(entry.tag));
        append<quint16>(bytes, entry.permissions);
        if (isNamed(entry.tag))
            append<quint32>(bytes, entry.id);
    }
    return bytes;
}

std::optional<std::string> aclFromDisk(std::string_view bytes)
{
    const auto take = [&]<typename Number>(Number &value) {
        if (bytes.size() < sizeof value)
            return false;
        value = qFromLittleEndian<Number>(bytes.data());
        bytes.remove_prefix(sizeof value);
        return true;
    };
    quint32 version = 0;
    if (!take(version) || version != kAclVersion)
        return std::nullopt;
    Acl acl;
    while (!bytes.empty()) {
        quint16 tag = 0;
        quint16 permissions = 0;
        quint32 id = 0xFFFFFFFF;
        if (!take(tag) || !take(permissions))
            return std::nullopt;
        if (isNamed(AclEntry::Tag{tag}) && !take(id))
            return std::nullopt;
        acl.push_back({AclEntry::Tag{tag}, permissions, id});
    }
    std::string xattr = aclToXattr(std::move(acl));
    if (!aclFromXattr(xattr))
        return std::nullopt;
    return xattr;
}

} // namespace

std::string reiserFsXattrFolder(std::uint32_t object, std::uint32_t generation)
{
    std::array<char, 20> text{};
    std::snprintf(text.data(), text.size(), "%X.%X", object, generation);
    return text.data();
}

bool reiserFsShowsXattr(std::string_view name)
{
    if (isAcl(name))
        return true;
    static constexpr std::array<std::string_view, 3> spaces{"user.", "trusted.", "security."};
    return std::ranges::any_of(spaces, [name](std::string_view space) {
        return name.size() > space.size() && name.starts_with(space);
    });
}

std::optional<std::string> encodeReiserFsXattr(const XattrView &xattr)
{
    // Names are names of files.
    if (!reiserFsShowsXattr(xattr.name) || xattr.name.size() > kLongestName ||
        xattr.name.find('/') != std::string_view::npos)
        throw cannotHold(
            translated("formats", "It has no place for the name %1.").arg(displayPath(xattr.name)));
    if (xattr.value.size() > kReiserFsLargestXattr)
        throw cannotHold(translated("formats", "The value of %1 has %2 bytes, and %3 are the most.")
                             .arg(displayPath(xattr.name))
                             .arg(xattr.value.size())
                             .arg(kReiserFsLargestXattr));
    std::string value(xattr.value);
    if (isAcl(xattr.name)) {
        if (value.size() == sizeof(quint32)) // only a version
            return std::nullopt;
        const auto acl = aclFromXattr(value);
        if (!acl)
            throw cannotHold(translated("formats", "%1 is no valid ACL.").arg(displayPath(xattr.name)));
        value = aclToDisk(*acl);
    }
    std::string file;
    append<quint32>(file, kMagic);
    append<quint32>(file, hashOf(value));
    return file + value;
}

std::optional<std::string> decodeReiserFsXattr(std::string_view name, std::string_view file)
{
    if (file.size() < kReiserFsXattrHead || qFromLittleEndian<quint32>(file.data()) != kMagic)
        return std::nullopt;
    const std::uint32_t hash = qFromLittleEndian<quint32>(file.data() + 4);
    const std::string_view value = file.substr(kReiserFsXattrHead);
    if (folded(hash) != folded(hashOf(value)))
        return std::nullopt;
    return isAcl(name) ? aclFromDisk(value) : std::string(value);
}

} // namespace Refbox
