// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commandedit.h"

#include <QFontDatabase>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

namespace Refbox {

CommandEdit::CommandEdit(const QString &command, QWidget *parent)
    : QLineEdit(command, parent)
{
    setReadOnly(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setToolTip(command);
    setCursorPosition(0);
}

void CommandEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QStyleOptionFrame option;
    initStyleOption(&option);
    QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    // Whoever is in it scrolls through it.
    if (hasFocus() || fontMetrics().horizontalAdvance(text()) <= room.width() - 4)
        return;
    const QString ellipsis(QChar(0x2026));
    room.setLeft(room.right() - fontMetrics().horizontalAdvance(ellipsis) - 4);
    QPainter painter(this);
    painter.fillRect(room, palette().color(QPalette::Base));
    painter.drawText(room, Qt::AlignCenter, ellipsis);
}

} // namespace Refbox
