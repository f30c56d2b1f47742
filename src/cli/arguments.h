// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the subcommands take, said without the parser's own headers: these alone would be nine tenths of
// compiling each of the subcommands.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace Refbox {

/// An option, a flag or a place; its methods say more about it and can be chained.
class Argument final
{
public:
    explicit Argument(CLI::Option *option)
        : m_option(option)
    {
    }

    Argument &required();
    /// The help tells the value that holds without it.
    Argument &showDefault();
    /// So many words; for lists.
    Argument &count(int fewest, int most);
    /// A list may be one word, too: "a,b".
    Argument &separatedBy(char separator);
    Argument &oneOf(std::vector<std::string> values);
    Argument &within(int lowest, int highest);
    Argument &notNegative();
    /// why: what is wrong with the text, empty if nothing is.
    Argument &checked(std::function<std::string(const std::string &text)> why);
    Argument &excludes(const Argument &other);

private:
    CLI::Option *m_option;
};

/// The arguments of refbox-cli or of one subcommand. The values given must live until the arguments are
/// parsed.
class Arguments final
{
public:
    explicit Arguments(CLI::App &app)
        : m_app(&app)
    {
    }

    Arguments subcommand(const std::string &name, const std::string &summary);
    void requireSubcommand();

    /// name: "--size", or "PROJECT" for what is told by its place. An option with a list takes one word each
    /// time that it is given.
    Argument add(const std::string &name, std::string &value, const std::string &help);
    Argument add(const std::string &name, std::vector<std::string> &value, const std::string &help);
    Argument add(const std::string &name, int &value, const std::string &help);
    Argument add(const std::string &name, std::uint32_t &value, const std::string &help);
    Argument addFlag(const std::string &name, bool &value, const std::string &help);

    /// After parsing: whether this subcommand was called, and whether an option was given.
    bool wereParsed() const;
    bool hold(const std::string &name) const;

private:
    CLI::App *m_app;
};

/// refbox-cli's whole command line.
class CommandLine final
{
public:
    CommandLine(const std::string &name, const std::string &description);
    ~CommandLine();
    CommandLine(const CommandLine &) = delete;
    CommandLine &operator=(const CommandLine &) = delete;

    void setVersion(const std::string &text);
    void setFooter(const std::string &text);
    Arguments arguments();
    /// Run: a subcommand is to be run. Answered: --help or --version was. Wrong: err says what is.
    enum class Outcome { Run, Answered, Wrong };
    Outcome parse(const std::vector<std::string> &words, std::ostream &out, std::ostream &err);

private:
    std::unique_ptr<CLI::App> m_app;
};

} // namespace Refbox
