// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/linkexport.h"

#include "assembly/csvtext.h"
#include "assembly/dottext.h"
#include "formats/outputstream.h"
#include "jobs/display.h"

#include <array>
#include <map>
#include <set>
#include <vector>

namespace Refbox {

namespace {

using Manner = Link::Manner;

// Many links follow each other in one folder: its path is made once.
class Paths
{
public:
    explicit Paths(const FileTree &tree)
        : m_tree(tree)
    {
    }
    const std::string &of(NodeId node)
    {
        const NodeId parent = m_tree.parent(node);
        if (parent == kNoId)
            return m_path = "/";
        if (parent != m_parent) {
            m_folder = parent == FileTree::root() ? "/" : displayBytes(m_tree.path(parent)) + '/';
            m_parent = parent;
        }
        return m_path = m_folder + displayBytes(m_tree.name(node));
    }

private:
    const FileTree &m_tree;
    NodeId m_parent = kNoId;
    std::string m_folder;
    std::string m_path;
};

template <typename Take>
void forEachLink(const LinkMap &map, const LinkExportOptions &options, Take take)
{
    if (options.totalsOnly)
        return;
    for (const Link &link : map.links()) {
        if (options.progress != nullptr)
            options.progress->throwIfCancelled();
        take(link);
    }
}

// --- text ---

void writeTextTotals(std::ostream &out, const LinkMap &map, NodeId vserver)
{
    const SharingTotals totals = map.totals(vserver);
    out << displayBytes(map.tree().path(vserver)) << ": shares " << plainSize(totals.sharedBytes) << " in "
        << totals.sharedFiles << " files, has " << plainSize(totals.privateBytes) << " of its own in "
        << totals.privateFiles << ", alone it would be " << plainSize(totals.aloneBytes()) << '\n';
}

void writeText(std::ostream &out, const LinkMap &map, const LinkExportOptions &options)
{
    Paths from(map.tree());
    Paths target(map.tree());
    forEachLink(map, options, [&](const Link &link) {
        out << linkMannerName(link.manner) << ": " << from.of(link.from);
        if (link.target != kNoId)
            out << " -> " << target.of(link.target);
        out << '\n';
    });
    for (const NodeId vserver : map.vservers())
        writeTextTotals(out, map, vserver);
}

// --- CSV ---

void writeCsv(std::ostream &out, const LinkMap &map, const LinkExportOptions &options)
{
    const FileTree &tree = map.tree();
    Paths from(tree);
    Paths target(tree);
    out << "vserver,path,manner,target,bytes\r\n";
    forEachLink(map, options, [&](const Link &link) {
        out << csvField(displayBytes(tree.path(map.vserverOf(link.from)))) << ','
            << csvField(from.of(link.from)) << ',' << linkMannerName(link.manner) << ','
            << (link.target == kNoId ? std::string() : csvField(target.of(link.target))) << ','
            << tree.inodeAt(link.from).size << "\r\n";
    });
}

// --- JSON, in the form that QJsonDocument has: indented, keys sorted ---

std::string jsonString(const std::string &text)
{
    // displayBytes() leaves no control characters.
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

// The entries of an array: a comma before all but the first.
class JsonArray
{
public:
    explicit JsonArray(std::ostream &out)
        : m_out(out)
    {
    }
    void begin()
    {
        m_out << (m_first ? "        {\n" : ",\n        {\n");
        m_first = false;
    }
    void end() { m_out << (m_first ? "    ]" : "\n    ]"); }

private:
    std::ostream &m_out;
    bool m_first = true;
};

void writeJsonTotals(std::ostream &out, const LinkMap &map, NodeId vserver)
{
    const SharingTotals totals = map.totals(vserver);
    const std::string indent(12, ' ');
    out << indent << "\"addedBytes\": " << totals.addedBytes << ",\n"
        << indent << "\"aloneBytes\": " << totals.aloneBytes() << ",\n"
        << indent << "\"privateBytes\": " << totals.privateBytes << ",\n"
        << indent << "\"privateFiles\": " << totals.privateFiles << ",\n"
        << indent << "\"sharedBytes\": " << totals.sharedBytes << ",\n"
        << indent << "\"sharedFiles\": " << totals.sharedFiles << ",\n"
        << indent << "\"vserver\": " << jsonString(displayBytes(map.tree().path(vserver))) << "\n        }";
}

void writeJson(std::ostream &out, const LinkMap &map, const LinkExportOptions &options)
{
    Paths from(map.tree());
    Paths target(map.tree());
    const std::string indent(12, ' ');
    out << "{\n    \"links\": [\n";
    JsonArray links(out);
    forEachLink(map, options, [&](const Link &link) {
        links.begin();
        out << indent << "\"from\": " << jsonString(from.of(link.from)) << ",\n"
            << indent << "\"manner\": \"" << linkMannerName(link.manner) << '"';
        if (link.target != kNoId)
            out << ",\n" << indent << "\"target\": " << jsonString(target.of(link.target));
        out << "\n        }";
    });
    links.end();
    out << ",\n    \"vservers\": [\n";
    JsonArray vservers(out);
    for (const NodeId vserver : map.vservers()) {
        vservers.begin();
        writeJsonTotals(out, map, vserver);
    }
    vservers.end();
    out << "\n}\n";
}

// --- DOT ---

constexpr std::size_t kManners = 5;

const char *mannerPlural(Manner manner, std::uint64_t count)
{
    static constexpr const char *kOne[kManners] = {"hard link", "symbolic link", "copy", "private file",
                                                   "broken link"};
    static constexpr const char *kMany[kManners] = {"hard links", "symbolic links", "copies", "private files",
                                                    "broken links"};
    return (count == 1 ? kOne : kMany)[static_cast<std::size_t>(manner)];
}

// The colours of the window on white paper; never colour alone.
const char *edgeLook(Manner manner)
{
    switch (manner) {
    case Manner::Symbolic:
        return "color=\"#E69F00\", style=dashed";
    case Manner::Copy:
        return "color=\"#8A8A8A\", style=dotted";
    default:
        return "color=\"#0072B2\"";
    }
}

struct FolderGraph
{
    using Counts = std::array<std::uint64_t, kManners>;
    std::map<std::pair<NodeId, NodeId>, Counts> edges; // by the folders of both ends
    std::map<NodeId, Counts> alone;                    // by folder: links without a target
    std::map<NodeId, std::set<NodeId>> clusters;       // folders by vserver or refbox
};

FolderGraph folderGraph(const LinkMap &map, const LinkExportOptions &options)
{
    const FileTree &tree = map.tree();
    FolderGraph graph;
    const auto add = [&](NodeId node) {
        const NodeId vserver = map.vserverOf(node);
        const NodeId folder = tree.inodeAt(node).isDirectory() ? node : tree.parent(node);
        graph.clusters[vserver != kNoId ? vserver : map.isInRefbox(node) ? map.refbox() : 0].insert(folder);
        return folder;
    };
    forEachLink(map, options, [&](const Link &link) {
        const auto manner = static_cast<std::size_t>(link.manner);
        const NodeId from = add(link.from);
        if (link.target == kNoId)
            ++graph.alone[from][manner];
        else
            ++graph.edges[{from, add(link.target)}][manner];
    });
    return graph;
}

std::string folderLabel(const FileTree &tree, const FolderGraph &graph, NodeId cluster, NodeId folder)
{
    std::string label = tree.path(folder);
    if (folder != cluster && cluster != FileTree::root())
        label.erase(0, tree.path(cluster).size());
    label = displayBytes(folder == cluster ? "/" : label);
    const auto alone = graph.alone.find(folder);
    for (std::size_t manner = 0; alone != graph.alone.end() && manner < kManners; ++manner) {
        if (const std::uint64_t count = alone->second[manner]; count > 0)
            label += '\n' + std::to_string(count) + ' ' + mannerPlural(static_cast<Manner>(manner), count);
    }
    return dotQuoted(label);
}

void writeDot(std::ostream &out, const LinkMap &map, const LinkExportOptions &options)
{
    const FileTree &tree = map.tree();
    const FolderGraph graph = folderGraph(map, options);
    out << "digraph links {\n"
           "  rankdir=LR;\n"
           "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
           "  edge [fontname=\"sans-serif\", fontsize=10];\n";
    for (const auto &[cluster, folders] : graph.clusters) {
        out << "  subgraph cluster_" << cluster << " {\n"
            << "    label=" << dotPath(tree.path(cluster)) << ";\n";
        for (const NodeId folder : folders)
            out << "    n" << folder << " [label=" << folderLabel(tree, graph, cluster, folder) << "];\n";
        out << "  }\n";
    }
    for (const auto &[ends, counts] : graph.edges) {
        for (std::size_t i = 0; i < kManners; ++i) {
            const auto manner = static_cast<Manner>(i);
            if (counts[i] > 0)
                out << "  n" << ends.first << " -> n" << ends.second << " [label=\"" << counts[i] << ' '
                    << mannerPlural(manner, counts[i]) << "\", " << edgeLook(manner) << "];\n";
        }
    }
    out << "}\n";
}

} // namespace

std::optional<LinkFormat> linkFormatOf(std::string_view name)
{
    static constexpr std::string_view kNames[] = {"text", "csv", "json", "dot"};
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
        if (kNames[i] == name)
            return static_cast<LinkFormat>(i);
    }
    return std::nullopt;
}

void writeLinks(std::ostream &out, const LinkMap &map, LinkFormat format, const LinkExportOptions &options)
{
    switch (format) {
    case LinkFormat::Text:
        return writeText(out, map, options);
    case LinkFormat::Csv:
        return writeCsv(out, map, options);
    case LinkFormat::Json:
        return writeJson(out, map, options);
    case LinkFormat::Dot:
        return writeDot(out, map, options);
    }
}

void saveLinks(const std::string &path, const LinkMap &map, LinkFormat format,
               const LinkExportOptions &options)
{
    OutputFile file(path);
    OutputStream out(file);
    writeLinks(out, map, format, options);
    out.flush();
    file.commit();
}

} // namespace Refbox
