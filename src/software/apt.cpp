// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/apt.h"

#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

void makeFolder(const std::string &path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Error::fromErrno(translated("software", "Cannot make the folder of packages"), path,
                               error.value());
}

void writeText(const std::string &path, const std::string &text)
{
    OutputFile file(path, OutputFile::Flush::No);
    file.write(text);
    file.commit();
}

// As in the name of a package's file: an epoch's colon is quoted.
std::string quotedVersion(const std::string &version)
{
    std::string quoted;
    for (const char c : version)
        quoted += c == ':' ? std::string("%3a") : std::string(1, c);
    return quoted;
}

// A machine has few: what a line or stanza of sources.list(5) says of an address.
struct SourceAddress
{
    std::string options; ///< "[trusted=yes] ", or empty
    std::string uri;
    auto operator<=>(const SourceAddress &) const = default;
};

void addOneLine(const std::string &line, std::set<SourceAddress> &addresses)
{
    std::istringstream words(line);
    std::string type;
    SourceAddress address;
    words >> type >> address.uri;
    if (type != "deb" && type != "deb-src")
        return;
    if (address.uri.starts_with('[')) {
        address.options = address.uri + ' ';
        while (!address.uri.ends_with(']') && words >> address.uri)
            address.options += address.uri + ' ';
        words >> address.uri;
    }
    addresses.insert(address);
}

void addFile(const fs::path &path, std::set<SourceAddress> &addresses)
{
    const bool isStanzas = path.extension() == ".sources"; // deb822 style
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!isStanzas) {
            addOneLine(line, addresses);
        } else if (line.starts_with("URIs:")) {
            std::istringstream words(line.substr(5));
            for (std::string uri; words >> uri;)
                addresses.insert({{}, uri});
        }
    }
}

} // namespace

Error packagesError(const std::string &where, const QString &why, const QString &advice)
{
    return Error(translated("software", "Cannot get the packages"), displayPath(where), why, advice);
}

std::string spaced(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : " ") + text;
    return all;
}

std::string packageFileName(const PackageFile &file)
{
    return file.name + '_' + quotedVersion(file.version) + '_' + file.architecture + ".deb";
}

std::string sourceEntries(const std::string &suite, const std::string &sourceList)
{
    std::set<SourceAddress> addresses;
    if (!sourceList.empty()) {
        addFile(sourceList, addresses);
    } else {
        addFile("/etc/apt/sources.list", addresses);
        std::error_code error;
        for (const auto &entry : fs::directory_iterator("/etc/apt/sources.list.d", error)) {
            if (entry.path().extension() == ".list" || entry.path().extension() == ".sources")
                addFile(entry.path(), addresses);
        }
    }
    // Where keys are not trusted for all sources, Debian's own stand here.
    const std::string keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
    std::string lines;
    for (const SourceAddress &address : addresses) {
        if (address.uri.find("security") != std::string::npos)
            continue; // has suites of other names
        const std::string options = !address.options.empty() ? address.options
                                    : fs::exists(keys)       ? "[signed-by=" + keys + "] "
                                                             : "";
        lines += "deb-src " + options + address.uri + ' ' + suite + " main\n";
    }
    return lines;
}

Apt::Apt(Settings settings, Progress &progress)
    : m_settings(std::move(settings))
    , m_progress(progress)
{
    for (const char *name : {"/lists/partial", "/archives/partial", "/empty", "/resolved"})
        makeFolder(m_settings.folder + name);
    writeText(m_settings.folder + "/status", "");
    writeText(m_settings.folder + "/apt.conf", configuration());
}

bool Apt::isHere()
{
    return ::access("/usr/bin/apt-get", X_OK) == 0;
}

// How the machine reaches the network: proxies and the like, but none of its hooks.
std::string Apt::machineSettings()
{
    const ProgramResult result = runProgram({"apt-config", {"dump", "Acquire"}, {}}, m_progress);
    return result.status == 0 ? result.output : std::string();
}

std::string Apt::configuration()
{
    const auto quoted = [](const std::string &text) { return " \"" + text + "\";\n"; };
    std::string text = machineSettings();
    text += "Dir::Etc::main" + quoted("/dev/null") + "Dir::Etc::parts" +
            quoted(m_settings.folder + "/empty") + "Dir::State" + quoted(m_settings.folder) +
            "Dir::State::lists" + quoted(m_settings.folder + "/lists") + "Dir::State::status" +
            quoted(m_settings.folder + "/status") + "Dir::State::extended_states" +
            quoted(m_settings.folder + "/extended") + "Dir::Cache" + quoted(m_settings.folder) +
            "Dir::Cache::archives" + quoted(m_settings.folder + "/archives") + "Dir::Log" +
            quoted(m_settings.folder) + "APT::Architecture" + quoted(m_settings.architecture) +
            "APT::Architectures { \"" + m_settings.architecture + "\"; };\n" + "APT::Install-Recommends" +
            quoted("false") + "APT::Get::Assume-Yes" + quoted("true") + "APT::Get::HideAutoRemove" +
            quoted("true") + "Acquire::Languages" + quoted("none");
    if (!m_settings.sourceList.empty())
        text += "Dir::Etc::sourcelist" + quoted(m_settings.sourceList) + "Dir::Etc::sourceparts" +
                quoted(m_settings.folder + "/empty");
    // apt would rather fetch as another user, who cannot reach a folder of root's.
    if (::geteuid() == 0)
        text += "APT::Sandbox::User" + quoted("root");
    return text;
}

ProgramResult Apt::run(const std::vector<std::string> &arguments,
                       const std::function<void(std::string_view)> &listener)
{
    ProgramRequest request{"apt-get", arguments, {{"APT_CONFIG", m_settings.folder + "/apt.conf"}}};
    request.folder = m_settings.folder + "/archives";
    request.listener = listener;
    return runProgram(request, m_progress);
}

namespace {

// The lines of apt's errors, without its marks.
QString errorsOf(const ProgramResult &result)
{
    std::istringstream lines(result.errorOutput);
    QStringList errors;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("E: "))
            errors += displayPath(line.substr(3));
    }
    return errors.isEmpty() ? translated("software", "apt-get ended with status %1.").arg(result.status)
                            : errors.join(QLatin1Char('\n'));
}

} // namespace

void Apt::update()
{
    m_progress.beginPhase(translated("software", "Reading package lists"));
    const ProgramResult result = run({"update", "--error-on=any"});
    if (result.status != 0)
        throw packagesError(m_settings.architecture, errorsOf(result),
                            translated("software", "Check the network."));
}

namespace {

// "Inst libc6 (2.36-9+deb12u14 Debian:12.15/oldstable [arm64]) []"
std::optional<PackageFile> installedBy(std::string_view line)
{
    if (!line.starts_with("Inst "))
        return std::nullopt;
    PackageFile file;
    std::istringstream words{std::string(line.substr(5))};
    words >> file.name;
    file.name.resize(std::min(file.name.find(':'), file.name.size()));
    const std::size_t open = line.find('(');
    const std::size_t close = line.find(')', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return std::nullopt;
    const std::string_view inside = line.substr(open + 1, close - open - 1);
    file.version = inside.substr(0, inside.find(' '));
    const std::size_t bracket = inside.rfind('[');
    if (bracket == std::string_view::npos || !inside.ends_with(']'))
        return std::nullopt;
    file.architecture = inside.substr(bracket + 1, inside.size() - bracket - 2);
    return file;
}

// What apt says of dependencies that do not fit goes to its output, indented.
QString unmetOf(const ProgramResult &result)
{
    std::istringstream lines(result.output);
    QStringList unmet;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(" ") && line.find(':') != std::string::npos)
            unmet += displayPath(line).simplified();
    }
    return unmet.join(QLatin1Char('\n'));
}

} // namespace

std::vector<PackageFile> Apt::resolve(const std::vector<std::string> &names)
{
    m_progress.beginPhase(translated("software", "Finding what packages depend on"));
    std::vector<std::string> arguments{"--simulate", "install", "--"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    const ProgramResult result = run(arguments);
    if (result.status != 0) {
        const QString unmet = unmetOf(result);
        throw packagesError(spaced(names),
                            errorsOf(result) + (unmet.isEmpty() ? unmet : QLatin1Char('\n') + unmet),
                            translated("software", "apt-cache search finds how packages are called."));
    }
    std::vector<PackageFile> files;
    std::istringstream lines(result.output);
    for (std::string line; std::getline(lines, line);) {
        auto file = installedBy(line);
        if (!file)
            continue;
        // Where a repository has it only for another one, apt 3 takes that.
        if (file->architecture != m_settings.architecture && file->architecture != "all")
            throw packagesError(
                file->name, translated("software", "It is there for %1, but not for %2.")
                                .arg(displayPath(file->architecture), displayPath(m_settings.architecture)));
        files.push_back(std::move(*file));
    }
    return files;
}

void Apt::download(const std::vector<PackageFile> &files)
{
    constexpr std::uint64_t kWhole = 1000;
    m_progress.beginPhase(translated("software", "Fetching packages"), kWhole);
    std::vector<std::string> arguments{"-o", "APT::Status-Fd=1", "download", "--"};
    for (const PackageFile &file : files)
        arguments.push_back(file.name + '=' + file.version);
    std::uint64_t done = 0;
    const ProgramResult result = run(arguments, [&](std::string_view line) {
        if (line.starts_with("Get:"))
            m_progress.log(Progress::Severity::Info, displayPath(line));
        if (!line.starts_with("dlstatus:")) // "dlstatus:3:45.2:Retrieving file 3 of 8"
            return;
        const std::size_t begin = line.find(':', 9) + 1;
        const auto now = static_cast<std::uint64_t>(
            std::clamp(std::strtod(std::string(line.substr(begin)).c_str(), nullptr), 0.0, 100.0) * 10);
        if (now > done)
            m_progress.advance(now - std::exchange(done, now));
    });
    if (result.status != 0)
        throw packagesError(m_settings.architecture, errorsOf(result),
                            translated("software", "Check the network."));
}

void Apt::downloadSource(const std::string &package)
{
    m_progress.beginPhase(translated("software", "Fetching the source package %1").arg(displayPath(package)));
    const ProgramResult result =
        run({"source", "--download-only", "--only-source", "--", package}, [this](std::string_view line) {
            if (line.starts_with("Get:"))
                m_progress.log(Progress::Severity::Info, displayPath(line));
        });
    if (result.status != 0)
        throw packagesError(package, errorsOf(result));
}

} // namespace Refbox
