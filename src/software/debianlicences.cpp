// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/debianlicences.h"

#include "tree/asciicase.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

namespace Refbox {

namespace {

// Lower case; GNU's licences, which come with versions and a plus, are put together by gnuLicence().
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kNames{{
    {"0bsd", "0BSD"},
    {"apache-2", "Apache-2.0"},
    {"apache-2.0", "Apache-2.0"},
    {"artistic", "Artistic-1.0-Perl"},
    {"artistic-1", "Artistic-1.0-Perl"},
    {"artistic-2", "Artistic-2.0"},
    {"artistic-2.0", "Artistic-2.0"},
    {"bsd-1-clause", "BSD-1-Clause"},
    {"bsd-2-clause", "BSD-2-Clause"},
    {"bsd-3-clause", "BSD-3-Clause"},
    {"bsd-4-clause", "BSD-4-Clause"},
    {"bsd-4-clause-uc", "BSD-4-Clause-UC"},
    {"bsl-1.0", "BSL-1.0"},
    {"bzip2", "bzip2-1.0.6"},
    {"cc0", "CC0-1.0"},
    {"cc0-1.0", "CC0-1.0"},
    {"curl", "curl"},
    {"expat", "MIT"},
    {"fsfap", "FSFAP"},
    {"fsful", "FSFUL"},
    {"isc", "ISC"},
    {"mit", "MIT"},
    {"mpl-2.0", "MPL-2.0"},
    {"openssl", "OpenSSL"},
    {"psf-2", "PSF-2.0"},
    {"unlicense", "Unlicense"},
    {"zlib", "Zlib"},
}};

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// "gpl-2+" → "GPL-2.0-or-later"; empty where it is none of GNU's.
std::string gnuLicence(std::string_view name)
{
    for (const std::string_view spdx : {"GPL", "LGPL", "AGPL", "GFDL"}) {
        const std::string family = asciiLower(spdx);
        if (!name.starts_with(family) || name.size() < family.size() + 2 || name[family.size()] != '-')
            continue;
        std::string_view version = name.substr(family.size() + 1);
        const bool isOrLater = version.ends_with('+');
        if (isOrLater)
            version.remove_suffix(1);
        // "niv" and the like stand behind a dash.
        if (version.empty() || version.find_first_not_of("0123456789.") != std::string_view::npos)
            return {};
        std::string result = std::string(spdx) + '-' + std::string(version);
        if (version.find('.') == std::string_view::npos)
            result += ".0";
        return result + (isOrLater ? "-or-later" : "-only");
    }
    return {};
}

std::string reference(std::string_view name)
{
    std::string result = "LicenseRef-";
    for (const char c : name)
        result +=
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ? c : '-';
    return result;
}

std::string single(std::string_view name)
{
    const std::string lower = asciiLower(name);
    const auto *const known = std::ranges::find(kNames, std::string_view(lower),
                                                &std::pair<std::string_view, std::string_view>::first);
    if (known != kNames.end())
        return std::string(known->second);
    std::string gnu = gnuLicence(lower);
    return gnu.empty() ? reference(name) : gnu;
}

struct Paragraph
{
    std::string files;   // patterns, with blanks between
    std::string licence; // its name; the text that follows it in further lines is left out
};

std::vector<Paragraph> paragraphsOf(std::string_view text)
{
    std::vector<Paragraph> paragraphs(1);
    bool inFiles = false;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (trimmed(line).empty()) {
            paragraphs.emplace_back();
            inFiles = false;
            continue;
        }
        if (line.front() == ' ' || line.front() == '\t') {
            if (inFiles)
                paragraphs.back().files.append(" ").append(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::string field = asciiLower(line.substr(0, colon));
        const std::string_view value =
            colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(colon + 1));
        inFiles = field == "files";
        if (inFiles)
            paragraphs.back().files = value;
        else if (field == "license")
            paragraphs.back().licence = value;
    }
    return paragraphs;
}

// Whether all patterns are of the packaging itself.
bool isPackaging(const std::string &files)
{
    std::istringstream patterns(files);
    for (std::string pattern; patterns >> pattern;) {
        if (!pattern.starts_with("debian/"))
            return false;
    }
    return true;
}

} // namespace

std::string spdxFromDebian(std::string_view name)
{
    name = trimmed(name);
    // Commas group as parentheses do, and exceptions have names of their own: kept whole.
    const std::string lower = ' ' + asciiLower(name) + ' ';
    if (lower.find(',') != std::string::npos || lower.find(" with ") != std::string::npos)
        return reference(name);
    std::string result;
    while (!name.empty()) {
        const std::string rest = asciiLower(name);
        const std::size_t orAt = rest.find(" or ");
        const std::size_t andAt = rest.find(" and ");
        const std::size_t at = std::min(orAt, andAt);
        result += single(trimmed(name.substr(0, at)));
        if (at == std::string::npos)
            break;
        result += orAt < andAt ? " OR " : " AND ";
        name.remove_prefix(at + (orAt < andAt ? 4 : 5));
    }
    return result;
}

std::vector<DeclaredLicence> licencesOfDebian(std::string_view copyright)
{
    // Whatever else it is, the machine-readable form begins with its address.
    if (copyright.substr(0, copyright.find('\n')).find("copyright-format/1.0") == std::string_view::npos)
        return {};
    std::set<DeclaredLicence> found;
    for (const Paragraph &paragraph : paragraphsOf(copyright)) {
        if (!isPackaging(paragraph.files) && !paragraph.licence.empty())
            found.insert({spdxFromDebian(paragraph.licence), paragraph.licence});
    }
    return {found.begin(), found.end()};
}

std::vector<std::string> licencesNamedIn(std::string_view copyright)
{
    constexpr std::string_view kFolder = "/usr/share/common-licenses/";
    std::set<std::string> found;
    for (std::size_t at = copyright.find(kFolder); at != std::string_view::npos;
         at = copyright.find(kFolder, at + 1)) {
        std::string_view name = copyright.substr(at + kFolder.size());
        name = name.substr(0, name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                                     "0123456789.-"));
        while (name.ends_with('.')) // the sentence's
            name.remove_suffix(1);
        if (!name.empty())
            found.emplace(name);
    }
    return {found.begin(), found.end()};
}

} // namespace Refbox
