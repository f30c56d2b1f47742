// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addsoftwaredialog.h"

#include "assembly/treeedit.h"
#include "gui/cataloguechooser.h"
#include "gui/componentdrafts.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "project/names.h"
#include "project/projectpaths.h"
#include "software/packages.h"
#include "ui_addsoftwaredialog.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

#include <sys/stat.h>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

// One name or path a line; empty lines are none.
std::vector<std::string> linesOf(const QPlainTextEdit *edit)
{
    std::vector<std::string> lines;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        if (const QString text = line.trimmed(); !text.isEmpty())
            lines.push_back(text.toStdString());
    }
    return lines;
}

void showLines(QPlainTextEdit *edit, const std::vector<std::string> &lines)
{
    QStringList texts;
    for (const std::string &line : lines)
        texts += editableText(line);
    edit->setPlainText(texts.join(u'\n'));
}

// Lines that nobody has edited are the bytes that they were, whatever can be shown of them.
std::vector<std::string> editedLines(const QPlainTextEdit *edit, const std::vector<std::string> &original)
{
    QStringList shown;
    for (const std::string &line : original)
        shown += editableText(line);
    std::vector<std::string> lines = linesOf(edit);
    for (std::string &line : lines) {
        if (const qsizetype at = shown.indexOf(QString::fromStdString(line)); at >= 0)
            line = original[static_cast<std::size_t>(at)];
    }
    return lines;
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
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("A&dd component"));
    setUpFields();
    m_ui->catalogue->setProject(project);
    connectAll();
    suggest();
    m_ui->catalogue->setFocus();
}

AddSoftwareDialog::~AddSoftwareDialog() = default;

void AddSoftwareDialog::setUpFields()
{
    m_ui->nameHint->setField(m_ui->nameEdit);
    m_ui->prefixHint->setField(m_ui->prefixCombo);
    m_ui->folderHint->setField(m_ui->folderEdit);
    m_ui->archiveHint->setField(m_ui->archiveEdit);
    m_ui->packagesHint->setField(m_ui->packagesEdit);
    m_ui->nameHint->setHint(tr("In lists and messages."));
    m_ui->architectureCombo->addItem(
        tr("This machine's (%1)").arg(QString::fromStdString(machineArchitecture())));
    m_ui->architectureCombo->addItems({u"amd64"_s, u"arm64"_s, u"armhf"_s, u"i386"_s, u"riscv64"_s});
    const auto setIcon = [this](QWidget *page, const QIcon &shown) {
        m_ui->sourceTabs->setTabIcon(m_ui->sourceTabs->indexOf(page), shown);
    };
    setIcon(m_ui->cataloguePage, icon(u"build"_s));
    setIcon(m_ui->hostPage, icon(u"component"_s));
    setIcon(m_ui->packagesPage, icon(u"package"_s));
    setIcon(m_ui->folderPage, icon(u"folder"_s, u"folder"_s));
    setIcon(m_ui->archivePage, icon(u"archive"_s, u"package-x-generic"_s));
}

void AddSoftwareDialog::connectAll()
{
    connect(m_ui->sourceTabs, &QTabWidget::currentChanged, this, &AddSoftwareDialog::suggest);
    connect(m_ui->chooser, &ProgramChooser::changed, this, &AddSoftwareDialog::suggest);
    connect(m_ui->catalogue, &CatalogueChooser::changed, this, &AddSoftwareDialog::suggest);
    for (const QLineEdit *edit : {m_ui->folderEdit, m_ui->archiveEdit})
        connect(edit, &QLineEdit::textChanged, this, &AddSoftwareDialog::suggest);
    for (const QPlainTextEdit *edit : {m_ui->packagesEdit, m_ui->withoutEdit})
        connect(edit, &QPlainTextEdit::textChanged, this, &AddSoftwareDialog::suggest);
    connect(m_ui->architectureCombo, &QComboBox::editTextChanged, this, &AddSoftwareDialog::validate);
    connect(m_ui->packagesButton, &QPushButton::clicked, this, &AddSoftwareDialog::browsePackages);
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
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Appl&y changes"));
    showSource(component.source);
    if (const auto *recipe = std::get_if<RecipeSource>(&component.source))
        m_ui->catalogue->setChoice(recipe->recipe, component.options);
    m_ui->nameEdit->setText(QString::fromStdString(component.name));
    suggest();
    m_prefix.set(component.prefix);
    validate();
}

void AddSoftwareDialog::showSource(const Source &source)
{
    QWidget *page = m_ui->cataloguePage;
    if (const auto *host = std::get_if<HostSource>(&source)) {
        page = m_ui->hostPage;
        m_ui->chooser->setPrograms(host->programs);
    } else if (const auto *folder = std::get_if<FolderSource>(&source)) {
        page = m_ui->folderPage;
        m_folder.set(folder->path);
    } else if (const auto *archive = std::get_if<ArchiveSource>(&source)) {
        page = m_ui->archivePage;
        m_archive.set(archive->path);
    } else if (const auto *packages = std::get_if<PackagesSource>(&source)) {
        page = m_ui->packagesPage;
        showPackages(*packages);
    }
    m_ui->sourceTabs->setCurrentWidget(page);
}

void AddSoftwareDialog::showPackages(const PackagesSource &source)
{
    showLines(m_ui->packagesEdit, source.packages);
    showLines(m_ui->withoutEdit, source.without);
    if (source.architecture.empty())
        m_ui->architectureCombo->setCurrentIndex(0);
    else
        m_ui->architectureCombo->setEditText(QString::fromStdString(source.architecture));
}

PackagesSource AddSoftwareDialog::packages() const
{
    const auto *original = std::get_if<PackagesSource>(&m_original.source);
    PackagesSource source = original != nullptr ? *original : PackagesSource();
    source.packages = editedLines(m_ui->packagesEdit, source.packages);
    source.without = editedLines(m_ui->withoutEdit, source.without);
    const QString architecture = m_ui->architectureCombo->currentText().trimmed();
    source.architecture =
        architecture == m_ui->architectureCombo->itemText(0) ? std::string() : architecture.toStdString();
    return source;
}

AddSoftwareDialog::Kind AddSoftwareDialog::kind() const
{
    const QWidget *page = m_ui->sourceTabs->currentWidget();
    if (page == m_ui->folderPage)
        return Kind::Folder;
    if (page == m_ui->archivePage)
        return Kind::Archive;
    if (page == m_ui->packagesPage)
        return Kind::Packages;
    return page == m_ui->cataloguePage ? Kind::Recipe : Kind::Host;
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
        recipe.recipe = m_ui->catalogue->recipe();
        return recipe;
    }
    case Kind::Packages:
        return packages();
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
    if (kind() == Kind::Recipe)
        component.options = m_ui->catalogue->options();
    return component;
}

std::vector<Component> AddSoftwareDialog::needed() const
{
    return kind() == Kind::Recipe ? m_ui->catalogue->needed() : std::vector<Component>();
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

void AddSoftwareDialog::browsePackages()
{
    const QString filters =
        tr("Packages (%1)").arg(u"*.deb *.rpm *.apk *.pkg.tar.*"_s) + u";;"_s + tr("All files (*)");
    for (const QString &chosen : QFileDialog::getOpenFileNames(this, tr("Choose packages"), {}, filters)) {
        const std::string path = packageForProject(QFile::encodeName(chosen).toStdString(), m_projectFolder);
        m_ui->packagesEdit->appendPlainText(editableText(path));
    }
}

std::string AddSoftwareDialog::suggestedName() const
{
    const Source chosen = source();
    if (const auto *recipe = std::get_if<RecipeSource>(&chosen))
        return recipe->recipe;
    if (const auto *packages = std::get_if<PackagesSource>(&chosen)) {
        const std::string first = packages->packages.empty() ? std::string() : packages->packages.front();
        return first.empty() ? first : nameForPath(first.substr(0, first.find('=')));
    }
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
    std::vector<std::string> prefixes = prefixesFor(typed.empty() ? "NAME" : typed, m_project);
    if (const std::string own = m_ui->catalogue->prefix(); kind() == Kind::Recipe && !own.empty()) {
        std::erase(prefixes, own);
        prefixes.insert(prefixes.begin(), own);
    }
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
    m_ui->packagesHint->setObjection(kind() == Kind::Packages && !packages().packages.empty() ? objected
                                                                                              : QString());
    m_ui->packagesHint->setHint(
        tr("All that they depend on comes along. They are fetched when the package is "
           "built; their scripts are not run."));
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
    case Kind::Recipe:
        // A recipe of another machine's catalogue is no reason to refuse a new name.
        return m_isEditing && source() == m_original.source ? QString() : m_ui->catalogue->objection();
    case Kind::Packages:
        return packagesObjection();
    case Kind::Host:
        break;
    }
    // A component may be made of further files alone.
    const auto *host = std::get_if<HostSource>(&m_original.source);
    const bool hasFiles = host != nullptr && !host->files.empty();
    return hasFiles && m_ui->chooser->programs().empty() ? QString() : m_ui->chooser->objection();
}

QString AddSoftwareDialog::packagesObjection() const
{
    const PackagesSource chosen = packages();
    if (chosen.packages.empty())
        return tr("Name at least one package.");
    for (const std::vector<std::string> *list : {&chosen.packages, &chosen.without}) {
        for (const std::string &package : *list) {
            if (const Objection objection = objectionToPackage(package))
                return tr("\"%1\" %2.").arg(displayPath(package), *objection);
        }
    }
    if (chosen.architecture.empty())
        return {};
    const Objection objection = objectionToArchitecture(chosen.architecture);
    return objection ? tr("The processor \"%1\" %2.").arg(displayPath(chosen.architecture), *objection)
                     : QString();
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
