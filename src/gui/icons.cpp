// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr double kDisabledOpacity = 0.4;

// Draws an SVG with "currentColor" as the palette's text colour of the moment, so that a change from light to
// dark needs nothing but a repaint.
class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(const QString &name)
        : m_name(name)
    {
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }
    QString key() const override { return u"refbox-line"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(path()); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device() ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // size: in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor colour = colourOf(mode);
        const QString key = u"refbox/%1/%2x%3/%4/%5"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour.name(), QString::number(mode));
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(size, colour, mode == QIcon::Disabled ? kDisabledOpacity : 1);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

private:
    QString path() const { return u":/icons/%1.svg"_s.arg(m_name); }

    static QColor colourOf(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        return palette.color(QPalette::Active,
                             mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
    }

    QPixmap drawn(const QSize &size, const QColor &colour, double opacity) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(path());
        if (size.isEmpty() || !file.open(QIODevice::ReadOnly))
            return pixmap;
        QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
        QPainter painter(&pixmap);
        const QSize drawing = renderer.defaultSize().scaled(size, Qt::KeepAspectRatio);
        const QRectF box(
            QPointF((size.width() - drawing.width()) / 2, (size.height() - drawing.height()) / 2), drawing);
        renderer.render(&painter, box);
        // Faded as a whole: strokes that cross would show through each other.
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter.fillRect(pixmap.rect(), QColor(0, 0, 0, qRound(255 * opacity)));
        return pixmap;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name, const QString &themeName)
{
    const QIcon own(new LineIconEngine(name));
    return themeName.isEmpty() ? own : QIcon::fromTheme(themeName, own);
}

} // namespace Refbox
