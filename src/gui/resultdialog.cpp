// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/resultdialog.h"

#include "gui/fonts.h"
#include "gui/resultcard.h"
#include "jobs/display.h"
#include "ui_resultdialog.h"

#include <QPushButton>
#include <QScreen>

#include <filesystem>

namespace Refbox {

namespace {

constexpr int kWidth = 640;
constexpr int kMargins = 48;

} // namespace

ResultDialog::ResultDialog(const std::vector<ExportReport> &reports, QWidget *parent,
                           const QDBusConnection &bus)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ResultDialog>())
{
    m_ui->setupUi(this);
    const QString name = reports.size() == 1
                             ? displayPath(std::filesystem::path(reports.front().path).filename().string())
                             : QString();
    m_ui->titleLabel->setText(name.isEmpty() ? tr("All is ready") : tr("%1 is ready").arg(name));
    m_ui->titleLabel->setFont(titleFont(font()));
    for (const ExportReport &report : reports)
        m_ui->cardsLayout->addWidget(new ResultCard(report, bus, m_ui->cards));
    m_ui->cardsLayout->addStretch();
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setDefault(true);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // All of it without scrolling, where the screen allows.
    const int around = m_ui->titleLabel->sizeHint().height() + m_ui->buttonBox->sizeHint().height() + 32;
    resize(kWidth, std::min(m_ui->cards->sizeHint().height() + around + kMargins,
                            screen()->availableSize().height() * 3 / 4));
}

ResultDialog::~ResultDialog() = default;

} // namespace Refbox
