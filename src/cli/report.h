// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plans and exports as text for people and JSON for scripts.
#pragma once

#include "assembly/builder.h"
#include "assembly/exporter.h"
#include "assembly/ociexport.h"
#include "assembly/planner.h"
#include "cli/command.h"

namespace Refbox {

void printPlan(std::ostream &out, const Plan &plan);
QJsonObject planToJson(const Plan &plan);

void printExport(std::ostream &out, const ExportReport &report);
QJsonObject exportToJson(const ExportReport &report);
void printOciPlan(std::ostream &out, const FileTree &tree, const OciPlan &plan,
                  const std::vector<std::string> &remarks);
void printOci(std::ostream &out, const OciReport &report);
QJsonObject ociToJson(const OciReport &report);
QJsonObject buildToJson(const BuildReport &report);

/// "none", "gzip", "xz" or "zstd"; UsageError for another word.
Compression compressionFromWord(const std::string &word);

/// "fit" gives nullopt; UsageError where it is no size.
std::optional<std::uint64_t> imageSizeFromWord(const std::string &word);
/// Of a star-ball's parts.
std::uint64_t partSizeFromWord(const std::string &word);
std::uint32_t blockSizeFromWord(const std::string &word);
/// From 0 to 50.
double percentFromWord(const std::string &word);
/// "10%" or a size.
FreeSpace freeSpaceFromWord(const std::string &word);

} // namespace Refbox
