// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/legendbar.h"

#include <QStringList>

#include <cmath>

namespace Refbox {

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
}

void LegendBar::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    QStringList texts;
    for (const LegendEntry &entry : m_entries)
        texts += entry.text;
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize LegendBar::sizeHint() const
{
    const QSizeF size = legendSize(m_entries, std::max(width(), 480), font());
    return {static_cast<int>(std::ceil(size.width())),
            std::max(16, static_cast<int>(std::ceil(size.height())))};
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter, m_entries, width(), palette());
}

} // namespace Refbox
