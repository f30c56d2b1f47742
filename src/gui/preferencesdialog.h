// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits the preferences. A pure editor of a value. GUI thread.
#pragma once

#include "gui/preferences.h"

#include <QDialog>

#include <memory>

namespace Refbox {

namespace Ui {
class PreferencesDialog;
}

class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const Preferences &preferences, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

    /// What was chosen.
    Preferences preferences() const;

private:
    void addFolder();
    void removeFolders();
    void browseCache();
    void updateState();
    bool showHosts();

    std::unique_ptr<Ui::PreferencesDialog> m_ui;
};

} // namespace Refbox
