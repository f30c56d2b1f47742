// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells of an Error: what failed, where, why, and what to do. GUI thread.
#pragma once

#include "jobs/error.h"

#include <QDialog>

#include <memory>

namespace Refbox {

namespace Ui {
class ErrorDialog;
}

class ErrorDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ErrorDialog(const Error &error, QWidget *parent = nullptr);
    ~ErrorDialog() override;

private:
    std::unique_ptr<Ui::ErrorDialog> m_ui;
};

/// Shows the dialog over parent and returns at once; it deletes itself.
void showError(const Error &error, QWidget *parent);

} // namespace Refbox
