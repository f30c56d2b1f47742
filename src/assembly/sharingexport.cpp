// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/sharingexport.h"

#include "assembly/csvtext.h"
#include "formats/outputstream.h"
#include "jobs/display.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <vector>

namespace Refbox {

namespace {

struct Total
{
    const char *name;
    std::function<FileCount(const SharingColumn &)> of;
};

const std::vector<Total> &totals()
{
    static const std::vector<Total> all{
        {"used", [](const SharingColumn &column) { return column.used.used; }},
        {"shared", &SharingColumn::shared},
        {"private", &SharingColumn::privateOnly},
        {"alone", &SharingColumn::alone},
        {"added", &SharingColumn::added},
    };
    return all;
}

// --- text ---

using Line = std::vector<std::string>;

std::string textCell(const FileCount &count)
{
    return count.files == 0 ? "-" : std::to_string(count.files) + "  " + plainSize(count.bytes);
}

// In signs as they are seen: names may hold letters of several bytes.
std::size_t widthOf(const std::string &text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void printTable(std::ostream &out, const std::vector<Line> &lines)
{
    std::vector<std::size_t> widths(lines.front().size(), 0);
    for (const Line &line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    for (const Line &line : lines) {
        std::string whole;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string padding(widths[i] - widthOf(line[i]), ' ');
            whole += i == 0 ? line[i] + padding : "   " + padding + line[i];
        }
        whole.erase(whole.find_last_not_of(' ') + 1);
        out << whole << '\n';
    }
}

std::string textName(const SharingRow &row)
{
    return row.kind == SharingRow::Kind::Rest ? "(others)" : displayBytes(row.name);
}

void writeText(std::ostream &out, const SharingMatrix &matrix)
{
    std::vector<Line> lines{{"FILES  BYTES"}};
    for (const SharingColumn &column : matrix.columns())
        lines[0].push_back(displayBytes(column.name));
    lines[0].insert(lines[0].end(), {"in refbox", "unused", "used by"});
    for (std::size_t row = 0; row < matrix.rows().size(); ++row) {
        const SharingRow &shown = matrix.rows()[row];
        Line line{textName(shown)};
        for (std::size_t column = 0; column < matrix.columns().size(); ++column)
            line.push_back(textCell(matrix.cell(row, column).used));
        line.insert(line.end(), {textCell(shown.whole), textCell(shown.unused), std::to_string(shown.users)});
        lines.push_back(std::move(line));
    }
    const std::size_t firstTotal = lines.size();
    for (const Total &total : totals()) {
        Line line{std::string("= ") + total.name};
        for (const SharingColumn &column : matrix.columns())
            line.push_back(textCell(total.of(column)));
        line.resize(lines[0].size());
        lines.push_back(std::move(line));
    }
    Line &used = lines[firstTotal];
    used[used.size() - 3] = textCell(matrix.whole());
    used[used.size() - 2] = textCell(matrix.unused());
    if (matrix.hasBrokenLinks()) {
        Line line{"= broken links"};
        for (const SharingColumn &column : matrix.columns())
            line.push_back(column.brokenLinks == 0 ? "-" : std::to_string(column.brokenLinks));
        line.resize(lines[0].size());
        lines.push_back(std::move(line));
    }
    printTable(out, lines);
}

// --- CSV ---

void writeCount(std::ostream &out, const FileCount &count)
{
    out << ',' << count.files << ',' << count.bytes;
}

void writeCsv(std::ostream &out, const SharingMatrix &matrix)
{
    out << "kind,name";
    for (const SharingColumn &column : matrix.columns()) {
        const std::string name = displayBytes(column.name);
        out << ',' << csvField(name + " files") << ',' << csvField(name + " bytes");
    }
    out << ",refbox files,refbox bytes,unused files,unused bytes,used by\r\n";
    for (std::size_t row = 0; row < matrix.rows().size(); ++row) {
        const SharingRow &shown = matrix.rows()[row];
        out << sharingKindName(shown.kind) << ',' << csvField(displayBytes(shown.name));
        for (std::size_t column = 0; column < matrix.columns().size(); ++column)
            writeCount(out, matrix.cell(row, column).used);
        writeCount(out, shown.whole);
        writeCount(out, shown.unused);
        out << ',' << shown.users << "\r\n";
    }
    for (const Total &total : totals()) {
        out << "total," << total.name;
        for (const SharingColumn &column : matrix.columns())
            writeCount(out, total.of(column));
        out << ",,,,,\r\n";
    }
    out << "total,broken links";
    for (const SharingColumn &column : matrix.columns())
        out << ',' << column.brokenLinks << ',';
    out << ",,,,,\r\n";
}

// --- JSON ---

QJsonObject jsonCount(const FileCount &count)
{
    return {{QStringLiteral("bytes"), static_cast<qint64>(count.bytes)},
            {QStringLiteral("files"), static_cast<qint64>(count.files)}};
}

QJsonObject jsonRow(const SharingMatrix &matrix, std::size_t row)
{
    const SharingRow &shown = matrix.rows()[row];
    QJsonArray cells;
    for (std::size_t column = 0; column < matrix.columns().size(); ++column) {
        const SharingCell cell = matrix.cell(row, column);
        if (cell.used.files == 0)
            continue;
        cells.append(QJsonObject{{QStringLiteral("vserver"), displayPath(matrix.columns()[column].name)},
                                 {QStringLiteral("used"), jsonCount(cell.used)},
                                 {QStringLiteral("copied"), jsonCount(cell.copied)}});
    }
    return {{QStringLiteral("kind"), QLatin1String(sharingKindName(shown.kind))},
            {QStringLiteral("name"), displayPath(shown.name)},
            {QStringLiteral("refbox"), jsonCount(shown.whole)},
            {QStringLiteral("unused"), jsonCount(shown.unused)},
            {QStringLiteral("cells"), cells}};
}

void writeJson(std::ostream &out, const SharingMatrix &matrix)
{
    QJsonArray rows;
    for (std::size_t row = 0; row < matrix.rows().size(); ++row)
        rows.append(jsonRow(matrix, row));
    QJsonArray vservers;
    for (const SharingColumn &column : matrix.columns()) {
        QJsonObject vserver{{QStringLiteral("name"), displayPath(column.name)},
                            {QStringLiteral("brokenLinks"), static_cast<qint64>(column.brokenLinks)},
                            {QStringLiteral("copied"), jsonCount(column.used.copied)}};
        for (const Total &total : totals())
            vserver.insert(QLatin1String(total.name), jsonCount(total.of(column)));
        vservers.append(vserver);
    }
    const QJsonObject whole{{QStringLiteral("rows"), rows}, {QStringLiteral("vservers"), vservers}};
    out << QJsonDocument(whole).toJson(QJsonDocument::Indented).toStdString();
}

} // namespace

std::optional<SharingFormat> sharingFormatOf(std::string_view name)
{
    static constexpr std::string_view kNames[] = {"text", "csv", "json"};
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
        if (kNames[i] == name)
            return static_cast<SharingFormat>(i);
    }
    return std::nullopt;
}

const char *sharingKindName(SharingRow::Kind kind)
{
    switch (kind) {
    case SharingRow::Kind::Component:
        return "component";
    case SharingRow::Kind::Folder:
        return "folder";
    case SharingRow::Kind::Rest:
        return "rest";
    }
    return "unknown";
}

void writeSharing(std::ostream &out, const SharingMatrix &matrix, SharingFormat format)
{
    switch (format) {
    case SharingFormat::Text:
        return writeText(out, matrix);
    case SharingFormat::Csv:
        return writeCsv(out, matrix);
    case SharingFormat::Json:
        return writeJson(out, matrix);
    }
}

void saveSharing(const std::string &path, const SharingMatrix &matrix, SharingFormat format)
{
    OutputFile file(path);
    OutputStream out(file);
    writeSharing(out, matrix, format);
    out.flush();
    file.commit();
}

} // namespace Refbox
