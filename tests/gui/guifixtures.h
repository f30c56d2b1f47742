// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small plan for tests of dialogs: a refbox, a vserver that links to it, a device and a socket, all owned
// by this process where that is possible.
#pragma once

#include "assembly/planner.h"
#include "tree/filetreebuilder.h"

#include <memory>

#include <unistd.h>

namespace Refbox {

inline std::shared_ptr<const Plan> samplePlan(ImageSettings image = {})
{
    Metadata own;
    own.uid = ::geteuid();
    own.gid = ::getegid();
    FileTreeBuilder builder(own);
    const auto refbox = builder.addDirectory(FileTreeBuilder::root(), "refbox", own);
    const auto bin = builder.addDirectory(refbox, "bin", own);
    const auto bash = builder.addInlineFile(bin, "bash", own, std::string(100'000, 'b'));
    const auto vserver = builder.addDirectory(FileTreeBuilder::root(), "vsbox01", own);
    builder.addHardLink(vserver, "bash", bash);
    const auto dev = builder.addDirectory(vserver, "dev", own);
    builder.addSpecial(dev, "log", own, FileType::Socket);
    builder.addDirectory(FileTreeBuilder::root(), "vsbox02", own);

    auto plan = std::make_shared<Plan>();
    plan->project.name = "nano";
    plan->project.image = std::move(image);
    plan->tree = builder.build();
    plan->refbox = plan->tree->find("/refbox");
    plan->vservers = {plan->tree->find("/vsbox01"), plan->tree->find("/vsbox02")};
    return plan;
}

} // namespace Refbox
