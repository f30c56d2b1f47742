// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsinodereader.h"

#include "jobs/text.h"

#include <array>

namespace Refbox {

namespace {

constexpr std::uint64_t kLongestTarget = 4095;
constexpr std::uint64_t kDots = 3; // counted for "." and ".."

} // namespace

// Takes numbers one after the other, and no more than there are.
class SquashFsInodeReader::Fields
{
public:
    Fields(const SquashFsInodeReader &reader, std::uint64_t reference)
        : m_reader(reader)
        , m_reference(reference)
        , m_position(reader.m_table.positionOf(reference))
        , m_count(reader.m_table.readSome(m_position, m_bytes))
    {
    }

    template <typename Number>
    void take(Number &value)
    {
        if (m_at + sizeof value > m_count)
            m_reader.corrupt(m_reference, translated("formats", "it reaches beyond the end of its table"));
        value = littleAt<Number>(m_bytes, m_at);
        m_at += sizeof value;
    }
    template <typename Number>
    Number take()
    {
        Number value = 0;
        take(value);
        return value;
    }
    /// In the table.
    std::uint64_t position() const { return m_position + m_at; }

private:
    const SquashFsInodeReader &m_reader;
    std::uint64_t m_reference;
    std::uint64_t m_position;
    std::array<char, 64> m_bytes{}; // more than the fields of any kind
    std::size_t m_count;
    std::size_t m_at = 0;
};

SquashFsInodeReader::SquashFsInodeReader(const SquashFsImage &image)
    : m_image(image)
    , m_table(image, translated("formats", "The inode table"), image.super().inodeTable,
              image.super().directoryTable)
{
    const SquashFsLookup ids(image, translated("formats", "The id table"), image.super().idTable,
                             image.super().ids, sizeof(std::uint32_t));
    for (std::uint64_t i = 0; i < ids.count(); ++i)
        m_ids.push_back(littleAt<std::uint32_t>(ids.entry(i), 0));
    m_idsBegin = ids.begin();
}

SquashFsInode SquashFsInodeReader::read(std::uint64_t reference) const
{
    Fields fields(*this, reference);
    SquashFsInode inode;
    inode.reference = reference;
    auto type = fields.take<std::uint16_t>();
    fields.take(inode.permissions);
    inode.permissions &= 07777;
    const auto uid = fields.take<std::uint16_t>();
    const auto gid = fields.take<std::uint16_t>();
    if (uid >= m_ids.size() || gid >= m_ids.size())
        corrupt(reference, translated("formats", "its owner is impossible"));
    inode.uid = m_ids[uid];
    inode.gid = m_ids[gid];
    fields.take(inode.mtime);
    fields.take<std::uint32_t>(); // its number, which nobody needs
    const bool extended = type > kSquashFsExtended;
    if (extended)
        type = static_cast<std::uint16_t>(type - kSquashFsExtended);
    inode.type = SquashFsType{type};
    readFields(inode, fields, extended);
    if (inode.links == 0)
        corrupt(reference, translated("formats", "it has a name but is not in use"));
    return inode;
}

void SquashFsInodeReader::readFields(SquashFsInode &inode, Fields &fields, bool extended) const
{
    switch (inode.type) {
    case SquashFsType::Directory:
        return readDirectory(inode, fields, extended);
    case SquashFsType::Regular:
        return readRegular(inode, fields, extended);
    case SquashFsType::Symlink:
        return readSymlink(inode, fields, extended);
    case SquashFsType::BlockDevice:
    case SquashFsType::CharDevice:
        fields.take(inode.links);
        fields.take(inode.device);
        break;
    case SquashFsType::Fifo:
    case SquashFsType::Socket:
        fields.take(inode.links);
        break;
    default:
        corrupt(inode.reference, translated("formats", "there is no such type of file"));
    }
    if (extended)
        fields.take(inode.xattrs);
}

void SquashFsInodeReader::readRegular(SquashFsInode &inode, Fields &fields, bool extended) const
{
    if (extended) {
        fields.take(inode.start);
        fields.take(inode.size);
        fields.take<std::uint64_t>(); // bytes of holes
        fields.take(inode.links);
        fields.take(inode.fragment);
        fields.take(inode.fragmentOffset);
        fields.take(inode.xattrs);
    } else {
        inode.start = fields.take<std::uint32_t>();
        fields.take(inode.fragment);
        fields.take(inode.fragmentOffset);
        inode.size = fields.take<std::uint32_t>();
    }
    const std::uint32_t blockSize = m_image.super().blockSize;
    const std::uint64_t end = inode.size % blockSize;
    if (end == 0)
        inode.fragment = kSquashFsNone;
    const bool hasFragment = inode.fragment != kSquashFsNone;
    inode.blocks = inode.size / blockSize + (end != 0 && !hasFragment ? 1 : 0);
    inode.sizesAt = fields.position();
    if (inode.sizesAt > m_table.limit() ||
        inode.blocks > (m_table.limit() - inode.sizesAt) / sizeof(std::uint32_t))
        corrupt(inode.reference, translated("formats", "its size is impossible"));
    if (hasFragment && (inode.fragment >= m_image.super().fragments || inode.fragmentOffset > blockSize ||
                        end > blockSize - inode.fragmentOffset))
        corrupt(inode.reference, translated("formats", "its fragment is impossible"));
}

void SquashFsInodeReader::readDirectory(SquashFsInode &inode, Fields &fields, bool extended) const
{
    std::uint32_t block = 0;
    std::uint16_t offset = 0;
    if (extended) {
        fields.take(inode.links);
        inode.size = fields.take<std::uint32_t>();
        fields.take(block);
        fields.take<std::uint32_t>(); // its parent's number
        fields.take<std::uint16_t>(); // pieces of its index
        fields.take(offset);
        fields.take(inode.xattrs);
    } else {
        fields.take(block);
        fields.take(inode.links);
        inode.size = fields.take<std::uint16_t>();
        fields.take(offset);
    }
    inode.size -= std::min(inode.size, kDots);
    inode.list = squashFsReference(block, offset);
}

void SquashFsInodeReader::readSymlink(SquashFsInode &inode, Fields &fields, bool extended) const
{
    fields.take(inode.links);
    inode.size = fields.take<std::uint32_t>();
    if (inode.size == 0 || inode.size > kLongestTarget)
        corrupt(inode.reference, translated("formats", "the length of the link's target is impossible"));
    inode.target.resize(inode.size);
    m_table.read(fields.position(), inode.target);
    if (inode.target.find('\0') != std::string::npos)
        corrupt(inode.reference, translated("formats", "the link's target is impossible"));
    if (extended) {
        std::array<char, sizeof inode.xattrs> bytes{};
        m_table.read(fields.position() + inode.size, bytes);
        inode.xattrs = littleAt<std::uint32_t>(bytes, 0);
    }
}

void SquashFsInodeReader::corrupt(std::uint64_t reference, const QString &why) const
{
    m_image.corrupt(translated("formats", "The inode at %1:%2")
                        .arg(squashFsReferenceBlock(reference))
                        .arg(squashFsReferenceOffset(reference)),
                    why);
}

} // namespace Refbox
