// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsimage.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <filesystem>

namespace Refbox {

namespace {

constexpr std::uint16_t kLzo = 3;

QString otherWay()
{
    return translated("formats", "Mount it and open the folder instead.");
}

} // namespace

SquashFsImage::SquashFsImage(const std::string &path)
    : m_file(std::filesystem::absolute(path).lexically_normal().string())
{
    std::array<char, kSquashFsSuperblockSize> bytes{};
    std::optional<SquashFsSuperblock> super;
    if (m_file.size() >= bytes.size()) {
        read(0, bytes);
        super = parseSquashFsSuperblock(bytes);
    }
    if (!super)
        refuse(translated("formats", "It is no SquashFS image."), {});
    m_super = *super;
    checkSuperblock();
    checkTables();
}

void SquashFsImage::checkSuperblock() const
{
    if (m_super.major != 4 || m_super.minor != 0)
        refuse(translated("formats", "It is a SquashFS of version %1.%2; only 4.0 can be read.")
                   .arg(m_super.major)
                   .arg(m_super.minor),
               translated("formats", "Unpack it with unsquashfs and open the folder."));
    if (!makeSquashFsUnpacker(m_super.compression))
        refuse(m_super.compression == kLzo
                   ? translated("formats", "It is packed with LZO, which is not supported.")
                   : translated("formats", "It is packed in a way that is not known here (%1).")
                         .arg(m_super.compression),
               otherWay());
    if (!std::has_single_bit(m_super.blockSize) || m_super.blockSize < kSquashFsSmallestBlock ||
        m_super.blockSize > kSquashFsLargestBlock || m_super.blockLog != std::countr_zero(m_super.blockSize))
        corrupt(translated("formats", "The superblock"),
                translated("formats", "its block size is impossible"));
    if (m_super.bytesUsed > m_file.size())
        refuse(translated("formats", "The file is shorter than its file system (%1 bytes).")
                   .arg(m_super.bytesUsed),
               translated("formats", "The image is incomplete: copy or download it again."));
}

void SquashFsImage::checkTables() const
{
    if (m_super.inodeTable < kSquashFsSuperblockSize || m_super.inodeTable >= m_super.directoryTable ||
        m_super.directoryTable > m_super.idTable || m_super.idTable > m_super.bytesUsed || m_super.ids == 0 ||
        m_super.inodes == 0)
        corrupt(translated("formats", "The superblock"),
                translated("formats", "the places of the tables are impossible"));
}

void SquashFsImage::read(std::uint64_t offset, std::span<char> bytes) const
{
    if (m_file.read(offset, bytes) < bytes.size())
        corrupt(translated("formats", "What stands at %1").arg(offset),
                translated("formats", "it reaches beyond the end of the image"));
}

std::size_t SquashFsImage::unpack(std::uint64_t offset, std::size_t size, std::span<char> room) const
{
    if (size == 0 || offset > end() || size > end() - offset)
        corrupt(translated("formats", "The block at %1").arg(offset),
                translated("formats", "it reaches beyond the end of the image"));
    std::string packed(size, '\0');
    read(offset, packed);
    std::unique_ptr<SquashFsUnpacker> unpacker;
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_unpackers.empty()) {
            unpacker = std::move(m_unpackers.back());
            m_unpackers.pop_back();
        }
    }
    if (!unpacker)
        unpacker = makeSquashFsUnpacker(m_super.compression);
    const std::optional<std::size_t> result = unpacker->unpack(packed, room);
    {
        const std::scoped_lock lock(m_mutex);
        m_unpackers.push_back(std::move(unpacker));
    }
    if (!result)
        corrupt(translated("formats", "The block at %1").arg(offset),
                translated("formats", "it cannot be unpacked"));
    return *result;
}

std::string SquashFsImage::metadataBlock(std::uint64_t offset) const
{
    constexpr std::size_t headSize = sizeof(std::uint16_t);
    std::array<char, headSize> head{};
    read(offset, head);
    const auto word = littleAt<std::uint16_t>(head, 0);
    const std::size_t size = word & ~kSquashFsMetadataStored;
    if (size == 0 || size > kSquashFsMetadataSize)
        corrupt(translated("formats", "The block at %1").arg(offset),
                translated("formats", "its size is impossible"));
    std::string bytes(kSquashFsMetadataSize, '\0');
    if (word & kSquashFsMetadataStored) {
        bytes.resize(size);
        read(offset + headSize, bytes);
    } else {
        bytes.resize(unpack(offset + headSize, size, bytes));
    }
    return bytes;
}

void SquashFsImage::corrupt(const QString &place, const QString &why) const
{
    m_file.refuse(translated("formats", "%1 is damaged: %2.").arg(place, why),
                  translated("formats", "Copy or download the image again, or make it anew."));
}

void SquashFsImage::refuse(const QString &why, const QString &advice) const
{
    m_file.refuse(why, advice);
}

} // namespace Refbox
