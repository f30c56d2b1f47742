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

// One entry's headers apart.
struct Headers
{
    Block pax{};
    std::string body; // of the pax header, not padded
    Block ustar{};
};

Headers headersFrom(const std::string &bytes)
{
    Headers headers;
    std::memcpy(headers.ustar.data(), bytes.data() + bytes.size() - kBlock, kBlock);
    if (bytes.size() > kBlock) {
        std::memcpy(headers.pax.data(), bytes.data(), kBlock);
        headers.body = bytes.substr(kBlock, octal(headers.pax, kSize, 11));
    } else {
        headers.pax = paxHeaderFor(headers.ustar);
    }
    return headers;
}

std::string joined(Headers headers, const std::vector<PaxRecord> &records)
{
    for (const PaxRecord &record : records)
        headers.body += paxRecord(record);
    std::string out;
    if (!headers.body.empty()) {
        setOctal(headers.pax, kSize, 11, headers.body.size(), '\0');
        setChecksum(headers.pax);
        out.append(headers.pax.data(), headers.pax.size());
        appendPadded(out, headers.body);
    }
    setChecksum(headers.ustar);
    out.append(headers.ustar.data(), headers.ustar.size());
    return out;
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
    Headers entry = headersFrom(headers);
    if (entry.ustar[kPrefix + kXustarPrefixLength] != '\0') {
        records.push_back({"path", std::string(path)});
        std::fill(entry.ustar.begin() + kPrefix, entry.ustar.begin() + kPrefixEnd, '\0');
    }
    if (entry.pax[kPrefix + kXustarPrefixLength] != '\0') // its name means nothing
        std::fill(entry.pax.begin() + kPrefix, entry.pax.begin() + kPrefixEnd, '\0');
    setXustarTimes(entry.pax, mtime);
    setXustarTimes(entry.ustar, mtime);
    return joined(std::move(entry), records);
}

std::string toPax(std::string headers, std::vector<PaxRecord> records)
{
    return records.empty() ? std::move(headers) : joined(headersFrom(headers), records);
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
