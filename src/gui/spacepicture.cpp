// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spacepicture.h"

#include "gui/colours.h"
#include "gui/filekind.h"
#include "gui/nodecells.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace Refbox {

namespace {

constexpr float kPrivateShare = 0.42F; // of its colour in a private file's rectangle
constexpr std::size_t kMostEntries = 12;

QColor mixed(const QColor &a, const QColor &b, float shareOfA)
{
    const auto mix = [&](float one, float other) { return one * shareOfA + other * (1 - shareOfA); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

double headerHeight(const QFont &font)
{
    return std::ceil(QFontMetricsF(font).height()) + 2;
}

// What a file is coloured by, and how that is called; a folder too small to be opened is what its largest
// file is.
class Colouring
{
public:
    explicit Colouring(const SpacePicture &picture)
        : m_picture(picture)
        , m_tree(*picture.snapshot->tree)
        , m_dark(isDark(picture.look.palette))
    {
    }

    std::string keyOf(NodeId file) const
    {
        return m_picture.look.colours == SpaceColours::ByKind
                   ? std::string(1, static_cast<char>(fileKindOf(m_tree, file)))
                   : std::string(m_tree.origin(m_tree.inodeOf(file)));
    }

    QColor colour(const std::string &key) const
    {
        return m_picture.look.colours == SpaceColours::ByKind
                   ? fileKindColour(static_cast<FileKind>(key.front()), m_dark)
                   : m_picture.snapshot->colours.colour(key, m_dark);
    }

    QString name(const std::string &key) const
    {
        if (m_picture.look.colours == SpaceColours::ByKind)
            return fileKindName(static_cast<FileKind>(key.front()));
        return key.empty() ? translated("gui", "No component") : displayPath(key);
    }

    // The file that stands for an item.
    NodeId fileOf(NodeId node) const
    {
        while (m_tree.inodeAt(node).isDirectory()) {
            const auto children = m_tree.children(node);
            const auto largest =
                std::max_element(children.begin(), children.end(), [this](NodeId a, NodeId b) {
                    return m_picture.weights->of(a).bytes < m_picture.weights->of(b).bytes;
                });
            if (largest == children.end())
                break;
            node = *largest;
        }
        return node;
    }

private:
    const SpacePicture &m_picture;
    const FileTree &m_tree;
    bool m_dark;
};

class SpacePainter
{
public:
    SpacePainter(QPainter &painter, const SpacePicture &picture)
        : m_painter(painter)
        , m_picture(picture)
        , m_colouring(picture)
        , m_palette(picture.look.palette)
        , m_metrics(picture.look.font)
        , m_base(m_palette.color(QPalette::Base))
    {
    }

    void paint()
    {
        m_painter.setFont(m_picture.look.font);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.fillRect(QRectF({0, 0}, m_picture.look.size), m_base);
        for (const TreemapItem &item : m_picture.map.items()) {
            if (item.isOpen)
                paintFolder(item);
            else
                paintLeaf(item);
        }
    }

private:
    static QRectF rectOf(const TreemapItem &item) { return {item.x, item.y, item.width, item.height}; }

    void paintFolder(const TreemapItem &item)
    {
        const QColor shade =
            mixed(m_palette.color(QPalette::Mid), m_base, item.depth % 2 == 0 ? 0.35F : 0.6F);
        m_painter.fillRect(rectOf(item), shade);
        if (!item.hasHeader)
            return;
        const QRectF strip(item.x + 6, item.y, item.width - 12, headerHeight(m_picture.look.font));
        const QString size = formatSize(m_picture.weights->of(item.node).bytes);
        const double sizeWidth = m_metrics.horizontalAdvance(size);
        m_painter.setPen(m_palette.color(QPalette::Text));
        const bool hasSize = strip.width() > sizeWidth + 64;
        if (hasSize)
            m_painter.drawText(strip, Qt::AlignRight | Qt::AlignVCenter, size);
        label(strip.adjusted(0, 0, hasSize ? -sizeWidth - 8 : 0, 0), item.node, Qt::AlignVCenter);
    }

    void paintLeaf(const TreemapItem &item)
    {
        const QColor full = m_colouring.colour(m_colouring.keyOf(m_colouring.fileOf(item.node)));
        const auto &weight = m_picture.weights->of(item.node);
        const bool isShared = !m_picture.tellsShared() || 2 * weight.sharedBytes >= weight.bytes;
        const QColor fill = isShared ? full : mixed(full, m_base, kPrivateShare);
        QRectF rect = rectOf(item);
        // A line between neighbours where there is room for one.
        if (std::min(rect.width(), rect.height()) >= 3)
            rect.adjust(0, 0, -1, -1);
        m_painter.fillRect(rect, fill);
        if (!isShared && std::min(rect.width(), rect.height()) >= 6) {
            m_painter.setPen(QPen(full, 1, Qt::DotLine));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(rect.adjusted(0, 0, -1, -1));
        }
        if (rect.width() >= 40 && rect.height() >= m_metrics.height() + 2) {
            m_painter.setPen(textColourOn(fill));
            label(rect.adjusted(4, 1, -4, -1), item.node, Qt::AlignTop);
        }
    }

    void label(const QRectF &room, NodeId node, Qt::Alignment vertical)
    {
        const QString name = nodeName(*m_picture.snapshot, node);
        m_painter.drawText(room, Qt::AlignLeft | vertical,
                           m_metrics.elidedText(name, Qt::ElideMiddle, room.width()));
    }

    QPainter &m_painter;
    const SpacePicture &m_picture;
    Colouring m_colouring;
    const QPalette &m_palette;
    QFontMetricsF m_metrics;
    QColor m_base;
};

std::vector<LegendEntry> legendOf(const SpacePicture &picture)
{
    const Colouring colouring(picture);
    std::map<std::string, std::uint64_t> bytes; // of what can be seen
    for (const TreemapItem &item : picture.map.items()) {
        if (!item.isOpen)
            bytes[colouring.keyOf(colouring.fileOf(item.node))] += picture.weights->of(item.node).bytes;
    }
    std::vector<std::pair<std::uint64_t, std::string>> largest;
    for (const auto &[key, sum] : bytes)
        largest.emplace_back(sum, key);
    std::sort(largest.rbegin(), largest.rend());
    std::vector<LegendEntry> legend;
    for (const auto &[sum, key] : largest) {
        if (legend.size() == kMostEntries) {
            legend.push_back({translated("gui", "and smaller ones"), Qt::transparent});
            break;
        }
        legend.push_back(
            {QStringLiteral("%1 %2").arg(colouring.name(key), formatSize(sum)), colouring.colour(key)});
    }
    if (picture.tellsShared() && !legend.empty()) {
        const QColor grey = picture.look.palette.color(QPalette::PlaceholderText);
        legend.push_back({translated("gui", "Full colour: shared"), grey});
        legend.push_back({translated("gui", "Faded: private"), grey, true});
    }
    return legend;
}

} // namespace

void paintSpace(QPainter &painter, const SpacePicture &picture)
{
    SpacePainter(painter, picture).paint();
}

std::shared_ptr<const SpacePicture> makeSpacePicture(const SnapshotPtr &snapshot, NodeId top,
                                                     std::shared_ptr<const SubtreeWeights> weights,
                                                     const SpaceLook &look, Progress &progress)
{
    auto picture = std::make_shared<SpacePicture>();
    picture->snapshot = snapshot;
    if (!weights) {
        std::vector<NodeId> sides = snapshot->vservers;
        if (snapshot->refbox != kNoId)
            sides.push_back(snapshot->refbox);
        weights = std::make_shared<const SubtreeWeights>(
            weigh(*snapshot->tree, top, sides, snapshot->refbox, &progress));
    }
    picture->weights = std::move(weights);
    picture->look = look;
    TreemapOptions options;
    options.width = look.size.width();
    options.height = look.size.height();
    options.header = headerHeight(look.font);
    options.progress = &progress;
    picture->map = layOutTreemap(*snapshot->tree, *picture->weights, options);
    picture->legend = legendOf(*picture);
    picture->image = QImage((look.size * look.scale).toSize(), QImage::Format_RGB32);
    if (!picture->image.isNull()) {
        picture->image.setDevicePixelRatio(look.scale);
        QPainter painter(&picture->image);
        paintSpace(painter, *picture);
    }
    return picture;
}

Picture pictureOf(const SpacePicture &shown)
{
    auto onPaper = std::make_shared<SpacePicture>(shown);
    onPaper->look.palette = paperPalette();
    onPaper->image = {};
    Picture picture;
    picture.title = translated("gui", "Space of %1").arg(shown.snapshot->title);
    picture.subtitle = spaceText(shown, shown.top());
    picture.size = shown.look.size;
    picture.legend = legendOf(*onPaper);
    picture.paint = [onPaper](QPainter &painter) { paintSpace(painter, *onPaper); };
    return picture;
}

QString spaceText(const SpacePicture &picture, NodeId node)
{
    const FileTree &tree = *picture.snapshot->tree;
    const auto &weight = picture.weights->of(node);
    const QString path = displayPath(tree.path(node));
    const QString size = formatSize(weight.bytes);
    if (!tree.inodeAt(node).isDirectory())
        return !picture.tellsShared()   ? translated("gui", "%1: %2").arg(path, size)
               : weight.sharedBytes > 0 ? translated("gui", "%1: %2, shared").arg(path, size)
                                        : translated("gui", "%1: %2, private").arg(path, size);
    const QString files = translated("gui", "%1: %2 in %3 files").arg(path, size).arg(weight.files);
    return picture.tellsShared()
               ? translated("gui", "%1, %2 of them shared").arg(files, formatSize(weight.sharedBytes))
               : files;
}

} // namespace Refbox
