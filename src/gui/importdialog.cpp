// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/importdialog.h"

#include "assembly/importsource.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "gui/vserverdrafts.h"
#include "jobs/display.h"
#include "project/names.h"
#include "project/projectpaths.h"
#include "ui_importdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

#include <array>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString kindText(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Linked:
        return ImportDialog::tr("Links to the refbox");
    case ImportKind::OtherTime:
        return ImportDialog::tr("The same but for the time");
    case ImportKind::OtherMetadata:
        return ImportDialog::tr("The same content, other mode, owner or attributes");
    case ImportKind::Kept:
        return ImportDialog::tr("The same, kept private");
    case ImportKind::Changed:
        return ImportDialog::tr("Changed against the refbox");
    case ImportKind::Own:
        break;
    }
    return ImportDialog::tr("Of its own");
}

QString iconOf(ImportKind kind)
{
    return kind == ImportKind::Linked ? u"hardlink"_s : kind == ImportKind::Own ? u"file"_s : u"copy"_s;
}

} // namespace

void fillRelinks(QComboBox *combo, Relink current)
{
    const std::array<std::pair<Relink, QString>, 3> entries{{
        {Relink::Exact, ImportDialog::tr("Files that are the same as in the refbox")},
        {Relink::AnyTime, ImportDialog::tr("Also files that only have another time")},
        {Relink::Nothing, ImportDialog::tr("Nothing: all files stay its own")},
    }};
    combo->clear();
    for (const auto &[relink, text] : entries)
        combo->addItem(text, static_cast<int>(relink));
    combo->setCurrentIndex(combo->findData(static_cast<int>(current)));
}

ImportDialog::ImportDialog(Project project, std::string folder, const QString &source, QWidget *parent)
    : QDialog(parent)
    , m_project(std::move(project))
    , m_folder(std::move(folder))
    , m_ui(std::make_unique<Ui::ImportDialog>())
{
    m_ui->setupUi(this);
    m_ui->titleLabel->setFont(titleFont(font()));
    m_importButton = m_ui->buttonBox->addButton(tr("&Import vserver"), QDialogButtonBox::AcceptRole);
    m_importButton->setObjectName(u"importButton"_s);
    m_importButton->setDefault(true);
    m_ui->problemIcon->setPixmap(icon(u"warning"_s).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_ui->problemIcon->setFixedSize(16, 16);
    QHeaderView *header = m_ui->previewTree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    for (const int column : {1, 2})
        m_ui->previewTree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    fillRelinks(m_ui->relinkCombo, Relink::Exact);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(300ms);
    watch();
    m_ui->sourceEdit->setText(source);
    sourceEdited();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::watch()
{
    connect(m_ui->sourceEdit, &QLineEdit::textChanged, this, &ImportDialog::sourceEdited);
    connect(m_ui->folderEdit, &QLineEdit::textChanged, this, &ImportDialog::sourceEdited);
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, [this] { m_isNamed = true; });
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &ImportDialog::changed);
    connect(m_ui->relinkCombo, &QComboBox::currentIndexChanged, this, &ImportDialog::changed);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(&m_previewTimer, &QTimer::timeout, this, &ImportDialog::preview);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::browse()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setObjectName(u"browseDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QFile::decodeName(QByteArray::fromStdString(m_folder)));
    connect(dialog, &QFileDialog::fileSelected, m_ui->sourceEdit, &QLineEdit::setText);
    dialog->open();
}

// Names the vserver after what it comes from, unless the user has named it.
void ImportDialog::sourceEdited()
{
    if (!m_isNamed) {
        const QString folder = m_ui->folderEdit->text().trimmed();
        const QString source = folder.size() > 1 ? folder : m_ui->sourceEdit->text().trimmed();
        std::string name = source.isEmpty() ? std::string() : vserverNameFor(source.toStdString());
        if (!vserverNameObjection(name, m_project).isEmpty())
            name = freeVServerName(m_project);
        m_ui->nameEdit->setText(QString::fromStdString(name));
    }
    changed();
}

void ImportDialog::changed()
{
    m_preview.stop();
    m_isPreviewed = false;
    m_problem.clear();
    m_formProblem = readForm();
    if (m_formProblem.isEmpty())
        m_previewTimer.start();
    else
        m_previewTimer.stop();
    showState();
}

QString ImportDialog::readForm()
{
    const std::string source = QFile::encodeName(m_ui->sourceEdit->text().trimmed()).toStdString();
    m_vserver.name = m_ui->nameEdit->text().toStdString();
    m_vserver.skeleton = "empty";
    Import import;
    import.path = source.empty() || !source.starts_with('/') ? source : pathForProject(source, m_folder);
    import.folder = m_ui->folderEdit->text().trimmed().toStdString();
    import.relink = static_cast<Relink>(m_ui->relinkCombo->currentData().toInt());
    const Objection folderObjection = objectionToPath(import.folder, true);
    m_vserver.import = std::move(import);
    if (source.empty())
        return tr("Say what it comes from: a star-ball or other archive, a folder or an image.");
    if (folderObjection)
        return tr("The folder in it %1.").arg(*folderObjection);
    return vserverNameObjection(m_vserver.name, m_project);
}

void ImportDialog::preview()
{
    m_preview.start(
        m_ui->previewTree,
        [project = m_project, vserver = m_vserver, folder = m_folder](Progress &progress) {
            return planImport(project, vserver, {folder}, progress);
        },
        [this](const ImportPlan &plan) {
            m_isPreviewed = true;
            showPreview(plan);
            showState();
        },
        [this](const Error &error) {
            m_problem = error.where() + u": "_s + error.why() + u' ' + error.advice();
            showState();
        });
    showState();
}

void ImportDialog::showPreview(const ImportPlan &plan)
{
    QTreeWidget *tree = m_ui->previewTree;
    tree->clear();
    const auto add = [&](const QString &text, const ImportReport::Sum &sum) {
        auto *item = new QTreeWidgetItem(tree, {text, QLocale().toString(sum.files), formatSize(sum.bytes)});
        for (const int column : {1, 2})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    for (std::size_t i = 0; i < kImportKinds; ++i) {
        const auto kind = static_cast<ImportKind>(i);
        const ImportReport::Sum &sum = plan.report.of(kind);
        if (sum.files == 0 && kind != ImportKind::Linked)
            continue;
        QTreeWidgetItem *item = add(kindText(kind), sum);
        item->setIcon(0, icon(iconOf(kind)));
        for (const ImportedFile &file : plan.report.files) {
            if (file.kind != kind)
                continue;
            auto *child = new QTreeWidgetItem(item, {displayPath(file.path), {}, formatSize(file.bytes)});
            child->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
            child->setToolTip(0, tr("In the refbox: %1").arg(displayPath(file.twin)));
        }
    }
    QTreeWidgetItem *all = add(tr("All"), plan.report.all());
    QFont bold = font();
    bold.setBold(true);
    for (int column = 0; column < tree->columnCount(); ++column)
        all->setFont(column, bold);
}

void ImportDialog::showState()
{
    const QString problem = m_formProblem.isEmpty() ? m_problem : m_formProblem;
    const bool isReading = problem.isEmpty() && !m_isPreviewed;
    if (!m_isPreviewed)
        m_ui->previewTree->clear();
    if (isReading)
        new QTreeWidgetItem(m_ui->previewTree, {tr("Reading it and comparing it with the refbox…")});
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
    m_ui->problemIcon->setVisible(!problem.isEmpty());
    m_importButton->setEnabled(m_isPreviewed);
}

} // namespace Refbox
