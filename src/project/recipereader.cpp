// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/display.h"
#include "jobs/text.h"
#include "project/luarecord.h"
#include "project/recipe.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Refbox {

namespace {

constexpr std::array<std::string_view, 4> kSteps = {"prepare", "configure", "compile", "install"};
// A terabyte: what is more is a slip.
constexpr std::int64_t kLargestSize = 1'000'000'000'000;

Objection objectionToSha256(std::string_view text)
{
    const bool right = text.size() == 64 && std::ranges::all_of(text, [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                       });
    return right ? Objection() : translated("project", "is no SHA-256 of 64 lower-case hex digits");
}

Objection objectionToAddress(std::string_view text)
{
    const bool right = (text.starts_with("https://") || text.starts_with("http://")) &&
                       std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == 0x7F; });
    return right ? Objection() : translated("project", "is no address that begins with http:// or https://");
}

Objection objectionToLine(std::string_view text)
{
    if (text.empty())
        return translated("project", "is empty");
    if (text.find('\n') != std::string_view::npos)
        return translated("project", "has more than one line");
    return {};
}

class RecipeReader final
{
public:
    RecipeReader(const LuaFileName &file, Recipe &recipe)
        : m_file(file)
        , m_recipe(recipe)
    {
    }

    void read(const LuaData &data);

private:
    void checkVersion(const LuaValue &top);
    void readTexts(LuaRecord &record);
    void readTarball(const LuaEntry &entry);
    void readDebian(const LuaEntry &entry, Tarball &tarball);
    void readOption(const LuaEntry &entry);
    void addCommonOption(std::string_view name, const char *text, const char *standard);
    void readNeed(const LuaEntry &entry);
    void readCondition(const std::string &key, const LuaEntry &entry, RecipeNeed &need);
    void readSteps(const LuaEntry &entry);
    void refuseUnless(bool right, const LuaEntry &entry, const QString &why) const
    {
        if (!right)
            m_file.fail(entry.place, why);
    }

    const LuaFileName &m_file;
    Recipe &m_recipe;
    Comments m_comments; // the catalogue is never written back
};

void RecipeReader::checkVersion(const LuaValue &top)
{
    const LuaEntry *entry = top.table()->find("recipe");
    if (entry == nullptr)
        m_file.fail(top.place, translated("project", "This is no recipe: \"recipe\" is missing"),
                    translated("project", "A recipe begins with recipe = %1, the version of its format.")
                        .arg(Recipe::kFormatVersion));
    const auto *version = std::get_if<std::int64_t>(&entry->value.data);
    if (version == nullptr || *version != Recipe::kFormatVersion)
        m_file.fail(entry->value.place,
                    translated("project", "The recipe's format is %1; this Refbox reads format %2")
                        .arg(entry->value.describe())
                        .arg(Recipe::kFormatVersion),
                    translated("project", "Use a Refbox that knows this format."));
}

void RecipeReader::read(const LuaData &data)
{
    static constexpr std::array<std::string_view, 16> kKeys = {
        "recipe", "name", "version", "summary", "description", "licence", "homepage", "category",
        "prefix", "size", "source",  "options", "needs",       "steps",   "provides", "untried"};
    const LuaValue top(data.table, data.place);
    checkVersion(top);
    LuaRecord record(m_file, top, translated("project", "the recipe"), kKeys, m_comments);
    readTexts(record);
    const LuaEntry &source = record.need("source");
    record.list("source", [this](const LuaEntry &entry) { readTarball(entry); });
    refuseUnless(!m_recipe.tarballs.empty(), source, translated("project", "The recipe has no source"));
    record.list("options", [this](const LuaEntry &entry) { readOption(entry); });
    addCommonOption(kManualsOption, QT_TRANSLATE_NOOP("catalogue", "Manual pages and other documentation"),
                    "no");
    addCommonOption(kStripOption, QT_TRANSLATE_NOOP("catalogue", "Leave out what only debuggers read"),
                    "yes");
    record.list("needs", [this](const LuaEntry &entry) { readNeed(entry); });
    readSteps(record.need("steps"));
    const auto check = [this](const LuaEntry &entry) {
        m_file.refuse(objectionToPath(*entry.value.string(), false),
                      translated("project", "What the recipe provides"), entry.value);
    };
    record.strings("provides", check, m_recipe.provides);
}

void RecipeReader::readTexts(LuaRecord &record)
{
    const LuaEntry &name = record.need("name");
    record.string("name", m_recipe.name);
    m_file.refuse(objectionToName(m_recipe.name), translated("project", "The recipe's name"), name.value);
    const LuaEntry &version = record.need("version");
    record.string("version", m_recipe.version);
    m_file.refuse(objectionToName(m_recipe.version), translated("project", "The version"), version.value);
    for (const auto &[key, text] :
         {std::pair("summary", &m_recipe.summary), std::pair("licence", &m_recipe.licence),
          std::pair("homepage", &m_recipe.homepage), std::pair("category", &m_recipe.category)}) {
        const LuaEntry &entry = record.need(key);
        record.string(key, *text);
        m_file.refuse(objectionToLine(*text), displayPath(key), entry.value);
    }
    record.string("description", m_recipe.description);
    record.string("untried", m_recipe.untried);
    if (const LuaEntry *prefix = record.string("prefix", m_recipe.prefix))
        m_file.refuse(objectionToPath(m_recipe.prefix, true), translated("project", "The prefix"),
                      prefix->value);
    std::int64_t size = 0; // stays where none is stated
    record.integer("size", 1, kLargestSize, size);
    m_recipe.size = static_cast<std::uint64_t>(size);
}

void RecipeReader::readTarball(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 5> kKeys = {"file", "sha256", "addresses", "signature",
                                                              "debian"};
    Tarball tarball;
    LuaRecord record(m_file, entry.value, translated("project", "the source"), kKeys, m_comments);
    const LuaEntry &file = record.need("file");
    record.string("file", tarball.file);
    m_file.refuse(objectionToName(tarball.file), translated("project", "The file"), file.value);
    if (m_recipe.untried.empty())
        record.need("sha256");
    if (const LuaEntry *sha256 = record.string("sha256", tarball.sha256))
        m_file.refuse(objectionToSha256(tarball.sha256), translated("project", "The checksum"),
                      sha256->value);
    const auto check = [this](const LuaEntry &address) {
        m_file.refuse(objectionToAddress(*address.value.string()), translated("project", "The address"),
                      address.value);
    };
    record.strings("addresses", check, tarball.addresses);
    if (const LuaEntry *signature = record.string("signature", tarball.signature))
        m_file.refuse(objectionToAddress(tarball.signature), translated("project", "The signature"),
                      signature->value);
    if (const LuaEntry *debian = record.find("debian"))
        readDebian(*debian, tarball);
    m_recipe.tarballs.push_back(std::move(tarball));
}

void RecipeReader::readDebian(const LuaEntry &entry, Tarball &tarball)
{
    static constexpr std::array<std::string_view, 2> kKeys = {"package", "suite"};
    LuaRecord record(m_file, entry.value, translated("project", "Debian's package"), kKeys, m_comments);
    const LuaEntry &package = record.need("package");
    record.string("package", tarball.debianPackage);
    m_file.refuse(objectionToPackage(tarball.debianPackage), translated("project", "The package"),
                  package.value);
    const LuaEntry &suite = record.need("suite");
    record.string("suite", tarball.debianSuite);
    m_file.refuse(objectionToName(tarball.debianSuite), translated("project", "The suite"), suite.value);
}

void RecipeReader::readOption(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 4> kKeys = {"name", "text", "choices", "standard"};
    RecipeOption option;
    LuaRecord record(m_file, entry.value, translated("project", "the option"), kKeys, m_comments);
    const LuaEntry &name = record.need("name");
    record.string("name", option.name);
    m_file.refuse(objectionToName(option.name), translated("project", "The option's name"), name.value);
    refuseUnless(std::ranges::find(m_recipe.options, option.name, &RecipeOption::name) ==
                     m_recipe.options.end(),
                 name, translated("project", "There is a second option of this name"));
    record.string("text", option.text);
    const auto check = [this](const LuaEntry &choice) {
        m_file.refuse(objectionToName(*choice.value.string()), translated("project", "The choice"),
                      choice.value);
    };
    record.need("choices");
    record.strings("choices", check, option.choices);
    const LuaEntry &standard = record.need("standard");
    record.string("standard", option.standard);
    refuseUnless(std::ranges::find(option.choices, option.standard) != option.choices.end(), standard,
                 translated("project", "The standard is none of the choices"));
    m_recipe.options.push_back(std::move(option));
}

void RecipeReader::addCommonOption(std::string_view name, const char *text, const char *standard)
{
    if (std::ranges::find(m_recipe.options, name, &RecipeOption::name) == m_recipe.options.end())
        m_recipe.options.push_back({std::string(name), text, {"yes", "no"}, standard});
}

void RecipeReader::readNeed(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 2> kKeys = {"recipe", "when"};
    RecipeNeed need;
    const LuaValue *name = &entry.value;
    if (const std::string *text = entry.value.string()) {
        need.recipe = *text;
    } else {
        LuaRecord record(m_file, entry.value,
                         translated("project", "the need (a recipe's name, or a table with one)"), kKeys,
                         m_comments);
        name = &record.need("recipe").value;
        record.string("recipe", need.recipe);
        record.named("when", [&](const std::string &key, const LuaEntry &condition) {
            readCondition(key, condition, need);
        });
    }
    m_file.refuse(objectionToName(need.recipe), translated("project", "The needed recipe"), *name);
    m_recipe.needs.push_back(std::move(need));
}

void RecipeReader::readCondition(const std::string &key, const LuaEntry &entry, RecipeNeed &need)
{
    const auto option = std::ranges::find(m_recipe.options, key, &RecipeOption::name);
    refuseUnless(option != m_recipe.options.end(), entry,
                 translated("project", "The recipe has no option %1").arg(shownText(key)));
    const std::string *value = entry.value.string();
    refuseUnless(value != nullptr && std::ranges::find(option->choices, *value) != option->choices.end(),
                 entry, translated("project", "This is no choice of the option %1").arg(shownText(key)));
    need.when[key] = *value;
}

void RecipeReader::readSteps(const LuaEntry &entry)
{
    LuaRecord record(m_file, entry.value, translated("project", "the steps"), kSteps, m_comments);
    for (const std::string_view name : kSteps) {
        RecipeStep step{std::string(name), {}};
        const LuaEntry *found = name == "install" ? &record.need(name) : record.find(name);
        if (found == nullptr)
            continue;
        record.string(name, step.script);
        refuseUnless(step.script.find('\0') == std::string::npos, *found,
                     translated("project", "A script cannot hold a NUL byte"));
        m_recipe.steps.push_back(std::move(step));
    }
}

} // namespace

Recipe readRecipe(std::string_view text, const QString &displayName)
{
    LuaReadOptions options;
    options.failed = translated("project", "Cannot read the recipe");
    const LuaData data = readLuaData(text, displayName, options);
    Recipe recipe;
    recipe.text = text;
    RecipeReader(LuaFileName{options.failed, displayName}, recipe).read(data);
    return recipe;
}

} // namespace Refbox
