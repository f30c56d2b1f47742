// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picture.h"

#include "formats/outputfile.h"
#include "gui/errordialog.h"
#include "gui/fonts.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace Refbox {

namespace {

constexpr double kMargin = 24;
constexpr double kGap = 16;
constexpr double kSwatch = 12;
constexpr double kPixelsPerInch = 96;

// Title, picture and legend below each other.
struct Sheet
{
    explicit Sheet(const Picture &shown)
        : picture(shown)
        , font(QApplication::font())
        , legend(legendSize(shown.legend, std::max(shown.size.width(), 320.0), font))
        , titleHeight(QFontMetricsF(titleFont(font)).height())
        , subtitleHeight(shown.subtitle.isEmpty() ? 0 : QFontMetricsF(hintFont(font)).height() + 4)
    {
    }

    QSizeF size() const
    {
        return {std::max(picture.size.width(), legend.width()) + 2 * kMargin,
                2 * kMargin + titleHeight + subtitleHeight + kGap + picture.size.height() +
                    (legend.isEmpty() ? 0 : kGap + legend.height())};
    }

    QPointF picturePlace() const { return {kMargin, kMargin + titleHeight + subtitleHeight + kGap}; }

    void paint(QPainter &painter, bool withPicture = true) const
    {
        const QPalette palette = paperPalette();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF({0, 0}, size()), palette.color(QPalette::Base));
        painter.translate(kMargin, kMargin);
        const auto line = [&](const QFont &ofLine, QPalette::ColorRole role, const QString &text) {
            painter.setFont(ofLine);
            painter.setPen(palette.color(role));
            painter.drawText(QPointF(0, QFontMetricsF(ofLine).ascent()), text);
        };
        line(titleFont(font), QPalette::WindowText, picture.title);
        painter.translate(0, titleHeight);
        if (!picture.subtitle.isEmpty()) {
            painter.translate(0, 4);
            line(hintFont(font), QPalette::PlaceholderText, picture.subtitle);
            painter.translate(0, subtitleHeight - 4);
        }
        painter.translate(0, kGap);
        painter.setFont(font);
        if (withPicture) {
            painter.save();
            painter.setClipRect(QRectF({0, 0}, picture.size));
            picture.paint(painter);
            painter.restore();
        }
        painter.translate(0, picture.size.height() + kGap);
        painter.setFont(font);
        paintLegend(painter, picture.legend, std::max(picture.size.width(), 320.0), palette);
    }

    const Picture &picture;
    QFont font;
    QSizeF legend;
    double titleHeight;
    double subtitleHeight;
};

// Writes what is painted as a whole document.
QByteArray svgOf(const QSizeF &size, const std::function<void(QPainter &)> &paint, const QString &title)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(kPixelsPerInch));
    const QSize whole(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())));
    generator.setSize(whole);
    generator.setViewBox(QRect(QPoint(0, 0), whole));
    // Qt 6.4 writes the title as it is, later versions may not: it is put in afterwards, escaped.
    const QString place = QStringLiteral("title-of-the-picture");
    generator.setTitle(place);
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return buffer.buffer().replace(place.toUtf8(), title.toHtmlEscaped().toUtf8());
}

// QSvgGenerator knows no clipping: the picture is a drawing of its own within the sheet, which ends at its
// edges.
void writeSvg(const Sheet &sheet, QBuffer &buffer)
{
    QByteArray whole = svgOf(
        sheet.size(), [&](QPainter &painter) { sheet.paint(painter, false); }, sheet.picture.title);
    QByteArray inner = svgOf(
        sheet.picture.size,
        [&](QPainter &painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setFont(sheet.font);
            sheet.picture.paint(painter);
        },
        sheet.picture.title);
    const QPointF place = sheet.picturePlace();
    inner.remove(0, inner.indexOf("<svg"));
    inner.replace(0, inner.indexOf("viewBox"),
                  QStringLiteral("<svg x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" ")
                      .arg(place.x())
                      .arg(place.y())
                      .arg(std::ceil(sheet.picture.size.width()))
                      .arg(std::ceil(sheet.picture.size.height()))
                      .toUtf8());
    buffer.write(whole.insert(whole.lastIndexOf("</svg>"), inner));
}

void writePdf(const Sheet &sheet, QBuffer &buffer)
{
    QPdfWriter writer(&buffer);
    writer.setTitle(sheet.picture.title);
    writer.setCreator(QStringLiteral("Refbox"));
    // One pixel is one unit, so that fonts, which are measured in points, fit what they are painted in.
    writer.setResolution(static_cast<int>(kPixelsPerInch));
    writer.setPageSize(QPageSize(sheet.size() / kPixelsPerInch, QPageSize::Inch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    sheet.paint(painter);
}

void writePng(const Sheet &sheet, QBuffer &buffer)
{
    constexpr int kScale = 2;
    QImage image((sheet.size() * kScale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        throw Error(translated("gui", "Cannot save the picture"), {},
                    translated("gui", "It is too large for PNG."),
                    translated("gui", "Save it as SVG or PDF."));
    QPainter painter(&image);
    painter.scale(kScale, kScale);
    sheet.paint(painter);
    painter.end();
    image.setDotsPerMeterX(static_cast<int>(kScale * kPixelsPerInch / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.save(&buffer, "PNG");
}

// Places of the legend's entries, in lines no wider than width; returns what they cover.
QSizeF layOutLegend(const std::vector<LegendEntry> &legend, double width, const QFont &font,
                    const std::function<void(const LegendEntry &, const QRectF &)> &place)
{
    const QFontMetricsF metrics(font);
    QPointF at;
    QSizeF covered;
    for (const LegendEntry &entry : legend) {
        const double wide = kSwatch + 8 + metrics.horizontalAdvance(entry.text);
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + metrics.height() + 8};
        place(entry, {at.x(), at.y(), wide, metrics.height()});
        covered = {std::max(covered.width(), at.x() + wide), at.y() + metrics.height()};
        at.rx() += wide + kGap;
    }
    return covered;
}

} // namespace

QPalette paperPalette()
{
    QPalette palette(QColor(0xEF, 0xEF, 0xEF));
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xF6, 0xF6, 0xF6));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(0x1A, 0x1A, 0x1A));
    palette.setColor(QPalette::PlaceholderText, QColor(0x60, 0x60, 0x60));
    palette.setColor(QPalette::Mid, QColor(0xB8, 0xB8, 0xB8));
    return palette;
}

QSizeF legendSize(const std::vector<LegendEntry> &legend, double width, const QFont &font)
{
    return layOutLegend(legend, width, font, [](const LegendEntry &, const QRectF &) {});
}

void paintLegend(QPainter &painter, const std::vector<LegendEntry> &legend, double width,
                 const QPalette &palette)
{
    layOutLegend(legend, width, painter.font(), [&](const LegendEntry &entry, const QRectF &place) {
        QColor fill = entry.colour;
        fill.setAlphaF(entry.dashed ? 0.25F : fill.alphaF());
        painter.setPen(entry.dashed ? QPen(entry.colour, 1.5, Qt::DashLine) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawRoundedRect(
            QRectF(place.x() + 0.5, place.center().y() - kSwatch / 2 + 0.5, kSwatch - 1, kSwatch - 1), 2, 2);
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(place.adjusted(kSwatch + 8, 0, 8, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    });
}

void savePicture(const Picture &picture, const QString &path)
{
    const Sheet sheet(picture);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("svg"))
        writeSvg(sheet, buffer);
    else if (suffix == QStringLiteral("pdf"))
        writePdf(sheet, buffer);
    else if (suffix == QStringLiteral("png"))
        writePng(sheet, buffer);
    else
        throw Error(translated("gui", "Cannot save the picture"), path,
                    translated("gui", "Its name does not tell in which format."),
                    translated("gui", "End the name with .svg, .pdf or .png."));
    OutputFile file(QFile::encodeName(path).toStdString());
    file.write(std::span(buffer.data().constData(), static_cast<std::size_t>(buffer.data().size())));
    file.commit();
}

QString askAndSavePicture(const Picture &picture, const QString &suggested, QWidget *parent,
                          const std::vector<OtherFormat> &others)
{
    const auto asPicture = [&picture](const QString &path) { savePicture(picture, path); };
    std::vector<OtherFormat> formats{
        {translated("gui", "SVG drawing (*.svg)"), QStringLiteral("svg"), asPicture},
        {translated("gui", "PDF document (*.pdf)"), QStringLiteral("pdf"), asPicture},
        {translated("gui", "PNG image (*.png)"), QStringLiteral("png"), asPicture}};
    formats.insert(formats.end(), others.begin(), others.end());
    QFileDialog dialog(parent, translated("gui", "Save"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const OtherFormat &format : formats)
        filters += format.filter;
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(formats.front().suffix);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString &filter) {
        const auto chosen = filters.indexOf(filter);
        dialog.setDefaultSuffix(formats[static_cast<std::size_t>(std::max<qsizetype>(chosen, 0))].suffix);
    });
    dialog.selectFile(suggested);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const QString path = dialog.selectedFiles().value(0);
    const QString suffix = QFileInfo(path).suffix().toLower();
    // What no format has is refused as a picture.
    const auto format = std::find_if(formats.begin(), formats.end(),
                                     [&](const OtherFormat &each) { return each.suffix == suffix; });
    try {
        (format == formats.end() ? formats.front() : *format).save(path);
    } catch (const Error &error) {
        showError(error, parent);
        return {};
    }
    return path;
}

} // namespace Refbox
