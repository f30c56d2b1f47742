// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/needsplacing.h"
#include "needsfixture.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

double squares(const std::vector<double> &lefts, const std::vector<double> &widths,
               const std::vector<double> &centres)
{
    double sum = 0;
    for (std::size_t i = 0; i < lefts.size(); ++i) {
        const double off = lefts[i] + widths[i] / 2 - centres[i];
        sum += off * off;
    }
    return sum;
}

NeedsScene sceneOf(const FileTreePtr &tree, const char *root, const char *folder,
                   const std::set<std::uint32_t> &unfolded = {})
{
    const NodeId top = tree->find(root);
    const ProgramsBelow programs = programsBelow(*tree, top, tree->find(folder), 1000);
    return makeNeedsScene(tree, std::make_shared<const NeedsGraph>(needsGraph(*tree, top, programs.files)),
                          unfolded, QFont());
}

FileTreePtr manyPrograms(int count)
{
    TreeMaker maker;
    maker.library(kMadeLoader);
    for (int i = 0; i < 30; ++i)
        maker.library("/lib/lib" + std::to_string(i) + ".so",
                      i > 0 ? std::vector<std::string>{"lib" + std::to_string(i / 2) + ".so"}
                            : std::vector<std::string>{});
    for (int i = 0; i < count; ++i)
        maker.program("/bin/p" + std::to_string(i), {"lib" + std::to_string(i * 7 % 30) + ".so", "lib0.so"});
    return maker.builder.build();
}

BoxId named(const NeedsScene &scene, const QString &name)
{
    for (BoxId box = 0; box < scene.boxes.size(); ++box) {
        if (scene.boxes[box].name == name)
            return box;
    }
    return kNoId;
}

} // namespace

class TestNeedsScene final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsKeepOrderDistanceAndWishes()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> place(0, 300);
        for (int round = 0; round < 200; ++round) {
            std::vector<double> widths;
            std::vector<double> centres;
            for (std::size_t i = random() % 9 + 1; i > 0; --i) {
                widths.push_back(10 + std::floor(place(random) / 10));
                centres.push_back(place(random));
            }
            const auto lefts = placeInRow(widths, centres, 8);
            QCOMPARE(lefts.size(), widths.size());
            for (std::size_t i = 1; i < lefts.size(); ++i)
                QVERIFY(lefts[i] >= lefts[i - 1] + widths[i - 1] + 8 - 1e-9);
            // No small step that keeps order and distance makes it better.
            const double best = squares(lefts, widths, centres);
            for (int attempt = 0; attempt < 60; ++attempt) {
                auto other = lefts;
                const std::size_t from = random() % other.size();
                const std::size_t to = from + random() % (other.size() - from);
                const double step = (place(random) - 150) / 50;
                for (std::size_t i = from; i <= to; ++i)
                    other[i] += step;
                bool keeps = true;
                for (std::size_t i = 1; i < other.size(); ++i)
                    keeps = keeps && other[i] >= other[i - 1] + widths[i - 1] + 8;
                QVERIFY(!keeps || squares(other, widths, centres) >= best - 1e-6);
            }
        }
    }

    void boxesStandInLayersAndApart()
    {
        const NeedsScene scene = sceneOf(manyPrograms(60), "/", "/bin");
        QVERIFY(scene.rows.size() > 3);
        for (BoxId a = 0; a < scene.boxes.size(); ++a) {
            const QRectF place = scene.boxes[a].place;
            QVERIFY(QRectF(QPointF(), scene.size).adjusted(8, 8, -8, -8).contains(place));
            for (BoxId b = 0; b < a; ++b)
                QVERIFY(!place.adjusted(-4, -4, 4, 4).intersects(scene.boxes[b].place));
        }
        for (const auto &[from, to] : scene.arcs)
            QVERIFY(scene.boxes[from].place.bottom() < scene.boxes[to].place.top());
        // Every arc has a line all the way.
        for (const auto &arc : scene.arcs) {
            // Copies: clang 14 lets no lambda capture a structured binding.
            const auto from = arc.first;
            const auto to = arc.second;
            const auto isPart = [&](const NeedsLine &line) {
                return line.to == to &&
                       std::find(line.from.begin(), line.from.end(), from) != line.from.end();
            };
            const auto arrow =
                std::find_if(scene.lines.begin(), scene.lines.end(),
                             [&](const NeedsLine &line) { return isPart(line) && line.arrow; });
            QVERIFY(arrow != scene.lines.end());
            QCOMPARE(arrow->path.currentPosition(),
                     QPointF(scene.boxes[to].place.center().x(), scene.boxes[to].place.top()));
            QVERIFY(std::any_of(scene.lines.begin(), scene.lines.end(), [&](const NeedsLine &line) {
                return isPart(line) &&
                       QPointF(line.path.elementAt(0)) ==
                           QPointF(scene.boxes[from].place.center().x(), scene.boxes[from].place.bottom());
            }));
        }
    }

    void thoseThatNeedTheSameLieInAStack()
    {
        TreeMaker maker;
        maker.library(kMadeLoader);
        maker.library("/lib/libc.so.6");
        for (const char *name : {"a", "b", "c", "d", "e"})
            maker.program(std::string("/bin/") + name, {"libc.so.6"});
        maker.program("/bin/static", {}, {}, "");
        maker.file("/bin/s", "#!/bin/e\n"); // so e is needed and stands for itself
        const FileTreePtr tree = maker.builder.build();
        const NeedsScene scene = sceneOf(tree, "/", "/bin");
        const auto stack = std::find_if(scene.boxes.begin(), scene.boxes.end(),
                                        [](const NeedsBox &box) { return box.isStack(); });
        QVERIFY(stack != scene.boxes.end());
        QCOMPARE(stack->members.size(), std::size_t(4));
        QCOMPARE(stack->hint, u"a, b, c, d"_s);
        QCOMPARE(scene.boxes[scene.boxOf[4]].name, u"e"_s);
        const std::set<std::uint32_t> all(stack->members.begin(), stack->members.end());
        const NeedsScene unfolded = sceneOf(tree, "/", "/bin", all);
        QCOMPARE(unfolded.boxes.size(), scene.boxes.size() + 3);
    }

    void reachIsUpAndDown()
    {
        const SnapshotPtr snapshot = needsSnapshot();
        const NeedsScene scene = sceneOf(snapshot->tree, "/vsbox01", "/vsbox01/bin");
        const NeedsReach reach = reachOf(scene, named(scene, u"liba.so"_s));
        for (const char *name : {"script", "tool", "libc.so.6", "libgone.so"})
            QVERIFY2(reach.has(named(scene, QLatin1String(name))), name);
        QVERIFY(!reach.has(named(scene, u"plain"_s)));
        QVERIFY(!reach.has(named(scene, u"ld-linux-x86-64.so.2"_s)));
        const auto gone = named(scene, u"libgone.so"_s);
        QVERIFY(scene.boxes[gone].missing);
        QVERIFY(describeBox(scene, gone).startsWith(u"missing: libgone.so\n"_s));
        QVERIFY(describeBox(scene, named(scene, u"tool"_s)).startsWith(u"program /vsbox01/bin/tool\n"_s));
    }

    void paintsTheMissingInVermilion()
    {
        const SnapshotPtr snapshot = needsSnapshot();
        const NeedsScene scene = sceneOf(snapshot->tree, "/vsbox01", "/vsbox01/bin");
        const auto isRedder = [&](BoxId box, bool only) {
            QImage image(scene.size.toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            NeedsLook look;
            look.palette = paperPalette();
            const NeedsReach reach = reachOf(scene, named(scene, u"plain"_s));
            look.only = only ? &reach : nullptr;
            paintNeeds(painter, scene, look);
            painter.end();
            const QPoint inside = scene.boxes[box].place.bottomRight().toPoint() - QPoint(6, 6);
            const QColor colour = image.pixelColor(inside);
            return colour.red() - colour.blue() > 10;
        };
        QVERIFY(isRedder(named(scene, u"libgone.so"_s), false));
        QVERIFY(!isRedder(named(scene, u"libc.so.6"_s), false));
        QVERIFY(!isRedder(named(scene, u"libgone.so"_s), true));
    }

    void sameInSameOut()
    {
        const NeedsScene a = sceneOf(manyPrograms(40), "/", "/bin");
        const NeedsScene b = sceneOf(manyPrograms(40), "/", "/bin");
        QCOMPARE(a.rows, b.rows);
        for (BoxId box = 0; box < a.boxes.size(); ++box)
            QCOMPARE(a.boxes[box].place, b.boxes[box].place);
    }
};

QTEST_MAIN(TestNeedsScene)
#include "tst_needsscene.moc"
