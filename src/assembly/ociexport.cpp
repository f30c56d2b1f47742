// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/ociexport.h"

#include "assembly/formatlosses.h"
#include "assembly/ocilayout.h"
#include "assembly/outputnotes.h"
#include "assembly/readback.h"
#include "formats/archivehandle.h"
#include "formats/archivereader.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"
#include "tree/linkmap.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <sstream>

namespace Refbox {

namespace {

struct PackedLayer
{
    OciBlob blob;
    std::string diffId;
    std::uint64_t unpackedBytes = 0;
};

// What a layer of this identity was packed to: digest, size, digest and size before compression.
std::optional<PackedLayer> notedLayer(const Store *store, const std::string &key)
{
    const std::optional<std::string> note = store == nullptr ? std::nullopt : store->note(key);
    PackedLayer layer;
    std::istringstream words(note.value_or(""));
    words >> layer.blob.digest >> layer.blob.size >> layer.diffId >> layer.unpackedBytes;
    const bool isWhole = words && layer.blob.digest.size() == 64 && layer.diffId.size() == 64;
    return isWhole ? std::optional(layer) : std::nullopt;
}

void noteLayer(const Store *store, const std::string &key, const PackedLayer &layer)
{
    if (store != nullptr)
        store->putNote(key, layer.blob.digest + ' ' + std::to_string(layer.blob.size) + ' ' + layer.diffId +
                                ' ' + std::to_string(layer.unpackedBytes));
}

// Of a layer that stands there, as runtimes check it against the configuration.
std::string diffIdOf(const std::string &path, Compression compression, Progress &progress)
{
    FileSource file({path}, progress);
    std::unique_ptr<ByteSource> unpacked;
    if (compression == Compression::Gzip)
        unpacked = std::make_unique<GzipSource>(file, path);
    else if (compression == Compression::Zstd)
        unpacked = std::make_unique<UnpackedSource>(file, displayPath(path));
    ByteSource &source = unpacked ? *unpacked : file;
    Sha256Hash hash;
    for (auto piece = source.next(); !piece.empty(); piece = source.next())
        hash.add(piece);
    return hash.hex();
}

class OciJob final
{
public:
    OciJob(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers, const std::string &folder,
           const OciExport &options, OciPlan plan, Progress &progress)
        : m_tree(tree)
        , m_refbox(refbox)
        , m_vservers(vservers)
        , m_options(options)
        , m_plan(std::move(plan))
        , m_progress(progress)
        , m_quiet(&progress)
        , m_layout(folder, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No)
    {
        m_report.report.path = folder;
        try {
            m_store.emplace();
        } catch (const Error &) { // then every layer is packed
        }
    }

    OciReport run()
    {
        m_report.report.remarks = ociRemarks(m_tree, m_refbox, m_vservers, m_plan);
        m_report.lost = m_plan.lost;
        m_progress.beginPhase(translated("assembly", "Writing the layers"), m_plan.bytes,
                              Progress::Unit::Bytes);
        for (const OciLayer &layer : m_plan.layers)
            writeLayer(layer);
        if (m_options.verify)
            verify();
        writeImages();
        return std::move(m_report);
    }

private:
    void writeLayer(const OciLayer &layer)
    {
        const std::string options = std::string("oci layer ") + compressionName(m_options.compression) + ' ' +
                                    std::to_string(m_options.level);
        const std::string key = "oci layer " + layerIdentity(m_tree, layer.vserver, layer.nodes, !layer.isOwn,
                                                             options, m_progress);
        const Store *store = m_store ? &*m_store : nullptr;
        std::optional<PackedLayer> packed = notedLayer(store, key);
        bool reused = packed && m_layout.has(packed->blob, m_quiet);
        if (reused) {
            m_progress.advance(layer.bytes);
        } else {
            packed = pack(layer, reused);
            noteLayer(store, key, *packed);
        }
        OciLayerReport &report = m_report.layers.emplace_back();
        report.component = layer.component;
        report.isOwn = layer.isOwn;
        report.blob = packed->blob;
        report.diffId = packed->diffId;
        report.unpackedBytes = packed->unpackedBytes;
        report.images = static_cast<std::uint32_t>(layer.takers.size());
        if (m_counted.insert(packed->blob.digest).second) { // else another layer is the same
            report.reused = reused;
            m_report.report.bytes += packed->blob.size;
            m_report.report.takenOver += reused ? packed->blob.size : 0;
        }
    }

    PackedLayer pack(const OciLayer &layer, bool &reused)
    {
        LayerOptions options;
        options.compression = m_options.compression;
        options.level = m_options.level;
        options.neutralFolders = !layer.isOwn;
        OutputFile file = m_layout.newBlob();
        const LayerReport written =
            Refbox::writeLayer(m_tree, layer.vserver, layer.nodes, file, options, m_progress);
        PackedLayer packed;
        packed.diffId = hexOf(written.diffId);
        packed.unpackedBytes = written.unpackedBytes;
        packed.blob = m_layout.keep(file, m_quiet, &reused);
        return packed;
    }

    void verify()
    {
        m_progress.beginPhase(translated("assembly", "Reading the layers back"), m_report.layers.size());
        std::vector<FileTreePtr> layers;
        for (const OciLayerReport &layer : m_report.layers) {
            HashSink sink;
            const std::string path = m_layout.path(layer.blob.digest);
            layers.push_back(readArchive(path, sink, m_quiet).tree);
            if (diffIdOf(path, m_options.compression, m_quiet) != layer.diffId)
                throw Error(translated("assembly", "The layer is not what it was packed from"),
                            displayPath(path), translated("assembly", "Unpacked, it has another checksum."),
                            translated("assembly", "Remove Refbox's cache, and try again."));
            m_progress.advance();
        }
        bool isExact = true;
        std::vector<bool> isRead(layers.size(), false); // and compared with what it is to hold
        for (const OciImage &image : m_plan.images) {
            const std::set<InodeId> known = contentIn(image, isRead);
            CompareOptions compare;
            compare.flags = false;
            compare.hasKnownContent = [&known](InodeId inode) { return known.contains(inode); };
            const FileTreePtr stacked = stack(image, layers);
            const Subtree planned{m_tree, image.vserver};
            isExact = requireEqual(planned, {*stacked}, compare, m_report.report.path, m_progress,
                                   Foreseen::LossesOfTar) &&
                      isExact;
            for (const std::uint32_t layer : image.layers)
                isRead[layer] = true;
        }
        m_report.report.verified = isExact;
    }

    // In one image an inode is in one layer only, see planOciLayers().
    std::set<InodeId> contentIn(const OciImage &image, const std::vector<bool> &layers) const
    {
        std::set<InodeId> inodes;
        for (const std::uint32_t layer : image.layers) {
            if (!layers[layer])
                continue;
            for (const NodeId node : m_plan.layers[layer].nodes)
                inodes.insert(m_tree.inodeOf(node));
        }
        return inodes;
    }

    // One above the other, as a runtime unpacks them. The own layer has all folders as they are at the end.
    FileTreePtr stack(const OciImage &image, const std::vector<FileTreePtr> &layers) const
    {
        FileTreeBuilder builder;
        for (auto number = image.layers.rbegin(); number != image.layers.rend(); ++number) {
            const FileTree &layer = *layers[*number];
            std::vector<FileTreeBuilder::Handle> handles(layer.nodeCount(), FileTreeBuilder::root());
            if (number == image.layers.rbegin())
                copyRoot(layer, builder);
            for (NodeId node = 1; node < layer.nodeCount(); ++node) {
                const auto folder = handles[layer.parent(node)];
                const auto existing = builder.child(folder, layer.name(node));
                const bool isFolder = layer.inodeAt(node).isDirectory();
                if (existing == FileTreeBuilder::kNone)
                    handles[node] = builder.copyNode(folder, layer.name(node), layer, node, {});
                else if (isFolder && builder.inode(existing).isDirectory())
                    handles[node] = existing;
                else
                    throw Error(translated("assembly", "The layers do not fit together"),
                                displayPath(layer.path(node)),
                                translated("assembly", "It is in two of them."),
                                translated("assembly", "This is a defect of Refbox: please report it."));
            }
        }
        return builder.build();
    }

    static void copyRoot(const FileTree &layer, FileTreeBuilder &builder)
    {
        const Inode &from = layer.inodeAt(FileTree::root());
        Inode &to = builder.inode(FileTreeBuilder::root());
        to.permissions = from.permissions;
        to.uid = from.uid;
        to.gid = from.gid;
        to.mtimeSeconds = from.mtimeSeconds;
        to.mtimeNanoseconds = from.mtimeNanoseconds;
        to.xattrs = builder.internXattrs(layer.xattrs(from.xattrs));
    }

    void writeImages()
    {
        m_progress.beginPhase(translated("assembly", "Writing the index"));
        std::vector<std::string> names;
        for (const NodeId vserver : m_vservers)
            names.emplace_back(m_tree.name(vserver));
        const std::vector<std::string> references = ociReferenceNames(names);
        QJsonArray manifests;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const NodeId vserver = m_vservers[i];
            std::vector<OciStackedLayer> stacked;
            for (const std::uint32_t number : m_plan.images[i].layers) {
                const OciLayerReport &layer = m_report.layers[number];
                stacked.push_back({layer.blob, layer.diffId, layer.component, layer.isOwn});
            }
            const OciPlatform platform = ociPlatform(m_tree, vserver, m_progress);
            const OciImageDocuments documents =
                ociImageDocuments(platform, startCommand(m_tree, vserver),
                                  m_tree.inodeAt(vserver).mtimeSeconds, stacked, m_options.compression);
            put(documents.config);
            const OciBlob manifest = put(documents.manifest);
            manifests.append(ociManifestDescriptor(manifest, platform, references[i], names[i]));
            m_report.images.push_back({names[i], references[i], manifest, m_plan.images[i].layers});
            remark(i, platform);
        }
        m_layout.commit(manifests, m_progress);
        if (m_layout.hasOthers())
            m_report.report.remarks.push_back(
                translated("assembly", "Images that Refbox did not write stand there, too: blobs that are no "
                                       "longer used were left for them")
                    .toStdString());
    }

    OciBlob put(const QByteArray &bytes)
    {
        OciBlob blob = m_layout.put(bytes, m_quiet);
        if (m_counted.insert(blob.digest).second)
            m_report.report.bytes += blob.size;
        return blob;
    }

    void remark(std::size_t number, const OciPlatform &platform)
    {
        const OciImageReport &image = m_report.images[number];
        std::vector<std::string> &remarks = m_report.report.remarks;
        if (!platform.remark.empty())
            remarks.push_back(platform.remark);
        if (image.reference != image.vserver)
            remarks.push_back(
                translated("assembly", "%1 is called %2 in the layout, where not every name can be")
                    .arg(displayPath(image.vserver), displayPath(image.reference))
                    .toStdString());
        if (startCommand(m_tree, m_vservers[number]).empty())
            remarks.push_back(translated("assembly", "%1: it holds no shell to start")
                                  .arg(displayPath(image.vserver))
                                  .toStdString());
        const std::string &folder = m_report.report.path;
        std::vector<std::string> &commands = m_report.report.commands;
        commands.push_back("skopeo inspect " + shellQuoted("oci:" + folder + ':' + image.reference));
        commands.push_back("podman run --rm -it " + shellQuoted("oci:" + folder + ':' + image.reference));
    }

    const FileTree &m_tree;
    const NodeId m_refbox;
    const std::span<const NodeId> m_vservers;
    const OciExport &m_options;
    const OciPlan m_plan;
    Progress &m_progress;
    Progress m_quiet; // for what is not counted
    OciLayout m_layout;
    std::optional<Store> m_store;
    std::set<std::string> m_counted; // digests
    OciReport m_report;
};

} // namespace

OciReport exportOci(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                    const std::string &folder, const OciExport &options, Progress &progress)
{
    const QString failed = translated("assembly", "Cannot write the OCI image layout");
    if (vservers.empty())
        throw Error(failed, displayPath(folder), translated("assembly", "There is no vserver to write."),
                    translated("assembly", "Make one first."));
    if (options.compression == Compression::Xz)
        throw Error(failed, displayPath(folder), translated("assembly", "Runtimes cannot read xz."),
                    translated("assembly", "Choose gzip, zstd or none."));
    progress.beginPhase(translated("assembly", "Planning the layers"));
    OciPlan plan = planOciLayers(tree, refbox, vservers, progress);
    OciReport report = OciJob(tree, refbox, vservers, folder, options, std::move(plan), progress).run();
    progress.finish();
    return report;
}

std::vector<std::string> ociNotes(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                                  const OciPlan &plan)
{
    std::vector<std::string> notes;
    for (const LostSharing &lost : plan.lost)
        notes.push_back(lostSharingText(lost));
    const auto note = [&](const QString &text, const std::vector<NodeId> &names) {
        if (!names.empty())
            notes.push_back(text.arg(names.size()).arg(displayPath(tree.path(names.front()))).toStdString());
    };
    std::vector<NodeId> dangling;
    if (refbox != kNoId) {
        const LinkMap map = buildLinkMap(tree, vservers, refbox);
        for (const Link &link : map.links()) {
            if (link.manner == Link::Manner::Symbolic && link.target != kNoId && map.isInRefbox(link.target))
                dangling.push_back(link.from);
        }
    }
    note(translated("assembly", "Symbolic links into the refbox, which no image holds: %1, such as %2"),
         dangling);
    std::vector<NodeId> devices;
    for (const NodeId vserver : vservers) {
        for (NodeId node = vserver; node < tree.subtreeEnd(vserver); ++node) {
            if (tree.inodeAt(node).isDevice())
                devices.push_back(node);
        }
    }
    note(translated("assembly", "Devices, which runtimes unpack only as root: %1, such as %2"), devices);
    return notes;
}

std::vector<std::string> ociRemarks(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                                    const OciPlan &plan)
{
    std::vector<std::string> remarks;
    for (const FormatLoss &loss : ociLosses(tree, vservers))
        remarks.push_back(lossRemark(loss));
    for (std::string &note : ociNotes(tree, refbox, vservers, plan))
        remarks.push_back(std::move(note));
    return remarks;
}

} // namespace Refbox
