// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style.h"

#include "gui/colours.h"
#include "gui/listtable.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QStyleOption>

namespace Refbox {

Style::Style(const QString &base)
    : QProxyStyle(base)
    , m_isFusion(base.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0)
{
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const bool isRow = type == CT_ItemViewItem && widget != nullptr &&
                       qobject_cast<const QDialog *>(widget->window()) != nullptr;
    return isRow ? wanted.expandedTo({0, listRowHeight(*widget)}) : wanted;
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element != CE_ComboBoxLabel || combo == nullptr) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionComboBox elided = *combo;
    const QRect field = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
    const int room = field.width() - (combo->currentIcon.isNull() ? 2 : combo->iconSize.width() + 6);
    elided.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(element, &elided, painter, widget);
}

// Fusion outlines an indicator with the window's colour made darker, which on a dark window is no outline.
// What it gets instead comes out a middle grey.
void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const bool isIndicator = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton ||
                             element == PE_IndicatorItemViewItemCheck;
    if (!m_isFusion || !isIndicator || !isDark(option->palette)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const bool isEnabled = option->state.testFlag(State_Enabled);
    const auto outlined = [&](auto changed) {
        const QColor text = changed.palette.color(QPalette::WindowText);
        changed.palette.setColor(QPalette::Window, isEnabled ? text.darker(115) : text);
        QProxyStyle::drawPrimitive(element, &changed, painter, widget);
    };
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
        outlined(*button);
    else if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
        outlined(*item);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void installStyle()
{
    QApplication::setStyle(new Style(QApplication::style()->name()));
}

} // namespace Refbox
