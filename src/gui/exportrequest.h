// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What to export, where and how, as one value; what can be said of it beforehand, and the job that does it.
// Any thread.
#pragma once

#include "assembly/exporter.h"
#include "assembly/formatlosses.h"
#include "assembly/ociexport.h"
#include "assembly/planner.h"
#include "tree/sides.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct ExportRequest
{
    OutputKind kind = OutputKind::Image;
    std::shared_ptr<const Plan> plan; ///< never null when run
    std::string from;                 ///< what was opened, where this is no project's plan
    NodeId subtree = FileTree::root();
    std::string target;
    ImageExport image;       ///< for an image
    StarOptions star;        ///< for a star-ball
    OciExport oci;           ///< for OCI images
    bool bestEffort = false; ///< for a folder
    bool verify = true;      ///< all but a folder: read back and compare
};

/// An image, archive or folder that was opened, as a plan of nothing but itself: to write it in another form.
std::shared_ptr<const Plan> planOfOpened(FileTreePtr tree, const Sides &sides, const std::string &path);

/// What a project's own settings give. from: see ExportRequest.
ExportRequest defaultRequest(OutputKind kind, std::shared_ptr<const Plan> plan, std::string from = {});

/// Whether its own findings hold errors.
bool hasErrors(const Plan &plan);

/// "Export nano.img".
QString exportTitle(const ExportRequest &request);

/// Job. Throws Error and Cancelled; then nothing is left behind.
ExportReport runExport(const ExportRequest &request, Progress &progress);

/// The equal command line; with only those options that differ from the project's settings. projectPath is
/// not used for what was opened.
std::string exportCommand(const ExportRequest &request, const std::string &projectPath);

/// The volume label that the image gets.
std::string effectiveLabel(const ImageExport &options);

struct ExportEstimate
{
    std::uint64_t bytes = 0; ///< of the image; of the content for other outputs
    bool exact = true;       ///< else an image is at most so large
    std::vector<FormatLoss> losses;
    std::vector<std::string> notes;        ///< whole sentences: of OCI images, the sharing that is lost
    std::optional<std::uint64_t> capacity; ///< that an image should fit on
    QString problem;                       ///< why it cannot be written; empty: it can
};

/// Job.
ExportEstimate estimateExport(const ExportRequest &request, Progress &progress);

/// "devices, which only root can make: 3, such as /dev/null".
QString lossText(const FormatLoss &loss);

/// Throws Error where the target cannot be: in a missing folder, a folder in place of a file, inside a
/// source.
void checkExportTarget(const ExportRequest &request);

} // namespace Refbox
