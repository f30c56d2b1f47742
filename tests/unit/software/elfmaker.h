// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small made ELF files that say what they need, and trees of them, for tests. Form: elf(5).
#pragma once

#include "tree/filetreebuilder.h"

#include <cstring>
#include <string>
#include <vector>

#include <elf.h>

namespace Refbox {

inline constexpr const char *kMadeLoader = "/lib64/ld-linux-x86-64.so.2";

struct MadeElf
{
    std::string interpreter; ///< of a program; empty: a library
    std::string soname;
    std::vector<std::string> needed;
    std::string runpath;
};

/// An x86-64 file of a header, its segments and what these point at; nothing to run.
inline std::string elfBytes(const MadeElf &made)
{
    std::string strings(1, '\0');
    std::vector<Elf64_Dyn> entries;
    const auto entry = [&](Elf64_Sxword tag, const std::string &text) {
        Elf64_Dyn dynamic{};
        dynamic.d_tag = tag;
        dynamic.d_un.d_val = strings.size();
        entries.push_back(dynamic);
        strings += text + '\0';
    };
    for (const std::string &name : made.needed)
        entry(DT_NEEDED, name);
    if (!made.soname.empty())
        entry(DT_SONAME, made.soname);
    if (!made.runpath.empty())
        entry(DT_RUNPATH, made.runpath);
    const std::size_t head = sizeof(Elf64_Ehdr) + 3 * sizeof(Elf64_Phdr);
    const std::size_t interpreterAt = head + strings.size();
    const std::size_t dynamicAt = (interpreterAt + made.interpreter.size() + 8) / 8 * 8;
    Elf64_Dyn table{};
    table.d_tag = DT_STRTAB;
    table.d_un.d_ptr = head;
    entries.push_back(table);
    entries.push_back({});
    const std::size_t size = dynamicAt + entries.size() * sizeof(Elf64_Dyn);

    Elf64_Ehdr header{};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_ident[EI_VERSION] = EV_CURRENT;
    header.e_type = ET_DYN;
    header.e_machine = EM_X86_64;
    header.e_version = EV_CURRENT;
    header.e_phoff = sizeof header;
    header.e_ehsize = sizeof header;
    header.e_phentsize = sizeof(Elf64_Phdr);
    header.e_phnum = 3;
    Elf64_Phdr segments[3]{};
    const auto segment = [&](int at, Elf64_Word type, std::size_t offset, std::size_t length) {
        segments[at].p_type = type;
        segments[at].p_offset = segments[at].p_vaddr = offset;
        segments[at].p_filesz = segments[at].p_memsz = length;
    };
    segment(0, PT_LOAD, 0, size);
    segment(1, PT_DYNAMIC, dynamicAt, entries.size() * sizeof(Elf64_Dyn));
    segment(2, made.interpreter.empty() ? PT_NULL : PT_INTERP, interpreterAt, made.interpreter.size() + 1);

    std::string bytes(size, '\0');
    std::memcpy(bytes.data(), &header, sizeof header);
    std::memcpy(bytes.data() + sizeof header, segments, sizeof segments);
    std::memcpy(bytes.data() + head, strings.data(), strings.size());
    std::memcpy(bytes.data() + interpreterAt, made.interpreter.data(), made.interpreter.size());
    std::memcpy(bytes.data() + dynamicAt, entries.data(), entries.size() * sizeof(Elf64_Dyn));
    return bytes;
}

/// Fills a builder by paths, making the folders on the way.
class TreeMaker
{
public:
    void file(const std::string &path, const std::string &bytes, std::uint16_t permissions = 0755)
    {
        Metadata metadata;
        metadata.permissions = permissions;
        file(path, bytes, metadata);
    }
    void file(const std::string &path, const std::string &bytes, const Metadata &metadata)
    {
        builder.addInlineFile(folderOf(path), nameOf(path), metadata, bytes);
    }
    void program(const std::string &path, const std::vector<std::string> &needed,
                 const std::string &runpath = {}, const std::string &loader = kMadeLoader)
    {
        file(path, elfBytes({loader, {}, needed, runpath}));
    }
    /// Its soname is its name.
    void library(const std::string &path, const std::vector<std::string> &needed = {},
                 const std::string &runpath = {})
    {
        file(path, elfBytes({{}, nameOf(path), needed, runpath}), 0644);
    }
    void link(const std::string &path, const std::string &target)
    {
        builder.addSymlink(folderOf(path), nameOf(path), {}, target);
    }
    void hardLink(const std::string &path, const std::string &existing)
    {
        builder.addHardLink(folderOf(path), nameOf(path), builder.find(existing));
    }
    FileTreeBuilder::Handle folder(const std::string &path)
    {
        if (path.empty() || path == "/")
            return FileTreeBuilder::root();
        const auto known = builder.find(path);
        return known != FileTreeBuilder::kNone ? known
                                               : builder.addDirectory(folderOf(path), nameOf(path), {});
    }

    FileTreeBuilder builder;

private:
    FileTreeBuilder::Handle folderOf(const std::string &path)
    {
        return folder(path.substr(0, path.rfind('/')));
    }
    static std::string nameOf(const std::string &path) { return path.substr(path.rfind('/') + 1); }
};

} // namespace Refbox
