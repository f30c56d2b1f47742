// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures for files: what a view paints, with a title and a legend, as SVG, PDF or PNG, always on white
// paper. GUI thread.
#pragma once

#include <QColor>
#include <QPainter>
#include <QPalette>
#include <QSizeF>
#include <QString>

#include <functional>
#include <vector>

namespace Refbox {

struct LegendEntry
{
    QString text;
    QColor colour;
    bool dashed = false; ///< a dashed edge around the colour
};

struct Picture
{
    QString title;                         ///< "Link map of nano-vserver"
    QString subtitle;                      ///< one line of what is shown; may be empty
    QSizeF size;                           ///< of what paint() covers, in pixels of 1/96 inch, from (0, 0)
    std::function<void(QPainter &)> paint; ///< in SVG only the picture's edge clips, not the painter
    std::vector<LegendEntry> legend;
};

/// Dark on white, whatever the desktop has: for painting pictures.
QPalette paperPalette();

/// By path's ending: .svg, .pdf or .png (twice the resolution), in any case. Written beside it and renamed.
/// Throws Error.
void savePicture(const Picture &picture, const QString &path);

/// Another form in which a view's content can be saved.
struct OtherFormat
{
    QString filter; ///< "CSV table (*.csv)"
    QString suffix; ///< "csv"
    std::function<void(const QString &path)> save;
};

/// Asks for a file in one of the three formats, or another, and saves the picture there; errors are shown.
/// suggested: a file name without ending. Returns where it was saved; empty: nowhere.
QString askAndSavePicture(const Picture &picture, const QString &suggested, QWidget *parent,
                          const std::vector<OtherFormat> &others = {});

/// How wide and high the legend is where it may be so wide; paintLegend() draws it there, top left at (0, 0).
QSizeF legendSize(const std::vector<LegendEntry> &legend, double width, const QFont &font);
void paintLegend(QPainter &painter, const std::vector<LegendEntry> &legend, double width,
                 const QPalette &palette);

} // namespace Refbox
