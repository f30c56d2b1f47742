// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits a link rule and shows live what it catches in the planned refbox. A pure editor of a value. GUI
// thread.
#pragma once

#include "gui/bytefield.h"
#include "gui/rulepreview.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Refbox {

class Progress;
namespace Ui {
class LinkRuleDialog;
}

class LinkRuleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// tree: the plan's, with the refbox at its node; may be null, then there is no preview.
    LinkRuleDialog(const FileTreePtr &tree, NodeId refbox, QWidget *parent = nullptr);
    ~LinkRuleDialog() override;

    /// Edits this rule instead of making a new one.
    void setRule(const LinkRule &rule);
    /// Fills in a rule that is still to be added.
    void suggestRule(const LinkRule &rule);
    /// What was chosen; valid once the dialog was accepted.
    LinkRule rule() const;

    /// A newer plan.
    void setTree(const FileTreePtr &tree, NodeId refbox);

private:
    void setUpFields();
    void connectAll();
    LinkManner manner() const;
    std::vector<std::string> exceptions() const;
    void changed();
    bool validate();
    void startPreview();
    void stopPreview();
    void showPreview(const RulePreview &preview);

    std::unique_ptr<Ui::LinkRuleDialog> m_ui;
    FileTreePtr m_tree;
    NodeId m_refbox;
    LinkRule m_original; ///< comments are kept from it
    ByteField m_from;
    ByteField m_to;
    QString m_exceptShown;
    QTimer m_delay;
    std::shared_ptr<Progress> m_preview;
    unsigned m_generation = 0; ///< previews of older rules are dropped
};

} // namespace Refbox
