// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vserverdialog.h"

#include "assembly/skeleton.h"
#include "assembly/treeedit.h"
#include "gui/icons.h"
#include "gui/importdialog.h"
#include "jobs/display.h"
#include "ui_vserverdialog.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>
#include <map>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidestOrigin = 280;

QString skeletonTitle(const QString &name)
{
    if (name == u"typical")
        return VServerDialog::tr("Typical");
    if (name == u"minimal")
        return VServerDialog::tr("Minimal");
    return name == u"empty" ? VServerDialog::tr("Empty") : name;
}

QString skeletonText(const QString &name)
{
    if (name == u"typical")
        return VServerDialog::tr(
            "Folders of two levels as on a common system, devices, first files of /etc and a "
            "start script.");
    if (name == u"minimal")
        return VServerDialog::tr("Only what a shell needs to run, and a start script.");
    return name == u"empty" ? VServerDialog::tr("Nothing: rules and files bring all there is.") : QString();
}

QIcon iconOf(FileType type)
{
    if (type == FileType::Directory)
        return icon(u"folder"_s, u"folder"_s);
    if (type == FileType::Symlink)
        return icon(u"symboliclink"_s);
    return type == FileType::Regular ? icon(u"file"_s, u"text-x-generic"_s) : icon(u"device"_s);
}

QStringList namesOf(const std::vector<std::string> &names)
{
    QStringList shown;
    for (const std::string &name : names)
        shown += displayPath(name);
    return shown;
}

} // namespace

VServerDialog::VServerDialog(const Project &project, QWidget *parent)
    : VServerDialog(project, nullptr, kNoId, parent)
{
}

VServerDialog::VServerDialog(const Project &project, const FileTreePtr &tree, NodeId refbox, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::VServerDialog>())
    , m_project(project)
    , m_groups(softwareGroups(project, tree, refbox))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("New vserver"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Create &vserver"));
    m_ui->nameHint->setField(m_ui->nameEdit);
    m_ui->nameHint->setHint(tr("Its folder in the image and its host name."));
    m_ui->skeletonHint->setField(m_ui->skeletonCombo);
    m_ui->nameEdit->setText(QString::fromStdString(freeVServerName(project)));
    m_ui->nameEdit->selectAll();
    showOrigin();
    setUpSkeletons();
    setUpSoftware();
    setUpCopies();
    connectAll();
    showSkeleton();
    updateState();
}

VServerDialog::~VServerDialog() = default;

// Only of what was imported.
void VServerDialog::showOrigin()
{
    const bool isImported = m_original.import.has_value();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->originLabel, m_ui->originPath,
                                                            m_ui->relinkLabel, m_ui->relinkCombo})
        widget->setVisible(isImported);
    if (!isImported)
        return;
    const Import &import = *m_original.import;
    const QString path = displayPath(import.path);
    const QString text = import.folder == "/" ? path : tr("%1 in %2").arg(displayPath(import.folder), path);
    m_ui->originPath->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, kWidestOrigin));
    m_ui->originPath->setToolTip(text);
    fillRelinks(m_ui->relinkCombo, import.relink);
}

void VServerDialog::setUpSkeletons()
{
    for (const char *name : skeletonNames()) {
        const QString id = QString::fromLatin1(name);
        m_ui->skeletonCombo->addItem(skeletonTitle(id), id);
    }
    m_ui->skeletonCombo->setCurrentIndex(
        std::max(0, m_ui->skeletonCombo->findData(QString::fromStdString(VServer().skeleton))));
}

void VServerDialog::setUpSoftware()
{
    QHeaderView *header = m_ui->softwareTree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const SoftwareGroup &group : m_groups) {
        const QString names = namesOf(group.components).join(u", "_s);
        auto *item = new QTreeWidgetItem(m_ui->softwareTree, {names, displayPath(group.prefix)});
        item->setIcon(0, icon(u"component"_s));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, group.prefix == "/" ? Qt::Checked : Qt::Unchecked);
        QStringList rules;
        for (const LinkRule &rule : group.rules)
            rules += tr("%1 to %2").arg(displayPath(rule.from), displayPath(rule.to));
        item->setToolTip(0, names + u'\n' + rules.join(u'\n'));
    }
}

void VServerDialog::setUpCopies()
{
    for (const VServer &vserver : m_project.vservers)
        m_ui->copyCombo->addItem(icon(u"vserver"_s), displayPath(vserver.name));
    m_ui->copyRadio->setEnabled(!m_project.vservers.empty());
}

void VServerDialog::connectAll()
{
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &VServerDialog::updateState);
    connect(m_ui->skeletonCombo, &QComboBox::currentIndexChanged, this, &VServerDialog::showSkeleton);
    connect(m_ui->softwareTree, &QTreeWidget::itemChanged, this, &VServerDialog::updateState);
    connect(m_ui->copyRadio, &QRadioButton::toggled, this, &VServerDialog::updateState);
    connect(m_ui->copyCombo, &QComboBox::currentIndexChanged, this, &VServerDialog::updateState);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void VServerDialog::setVServer(const VServer &vserver)
{
    m_isEditing = true;
    m_original = vserver;
    setWindowTitle(tr("Vserver %1").arg(displayPath(vserver.name)));
    showOrigin();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Apply &changes"));
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->startLabel, m_ui->freshRadio, m_ui->copyRadio, m_ui->copyCombo, m_ui->softwareLabel,
             m_ui->softwareTree, m_ui->softwareHint})
        widget->hide();
    m_ui->freshRadio->setChecked(true);
    m_ui->nameEdit->setText(QString::fromStdString(vserver.name));
    m_ui->skeletonCombo->setCurrentIndex(
        m_ui->skeletonCombo->findData(QString::fromStdString(vserver.skeleton)));
    m_ui->choices->setColumnStretch(1, 0);
    m_ui->choices->setHorizontalSpacing(0);
    resize(400, height());
    updateState();
}

VServer VServerDialog::vserver() const
{
    const std::string name = m_ui->nameEdit->text().toStdString();
    if (const VServer *other = copied())
        return copyOfVServer(*other, name);
    VServer vserver = m_original.name.empty() ? m_original : renamedVServer(m_original, name);
    vserver.name = name;
    vserver.skeleton = m_ui->skeletonCombo->currentData().toString().toStdString();
    if (!m_isEditing)
        vserver.links = chosenRules();
    if (vserver.import)
        vserver.import->relink = static_cast<Relink>(m_ui->relinkCombo->currentData().toInt());
    return vserver;
}

const VServer *VServerDialog::copied() const
{
    const int index = m_ui->copyCombo->currentIndex();
    return m_ui->copyRadio->isChecked() && index >= 0 ? &m_project.vservers[static_cast<std::size_t>(index)]
                                                      : nullptr;
}

std::vector<LinkRule> VServerDialog::chosenRules() const
{
    std::vector<LinkRule> rules;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (m_ui->softwareTree->topLevelItem(static_cast<int>(i))->checkState(0) == Qt::Checked)
            rules.insert(rules.end(), m_groups[i].rules.begin(), m_groups[i].rules.end());
    }
    return rules;
}

void VServerDialog::showSkeleton()
{
    m_ui->skeletonTree->clear();
    const QString name = m_ui->skeletonCombo->currentData().toString();
    std::map<std::string, QTreeWidgetItem *> items;
    std::vector<SkeletonEntry> entries = skeletonEntries(name.toStdString(), {});
    std::ranges::sort(entries, {}, &SkeletonEntry::path);
    for (const SkeletonEntry &entry : entries) {
        const auto parent = items.find(std::string(parentPath(entry.path)));
        auto *item = parent == items.end() ? new QTreeWidgetItem(m_ui->skeletonTree)
                                           : new QTreeWidgetItem(parent->second);
        item->setText(0, displayPath(baseName(entry.path)));
        item->setIcon(0, iconOf(entry.type));
        items[entry.path] = item;
    }
    m_ui->skeletonHint->setHint(skeletonText(name));
    updateState();
}

void VServerDialog::updateState()
{
    const bool isCopy = copied() != nullptr;
    m_ui->copyCombo->setEnabled(isCopy);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ui->skeletonLabel, m_ui->skeletonCombo, m_ui->skeletonTree,
                                          m_ui->softwareLabel, m_ui->softwareTree})
        widget->setEnabled(!isCopy);
    m_ui->softwareHint->setHint(softwareText());
    const std::string name = m_ui->nameEdit->text().toStdString();
    const bool isFine = m_ui->nameHint->setObjection(vserverNameObjection(name, m_project, m_original.name));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(isFine);
}

QString VServerDialog::softwareText() const
{
    if (const VServer *other = copied())
        return tr("The copy gets all rules (%1) and private files (%2) of %3.")
            .arg(other->links.size())
            .arg(other->files.size())
            .arg(displayPath(other->name));
    if (m_groups.empty())
        return tr("The project has no software yet: add some, and link it later.");
    const std::size_t rules = chosenRules().size();
    return rules == 0 ? tr("Nothing is linked for now; rules can be added later.")
                      : tr("Link rules that this makes: %1. They can be changed later.").arg(rules);
}

} // namespace Refbox
