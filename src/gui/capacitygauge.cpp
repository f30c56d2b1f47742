// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/capacitygauge.h"

#include "jobs/display.h"
#include "project/project.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace Refbox {

namespace {

constexpr int kBarWidth = 96;
constexpr int kBarHeight = 8;
constexpr int kGap = 8;

} // namespace

QString capacityName(const std::string &capacity)
{
    if (capacity == "cd-650")
        return CapacityGauge::tr("CD-ROM (650 MiB)");
    if (capacity == "cd-700")
        return CapacityGauge::tr("CD-ROM (700 MiB)");
    if (capacity == "mini-cd")
        return CapacityGauge::tr("mini-CD (185 MiB)");
    if (capacity == "dvd")
        return CapacityGauge::tr("DVD");
    return {};
}

CapacityGauge::CapacityGauge(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Size of the image"));
}

void CapacityGauge::setUsage(std::uint64_t bytes, const std::string &capacity)
{
    const std::uint64_t room = capacityBytes(capacity).value_or(0);
    m_share = bytes > 0 && room > 0 ? static_cast<double>(bytes) / static_cast<double>(room) : -1;
    const QString name = capacityName(capacity);
    if (bytes == 0)
        m_text = tr("Size unknown");
    else if (room == 0)
        m_text = tr("Image: %1").arg(formatSize(bytes));
    else
        m_text = tr("%1 of %2").arg(formatSize(bytes), formatSize(room)) +
                 (name.isEmpty() ? QString() : QStringLiteral(" · ") + name);
    setToolTip(m_share > 1 ? tr("The image is too large for what it should fit on.") : m_text);
    setAccessibleDescription(m_text);
    updateGeometry();
    update();
}

QSize CapacityGauge::sizeHint() const
{
    const int bar = m_share < 0 ? 0 : kBarWidth + kGap;
    return {fontMetrics().horizontalAdvance(m_text) + bar + kGap, fontMetrics().height() + 4};
}

void CapacityGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int textWidth = fontMetrics().horizontalAdvance(m_text);
    painter.drawText(QRect(0, 0, textWidth, height()), Qt::AlignVCenter, m_text);
    if (m_share < 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar(textWidth + kGap, (height() - kBarHeight) / 2.0, kBarWidth, kBarHeight);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.15F);
    painter.setBrush(ground);
    painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    // Vermilion says "broken" everywhere in the program.
    painter.setBrush(m_share > 1 ? QColor(0xD5, 0x5E, 0x00) : palette().color(QPalette::Highlight));
    QRectF filled = bar;
    filled.setWidth(std::clamp(m_share, kBarHeight / double(kBarWidth), 1.0) * kBarWidth);
    painter.drawRoundedRect(filled, kBarHeight / 2.0, kBarHeight / 2.0);
}

void CapacityGauge::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

} // namespace Refbox
