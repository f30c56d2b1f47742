// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660writer.h"

#include "formats/filesystemidentity.h"
#include "formats/imagewriting.h"
#include "formats/iso9660filler.h"
#include "formats/iso9660format.h"
#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::string_view kSystem = "LINUX";
constexpr std::string_view kApplication = "REFBOX";

std::string checkedLabel(const ImageOptions &options, Progress &progress)
{
    checkImageOptions(options, kIso9660LongestLabel);
    std::string label = isoLabel(options.label);
    if (label != options.label)
        progress.log(Progress::Severity::Warning,
                     translated("formats", "The label %1 becomes %2: labels of ISO 9660 have capitals, "
                                           "digits and underscores only.")
                         .arg(displayPath(options.label), displayPath(label)));
    return label;
}

std::uint64_t sizeOf(const Iso9660Layout &layout, const ImageOptions &options)
{
    const std::uint64_t needed = std::uint64_t{layout.endSector()} * kIsoSector;
    const std::uint64_t size = imageBytes(needed, options);
    if (size / kIsoSector > UINT32_MAX)
        throw Error(translated("formats", "The image cannot be so large"), {},
                    translated("formats", "%1 bytes were asked for; ISO 9660 has at most %2.")
                        .arg(size)
                        .arg(std::uint64_t{UINT32_MAX} * kIsoSector),
                    translated("formats", "Give the image a smaller size."));
    return size;
}

void putText(std::span<char> place, std::string_view text)
{
    std::ranges::fill(place, ' ');
    std::ranges::copy(text, place.begin());
}

using Sector = std::array<char, kIsoSector>;

Sector descriptor(char type)
{
    Sector sector{};
    sector[0] = type;
    std::ranges::copy(kIsoMagic, sector.begin() + 1);
    sector[6] = 1; // version
    return sector;
}

// ECMA-119, 8.4.
Sector primaryDescriptor(const Iso9660Layout &layout, const std::string &label, std::uint64_t bytes,
                         std::int64_t now)
{
    Sector sector = descriptor(1);
    char *at = sector.data();
    const auto text = [&](std::size_t from, std::size_t to, std::string_view value) {
        putText(std::span(sector).subspan(from, to - from), value);
    };
    text(8, 40, kSystem);
    text(40, 72, label);
    putIsoBoth32(at + 80, static_cast<std::uint32_t>(bytes / kIsoSector));
    putIsoBoth16(at + 120, 1); // volumes of the set
    putIsoBoth16(at + 124, 1); // number of this one
    putIsoBoth16(at + 128, static_cast<std::uint16_t>(kIsoSector));
    putIsoBoth32(at + 132, layout.pathTableBytes());
    putIsoLittle32(at + 140, layout.pathTableSector(false));
    putIsoBig32(at + 148, layout.pathTableSector(true));
    putIsoRootRecord(at + 156, layout.tree(), layout);
    text(190, 813, {}); // names of the set, publisher, preparer, application, and of files about them
    text(574, 702, kApplication);
    putIsoLongTime(at + 813, now);  // made
    putIsoLongTime(at + 830, now);  // changed
    std::fill_n(at + 847, 16, '0'); // never expires
    std::fill_n(at + 864, 16, '0'); // always in effect
    at[881] = 1;                    // version of the structure
    return sector;
}

void writeHead(const Iso9660Layout &layout, const Sector &primary, const OutputFile &file)
{
    file.writeAt(std::uint64_t{kIsoSystemArea} * kIsoSector, primary);
    constexpr char terminator = '\xFF';
    file.writeAt(std::uint64_t{kIsoSystemArea + 1} * kIsoSector, descriptor(terminator));
    for (const bool bigEndian : {false, true})
        file.writeAt(std::uint64_t{layout.pathTableSector(bigEndian)} * kIsoSector,
                     layout.pathTable(bigEndian));
}

ImageReport reportOf(const Iso9660Layout &layout, std::uint64_t bytes)
{
    ImageReport report;
    report.bytes = bytes;
    report.contentBytes = layout.contentBytes();
    report.inodes = layout.tree().inodeCount();
    return report;
}

} // namespace

ImageReport writeIso9660(const FileTree &tree, const std::string &path, const ImageOptions &options,
                         Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(translated("formats", "Planning the image"), tree.nodeCount(),
                        Progress::Unit::Entries);
    const std::string label = checkedLabel(options, progress);
    warnOfTimes(tree, "ISO 9660", kIsoEarliest, kIsoLatest, progress);
    const FilesystemIdentity identity = identityOf(tree, "iso9660\n" + label, options, progress);
    const Iso9660Layout layout(tree, progress);
    const std::uint64_t bytes = sizeOf(layout, options);
    if (ftruncate(file.fd(), static_cast<off_t>(bytes)) != 0)
        throw file.error(errno);
    progress.beginPhase(translated("formats", "Writing the image"),
                        std::uint64_t{layout.endSector() - layout.directoriesSector()} * kIsoSector,
                        Progress::Unit::Bytes);
    writeHead(layout, primaryDescriptor(layout, label, bytes, identity.now), file);
    Iso9660Filler(layout, file, options.earlier, progress).run(options.usedThreads());
    ImageReport report = reportOf(layout, bytes);
    commitImage(file, options, progress);
    return report;
}

// Linux takes a large number without a major one for both in one.
bool iso9660HoldsDevice(std::uint32_t major, std::uint32_t minor)
{
    return major != 0 || minor < 256;
}

std::uint64_t iso9660Size(const FileTree &tree, const ImageOptions &options)
{
    Progress progress;
    checkedLabel(options, progress);
    return sizeOf(Iso9660Layout(tree, progress), options);
}

} // namespace Refbox
