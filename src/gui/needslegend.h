// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A picture's legend as a widget, in as many lines as its width asks for. GUI thread.
#pragma once

#include "gui/fonts.h"
#include "gui/picture.h"

#include <QPainter>
#include <QWidget>

#include <cmath>
#include <utility>
#include <vector>

namespace Refbox {

class NeedsLegend final : public QWidget
{
public:
    explicit NeedsLegend(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setLegend(std::vector<LegendEntry> legend)
    {
        m_legend = std::move(legend);
        QStringList words;
        for (const LegendEntry &entry : m_legend)
            words += entry.text;
        setAccessibleDescription(words.join(QStringLiteral(", ")));
        setVisible(!m_legend.empty());
        updateGeometry();
        update();
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        return static_cast<int>(std::ceil(legendSize(m_legend, width, hintFont(font())).height()));
    }
    QSize sizeHint() const override { return {240, heightForWidth(std::max(width(), 240))}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(hintFont(font()));
        paintLegend(painter, m_legend, width(), palette());
    }

private:
    std::vector<LegendEntry> m_legend;
};

} // namespace Refbox
