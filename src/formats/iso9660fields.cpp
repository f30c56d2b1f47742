// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660fields.h"

#include "formats/iso9660format.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr char kFieldVersion = 1;

void appendBoth32(std::string &bytes, std::uint32_t value)
{
    char place[8];
    putIsoBoth32(place, value);
    bytes.append(place, sizeof place);
}

void appendExtension(std::string &fields, std::string_view identifier, std::string_view descriptor,
                     std::string_view source)
{
    std::string bytes;
    bytes += static_cast<char>(identifier.size());
    bytes += static_cast<char>(descriptor.size());
    bytes += static_cast<char>(source.size());
    bytes += '\1'; // the extension's version
    bytes += identifier;
    bytes += descriptor;
    bytes += source;
    appendIsoField(fields, "ER", bytes);
}

// Cuts a target's components into as many SL fields as it takes.
class TargetFields
{
public:
    explicit TargetFields(std::string &fields)
        : m_fields(fields)
    {
    }

    void add(std::string_view target)
    {
        if (target.starts_with('/')) {
            put(kRoot, {});
            target.remove_prefix(1);
            if (target.empty())
                return flush(false);
        }
        for (;;) {
            const std::size_t end = std::min(target.find('/'), target.size());
            addComponent(target.substr(0, end));
            if (end == target.size())
                return flush(false);
            target.remove_prefix(end + 1);
        }
    }

private:
    static constexpr char kContinues = 1;
    static constexpr char kCurrent = 2;
    static constexpr char kParent = 4;
    static constexpr char kRoot = 8;
    static constexpr std::size_t kHead = 2; // of a component
    static constexpr std::size_t kRoom = kIsoLongestField - kIsoFieldHead - 1;

    void addComponent(std::string_view name)
    {
        if (name == ".")
            return put(kCurrent, {});
        if (name == "..")
            return put(kParent, {});
        while (name.size() > kRoom - kHead) {
            put(kContinues, name.substr(0, kRoom - kHead));
            name.remove_prefix(kRoom - kHead);
        }
        put(0, name);
    }

    void put(char flags, std::string_view bytes)
    {
        if (m_components.size() + kHead + bytes.size() > kRoom)
            flush(true);
        m_components += flags;
        m_components += static_cast<char>(bytes.size());
        m_components += bytes;
    }

    void flush(bool continues)
    {
        m_components.insert(0, 1, continues ? kContinues : '\0');
        appendIsoField(m_fields, "SL", m_components);
        m_components.clear();
    }

    std::string &m_fields;
    std::string m_components;
};

} // namespace

void appendIsoField(std::string &fields, std::string_view signature, std::string_view bytes)
{
    fields += signature;
    fields += static_cast<char>(kIsoFieldHead + bytes.size());
    fields += kFieldVersion;
    fields += bytes;
}

void appendIsoContinuation(std::string &fields, const IsoContinuation &continuation)
{
    char bytes[kIsoContinuationField - kIsoFieldHead];
    putIsoBoth32(bytes, continuation.sector);
    putIsoBoth32(bytes + 8, continuation.offset);
    putIsoBoth32(bytes + 16, continuation.size);
    appendIsoField(fields, "CE", {bytes, sizeof bytes});
}

void appendIsoSharing(std::string &fields)
{
    appendIsoField(fields, "SP", std::string_view("\xBE\xEF\0", 3));
}

void appendIsoExtensions(std::string &fields, bool attributes)
{
    appendExtension(fields, "IEEE_1282",
                    "THE IEEE 1282 PROTOCOL PROVIDES SUPPORT FOR POSIX FILE SYSTEM SEMANTICS.",
                    "PLEASE CONTACT THE IEEE STANDARDS DEPARTMENT, PISCATAWAY, NJ, USA FOR THE 1282 "
                    "SPECIFICATION.");
    if (attributes)
        appendExtension(fields, "AAIP_0200",
                        "AL PROVIDES VIA AAIP 2.0 SUPPORT FOR ARBITRARY FILE ATTRIBUTES IN ISO 9660 IMAGES",
                        "PLEASE CONTACT THE LIBBURNIA PROJECT VIA LIBBURNIA-PROJECT.ORG");
}

void appendIsoInode(std::string &fields, const FileTree &tree, InodeId id, std::uint32_t links)
{
    const Inode &inode = tree.inode(id);
    char bytes[40];
    putIsoBoth32(bytes, inode.mode());
    putIsoBoth32(bytes + 8, links);
    putIsoBoth32(bytes + 16, inode.uid);
    putIsoBoth32(bytes + 24, inode.gid);
    putIsoBoth32(bytes + 32, isoSerial(id));
    appendIsoField(fields, "PX", {bytes, sizeof bytes});
    constexpr char modification = 2;
    bytes[0] = modification;
    putIsoShortTime(bytes + 1, inode.mtimeSeconds);
    appendIsoField(fields, "TF", {bytes, 1 + kIsoShortTime});
    if (!inode.isDevice())
        return;
    // Small numbers as dev_t has them, in 32 bits; large ones as Linux reads them, and nobody else.
    constexpr std::uint32_t smallMinors = 256;
    const std::uint32_t major = inode.deviceMajor();
    const std::uint32_t minor = inode.deviceMinor();
    std::string numbers;
    appendBoth32(numbers, minor < smallMinors ? 0 : major);
    appendBoth32(numbers, minor < smallMinors ? major << 8 | minor : minor);
    appendIsoField(fields, "PN", numbers);
}

IsoDeviceNumbers isoDeviceNumbers(std::uint64_t halves)
{
    const auto high = static_cast<std::uint32_t>(halves >> 32);
    const auto low = static_cast<std::uint32_t>(halves);
    if (high != 0)
        return {high, low};
    return {low >> 8 & 0xFFF, (low & 0xFF) | (low >> 12 & 0xFFF00)};
}

void appendIsoName(std::string &fields, std::string_view name)
{
    constexpr char continues = 1;
    constexpr std::size_t room = kIsoLongestField - kIsoFieldHead - 1;
    constexpr std::size_t longestInLinux = 253; // it leaves out the first NM field that reaches beyond
    std::string bytes;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = at < longestInLinux ? longestInLinux : name.size();
        const std::size_t size = std::min({room, end - at, name.size() - at});
        bytes.assign(1, at + size < name.size() ? continues : '\0');
        bytes += name.substr(at, size);
        appendIsoField(fields, "NM", bytes);
        at += size;
    }
}

void appendIsoTarget(std::string &fields, std::string_view target)
{
    TargetFields(fields).add(target);
}

} // namespace Refbox
