// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What "cmake --install" leaves behind, and whether a desktop understands it: judged by the desktops' own
// programs.
#include "system/process.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QMimeDatabase>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const QString kId = u"internal.refbox.refbox"_s;
const QString kType = u"application/x-refbox-project"_s;
const QString kDesktopFile = u"share/applications/"_s + kId + u".desktop"_s;
const QString kMetainfo = u"share/metainfo/"_s + kId + u".metainfo.xml"_s;
const QString kMimePackage = u"share/mime/packages/"_s + kId + u".xml"_s;
const QString kIcons = u"share/icons/hicolor/scalable/"_s;
const QString kAppIcon = kIcons + u"apps/"_s + kId + u".svg"_s;
const QString kTypeIcon = kIcons + u"mimetypes/application-x-refbox-project.svg"_s;
const QStringList kPages = {u"share/man/man1/refbox-cli.1"_s, u"share/man/man5/refbox-project.5"_s};
const QStringList kPrograms = {u"bin/refbox"_s, u"bin/refbox-cli"_s};

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList matchesIn(const QString &text, const QString &pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured(1);
    return found;
}

QString sourcePath(const QString &path)
{
    return qEnvironmentVariable("REFBOX_SOURCE_DIR") + u'/' + path;
}

// The DTD stands inside the file that shared-mime-info itself installs.
QString mimeDtd()
{
    const QString text = textOf(u"/usr/share/mime/packages/freedesktop.org.xml"_s);
    const qsizetype begin = text.indexOf(u"<!DOCTYPE mime-info ["_s);
    const qsizetype end = text.indexOf(u"]>"_s, begin);
    return begin < 0 || end < 0 ? QString() : text.mid(begin, end + 2 - begin);
}

QImage rendered(const QString &path, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer renderer(path);
    renderer.render(&painter);
    return image;
}

// How much of the picture is painted at all, in percent.
int coverage(const QImage &image)
{
    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            painted += qAlpha(image.pixel(x, y)) > 127;
    }
    return painted * 100 / (image.width() * image.height());
}

} // namespace

#define NEED_PROGRAM(name, package)                                                                          \
    if (!hasProgram(name))                                                                                   \
    QSKIP(name " is not installed (Debian's package " package ")")

class TestDesktop final : public QObject
{
    Q_OBJECT

private:
    QString installed(const QString &path) const { return m_prefix.filePath(path); }

    // A file that a file manager could meet.
    QString document(const QString &name, const QByteArray &text) const
    {
        const QString path = m_documents.filePath(name);
        return writeFile(path, text) ? path : QString();
    }

    QString project() const
    {
        return document(u"x.refbox.lua"_s, "-- a comment\nreturn { refbox = 1, name = \"x\" }\n");
    }

    QString otherLua() const { return document(u"x.lua"_s, "print(1)\n"); }

    QTemporaryDir m_prefix;
    QTemporaryDir m_documents;

private Q_SLOTS:
    void initTestCase()
    {
        NEED_PROGRAM("cmake", "cmake");
        QVERIFY(m_prefix.isValid() && m_documents.isValid());
        // Only what was installed here and the system's own data, nothing of whoever runs the test.
        qunsetenv("DESTDIR");
        qputenv("XDG_DATA_DIRS", (installed(u"share"_s) + u":/usr/share"_s).toUtf8());
        // A menu entry counts only where its program is found.
        qputenv("PATH", (installed(u"bin"_s) + u':').toUtf8() + qgetenv("PATH"));
        for (const char *home : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(home, m_documents.filePath(u"home"_s).toUtf8());
        const QString build = QFileInfo(qEnvironmentVariable("REFBOX_BIN")).path();
        VERIFY_EXIT(runProgram(u"cmake"_s, {u"--install"_s, build, u"--prefix"_s, m_prefix.path()}), 0);
    }

    void everythingIsThere()
    {
        const QStringList files =
            kPrograms + kPages + QStringList{kDesktopFile, kMetainfo, kMimePackage, kAppIcon, kTypeIcon};
        QSet<QString> found;
        QDirIterator entries(m_prefix.path(), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            found += QDir(m_prefix.path()).relativeFilePath(entries.next());
        for (const QString &file : files)
            QVERIFY2(found.remove(file), file.toUtf8());
        // All else are the caches of desktops.
        for (const QString &file : std::as_const(found)) {
            QVERIFY2(file == u"share/applications/mimeinfo.cache"_s ||
                         (file.startsWith(u"share/mime/"_s) && !file.startsWith(u"share/mime/packages"_s)),
                     file.toUtf8());
        }
        for (const QString &page : kPages)
            QCOMPARE(hashOf(installed(page)),
                     hashOf(sourcePath(u"packaging/man/"_s + page.section(u'/', -1))));
    }

    void theProgramsRun()
    {
        for (const QString &program : kPrograms) {
            const ProcessResult result = runProgram(installed(program), {u"--version"_s});
            VERIFY_EXIT(result, 0);
            QVERIFY2(result.out.contains(REFBOX_VERSION), result.said().constData());
        }
    }

    void stagingLeavesCachesAlone()
    {
        const QTemporaryDir stage;
        qputenv("DESTDIR", stage.path().toUtf8());
        const QString build = QFileInfo(qEnvironmentVariable("REFBOX_BIN")).path();
        const ProcessResult result =
            runProgram(u"cmake"_s, {u"--install"_s, build, u"--prefix"_s, u"/usr"_s});
        qunsetenv("DESTDIR");
        VERIFY_EXIT(result, 0);
        QVERIFY(QFile::exists(stage.filePath(u"usr/"_s + kMimePackage)));
        QVERIFY(!QFile::exists(stage.filePath(u"usr/share/mime/mime.cache"_s)));
        QVERIFY(!QFile::exists(stage.filePath(u"usr/share/applications/mimeinfo.cache"_s)));
    }

    void desktopFileIsValid()
    {
        NEED_PROGRAM("desktop-file-validate", "desktop-file-utils");
        const ProcessResult result = runProgram(u"desktop-file-validate"_s, {installed(kDesktopFile)});
        VERIFY_EXIT(result, 0);
        QVERIFY2(result.out.isEmpty() && result.err.isEmpty(), result.said().constData());
    }

    void metainfoIsValid()
    {
        NEED_PROGRAM("appstreamcli", "appstream");
        // validate-tree looks for the desktop file and the icon, too.
        for (const QStringList &what : {QStringList{u"validate"_s, u"--pedantic"_s, installed(kMetainfo)},
                                        QStringList{u"validate-tree"_s, m_prefix.path()}}) {
            const ProcessResult result = runProgram(u"appstreamcli"_s, what + QStringList{u"--no-net"_s});
            // The exit status counts warnings, and AppStream 1.0 warns where a project has no homepage.
            QStringList problems = matchesIn(QString::fromUtf8(result.out), u"^([EW]: .*)$"_s);
            problems.removeIf([](const QString &line) { return line.contains(u" url-homepage-missing"_s); });
            QVERIFY2(problems.isEmpty(), result.said().constData());
            QVERIFY2(result.out.contains("Validation"), result.said().constData());
        }
    }

    void xmlIsWellFormed()
    {
        NEED_PROGRAM("xmllint", "libxml2-utils");
        for (const QString &file : {kMetainfo, kMimePackage, kAppIcon, kTypeIcon}) {
            VERIFY_EXIT(
                runProgram(u"xmllint"_s, {u"--noout"_s, u"--nonet"_s, u"--pedantic"_s, installed(file)}), 0);
        }
    }

    void mimePackageFollowsItsDtd()
    {
        NEED_PROGRAM("xmllint", "libxml2-utils");
        const QString dtd = mimeDtd();
        if (dtd.isEmpty())
            QSKIP("the DTD is not installed (Debian's package shared-mime-info)");
        QString text = textOf(installed(kMimePackage));
        text.insert(text.indexOf(u"<mime-info"_s), dtd + u'\n');
        const QString path = document(u"package.xml"_s, text.toUtf8());
        VERIFY_EXIT(runProgram(u"xmllint"_s, {u"--noout"_s, u"--nonet"_s, u"--valid"_s, path}), 0);
    }

    void mimeDatabaseTakesThePackage()
    {
        NEED_PROGRAM("update-mime-database", "shared-mime-info");
        const ProcessResult result =
            runProgram(u"update-mime-database"_s, {u"-V"_s, installed(u"share/mime"_s)});
        VERIFY_EXIT(result, 0);
        QVERIFY2(result.err.isEmpty() || !result.err.contains(kId.toUtf8()), result.said().constData());
        QVERIFY(textOf(installed(u"share/mime/globs2"_s)).contains(u"60:"_s + kType + u":*.refbox.lua"_s));
    }

    void qtKnowsProjects()
    {
        const QMimeDatabase database;
        if (!database.mimeTypeForName(u"text/x-lua"_s).isValid())
            QSKIP("there is no MIME database (Debian's package shared-mime-info)");
        const QMimeType type = database.mimeTypeForFile(project());
        QCOMPARE(type.name(), kType);
        QVERIFY(type.inherits(u"text/x-lua"_s) && type.inherits(u"text/plain"_s));
        QCOMPARE(type.iconName() + u".svg"_s, QFileInfo(kTypeIcon).fileName());
        QCOMPARE(type.suffixes(), QStringList{u"refbox.lua"_s});
        QCOMPARE(database.mimeTypeForFile(otherLua()).name(), u"text/x-lua"_s);
        QCOMPARE(database.mimeTypeForFile(document(u"x.tar"_s, "")).name(), u"application/x-tar"_s);
    }

    void gioKnowsProjects()
    {
        NEED_PROGRAM("gio", "libglib2.0-bin");
        NEED_PROGRAM("update-mime-database", "shared-mime-info");
        const auto typeOf = [](const QString &path) {
            return runProgram(u"gio"_s, {u"info"_s, u"-a"_s, u"standard::content-type"_s, path});
        };
        const ProcessResult ours = typeOf(project());
        QVERIFY2(ours.out.contains(" " + kType.toUtf8() + "\n"), ours.said().constData());
        const ProcessResult other = typeOf(otherLua());
        QVERIFY2(other.out.contains(" text/x-lua\n"), other.said().constData());

        NEED_PROGRAM("update-desktop-database", "desktop-file-utils");
        const ProcessResult program = runProgram(u"gio"_s, {u"mime"_s, kType});
        QVERIFY2(program.out.contains(kId.toUtf8() + ".desktop"), program.said().constData());
        const ProcessResult archives = runProgram(u"gio"_s, {u"mime"_s, u"application/x-tar"_s});
        QVERIFY2(!archives.out.contains(kId.toUtf8()), archives.said().constData());
    }

    void iconsShowSomething()
    {
        for (const QString &icon : {kAppIcon, kTypeIcon}) {
            QVERIFY2(QSvgRenderer(installed(icon)).isValid(), icon.toUtf8());
            for (const int size : {16, 48, 256}) {
                const int percent = coverage(rendered(installed(icon), size));
                QVERIFY2(percent > 20 && percent < 90, qPrintable(u"%1: %2 %"_s.arg(icon).arg(percent)));
            }
        }
    }

    void versionsAndNamesAgree()
    {
        const QString metainfo = textOf(installed(kMetainfo));
        QCOMPARE(matchesIn(metainfo, u"<release version=\"([^\"]*)\""_s).value(0),
                 QStringLiteral(REFBOX_VERSION));
        QCOMPARE(matchesIn(metainfo, u"<id>(.*)</id>"_s), QStringList{kId});
        QCOMPARE(matchesIn(metainfo, u"<launchable type=\"desktop-id\">(.*)</launchable>"_s),
                 QStringList{kId + u".desktop"_s});
        QCOMPARE(matchesIn(metainfo, u"<mediatype>(.*)</mediatype>"_s), QStringList{kType});
        QCOMPARE(matchesIn(metainfo, u"<binary>(.*)</binary>"_s),
                 (QStringList{u"refbox"_s, u"refbox-cli"_s}));
        const QString desktop = textOf(installed(kDesktopFile));
        QCOMPARE(matchesIn(desktop, u"^Icon=(.*)$"_s), QStringList{kId});
        QCOMPARE(matchesIn(desktop, u"^Exec=(.*)$"_s), QStringList{u"refbox %f"_s});
        // Nothing but projects: no image or archive is to be opened here by default.
        QCOMPARE(matchesIn(desktop, u"^MimeType=(.*)$"_s), QStringList{kType + u';'});
        QCOMPARE(matchesIn(textOf(installed(kMimePackage)), u"<mime-type type=\"(.*)\">"_s),
                 QStringList{kType});
        QCOMPARE(matchesIn(textOf(sourcePath(u"src/gui/main.cpp"_s)),
                           u"setDesktopFileName\\(QStringLiteral\\(\"(.*)\"\\)\\)"_s),
                 QStringList{kId});
    }

    void everyTextIsTranslated()
    {
        const QString desktop = textOf(installed(kDesktopFile));
        const QString metainfo = textOf(installed(kMetainfo));
        for (const char *language : {"de", "fr"}) {
            const QString code = QLatin1String(language);
            for (const char *key : {"Name", "GenericName", "Comment", "Keywords"}) {
                const QString line = u"\n%1[%2]="_s.arg(QLatin1String(key), code);
                QVERIFY2(desktop.contains(line), line.toUtf8());
            }
            for (const char *tag : {"summary", "p", "li"}) {
                const QString element = u"(<%1>)"_s.arg(QLatin1String(tag));
                const QString translated = u"(<%1 xml:lang=\"%2\">)"_s.arg(QLatin1String(tag), code);
                QVERIFY(!matchesIn(metainfo, element).isEmpty());
                QCOMPARE(matchesIn(metainfo, translated).size(), matchesIn(metainfo, element).size());
            }
            QVERIFY(textOf(installed(kMimePackage)).contains(u"<comment xml:lang=\"%1\">"_s.arg(code)));
        }
    }
};

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
