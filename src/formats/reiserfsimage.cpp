// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsimage.h"

#include "jobs/text.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace Refbox {

namespace {

constexpr std::uint32_t kUnfinished = 0xFFFFFFFF; // root, while reiserfsck rebuilds the tree
constexpr std::uint32_t kHighest = 8;             // levels; Linux has at most 5
constexpr std::uint32_t kSmallestBlock = 512;
constexpr std::uint32_t kLargestBlock = 8192;

// Journal blocks: where the fields are.
constexpr std::size_t kTransactionMagicBehind = 12; // bytes before the block's end
constexpr std::string_view kTransactionMagic = "ReIsErLB";
constexpr std::size_t kTransactionHead = 12; // number, length, mount

QString checkIt()
{
    return translated("formats", "Run reiserfsck on a copy of the image.");
}

} // namespace

ReiserFsBlockSet::ReiserFsBlockSet(std::uint32_t blocks)
    : m_parts(blocks / kInPart + 1)
{
}

bool ReiserFsBlockSet::insert(std::uint32_t block)
{
    std::unique_ptr<Part> &part = m_parts[block / kInPart];
    if (!part)
        part = std::make_unique<Part>();
    std::uint64_t &word = (*part)[block % kInPart / 64];
    const std::uint64_t bit = std::uint64_t{1} << block % 64;
    const bool isNew = (word & bit) == 0;
    word |= bit;
    return isNew;
}

ReiserFsSuperblock findReiserFsSuperblock(int fd)
{
    std::array<char, kReiserFsSuperblockSize> bytes{};
    ReiserFsSuperblock super;
    for (const std::uint64_t at : {kReiserFsSuperblockAt, kReiserFsOldSuperblockAt}) {
        super.version = ReiserFsVersion::None;
        if (pread(fd, bytes.data(), bytes.size(), static_cast<off_t>(at)) == ssize_t{bytes.size()})
            super = decodeReiserFsSuperblock(bytes);
        if (super.version != ReiserFsVersion::None)
            return super;
    }
    return super;
}

ReiserFsImage::ReiserFsImage(const std::string &path)
    : m_file(path)
{
    m_super = findReiserFsSuperblock(m_file.fd());
    checkSuperblock();
    checkJournal();
    m_claimed.emplace(m_super.blocks);
}

void ReiserFsImage::checkSuperblock() const
{
    if (m_super.version == ReiserFsVersion::None)
        refuse(translated("formats", "It is no ReiserFS file system."), {});
    const auto damaged = [this](const QString &what) {
        refuse(translated("formats", "Its superblock is damaged (%1).").arg(what), checkIt());
    };
    const std::uint32_t size = m_super.blockSize;
    if (size < kSmallestBlock || size > kLargestBlock || !std::has_single_bit(size))
        damaged(translated("formats", "block size"));
    if (m_super.blocks > m_file.size() / size)
        refuse(translated("formats", "The file is shorter than its file system (%1 blocks of %2 bytes).")
                   .arg(m_super.blocks)
                   .arg(size),
               translated("formats", "The image is incomplete: copy or download it again."));
    if (m_super.root == kUnfinished)
        refuse(translated("formats", "reiserfsck has begun to rebuild its tree, and did not finish."),
               translated("formats", "Run reiserfsck --rebuild-tree on a copy of the image."));
    if (m_super.root == 0 || m_super.root >= m_super.blocks)
        damaged(translated("formats", "root block"));
    if (m_super.height < 2 || m_super.height > kHighest + 1)
        damaged(translated("formats", "height of the tree"));
}

void ReiserFsImage::checkJournal() const
{
    const auto stale = [this] {
        refuse(translated("formats",
                          "It was not unmounted: its journal holds changes that are not in place yet."),
               translated("formats",
                          "Unmount it, or run reiserfsck --check on a copy of it, or mount it once."));
    };
    if (m_super.state != kReiserFsUnmounted)
        stale();
    const ReiserFsJournal &journal = m_super.journal;
    if (journal.device != 0) // elsewhere; Linux says "not unmounted" as long as it is in use
        return;
    if (journal.size == 0 || journal.first >= m_super.blocks ||
        journal.size >= m_super.blocks - journal.first)
        refuse(translated("formats", "Its superblock is damaged (%1).").arg(translated("formats", "journal")),
               checkIt());
    std::array<char, kTransactionHead> head{};
    read((std::uint64_t{journal.first} + journal.size) * blockSize(), head);
    const auto last = qFromLittleEndian<quint32>(head.data()); // transaction that is in place
    const auto next = qFromLittleEndian<quint32>(head.data() + 4);
    const auto mount = qFromLittleEndian<quint32>(head.data() + 8);
    if (last != 0 && next < journal.size) {
        if (isTransaction(next, last + 1, mount))
            stale();
        return;
    }
    // None has been put in place yet: whatever there is must be.
    for (std::uint32_t offset = 0; offset < journal.size; ++offset)
        if (isTransaction(offset, last + 1, std::nullopt))
            stale();
}

// Whether a whole transaction of at least this number begins in this block of the journal.
bool ReiserFsImage::isTransaction(std::uint32_t offset, std::uint32_t id,
                                  std::optional<std::uint32_t> mount) const
{
    const ReiserFsJournal &journal = m_super.journal;
    const auto place = [&](std::uint32_t block) {
        return (std::uint64_t{journal.first} + block % journal.size) * blockSize();
    };
    std::array<char, kTransactionMagic.size()> magic{};
    read(place(offset) + blockSize() - kTransactionMagicBehind, magic);
    if (std::string_view(magic.data(), magic.size()) != kTransactionMagic)
        return false;
    std::array<char, kTransactionHead> begin{};
    read(place(offset), begin);
    const auto number = qFromLittleEndian<quint32>(begin.data());
    const auto length = qFromLittleEndian<quint32>(begin.data() + 4);
    if (number < id || length == 0 || length >= journal.size ||
        (mount && qFromLittleEndian<quint32>(begin.data() + 8) != *mount))
        return false;
    // Its last block repeats number and length.
    std::array<char, kTransactionHead> end{};
    read(place(offset + length + 1), end);
    return std::equal(begin.begin(), begin.begin() + 8, end.begin());
}

void ReiserFsImage::walk(const LeafVisitor &visit, const Progress &progress)
{
    std::vector<char> bytes(blockSize());
    std::vector<Child> pending{{m_super.root, {}, {}, m_super.height - 1U}};
    while (!pending.empty()) {
        progress.throwIfCancelled();
        const Child node = pending.back();
        pending.pop_back();
        claim(node.block);
        read(std::uint64_t{node.block} * blockSize(), bytes);
        const ReiserFsBlockHead head = decodeReiserFsBlockHead(bytes.data());
        if (head.level != node.level)
            corruptBlock(node.block,
                         translated("formats", "it is at another level of the tree than it says"));
        if (node.level == 1) {
            checkLeaf(node, bytes);
            visit(node.block, bytes);
            continue;
        }
        const std::vector<Child> children = childrenOf(node, bytes);
        pending.insert(pending.end(), children.rbegin(), children.rend());
    }
}

std::vector<ReiserFsImage::Child> ReiserFsImage::childrenOf(const Child &node,
                                                            std::span<const char> bytes) const
{
    const ReiserFsBlockHead head = decodeReiserFsBlockHead(bytes.data());
    const std::size_t used = std::size_t{head.items} * (kReiserFsKeySize + kReiserFsChildSize) +
                             kReiserFsChildSize + kReiserFsBlockHead;
    if (head.items == 0 || used > bytes.size() || head.free != bytes.size() - used)
        corruptBlock(node.block, translated("formats", "its number of keys is impossible"));
    const char *keys = bytes.data() + kReiserFsBlockHead;
    const char *blocks = keys + std::size_t{head.items} * kReiserFsKeySize;
    std::vector<Child> children;
    std::optional<ReiserFsKey> low = node.low;
    for (std::uint32_t i = 0; i <= head.items; ++i) {
        std::optional<ReiserFsKey> high = node.high;
        if (i < head.items)
            high = decodeReiserFsKey(keys + std::size_t{i} * kReiserFsKeySize);
        if ((low && high && *low >= *high) || (high && node.high && *high > *node.high))
            corruptBlock(node.block, translated("formats", "its keys are not in order"));
        children.push_back({qFromLittleEndian<quint32>(blocks + std::size_t{i} * kReiserFsChildSize), low,
                            high, node.level - 1});
        low = high;
    }
    return children;
}

void ReiserFsImage::checkLeaf(const Child &leaf, std::span<const char> bytes) const
{
    const ReiserFsBlockHead head = decodeReiserFsBlockHead(bytes.data());
    std::uint64_t location = bytes.size();
    const std::uint64_t heads = kReiserFsBlockHead + std::uint64_t{head.items} * kReiserFsItemHead;
    if (head.items == 0 || heads > bytes.size())
        corruptBlock(leaf.block, translated("formats", "its number of items is impossible"));
    std::optional<ReiserFsKey> last = leaf.low;
    for (std::uint32_t i = 0; i < head.items; ++i) {
        const ReiserFsItem item =
            decodeReiserFsItem(bytes.data() + kReiserFsBlockHead + std::size_t{i} * kReiserFsItemHead);
        if (last && (i == 0 ? item.key < *last : item.key <= *last))
            corruptBlock(leaf.block, translated("formats", "its keys are not in order"));
        if (item.length > location - heads || item.location != location - item.length)
            corruptBlock(leaf.block, translated("formats", "its items are not where they should be"));
        location = item.location;
        last = item.key;
    }
    if (leaf.high && *last >= *leaf.high)
        corruptBlock(leaf.block, translated("formats", "its keys are not in order"));
    if (head.free != location - heads)
        corruptBlock(leaf.block, translated("formats", "its free space is not what it says"));
}

void ReiserFsImage::claim(std::uint32_t block)
{
    if (block == 0 || block >= m_super.blocks)
        corruptBlock(block, translated("formats", "it lies outside the file system"));
    if (!m_claimed->insert(block))
        corruptBlock(block, translated("formats", "it is used twice"));
}

void ReiserFsImage::read(std::uint64_t offset, std::span<char> bytes) const
{
    if (m_file.read(offset, bytes) < bytes.size())
        refuse(translated("formats", "The file has become shorter."),
               translated("formats", "The image is incomplete: copy or download it again."));
}

void ReiserFsImage::corrupt(const QString &about, const QString &why) const
{
    m_file.refuse(translated("formats", "%1 is damaged: %2.").arg(about, why), checkIt());
}

void ReiserFsImage::corruptBlock(std::uint32_t block, const QString &why) const
{
    corrupt(translated("formats", "Block %1").arg(block), why);
}

void ReiserFsImage::refuse(const QString &why, const QString &advice) const
{
    m_file.refuse(why, advice);
}

} // namespace Refbox
