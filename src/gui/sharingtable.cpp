// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sharingtable.h"

#include "jobs/display.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::SharingTable)
};

double part(std::uint64_t some, std::uint64_t all)
{
    return all == 0 ? 0 : static_cast<double>(some) / static_cast<double>(all);
}

ComponentColours folderColours(const SharingMatrix &matrix)
{
    std::vector<std::string> names;
    for (const SharingRow &row : matrix.rows()) {
        if (row.kind == SharingRow::Kind::Folder)
            names.push_back(row.name);
    }
    std::sort(names.begin(), names.end());
    return ComponentColours(std::move(names));
}

} // namespace

QString fullCount(const FileCount &count)
{
    return Texts::tr("%n file(s)", nullptr, static_cast<int>(count.files)) + u", "_s +
           Texts::tr("%1 bytes").arg(QLocale().toString(static_cast<qulonglong>(count.bytes)));
}

QString SharingCellText::line() const
{
    return second.isEmpty() ? first : second + u" · "_s + first;
}

SharingTable::SharingTable(std::shared_ptr<const SharingMatrix> matrix, SharingShown shown,
                           const ComponentColours &colours)
    : m_matrix(std::move(matrix))
    , m_colours(areFolders() ? folderColours(*m_matrix) : colours)
    , m_shown(shown)
{
    sort(kByName, false);
}

void SharingTable::setShown(SharingShown shown)
{
    m_shown = shown;
    sort(m_sortColumn, m_descending);
}

int SharingTable::columnCount() const
{
    return m_matrix ? static_cast<int>(m_matrix->columns().size()) + kLastColumns : 0;
}

int SharingTable::totalCount() const
{
    if (!m_matrix)
        return 0;
    return m_matrix->hasBrokenLinks() ? Broken + 1 : Broken;
}

bool SharingTable::areFolders() const
{
    return m_matrix && std::none_of(m_matrix->rows().begin(), m_matrix->rows().end(),
                                    [](const auto &row) { return row.kind == SharingRow::Kind::Component; });
}

int SharingTable::lastColumn(int column) const
{
    return column - static_cast<int>(m_matrix->columns().size());
}

NodeId SharingTable::vserver(int column) const
{
    return column < 0 || lastColumn(column) >= 0
               ? kNoId
               : m_matrix->columns()[static_cast<std::size_t>(column)].vserver;
}

// --- order ---

std::uint64_t SharingTable::weight(const FileCount &count) const
{
    return m_shown == SharingShown::Files ? count.files : count.bytes;
}

std::uint64_t SharingTable::sortKey(std::size_t row, int column) const
{
    return lastColumn(column) == Users ? m_matrix->rows()[row].users : weight(cellAt(row, column).used);
}

void SharingTable::sort(int column, bool descending)
{
    m_sortColumn = m_matrix && column < columnCount() ? column : kByName;
    m_descending = descending;
    m_order.resize(m_matrix ? m_matrix->rows().size() : 0);
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (m_sortColumn == kByName) {
        if (descending)
            std::reverse(m_order.begin(), m_order.end());
        return;
    }
    std::vector<std::uint64_t> keys;
    for (const std::size_t row : m_order)
        keys.push_back(sortKey(row, m_sortColumn));
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
        return descending ? keys[a] > keys[b] : keys[a] < keys[b];
    });
}

// --- titles ---

QString SharingTable::rowTitle(int row) const
{
    const SharingRow &shown = this->row(row);
    if (shown.kind != SharingRow::Kind::Rest)
        return displayPath(shown.name);
    return areFolders() ? Texts::tr("In no folder") : Texts::tr("No component");
}

QColor SharingTable::rowColour(int row, bool dark) const
{
    return m_colours.colour(this->row(row).name, dark);
}

QString SharingTable::columnTitle(int column) const
{
    switch (lastColumn(column)) {
    case InRefbox:
        return Texts::tr("In refbox");
    case Unused:
        return Texts::tr("Unused");
    case Users:
        return Texts::tr("Used by");
    default:
        return displayPath(m_matrix->columns()[static_cast<std::size_t>(column)].name);
    }
}

QString SharingTable::columnTip(int column) const
{
    switch (lastColumn(column)) {
    case InRefbox:
        return Texts::tr("All files of the component in the refbox");
    case Unused:
        return Texts::tr("Files that no vserver uses");
    case Users:
        return Texts::tr("How many vservers use anything of it");
    default:
        return Texts::tr("What %1 uses: by hard link, symbolic link or copy, each file once")
            .arg(columnTitle(column));
    }
}

QString SharingTable::totalTitle(int total) const
{
    switch (total) {
    case Used:
        return Texts::tr("Sum");
    case Shared:
        return Texts::tr("Shared");
    case Private:
        return Texts::tr("Private");
    case Alone:
        return Texts::tr("Alone");
    case Added:
        return Texts::tr("Added");
    default:
        return Texts::tr("Broken links");
    }
}

QString SharingTable::totalTip(int total) const
{
    switch (total) {
    case Used:
        return Texts::tr("The column's sum: everything of the refbox that the vserver uses");
    case Shared:
        return Texts::tr("Files in the vserver that are also in the refbox, by hard links");
    case Private:
        return Texts::tr("Files that only the vserver has, copies included");
    case Alone:
        return Texts::tr("What the vserver would cost by itself: shared and private files");
    case Added:
        return Texts::tr("What the vserver costs now: what would be free without it");
    default:
        return Texts::tr("Symbolic links that lead nowhere");
    }
}

// --- cells ---

SharingCell SharingTable::cellAt(std::size_t row, int column) const
{
    switch (lastColumn(column)) {
    case InRefbox:
        return {m_matrix->rows()[row].whole, {}};
    case Unused:
        return {m_matrix->rows()[row].unused, {}};
    default:
        return m_matrix->cell(row, static_cast<std::size_t>(column));
    }
}

SharingCellText SharingTable::textOf(const FileCount &count) const
{
    SharingCellText text;
    const QString files = Texts::tr("%n file(s)", nullptr, static_cast<int>(count.files));
    if (count.files == 0)
        text.first = u"–"_s;
    else if (m_shown == SharingShown::Files)
        text.first = QLocale().toString(count.files);
    else
        text.first = formatSize(count.bytes);
    if (count.files > 0 && m_shown == SharingShown::Both)
        text.second = files;
    return text;
}

SharingCellText SharingTable::cell(int row, int column) const
{
    const std::size_t place = m_order[static_cast<std::size_t>(row)];
    const SharingRow &shown = m_matrix->rows()[place];
    if (lastColumn(column) == Users) {
        SharingCellText text;
        text.first = shown.users == 0 ? u"–"_s : QLocale().toString(shown.users);
        return text;
    }
    const SharingCell cell = cellAt(place, column);
    SharingCellText text = textOf(cell.used);
    if (lastColumn(column) < 0) {
        text.linked = part(weight(cell.used) - weight(cell.copied), weight(shown.whole));
        text.copied = part(weight(cell.copied), weight(shown.whole));
    }
    return text;
}

QString SharingTable::cellTip(int row, int column) const
{
    const std::size_t place = m_order[static_cast<std::size_t>(row)];
    const SharingRow &shown = m_matrix->rows()[place];
    const QString title = rowTitle(row);
    if (lastColumn(column) == Users)
        return Texts::tr("%1: used by %2 of %3 vservers")
            .arg(title)
            .arg(shown.users)
            .arg(m_matrix->columns().size());
    const SharingCell cell = cellAt(place, column);
    if (lastColumn(column) == InRefbox)
        return Texts::tr("%1 in the refbox: %2").arg(title, fullCount(cell.used));
    if (lastColumn(column) == Unused)
        return Texts::tr("%1, used by no vserver: %2").arg(title, fullCount(cell.used));
    QString tip = cell.used.files == 0
                      ? Texts::tr("%1 uses nothing of %2").arg(columnTitle(column), title)
                      : Texts::tr("%1 uses of %2: %3\nof %4")
                            .arg(columnTitle(column), title, fullCount(cell.used), fullCount(shown.whole));
    if (cell.copied.files > 0)
        tip += u'\n' + Texts::tr("of these as copies: %1").arg(fullCount(cell.copied));
    return tip;
}

bool SharingTable::hasTotal(int total, int column) const
{
    const int last = lastColumn(column);
    return last < 0 || (total == Used && last != Users);
}

FileCount SharingTable::totalAt(int total, int column) const
{
    if (const int last = lastColumn(column); last >= 0)
        return last == InRefbox ? m_matrix->whole() : m_matrix->unused();
    const SharingColumn &shown = m_matrix->columns()[static_cast<std::size_t>(column)];
    switch (total) {
    case Used:
        return shown.used.used;
    case Shared:
        return shown.shared();
    case Private:
        return shown.privateOnly();
    case Alone:
        return shown.alone();
    default:
        return shown.added();
    }
}

SharingCellText SharingTable::total(int total, int column) const
{
    if (!hasTotal(total, column))
        return {};
    if (total != Broken)
        return textOf(totalAt(total, column));
    SharingCellText text;
    const std::uint32_t broken = m_matrix->columns()[static_cast<std::size_t>(column)].brokenLinks;
    text.first = broken == 0 ? u"–"_s : QLocale().toString(broken);
    return text;
}

QString SharingTable::totalCellTip(int total, int column) const
{
    if (!hasTotal(total, column) || total == Broken)
        return totalTip(total);
    return totalTip(total) + u'\n' + columnTitle(column) + u": "_s + fullCount(totalAt(total, column));
}

LinkFilter SharingTable::links(int row, int column) const
{
    const SharingRow &shown = this->row(row);
    LinkFilter filter;
    filter.from = vserver(column);
    if (areFolders())
        filter.target = shown.folder;
    else
        filter.component = shown.name;
    return filter;
}

} // namespace Refbox
