// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/ociimage.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "software/elf.h"
#include "software/scripts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <elf.h>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

OciPlatform platformOf(const ElfMachine &machine, std::string_view interpreter)
{
    const bool little = machine.littleEndian;
    const bool wide = machine.bits == 64;
    switch (machine.number) {
    case EM_X86_64:
        return {"amd64", {}, {}};
    case EM_386:
        return {"386", {}, {}};
    case EM_AARCH64:
        return {"arm64", {}, {}};
    case EM_ARM:
        return {"arm", interpreter.find("armhf") != std::string_view::npos ? "v7" : "", {}};
    case EM_RISCV:
        return {wide ? "riscv64" : "riscv", {}, {}};
    case EM_PPC64:
        return {little ? "ppc64le" : "ppc64", {}, {}};
    case EM_PPC:
        return {"ppc", {}, {}};
    case EM_S390:
        return {wide ? "s390x" : "s390", {}, {}};
    case EM_MIPS:
        return {std::string(wide ? "mips64" : "mips") + (little ? "le" : ""), {}, {}};
    case 258: // EM_LOONGARCH, younger than some elf.h
        return {wide ? "loong64" : "loong32", {}, {}};
    default:
        return {};
    }
}

bool isReferenceCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Letters and digits with single separators between them; ':', '@' and '/' would be allowed, but mean
// something to the programs that read "oci:FOLDER:NAME".
std::string referenceName(const std::string &name)
{
    static constexpr std::string_view kSeparators = "-._+";
    std::string result;
    for (const char c : name) {
        if (isReferenceCharacter(c))
            result += c;
        else if (!result.empty() && isReferenceCharacter(result.back()))
            result += kSeparators.find(c) != std::string_view::npos ? c : '-';
    }
    while (!result.empty() && !isReferenceCharacter(result.back()))
        result.pop_back();
    return result.empty() ? "vserver" : result;
}

bool isExecutable(const FileTree &tree, NodeId vserver, std::string_view path)
{
    NodeId node = vserver;
    for (std::size_t begin = 0; begin < path.size() && node != kNoId;) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        node = tree.child(node, path.substr(begin, end - begin));
        begin = end + 1;
    }
    // A symbolic link's end is for the runtime to find.
    return node != kNoId &&
           (tree.inodeAt(node).isSymlink() ||
            (tree.inodeAt(node).isRegular() && (tree.inodeAt(node).permissions & 0111) != 0));
}

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QString sha256(const std::string &hex)
{
    return u"sha256:"_s + text(hex);
}

QJsonObject descriptor(const QString &mediaType, const OciBlob &blob)
{
    return {{u"mediaType"_s, mediaType},
            {u"digest"_s, sha256(blob.digest)},
            {u"size"_s, static_cast<qint64>(blob.size)}};
}

QString layerMediaType(Compression compression)
{
    const QString tar = u"application/vnd.oci.image.layer.v1.tar"_s;
    return compression == Compression::Gzip   ? tar + u"+gzip"_s
           : compression == Compression::Zstd ? tar + u"+zstd"_s
                                              : tar;
}

QString layerTitle(const OciStackedLayer &layer)
{
    return layer.isOwn               ? u"the vserver's own files and its folders"_s
           : layer.component.empty() ? u"files that vservers share"_s
                                     : u"component "_s + text(layer.component);
}

QString timeText(std::int64_t seconds)
{
    // RFC 3339 has four digits for the year.
    const std::int64_t inRange = std::clamp<std::int64_t>(seconds, 0, 253402300799);
    return QDateTime::fromSecsSinceEpoch(inRange, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QByteArray configOf(const OciPlatform &platform, const std::vector<std::string> &command,
                    std::int64_t created, std::span<const OciStackedLayer> layers)
{
    const QString time = timeText(created);
    QJsonArray diffIds;
    QJsonArray history;
    for (const OciStackedLayer &layer : layers) {
        diffIds.append(sha256(layer.diffId));
        history.append(
            QJsonObject{{u"created"_s, time}, {u"created_by"_s, u"refbox: "_s + layerTitle(layer)}});
    }
    QJsonObject config{{u"Env"_s, QJsonArray{text("PATH=" + usualPathText())}}, {u"WorkingDir"_s, u"/"_s}};
    QJsonArray words;
    for (const std::string &word : command)
        words.append(text(word));
    if (!command.empty())
        config.insert(u"Cmd"_s, words);
    QJsonObject object{{u"created"_s, time},
                       {u"architecture"_s, text(platform.architecture)},
                       {u"os"_s, u"linux"_s},
                       {u"config"_s, config},
                       {u"rootfs"_s, QJsonObject{{u"type"_s, u"layers"_s}, {u"diff_ids"_s, diffIds}}},
                       {u"history"_s, history}};
    if (!platform.variant.empty())
        object.insert(u"variant"_s, text(platform.variant));
    return toJsonBytes(object);
}

} // namespace

OciPlatform ociPlatform(const FileTree &tree, NodeId vserver, const Progress &progress)
{
    std::map<ElfMachine, std::pair<std::uint32_t, std::string>> found; // how many, and an interpreter
    std::set<InodeId> seen;
    for (NodeId node = vserver; node < tree.subtreeEnd(vserver); ++node) {
        const InodeId id = tree.inodeOf(node);
        const Inode &inode = tree.inode(id);
        if (!inode.isRegular() || (inode.permissions & 0111) == 0 || inode.size < 52 ||
            !seen.insert(id).second)
            continue;
        progress.throwIfCancelled();
        const ElfReading reading = readElf(ContentReader(tree, id), ElfDetail::Needs);
        if (!reading.info || !reading.info->isProgram())
            continue;
        auto &[count, interpreter] = found[reading.info->machine];
        ++count;
        if (interpreter.empty())
            interpreter = reading.info->interpreter;
    }
    const auto most = std::max_element(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.second.first < b.second.first;
    });
    OciPlatform platform =
        most == found.end() ? platformOf(hostMachine(), {}) : platformOf(most->first, most->second.second);
    const QString name = displayPath(tree.path(vserver));
    if (platform.architecture.empty()) { // it must be there, and runtimes refuse what they do not know
        platform.architecture = "unknown";
        platform.remark = translated("assembly", "%1: runtimes have no name for its processor, %2")
                              .arg(name, text((most == found.end() ? hostMachine() : most->first).name()))
                              .toStdString();
    } else if (found.empty()) {
        platform.remark = translated("assembly", "%1: it holds no program; said to be for this machine's "
                                                 "processor, %2")
                              .arg(name, text(platform.architecture))
                              .toStdString();
    } else if (found.size() > 1) {
        platform.remark = translated("assembly", "%1: programs of several processors; said to be for %2, as "
                                                 "most are")
                              .arg(name, text(platform.architecture))
                              .toStdString();
    }
    return platform;
}

std::vector<std::string> startCommand(const FileTree &tree, NodeId vserver)
{
    static constexpr std::array<std::string_view, 6> kShells{"bin/bash",   "usr/bin/bash", "bin/sh",
                                                             "usr/bin/sh", "bin/ash",      "bin/dash"};
    for (const std::string_view shell : kShells) {
        if (isExecutable(tree, vserver, shell))
            return {"/" + std::string(shell)};
    }
    return {};
}

std::vector<std::string> ociReferenceNames(std::span<const std::string> vservers)
{
    std::set<std::string> used;
    std::vector<std::string> names(vservers.size());
    // Names that stay as they are come first: none of them is to give way to a changed one.
    for (const bool unchanged : {true, false}) {
        for (std::size_t i = 0; i < vservers.size(); ++i) {
            const std::string name = referenceName(vservers[i]);
            if ((name == vservers[i]) != unchanged)
                continue;
            names[i] = name;
            for (int number = 2; !used.insert(names[i]).second; ++number)
                names[i] = name + "-" + std::to_string(number);
        }
    }
    return names;
}

OciImageDocuments ociImageDocuments(const OciPlatform &platform, const std::vector<std::string> &command,
                                    std::int64_t created, std::span<const OciStackedLayer> layers,
                                    Compression compression)
{
    OciImageDocuments documents;
    documents.config = configOf(platform, command, created, layers);
    QJsonArray descriptors;
    for (const OciStackedLayer &layer : layers) {
        QJsonObject one = descriptor(layerMediaType(compression), layer.blob);
        if (!layer.component.empty())
            one.insert(u"annotations"_s,
                       QJsonObject{{QLatin1StringView(kOciComponent), text(layer.component)}});
        descriptors.append(one);
    }
    const OciBlob config{sha256Hex(documents.config), static_cast<std::uint64_t>(documents.config.size())};
    documents.manifest =
        toJsonBytes({{u"schemaVersion"_s, 2},
                     {u"mediaType"_s, u"application/vnd.oci.image.manifest.v1+json"_s},
                     {u"config"_s, descriptor(u"application/vnd.oci.image.config.v1+json"_s, config)},
                     {u"layers"_s, descriptors}});
    return documents;
}

QByteArray toJsonBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject ociManifestDescriptor(const OciBlob &manifest, const OciPlatform &platform,
                                  const std::string &referenceName, const std::string &vserver)
{
    QJsonObject object = descriptor(u"application/vnd.oci.image.manifest.v1+json"_s, manifest);
    QJsonObject on{{u"architecture"_s, text(platform.architecture)}, {u"os"_s, u"linux"_s}};
    if (!platform.variant.empty())
        on.insert(u"variant"_s, text(platform.variant));
    object.insert(u"platform"_s, on);
    const QString digest = object.value("digest"_L1).toString();
    object.insert(u"annotations"_s,
                  QJsonObject{{QLatin1StringView(kOciRefName), text(referenceName)},
                              {QLatin1StringView(kOciVServer), displayPath(vserver)},
                              {QLatin1StringView(kOciImage), digest + u' ' + text(referenceName)}});
    return object;
}

bool isRefboxImage(const QJsonObject &descriptor)
{
    const QJsonObject annotations = descriptor.value("annotations"_L1).toObject();
    return annotations.value(QLatin1StringView(kOciImage)).toString() ==
           descriptor.value("digest"_L1).toString() + u' ' +
               annotations.value(QLatin1StringView(kOciRefName)).toString();
}

std::string sha256Hex(const QByteArray &bytes)
{
    return hexOf(sha256Of(bytes));
}

} // namespace Refbox
