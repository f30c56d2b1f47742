// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsxattrreader.h"

#include "jobs/text.h"

#include <array>
#include <utility>

namespace Refbox {

namespace {

constexpr std::uint16_t kElsewhere = 0x100;    // the value stands with another set
constexpr std::uint32_t kLongestValue = 65536; // of Linux
constexpr std::size_t kLongestName = 255;

} // namespace

SquashFsXattrReader::SquashFsXattrReader(const SquashFsImage &image, FileTreeBuilder &builder)
    : m_image(image)
    , m_builder(builder)
{
    constexpr std::size_t headSize = 16;
    const std::uint64_t start = image.super().xattrTable;
    if (start == kSquashFsNoTable)
        return;
    std::array<char, headSize> head{};
    image.read(start, head);
    const auto listsAt = littleAt<std::uint64_t>(head, 0);
    const auto count = littleAt<std::uint32_t>(head, sizeof listsAt);
    const QString name = translated("formats", "The table of attributes");
    m_ids.emplace(image, name, start + headSize, count, kSquashFsXattrIdSize);
    if (listsAt > m_ids->begin())
        corrupt(translated("formats", "its place is impossible"));
    m_lists.emplace(image, name, listsAt, m_ids->begin());
}

XattrSetId SquashFsXattrReader::set(std::uint32_t index)
{
    if (index == kSquashFsNone)
        return 0;
    if (!m_ids || index >= m_ids->count())
        corrupt(translated("formats", "it has no entry %1").arg(index));
    const auto known = m_known.find(index);
    if (known != m_known.end())
        return known->second;
    return m_known.emplace(index, readSet(index)).first->second;
}

XattrSetId SquashFsXattrReader::readSet(std::uint32_t index)
{
    const std::string entry = m_ids->entry(index);
    std::uint64_t position = m_lists->positionOf(littleAt<std::uint64_t>(entry, 0));
    const std::uint64_t begin = position;
    std::vector<std::pair<std::string, std::string>> xattrs;
    for (auto count = littleAt<std::uint32_t>(entry, sizeof position); count > 0; --count) {
        std::array<char, 2 * sizeof(std::uint16_t)> head{};
        m_lists->read(position, head);
        position += head.size();
        const auto type = littleAt<std::uint16_t>(head, 0);
        const std::size_t size = littleAt<std::uint16_t>(head, sizeof type);
        const std::string_view prefix = squashFsXattrPrefix(type & 0xFF);
        if (size == 0 || size > kLongestName)
            corrupt(translated("formats", "the length of a name is impossible"));
        std::string name(size, '\0');
        m_lists->read(position, name);
        position += size;
        std::string value = readValue(position, (type & kElsewhere) != 0);
        if (!prefix.empty())
            xattrs.emplace_back(std::string(prefix) + name, std::move(value));
    }
    if (position > begin && !m_ranges.add(begin, position))
        corrupt(translated("formats", "its lists overlap"));
    std::vector<XattrView> views;
    views.reserve(xattrs.size());
    for (const auto &[name, value] : xattrs)
        views.push_back({name, value});
    return m_builder.internXattrs(std::move(views));
}

std::string SquashFsXattrReader::readValue(std::uint64_t &position, bool elsewhere)
{
    std::array<char, sizeof(std::uint32_t)> head{};
    m_lists->read(position, head);
    position += head.size();
    std::uint64_t at = position;
    auto size = littleAt<std::uint32_t>(head, 0);
    if (elsewhere) {
        std::array<char, sizeof(std::uint64_t)> reference{};
        if (size != reference.size())
            corrupt(translated("formats", "the length of a value is impossible"));
        m_lists->read(position, reference);
        position += reference.size();
        at = m_lists->positionOf(littleAt<std::uint64_t>(reference, 0));
        m_lists->read(at, head);
        at += head.size();
        size = littleAt<std::uint32_t>(head, 0);
    }
    if (size > kLongestValue)
        corrupt(translated("formats", "the length of a value is impossible"));
    if (elsewhere && !m_elsewhere.has(at, at + size) && !m_elsewhere.add(at, at + size))
        corrupt(translated("formats", "its values overlap"));
    std::string value(size, '\0');
    m_lists->read(at, value);
    if (!elsewhere)
        position += size;
    return value;
}

void SquashFsXattrReader::corrupt(const QString &why) const
{
    m_image.corrupt(translated("formats", "The table of attributes"), why);
}

} // namespace Refbox
