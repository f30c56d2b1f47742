// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text in a dashed frame that shows where things can be dropped; its window takes the drop. GUI thread.
#pragma once

#include <QLabel>

namespace Refbox {

class DropZone final : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Refbox
