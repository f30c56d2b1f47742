// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spacepage.h"

#include "gui/icons.h"
#include "gui/nodecells.h"
#include "gui/spaceview.h"
#include "jobs/display.h"
#include "ui_spacepage.h"

#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostSteps = 6; // of a deep path the first and the last are shown
constexpr int kMostStepWidth = 160;
constexpr int kByKind = 1; // place in the combo box

} // namespace

SpacePage::SpacePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SpacePage>())
{
    m_ui->setupUi(this);
    m_ui->upButton->setIcon(icon(u"up"_s, u"go-up"_s));
    connect(m_ui->upButton, &QToolButton::clicked, this, &SpacePage::goUp);
    connect(m_ui->coloursCombo, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (hasComponents())
            m_chosenColours = index;
        refresh();
    });
    connect(&view(), &SpaceView::resized, this, &SpacePage::refresh);
    connect(&view(), &SpaceView::hovered, this, &SpacePage::told);
    connect(&view(), &SpaceView::upRequested, this, &SpacePage::goUp);
    connect(&view(), &SpaceView::nodeSelected, this, &SpacePage::announce);
    connect(&view(), &SpaceView::folderOpened, this, &SpacePage::goTo);
    savePicture = [this](const Picture &picture, const QString &name) {
        askAndSavePicture(picture, name, this);
    };
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        if (view().picture())
            savePicture(pictureOf(*view().picture()), tr("%1 space").arg(m_snapshot->title));
    });
}

SpacePage::~SpacePage() = default;

SpaceView &SpacePage::view() const
{
    return *m_ui->spaceView;
}

void SpacePage::setSnapshot(const SnapshotPtr &snapshot)
{
    const std::string path = m_snapshot ? m_snapshot->tree->path(m_top) : "/";
    m_snapshot = snapshot;
    m_announced = kNoId;
    m_weights.reset();
    const NodeId same = snapshot ? snapshot->tree->find(path) : kNoId;
    m_top = same != kNoId && snapshot->tree->inodeAt(same).isDirectory() ? same : FileTree::root();
    fillPath();
    {
        const QSignalBlocker quiet(m_ui->coloursCombo);
        m_ui->coloursCombo->setCurrentIndex(hasComponents() ? m_chosenColours : kByKind);
    }
    refresh();
}

bool SpacePage::hasComponents() const
{
    return m_snapshot && !m_snapshot->colours.names().empty();
}

void SpacePage::selectNode(NodeId node)
{
    view().selectNode(node);
    if (!m_snapshot || node == kNoId || node == m_announced)
        return;
    m_announced = kNoId;
    const FileTree &tree = *m_snapshot->tree;
    if (tree.inodeAt(node).isDirectory())
        setTop(node);
    else if (!tree.isInside(node, m_top))
        setTop(tree.parent(node));
}

void SpacePage::announce(NodeId node)
{
    m_announced = node;
    Q_EMIT nodeSelected(node);
}

void SpacePage::setTop(NodeId top)
{
    if (top == m_top)
        return;
    m_top = top;
    m_weights.reset();
    fillPath();
    refresh();
}

void SpacePage::goTo(NodeId folder)
{
    setTop(folder);
    announce(folder);
}

void SpacePage::goUp()
{
    if (m_snapshot && m_top != FileTree::root())
        goTo(m_snapshot->tree->parent(m_top));
}

void SpacePage::addStep(NodeId node, const QString &name)
{
    auto *step = new QToolButton(m_ui->pathWidget);
    step->setAutoRaise(true);
    step->setText(
        step->fontMetrics().elidedText(name, Qt::ElideMiddle, kMostStepWidth).replace(u'&', u"&&"_s));
    step->setToolTip(displayPath(m_snapshot->tree->path(node)));
    // The button goes with the path that it changes.
    connect(
        step, &QToolButton::clicked, this, [this, node] { goTo(node); }, Qt::QueuedConnection);
    m_ui->pathLayout->addWidget(step);
}

void SpacePage::fillPath()
{
    while (QLayoutItem *item = m_ui->pathLayout->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_ui->upButton->setEnabled(m_snapshot && m_top != FileTree::root());
    if (!m_snapshot)
        return;
    std::vector<NodeId> steps;
    for (NodeId at = m_top; at != kNoId; at = m_snapshot->tree->parent(at))
        steps.insert(steps.begin(), at);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool left = steps.size() > kMostSteps && i > 0 && i < steps.size() - kMostSteps + 2;
        if (left && i > 1)
            continue;
        if (i > 0)
            m_ui->pathLayout->addWidget(new QLabel(u"›"_s, m_ui->pathWidget));
        if (left)
            addStep(steps[steps.size() - kMostSteps + 1], u"…"_s);
        else
            addStep(steps[i], nodeName(*m_snapshot, steps[i]));
    }
}

SpaceLook SpacePage::look() const
{
    SpaceLook look;
    look.size = view().size();
    look.scale = view().devicePixelRatioF();
    look.colours =
        m_ui->coloursCombo->currentIndex() == kByKind ? SpaceColours::ByKind : SpaceColours::ByComponent;
    look.palette = palette();
    look.font = font();
    return look;
}

void SpacePage::refresh()
{
    m_job.stop();
    m_stale = m_snapshot && !isVisible();
    if (!m_snapshot) {
        showText({});
        return;
    }
    if (m_stale)
        return;
    m_job.start(
        this,
        [snapshot = m_snapshot, top = m_top, weights = m_weights, look = look()](Progress &progress) {
            return makeSpacePicture(snapshot, top, weights, look, progress);
        },
        [this](const std::shared_ptr<const SpacePicture> &picture) { showPicture(picture); },
        [this](const Error &error) { showText(error.toString()); });
}

void SpacePage::showPicture(const std::shared_ptr<const SpacePicture> &picture)
{
    m_weights = picture->weights;
    const bool isEmpty = picture->weights->of(picture->top()).bytes == 0;
    view().setPicture(picture);
    m_ui->legendBar->setEntries(picture->legend);
    if (isEmpty)
        showText(
            tr("Here you will see what takes the room in a folder.\n\nNothing in this one has any bytes."));
    else
        m_ui->views->setCurrentWidget(m_ui->mapPage);
    m_ui->saveButton->setEnabled(!isEmpty);
    // What was laid out for another size, while the window was being arranged, is made again.
    if (!isEmpty && picture->look.size != QSizeF(view().size()))
        refresh();
}

void SpacePage::showText(const QString &text)
{
    m_ui->emptyLabel->setText(text);
    m_ui->views->setCurrentWidget(m_ui->emptyPage);
    m_ui->saveButton->setEnabled(false);
}

void SpacePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void SpacePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace Refbox
