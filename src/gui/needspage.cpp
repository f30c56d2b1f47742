// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/needspage.h"

#include "assembly/treeedit.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "ui_needspage.h"

#include <QHeaderView>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPanelWidth = 360;
constexpr std::chrono::milliseconds kPatience{300};

} // namespace

NeedsPage::NeedsPage(QWidget *parent)
    : QWidget(parent)
    , savePicture(
          [this](const Picture &picture, const QString &name) { askAndSavePicture(picture, name, this); })
    , m_ui(std::make_unique<Ui::NeedsPage>())
{
    m_ui->setupUi(this);
    QFont title = font();
    title.setWeight(QFont::DemiBold);
    m_ui->titleLabel->setFont(title);
    m_ui->hintLabel->setFont(hintFont(font()));
    m_ui->whatIfButton->setIcon(icon(u"broken"_s));
    m_ui->fitButton->setIcon(icon(u"fit"_s, u"zoom-fit-best"_s));
    m_ui->saveButton->setIcon(icon(u"save"_s, u"document-save"_s));
    m_ui->emptyIcon->setPixmap(icon(u"needs"_s).pixmap(32, QIcon::Disabled));
    m_ui->breaksTree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setSizes({2 * kPanelWidth, kPanelWidth});
    connect(m_ui->view, &NeedsView::currentChanged, this, &NeedsPage::boxSelected);
    connect(m_ui->view, &NeedsView::activated, this, &NeedsPage::boxActivated);
    connect(m_ui->fitButton, &QToolButton::clicked, m_ui->view, &NeedsView::fit);
    connect(m_ui->saveButton, &QToolButton::clicked, this, &NeedsPage::save);
    connect(m_ui->whatIfButton, &QToolButton::toggled, this, &NeedsPage::askForBreaks);
    connect(m_ui->breaksTree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const NodeId node = inSnapshot(item->data(0, kNodeRole).toUInt());
        if (node == kNoId)
            return;
        m_ui->whatIfButton->setChecked(false);
        selectNode(node);
        announce(node);
    });
    setSnapshot(nullptr);
}

NeedsPage::~NeedsPage() = default;

void NeedsPage::setSnapshot(const SnapshotPtr &snapshot)
{
    const std::string path = m_snapshot && m_selected != kNoId ? m_snapshot->tree->path(m_selected) : "";
    m_snapshot = snapshot;
    m_announced = kNoId;
    m_selected = snapshot && !path.empty() ? snapshot->tree->find(path) : kNoId;
    refresh();
}

void NeedsPage::selectNode(NodeId node)
{
    if (node == m_announced && m_selected == node)
        return;
    m_announced = kNoId;
    m_selected = m_snapshot ? node : kNoId;
    refresh();
}

void NeedsPage::announce(NodeId node)
{
    m_announced = node;
    m_selected = node;
    Q_EMIT nodeSelected(node);
}

void NeedsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void NeedsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLegend();
}

void NeedsPage::refresh()
{
    m_needsJob.stop();
    m_breaksJob.stop();
    m_stale = !isVisible();
    const QString nothing = nothingText();
    if (!nothing.isEmpty()) {
        m_stale = false;
        showText(nothing);
        return;
    }
    if (m_stale)
        return;
    m_needsJob.start(
        this,
        [snapshot = m_snapshot, selected = m_selected](Progress &progress) {
            return findNeeds(snapshot, selected, progress);
        },
        [this](const NeedsResult &result) { showNeeds(result); },
        [this](const Error &error) { showText(error.toString()); });
    QTimer::singleShot(kPatience, this, [this] {
        if (m_needsJob.isRunning())
            m_ui->hintLabel->setText(tr("Looking at the programs…"));
    });
}

// A node of what is shown, which may be older than what is known by now.
NodeId NeedsPage::inSnapshot(NodeId node) const
{
    if (node == kNoId || m_result.snapshot == m_snapshot)
        return node;
    return m_snapshot ? m_snapshot->tree->find(m_result.snapshot->tree->path(node)) : kNoId;
}

// Why there is nothing to compute; empty where there is.
QString NeedsPage::nothingText() const
{
    if (!m_snapshot)
        return tr("Here stands what programs need: their libraries, loaders and interpreters.\n"
                  "Open a package, an image, a folder or an archive first.");
    if (m_selected == kNoId)
        return tr("Select a program, a script, a library or a folder: here stands what it needs.");
    const auto holds = [&](NodeId root) {
        return root != kNoId && root != m_selected && m_snapshot->tree->isInside(root, m_selected);
    };
    if (holds(m_snapshot->refbox) ||
        std::any_of(m_snapshot->vservers.begin(), m_snapshot->vservers.end(), holds))
        return tr("Select a vserver, the refbox, or something inside: each finds its libraries by itself.");
    return {};
}

void NeedsPage::showNeeds(const NeedsResult &result)
{
    m_result = result;
    m_selected = result.selected;
    m_unfolded.clear();
    const FileTree &tree = *m_snapshot->tree;
    const NeedsGraph &graph = *result.graph;
    const QString path = displayPath(tree.path(m_selected));
    if (graph.nodes.empty()) {
        showText(tr("Nothing in %1 is a program, a script or a library.").arg(path));
        return;
    }
    if (graph.nodes.size() == 1 && graph.nodes[0].kind == NeedsNode::Kind::Other &&
        graph.nodes[0].problem.empty()) {
        showText(tr("%1 needs nothing: it is neither program nor script nor library.").arg(path));
        return;
    }
    if (graph.nodes.size() > kMostDrawn) {
        showText(tr("%1 needs %2 files: too many for a picture. refbox-cli needs lists them.")
                     .arg(path)
                     .arg(graph.nodes.size()));
        return;
    }
    makeScene();
    if (!tree.inodeAt(m_selected).isDirectory())
        m_ui->view->setCurrent(m_ui->view->scene()->boxOf[0]);
    showTitle();
    askForBreaks();
}

void NeedsPage::makeScene()
{
    NeedsScene scene =
        makeNeedsScene(m_result.snapshot->tree, m_result.graph, m_unfolded, m_ui->view->font());
    scene.colours = m_result.snapshot->colours;
    m_ui->view->setScene(std::make_shared<const NeedsScene>(std::move(scene)));
    m_ui->views->setCurrentWidget(m_ui->graphPage);
    m_ui->whatIfButton->setEnabled(true);
    m_ui->fitButton->setEnabled(true);
    m_ui->saveButton->setEnabled(true);
    updateLegend();
}

void NeedsPage::showText(const QString &text)
{
    m_result = {};
    m_whatIf.reset();
    m_ui->view->setScene(nullptr);
    m_ui->views->setCurrentWidget(m_ui->emptyPage);
    m_ui->emptyLabel->setText(text);
    m_ui->titleLabel->clear();
    m_ui->hintLabel->clear();
    m_ui->legend->setEntries({});
    m_ui->breaksPanel->hide();
    m_ui->whatIfButton->setEnabled(false);
    m_ui->fitButton->setEnabled(false);
    m_ui->saveButton->setEnabled(false);
}

void NeedsPage::showTitle()
{
    const FileTree &tree = *m_result.snapshot->tree;
    const NeedsGraph &graph = *m_result.graph;
    m_ui->titleLabel->setText(displayPath(tree.path(m_result.selected)));
    const auto asked = static_cast<int>(m_result.shown);
    const auto others = static_cast<int>(graph.nodes.size() - graph.missingCount()) - asked;
    QStringList parts;
    if (m_result.total > m_result.shown)
        parts << tr("The first %1 of %2 programs").arg(m_result.shown).arg(m_result.total);
    else if (tree.inodeAt(m_result.selected).isDirectory())
        parts << tr("%n file(s) of this folder", nullptr, asked);
    parts << (others > 0 ? tr("%n other file(s) needed", nullptr, others) : tr("needs no other file"));
    if (const auto missing = static_cast<int>(graph.missingCount()); missing > 0)
        parts << tr("%n missing", nullptr, missing);
    m_ui->hintLabel->setText(parts.join(u" · "_s));
}

void NeedsPage::updateLegend()
{
    const auto &scene = m_ui->view->scene();
    m_ui->legend->setEntries(scene ? needsLegend(*scene, m_whatIf != nullptr, palette())
                                   : std::vector<LegendEntry>());
}

void NeedsPage::boxSelected(BoxId box)
{
    const NeedsBox &shown = m_ui->view->scene()->boxes[box];
    const NodeId node = inSnapshot(m_result.graph->nodes[shown.members.front()].node);
    if (!shown.isStack() && node != kNoId)
        announce(node);
    askForBreaks();
}

void NeedsPage::boxActivated(BoxId box)
{
    const NeedsBox &shown = m_ui->view->scene()->boxes[box];
    const NodeId node = inSnapshot(m_result.graph->nodes[shown.members.front()].node);
    if (shown.isStack()) {
        const std::uint32_t first = shown.members.front();
        m_unfolded.insert(shown.members.begin(), shown.members.end());
        makeScene();
        m_ui->view->setCurrent(m_ui->view->scene()->boxOf[first]);
        askForBreaks();
    } else if (node != kNoId) {
        m_selected = node;
        refresh();
    }
}

Picture NeedsPage::picture() const
{
    Picture picture;
    const auto scene = m_ui->view->scene();
    if (!scene)
        return picture;
    const QString path = displayPath(scene->tree->path(m_result.selected));
    picture.title = tr("Needs of %1").arg(path);
    picture.subtitle = m_ui->hintLabel->text();
    picture.size = scene->size;
    picture.paint = [scene, marks = m_ui->view->marks(), shown = m_ui->view->font()](QPainter &painter) {
        NeedsLook look;
        look.palette = paperPalette();
        look.font = shown;
        look.marks = marks;
        paintNeeds(painter, *scene, look);
    };
    picture.legend = needsLegend(*scene, m_whatIf != nullptr, paperPalette());
    return picture;
}

void NeedsPage::save()
{
    const std::string path = m_result.snapshot->tree->path(m_result.selected);
    savePicture(picture(), tr("needs-%1").arg(path == "/" ? u"all"_s : displayPath(baseName(path))));
}

} // namespace Refbox
