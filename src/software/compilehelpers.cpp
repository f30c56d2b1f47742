// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/compilehelpers.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

constexpr const char *kInside = "/run/refbox-helpers";
constexpr std::chrono::seconds kTrialLimit{15};
constexpr int kDifferent = 3;

// What distcc starts instead of ssh for hosts that are written "@name": its input and output are the
// connection. The machine's name is the first argument (distcc gives no "-l user" where none is named).
constexpr const char *kConnect = "#!/bin/sh\n"
                                 "exec socat STDIO \"UNIX-CONNECT:/run/refbox-helpers/$1\"\n";

// What stands for a compiler of this name. Debug information tells columns of the preprocessed text, which is
// what hosts get: with it, they would give other bytes than this machine does. It goes through distcc all the
// same, which runs only so many compilers here at a time.
constexpr const char *kCompiler = "#!/bin/sh\n"
                                  "PATH=/usr/sbin:/usr/bin:/sbin:/bin\n"
                                  "name=${0##*/}\n"
                                  "for argument; do\n"
                                  "    case $argument in\n"
                                  "    -g0) ;;\n"
                                  "    -g*) export DISTCC_HOSTS=\"$DISTCC_LOCAL\" ;;\n"
                                  "    esac\n"
                                  "done\n"
                                  "exec distcc \"$name\" \"$@\"\n";

// The compilers of this machine are compared with the host's of the same name. Code whose translation differs
// easily between versions; and GCC writes its version into each object.
constexpr const char *kTrial = R"sh(
cd /tmp
cat > trial.c <<'END'
double mean(const int *a, unsigned n)
{
    double sum = 0;
    for (unsigned i = 0; i < n; ++i)
        sum += (a[i] % 10) * 0.1 + (a[i] >> 3);
    return n ? sum / n : 0;
}
END
cp trial.c trial.cc
tried=no
for name in cc gcc c++ g++; do
    PATH=/usr/bin:/bin command -v $name >/dev/null || continue
    tried=yes
    case $name in
    *++) source=trial.cc ;;
    *) source=trial.c ;;
    esac
    PATH=/usr/bin:/bin $name -O2 -c $source -o here.o
    $name -O2 -c $source -o there.o
    cmp -s here.o there.o || exit 3
done
[ $tried = yes ]
)sh";

QString findProgram(const char *name)
{
    return QStandardPaths::findExecutable(QString::fromLatin1(name),
                                          {QStringLiteral("/usr/bin"), QStringLiteral("/bin")});
}

void require(const char *program)
{
    if (findProgram(program).isEmpty())
        throw Error(translated("software", "Cannot use compile hosts"), QString::fromLatin1(program),
                    translated("software", "It is not installed on this machine."),
                    translated("software", "Install the packages distcc and socat, or name no hosts."));
}

Error badHost(std::string_view host)
{
    return Error(translated("software", "This is no compile host"), displayPath(host),
                 translated("software", "Hosts are written as HOST[:PORT][/SLOTS]."),
                 translated("software", "For instance: build1 build2:3633/8 [fd00::5]/4"));
}

template <typename Number>
Number numberOf(std::string_view digits, std::string_view host)
{
    Number number = 0;
    const char *end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, number);
    if (failure != std::errc() || stop != end || number == 0)
        throw badHost(host);
    return number;
}

CompileHost parseHost(const std::string_view text)
{
    CompileHost host;
    std::string_view rest = text;
    if (const std::size_t slash = rest.find('/'); slash != std::string_view::npos) {
        host.slots = numberOf<unsigned>(rest.substr(slash + 1), text);
        if (host.slots > HostRelay::kMostConnections)
            throw badHost(text);
        rest = rest.substr(0, slash);
    }
    std::size_t nameEnd = rest.find(':');
    if (rest.starts_with('[')) {
        const std::size_t bracket = rest.find(']');
        if (bracket == std::string_view::npos)
            throw badHost(text);
        host.host = rest.substr(1, bracket - 1);
        nameEnd = bracket + 1 < rest.size() ? bracket + 1 : std::string_view::npos;
        if (nameEnd != std::string_view::npos && rest[nameEnd] != ':')
            throw badHost(text);
    } else {
        host.host = rest.substr(0, nameEnd);
    }
    if (nameEnd != std::string_view::npos)
        host.port = numberOf<std::uint16_t>(rest.substr(nameEnd + 1), text);
    constexpr std::string_view kAllowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:%";
    if (host.host.empty() || host.host.find_first_not_of(kAllowed) != std::string::npos)
        throw badHost(text);
    return host;
}

void write(const std::string &path, const char *text)
{
    QFile file(QFile::decodeName(QByteArray::fromStdString(path)));
    const auto size = static_cast<qint64>(std::char_traits<char>::length(text));
    if (!file.open(QIODevice::WriteOnly) || file.write(text, size) != size || !file.flush() ||
        !file.setPermissions(QFile::ReadOwner | QFile::ExeOwner))
        throw Error(translated("software", "Cannot use compile hosts"), displayPath(path),
                    file.errorString());
}

} // namespace

std::vector<CompileHost> parseCompileHosts(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\n";
    std::vector<CompileHost> hosts;
    for (;;) {
        const std::size_t begin = text.find_first_not_of(kBlanks);
        if (begin == std::string_view::npos)
            return hosts;
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
        hosts.push_back(parseHost(text.substr(0, end)));
        text.remove_prefix(end);
    }
}

std::vector<CompileHost> defaultCompileHosts()
{
    const char *value = std::getenv("REFBOX_COMPILE_HOSTS");
    try {
        return parseCompileHosts(value == nullptr ? "" : value);
    } catch (Error &error) {
        error.addContext(QStringLiteral("REFBOX_COMPILE_HOSTS"));
        throw;
    }
}

CompileHelpers::CompileHelpers(const std::vector<CompileHost> &hosts, Progress &progress)
{
    if (hosts.empty())
        return;
    require("distcc");
    require("socat");
    if (!m_folder.isValid())
        throw Error(translated("software", "Cannot use compile hosts"), m_folder.path(),
                    m_folder.errorString());
    const std::string folder = QFile::encodeName(m_folder.path()).toStdString();
    write(folder + "/connect", kConnect);
    std::error_code failed; // then the first file cannot be written
    fs::create_directory(folder + "/bin", failed);
    for (const std::string name : {"cc", "gcc", "c++", "g++"}) {
        if (!findProgram(name.c_str()).isEmpty())
            write(folder + "/bin/" + name, kCompiler);
    }

    std::vector<RelayTarget> targets;
    for (const CompileHost &host : hosts) {
        const std::string name = "host" + std::to_string(targets.size());
        targets.push_back({folder + '/' + name, host.host, host.port});
        m_helpers.push_back({host, name});
    }
    m_relay = std::make_unique<HostRelay>(targets);
    keepUsable(progress);
}

// All are tried at once: one that does not answer costs no more time than ten.
void CompileHelpers::keepUsable(Progress &progress)
{
    std::vector<QString> failures(m_helpers.size());
    runParallel(static_cast<unsigned>(m_helpers.size()),
                [&](unsigned index) { failures[index] = failureOf(m_helpers[index], progress); });
    std::vector<Helper> usable;
    for (std::size_t i = 0; i < m_helpers.size(); ++i) {
        const CompileHost &host = m_helpers[i].host;
        if (failures[i].isEmpty()) {
            usable.push_back(m_helpers[i]);
            progress.log(Progress::Severity::Info, translated("software", "%1 helps to compile, %2 at a time")
                                                       .arg(displayPath(host.title()))
                                                       .arg(host.slots));
        } else {
            progress.log(Progress::Severity::Warning,
                         translated("software", "%1 does not help to compile: %2")
                             .arg(displayPath(host.title()), failures[i]));
        }
    }
    m_helpers = std::move(usable);
}

unsigned CompileHelpers::slots() const
{
    unsigned sum = 0;
    for (const Helper &helper : m_helpers)
        sum += helper.host.slots;
    return sum;
}

// Empty: it can be used.
QString CompileHelpers::failureOf(const Helper &helper, Progress &progress) const
{
    SandboxRequest trial;
    trial.command = {"/bin/sh", "-ec", kTrial};
    trial.environment = {{"PATH", "/usr/bin:/bin"}};
    trial.timeLimit = kTrialLimit;
    std::error_code error;
    if (fs::is_directory("/etc/alternatives", error))
        trial.binds.push_back({"/etc/alternatives", "/etc/alternatives", false});
    lead(trial, '@' + helper.name);
    trial.environment["DISTCC_FALLBACK"] = "0";
    trial.environment.erase("DISTCC_LOG");
    const SandboxResult result = runInSandbox(trial, progress);
    if (result.succeeded())
        return {};
    if (result.end == SandboxResult::End::TimeLimit)
        return translated("software", "it does not answer");
    if (result.status == kDifferent)
        return translated("software", "its compiler is another one, or of another version");
    // The first line has the cause; what follows from it comes after.
    const std::string_view said = result.errorOutput;
    return translated("software", "it does not compile (%1)")
        .arg(displayPath(said.substr(0, said.find('\n'))));
}

void CompileHelpers::addTo(SandboxRequest &request, unsigned localSlots) const
{
    if (m_helpers.empty())
        return;
    std::string hosts;
    for (const Helper &helper : m_helpers)
        hosts += '@' + helper.name + '/' + std::to_string(helper.host.slots) + ",lzo ";
    const std::string local = "localhost/" + std::to_string(localSlots);
    lead(request, hosts + local);
    request.environment["DISTCC_LOCAL"] = local;
}

void CompileHelpers::lead(SandboxRequest &request, const std::string &distccHosts) const
{
    request.binds.push_back({QFile::encodeName(m_folder.path()).toStdString(), kInside, false});
    std::map<std::string, std::string> &variables = request.environment;
    variables["PATH"] = std::string(kInside) + "/bin:" + variables["PATH"];
    variables["DISTCC_HOSTS"] = distccHosts;
    variables["DISTCC_SSH"] = std::string(kInside) + "/connect";
    // Not into the output of configure's trials, which look for warnings there.
    variables["DISTCC_LOG"] = "/tmp/distcc.log";
}

} // namespace Refbox
