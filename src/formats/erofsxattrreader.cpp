// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsxattrreader.h"

#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint64_t kUnit = 4;
constexpr std::size_t kHeaderSize = 12;
constexpr std::size_t kSharedCountAt = 4;
constexpr std::size_t kEntryHead = 4;
constexpr std::size_t kLongestName = 255;
constexpr std::size_t kEmptyAcl = 4;
constexpr std::uint8_t kLongPrefix = 0x80;

// Shared attributes are read again for each other set of them: images that make that endless are refused.
constexpr std::uint64_t kMostParsed = 256 << 20;
constexpr std::uint64_t kMostParsedTimes = 64;

// Head, name and value; the next entry begins at the next unit.
std::size_t entrySize(std::string_view bytes)
{
    return kEntryHead + static_cast<std::uint8_t>(bytes[0]) + getLe16(bytes.data() + 2);
}

} // namespace

ErofsXattrReader::ErofsXattrReader(ErofsImage &image, FileTreeBuilder &builder)
    : m_image(image)
    , m_builder(builder)
{
    if (image.super().incompatible & kErofsXattrPrefixes)
        readPrefixes();
}

void ErofsXattrReader::readPrefixes()
{
    const ErofsSuperblock &super = m_image.super();
    if (super.prefixCount > 0 && super.packedInode != 0)
        m_image.refuse(
            translated("formats",
                       "The prefixes of its attributes' names are packed, which is not supported."),
            translated("formats", "Mount it and open the folder instead."));
    std::uint64_t at = super.prefixStart * kUnit;
    for (unsigned i = 0; i < super.prefixCount; ++i) {
        std::array<char, 2> lengthBytes{};
        m_image.read(0, at, lengthBytes);
        const std::uint16_t stored = getLe16(lengthBytes.data());
        std::string item(stored == 0 ? 65536U : stored, '\0');
        m_image.read(0, at + lengthBytes.size(), item);
        const std::string_view base = erofsXattrPrefix(static_cast<std::uint8_t>(item[0]));
        m_prefixes.push_back(base.empty() ? std::string() : std::string(base) + item.substr(1));
        at = (at + lengthBytes.size() + item.size() + kUnit - 1) / kUnit * kUnit;
    }
}

XattrSetId ErofsXattrReader::read(const ErofsRawInode &inode)
{
    if (inode.fields.xattrCount == 0)
        return 0;
    std::string body(inode.fields.xattrBytes(), '\0');
    m_image.read(inode.number, inode.xattrPlace(), body);
    if (const auto known = m_sets.find(body); known != m_sets.end())
        return known->second;
    const Xattrs xattrs = parse(inode.number, body);
    std::vector<XattrView> views;
    for (const auto &[name, value] : xattrs)
        views.push_back({name, value});
    std::ranges::sort(views, {}, &XattrView::name);
    if (std::ranges::adjacent_find(views, {}, &XattrView::name) != views.end())
        m_image.corrupt(inode.number, translated("formats", "it has an attribute twice"));
    const XattrSetId set = m_builder.internXattrs(std::move(views));
    m_sets.emplace(std::move(body), set);
    return set;
}

ErofsXattrReader::Xattrs ErofsXattrReader::parse(std::uint64_t inode, const std::string &body)
{
    const std::size_t shared = static_cast<std::uint8_t>(body[kSharedCountAt]);
    const std::size_t sharedEnd = kHeaderSize + kUnit * shared;
    if (sharedEnd > body.size())
        m_image.corrupt(inode, translated("formats", "its attributes make no sense"));
    Xattrs xattrs;
    for (std::size_t i = 0; i < shared; ++i)
        parseEntry(inode, sharedEntry(inode, getLe32(body.data() + kHeaderSize + kUnit * i)), xattrs);
    for (std::size_t at = sharedEnd; at < body.size();) {
        const std::size_t size = parseEntry(inode, std::string_view(body).substr(at), xattrs);
        at += (size + kUnit - 1) / kUnit * kUnit;
    }
    return xattrs;
}

std::string ErofsXattrReader::sharedEntry(std::uint64_t inode, std::uint32_t id)
{
    const ErofsSuperblock &super = m_image.super();
    const std::uint64_t place = (std::uint64_t{super.xattrBlock} << super.blockBits) + id * kUnit;
    std::string entry(kEntryHead, '\0');
    m_image.read(inode, place, entry);
    entry.resize(entrySize(entry));
    m_image.read(inode, place, entry);
    m_parsedBytes += entry.size();
    if (m_parsedBytes > kMostParsed && m_parsedBytes / kMostParsedTimes > m_image.fileSize())
        m_image.corrupt(inode, translated("formats", "there are more attributes than there can be"));
    return entry;
}

// Returns the entry's size.
std::size_t ErofsXattrReader::parseEntry(std::uint64_t inode, std::string_view bytes, Xattrs &xattrs)
{
    if (bytes.size() < kEntryHead || entrySize(bytes) > bytes.size())
        m_image.corrupt(inode, translated("formats", "its attributes make no sense"));
    const std::size_t nameLength = static_cast<std::uint8_t>(bytes[0]);
    const std::size_t size = entrySize(bytes);
    const std::string_view rest = bytes.substr(kEntryHead, nameLength);
    const std::string_view value = bytes.substr(kEntryHead + nameLength, size - kEntryHead - nameLength);
    const std::string prefix = prefixOf(inode, static_cast<std::uint8_t>(bytes[1]));
    std::string name = prefix + std::string(rest);
    const bool isAcl = prefix == kAclAccess || prefix == kAclDefault;
    // Names that Linux does not show either.
    if (prefix.empty() || name.size() > kLongestName || (isAcl && !rest.empty()) ||
        rest.find('\0') != std::string_view::npos)
        return size;
    if (isAcl && value.size() != kEmptyAcl && !aclFromXattr(value))
        m_image.corrupt(inode, translated("formats", "its ACL makes no sense"));
    xattrs.emplace_back(std::move(name), value);
    return size;
}

std::string ErofsXattrReader::prefixOf(std::uint64_t inode, std::uint8_t index) const
{
    if (!(index & kLongPrefix))
        return std::string(erofsXattrPrefix(index));
    const std::size_t number = index & ~unsigned{kLongPrefix};
    if (number >= m_prefixes.size())
        m_image.corrupt(inode, translated("formats", "its attributes make no sense"));
    return m_prefixes[number];
}

} // namespace Refbox
