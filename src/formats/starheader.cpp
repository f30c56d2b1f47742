// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/starheader.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::size_t kBlock = 512;
// Offsets of fields in a ustar header.
constexpr std::size_t kMode = 100;
constexpr std::size_t kUid = 108;
constexpr std::size_t kSize = 124;
constexpr std::size_t kMtime = 136;
constexpr std::size_t kChecksum = 148;
constexpr std::size_t kType = 156;
constexpr std::size_t kLinkName = 157;
constexpr std::size_t kMagic = 257;
constexpr std::size_t kUserName = 265;
constexpr std::size_t kPrefix = 345;
constexpr std::size_t kPrefixEnd = 500;
constexpr std::size_t kXustarPrefixLength = 130;
constexpr std::size_t kXustarTimes = 476;

using Block = std::array<char, kBlock>;

void setOctal(Block &block, std::size_t offset, int digits, std::uint64_t value, char end)
{
    for (int i = digits; i-- > 0; value >>= 3)
        block[offset + static_cast<std::size_t>(i)] = static_cast<char>('0' + (value & 7));
    block[offset + static_cast<std::size_t>(digits)] = end;
}

void setChecksum(Block &block)
{
    std::fill_n(block.begin() + kChecksum, 8, ' ');
    std::uint64_t sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    setOctal(block, kChecksum, 6, sum, '\0');
}

// Old readers take the times for the prefix's end, behind the 0.
void setXustarTimes(Block &block, std::int64_t mtime)
{
    const bool fits = mtime >= 0 && mtime < std::int64_t(1) << 33;
    std::fill(block.begin() + kPrefix + kXustarPrefixLength, block.begin() + kPrefixEnd, '\0');
    setOctal(block, kXustarTimes, 11, fits ? static_cast<std::uint64_t>(mtime) : 0, ' ');
    setOctal(block, kXustarTimes + 12, 11, fits ? static_cast<std::uint64_t>(mtime) : 0, ' ');
}

std::uint64_t octal(const Block &block, std::size_t offset, std::size_t width)
{
    std::uint64_t value = 0;
    for (std::size_t i = offset; i < offset + width && block[i] >= '0' && block[i] <= '7'; ++i)
        value = value * 8 + static_cast<std::uint64_t>(block[i] - '0');
    return value;
}

std::string paxRecord(const PaxRecord &record)
{
    const std::size_t rest = record.key.size() + record.value.size() + 3; // blank, '=', newline
    std::size_t length = rest + 1;
    while (std::to_string(length).size() + rest != length)
        length = std::to_string(length).size() + rest;
    return std::to_string(length) + ' ' + record.key + '=' + record.value + '\n';
}

Block paxHeaderFor(const Block &entry)
{
    Block header = entry;
    std::fill_n(header.begin(), 100, '\0');
    std::fill_n(header.begin() + kLinkName, 100, '\0');
    std::fill(header.begin() + kUserName, header.end(), '\0');
    std::memcpy(header.data(), "./PaxHeaders/entry", 18);
    setOctal(header, kMode, 7, 0644, '\0');
    header[kType] = 'x';
    return header;
}

void appendPadded(std::string &out, const std::string &bytes)
{
    out += bytes;
    out.append((kBlock - bytes.size() % kBlock) % kBlock, '\0');
}

} // namespace

std::string starGlobalHeader()
{
    const std::string record = paxRecord({"SCHILY.archtype", "exustar"});
    Block header{};
    std::memcpy(header.data(), "././@PaxHeader", 14);
    setOctal(header, kMode, 7, 0644, '\0');
    setOctal(header, kUid, 7, 0, '\0');
    setOctal(header, kUid + 8, 7, 0, '\0');
    setOctal(header, kSize, 11, record.size(), '\0');
    setOctal(header, kMtime, 11, 0, '\0');
    header[kType] = 'g';
    std::memcpy(header.data() + kMagic, "ustar\00000", 8);
    setXustarTimes(header, 0);
    setChecksum(header);
    std::string out(header.data(), header.size());
    appendPadded(out, record);
    return out;
}

std::string toExustar(std::string headers, std::string_view path, std::int64_t mtime,
                      std::vector<PaxRecord> records)
{
    Block entry{};
    std::memcpy(entry.data(), headers.data() + headers.size() - kBlock, kBlock);
    Block pax{};
    std::string body;
    if (headers.size() > kBlock) {
        std::memcpy(pax.data(), headers.data(), kBlock);
        body = headers.substr(kBlock, octal(pax, kSize, 11));
    } else {
        pax = paxHeaderFor(entry);
    }
    if (entry[kPrefix + kXustarPrefixLength] != '\0') {
        records.push_back({"path", std::string(path)});
        std::fill(entry.begin() + kPrefix, entry.begin() + kPrefixEnd, '\0');
    }
    for (const PaxRecord &record : records)
        body += paxRecord(record);

    std::string out;
    if (!body.empty()) {
        if (pax[kPrefix + kXustarPrefixLength] != '\0') // its name means nothing
            std::fill(pax.begin() + kPrefix, pax.begin() + kPrefixEnd, '\0');
        setOctal(pax, kSize, 11, body.size(), '\0');
        setXustarTimes(pax, mtime);
        setChecksum(pax);
        out.append(pax.data(), pax.size());
        appendPadded(out, body);
    }
    setXustarTimes(entry, mtime);
    setChecksum(entry);
    out.append(entry.data(), entry.size());
    return out;
}

std::string xattrKeyword(std::string_view name)
{
    std::string keyword = "SCHILY.xattr.";
    for (const char c : name) {
        if (c == '%')
            keyword += "%25";
        else if (c == '=')
            keyword += "%3D";
        else
            keyword += c;
    }
    return keyword;
}

} // namespace Refbox
