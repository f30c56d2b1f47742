// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The capabilities with which root in a vserver could get at what it shares: the one place for the
// configurations of runtimes, the guide, and the proof that tries what is left without them. By name and
// number as in capabilities(7) and linux/capability.h.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace Refbox {

struct SealCapability
{
    unsigned number;
    std::string_view name; ///< "linux_immutable"
};

inline constexpr std::array kSealCapabilities{
    SealCapability{9, "linux_immutable"}, ///< lifts the seal itself
    SealCapability{27, "mknod"},          ///< makes a device of the disk that the image is on
    SealCapability{21, "sys_admin"},      ///< mounts that disk, and makes writable what was bound read-only
    SealCapability{17, "sys_rawio"},      ///< reaches memory and disks below the kernel
    SealCapability{16, "sys_module"},     ///< changes the kernel
};

/// All of them, each with before in front of it: "linux_immutable mknod …".
std::string sealCapabilities(std::string_view before, std::string_view between);
/// The same in capitals: "CAP_LINUX_IMMUTABLE CAP_MKNOD …".
std::string sealCapabilitiesInCapitals(std::string_view before, std::string_view between);

} // namespace Refbox
