// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The link map as a user has it: pointed at, folded, filtered, changed; the picture by its pixels, the
// document by its project.
#include "dialogtools.h"
#include "gui/colours.h"
#include "gui/document.h"
#include "gui/linkmappage.h"
#include "gui/linkmappainter.h"
#include "gui/linkmapview.h"
#include "gui/ribbonraster.h"
#include "gui/treemodel.h"
#include "guifixtures.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QWheelEvent>

#include <random>

#include <unistd.h>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// A folder of software, linked by one rule with globs and one for a single file.
Project sampleProject(const QString &folder)
{
    QDir dir(folder);
    for (const QString &name : {u"bin/one"_s, u"bin/two"_s, u"share/three"_s}) {
        dir.mkpath(QFileInfo(dir.filePath(name)).path());
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(name.toUtf8().repeated(100));
    }
    Project project;
    project.name = "sample";
    Component component;
    component.name = "tools";
    component.source = FolderSource{.path = folder.toStdString()};
    project.components.push_back(component);
    VServer vserver;
    vserver.name = "vsbox01";
    vserver.links.push_back({.from = "/bin/*", .to = "/bin"});
    vserver.links.push_back({.from = "/share/three", .to = "/data/three"});
    vserver.files["/etc/hostname"] = PrivateFile{.content = "vsbox01\n"};
    project.vservers.push_back(vserver);
    return project;
}

struct Shown
{
    QTemporaryDir dir;
    Document document;
    SnapshotPtr snapshot;
    LinkMapPage page;
    LinkMapView *view = child<LinkMapView>(page, u"mapView"_s);

    Shown()
    {
        document.setProject(sampleProject(dir.path()), {});
        page.setDocument(document);
        view->setAnimated(false);
        page.resize(900, 640);
        page.show();
        plan();
    }

    void plan()
    {
        Progress progress;
        snapshot = planSnapshot(document.project(), {}, progress);
        page.setSnapshot(snapshot, true);
    }
    NodeId node(const char *path) const { return snapshot->tree->find(path); }
    QPointF bar() const
    {
        return {static_cast<qreal>(view->style()->pixelMetric(QStyle::PM_ScrollBarExtent)), 0};
    }
    // In the view: a row of a side.
    QPoint rowPlace(MapSide side, const char *path) const
    {
        const std::size_t row = view->scene().side(side).rowOf(node(path));
        return (view->scene().rowRect(side, row).center() + bar()).toPoint();
    }
    QPoint foldPlace(MapSide side, const char *path) const
    {
        const std::size_t row = view->scene().side(side).rowOf(node(path));
        return (view->scene().foldRect(side, row).center() + bar()).toPoint();
    }
    // In the middle of the first ribbon of a manner between two rows.
    QPoint ribbonPlace(const char *from) const
    {
        const std::size_t row = view->scene().side(MapSide::Left).rowOf(node(from));
        for (const RibbonShape &shape : view->scene().shapes()) {
            if (shape.leftRow == row && !shape.isStub) {
                const double x = (shape.left.x() + shape.right.x()) / 2;
                return (QPointF(x, ribbonAt(shape.left, shape.right, x).y) + bar()).toPoint();
            }
        }
        return {};
    }
    QColor pixel(const QPoint &place) const
    {
        return view->grab().toImage().pixelColor(place * view->devicePixelRatioF());
    }
};

} // namespace

class TestLinkMapPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A column that stands there twice is a kink in every ribbon.
    void ribbonsAreSmoothInEverySize()
    {
        const Shown shown;
        shown.view->showNode(shown.node("/vsbox01/bin/one"));
        LinkMapScene scene = shown.view->scene();
        for (const double scale : {1.0, 1.5, 2.0}) {
            for (int width = 500; width < 540; ++width) {
                scene.setSize(QSizeF(width, 400) / scale);
                QImage image(width, 400, QImage::Format_ARGB32_Premultiplied);
                image.setDevicePixelRatio(scale);
                image.fill(Qt::white);
                QPainter painter(&image);
                paintLinkMap(painter, scene, {}, shown.view->palette(), RibbonDrawing::Pixels);
                painter.end();
                const double third = (scene.rightEdge() - scene.leftEdge()) / 3;
                const int left = static_cast<int>((scene.leftEdge() + third) * scale);
                const int right = static_cast<int>((scene.rightEdge() - third) * scale);
                QVERIFY(right - left > 30);
                for (int x = left; x < right; ++x)
                    QVERIFY2(image.copy(x, 0, 1, 400) != image.copy(x + 1, 0, 1, 400),
                             qPrintable(u"%1 of %2 at %3"_s.arg(x).arg(width).arg(scale)));
            }
        }
    }

    void ribbonsHaveTheColourOfTheirManner()
    {
        Shown shown;
        shown.view->showNode(shown.node("/vsbox01/bin/one"));
        shown.view->showNode(shown.node("/refbox/bin/one"));
        const QPoint place = shown.ribbonPlace("/vsbox01/bin/one");
        QVERIFY(!place.isNull());
        const QColor blue = mannerColour(Link::Manner::Hard, isDark(shown.view->palette()));
        const QColor faint = shown.pixel(place);
        QVERIFY2(qAbs(faint.hslHue() - blue.hslHue()) < 12, qPrintable(faint.name()));
        // Under the mouse it lights up, and says what it is.
        QSignalSpy hovered(&shown.page, &LinkMapPage::told);
        QTest::mouseMove(shown.view, place);
        QTRY_VERIFY(!hovered.isEmpty());
        QVERIFY2(hovered.last().first().toString().contains(u"/vsbox01/bin/one"_s),
                 qPrintable(hovered.last().first().toString()));
        QVERIFY(shown.pixel(place).hslSaturation() > faint.hslSaturation() ||
                shown.pixel(place).lightness() < faint.lightness());
    }

    void clicksSelectAndFold()
    {
        Shown shown;
        QSignalSpy selected(&shown.page, &LinkMapPage::nodeSelected);
        QTest::mouseClick(shown.view, Qt::LeftButton, {}, shown.rowPlace(MapSide::Left, "/vsbox01/bin"));
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/vsbox01/bin"));
        const FoldedTree &left = shown.view->scene().side(MapSide::Left);
        const bool before = left.isUnfolded(shown.node("/vsbox01/bin"));
        QTest::mouseClick(shown.view, Qt::LeftButton, {}, shown.foldPlace(MapSide::Left, "/vsbox01/bin"));
        QCOMPARE(left.isUnfolded(shown.node("/vsbox01/bin")), !before);
        QTest::mouseDClick(shown.view, Qt::LeftButton, {}, shown.rowPlace(MapSide::Left, "/vsbox01/bin"));
        QCOMPARE(left.isUnfolded(shown.node("/vsbox01/bin")), before);
    }

    void keysMoveFoldAndJump()
    {
        Shown shown;
        shown.view->setFocus();
        QSignalSpy selected(&shown.page, &LinkMapPage::nodeSelected);
        const FoldedTree &left = shown.view->scene().side(MapSide::Left);
        QTest::keyClick(shown.view, Qt::Key_Home);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/vsbox01"));
        QTest::keyClick(shown.view, Qt::Key_Left);
        QVERIFY(!left.isUnfolded(shown.node("/vsbox01")));
        QTest::keyClick(shown.view, Qt::Key_Right);
        QVERIFY(left.isUnfolded(shown.node("/vsbox01")));
        QTest::keyClick(shown.view, Qt::Key_Down);
        QCOMPARE(selected.last().first().value<NodeId>(), left.rows()[1].node);
        // Across to where a file comes from, and back to who uses it.
        shown.view->showNode(shown.node("/vsbox01/bin/two"));
        shown.view->selectNode(shown.node("/vsbox01/bin/two"));
        QTest::keyClick(shown.view, Qt::Key_Return);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox/bin/two"));
        QTest::keyClick(shown.view, Qt::Key_Return);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/vsbox01/bin/two"));
        const double height = shown.view->scene().rowHeight();
        QTest::keyClick(shown.view, Qt::Key_Plus);
        QVERIFY(shown.view->scene().rowHeight() > height);
        QTest::keyClick(shown.view, Qt::Key_0);
        QCOMPARE(shown.view->scene().rowHeight(), height);
    }

    void filtersHideTheRest()
    {
        Shown shown;
        QTest::keyClicks(child<QLineEdit>(shown.page, u"nameField"_s), u"three"_s);
        QCOMPARE(shown.view->scene().ribbons().links().size(), std::size_t{1});
        const FoldedTree &left = shown.view->scene().side(MapSide::Left);
        QCOMPARE(left.rowOf(shown.node("/vsbox01/bin/one")), FoldedTree::kNoRow);
        QVERIFY(left.rowOf(shown.node("/vsbox01/data/three")) != FoldedTree::kNoRow);
        child<QLineEdit>(shown.page, u"nameField"_s)->clear();
        auto *kinds = child<QComboBox>(shown.page, u"mannerCombo"_s);
        kinds->setCurrentIndex(kinds->findData(LinkFilter::bit(Link::Manner::Private)));
        for (const Link &link : shown.view->scene().ribbons().links())
            QCOMPARE(link.manner, Link::Manner::Private);
        QVERIFY(!shown.view->scene().ribbons().links().empty());
    }

    void whereNoLinksAreTheLegendSaysWhy()
    {
        Shown shown;
        const auto *legend = child<QWidget>(shown.page, u"legendBar"_s);
        child<QLineEdit>(shown.page, u"nameField"_s)->setText(u"no such name"_s);
        QVERIFY(legend->accessibleDescription().contains(u"filter"_s));
        child<QLineEdit>(shown.page, u"nameField"_s)->clear();
        QVERIFY(!legend->accessibleDescription().contains(u"filter"_s));
        shown.document.edit(u"x"_s, [](Project &project) {
            project.vservers[0].skeleton = "empty";
            project.vservers[0].links.clear();
            project.vservers[0].files.clear();
        });
        shown.plan();
        QCOMPARE(legend->accessibleDescription(), u"There are no links so far."_s);
    }

    void whatAnotherViewAsksForTakesTheFiltersPlace()
    {
        Shown shown;
        const std::size_t all = shown.view->scene().ribbons().links().size();
        child<QLineEdit>(shown.page, u"nameField"_s)->setText(u"hostname"_s);
        LinkFilter only;
        only.from = shown.node("/vsbox01");
        only.component = "tools";
        shown.page.showOnly(only);
        QVERIFY(child<QLineEdit>(shown.page, u"nameField"_s)->text().isEmpty());
        QCOMPARE(shown.view->scene().ribbons().links().size(), std::size_t{3}); // not its own files
        only.component = "absent";
        shown.page.showOnly(only);
        QVERIFY(shown.view->scene().ribbons().links().empty());
        auto *label = child<QLabel>(shown.page, u"focusLabel"_s);
        QVERIFY(label->isVisible() && label->text().contains(u"absent"_s) &&
                label->text().contains(u"/vsbox01"_s));
        Q_EMIT label->linkActivated({});
        QCOMPARE(shown.view->scene().ribbons().links().size(), all);
    }

    void dropsMakeRulesAndDeleteRemovesThem()
    {
        Shown shown;
        const Project before = shown.document.project();
        QMimeData paths;
        paths.setData(QLatin1String(kNodesMimeType), "/refbox/share/three\n");
        const QPoint place = shown.rowPlace(MapSide::Left, "/vsbox01/bin");
        QDragEnterEvent enter(place, Qt::LinkAction, &paths, Qt::LeftButton, {});
        QApplication::sendEvent(shown.view, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(shown.rowPlace(MapSide::Left, "/vsbox01/bin"), Qt::LinkAction, &paths, Qt::LeftButton,
                        {});
        QApplication::sendEvent(shown.view, &drop);
        QCOMPARE(shown.document.project().vservers[0].links.size(), std::size_t{3});
        shown.plan();
        QVERIFY(shown.node("/vsbox01/bin/three") != kNoId);

        // The rule for one name goes; the rule with globs gets an exception.
        shown.view->selectNode(shown.node("/vsbox01/bin/three"));
        QTest::keyClick(shown.view, Qt::Key_Delete);
        QCOMPARE(shown.document.project().vservers[0].links, before.vservers[0].links);
        shown.plan();
        shown.view->selectNode(shown.node("/vsbox01/bin/one"));
        QTest::keyClick(shown.view, Qt::Key_Delete);
        QCOMPARE(shown.document.project().vservers[0].links.front().except,
                 std::vector<std::string>{"/bin/one"});
        shown.plan();
        QCOMPARE(shown.node("/vsbox01/bin/one"), kNoId);
        QVERIFY(shown.node("/vsbox01/bin/two") != kNoId);
        shown.document.undoStack().undo();
        shown.document.undoStack().undo();
        shown.document.undoStack().undo();
        QCOMPARE(shown.document.project(), before);
    }

    void picturesAreSaved()
    {
        Shown shown;
        for (const char *suffix : {"svg", "pdf", "png"}) {
            const QString path = shown.dir.filePath(u"map."_s + QLatin1String(suffix));
            shown.page.savePicture = [&](const Picture &picture, const QString &) {
                Refbox::savePicture(picture, path);
            };
            child<QPushButton>(shown.page, u"saveButton"_s)->click();
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QFile svg(shown.dir.filePath(u"map.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("vsbox01") && text.contains("Link map of sample"));
        QImage png(shown.dir.filePath(u"map.png"_s));
        QVERIFY(png.width() > 1000);
    }

    // The fast raster against the general painter: the same ribbon, pixel by pixel.
    void theRasterPaintsAsPathsDo()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 30; ++i) {
            const double left = 20 + random() % 160;
            const double right = 20 + random() % 160;
            const double width = 2 + random() % 12;
            QImage fast(200, 200, QImage::Format_ARGB32_Premultiplied);
            fast.fill(Qt::transparent);
            drawRibbons(fast, std::vector{RibbonStroke{left, right, width, QColor(0, 0, 0, 255), {}}});
            QImage slow(200, 200, QImage::Format_ARGB32_Premultiplied);
            slow.fill(Qt::transparent);
            QPainter painter(&slow);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::FlatCap));
            painter.drawPath(ribbonPath({0, left}, {200, right}));
            painter.end();
            double difference = 0;
            double ink = 0;
            for (int y = 0; y < 200; ++y) {
                for (int x = 0; x < 200; ++x) {
                    difference += std::abs(qAlpha(fast.pixel(x, y)) - qAlpha(slow.pixel(x, y)));
                    ink += qAlpha(slow.pixel(x, y));
                }
            }
            QVERIFY2(difference < 0.15 * ink, qPrintable(u"%1 of %2"_s.arg(difference).arg(ink)));
        }
    }

    // One after the other on this thread, and all at once on several.
    void severalThreadsPaintTheSame()
    {
        std::mt19937 random(4);
        std::vector<RibbonStroke> strokes;
        for (int i = 0; i < 300; ++i) {
            const QColor colour(static_cast<int>(random() % 256), 80, 160,
                                40 + static_cast<int>(random() % 200));
            const RibbonDash dash = i % 2 == 0 ? RibbonDash() : RibbonDash{14, 5};
            strokes.push_back({static_cast<double>(random() % 300), static_cast<double>(random() % 300),
                               1.0 + random() % 12, colour, dash});
        }
        QImage single(301, 300, QImage::Format_ARGB32_Premultiplied);
        single.fill(Qt::transparent);
        QImage together = single;
        for (const RibbonStroke &stroke : strokes)
            drawRibbons(single, std::span(&stroke, 1));
        drawRibbons(together, strokes);
        QCOMPARE(together, single);
        QVERIFY(qAlpha(single.pixel(150, 150)) > 0);
    }

    // Hit-testing at random points against the distance to ribbons that are cut into many short pieces.
    void whatIsNearIsHit()
    {
        Shown shown;
        const LinkMapScene &scene = shown.view->scene();
        const auto beside = [](const RibbonShape &shape, const QPointF &point) {
            const QPainterPath path = ribbonPath(shape.left, shape.right);
            double nearest = 1e9;
            for (int i = 0; i <= 2000; ++i)
                nearest = std::min(nearest, QLineF(path.pointAtPercent(i / 2000.0), point).length());
            return std::max(0.0, nearest - shape.width / 2);
        };
        std::mt19937 random(5);
        int hits = 0;
        int misses = 0;
        for (int i = 0; i < 400; ++i) {
            const double x = scene.leftEdge() + 1 + random() % 200;
            const double y = random() % static_cast<unsigned>(scene.size().height());
            double nearest = 1e9;
            for (const RibbonShape &shape : scene.shapes()) {
                if (x <= shape.right.x())
                    nearest = std::min(nearest, beside(shape, {x, y}));
            }
            const auto hit = scene.hit({x, y});
            // Where curves bend, the distance across is a little more than the shortest.
            if (nearest > 3.01) {
                QCOMPARE(hit.shape, std::ptrdiff_t{-1});
                ++misses;
            } else if (nearest < 2) {
                QVERIFY(hit.shape >= 0);
                QVERIFY(beside(scene.shapes()[static_cast<std::size_t>(hit.shape)], {x, y}) <= nearest + 1);
                ++hits;
            }
        }
        QVERIFY2(hits > 10 && misses > 10, qPrintable(u"%1 hits, %2 misses"_s.arg(hits).arg(misses)));
    }

    // A rule may call a file by any of its names; a rule of which all is removed goes as a whole.
    void linksUnderOtherNamesAreRemoved()
    {
        Shown shown;
        QVERIFY(::link(shown.dir.filePath(u"bin/one"_s).toLocal8Bit().constData(),
                       shown.dir.filePath(u"bin/another"_s).toLocal8Bit().constData()) == 0);
        Project project = shown.document.project();
        project.vservers[0].links = {{.from = "/bin/one", .to = "/sbin/init"},
                                     {.from = "/share/**", .to = "/data"}};
        shown.document.setProject(project, {});
        shown.plan();
        QVERIFY(shown.node("/vsbox01/sbin/init") != kNoId);
        shown.view->selectNode(shown.node("/vsbox01/sbin/init"));
        QTest::keyClick(shown.view, Qt::Key_Delete);
        QCOMPARE(shown.document.project().vservers[0].links.size(), std::size_t{1});
        QCOMPARE(shown.document.project().vservers[0].links[0].from, std::string("/share/**"));
        shown.plan();
        shown.view->selectNode(shown.node("/vsbox01/data"));
        QTest::keyClick(shown.view, Qt::Key_Delete);
        QVERIFY(shown.document.project().vservers[0].links.empty());
    }
};

QTEST_MAIN(TestLinkMapPage)
#include "tst_linkmappage.moc"
