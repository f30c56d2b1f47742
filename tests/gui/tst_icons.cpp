// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/icons.h"

#include <QDir>
#include <QGuiApplication>
#include <QPalette>
#include <QSvgRenderer>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// Alpha-weighted mean lightness (0…255) and the highest alpha of what an icon draws.
struct Ink
{
    int lightness = 0;
    int alpha = 0;
};

Ink inkOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(44, 44), 1.0, mode).toImage();
    qint64 sum = 0;
    qint64 weight = 0;
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            sum += qint64(colour.lightness()) * colour.alpha();
            weight += colour.alpha();
            ink.alpha = std::max(ink.alpha, colour.alpha());
        }
    }
    ink.lightness = weight > 0 ? static_cast<int>(sum / weight) : -1;
    return ink;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDrawingCanBeRendered()
    {
        const QDir folder(u":/icons"_s);
        const QStringList names = folder.entryList();
        QVERIFY(names.size() > 30);
        for (const QString &name : names) {
            QVERIFY2(QSvgRenderer(folder.filePath(name)).isValid(), qPrintable(name));
            QVERIFY2(inkOf(icon(name.chopped(4))).lightness >= 0, qPrintable(name));
        }
    }

    void anUnknownNameIsANullIcon() { QVERIFY(icon(u"no-such-icon"_s).isNull()); }

    void followsThePalette()
    {
        const QIcon save = icon(u"save"_s);
        QGuiApplication::setPalette(QPalette(Qt::white));
        QVERIFY(inkOf(save).lightness < 40);
        QGuiApplication::setPalette(QPalette(QColor(40, 40, 40)));
        QVERIFY(inkOf(save).lightness > 215);
    }

    void isFadedWhenDisabled()
    {
        const QIcon save = icon(u"save"_s);
        QVERIFY(inkOf(save).alpha > 240);
        const int faded = inkOf(save, QIcon::Disabled).alpha;
        QVERIFY(faded > 60 && faded < 140);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
