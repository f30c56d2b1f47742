// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A picture's legend as a widget, in as many lines as its width asks for. GUI thread.
#pragma once

#include "gui/picture.h"

#include <QWidget>

#include <vector>

namespace Refbox {

class LegendBar final : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget *parent = nullptr);

    /// An empty one takes no room.
    void setEntries(std::vector<LegendEntry> entries);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<LegendEntry> m_entries;
};

} // namespace Refbox
