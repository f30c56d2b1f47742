// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/elfparser.h"

#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <set>

#include <gelf.h>
#include <libelf.h>

namespace Refbox {

namespace {

// Bounds that no honest program or library comes near.
constexpr std::size_t kMostSegments = 1024;
constexpr std::size_t kMostSections = 100'000;
constexpr std::size_t kMostDynamicEntries = 20'000;
constexpr std::size_t kMostNoteBytes = 256UL * 1024;
constexpr std::size_t kMostNeeded = 4096;
constexpr std::size_t kLongestName = 4096;
constexpr std::size_t kLongestSearchPath = 64UL * 1024; // those of some distributions are kilobytes

struct Malformed
{
    const char *why;
};

// The 32-bit structures as their 64-bit twins, so that everything below knows one form only.
Elf64_Ehdr widened(const Elf32_Ehdr &e)
{
    Elf64_Ehdr w{};
    std::memcpy(w.e_ident, e.e_ident, EI_NIDENT);
    w.e_type = e.e_type;
    w.e_machine = e.e_machine;
    w.e_version = e.e_version;
    w.e_phoff = e.e_phoff;
    w.e_shoff = e.e_shoff;
    w.e_phentsize = e.e_phentsize;
    w.e_phnum = e.e_phnum;
    w.e_shentsize = e.e_shentsize;
    w.e_shnum = e.e_shnum;
    w.e_shstrndx = e.e_shstrndx;
    return w;
}

Elf64_Phdr widened(const Elf32_Phdr &p)
{
    return {p.p_type, p.p_flags, p.p_offset, p.p_vaddr, p.p_paddr, p.p_filesz, p.p_memsz, p.p_align};
}

Elf64_Shdr widened(const Elf32_Shdr &s)
{
    return {s.sh_name, s.sh_type, s.sh_flags, s.sh_addr,      s.sh_offset,
            s.sh_size, s.sh_link, s.sh_info,  s.sh_addralign, s.sh_entsize};
}

Elf64_Dyn widened(const Elf32_Dyn &d)
{
    Elf64_Dyn w{};
    w.d_tag = d.d_tag;
    w.d_un.d_val = d.d_un.d_val;
    return w;
}

Elf64_Word widened(Elf32_Word word)
{
    return word;
}

class Parser final
{
public:
    Parser(ElfBytes &source, unsigned char elfClass, unsigned char encoding)
        : m_source(source)
        , m_is64(elfClass == ELFCLASS64)
        , m_encoding(encoding)
    {
    }

    ElfInfo parse(ElfDetail detail);

private:
    template <typename Narrow, typename Wide>
    std::vector<Wide> table(Elf_Type type, std::uint64_t offset, std::size_t count);
    template <typename Record>
    void fill(Elf_Type type, std::uint64_t offset, std::vector<Record> &records);

    void readHeader();
    void readSegments();
    void readDynamic(const Elf64_Phdr &segment);
    void takeDynamicEntry(const Elf64_Dyn &entry, std::uint64_t strings);
    std::string dynamicString(std::uint64_t strings, std::uint64_t offset, std::size_t limit = kLongestName);
    std::vector<std::string> searchPath(std::uint64_t strings, std::uint64_t offset);
    std::uint64_t fileOffset(std::uint64_t address) const;
    void readNotes(const Elf64_Phdr &segment);
    void takeNote(std::string_view name, std::uint32_t type, std::uint64_t offset, std::size_t size);
    void takeProperties(std::uint64_t offset, std::size_t size);
    void readSections();
    std::uint64_t removedBySectionStripping(const std::vector<Elf64_Shdr> &sections, std::uint64_t nameTable);
    void decideType();

    ElfBytes &m_source;
    bool m_is64;
    unsigned char m_encoding;
    Elf64_Ehdr m_header{};
    std::vector<Elf64_Phdr> m_segments;
    std::uint64_t m_flags1 = 0;
    ElfInfo m_info;
};

template <typename Record>
void Parser::fill(Elf_Type type, std::uint64_t offset, std::vector<Record> &records)
{
    const std::span bytes(reinterpret_cast<char *>(records.data()), records.size() * sizeof(Record));
    if (!m_source.read(offset, bytes))
        throw Malformed{QT_TRANSLATE_NOOP("software", "a table lies beyond the end of the file")};
    Elf_Data data{};
    data.d_buf = bytes.data();
    data.d_type = type;
    data.d_size = bytes.size();
    data.d_version = EV_CURRENT;
    const auto translate = m_is64 ? elf64_xlatetom : elf32_xlatetom;
    if (translate(&data, &data, m_encoding) == nullptr)
        throw Malformed{QT_TRANSLATE_NOOP("software", "a table cannot be translated")};
}

template <typename Narrow, typename Wide>
std::vector<Wide> Parser::table(Elf_Type type, std::uint64_t offset, std::size_t count)
{
    if (m_is64) {
        if (!m_source.holds(offset, count * sizeof(Wide)))
            throw Malformed{QT_TRANSLATE_NOOP("software", "a table lies beyond the end of the file")};
        std::vector<Wide> records(count);
        fill(type, offset, records);
        return records;
    }
    if (!m_source.holds(offset, count * sizeof(Narrow)))
        throw Malformed{QT_TRANSLATE_NOOP("software", "a table lies beyond the end of the file")};
    std::vector<Narrow> narrow(count);
    fill(type, offset, narrow);
    std::vector<Wide> records;
    records.reserve(count);
    for (const Narrow &record : narrow)
        records.push_back(widened(record));
    return records;
}

ElfInfo Parser::parse(ElfDetail detail)
{
    readHeader();
    readSegments();
    for (const Elf64_Phdr &segment : m_segments) {
        if (segment.p_type == PT_INTERP) {
            if (!m_source.readString(segment.p_offset, kLongestName, m_info.interpreter))
                throw Malformed{QT_TRANSLATE_NOOP("software", "the interpreter's name has no end")};
        } else if (segment.p_type == PT_DYNAMIC && segment.p_filesz > 0) {
            readDynamic(segment);
        } else if (segment.p_type == PT_NOTE) {
            readNotes(segment);
        }
    }
    decideType();
    if (detail == ElfDetail::Everything)
        readSections();
    return std::move(m_info);
}

void Parser::readHeader()
{
    m_header = table<Elf32_Ehdr, Elf64_Ehdr>(ELF_T_EHDR, 0, 1).front();
    if (m_header.e_version != EV_CURRENT)
        throw Malformed{QT_TRANSLATE_NOOP("software", "it is of an unknown ELF version")};
    m_info.machine = {m_header.e_machine, static_cast<std::uint8_t>(m_is64 ? 64 : 32),
                      m_encoding == ELFDATA2LSB};
}

void Parser::readSegments()
{
    if (m_header.e_phnum == 0 || m_header.e_phoff == 0)
        return;
    if (m_header.e_phentsize != (m_is64 ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr)))
        throw Malformed{QT_TRANSLATE_NOOP("software", "its program headers have a wrong size")};
    // Core dumps may have more; nobody links against these.
    const std::size_t count = std::min<std::size_t>(m_header.e_phnum, kMostSegments);
    m_segments = table<Elf32_Phdr, Elf64_Phdr>(ELF_T_PHDR, m_header.e_phoff, count);
}

std::uint64_t Parser::fileOffset(std::uint64_t address) const
{
    for (const Elf64_Phdr &segment : m_segments) {
        if (segment.p_type == PT_LOAD && address >= segment.p_vaddr &&
            address - segment.p_vaddr < segment.p_filesz)
            return segment.p_offset + (address - segment.p_vaddr);
    }
    throw Malformed{QT_TRANSLATE_NOOP("software", "an address of its dynamic section is not in the file")};
}

void Parser::readDynamic(const Elf64_Phdr &segment)
{
    m_info.dynamic = true;
    const std::size_t entrySize = m_is64 ? sizeof(Elf64_Dyn) : sizeof(Elf32_Dyn);
    const std::size_t count = std::min<std::uint64_t>(segment.p_filesz / entrySize, kMostDynamicEntries);
    const auto entries = table<Elf32_Dyn, Elf64_Dyn>(ELF_T_DYN, segment.p_offset, count);
    const auto end =
        std::find_if(entries.begin(), entries.end(), [](const Elf64_Dyn &e) { return e.d_tag == DT_NULL; });
    const auto stringTable =
        std::find_if(entries.begin(), end, [](const Elf64_Dyn &e) { return e.d_tag == DT_STRTAB; });
    if (stringTable == end)
        return; // a static PIE may do without, then nothing below has a name either
    const std::uint64_t strings = fileOffset(stringTable->d_un.d_ptr);
    std::for_each(entries.begin(), end, [&](const Elf64_Dyn &entry) { takeDynamicEntry(entry, strings); });
    // As the loader does: whoever has a RUNPATH has no RPATH.
    if (!m_info.runpath.empty())
        m_info.rpath.clear();
}

void Parser::takeDynamicEntry(const Elf64_Dyn &entry, std::uint64_t strings)
{
    switch (entry.d_tag) {
    case DT_NEEDED:
        if (m_info.needed.size() >= kMostNeeded)
            throw Malformed{QT_TRANSLATE_NOOP("software", "it needs thousands of libraries")};
        m_info.needed.push_back(dynamicString(strings, entry.d_un.d_val));
        break;
    case DT_SONAME:
        m_info.soname = dynamicString(strings, entry.d_un.d_val);
        break;
    case DT_RPATH:
        m_info.rpath = searchPath(strings, entry.d_un.d_val);
        break;
    case DT_RUNPATH:
        m_info.runpath = searchPath(strings, entry.d_un.d_val);
        break;
    case DT_FLAGS_1:
        m_flags1 = entry.d_un.d_val;
        m_info.noDefaultFolders = (m_flags1 & DF_1_NODEFLIB) != 0;
        break;
    default:
        break;
    }
}

std::string Parser::dynamicString(std::uint64_t strings, std::uint64_t offset, std::size_t limit)
{
    std::string result;
    if (offset > m_source.size() || !m_source.readString(strings + offset, limit, result))
        throw Malformed{QT_TRANSLATE_NOOP("software", "a name in its dynamic section has no end")};
    return result;
}

std::vector<std::string> Parser::searchPath(std::uint64_t strings, std::uint64_t offset)
{
    const std::string text = dynamicString(strings, offset, kLongestSearchPath);
    std::vector<std::string> folders;
    std::size_t start = 0;
    while (start <= text.size() && !text.empty()) {
        const std::size_t colon = std::min(text.find(':', start), text.size());
        folders.push_back(text.substr(start, colon - start));
        start = colon + 1;
    }
    return folders;
}

void Parser::readNotes(const Elf64_Phdr &segment)
{
    // Property notes of 64-bit files are padded to 8, all others to 4, whatever the gABI says.
    const std::uint64_t padding = segment.p_align == 8 ? 8 : 4;
    const auto padded = [padding](std::uint64_t n) { return (n + padding - 1) / padding * padding; };
    const std::uint64_t size = std::min<std::uint64_t>(segment.p_filesz, kMostNoteBytes);
    std::uint64_t position = 0;
    while (position + 12 <= size) {
        // Not a Malformed: a file with broken notes runs all the same.
        if (!m_source.holds(segment.p_offset, position + 12))
            return;
        const std::uint64_t start = segment.p_offset + position;
        const auto head = table<Elf32_Word, Elf64_Word>(ELF_T_WORD, start, 3);
        const std::uint64_t nameSize = head[0];
        const std::uint64_t descSize = head[1];
        const std::uint64_t descStart = padded(12 + nameSize);
        const std::uint64_t next = position + padded(descStart + descSize);
        if (position + descStart + descSize > size || !m_source.holds(start, descStart + descSize))
            return;
        std::array<char, 4> name{};
        if (nameSize == name.size() && m_source.read(start + 12, name))
            takeNote(std::string_view(name.data(), name.size()), head[2], start + descStart, descSize);
        position = next;
    }
}

void Parser::takeNote(std::string_view name, std::uint32_t type, std::uint64_t offset, std::size_t size)
{
    if (name != std::string_view("GNU\0", 4))
        return;
    if (type == NT_GNU_ABI_TAG && size >= 16) {
        const auto words = table<Elf32_Word, Elf64_Word>(ELF_T_WORD, offset, 4);
        if (words[0] == ELF_NOTE_OS_LINUX)
            m_info.minimumKernel = KernelVersion{words[1], words[2], words[3]};
    } else if (type == NT_GNU_PROPERTY_TYPE_0) {
        takeProperties(offset, size);
    }
}

void Parser::takeProperties(std::uint64_t offset, std::size_t size)
{
    if (m_info.machine.number != EM_X86_64 && m_info.machine.number != EM_386)
        return;
    const std::size_t padding = m_is64 ? 8 : 4;
    std::size_t position = 0;
    while (position + 8 <= size) {
        const auto head = table<Elf32_Word, Elf64_Word>(ELF_T_WORD, offset + position, 2);
        if (head[1] > size - position - 8)
            return;
        if (head[0] == GNU_PROPERTY_X86_ISA_1_NEEDED && head[1] == 4) {
            const auto bits = table<Elf32_Word, Elf64_Word>(ELF_T_WORD, offset + position + 8, 1).front();
            if (bits != 0)
                m_info.x86Level = std::bit_width(bits);
        }
        position += 8 + (std::size_t(head[1]) + padding - 1) / padding * padding;
    }
}

void Parser::decideType()
{
    switch (m_header.e_type) {
    case ET_REL:
        m_info.type = ElfType::Relocatable;
        break;
    case ET_EXEC:
        m_info.type = ElfType::Executable;
        break;
    case ET_DYN:
        // libc.so.6 has an interpreter and is a library; a static PIE has none and is a program.
        if ((m_flags1 & DF_1_PIE) != 0 || (!m_info.interpreter.empty() && m_info.soname.empty()))
            m_info.type = ElfType::Pie;
        else
            m_info.type = ElfType::Shared;
        break;
    case ET_CORE:
        m_info.type = ElfType::Core;
        break;
    default:
        m_info.type = ElfType::Other;
    }
}

bool isDebugSection(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> kPrefixes{
        ".debug", ".zdebug", ".gnu.debuglto_", ".gnu.linkonce.wi.", ".stab", ".line", ".gdb_index", ".dwo",
    };
    if (name.starts_with(".rela"))
        name.remove_prefix(5);
    else if (name.starts_with(".rel"))
        name.remove_prefix(4);
    return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                       [name](std::string_view prefix) { return name.starts_with(prefix); });
}

void Parser::readSections()
{
    if (m_header.e_shoff == 0 || m_info.type == ElfType::Core)
        return;
    const std::size_t entrySize = m_is64 ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr);
    if (m_header.e_shentsize != entrySize)
        throw Malformed{QT_TRANSLATE_NOOP("software", "its section headers have a wrong size")};
    std::uint64_t count = m_header.e_shnum;
    std::uint64_t nameTable = m_header.e_shstrndx;
    if (count == 0 || nameTable == SHN_XINDEX) {
        const auto first = table<Elf32_Shdr, Elf64_Shdr>(ELF_T_SHDR, m_header.e_shoff, 1).front();
        count = count == 0 ? first.sh_size : count;
        nameTable = nameTable == SHN_XINDEX ? first.sh_link : nameTable;
    }
    if (count > kMostSections)
        throw Malformed{QT_TRANSLATE_NOOP("software", "it has more sections than a program could use")};
    const auto sections = table<Elf32_Shdr, Elf64_Shdr>(ELF_T_SHDR, m_header.e_shoff, count);
    m_info.strippableBytes = std::min(removedBySectionStripping(sections, nameTable), m_source.size());
}

std::uint64_t Parser::removedBySectionStripping(const std::vector<Elf64_Shdr> &sections,
                                                std::uint64_t nameTable)
{
    const std::uint64_t headerSize = m_is64 ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr);
    const std::uint64_t names = nameTable < sections.size() ? sections[nameTable].sh_offset : 0;
    std::set<std::size_t> removed;
    std::uint64_t bytes = 0;
    std::string name;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Elf64_Shdr &section = sections[i];
        if ((section.sh_flags & SHF_ALLOC) != 0 || section.sh_type == SHT_NULL)
            continue;
        name.clear();
        if (names != 0)
            m_source.readString(names + section.sh_name, 256, name);
        const bool symbols = section.sh_type == SHT_SYMTAB || section.sh_type == SHT_SYMTAB_SHNDX;
        // An object file's symbols are what it is for.
        if (isDebugSection(name) || (symbols && m_info.type != ElfType::Relocatable)) {
            removed.insert(i);
            bytes += name.size() + 1; // in the table of section names
        }
        if (section.sh_type == SHT_SYMTAB && m_info.type != ElfType::Relocatable &&
            section.sh_link != nameTable && section.sh_link < sections.size() &&
            (sections[section.sh_link].sh_flags & SHF_ALLOC) == 0)
            removed.insert(section.sh_link);
    }
    m_info.stripped = removed.empty();
    for (const std::size_t i : removed) {
        bytes += headerSize;
        // Sizes that lie count no more than the file has.
        if (sections[i].sh_type != SHT_NOBITS && m_source.holds(sections[i].sh_offset, sections[i].sh_size))
            bytes += sections[i].sh_size;
    }
    return bytes;
}

} // namespace

ElfReading parseElf(ElfBytes &source, ElfDetail detail)
{
    static const unsigned version = elf_version(EV_CURRENT);
    ElfReading reading;
    std::array<char, EI_NIDENT> ident;
    if (version == EV_NONE || !source.read(0, std::span(ident).first(SELFMAG)) ||
        std::memcmp(ident.data(), ELFMAG, SELFMAG) != 0)
        return reading;
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(ident[i]); };
    try {
        if (!source.read(0, ident))
            throw Malformed{QT_TRANSLATE_NOOP("software", "it ends within its header")};
        if (byteAt(EI_CLASS) != ELFCLASS32 && byteAt(EI_CLASS) != ELFCLASS64)
            throw Malformed{QT_TRANSLATE_NOOP("software", "it is neither a 32-bit nor a 64-bit file")};
        if (byteAt(EI_DATA) != ELFDATA2LSB && byteAt(EI_DATA) != ELFDATA2MSB)
            throw Malformed{QT_TRANSLATE_NOOP("software", "its byte order is unknown")};
        reading.info = Parser(source, byteAt(EI_CLASS), byteAt(EI_DATA)).parse(detail);
    } catch (const Malformed &malformed) {
        reading.info.reset();
        reading.problem = malformed.why;
    }
    return reading;
}

} // namespace Refbox
