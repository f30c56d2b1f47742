// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an ELF file says about itself: machine, needs, notes, and what stripping would save. Any thread.
//
// libelf translates the structures (class and byte order); the reading is bounded and piecewise, so that a
// file may stand anywhere (a descriptor, the extents of an image, memory), is never read whole, and may lie
// in every field or shrink meanwhile. Formats: elf(5), the gABI, and the "Linux Extensions to gABI" for
// property notes.
#pragma once

#include "tree/content.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct KernelVersion
{
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::uint32_t patch = 0;
    auto operator<=>(const KernelVersion &) const = default;
    std::string toString() const; ///< "3.2.0"
};

enum class ElfType : std::uint8_t { Relocatable, Executable, Shared, Pie, Core, Other };

/// The processor family and the form of its programs: what must agree between a program and its libraries.
struct ElfMachine
{
    std::uint16_t number = 0; ///< EM_…
    std::uint8_t bits = 0;    ///< 32 or 64
    bool littleEndian = true;
    auto operator<=>(const ElfMachine &) const = default;
    /// "x86-64", "x32", "i386", "aarch64", …, "machine 1234".
    std::string name() const;
};

struct ElfInfo
{
    ElfMachine machine;
    ElfType type = ElfType::Other;
    bool dynamic = false;          ///< has a dynamic section
    bool noDefaultFolders = false; ///< linked with -z nodefaultlib
    std::string interpreter;       ///< as it stands in the file; empty: static, or a library
    std::string soname;
    std::vector<std::string> needed;
    std::vector<std::string> rpath; ///< split at ':', nothing expanded
    std::vector<std::string> runpath;
    std::optional<KernelVersion> minimumKernel; ///< none: unknown
    std::optional<int> x86Level;                ///< x86-64-vN that it needs; 1 is the baseline; none: unknown

    // Only with ElfDetail::Everything.
    bool stripped = true;
    std::uint64_t strippableBytes = 0; ///< what strip --strip-unneeded would save

    bool isProgram() const { return type == ElfType::Executable || type == ElfType::Pie; }
    bool isStatic() const { return isProgram() && interpreter.empty(); }
    bool operator==(const ElfInfo &) const = default;
};

/// The outcome of looking at a file.
struct ElfReading
{
    std::optional<ElfInfo> info;
    std::string problem; ///< why an ELF file cannot be understood; empty for anything that is no ELF file
    bool isElf() const { return info.has_value() || !problem.empty(); }
    bool operator==(const ElfReading &) const = default;
};

enum class ElfDetail {
    Needs,      ///< program headers only: three small reads
    Everything, ///< section headers too
};

/// Throw Error only where the bytes cannot be read.
ElfReading readElf(int fd, ElfDetail detail);
ElfReading readElf(const ContentReader &content, ElfDetail detail);
ElfReading readElf(std::string_view bytes, ElfDetail detail);
/// A file of this machine. Not an ELF file (no problem) where it cannot be opened or is no regular file.
ElfReading readElfFile(const std::string &path, ElfDetail detail);

/// What the programs of this machine are made for, as this very program is.
const ElfMachine &hostMachine();

/// The folders that a glibc loader has built in ("/lib/x86_64-linux-gnu", …), in its order, read from its
/// bytes; empty where they cannot be recognized.
std::vector<std::string> builtInLibraryFolders(std::string_view loaderBytes);

} // namespace Refbox
