// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/errordialog.h"

#include "gui/fonts.h"
#include "gui/icons.h"
#include "ui_errordialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 384; // of the text
constexpr int kIcon = 32;

// A path has no spaces to break at: it may break after any slash.
QString breakable(QString path)
{
    return path.replace(u'/', u"/\u200B"_s);
}

void setOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ErrorDialog::ErrorDialog(const Error &error, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ErrorDialog>())
{
    m_ui->setupUi(this);
    m_ui->failedLabel->setMinimumWidth(kWidth);
    m_ui->iconLabel->setPixmap(icon(u"error"_s).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    m_ui->iconLabel->setFixedSize(kIcon, kIcon);
    m_ui->failedLabel->setTextFormat(Qt::PlainText);
    m_ui->failedLabel->setFont(titleFont(font()));
    m_ui->contextLabel->setFont(hintFont(font()));
    m_ui->failedLabel->setText(error.failed());
    setOrHide(m_ui->whereLabel, breakable(error.where()));
    setOrHide(m_ui->whyLabel, error.why());
    setOrHide(m_ui->adviceLabel, error.advice());
    setOrHide(m_ui->contextLabel, error.context().join(u'\n'));
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [text = error.toString()] { QGuiApplication::clipboard()->setText(text); });
}

ErrorDialog::~ErrorDialog() = default;

void showError(const Error &error, QWidget *parent)
{
    auto *dialog = new ErrorDialog(error, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Refbox
