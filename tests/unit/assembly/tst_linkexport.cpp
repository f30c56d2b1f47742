// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/linkexport.h"
#include "jobs/display.h"
#include "unit/software/elfmaker.h"
#include "unit/software/hosttools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <sstream>

using namespace Refbox;

namespace {

// Names that a careless writer of CSV, JSON or DOT would trip over.
struct Sample
{
    FileTreePtr tree;
    std::optional<LinkMap> map;

    Sample()
    {
        TreeMaker maker;
        for (const char *name : {"plain", "com,ma", "quo\"te", "back\\slash", "line\nbreak", "\xff\xfe",
                                 "Grün", " blank ", "'", "=1+1", "a\rb", "tab\t"}) {
            const std::string in = std::string("/refbox/bin/") + name;
            maker.file(in, std::string("bytes of ") + name);
            maker.hardLink(std::string("/vsbox01/bin/") + name, in);
        }
        maker.link("/vsbox01/bin/broken", "nowhere");
        maker.link("/vsbox01/bin/linked", "/refbox/bin/plain");
        maker.file("/vsbox01/etc/own \"file\"", "own");
        maker.hardLink("/vsbox,02/sbin/plain", "/refbox/bin/plain");
        tree = maker.builder.build();
        const std::vector<NodeId> vservers{tree->find("/vsbox,02"), tree->find("/vsbox01")};
        map = buildLinkMap(*tree, vservers, tree->find("/refbox"));
    }

    QByteArray written(LinkFormat format, const LinkExportOptions &options = {}) const
    {
        std::ostringstream out;
        writeLinks(out, *map, format, options);
        return QByteArray::fromStdString(out.str());
    }

    // vserver, path, manner, target, bytes of each link.
    QList<QStringList> expected() const
    {
        QList<QStringList> rows;
        for (const Link &link : map->links())
            rows.append({displayPath(tree->path(map->vserverOf(link.from))),
                         displayPath(tree->path(link.from)), QLatin1String(linkMannerName(link.manner)),
                         link.target == kNoId ? QString() : displayPath(tree->path(link.target)),
                         QString::number(tree->inodeAt(link.from).size)});
        return rows;
    }
};

// The bytes that displayBytes() was given.
std::string unescaped(const QString &text)
{
    const std::string shown = text.toStdString();
    std::string bytes;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i] != '\\') {
            bytes += shown[i];
        } else if (shown[i + 1] == '\\') {
            bytes += '\\';
            ++i;
        } else {
            bytes += static_cast<char>(std::stoi(shown.substr(i + 2, 2), nullptr, 16));
            i += 3;
        }
    }
    return bytes;
}

} // namespace

class TestLinkExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvIsReadBackByAnother()
    {
        if (!hasTool("python3"))
            QSKIP("python3 is not on this machine.");
        const Sample sample;
        QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("links.csv")), sample.written(LinkFormat::Csv));
        const auto output =
            outputOf(QStringLiteral("python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral(
                          "import csv,json,sys\n"
                          "rows=list(csv.reader(open(sys.argv[1],encoding='utf-8',newline=''),strict=True))\n"
                          "print(json.dumps(rows))"),
                      folder.filePath(QStringLiteral("links.csv"))});
        QVERIFY(output);
        const QJsonArray rows = QJsonDocument::fromJson(*output).array();
        QList<QStringList> found;
        for (const QJsonValue &row : rows)
            found.append(row.toVariant().toStringList());
        QCOMPARE(found.takeFirst(),
                 (QStringList{QStringLiteral("vserver"), QStringLiteral("path"), QStringLiteral("manner"),
                              QStringLiteral("target"), QStringLiteral("bytes")}));
        QCOMPARE(found, sample.expected());
    }

    void csvHasItsLineEnds()
    {
        const QByteArray csv = Sample().written(LinkFormat::Csv);
        QVERIFY(csv.endsWith("\r\n"));
        QCOMPARE(csv.count('\n'), csv.count("\r\n"));
        QCOMPARE(csv.count('\n'), Sample().map->links().size() + 1);
    }

    void jsonIsWhatQtWouldWrite()
    {
        const Sample sample;
        for (const bool totalsOnly : {false, true}) {
            const QByteArray json = sample.written(LinkFormat::Json, {totalsOnly, nullptr});
            QJsonParseError error;
            const QJsonDocument document = QJsonDocument::fromJson(json, &error);
            QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
            QCOMPARE(json, document.toJson(QJsonDocument::Indented));
            const QJsonArray links = document.object().value(QStringLiteral("links")).toArray();
            QCOMPARE(links.size(), totalsOnly ? 0 : sample.expected().size());
            for (qsizetype i = 0; i < links.size(); ++i) {
                const QJsonObject link = links[i].toObject();
                const QStringList expected = sample.expected()[i];
                QCOMPARE(link.value(QStringLiteral("from")).toString(), expected[1]);
                QCOMPARE(link.value(QStringLiteral("manner")).toString(), expected[2]);
                QCOMPARE(link.contains(QStringLiteral("target")), !expected[3].isEmpty());
                QCOMPARE(link.value(QStringLiteral("target")).toString(), expected[3]);
            }
            const QJsonArray vservers = document.object().value(QStringLiteral("vservers")).toArray();
            QCOMPARE(vservers.size(), 2);
            const SharingTotals totals = sample.map->totals(sample.map->vservers()[1]);
            const QJsonObject second = vservers[1].toObject();
            QCOMPARE(second.value(QStringLiteral("vserver")).toString(), QStringLiteral("/vsbox01"));
            QCOMPARE(second.value(QStringLiteral("sharedBytes")).toInteger(), qint64(totals.sharedBytes));
            QCOMPARE(second.value(QStringLiteral("privateFiles")).toInteger(), qint64(totals.privateFiles));
            QCOMPARE(second.value(QStringLiteral("addedBytes")).toInteger(), qint64(totals.addedBytes));
        }
    }

    void namesComeBackByteForByte()
    {
        const Sample sample;
        const QJsonArray links = QJsonDocument::fromJson(sample.written(LinkFormat::Json))
                                     .object()
                                     .value(QStringLiteral("links"))
                                     .toArray();
        for (qsizetype i = 0; i < links.size(); ++i) {
            const NodeId node = sample.map->links()[static_cast<std::size_t>(i)].from;
            QCOMPARE(unescaped(links[i][QStringLiteral("from")].toString()), sample.tree->path(node));
        }
    }

    void dotCountsByFolderAndManner()
    {
        const QString dot = QString::fromUtf8(Sample().written(LinkFormat::Dot));
        const auto idOf = [&](const QString &cluster, const QString &label) {
            const QString part = dot.section(QStringLiteral("label=\"%1\";").arg(cluster), 1)
                                     .section(QStringLiteral("  }"), 0, 0);
            const QRegularExpression node(
                QStringLiteral("(n\\d+) \\[label=\"%1\"\\]").arg(QRegularExpression::escape(label)));
            return node.match(part).captured(1);
        };
        const QString from = idOf(QStringLiteral("/vsbox01"), QStringLiteral("/bin\\n1 broken link"));
        const QString refbox = idOf(QStringLiteral("/refbox"), QStringLiteral("/bin"));
        const QString other = idOf(QStringLiteral("/vsbox,02"), QStringLiteral("/sbin"));
        QVERIFY2(!from.isEmpty() && !refbox.isEmpty() && !other.isEmpty(), qPrintable(dot));
        QVERIFY(!idOf(QStringLiteral("/vsbox01"), QStringLiteral("/etc\\n1 private file")).isEmpty());
        for (const QString &edge : {from + QStringLiteral(" -> %1 [label=\"12 hard links\"").arg(refbox),
                                    from + QStringLiteral(" -> %1 [label=\"1 symbolic link\"").arg(refbox),
                                    other + QStringLiteral(" -> %1 [label=\"1 hard link\"").arg(refbox)})
            QVERIFY2(dot.contains(edge), qPrintable(edge + u'\n' + dot));
        QCOMPARE(dot.count(QStringLiteral("->")), 3);
    }

    void dotIsUnderstood()
    {
        if (!hasTool("dot"))
            QSKIP("dot is not on this machine.");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("links.dot"));
        writeFile(path, Sample().written(LinkFormat::Dot));
        const auto plain = outputOf(QStringLiteral("dot"), {QStringLiteral("-Tplain"), path});
        QVERIFY(plain);
        QCOMPARE(plain->count("\nedge "), 3);
    }

    void textTellsEachLink()
    {
        const Sample sample;
        const QByteArray text = sample.written(LinkFormat::Text);
        QVERIFY(text.contains("hard link: /vsbox01/bin/\\xff\\xfe -> /refbox/bin/\\xff\\xfe\n"));
        QVERIFY(text.contains("broken link: /vsbox01/bin/broken\n"));
        QCOMPARE(text.count('\n'), static_cast<qsizetype>(sample.map->links().size() + 2));
        QCOMPARE(sample.written(LinkFormat::Text, {true, nullptr}).count('\n'), 2);
    }

    void savesTheWholeOrNothing()
    {
        const Sample sample;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("links.csv"));
        saveLinks(path.toStdString(), *sample.map, LinkFormat::Csv);
        QCOMPARE(readFile(path), sample.written(LinkFormat::Csv));
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, saveLinks(path.toStdString(), *sample.map, LinkFormat::Json, {false, &progress}));
        QCOMPARE(readFile(path), sample.written(LinkFormat::Csv));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY_THROWS_EXCEPTION(Error, saveLinks("/nonexistent/folder/x", *sample.map, LinkFormat::Csv));
        if (QFile::exists(QStringLiteral("/dev/full")))
            QVERIFY_THROWS_EXCEPTION(Error, saveLinks("/dev/full", *sample.map, LinkFormat::Csv));
    }

    void formatsHaveNames()
    {
        QCOMPARE(linkFormatOf("csv"), LinkFormat::Csv);
        QCOMPARE(linkFormatOf("dot"), LinkFormat::Dot);
        QVERIFY(!linkFormatOf("CSV") && !linkFormatOf(""));
    }
};

QTEST_GUILESS_MAIN(TestLinkExport)
#include "tst_linkexport.moc"
