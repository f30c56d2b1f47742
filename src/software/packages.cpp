// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/packages.h"

#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/buildfolder.h"
#include "software/program.h"
#include "software/tarballs.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

Error cannot(const std::string &where, const QString &why, const QString &advice = {})
{
    return Error(translated("software", "Cannot get the packages"), displayPath(where), why, advice);
}

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

std::string joined(const std::vector<std::string> &texts, const char *separator)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : separator) + text;
    return all;
}

// As in the name of a package's file: an epoch's colon is quoted.
std::string quotedVersion(const std::string &version)
{
    std::string quoted;
    for (const char c : version)
        quoted += c == ':' ? std::string("%3a") : std::string(1, c);
    return quoted;
}

std::string fileName(const PackageFile &file)
{
    return file.name + '_' + quotedVersion(file.version) + '_' + file.architecture + ".deb";
}

// One client with its private state. apt.conf(5), apt-get(8).
class Apt final
{
public:
    Apt(std::string folder, std::string architecture, const PackageOptions &options, Progress &progress)
        : m_folder(std::move(folder))
        , m_architecture(std::move(architecture))
        , m_options(options)
        , m_progress(progress)
    {
        for (const char *name : {"/lists/partial", "/archives/partial", "/empty", "/resolved"})
            makeFolder(m_folder + name);
        writeText(m_folder + "/status", "");
        writeText(m_folder + "/apt.conf", configuration());
    }

    void update();
    /// What would be installed on a machine that has nothing, in that order.
    std::vector<PackageFile> resolve(const std::vector<std::string> &names);
    void download(const std::vector<PackageFile> &files);

private:
    std::string configuration();
    ProgramResult run(const std::vector<std::string> &arguments,
                      const std::function<void(std::string_view)> &listener = {});
    std::string machineSettings();

    std::string m_folder;
    std::string m_architecture;
    const PackageOptions &m_options;
    Progress &m_progress;
};

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
    text += "Dir::Etc::main" + quoted("/dev/null") + "Dir::Etc::parts" + quoted(m_folder + "/empty") +
            "Dir::State" + quoted(m_folder) + "Dir::State::lists" + quoted(m_folder + "/lists") +
            "Dir::State::status" + quoted(m_folder + "/status") + "Dir::State::extended_states" +
            quoted(m_folder + "/extended") + "Dir::Cache" + quoted(m_folder) + "Dir::Cache::archives" +
            quoted(m_folder + "/archives") + "Dir::Log" + quoted(m_folder) + "APT::Architecture" +
            quoted(m_architecture) + "APT::Architectures { \"" + m_architecture + "\"; };\n" +
            "APT::Install-Recommends" + quoted("false") + "APT::Get::Assume-Yes" + quoted("true") +
            "APT::Get::HideAutoRemove" + quoted("true") + "Acquire::Languages" + quoted("none");
    if (!m_options.sourceList.empty())
        text += "Dir::Etc::sourcelist" + quoted(m_options.sourceList) + "Dir::Etc::sourceparts" +
                quoted(m_folder + "/empty");
    // apt would rather fetch as another user, who cannot reach a folder of root's.
    if (::geteuid() == 0)
        text += "APT::Sandbox::User" + quoted("root");
    return text;
}

ProgramResult Apt::run(const std::vector<std::string> &arguments,
                       const std::function<void(std::string_view)> &listener)
{
    ProgramRequest request{"apt-get", arguments, {{"APT_CONFIG", m_folder + "/apt.conf"}}};
    request.folder = m_folder + "/archives";
    request.listener = listener;
    return runProgram(request, m_progress);
}

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

void Apt::update()
{
    m_progress.beginPhase(translated("software", "Reading package lists"));
    const ProgramResult result = run({"update", "--error-on=any"});
    if (result.status != 0)
        throw cannot(m_architecture, errorsOf(result), translated("software", "Check the network."));
}

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

std::vector<PackageFile> Apt::resolve(const std::vector<std::string> &names)
{
    m_progress.beginPhase(translated("software", "Finding what packages depend on"));
    std::vector<std::string> arguments{"--simulate", "install", "--"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    const ProgramResult result = run(arguments);
    if (result.status != 0) {
        const QString unmet = unmetOf(result);
        throw cannot(joined(names, " "),
                     errorsOf(result) + (unmet.isEmpty() ? unmet : QLatin1Char('\n') + unmet),
                     translated("software", "apt-cache search finds how packages are called."));
    }
    std::vector<PackageFile> files;
    std::istringstream lines(result.output);
    for (std::string line; std::getline(lines, line);) {
        if (auto file = installedBy(line))
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
        throw cannot(m_architecture, errorsOf(result), translated("software", "Check the network."));
}

// To apt a name with a dot that no package has is a pattern, which may match anything.
void requireNamed(const PackageWish &wish, const std::vector<PackageFile> &files)
{
    for (const std::string &wished : wish.names) {
        const std::string name = wished.substr(0, wished.find('='));
        if (name.find('.') != std::string::npos &&
            std::ranges::find(files, name, &PackageFile::name) == files.end())
            throw cannot(name, translated("software", "There is no package of this name."));
    }
}

} // namespace

std::string machineArchitecture()
{
#if defined(__x86_64__)
    return "amd64";
#elif defined(__aarch64__)
    return "arm64";
#elif defined(__arm__)
    return "armhf";
#elif defined(__i386__)
    return "i386";
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
    return "ppc64el";
#elif defined(__riscv) && __riscv_xlen == 64
    return "riscv64";
#elif defined(__s390x__)
    return "s390x";
#elif defined(__loongarch64)
    return "loong64";
#else
    return {};
#endif
}

PackageOptions defaultPackageOptions()
{
    PackageOptions options;
    options.offline = defaultSourceOptions().offline;
    if (const char *list = std::getenv("REFBOX_APT_SOURCES"))
        options.sourceList = list;
    return options;
}

Packages::Packages(const Store &store, PackageOptions options)
    : m_store(store)
    , m_options(std::move(options))
{
}

std::string Packages::folder(const PackageWish &wish) const
{
    return m_store.folder() + "/packages/" +
           (wish.architecture.empty() ? machineArchitecture() : wish.architecture);
}

std::string Packages::resolvedPath(const PackageWish &wish) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const std::string &text) {
        hash.addData(QByteArrayView(text.c_str(), static_cast<qsizetype>(text.size()) + 1)); // with its end
    };
    add(m_options.sourceList);
    for (const std::string &name : wish.names)
        add(name);
    add({});
    for (const std::string &name : wish.without)
        add(name);
    return folder(wish) + "/resolved/" + hash.result().toHex().toStdString();
}

std::optional<std::vector<PackageFile>> Packages::find(const PackageWish &wish) const
{
    std::ifstream resolved(resolvedPath(wish));
    if (!resolved)
        return std::nullopt;
    std::vector<PackageFile> files;
    for (std::string line; std::getline(resolved, line);) {
        std::istringstream words(line);
        PackageFile file;
        std::uintmax_t size = 0;
        if (!(words >> file.name >> file.version >> file.architecture >> size))
            return std::nullopt;
        file.path = folder(wish) + "/archives/" + fileName(file);
        std::error_code error;
        if (fs::file_size(file.path, error) != size || error)
            return std::nullopt;
        files.push_back(std::move(file));
    }
    return files;
}

std::vector<PackageFile> Packages::fetch(const PackageWish &wish, Progress &progress)
{
    const std::string names = joined(wish.names, " ");
    if (!m_options.refresh) {
        if (auto known = find(wish))
            return *known;
    }
    if (m_options.offline)
        throw cannot(names, translated("software", "They were not fetched before, and nothing is fetched "
                                                   "offline."));
    const std::string architecture = fs::path(folder(wish)).filename();
    if (::access("/usr/bin/apt-get", X_OK) != 0)
        throw cannot(names,
                     translated("software",
                                "This machine has no apt, the only package client that is used so "
                                "far."),
                     translated("software", "Take package files instead: write their paths."));
    const std::string place = folder(wish);
    makeFolder(place);
    const OpenFile lock = lockFile(place + "/lock.refbox", progress);
    Apt apt(place, architecture, m_options, progress);
    if (m_updated.insert(place).second)
        apt.update();
    std::vector<PackageFile> files = apt.resolve(wish.names);
    requireNamed(wish, files);
    std::erase_if(files, [&](const PackageFile &file) {
        return std::ranges::find(wish.without, file.name) != wish.without.end();
    });
    apt.download(files);
    std::string lines;
    for (PackageFile &file : files) {
        file.path = place + "/archives/" + fileName(file);
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file.path, error);
        if (error)
            throw cannot(file.path, translated("software", "apt-get has not left it there."));
        lines += file.name + ' ' + file.version + ' ' + file.architecture + ' ' + std::to_string(size) + '\n';
    }
    writeText(resolvedPath(wish), lines);
    return files;
}

} // namespace Refbox
