// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingsmodel.h"

#include "gui/icons.h"
#include "jobs/display.h"

#include <QCoreApplication>

#include <tuple>
#include <utility>

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
    m_snapshot = std::move(snapshot);
    std::vector<Row> rows;
    if (m_snapshot) {
        for (const Finding &finding : m_snapshot->findings)
            rows.push_back({finding, m_snapshot->plan ? fixFor(finding, *m_snapshot->plan) : std::nullopt});
    }
    // The same finding may count otherwise than before, or name its link rule by another number.
    replaceRows(m_rows, std::move(rows), [](const Row &row) {
        QString words = row.finding.message;
        words.removeIf([](QChar letter) { return letter.isDigit(); });
        return std::tuple(row.finding.id, row.finding.path, row.finding.subject, words);
    });
}

NodeId FindingsModel::nodeOf(int row) const
{
    const std::string &path = finding(row).path;
    return path.empty() ? kNoId : m_snapshot->tree->find(path);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
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
