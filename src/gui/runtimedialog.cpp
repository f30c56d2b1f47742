// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runtimedialog.h"

#include "gui/fonts.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "ui_runtimedialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPushButton>

#include <filesystem>

namespace Refbox {

using namespace Qt::StringLiterals;

std::string runtimeCommand(const RuntimeRequest &request, const ExportContext &context)
{
    const RuntimeConfig &config = request.config;
    std::string command = "refbox-cli export runtime";
    if (request.kinds.size() < 3) {
        std::string kinds;
        for (const RuntimeKind kind : request.kinds)
            kinds += (kinds.empty() ? "" : ",") + std::string(runtimeName(kind));
        command += " --kind " + kinds;
    }
    if (request.mount != "/mnt")
        command += " --mount " + shellQuoted(request.mount.empty() ? "/" : request.mount);
    for (const auto &[option, value] :
         {std::pair(" --hostname ", config.hostname), std::pair(" --interface ", config.interface),
          std::pair(" --address ", config.address)}) {
        if (!value.empty())
            command += option + shellQuoted(value);
    }
    if (config.readOnly)
        command += " --read-only";
    if (request.replace)
        command += " --force";
    if (hasErrors(*context.plan))
        command += " --keep-going";
    command += context.from.empty() ? ' ' + shellQuoted(context.projectPath)
                                    : " --from " + shellQuoted(context.from);
    return command + ' ' + shellQuoted(context.plan->tree->path(request.vserver)) + ' ' +
           shellQuoted(request.folder);
}

RuntimeDialog::RuntimeDialog(ExportContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(std::move(context))
    , m_ui(std::make_unique<Ui::RuntimeDialog>())
{
    m_ui->setupUi(this);
    m_ui->titleLabel->setFont(titleFont(font()));
    m_ui->folderEdit->setMinimumWidth(320);
    m_exportButton = m_ui->buttonBox->addButton(tr("Export configurations"), QDialogButtonBox::AcceptRole);
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setDefault(true);
    m_ui->commandEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyButton->setIcon(icon(u"copytext"_s, u"edit-copy"_s));
    m_ui->commandHint->setFont(hintFont(font()));
    m_ui->commandHint->setVisible(m_context.isEdited && !m_context.projectPath.empty());
    const Plan &plan = *m_context.plan;
    for (const NodeId vserver : plan.vservers)
        m_ui->vserverCombo->addItem(icon(u"vserver"_s), displayPath(plan.tree->name(vserver)), vserver);
    if (const int suggested = m_ui->vserverCombo->findData(m_context.subtree); suggested >= 0)
        m_ui->vserverCombo->setCurrentIndex(suggested);
    const std::filesystem::path folder(m_context.folder);
    m_ui->folderEdit->setText(QString::fromStdString((folder / (plan.project.name + "-runtimes")).string()));

    connect(m_ui->vserverCombo, &QComboBox::currentIndexChanged, this, &RuntimeDialog::vserverChosen);
    for (QLineEdit *edit :
         {m_ui->mountEdit, m_ui->hostnameEdit, m_ui->interfaceEdit, m_ui->addressEdit, m_ui->folderEdit})
        connect(edit, &QLineEdit::textChanged, this, &RuntimeDialog::changed);
    for (QCheckBox *box :
         {m_ui->nspawnBox, m_ui->lxcBox, m_ui->vserverBox, m_ui->readOnlyBox, m_ui->replaceBox})
        connect(box, &QCheckBox::toggled, this, &RuntimeDialog::changed);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->commandEdit->text()); });
    connect(m_ui->browseButton, &QPushButton::clicked, this, &RuntimeDialog::browse);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    vserverChosen();
    m_ui->vserverCombo->setFocus();
}

RuntimeDialog::~RuntimeDialog() = default;

void RuntimeDialog::vserverChosen()
{
    const Plan &plan = *m_context.plan;
    if (m_ui->vserverCombo->count() > 0)
        m_told = runtimeConfigOf(*plan.tree, plan.refbox, m_ui->vserverCombo->currentData().toUInt(), "/",
                                 plan.project.image);
    m_ui->hostnameEdit->setPlaceholderText(m_ui->vserverCombo->currentText());
    changed();
}

void RuntimeDialog::changed()
{
    m_ui->addressEdit->setEnabled(!m_ui->interfaceEdit->text().isEmpty());
    const QString problem = readForm();
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
    m_exportButton->setEnabled(problem.isEmpty());
    const bool saved = !m_context.projectPath.empty() || !m_context.from.empty();
    m_ui->commandEdit->setText(saved && problem.isEmpty()
                                   ? QString::fromStdString(runtimeCommand(m_request, m_context))
                                   : QString());
    m_ui->commandEdit->setCursorPosition(0);
    m_ui->commandEdit->setToolTip(m_ui->commandEdit->text());
    m_ui->commandEdit->setPlaceholderText(
        saved ? QString() : tr("Save the project first: the command works on its file."));
    m_ui->copyButton->setEnabled(!m_ui->commandEdit->text().isEmpty());
}

QString RuntimeDialog::readForm()
{
    if (m_ui->vserverCombo->count() == 0)
        return tr("There is no vserver. Make one first.");
    std::string mount = m_ui->mountEdit->text().trimmed().toStdString();
    if (mount.empty())
        return tr("Say where the image is mounted.");
    while (mount.ends_with('/'))
        mount.pop_back();
    m_request.vserver = m_ui->vserverCombo->currentData().toUInt();
    m_request.mount = mount;
    m_request.config = m_told;
    for (std::string *place : {&m_request.config.root, &m_request.config.refbox}) {
        if (!place->empty())
            *place = mount + *place;
    }
    m_request.config.hostname = m_ui->hostnameEdit->text().trimmed().toStdString();
    m_request.config.interface = m_ui->interfaceEdit->text().trimmed().toStdString();
    if (m_ui->addressEdit->isEnabled())
        m_request.config.address = m_ui->addressEdit->text().trimmed().toStdString();
    m_request.config.readOnly = m_ui->readOnlyBox->isChecked();
    m_request.replace = m_ui->replaceBox->isChecked();
    const std::string folder = m_ui->folderEdit->text().trimmed().toStdString();
    m_request.folder = (std::filesystem::path(m_context.folder) / folder).string();
    m_request.kinds.clear();
    for (const auto &[box, kind] :
         {std::pair(m_ui->nspawnBox, RuntimeKind::Nspawn), std::pair(m_ui->lxcBox, RuntimeKind::Lxc),
          std::pair(m_ui->vserverBox, RuntimeKind::VServer)}) {
        if (box->isChecked())
            m_request.kinds.push_back(kind);
    }
    if (m_request.kinds.empty())
        return tr("Choose at least one runtime.");
    if (folder.empty())
        return tr("Say where they go.");
    try {
        for (const RuntimeKind kind : m_request.kinds)
            runtimeFiles(kind, m_request.config);
    } catch (const Error &error) {
        return error.where() + u": "_s + error.why() + u' ' + error.advice();
    }
    return {};
}

void RuntimeDialog::browse()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setObjectName(u"browseDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setDirectory(QFileInfo(m_ui->folderEdit->text()).path());
    connect(dialog, &QFileDialog::fileSelected, m_ui->folderEdit, &QLineEdit::setText);
    dialog->open();
}

} // namespace Refbox
