// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows before anything is open: templates, recent projects, and looking inside a file.
#pragma once

#include <QWidget>

#include <memory>

namespace Refbox {

namespace Ui {
class WelcomePage;
}

class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    ~WelcomePage() override;

    void setRecentFiles(const QStringList &paths);

Q_SIGNALS:
    void templateChosen(const QString &name);
    void openRequested();
    void lookInsideRequested();
    void lookInsideFolderRequested();
    void recentChosen(const QString &path);

private:
    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace Refbox
