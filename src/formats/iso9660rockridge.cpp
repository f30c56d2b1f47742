// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660rockridge.h"

#include "formats/iso9660fields.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr unsigned kMostAreas = 1000; // of a file
constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestTarget = 4095;
constexpr std::size_t kXaBytes = 14; // of CD-ROM XA, before the fields

// Wherever SP may be: first of all, or behind what CD-ROM XA has.
std::optional<std::size_t> findSharing(std::string_view systemUse)
{
    constexpr std::string_view sharing("SP\7\1\xBE\xEF", 6);
    for (const std::size_t at : {std::size_t{0}, kXaBytes})
        if (systemUse.size() > at + sharing.size() && systemUse.substr(at).starts_with(sharing))
            return at;
    return std::nullopt;
}

} // namespace

struct IsoRockRidge::State
{
    IsoFields fields;
    std::optional<IsoContinuation> next;
    bool ended = false;           // ST
    bool nameContinues = true;    // more NM fields belong to it
    bool startsComponent = false; // of a target: a slash comes before the next
};

IsoRockRidge::IsoRockRidge(const Iso9660Image &image)
    : m_image(image)
{
    IsoRecords records(image, image.rootExtent());
    IsoRecord self;
    if (!records.next(self))
        image.corrupt(image.rootExtent().offset, translated("formats", "the root has no entries"));
    const auto sharing = findSharing(self.systemUse);
    if (!sharing)
        return;
    constexpr std::size_t skipAt = 6;
    m_isThere = true;
    m_skip = static_cast<unsigned char>(self.systemUse[*sharing + skipAt]);
    m_rootRecord = self.at;
    m_rootSkip = *sharing;
}

IsoFields IsoRockRidge::fieldsOf(const IsoRecord &record)
{
    State state;
    if (!m_isThere)
        return {};
    const std::size_t skip = record.at == m_rootRecord ? m_rootSkip : m_skip;
    readArea(record.systemUse.substr(std::min(skip, record.systemUse.size())), record.at, state);
    for (unsigned areas = 0; state.next && !state.ended; ++areas) {
        const IsoContinuation area = *state.next;
        state.next.reset();
        const std::uint64_t offset = std::uint64_t{area.sector} * m_image.blockSize() + area.offset;
        if (areas == kMostAreas)
            m_image.corrupt(record.at, translated("formats", "its fields go on without end"));
        m_continued += area.size;
        if (!m_image.contains({offset, area.size}) || m_continued > 2 * m_image.size())
            m_image.corrupt(record.at, translated("formats", "its fields reach beyond the end of the image"));
        m_area.resize(area.size);
        m_image.read(offset, m_area);
        readArea(m_area, offset, state);
    }
    return std::move(state.fields);
}

void IsoRockRidge::readArea(std::string_view area, std::uint64_t at, State &state)
{
    while (area.size() >= kIsoFieldHead && !state.ended) {
        const std::size_t length = static_cast<unsigned char>(area[2]);
        if (length < kIsoFieldHead) // padding
            return;
        if (length > area.size())
            m_image.corrupt(at, translated("formats", "a field is longer than its place"));
        readField(area.substr(0, 2), area.substr(kIsoFieldHead, length - kIsoFieldHead), at, state);
        area.remove_prefix(length);
    }
}

void IsoRockRidge::readField(std::string_view signature, std::string_view bytes, std::uint64_t at,
                             State &state)
{
    const auto number = [&](std::size_t i) { return isoLittle32(bytes.data() + 8 * i); };
    const auto needs = [&](std::size_t size) {
        if (bytes.size() < size)
            m_image.corrupt(at, translated("formats", "a field is too short"));
    };
    IsoFields &fields = state.fields;
    if (signature == "CE") {
        needs(24);
        state.next = IsoContinuation{number(0), number(1), number(2)};
    } else if (signature == "PX") {
        needs(32);
        fields.posix =
            IsoPosix{number(0), number(1), number(2), number(3), bytes.size() < 40 ? 0 : number(4)};
    } else if (signature == "NM") {
        needs(1);
        constexpr char continues = 1;
        constexpr char selfOrParent = 6;
        if ((bytes[0] & selfOrParent) != 0 || !state.nameContinues)
            return;
        state.nameContinues = (bytes[0] & continues) != 0;
        std::string &name = fields.name ? *fields.name : fields.name.emplace();
        name += bytes.substr(1);
        if (name.size() > kLongestName)
            m_image.corrupt(at, translated("formats", "a name is too long"));
    } else if (signature == "SL") {
        needs(1);
        readTarget(bytes, at, state);
    } else if (signature == "TF") {
        needs(1);
        readTimes(bytes, state);
    } else if (signature == "PN") {
        needs(16);
        fields.device = std::uint64_t{number(0)} << 32 | number(1);
    } else if (signature == "CL") {
        needs(8);
        fields.child = number(0);
    } else if (signature == "RE") {
        fields.isRelocated = true;
    } else if (signature == "AL") {
        needs(1);
        fields.attributes += bytes.substr(1);
    } else if (signature == "ZF") {
        needs(12);
        readPacking(bytes, state);
    } else if (signature == "Z2") {
        fields.hasUnknownPacking = true;
    } else if (signature == "ST") {
        state.ended = true;
    }
}

// A slash stands between two components, but none behind the root.
void IsoRockRidge::readTarget(std::string_view bytes, std::uint64_t at, State &state) const
{
    constexpr unsigned continues = 1;
    constexpr unsigned root = 8;
    std::string &target = state.fields.target ? *state.fields.target : state.fields.target.emplace();
    bytes.remove_prefix(1);
    while (bytes.size() >= 2) {
        const auto flags = static_cast<unsigned char>(bytes[0]);
        const std::size_t length = static_cast<unsigned char>(bytes[1]);
        if (length + 2 > bytes.size())
            m_image.corrupt(at, translated("formats", "a link's target makes no sense"));
        if (state.startsComponent)
            target += '/';
        switch (flags & ~continues) {
        case 0:
            target += bytes.substr(2, length);
            break;
        case 2:
            target += '.';
            break;
        case 4:
            target += "..";
            break;
        case root:
            target += '/';
            break;
        default:
            m_image.corrupt(at, translated("formats", "a link's target makes no sense"));
        }
        state.startsComponent = (flags & (continues | root)) == 0;
        bytes.remove_prefix(length + 2);
        if (target.size() > kLongestTarget)
            m_image.corrupt(at, translated("formats", "the length of the link's target is impossible"));
    }
}

// Of the times there the second kind, if it is there, is that of the last change.
void IsoRockRidge::readTimes(std::string_view bytes, State &state) const
{
    constexpr unsigned creation = 1;
    constexpr unsigned modification = 2;
    constexpr unsigned longForm = 0x80;
    const auto flags = static_cast<unsigned char>(bytes[0]);
    const std::size_t size = (flags & longForm) != 0 ? kIsoLongTime : kIsoShortTime;
    const std::size_t at = 1 + ((flags & creation) != 0 ? size : 0);
    if ((flags & modification) == 0 || at + size > bytes.size())
        return;
    if (size == kIsoShortTime) {
        if (const auto seconds = isoShortTime(bytes.data() + at))
            state.fields.mtime = Timestamp{*seconds, 0};
    } else if (const auto time = isoLongTime(bytes.data() + at)) {
        constexpr std::uint32_t nanosecondsInHundredth = 10000000;
        state.fields.mtime = Timestamp{time->seconds, time->hundredths * nanosecondsInHundredth};
    }
}

void IsoRockRidge::readPacking(std::string_view bytes, State &state) const
{
    if (!bytes.starts_with("pz")) {
        state.fields.hasUnknownPacking = true;
        return;
    }
    state.fields.packing = IsoPacking{static_cast<unsigned char>(bytes[2]) * 4U,
                                      static_cast<unsigned char>(bytes[3]), isoLittle32(bytes.data() + 4)};
}

} // namespace Refbox
