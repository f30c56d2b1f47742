// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop's style with what we ask of it beyond: no stock icons on the buttons of dialogs, where our own
// buttons have none either, rows of the lists in dialogs as high as those of our tables, choices that are too
// long for their combo box end in an ellipsis, and boxes and radio buttons can be seen on dark windows. GUI
// thread.
#pragma once

#include <QProxyStyle>

namespace Refbox {

class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    /// base: the name of a style.
    explicit Style(const QString &base);

    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;

private:
    bool m_isFusion;
};

/// Over the application's present style.
void installStyle();

} // namespace Refbox
