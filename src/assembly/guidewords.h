// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the chapters of the guide have in common: their commands, and what of the package they depend on.
#pragma once

#include "assembly/guide.h"

#include <string>
#include <vector>

namespace Refbox::GuideWords {

/// Commands to be typed; needs: see CodeBlock.
CodeBlock run(std::string text, std::vector<std::string> needs = {});
void say(Article &guide, Spans text);

const ImageSettings &image(const GuideFacts &facts);
bool isExt(const GuideFacts &facts);
bool isSealed(const GuideFacts &facts);
/// Quoted for a shell, like all names in commands.
std::string imageFile(const GuideFacts &facts);
/// What mounting the image needs.
std::vector<std::string> kernelNeeds(const GuideFacts &facts);
std::string firstVServer(const GuideFacts &facts);
/// A shell of the vserver that says something and ends.
std::string inShell(const GuideFacts &facts, const std::string &text);

} // namespace Refbox::GuideWords
