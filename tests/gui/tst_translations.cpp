// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// German and French are complete, say the same as the source where a program reads it too (placeholders,
// mnemonics), and reach the window.
#include "assembly/planner.h"
#include "gui/mainwindow.h"
#include "jobs/error.h"
#include "jobs/progress.h"
#include "software/catalogue.h"
#include "tree/comparison.h"
#include "tree/filetreebuilder.h"

#include <QAction>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <cstdint>
#include <string>
#include <vector>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    bool isPlural = false;
    QStringList translations; // several for plurals
};

std::vector<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    QXmlStreamReader reader(&file);
    std::vector<Message> messages;
    QString context;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "name"_L1)
            context = reader.readElementText();
        else if (reader.name() == "message"_L1)
            messages.push_back({context, {}, reader.attributes().hasAttribute(u"numerus"_s), {}});
        else if (reader.name() == "source"_L1)
            messages.back().source = reader.readElementText();
        else if (reader.name() == "numerusform"_L1)
            messages.back().translations += reader.readElementText();
        else if (reader.name() == "translation"_L1 && !messages.back().isPlural)
            messages.back().translations += reader.readElementText();
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(n|[1-9])"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found += matches.next().captured();
    found.sort();
    return found;
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test"_s);
    }

    void areComplete()
    {
        if (!QFile::exists(u"/usr/lib/qt6/bin/lupdate"_s) &&
            QStandardPaths::findExecutable(u"lupdate"_s).isEmpty())
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(QStringLiteral(REFBOX_SOURCE_DIR "/packaging/update-translations.sh"), {u"--check"_s});
        QVERIFY(check.waitForFinished(120'000));
        QVERIFY2(check.exitCode() == 0, check.readAll());
    }

    void keepWhatProgramsRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("French") << u"fr"_s;
    }

    void keepWhatProgramsRead()
    {
        QFETCH(QString, language);
        const std::vector<Message> messages =
            messagesOf(QStringLiteral(REFBOX_SOURCE_DIR "/translations/refbox_%1.ts").arg(language));
        QVERIFY(messages.size() > 1000);
        for (const Message &message : messages) {
            for (const QString &text : message.translations) {
                const QByteArray told =
                    (message.context + u": "_s + message.source + u" -> "_s + text).toUtf8();
                QVERIFY2(!text.trimmed().isEmpty(), told);
                QVERIFY2(placeholders(text) == placeholders(message.source), told);
                QVERIFY2(text.count(u'&') == message.source.count(u'&'), told);
                QVERIFY2(text.count(u'\n') == message.source.count(u'\n'), told);
            }
        }
    }

    void reachTheRecipes_data() { keepWhatProgramsRead_data(); }

    void reachTheRecipes()
    {
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/refbox_%1.qm"_s.arg(language)));
        const Catalogue catalogue(std::string{}); // without the user's own
        QVERIFY(catalogue.recipes().size() > 20);
        for (const auto &[name, recipe] : catalogue.recipes()) {
            std::vector<std::string> texts{recipe.summary, recipe.description, recipe.category,
                                           recipe.untried};
            for (const RecipeOption &option : recipe.options)
                texts.push_back(option.text);
            for (const std::string &text : texts)
                QVERIFY2(text.empty() || !translator.translate("catalogue", text.c_str()).isEmpty(),
                         (name + ": " + text).c_str());
        }
    }

    void reachTheWindow()
    {
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/refbox_de.qm"_s));
        const auto texts = [this] {
            const MainWindow window(m_dir.path());
            QStringList all;
            for (const QAction *action : window.findChildren<QAction *>()) {
                if (!action->text().isEmpty() && !action->objectName().isEmpty() && action->menu() == nullptr)
                    all += action->objectName() + u": "_s + action->text();
            }
            return all;
        };
        const QStringList english = texts();
        QVERIFY(english.size() > 20);
        const QString systemError = Error::fromErrno(u"x"_s, "/x", ENOSPC).why();
        QCoreApplication::installTranslator(&translator);
        const QStringList german = texts();
        QVERIFY(Error::fromErrno(u"x"_s, "/x", ENOSPC).why() != systemError);
        QCoreApplication::removeTranslator(&translator);
        QStringList untranslated;
        for (const QString &text : german) {
            if (english.contains(text))
                untranslated += text;
        }
        QVERIFY2(untranslated.size() <= 1, untranslated.join(u", "_s).toUtf8());
    }

    void reachTheCellsOfAComparison()
    {
        const auto treeOf = [](const char *content, std::uint8_t flags, int names) {
            FileTreeBuilder builder;
            Metadata metadata;
            metadata.flags = flags;
            const auto file = builder.addInlineFile(FileTreeBuilder::root(), "a", metadata, content);
            for (int i = 1; i < names; ++i)
                builder.addHardLink(FileTreeBuilder::root(), "more" + std::to_string(i), file);
            return builder.build();
        };
        const FileTreePtr a = treeOf("1", kImmutable, 1);
        const FileTreePtr b = treeOf("2", 0, 3);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/refbox_de.qm"_s));
        QCoreApplication::installTranslator(&translator);
        Progress progress;
        QStringList told;
        for (const Difference &difference : compareTrees({*a}, {*b}, {}, progress))
            told << QString::fromStdString(difference.a) << QString::fromStdString(difference.b);
        QCoreApplication::removeTranslator(&translator);
        const QString all = told.join(u'\n');
        for (const QString &german : {u"unveränderlich"_s, u"keine"_s, u"1 Name: /a"_s, u"3 Namen: /a"_s,
                                      u"reguläre Datei"_s, u"andere Bytes"_s})
            QVERIFY2(all.contains(german), (german + u'\n' + all).toUtf8());
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
