// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/smoketest.h"

#include "assembly/vserverrun.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/scripts.h"
#include "tree/content.h"
#include "tree/sides.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <set>
#include <unordered_map>

namespace Refbox {

namespace {

constexpr std::uint16_t kAnyExecute = 0111;
constexpr std::size_t kLongestLine = 200;

// Whether a file says that it is BusyBox, as isBusyBox() asks a file of this machine.
bool holdsBusyBox(const FileTree &tree, InodeId inode)
{
    static constexpr std::string_view mark = "BusyBox v";
    static constexpr std::uint64_t limit = 16UL * 1024 * 1024;
    std::array<char, 65'536> buffer;
    try {
        const ContentReader reader(tree, inode);
        const std::uint64_t end = std::min(reader.size(), limit);
        for (std::uint64_t at = 0; at < end; at += buffer.size() - mark.size()) {
            const std::size_t count = reader.read(at, buffer);
            if (std::string_view(buffer.data(), count).find(mark) != std::string_view::npos)
                return true;
            if (count < buffer.size())
                break;
        }
    } catch (const Error &) { // who cannot be read cannot be copied: that tells
    }
    return false;
}

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

class Chooser final
{
public:
    Chooser(const FileTree &tree, NodeId vserver)
        : m_tree(tree)
        , m_vserver(vserver)
        , m_sides(guessSides(tree))
        , m_view(tree, vserver)
    {
    }

    void takeFolder(const std::string &folder);
    void takeElsewhere(Progress &progress);
    std::vector<std::string> foldersIn(const std::string &folder);
    std::vector<SmokeProgram> programs() { return std::move(m_programs); }

private:
    bool isBusyBox(NodeId node);
    std::optional<SmokeProgram> look(const std::string &path);
    bool isOutside(NodeId folder) const;

    const FileTree &m_tree;
    NodeId m_vserver;
    Sides m_sides;
    TreeView m_view;
    std::set<NodeId> m_folders; // one may have several paths
    std::set<InodeId> m_looked; // at what can be a program
    std::unordered_map<InodeId, bool> m_busyBoxes;
    std::vector<SmokeProgram> m_programs;
};

bool Chooser::isBusyBox(NodeId node)
{
    const auto [found, isNew] = m_busyBoxes.try_emplace(m_tree.inodeOf(node), false);
    if (isNew)
        found->second = holdsBusyBox(m_tree, found->first);
    return found->second;
}

std::optional<SmokeProgram> Chooser::look(const std::string &path)
{
    SmokeProgram program;
    program.path = path;
    const ViewFile *file = m_view.lookup(path);
    if (file != nullptr && (file->type != FileType::Regular || (file->permissions & kAnyExecute) == 0))
        return std::nullopt;
    program.problem = startProblem(m_view, path);
    if (file != nullptr)
        m_looked.insert(m_tree.inodeOf(m_view.node(path)));
    if (file == nullptr) {
        program.problem = translated("assembly", "It is a symbolic link that leads nowhere inside.");
        return program;
    }
    const ElfReading &elf = m_view.elf(*file);
    if (elf.isElf()) {
        program.kind = isBusyBox(m_view.node(path)) ? SmokeKind::Applet : SmokeKind::Program;
        if (elf.info && elf.info->machine != hostMachine())
            program.machine = elf.info->machine.name();
    } else {
        program.kind = readScriptHead(m_view.head(*file, 256)) ? SmokeKind::Script : SmokeKind::Nothing;
    }
    if (program.kind != SmokeKind::Nothing)
        program.argument = harmlessArgument(program.kind, nameOf(path));
    return program;
}

void Chooser::takeFolder(const std::string &folder)
{
    const NodeId node = m_view.node(folder);
    if (node == kNoId || !m_tree.inodeAt(node).isDirectory() || !m_folders.insert(node).second)
        return;
    for (const std::string &name : m_view.list(folder)) {
        if (auto program = look(folder + '/' + name))
            m_programs.push_back(std::move(*program));
    }
}

// What the sandbox covers, and in a whole package the other sides: they are roots of their own.
bool Chooser::isOutside(NodeId folder) const
{
    static constexpr std::array<std::string_view, 3> covered{"dev", "proc", "tmp"};
    return (m_tree.parent(folder) == m_vserver &&
            std::ranges::find(covered, m_tree.name(folder)) != covered.end()) ||
           folder == m_sides.refbox || std::ranges::find(m_sides.vservers, folder) != m_sides.vservers.end();
}

// ELF programs alone: a script or a library that is executable need not be there to be started.
void Chooser::takeElsewhere(Progress &progress)
{
    for (NodeId node = m_vserver + 1; node < m_tree.subtreeEnd(m_vserver); ++node) {
        progress.throwIfCancelled();
        const Inode &inode = m_tree.inodeAt(node);
        if (inode.isDirectory() && isOutside(node)) {
            node = m_tree.subtreeEnd(node) - 1;
            continue;
        }
        if (!inode.isRegular() || (inode.permissions & kAnyExecute) == 0 ||
            m_looked.contains(m_tree.inodeOf(node)))
            continue;
        const std::string path = m_view.pathOf(node);
        const ViewFile *file = m_view.lookup(path);
        const ElfReading *elf = file != nullptr ? &m_view.elf(*file) : nullptr;
        if (elf == nullptr || !elf->info || !elf->info->isProgram())
            continue;
        if (auto program = look(path))
            m_programs.push_back(std::move(*program));
    }
}

std::vector<std::string> Chooser::foldersIn(const std::string &folder)
{
    std::vector<std::string> folders;
    for (const std::string &name : m_view.list(folder)) {
        const std::string path = folder + '/' + name;
        const ViewFile *file = m_view.lookup(path);
        if (file != nullptr && file->type == FileType::Directory)
            folders.push_back(path);
    }
    return folders;
}

QString signalReason(int status)
{
    const struct
    {
        int signal;
        const char *name;
    } crashes[] = {{SIGSEGV, "SIGSEGV"}, {SIGILL, "SIGILL"}, {SIGBUS, "SIGBUS"},
                   {SIGABRT, "SIGABRT"}, {SIGFPE, "SIGFPE"}, {SIGSYS, "SIGSYS"}};
    for (const auto &crash : crashes) {
        if (status == 128 + crash.signal)
            return translated("assembly", "It crashed: %1.").arg(QLatin1String(crash.name));
    }
    return {};
}

// What loaders (glibc's, musl's), the kernel and shells say of a program that does not get as far as main().
QString loaderReason(std::string_view errors)
{
    const struct
    {
        std::string_view text;
        const char *reason;
    } complaints[] = {
        {"error while loading shared libraries: ",
         QT_TRANSLATE_NOOP("assembly", "It lacks a shared library.")},
        {"Error loading shared library ", QT_TRANSLATE_NOOP("assembly", "It lacks a shared library.")},
        {"' not found (required by ",
         QT_TRANSLATE_NOOP("assembly", "It needs another version of a shared library.")},
        {"symbol lookup error: ",
         QT_TRANSLATE_NOOP("assembly", "A shared library lacks something that it needs.")},
        {"Error relocating ",
         QT_TRANSLATE_NOOP("assembly", "A shared library lacks something that it needs.")},
        {"FATAL: kernel too old", QT_TRANSLATE_NOOP("assembly", "It needs a newer kernel.")},
        {"xec format error", QT_TRANSLATE_NOOP("assembly", "This machine cannot execute it.")},
    };
    for (const auto &complaint : complaints) {
        if (errors.find(complaint.text) != std::string_view::npos)
            return translated("assembly", complaint.reason);
    }
    return {};
}

QString failureReason(const SmokeProgram &program, const SandboxResult &result)
{
    if (result.end == SandboxResult::End::NotStarted)
        return !program.problem.isEmpty() ? program.problem
                                          : translated("assembly", "This machine cannot execute it.");
    // One that went on until it was ended has begun.
    if (result.end != SandboxResult::End::Exited || result.status == 0)
        return {};
    if (!program.machine.empty())
        return translated("assembly", "It is made for another processor: %1.")
            .arg(QString::fromStdString(program.machine));
    if (QString reason = signalReason(result.status); !reason.isEmpty())
        return reason;
    if (QString reason = loaderReason(result.errorOutput); !reason.isEmpty())
        return reason;
    if (result.status == 127)
        return translated("assembly", "Something that it starts was not found (exit status 127).");
    if (result.status == 126)
        return translated("assembly", "Something that it starts cannot be executed (exit status 126).");
    return {};
}

// BusyBox's first line is about itself; what it knows of the applet begins with its usage.
std::string_view aboutTheApplet(std::string_view text)
{
    const std::size_t usage = text.find("\nUsage: ");
    return text.starts_with("BusyBox v") && usage != std::string_view::npos ? text.substr(usage) : text;
}

std::string firstLine(std::string_view text)
{
    text = aboutTheApplet(text);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos)
            return std::string(line.substr(0, kLongestLine));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

} // namespace

std::vector<SmokeProgram> smokePrograms(const FileTree &tree, NodeId vserver, Progress &progress)
{
    Chooser chooser(tree, vserver);
    for (const std::string &folder : usualPath()) {
        progress.throwIfCancelled();
        chooser.takeFolder(folder);
    }
    for (const std::string &vendor : chooser.foldersIn("/opt")) {
        progress.throwIfCancelled();
        std::vector<std::string> prefixes = chooser.foldersIn(vendor);
        prefixes.insert(prefixes.begin(), vendor);
        for (const std::string &prefix : prefixes) {
            chooser.takeFolder(prefix + "/bin");
            chooser.takeFolder(prefix + "/sbin");
        }
    }
    chooser.takeElsewhere(progress);
    return chooser.programs();
}

std::string harmlessArgument(SmokeKind kind, std::string_view name)
{
    // BusyBox answers this itself, before the applet gets to see it; scripts and what ends or guards a
    // machine know it, if anything.
    static constexpr std::array<std::string_view, 10> careful{
        "halt", "init", "kexec", "login", "poweroff", "reboot", "runlevel", "shutdown", "sulogin", "telinit"};
    if (kind == SmokeKind::Applet || kind == SmokeKind::Script ||
        std::ranges::find(careful, name) != careful.end())
        return "--help";
    // These know no long options.
    if (name.starts_with("lua"))
        return "-v";
    return "--version";
}

const char *smokeStateName(SmokeState state)
{
    return state == SmokeState::Runs ? "runs" : state == SmokeState::Fails ? "fails" : "not-tried";
}

SmokeOutcome judgeSmoke(const SmokeProgram &program, const SandboxResult &result)
{
    SmokeOutcome outcome;
    outcome.program = program;
    outcome.reason = failureReason(program, result);
    outcome.state = outcome.reason.isEmpty() ? SmokeState::Runs : SmokeState::Fails;
    if (result.end == SandboxResult::End::Exited)
        outcome.status = result.status;
    const bool wantsErrors = outcome.state == SmokeState::Fails;
    outcome.said = firstLine(wantsErrors ? result.errorOutput : result.output);
    if (outcome.said.empty())
        outcome.said = firstLine(wantsErrors ? result.output : result.errorOutput);
    return outcome;
}

} // namespace Refbox
