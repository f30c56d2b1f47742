// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/folderreader.h"

#include "formats/filedescriptor.h"
#include "formats/folderscan.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include <cerrno>
#include <cstdlib>
#include <memory>
#include <unordered_map>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>

namespace Refbox {

namespace {

struct FileHash
{
    std::size_t operator()(const FolderReadOptions::File &file) const
    {
        return std::hash<std::uint64_t>()(file.inode ^ file.device * 0x9E3779B97F4A7C15U);
    }
};

class TreeMaker final
{
public:
    TreeMaker(FolderScan scan, const std::string &realPath, Progress &progress)
        : m_scan(std::move(scan))
        , m_progress(progress)
        , m_builder(metadata(m_scan.root, nullptr))
    {
        m_builder.inode(FileTreeBuilder::root()).xattrs = intern(m_scan.rootXattrs);
        m_open.push_back(
            {m_scan.root.extra, 0, FileTreeBuilder::root(), m_builder.internHostPath(kNoId, realPath)});
    }

    FileTreePtr make();

private:
    struct Level
    {
        std::uint32_t folder = 0;
        std::size_t next = 0;
        FileTreeBuilder::Handle handle = 0;
        std::uint32_t hostPath = 0;
    };

    Metadata metadata(const ScannedEntry &entry, const ScannedFolder *folder);
    XattrSetId intern(const XattrList &xattrs);
    void add(const Level &level, const ScannedFolder &folder, const ScannedEntry &entry);
    FileTreeBuilder::Handle addNew(const Level &level, const ScannedFolder &folder,
                                   const ScannedEntry &entry);

    FolderScan m_scan;
    Progress &m_progress;
    FileTreeBuilder m_builder;
    std::unordered_map<FolderReadOptions::File, FileTreeBuilder::Handle, FileHash> m_linked;
    std::vector<Level>
        m_open; // from the root to the folder at hand: folders may be nested deeper than the stack is
};

FileTreePtr TreeMaker::make()
{
    while (!m_open.empty()) {
        Level &level = m_open.back();
        ScannedFolder &folder = m_scan.folders[level.folder];
        if (level.next == folder.entries.size()) {
            folder = ScannedFolder(); // no longer needed: the tree has it all
            m_open.pop_back();
            m_progress.throwIfCancelled();
            continue;
        }
        const ScannedEntry &entry = folder.entries[level.next++];
        add(Level(level), folder, entry);
    }
    return m_builder.build();
}

Metadata TreeMaker::metadata(const ScannedEntry &entry, const ScannedFolder *folder)
{
    Metadata metadata;
    metadata.permissions = entry.permissions;
    metadata.uid = entry.uid;
    metadata.gid = entry.gid;
    metadata.mtime = {entry.mtimeSeconds, entry.mtimeNanoseconds};
    metadata.flags = entry.flags;
    if (entry.xattrs != kNoId)
        metadata.xattrs = intern(folder->xattrs[entry.xattrs]);
    return metadata;
}

XattrSetId TreeMaker::intern(const XattrList &xattrs)
{
    std::vector<XattrView> views;
    for (const auto &[name, value] : xattrs)
        views.push_back({name, value});
    return m_builder.internXattrs(std::move(views));
}

void TreeMaker::add(const Level &level, const ScannedFolder &folder, const ScannedEntry &entry)
{
    const std::string_view name = folder.name(entry);
    if (entry.type == FileType::Directory) {
        if (m_scan.folders[entry.extra].vanished)
            return;
        const auto handle = m_builder.addDirectory(level.handle, name, metadata(entry, &folder));
        m_open.push_back({entry.extra, 0, handle, m_builder.internHostPath(level.hostPath, name)});
        return;
    }
    if (!entry.hasSeveralNames) {
        addNew(level, folder, entry);
        return;
    }
    const auto [known, isNew] = m_linked.try_emplace({entry.device, entry.inode}, 0);
    if (isNew)
        known->second = addNew(level, folder, entry);
    else
        m_builder.addHardLink(level.handle, name, known->second);
}

FileTreeBuilder::Handle TreeMaker::addNew(const Level &level, const ScannedFolder &folder,
                                          const ScannedEntry &entry)
{
    const std::string_view name = folder.name(entry);
    const Metadata data = metadata(entry, &folder);
    switch (entry.type) {
    case FileType::Regular:
        if (entry.size == 0)
            return m_builder.addInlineFile(level.handle, name, data, {});
        return m_builder.addHostFile(level.handle, name, data, m_builder.internHostPath(level.hostPath, name),
                                     entry.size);
    case FileType::Symlink:
        return m_builder.addSymlink(level.handle, name, data, folder.targets[entry.extra]);
    default:
        return m_builder.addSpecial(level.handle, name, data, entry.type, entry.major, entry.minor);
    }
}

// Every ext file system has one; readers of images leave it out, too.
void leaveOutLostFound(FolderScan &scan, int fd)
{
    constexpr std::uint64_t rootOfExt = 2;
    struct statfs disk
    {
    };
    if (scan.root.inode != rootOfExt || fstatfs(fd, &disk) != 0 || disk.f_type != EXT4_SUPER_MAGIC)
        return;
    ScannedFolder &top = scan.folders[scan.root.extra];
    std::erase_if(top.entries, [&](const ScannedEntry &entry) {
        return entry.type == FileType::Directory && top.name(entry) == "lost+found" && entry.uid == 0 &&
               entry.permissions == 0700 && scan.folders[entry.extra].entries.empty();
    });
}

} // namespace

FolderContents readFolder(const std::string &path, const FolderReadOptions &options, Progress &progress)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY));
    if (!fd.isOpen())
        throw Error::fromErrno(translated("formats", "Cannot read the folder"), path, errno);
    const std::unique_ptr<char, void (*)(void *)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (!real)
        throw Error::fromErrno(translated("formats", "Cannot read the folder"), path, errno);
    progress.beginPhase(translated("formats", "Reading the folder"), 0, Progress::Unit::Entries);
    FolderContents contents;
    FolderScan scan = scanFolder(path, fd.get(), options, progress);
    leaveOutLostFound(scan, fd.get());
    contents.remarks = std::move(scan.remarks);
    contents.tree = TreeMaker(std::move(scan), real.get(), progress).make();
    return contents;
}

FileTreePtr readFolder(const std::string &path, Progress &progress)
{
    return readFolder(path, FolderReadOptions(), progress).tree;
}

} // namespace Refbox
