// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferencesdialog.h"

#include "gui/icons.h"
#include "jobs/job.h"
#include "software/store.h"
#include "ui_preferencesdialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace Refbox {

using namespace Qt::StringLiterals;

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Save preferences"));
    m_ui->addButton->setIcon(icon(u"add"_s, u"list-add"_s));
    m_ui->removeButton->setIcon(icon(u"remove"_s, u"list-remove"_s));
    m_ui->sourcesList->addItems(preferences.sourceFolders);
    m_ui->offlineBox->setChecked(preferences.offline);
    m_ui->coresSpin->setMaximum(std::max(64, static_cast<int>(usefulThreads())));
    m_ui->coresSpin->setSpecialValueText(tr("All (%1)").arg(usefulThreads()));
    m_ui->coresSpin->setValue(static_cast<int>(preferences.cores));
    m_ui->hostsEdit->setText(preferences.compileHosts);
    m_ui->hostsHint->setField(m_ui->hostsEdit);
    m_ui->keepFailedBox->setChecked(preferences.keepFailed);
    m_ui->cacheEdit->setText(preferences.cacheFolder);
    m_ui->cacheEdit->setPlaceholderText(QFile::decodeName(QByteArray::fromStdString(defaultStoreFolder())));
    m_ui->cacheHint->setField(m_ui->cacheEdit);
    connect(m_ui->addButton, &QPushButton::clicked, this, &PreferencesDialog::addFolder);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &PreferencesDialog::removeFolders);
    connect(m_ui->cacheButton, &QPushButton::clicked, this, &PreferencesDialog::browseCache);
    connect(m_ui->hostsEdit, &QLineEdit::textChanged, this, &PreferencesDialog::updateState);
    connect(m_ui->cacheEdit, &QLineEdit::textChanged, this, &PreferencesDialog::updateState);
    connect(m_ui->sourcesList, &QListWidget::itemSelectionChanged, this, &PreferencesDialog::updateState);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateState();
}

PreferencesDialog::~PreferencesDialog() = default;

Preferences PreferencesDialog::preferences() const
{
    Preferences chosen;
    for (int row = 0; row < m_ui->sourcesList->count(); ++row)
        chosen.sourceFolders += m_ui->sourcesList->item(row)->text();
    chosen.offline = m_ui->offlineBox->isChecked();
    chosen.cores = static_cast<unsigned>(m_ui->coresSpin->value());
    chosen.keepFailed = m_ui->keepFailedBox->isChecked();
    chosen.compileHosts = m_ui->hostsEdit->text().trimmed();
    chosen.cacheFolder = m_ui->cacheEdit->text();
    return chosen;
}

void PreferencesDialog::addFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("A folder with tarballs"));
    if (!chosen.isEmpty() && m_ui->sourcesList->findItems(chosen, Qt::MatchExactly).isEmpty())
        m_ui->sourcesList->addItem(chosen);
}

void PreferencesDialog::removeFolders()
{
    qDeleteAll(m_ui->sourcesList->selectedItems());
}

void PreferencesDialog::browseCache()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("The cache's folder"));
    if (!chosen.isEmpty())
        m_ui->cacheEdit->setText(chosen);
}

// Gives whether they can be read.
bool PreferencesDialog::showHosts()
{
    m_ui->hostsHint->setHint(qEnvironmentVariableIsSet("REFBOX_COMPILE_HOSTS")
                                 ? tr("REFBOX_COMPILE_HOSTS is set, and comes first.")
                                 : tr("Machines that run distccd, such as: build1 build2:3633/8"));
    try {
        parseCompileHosts(m_ui->hostsEdit->text().toStdString());
    } catch (const Error &error) {
        m_ui->hostsHint->setObjection(u"%1: %2. %3"_s.arg(error.failed(), error.where(), error.why()));
        return false;
    }
    m_ui->hostsHint->setObjection({});
    return true;
}

void PreferencesDialog::updateState()
{
    m_ui->removeButton->setEnabled(!m_ui->sourcesList->selectedItems().isEmpty());
    const QString cache = m_ui->cacheEdit->text();
    const QFileInfo info(cache);
    const bool isGood = cache.isEmpty() || (info.isAbsolute() && (!info.exists() || info.isDir()));
    m_ui->cacheHint->setHint(!qEnvironmentVariableIsEmpty("REFBOX_CACHE")
                                 ? tr("REFBOX_CACHE is set, and comes first.")
                                 : tr("Holds when Refbox is started again. The old one stays where it is."));
    m_ui->cacheHint->setObjection(isGood ? QString() : tr("This is no absolute path of a folder."));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(showHosts() && isGood);
}

} // namespace Refbox
