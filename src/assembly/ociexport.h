// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes vservers as an OCI image layout (see ocilayers.h, ocilayout.h): one image each, which share the
// layers of the components that they have in the same places. Layers that stand there already are not written
// again, nor packed again where it is known what they would become. Job: any thread, leaves nothing half
// written.
#pragma once

#include "assembly/exporter.h"
#include "assembly/ociimage.h"
#include "assembly/ocilayers.h"

#include <span>
#include <string>
#include <vector>

namespace Refbox {

struct OciExport
{
    Compression compression = Compression::Gzip; ///< not xz, which runtimes cannot read
    int level = 0;                               ///< the compression's own; 0: its usual one
    bool verify = true;                          ///< read the layers back and compare
    bool flush = true;
};

struct OciLayerReport
{
    std::string component; ///< as OciLayer has it
    bool isOwn = false;
    OciBlob blob;
    std::string diffId;
    std::uint64_t unpackedBytes = 0;
    std::uint32_t images = 0; ///< that take it
    bool reused = false;      ///< it stood there already
};

struct OciImageReport
{
    std::string vserver;
    std::string reference; ///< the image's name in the layout
    OciBlob manifest;
    std::vector<std::uint32_t> layers; ///< places in OciReport::layers, lowest first
};

struct OciReport
{
    ExportReport report; ///< takenOver: of the blobs that stood there already
    std::vector<OciLayerReport> layers;
    std::vector<OciImageReport> images;
    std::vector<LostSharing> lost;
};

/// refbox: kNoId where there is none. Throws Error (with both descriptions where verification finds a
/// difference) and Cancelled; then the folder is as it was.
OciReport exportOci(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                    const std::string &folder, const OciExport &options, Progress &progress);

// What is known before it is written.

/// The sharing that is lost, links that lead nowhere in an image, and devices.
std::vector<std::string> ociNotes(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                                  const OciPlan &plan);
/// These, after what layers cannot hold.
std::vector<std::string> ociRemarks(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                                    const OciPlan &plan);

} // namespace Refbox
