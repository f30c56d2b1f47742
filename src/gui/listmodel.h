// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table over a list of values that is replaced as a whole, with every plan. Views keep their selection,
// their current row and their place, because they are told which rows went, came and moved. GUI thread.
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <cstddef>
#include <map>
#include <type_traits>
#include <utility>
#include <vector>

namespace Refbox {

/// How the rows of a list became those of another. A row is what its key is, equal keys in their order; where
/// both lists are as long, a key that is gone and one that is new at the same place are one row that changed.
struct RowChanges
{
    std::vector<int> places; ///< of each old row in the new list; -1: it is gone
    std::vector<int> added;  ///< rows of the new list that are no old ones, ascending
};

template <typename Key>
RowChanges rowChanges(const std::vector<Key> &before, const std::vector<Key> &after)
{
    std::map<Key, std::vector<int>> free; // rows of the new list, the first one last
    for (auto row = static_cast<int>(after.size()); row-- > 0;)
        free[after[static_cast<std::size_t>(row)]].push_back(row);
    RowChanges changes{std::vector<int>(before.size(), -1), {}};
    std::vector<bool> taken(after.size());
    for (std::size_t row = 0; row < before.size(); ++row) {
        const auto found = free.find(before[row]);
        if (found == free.end() || found->second.empty())
            continue;
        changes.places[row] = found->second.back();
        taken[static_cast<std::size_t>(found->second.back())] = true;
        found->second.pop_back();
    }
    for (std::size_t row = 0; row < before.size() && before.size() == after.size(); ++row) {
        if (changes.places[row] < 0 && !taken[row]) {
            changes.places[row] = static_cast<int>(row);
            taken[row] = true;
        }
    }
    for (std::size_t row = 0; row < after.size(); ++row) {
        if (!taken[row])
            changes.added.push_back(static_cast<int>(row));
    }
    return changes;
}

class ListModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

protected:
    /// keyOf: from a value to what it is; keys can be sorted.
    template <typename Value, typename KeyOf>
    void replaceRows(std::vector<Value> &rows, std::vector<Value> next, KeyOf keyOf)
    {
        const auto keysOf = [&keyOf](const std::vector<Value> &values) {
            std::vector<std::decay_t<decltype(keyOf(values.front()))>> keys;
            for (const Value &value : values)
                keys.push_back(keyOf(value));
            return keys;
        };
        RowChanges changes = rowChanges(keysOf(rows), keysOf(next));
        const auto gone = std::count(changes.places.begin(), changes.places.end(), -1);
        if (gone > kMostRemoved || gone == static_cast<std::ptrdiff_t>(rows.size())) {
            beginResetModel();
            rows = std::move(next);
            endResetModel();
            return;
        }
        for (std::size_t row = rows.size(); row-- > 0;) {
            if (changes.places[row] >= 0)
                continue;
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
            changes.places.erase(changes.places.begin() + static_cast<std::ptrdiff_t>(row));
            endRemoveRows();
        }
        if (!changes.added.empty()) {
            beginInsertRows({}, static_cast<int>(rows.size()), static_cast<int>(next.size()) - 1);
            for (const int row : changes.added) {
                rows.push_back(next[static_cast<std::size_t>(row)]);
                changes.places.push_back(row);
            }
            endInsertRows();
        }
        arrange(changes.places, [&] { rows = std::move(next); });
    }

private:
    /// Each is told to the views by itself.
    static constexpr std::ptrdiff_t kMostRemoved = 256;

    template <typename Apply>
    void arrange(const std::vector<int> &places, Apply apply)
    {
        if (std::is_sorted(places.begin(), places.end())) {
            apply();
        } else {
            Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
            apply();
            const QModelIndexList before = persistentIndexList();
            QModelIndexList after;
            for (const QModelIndex &old : before)
                after += index(places[static_cast<std::size_t>(old.row())], old.column());
            changePersistentIndexList(before, after);
            Q_EMIT layoutChanged({}, VerticalSortHint);
        }
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
};

} // namespace Refbox
