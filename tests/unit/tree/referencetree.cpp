// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencetree.h"

#include <algorithm>

using namespace Refbox;

namespace RefboxTest {

namespace {

std::string extentText(std::uint64_t size, const std::string &host, std::span<const Extent> extents)
{
    std::string text = "extents " + std::to_string(size) + " " + host;
    for (const Extent &e : extents)
        text += " " + std::to_string(e.logical) + "/" + std::to_string(e.physical) + "/" +
                std::to_string(e.length);
    return text;
}

std::string hashText(const Sha256 &hash)
{
    return {hash.begin(), hash.end()};
}

std::string inodeFault(const FileTree &tree, InodeId id, const ReferenceInode &wanted)
{
    const Inode &inode = tree.inode(id);
    if (inode.type != wanted.type)
        return "type";
    if (inode.permissions != wanted.permissions || inode.uid != wanted.uid || inode.gid != wanted.gid)
        return "mode or owner";
    if (inode.mtime() != wanted.mtime || inode.flags != wanted.flags)
        return "time or flags";
    if (inode.size != wanted.size || describeContent(tree, id) != wanted.content)
        return "content: " + describeContent(tree, id) + " instead of " + wanted.content;
    if (tree.origin(id) != wanted.origin)
        return "origin";
    std::map<std::string, std::string> xattrs;
    for (const XattrView &xattr : tree.xattrsOf(id)) {
        xattrs.emplace(xattr.name, xattr.value);
        if (tree.xattr(id, xattr.name) != xattr.value)
            return "xattr()";
    }
    if (xattrs != wanted.xattrs || tree.xattrsOf(id).size() != wanted.xattrs.size() ||
        tree.xattr(id, "user.none"))
        return "xattrs";
    return {};
}

std::string nodeFault(const FileTree &tree, NodeId node, const Path &path, const ReferenceTree &reference,
                      const std::map<Path, NodeId> &ids)
{
    if (tree.name(node) != (path.empty() ? std::string() : path.back()))
        return "name";
    if (tree.path(node) != pathText(path) || tree.find(pathText(path)) != node)
        return "path or find";
    const auto isDirectChild = [&](const Path &other) {
        return other.size() == path.size() + 1 && std::equal(path.begin(), path.end(), other.begin());
    };
    std::vector<NodeId> children;
    std::uint32_t end = node;
    std::uint32_t directories = 0;
    for (const auto &[other, inode] : reference) {
        end += isBelowOrAt(other, path) ? 1 : 0;
        if (!isDirectChild(other))
            continue;
        const NodeId child = ids.at(other);
        if (tree.parent(child) != node || tree.row(child) != children.size() ||
            tree.child(node, other.back()) != child)
            return "parent, row or child of " + pathText(other);
        children.push_back(child);
        directories += inode->type == FileType::Directory ? 1 : 0;
    }
    if (!std::ranges::equal(tree.children(node), children))
        return "children";
    if (tree.subtreeEnd(node) != end || !tree.isInside(end - 1, node) || tree.isInside(end, node))
        return "subtreeEnd";
    const InodeId id = tree.inodeOf(node);
    const std::uint32_t links =
        tree.inode(id).isDirectory() ? 2 + directories : static_cast<std::uint32_t>(tree.names(id).size());
    if (tree.linkCount(id) != links)
        return "linkCount";
    return inodeFault(tree, id, *reference.at(path));
}

} // namespace

std::string pathText(const Path &path)
{
    std::string text;
    for (const std::string &name : path)
        text += "/" + name;
    return text.empty() ? "/" : text;
}

bool isBelowOrAt(const Path &path, const Path &top)
{
    return path.size() >= top.size() && std::equal(top.begin(), top.end(), path.begin());
}

std::string describeContent(const FileTree &tree, InodeId id)
{
    const Inode &inode = tree.inode(id);
    switch (inode.contentKind) {
    case ContentKind::None:
        return inode.isDevice()
                   ? std::to_string(inode.deviceMajor()) + ":" + std::to_string(inode.deviceMinor())
                   : "";
    case ContentKind::Inline:
        return "inline " + std::string(tree.inlineBytes(id));
    case ContentKind::HostFile:
        return "host " + tree.hostPath(id) + " " + std::to_string(inode.contentOffset);
    case ContentKind::Extents:
        return extentText(inode.size, tree.hostPath(id), tree.extents(id));
    case ContentKind::Packed:
        return "packed " + tree.hostPath(id) + " " + std::to_string(inode.contentOffset);
    case ContentKind::Blob:
        return "blob " + tree.hostPath(id) + " " + hashText(tree.blobHash(id));
    }
    return "?";
}

std::string faultOf(const FileTree &tree, const ReferenceTree &reference)
{
    if (tree.nodeCount() != reference.size())
        return "node count";
    std::map<Path, NodeId> ids;
    std::map<ReferenceInodePtr, std::vector<NodeId>> groups;
    InodeId inodes = 0;
    for (const auto &[path, inode] : reference) {
        const auto node = static_cast<NodeId>(ids.size());
        ids.emplace(path, node);
        auto &group = groups[inode];
        group.push_back(node);
        if (tree.inodeOf(node) != (group.size() == 1 ? inodes++ : tree.inodeOf(group[0])))
            return "inode number of " + pathText(path);
    }
    if (tree.inodeCount() != inodes)
        return "inode count";
    if (tree.parent(FileTree::root()) != kNoId || tree.row(FileTree::root()) != 0)
        return "root";
    std::uint64_t bytes = 0;
    for (const auto &[inode, group] : groups) {
        if (!std::ranges::equal(tree.names(tree.inodeOf(group[0])), group))
            return "names";
        bytes += inode->type == FileType::Regular ? inode->size : 0;
    }
    if (tree.contentBytes() != bytes)
        return "contentBytes";
    for (const auto &[path, node] : ids) {
        const std::string fault = nodeFault(tree, node, path, reference, ids);
        if (!fault.empty())
            return pathText(path) + ": " + fault;
    }
    return {};
}

TwinBuilder::TwinBuilder(std::uint32_t seed)
    : m_random(seed)
{
    auto root = std::make_shared<ReferenceInode>();
    m_builder.inode(FileTreeBuilder::root()).uid = root->uid = 7;
    m_reference.emplace(Path(), root);
    m_handles.emplace(Path(), FileTreeBuilder::root());
}

std::string TwinBuilder::randomName()
{
    static const std::vector<std::string> kNames{
        "a", "b", "bin", "lib", "\xff\x80", "x\ny", " ", "-", "...", ".a", "A", "ä", std::string(255, 'n')};
    const std::string &name = kNames[below(static_cast<std::uint32_t>(kNames.size()))];
    return below(3) == 0 || name.size() == 255 ? name : name + std::to_string(below(4));
}

std::string TwinBuilder::randomBytes(std::size_t longest)
{
    std::string bytes(below(static_cast<std::uint32_t>(longest)) + 1, '\0');
    for (char &c : bytes)
        c = static_cast<char>(below(256));
    return bytes;
}

// The root where there is none of that kind.
Path TwinBuilder::randomPath(bool directory)
{
    std::vector<const Path *> fitting;
    for (const auto &[path, inode] : m_reference) {
        if ((inode->type == FileType::Directory) == directory)
            fitting.push_back(&path);
    }
    return fitting.empty() ? Path() : *fitting[below(static_cast<std::uint32_t>(fitting.size()))];
}

// A path that no one has; sometimes by replacing who had it.
Path TwinBuilder::freePlace()
{
    Path path = randomPath(true);
    path.push_back(randomName());
    if (m_reference.contains(path))
        remove(path);
    return path;
}

Metadata TwinBuilder::randomMetadata(ReferenceInode &inode)
{
    inode.permissions = static_cast<std::uint16_t>(below(010000));
    inode.uid = below(3) == 0 ? 0xFFFFFFFE : below(5);
    inode.gid = below(5);
    inode.mtime = {static_cast<std::int64_t>(m_random()) - 0x40000000, below(1'000'000'000)};
    inode.flags = static_cast<std::uint8_t>(below(8));
    inode.origin = below(2) == 0 ? "" : "component" + std::to_string(below(3));
    std::vector<XattrView> views;
    for (std::uint32_t i = 0; i < (below(3) == 0 ? 3U : 0U); ++i)
        inode.xattrs["user." + std::string(1, static_cast<char>('a' + below(4)))] = randomBytes(2);
    for (const auto &[name, value] : inode.xattrs)
        views.push_back({name, value});
    std::shuffle(views.begin(), views.end(), m_random);
    return {inode.permissions,
            inode.uid,
            inode.gid,
            inode.mtime,
            inode.flags,
            m_builder.internXattrs(views),
            m_builder.intern(inode.origin)};
}

TwinBuilder::Handle TwinBuilder::addRandom(const Path &place, ReferenceInode &inode, const Metadata &metadata)
{
    const Handle parent = m_handles.at(Path(place.begin(), place.end() - 1));
    const std::string &name = place.back();
    const std::string hostName = "f" + std::to_string(below(3));
    const auto host = [&] {
        return m_builder.internHostPath(m_builder.internHostPath(kNoId, "/srv"), hostName);
    };
    inode.type = FileType::Regular;
    switch (below(8)) {
    case 0:
    case 1:
        inode.type = FileType::Directory;
        return m_builder.addDirectory(parent, name, metadata);
    case 2: {
        const std::string bytes = below(3) == 0 ? "" : randomBytes(40);
        inode.size = bytes.size();
        inode.content = bytes.empty() ? "" : "inline " + bytes;
        return m_builder.addInlineFile(parent, name, metadata, bytes);
    }
    case 3: {
        inode.size = below(4) * 1000ULL;
        const std::uint64_t offset = below(3);
        inode.content = inode.size == 0 ? "" : "host /srv/" + hostName + " " + std::to_string(offset);
        return m_builder.addHostFile(parent, name, metadata, host(), inode.size, offset);
    }
    case 4: {
        inode.size = 10000;
        std::vector<Extent> extents;
        for (std::uint64_t at = below(100); extents.size() < below(6); at += 20 + below(100))
            extents.push_back({at, std::uint64_t(below(1000)), 1 + below(20)});
        inode.content = extentText(inode.size, "/srv/" + hostName, extents);
        return m_builder.addExtentsFile(parent, name, metadata, host(), inode.size, extents);
    }
    case 5: {
        inode.size = 1 + below(1000);
        Sha256 hash{};
        hash[below(32)] = static_cast<std::uint8_t>(below(256));
        inode.content = "blob /srv/" + hostName + " " + hashText(hash);
        return m_builder.addBlobFile(parent, name, metadata, hash, host(), inode.size);
    }
    case 6: {
        inode.type = FileType::Symlink;
        const std::string target = "../" + std::to_string(below(100));
        inode.size = target.size();
        inode.content = "inline " + target;
        return m_builder.addSymlink(parent, name, metadata, target);
    }
    default: {
        static constexpr std::array kTypes{FileType::CharDevice, FileType::BlockDevice, FileType::Fifo,
                                           FileType::Socket};
        inode.type = kTypes[below(4)];
        const bool device = inode.type == FileType::CharDevice || inode.type == FileType::BlockDevice;
        const std::uint32_t major = device ? below(4096) : 0;
        const std::uint32_t minor = device ? below(1 << 20) : 0;
        inode.content = device ? std::to_string(major) + ":" + std::to_string(minor) : "";
        return m_builder.addSpecial(parent, name, metadata, inode.type, major, minor);
    }
    }
}

void TwinBuilder::addFile()
{
    const Path place = freePlace();
    auto inode = std::make_shared<ReferenceInode>();
    const Metadata metadata = randomMetadata(*inode);
    m_handles[place] = addRandom(place, *inode, metadata);
    m_reference[place] = inode;
}

void TwinBuilder::addLink()
{
    const Path place = freePlace();
    const Path existing = randomPath(false);
    if (existing.empty())
        return;
    const Handle parent = m_handles.at(Path(place.begin(), place.end() - 1));
    m_handles[place] = m_builder.addHardLink(parent, place.back(), m_handles.at(existing));
    m_reference[place] = m_reference.at(existing);
}

void TwinBuilder::alter()
{
    const Path path = randomPath(below(2) == 0);
    ReferenceInode &inode = *m_reference.at(path);
    Inode &altered = m_builder.inode(m_handles.at(path));
    altered.permissions = inode.permissions = static_cast<std::uint16_t>(below(010000));
    altered.mtimeSeconds = inode.mtime.seconds = below(100);
}

void TwinBuilder::remove(const Path &path)
{
    if (path.empty())
        return;
    m_builder.remove(m_handles.at(path));
    std::erase_if(m_reference, [&](const auto &entry) { return isBelowOrAt(entry.first, path); });
    std::erase_if(m_handles, [&](const auto &entry) { return isBelowOrAt(entry.first, path); });
}

void TwinBuilder::step()
{
    switch (below(8)) {
    case 0:
        addLink();
        break;
    case 1:
        alter();
        break;
    case 2:
        if (below(3) == 0)
            remove(randomPath(below(4) == 0));
        break;
    default:
        addFile();
    }
}

ReferenceInodePtr TwinBuilder::copyInode(const ReferenceInodePtr &source,
                                         const FileTreeBuilder::CopyOptions &options)
{
    const bool shared = options.shareInodes && source->type != FileType::Directory;
    if (shared && m_copies.contains(source))
        return m_copies.at(source);
    auto copy = std::make_shared<ReferenceInode>(*source);
    if (options.origin)
        copy->origin = "copied";
    if (shared)
        m_copies.emplace(source, copy);
    return copy;
}

void TwinBuilder::copyFrom(const FileTree &tree, const ReferenceTree &reference)
{
    const Path place = freePlace();
    const NodeId node = below(tree.nodeCount());
    auto source = reference.begin();
    std::advance(source, node);
    FileTreeBuilder::CopyOptions options;
    options.shareInodes = below(3) != 0;
    if (below(2) == 0)
        options.origin = m_builder.intern("copied");
    const Handle parent = m_handles.at(Path(place.begin(), place.end() - 1));
    if (below(4) == 0) {
        m_handles[place] = m_builder.copyNode(parent, place.back(), tree, node, options);
        m_reference[place] = copyInode(source->second, options);
        return;
    }
    Path top = place;
    Handle base = parent;
    if (below(3) == 0) { // into a fresh directory, so that no names meet
        options.contentsOnly = true;
        auto inode = std::make_shared<ReferenceInode>();
        base = m_builder.addDirectory(parent, place.back(), randomMetadata(*inode));
        m_handles[place] = base;
        m_reference[place] = inode;
    }
    Handle handle = m_builder.copySubtree(base, place.back(), tree, node, options);
    for (auto it = source; it != reference.end() && isBelowOrAt(it->first, source->first); ++it) {
        if (options.contentsOnly && it == source)
            continue;
        Path path = top;
        path.insert(path.end(), it->first.begin() + static_cast<std::ptrdiff_t>(source->first.size()),
                    it->first.end());
        m_handles[path] = handle++;
        m_reference[path] = copyInode(it->second, options);
    }
}

std::string TwinBuilder::lookupFault()
{
    for (const auto &[path, handle] : m_handles) {
        if (m_builder.find(pathText(path)) != handle || m_builder.path(handle) != pathText(path))
            return "find of " + pathText(path);
        Path other = path;
        other.push_back(randomName());
        if (!m_reference.contains(other) && m_builder.child(handle, other.back()) != FileTreeBuilder::kNone)
            return "finds " + pathText(other) + " which is not there";
    }
    return {};
}

} // namespace RefboxTest
