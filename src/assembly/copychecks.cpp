// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/copychecks.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/content.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>

namespace Refbox {

namespace {

constexpr std::size_t kHead = 4096;    // read first: most files that differ do so there
constexpr std::size_t kFewHeads = 256; // not worth a thread

bool isOfItsOwn(const FileTree &tree, NodeId vserver, NodeId node)
{
    while (node != vserver && tree.parent(node) != vserver)
        node = tree.parent(node);
    return mayBeAltered(tree.name(node));
}

// Everything that must be equal but the content. Equal xattrs have equal numbers within a tree.
using Likeness = std::tuple<std::uint64_t, std::uint16_t, std::uint32_t, std::uint32_t, XattrSetId, int>;

Likeness likenessOf(const Inode &inode)
{
    return {inode.size, inode.permissions, inode.uid, inode.gid, inode.xattrs, inode.flags & ~kImmutable};
}

struct Candidate
{
    Likeness likeness;
    bool ofVServer = false; // those of the refbox sort first
    NodeId node = kNoId;
    std::size_t head = 0; // of the heads that are read
    bool operator<(const Candidate &other) const
    {
        return std::tie(likeness, ofVServer, node) < std::tie(other.likeness, other.ofVServer, other.node);
    }
};

// The first bytes of a place, as a hash that tells most files apart and proves nothing.
struct Head
{
    InodeId inode = kNoId;
    bool isWanted = true;
    std::optional<std::size_t> hash;
};

using Run = std::span<Candidate>; // of equal likeness

class CopySearch final
{
public:
    CopySearch(const TreePlaces &places, std::uint64_t readLimit, Progress &progress)
        : m_places(places)
        , m_tree(places.tree())
        , m_left(readLimit)
        , m_progress(progress)
    {
    }

    IdenticalCopies run()
    {
        collect();
        // Twins of the refbox first, so that they get what may be read.
        eachRun([this](Run run) {
            if (!run.front().ofVServer && run.back().ofVServer)
                m_runs.push_back(run);
        });
        eachRun([this](Run run) {
            if (run.front().ofVServer && inSeveralVServers(run))
                m_runs.push_back(run);
        });
        for (const Run run : m_runs)
            wantHeads(run);
        readHeads();
        for (const Run run : m_runs)
            compare(run);
        const auto byFile = [](const IdenticalCopy &a, const IdenticalCopy &b) { return a.file < b.file; };
        std::sort(m_copies.ofRefbox.begin(), m_copies.ofRefbox.end(), byFile);
        std::sort(m_copies.ofVServers.begin(), m_copies.ofVServers.end(), byFile);
        return std::move(m_copies);
    }

private:
    void collect()
    {
        for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
            if (id % 1024 == 0)
                m_progress.throwIfCancelled();
            const Inode &inode = m_tree.inode(id);
            if (!inode.isRegular() || inode.size == 0)
                continue;
            if (const NodeId shared = m_places.refboxName(id); shared != kNoId)
                m_candidates.push_back({likenessOf(inode), false, shared});
            else if (const NodeId own = m_places.vserverName(id); own != kNoId && mayBeShared(id))
                m_candidates.push_back({likenessOf(inode), true, own});
        }
        std::sort(m_candidates.begin(), m_candidates.end());
    }

    bool mayBeShared(InodeId inode) const
    {
        const auto names = m_tree.names(inode);
        return std::none_of(names.begin(), names.end(), [this](NodeId name) {
            const NodeId vserver = m_places.vserverOf(name);
            return vserver != kNoId && isOfItsOwn(m_tree, vserver, name);
        });
    }

    template <typename Visit>
    void eachRun(Visit visit)
    {
        for (std::size_t begin = 0; begin < m_candidates.size();) {
            std::size_t end = begin + 1;
            while (end < m_candidates.size() && m_candidates[end].likeness == m_candidates[begin].likeness)
                ++end;
            if (end - begin > 1)
                visit(std::span(m_candidates).subspan(begin, end - begin));
            begin = end;
        }
    }

    bool inSeveralVServers(Run run) const
    {
        return m_places.vserverOf(run.front().node) != m_places.vserverOf(run.back().node);
    }

    // One for each place, and as much as may be read.
    void wantHeads(Run run)
    {
        // Of blobs the whole hash is known.
        const bool areBlobs = std::all_of(run.begin(), run.end(), [this](const Candidate &file) {
            return m_tree.inodeAt(file.node).contentKind == ContentKind::Blob;
        });
        std::map<std::string, std::size_t> known;
        for (Candidate &candidate : run) {
            const InodeId inode = m_tree.inodeOf(candidate.node);
            const auto [entry, isNew] = known.try_emplace(contentPlace(m_tree, inode), m_heads.size());
            candidate.head = entry->second;
            if (!isNew)
                continue;
            Head head{inode, false, {}};
            if (areBlobs)
                head.hash = hashOfBytes(m_tree.blobHash(inode));
            else
                head.isWanted = pay(m_tree.inode(inode).contentKind == ContentKind::Inline ? 0 : kHead);
            m_heads.push_back(head);
        }
    }

    // Most of the time goes into opening files: on all processors.
    void readHeads()
    {
        std::atomic<std::size_t> next{0};
        const auto work = [this, &next] {
            for (std::size_t i = next++; i < m_heads.size() && !m_progress.isCancelled(); i = next++) {
                if (m_heads[i].isWanted)
                    readHead(m_heads[i]);
            }
        };
        {
            std::vector<std::jthread> helpers;
            for (unsigned i = 1; i < std::thread::hardware_concurrency() && m_heads.size() > kFewHeads; ++i)
                helpers.emplace_back(work);
            work();
        }
        m_progress.throwIfCancelled();
        if (std::any_of(m_heads.begin(), m_heads.end(), [](const Head &head) { return !head.hash; }))
            m_copies.complete = false;
    }

    void readHead(Head &head) const
    {
        try {
            std::array<char, kHead> buffer{};
            const std::size_t count = ContentReader(m_tree, head.inode).read(0, buffer);
            head.hash = hashOfBytes(std::span(buffer).first(count));
        } catch (const Error &) { // then nothing is known of it
        }
    }

    template <typename Bytes>
    static std::size_t hashOfBytes(const Bytes &bytes)
    {
        return std::hash<std::string_view>()(
            {reinterpret_cast<const char *>(std::data(bytes)), std::size(bytes)});
    }

    void compare(Run run)
    {
        m_progress.throwIfCancelled();
        std::map<std::size_t, std::vector<Candidate>> byHead;
        for (const Candidate &candidate : run) {
            if (const auto &hash = m_heads[candidate.head].hash)
                byHead[*hash].push_back(candidate);
        }
        for (const auto &[hash, alike] : byHead) {
            if (mayBeCopies(alike))
                compareWhole(alike);
        }
    }

    void compareWhole(std::span<const Candidate> alike)
    {
        std::map<std::size_t, std::optional<Sha256>> known; // by head, and so by place
        std::map<Sha256, std::vector<Candidate>> byHash;
        for (const Candidate &candidate : alike) {
            const auto [entry, isNew] = known.try_emplace(candidate.head);
            if (isNew)
                entry->second = hashOf(m_tree.inodeOf(candidate.node));
            if (entry->second)
                byHash[*entry->second].push_back(candidate);
        }
        for (const auto &[hash, same] : byHash) {
            if (mayBeCopies(same))
                addCopies(same);
        }
    }

    static bool mayBeCopies(std::span<const Candidate> files)
    {
        return files.size() > 1 && files.back().ofVServer;
    }

    std::optional<Sha256> hashOf(InodeId inode)
    {
        const Inode &file = m_tree.inode(inode);
        // The head of a small file is all of it, and paid for.
        const bool isFree = file.contentKind == ContentKind::Inline ||
                            file.contentKind == ContentKind::Blob || file.size <= kHead;
        if (!pay(isFree ? 0 : file.size))
            return {};
        try {
            return contentHash(m_tree, inode, &m_progress);
        } catch (const Error &) {
            m_copies.complete = false;
            return {};
        }
    }

    bool pay(std::uint64_t bytes)
    {
        if (bytes > m_left) {
            m_copies.complete = false;
            return false;
        }
        m_left -= bytes;
        return true;
    }

    // Of equal files; those of the refbox stand first.
    void addCopies(std::span<const Candidate> same)
    {
        const auto firstOwn =
            std::find_if(same.begin(), same.end(), [](const Candidate &file) { return file.ofVServer; });
        const std::span<const Candidate> shared(same.begin(), firstOwn);
        const NodeId home = shared.empty() ? m_places.vserverOf(same.front().node) : kNoId;
        for (auto file = firstOwn; file != same.end(); ++file) {
            if (!shared.empty())
                m_copies.ofRefbox.push_back({file->node, bestTwin(file->node, shared)});
            else if (m_places.vserverOf(file->node) != home)
                m_copies.ofVServers.push_back({file->node, same.front().node});
        }
    }

    NodeId bestTwin(NodeId file, std::span<const Candidate> shared) const
    {
        const auto sameName = std::find_if(shared.begin(), shared.end(), [&](const Candidate &twin) {
            return m_tree.nameId(twin.node) == m_tree.nameId(file);
        });
        return sameName == shared.end() ? shared.front().node : sameName->node;
    }

    const TreePlaces &m_places;
    const FileTree &m_tree;
    std::uint64_t m_left;
    Progress &m_progress;
    std::vector<Candidate> m_candidates;
    std::vector<Run> m_runs; // of candidates, to be compared
    std::vector<Head> m_heads;
    IdenticalCopies m_copies;
};

struct Sum
{
    std::uint32_t count = 0;
    std::uint64_t bytes = 0;
    IdenticalCopy example;

    void add(const FileTree &tree, const IdenticalCopy &copy)
    {
        if (count++ == 0)
            example = copy;
        bytes += tree.inodeAt(copy.file).size;
    }
};

using Sums = std::map<NodeId, Sum>; // by vserver

Sums sumsOf(const TreePlaces &places, const std::vector<IdenticalCopy> &copies)
{
    Sums sums;
    for (const IdenticalCopy &copy : copies)
        sums[places.vserverOf(copy.file)].add(places.tree(), copy);
    return sums;
}

Finding copiesFinding(const FileTree &tree, const Sum &sum, const char *id, const QString &advice)
{
    const QString twin = displayPath(tree.path(sum.example.twin));
    const QString size = formatSize(sum.bytes);
    return {Finding::Severity::Info, id, tree.path(sum.example.file),
            sum.count == 1
                ? translated("assembly", "This private file is the same as %1: as a link it would save %2.")
                      .arg(twin, size)
                : translated("assembly", "%1 private files, such as this one, are the same as others (here "
                                         "%2): as links they would save %3.")
                      .arg(sum.count)
                      .arg(twin, size),
            advice};
}

} // namespace

bool mayBeAltered(std::string_view path)
{
    static constexpr std::array<std::string_view, 7> kFolders{"etc", "home", "root", "run",
                                                              "srv", "tmp",  "var"};
    path.remove_prefix(path.starts_with('/') ? 1 : 0);
    return std::find(kFolders.begin(), kFolders.end(), path.substr(0, path.find('/'))) != kFolders.end();
}

IdenticalCopies findIdenticalCopies(const TreePlaces &places, std::uint64_t readLimit, Progress &progress)
{
    if (places.vservers().empty())
        return {};
    return CopySearch(places, readLimit, progress).run();
}

void checkCopies(const TreePlaces &places, Findings &findings, Progress &progress, std::uint64_t readLimit)
{
    const IdenticalCopies copies = findIdenticalCopies(places, readLimit, progress);
    for (const auto &[vserver, sum] : sumsOf(places, copies.ofRefbox))
        findings.push_back(copiesFinding(places.tree(), sum, "identical-copies", {}));
    for (const auto &[vserver, sum] : sumsOf(places, copies.ofVServers))
        findings.push_back(
            copiesFinding(places.tree(), sum, "identical-private",
                          translated("assembly", "Both could be links to one file in the refbox.")));
    if (!copies.complete)
        findings.push_back(
            {Finding::Severity::Info,
             "copies-unknown",
             {},
             translated("assembly", "Not all files of equal size were compared (%1 at most are read, and not "
                                    "what cannot be read): there may be more copies.")
                 .arg(formatSize(readLimit)),
             {}});
}

} // namespace Refbox
