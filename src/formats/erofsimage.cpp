// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsimage.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kLine = 8192;
constexpr std::size_t kTablePiece = 1 << 16;
constexpr std::uint32_t kReadable = kErofsZeroPadding | kErofsCompression | kErofsChunked | kErofsDevices |
                                    kErofsPackedTails | kErofsXattrPrefixes;

QString mountIt()
{
    return translated("formats", "Mount it and open the folder instead.");
}

} // namespace

ErofsImage::ErofsImage(const std::string &path)
    : m_file(path)
{
    checkSuperblock();
}

void ErofsImage::checkSuperblock()
{
    std::array<char, kErofsSuperblockSize> bytes{};
    if (m_file.size() >= kErofsSuperblockAt + bytes.size())
        readDirectly(0, kErofsSuperblockAt, bytes);
    m_super = decodeErofsSuperblock(bytes);
    if (m_super.magic != kErofsMagic)
        refuse(translated("formats", "It is no EROFS file system."), {});
    if (m_super.blockBits < 9 || m_super.blockBits > 16)
        refuse(
            translated("formats", "Its superblock is damaged (%1).").arg(translated("formats", "block size")),
            translated("formats", "Copy or download the image again."));
    checkChecksum();
    checkFeatures();
    if (m_super.blocks > m_file.size() >> m_super.blockBits)
        refuse(translated("formats", "The file is shorter than its file system (%1 blocks of %2 bytes).")
                   .arg(m_super.blocks)
                   .arg(blockSize()),
               translated("formats", "The image is incomplete: copy or download it again."));
}

void ErofsImage::checkChecksum()
{
    if (!(m_super.compatible & kErofsChecksum))
        return;
    std::size_t size = blockSize();
    if (size > kErofsSuperblockAt)
        size -= kErofsSuperblockAt;
    std::vector<char> bytes(std::min<std::uint64_t>(size, m_file.size() - kErofsSuperblockAt));
    readDirectly(0, kErofsSuperblockAt, bytes);
    if (bytes.size() < size || erofsChecksum(bytes) != m_super.checksum)
        refuse(translated("formats", "The checksum of its superblock is wrong."),
               translated("formats", "Copy or download the image again."));
}

void ErofsImage::checkFeatures() const
{
    if (m_super.extraDevices > 0)
        refuse(translated("formats", "Parts of its content lie on other devices."), mountIt());
    if (m_super.incompatible & kErofsFragments)
        refuse(translated("formats", "Its files share compressed pieces, which is not supported."),
               mountIt());
    if (const std::uint32_t unknown = m_super.incompatible & ~kReadable; unknown != 0)
        refuse(translated("formats", "It uses features that are not known here (incompatible 0x%1).")
                   .arg(unknown, 0, 16),
               mountIt());
    if (m_super.directoryBlockBits != 0)
        refuse(translated("formats", "Its folders have blocks of another size, which is not supported."),
               mountIt());
}

ErofsRawInode ErofsImage::inode(std::uint64_t number)
{
    ErofsRawInode inode;
    inode.number = number;
    const std::uint64_t begin = std::uint64_t{m_super.metaBlock} << m_super.blockBits;
    if (number > m_file.size() / kErofsSlotSize || begin > m_file.size() - number * kErofsSlotSize)
        corrupt(number, translated("formats", "it lies outside the image"));
    inode.place = begin + number * kErofsSlotSize;
    std::array<char, kErofsExtendedSize> bytes{};
    const auto compact = std::span(bytes).first(kErofsCompactSize);
    read(number, inode.place, compact);
    if (isExtendedErofsInode(bytes))
        read(number, inode.place + compact.size(), std::span(bytes).subspan(compact.size()));
    inode.fields = decodeErofsInode(bytes);
    if (!inode.fields.extended) {
        inode.fields.mtimeSeconds = m_super.time;
        inode.fields.mtimeNanoseconds = m_super.nanoseconds;
    }
    checkKind(inode);
    return inode;
}

void ErofsImage::checkKind(const ErofsRawInode &inode) const
{
    if (inode.fields.layout > static_cast<std::uint8_t>(ErofsLayoutKind::Chunked) ||
        inode.fields.otherFlags != 0)
        corrupt(inode.number, translated("formats", "its kind is not known"));
    if (inode.fields.size > INT64_MAX)
        corrupt(inode.number, translated("formats", "its size is impossible"));
    if (inode.fields.xattrBytes() > m_file.size() - std::min(m_file.size(), inode.xattrPlace()))
        corrupt(inode.number, translated("formats", "its attributes reach beyond the end of the image"));
}

std::vector<Extent> ErofsImage::extentsOf(const ErofsRawInode &inode)
{
    if (inode.isCompressed())
        refuse(translated("formats", "Its folders or links are compressed, which is not supported."),
               mountIt());
    if (inode.fields.size == 0)
        return {};
    return inode.fields.layout == static_cast<std::uint8_t>(ErofsLayoutKind::Chunked) ? chunkExtents(inode)
                                                                                      : flatExtents(inode);
}

void ErofsImage::addExtent(const ErofsRawInode &inode, std::vector<Extent> &extents,
                           const Extent &extent) const
{
    if (extent.physical > m_file.size() || extent.length > m_file.size() - extent.physical)
        corrupt(inode.number, translated("formats", "it reaches beyond the end of the image"));
    if (!extents.empty()) {
        Extent &last = extents.back();
        if (last.logical + last.length == extent.logical && last.physical + last.length == extent.physical) {
            last.length += extent.length;
            return;
        }
    }
    extents.push_back(extent);
}

std::vector<Extent> ErofsImage::flatExtents(const ErofsRawInode &inode) const
{
    std::vector<Extent> extents;
    std::uint64_t inBlocks = inode.fields.size;
    if (inode.fields.layout == static_cast<std::uint8_t>(ErofsLayoutKind::Inline))
        inBlocks = (inode.fields.size - 1) >> m_super.blockBits << m_super.blockBits;
    if (inBlocks > 0)
        addExtent(inode, extents, {0, std::uint64_t{inode.fields.place} << m_super.blockBits, inBlocks});
    if (const std::uint64_t tail = inode.fields.size - inBlocks; tail > 0) {
        if (inode.bodyPlace() % blockSize() + tail > blockSize())
            corrupt(inode.number, translated("formats", "its last bytes cross a block's end"));
        addExtent(inode, extents, {inBlocks, inode.bodyPlace(), tail});
    }
    return extents;
}

std::vector<Extent> ErofsImage::chunkExtents(const ErofsRawInode &inode)
{
    const std::uint32_t format = inode.fields.place;
    if (format & ~std::uint32_t{kErofsChunkBitsMask | kErofsChunkIndexes})
        corrupt(inode.number, translated("formats", "the kind of its chunks is not known"));
    const unsigned chunkBits = m_super.blockBits + (format & kErofsChunkBitsMask);
    const std::uint64_t entries = ((inode.fields.size - 1) >> chunkBits) + 1;
    const bool hasIndexes = (format & kErofsChunkIndexes) != 0;
    const std::uint64_t unit = hasIndexes ? 8 : 4;
    std::uint64_t at = (inode.bodyPlace() + unit - 1) / unit * unit;
    if (at > m_file.size() || entries > (m_file.size() - at) / unit)
        corrupt(inode.number, translated("formats", "its chunks reach beyond the end of the image"));
    m_tableBytes += entries * unit;
    if (m_tableBytes > m_file.size())
        corrupt(inode.number, translated("formats", "files have more chunks than there can be"));
    std::vector<Extent> extents;
    std::vector<char> table;
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::uint64_t inPiece = i * unit % kTablePiece;
        if (inPiece == 0) {
            table.resize(std::min<std::uint64_t>(kTablePiece, (entries - i) * unit));
            read(inode.number, at, table);
            at += table.size();
        }
        const char *entry = table.data() + inPiece;
        const std::uint32_t block = getLe32(entry + (hasIndexes ? 4 : 0));
        if (block == kErofsNoBlock)
            continue;
        if (hasIndexes && getLe32(entry) != 0)
            refuse(translated("formats", "Parts of its content lie on other devices."), mountIt());
        const std::uint64_t logical = i << chunkBits;
        addExtent(inode, extents,
                  {logical, std::uint64_t{block} << m_super.blockBits,
                   std::min(std::uint64_t{1} << chunkBits, inode.fields.size - logical)});
    }
    return extents;
}

std::string ErofsImage::contentOf(const ErofsRawInode &inode, std::uint64_t limit)
{
    if (inode.fields.size > std::min(limit, m_file.size()))
        corrupt(inode.number, translated("formats", "its size is impossible"));
    std::string bytes(inode.fields.size, '\0');
    std::uint64_t next = 0;
    for (const Extent &extent : extentsOf(inode)) {
        if (extent.logical != next)
            break;
        read(inode.number, extent.physical, std::span(bytes).subspan(extent.logical, extent.length));
        next += extent.length;
    }
    if (next != bytes.size())
        corrupt(inode.number, translated("formats", "it has a hole"));
    return bytes;
}

void ErofsImage::read(std::uint64_t inode, std::uint64_t offset, std::span<char> bytes)
{
    if (bytes.size() > kLine / 2)
        return readDirectly(inode, offset, bytes);
    while (!bytes.empty()) {
        const Line &line = lineAt(inode, offset / kLine * kLine);
        const std::size_t at = offset - line.begin;
        if (at >= line.bytes.size())
            corrupt(inode, translated("formats", "it reaches beyond the end of the image"));
        const std::size_t count = std::min(bytes.size(), line.bytes.size() - at);
        std::copy_n(line.bytes.begin() + static_cast<std::ptrdiff_t>(at), count, bytes.begin());
        bytes = bytes.subspan(count);
        offset += count;
    }
}

const ErofsImage::Line &ErofsImage::lineAt(std::uint64_t inode, std::uint64_t begin)
{
    Line &line = m_lines[begin / kLine % m_lines.size()];
    if (line.begin != begin) {
        line.begin = UINT64_MAX;
        line.bytes.resize(std::min<std::uint64_t>(kLine, m_file.size() - std::min(begin, m_file.size())));
        readDirectly(inode, begin, line.bytes);
        line.begin = begin;
    }
    return line;
}

void ErofsImage::readDirectly(std::uint64_t inode, std::uint64_t offset, std::span<char> bytes) const
{
    if (m_file.read(offset, bytes) < bytes.size())
        corrupt(inode, translated("formats", "it reaches beyond the end of the image"));
}

void ErofsImage::corrupt(std::uint64_t inode, const QString &why) const
{
    m_file.refuse(translated("formats", "Inode %1 is damaged: %2.").arg(inode).arg(why),
                  translated("formats", "Copy or download the image again."));
}

void ErofsImage::refuse(const QString &why, const QString &advice) const
{
    m_file.refuse(why, advice);
}

} // namespace Refbox
