// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guide of /baby/doc, as it stands or will stand in the package. It may be a stranger's: it is shown as
// text with its one picture, nothing in it is followed. Not modal. GUI thread.
#pragma once

#include "tree/filetree.h"

#include <QDialog>

#include <memory>

namespace Refbox {

namespace Ui {
class GuideDialog;
}

class GuideDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Throws Error where the guide cannot be read.
    explicit GuideDialog(const FileTree &tree, QWidget *parent = nullptr);
    ~GuideDialog() override;

    static bool hasGuide(const FileTree &tree);

private:
    std::unique_ptr<Ui::GuideDialog> m_ui;
};

} // namespace Refbox
