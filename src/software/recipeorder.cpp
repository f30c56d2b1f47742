// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/recipeorder.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/keyhash.h"
#include "software/libraries.h"
#include "software/tarballs.h"

#include <algorithm>

#include <sys/utsname.h>

namespace Refbox {

namespace {

// Counts up whenever results are made in another way than before: flags, stripping, the archive's form.
constexpr std::string_view kKeyHeader = "refbox recipe result 3\n";

class OrderMaker final
{
public:
    OrderMaker(const Catalogue &catalogue,
               const std::function<const RecipeWish *(const std::string &)> &others)
        : m_catalogue(catalogue)
        , m_others(others)
    {
    }

    RecipeOrderPtr make(const RecipeWish &wish)
    {
        const auto circle = std::ranges::find(m_open, wish.recipe);
        if (circle != m_open.end())
            throw Error(translated("software", "The recipe needs itself"), displayPath(wish.recipe),
                        translated("software", "It is needed by %1.").arg(displayPath(m_open.back())),
                        translated("software", "Take the need out of one of these recipes."));
        m_open.push_back(wish.recipe);
        auto order = std::make_shared<RecipeOrder>();
        order->recipe = m_catalogue.require(wish.recipe);
        order->prefix = wish.prefix.empty() ? order->recipe.prefix : wish.prefix;
        order->options = resolveOptions(order->recipe, wish.options);
        for (const std::string &name : neededRecipes(order->recipe, order->options)) {
            const RecipeWish *other = m_others(name);
            order->needs.push_back(make(other != nullptr ? *other : RecipeWish{name, {}, {}}));
        }
        m_open.pop_back();
        return order;
    }

private:
    const Catalogue &m_catalogue;
    const std::function<const RecipeWish *(const std::string &)> &m_others;
    std::vector<std::string> m_open; // from the one wished for down to the one at hand
};

void collect(const RecipeOrderPtr &order, std::vector<RecipeOrderPtr> &all)
{
    for (const RecipeOrderPtr &need : order->needs)
        collect(need, all);
    const auto isSame = [&](const RecipeOrderPtr &other) {
        return other->recipe.name == order->recipe.name && other->prefix == order->prefix &&
               other->options == order->options;
    };
    if (std::ranges::none_of(all, isSame))
        all.push_back(order);
}

} // namespace

std::vector<RecipeOrderPtr> withNeeds(const RecipeOrderPtr &order)
{
    std::vector<RecipeOrderPtr> all;
    collect(order, all);
    return all;
}

RecipeOrderPtr makeOrder(const Catalogue &catalogue, const RecipeWish &wish,
                         const std::function<const RecipeWish *(const std::string &)> &others)
{
    return OrderMaker(catalogue, others).make(wish);
}

std::string toolchainIdentity(const Store &store)
{
    KeyHash hash;
    HostView view;
    LibraryResolver resolver(view);
    for (const char *tool : {"cc", "as", "ld"}) {
        // Not from the user's PATH: the sandbox has the system's own only.
        const std::string path = std::string("/usr/bin/") + tool;
        const ViewFile *file = view.lookup(path);
        if (file == nullptr)
            throw Error(translated("software", "Cannot build from source"), displayPath(path),
                        translated("software", "This machine has no C compiler."),
                        translated("software", "Install a compiler with the C library's headers and make: on "
                                               "Debian the package build-essential."));
        hash.add(sha256OfFile(view.realPath(*file), store));
        for (const ResolvedLibrary &library : resolver.closure(view.realPath(*file)).libraries) {
            if (library.name == "libc.so.6")
                hash.add(sha256OfFile(library.realPath, store));
        }
    }
    utsname machine{};
    ::uname(&machine);
    hash.add(machine.machine);
    return hash.hex();
}

KeyParts keyParts(const RecipeOrder &order, const Tarball &tarball, const std::string &toolchain)
{
    KeyHash recipe;
    recipe.add(order.recipe.name);
    recipe.add(order.recipe.version);
    for (const RecipeStep &step : order.recipe.steps) {
        recipe.add(step.name);
        recipe.add(step.script);
    }
    recipe.add("provides");
    for (const std::string &path : order.recipe.provides)
        recipe.add(path);
    KeyHash options;
    for (const auto &[name, value] : order.options) {
        options.add(name);
        options.add(value);
    }
    KeyHash needs;
    for (const RecipeOrderPtr &need : order.needs) {
        // Whichever of its tarballs was had: they are one content.
        needs.add(orderKey(*need, need->recipe.tarballs.front(), toolchain));
    }
    return {recipe.hex(), tarball.sha256, options.hex(), needs.hex(), toolchain};
}

std::string KeyParts::text() const
{
    return recipe + '\n' + source + '\n' + options + '\n' + needs + '\n' + toolchain + '\n';
}

KeyParts KeyParts::fromText(std::string_view text)
{
    KeyParts parts;
    for (std::string *part : {&parts.recipe, &parts.source, &parts.options, &parts.needs, &parts.toolchain}) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        *part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string orderKey(const RecipeOrder &order, const Tarball &tarball, const std::string &toolchain)
{
    KeyHash hash;
    hash.add(kKeyHeader);
    hash.add(order.prefix);
    hash.add(keyParts(order, tarball, toolchain).text());
    return hash.hex();
}

} // namespace Refbox
