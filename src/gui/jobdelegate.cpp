// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobdelegate.h"

#include "gui/joblist.h"

#include <QApplication>
#include <QPainter>

namespace Refbox {

namespace {

constexpr int kRowHeight = 32;
constexpr int kBarHeight = 8;
constexpr int kIndent = 24; ///< of a job's parts

// As a plain bar of the palette: the style's own would animate, and each style's has another height.
void paintBar(QPainter *painter, const QRect &rect, int tenThousandths, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor groove = palette.color(QPalette::Text);
    groove.setAlphaF(0.15F);
    painter->setBrush(groove);
    painter->drawRoundedRect(rect, kBarHeight / 2.0, kBarHeight / 2.0);
    QRectF filled = rect;
    filled.setWidth(std::max<double>(kBarHeight, rect.width() * tenThousandths / 10'000.0));
    painter->setBrush(palette.color(QPalette::Highlight));
    if (tenThousandths > 0)
        painter->drawRoundedRect(filled, kBarHeight / 2.0, kBarHeight / 2.0);
    painter->restore();
}

} // namespace

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto state = static_cast<JobState>(index.data(JobList::StateRole).toInt());
    if (index.column() != JobList::Share || (state != JobState::Running && state != JobState::Stopping)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem blank = option;
    initStyleOption(&blank, index);
    const QString text = blank.text;
    blank.text.clear();
    QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &blank, painter, option.widget);
    const int textWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("100 %"));
    QRect bar = option.rect.adjusted(8, 0, -16 - textWidth, 0);
    bar.setTop(option.rect.center().y() - kBarHeight / 2);
    bar.setHeight(kBarHeight);
    paintBar(painter, bar, index.data(JobList::ShareRole).toInt(), option.palette);
    style->drawItemText(painter, option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                        option.palette, true, text, QPalette::Text);
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height(), kRowHeight)};
}

void JobDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (index.column() == JobList::Title && index.data(JobList::IsPartRole).toBool())
        option->rect.adjust(kIndent, 0, 0, 0);
    // A quiet tint in place of full highlight keeps bar and icons legible on the selected row.
    if (!option->state.testFlag(QStyle::State_Selected))
        return;
    QColor tint = option->palette.color(QPalette::Highlight);
    tint.setAlphaF(0.2F);
    option->state.setFlag(QStyle::State_Selected, false);
    option->backgroundBrush = tint;
}

} // namespace Refbox
