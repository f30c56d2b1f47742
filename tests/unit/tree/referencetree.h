// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The slow, obvious picture of a file tree that FileTree is held against: a map from path to inode. Preorder
// is the order of the map, hard links are equal pointers.
#pragma once

#include "tree/filetreebuilder.h"

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace RefboxTest {

using Path = std::vector<std::string>; // the root is empty

struct ReferenceInode
{
    Refbox::FileType type = Refbox::FileType::Directory;
    std::uint16_t permissions = 0755;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    Refbox::Timestamp mtime;
    std::uint8_t flags = 0;
    std::map<std::string, std::string> xattrs;
    std::string origin;
    std::uint64_t size = 0;
    std::string content; // what describeContent() says
};
using ReferenceInodePtr = std::shared_ptr<ReferenceInode>;
using ReferenceTree = std::map<Path, ReferenceInodePtr>;

std::string pathText(const Path &path);
bool isBelowOrAt(const Path &path, const Path &top);

/// Kind, place and bytes of an inode's content in one line, as far as they can be seen in the tree.
std::string describeContent(const Refbox::FileTree &tree, Refbox::InodeId inode);

/// Empty where tree is exactly what reference says and all its invariants hold, else the first fault.
std::string faultOf(const Refbox::FileTree &tree, const ReferenceTree &reference);

/// A random tree being built twice: by FileTreeBuilder and as a reference.
class TwinBuilder
{
public:
    explicit TwinBuilder(std::uint32_t seed);

    /// One random addition, link, change or removal.
    void step();
    /// Copies a random part of an older pair, with random options.
    void copyFrom(const Refbox::FileTree &tree, const ReferenceTree &reference);

    const ReferenceTree &reference() const { return m_reference; }
    Refbox::FileTreePtr build() { return m_builder.build(); }
    /// Empty where the builder finds exactly the reference's names.
    std::string lookupFault();

private:
    using Handle = Refbox::FileTreeBuilder::Handle;

    std::uint32_t below(std::uint32_t limit)
    {
        return std::uniform_int_distribution(0U, limit - 1)(m_random);
    }
    std::string randomName();
    std::string randomBytes(std::size_t longest);
    Path randomPath(bool directory);
    Path freePlace();
    Refbox::Metadata randomMetadata(ReferenceInode &inode);
    Handle addRandom(const Path &place, ReferenceInode &inode, const Refbox::Metadata &metadata);
    void addFile();
    void addLink();
    void alter();
    void remove(const Path &path);
    ReferenceInodePtr copyInode(const ReferenceInodePtr &source,
                                const Refbox::FileTreeBuilder::CopyOptions &options);

    std::mt19937 m_random;
    Refbox::FileTreeBuilder m_builder;
    ReferenceTree m_reference;
    std::map<Path, Handle> m_handles;
    // What shared inodes of older trees became: the pointers are kept alive by the map itself.
    std::map<ReferenceInodePtr, ReferenceInodePtr> m_copies;
};

} // namespace RefboxTest
