// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of needs: "If I drop this, what breaks?"
#include "assembly/treeedit.h"
#include "gui/needspage.h"
#include "jobs/display.h"
#include "ui_needspage.h"

namespace Refbox {

namespace {

constexpr int kMostListed = 2000; // of one root

} // namespace

// What the question is about: the box that is chosen, or all that is shown.
std::vector<NodeId> NeedsPage::dropped() const
{
    const BoxId box = m_ui->view->current();
    if (box == kNoId)
        return {m_result.selected};
    std::vector<NodeId> nodes;
    for (const std::uint32_t member : m_ui->view->scene()->boxes[box].members) {
        const NodeId node = m_result.graph->nodes[member].node;
        // The name that was chosen, where the file has several.
        const FileTree &tree = *m_result.snapshot->tree;
        const bool isChosen = node != kNoId && m_result.snapshot == m_snapshot &&
                              tree.inodeOf(node) == tree.inodeOf(m_selected);
        if (node != kNoId)
            nodes.push_back(isChosen ? m_selected : node);
    }
    return nodes;
}

void NeedsPage::askForBreaks()
{
    m_breaksJob.stop();
    m_whatIf.reset();
    m_ui->view->setMarks({});
    m_ui->breaksPanel->setVisible(m_ui->whatIfButton->isChecked() && m_ui->view->scene());
    updateLegend();
    if (!m_ui->whatIfButton->isChecked() || !m_ui->view->scene())
        return;
    m_ui->breaksTree->clear();
    const std::vector<NodeId> nodes = dropped();
    if (nodes.empty()) {
        m_ui->breaksLabel->setText(tr("It is missing already."));
        return;
    }
    m_ui->breaksLabel->setText(tr("Looking for what would break…"));
    m_breaksJob.start(
        this,
        [snapshot = m_result.snapshot, nodes](Progress &progress) {
            return findBreaks(snapshot, nodes, progress);
        },
        [this](const std::shared_ptr<const WhatIf> &whatIf) { showBreaks(whatIf); },
        [this](const Error &error) { showText(error.toString()); });
}

void NeedsPage::showBreaks(const std::shared_ptr<const WhatIf> &whatIf)
{
    m_whatIf = whatIf;
    m_ui->view->setMarks(marksOf(*m_ui->view->scene(), *whatIf));
    std::size_t switches = 0;
    for (const RootEffects &effects : whatIf->roots)
        switches += effects.switches.size();
    QString text = whatIf->breakCount() == 0
                       ? tr("Nothing would break.")
                       : tr("%n file(s) would break.", nullptr, static_cast<int>(whatIf->breakCount()));
    if (switches > 0)
        text += u' ' + tr("%n would use another file.", nullptr, static_cast<int>(switches));
    m_ui->breaksLabel->setText(text);
    fillBreaks(*whatIf);
    updateLegend();
}

void NeedsPage::fillBreaks(const WhatIf &whatIf)
{
    const FileTree &tree = *m_result.snapshot->tree;
    m_ui->breaksTree->clear();
    for (const RootEffects &effects : whatIf.roots) {
        auto *top = new QTreeWidgetItem(m_ui->breaksTree);
        top->setText(0, displayPath(tree.path(effects.root)));
        top->setText(1, tr("%n break(s)", nullptr, static_cast<int>(effects.breaks.size())));
        top->setData(0, kNodeRole, effects.root);
        top->setExpanded(effects.root == m_result.graph->root);
        int listed = 0;
        for (const auto *list : {&effects.breaks, &effects.switches}) {
            for (const DropEffect &effect : *list) {
                if (++listed > kMostListed)
                    break;
                auto *item = new QTreeWidgetItem(top);
                item->setText(0, displayPath(baseName(tree.path(effect.node))));
                item->setToolTip(0, displayPath(tree.path(effect.node)));
                item->setText(1, effectText(tree, effect));
                item->setToolTip(1, item->text(1));
                item->setData(0, kNodeRole, effect.node);
            }
        }
        if (listed > kMostListed) {
            auto *more = new QTreeWidgetItem(top);
            more->setText(0, tr("and more: refbox-cli whatif lists them all"));
            more->setData(0, kNodeRole, effects.root);
        }
    }
}

} // namespace Refbox
