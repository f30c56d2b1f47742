// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/fileview.h"

#include "jobs/error.h"
#include "software/hostfile.h"

#include <algorithm>
#include <cstdlib>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

const ViewFile *FileView::lookup(const std::string &path)
{
    const auto [entry, isNew] = m_byPath.try_emplace(path, nullptr);
    if (!isNew)
        return entry->second;
    const auto found = path.starts_with('/') ? find(path) : std::nullopt;
    if (found) {
        const auto number = static_cast<std::uint32_t>(m_numbers.size());
        const auto known = m_numbers.try_emplace({found->identityA, found->identityB}, number).first;
        m_files.push_back({path, found->type, found->permissions, known->second});
        entry->second = &m_files.back();
    }
    return entry->second;
}

const std::string &FileView::realPath(const ViewFile &file)
{
    const auto [entry, isNew] = m_realPaths.try_emplace(&file);
    if (isNew)
        entry->second = resolve(file);
    return entry->second;
}

const ElfReading &FileView::elf(const ViewFile &file)
{
    if (m_elf.size() <= file.number)
        m_elf.resize(m_numbers.size());
    auto &reading = m_elf[file.number];
    if (!reading)
        reading =
            std::make_unique<ElfReading>(file.type == FileType::Regular ? readNeeds(file) : ElfReading{});
    return *reading;
}

std::string FileView::head(const ViewFile &file, std::size_t limit)
{
    return file.type == FileType::Regular ? readHead(file, limit) : std::string();
}

std::vector<std::string> FileView::list(const std::string &folder)
{
    std::vector<std::string> result = names(folder);
    std::sort(result.begin(), result.end());
    return result;
}

std::optional<FileView::Found> HostView::find(const std::string &path)
{
    struct stat status;
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return Found{typeOfMode(status.st_mode), static_cast<std::uint16_t>(status.st_mode & 07777),
                 status.st_dev, status.st_ino};
}

std::string HostView::resolve(const ViewFile &file)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(file.path.c_str(), nullptr),
                                                           &std::free);
    return real ? std::string(real.get()) : file.path;
}

ElfReading HostView::readNeeds(const ViewFile &file)
{
    return readElfFile(file.path, ElfDetail::Needs);
}

std::string HostView::readHead(const ViewFile &file, std::size_t limit)
{
    return hostFileHead(file.path, limit);
}

std::vector<std::string> HostView::names(const std::string &folder)
{
    std::vector<std::string> result;
    const std::unique_ptr<DIR, int (*)(DIR *)> dir(::opendir(folder.c_str()),
                                                   [](DIR *d) { return ::closedir(d); });
    if (!dir)
        return result;
    while (const dirent *entry = ::readdir(dir.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            result.emplace_back(name);
    }
    return result;
}

TreeView::TreeView(const FileTree &tree, NodeId root, std::shared_ptr<TreeElfCache> cache,
                   std::vector<bool> hidden)
    : m_tree(tree)
    , m_root(root)
    , m_cache(cache ? std::move(cache) : std::make_shared<TreeElfCache>())
    , m_hidden(std::move(hidden))
{
}

NodeId TreeView::node(std::string_view path) const
{
    return walk(path, true);
}

NodeId TreeView::nodeNoFollow(std::string_view path) const
{
    return walk(path, false);
}

NodeId TreeView::walk(std::string_view path, bool followLast) const
{
    static constexpr int kMostLinks = 40; // as Linux has it
    std::string rest(path);
    NodeId at = m_root;
    int links = 0;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string name = rest.substr(0, slash);
        const bool last = rest.find_first_not_of('/', slash) == std::string::npos;
        const bool trailingSlash = last && slash < rest.size();
        rest.erase(0, slash + 1);
        if (!m_tree.inodeAt(at).isDirectory())
            return kNoId;
        if (name.empty() || name == ".")
            continue;
        if (name == "..") {
            // Above the root is the root.
            at = at == m_root ? m_root : m_tree.parent(at);
            continue;
        }
        const NodeId child = m_tree.child(at, name);
        if (child == kNoId || isHidden(child))
            return kNoId;
        if (!m_tree.inodeAt(child).isSymlink() || (last && !followLast && !trailingSlash)) {
            at = child;
            if (trailingSlash && !m_tree.inodeAt(at).isDirectory())
                return kNoId;
            continue;
        }
        const std::string_view target = m_tree.symlinkTarget(m_tree.inodeOf(child));
        if (++links > kMostLinks || target.empty() || target.size() + rest.size() > 64UL * 1024)
            return kNoId;
        if (target.starts_with('/'))
            at = m_root;
        rest.insert(0, last && !trailingSlash ? "" : "/");
        rest.insert(0, target);
    }
    return at;
}

std::string TreeView::pathOf(NodeId node) const
{
    std::string path = m_tree.path(node);
    if (m_root != FileTree::root())
        path.erase(0, m_tree.path(m_root).size());
    return path.empty() ? "/" : path;
}

std::optional<FileView::Found> TreeView::find(const std::string &path)
{
    const NodeId found = walk(path, true);
    if (found == kNoId)
        return std::nullopt;
    const Inode &inode = m_tree.inodeAt(found);
    return Found{inode.type, inode.permissions, 0, m_tree.inodeOf(found)};
}

std::string TreeView::resolve(const ViewFile &file)
{
    return pathOf(node(file.path));
}

ElfReading TreeView::readNeeds(const ViewFile &file)
{
    const InodeId inode = m_tree.inodeOf(node(file.path));
    const auto known = m_cache->find(inode);
    if (known != m_cache->end())
        return known->second;
    const ContentReader reader(m_tree, inode);
    return m_cache->emplace(inode, readElf(reader, ElfDetail::Needs)).first->second;
}

std::string TreeView::readHead(const ViewFile &file, std::size_t limit)
{
    const ContentReader reader(m_tree, m_tree.inodeOf(node(file.path)));
    std::string bytes(std::min<std::uint64_t>(reader.size(), limit), '\0');
    reader.read(0, bytes);
    return bytes;
}

std::vector<std::string> TreeView::names(const std::string &folder)
{
    std::vector<std::string> result;
    const NodeId found = node(folder);
    if (found == kNoId)
        return result;
    for (const NodeId child : m_tree.children(found)) {
        if (!isHidden(child))
            result.emplace_back(m_tree.name(child));
    }
    return result;
}

std::optional<FileView::Found> OverlayView::find(const std::string &path)
{
    FileView &view = viewOf(path);
    const ViewFile *file = view.lookup(path);
    if (file == nullptr)
        return std::nullopt;
    return Found{file->type, file->permissions, &view == &m_upper ? 1U : 0U, file->number};
}

std::string OverlayView::resolve(const ViewFile &file)
{
    FileView &view = viewOf(file.path);
    return view.realPath(*view.lookup(file.path));
}

ElfReading OverlayView::readNeeds(const ViewFile &file)
{
    FileView &view = viewOf(file.path);
    return view.elf(*view.lookup(file.path));
}

std::string OverlayView::readHead(const ViewFile &file, std::size_t limit)
{
    FileView &view = viewOf(file.path);
    return view.head(*view.lookup(file.path), limit);
}

std::vector<std::string> OverlayView::names(const std::string &folder)
{
    std::vector<std::string> all = m_upper.list(folder);
    const std::vector<std::string> lower = m_lower.list(folder);
    all.insert(all.end(), lower.begin(), lower.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace Refbox
