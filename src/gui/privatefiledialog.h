// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small editor for a file of a vserver's own: path, text, permissions, owner. Bytes that are no text are
// shown and kept. A pure editor of a value. GUI thread.
#pragma once

#include "gui/bytefield.h"
#include "gui/filetext.h"
#include "project/project.h"

#include <QDialog>

#include <memory>
#include <string>

namespace Refbox {

namespace Ui {
class PrivateFileDialog;
}

class PrivateFileDialog final : public QDialog
{
    Q_OBJECT

public:
    /// vserver: for the paths that are in use.
    explicit PrivateFileDialog(const VServer &vserver, QWidget *parent = nullptr);
    ~PrivateFileDialog() override;

    /// Edits a file that the vserver has.
    void setFile(const std::string &path, const PrivateFile &file);
    /// Fills in a file that is still to be added, such as a copy of what a skeleton brings.
    void suggestFile(const std::string &path, const PrivateFile &file);
    /// What was chosen; valid once the dialog was accepted.
    std::string path() const;
    PrivateFile file() const;

private:
    void connectAll();
    void showContent();
    void updateState();
    QString pathObjection() const;
    QString contentText() const;
    QString ownerObjection() const;

    std::unique_ptr<Ui::PrivateFileDialog> m_ui;
    VServer m_vserver;
    std::string m_originalPath; ///< empty for a new file
    PrivateFile m_original;
    std::optional<EditableText> m_text; ///< none: the bytes are no text, and stay what they are
    ByteField m_path;
};

} // namespace Refbox
