// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A ReiserFS image opened for reading, with bounds on everything that it may lie about: its superblock, its
// journal, and a walk over the leaves of its tree. One thread.
#pragma once

#include "formats/imagefile.h"
#include "formats/reiserfsformat.h"
#include "jobs/error.h"
#include "jobs/progress.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Which of many blocks have been met. Takes memory only where some have.
class ReiserFsBlockSet final
{
public:
    explicit ReiserFsBlockSet(std::uint32_t blocks);
    /// False where it was there.
    bool insert(std::uint32_t block);

private:
    static constexpr std::uint32_t kInPart = 32768;
    using Part = std::array<std::uint64_t, kInPart / 64>;
    std::vector<std::unique_ptr<Part>> m_parts;
};

class ReiserFsImage final
{
public:
    /// Throws Error where the file is no image, damaged, or needs its journal replayed.
    explicit ReiserFsImage(const std::string &path);

    const std::string &path() const { return m_file.path(); }
    const ReiserFsSuperblock &super() const { return m_super; }
    std::uint32_t blockSize() const { return m_super.blockSize; }

    using LeafVisitor = std::function<void(std::uint32_t block, std::span<const char> bytes)>;
    /// All leaves, ascending by key; their bytes have not been looked at. Throws Error for a damaged tree.
    void walk(const LeafVisitor &visit, const Progress &progress);

    /// Takes a block for what only one may have. Throws Error where it is outside the file system or taken.
    void claim(std::uint32_t block);
    void read(std::uint64_t offset, std::span<char> bytes) const;

    /// about: what is damaged, as "Block 12", "Object 2 17".
    [[noreturn]] void corrupt(const QString &about, const QString &why) const;
    [[noreturn]] void corruptBlock(std::uint32_t block, const QString &why) const;
    [[noreturn]] void refuse(const QString &why, const QString &advice) const;

private:
    struct Child
    {
        std::uint32_t block = 0;
        std::optional<ReiserFsKey> low;  ///< no key below it is less
        std::optional<ReiserFsKey> high; ///< all keys below it are less
        std::uint32_t level = 0;
    };
    std::vector<Child> childrenOf(const Child &node, std::span<const char> bytes) const;
    void checkLeaf(const Child &leaf, std::span<const char> bytes) const;
    void readSuperblock();
    void checkSuperblock() const;
    void checkJournal() const;
    bool isTransaction(std::uint32_t offset, std::uint32_t id, std::optional<std::uint32_t> mount) const;

    ImageFile m_file;
    ReiserFsSuperblock m_super;
    std::optional<ReiserFsBlockSet> m_claimed;
};

/// Where the superblock of an open file is; version None where there is none.
ReiserFsSuperblock findReiserFsSuperblock(int fd);

} // namespace Refbox
