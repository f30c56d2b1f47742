// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two lists of programs that a component is chosen with: those of this machine, which are searched, and
// those that were chosen, which are edited. GUI thread.
#pragma once

#include "project/project.h"
#include "software/installedprograms.h"

#include <QAbstractTableModel>

#include <vector>

namespace Refbox {

/// What is installed, filtered by a part of the name: exact names first, then those that begin with it.
class ProgramsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Folder, Size, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPrograms(std::vector<InstalledProgram> programs);
    /// Fast enough for every key stroke over thousands of programs. Case does not matter.
    void setFilter(const QString &filter);
    int total() const { return static_cast<int>(m_programs.size()); }
    const InstalledProgram &program(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void search();

    struct Entry
    {
        InstalledProgram program;
        QString shown;
        QString searched; // lower case
    };
    std::vector<Entry> m_programs;
    std::vector<std::size_t> m_rows;
    QString m_filter;
};

/// What was chosen, with its place below the prefix and whether it may be absent.
class ChosenProgramsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Program, Place, Optional, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPrograms(const std::vector<HostProgram> &programs);
    std::vector<HostProgram> programs() const;
    /// A program that is there already is not added again.
    void add(const HostProgram &program);
    void removeRow(int row) { removeRows(row, 1, {}); }
    bool contains(const std::string &program) const;
    /// What is wrong with the first place that is wrong, as a sentence; empty if nothing is.
    QString objection() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool removeRows(int row, int count, const QModelIndex &parent) override;

private:
    struct Entry
    {
        HostProgram program;
        std::string usual; ///< its place without "as"
        bool isHere = true;
    };
    static Entry entryOf(const HostProgram &program);
    static std::string placeOf(const Entry &entry);
    QVariant text(const Entry &entry, int column) const;

    std::vector<Entry> m_entries;
};

} // namespace Refbox
