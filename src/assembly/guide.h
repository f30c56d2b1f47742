// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guide that goes into /baby/doc: how this package was made, how to use it, how to go on from there. Its
// commands run one after the other as they stand, on the image in the current folder: a test does that.
#pragma once

#include "assembly/article.h"
#include "assembly/componentsource.h"
#include "assembly/linkpicture.h"
#include "assembly/packagescripts.h"
#include "assembly/planner.h"

#include <functional>
#include <string>
#include <vector>

namespace Refbox {

inline constexpr char kGuidePage[] = "/baby/doc/guide.html"; ///< where it stands in the image's tree

/// What the guide is written from. What is pointed to must outlive the call.
struct GuideFacts
{
    const Plan *plan = nullptr; ///< project, components and rules; no tree is needed
    const std::vector<ComponentTree> *components = nullptr;
    const FileTree *refbox = nullptr;
    const PackageScripts *scripts = nullptr;
    std::function<std::vector<std::string>(NodeId)> needs; ///< of a name of the refbox
    LinkCounts links;
    std::string shell;   ///< of the first vserver: "/bin/bash"; empty: it has none
    bool starts = false; ///< the first vserver has a start program, /etc/rc
};

Article makeGuide(const GuideFacts &facts);

} // namespace Refbox
