// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofspacked.h"

#include "jobs/text.h"

#include <algorithm>

#include <lz4.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kLongestPiece = 12 << 20; // what Linux decodes at once

} // namespace

ErofsPacked::ErofsPacked(const std::string &path)
    : m_image(path)
{
}

void ErofsPacked::corrupt(std::uint64_t key) const
{
    m_image.corrupt(key, translated("formats", "its compressed content makes no sense"));
}

void ErofsPacked::read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const
{
    const std::shared_ptr<const File> file = fileOf(key);
    if (buffer.size() > file->size || offset > file->size - buffer.size())
        corrupt(key);
    auto piece = std::prev(std::ranges::upper_bound(file->pieces, offset, {}, &ErofsPiece::logical));
    while (!buffer.empty()) {
        const std::uint64_t end = piece + 1 == file->pieces.end() ? file->size : (piece + 1)->logical;
        const std::uint64_t inPiece = offset - piece->logical;
        const std::uint64_t length = end - piece->logical;
        const std::span<char> out = buffer.first(std::min<std::uint64_t>(buffer.size(), length - inPiece));
        if (length > kLongestPiece)
            corrupt(key);
        if (piece->kind != ErofsPiece::Kind::Lz4)
            readStored(key, *piece, inPiece, out);
        else if (out.size() == length)
            decode(key, *piece, out);
        else
            std::copy_n(decodedPiece(key, *piece, length)->bytes.begin() +
                            static_cast<std::ptrdiff_t>(inPiece),
                        out.size(), out.begin());
        buffer = buffer.subspan(out.size());
        offset += out.size();
        ++piece;
    }
}

std::uint64_t ErofsPacked::nextData(std::uint64_t, std::uint64_t offset, std::uint64_t size) const
{
    return std::min(offset, size);
}

std::shared_ptr<const ErofsPacked::File> ErofsPacked::fileOf(std::uint64_t key) const
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[known, file] : m_files) {
        if (file && known == key)
            return file;
    }
    const ErofsRawInode inode = m_image.inode(key);
    if (!inode.isCompressed() || inode.fields.size == 0)
        corrupt(key);
    auto file = std::make_shared<File>();
    file->size = inode.fields.size;
    file->pieces = erofsPieces(m_image, inode);
    m_files[m_nextFile++ % m_files.size()] = {key, file};
    return file;
}

std::shared_ptr<const ErofsPacked::Decoded>
ErofsPacked::decodedPiece(std::uint64_t key, const ErofsPiece &piece, std::uint64_t length) const
{
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &decoded : m_decoded) {
            if (decoded && decoded->key == key && decoded->logical == piece.logical)
                return decoded;
        }
    }
    auto decoded = std::make_shared<Decoded>(Decoded{key, piece.logical, std::vector<char>(length)});
    decode(key, piece, decoded->bytes);
    const std::scoped_lock lock(m_mutex);
    m_decoded[m_nextDecoded++ % m_decoded.size()] = decoded;
    return decoded;
}

void ErofsPacked::decode(std::uint64_t key, const ErofsPiece &piece, std::span<char> out) const
{
    std::vector<char> stored(piece.length);
    m_image.readDirectly(key, piece.place, stored);
    auto begin = stored.begin();
    // They end with their blocks then, and none begins with a zero.
    if (m_image.super().incompatible & kErofsZeroPadding)
        begin = std::ranges::find_if(stored, [](char byte) { return byte != 0; });
    // Partial: without that padding, what is left of the last block follows.
    const auto size = static_cast<int>(out.size());
    const auto *const packed = stored.data() + (begin - stored.begin());
    if (LZ4_decompress_safe_partial(packed, out.data(), static_cast<int>(stored.end() - begin), size, size) !=
        size)
        corrupt(key);
}

void ErofsPacked::readStored(std::uint64_t key, const ErofsPiece &piece, std::uint64_t offset,
                             std::span<char> out) const
{
    const std::uint64_t blockSize = m_image.blockSize();
    const std::uint64_t first = piece.kind == ErofsPiece::Kind::Rotated ? piece.logical % blockSize : 0;
    if (offset + out.size() > piece.length)
        corrupt(key);
    while (!out.empty()) {
        const std::uint64_t at = (first + offset) % blockSize;
        const std::span<char> part = out.first(std::min<std::uint64_t>(out.size(), blockSize - at));
        m_image.readDirectly(key, piece.place + at, part);
        out = out.subspan(part.size());
        offset += part.size();
    }
}

} // namespace Refbox
