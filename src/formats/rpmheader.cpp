// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/rpmheader.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <utility>

namespace Refbox {

namespace {

constexpr std::streamoff kLeadBytes = 96;
constexpr std::size_t kIntroBytes = 16; // magic 4, reserved 4, entries 4, bytes of data 4
constexpr std::size_t kEntryBytes = 16; // tag 4, type 4, offset 4, count 4
// rpm's own limits for a header.
constexpr std::uint32_t kMostEntries = 0xffff;
constexpr std::uint32_t kMostBytes = 256U << 20;

std::uint32_t bigEndian(const char *bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

struct Intro
{
    std::uint32_t entries = 0;
    std::uint32_t bytes = 0;
};

std::optional<Intro> readIntro(std::istream &file)
{
    std::array<char, kIntroBytes> intro{};
    if (!file.read(intro.data(), intro.size()) || bigEndian(intro.data()) != 0x8eade801)
        return std::nullopt;
    const Intro found{bigEndian(intro.data() + 8), bigEndian(intro.data() + 12)};
    if (found.entries > kMostEntries || found.bytes > kMostBytes)
        return std::nullopt;
    return found;
}

const char *scriptOf(std::uint32_t tag)
{
    static constexpr std::array<std::pair<std::uint32_t, const char *>, 7> kScripts{{{1023, "%pre"},
                                                                                     {1024, "%post"},
                                                                                     {1025, "%preun"},
                                                                                     {1026, "%postun"},
                                                                                     {1065, "%trigger"},
                                                                                     {1151, "%pretrans"},
                                                                                     {1152, "%posttrans"}}};
    for (const auto &[known, name] : kScripts) {
        if (known == tag)
            return name;
    }
    return nullptr;
}

} // namespace

bool isRpm(std::string_view head)
{
    return head.starts_with("\xed\xab\xee\xdb");
}

std::vector<std::string> rpmScripts(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    file.seekg(kLeadBytes);
    const auto signature = readIntro(file);
    if (!signature)
        return {};
    const std::uint32_t bytes = signature->entries * kEntryBytes + signature->bytes;
    file.seekg((bytes + 7) / 8 * 8, std::ios::cur);
    const auto header = readIntro(file);
    if (!header)
        return {};
    std::vector<std::string> scripts;
    for (std::uint32_t i = 0; i < header->entries; ++i) {
        std::array<char, kEntryBytes> entry{};
        if (!file.read(entry.data(), entry.size()))
            return {};
        if (const char *name = scriptOf(bigEndian(entry.data())))
            scripts.emplace_back(name);
    }
    return scripts;
}

} // namespace Refbox
