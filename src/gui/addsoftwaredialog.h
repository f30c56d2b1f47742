// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for a component: a recipe of the catalogue, programs of this machine, packages, a folder or an
// archive; its name and its prefix. A pure editor of a value: it knows the project only to find a free name
// and what it has already, and changes nothing. GUI thread.
#pragma once

#include "gui/bytefield.h"
#include "project/project.h"

#include <QDialog>

#include <memory>
#include <string>
#include <vector>

class QMimeData;

namespace Refbox {

namespace Ui {
class AddSoftwareDialog;
}

class AddSoftwareDialog final : public QDialog
{
    Q_OBJECT

public:
    /// projectFolder: what lies below it is named relative to it; may be empty.
    AddSoftwareDialog(const Project &project, const std::string &projectFolder, QWidget *parent = nullptr);
    ~AddSoftwareDialog() override;

    /// Edits a component that the project has, instead of making a new one.
    void setComponent(const Component &component);
    /// What was chosen; valid once the dialog was accepted.
    Component component() const;
    /// Components that it needs, to be added before it.
    std::vector<Component> needed() const;

    /// Fills in what lies at a path of this machine, as if it were dropped.
    void takePath(const std::string &path);

    /// A component of what was dropped, with a free name and the best prefix. path is absolute.
    static Component componentForPath(const std::string &path, const Project &project,
                                      const std::string &projectFolder = {});

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Kind { Recipe, Host, Packages, Folder, Archive };

    void setUpFields();
    void connectAll();
    void showSource(const Source &source);
    void browseFolder();
    void browseArchive();
    void browsePackages();
    PackagesSource packages() const;
    void showPackages(const PackagesSource &source);
    Kind kind() const;
    Source source() const;
    std::string suggestedName() const;
    void suggest();
    void validate();
    QString sourceObjection() const;
    QString packagesObjection() const;
    QString pathObjection(const std::string &path, bool folder) const;
    bool isValidPlace();
    std::string absolute(const std::string &path) const;

    std::unique_ptr<Ui::AddSoftwareDialog> m_ui;
    Project m_project;
    std::string m_projectFolder;
    Component m_original; ///< what the dialog does not show is kept from it
    ByteField m_folder;
    ByteField m_archive;
    ByteField m_prefix;
    bool m_isEditing = false;
    bool m_isNameTyped = false;
    bool m_isPrefixTyped = false;
};

/// The local paths of what is dragged, as bytes.
std::vector<std::string> localPaths(const QMimeData &data);

} // namespace Refbox
