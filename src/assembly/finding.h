// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One problem or remark about a project or a tree: what the checker, the planner and the exporters report.
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace Refbox {

struct Finding
{
    enum class Severity { Info, Warning, Error };

    Severity severity = Severity::Info;
    std::string id;   ///< stable name of its kind, for scripts: "missing-library"
    std::string path; ///< in the image; empty for the package as a whole
    QString message;  ///< one whole sentence or more
    QString advice;   ///< what the user can do; may be empty
    /// Of missing-…: the loader, library or interpreter, as it is asked for; of path-conflict: the component
    /// that came too late; of identical-copies of a plan: the link rule's number, from 1 on.
    std::string subject{};
    std::vector<std::string> otherPaths{}; ///< of a finding about several files: those after path
    bool operator==(const Finding &) const = default;
};

using Findings = std::vector<Finding>;

/// "Also: /a, /b", with at most so many of the other paths; empty where there are none.
QString otherPlaces(const Finding &finding, std::size_t most);

inline const char *severityName(Finding::Severity severity)
{
    return severity == Finding::Severity::Error     ? "error"
           : severity == Finding::Severity::Warning ? "warning"
                                                    : "info";
}

} // namespace Refbox
