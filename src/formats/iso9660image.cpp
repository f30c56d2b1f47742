// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660image.h"

#include "jobs/text.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr std::size_t kWindow = 32 * std::size_t{kIsoSector};
constexpr unsigned kMostDescriptors = 64;
constexpr unsigned char kPrimary = 1;
constexpr unsigned char kTerminator = 255;

unsigned char byteAt(std::span<const char> bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

} // namespace

Iso9660Image::Iso9660Image(const std::string &path)
    : m_file(path)
{
    readDescriptors();
}

void Iso9660Image::readDescriptors()
{
    std::array<char, kIsoSector> sector{};
    for (unsigned i = 0; i < kMostDescriptors; ++i) {
        const std::uint64_t offset = std::uint64_t{kIsoSystemArea + i} * kIsoSector;
        if (!contains({offset, sector.size()}))
            break;
        read(offset, sector);
        if (std::string_view(sector.data() + 1, kIsoMagic.size()) != kIsoMagic ||
            byteAt(sector, 0) == kTerminator)
            break;
        if (byteAt(sector, 0) == kPrimary)
            return readPrimary(sector, offset);
    }
    refuse(translated("formats", "It is no ISO 9660 image."), {});
}

void Iso9660Image::readPrimary(std::span<const char> sector, std::uint64_t offset)
{
    constexpr std::size_t blockSizeAt = 128;
    constexpr std::size_t rootAt = 156;
    m_blockSize = isoLittle16(sector.data() + blockSizeAt);
    if (m_blockSize != 512 && m_blockSize != 1024 && m_blockSize != kIsoSector)
        corrupt(offset, translated("formats", "there is no such block size"));
    const IsoRecord root = record(sector, rootAt, offset);
    if (!root.isDirectory())
        corrupt(offset, translated("formats", "the root is no folder"));
    m_root = root.extent;
}

void Iso9660Image::read(std::uint64_t offset, std::span<char> bytes) const
{
    if (m_file.read(offset, bytes) < bytes.size())
        corrupt(offset, translated("formats", "it reaches beyond the end of the image"));
}

// ECMA-119, 9.1.
IsoRecord Iso9660Image::record(std::span<const char> sector, std::size_t at, std::uint64_t sectorOffset) const
{
    const std::uint64_t place = sectorOffset + at;
    const std::size_t length = byteAt(sector, at);
    if (length <= kIsoRecordHead || length > sector.size() - at)
        corrupt(place, translated("formats", "an entry of the folder makes no sense"));
    const std::span<const char> bytes = sector.subspan(at, length);
    const std::size_t nameLength = byteAt(bytes, 32);
    if (nameLength == 0 || nameLength > length - kIsoRecordHead)
        corrupt(place, translated("formats", "an entry of the folder makes no sense"));
    const std::size_t systemUse =
        std::min(length, kIsoRecordHead + nameLength + (nameLength + 1) % 2); // an even place
    IsoRecord record;
    record.at = place;
    const std::uint64_t block = std::uint64_t{isoLittle32(bytes.data() + 2)} + byteAt(bytes, 1);
    record.extent = {block * m_blockSize, isoLittle32(bytes.data() + 10)};
    record.time = isoShortTime(bytes.data() + 18);
    record.flags = byteAt(bytes, 25);
    record.isInterleaved = bytes[27] != 0;
    record.name = {bytes.data() + kIsoRecordHead, nameLength};
    record.systemUse = {bytes.data() + systemUse, length - systemUse};
    return record;
}

void Iso9660Image::corrupt(std::uint64_t offset, const QString &why) const
{
    m_file.refuse(translated("formats", "What stands at byte %1 is damaged: %2.").arg(offset).arg(why),
                  translated("formats", "Copy or download the image again."));
}

void Iso9660Image::refuse(const QString &why, const QString &advice) const
{
    m_file.refuse(why, advice);
}

IsoRecords::IsoRecords(const Iso9660Image &image, const IsoExtent &extent)
    : m_image(image)
    , m_rest(extent)
{
    if (!image.contains(extent))
        image.corrupt(extent.offset, translated("formats", "it reaches beyond the end of the image"));
}

bool IsoRecords::fillWindow()
{
    if (m_rest.bytes == 0)
        return false;
    m_window.resize(std::min<std::uint64_t>(kWindow, m_rest.bytes));
    m_windowOffset = m_rest.offset;
    m_image.read(m_windowOffset, m_window);
    m_rest.offset += m_window.size();
    m_rest.bytes -= m_window.size();
    m_at = 0;
    return true;
}

bool IsoRecords::next(IsoRecord &record)
{
    for (;;) {
        if (m_at >= m_window.size() && !fillWindow())
            return false;
        if (m_window[m_at] != 0)
            break;
        m_at = (m_at / kIsoSector + 1) * kIsoSector; // none is cut by a sector's end
    }
    const std::size_t sector = m_at / kIsoSector * kIsoSector;
    const std::size_t size = std::min<std::size_t>(kIsoSector, m_window.size() - sector);
    record =
        m_image.record(std::span(m_window).subspan(sector, size), m_at - sector, m_windowOffset + sector);
    m_at += static_cast<unsigned char>(m_window[m_at]);
    return true;
}

} // namespace Refbox
