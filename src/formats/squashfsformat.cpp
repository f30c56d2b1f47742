// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsformat.h"

#include <array>

namespace Refbox {

namespace {

constexpr std::array<std::string_view, 3> kPrefixes{"user.", "trusted.", "security."};

// Takes numbers one after the other.
class Fields
{
public:
    explicit Fields(std::span<const char> bytes)
        : m_bytes(bytes)
    {
    }
    template <typename Number>
    void take(Number &value)
    {
        value = littleAt<Number>(m_bytes, m_at);
        m_at += sizeof value;
    }

private:
    std::span<const char> m_bytes;
    std::size_t m_at = 0;
};

} // namespace

std::string SquashFsSuperblock::encode() const
{
    std::string bytes;
    appendLittle(bytes, kSquashFsMagic);
    for (const std::uint32_t value : {inodes, time, blockSize, fragments})
        appendLittle(bytes, value);
    for (const std::uint16_t value : {compression, blockLog, flags, ids, major, minor})
        appendLittle(bytes, value);
    for (const std::uint64_t value :
         {rootInode, bytesUsed, idTable, xattrTable, inodeTable, directoryTable, fragmentTable, exportTable})
        appendLittle(bytes, value);
    return bytes;
}

std::optional<SquashFsSuperblock> parseSquashFsSuperblock(std::span<const char> bytes)
{
    if (bytes.size() < kSquashFsSuperblockSize || littleAt<std::uint32_t>(bytes, 0) != kSquashFsMagic)
        return std::nullopt;
    SquashFsSuperblock super;
    Fields fields(bytes.subspan(sizeof kSquashFsMagic));
    for (std::uint32_t *value : {&super.inodes, &super.time, &super.blockSize, &super.fragments})
        fields.take(*value);
    for (std::uint16_t *value :
         {&super.compression, &super.blockLog, &super.flags, &super.ids, &super.major, &super.minor})
        fields.take(*value);
    for (std::uint64_t *value :
         {&super.rootInode, &super.bytesUsed, &super.idTable, &super.xattrTable, &super.inodeTable,
          &super.directoryTable, &super.fragmentTable, &super.exportTable})
        fields.take(*value);
    return super;
}

std::string_view squashFsXattrPrefix(std::uint16_t type)
{
    return type < kPrefixes.size() ? kPrefixes[type] : std::string_view();
}

} // namespace Refbox
