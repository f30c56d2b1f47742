// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One output in a ResultDialog. GUI thread.
#pragma once

#include "assembly/exporter.h"

#include <QDBusConnection>
#include <QWidget>

#include <memory>

namespace Refbox {

class Mounter;

namespace Ui {
class ResultCard;
}

class ResultCard final : public QWidget
{
    Q_OBJECT

public:
    ResultCard(const ExportReport &report, const QDBusConnection &bus, QWidget *parent = nullptr);
    ~ResultCard() override;

private:
    void showReport(const ExportReport &report);
    void showCommands(const std::vector<std::string> &commands);
    void setUpMounter(const std::string &image, const QDBusConnection &bus);
    void showMount();

    std::unique_ptr<Ui::ResultCard> m_ui;
    Mounter *m_mounter = nullptr; // for images
};

} // namespace Refbox
