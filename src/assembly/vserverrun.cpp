// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/vserverrun.h"

#include "formats/foldertarget.h"
#include "formats/folderwriter.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/scripts.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <optional>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kRoomForMore = 16UL * 1024 * 1024; // that programs inside may write
constexpr std::size_t kLongestHostName = 63;
constexpr std::uint16_t kAnyExecute = 0111;

QString cannotRun()
{
    return translated("assembly", "Cannot run the vserver");
}

bool isExecutable(FileView &view, const std::string &path)
{
    const ViewFile *file = view.lookup(path);
    return file != nullptr && file->type == FileType::Regular && (file->permissions & kAnyExecute) != 0;
}

// Of one file; holes take no room.
std::uint64_t bytesOf(const FileTree &tree, InodeId inode)
{
    if (tree.inode(inode).contentKind != ContentKind::Extents)
        return tree.inode(inode).size;
    std::uint64_t bytes = 0;
    for (const Extent &extent : tree.extents(inode))
        bytes += extent.length;
    return bytes;
}

std::uint64_t blocksOf(const FileTree &tree, NodeId subtree)
{
    constexpr std::uint64_t block = 4096;
    std::uint64_t bytes = 0;
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node) {
        const auto names = tree.names(tree.inodeOf(node));
        if (*std::lower_bound(names.begin(), names.end(), subtree) == node)
            bytes += (bytesOf(tree, tree.inodeOf(node)) + block) / block * block;
    }
    return bytes;
}

bool isInMemory(const std::string &folder)
{
    struct statfs info;
    return ::statfs(folder.c_str(), &info) == 0 && info.f_type == TMPFS_MAGIC;
}

// Programs must be able to start there. Of memory, at most half of what is free is taken.
bool hasRoomFor(const std::string &folder, std::uint64_t bytes)
{
    struct statvfs info;
    if (folder.empty() || ::access(folder.c_str(), W_OK | X_OK) != 0 ||
        ::statvfs(folder.c_str(), &info) != 0 || (info.f_flag & (ST_NOEXEC | ST_RDONLY)) != 0)
        return false;
    const std::uint64_t free = std::uint64_t{info.f_bavail} * info.f_frsize;
    return bytes + kRoomForMore <= (isInMemory(folder) ? free / 2 : free);
}

// Where copies may lie, the preferred place first: memory, so that nothing is written to a disk in vain.
std::vector<std::string> copyPlaces()
{
    std::vector<std::string> places;
    for (const char *variable : {"TMPDIR", "XDG_RUNTIME_DIR"}) {
        const char *const value = std::getenv(variable);
        if (value != nullptr && value[0] == '/')
            places.emplace_back(value);
    }
    places.insert(places.end(), {"/dev/shm", "/tmp", "/var/tmp"});
    return places;
}

std::unique_ptr<FolderTarget> makePrivateFolder(std::uint64_t bytes)
{
    std::optional<Error> refused;
    std::unique_ptr<FolderTarget> chosen;
    for (const std::string &place : copyPlaces()) {
        try {
            // Removes what killed runs have left, also where this copy will not be.
            auto folder =
                std::make_unique<FolderTarget>(place + "/refbox-run-" + std::to_string(::geteuid()));
            if (!chosen && hasRoomFor(place, bytes))
                chosen = std::move(folder);
        } catch (const Error &error) { // another user may have made something of this name
            if (hasRoomFor(place, bytes))
                refused = error;
        }
    }
    if (chosen)
        return chosen;
    if (refused)
        throw *refused;
    throw Error(cannotRun(), {},
                translated("assembly", "Nowhere is room for a copy of it, %1.").arg(formatSize(bytes)),
                translated("assembly", "Free some space in /tmp, or name another folder in TMPDIR: one whose "
                                       "file system lets programs start."));
}

// The sandbox covers these; whatever else has the name (a symbolic link would lead the cover astray) goes.
void makeMountPoint(int root, const char *name, mode_t mode)
{
    struct stat info;
    if (::fstatat(root, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(info.st_mode))
        ::unlinkat(root, name, 0);
    if (::mkdirat(root, name, 0700) != 0 && errno != EEXIST)
        throw Error::fromErrno(cannotRun(), name, errno);
    const FileDescriptor folder = openBelow(root, name, O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen() || ::fchmod(folder.get(), mode) != 0)
        throw Error::fromErrno(cannotRun(), name, errno);
}

} // namespace

NodeId findVServer(const TreeSource &source, const std::string &word)
{
    const FileTree &tree = *source.tree;
    for (const NodeId vserver : source.vservers) {
        if (tree.name(vserver) == word)
            return vserver;
    }
    const NodeId node = tree.find(word);
    if (node != kNoId && tree.inodeAt(node).isDirectory())
        return node;
    QStringList names;
    for (const NodeId vserver : source.vservers)
        names += displayPath(tree.name(vserver));
    throw Error(translated("assembly", "Cannot find this vserver"), displayPath(word),
                node != kNoId
                    ? translated("assembly", "It is not a folder.")
                    : translated("assembly", "There is neither a vserver nor a folder of this name."),
                names.isEmpty()
                    ? translated("assembly", "Name a folder by its path, such as / for all of it.")
                    : translated("assembly", "The vservers here: %1.").arg(names.join(QStringLiteral(", "))));
}

std::string hostNameOf(std::string_view vserver)
{
    std::string name;
    std::string label;
    const auto endLabel = [&] {
        const std::size_t first = label.find_first_not_of('-');
        if (first != std::string::npos)
            name += (name.empty() ? "" : ".") + label.substr(first, label.find_last_not_of('-') - first + 1);
        label.clear();
    };
    for (const char c : vserver.substr(0, kLongestHostName)) {
        if (c == '.')
            endLabel();
        else
            label += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    }
    endLabel();
    return name.empty() ? "vserver" : name;
}

std::vector<std::string> loginShell(FileView &view)
{
    static const std::array<std::vector<std::string>, 8> shells{{{"/bin/bash", "--login"},
                                                                 {"/usr/bin/bash", "--login"},
                                                                 {"/bin/sh"},
                                                                 {"/usr/bin/sh"},
                                                                 {"/bin/ash"},
                                                                 {"/bin/dash"},
                                                                 {"/bin/zsh"},
                                                                 {"/bin/busybox", "sh"}}};
    for (const std::vector<std::string> &shell : shells) {
        if (startProblem(view, shell.front()).isEmpty())
            return shell;
    }
    return {};
}

std::string findProgram(FileView &view, const std::string &name)
{
    if (name.empty())
        return {};
    if (name.find('/') != std::string::npos) {
        const std::string path = name.front() == '/' ? name : '/' + name;
        return view.lookup(path) != nullptr ? path : std::string();
    }
    for (const std::string &folder : usualPath()) {
        if (isExecutable(view, folder + '/' + name))
            return folder + '/' + name;
    }
    return {};
}

QString startProblem(FileView &view, const std::string &path)
{
    const ViewFile *file = view.lookup(path);
    if (file == nullptr)
        return translated("assembly", "It is not there.");
    if (file->type != FileType::Regular)
        return translated("assembly", "It is not a file.");
    if ((file->permissions & kAnyExecute) == 0)
        return translated("assembly", "It is not executable.");
    const ElfReading &elf = view.elf(*file);
    if (elf.info) {
        const std::string &loader = elf.info->interpreter;
        if (!loader.empty() && view.lookup(loader) == nullptr)
            return translated("assembly", "Its loader is missing: %1").arg(displayPath(loader));
    } else if (const auto script = scriptNeeds(view, path)) {
        if (const std::string missing = script->missing(); !missing.empty())
            return translated("assembly", "Its interpreter is missing: %1").arg(displayPath(missing));
    }
    return {};
}

VServerCopy::VServerCopy(const FileTree &tree, NodeId vserver, Progress &progress)
    : m_folder(makePrivateFolder(blocksOf(tree, vserver)))
    , m_path(m_folder->temporaryPath() + "/root")
{
    FolderWriteOptions options;
    options.bestEffort = true;
    options.flush = false;
    options.plain = true;
    m_remarks = writeFolder(tree, vserver, m_path, options, progress).remarks;
    const FileDescriptor root = openBelow(m_folder->fd(), "root", O_RDONLY | O_DIRECTORY);
    ::fchmod(root.get(), 0755);
    for (const char *name : {"proc", "dev"})
        makeMountPoint(root.get(), name, 0755);
    makeMountPoint(root.get(), "tmp", 01777);
}

VServerCopy::~VServerCopy() = default;

void VServerCopy::addResolver() const
{
    const FileDescriptor etc = openBelow(m_folder->fd(), "root/etc", O_RDONLY | O_DIRECTORY);
    const FileDescriptor own(::open("/etc/resolv.conf", O_RDONLY | O_CLOEXEC));
    std::array<char, 16'384> buffer;
    const ssize_t size = own.isOpen() ? ::read(own.get(), buffer.data(), buffer.size()) : -1;
    if (!etc.isOpen() || size <= 0)
        return;
    const FileDescriptor copy(
        ::openat(etc.get(), "resolv.conf", O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (copy.isOpen() && ::write(copy.get(), buffer.data(), static_cast<std::size_t>(size)) != size)
        ::unlinkat(etc.get(), "resolv.conf", 0);
}

SandboxRequest requestInside(const VServerCopy &copy, FileView &view, std::string_view vserver)
{
    const ViewFile *home = view.lookup("/root");
    const bool hasHome = home != nullptr && home->type == FileType::Directory;
    SandboxRequest request;
    request.systemFolders = false;
    request.rootFolder = copy.path();
    request.rootInside = true;
    request.hostname = hostNameOf(vserver);
    request.environment = {{"PATH", usualPathText()}, {"HOME", hasHome ? "/root" : "/"}};
    return request;
}

} // namespace Refbox
