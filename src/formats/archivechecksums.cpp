// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/archivechecksums.h"

#include "formats/archiveparts.h"
#include "formats/filedescriptor.h"
#include "formats/partreplacement.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::size_t kDigits = 64;
constexpr std::size_t kLongest = 1 << 20; // of the file; what is beyond is about something else

QString cannotRead()
{
    return translated("formats", "Cannot read the archive");
}

// In the file's folder the name is all there is; lists may have been made from another one.
std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

struct Line
{
    std::string digits;
    std::string name; // empty: of whatever the file stands beside
};

// sha256sum begins a line with a backslash where the name has escapes (coreutils, "md5sum invocation").
std::string unescaped(std::string_view name)
{
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isEscape = name[i] == '\\' && i + 1 < name.size();
        const char c = isEscape ? name[++i] : name[i];
        plain += isEscape && c == 'n' ? '\n' : isEscape && c == 'r' ? '\r' : c;
    }
    return plain;
}

std::optional<Line> parseLine(std::string_view text)
{
    // Of the parts joined, see PartedFile.
    if (constexpr std::string_view joined = "# joined: "; text.starts_with(joined))
        text.remove_prefix(joined.size());
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    const bool hasEscapes = text.starts_with('\\');
    text.remove_prefix(hasEscapes ? 1 : 0);
    Line line;
    line.digits = text.substr(0, kDigits);
    for (char &c : line.digits)
        c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    text.remove_prefix(line.digits.size());
    if (line.digits.size() != kDigits ||
        line.digits.find_first_not_of("0123456789abcdef") != std::string::npos)
        return std::nullopt;
    if (text.empty())
        return line;
    if (text.size() < 3 || text[0] != ' ' || (text[1] != ' ' && text[1] != '*'))
        return std::nullopt;
    text.remove_prefix(2);
    line.name = hasEscapes ? unescaped(text) : std::string(text);
    line.name = std::string(nameOf(line.name));
    return line;
}

// None where it is not there, or something else has its name.
std::optional<std::string> readList(const std::string &path)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    std::string text;
    std::array<char, 16'384> buffer;
    ssize_t count = file.isOpen() ? 1 : -1;
    while (count > 0 && text.size() < kLongest) {
        count = ::read(file.get(), buffer.data(), buffer.size());
        if (count > 0)
            text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    if (count < 0)
        throw Error::fromErrno(translated("formats", "Cannot read the checksums"), path, errno);
    return text;
}

Error checksumError(const std::string &part, const QString &why, const std::string &list)
{
    return {cannotRead(), displayPath(part), why,
            translated("formats", "Copy or download all of it again. If %1 is of another archive, move it "
                                  "away.")
                .arg(displayPath(list))};
}

} // namespace

std::optional<ArchiveChecksums> checksumsBeside(const std::vector<std::string> &parts)
{
    const bool isParted = parts.size() > 1 || (isPart(parts.front()) && parts.front().ends_with(".001"));
    const std::string whole = isParted && isPart(parts.front()) ? withoutPart(parts.front()) : parts.front();
    ArchiveChecksums told{whole + std::string(kChecksumEnding), std::vector<std::string>(parts.size())};
    const auto text = readList(told.path);
    if (!text)
        return std::nullopt;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto line = parseLine(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line)
            continue;
        const auto part = std::ranges::find_if(parts, [&](const std::string &path) {
            return line->name.empty() ? parts.size() == 1 : nameOf(path) == line->name;
        });
        if (part != parts.end())
            told.digits[static_cast<std::size_t>(part - parts.begin())] = line->digits;
        else if (isParted && isPart(line->name) && withoutPart(line->name) == nameOf(whole))
            throw checksumError(
                whole + line->name.substr(nameOf(whole).size()),
                translated("formats", "This part is missing: %1 names it.").arg(displayPath(told.path)),
                told.path);
    }
    if (std::ranges::all_of(told.digits, &std::string::empty))
        return std::nullopt;
    return told;
}

void requireChecksums(const ArchiveChecksums &told, const std::vector<std::string> &parts,
                      const std::vector<Sha256> &found)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (told.digits[i].empty())
            throw checksumError(
                parts[i],
                translated("formats", "%1 names other parts, but not this one.").arg(displayPath(told.path)),
                told.path);
        if (const std::string digits = hexOf(found[i]); digits != told.digits[i])
            throw checksumError(parts[i],
                                translated("formats", "It is damaged or another one: its SHA-256 is %1, but "
                                                      "%2 says %3.")
                                    .arg(QString::fromStdString(digits), displayPath(told.path),
                                         QString::fromStdString(told.digits[i])),
                                told.path);
    }
}

} // namespace Refbox
