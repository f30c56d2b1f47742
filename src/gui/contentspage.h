// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Contents tab: refbox and one vserver side by side, with the components, link rules and private files
// that they are made from. Removes, reorders and links through the document; what needs a dialog it asks for
// by signal.
#pragma once

#include "gui/snapshot.h"

#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QTableView;
class QTreeView;

namespace Refbox {

class ComponentsModel;
class ComponentWorks;
class Document;
class FilesModel;
class RulesModel;
class TreeModel;

namespace Ui {
class ContentsPage;
}

class ContentsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ContentsPage(QWidget *parent = nullptr);
    ~ContentsPage() override;

    /// Once, before anything is shown.
    void setDocument(Document &document);
    /// The same.
    void setWorks(const ComponentWorks &works);
    /// editable: of the document; else a tree that is only looked at.
    void setSnapshot(const SnapshotPtr &snapshot, bool editable);
    void selectNode(NodeId node);
    /// In the project's list; -1 where there is none.
    int currentVServer() const;
    void setCurrentVServer(int index);

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    void addSoftwareRequested();
    void editComponentRequested(int component);
    void newVServerRequested();
    void editVServerRequested(int vserver);
    /// rule -1: a new one, with from filled in.
    void linkRuleRequested(int vserver, int rule, const std::string &from);
    /// path empty: a new one; of a file that is not private: it is to become so.
    void privateFileRequested(int vserver, const std::string &path);

private:
    void setUpTrees();
    void setUpButtons();
    void connectComponentButtons();
    void connectVServerButtons();
    void connectRuleButtons();
    void connectFileButtons();
    void refresh();
    void refreshVServers();
    void refreshLists();
    void showVServer();
    void clearLists();
    void sayWhatIsEmpty();
    void updateButtons();
    void moveComponent(int by);
    void moveRule(int by);
    void removeRules();
    void removeComponent();
    void removeVServer();
    void removeFile();
    bool linkInto(const std::vector<std::string> &imagePaths, NodeId folder);
    void showRefboxMenu(const QPoint &place);
    void showVServerMenu(const QPoint &place);
    /// Whether what the current vserver has at a node is one of its private files, or can become one.
    enum class Privacy { Is, Can, Cannot };
    Privacy privacy(NodeId node) const;
    std::string pathInVServer(NodeId node) const;
    NodeId vserverNode() const;
    static int currentRow(const QTableView &table);

    std::unique_ptr<Ui::ContentsPage> m_ui;
    Document *m_document = nullptr;
    SnapshotPtr m_snapshot;
    bool m_editable = false;
    bool m_selecting = false;
    std::string m_listed; ///< the vserver whose rules and files are shown
    QLabel *m_refboxEmpty;
    QLabel *m_vserverEmpty;
    TreeModel *m_refboxModel;
    TreeModel *m_vserverModel;
    ComponentsModel *m_componentsModel;
    RulesModel *m_rulesModel;
    FilesModel *m_filesModel;
};

} // namespace Refbox
