// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsobjects.h"

#include "jobs/text.h"

#include <QtEndian>

#include <algorithm>

#include <sys/stat.h>

namespace Refbox {

namespace {

constexpr std::uint32_t kSafeLinks = 0xFFFFFFFF; // directory of notes on what a crash would interrupt
constexpr std::uint32_t kBadBlocks = 0xFFFFFFFF; // object that owns blocks that cannot be used
constexpr std::uint32_t kPointerSize = 4;
constexpr std::uint64_t kLongestTarget = 4095;

bool isNote(const ReiserFsKey &key)
{
    return key.directory == kSafeLinks ||
           (key.directory == kReiserFsRootDirectory && key.object == kBadBlocks);
}

} // namespace

std::uint32_t ReiserFsFound::kind() const
{
    return stat.mode & S_IFMT;
}

std::uint32_t ReiserFsFound::generation() const
{
    return S_ISCHR(stat.mode) || S_ISBLK(stat.mode) ? directory : stat.extra;
}

ReiserFsObjects::ReiserFsObjects(ReiserFsImage &image, Progress &progress)
    : m_image(image)
{
    image.walk(
        [&](std::uint32_t block, std::span<const char> bytes) {
            const std::size_t before = m_objects.size();
            addLeaf(block, bytes);
            progress.advance(m_objects.size() - before);
        },
        progress);
}

void ReiserFsObjects::addLeaf(std::uint32_t block, std::span<const char> bytes)
{
    const ReiserFsBlockHead head = decodeReiserFsBlockHead(bytes.data());
    const std::uint64_t place = std::uint64_t{block} * bytes.size();
    for (std::uint32_t i = 0; i < head.items; ++i) {
        const ReiserFsItem item =
            decodeReiserFsItem(bytes.data() + kReiserFsBlockHead + std::size_t{i} * kReiserFsItemHead);
        if (item.version > kReiserFsNewItem || item.key.type == ReiserFsType::Other)
            m_image.corruptBlock(block, translated("formats", "there is no such kind of item"));
        if (isNote(item.key))
            continue;
        const bool isKnown = !m_objects.empty() && m_objects.back().directory == item.key.directory &&
                             m_objects.back().object == item.key.object;
        if (isKnown == (item.key.type == ReiserFsType::StatData))
            m_image.corruptBlock(block, translated("formats", "an object has not exactly one head"));
        addItem(item, place + item.location, bytes.subspan(item.location, item.length));
    }
}

void ReiserFsObjects::addItem(const ReiserFsItem &item, std::uint64_t place, std::span<const char> body)
{
    switch (item.key.type) {
    case ReiserFsType::StatData:
        return addObject(item, body);
    case ReiserFsType::Directory:
        return addNames(item, body);
    case ReiserFsType::Indirect:
        return addPointers(item, body);
    case ReiserFsType::Direct:
        return addTail(item, place, body);
    case ReiserFsType::Other:
        break;
    }
}

void ReiserFsObjects::addObject(const ReiserFsItem &item, std::span<const char> body)
{
    ReiserFsFound found;
    found.directory = item.key.directory;
    found.object = item.key.object;
    found.isOld = item.version == kReiserFsOldItem;
    if (item.key.offset != 0 || body.size() != (found.isOld ? kReiserFsOldStatSize : kReiserFsStatSize))
        corrupt(found, translated("formats", "its head has an impossible size"));
    found.stat = decodeReiserFsStat(body);
    m_end = 0;
    switch (found.kind()) {
    case S_IFDIR:
        found.first = m_names.size();
        break;
    case S_IFREG:
        found.first = m_extents.size();
        break;
    case S_IFLNK:
        found.first = m_targets.size();
        if (found.stat.size == 0 || found.stat.size > kLongestTarget)
            corrupt(found, translated("formats", "the length of the link's target is impossible"));
        break;
    case S_IFCHR:
    case S_IFBLK:
    case S_IFIFO:
    case S_IFSOCK:
        break;
    default:
        corrupt(found, translated("formats", "there is no such type of file"));
    }
    m_objects.push_back(found);
}

// Items of one object must not overlap; m_end keeps where the next may begin.
void ReiserFsObjects::advanceTo(std::uint64_t begin, std::uint64_t end)
{
    if (begin < m_end || end < begin)
        corrupt(m_objects.back(), translated("formats", "its pieces overlap"));
    m_end = end;
}

void ReiserFsObjects::addNames(const ReiserFsItem &item, std::span<const char> body)
{
    const ReiserFsFound &directory = m_objects.back();
    const auto wrong = [&] {
        corrupt(directory, translated("formats", "an entry of the folder makes no sense"));
    };
    const std::size_t heads = std::size_t{item.count} * kReiserFsEntryHead;
    if (directory.kind() != S_IFDIR || item.count == 0 || heads > body.size())
        wrong();
    std::size_t end = body.size();
    for (std::uint32_t i = 0; i < item.count; ++i) {
        const ReiserFsEntry entry = decodeReiserFsEntry(body.data() + std::size_t{i} * kReiserFsEntryHead);
        if (entry.location >= end || entry.location < heads || (i == 0 && entry.offset != item.key.offset))
            wrong();
        advanceTo(entry.offset, std::uint64_t{entry.offset} + 1);
        std::string_view name(body.data() + entry.location, end - entry.location);
        name = name.substr(0, name.find('\0')); // padded, but for old ones
        if ((entry.state & kReiserFsVisible) != 0)
            addName(entry, name);
        end = entry.location;
    }
}

void ReiserFsObjects::addName(const ReiserFsEntry &entry, std::string_view name)
{
    if (name == "." || name == "..")
        return;
    ReiserFsFound &directory = m_objects.back();
    if (name.empty() || name.find('/') != std::string_view::npos)
        corrupt(directory, translated("formats", "a name in the folder is impossible"));
    if (!isHashed(entry, name))
        corrupt(directory, translated("formats", "a name in the folder does not fit to its place"));
    m_names.push_back(
        {m_nameBytes.size(), static_cast<std::uint32_t>(name.size()), entry.directory, entry.object});
    m_nameBytes += name;
    ++directory.count;
}

// Linux finds no name with another hash. Those of the other hashes are believed.
bool ReiserFsObjects::isHashed(const ReiserFsEntry &entry, std::string_view name) const
{
    if (m_image.super().hash != kReiserFsR5)
        return true;
    const std::uint32_t hash = entry.offset & ~kReiserFsMostCollisions;
    return hash == reiserFsHash(name) || hash == reiserFsHash(name, true);
}

void ReiserFsObjects::addPointers(const ReiserFsItem &item, std::span<const char> body)
{
    const ReiserFsFound &file = m_objects.back();
    const std::uint64_t blockSize = m_image.blockSize();
    if (file.kind() != S_IFREG || item.key.offset == 0 || (item.key.offset - 1) % blockSize != 0 ||
        body.size() % kPointerSize != 0)
        corrupt(file, translated("formats", "a list of its blocks makes no sense"));
    std::uint64_t logical = item.key.offset - 1;
    advanceTo(logical, logical + body.size() / kPointerSize * blockSize);
    for (std::size_t at = 0; at < body.size(); at += kPointerSize, logical += blockSize) {
        const auto block = qFromLittleEndian<quint32>(body.data() + at);
        if (block == 0) // a hole
            continue;
        m_image.claim(block);
        addExtent(logical, block * blockSize, blockSize);
    }
}

void ReiserFsObjects::addTail(const ReiserFsItem &item, std::uint64_t place, std::span<const char> body)
{
    ReiserFsFound &object = m_objects.back();
    if (item.key.offset == 0 || (object.kind() != S_IFREG && object.kind() != S_IFLNK))
        corrupt(object, translated("formats", "it has bytes that it cannot have"));
    const std::uint64_t logical = item.key.offset - 1;
    const std::uint64_t before = m_end;
    advanceTo(logical, logical + body.size());
    if (object.kind() == S_IFREG)
        return addExtent(logical, place, body.size());
    if (logical != before)
        corrupt(object, translated("formats", "the link's target is impossible"));
    m_targets.append(body.data(), body.size());
    object.count += body.size();
}

// The last bytes of blocks and tails are often beyond the size.
void ReiserFsObjects::addExtent(std::uint64_t logical, std::uint64_t physical, std::uint64_t length)
{
    ReiserFsFound &file = m_objects.back();
    if (logical >= file.stat.size)
        return;
    length = std::min(length, file.stat.size - logical);
    if (file.count > 0) {
        Extent &last = m_extents.back();
        if (last.logical + last.length == logical && last.physical + last.length == physical) {
            last.length += length;
            return;
        }
    }
    m_extents.push_back({logical, physical, length});
    ++file.count;
}

std::size_t ReiserFsObjects::find(std::uint32_t directory, std::uint32_t object) const
{
    const auto key = [](const ReiserFsFound &found) {
        return std::uint64_t{found.directory} << 32 | found.object;
    };
    const std::uint64_t wanted = std::uint64_t{directory} << 32 | object;
    const auto found = std::ranges::lower_bound(m_objects, wanted, {}, key);
    if (found == m_objects.end() || key(*found) != wanted)
        return kNone;
    return static_cast<std::size_t>(found - m_objects.begin());
}

std::span<const ReiserFsObjects::Name> ReiserFsObjects::namesOf(const ReiserFsFound &directory) const
{
    return std::span(m_names).subspan(directory.first, directory.count);
}

std::string_view ReiserFsObjects::textOf(const Name &name) const
{
    return std::string_view(m_nameBytes).substr(name.begin, name.length);
}

std::span<const Extent> ReiserFsObjects::extentsOf(const ReiserFsFound &file) const
{
    return std::span(m_extents).subspan(file.first, file.count);
}

std::string_view ReiserFsObjects::targetOf(const ReiserFsFound &symlink) const
{
    const auto target = std::string_view(m_targets).substr(symlink.first, symlink.stat.size);
    if (symlink.count < symlink.stat.size || target.find('\0') != std::string_view::npos)
        corrupt(symlink, translated("formats", "the link's target is impossible"));
    return target;
}

void ReiserFsObjects::corrupt(const ReiserFsFound &object, const QString &why) const
{
    m_image.corrupt(translated("formats", "Object %1 %2").arg(object.directory).arg(object.object), why);
}

} // namespace Refbox
