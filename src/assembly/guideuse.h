// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the guide that say how to use the package, and (in guidefurther.cpp) how to go on; each adds
// its chapter.
#pragma once

#include "assembly/guide.h"

namespace Refbox {

void addMounting(Article &guide, const GuideFacts &facts);
void addStarting(Article &guide, const GuideFacts &facts);
void addSealing(Article &guide, const GuideFacts &facts);
void addFurther(Article &guide, const GuideFacts &facts);
void addCarrying(Article &guide, const GuideFacts &facts);
void addLua(Article &guide, const GuideFacts &facts);
void addGoingOn(Article &guide, const GuideFacts &facts);

} // namespace Refbox
