// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/autosave.h"
#include "gui/document.h"
#include "gui/edits.h"
#include "jobs/error.h"
#include "project/projectfile.h"
#include "project/templates.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace Refbox;

namespace {

void rename(Document &document, const std::string &name, int mergeId = -1)
{
    document.edit(
        QStringLiteral("Rename"), [&](Project &project) { project.name = name; }, mergeId);
}

} // namespace

class TestDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAreUndoneExactly()
    {
        Document document;
        const Project original = templateProject("nano-vserver");
        document.setProject(original, {});
        QVERIFY(!document.isModified());
        QSignalSpy changed(&document, &Document::projectChanged);
        rename(document, "other");
        document.edit(QStringLiteral("Remove"), [](Project &project) { project.components.clear(); });
        QCOMPARE(changed.size(), 2);
        QVERIFY(document.isModified());
        QCOMPARE(document.undoStack().undoText(), QStringLiteral("Remove"));
        document.undoStack().undo();
        document.undoStack().undo();
        QVERIFY(document.project() == original);
        QVERIFY(!document.isModified());
        document.undoStack().redo();
        QCOMPARE(document.project().name, std::string("other"));
    }

    void whatChangesNothingIsNoStep()
    {
        Document document;
        document.setProject(templateProject("minimal"), {});
        document.edit(QStringLiteral("Nothing"), [](Project &) {});
        QCOMPARE(document.undoStack().count(), 0);
        rename(document, "a", 1);
        rename(document, "ab", 1);
        rename(document, "abc", 1);
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QCOMPARE(document.project().name, std::string("minimal"));
    }

    void savingKeepsCommentsAndMarksClean()
    {
        const QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("p.refbox.lua")).toStdString();
        const Project project =
            readProject("-- mine\nreturn { refbox = 1,\n-- its name\nname = \"p\" }\n", QStringLiteral("p"));
        Document document;
        document.setUnsavedProject(project, {});
        QVERIFY(document.isModified());
        document.save(path);
        QVERIFY(!document.isModified());
        QCOMPARE(document.folder(), dir.path().toStdString());
        rename(document, "q");
        document.save(path);
        const Project again = loadProject(path);
        QCOMPARE(again.name, std::string("q"));
        QVERIFY(again.comments == project.comments);
        document.undoStack().undo(); // also behind a save
        QCOMPARE(document.project().name, std::string("p"));
        QVERIFY(document.isModified());
    }

    void savedElsewhereItsPathsLeadToTheSameFiles()
    {
        const QTemporaryDir dir;
        const std::string top = dir.path().toStdString();
        for (const auto *folder : {"a", "b"})
            QVERIFY(QDir(dir.path()).mkdir(QString::fromLatin1(folder)));
        const auto addArchive = [](Document &document, const std::string &path) {
            document.edit(QStringLiteral("Add"), [&](Project &project) {
                project.components.push_back({.name = "c", .source = ArchiveSource{path}});
            });
        };
        const auto archive = [](const Document &document) {
            return std::get<ArchiveSource>(document.project().components.back().source).path;
        };
        Document document;
        document.setProject(templateProject("empty"), top + "/a/p.lua");
        addArchive(document, "one.tar");
        addArchive(document, "/two.tar");
        document.undoStack().undo();
        QSignalSpy changed(&document, &Document::projectChanged);
        document.save(top + "/b/p.lua");
        QCOMPARE(changed.size(), 1); // it is to be planned anew: its file is one of its sources
        QVERIFY(!document.isModified());
        QCOMPARE(archive(document), top + "/a/one.tar");
        QVERIFY(document.isAsSaved(loadProject(top + "/b/p.lua")));
        document.undoStack().redo();
        QCOMPARE(archive(document), std::string("/two.tar"));
        document.undoStack().undo();
        QCOMPARE(archive(document), top + "/a/one.tar");
        QVERIFY(!document.isModified());
        addArchive(document, "three.tar");
        document.undoStack().undo();
        document.save(top + "/p.lua");
        document.undoStack().redo();
        QCOMPARE(archive(document), std::string("b/three.tar"));
    }

    void whatWasNeverSavedKeepsWholePaths()
    {
        const QTemporaryDir dir;
        Document document;
        document.setProject(templateProject("empty"), {});
        document.edit(QStringLiteral("Add"), [](Project &project) {
            project.components.push_back({.name = "c", .source = FolderSource{"software"}});
        });
        const QString copies = dir.filePath(QStringLiteral("copies"));
        Autosave autosave(document, copies);
        QVERIFY(!autosave.writeNow());
        const QString copy = QDir(copies).entryList({QStringLiteral("*.lua")}, QDir::Files).value(0);
        const Project kept = loadProject((copies + QLatin1Char('/') + copy).toStdString());
        QCOMPARE(std::get<FolderSource>(kept.components.back().source).path, document.folder() + "/software");
        QCOMPARE(std::get<FolderSource>(document.project().components.back().source).path,
                 std::string("software"));
    }

    void aFailedSaveChangesNothing()
    {
        Document document;
        document.setUnsavedProject(templateProject("minimal"), {});
        QVERIFY_THROWS_EXCEPTION(Error, document.save("/nowhere/at/all/p.refbox.lua"));
        QVERIFY(document.isModified());
        QVERIFY(document.path().empty());
    }

    void aCrashedSessionIsRecovered()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("autosave"));
        Document document;
        document.setProject(templateProject("minimal"), "/somewhere/p.refbox.lua");
        {
            auto *crashed = new Autosave(document, folder);
            rename(document, "unsaved");
            crashed->writeNow();
            // While its session lives, nobody is offered its copy.
            Document other;
            QVERIFY(Autosave(other, folder).leftovers().empty());
            // As after a crash: the files stay, the lock's process is gone.
            const QString keep = dir.filePath(QStringLiteral("keep"));
            QDir().mkpath(keep);
            for (const QString &name :
                 QDir(folder).entryList({QStringLiteral("*.lua"), QStringLiteral("*.origin")}))
                QVERIFY(QFile::copy(folder + QLatin1Char('/') + name, keep + QLatin1Char('/') + name));
            delete crashed;
            QVERIFY(QDir(folder).entryList({QStringLiteral("*.lua")}).isEmpty());
            Autosave next(other, keep);
            const std::vector<Recovered> leftovers = next.leftovers();
            QCOMPARE(leftovers.size(), std::size_t{1});
            QCOMPARE(leftovers[0].project.name, std::string("unsaved"));
            QCOMPARE(leftovers[0].path, std::string("/somewhere/p.refbox.lua"));
            Autosave::discard(leftovers[0]);
            QVERIFY(next.leftovers().empty());
        }
    }

    void locksOfKilledSessionsGo()
    {
        const QTemporaryDir dir;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        // Of a process that is no more: Linux has no such numbers.
        const QByteArray lock = "2147483646\nrefbox\n" + QSysInfo::machineHostName().toUtf8() + '\n';
        for (const auto *name : {"killed.lock", "copied.lock"})
            QVERIFY(write(QString::fromLatin1(name), lock));
        QVERIFY(write(QStringLiteral("killed.origin"), "/p.lua"));
        saveProject(templateProject("minimal"),
                    dir.filePath(QStringLiteral("copied.refbox.lua")).toStdString());
        QVERIFY(write(QStringLiteral("copied.origin"), "/p.lua"));
        Document document;
        Document other;
        const Autosave living(other, dir.path());
        {
            const Autosave autosave(document, dir.path());
            QCOMPARE(autosave.leftovers().size(), std::size_t{1});
            QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("killed.lock"))));
            QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("killed.origin"))));
            QVERIFY(QFile::exists(dir.filePath(QStringLiteral("copied.origin"))));
            QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*.lock")}).size(), 2); // of those that live
        }
        QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*.lock")}).size(), 1);
    }

    void aCopyThatCannotBeMadeIsTold()
    {
        const QTemporaryDir dir;
        Document document;
        document.setProject(templateProject("minimal"), {});
        Autosave autosave(document, dir.path());
        QVERIFY(!autosave.writeNow()); // nothing to keep
        rename(document, "x");
        QVERIFY(QFile::remove(
            dir.filePath(QDir(dir.path()).entryList({QStringLiteral("*.lock")}, QDir::Files).value(0))));
        QVERIFY(QDir().rmdir(dir.path()));
        QSignalSpy failed(&autosave, &Autosave::failed);
        QVERIFY(autosave.writeNow());
        QVERIFY(autosave.writeNow());
        QCOMPARE(failed.size(), 1); // once is enough
        QVERIFY(QDir().mkpath(dir.path()));
        QVERIFY(!autosave.writeNow());
    }

    void savingTakesTheCopyAway()
    {
        const QTemporaryDir dir;
        Document document;
        document.setProject(templateProject("minimal"), {});
        Autosave autosave(document, dir.path());
        rename(document, "x");
        autosave.writeNow();
        QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*.lua")}).size(), 1);
        document.save(dir.filePath(QStringLiteral("x.lua")).toStdString());
        QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*.refbox.lua")}).size(), 0);
    }

    void pathsBecomeLiteralRules()
    {
        const std::vector<std::string> paths{"/refbox/bin/[", "/refbox/opt/a*b", "/vsbox01/bin/x", "/refbox"};
        const std::vector<LinkRule> rules = rulesForPaths(paths, "/refbox", "/usr/bin");
        QCOMPARE(rules.size(), std::size_t{2});
        QCOMPARE(rules[0].from, std::string("/bin/\\["));
        QCOMPARE(rules[0].to, std::string("/usr/bin/["));
        QCOMPARE(rules[1].from, std::string("/opt/a\\*b"));
    }

    void entriesMoveWithinTheirList()
    {
        std::vector<int> list{1, 2, 3};
        QVERIFY(!moveEntry(list, 0, -1));
        QVERIFY(!moveEntry(list, 2, 1));
        QVERIFY(!moveEntry(list, 5, 1));
        QVERIFY(moveEntry(list, 0, 1));
        QCOMPARE(list, (std::vector<int>{2, 1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
