// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Something that the user should know about software that was taken in: made into findings by the planner.
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace Refbox {

struct Remark
{
    enum class Severity { Info, Warning, Error };
    Severity severity = Severity::Info;
    std::string id;   ///< stable name of its kind, for scripts: "missing-program"
    std::string path; ///< in the component's tree, or on this machine; may be empty
    QString message;  ///< one whole sentence or more
    QString advice;   ///< what the user can do; may be empty
};

using Remarks = std::vector<Remark>;

} // namespace Refbox
