// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/hosttree.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/hostfile.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/stat.h>
#include <sys/xattr.h>

namespace Refbox {

namespace {

bool isKept(std::string_view name)
{
    return name.starts_with("system.") ? name.starts_with("system.posix_acl_") : !isMachineLabel(name);
}

std::string xattrValue(int fd, const std::string &name, const std::string &path)
{
    std::string value;
    for (;;) {
        const ssize_t size = ::fgetxattr(fd, name.c_str(), nullptr, 0);
        value.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        const ssize_t count = size < 0 ? size : ::fgetxattr(fd, name.c_str(), value.data(), value.size());
        if (count < 0 && errno == ERANGE)
            continue; // it grew meanwhile
        if (count < 0)
            throw Error::fromErrno(
                translated("software", "Cannot read the extended attribute %1").arg(displayPath(name)), path,
                errno);
        value.resize(static_cast<std::size_t>(count));
        return value;
    }
}

std::vector<std::pair<std::string, std::string>> readXattrs(int fd, const std::string &path)
{
    std::vector<std::pair<std::string, std::string>> xattrs;
    std::string names(64UL * 1024, '\0'); // the kernel's own limit
    const ssize_t size = ::flistxattr(fd, names.data(), names.size());
    if (size < 0 && errno != ENOTSUP)
        throw Error::fromErrno(translated("software", "Cannot read the extended attributes"), path, errno);
    names.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    for (std::size_t start = 0; start < names.size();) {
        const std::size_t end = std::min(names.find('\0', start), names.size());
        const std::string name = names.substr(start, end - start);
        start = end + 1;
        if (isKept(name))
            xattrs.emplace_back(name, xattrValue(fd, name, path));
    }
    return xattrs;
}

} // namespace

bool isMachineLabel(std::string_view xattr)
{
    static constexpr std::array<std::string_view, 4> kLabels{"security.selinux", "security.SMACK",
                                                             "security.ima", "security.evm"};
    return std::ranges::any_of(kLabels, [xattr](std::string_view label) { return xattr.starts_with(label); });
}

std::vector<XattrView> withoutMachineLabels(std::vector<XattrView> xattrs)
{
    std::erase_if(xattrs, [](const XattrView &xattr) { return isMachineLabel(xattr.name); });
    return xattrs;
}

std::string cleanAbsolutePath(std::string_view path)
{
    if (!path.starts_with('/') || path.find('\0') != std::string_view::npos)
        return {};
    std::string clean;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        if (name == "." || name == ".." || name.size() > 255)
            return {};
        if (!name.empty())
            clean += '/' + std::string(name);
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return clean;
}

HostTree::Handle HostTree::folder(std::string_view path)
{
    Handle handle = FileTreeBuilder::root();
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (name.empty())
            continue;
        Handle next = m_builder.child(handle, name);
        if (next == FileTreeBuilder::kNone) {
            next = m_builder.addDirectory(handle, name, Metadata{});
            m_folders.push_back(next);
        }
        if (!m_builder.inode(next).isDirectory())
            throw Error(translated("software", "Cannot put files into a folder"),
                        displayPath(m_builder.path(next)),
                        translated("software", "A file has this name already."),
                        translated("software", "Give the programs other places with \"as\"."));
        handle = next;
    }
    return handle;
}

std::pair<HostTree::Handle, std::string> HostTree::place(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return {folder(path.substr(0, slash)), std::string(path.substr(slash + 1))};
}

HostTree::Handle HostTree::addLink(std::string_view path, Handle existing)
{
    const auto [parent, name] = place(path);
    return m_builder.addHardLink(parent, name, existing);
}

HostTree::Handle HostTree::addFile(std::string_view path, const std::string &hostPath, Remarks &remarks)
{
    const QString failed = translated("software", "Cannot read a file of this machine");
    const OpenFile file = OpenFile::forReading(hostPath);
    struct stat status;
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0)
        throw Error::fromErrno(failed, hostPath, errno);
    if (!S_ISREG(status.st_mode))
        throw Error(failed, displayPath(hostPath), translated("software", "It is no regular file."));
    const std::pair<std::uint64_t, std::uint64_t> identity{status.st_dev, status.st_ino};
    if (const auto known = m_byIdentity.find(identity); known != m_byIdentity.end())
        return addLink(path, known->second);

    Metadata metadata;
    metadata.permissions = status.st_mode & 07777;
    metadata.mtime = {status.st_mtim.tv_sec, static_cast<std::uint32_t>(status.st_mtim.tv_nsec)};
    // Set-id for somebody else would become set-id for root.
    const unsigned foreign = (status.st_uid != 0 ? S_ISUID : 0U) | (status.st_gid != 0 ? S_ISGID : 0U);
    if ((metadata.permissions & foreign) != 0) {
        metadata.permissions = static_cast<std::uint16_t>(metadata.permissions & ~foreign);
        remarks.push_back(
            {Remark::Severity::Warning, "set-id-dropped", std::string(path),
             translated("software", "On this machine %1 runs with the rights of its own user or group; "
                                    "here it belongs to root and runs with its caller's.")
                 .arg(displayPath(hostPath)),
             translated("software", "Create that user or group in the vserver and set the owner and mode "
                                    "there if the program needs them.")});
    }
    const auto xattrs = readXattrs(file.fd(), hostPath);
    std::vector<XattrView> views;
    views.reserve(xattrs.size());
    for (const auto &[name, value] : xattrs)
        views.push_back({name, value});
    metadata.xattrs = m_builder.internXattrs(views);
    m_newest = std::max(m_newest, metadata.mtime);
    const auto [parent, name] = place(path);
    const Handle handle =
        m_builder.addHostFile(parent, name, metadata, m_builder.internHostPath(kNoId, hostPath),
                              static_cast<std::uint64_t>(status.st_size));
    m_byIdentity.emplace(identity, handle);
    return handle;
}

FileTreePtr HostTree::build()
{
    for (const Handle handle : m_folders) {
        m_builder.inode(handle).mtimeSeconds = m_newest.seconds;
        m_builder.inode(handle).mtimeNanoseconds = m_newest.nanoseconds;
    }
    return m_builder.build();
}

} // namespace Refbox
