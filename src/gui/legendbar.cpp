// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/legendbar.h"

#include "gui/fonts.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace Refbox {

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void LegendBar::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    QStringList texts;
    for (const LegendEntry &entry : m_entries)
        texts += entry.text;
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    setVisible(!m_entries.empty());
    updateGeometry();
    update();
}

int LegendBar::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(legendSize(m_entries, width, hintFont(font())).height()));
}

QSize LegendBar::sizeHint() const
{
    return {240, heightForWidth(std::max(width(), 240))};
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(hintFont(font()));
    paintLegend(painter, m_entries, width(), palette());
}

} // namespace Refbox
