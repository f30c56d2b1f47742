// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The open project with its file and its undo stack. Every edit is a command that knows the project before
// and after it, so that undo is exact. GUI thread.
#pragma once

#include "project/project.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <string>

class QUndoStack;

namespace Refbox {

class Document final : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const Project &project() const { return m_project; }
    QUndoStack &undoStack() { return *m_undoStack; }
    /// Empty for a project that was never saved.
    const std::string &path() const { return m_path; }
    /// Where the project's relative paths start: its file's folder, else the current one.
    std::string folder() const;
    /// The file's name, or the project's.
    QString title() const;
    bool isModified() const;

    /// One undoable step: change gets a copy of the project to alter; nothing happens where it stays equal.
    /// text: "Add component gnu-bash". Steps of one mergeId (not -1) in a row become one, for typing.
    void edit(const QString &text, const std::function<void(Project &)> &change, int mergeId = -1);

    /// Another project takes this one's place; the undo stack starts afresh.
    void setProject(const Project &project, std::string path);
    /// Like setProject, but for what was never saved in this form: it counts as modified. onDisk: what its
    /// file holds, where that can be read.
    void setUnsavedProject(const Project &project, std::string path,
                           const std::optional<Project> &onDisk = {});
    /// In another folder, relative paths become those that lead to the same files. Throws Error; then nothing
    /// has changed.
    void save(const std::string &path);

    /// Whether a project read from the file is the one that was last opened from there or saved to it.
    bool isAsSaved(const Project &onDisk) const { return onDisk == m_saved; }
    /// Another program has changed the file, and this project is to stay: it counts as modified.
    void keepOver(const Project &onDisk);
    /// Another program has removed or damaged the file, or mended it: while it is lost, the project counts as
    /// modified.
    void setFileLost(bool lost);
    /// Whether something would be lost with this project that no file holds.
    bool hasEdits() const;

Q_SIGNALS:
    void projectChanged(); ///< also by undo, redo and another project
    void replaced();       ///< another project, or another file
    void modifiedChanged(bool modified);

private:
    class EditCommand;
    void assign(const Project &project);

    Project m_project;
    std::string m_path;
    QUndoStack *m_undoStack;
    Project m_saved; ///< as the file has it
    bool m_wasNeverSaved = false;
    bool m_isFileLost = false;
};

} // namespace Refbox
