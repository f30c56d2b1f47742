// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small article: headings, paragraphs, lists, tables, code and pictures, written as Markdown (CommonMark
// with tables) or as one HTML page that needs nothing from elsewhere. Whatever bytes a text holds, they stay
// text: nothing in it becomes markup, and nothing that a terminal would act on comes out. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace Refbox {

struct Span
{
    enum class Style { Plain, Strong, Code };

    Span(const char *plain) // NOLINT(google-explicit-constructor): a text is a list of words and marks
        : text(plain)
    {
    }
    Span(std::string plain) // NOLINT(google-explicit-constructor)
        : text(std::move(plain))
    {
    }
    Span(Style which, std::string bytes)
        : style(which)
        , text(std::move(bytes))
    {
    }

    Style style = Style::Plain;
    std::string text;
};

using Spans = std::vector<Span>;

Span codeSpan(std::string bytes);
Span strongSpan(std::string bytes);

struct Heading
{
    int level = 2; ///< 1 to 3; 1 is the title
    Spans text;
};

struct Paragraph
{
    Spans text;
};

struct List
{
    bool numbered = false;
    std::vector<Spans> items;
};

struct Table
{
    std::vector<Spans> head;
    std::vector<std::vector<Spans>> rows; ///< each with as many cells as the head
    std::size_t numbersFrom = 100;        ///< this column and those behind it hold numbers
};

/// Commands or files, kept line by line.
struct CodeBlock
{
    enum class Use {
        Run,   ///< a shell runs it as it stands, after those before it
        Needs, ///< the same where there is what it needs
        Shown, ///< to be read
    };
    std::string text;
    Use use = Use::Shown;
    std::vector<std::string> needs{}; ///< programs, file systems as "kernel:NAME", paths as "file:PATH"
    std::string language = "sh";
};

/// In the page itself; beside the Markdown as a file.
struct Figure
{
    std::string file; ///< "linkmap.svg"
    std::string svg;
    std::string text; ///< says what is to be seen
};

using Block = std::variant<Heading, Paragraph, List, Table, CodeBlock, Figure>;
using Article = std::vector<Block>;

/// The first line of a code block says what a shell may do with it: "```sh run", "```sh run
/// needs=chattr,tar".
std::string writeMarkdown(const Article &article);

/// With a table of contents; light or dark as the reader has it.
std::string writeHtml(const Article &article);

/// For the text of HTML and SVG, and for attributes in double quotes.
std::string htmlText(std::string_view bytes);

} // namespace Refbox
