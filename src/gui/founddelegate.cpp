// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/founddelegate.h"

#include "gui/fonts.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Refbox {

namespace {

constexpr int kMargin = 4;

} // namespace

int FoundDelegate::rowHeight(const QWidget &view)
{
    return view.fontMetrics().height() + QFontMetrics(hintFont(view.font())).height() + 2 * kMargin;
}

void FoundDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString path = item.text;
    const auto slash = std::max<qsizetype>(path.lastIndexOf(u'/'), 0);
    item.text.clear();
    // Under the two lines, the style draws what every item has: background, focus, icon.
    const QStyle &style = item.widget != nullptr ? *item.widget->style() : *QApplication::style();
    const QRect text = style.subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget)
                           .intersected(item.rect)
                           .adjusted(kMargin, 0, -kMargin, 0);
    style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const auto group = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const auto line = [&](const QFont &font, int top, const QString &shown, QPalette::ColorRole role) {
        const QFontMetrics metrics(font);
        const QRect place(text.left(), top, text.width(), metrics.height());
        painter->setFont(font);
        painter->setPen(item.palette.color(group, isSelected ? QPalette::HighlightedText : role));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(shown, Qt::ElideMiddle, place.width()));
        return place.bottom() + 1;
    };
    painter->save();
    const int below = line(item.font, item.rect.top() + kMargin, path.mid(slash + (path.size() > 1 ? 1 : 0)),
                           QPalette::Text);
    line(hintFont(item.font), below, slash == 0 ? QStringLiteral("/") : path.left(slash),
         QPalette::PlaceholderText);
    painter->restore();
}

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return option.widget != nullptr ? QSize(hint.width(), rowHeight(*option.widget)) : hint;
}

} // namespace Refbox
