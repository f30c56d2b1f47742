// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.h"

#include "cli/source.h"
#include "jobs/display.h"
#include "project/sizes.h"

#include <QJsonArray>

#include <iomanip>

namespace Refbox {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

ImageExport imageOptionsOf(const Plan &plan)
{
    ImageExport options;
    options.settings = plan.project.image;
    options.defaultLabel = defaultLabel(plan.project);
    return options;
}

std::string layerTitle(const std::string &component, bool isOwn)
{
    return isOwn ? "its own" : component.empty() ? "shared files" : displayBytes(component);
}

void printVServer(std::ostream &out, const Plan &plan, std::size_t number)
{
    const VServer &vserver = plan.project.vservers[number];
    out << "\n/" << displayBytes(vserver.name) << "  (skeleton " << vserver.skeleton << ")\n";
    if (vserver.import)
        out << "  imported from " << displayBytes(vserver.import->path);
    if (const auto &report = plan.imports[number])
        out << ": " << report->all().files << " files, " << report->of(ImportKind::Linked).files
            << " linked, "
            << formatSize(report->all().bytes - report->of(ImportKind::Linked).bytes).toStdString()
            << " of its own";
    if (vserver.import)
        out << '\n';
    for (std::size_t rule = 0; rule < vserver.links.size(); ++rule) {
        const RuleReport &report = plan.rules[number][rule];
        out << "  " << std::setw(2) << rule + 1 << ". " << displayBytes(vserver.links[rule].from) << " -> "
            << displayBytes(vserver.links[rule].to) << ": " << report.matched << " matched, " << report.linked
            << " linked";
        if (report.copied > 0)
            out << " (" << report.copied << " as private copies)";
        if (report.shadowed > 0)
            out << ", " << report.shadowed << " overridden";
        out << '\n';
    }
}

const char *stateWords(ComponentState state)
{
    switch (state) {
    case ComponentState::ToFetch:
        return "to be fetched";
    case ComponentState::ToBuild:
        return "to be built";
    case ComponentState::Changed:
        return "changed, to be built again";
    case ComponentState::Failed:
        return "failed";
    case ComponentState::Ready:
        break;
    }
    return "ready";
}

} // namespace

void printPlan(std::ostream &out, const Plan &plan)
{
    out << displayBytes(plan.project.name) << "\n\n/refbox\n";
    for (std::size_t i = 0; i < plan.components.size(); ++i) {
        const ComponentReport &component = plan.components[i];
        out << "  " << std::left << std::setw(16) << displayBytes(component.name) << ' ' << std::setw(20)
            << displayBytes(plan.project.components[i].prefix) << std::right;
        if (component.state == ComponentState::Ready)
            out << std::setw(6) << component.files << (component.files == 1 ? " name,  " : " names, ")
                << formatSize(component.bytes).toStdString() << '\n';
        else
            out << "  " << stateWords(component.state) << '\n';
    }
    for (std::size_t number = 0; number < plan.project.vservers.size(); ++number)
        printVServer(out, plan, number);
    out << "\nentries: " << plan.tree->nodeCount() << " names, " << plan.tree->inodeCount() << " files\n"
        << "content: " << formatSize(plan.tree->contentBytes()).toStdString() << '\n'
        << "image:   " << formatSize(imageSize(*plan.tree, imageOptionsOf(plan))).toStdString() << " ("
        << plan.project.image.filesystem << ")\n";
    if (!plan.findings.empty()) {
        out << '\n';
        printFindings(out, plan.findings);
    }
}

QJsonObject planToJson(const Plan &plan)
{
    QJsonArray components;
    for (std::size_t i = 0; i < plan.components.size(); ++i) {
        const ComponentReport &component = plan.components[i];
        components.append(QJsonObject{{key("name"), jsonText(component.name)},
                                      {key("prefix"), jsonText(plan.project.components[i].prefix)},
                                      {key("ready"), component.state == ComponentState::Ready},
                                      {key("state"), QString::fromLatin1(stateWords(component.state))},
                                      {key("names"), static_cast<qint64>(component.files)},
                                      {key("bytes"), static_cast<qint64>(component.bytes)}});
    }
    QJsonArray vservers;
    for (std::size_t number = 0; number < plan.project.vservers.size(); ++number) {
        QJsonArray rules;
        for (std::size_t r = 0; r < plan.rules[number].size(); ++r) {
            const RuleReport &rule = plan.rules[number][r];
            rules.append(QJsonObject{{key("from"), jsonText(plan.project.vservers[number].links[r].from)},
                                     {key("to"), jsonText(plan.project.vservers[number].links[r].to)},
                                     {key("matched"), static_cast<qint64>(rule.matched)},
                                     {key("linked"), static_cast<qint64>(rule.linked)},
                                     {key("copied"), static_cast<qint64>(rule.copied)},
                                     {key("overridden"), static_cast<qint64>(rule.shadowed)}});
        }
        vservers.append(
            QJsonObject{{key("name"), jsonText(plan.project.vservers[number].name)}, {key("rules"), rules}});
    }
    return {{key("name"), jsonText(plan.project.name)},
            {key("components"), components},
            {key("vservers"), vservers},
            {key("names"), static_cast<qint64>(plan.tree->nodeCount())},
            {key("files"), static_cast<qint64>(plan.tree->inodeCount())},
            {key("contentBytes"), static_cast<qint64>(plan.tree->contentBytes())},
            {key("imageBytes"), static_cast<qint64>(imageSize(*plan.tree, imageOptionsOf(plan)))},
            {key("findings"), findingsToJson(plan.findings)}};
}

void printExport(std::ostream &out, const ExportReport &report)
{
    out << displayBytes(report.path) << ": " << formatSize(report.bytes).toStdString();
    if (report.unchanged)
        out << ", unchanged since it was verified";
    else if (report.verified)
        out << (*report.verified ? ", verified" : ", differs as remarked");
    if (report.takenOver > 0)
        out << ", " << formatSize(report.takenOver).toStdString() << " of it from the image before";
    out << '\n';
    for (const std::string &file : report.files) {
        if (report.files.size() > 1)
            out << "  " << displayBytes(file) << '\n';
    }
    for (const std::string &remark : report.remarks)
        out << "  remark: " << displayBytes(remark) << '\n';
    for (const std::string &command : report.commands)
        out << "  " << command << '\n';
}

QJsonObject exportToJson(const ExportReport &report)
{
    QJsonArray remarks;
    for (const std::string &remark : report.remarks)
        remarks.append(jsonText(remark));
    QJsonArray commands;
    for (const std::string &command : report.commands)
        commands.append(jsonText(command));
    QJsonArray files;
    for (const std::string &file : report.files)
        files.append(jsonText(file));
    QJsonObject object{{key("path"), jsonText(report.path)},
                       {key("files"), files},
                       {key("bytes"), static_cast<qint64>(report.bytes)},
                       {key("remarks"), remarks},
                       {key("commands"), commands},
                       {key("taken_over_bytes"), static_cast<qint64>(report.takenOver)},
                       {key("unchanged"), report.unchanged}};
    if (report.verified)
        object.insert(key("verified"), *report.verified);
    return object;
}

void printOciPlan(std::ostream &out, const FileTree &tree, const OciPlan &plan,
                  const std::vector<std::string> &remarks)
{
    out << plan.layers.size() << " layers with " << formatSize(plan.bytes).toStdString()
        << " of files, before compression\n";
    for (const std::string &remark : remarks)
        out << "  remark: " << displayBytes(remark) << '\n';
    for (const OciImage &image : plan.images) {
        out << '\n' << displayBytes(tree.name(image.vserver)) << "  (" << image.layers.size() << " layers)\n";
        for (const std::uint32_t number : image.layers) {
            const OciLayer &layer = plan.layers[number];
            out << "  " << std::setw(8) << formatSize(layer.bytes).toStdString() << "  "
                << layerTitle(layer.component, layer.isOwn);
            if (layer.takers.size() > 1)
                out << ", shared by " << layer.takers.size();
            out << '\n';
        }
    }
}

void printOci(std::ostream &out, const OciReport &report)
{
    printExport(out, report.report);
    for (const OciImageReport &image : report.images) {
        out << '\n' << displayBytes(image.reference) << "  (" << image.layers.size() << " layers)\n";
        for (const std::uint32_t number : image.layers) {
            const OciLayerReport &layer = report.layers[number];
            out << "  " << layer.blob.digest.substr(0, 12) << "  " << std::setw(8)
                << formatSize(layer.blob.size).toStdString() << "  "
                << layerTitle(layer.component, layer.isOwn);
            if (layer.images > 1)
                out << ", shared by " << layer.images;
            out << (layer.reused ? ", stood there already" : "") << '\n';
        }
    }
}

QJsonObject ociToJson(const OciReport &report)
{
    QJsonArray layers;
    for (const OciLayerReport &layer : report.layers)
        layers.append(QJsonObject{{key("component"), jsonText(layer.component)},
                                  {key("own"), layer.isOwn},
                                  {key("digest"), QString::fromStdString("sha256:" + layer.blob.digest)},
                                  {key("diff_id"), QString::fromStdString("sha256:" + layer.diffId)},
                                  {key("bytes"), static_cast<qint64>(layer.blob.size)},
                                  {key("unpacked_bytes"), static_cast<qint64>(layer.unpackedBytes)},
                                  {key("images"), static_cast<qint64>(layer.images)},
                                  {key("reused"), layer.reused}});
    QJsonArray images;
    for (const OciImageReport &image : report.images) {
        QJsonArray numbers;
        for (const std::uint32_t number : image.layers)
            numbers.append(static_cast<qint64>(number));
        images.append(
            QJsonObject{{key("vserver"), jsonText(image.vserver)},
                        {key("reference"), jsonText(image.reference)},
                        {key("manifest"), QString::fromStdString("sha256:" + image.manifest.digest)},
                        {key("layers"), numbers}});
    }
    QJsonArray lost;
    for (const LostSharing &one : report.lost)
        lost.append(QJsonObject{{key("component"), jsonText(one.component)},
                                {key("times"), static_cast<qint64>(one.times)},
                                {key("files"), static_cast<qint64>(one.files)},
                                {key("bytes"), static_cast<qint64>(one.bytes)}});
    QJsonObject object = exportToJson(report.report);
    object.insert(key("layers"), layers);
    object.insert(key("images"), images);
    object.insert(key("lost_sharing"), lost);
    return object;
}

QJsonObject buildToJson(const BuildReport &report)
{
    QJsonArray outputs;
    for (const ExportReport &output : report.outputs)
        outputs.append(exportToJson(output));
    return {{key("outputs"), outputs}, {key("findings"), findingsToJson(report.findings)}};
}

Compression compressionFromWord(const std::string &word)
{
    if (word == "none")
        return Compression::None;
    if (word == "gzip")
        return Compression::Gzip;
    if (word == "xz")
        return Compression::Xz;
    if (word == "zstd")
        return Compression::Zstd;
    throw wrongUsage(word, QStringLiteral("A compression is none, gzip, xz or zstd."));
}

std::uint64_t partSizeFromWord(const std::string &word)
{
    const auto bytes = parseSize(word);
    if (!bytes || *bytes < PartedFile::kSmallestPart)
        throw wrongUsage(word, QStringLiteral("Parts have at least 1K, such as 650M."));
    return *bytes;
}

std::uint32_t blockSizeFromWord(const std::string &word)
{
    constexpr std::uint64_t most = 1 << 20;
    const auto bytes = parseSize(word);
    if (!bytes || *bytes > most)
        throw wrongUsage(word, QStringLiteral("A block size is at most 1M, such as 1K."));
    return static_cast<std::uint32_t>(*bytes);
}

double percentFromWord(const std::string &word)
{
    const auto percent = parsePercent(word);
    if (!percent || *percent > 50)
        throw wrongUsage(word, QStringLiteral("A share is like 5%, and at most 50%."));
    return *percent;
}

std::optional<std::uint64_t> imageSizeFromWord(const std::string &word)
{
    if (word == "fit")
        return std::nullopt;
    const auto size = parseSize(word);
    if (!size)
        throw wrongUsage(word,
                         QStringLiteral("A size is \"fit\", a number of bytes, or a number with K, M or G."));
    return size;
}

FreeSpace freeSpaceFromWord(const std::string &word)
{
    FreeSpace free;
    if (const auto percent = parsePercent(word))
        free.percent = *percent;
    else if (const auto size = parseSize(word))
        free.bytes = *size;
    else
        throw wrongUsage(word,
                         QStringLiteral("Free space is a percentage such as 10%, or a size such as 5M."));
    return free;
}

} // namespace Refbox
