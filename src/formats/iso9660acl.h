// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ACLs as AAIP 2.0 has them: a file's access ACL and, for a folder, its default one in one attribute without
// a name. Pure, any thread.
#pragma once

#include "tree/acl.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

struct IsoAcls
{
    Acl access; ///< empty: none
    Acl inherited;
};

std::string encodeIsoAcls(const Acl &access, const Acl &inherited);

/// What an ACL leaves out comes from the permissions. nullopt where the bytes make no sense; the ACLs may
/// still be invalid.
std::optional<IsoAcls> decodeIsoAcls(std::string_view bytes, std::uint16_t permissions);

} // namespace Refbox
