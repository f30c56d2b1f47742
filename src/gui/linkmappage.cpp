// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkmappage.h"

#include "gui/colours.h"
#include "gui/document.h"
#include "gui/edits.h"
#include "gui/icons.h"
#include "gui/linkmapview.h"
#include "jobs/display.h"
#include "ui_linkmappage.h"

#include <QMenu>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

LinkMapPage::LinkMapPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LinkMapPage>())
{
    m_ui->setupUi(this);
    m_ui->focusLabel->hide();
    m_ui->sidesButton->hide(); // of a project they are known: no room is kept for it
    m_ui->nameField->addAction(icon(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition);
    m_ui->mannerCombo->addItem(tr("All kinds"), LinkFilter::kAllManners);
    for (const Link::Manner manner : {Link::Manner::Hard, Link::Manner::Symbolic, Link::Manner::Copy,
                                      Link::Manner::Private, Link::Manner::Broken})
        m_ui->mannerCombo->addItem(mannerPlural(manner), LinkFilter::bit(manner));
    connect(m_ui->nameField, &QLineEdit::textChanged, this, &LinkMapPage::applyFilter);
    connect(m_ui->mannerCombo, &QComboBox::currentIndexChanged, this, &LinkMapPage::applyFilter);
    connect(m_ui->componentCombo, &QComboBox::currentIndexChanged, this, &LinkMapPage::applyFilter);
    connect(m_ui->findingsBox, &QCheckBox::toggled, this, &LinkMapPage::applyFilter);
    connect(m_ui->thicknessCombo, &QComboBox::currentIndexChanged, this,
            [this](int index) { view().setByBytes(index == 1); });
    connect(m_ui->zoomInButton, &QToolButton::clicked, this, [this] { view().zoomBy(1.25); });
    connect(m_ui->zoomOutButton, &QToolButton::clicked, this, [this] { view().zoomBy(1 / 1.25); });
    connect(m_ui->fitButton, &QToolButton::clicked, this, [this] { view().zoomToFit(); });
    connect(m_ui->focusLabel, &QLabel::linkActivated, this, [this] { focusOn({}, {}); });
    connect(m_ui->mapNewVServerButton, &QPushButton::clicked, this, &LinkMapPage::newVServerRequested);
    connect(&view(), &LinkMapView::nodeSelected, this, &LinkMapPage::nodeSelected);
    connect(&view(), &LinkMapView::hovered, this, &LinkMapPage::told);
    connect(&view(), &LinkMapView::menuRequested, this, &LinkMapPage::showMenu);
    connect(&view(), &LinkMapView::linkDropped, this, &LinkMapPage::link);
    connect(&view(), &LinkMapView::removeRequested, this, &LinkMapPage::unlink);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &LinkMapPage::sidesRequested);
    connect(m_ui->sidesButton, &QPushButton::clicked, this, &LinkMapPage::sidesRequested);
    savePicture = [this](const Picture &picture, const QString &name) { askAndSave(picture, name); };
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        savePicture(linkMapPicture(view().scene()), tr("%1 link map").arg(m_snapshot->title));
    });
}

LinkMapPage::~LinkMapPage() = default;

LinkMapView &LinkMapPage::view() const
{
    return *m_ui->mapView;
}

void LinkMapPage::setDocument(Document &document)
{
    m_document = &document;
}

void LinkMapPage::setSnapshot(const SnapshotPtr &snapshot, bool editable)
{
    m_snapshot = snapshot;
    m_editable = editable;
    m_focus = {};
    m_ui->focusLabel->hide();
    view().setEditable(editable);
    chooseMap();
    refreshChoices();
    applyFilter();
}

void LinkMapPage::chooseMap()
{
    const bool hasMap = m_snapshot && m_snapshot->linkMap && !m_snapshot->linkMap->vservers().empty();
    m_ui->emptyLabel->setText(m_snapshot && !hasMap ? emptyText() : QString());
    m_ui->mapNewVServerButton->setVisible(m_editable);
    m_ui->chooseButton->setVisible(m_snapshot && !m_editable);
    m_ui->sidesButton->setVisible(!m_editable);
    m_ui->views->setCurrentWidget(hasMap ? m_ui->mapPage : m_ui->emptyPage);
    // The snapshot owns the map.
    view().setMap(hasMap ? m_snapshot : nullptr,
                  hasMap ? std::shared_ptr<const LinkMap>(m_snapshot, &*m_snapshot->linkMap) : nullptr);
}

QString LinkMapPage::emptyText() const
{
    if (m_editable)
        return tr("Here you will see which files the vservers share with the refbox: there is no vserver "
                  "yet.");
    const QString text = tr("Here you see which files vservers share with a refbox.\n\nThis tree has no "
                            "folder /refbox with vservers beside it.");
    const Sides &proposal = m_snapshot->proposal;
    if (!proposal.areKnown())
        return text;
    const FileTree &tree = *m_snapshot->tree;
    return text + u' ' +
           tr("%1 and %2 share the most.")
               .arg(displayPath(tree.path(proposal.vservers.front())),
                    displayPath(tree.path(proposal.refbox)));
}

void LinkMapPage::setAnimated(bool animated)
{
    view().setAnimated(animated);
}

void LinkMapPage::askAndSave(const Picture &picture, const QString &name)
{
    const auto ask = [this](LinkFormat format) {
        return [this, format](const QString &path) { Q_EMIT saveLinksRequested(path, format); };
    };
    askAndSavePicture(picture, name, this,
                      {{tr("All links as a CSV table (*.csv)"), u"csv"_s, ask(LinkFormat::Csv)},
                       {tr("All links as JSON (*.json)"), u"json"_s, ask(LinkFormat::Json)},
                       {tr("Folders and links for Graphviz (*.dot)"), u"dot"_s, ask(LinkFormat::Dot)}});
}

void LinkMapPage::refreshChoices()
{
    m_refreshing = true;
    const QVariant before = m_ui->componentCombo->currentData();
    m_ui->componentCombo->clear();
    m_ui->componentCombo->addItem(tr("All components"));
    if (view().scene().map() != nullptr) {
        for (const std::string &name : m_snapshot->colours.names())
            m_ui->componentCombo->addItem(displayPath(name), QByteArray::fromStdString(name));
    }
    m_ui->componentCombo->setCurrentIndex(std::max(0, m_ui->componentCombo->findData(before)));
    m_ui->componentCombo->setVisible(m_ui->componentCombo->count() > 1);
    m_refreshing = false;
}

void LinkMapPage::applyFilter()
{
    if (m_refreshing || view().scene().map() == nullptr)
        return;
    LinkFilter filter = m_focus;
    filter.name = m_ui->nameField->text().toStdString();
    filter.manners = m_ui->mannerCombo->currentData().toUInt();
    if (const QVariant component = m_ui->componentCombo->currentData(); component.isValid())
        filter.component = component.toByteArray().toStdString();
    if (m_ui->findingsBox->isChecked()) {
        std::vector<NodeId> nodes;
        for (const Finding &finding : m_snapshot->findings) {
            const NodeId node = finding.path.empty() ? kNoId : m_snapshot->tree->find(finding.path);
            // A finding about a whole vserver is about none of its links.
            if (node != kNoId && !m_snapshot->tree->inodeAt(node).isDirectory())
                nodes.push_back(node);
        }
        std::sort(nodes.begin(), nodes.end());
        filter.nodes = std::move(nodes);
    }
    view().setFilter(filter);
    refreshLegend();
}

void LinkMapPage::refreshLegend()
{
    std::vector<LegendEntry> legend = linkMapLegend(view().scene(), isDark(palette()));
    if (legend.empty())
        legend.push_back({view().scene().filter().isOff() ? tr("There are no links so far.")
                                                          : tr("No link fits the filter."),
                          Qt::transparent});
    m_ui->legendBar->setEntries(std::move(legend));
}

void LinkMapPage::selectNode(NodeId node)
{
    if (node != view().selected())
        view().selectNode(node);
}

void LinkMapPage::focusOn(const LinkFilter &focus, const QString &text)
{
    m_focus = focus;
    m_ui->focusLabel->setText(
        u"%1 · <a href=\"all\">%2</a>"_s.arg(text.toHtmlEscaped(), tr("Show all links")));
    m_ui->focusLabel->setVisible(!text.isEmpty());
    applyFilter();
}

void LinkMapPage::showOnly(const LinkFilter &links)
{
    if (view().scene().map() == nullptr)
        return;
    m_refreshing = true;
    m_ui->nameField->clear();
    m_ui->mannerCombo->setCurrentIndex(0);
    m_ui->componentCombo->setCurrentIndex(0);
    m_ui->findingsBox->setChecked(false);
    m_refreshing = false;
    const FileTree &tree = *m_snapshot->tree;
    const QString from = links.from == kNoId ? QString() : displayPath(tree.path(links.from));
    const QString what = links.component         ? links.component->empty() ? tr("files of no component")
                                                                            : displayPath(*links.component)
                                 : links.target != kNoId ? displayPath(tree.path(links.target))
                                                 : QString();
    LinkFilter focus;
    focus.from = links.from;
    focus.target = links.target;
    focus.component = links.component;
    focusOn(focus, from.isEmpty() ? tr("What uses %1").arg(what) : tr("What %1 uses of %2").arg(from, what));
}

void LinkMapPage::showMenu(NodeId node, const QPoint &place)
{
    const FileTree &tree = *m_snapshot->tree;
    const QString path = displayPath(tree.path(node));
    QMenu menu;
    LinkFilter focus;
    if (m_snapshot->linkMap->isInRefbox(node)) {
        focus.target = node;
        menu.addAction(icon(u"vserver"_s), tr("Who uses this?"), this,
                       [=, this] { focusOn(focus, tr("What uses %1").arg(path)); });
    } else if (m_snapshot->linkMap->vserverOf(node) != kNoId) {
        focus.from = node;
        menu.addAction(icon(u"refbox"_s), tr("Where does this come from?"), this,
                       [=, this] { focusOn(focus, tr("Where %1 comes from").arg(path)); });
        if (m_editable)
            menu.addAction(icon(u"remove"_s), tr("Remove this link"), this, [=, this] { unlink(node); });
    }
    if (!menu.isEmpty())
        menu.exec(place);
}

VServer *LinkMapPage::vserverOf(NodeId node, Project &project) const
{
    const NodeId vserver = m_snapshot->linkMap->vserverOf(node);
    if (vserver == kNoId || !m_editable)
        return nullptr;
    const auto found =
        std::find_if(project.vservers.begin(), project.vservers.end(),
                     [&](const VServer &each) { return each.name == m_snapshot->tree->name(vserver); });
    return found == project.vservers.end() ? nullptr : &*found;
}

std::string LinkMapPage::pathBelow(NodeId node, NodeId top) const
{
    const std::string below = m_snapshot->tree->path(node).substr(m_snapshot->tree->path(top).size());
    return below.empty() ? "/" : below;
}

void LinkMapPage::link(const std::vector<std::string> &imagePaths, NodeId folder)
{
    Project changed = m_document->project();
    VServer *vserver = vserverOf(folder, changed);
    if (vserver == nullptr)
        return;
    const std::string place = pathBelow(folder, m_snapshot->linkMap->vserverOf(folder));
    const auto rules = rulesForPaths(imagePaths, m_snapshot->tree->path(m_snapshot->refbox), place);
    if (rules.empty())
        return;
    vserver->links.insert(vserver->links.end(), rules.begin(), rules.end());
    m_document->edit(tr("Link %1 to %2").arg(displayPath(rules.front().from), displayPath(place)),
                     [&](Project &project) { project = std::move(changed); });
}

std::vector<PlacedLink> LinkMapPage::linksBelow(NodeId node) const
{
    const LinkMap &map = *m_snapshot->linkMap;
    const FileTree &tree = *m_snapshot->tree;
    std::vector<PlacedLink> links;
    for (const Link &link : map.linksOf(node)) {
        if (link.target == kNoId || !map.isInRefbox(link.target))
            continue;
        PlacedLink placed{{}, pathBelow(link.from, map.vserverOf(link.from))};
        // The rule may have named any of the file's names.
        for (const NodeId name : tree.names(tree.inodeOf(link.target))) {
            if (map.isInRefbox(name))
                placed.sources.push_back(pathBelow(name, map.refbox()));
        }
        links.push_back(std::move(placed));
    }
    return links;
}

void LinkMapPage::unlink(NodeId node)
{
    Project changed = m_document->project();
    VServer *vserver = vserverOf(node, changed);
    // What each rule has caught is known of the project that was planned; a newer plan is on its way.
    if (vserver == nullptr || !m_snapshot->plan || m_snapshot->plan->project != changed)
        return;
    std::vector<std::uint32_t> linked;
    const auto index = static_cast<std::size_t>(vserver - changed.vservers.data());
    for (const RuleReport &report : m_snapshot->plan->rules[index])
        linked.push_back(report.linked);
    if (!removeLinks(*vserver, linksBelow(node), linked)) {
        Q_EMIT told(tr("No link rule has made this: what programs need is linked with them."));
        return;
    }
    m_document->edit(tr("Remove the link %1").arg(displayPath(m_snapshot->tree->path(node))),
                     [&](Project &project) { project = std::move(changed); });
}

} // namespace Refbox
