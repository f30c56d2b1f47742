// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What jobs do for the components of a project, and where the last try failed: what no plan knows, because a
// plan only looks at what is there. GUI thread.
#pragma once

#include "project/project.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <string>

namespace Refbox {

struct RecipeOrder;

struct ComponentWork
{
    /// Of several, the last one counts.
    enum class Stage {
        Ready, ///< the next plan finds it
        Fetching,
        Building,
        Failed
    };

    Component component;          ///< as it was then: it says nothing of one that was edited since
    std::string key{};            ///< workKey(); empty where it is no recipe
    std::optional<Stage> stage{}; ///< none: it waits, or was stopped
    QString reason{};             ///< of a failure
};

/// Of all that goes into what comes out of a recipe, whatever it is built with.
std::string workKey(const RecipeOrder &order);

class ComponentWorks final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void set(const ComponentWork &work);
    /// A new plan: forgets failures of recipes that have changed since, and what is ready, unless a job still
    /// runs, of which this plan may not know.
    void planned(const Project &project, bool isAnyJobRunning);
    /// Of this very component; nullptr: nothing.
    const ComponentWork *find(const Component &component) const;

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, ComponentWork> m_works; // by the component's name
};

} // namespace Refbox
