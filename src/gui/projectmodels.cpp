// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/projectmodels.h"

#include "gui/icons.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/catalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::ProjectModels)
};

const QVariant kRight(Qt::AlignRight | Qt::AlignVCenter);

QVariant header(std::initializer_list<const char *> titles, int rightFrom, int section, int role)
{
    if (role == Qt::TextAlignmentRole && section >= rightFrom)
        return kRight;
    return role == Qt::DisplayRole ? QVariant(Texts::tr(titles.begin()[section])) : QVariant();
}

QString mannerIcon(LinkManner manner)
{
    return manner == LinkManner::Hard       ? u"hardlink"_s
           : manner == LinkManner::Symbolic ? u"symboliclink"_s
                                            : u"copy"_s;
}

QString sourceIcon(const Source &source)
{
    return std::holds_alternative<FolderSource>(source)     ? u"folder"_s
           : std::holds_alternative<ArchiveSource>(source)  ? u"archive"_s
           : std::holds_alternative<PackagesSource>(source) ? u"package"_s
                                                            : u"component"_s;
}

QString planText(ComponentState state)
{
    switch (state) {
    case ComponentState::ToFetch:
        return Texts::tr("to be fetched");
    case ComponentState::ToBuild:
        return Texts::tr("to be built");
    case ComponentState::Changed:
        return Texts::tr("changed, to be built again");
    case ComponentState::Failed:
        return Texts::tr("failed");
    case ComponentState::Ready:
        break;
    }
    return {};
}

QString workText(ComponentWork::Stage stage)
{
    switch (stage) {
    case ComponentWork::Stage::Ready:
        return Texts::tr("ready");
    case ComponentWork::Stage::Fetching:
        return Texts::tr("fetching");
    case ComponentWork::Stage::Building:
        return Texts::tr("building");
    case ComponentWork::Stage::Failed:
        return Texts::tr("failed");
    }
    return {};
}

// The catalogue is read only where it matters.
std::map<std::string, RecipeOptions> standardOptions(const Project &project)
{
    std::map<std::string, RecipeOptions> standards;
    std::optional<Catalogue> catalogue;
    for (const Component &component : project.components) {
        const auto *source = std::get_if<RecipeSource>(&component.source);
        if (source == nullptr || component.options.empty())
            continue;
        if (!catalogue)
            catalogue.emplace();
        if (const Recipe *recipe = catalogue->find(source->recipe))
            standards[source->recipe] = resolveOptions(*recipe, {});
    }
    return standards;
}

QString ruleToolTip(const LinkRule &rule)
{
    QString tip = u"%1 → %2"_s.arg(displayPath(rule.from), displayPath(rule.to));
    if (!rule.needs)
        tip += u'\n' + Texts::tr("Without what the programs need");
    for (const std::string &except : rule.except)
        tip += u'\n' + Texts::tr("except %1").arg(displayPath(except));
    return tip;
}

QString catchesText(const RuleReport &report)
{
    QString caught = u"%L1"_s.arg(report.linked);
    if (report.shadowed > 0)
        caught = Texts::tr("%1 of %2").arg(u"%L1"_s.arg(report.linked), u"%L1"_s.arg(report.matched));
    return caught;
}

QString catchesTip(const RuleReport &report)
{
    QString tip = Texts::tr("Matches %n file(s) of the refbox.", nullptr, static_cast<int>(report.matched));
    if (report.copied > 0)
        tip += u'\n' + Texts::tr("%n of them are private copies.", nullptr, static_cast<int>(report.copied));
    if (report.shadowed > 0)
        tip += u'\n' + Texts::tr("%n name(s) gave way to later rules or private files.", nullptr,
                                 static_cast<int>(report.shadowed));
    return tip;
}

} // namespace

QString sourceText(const Source &source)
{
    struct
    {
        QString operator()(const HostSource &host) const
        {
            QStringList names;
            for (const HostProgram &program : host.programs)
                names += displayPath(program.program);
            return names.join(u", "_s);
        }
        QString operator()(const FolderSource &folder) const { return displayPath(folder.path); }
        QString operator()(const ArchiveSource &archive) const { return displayPath(archive.path); }
        QString operator()(const PackagesSource &packages) const
        {
            QStringList names;
            for (const std::string &name : packages.packages)
                names += displayPath(name);
            const QString text = names.join(u", "_s);
            return packages.architecture.empty()
                       ? text
                       : Texts::tr("%1 (for %2)").arg(text, displayPath(packages.architecture));
        }
        QString operator()(const RecipeSource &recipe) const
        {
            return Texts::tr("recipe %1").arg(displayPath(recipe.recipe));
        }
    } const describe;
    return std::visit(describe, source);
}

QString mannerText(LinkManner manner)
{
    return manner == LinkManner::Hard       ? Texts::tr("hard link")
           : manner == LinkManner::Symbolic ? Texts::tr("symbolic link")
                                            : Texts::tr("private copy");
}

void ComponentsModel::setProject(const Project &project, const SnapshotPtr &snapshot)
{
    if (snapshot != m_snapshot) // recipes change, too: with each plan
        m_standards = standardOptions(project);
    m_snapshot = snapshot;
    replaceRows(m_components, project.components, [](const Component &component) { return component.name; });
}

void ComponentsModel::setWorks(const ComponentWorks &works)
{
    m_works = &works;
    connect(&works, &ComponentWorks::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

int ComponentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_components.size());
}

int ComponentsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const ComponentReport *ComponentsModel::reportOf(const Component &component) const
{
    if (!m_snapshot || !m_snapshot->plan)
        return nullptr;
    const std::vector<ComponentReport> &reports = m_snapshot->plan->components;
    const auto found = std::ranges::find(reports, component.name, &ComponentReport::name);
    return found == reports.end() ? nullptr : &*found;
}

// nullptr where the plan knows better: it has found the component's files.
const ComponentWork *ComponentsModel::workOf(const Component &component) const
{
    const ComponentWork *work = m_works ? m_works->find(component) : nullptr;
    const ComponentReport *report = reportOf(component);
    const bool isThere = report != nullptr && report->state == ComponentState::Ready;
    return isThere ? nullptr : work;
}

// Empty for one that is there, and where nothing is known of it yet.
QString ComponentsModel::state(const Component &component) const
{
    if (const ComponentWork *work = workOf(component))
        return workText(*work->stage);
    const ComponentReport *report = reportOf(component);
    return report == nullptr ? QString() : planText(report->state);
}

QString ComponentsModel::stateIcon(const Component &component) const
{
    const QString usual = sourceIcon(component.source);
    if (const ComponentWork *work = workOf(component)) {
        switch (*work->stage) {
        case ComponentWork::Stage::Ready:
            return usual;
        case ComponentWork::Stage::Failed:
            return u"error"_s;
        default:
            return u"running"_s;
        }
    }
    const ComponentReport *report = reportOf(component);
    return report == nullptr || report->state == ComponentState::Ready ? usual
           : report->state == ComponentState::Failed                   ? u"error"_s
                                                                       : u"build"_s;
}

// As they stand in the project, but for what the recipe does by itself.
QStringList ComponentsModel::chosenOptions(const Component &component) const
{
    const auto *source = std::get_if<RecipeSource>(&component.source);
    const auto standards = source == nullptr ? m_standards.end() : m_standards.find(source->recipe);
    QStringList chosen;
    for (const auto &[name, value] : component.options) {
        const bool isStandard = standards != m_standards.end() && standards->second.contains(name) &&
                                standards->second.at(name) == value;
        if (!isStandard)
            chosen += u"%1 = %2"_s.arg(displayPath(name), displayPath(value));
    }
    return chosen;
}

QString ComponentsModel::toolTip(const Component &component) const
{
    QStringList lines = chosenOptions(component);
    lines.prepend(sourceText(component.source));
    if (const QString text = state(component); !text.isEmpty())
        lines += text;
    if (const ComponentWork *work = workOf(component); work != nullptr && !work->reason.isEmpty())
        lines += work->reason;
    return lines.join(u'\n');
}

QString ComponentsModel::cell(const Component &component, Column column) const
{
    const ComponentReport *report = reportOf(component);
    switch (column) {
    case Name:
        return displayPath(component.name);
    case Prefix:
        return displayPath(component.prefix);
    case SourceColumn:
        return (QStringList(sourceText(component.source)) + chosenOptions(component)).join(u", "_s);
    case Files:
        return report == nullptr ? QString() : u"%L1"_s.arg(report->files);
    default:
        return report != nullptr && report->state == ComponentState::Ready ? formatSize(report->bytes)
                                                                           : state(component);
    }
}

QVariant ComponentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Component &component = m_components[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Name)
        return icon(stateIcon(component));
    if (role == Qt::TextAlignmentRole && index.column() >= Files)
        return kRight;
    if (role == Qt::ToolTipRole)
        return toolTip(component);
    return role == Qt::DisplayRole ? QVariant(cell(component, static_cast<Column>(index.column())))
                                   : QVariant();
}

QVariant ComponentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    return header({QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Component"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Prefix"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Source"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Names"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Size")},
                  Files, section, role);
}

void RulesModel::setRules(std::vector<LinkRule> rules, std::vector<RuleReport> reports)
{
    m_reports.clear(); // while the rows change, nothing is counted
    const std::size_t count = rules.size();
    replaceRows(m_rules, std::move(rules),
                [](const LinkRule &rule) { return std::tuple(rule.from, rule.to, rule.manner); });
    m_reports = std::move(reports);
    if (m_reports.size() == count && count > 0)
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(count) - 1, ColumnCount - 1));
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const LinkRule &rule = m_rules[row];
    const bool isCounted = m_reports.size() == m_rules.size();
    if (role == Qt::DecorationRole && index.column() == From)
        return icon(isCounted && m_reports[row].matched == 0 ? u"warning"_s : mannerIcon(rule.manner));
    if (role == Qt::TextAlignmentRole && index.column() == Catches)
        return kRight;
    if (role == Qt::ToolTipRole)
        return index.column() == Catches && isCounted ? catchesTip(m_reports[row]) : ruleToolTip(rule);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case From:
        return displayPath(rule.from);
    case To:
        return displayPath(rule.to);
    case Manner:
        return mannerText(rule.manner);
    default:
        return isCounted ? catchesText(m_reports[row]) : QString();
    }
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    return header({QT_TRANSLATE_NOOP("Refbox::ProjectModels", "From the refbox"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "To"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "As"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Catches")},
                  Catches, section, role);
}

void FilesModel::setFiles(const std::map<std::string, PrivateFile> &files)
{
    replaceRows(m_files, {files.begin(), files.end()}, [](const auto &file) { return file.first; });
}

int FilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int FilesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &[path, file] = m_files[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Path)
        return icon(u"file"_s);
    if (role == Qt::TextAlignmentRole && index.column() >= Size)
        return kRight;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Path:
        return displayPath(path);
    case Size:
        return formatSize(file.content.size());
    default:
        return u"%1"_s.arg(file.permissions, 4, 8, QLatin1Char('0'));
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    return header({QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Private file"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Size"),
                   QT_TRANSLATE_NOOP("Refbox::ProjectModels", "Mode")},
                  Size, section, role);
}

} // namespace Refbox
