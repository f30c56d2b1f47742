// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-bench-linkmap LINKS: the link map of a made tree of twelve vservers with that many hard links in all
// to a refbox, painted at 1600x1000 as the window paints it; prints what it took, one figure a line. Twice:
// with each link in the folder of the same name, and with links that lead anywhere. Then the treemap of as
// many files.
#include "gui/linkmappainter.h"
#include "gui/spacepicture.h"
#include "tree/filetreebuilder.h"
#include "tree/sides.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <random>

using namespace Refbox;

namespace {

constexpr std::uint32_t kVServers = 12;
constexpr std::uint32_t kFilesOfFolder = 160;

FileTreePtr makeTree(std::uint32_t links, bool scattered)
{
    const std::uint32_t files = links / kVServers;
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> targets;
    const auto fill = [&](const std::string &top, const auto &add) {
        const auto root = builder.addDirectory(FileTreeBuilder::root(), top, {});
        FileTreeBuilder::Handle folder = root;
        for (std::uint32_t i = 0; i < files; ++i) {
            if (i % kFilesOfFolder == 0)
                folder = builder.addDirectory(root, "folder" + std::to_string(i / kFilesOfFolder), {});
            add(folder, "file" + std::to_string(i), i);
        }
    };
    fill("refbox", [&](auto folder, const std::string &name, std::uint32_t i) {
        targets.push_back(builder.addInlineFile(folder, name, {}, std::string(1 + i % 7, 'x')));
    });
    std::mt19937 random(1);
    if (scattered)
        std::shuffle(targets.begin(), targets.end(), random);
    for (std::uint32_t vserver = 0; vserver < kVServers; ++vserver) {
        fill("vsbox" + std::to_string(10 + vserver),
             [&](auto folder, const std::string &name, std::uint32_t i) {
                 builder.addHardLink(folder, name, targets[i]);
             });
    }
    return builder.build();
}

class Run
{
public:
    Run(const char *name, std::uint32_t links)
        : m_name(name)
        , m_tree(makeTree(links, std::string_view(name) == "scattered"))
    {
    }

    void measure()
    {
        const Sides sides = guessSides(*m_tree);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->title = QStringLiteral("bench");
        snapshot->tree = m_tree;
        snapshot->refbox = sides.refbox;
        snapshot->vservers = sides.vservers;
        QElapsedTimer timer;
        timer.start();
        const auto map = std::make_shared<const LinkMap>(buildLinkMap(*m_tree, sides.vservers, sides.refbox));
        const double read = milliseconds(timer);
        figure("links", static_cast<double>(map->links().size()), "links");
        timer.restart();
        m_scene.setSize({1600, 1000});
        m_scene.setMap(snapshot, map);
        m_scene.unfoldToFit();
        paint();
        const double shown = milliseconds(timer);
        figure("open", read + shown, "ms");
        figure("open_in_window", shown, "ms");
        foldEachVServer();
        sweep("folded");
        memory(*map, "memory_folded");
        m_scene.unfoldAll();
        sweep("unfolded");
        memory(*map, "memory_unfolded");
        foldEachVServer();
    }

private:
    static double milliseconds(const QElapsedTimer &timer)
    {
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    void figure(const char *what, double value, const char *unit) const
    {
        std::printf("linkmap.%s_%s %.2f %s\n", m_name, what, value, unit);
        std::fflush(stdout);
    }

    void paint(const LinkMapMarks &marks = {})
    {
        QPainter painter(&m_image);
        painter.fillRect(m_image.rect(), Qt::white);
        paintLinkMap(painter, m_scene, marks, paperPalette(), RibbonDrawing::Pixels);
    }

    template <typename Step>
    void frames(const std::string &name, int count, const Step &step)
    {
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer timer;
            timer.start();
            paint(step(i));
            times.push_back(milliseconds(timer));
        }
        std::sort(times.begin(), times.end());
        figure((name + "_median").c_str(), times[times.size() / 2], "ms");
        figure((name + "_longest").c_str(), times.back(), "ms");
    }

    void sweep(const std::string &state)
    {
        frames("scroll_" + state, 100, [this](int i) {
            for (const MapSide side : {MapSide::Left, MapSide::Right})
                m_scene.setScroll(side, m_scene.mostScroll(side) * i / 100);
            return LinkMapMarks();
        });
        for (const MapSide side : {MapSide::Left, MapSide::Right})
            m_scene.setScroll(side, m_scene.mostScroll(side) / 3);
        frames("hover_" + state, 100, [this](int i) {
            LinkMapMarks marks;
            marks.hovered = m_scene.hit({16.0 * i, 10.0 * i});
            return marks;
        });
        frames("zoom_" + state, 40, [this](int i) {
            m_scene.setRowHeight(LinkMapScene::kNormalRow * std::pow(0.94, i));
            return LinkMapMarks();
        });
        m_scene.setRowHeight(LinkMapScene::kNormalRow);
    }

    // A frame for the change, and one amid the animation.
    void foldEachVServer()
    {
        const bool wasAll = m_scene.side(MapSide::Left).isUnfolded(m_scene.map()->vservers().back());
        frames(wasAll ? "fold" : "unfold", static_cast<int>(kVServers), [this, wasAll](int i) {
            m_scene.setUnfolded(MapSide::Left, m_scene.map()->vservers()[static_cast<std::size_t>(i)],
                                !wasAll);
            m_scene.setFoldProgress(0.5);
            return LinkMapMarks();
        });
        const NodeId folder = m_tree->children(m_scene.map()->refbox()).front();
        frames(wasAll ? "fold_refbox_folder" : "unfold_refbox_folder", 1, [this, folder](int) {
            m_scene.setUnfolded(MapSide::Right, folder, !m_scene.side(MapSide::Right).isUnfolded(folder));
            m_scene.setFoldProgress(0.5);
            return LinkMapMarks();
        });
        m_scene.setFoldProgress(1);
    }

    void memory(const LinkMap &map, const char *what)
    {
        const double rows = static_cast<double>(m_scene.side(MapSide::Left).rows().size() +
                                                m_scene.side(MapSide::Right).rows().size());
        const double bytes = static_cast<double>(map.memoryUse() + m_scene.ribbons().memoryUse()) +
                             rows * sizeof(FoldedTree::Row);
        figure(what, bytes / static_cast<double>(map.links().size()), "B/link");
    }

    const char *m_name;
    FileTreePtr m_tree;
    LinkMapScene m_scene;
    QImage m_image{1600, 1000, QImage::Format_ARGB32_Premultiplied};
};

// A thousand files a folder, of sizes as they occur: many small, few large.
void measureTreemap(std::uint32_t files)
{
    FileTreeBuilder builder;
    const auto host = builder.internHostPath(kNoId, "/nowhere");
    std::mt19937 random(1);
    std::lognormal_distribution<double> sizes(8, 2);
    FileTreeBuilder::Handle folder = FileTreeBuilder::root();
    for (std::uint32_t i = 0; i < files; ++i) {
        if (i % 1000 == 0)
            folder = builder.addDirectory(FileTreeBuilder::root(), "folder" + std::to_string(i / 1000), {});
        builder.addHostFile(folder, "file" + std::to_string(i), {}, host,
                            static_cast<std::uint64_t>(sizes(random)) + 1);
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->tree = builder.build();
    const auto measure = [](const char *what, const auto &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        std::printf("linkmap.treemap_%s %.2f ms\n", what, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        std::fflush(stdout);
    };
    std::shared_ptr<const SubtreeWeights> weights;
    // The first time touches memory that nothing has touched before, which differs much between machines.
    for (const char *what : {"weigh_first", "weigh"}) {
        measure(what, [&] {
            weights = std::make_shared<const SubtreeWeights>(weigh(*snapshot->tree, 0, {}, kNoId));
        });
    }
    TreemapOptions options{.width = 1600, .height = 1000};
    Treemap map;
    measure("layout", [&] { map = layOutTreemap(*snapshot->tree, *weights, options); });
    std::printf("linkmap.treemap_layout_items %zu items\n", map.items().size());
    options.leastArea = 0;
    measure("layout_every_file", [&] { map = layOutTreemap(*snapshot->tree, *weights, options); });
    std::printf("linkmap.treemap_layout_every_file_items %zu items\n", map.items().size());
    SpaceLook look;
    look.size = {1600, 1000};
    look.palette = paperPalette();
    look.font = QApplication::font();
    Progress progress;
    measure("layout_and_paint", [&] { makeSpacePicture(snapshot, 0, weights, look, progress); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const std::uint32_t links = argc > 1 ? static_cast<std::uint32_t>(std::stoul(argv[1])) : 1'000'000;
    for (const char *name : {"same", "scattered"})
        Run(name, links).measure();
    measureTreemap(links);
    return 0;
}
