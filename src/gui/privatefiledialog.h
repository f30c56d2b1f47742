// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small editor for a file of a vserver's own: path, text, permissions, owner. Bytes that are no text are
// shown and kept. A pure editor of a value. GUI thread.
#pragma once

#include "gui/bytefield.h"
#include "gui/filetext.h"
#include "gui/plannedfile.h"
#include "project/project.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>
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

    /// Tells what the vserver has at a path without a private file there: with that a new one begins.
    void setPlanned(std::function<std::optional<PlannedFile>(const std::string &path)> planned);
    /// Edits a private file that the vserver has.
    void setFile(const std::string &path, const PrivateFile &file);
    /// The path of a new one.
    void suggestPath(const std::string &path);
    /// What was chosen; valid once the dialog was accepted.
    std::string path() const;
    PrivateFile file() const;

    /// Asks before something that was typed is lost.
    void reject() override;

private:
    void connectAll();
    void showFile(const PrivateFile &file);
    void pathEdited();
    QString pathText() const;
    void updateState();
    QString pathObjection() const;
    QString contentText() const;
    QString ownerObjection() const;

    std::unique_ptr<Ui::PrivateFileDialog> m_ui;
    VServer m_vserver;
    std::function<std::optional<PlannedFile>(const std::string &)> m_planned;
    std::string m_originalPath; ///< empty for a new file
    PrivateFile m_original;
    std::optional<bool> m_isShared; ///< of the planned file that a new one begins with; none: with nothing
    std::optional<EditableText> m_text; ///< none: the bytes are no text, and stay what they are
    ByteField m_path;
};

} // namespace Refbox
