// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace Refbox {

namespace {

// In front of words that the parser would take for lists: "[a,b]".
constexpr char kLiteral = '\x01';

std::string guarded(const std::string &word)
{
    return word.starts_with('[') || word.starts_with(kLiteral) ? kLiteral + word : word;
}

std::string unguarded(const std::string &word)
{
    return word.starts_with(kLiteral) ? word.substr(1) : word;
}

} // namespace

// --- one of them ---

Argument &Argument::required()
{
    m_option->required();
    return *this;
}

Argument &Argument::showDefault()
{
    m_option->capture_default_str();
    return *this;
}

Argument &Argument::count(int fewest, int most)
{
    m_option->expected(fewest, most);
    return *this;
}

Argument &Argument::separatedBy(char separator)
{
    m_option->delimiter(separator);
    return *this;
}

Argument &Argument::oneOf(std::vector<std::string> values)
{
    m_option->check(CLI::IsMember(std::move(values)));
    return *this;
}

Argument &Argument::within(int lowest, int highest)
{
    m_option->check(CLI::Range(lowest, highest));
    return *this;
}

Argument &Argument::notNegative()
{
    // The parser's own check names the largest number there is.
    return checked([](const std::string &text) {
        return text.starts_with('-') ? "a number from 0 on is expected" : std::string();
    });
}

Argument &Argument::checked(std::function<std::string(const std::string &)> why)
{
    m_option->check(std::move(why));
    return *this;
}

Argument &Argument::excludes(const Argument &other)
{
    m_option->excludes(other.m_option);
    return *this;
}

// --- of one subcommand ---

Arguments Arguments::subcommand(const std::string &name, const std::string &summary)
{
    return Arguments(*m_app->add_subcommand(name, summary));
}

void Arguments::requireSubcommand()
{
    m_app->require_subcommand(1);
}

Argument Arguments::add(const std::string &name, std::string &value, const std::string &help)
{
    return Argument(m_app->add_option(name, value, help)->transform(unguarded));
}

Argument Arguments::add(const std::string &name, std::vector<std::string> &value, const std::string &help)
{
    CLI::Option *option = m_app->add_option(name, value, help)->transform(unguarded);
    if (name.starts_with('-'))
        option->allow_extra_args(false); // else it takes the places behind it, too
    return Argument(option);
}

Argument Arguments::add(const std::string &name, int &value, const std::string &help)
{
    return Argument(m_app->add_option(name, value, help));
}

Argument Arguments::add(const std::string &name, std::uint32_t &value, const std::string &help)
{
    return Argument(m_app->add_option(name, value, help));
}

Argument Arguments::addFlag(const std::string &name, bool &value, const std::string &help)
{
    return Argument(m_app->add_flag(name, value, help));
}

bool Arguments::wereParsed() const
{
    return m_app->parsed();
}

bool Arguments::hold(const std::string &name) const
{
    return m_app->count(name) > 0;
}

// --- all of them ---

CommandLine::CommandLine(const std::string &name, const std::string &description)
    : m_app(std::make_unique<CLI::App>(description, name))
{
}

CommandLine::~CommandLine() = default;

void CommandLine::setVersion(const std::string &text)
{
    m_app->set_version_flag("--version", text);
}

void CommandLine::setFooter(const std::string &text)
{
    m_app->footer(text);
}

Arguments CommandLine::arguments()
{
    return Arguments(*m_app);
}

CommandLine::Outcome CommandLine::parse(const std::vector<std::string> &words, std::ostream &out,
                                        std::ostream &err)
{
    try {
        // The parser takes them from the end.
        std::vector<std::string> backwards;
        std::transform(words.rbegin(), words.rend(), std::back_inserter(backwards), guarded);
        m_app->parse(std::move(backwards));
        return Outcome::Run;
    } catch (const CLI::ParseError &error) {
        return m_app->exit(error, out, err) == 0 ? Outcome::Answered : Outcome::Wrong;
    }
}

} // namespace Refbox
