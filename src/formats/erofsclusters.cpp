// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsclusters.h"

#include "jobs/text.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr std::uint64_t kHeaderSize = 8;
constexpr std::uint64_t kFullPadding = 8; // behind the header, before indexes of 8 bytes
constexpr std::uint64_t kFullEntry = 8;
constexpr std::uint32_t kTailBytes = 4; // of a pack: the number of a block
constexpr std::uint32_t kLongestStored = 1 << 20;
constexpr std::uint32_t kBlockCount = 1 << 11; // in a distance: it is a number of blocks

// Of the header.
constexpr std::uint16_t kTwoBytes = 1;
constexpr std::uint16_t kLargeClusters = 2;
constexpr std::uint16_t kLargeClusters2 = 4;
constexpr std::uint16_t kInlineTail = 8;
constexpr std::uint16_t kRotated = 16;
constexpr std::uint16_t kKnown = kTwoBytes | kLargeClusters | kLargeClusters2 | kInlineTail | kRotated;

enum Type : std::uint8_t { kPlain = 0, kHead = 1, kInside = 2, kHead2 = 3 };

struct Header
{
    std::uint64_t place = 0;
    std::uint16_t tailSize = 0;
    std::uint16_t advise = 0;
    std::uint8_t algorithms = 0;
    std::uint8_t clusterBits = 0;

    bool has(std::uint16_t flag) const { return (advise & flag) != 0; }
};

Header headerOf(ErofsImage &image, const ErofsRawInode &inode)
{
    std::array<char, kHeaderSize> bytes{};
    Header header;
    header.place = (inode.bodyPlace() + kHeaderSize - 1) / kHeaderSize * kHeaderSize;
    image.read(inode.number, header.place, bytes);
    header.tailSize = getLe16(bytes.data() + 2);
    header.advise = getLe16(bytes.data() + 4);
    header.algorithms = static_cast<std::uint8_t>(bytes[6]);
    header.clusterBits = static_cast<std::uint8_t>(bytes[7]);
    return header;
}

// What the tables say of one block of the file.
struct Cluster
{
    Type type = kPlain;
    std::uint32_t offset = 0; // of heads: where in the block they begin; else blocks stored, 0: not said
    std::uint32_t block = 0;  // of heads
};

class PieceReader
{
public:
    PieceReader(ErofsImage &image, const ErofsRawInode &inode)
        : m_image(image)
        , m_inode(inode)
        , m_header(headerOf(image, inode))
        , m_count(((inode.fields.size - 1) >> image.super().blockBits) + 1)
        , m_isFull(inode.fields.layout == static_cast<std::uint8_t>(ErofsLayoutKind::CompressedFull))
    {
    }

    std::vector<ErofsPiece> read()
    {
        checkErofsCompression(m_image, m_inode);
        readTable();
        for (std::uint64_t i = 0; i < m_count; ++i)
            addCluster(i);
        if (m_pieces.empty() || m_pieces.front().logical != 0)
            corrupt();
        if (m_header.has(kInlineTail))
            placeTail();
        return std::move(m_pieces);
    }

private:
    [[noreturn]] void corrupt() const
    {
        m_image.corrupt(m_inode.number,
                        translated("formats", "the table of its compressed pieces makes no sense"));
    }

    void readTable()
    {
        // No compression makes less of a file.
        if (m_count >> 8 > m_image.fileSize() >> m_image.super().blockBits)
            corrupt();
        std::uint64_t begin = m_header.place + kHeaderSize;
        if (m_isFull) {
            begin += kFullPadding;
            m_tableEnd = begin + m_count * kFullEntry;
        } else {
            planPacks(begin);
        }
        if (m_tableEnd > m_image.fileSize())
            m_image.corrupt(m_inode.number, translated("formats", "it reaches beyond the end of the image"));
        m_table.resize(m_tableEnd - begin);
        m_image.read(m_inode.number, begin, m_table);
        m_clusters.reserve(m_count);
        if (m_isFull)
            readFull();
        else
            readPacks();
    }

    // Entries of 4 bytes up to a multiple of 32 bytes, then of 2 as far as they fill packs of 16, then of 4.
    void planPacks(std::uint64_t begin)
    {
        constexpr std::uint64_t alignment = 32;
        m_first = std::min<std::uint64_t>(m_count, (alignment - begin % alignment) % alignment / 4);
        if (m_header.has(kTwoBytes))
            m_two = (m_count - m_first) / 16 * 16;
        const std::uint64_t rest = m_count - m_first - m_two;
        m_tableEnd = begin + packBytes(m_first) + m_two * 2 + packBytes(rest);
    }
    static std::uint64_t packBytes(std::uint64_t entries) { return (entries + 1) / 2 * 8; }

    void readFull()
    {
        for (std::uint64_t i = 0; i < m_count; ++i) {
            const char *at = m_table.data() + i * kFullEntry;
            Cluster cluster;
            cluster.type = static_cast<Type>(getLe16(at) & 3);
            if (cluster.type == kInside) {
                const std::uint32_t distance = getLe16(at + 4);
                cluster.offset = distance & kBlockCount ? distance & ~kBlockCount : 0;
            } else {
                cluster.offset = getLe16(at + 2);
                cluster.block = getLe32(at + 4);
            }
            m_clusters.push_back(cluster);
        }
    }

    void readPacks()
    {
        const char *at = m_table.data();
        while (m_clusters.size() < m_count) {
            const bool isSmall = m_clusters.size() >= m_first && m_clusters.size() < m_first + m_two;
            const std::uint32_t entries = isSmall ? 16 : 2;
            const std::uint32_t bytes = isSmall ? 32 : 8;
            readPack({at, bytes}, entries);
            at += bytes;
        }
        m_clusters.resize(m_count); // the last pack may hold one more
    }

    // A head's block is the pack's number and the blocks of the heads before it in the pack.
    void readPack(std::span<const char> pack, std::uint32_t entries)
    {
        const std::uint32_t entryBits = (static_cast<std::uint32_t>(pack.size()) - kTailBytes) * 8 / entries;
        const std::uint32_t lowBits = std::max<std::uint32_t>(m_image.super().blockBits, 12);
        const bool isLarge = m_header.has(kLargeClusters);
        const std::size_t begin = m_clusters.size();
        std::uint32_t block = getLe32(pack.data() + pack.size() - kTailBytes);
        for (std::uint32_t i = 0; i < entries; ++i) {
            const std::uint32_t bit = i * entryBits;
            // Never beyond the pack: the number is behind the entries.
            const std::uint32_t value = getLe32(pack.data() + bit / 8) >> bit % 8;
            const std::uint32_t low = value & ((1U << lowBits) - 1);
            Cluster cluster;
            cluster.type = static_cast<Type>(value >> lowBits & 3);
            if (cluster.type == kInside) {
                const bool isCount = isLarge && (low & kBlockCount) != 0;
                cluster.offset = isCount ? low & ~kBlockCount : 0;
                block += cluster.offset;
            } else {
                const bool followsHead = i > 0 && m_clusters[begin + i - 1].type != kInside;
                if (!isLarge || followsHead)
                    ++block;
                cluster.offset = low;
                cluster.block = block;
            }
            m_clusters.push_back(cluster);
        }
    }

    void addCluster(std::uint64_t i)
    {
        const Cluster &cluster = m_clusters[i];
        ErofsPiece piece;
        piece.logical = (i << m_image.super().blockBits) + cluster.offset;
        if (cluster.type == kInside || piece.logical == m_inode.fields.size) // or the mark of the file's end
            return;
        const std::uint32_t blockSize = m_image.blockSize();
        piece.place = std::uint64_t{cluster.block} << m_image.super().blockBits;
        piece.length = storedBlocks(i) * blockSize;
        if (cluster.type == kPlain)
            piece.kind = m_header.has(kRotated) ? ErofsPiece::Kind::Rotated : ErofsPiece::Kind::Plain;
        if (cluster.offset >= blockSize || piece.logical >= m_inode.fields.size ||
            piece.length > kLongestStored ||
            (!m_pieces.empty() && piece.logical <= m_pieces.back().logical) ||
            m_pieces.size() > m_image.fileSize() >> m_image.super().blockBits ||
            (cluster.type == kHead2 && m_header.algorithms >> 4 != 0))
            corrupt();
        m_pieces.push_back(piece);
    }

    std::uint32_t storedBlocks(std::uint64_t i) const
    {
        const Cluster &cluster = m_clusters[i];
        const bool isLarge = (cluster.type == kHead && m_header.has(kLargeClusters)) ||
                             (cluster.type == kHead2 && m_header.has(kLargeClusters2));
        if (!isLarge || i + 1 == m_count || m_clusters[i + 1].type != kInside)
            return 1;
        if (m_clusters[i + 1].offset == 0 || m_clusters[i + 1].offset > kLongestStored >> 9)
            corrupt();
        return m_clusters[i + 1].offset;
    }

    // The last piece behind the table.
    void placeTail()
    {
        ErofsPiece &last = m_pieces.back();
        last.place = m_tableEnd;
        last.length = m_header.tailSize;
        if (last.length > m_image.blockSize())
            corrupt();
    }

    ErofsImage &m_image;
    const ErofsRawInode &m_inode;
    Header m_header;
    std::uint64_t m_count; // of the file's blocks
    bool m_isFull;
    std::uint64_t m_first = 0; // entries of 4 bytes before those of 2
    std::uint64_t m_two = 0;
    std::uint64_t m_tableEnd = 0;
    std::vector<char> m_table;
    std::vector<Cluster> m_clusters;
    std::vector<ErofsPiece> m_pieces;
};

} // namespace

void checkErofsCompression(ErofsImage &image, const ErofsRawInode &inode)
{
    const Header header = headerOf(image, inode);
    const bool isFull = inode.fields.layout == static_cast<std::uint8_t>(ErofsLayoutKind::CompressedFull);
    const unsigned mostBits = isFull ? 16 : header.has(kTwoBytes) ? 12 : 14;
    if ((header.algorithms & 15) != 0 || header.clusterBits != 0 || (header.advise & ~kKnown) != 0 ||
        image.super().blockBits > mostBits)
        image.refuse(translated("formats", "It holds files that are compressed in a way not known here."),
                     translated("formats", "Mount it and open the folder instead."));
}

std::vector<ErofsPiece> erofsPieces(ErofsImage &image, const ErofsRawInode &inode)
{
    return PieceReader(image, inode).read();
}

} // namespace Refbox
