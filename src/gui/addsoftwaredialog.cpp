// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addsoftwaredialog.h"

#include "assembly/treeedit.h"
#include "gui/componentdrafts.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "project/names.h"
#include "ui_addsoftwaredialog.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

#include <sys/stat.h>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

void fillChoice(QComboBox *combo, const QString &none, const QString &bundled, const QString &external)
{
    combo->addItem(none, u"none"_s);
    combo->addItem(bundled, u"bundled"_s);
    combo->addItem(external, u"external"_s);
}

// A value that is no choice of ours stays one of the list.
void choose(QComboBox *combo, const std::map<std::string, std::string> &options, const char *key)
{
    const auto option = options.find(key);
    const QString value = option == options.end() ? QString() : QString::fromStdString(option->second);
    int index = combo->findData(value);
    if (index < 0) {
        combo->insertItem(0, value.isEmpty() ? AddSoftwareDialog::tr("As the recipe has it") : value, value);
        index = 0;
    }
    combo->setCurrentIndex(index);
}

} // namespace

std::vector<std::string> localPaths(const QMimeData &data)
{
    std::vector<std::string> paths;
    for (const QUrl &url : data.urls()) {
        // Not toLocalFile(): names that are no UTF-8 would change.
        std::string path =
            QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1()).toStdString();
        while (path.size() > 1 && path.ends_with('/'))
            path.pop_back();
        if (url.isLocalFile() && path.starts_with('/'))
            paths.push_back(std::move(path));
    }
    return paths;
}

AddSoftwareDialog::AddSoftwareDialog(const Project &project, const std::string &projectFolder,
                                     QWidget *parent)
    : QDialog(parent)
    , m_ui([this] {
        auto ui = std::make_unique<Ui::AddSoftwareDialog>();
        ui->setupUi(this);
        return ui;
    }())
    , m_project(project)
    , m_projectFolder(projectFolder)
    , m_folder(m_ui->folderEdit)
    , m_archive(m_ui->archiveEdit)
    , m_prefix(m_ui->prefixCombo->lineEdit())
{
    setWindowTitle(tr("Add software"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Add &component"));
    m_ui->sourceTabs->removeTab(m_ui->sourceTabs->indexOf(m_ui->recipePage));
    setUpFields();
    showOptions({});
    connectAll();
    suggest();
    m_ui->chooser->setFocus();
}

AddSoftwareDialog::~AddSoftwareDialog() = default;

void AddSoftwareDialog::setUpFields()
{
    m_ui->nameHint->setField(m_ui->nameEdit);
    m_ui->prefixHint->setField(m_ui->prefixCombo);
    m_ui->folderHint->setField(m_ui->folderEdit);
    m_ui->archiveHint->setField(m_ui->archiveEdit);
    m_ui->recipeHint->setField(m_ui->recipeEdit);
    m_ui->nameHint->setHint(tr("In lists and messages."));
    fillChoice(m_ui->readlineCombo, tr("None"), tr("The one that its source brings"),
               tr("That of this system"));
    fillChoice(m_ui->gettextCombo, tr("None"), tr("The one that its source brings"),
               tr("That of this system"));
    const int host = m_ui->sourceTabs->indexOf(m_ui->hostPage);
    m_ui->sourceTabs->setTabIcon(host, icon(u"component"_s));
    m_ui->sourceTabs->setTabIcon(host + 1, icon(u"folder"_s, u"folder"_s));
    m_ui->sourceTabs->setTabIcon(host + 2, icon(u"archive"_s, u"package-x-generic"_s));
}

void AddSoftwareDialog::connectAll()
{
    connect(m_ui->sourceTabs, &QTabWidget::currentChanged, this, &AddSoftwareDialog::suggest);
    connect(m_ui->chooser, &ProgramChooser::changed, this, &AddSoftwareDialog::suggest);
    for (const QLineEdit *edit : {m_ui->folderEdit, m_ui->archiveEdit, m_ui->recipeEdit})
        connect(edit, &QLineEdit::textChanged, this, &AddSoftwareDialog::suggest);
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_isNameTyped = !text.isEmpty();
        suggest();
    });
    connect(m_ui->prefixCombo->lineEdit(), &QLineEdit::textEdited, this, [this] { m_isPrefixTyped = true; });
    connect(m_ui->prefixCombo, &QComboBox::activated, this, [this] { m_isPrefixTyped = true; });
    connect(m_ui->prefixCombo, &QComboBox::editTextChanged, this, &AddSoftwareDialog::validate);
    connect(m_ui->folderButton, &QPushButton::clicked, this, &AddSoftwareDialog::browseFolder);
    connect(m_ui->archiveButton, &QPushButton::clicked, this, &AddSoftwareDialog::browseArchive);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AddSoftwareDialog::setComponent(const Component &component)
{
    m_isEditing = m_isNameTyped = m_isPrefixTyped = true;
    m_original = component;
    setWindowTitle(tr("Component %1").arg(displayPath(component.name)));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Apply &changes"));
    showSource(component.source);
    m_ui->nameEdit->setText(QString::fromStdString(component.name));
    showOptions(component);
    suggest();
    m_prefix.set(component.prefix);
    validate();
}

void AddSoftwareDialog::showSource(const Source &source)
{
    QWidget *page = m_ui->recipePage;
    if (const auto *host = std::get_if<HostSource>(&source)) {
        page = m_ui->hostPage;
        m_ui->chooser->setPrograms(host->programs);
    } else if (const auto *folder = std::get_if<FolderSource>(&source)) {
        page = m_ui->folderPage;
        m_folder.set(folder->path);
    } else if (const auto *archive = std::get_if<ArchiveSource>(&source)) {
        page = m_ui->archivePage;
        m_archive.set(archive->path);
    } else {
        m_ui->sourceTabs->addTab(page, icon(u"build"_s), tr("R&ecipe"));
        m_ui->recipeEdit->setText(QString::fromStdString(std::get<RecipeSource>(source).recipe));
    }
    m_ui->sourceTabs->setCurrentWidget(page);
}

void AddSoftwareDialog::showOptions(const Component &component)
{
    const bool isBuilt = std::holds_alternative<RecipeSource>(component.source);
    const bool isShown = isBuilt || !component.options.empty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->readlineLabel, m_ui->readlineCombo,
                                                            m_ui->gettextLabel, m_ui->gettextCombo})
        widget->setVisible(isShown);
    choose(m_ui->readlineCombo, component.options, "readline");
    choose(m_ui->gettextCombo, component.options, "gettext");
}

AddSoftwareDialog::Kind AddSoftwareDialog::kind() const
{
    const QWidget *page = m_ui->sourceTabs->currentWidget();
    if (page == m_ui->folderPage)
        return Kind::Folder;
    if (page == m_ui->archivePage)
        return Kind::Archive;
    return page == m_ui->recipePage ? Kind::Recipe : Kind::Host;
}

// Comments, and what has no field, stay with a source that keeps its kind.
Source AddSoftwareDialog::source() const
{
    const auto edited = [this]<typename Kept>(Kept fresh) {
        const Kept *kept = std::get_if<Kept>(&m_original.source);
        return kept != nullptr ? *kept : fresh;
    };
    switch (kind()) {
    case Kind::Folder: {
        FolderSource folder = edited(FolderSource());
        folder.path = m_folder.bytes();
        return folder;
    }
    case Kind::Archive: {
        ArchiveSource archive = edited(ArchiveSource());
        archive.path = m_archive.bytes();
        return archive;
    }
    case Kind::Recipe: {
        RecipeSource recipe = edited(RecipeSource());
        recipe.recipe = m_ui->recipeEdit->text().toStdString();
        return recipe;
    }
    case Kind::Host:
        break;
    }
    HostSource host = edited(HostSource());
    host.programs = m_ui->chooser->programs();
    return host;
}

Component AddSoftwareDialog::component() const
{
    Component component = m_original;
    component.name = m_ui->nameEdit->text().toStdString();
    component.prefix = m_prefix.bytes();
    component.source = source();
    if (m_ui->readlineCombo->isHidden())
        return component;
    for (const auto &[key, combo] :
         {std::pair("readline", m_ui->readlineCombo), std::pair("gettext", m_ui->gettextCombo)}) {
        const std::string value = combo->currentData().toString().toStdString();
        if (value.empty())
            component.options.erase(key);
        else
            component.options[key] = value;
    }
    return component;
}

Component AddSoftwareDialog::componentForPath(const std::string &path, const Project &project,
                                              const std::string &projectFolder)
{
    Component component;
    component.name = freeComponentName(nameForPath(path), project);
    component.prefix = prefixesFor(component.name, project).front();
    component.source = sourceForPath(path, projectFolder);
    return component;
}

void AddSoftwareDialog::takePath(const std::string &path)
{
    const Source source = sourceForPath(path, m_projectFolder);
    if (const auto *host = std::get_if<HostSource>(&source)) {
        m_ui->sourceTabs->setCurrentWidget(m_ui->hostPage);
        for (const HostProgram &program : host->programs)
            m_ui->chooser->add(program);
    } else {
        showSource(source);
    }
}

void AddSoftwareDialog::browseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose a folder"));
    if (!chosen.isEmpty())
        m_folder.set(pathForProject(QFile::encodeName(chosen).toStdString(), m_projectFolder));
}

void AddSoftwareDialog::browseArchive()
{
    const QString filters =
        tr("Archives and packages (%1)").arg(archivePatterns().join(u' ')) + u";;"_s + tr("All files (*)");
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose an archive"), {}, filters);
    if (!chosen.isEmpty())
        m_archive.set(pathForProject(QFile::encodeName(chosen).toStdString(), m_projectFolder));
}

std::string AddSoftwareDialog::suggestedName() const
{
    const Source chosen = source();
    if (const auto *folder = std::get_if<FolderSource>(&chosen))
        return folder->path.empty() ? std::string() : nameForPath(folder->path);
    if (const auto *archive = std::get_if<ArchiveSource>(&chosen))
        return archive->path.empty() ? std::string() : nameForPath(archive->path);
    const auto *host = std::get_if<HostSource>(&chosen);
    return host == nullptr || host->programs.empty() ? std::string() : nameForPath(host->programs[0].program);
}

// Name and prefix follow what is chosen until their user types others.
void AddSoftwareDialog::suggest()
{
    if (!m_isNameTyped) {
        const std::string name = suggestedName();
        m_ui->nameEdit->setText(
            QString::fromStdString(name.empty() ? name : freeComponentName(name, m_project)));
    }
    const std::string typed = m_ui->nameEdit->text().toStdString();
    const std::vector<std::string> prefixes = prefixesFor(typed.empty() ? "NAME" : typed, m_project);
    const std::string kept = m_prefix.bytes();
    {
        const QSignalBlocker blocker(m_ui->prefixCombo);
        m_ui->prefixCombo->clear();
        for (const std::string &prefix : prefixes)
            m_ui->prefixCombo->addItem(editableText(prefix));
        m_prefix.set(m_isPrefixTyped ? kept : typed.empty() ? "/" : prefixes.front());
    }
    validate();
}

void AddSoftwareDialog::validate()
{
    const QString objected = sourceObjection();
    const bool isEmpty = (kind() == Kind::Folder && m_ui->folderEdit->text().isEmpty()) ||
                         (kind() == Kind::Archive && m_ui->archiveEdit->text().isEmpty());
    const QString shown = isEmpty ? QString() : objected;
    m_ui->folderHint->setObjection(kind() == Kind::Folder ? shown : QString());
    m_ui->folderHint->setHint(
        kind() == Kind::Folder && objected.isEmpty() ? folderSummary(absolute(m_folder.bytes())) : QString());
    m_ui->archiveHint->setObjection(kind() == Kind::Archive ? shown : QString());
    m_ui->recipeHint->setObjection(kind() == Kind::Recipe ? shown : QString());
    const bool isPlaced = isValidPlace();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(objected.isEmpty() && isPlaced);
}

bool AddSoftwareDialog::isValidPlace()
{
    const std::string name = m_ui->nameEdit->text().toStdString();
    const std::string prefix = m_prefix.bytes();
    const QString nameObjection = componentNameObjection(name, m_project, m_original.name);
    const Objection prefixObjection = objectionToPath(prefix, true);
    // Nothing chosen, nothing named: no reason to complain yet.
    m_ui->nameHint->setObjection(name.empty() && !m_isNameTyped ? QString() : nameObjection);
    m_ui->prefixHint->setHint(tr("In the image: %1").arg(displayPath(joinPath("/refbox", prefix))));
    m_ui->prefixHint->setObjection(prefixObjection ? tr("The prefix %1.").arg(*prefixObjection) : QString());
    return nameObjection.isEmpty() && !prefixObjection;
}

QString AddSoftwareDialog::sourceObjection() const
{
    switch (kind()) {
    case Kind::Folder:
        return pathObjection(m_folder.bytes(), true);
    case Kind::Archive:
        return pathObjection(m_archive.bytes(), false);
    case Kind::Recipe: {
        const Objection objection = objectionToName(m_ui->recipeEdit->text().toStdString());
        return objection ? tr("The recipe's name %1.").arg(*objection) : QString();
    }
    case Kind::Host:
        break;
    }
    // A component may be made of further files alone.
    const auto *host = std::get_if<HostSource>(&m_original.source);
    const bool hasFiles = host != nullptr && !host->files.empty();
    return hasFiles && m_ui->chooser->programs().empty() ? QString() : m_ui->chooser->objection();
}

std::string AddSoftwareDialog::absolute(const std::string &path) const
{
    return path.starts_with('/') ? path : joinPath(m_projectFolder, path);
}

QString AddSoftwareDialog::pathObjection(const std::string &path, bool folder) const
{
    if (const Objection objection = objectionToHostPath(path))
        return tr("The path %1.").arg(*objection);
    // What was there when the project was made may be elsewhere now: no reason to refuse a new name.
    if (m_isEditing && source() == m_original.source)
        return {};
    struct stat status;
    if (::stat(absolute(path).c_str(), &status) != 0)
        return folder ? tr("There is no such folder.") : tr("There is no such file.");
    if (folder && !S_ISDIR(status.st_mode))
        return tr("This is no folder. Archives have a tab of their own.");
    return folder || S_ISREG(status.st_mode) ? QString() : tr("This is no file.");
}

void AddSoftwareDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(*event->mimeData()).empty())
        event->acceptProposedAction();
}

void AddSoftwareDialog::dropEvent(QDropEvent *event)
{
    for (const std::string &path : localPaths(*event->mimeData()))
        takePath(path);
    event->acceptProposedAction();
}

} // namespace Refbox
