// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/differencesmodel.h"

#include "gui/icons.h"
#include "jobs/display.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <string>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

// The comparison tells sizes and times as scripts read them.
QString sizeText(const Difference &difference, const std::string &size)
{
    const auto number = [](const std::string &text) { return QByteArray::fromStdString(text).toULongLong(); };
    const bool looksAlike = formatSize(number(difference.a)) == formatSize(number(difference.b));
    return looksAlike ? u"%L1 B"_s.arg(number(size)) : formatSize(number(size));
}

QString timeText(const Difference &difference, const std::string &time)
{
    const auto seconds = [](const std::string &text) {
        return QByteArray::fromStdString(text.substr(0, text.find('.'))).toLongLong();
    };
    QString text =
        QDateTime::fromSecsSinceEpoch(seconds(time), QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    if (seconds(difference.a) == seconds(difference.b))
        text += displayPath(time.substr(std::min(time.find('.'), time.size())));
    return text;
}

QString sideText(const Difference &difference, const std::string &side)
{
    return difference.kind == Difference::Kind::Size   ? sizeText(difference, side)
           : difference.kind == Difference::Kind::Time ? timeText(difference, side)
                                                       : displayPath(side);
}

} // namespace

DifferencesModel::DifferencesModel(std::shared_ptr<const TreeComparison> comparison, QObject *parent)
    : QAbstractTableModel(parent)
    , m_comparison(std::move(comparison))
{
}

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison->differences.size());
}

int DifferencesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Difference &row = difference(index.row());
    if (role == Qt::DecorationRole && index.column() == Kind)
        return row.kind == Difference::Kind::OnlyInA   ? icon(u"remove"_s, u"list-remove"_s)
               : row.kind == Difference::Kind::OnlyInB ? icon(u"add"_s, u"list-add"_s)
                                                       : icon(u"edit"_s, u"document-edit"_s);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Kind:
        return differenceText(row.kind);
    case Where:
        return displayPath(row.path);
    case InA:
        return sideText(row, row.a);
    default:
        return sideText(row, row.b);
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("What differs");
    case Where:
        return tr("Where");
    case InA:
        return tr("In A");
    default:
        return tr("In B");
    }
}

} // namespace Refbox
