// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660image.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

constexpr std::size_t kWindow = 32 * std::size_t{kIsoSector};
constexpr unsigned kMostDescriptors = 64;
constexpr unsigned char kPrimary = 1;
constexpr unsigned char kTerminator = 255;

QString cannotRead()
{
    return translated("formats", "Cannot read the image");
}

unsigned char byteAt(std::span<const char> bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

} // namespace

Iso9660Image::Iso9660Image(const std::string &path)
    : m_path(path)
    , m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
{
    open();
    readDescriptors();
}

void Iso9660Image::open()
{
    if (!m_fd.isOpen())
        throw Error::fromErrno(cannotRead(), m_path, errno);
    const off_t end = lseek(m_fd.get(), 0, SEEK_END);
    struct stat status
    {
    };
    if (end < 0 || fstat(m_fd.get(), &status) != 0 || !(S_ISREG(status.st_mode) || S_ISBLK(status.st_mode)))
        refuse(translated("formats", "It is no regular file."),
               translated("formats", "Give the path of an image file."));
    m_size = static_cast<std::uint64_t>(end);
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
    const std::uint64_t start = offset;
    while (!bytes.empty()) {
        const ssize_t n = pread(m_fd.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            throw Error::fromErrno(cannotRead(), m_path, errno);
        if (n == 0)
            corrupt(start, translated("formats", "it reaches beyond the end of the image"));
        offset += static_cast<std::uint64_t>(n);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
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
    throw Error(cannotRead(), displayPath(m_path),
                translated("formats", "What stands at byte %1 is damaged: %2.").arg(offset).arg(why),
                translated("formats", "Copy or download the image again."));
}

void Iso9660Image::refuse(const QString &why, const QString &advice) const
{
    throw Error(cannotRead(), displayPath(m_path), why, advice);
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
