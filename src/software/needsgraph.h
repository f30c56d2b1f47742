// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who needs what: the shared libraries, loaders and interpreters that files of one root need, in the end, as
// the root's own programs would find them. A value; making it reads the heads of the files. Any thread.
#pragma once

#include "jobs/progress.h"
#include "software/fileview.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace Refbox {

/// A file, however many names it has, or a name that leads nowhere.
struct NeedsNode
{
    enum class Kind : std::uint8_t {
        Program, ///< an ELF file that can be started
        Library, ///< any other ELF file
        Loader,
        Script,
        Other, ///< asked for, but neither ELF nor script: needs nothing
        Missing,
    };
    NodeId node = kNoId; ///< of its names that which was met first; kNoId: missing
    Kind kind = Kind::Missing;
    bool asked = false;  ///< of the files that the graph is about
    std::string name;    ///< of what is missing, as it is asked for
    std::string problem; ///< why an ELF file cannot be understood
    bool isMissing() const { return node == kNoId; }
    bool operator==(const NeedsNode &) const = default;
};

/// "program", "library", "loader", "script", "file", "missing".
const char *needsKindName(NeedsNode::Kind kind);

struct NeedsEdge
{
    enum class Kind : std::uint8_t { Library, Loader, Interpreter };
    std::uint32_t from = 0; ///< in NeedsGraph::nodes
    std::uint32_t to = 0;
    Kind kind = Kind::Library;
    std::string name; ///< as it is asked for: "libc.so.6", "/bin/sh"
    auto operator<=>(const NeedsEdge &) const = default;
};

/// "library", "loader", "interpreter".
const char *needKindName(NeedsEdge::Kind kind);

struct NeedsGraph
{
    NodeId root = 0;
    std::vector<NeedsNode> nodes; ///< the files asked for in their order, then the others as they were met
    std::vector<NeedsEdge> edges; ///< sorted, each once

    std::size_t missingCount() const;
    /// (from, to) of the edges, sorted, each once: what is drawn and laid out.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs() const;
    bool operator==(const NeedsGraph &) const = default;
};

/// files: nodes below root; a symbolic link stands for what it leads to there, one that dangles for a missing
/// name. A library's needs are those that it has in the programs asked for: where their RPATHs differ, it may
/// have several for one name. Throws Error where a file cannot be read, and Cancelled.
NeedsGraph needsGraph(const FileTree &tree, NodeId root, std::span<const NodeId> files,
                      const std::shared_ptr<TreeElfCache> &cache = nullptr, Progress *progress = nullptr);

/// Which nodes the given one needs, in the end, itself among them: by node.
std::vector<bool> neededBy(const NeedsGraph &graph, std::uint32_t node);
/// Which nodes need it, in the end, itself among them.
std::vector<bool> needing(const NeedsGraph &graph, std::uint32_t node);

/// Whether it is worth a look: a regular file that is executable or named like a library.
bool mayHoldCode(const FileTree &tree, NodeId node);

struct ProgramsBelow
{
    std::vector<NodeId> files; ///< one name of each, in preorder
    std::size_t total = 0;     ///< more than there are files where the limit was reached
};

/// The programs and scripts below a folder of root, or, where there are none, its libraries. A file stands
/// for itself.
ProgramsBelow programsBelow(const FileTree &tree, NodeId root, NodeId folder, std::size_t limit,
                            const std::shared_ptr<TreeElfCache> &cache = nullptr,
                            Progress *progress = nullptr);

/// The root that a node is seen from: the vserver or the refbox that it is in, else the tree's root.
NodeId needsRootOf(const FileTree &tree, std::span<const NodeId> vservers, NodeId refbox, NodeId node);

} // namespace Refbox
