// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saved pictures, opened by other programs: they show the same.
#include "gui/picture.h"
#include "gui/ribbonraster.h"
#include "jobs/error.h"

#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// Something of all that views paint: text, areas, translucent and dashed curves, what reaches beyond the
// edge.
Picture samplePicture()
{
    Picture picture;
    picture.title = u"Link map of sample <&> ä"_s;
    picture.subtitle = u"By bytes"_s;
    picture.size = {640, 320};
    picture.legend = {{u"3 hard links"_s, QColor(0x00, 0x72, 0xB2)},
                      {u"2 broken links"_s, QColor(0xD5, 0x5E, 0x00), true}};
    picture.paint = [](QPainter &painter) {
        painter.fillRect(QRectF(20, 20, 120, 80), QColor(0x00, 0x72, 0xB2));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(20, 120, 200, 24), Qt::AlignLeft | Qt::AlignVCenter, u"vsbox01"_s);
        QColor half(0xE6, 0x9F, 0x00);
        half.setAlphaF(0.45F);
        painter.setPen(QPen(half, 12, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(ribbonPath({200, 40}, {600, 280}));
        painter.setPen(QPen(QColor(0xD5, 0x5E, 0x00), 3, Qt::DashLine));
        painter.drawPath(ribbonPath({200, 280}, {600, 40}));
        painter.fillRect(QRectF(280, 250, 100, 200), Qt::darkGreen); // beyond the picture's edge
    };
    return picture;
}

// How far two pictures are apart, from 0 to 255 on average, where the first has ink; text is drawn by
// different rasterisers, and therefore never the same.
double distance(const QImage &a, const QImage &b)
{
    double sum = 0;
    double ink = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            if (one != QColor(Qt::white) || other != QColor(Qt::white)) {
                sum += (std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
                        std::abs(one.blue() - other.blue())) /
                       3.0;
                ++ink;
            }
        }
    }
    return ink == 0 ? 255 : sum / ink;
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &suffix : {u"svg"_s, u"pdf"_s, u"png"_s})
            savePicture(samplePicture(), path(suffix));
        m_png = QImage(path(u"png"_s));
        QVERIFY(m_png.width() > 1280);
        const QColor blue(0x00, 0x72, 0xB2);
        QCOMPARE(m_png.pixelColor(2 * (24 + 80), 2 * (24 + 100)), blue);
    }

    void othersShowTheSame_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        const QString shown = path(u"shown.png"_s);
        const QString width = QString::number(m_png.width());
        const QString height = QString::number(m_png.height());
        QTest::newRow("svg") << u"svg"_s << u"rsvg-convert"_s
                             << QStringList{u"-w"_s, width, u"-h"_s, height, u"-o"_s, shown, path(u"svg"_s)};
        QTest::newRow("pdf") << u"pdf"_s << u"pdftocairo"_s
                             << QStringList{u"-png"_s,      u"-singlefile"_s, u"-scale-to-x"_s,
                                            width,          u"-scale-to-y"_s, height,
                                            path(u"pdf"_s), path(u"shown"_s)};
    }

    void othersShowTheSame()
    {
        QFETCH(QString, suffix);
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("the program that shows it is not installed");
        QProcess process;
        process.start(program, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QImage shown(path(u"shown.png"_s));
        QCOMPARE(shown.size(), m_png.size());
        const double apart = distance(m_png, shown.convertToFormat(QImage::Format_RGB32));
        QVERIFY2(apart < 24, qPrintable(u"%1"_s.arg(apart)));
        // And it would be noticed: without its ribbons, say.
        QImage empty(m_png.size(), QImage::Format_RGB32);
        empty.fill(Qt::white);
        QVERIFY(distance(empty, shown) > 60);
    }

    void otherEndingsAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, savePicture(samplePicture(), path(u"bmp"_s)));
        QVERIFY(!QFile::exists(path(u"bmp"_s)));
    }

private:
    QString path(const QString &suffix) const
    {
        return m_dir.filePath(suffix.contains(u'.') || suffix == u"shown"_s ? suffix
                                                                            : u"picture."_s + suffix);
    }

    QTemporaryDir m_dir;
    QImage m_png;
};

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
