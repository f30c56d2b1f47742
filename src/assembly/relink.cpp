// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/relink.h"

#include "assembly/treeedit.h"
#include "tree/content.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace Refbox {

namespace {

constexpr std::size_t kFew = 2;              // candidates that are compared byte by byte instead of by hashes
constexpr std::size_t kMostCandidates = 256; // alike ones; beyond, a worse one may be taken

enum class Likeness { Exact, ButTime, ButMetadata };

class TwinSearch final
{
public:
    TwinSearch(const FileTree &imported, NodeId top, const FileTree &refbox,
               const std::vector<PathGlob> &privatePaths, const std::vector<std::string> &prefixes,
               Relink relink, const Progress &progress)
        : m_imported(imported)
        , m_top(top)
        , m_refbox(refbox)
        , m_privatePaths(privatePaths)
        , m_prefixes(prefixes)
        , m_relink(relink)
        , m_progress(progress)
        , m_importedHashes(imported.inodeCount())
        , m_refboxHashes(refbox.inodeCount())
    {
        m_result.twins.assign(imported.inodeCount(), kNoId);
    }

    Relinking run()
    {
        indexRefbox();
        for (NodeId node = m_top; node < m_imported.subtreeEnd(m_top); ++node) {
            m_progress.throwIfCancelled();
            const InodeId id = m_imported.inodeOf(node);
            if (!m_imported.inode(id).isDirectory() && firstName(id) == node)
                judge(node, id);
        }
        return std::move(m_result);
    }

private:
    struct Candidate
    {
        Likeness likeness = Likeness::Exact;
        int place = 0; // 0: at the same place, 1: of the same name, 2: elsewhere
        NodeId node = kNoId;
        bool operator<(const Candidate &other) const
        {
            return std::tie(likeness, place, node) < std::tie(other.likeness, other.place, other.node);
        }
    };

    // By size: only files of equal size are ever read. All names, as one may stand at the same place.
    void indexRefbox()
    {
        for (NodeId node = 0; node < m_refbox.nodeCount(); ++node) {
            const InodeId id = m_refbox.inodeOf(node);
            const Inode &inode = m_refbox.inode(id);
            if (inode.isRegular() && inode.size > 0)
                m_bySize[inode.size].push_back(node);
            else if (inode.isSymlink())
                m_byTarget[m_refbox.symlinkTarget(id)].push_back(node);
        }
    }

    std::span<const NodeId> namesHere(InodeId id) const
    {
        const auto names = m_imported.names(id);
        const auto begin = std::ranges::lower_bound(names, m_top);
        const auto end = std::ranges::lower_bound(names, m_imported.subtreeEnd(m_top));
        return {begin, end};
    }
    NodeId firstName(InodeId id) const { return namesHere(id).front(); }

    std::string pathHere(NodeId node) const
    {
        const std::size_t skipped = m_top == FileTree::root() ? 0 : m_imported.path(m_top).size();
        return m_imported.path(node).substr(skipped);
    }

    void judge(NodeId node, InodeId id)
    {
        ImportKind kind = ImportKind::Own;
        NodeId twin = kNoId;
        if (const auto found = twinOf(node, id)) {
            twin = found->node;
            if (found->likeness == Likeness::ButMetadata)
                kind = ImportKind::OtherMetadata;
            else if (m_relink == Relink::Nothing || mustBePrivate(id))
                kind = ImportKind::Kept;
            else if (found->likeness == Likeness::ButTime && m_relink != Relink::AnyTime)
                kind = ImportKind::OtherTime;
            else
                kind = ImportKind::Linked;
            if (kind == ImportKind::Linked) {
                m_result.twins[id] = twin;
                m_result.report.retimed += found->likeness == Likeness::ButTime ? 1 : 0;
            }
        } else if (m_imported.inode(id).isRegular()) {
            twin = atSamePlace(node);
            const bool areEmpty =
                twin != kNoId && m_imported.inode(id).size == 0 && m_refbox.inodeAt(twin).size == 0;
            kind = areEmpty ? ImportKind::Kept : twin != kNoId ? ImportKind::Changed : ImportKind::Own;
        }
        add(kind, node, id, twin);
    }

    void add(ImportKind kind, NodeId node, InodeId id, NodeId twin)
    {
        const Inode &inode = m_imported.inode(id);
        ImportReport::Sum &sum = m_result.report.of(kind);
        ++sum.files;
        sum.names += static_cast<std::uint32_t>(namesHere(id).size());
        const std::uint64_t bytes = inode.isRegular() ? inode.size : 0;
        sum.bytes += bytes;
        if (kind != ImportKind::OtherTime && kind != ImportKind::OtherMetadata && kind != ImportKind::Changed)
            return;
        if (sum.files <= ImportReport::kMostFiles)
            m_result.report.files.push_back({kind, pathHere(node), m_refbox.path(twin), bytes});
    }

    bool mustBePrivate(InodeId id) const
    {
        return std::ranges::any_of(namesHere(id), [&](NodeId name) {
            const std::string path = pathHere(name);
            return std::ranges::any_of(m_privatePaths,
                                       [&](const PathGlob &glob) { return glob.matches(path); });
        });
    }

    // The best one, in the order of Candidate.
    std::optional<Candidate> twinOf(NodeId node, InodeId id)
    {
        std::optional<Candidate> best;
        std::size_t seen = 0;
        for (const NodeId other : alike(id)) {
            const Candidate candidate{likenessOf(id, m_refbox.inodeOf(other)), placeOf(node, other), other};
            if (!best || candidate < *best)
                best = candidate;
            if (++seen == kMostCandidates)
                break;
        }
        return best;
    }

    // The names in the refbox of what has the same content or target.
    std::span<const NodeId> alike(InodeId id)
    {
        const Inode &inode = m_imported.inode(id);
        if (inode.isSymlink()) {
            const auto found = m_byTarget.find(m_imported.symlinkTarget(id));
            return found == m_byTarget.end() ? std::span<const NodeId>() : found->second;
        }
        const auto found = inode.isRegular() ? m_bySize.find(inode.size) : m_bySize.end();
        if (found == m_bySize.end())
            return {};
        if (found->second.size() <= kFew) {
            m_same.clear();
            std::ranges::copy_if(found->second, std::back_inserter(m_same), [&](NodeId other) {
                return sameContent(m_imported, id, m_refbox, m_refbox.inodeOf(other), &m_progress);
            });
            return m_same;
        }
        // Every file is read once at most where many have one size.
        if (m_hashedSizes.insert(inode.size).second) {
            for (const NodeId other : found->second)
                m_byHash[hashOf(m_refbox, m_refbox.inodeOf(other), m_refboxHashes)].push_back(other);
        }
        const auto same = m_byHash.find(hashOf(m_imported, id, m_importedHashes));
        return same == m_byHash.end() ? std::span<const NodeId>() : same->second;
    }

    const Sha256 &hashOf(const FileTree &tree, InodeId id, std::vector<std::optional<Sha256>> &hashes) const
    {
        if (!hashes[id])
            hashes[id] = contentHash(tree, id, &m_progress);
        return *hashes[id];
    }

    Likeness likenessOf(InodeId id, InodeId otherId) const
    {
        const Inode &a = m_imported.inode(id);
        const Inode &b = m_refbox.inode(otherId);
        if (a.permissions != b.permissions || a.uid != b.uid || a.gid != b.gid ||
            (a.flags & ~kImmutable) != (b.flags & ~kImmutable) ||
            ((a.xattrs != 0 || b.xattrs != 0) && m_imported.xattrsOf(id) != m_refbox.xattrsOf(otherId)))
            return Likeness::ButMetadata;
        return a.mtime() == b.mtime() ? Likeness::Exact : Likeness::ButTime;
    }

    // The refbox's path ends like the vserver's: "/opt/gnu/bash/bin/bash" and "/bin/bash".
    int placeOf(NodeId node, NodeId other) const
    {
        if (m_imported.name(node) != m_refbox.name(other))
            return 2;
        while (node != m_top && other != FileTree::root() && m_imported.name(node) == m_refbox.name(other)) {
            node = m_imported.parent(node);
            other = m_refbox.parent(other);
        }
        return node == m_top ? 0 : 1;
    }

    NodeId atSamePlace(NodeId node) const
    {
        const std::string path = pathHere(node);
        const auto isFile = [this](NodeId found) {
            return found != kNoId && m_refbox.inodeAt(found).isRegular();
        };
        if (const NodeId found = m_refbox.find(path); isFile(found))
            return found;
        for (const std::string &prefix : m_prefixes) {
            if (const NodeId found = m_refbox.find(joinPath(prefix, path)); isFile(found))
                return found;
        }
        return kNoId;
    }

    const FileTree &m_imported;
    const NodeId m_top;
    const FileTree &m_refbox;
    const std::vector<PathGlob> &m_privatePaths;
    const std::vector<std::string> &m_prefixes;
    const Relink m_relink;
    const Progress &m_progress;
    std::unordered_map<std::uint64_t, std::vector<NodeId>> m_bySize;
    std::unordered_map<std::string_view, std::vector<NodeId>> m_byTarget;
    std::vector<std::optional<Sha256>> m_importedHashes;
    std::vector<std::optional<Sha256>> m_refboxHashes;
    std::unordered_set<std::uint64_t> m_hashedSizes;
    std::map<Sha256, std::vector<NodeId>> m_byHash;
    std::vector<NodeId> m_same; // reused
    Relinking m_result;
};

} // namespace

const char *importKindWord(ImportKind kind)
{
    static constexpr std::array<const char *, kImportKinds> kWords = {
        "linked", "other-time", "other-metadata", "kept", "changed", "own"};
    return kWords[static_cast<std::size_t>(kind)];
}

ImportReport::Sum ImportReport::all() const
{
    Sum sum;
    for (const Sum &one : sums) {
        sum.files += one.files;
        sum.names += one.names;
        sum.bytes += one.bytes;
    }
    return sum;
}

Relinking findTwins(const FileTree &imported, NodeId top, const FileTree &refbox,
                    const std::vector<PathGlob> &privatePaths, const std::vector<std::string> &prefixes,
                    Relink relink, const Progress &progress)
{
    return TwinSearch(imported, top, refbox, privatePaths, prefixes, relink, progress).run();
}

Relinking rememberedTwins(const FileTreePtr &imported, NodeId top, const FileTree &refbox,
                          const std::string &refboxIdentity, const std::vector<std::string> &privatePaths,
                          const std::vector<std::string> &prefixes, Relink relink, const Progress &progress)
{
    struct Entry
    {
        FileTreePtr imported; // kept, so that no other tree gets its address
        NodeId top;
        std::string refbox;
        std::vector<std::string> privatePaths;
        std::vector<std::string> prefixes;
        Relink relink;
        Relinking found;
    };
    static constexpr std::size_t kMost = 4;
    static std::mutex mutex;
    static std::list<Entry> entries; // the newest first
    {
        const std::scoped_lock lock(mutex);
        for (const Entry &entry : entries) {
            if (entry.imported == imported && entry.top == top && entry.refbox == refboxIdentity &&
                entry.privatePaths == privatePaths && entry.prefixes == prefixes && entry.relink == relink)
                return entry.found;
        }
    }
    const std::vector<PathGlob> globs(privatePaths.begin(), privatePaths.end());
    Relinking found = findTwins(*imported, top, refbox, globs, prefixes, relink, progress);
    const std::scoped_lock lock(mutex);
    entries.push_front({imported, top, refboxIdentity, privatePaths, prefixes, relink, found});
    if (entries.size() > kMost)
        entries.pop_back();
    return found;
}

} // namespace Refbox
