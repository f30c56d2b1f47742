// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lists of a project that are edited in the Contents tab: components, and of one vserver its link rules
// and private files. Read-only tables over values; edits go through the document.
#pragma once

#include "gui/componentworks.h"
#include "gui/listmodel.h"
#include "gui/snapshot.h"
#include "project/recipe.h"

#include <QPointer>

namespace Refbox {

class ComponentsModel final : public ListModel
{
    Q_OBJECT

public:
    enum Column { Name, Prefix, SourceColumn, Files, Bytes, ColumnCount };
    using ListModel::ListModel;

    void setProject(const Project &project, const SnapshotPtr &snapshot);
    /// What jobs do for them is shown from now on.
    void setWorks(const ComponentWorks &works);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ComponentReport *reportOf(const Component &component) const;
    const ComponentWork *workOf(const Component &component) const;
    QString state(const Component &component) const;
    QString stateIcon(const Component &component) const;
    QStringList chosenOptions(const Component &component) const;
    QString toolTip(const Component &component) const;
    QString cell(const Component &component, Column column) const;

    std::vector<Component> m_components;
    SnapshotPtr m_snapshot;
    QPointer<const ComponentWorks> m_works;
    std::map<std::string, RecipeOptions> m_standards; // of recipes that components have options of
};

class RulesModel final : public ListModel
{
    Q_OBJECT

public:
    enum Column { From, To, Manner, Catches, ColumnCount };
    using ListModel::ListModel;

    /// reports: of the newest plan; where it is for another list, no counts are shown.
    void setRules(std::vector<LinkRule> rules, std::vector<RuleReport> reports);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<LinkRule> m_rules;
    std::vector<RuleReport> m_reports;
};

class FilesModel final : public ListModel
{
    Q_OBJECT

public:
    enum Column { Path, Size, Mode, ColumnCount };
    using ListModel::ListModel;

    void setFiles(const std::map<std::string, PrivateFile> &files);
    const std::string &path(int row) const { return m_files[static_cast<std::size_t>(row)].first; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<std::pair<std::string, PrivateFile>> m_files;
};

/// "programs of this machine", "folder /x", …
QString sourceText(const Source &source);
QString mannerText(LinkManner manner);

} // namespace Refbox
