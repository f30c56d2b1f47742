// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A label of one line that gives way: it shows what fits, and all of it as its tool tip, so that a long text
// never makes its window wider.
#pragma once

#include <QLabel>

namespace Refbox {

class ElidedLabel final : public QLabel
{
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shownText() const;
};

} // namespace Refbox
