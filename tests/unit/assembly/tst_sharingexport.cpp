// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/sharingexport.h"
#include "jobs/display.h"
#include "tree/filetreebuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sstream>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// Components and vservers with names that a careless writer would trip over; some files are used, some are
// copied, some belong to nobody.
struct Sample
{
    FileTreePtr tree;
    SharingMatrix matrix;

    Sample()
    {
        FileTreeBuilder builder;
        const auto root = FileTreeBuilder::root();
        const auto refbox = builder.addDirectory(root, "refbox", {});
        const auto one = builder.addDirectory(root, "a,vs", {});
        const auto two = builder.addDirectory(root, "vs\"b\xff", {});
        std::uint32_t count = 0;
        for (const char *component :
             {"plain", "com,ma", "quo\"te", "back\\slash", "line\nbreak", "Grün", ""}) {
            Metadata metadata;
            metadata.origin = builder.intern(component);
            const std::string name = "file" + std::to_string(++count);
            const auto file = builder.addInlineFile(refbox, name, metadata, std::string(count * 1000, 'x'));
            if (count % 2 == 1)
                builder.addHardLink(one, name, file);
            if (count % 3 == 0)
                builder.addInlineFile(two, name, {}, std::string(count * 1000, 'x'));
        }
        builder.addInlineFile(two, "own", {}, "own");
        builder.addSymlink(two, "broken", {}, "/nowhere");
        tree = builder.build();
        const std::vector<NodeId> vservers{tree->find("/a,vs"), tree->find("/vs\"b\xff")};
        matrix = sharingMatrix(buildLinkMap(*tree, vservers, tree->find("/refbox")));
    }

    QString written(SharingFormat format) const
    {
        std::ostringstream out;
        writeSharing(out, matrix, format);
        return QString::fromStdString(out.str());
    }
};

QStringList numbers(const FileCount &count)
{
    return {QString::number(count.files), QString::number(count.bytes)};
}

// A reader of RFC 4180.
QList<QStringList> readCsv(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                field += text[++i];
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',' || c == u'\n') {
            row += field;
            field.clear();
            if (c == u'\n')
                rows += std::exchange(row, {});
        } else if (c != u'\r') {
            field += c;
        }
    }
    return rows;
}

QStringList numbers(const QJsonValue &count)
{
    return {QString::number(count[u"files"_s].toInteger()), QString::number(count[u"bytes"_s].toInteger())};
}

} // namespace

class TestSharingExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvIsReadBack()
    {
        const QList<QStringList> rows = readCsv(m_sample.written(SharingFormat::Csv));
        const SharingMatrix &matrix = m_sample.matrix;
        QCOMPARE(std::size_t(rows.size()), 1 + matrix.rows().size() + 6);
        QCOMPARE(rows[0].mid(2, 4), (QStringList{u"a,vs files"_s, u"a,vs bytes"_s, u"vs\"b\\xff files"_s,
                                                 u"vs\"b\\xff bytes"_s}));
        for (std::size_t row = 0; row < matrix.rows().size(); ++row) {
            const SharingRow &shown = matrix.rows()[row];
            QStringList expected{QLatin1String(sharingKindName(shown.kind)), displayPath(shown.name)};
            for (std::size_t column = 0; column < 2; ++column)
                expected += numbers(matrix.cell(row, column).used);
            expected += numbers(shown.whole) + numbers(shown.unused);
            expected += QString::number(shown.users);
            QCOMPARE(rows[qsizetype(row) + 1], expected);
        }
        const SharingTotals &second = matrix.columns()[1].totals;
        const auto total = [&](qsizetype fromEnd) { return rows[rows.size() - fromEnd].mid(4, 2); };
        QCOMPARE(rows.last().mid(0, 6), (QStringList{u"total"_s, u"broken links"_s, u"0"_s, {}, u"1"_s, {}}));
        QCOMPARE(total(2), numbers(FileCount{second.addedBytes, second.addedFiles}));
        QCOMPARE(total(3), numbers(FileCount{second.aloneBytes(), second.aloneFiles()}));
        QCOMPARE(total(4), numbers(FileCount{second.privateBytes, second.privateFiles}));
        QCOMPARE(total(5), numbers(FileCount{second.sharedBytes, second.sharedFiles}));
        QCOMPARE(total(6), numbers(matrix.columns()[1].used.used));
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), rows[0].size());
    }

    void jsonIsReadBack()
    {
        const QJsonObject all =
            QJsonDocument::fromJson(m_sample.written(SharingFormat::Json).toUtf8()).object();
        const SharingMatrix &matrix = m_sample.matrix;
        const QJsonArray rows = all.value(u"rows"_s).toArray();
        QCOMPARE(std::size_t(rows.size()), matrix.rows().size());
        int copies = 0;
        for (std::size_t row = 0; row < matrix.rows().size(); ++row) {
            const QJsonObject shown = rows[qsizetype(row)].toObject();
            QCOMPARE(shown.value(u"name"_s).toString(), displayPath(matrix.rows()[row].name));
            QCOMPARE(numbers(shown.value(u"refbox"_s)), numbers(matrix.rows()[row].whole));
            QCOMPARE(numbers(shown.value(u"unused"_s)), numbers(matrix.rows()[row].unused));
            const QJsonArray cells = shown.value(u"cells"_s).toArray();
            QCOMPARE(std::size_t(cells.size()), std::size_t(matrix.rows()[row].users));
            for (const QJsonValue &cell : cells) {
                const std::size_t column = cell[u"vserver"_s].toString() == u"a,vs"_s ? 0 : 1;
                QCOMPARE(numbers(cell[u"used"_s]), numbers(matrix.cell(row, column).used));
                QCOMPARE(numbers(cell[u"copied"_s]), numbers(matrix.cell(row, column).copied));
                copies += cell[u"copied"_s][u"files"_s].toInt();
            }
        }
        QCOMPARE(copies, 2);
        QCOMPARE(all.value(u"vservers"_s)[1][u"brokenLinks"_s].toInt(), 1);
        QCOMPARE(numbers(all.value(u"vservers"_s)[0][u"alone"_s]),
                 numbers(FileCount{matrix.columns()[0].totals.aloneBytes(), 4}));
    }

    void textStandsInColumns()
    {
        const QStringList lines = m_sample.written(SharingFormat::Text).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(std::size_t(lines.size()), 1 + m_sample.matrix.rows().size() + 6);
        // Each number ends where its heading ends, whatever letters stand before it.
        const qsizetype end = lines[0].indexOf(u"a,vs"_s) + 4;
        for (std::size_t row = 0; row < m_sample.matrix.rows().size(); ++row) {
            const FileCount used = m_sample.matrix.cell(row, 0).used;
            const QString cell =
                used.files == 0 ? u"  -"_s : u"  1  "_s + QString::fromStdString(plainSize(used.bytes));
            const QString &line = lines[qsizetype(row) + 1];
            QVERIFY2(line.left(end).endsWith(cell), qPrintable(line));
            QCOMPARE(line[end], u' ');
        }
        QVERIFY(lines[7].startsWith(u"(others) "_s));
        QVERIFY(lines.last().startsWith(u"= broken links "_s));
    }

    void formatsByName()
    {
        QVERIFY(sharingFormatOf("text") == SharingFormat::Text &&
                sharingFormatOf("csv") == SharingFormat::Csv &&
                sharingFormatOf("json") == SharingFormat::Json && !sharingFormatOf("dot"));
    }

private:
    Sample m_sample;
};

QTEST_APPLESS_MAIN(TestSharingExport)
#include "tst_sharingexport.moc"
