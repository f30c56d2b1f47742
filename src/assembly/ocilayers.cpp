// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/ocilayers.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace Refbox {

namespace {

constexpr std::string_view kWhiteout = ".wh.";

std::uint64_t contentOf(const Inode &inode)
{
    return inode.isRegular() ? inode.size : 0;
}

class LayerPlanner final
{
public:
    LayerPlanner(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                 const Progress &progress)
        : m_tree(tree)
        , m_refbox(refbox)
        , m_vservers(vservers)
        , m_progress(progress)
    {
        for (std::uint32_t i = 0; i < vservers.size(); ++i)
            m_byPlace.emplace_back(vservers[i], i);
        std::sort(m_byPlace.begin(), m_byPlace.end());
    }

    OciPlan run(std::size_t mostLayers)
    {
        refuseWhiteouts();
        addOwnLayers();
        for (InodeId inode = 0; inode < m_tree.inodeCount(); ++inode) {
            if (inode % 4096 == 0)
                m_progress.throwIfCancelled();
            if (!m_tree.inode(inode).isDirectory())
                place(inode);
        }
        for (auto &[key, layer] : m_shared)
            m_plan.layers.push_back(std::move(layer));
        bound(mostLayers);
        finish();
        findLostSharing();
        return std::move(m_plan);
    }

private:
    using Names = std::vector<NodeId>;

    void refuseWhiteouts() const
    {
        for (const NodeId vserver : m_vservers) {
            for (NodeId node = vserver + 1; node < m_tree.subtreeEnd(vserver); ++node) {
                if (m_tree.name(node).starts_with(kWhiteout))
                    throw Error(
                        translated("assembly", "Cannot make an OCI image"), displayPath(m_tree.path(node)),
                        translated("assembly", "In a layer, a name that starts with \".wh.\" says that "
                                               "another file is gone: it cannot be a file's name."),
                        translated("assembly", "Rename or leave out the file."));
            }
        }
    }

    void addOwnLayers()
    {
        for (std::uint32_t i = 0; i < m_vservers.size(); ++i) {
            OciLayer &own = m_plan.layers.emplace_back();
            own.isOwn = true;
            own.vserver = m_vservers[i];
            own.takers = {i};
            for (NodeId node = m_vservers[i]; node < m_tree.subtreeEnd(m_vservers[i]); ++node) {
                if (m_tree.inodeAt(node).isDirectory())
                    own.nodes.push_back(node);
            }
        }
    }

    // kNoId where in none.
    std::uint32_t vserverOf(NodeId node) const
    {
        auto after = std::upper_bound(m_byPlace.begin(), m_byPlace.end(), std::pair(node, kNoId));
        if (after == m_byPlace.begin() || !m_tree.isInside(node, std::prev(after)->first))
            return kNoId;
        return std::prev(after)->second;
    }

    std::string pathIn(NodeId vserver, NodeId node) const
    {
        std::string path;
        for (NodeId n = node; n != vserver; n = m_tree.parent(n))
            path.insert(0, "/" + std::string(m_tree.name(n)));
        return path;
    }

    // By the vserver.
    std::map<std::uint32_t, Names> namesInVServers(InodeId inode) const
    {
        std::map<std::uint32_t, Names> names;
        for (const NodeId node : m_tree.names(inode)) {
            if (const std::uint32_t vserver = vserverOf(node); vserver != kNoId)
                names[vserver].push_back(node);
        }
        return names;
    }

    void place(InodeId inode)
    {
        const auto byVServer = namesInVServers(inode);
        if (byVServer.empty())
            return;
        const NodeId inRefbox = refboxName(inode);
        if (inRefbox == kNoId && byVServer.size() == 1) {
            add(m_plan.layers[byVServer.begin()->first], byVServer.begin()->second);
            return;
        }
        const std::string component = inRefbox == kNoId ? std::string() : componentOf(inode, inRefbox);
        std::map<std::vector<std::string>, std::vector<std::uint32_t>> takers; // by where they have it
        for (const auto &[vserver, names] : byVServer) {
            std::vector<std::string> paths;
            for (const NodeId node : names)
                paths.push_back(pathIn(m_vservers[vserver], node));
            takers[std::move(paths)].push_back(vserver);
        }
        for (auto &[paths, vservers] : takers) {
            OciLayer &layer = m_shared[{component, vservers}];
            layer.component = component;
            layer.vserver = m_vservers[vservers.front()];
            layer.takers = vservers;
            add(layer, byVServer.at(vservers.front()));
        }
    }

    void add(OciLayer &layer, const Names &names) const
    {
        layer.nodes.insert(layer.nodes.end(), names.begin(), names.end());
        layer.bytes += contentOf(m_tree.inodeAt(names.front()));
    }

    NodeId refboxName(InodeId inode) const
    {
        if (m_refbox == kNoId)
            return kNoId;
        const auto names = m_tree.names(inode);
        const auto first = std::lower_bound(names.begin(), names.end(), m_refbox);
        return first != names.end() && m_tree.isInside(*first, m_refbox) ? *first : kNoId;
    }

    // Where nothing is known of components: /opt/VENDOR/NAME, and all else together.
    std::string componentOf(InodeId inode, NodeId inRefbox) const
    {
        if (const std::string_view origin = m_tree.origin(inode); !origin.empty())
            return std::string(origin);
        const std::string path = pathIn(m_refbox, inRefbox);
        if (!path.starts_with("/opt/"))
            return "refbox";
        std::size_t end = 0;
        for (int slash = 0; slash < 4 && end != std::string::npos; ++slash)
            end = path.find('/', end + (slash == 0 ? 0 : 1));
        return displayBytes(path.substr(1, end == std::string::npos ? end : end - 1));
    }

    // Merges layers of vservers that have too many, the smallest first: with another that the same vservers
    // take, which costs nothing; else into the vserver's own.
    void bound(std::size_t mostLayers)
    {
        std::vector<OciLayer> &layers = m_plan.layers;
        for (std::uint32_t image = 0; image < m_vservers.size(); ++image) {
            std::vector<std::uint32_t> mine;
            for (std::uint32_t i = 0; i < layers.size(); ++i) {
                if (!layers[i].isOwn && std::ranges::binary_search(layers[i].takers, image))
                    mine.push_back(i);
            }
            std::ranges::stable_sort(mine, {}, [&](std::uint32_t i) { return layers[i].bytes; });
            while (mine.size() + 1 > mostLayers) {
                m_progress.throwIfCancelled();
                OciLayer &smallest = layers[mine.front()];
                mine.erase(mine.begin());
                const auto same = std::ranges::find_if(
                    mine, [&](std::uint32_t i) { return layers[i].takers == smallest.takers; });
                if (same == mine.end()) {
                    moveToOwn(smallest, image);
                    continue;
                }
                OciLayer &into = layers[*same];
                into.component += ", " + smallest.component;
                into.bytes += smallest.bytes;
                into.nodes.insert(into.nodes.end(), smallest.nodes.begin(), smallest.nodes.end());
                smallest = {};
                std::ranges::stable_sort(mine, {}, [&](std::uint32_t i) { return layers[i].bytes; });
            }
        }
        std::erase_if(layers, [](const OciLayer &layer) { return layer.takers.empty(); });
    }

    void moveToOwn(OciLayer &layer, std::uint32_t image)
    {
        OciLayer &own = m_plan.layers[image];
        std::set<InodeId> inodes;
        for (const NodeId node : layer.nodes)
            inodes.insert(m_tree.inodeOf(node));
        for (const InodeId inode : inodes)
            add(own, namesInVServers(inode).at(image));
        std::erase(layer.takers, image);
        if (layer.takers.empty()) {
            layer = {};
            return;
        }
        layer.vserver = m_vservers[layer.takers.front()];
        layer.nodes.clear();
        for (const InodeId inode : inodes) {
            const Names names = namesInVServers(inode).at(layer.takers.front());
            layer.nodes.insert(layer.nodes.end(), names.begin(), names.end());
        }
    }

    void addFolders(OciLayer &layer) const
    {
        std::set<NodeId> folders;
        for (const NodeId node : layer.nodes) {
            for (NodeId n = m_tree.parent(node); n != layer.vserver && folders.insert(n).second;)
                n = m_tree.parent(n);
        }
        layer.nodes.insert(layer.nodes.end(), folders.begin(), folders.end());
    }

    void finish()
    {
        std::vector<OciLayer> &layers = m_plan.layers;
        std::ranges::stable_sort(layers, [](const OciLayer &a, const OciLayer &b) {
            if (a.isOwn != b.isOwn)
                return b.isOwn;
            if (a.takers.size() != b.takers.size())
                return a.takers.size() > b.takers.size();
            return std::tie(a.takers, a.component) < std::tie(b.takers, b.component);
        });
        m_plan.images.resize(m_vservers.size());
        for (std::uint32_t image = 0; image < m_vservers.size(); ++image)
            m_plan.images[image].vserver = m_vservers[image];
        for (std::uint32_t i = 0; i < layers.size(); ++i) {
            if (!layers[i].isOwn)
                addFolders(layers[i]);
            std::ranges::sort(layers[i].nodes);
            m_plan.bytes += layers[i].bytes;
            for (const std::uint32_t image : layers[i].takers)
                m_plan.images[image].layers.push_back(i);
        }
    }

    void findLostSharing()
    {
        std::map<InodeId, std::uint32_t> copies;
        for (const OciLayer &layer : m_plan.layers) {
            InodeId before = kNoId;
            std::set<InodeId> seen;
            for (const NodeId node : layer.nodes) {
                const InodeId inode = m_tree.inodeOf(node);
                if (inode == before || !m_tree.inode(inode).isRegular())
                    continue;
                before = inode;
                if (m_tree.names(inode).size() > 1 && seen.insert(inode).second)
                    ++copies[inode];
            }
        }
        std::map<std::string, LostSharing> lost;
        for (const auto &[inode, times] : copies) {
            const std::uint64_t size = m_tree.inode(inode).size;
            if (times < 2 || size == 0)
                continue;
            const NodeId inRefbox = refboxName(inode);
            const std::string component = inRefbox == kNoId ? std::string() : componentOf(inode, inRefbox);
            LostSharing &one = lost[component];
            one.component = component;
            one.times = std::max(one.times, times);
            ++one.files;
            one.bytes += (times - 1) * size;
        }
        for (auto &[component, one] : lost)
            m_plan.lost.push_back(std::move(one));
        std::ranges::stable_sort(m_plan.lost, std::greater(), &LostSharing::bytes);
    }

    const FileTree &m_tree;
    const NodeId m_refbox;
    const std::span<const NodeId> m_vservers;
    const Progress &m_progress;
    std::vector<std::pair<NodeId, std::uint32_t>> m_byPlace; // the vservers in preorder
    std::map<std::pair<std::string, std::vector<std::uint32_t>>, OciLayer> m_shared;
    OciPlan m_plan; // the own layers are its first ones, by vserver, until finish()
};

} // namespace

OciPlan planOciLayers(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                      const Progress &progress, std::size_t mostLayers)
{
    return LayerPlanner(tree, refbox, vservers, progress).run(std::max<std::size_t>(mostLayers, 2));
}

std::string lostSharingText(const LostSharing &lost)
{
    const QString name =
        lost.component.empty()
            ? translated("assembly", "Files that vservers share")
            : translated("assembly", "Component %1").arg(QString::fromStdString(lost.component));
    return translated("assembly",
                      "%1: stored up to %2 times, %3 more, because places or names differ (files: %4)")
        .arg(name)
        .arg(lost.times)
        .arg(formatSize(lost.bytes))
        .arg(lost.files)
        .toStdString();
}

} // namespace Refbox
