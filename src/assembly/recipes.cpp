// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/recipes.h"

#include "jobs/display.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

namespace Refbox {

namespace {

RecipeWish wishOf(const Component &component)
{
    return {std::get<RecipeSource>(component.source).recipe, component.prefix, component.options};
}

// The orders that are to be built, taken by workers as soon as what they need is there.
class BuildQueue final
{
public:
    BuildQueue(const RecipeBuilder &builder, const RecipeBuildOptions &options, RecipeWatcher *watcher,
               Progress &progress)
        : m_builder(builder)
        , m_options(options)
        , m_watcher(watcher)
        , m_progress(progress)
    {
    }

    void add(const RecipeOrderPtr &order)
    {
        const std::string key = keyOf(*order);
        if (m_tasks.contains(key) || m_builder.find(*order))
            return;
        m_steps += RecipeBuilder::stepCount(*order);
        m_tasks.emplace(key, Task{order});
    }

    void use(const CompileHelpers &helpers) { m_options.helpers = &helpers; }
    /// How many workers there will be.
    void shareAmong(unsigned builds) { m_options.builds = builds; }

    std::size_t count() const { return m_tasks.size(); }
    std::uint64_t steps() const { return m_steps; }

    std::vector<RecipeOrderPtr> orders() const
    {
        std::vector<RecipeOrderPtr> all;
        for (const auto &[key, task] : m_tasks)
            all.push_back(task.order);
        return all;
    }

    /// One worker's life. Waits only while another one builds something.
    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            Task *task = m_failed ? nullptr : next();
            if (task == nullptr) {
                if (m_running == 0 || m_failed)
                    return;
                m_changed.wait(lock);
                continue;
            }
            task->state = State::Running;
            ++m_running;
            lock.unlock();
            try {
                build(*task->order);
            } catch (...) {
                lock.lock();
                end(State::Waiting, *task);
                m_failed = true;
                throw;
            }
            lock.lock();
            end(State::Done, *task);
        }
    }

private:
    enum class State { Waiting, Running, Done };
    struct Task
    {
        RecipeOrderPtr order;
        State state = State::Waiting;
    };

    void build(const RecipeOrder &order)
    {
        const std::shared_ptr<Progress> own = m_watcher != nullptr ? m_watcher->begun(order) : nullptr;
        try {
            m_builder.build(order, m_options, m_progress, own.get());
        } catch (...) {
            if (m_watcher != nullptr)
                m_watcher->ended(order, std::current_exception());
            throw;
        }
        if (m_watcher != nullptr)
            m_watcher->ended(order, nullptr);
    }

    static std::string keyOf(const RecipeOrder &order)
    {
        return orderKey(order, order.recipe.tarballs.front(), {});
    }

    Task *next()
    {
        for (auto &[key, task] : m_tasks) {
            const bool ready = task.state == State::Waiting &&
                               std::ranges::all_of(task.order->needs, [this](const RecipeOrderPtr &need) {
                                   const auto found = m_tasks.find(keyOf(*need));
                                   return found == m_tasks.end() || found->second.state == State::Done;
                               });
            if (ready)
                return &task;
        }
        return nullptr;
    }

    void end(State state, Task &task)
    {
        task.state = state;
        --m_running;
        m_changed.notify_all();
    }

    const RecipeBuilder &m_builder;
    RecipeBuildOptions m_options;
    RecipeWatcher *m_watcher;
    Progress &m_progress;
    std::map<std::string, Task> m_tasks; // by key
    std::uint64_t m_steps = 0;

    std::mutex m_mutex; // guards the tasks' states and all below
    std::condition_variable m_changed;
    std::size_t m_running = 0;
    bool m_failed = false;
};

// Of all components that are recipes, and of what they need; these first, some more than once.
std::vector<RecipeOrderPtr> ordersOf(const Project &project)
{
    std::vector<RecipeOrderPtr> orders;
    std::optional<ProjectRecipes> recipes; // the catalogue is read only where there are any
    for (const Component &component : project.components) {
        if (!std::holds_alternative<RecipeSource>(component.source))
            continue;
        if (!recipes)
            recipes.emplace(project, Catalogue());
        try {
            for (RecipeOrderPtr &order : withNeeds(recipes->order(component)))
                orders.push_back(std::move(order));
        } catch (Error &error) {
            error.addContext(translated("assembly", "component %1").arg(displayPath(component.name)));
            throw;
        }
    }
    return orders;
}

// What is built needs its source for /baby/src alone. Where that cannot be had the package is made all the
// same, and its plan says what lacks.
void obtainSourcesOfBuilt(const std::vector<RecipeOrderPtr> &orders, const RecipeBuilder &builder,
                          const Tarballs &tarballs, Progress &progress)
{
    for (const RecipeOrderPtr &order : orders) {
        const auto built = builder.find(*order);
        if (!built || tarballs.cached(built->tarball))
            continue;
        try {
            tarballs.obtain({built->tarball}, progress); // the packing that it was built from, and no other
        } catch (const Error &error) {
            progress.log(Progress::Severity::Warning,
                         QStringLiteral("%1: %2: %3").arg(error.failed(), error.where(), error.why()));
        }
    }
}

} // namespace

unsigned buildsAtOnce(std::size_t recipes, unsigned cores, unsigned jobs)
{
    constexpr std::size_t kMost = 4; // more only take the processors from each other
    return static_cast<unsigned>(
        std::max<std::size_t>(1, std::min({recipes, std::size_t{cores}, std::size_t{jobs}, kMost})));
}

ProjectRecipes::ProjectRecipes(const Project &project, Catalogue catalogue)
    : m_catalogue(std::move(catalogue))
{
    for (const Component &component : project.components) {
        if (std::holds_alternative<RecipeSource>(component.source))
            m_wishes.push_back(wishOf(component));
    }
}

RecipeOrderPtr ProjectRecipes::order(const Component &component) const
{
    return makeOrder(m_catalogue, wishOf(component), [this](const std::string &name) -> const RecipeWish * {
        const auto found = std::ranges::find(m_wishes, name, &RecipeWish::recipe);
        return found == m_wishes.end() ? nullptr : &*found;
    });
}

bool ProjectRecipes::has(const RecipeOrder &order) const
{
    return std::ranges::any_of(m_wishes, [&](const RecipeWish &wish) {
        return wish.recipe == order.recipe.name && wish.prefix == order.prefix;
    });
}

std::map<std::string, std::uint64_t> builtRecipes(const Catalogue &catalogue, Progress &progress)
{
    const Store store;
    const Tarballs tarballs(store);
    const RecipeBuilder builder(store, tarballs);
    std::map<std::string, std::uint64_t> built;
    for (const auto &[name, recipe] : catalogue.recipes()) {
        progress.throwIfCancelled();
        const RecipeOrderPtr order =
            makeOrder(catalogue, {name, {}, {}}, [](const std::string &) { return nullptr; });
        std::error_code error;
        if (const auto found = builder.find(*order))
            built[name] = std::filesystem::file_size(found->archive, error);
    }
    return built;
}

std::vector<Tarballs::Obtained> fetchSources(const Project &project, const SourceOptions &options,
                                             Progress &progress)
{
    const Store store;
    const Tarballs tarballs(store, options);
    std::vector<Tarballs::Obtained> all;
    for (const RecipeOrderPtr &order : ordersOf(project)) {
        const std::vector<Tarball> &packings = order->recipe.tarballs;
        const auto isThere = [&](const Tarballs::Obtained &one) {
            return std::ranges::find(packings, one.tarball) != packings.end();
        };
        if (!std::ranges::any_of(all, isThere))
            all.push_back(obtainSource(tarballs, *order, progress));
    }
    return all;
}

std::size_t buildRecipes(const Project &project, const BuildRecipesOptions &options, Progress &progress)
{
    const std::vector<RecipeOrderPtr> orders = ordersOf(project);
    if (orders.empty())
        return 0;
    const Store store;
    const Tarballs tarballs(store, options.sources);
    const RecipeBuilder builder(store, tarballs);
    const unsigned cores = usefulThreads();
    const unsigned jobs = options.jobs > 0 ? options.jobs : cores;
    BuildQueue queue(builder, {.jobs = jobs, .keepFailed = options.keepFailed}, options.watcher, progress);
    for (const RecipeOrderPtr &order : orders)
        queue.add(order);
    obtainSourcesOfBuilt(orders, builder, tarballs, progress);
    if (queue.count() == 0)
        return 0;
    // Before anything is built: what lacks is known in the first minute, not in the tenth.
    for (const RecipeOrderPtr &order : queue.orders())
        obtainSource(tarballs, *order, progress);
    const CompileHelpers helpers(options.hosts, progress);
    if (helpers.slots() > 0)
        queue.use(helpers);
    progress.beginPhase(translated("assembly", "Building software"), queue.steps());
    const unsigned builds = buildsAtOnce(queue.count(), cores, jobs + helpers.slots());
    queue.shareAmong(builds);
    runParallel(builds, [&queue](unsigned) { queue.work(); });
    return queue.count();
}

} // namespace Refbox
