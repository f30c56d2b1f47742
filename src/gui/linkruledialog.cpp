// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkruledialog.h"

#include "assembly/glob.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "project/names.h"
#include "ui_linkruledialog.h"

#include <QFontDatabase>
#include <QFutureWatcher>
#include <QHeaderView>
#include <QPushButton>

#include <chrono>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostShown = 500;
constexpr std::chrono::milliseconds kTypingPause{80};

Objection objectionToPlace(std::string place)
{
    if (place.size() > 1 && place.ends_with('/'))
        place.pop_back();
    return objectionToPath(place, true);
}

} // namespace

LinkRuleDialog::LinkRuleDialog(const FileTreePtr &tree, NodeId refbox, QWidget *parent)
    : QDialog(parent)
    , m_ui([this] {
        auto ui = std::make_unique<Ui::LinkRuleDialog>();
        ui->setupUi(this);
        return ui;
    }())
    , m_tree(tree)
    , m_refbox(refbox)
    , m_from(m_ui->fromEdit)
    , m_to(m_ui->toEdit)
{
    setWindowTitle(tr("New link rule"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Add &rule"));
    setUpFields();
    connectAll();
    changed();
}

LinkRuleDialog::~LinkRuleDialog()
{
    stopPreview();
}

void LinkRuleDialog::setUpFields()
{
    m_ui->fromHint->setField(m_ui->fromEdit);
    m_ui->fromHint->setHint(tr("* and ? stand for parts of a name, ** for any depth of folders."));
    m_ui->toHint->setField(m_ui->toEdit);
    m_ui->exceptHint->setField(m_ui->exceptEdit);
    m_ui->exceptHint->setHint(tr("One pattern on each line."));
    m_ui->hardRadio->setIcon(icon(u"hardlink"_s));
    m_ui->symbolicRadio->setIcon(icon(u"symboliclink"_s));
    m_ui->copyRadio->setIcon(icon(u"copy"_s));
    QHeaderView *header = m_ui->matchTree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    const int line = fontMetrics().lineSpacing();
    m_ui->exceptEdit->setMinimumHeight(3 * line + 2 * m_ui->exceptEdit->frameWidth() + 8);
}

void LinkRuleDialog::connectAll()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kTypingPause);
    connect(&m_delay, &QTimer::timeout, this, &LinkRuleDialog::startPreview);
    connect(m_ui->fromEdit, &QLineEdit::textChanged, this, &LinkRuleDialog::changed);
    connect(m_ui->toEdit, &QLineEdit::textChanged, this, &LinkRuleDialog::changed);
    connect(m_ui->exceptEdit, &QPlainTextEdit::textChanged, this, &LinkRuleDialog::changed);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void LinkRuleDialog::setRule(const LinkRule &rule)
{
    setWindowTitle(tr("Link rule"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Apply &changes"));
    suggestRule(rule);
}

void LinkRuleDialog::suggestRule(const LinkRule &rule)
{
    m_original = rule;
    m_from.set(rule.from);
    m_to.set(rule.to);
    m_ui->hardRadio->setChecked(rule.manner == LinkManner::Hard);
    m_ui->symbolicRadio->setChecked(rule.manner == LinkManner::Symbolic);
    m_ui->copyRadio->setChecked(rule.manner == LinkManner::Copy);
    m_ui->needsCheck->setChecked(rule.needs);
    QStringList lines;
    for (const std::string &glob : rule.except)
        lines += editableText(glob);
    m_exceptShown = lines.join(u'\n');
    m_ui->exceptEdit->setPlainText(m_exceptShown);
}

LinkManner LinkRuleDialog::manner() const
{
    if (m_ui->symbolicRadio->isChecked())
        return LinkManner::Symbolic;
    return m_ui->copyRadio->isChecked() ? LinkManner::Copy : LinkManner::Hard;
}

std::vector<std::string> LinkRuleDialog::exceptions() const
{
    const QString text = m_ui->exceptEdit->toPlainText();
    if (text == m_exceptShown)
        return m_original.except; // also what is no text
    std::vector<std::string> globs;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            globs.push_back(line.trimmed().toStdString());
    }
    return globs;
}

LinkRule LinkRuleDialog::rule() const
{
    LinkRule rule = m_original;
    rule.from = m_from.bytes();
    rule.to = m_to.bytes();
    rule.manner = manner();
    rule.needs = m_ui->needsCheck->isChecked();
    rule.except = exceptions();
    return rule;
}

void LinkRuleDialog::setTree(const FileTreePtr &tree, NodeId refbox)
{
    m_tree = tree;
    m_refbox = refbox;
    changed();
}

void LinkRuleDialog::changed()
{
    const bool isFine = validate();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(isFine);
    stopPreview();
    if (isFine && m_tree) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_ui->matchTree->clear();
    m_ui->countHint->setObjection({});
    m_ui->countHint->setHint(m_tree ? tr("Shows what the rule catches, and where it appears.")
                                    : tr("There is no plan yet that could show what this catches."));
}

bool LinkRuleDialog::validate()
{
    const LinkRule edited = rule();
    const Objection from = objectionToPath(edited.from, false);
    const Objection to = objectionToPlace(edited.to);
    QString except;
    for (const std::string &glob : edited.except) {
        if (const Objection objection = objectionToPath(glob, false))
            except = tr("The pattern %1 %2.").arg(displayPath(glob), *objection);
    }
    const bool takesFolder = PathGlob(edited.from).hasWildcards();
    m_ui->toHint->setHint(takesFolder ? tr("The folder that takes what is found.")
                                      : tr("Its new path; with a / at the end, the folder that takes it."));
    // What was not filled in yet is no reason to complain, but nothing to accept either.
    m_ui->fromHint->setObjection(from && !edited.from.empty() ? tr("The path %1.").arg(*from) : QString());
    m_ui->toHint->setObjection(to && !edited.to.empty() ? tr("The path %1.").arg(*to) : QString());
    m_ui->exceptHint->setObjection(except);
    return !from && !to && except.isEmpty();
}

void LinkRuleDialog::stopPreview()
{
    ++m_generation;
    if (m_preview)
        m_preview->cancel();
    m_preview.reset();
}

void LinkRuleDialog::startPreview()
{
    stopPreview();
    m_preview = std::make_shared<Progress>();
    auto *watcher = new QFutureWatcher<RulePreview>(this);
    const auto generation = m_generation;
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        if (generation != m_generation)
            return;
        try {
            showPreview(watcher->future().result());
        } catch (const Cancelled &) {
        } catch (const Error &error) {
            m_ui->countHint->setObjection(error.toString());
        }
    });
    watcher->setFuture(
        startJob(m_preview, [tree = m_tree, refbox = m_refbox, rule = rule()](Progress &progress) {
            return previewRule(*tree, refbox, rule, kMostShown, progress);
        }));
}

void LinkRuleDialog::showPreview(const RulePreview &preview)
{
    m_ui->matchTree->setUpdatesEnabled(false);
    m_ui->matchTree->clear();
    QList<QTreeWidgetItem *> items;
    for (const RulePreview::Match &match : preview.matches) {
        auto *item = new QTreeWidgetItem({displayPath(match.from), displayPath(match.to)});
        item->setToolTip(0, item->text(0));
        item->setToolTip(1, item->text(1));
        items += item;
    }
    m_ui->matchTree->addTopLevelItems(items);
    m_ui->matchTree->setUpdatesEnabled(true);
    QString text = tr("Catches files: %L1, together %2.").arg(preview.files).arg(formatSize(preview.bytes));
    if (preview.files > preview.matches.size())
        text += u' ' + tr("The first %L1 are shown.").arg(preview.matches.size());
    m_ui->countHint->setHint(text);
    m_ui->countHint->setObjection(preview.files == 0 ? tr("Catches nothing in the refbox as it is planned.")
                                                     : QString());
}

} // namespace Refbox
