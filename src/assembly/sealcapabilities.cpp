// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/sealcapabilities.h"

#include <algorithm>

namespace Refbox {

namespace {

std::string capitals(std::string_view name)
{
    std::string text(name);
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
    return text;
}

template <typename Write>
std::string joined(std::string_view before, std::string_view between, Write write)
{
    std::string text;
    for (const SealCapability &capability : kSealCapabilities) {
        text += text.empty() ? std::string_view() : between;
        text += before;
        text += write(capability.name);
    }
    return text;
}

} // namespace

std::string sealCapabilities(std::string_view before, std::string_view between)
{
    return joined(before, between, [](std::string_view name) { return name; });
}

std::string sealCapabilitiesInCapitals(std::string_view before, std::string_view between)
{
    return joined(before, between, capitals);
}

} // namespace Refbox
