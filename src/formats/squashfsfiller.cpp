// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsfiller.h"

#include "jobs/job.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::size_t kSlotBytes = 8 << 20; // in all slots together
constexpr std::size_t kMostSlots = 64;

std::size_t slotCount(std::uint32_t blockSize, std::size_t threads)
{
    return std::max(std::min(kSlotBytes / blockSize, kMostSlots), threads * 2 + 2);
}

bool isZeros(std::span<const char> bytes)
{
    return bytes[0] == 0 && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0;
}

} // namespace

SquashFsFiller::SquashFsFiller(const FileTree &tree, std::uint32_t blockSize, SquashFsPlan &plan,
                               SquashFsContents &contents, const SquashFsTakeover *takeover,
                               const OutputFile &file, std::uint64_t place, Progress &progress)
    : m_tree(tree)
    , m_blockSize(blockSize)
    , m_takeover(takeover)
    , m_file(file)
    , m_progress(progress)
    , m_plan(plan)
    , m_contents(contents)
    , m_place(place)
{
}

std::uint64_t SquashFsFiller::run(const SquashFsPackers &packers)
{
    m_slots.resize(slotCount(m_blockSize, packers.size()));
    runParallel(static_cast<unsigned>(packers.size()), [&](unsigned worker) {
        try {
            work(*packers[worker]);
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            m_failed = true;
            m_changed.notify_all();
            throw;
        }
    });
    m_plan.shareContents(m_contents);
    return m_place;
}

void SquashFsFiller::work(SquashFsPacker &packer)
{
    SourceFiles sources(m_tree, m_file);
    std::vector<char> input(m_blockSize);
    SquashFsPiece piece;
    std::uint64_t number = 0;
    while (take(piece, number)) {
        m_progress.throwIfCancelled();
        Slot &slot = m_slots[number % m_slots.size()];
        slot.piece = piece;
        pack(piece, packer, sources, input, slot);
        hand(number);
    }
    sources.finish();
}

// Waits only for pieces that other threads are busy with, never for threads that have not begun.
bool SquashFsFiller::take(SquashFsPiece &piece, std::uint64_t &number)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_failed || m_taken - m_written < m_slots.size(); });
    if (m_failed || !m_plan.next(m_contents, piece))
        return false;
    number = m_taken++;
    return true;
}

void SquashFsFiller::pack(const SquashFsPiece &piece, SquashFsPacker &packer, SourceFiles &sources,
                          std::vector<char> &input, Slot &slot)
{
    slot.length = 0;
    if (piece.kind == SquashFsPiece::Kind::Holes || takeOver(piece, slot))
        return;
    const std::span<char> bytes = std::span(input).first(piece.length);
    if (piece.kind == SquashFsPiece::Kind::Fragment) {
        readFragment(piece, bytes, sources);
    } else {
        sources.read(piece.id, piece.block * m_blockSize, bytes);
        if (isZeros(bytes))
            return;
    }
    slot.bytes.resize(m_blockSize);
    const std::size_t packed = packer.pack(bytes, slot.bytes);
    slot.packed = packed > 0;
    slot.length = static_cast<std::uint32_t>(slot.packed ? packed : bytes.size());
    if (!slot.packed)
        slot.bytes.swap(input);
}

bool SquashFsFiller::takeOver(const SquashFsPiece &piece, Slot &slot) const
{
    const auto block = m_takeover ? m_takeover->find(piece, m_contents) : std::nullopt;
    if (!block)
        return false;
    slot.packed = !(block->size & kSquashFsBlockStored);
    slot.length = block->size & ~kSquashFsBlockStored;
    slot.bytes.resize(m_blockSize);
    m_takeover->read(*block, std::span(slot.bytes).first(slot.length));
    m_takeover->earlier().addCopied(piece.length);
    return true;
}

void SquashFsFiller::readFragment(const SquashFsPiece &piece, std::span<char> bytes,
                                  SourceFiles &sources) const
{
    for (InodeId id = piece.id; id <= piece.last; ++id) {
        const SquashFsPlace &place = m_contents.place(id);
        if (place.fragment != piece.fragment)
            continue;
        m_progress.throwIfCancelled();
        const std::uint64_t size = m_tree.inode(id).size;
        const std::uint64_t end = size % m_blockSize;
        sources.read(id, size - end, bytes.subspan(place.fragmentOffset, end));
    }
}

// Whoever finishes the piece that all wait for writes it, and those after it that are ready.
void SquashFsFiller::hand(std::uint64_t number)
{
    std::unique_lock lock(m_mutex);
    m_slots[number % m_slots.size()].done = true;
    if (m_writing)
        return;
    m_writing = true;
    for (;;) {
        Slot &slot = m_slots[m_written % m_slots.size()];
        if (!slot.done)
            break;
        const std::uint64_t position = m_place;
        account(slot, position);
        m_place += slot.length;
        lock.unlock();
        m_file.writeAt(position, std::span(slot.bytes).first(slot.length));
        m_progress.advance(slot.piece.length);
        lock.lock();
        slot.done = false;
        ++m_written;
        m_changed.notify_all();
    }
    m_writing = false;
}

void SquashFsFiller::account(const Slot &slot, std::uint64_t position)
{
    const std::uint32_t size = slot.length | (slot.packed || slot.length == 0 ? 0 : kSquashFsBlockStored);
    switch (slot.piece.kind) {
    case SquashFsPiece::Kind::Block:
        m_contents.addBlock(slot.piece.id, position, size);
        break;
    case SquashFsPiece::Kind::Holes:
        m_contents.addHoles(slot.piece.id, position, slot.piece.holes);
        break;
    case SquashFsPiece::Kind::Fragment:
        m_contents.addFragment(position, size);
        break;
    }
}

} // namespace Refbox
