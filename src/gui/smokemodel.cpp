// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/smokemodel.h"

#include "gui/icons.h"
#include "jobs/display.h"

#include <QCoreApplication>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

int rank(SmokeState state)
{
    return state == SmokeState::Fails ? 0 : state == SmokeState::NotTried ? 1 : 2;
}

} // namespace

QString smokeStateText(SmokeState state)
{
    return state == SmokeState::Runs    ? QCoreApplication::translate("Refbox::SmokeModel", "Starts")
           : state == SmokeState::Fails ? QCoreApplication::translate("Refbox::SmokeModel", "Fails")
                                        : QCoreApplication::translate("Refbox::SmokeModel", "Not tried");
}

SmokeModel::SmokeModel(std::shared_ptr<const SmokeReport> report, QObject *parent)
    : QAbstractTableModel(parent)
    , m_report(std::move(report))
{
}

int SmokeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report->outcomes.size());
}

int SmokeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SmokeModel::cell(const SmokeOutcome &outcome, int column) const
{
    switch (column) {
    case State:
        return smokeStateText(outcome.state);
    case Program:
        return displayPath(outcome.program.path);
    case Argument:
        return outcome.state == SmokeState::NotTried ? QString() : displayPath(outcome.program.argument);
    default:
        return QStringList{outcome.reason, displayPath(outcome.said)}.join(u' ').trimmed();
    }
}

QVariant SmokeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SmokeOutcome &row = outcome(index.row());
    if (role == Qt::DecorationRole && index.column() == State)
        return icon(row.state == SmokeState::Runs    ? u"done"_s
                    : row.state == SmokeState::Fails ? u"error"_s
                                                     : u"info"_s);
    if (role == kSortRole && index.column() == State)
        return rank(row.state);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == kSortRole)
        return cell(row, index.column());
    return {};
}

QVariant SmokeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Program:
        return tr("Program");
    case Argument:
        return tr("Started with");
    default:
        return tr("Why, and what it said");
    }
}

} // namespace Refbox
