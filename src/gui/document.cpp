// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document.h"

#include "jobs/display.h"
#include "project/projectfile.h"
#include "project/projectpaths.h"

#include <QDir>
#include <QFile>
#include <QUndoStack>

#include <filesystem>
#include <utility>

namespace Refbox {

namespace {

std::string currentFolder()
{
    return QFile::encodeName(QDir::currentPath()).toStdString();
}

std::string folderOf(const std::string &path)
{
    return (std::filesystem::path(currentFolder()) / path).parent_path().string();
}

} // namespace

class Document::EditCommand final : public QUndoCommand
{
public:
    EditCommand(Document &document, const QString &text, Project after, int mergeId)
        : QUndoCommand(text)
        , m_document(document)
        , m_folder(document.folder())
        , m_before(document.project())
        , m_after(std::move(after))
        , m_mergeId(mergeId)
    {
    }
    // The file may have been saved elsewhere since.
    void undo() override { m_document.assign(movedProject(m_before, m_folder, m_document.folder())); }
    void redo() override { m_document.assign(movedProject(m_after, m_folder, m_document.folder())); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        // Qt calls this for equal ids only, and never across a save.
        m_after = static_cast<const EditCommand *>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Document &m_document;
    std::string m_folder; // where relative paths of both start
    Project m_before;
    Project m_after;
    int m_mergeId;
};

Document::Document(QObject *parent)
    : QObject(parent)
    , m_undoStack(new QUndoStack(this))
{
    connect(m_undoStack, &QUndoStack::cleanChanged, this, [this] { Q_EMIT modifiedChanged(isModified()); });
}

Document::~Document()
{
    m_undoStack->disconnect(this);
}

std::string Document::folder() const
{
    return m_path.empty() ? currentFolder() : folderOf(m_path);
}

QString Document::title() const
{
    return m_path.empty() ? displayPath(m_project.name)
                          : displayPath(std::filesystem::path(m_path).filename().string());
}

bool Document::isModified() const
{
    return m_isFileLost || hasEdits();
}

bool Document::hasEdits() const
{
    return m_wasNeverSaved || !m_undoStack->isClean();
}

void Document::edit(const QString &text, const std::function<void(Project &)> &change, int mergeId)
{
    Project after = m_project;
    change(after);
    if (after != m_project)
        m_undoStack->push(new EditCommand(*this, text, std::move(after), mergeId));
}

void Document::setProject(const Project &project, std::string path)
{
    m_path = std::move(path);
    m_wasNeverSaved = false;
    m_isFileLost = false;
    m_undoStack->clear();
    m_saved = project;
    assign(project);
    Q_EMIT replaced();
    Q_EMIT modifiedChanged(isModified());
}

void Document::setUnsavedProject(const Project &project, std::string path,
                                 const std::optional<Project> &onDisk)
{
    setProject(project, std::move(path));
    m_saved = onDisk.value_or(m_project);
    m_wasNeverSaved = true;
    Q_EMIT modifiedChanged(true);
}

void Document::save(const std::string &path)
{
    const bool isElsewhere = path != m_path;
    const Project moved = movedProject(m_project, folder(), folderOf(path));
    saveProject(moved, path);
    m_path = path;
    m_saved = moved;
    m_wasNeverSaved = false;
    m_isFileLost = false;
    m_undoStack->setClean();
    if (isElsewhere) {
        assign(moved);
        Q_EMIT replaced();
    }
    Q_EMIT modifiedChanged(false);
}

void Document::keepOver(const Project &onDisk)
{
    m_saved = onDisk;
    m_isFileLost = false;
    m_wasNeverSaved = true;
    Q_EMIT modifiedChanged(true);
}

void Document::setFileLost(bool lost)
{
    if (std::exchange(m_isFileLost, lost) != lost)
        Q_EMIT modifiedChanged(isModified());
}

void Document::assign(const Project &project)
{
    m_project = project;
    Q_EMIT projectChanged();
}

} // namespace Refbox
