// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sharingpainter.h"

#include "gui/colours.h"
#include "gui/fonts.h"
#include "gui/sharingmodel.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPadding = 8;
constexpr double kSwatch = 12;
constexpr double kNameSpace = 3 * kPadding + kSwatch; // of a name: the swatch, and room around both
constexpr double kMinColumn = 72;
constexpr double kMaxTitle = 88; // of a vserver, else it is elided
constexpr double kMinName = 112;
constexpr double kMaxName = 240;
constexpr double kSortMark = 16;
constexpr int kMostMeasured = 10'000; // cells

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::SharingPainter)
};

struct CellColours
{
    QColor first;
    QColor second;
    QColor bar; ///< invalid: none
    QColor copies;
};

// Pale, so that the numbers on it read as well as beside it.
QColor pale(QColor colour, bool dark)
{
    colour.setAlphaF(dark ? 0.38F : 0.32F);
    return colour;
}

CellColours coloursOn(const QPalette &palette, const QColor &component)
{
    const bool dark = isDark(palette);
    return {palette.color(QPalette::Text), palette.color(QPalette::PlaceholderText),
            component.isValid() ? pale(component, dark) : QColor(),
            pale(mannerColour(Link::Manner::Copy, dark), dark)};
}

void paintBar(QPainter &painter, const QRectF &cell, const SharingCellText &text, const CellColours &colours)
{
    const QRectF room = cell.adjusted(1, 1, -2, -2);
    const double linked = room.width() * text.linked;
    painter.fillRect(QRectF(room.topLeft(), QSizeF(linked, room.height())), colours.bar);
    painter.fillRect(QRectF(room.left() + linked, room.top(), room.width() * text.copied, room.height()),
                     colours.copies);
}

void paintCell(QPainter &painter, const QRectF &cell, const SharingCellText &text, const QFont &font,
               const CellColours &colours)
{
    if (colours.bar.isValid())
        paintBar(painter, cell, text, colours);
    const QRectF room = cell.adjusted(kPadding, 0, -kPadding, 0);
    const auto line = [&](const QRectF &at, const QString &words, const QFont &used, const QColor &colour) {
        painter.setFont(used);
        painter.setPen(colour);
        painter.drawText(at, Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetricsF(used).elidedText(words, Qt::ElideRight, at.width()));
    };
    if (text.second.isEmpty()) {
        line(room, text.first, font, text.isEmpty() ? colours.second : colours.first);
        return;
    }
    const double firstHeight = QFontMetricsF(font).height();
    const double secondHeight = QFontMetricsF(hintFont(font)).height();
    const double top = room.center().y() - (firstHeight + secondHeight) / 2;
    line(QRectF(room.left(), top, room.width(), firstHeight), text.first, font, colours.first);
    line(QRectF(room.left(), top + firstHeight, room.width(), secondHeight), text.second, hintFont(font),
         colours.second);
}

void paintName(QPainter &painter, const QRectF &room, const QString &name, const QColor &swatch)
{
    const double indent = 2 * kPadding + kSwatch;
    if (swatch.isValid()) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(swatch);
        painter.drawRoundedRect(
            QRectF(room.left() + kPadding, room.center().y() - kSwatch / 2, kSwatch, kSwatch), 2, 2);
        painter.restore();
    }
    const QRectF text = room.adjusted(indent, 0, -kPadding, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(name, Qt::ElideMiddle, text.width()));
}

class TablePainter
{
public:
    TablePainter(QPainter &painter, const SharingTable &table, const SharingMetrics &metrics,
                 const QFont &font)
        : m_painter(painter)
        , m_table(table)
        , m_metrics(metrics)
        , m_font(font)
        , m_palette(paperPalette())
    {
    }

    void paint()
    {
        double y = m_metrics.headerHeight;
        paintHeader();
        rule(y);
        for (int row = 0; row < m_table.rowCount(); ++row, y += m_metrics.rowHeight)
            paintRow(row, y);
        rule(y);
        for (int total = 0; total < m_table.totalCount(); ++total, y += m_metrics.rowHeight)
            paintTotal(total, y);
    }

private:
    template <typename Take>
    void forEachColumn(double y, double height, Take take)
    {
        double x = m_metrics.nameWidth;
        for (int column = 0; column < m_table.columnCount(); ++column) {
            const double width = m_metrics.columnWidths[static_cast<std::size_t>(column)];
            take(column, QRectF(x, y, width, height));
            x += width;
        }
    }

    void rule(double y)
    {
        m_painter.fillRect(QRectF(0, y - 0.5, m_metrics.width(), 1), m_palette.color(QPalette::Mid));
    }

    void paintHeader()
    {
        QFont bold = m_font;
        bold.setWeight(QFont::DemiBold);
        const CellColours colours = coloursOn(m_palette, {});
        forEachColumn(0, m_metrics.headerHeight, [&](int column, const QRectF &cell) {
            SharingCellText title;
            title.first = m_table.columnTitle(column);
            paintCell(m_painter, cell, title, bold, colours);
        });
    }

    void name(const QString &text, double y, double height, const QColor &swatch)
    {
        m_painter.setFont(m_font);
        m_painter.setPen(m_palette.color(QPalette::Text));
        paintName(m_painter, QRectF(0, y, m_metrics.nameWidth, height), text, swatch);
    }

    void paintRow(int row, double y)
    {
        const QColor colour = m_table.rowColour(row, false);
        name(m_table.rowTitle(row), y, m_metrics.rowHeight, colour);
        const CellColours colours = coloursOn(m_palette, colour);
        forEachColumn(y, m_metrics.rowHeight, [&](int column, const QRectF &cell) {
            paintCell(m_painter, cell, m_table.cell(row, column), m_font, colours);
        });
    }

    void paintTotal(int total, double y)
    {
        name(m_table.totalTitle(total), y, m_metrics.rowHeight, {});
        const CellColours colours = coloursOn(m_palette, {});
        forEachColumn(y, m_metrics.rowHeight, [&](int column, const QRectF &cell) {
            paintCell(m_painter, cell, m_table.total(total, column), m_font, colours);
        });
    }

    QPainter &m_painter;
    const SharingTable &m_table;
    const SharingMetrics &m_metrics;
    const QFont &m_font;
    QPalette m_palette;
};

} // namespace

double sharingRowHeight(SharingShown shown, const QFont &font)
{
    const double second = shown == SharingShown::Both ? QFontMetricsF(hintFont(font)).height() : 0;
    return QFontMetricsF(font).height() + second + kPadding;
}

SharingMetrics::SharingMetrics(const SharingTable &table, const QFont &font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QFontMetricsF hint(hintFont(font));
    const QFontMetricsF title(bold);
    rowHeight = sharingRowHeight(table.shown(), font);
    headerHeight = metrics.height() + kPadding;
    const auto widthOf = [&](const SharingCellText &text) {
        return std::max(metrics.horizontalAdvance(text.first), hint.horizontalAdvance(text.second));
    };
    const int measured = std::min(table.rowCount(), kMostMeasured / std::max(1, table.columnCount()) + 1);
    const int vservers = table.matrix() ? static_cast<int>(table.matrix()->columns().size()) : 0;
    for (int column = 0; column < table.columnCount(); ++column) {
        double width = title.horizontalAdvance(table.columnTitle(column)) + kSortMark;
        if (column < vservers)
            width = std::min(width, kMaxTitle);
        for (int row = 0; row < measured; ++row)
            width = std::max(width, widthOf(table.cell(row, column)));
        for (int total = 0; total < table.totalCount(); ++total)
            width = std::max(width, widthOf(table.total(total, column)));
        columnWidths.push_back(std::max(std::ceil(width + 2 * kPadding), kMinColumn));
    }
    // Equal columns, so that bars can be compared along a row.
    const auto last = columnWidths.begin() + vservers;
    if (vservers > 0)
        std::fill(columnWidths.begin(), last, *std::max_element(columnWidths.begin(), last));
    double name = 0;
    for (int row = 0; row < measured; ++row)
        name = std::max(name, metrics.horizontalAdvance(table.rowTitle(row)));
    for (int total = 0; total < table.totalCount(); ++total)
        name = std::max(name, metrics.horizontalAdvance(table.totalTitle(total)));
    nameWidth = std::clamp(std::ceil(name + kNameSpace), kMinName, kMaxName);
}

double SharingMetrics::width() const
{
    double sum = nameWidth;
    for (const double width : columnWidths)
        sum += width;
    return sum;
}

void SharingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto &cells = static_cast<const SharingCells &>(*index.model());
    painter->save();
    CellColours colours = coloursOn(option.palette, cells.colour(index));
    if (option.state.testFlag(QStyle::State_Selected)) {
        const auto group =
            option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        painter->fillRect(option.rect, option.palette.color(group, QPalette::Highlight));
        colours.first = colours.second = option.palette.color(group, QPalette::HighlightedText);
        colours.bar = QColor();
    }
    paintCell(*painter, option.rect, cells.text(index), option.font, colours);
    if (option.state.testFlag(QStyle::State_HasFocus) && !option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(option.palette.color(QPalette::Highlight));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -1.5, -1.5));
    }
    painter->restore();
}

QString sortMark(bool descending)
{
    return descending ? u" ▾"_s : u" ▴"_s;
}

SharingHeader::SharingHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

void SharingHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = section;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const auto headerOf = [&](int role) { return model()->headerData(section, orientation(), role); };
    painter->save();
    painter->setFont(font());
    painter->setPen(palette().color(QPalette::ButtonText));
    const QString text = headerOf(Qt::DisplayRole).toString();
    if (orientation() == Qt::Vertical) {
        paintName(*painter, rect, text, headerOf(Qt::DecorationRole).value<QColor>());
    } else {
        const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
        const QString mark = isSorted ? sortMark(sortIndicatorOrder() == Qt::DescendingOrder) : QString();
        const QRectF room = QRectF(rect).adjusted(kPadding, 0, -kPadding, 0);
        const QFontMetricsF metrics(font());
        const double width = room.width() - metrics.horizontalAdvance(mark);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideMiddle, width) + mark);
    }
    painter->restore();
}

std::vector<LegendEntry> sharingLegend(const SharingTable &table, const QPalette &palette)
{
    if (table.rowCount() == 0)
        return {};
    const bool dark = isDark(palette);
    std::vector<LegendEntry> legend{{table.areFolders()
                                         ? Texts::tr("Bar: how much of the folder the vserver uses")
                                         : Texts::tr("Bar: how much of the component the vserver uses"),
                                     pale(table.rowColour(0, dark), dark)}};
    if (table.matrix()->hasCopies())
        legend.push_back({Texts::tr("Grey: as copies, which take room of their own"),
                          pale(mannerColour(Link::Manner::Copy, dark), dark)});
    legend.push_back({Texts::tr("Alone: what a vserver would cost by itself. Added: what it costs now."),
                      Qt::transparent});
    return legend;
}

QString sharingSummary(const SharingTable &table)
{
    const auto vservers = static_cast<int>(table.matrix()->columns().size());
    const QString rows = table.areFolders() ? Texts::tr("%n folder(s)", nullptr, table.rowCount())
                                            : Texts::tr("%n component(s)", nullptr, table.rowCount());
    return rows + u", "_s + Texts::tr("%n vserver(s)", nullptr, vservers);
}

Picture sharingPicture(const SharingTable &table, const QString &package, const QFont &font)
{
    const SharingMetrics metrics(table, font);
    Picture picture;
    picture.title = Texts::tr("Sharing in %1").arg(package);
    picture.subtitle = sharingSummary(table);
    picture.size = {metrics.width(), metrics.headerHeight + metrics.rowHeight * table.rowCount() +
                                         metrics.rowHeight * table.totalCount() + 1};
    picture.legend = sharingLegend(table, paperPalette());
    picture.paint = [table, metrics, font](QPainter &painter) {
        TablePainter(painter, table, metrics, font).paint();
    };
    return picture;
}

} // namespace Refbox
