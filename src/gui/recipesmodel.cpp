// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/recipesmodel.h"

#include "gui/fonts.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <tuple>

namespace Refbox {

namespace {

constexpr int kMargin = 8;

QString searchedText(const Recipe &recipe)
{
    QString text = displayPath(recipe.name);
    for (const std::string &part : {recipe.summary, recipe.description})
        text += QLatin1Char('\n') + displayPath(part) + QLatin1Char('\n') + catalogueText(part);
    for (const std::string &path : recipe.provides)
        text += QLatin1Char('\n') + displayPath(path);
    return text.toLower();
}

} // namespace

QString catalogueText(const std::string &text)
{
    return text.empty() ? QString() : displayPath(translated("catalogue", text.c_str()).toStdString());
}

RecipesModel::RecipesModel(Catalogue catalogue, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalogue(std::move(catalogue))
{
    search();
}

void RecipesModel::setUsed(std::set<std::string> used)
{
    m_used = std::move(used);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void RecipesModel::setBuilt(std::map<std::string, std::uint64_t> built)
{
    m_built = std::move(built);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void RecipesModel::setFilter(const QString &text, const QString &category)
{
    beginResetModel();
    m_filter = text.trimmed().toLower();
    m_category = category;
    search();
    endResetModel();
}

void RecipesModel::search()
{
    m_rows.clear();
    for (const auto &[name, recipe] : m_catalogue.recipes()) {
        const bool isOfCategory = m_category.isEmpty() || catalogueText(recipe.category) == m_category;
        if (isOfCategory && (m_filter.isEmpty() || searchedText(recipe).contains(m_filter)))
            m_rows.push_back(&recipe);
    }
    std::ranges::stable_sort(m_rows, {}, [this](const Recipe *recipe) {
        return !displayPath(recipe->name).toLower().startsWith(m_filter);
    });
}

QStringList RecipesModel::categories() const
{
    QStringList all;
    for (const auto &[name, recipe] : m_catalogue.recipes()) {
        const QString category = catalogueText(recipe.category);
        if (!all.contains(category))
            all += category;
    }
    all.sort(Qt::CaseInsensitive);
    return all;
}

int RecipesModel::rowOf(const std::string &name) const
{
    const auto found =
        std::ranges::find_if(m_rows, [&](const Recipe *recipe) { return recipe->name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString RecipesModel::state(const Recipe &recipe) const
{
    if (m_used.contains(recipe.name))
        return tr("In this package");
    if (!recipe.untried.empty())
        return tr("Not tried yet");
    const auto built = m_built.find(recipe.name);
    return built == m_built.end() ? QString() : tr("Built, %1").arg(formatSize(built->second));
}

QString RecipesModel::size(const Recipe &recipe) const
{
    if (const auto built = m_built.find(recipe.name); built != m_built.end())
        return formatSize(built->second);
    return recipe.size == 0 ? QString() : tr("about %1").arg(formatSize(recipe.size));
}

int RecipesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecipesModel::data(const QModelIndex &index, int role) const
{
    const Recipe &recipe = this->recipe(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayPath(recipe.name);
    case VersionRole:
        return displayPath(recipe.version);
    case SummaryRole:
        return catalogueText(recipe.summary);
    case StateRole:
        return state(recipe);
    case Qt::AccessibleTextRole: {
        const QString text =
            tr("%1 %2: %3", "name, version, summary")
                .arg(displayPath(recipe.name), displayPath(recipe.version), catalogueText(recipe.summary));
        const QString known = state(recipe);
        return known.isEmpty() ? text : tr("%1 (%2)").arg(text, known);
    }
    default:
        return {};
    }
}

void RecipeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong =
        option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor quiet = strong;
    quiet.setAlphaF(isSelected ? 0.85F : 0.65F);

    painter->save();
    QFont nameFont = option.font;
    nameFont.setWeight(QFont::DemiBold);
    const QFont smallFont = hintFont(option.font);
    const QRect inner = option.rect.adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
    QRect top = inner;
    top.setHeight(QFontMetrics(nameFont).height());
    QRect bottom = inner;
    bottom.setTop(top.bottom() + 2);

    const QString state = index.data(RecipesModel::StateRole).toString();
    painter->setFont(smallFont);
    painter->setPen(quiet);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, state);
    const int stateWidth = state.isEmpty() ? 0 : QFontMetrics(smallFont).horizontalAdvance(state) + kMargin;
    painter->drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(smallFont).elidedText(index.data(RecipesModel::SummaryRole).toString(),
                                                         Qt::ElideRight, bottom.width()));

    const QString name = index.data().toString();
    QRect title = top.adjusted(0, 0, -stateWidth, 0);
    painter->setFont(nameFont);
    painter->setPen(strong);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter, name);
    title.setLeft(title.left() + QFontMetrics(nameFont).horizontalAdvance(name) + kMargin);
    painter->setFont(smallFont);
    painter->setPen(quiet);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(smallFont).elidedText(index.data(RecipesModel::VersionRole).toString(),
                                                         Qt::ElideRight, title.width()));
    painter->restore();
}

QSize RecipeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200,
            QFontMetrics(option.font).height() + QFontMetrics(hintFont(option.font)).height() + 2 + kMargin};
}

} // namespace Refbox
