// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What exports have made: where, how big, whether verified, what is remarked, and how to use it. Not modal.
// GUI thread.
#pragma once

#include "assembly/exporter.h"

#include <QDBusConnection>
#include <QDialog>

#include <memory>
#include <vector>

namespace Refbox {

namespace Ui {
class ResultDialog;
}

class ResultDialog final : public QDialog
{
    Q_OBJECT

public:
    /// bus: where UDisks2 may be.
    explicit ResultDialog(const std::vector<ExportReport> &reports, QWidget *parent = nullptr,
                          const QDBusConnection &bus = QDBusConnection::systemBus());
    ~ResultDialog() override;

private:
    std::unique_ptr<Ui::ResultDialog> m_ui;
};

} // namespace Refbox
