// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/elf.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/elfbytes.h"
#include "software/elfparser.h"
#include "software/hostfile.h"

#include <algorithm>

#include <elf.h>
#include <sys/stat.h>

namespace Refbox {

std::string KernelVersion::toString() const
{
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch);
}

std::string ElfMachine::name() const
{
    switch (number) {
    case EM_X86_64:
        return bits == 32 ? "x32" : "x86-64";
    case EM_386:
        return "i386";
    case EM_AARCH64:
        return littleEndian ? "aarch64" : "aarch64-be";
    case EM_ARM:
        return littleEndian ? "arm" : "arm-be";
    case EM_RISCV:
        return bits == 32 ? "riscv32" : "riscv64";
    case EM_LOONGARCH:
        return bits == 32 ? "loongarch32" : "loongarch64";
    case EM_PPC:
        return "powerpc";
    case EM_PPC64:
        return littleEndian ? "powerpc64le" : "powerpc64";
    case EM_S390:
        return bits == 32 ? "s390" : "s390x";
    case EM_MIPS:
        return std::string(bits == 32 ? "mips" : "mips64") + (littleEndian ? "el" : "");
    case EM_SPARC:
    case EM_SPARC32PLUS:
        return "sparc";
    case EM_SPARCV9:
        return "sparc64";
    case EM_68K:
        return "m68k";
    case EM_PARISC:
        return "hppa";
    case EM_IA_64:
        return "ia64";
    case EM_SH:
        return "sh";
    case EM_ALPHA:
        return "alpha";
    default:
        return "machine " + std::to_string(number);
    }
}

ElfReading readElf(int fd, ElfDetail detail)
{
    FileBytes source(fd);
    return parseElf(source, detail);
}

ElfReading readElf(const ContentReader &content, ElfDetail detail)
{
    ContentBytes source(content);
    return parseElf(source, detail);
}

ElfReading readElf(std::string_view bytes, ElfDetail detail)
{
    MemoryBytes source(bytes);
    return parseElf(source, detail);
}

ElfReading readElfFile(const std::string &path, ElfDetail detail)
{
    // Non-blocking, so that a fifo or a tape does not hold us up.
    const OpenFile file = OpenFile::forReading(path);
    if (!file.isOpen())
        return {};
    struct stat status;
    if (::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    try {
        return readElf(file.fd(), detail);
    } catch (Error &error) {
        error.addContext(translated("software", "while reading %1").arg(displayPath(path)));
        throw;
    }
}

const ElfMachine &hostMachine()
{
    static const ElfMachine machine = [] {
#if defined(__x86_64__) && defined(__ILP32__)
        return ElfMachine{EM_X86_64, 32, true};
#elif defined(__x86_64__)
        return ElfMachine{EM_X86_64, 64, true};
#elif defined(__i386__)
        return ElfMachine{EM_386, 32, true};
#elif defined(__aarch64__)
        return ElfMachine{EM_AARCH64, 64, __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__};
#else
        const ElfReading self = readElfFile("/proc/self/exe", ElfDetail::Needs);
        return self.info ? self.info->machine : ElfMachine{};
#endif
    }();
    return machine;
}

namespace {

// The absolute path that ends at the slash at end - 1, with nothing but printable bytes in it; empty if none.
std::string_view pathEndingAt(std::string_view bytes, std::size_t end)
{
    std::size_t start = end;
    while (start > 0 && end - start < 256 && bytes[start - 1] > ' ' && bytes[start - 1] < '\x7f')
        --start;
    const std::string_view printable = bytes.substr(start, end - start);
    return printable.substr(std::min(printable.find('/'), printable.size()));
}

} // namespace

std::vector<std::string> builtInLibraryFolders(std::string_view loaderBytes)
{
    // glibc keeps them as one run of "/lib/…/\0/usr/lib/…/\0": the longest such run is the list.
    static constexpr std::string_view kEnd("/\0", 2);
    std::vector<std::string> best;
    std::vector<std::string> run;
    std::size_t runEnd = 0;
    for (std::size_t at = loaderBytes.find(kEnd); at != std::string_view::npos;
         at = loaderBytes.find(kEnd, at + 1)) {
        const std::string_view folder = pathEndingAt(loaderBytes, at + 1);
        if (folder.size() < 5 || folder.find("/lib") == std::string_view::npos)
            continue;
        if (at + 1 - folder.size() != runEnd)
            run.clear();
        run.emplace_back(folder.substr(0, folder.size() - 1));
        runEnd = at + 2;
        if (run.size() > best.size())
            best = run;
    }
    return best.size() >= 2 ? best : std::vector<std::string>{};
}

} // namespace Refbox
