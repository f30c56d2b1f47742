// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/guidewords.h"

#include "assembly/exporter.h"

namespace Refbox::GuideWords {

CodeBlock run(std::string text, std::vector<std::string> needs)
{
    const auto use = needs.empty() ? CodeBlock::Use::Run : CodeBlock::Use::Needs;
    return {std::move(text), use, std::move(needs)};
}

void say(Article &guide, Spans text)
{
    guide.push_back(Paragraph{std::move(text)});
}

const ImageSettings &image(const GuideFacts &facts)
{
    return facts.plan->project.image;
}

bool isExt(const GuideFacts &facts)
{
    return image(facts).filesystem.starts_with("ext");
}

bool isSealed(const GuideFacts &facts)
{
    return image(facts).seal && isExt(facts);
}

std::string imageFile(const GuideFacts &facts)
{
    return shellQuoted(facts.plan->project.name + ".img");
}

// The kernels' own names of file systems; every kernel has ext4's driver, which mounts all three.
std::vector<std::string> kernelNeeds(const GuideFacts &facts)
{
    return isExt(facts) ? std::vector<std::string>() : std::vector{"kernel:" + image(facts).filesystem};
}

std::string firstVServer(const GuideFacts &facts)
{
    return facts.plan->project.vservers.front().name;
}

// A shell of the vserver that says something and ends.
std::string inShell(const GuideFacts &facts, const std::string &text)
{
    return shellQuoted(facts.shell) + " -c 'echo \"" + text + "\"'";
}

} // namespace Refbox::GuideWords
