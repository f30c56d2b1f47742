// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportcommand.h"

#include "assembly/spdxexport.h"
#include "assembly/treesource.h"
#include "assembly/vserverreport.h"
#include "cli/source.h"
#include "jobs/display.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace Refbox {

namespace {

using namespace Qt::StringLiterals;

// --- text ---

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + displayBytes(word);
    return text;
}

// Of files without a component.
const char *restName(const VServerReport &report)
{
    return report.knowsComponents ? "its own files" : "unknown components";
}

void printSize(std::ostream &out, const SharingTotals &totals)
{
    out << "Size: " << plainSize(totals.aloneBytes()) << " in " << totals.aloneFiles() << " files; "
        << plainSize(totals.sharedBytes) << " of it shared with the refbox, " << plainSize(totals.addedBytes)
        << " added to the image\n";
}

void printNeeds(std::ostream &out, const MachineNeeds &needs)
{
    if (needs.machines.empty()) {
        out << "Programs: none\n";
        return;
    }
    out << "Programs: " << needs.programs << ", and " << needs.libraries << " libraries, for "
        << joined({needs.machines.begin(), needs.machines.end()}) << '\n';
    out << "Kernel: ";
    if (needs.kernel)
        out << "Linux " << needs.kernel->toString() << " or later, for " << displayBytes(needs.kernelPath);
    else
        out << "no program says which it needs";
    if (needs.kernel && needs.unknownKernel > 0)
        out << "; " << needs.unknownKernel << " programs do not say";
    out << '\n';
    if (needs.x86Level)
        out << "Processor: x86-64-v" << *needs.x86Level << ", for " << displayBytes(needs.x86LevelPath)
            << '\n';
}

void printTools(std::ostream &out, const VServerReport &report)
{
    const std::vector<ReportTool> &tools = report.tools;
    std::map<std::string, std::vector<std::string>> present;
    std::map<std::string, std::vector<std::string>> offered;
    std::vector<std::string> nowhere;
    for (const ReportTool &tool : tools) {
        if (!tool.path.empty())
            present[tool.component].push_back(tool.name);
        else if (!tool.offer.empty())
            offered[tool.component].push_back(tool.name);
        else
            nowhere.push_back(tool.name);
    }
    out << "Utilities of POSIX:\n";
    if (tools.empty())
        out << "  none: it is not meant for a shell\n";
    for (const auto &[component, names] : present)
        out << "  " << names.size() << " from "
            << (component.empty() ? restName(report) : displayBytes(component)) << ": " << joined(names)
            << '\n';
    for (const auto &[component, names] : offered)
        out << "  " << names.size() << " missing, which "
            << (component.empty() ? "the refbox" : displayBytes(component)) << " has: " << joined(names)
            << '\n';
    if (!nowhere.empty())
        out << "  " << nowhere.size() << " missing, which nothing here has: " << joined(nowhere) << '\n';
}

std::string licenceText(const Licensing &licensing)
{
    std::vector<std::string> expressions;
    for (const DeclaredLicence &licence : licensing.declared) {
        if (std::ranges::find(expressions, licence.expression) == expressions.end())
            expressions.push_back(licence.expression);
    }
    if (!expressions.empty())
        return joined(expressions);
    return licensing.hints.empty()
               ? "licence not declared"
               : "licence not declared; its copyright file names " + joined(licensing.hints);
}

void printComponents(std::ostream &out, const VServerReport &report)
{
    out << "Software:\n";
    for (const ComponentOrigin &component : report.components) {
        out << "  " << (component.component.empty() ? restName(report) : displayBytes(component.component));
        if (!component.version.empty())
            out << ' ' << displayBytes(component.version);
        out << ": " << component.files << " files, " << plainSize(component.bytes);
        if (!component.kind.empty() && component.kind != "project")
            out << ", from "
                << (component.kind == "host" ? "this machine" : "a source of the kind " + component.kind);
        if (!component.location.empty())
            out << ' ' << displayBytes(component.location);
        out << '\n';
        if (component.kind == "recipe")
            out << "    " << licenceText(component.licensing) << '\n';
        for (const PackageOrigin &origin : component.packages)
            out << "    " << displayBytes(origin.package.name)
                << (origin.package.version.empty() ? "" : " " + displayBytes(origin.package.version)) << ": "
                << licenceText(origin.licensing) << '\n';
    }
}

void printFiles(std::ostream &out, const VServerReport &report)
{
    out << "Files:\n";
    for (const ReportFile &file : report.files) {
        out << hexOf(file.sha256) << "  " << displayBytes(file.path) << "  "
            << (file.component.empty() ? restName(report) : displayBytes(file.component));
        if (!file.hostPath.empty())
            out << "  " << displayBytes(file.hostPath);
        if (!file.package.empty())
            out << "  " << displayBytes(file.package);
        out << '\n';
    }
}

// --- JSON ---

QJsonArray toolsToJson(const std::vector<ReportTool> &tools)
{
    QJsonArray array;
    for (const ReportTool &tool : tools) {
        QJsonObject object{{u"name"_s, jsonText(tool.name)}, {u"present"_s, !tool.path.empty()}};
        if (!tool.component.empty())
            object.insert(u"component"_s, jsonText(tool.component));
        if (!tool.path.empty())
            object.insert(u"path"_s, jsonText(tool.path));
        if (!tool.offer.empty())
            object.insert(u"inRefbox"_s, jsonText(tool.offer));
        array.append(object);
    }
    return array;
}

QJsonObject needsToJson(const MachineNeeds &needs)
{
    QJsonArray machines;
    for (const std::string &machine : needs.machines)
        machines.append(jsonText(machine));
    QJsonObject object{{u"machines"_s, machines},
                       {u"programs"_s, static_cast<qint64>(needs.programs)},
                       {u"libraries"_s, static_cast<qint64>(needs.libraries)},
                       {u"programsOfUnknownKernel"_s, static_cast<qint64>(needs.unknownKernel)}};
    if (needs.kernel) {
        object.insert(u"kernel"_s, QString::fromStdString(needs.kernel->toString()));
        object.insert(u"kernelPath"_s, jsonText(needs.kernelPath));
    }
    if (needs.x86Level) {
        object.insert(u"x86Level"_s, *needs.x86Level);
        object.insert(u"x86LevelPath"_s, jsonText(needs.x86LevelPath));
    }
    return object;
}

void insertLicensing(QJsonObject &object, const Licensing &licensing)
{
    QJsonArray declared;
    for (const DeclaredLicence &licence : licensing.declared)
        declared.append(jsonText(licence.expression));
    object.insert(u"licences"_s, declared);
    QJsonArray hints;
    for (const std::string &hint : licensing.hints)
        hints.append(jsonText(hint));
    if (!hints.isEmpty())
        object.insert(u"licencesNamed"_s, hints);
}

QJsonArray componentsToJson(const std::vector<ComponentOrigin> &components)
{
    QJsonArray array;
    for (const ComponentOrigin &component : components) {
        QJsonObject object{{u"component"_s, jsonText(component.component)},
                           {u"source"_s, jsonText(component.kind)},
                           {u"files"_s, static_cast<qint64>(component.files)},
                           {u"bytes"_s, static_cast<qint64>(component.bytes)}};
        for (const auto &[key, value] :
             {std::pair(u"location"_s, component.location), std::pair(u"version"_s, component.version),
              std::pair(u"sha256"_s, component.sha256)}) {
            if (!value.empty())
                object.insert(key, jsonText(value));
        }
        insertLicensing(object, component.licensing);
        QJsonArray packages;
        for (const PackageOrigin &origin : component.packages) {
            QJsonObject package{{u"name"_s, jsonText(origin.package.name)},
                                {u"version"_s, jsonText(origin.package.version)},
                                {u"architecture"_s, jsonText(origin.package.architecture)}};
            insertLicensing(package, origin.licensing);
            packages.append(package);
        }
        object.insert(u"packages"_s, packages);
        array.append(object);
    }
    return array;
}

QJsonArray filesToJson(const std::vector<ReportFile> &files)
{
    QJsonArray array;
    for (const ReportFile &file : files) {
        QJsonObject object{{u"path"_s, jsonText(file.path)},
                           {u"size"_s, static_cast<qint64>(file.size)},
                           {u"sha256"_s, QString::fromStdString(hexOf(file.sha256))},
                           {u"component"_s, jsonText(file.component)}};
        if (!file.hostPath.empty())
            object.insert(u"hostPath"_s, jsonText(file.hostPath));
        if (!file.package.empty())
            object.insert(u"package"_s, jsonText(file.package));
        array.append(object);
    }
    return array;
}

QJsonObject reportToJson(const VServerReport &report)
{
    const SharingTotals &totals = report.totals;
    QJsonObject object{{u"vserver"_s, jsonText(report.name)},
                       {u"utilities"_s, toolsToJson(report.tools)},
                       {u"needs"_s, needsToJson(report.needs)},
                       {u"components"_s, componentsToJson(report.components)},
                       {u"aloneBytes"_s, static_cast<qint64>(totals.aloneBytes())},
                       {u"sharedBytes"_s, static_cast<qint64>(totals.sharedBytes)},
                       {u"privateBytes"_s, static_cast<qint64>(totals.privateBytes)},
                       {u"addedBytes"_s, static_cast<qint64>(totals.addedBytes)}};
    if (!report.files.empty())
        object.insert(u"files"_s, filesToJson(report.files));
    return object;
}

} // namespace

ReportCommand::ReportCommand(Arguments &parent)
    : Command(parent, "report", "Say what a vserver has, lacks and needs, and where it comes from")
{
    m_arguments.add("PATH", m_path, "A project file, image, archive or folder").required();
    m_arguments.add("VSERVER", m_vserver, "The vserver, or any other folder in the tree").required();
    m_arguments.addFlag("--files", m_files, "List each file with its SHA-256 and where it comes from");
    m_arguments.add("--spdx", m_spdx, "Write a bill of materials, SPDX 2.3 in JSON, into this file");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int ReportCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, m_spdx, context.progress);
    VServerReportInput input{.tree = *source.tree};
    input.vserver = requireNode(input.tree, m_vserver);
    if (!input.tree.inodeAt(input.vserver).isDirectory())
        throw Error(u"Cannot report on it"_s, displayPath(m_vserver), u"It is not a folder."_s);
    input.refbox = source.refbox;
    input.vservers = source.vservers;
    input.plan = source.plan ? &*source.plan : nullptr;
    const VServerReport report = makeVServerReport(input, m_files || !m_spdx.empty(), context.progress);
    if (!m_spdx.empty())
        saveSpdx(m_spdx, report);
    context.progress.finish();
    if (m_json) {
        printJson(context.out, reportToJson(report));
        return kDone;
    }
    context.out << displayBytes(report.name) << '\n';
    printSize(context.out, report.totals);
    printNeeds(context.out, report.needs);
    printTools(context.out, report);
    printComponents(context.out, report);
    if (m_files)
        printFiles(context.out, report);
    return kDone;
}

} // namespace Refbox
