// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The content of an EROFS image's compressed files (LZ4).
#pragma once

#include "formats/erofsclusters.h"
#include "formats/erofsimage.h"
#include "tree/packedcontent.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace Refbox {

/// A file's key is its inode's number. Keeps the tables and pieces that were used last: at most some 12 MB a
/// piece, for most images 1 MB in all.
class ErofsPacked final : public PackedContent
{
public:
    /// path: absolute. Throws as ErofsImage does.
    explicit ErofsPacked(const std::string &path);

    const std::string &hostPath() const override { return m_image.path(); }
    void read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const override;
    std::uint64_t nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const override;

private:
    struct File
    {
        std::uint64_t size = 0;
        std::vector<ErofsPiece> pieces;
    };
    struct Decoded
    {
        std::uint64_t key = 0;
        std::uint64_t logical = 0;
        std::vector<char> bytes;
    };
    std::shared_ptr<const File> fileOf(std::uint64_t key) const;
    std::shared_ptr<const Decoded> decodedPiece(std::uint64_t key, const ErofsPiece &piece,
                                                std::uint64_t length) const;
    void decode(std::uint64_t key, const ErofsPiece &piece, std::span<char> out) const;
    void readStored(std::uint64_t key, const ErofsPiece &piece, std::uint64_t offset,
                    std::span<char> out) const;
    [[noreturn]] void corrupt(std::uint64_t key) const;

    mutable ErofsImage m_image;
    mutable std::mutex m_mutex; ///< guards the image's tables and all below
    mutable std::array<std::pair<std::uint64_t, std::shared_ptr<const File>>, 8> m_files;
    mutable std::array<std::shared_ptr<const Decoded>, 4> m_decoded;
    mutable std::size_t m_nextFile = 0;
    mutable std::size_t m_nextDecoded = 0;
};

} // namespace Refbox
