// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingsmodel.h"

#include "gui/icons.h"
#include "jobs/display.h"

#include <QCoreApplication>

namespace Refbox {

using namespace Qt::StringLiterals;

QString severityText(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return QCoreApplication::translate("Refbox::FindingsModel", "Error");
    case Finding::Severity::Warning:
        return QCoreApplication::translate("Refbox::FindingsModel", "Warning");
    default:
        return QCoreApplication::translate("Refbox::FindingsModel", "Remark");
    }
}

QString severityIcon(Finding::Severity severity)
{
    return severity == Finding::Severity::Error     ? u"error"_s
           : severity == Finding::Severity::Warning ? u"warning"_s
                                                    : u"info"_s;
}

void FindingsModel::setSnapshot(SnapshotPtr snapshot)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_fixes.clear();
    if (m_snapshot) {
        m_fixes.resize(m_snapshot->findings.size());
        for (std::size_t i = 0; m_snapshot->plan && i < m_fixes.size(); ++i)
            m_fixes[i] = fixFor(m_snapshot->findings[i], *m_snapshot->plan);
    }
    endResetModel();
}

NodeId FindingsModel::nodeOf(int row) const
{
    const std::string &path = finding(row).path;
    return path.empty() ? kNoId : m_snapshot->tree->find(path);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_snapshot ? 0 : static_cast<int>(m_snapshot->findings.size());
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Finding &row = finding(index.row());
    if (role == Qt::DecorationRole && index.column() == What)
        return icon(severityIcon(row.severity));
    if (role == Qt::AccessibleTextRole && index.column() == What)
        return u"%1: %2"_s.arg(severityText(row.severity), row.message);
    if (role == Qt::ToolTipRole)
        return row.advice.isEmpty() ? row.message : row.message + u'\n' + row.advice;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case What:
        return row.message;
    case Where:
        return row.path.empty() ? tr("the package") : displayPath(row.path);
    default:
        return fix(index.row()) ? fix(index.row())->text : QString();
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Where:
        return tr("Where");
    default:
        return tr("Fix");
    }
}

} // namespace Refbox
