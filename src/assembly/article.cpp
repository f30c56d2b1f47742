// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/article.h"

#include "jobs/display.h"

#include <algorithm>

namespace Refbox {

namespace {

// Lines of code keep their backslashes, blanks and tabs.
std::string shownCode(const std::string &text)
{
    std::string shown;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '\n' && text[i] != '\t' && text[i] != '\\')
            continue;
        shown += displayBytes(std::string_view(text).substr(begin, i - begin));
        if (i < text.size())
            shown += text[i];
        begin = i + 1;
    }
    if (!shown.ends_with('\n'))
        shown += '\n';
    return shown;
}

// Longer than any run of backticks inside, as CommonMark wants it.
std::string fence(const std::string &text, std::size_t least)
{
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        least = std::max(least, run + 1);
    }
    return std::string(least, '`');
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ",") + word;
    return text;
}

const char *use(const CodeBlock &code)
{
    return code.use == CodeBlock::Use::Shown ? "" : code.use == CodeBlock::Use::Run ? "run" : "run needs=";
}

std::string markdownText(const Span &span)
{
    const std::string text = displayBytes(span.text);
    if (span.style == Span::Style::Code) {
        const std::string marks = fence(text, 1);
        const bool pad = text.starts_with('`') || text.ends_with('`') || text.starts_with(' ');
        return marks + (pad ? " " : "") + text + (pad ? " " : "") + marks;
    }
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>|&~#").find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c;
    }
    return span.style == Span::Style::Strong ? "**" + escaped + "**" : escaped;
}

// A word that at the start of a line would begin a list or underline a heading.
bool beginsSomething(std::string_view word)
{
    if (word.starts_with('-') || word.starts_with('+') || word.starts_with('='))
        return true;
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    return digits > 0 && digits < word.size() && (word[digits] == '.' || word[digits] == ')');
}

// Lines of about a hundred characters; code is never broken, as its blanks count.
std::string markdownLines(const Spans &spans, const std::string &indent)
{
    static constexpr std::size_t kWidth = 100;
    std::string text;
    std::size_t column = indent.size();
    const auto add = [&](std::string_view word, bool mayBreak) {
        if (mayBreak && column + word.size() >= kWidth && !beginsSomething(word)) {
            text += '\n' + indent;
            column = indent.size();
        } else if (mayBreak) {
            text += ' ';
            ++column;
        } else if (text.empty() && beginsSomething(word)) {
            const std::size_t digits = word.find_first_not_of("0123456789");
            text.append(word.substr(0, digits)).append("\\");
            word.remove_prefix(digits);
        }
        text += word;
        column += word.size();
    };
    bool blank = false; // before the next word
    for (const Span &span : spans) {
        const std::string marked = markdownText(span);
        if (span.style == Span::Style::Code) {
            add(marked, blank);
            blank = false;
            continue;
        }
        std::string_view rest = marked;
        while (!rest.empty()) {
            if (rest.front() == ' ') {
                blank = !text.empty();
                rest.remove_prefix(1);
                continue;
            }
            const std::size_t end = std::min(rest.find(' '), rest.size());
            add(rest.substr(0, end), blank);
            blank = false;
            rest.remove_prefix(end);
        }
    }
    return text;
}

std::string markdownCell(const Spans &spans)
{
    std::string text;
    for (const Span &span : spans) {
        // In a table, a bar ends the cell even inside code.
        std::string cell = markdownText(span);
        if (span.style == Span::Style::Code) {
            for (std::size_t at = cell.find('|'); at != std::string::npos; at = cell.find('|', at + 2))
                cell.insert(at, "\\");
        }
        text += cell;
    }
    return text;
}

class MarkdownWriter
{
public:
    std::string text;

    void operator()(const Heading &heading)
    {
        text += std::string(static_cast<std::size_t>(heading.level), '#') + ' ' + markdownCell(heading.text) +
                "\n\n";
    }
    void operator()(const Paragraph &paragraph) { text += markdownLines(paragraph.text, {}) + "\n\n"; }
    void operator()(const List &list)
    {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const std::string mark = list.numbered ? std::to_string(i + 1) + ". " : "- ";
            text += mark + markdownLines(list.items[i], std::string(mark.size(), ' ')) + '\n';
        }
        text += '\n';
    }
    void operator()(const Table &table)
    {
        writeRow(table.head);
        for (std::size_t i = 0; i < table.head.size(); ++i)
            text += i < table.numbersFrom ? "|---" : "|---:";
        text += "|\n";
        for (const auto &row : table.rows)
            writeRow(row);
        text += '\n';
    }
    void operator()(const CodeBlock &code)
    {
        const std::string shown = shownCode(code.text);
        const std::string marks = fence(shown, 3);
        const std::string usage = use(code);
        text += marks + code.language + (usage.empty() ? "" : ' ' + usage + joined(code.needs)) + '\n' +
                shown + marks + "\n\n";
    }
    void operator()(const Figure &picture)
    {
        text += "![" + markdownCell({picture.text}) + "](" + picture.file + ")\n\n";
    }

private:
    void writeRow(const std::vector<Spans> &cells)
    {
        for (const Spans &cell : cells)
            text += "| " + markdownCell(cell) + ' ';
        text += "|\n";
    }
};

std::string htmlSpans(const Spans &spans)
{
    std::string text;
    for (const Span &span : spans) {
        const std::string inner = htmlText(displayBytes(span.text));
        text += span.style == Span::Style::Code     ? "<code>" + inner + "</code>"
                : span.style == Span::Style::Strong ? "<strong>" + inner + "</strong>"
                                                    : inner;
    }
    return text;
}

class HtmlWriter
{
public:
    std::string text;
    std::string contents; // links to the headings of level 2
    std::string title;

    void operator()(const Heading &heading)
    {
        const std::string inner = htmlSpans(heading.text);
        if (heading.level == 1) {
            for (const Span &span : heading.text)
                title += htmlText(displayBytes(span.text));
            text += "<h1>" + inner + "</h1>\n";
            return;
        }
        const std::string level = std::to_string(heading.level);
        const std::string id = "part-" + std::to_string(++m_headings);
        text += "<h" + level + " id=\"" + id + "\">" + inner + "</h" + level + ">\n";
        if (heading.level == 2)
            contents += "<li><a href=\"#" + id + "\">" + inner + "</a></li>\n";
    }
    void operator()(const Paragraph &paragraph) { text += "<p>" + htmlSpans(paragraph.text) + "</p>\n"; }
    void operator()(const List &list)
    {
        const std::string tag = list.numbered ? "ol" : "ul";
        text += '<' + tag + ">\n";
        for (const Spans &item : list.items)
            text += "<li>" + htmlSpans(item) + "</li>\n";
        text += "</" + tag + ">\n";
    }
    void operator()(const Table &table)
    {
        text += "<div class=\"wide\"><table>\n<thead>";
        writeRow(table, table.head, "th");
        text += "</thead>\n<tbody>\n";
        for (const auto &row : table.rows)
            writeRow(table, row, "td");
        text += "</tbody>\n</table></div>\n";
    }
    void operator()(const CodeBlock &code)
    {
        const std::string usage = use(code) + joined(code.needs);
        text += "<pre" + (usage.empty() ? "" : " data-use=\"" + htmlText(usage) + '"') + "><code>" +
                htmlText(shownCode(code.text)) + "</code></pre>\n";
    }
    void operator()(const Figure &picture)
    {
        text += "<figure>\n" + picture.svg + "<figcaption>" + htmlText(displayBytes(picture.text)) +
                "</figcaption>\n</figure>\n";
    }

private:
    void writeRow(const Table &table, const std::vector<Spans> &cells, const std::string &tag)
    {
        text += "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text.append("<").append(tag).append(i < table.numbersFrom ? ">" : " class=\"number\">");
            text.append(htmlSpans(cells[i])).append("</").append(tag).append(">");
        }
        text += "</tr>\n";
    }

    int m_headings = 0;
};

constexpr const char *kStyle = R"(
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fdfdfc; --code: #f1f3f5;
        --line: #d5d9de; --link: #0060a0; --mark: #0072b2; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e3e6ea; --soft: #9aa4b0; --paper: #16181b; --code: #22262b; --line: #3a4048; --link: #74bdf0;
          --mark: #56b4e9; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
       font: 17px/1.6 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 6rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0 0 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.45rem; line-height: 1.3; margin: 3.5rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; }
p, li { overflow-wrap: break-word; hyphens: manual; }
li { margin: .3rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
code { font: .86em/1.5 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; background: var(--code);
       padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 6px; padding: .9rem 1.1rem; overflow-x: auto; margin: 1.1rem 0; }
pre[data-use] { border-left: 3px solid var(--mark); }
pre code { background: none; padding: 0; overflow-wrap: normal; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
td code { overflow-wrap: normal; }
figure { margin: 1.5rem 0; }
figure svg { width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: .9rem; }
nav { margin: 2rem 0; padding: 1rem 1.5rem; border: 1px solid var(--line); border-radius: 8px; }
nav strong { font-size: .9rem; color: var(--soft); }
nav ol { margin: .5rem 0 0; padding-left: 1.4rem; columns: 2 16rem; }
@media print { nav { display: none; } pre { white-space: pre-wrap; } }
)";

} // namespace

Span codeSpan(std::string bytes)
{
    return {Span::Style::Code, std::move(bytes)};
}

Span strongSpan(std::string bytes)
{
    return {Span::Style::Strong, std::move(bytes)};
}

std::string htmlText(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        switch (c) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        case '"':
            text += "&quot;";
            break;
        default:
            text += c;
        }
    }
    return text;
}

std::string writeMarkdown(const Article &article)
{
    MarkdownWriter writer;
    for (const Block &block : article)
        std::visit(writer, block);
    while (writer.text.ends_with("\n\n"))
        writer.text.pop_back();
    return std::move(writer.text);
}

std::string writeHtml(const Article &article)
{
    HtmlWriter writer;
    std::string begin; // up to the first heading of level 2, where the contents go
    for (const Block &block : article) {
        const auto *heading = std::get_if<Heading>(&block);
        if (begin.empty() && heading != nullptr && heading->level > 1)
            begin = std::exchange(writer.text, {});
        std::visit(writer, block);
    }
    const std::string contents = writer.contents.empty() ? ""
                                                         : "<nav><strong>In this guide</strong>\n<ol>\n" +
                                                               writer.contents + "</ol></nav>\n";
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           writer.title + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<main>\n" + begin +
           contents + writer.text + "</main>\n</body>\n</html>\n";
}

} // namespace Refbox
