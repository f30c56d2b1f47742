// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The manual pages: well formed, and complete against what the programs say and read.
#include "system/process.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &page)
{
    return qEnvironmentVariable("REFBOX_SOURCE_DIR") + u"/packaging/man/"_s + page;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// As it reads, as far as it matters here.
QString plainPage(const QString &page)
{
    return textOf(pathOf(page))
        .replace(u"\\-"_s, u"-"_s)
        .replace(u"\\(dq"_s, u"\""_s)
        .replace(u"\\e"_s, u"\\"_s);
}

// From the section's or subsection's heading to the next one of the same rank or a higher one.
QString sectionOf(const QString &page, const QString &heading)
{
    const qsizetype begin = page.indexOf(u'\n' + heading + u'\n');
    if (begin < 0)
        return {};
    const QRegularExpression next(heading.startsWith(u".SS"_s) ? u"\n\\.S[SH] "_s : u"\n\\.SH "_s);
    const qsizetype end = page.indexOf(next, begin + 1);
    return page.mid(begin, end < 0 ? -1 : end - begin);
}

QStringList matchesIn(const QString &text, const QString &pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured(1);
    return found;
}

QString helpOf(const QStringList &command)
{
    return QString::fromUtf8(runCli(command + QStringList{u"--help"_s}).out);
}

QStringList subcommandsOf(const QString &help)
{
    return matchesIn(help.section(u"Subcommands:"_s, 1), u"^  ([a-z-]+) "_s);
}

} // namespace

class TestManPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWellFormed_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("mandoc") << QStringList{u"mandoc"_s, u"-Tlint"_s, u"-Wwarning"_s};
        QTest::newRow("man") << QStringList{u"man"_s, u"--warnings"_s, u"-l"_s};
    }

    void areWellFormed()
    {
        QFETCH(QStringList, command);
        if (!hasProgram(command.first().toLatin1().constData()))
            QSKIP((command.first().toLatin1() + " is not installed").constData());
        for (const QString &page : QDir(pathOf({})).entryList(QDir::Files)) {
            const ProcessResult result =
                runProgram(command.first(), command.mid(1) + QStringList{pathOf(page)});
            VERIFY_EXIT(result, 0);
            QVERIFY2(result.err.isEmpty(), result.err.constData());
            QVERIFY2(command.first() != u"mandoc"_s || result.out.isEmpty(), result.out.constData());
        }
    }

    void tellOfEveryCommandAndOption()
    {
        const QString page = plainPage(u"refbox-cli.1"_s);
        QStringList commands = subcommandsOf(helpOf({}));
        QVERIFY(commands.size() >= 9 && commands.removeOne(u"export"_s));
        for (const QString &kind : subcommandsOf(helpOf({u"export"_s})))
            commands += u"export "_s + kind;
        QVERIFY(commands.contains(u"export star"_s));
        for (const QString &command : commands) {
            const QString section = sectionOf(page, u".SS "_s + command);
            QVERIFY2(!section.isEmpty(), command.toUtf8());
            const auto documented = QSet<QString>([&] {
                const QStringList found = matchesIn(section, u"^\\.BI? (--[a-z-]+)( \" [A-Z]+\")?$"_s);
                return QSet<QString>(found.begin(), found.end());
            }());
            const QStringList known = matchesIn(helpOf(command.split(u' ')), u"^  (--[a-z-]+)"_s);
            QCOMPARE(documented, QSet<QString>(known.begin(), known.end()));
        }
        const QString options = sectionOf(page, u".SH OPTIONS"_s);
        for (const char *common : {"-h", "--help", "--version"})
            QVERIFY2(options.contains(QLatin1String(common)), common);
    }

    void tellOfEveryKey()
    {
        const QString page = plainPage(u"refbox-project.5"_s);
        const QString sources = qEnvironmentVariable("REFBOX_SOURCE_DIR") + u"/src/project/"_s;
        QStringList keys;
        for (const char *file : {"projectreader.cpp", "imagereader.cpp"}) {
            for (const QString &list :
                 matchesIn(textOf(sources + QLatin1String(file)), u"kKeys = \\{([^}]*)\\}"_s))
                keys += matchesIn(list, u"\"([a-z]+)\""_s);
        }
        QVERIFY2(keys.size() > 30 && keys.contains(u"skeleton"_s), keys.join(u' ').toUtf8());
        for (const QString &key : keys)
            QVERIFY2(page.contains(QRegularExpression(u"\n\\.B(I \"|I? )"_s + key + u" = "_s)), key.toUtf8());
    }

    void theExampleIsAProject()
    {
        QString example = sectionOf(plainPage(u"refbox-project.5"_s), u".SH EXAMPLE"_s);
        example = example.section(u".nf\n"_s, 1).section(u".fi"_s, 0, 0);
        const QTemporaryDir folder;
        qputenv("REFBOX_CACHE", folder.path().toUtf8());
        const QString project = folder.filePath(u"example.refbox.lua"_s);
        QVERIFY(writeFile(project, example.toUtf8()));
        // Its programs need not be on this machine.
        const ProcessResult plan = runCli({u"plan"_s, project});
        QVERIFY2(plan.out.contains("/two "), plan.said().constData());
    }
};

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
