// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/article.h"
#include "assembly/linkpicture.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Refbox;

namespace {

// What a name may hold to harm a reader or a terminal.
const std::string kHostile = "<b>&\"'`` |*_[x](y)~#\\\x1b[2J\xff\n# heading\n- item";

// An error message, or empty where the text is well-formed XML (the one void tag, meta, apart).
QString xmlError(std::string text)
{
    for (std::size_t at = 0; (at = text.find("<meta ", at)) != std::string::npos;) {
        at = text.find('>', at);
        text.insert(at++, "/");
    }
    QXmlStreamReader reader(QString::fromStdString(text));
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

int count(const std::string &text, const std::string &part)
{
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++found;
    return found;
}

} // namespace

class TestArticle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdown()
    {
        const Article article{
            Heading{1, {"Title"}},
            Paragraph{{"Some ", strongSpan("strong"), " words and ", codeSpan("a | b"), "."}},
            List{true, {{"one"}, {"two"}}},
            Table{{{"A"}, {"B"}}, {{{codeSpan("x|y")}, {"z"}}}, 1},
            CodeBlock{"ls", CodeBlock::Use::Run},
            CodeBlock{"ls -l\n", CodeBlock::Use::Needs, {"a", "kernel:b"}},
            CodeBlock{"shown"},
            Figure{"map.svg", "<svg/>", "A map"},
        };
        QCOMPARE(writeMarkdown(article), std::string("# Title\n\n"
                                                     "Some **strong** words and `a | b`.\n\n"
                                                     "1. one\n2. two\n\n"
                                                     "| A | B |\n|---|---:|\n| `x\\|y` | z |\n\n"
                                                     "```sh run\nls\n```\n\n"
                                                     "```sh run needs=a,kernel:b\nls -l\n```\n\n"
                                                     "```sh\nshown\n```\n\n"
                                                     "![A map](map.svg)\n"));
    }

    void html()
    {
        const Article article{Heading{1, {"The <title>"}}, Paragraph{{"Hello"}},
                              Heading{2, {"First"}},       CodeBlock{"a < b", CodeBlock::Use::Needs, {"x"}},
                              Heading{2, {"Second"}},      Heading{3, {"Below"}}};
        const std::string page = writeHtml(article);
        QCOMPARE(xmlError(page.substr(page.find('\n') + 1)), QString());
        QVERIFY(page.find("<title>The &lt;title&gt;</title>") != std::string::npos);
        QVERIFY(page.find("<pre data-use=\"run needs=x\"><code>a &lt; b\n</code></pre>") !=
                std::string::npos);
        // The contents stand behind the introduction, and lead to the headings of level 2.
        QVERIFY(page.find("<p>Hello</p>") < page.find("<nav>"));
        QVERIFY(page.find("<nav>") < page.find("<h2 "));
        QVERIFY(page.find("<a href=\"#part-2\">Second</a>") != std::string::npos);
        QVERIFY(page.find("<h2 id=\"part-2\">Second</h2>") != std::string::npos);
        QCOMPARE(count(page, "<a "), 2);
        // It needs nothing from elsewhere.
        QVERIFY(page.find("http") == std::string::npos);
        QVERIFY(page.find("url(") == std::string::npos);
    }

    void hostileTextStaysText()
    {
        const Article article{Heading{2, {kHostile}},
                              Paragraph{{kHostile, codeSpan(kHostile), strongSpan(kHostile)}},
                              List{false, {{kHostile}, {codeSpan(kHostile)}}},
                              Table{{{kHostile}}, {{{codeSpan(kHostile)}}}},
                              CodeBlock{kHostile + "\n````\n"},
                              Figure{"f.svg", "<svg/>", kHostile}};
        const std::string page = writeHtml(article);
        QCOMPARE(xmlError(page.substr(page.find('\n') + 1)), QString());
        const std::string markdown = writeMarkdown(article);
        for (const std::string &text : {page, markdown}) {
            QVERIFY(text.find('\x1b') == std::string::npos);
            QVERIFY(text.find('\xff') == std::string::npos);
        }
        QVERIFY(page.find("<b>") == std::string::npos);
        // No line begins with what the text brought along, but inside the fence, which is longer than its
        // own.
        const std::string before = markdown.substr(0, markdown.find("\n`````"));
        QVERIFY(before.size() < markdown.size());
        QCOMPARE(count('\n' + before, "\n# "), 0);
        QCOMPARE(count('\n' + before, "\n- item"), 0);
        QVERIFY(before.find(" <b>") == std::string::npos);
        QVERIFY(before.find("## \\<b\\>\\&") != std::string::npos);
    }

    void longLinesAreBrokenWhereNothingBegins()
    {
        std::string text = "begin";
        for (int i = 0; i < 200; ++i)
            text += i % 3 == 0 ? " - dash" : i % 3 == 1 ? " 1. one" : " plain";
        const std::string markdown = writeMarkdown({Paragraph{{text}}});
        QVERIFY(count(markdown, "\n") > 10);
        for (const char *start : {"\n- ", "\n1. ", "\n+ "})
            QCOMPARE(count(markdown, start), 0);
        // The same words.
        std::string joined = markdown.substr(0, markdown.size() - 1);
        std::replace(joined.begin(), joined.end(), '\n', ' ');
        QCOMPARE(joined, text);
        // A paragraph that begins like a list is none.
        QVERIFY(writeMarkdown({Paragraph{{"1. one"}}}).starts_with("1\\. one"));
        QVERIFY(writeMarkdown({Paragraph{{"- one"}}}).starts_with("\\- one"));
    }

    void thePictureShowsEveryEnd()
    {
        QVERIFY(linkPicture({}).empty());
        const LinkCounts counts{{{"/v/bin", "base"}, 100}, {{"/v/bin", "a<b"}, 1}, {{"/v/lib", "base"}, 3}};
        const std::string svg = linkPicture(counts);
        QCOMPARE(xmlError(svg), QString());
        QCOMPARE(count(svg, "<path "), 3);
        QCOMPARE(count(svg, "class=\"name\""), 4);
        QVERIFY(svg.find("/v/bin – a&lt;b: 1 name<") != std::string::npos);
        QCOMPARE(linkPicture(counts), svg);
        // Of very many ends the small ones become one.
        LinkCounts many;
        for (std::uint32_t i = 0; i < 500; ++i)
            many[{"/v" + std::to_string(i), "component" + std::to_string(i % 60)}] = 1 + i;
        const std::string limited = linkPicture(many);
        QCOMPARE(xmlError(limited), QString());
        QCOMPARE(count(limited, "class=\"name\""), 82);
        QCOMPARE(count(limited, ">all others <tspan"), 2);
    }
};

QTEST_APPLESS_MAIN(TestArticle)
#include "tst_article.moc"
