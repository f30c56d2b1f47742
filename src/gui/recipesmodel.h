// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalogue as a list that is searched, and how its rows are drawn: name and version, summary below, and
// what is known of it. GUI thread.
#pragma once

#include "software/catalogue.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace Refbox {

/// A text of a recipe in the user's language, where it is one of Refbox's own recipes.
QString catalogueText(const std::string &text);

class RecipesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole, VersionRole, StateRole };

    explicit RecipesModel(Catalogue catalogue, QObject *parent = nullptr);

    const Catalogue &catalogue() const { return m_catalogue; }
    /// Recipes that the project has a component of.
    void setUsed(std::set<std::string> used);
    /// Bytes of what was built before, by recipe.
    void setBuilt(std::map<std::string, std::uint64_t> built);
    /// A part of name, summary, description or what it provides, and one of categories() or, for all, an
    /// empty one. Names that begin with the text come first.
    void setFilter(const QString &text, const QString &category);
    QStringList categories() const; ///< in the user's language

    const Recipe &recipe(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    /// -1 where the filter hides it or there is none.
    int rowOf(const std::string &name) const;
    /// "In this package", "Built, 1.4 MB" …; empty where nothing is known.
    QString state(const Recipe &recipe) const;
    /// What was built, else what the recipe states: "1.4 MB", "about 1.4 MB"; empty where neither is known.
    QString size(const Recipe &recipe) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void search();

    Catalogue m_catalogue;
    std::set<std::string> m_used;
    std::map<std::string, std::uint64_t> m_built;
    QString m_filter; // lower case
    QString m_category;
    std::vector<const Recipe *> m_rows;
};

class RecipeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Refbox
