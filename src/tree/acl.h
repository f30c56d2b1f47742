// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// POSIX ACLs (IEEE 1003.1e draft 17) as values, from and to the kernel's extended attribute form
// (linux/posix_acl_xattr.h: le32 version 2, then {le16 tag, le16 permissions, le32 id}) and text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

inline constexpr std::string_view kAclAccess = "system.posix_acl_access";
inline constexpr std::string_view kAclDefault = "system.posix_acl_default";
inline constexpr std::string_view kCapability = "security.capability";

struct AclEntry
{
    enum class Tag : std::uint16_t { UserObj = 1, User = 2, GroupObj = 4, Group = 8, Mask = 16, Other = 32 };
    Tag tag = Tag::Other;
    std::uint16_t permissions = 0; ///< r 4, w 2, x 1
    std::uint32_t id = 0;          ///< of User and Group entries, else ignored
    bool operator==(const AclEntry &) const = default;
};
using Acl = std::vector<AclEntry>;

/// nullopt where the bytes are no valid ACL (wrong version or length, unknown tag, missing or doubled entry).
std::optional<Acl> aclFromXattr(std::string_view bytes);
/// Entries in the kernel's order, whatever the order given.
std::string aclToXattr(Acl acl);

/// "user::rwx,user:1000:r--,group::r-x,mask::r-x,other::---": numeric ids, comma separated, as getfacl -c -n
/// has it.
std::string aclToText(const Acl &acl);
/// Accepts comma or newline separated entries, long or short tags, numeric ids, star's fourth field
/// ("user:daemon:r--:1": the id counts, the name does not), permissions as "rwx" subsets. nullopt where
/// malformed.
std::optional<Acl> aclFromText(std::string_view text);

/// Whether the ACL says no more than the permission bits (no named entry, no mask).
bool aclIsTrivial(const Acl &acl);

} // namespace Refbox
