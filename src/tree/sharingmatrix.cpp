// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/sharingmatrix.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace Refbox {

namespace {

void add(FileCount &count, const Inode &inode)
{
    count.bytes += inode.size;
    ++count.files;
}

void add(FileCount &sum, const FileCount &other)
{
    sum.bytes += other.bytes;
    sum.files += other.files;
}

void subtract(FileCount &count, const Inode &inode)
{
    count.bytes -= inode.size;
    --count.files;
}

} // namespace

class SharingMatrixBuilder final
{
public:
    SharingMatrixBuilder(const LinkMap &map, Progress *progress)
        : m_map(map)
        , m_tree(map.tree())
        , m_progress(progress)
        , m_end(map.refbox() == kNoId ? 0 : m_tree.subtreeEnd(map.refbox()))
        , m_rowOf(m_tree.inodeCount(), kNoId)
        , m_linkedBy(m_tree.inodeCount(), kNoId)
        , m_copiedBy(m_tree.inodeCount(), kNoId)
    {
    }

    SharingMatrix run()
    {
        if (m_map.refbox() != kNoId)
            makeRows();
        m_cells.resize(m_made.m_rows.size());
        m_made.m_begins.push_back(0);
        for (const NodeId vserver : m_map.vservers())
            addColumn(vserver);
        for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
            if (m_rowOf[id] != kNoId && m_linkedBy[id] == kNoId && m_copiedBy[id] == kNoId)
                Refbox::add(m_made.m_rows[m_rowOf[id]].unused, m_tree.inode(id));
        }
        return std::move(m_made);
    }

private:
    void ask(std::uint32_t step) const
    {
        if (m_progress != nullptr && step % 4096 == 0)
            m_progress->throwIfCancelled();
    }

    template <typename Take>
    void forEachFile(NodeId begin, NodeId end, Take take)
    {
        for (NodeId node = begin; node < end; ++node) {
            ask(node);
            if (m_tree.inodeAt(node).isRegular())
                take(node);
        }
    }

    std::uint32_t addRow(SharingRow::Kind kind, std::string name)
    {
        SharingRow row;
        row.kind = kind;
        row.name = std::move(name);
        m_made.m_rows.push_back(std::move(row));
        m_lastOf.push_back(kNoId);
        return static_cast<std::uint32_t>(m_made.m_rows.size() - 1);
    }

    void makeRows()
    {
        std::map<std::string_view, NameId> components;
        bool hasRest = false;
        forEachFile(m_map.refbox(), m_end, [&](NodeId node) {
            if (const NameId origin = m_tree.inodeAt(node).origin; origin == 0)
                hasRest = true;
            else if (m_rowOfOrigin.try_emplace(origin, 0).second)
                components.emplace(m_tree.origin(m_tree.inodeOf(node)), origin);
        });
        if (components.empty()) {
            makeFolderRows();
            return;
        }
        for (const auto &[name, origin] : components)
            m_rowOfOrigin[origin] = addRow(SharingRow::Kind::Component, std::string(name));
        if (hasRest)
            m_rowOfOrigin[0] = addRow(SharingRow::Kind::Rest, {});
        forEachFile(m_map.refbox(), m_end,
                    [&](NodeId node) { take(node, m_rowOfOrigin.at(m_tree.inodeAt(node).origin)); });
        findFolders();
    }

    void makeFolderRows()
    {
        NodeId top = m_map.refbox();
        while (m_tree.children(top).size() == 1 && m_tree.inodeAt(m_tree.children(top)[0]).isDirectory())
            top = m_tree.children(top)[0];
        const std::size_t above = m_tree.path(m_map.refbox()).size();
        std::vector<NodeId> rest;
        for (const NodeId child : m_tree.children(top)) {
            if (!m_tree.inodeAt(child).isDirectory()) {
                rest.push_back(child);
                continue;
            }
            // Only where there is a file to count, which no folder before has.
            std::uint32_t row = kNoId;
            forEachFile(child, m_tree.subtreeEnd(child), [&](NodeId node) {
                if (m_rowOf[m_tree.inodeOf(node)] != kNoId)
                    return;
                if (row == kNoId)
                    row = addRow(SharingRow::Kind::Folder, pathBelow(child, above));
                take(node, row);
            });
            if (row != kNoId)
                m_made.m_rows[row].folder = child;
        }
        takeRest(rest, top);
    }

    // Last, so that a file that also has a name in a folder is counted there.
    void takeRest(const std::vector<NodeId> &rest, NodeId folder)
    {
        std::uint32_t row = kNoId;
        for (const NodeId node : rest) {
            if (!m_tree.inodeAt(node).isRegular() || m_rowOf[m_tree.inodeOf(node)] != kNoId)
                continue;
            if (row == kNoId)
                row = addRow(SharingRow::Kind::Rest, {});
            take(node, row);
        }
        if (row != kNoId)
            m_made.m_rows[row].folder = folder;
    }

    std::string pathBelow(NodeId folder, std::size_t above) const
    {
        const std::string path = m_tree.path(folder);
        return path.substr(above == 1 ? 1 : above + 1); // the path of the root ends in a slash, too
    }

    void take(NodeId node, std::uint32_t row)
    {
        const InodeId id = m_tree.inodeOf(node);
        SharingRow &taken = m_made.m_rows[row];
        if (m_rowOf[id] == kNoId) {
            m_rowOf[id] = row;
            Refbox::add(taken.whole, m_tree.inode(id));
        }
        if (taken.folder == kNoId)
            taken.folder = node;
        m_lastOf[row] = node;
    }

    // What holds the first and the last name holds all between them.
    void findFolders()
    {
        for (std::size_t row = 0; row < m_made.m_rows.size(); ++row) {
            NodeId &folder = m_made.m_rows[row].folder;
            do
                folder = m_tree.parent(folder);
            while (!m_tree.isInside(m_lastOf[row], folder));
        }
    }

    void addColumn(NodeId vserver)
    {
        SharingColumn column;
        column.vserver = vserver;
        column.name = m_tree.name(vserver);
        column.totals = m_map.totals(vserver);
        m_column = static_cast<std::uint32_t>(m_made.m_columns.size());
        m_folders.clear();
        std::uint32_t step = 0;
        for (const Link &link : m_map.linksOf(vserver)) {
            ask(step++);
            column.brokenLinks += link.manner == Link::Manner::Broken ? 1 : 0;
            if (link.target == kNoId || !m_map.isInRefbox(link.target))
                continue;
            if (m_tree.inodeAt(link.target).isDirectory())
                m_folders.push_back(link.target);
            else if (link.manner == Link::Manner::Copy)
                useCopy(m_tree.inodeOf(link.target));
            else
                use(m_tree.inodeOf(link.target));
        }
        useFolders();
        finish(column);
        m_made.m_columns.push_back(std::move(column));
    }

    void useFolders()
    {
        std::sort(m_folders.begin(), m_folders.end());
        NodeId end = 0;
        for (const NodeId folder : m_folders) {
            if (folder < end)
                continue; // inside the one before
            end = m_tree.subtreeEnd(folder);
            forEachFile(folder, end, [this](NodeId node) { use(m_tree.inodeOf(node)); });
        }
    }

    SharingCell &cellOf(InodeId id)
    {
        SharingCell &cell = m_cells[m_rowOf[id]];
        if (cell.used.files == 0)
            m_touched.push_back(m_rowOf[id]);
        return cell;
    }

    void use(InodeId id)
    {
        if (m_rowOf[id] == kNoId || m_linkedBy[id] == m_column)
            return;
        m_linkedBy[id] = m_column;
        SharingCell &cell = cellOf(id);
        if (m_copiedBy[id] == m_column)
            subtract(cell.copied, m_tree.inode(id));
        else
            Refbox::add(cell.used, m_tree.inode(id));
    }

    void useCopy(InodeId id)
    {
        if (m_rowOf[id] == kNoId || m_linkedBy[id] == m_column || m_copiedBy[id] == m_column)
            return;
        m_copiedBy[id] = m_column;
        SharingCell &cell = cellOf(id);
        Refbox::add(cell.used, m_tree.inode(id));
        Refbox::add(cell.copied, m_tree.inode(id));
    }

    void finish(SharingColumn &column)
    {
        std::sort(m_touched.begin(), m_touched.end());
        for (const std::uint32_t row : m_touched) {
            const SharingCell cell = std::exchange(m_cells[row], {});
            Refbox::add(column.used.used, cell.used);
            Refbox::add(column.used.copied, cell.copied);
            ++m_made.m_rows[row].users;
            m_made.m_entries.push_back({row, cell});
        }
        m_touched.clear();
        m_made.m_begins.push_back(m_made.m_entries.size());
    }

    const LinkMap &m_map;
    const FileTree &m_tree;
    Progress *m_progress;
    NodeId m_end; // of the refbox
    SharingMatrix m_made;
    std::unordered_map<NameId, std::uint32_t> m_rowOfOrigin;
    std::vector<std::uint32_t> m_rowOf;    // by inode: of those in the refbox
    std::vector<std::uint32_t> m_linkedBy; // by inode: the last column that uses it by a link, or as a copy
    std::vector<std::uint32_t> m_copiedBy;
    std::vector<NodeId> m_lastOf; // by row: its last name
    // Of the column that is being made:
    std::uint32_t m_column = 0;
    std::vector<SharingCell> m_cells;     // by row
    std::vector<std::uint32_t> m_touched; // rows
    std::vector<NodeId> m_folders;
};

SharingCell SharingMatrix::cell(std::size_t row, std::size_t column) const
{
    const auto at = [this](std::size_t place) {
        return m_entries.begin() + static_cast<std::ptrdiff_t>(place);
    };
    const auto found =
        std::lower_bound(at(m_begins[column]), at(m_begins[column + 1]), row,
                         [](const Entry &entry, std::size_t wanted) { return entry.row < wanted; });
    return found != at(m_begins[column + 1]) && found->row == row ? found->cell : SharingCell();
}

FileCount SharingMatrix::whole() const
{
    FileCount sum;
    for (const SharingRow &row : m_rows)
        add(sum, row.whole);
    return sum;
}

FileCount SharingMatrix::unused() const
{
    FileCount sum;
    for (const SharingRow &row : m_rows)
        add(sum, row.unused);
    return sum;
}

bool SharingMatrix::hasCopies() const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
                       [](const SharingColumn &column) { return column.used.copied.files > 0; });
}

bool SharingMatrix::hasBrokenLinks() const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
                       [](const SharingColumn &column) { return column.brokenLinks > 0; });
}

SharingMatrix sharingMatrix(const LinkMap &map, Progress *progress)
{
    return SharingMatrixBuilder(map, progress).run();
}

} // namespace Refbox
