// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Link map tab: the map, what it is filtered by, and what is changed through it. GUI thread.
#pragma once

#include "assembly/linkexport.h"
#include "gui/edits.h"
#include "gui/picture.h"
#include "gui/snapshot.h"
#include "tree/linkfilter.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Refbox {

class Document;
class LinkMapView;

namespace Ui {
class LinkMapPage;
}

class LinkMapPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LinkMapPage(QWidget *parent = nullptr);
    ~LinkMapPage() override;

    /// Once, before anything is shown.
    void setDocument(Document &document);
    /// editable: of the document; else a tree that is only looked at.
    void setSnapshot(const SnapshotPtr &snapshot, bool editable);
    void selectNode(NodeId node);

    void setAnimated(bool animated);
    /// Only links from, to and of what this filter says, in place of all other filters, until the user shows
    /// all again.
    void showOnly(const LinkFilter &links);

    /// Asks for a file and saves the picture there, or asks for the links to be saved; for tests.
    std::function<void(const Picture &, const QString &)> savePicture;

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    /// What is under the mouse, or why nothing was done.
    void told(const QString &text);
    void newVServerRequested();
    void sidesRequested();
    /// Of all links, whatever the filter shows.
    void saveLinksRequested(const QString &path, Refbox::LinkFormat format);

private:
    LinkMapView &view() const;
    void chooseMap();
    QString emptyText() const;
    void askAndSave(const Picture &picture, const QString &name);
    void refreshChoices();
    void applyFilter();
    void refreshLegend();
    void focusOn(const LinkFilter &focus, const QString &text);
    void showMenu(NodeId node, const QPoint &place);
    void link(const std::vector<std::string> &imagePaths, NodeId folder);
    void unlink(NodeId node);
    /// The vserver that a node is in, to be changed; null where there is none, or nothing may be.
    VServer *vserverOf(NodeId node, Project &project) const;
    std::string pathBelow(NodeId node, NodeId top) const; ///< "/" for top itself
    std::vector<PlacedLink> linksBelow(NodeId node) const;

    std::unique_ptr<Ui::LinkMapPage> m_ui;
    Document *m_document = nullptr;
    SnapshotPtr m_snapshot;
    bool m_editable = false;
    bool m_refreshing = false;
    LinkFilter m_focus; ///< from, target and component alone
};

} // namespace Refbox
