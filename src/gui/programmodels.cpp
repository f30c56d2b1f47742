// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/programmodels.h"

#include "assembly/treeedit.h"
#include "gui/bytefield.h"
#include "jobs/display.h"
#include "project/names.h"
#include "software/hostprograms.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <set>

namespace Refbox {

void ProgramsModel::setPrograms(std::vector<InstalledProgram> programs)
{
    beginResetModel();
    m_programs.clear();
    m_programs.reserve(programs.size());
    for (InstalledProgram &program : programs) {
        const QString shown = displayPath(program.name);
        m_programs.push_back({std::move(program), shown, shown.toLower()});
    }
    search();
    endResetModel();
}

void ProgramsModel::setFilter(const QString &filter)
{
    beginResetModel();
    m_filter = filter.trimmed().toLower();
    search();
    endResetModel();
}

void ProgramsModel::search()
{
    enum Rank { Exact, Beginning, Inside, RankCount };
    std::vector<std::size_t> ranked[RankCount];
    for (std::size_t i = 0; i < m_programs.size(); ++i) {
        const QString &name = m_programs[i].searched;
        const qsizetype at = name.indexOf(m_filter);
        if (at >= 0)
            ranked[at > 0 ? Inside : name.size() == m_filter.size() ? Exact : Beginning].push_back(i);
    }
    m_rows.clear();
    for (const std::vector<std::size_t> &rows : ranked)
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
}

const InstalledProgram &ProgramsModel::program(int row) const
{
    return m_programs[m_rows[static_cast<std::size_t>(row)]].program;
}

int ProgramsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProgramsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProgramsModel::data(const QModelIndex &index, int role) const
{
    const Entry &entry = m_programs[m_rows[static_cast<std::size_t>(index.row())]];
    if (role == Qt::ToolTipRole)
        return displayPath(entry.program.path);
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Name)
        return entry.shown;
    if (index.column() == Folder)
        return displayPath(parentPath(entry.program.path));
    return formatSize(entry.program.size);
}

QVariant ProgramsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Program") : section == Folder ? tr("Folder") : tr("Size");
}

void ChosenProgramsModel::setPrograms(const std::vector<HostProgram> &programs)
{
    beginResetModel();
    m_entries.clear();
    for (const HostProgram &program : programs)
        m_entries.push_back(entryOf(program));
    endResetModel();
}

std::vector<HostProgram> ChosenProgramsModel::programs() const
{
    std::vector<HostProgram> programs;
    for (const Entry &entry : m_entries)
        programs.push_back(entry.program);
    return programs;
}

void ChosenProgramsModel::add(const HostProgram &program)
{
    if (contains(program.program))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.push_back(entryOf(program));
    endInsertRows();
}

bool ChosenProgramsModel::contains(const std::string &program) const
{
    return std::ranges::any_of(m_entries,
                               [&program](const Entry &entry) { return entry.program.program == program; });
}

ChosenProgramsModel::Entry ChosenProgramsModel::entryOf(const HostProgram &program)
{
    const std::optional<std::string> found = HostPrograms::find(program.program);
    return {program, usualPlace(found.value_or(program.program)), found.has_value()};
}

std::string ChosenProgramsModel::placeOf(const Entry &entry)
{
    const std::string &as = entry.program.as;
    if (as.empty())
        return entry.usual;
    return as.ends_with('/') ? as + std::string(baseName(entry.program.program)) : as;
}

QString ChosenProgramsModel::objection() const
{
    std::set<std::string> places;
    for (const Entry &entry : m_entries) {
        const std::string place = placeOf(entry);
        const QString name = displayPath(entry.program.program);
        if (const Objection objection = objectionToProgram(entry.program.program))
            return tr("The program %1 %2.").arg(name, *objection);
        if (const Objection objection = objectionToPath(place, false))
            return tr("The place of %1 %2.").arg(name, *objection);
        if (!places.insert(place).second)
            return tr("Two programs go to %1: give one of them another place.").arg(displayPath(place));
    }
    return {};
}

int ChosenProgramsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ChosenProgramsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChosenProgramsModel::text(const Entry &entry, int column) const
{
    if (column == Program)
        return displayPath(entry.program.program);
    return column == Place ? displayPath(placeOf(entry)) : QVariant();
}

QVariant ChosenProgramsModel::data(const QModelIndex &index, int role) const
{
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::EditRole:
        return index.column() == Place ? editableText(placeOf(entry))
                                       : text(entry, index.column()).toString();
    case Qt::CheckStateRole:
        if (index.column() == Optional)
            return entry.program.optional ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Optional)
            return tr("Build the package even on a machine that lacks this program");
        return entry.isHere ? text(entry, index.column()).toString()
                            : tr("This machine does not have %1").arg(displayPath(entry.program.program));
    case Qt::ForegroundRole:
        // The usual place is a suggestion, like the placeholder of a field.
        if ((index.column() == Place && entry.program.as.empty()) || !entry.isHere)
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == Optional ? tr("Optional") : text(entry, index.column());
    default:
        return {};
    }
}

bool ChosenProgramsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Optional) {
        entry.program.optional = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Place) {
        if (value.toString() == editableText(placeOf(entry)))
            return false;
        const std::string place = value.toString().trimmed().toStdString();
        entry.program.as = place == entry.usual ? std::string() : place;
    } else {
        return false;
    }
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags ChosenProgramsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Place)
        flags |= Qt::ItemIsEditable;
    if (index.column() == Optional)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ChosenProgramsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Place)
        return tr("Where it goes below the component's prefix. Double-click to change it.");
    if (role != Qt::DisplayRole)
        return {};
    return section == Program ? tr("Program") : section == Place ? tr("Place") : tr("Optional");
}

bool ChosenProgramsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_entries.erase(m_entries.begin() + row, m_entries.begin() + row + count);
    endRemoveRows();
    return true;
}

} // namespace Refbox
