// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What refbox-cli is given to read: malformed, hostile, unreadable or just odd. Whatever is refused is
// refused with its place and its reason, and nothing stands on the disk that did not stand there before.
#include "system/process.h"
#include "unit/formats/tarmaker.h"

#include <QDir>
#include <QTemporaryDir>

#include <fstream>

using namespace Qt::StringLiterals;
using RefboxTest::TarMaker;

namespace {

QByteArray withBody(const QByteArray &body)
{
    return "return {\n    refbox = 1,\n    name = \"x\",\n    " + body + "\n}\n";
}

QByteArray withSource(const QByteArray &source)
{
    return withBody("components = { { name = \"part\", source = { " + source + " } } },");
}

QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TestBadInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir(m_dir.path()).mkpath(u"temporary"_s) && QDir(m_dir.path()).mkpath(u"cache"_s));
        qputenv("REFBOX_CACHE", m_dir.filePath(u"cache"_s).toUtf8());
        qputenv("TMPDIR", m_dir.filePath(u"temporary"_s).toUtf8());
    }

    void init()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"work"_s));
        QVERIFY(writeFile(target(), "the old output"));
    }

    void cleanup()
    {
        // What was unpacked for the time of a run is gone with it.
        QVERIFY(QDir(m_dir.filePath(u"temporary"_s))
                    .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        std::filesystem::remove_all(path({}).toStdString());
    }

    void refusesProjects_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const QByteArray &text, const char *place, const char *why) {
            QTest::newRow(name) << text << QByteArray(place) << QByteArray(why);
        };
        const QByteArray code = "This file is data";
        row("a program", "os.execute('touch pwned')\nreturn { refbox = 1, name = 'x' }", "1:1", code);
        row("a call as a value", withBody("image = os.execute('touch pwned'),"), "4:13", code);
        row("a function", withBody("image = function() while true do end end,"), "4:13", "function");
        row("a method", withBody("private = ('x'):rep(1e9),"), "4:15", "(");
        row("arithmetic", withBody("image = { size = 1 << 40 },"), "4:24", "<<");
        row("a second statement", withBody({}) + "os.exit(0)\n", "6:1", "os");
        row("compiled Lua", QByteArray("\x1bLua\x54\0\x19\x93\r\n\x1a\n", 12), "1:1", "compiled Lua program");
        row("random bytes", QByteArray("\x18\xfe\x00\x80\xff\x7f", 6).repeated(500), "1:1", "text file");
        row("nothing", "", "1:1", "return");
        row("cut in a table", withBody("components = { { name = \"a\", "), "6:1", "closing brace");
        row("cut in a string", "return { refbox = 1, name = \"x", "1:29", "string");
        row("cut in a comment", withBody("--[[ never closed"), "4:7", "comment");
        row("tables in tables", "return " + QByteArray(100'000, '{'), "1:108", "100 deep");
        row("a huge name", "return { refbox = 1, name = \"" + QByteArray(2'000'000, 'a') + "\" }", "1:29",
            "longer than 128 bytes");
        row("a huge file", withBody({}) + QByteArray(17 << 20, ' '), "1:1", "too long");
        row("a number for a list", withBody("components = 7,"), "4:18", "it is the number 7");
        row("a table for a name", "return { refbox = 1, name = {} }", "1:29", "it is a table");
        row("a boolean for a size", withBody("image = { size = true },"), "4:22", "true");
        row("a negative size", withBody("image = { size = -1 },"), "4:22", "-1");
        row("an unknown key", withBody("vserver = {},"), "4:5", "vserver");
        row("a key twice", withBody("name = \"y\","), "4:5", "name");
        row("a later format", "return { refbox = 2, name = 'x', news = 1 }", "1:19", "newer Refbox");
        row("no project", "return { 1, 2, 3 }", "1:8", "\"refbox\" is missing");
        row("a path out of the package",
            withBody("components = { { name = 'a', prefix = '/../..', source = {} } },"), "4:43", "..");
        row("a NUL in a path", withBody("vservers = { { name = 'v', files = { ['/a\\0b'] = '' } } },"),
            "4:42", "NUL");
        row("a name with a slash", withBody("vservers = { { name = '../v' } },"), "4:27", "name");
    }

    void refusesProjects()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, why);
        const QString project = path(u"bad.refbox.lua"_s);
        QVERIFY(writeFile(project, text));
        refusesToUse(project, {"Cannot read the project", "bad.refbox.lua:" + place, why});
    }

    void refusesWhatIsNoProjectFile()
    {
        refusesToUse(path(u"absent.refbox.lua"_s),
                     {"absent.refbox.lua", "No such file", "Check the spelling"});
        VERIFY_REFUSED(runCli({u"export"_s, u"image"_s, path({}), target()}), "no project file", "--from");
        VERIFY_REFUSED(runCli({u"plan"_s, u"/dev/null"_s}), "/dev/null", "neither a file nor a pipe");
    }

    void saysWhatASourceLacks_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("advice");
        QTest::newRow("a program") << QByteArray("host = { 'no-such-program' }")
                                   << QByteArray("“no-such-program” is not on this machine")
                                   << QByteArray("Install the package");
        QTest::newRow("a folder") << QByteArray("folder = 'gone'") << QByteArray("work/gone: No such file")
                                  << QByteArray("Check the spelling");
        QTest::newRow("an archive") << QByteArray("archive = 'gone.tar'")
                                    << QByteArray("work/gone.tar: No such file")
                                    << QByteArray("Check the spelling");
        QTest::newRow("no folder") << QByteArray("folder = 'p.refbox.lua'")
                                   << QByteArray("work/p.refbox.lua: Not a directory") << QByteArray();
        QTest::newRow("no archive") << QByteArray("archive = 'p.refbox.lua'")
                                    << QByteArray("work/p.refbox.lua: It is not an archive") << QByteArray();
    }

    void saysWhatASourceLacks()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, advice);
        const QString project = path(u"p.refbox.lua"_s);
        QVERIFY(writeFile(project, withSource(source)));
        const auto before = snapshot(path({}));
        const QByteArray summary = "Nothing was written";
        VERIFY_REFUSED(runCli({u"export"_s, u"image"_s, project, target()}), what, advice, summary);
        VERIFY_REFUSED(runCli({u"build"_s, project, u"--out"_s, path(u"out"_s)}), what, advice, summary);
        QVERIFY(snapshot(path({})) == before);
        // Who wants the rest all the same gets it.
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--keep-going"_s, project, target()}), 0);
    }

    void saysWhatIsUnreadable()
    {
        NEED_BOUND_USER();
        QVERIFY(QDir(path({})).mkpath(u"tree/locked"_s));
        for (const char *name : {"tree/file", "tree/program", "archive.tar", "locked.refbox.lua"})
            QVERIFY(writeFile(path(QString::fromLatin1(name)), bytesOf(TarMaker().file("f").end())));
        const QByteArray advice = "Check the permissions";

        refusesUnreadable(u"tree/file"_s, u"tree"_s, {"tree/file: Permission denied", advice});
        refusesUnreadable(u"tree/locked"_s, u"tree"_s, {"tree/locked: Permission denied", advice});
        refusesUnreadable(u"tree"_s, u"tree"_s, {"tree: Permission denied", advice});
        refusesUnreadable(u"archive.tar"_s, u"archive.tar"_s, {"archive.tar: Permission denied", advice});
        refusesUnreadable(u"locked.refbox.lua"_s, {}, {"locked.refbox.lua: Permission denied", advice});

        // As the source of a component; a program may be run and yet not be read.
        const QString project = path(u"p.refbox.lua"_s);
        for (const QByteArray &source :
             {QByteArray("folder = 'tree'"), "host = { '" + path(u"tree/program"_s).toUtf8() + "' }"}) {
            QVERIFY(writeFile(project, withSource(source)));
            const auto before = snapshot(path({}));
            ::chmod(path(u"tree/program"_s).toUtf8().constData(), 0111);
            VERIFY_REFUSED(runBoundCli({u"export"_s, u"image"_s, project, target()}), "tree/program",
                           "Permission denied", advice);
            ::chmod(path(u"tree/program"_s).toUtf8().constData(), 0644);
            QVERIFY(snapshot(path({})) == before);
        }
    }

    void refusesArchives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const std::string &bytes, const char *where, const char *why) {
            QTest::newRow(name) << bytesOf(bytes) << QByteArray(where) << QByteArray(why);
        };
        const std::string good = TarMaker().folder("d").file("d/f", std::string(3000, 'f')).file("g").end();
        row("a name that leads out", TarMaker().file("../evil").end(), "../evil", "leads out of the tree");
        row("a name that leads out from inside", TarMaker().file("a/../../evil").end(), "a/../../evil",
            "leads out");
        row("a hard link out", TarMaker().hardLink("a", "../../etc/shadow").end(), "entry a", "leads out");
        row("a hard link to the machine's file", TarMaker().hardLink("a", "/etc/shadow").end(), "entry a",
            "absolute");
        row("an absolute name", TarMaker().file("/etc/passwd").end(), "entry /etc/passwd", "absolute");
        row("one name twice", TarMaker().file("twice", "1").file("twice", "2").end(), "entry twice",
            "more than one entry");
        row("a file through a symbolic link", TarMaker().symlink("etc", "/etc").file("etc/passwd").end(),
            "etc/passwd", "no folder but a symbolic link");
        row("a hard link through a symbolic link",
            TarMaker().folder("r").file("r/f").symlink("s", "r").hardLink("a", "s/f").end(), "entry a",
            "not in the archive");
        row("hard links in a ring", TarMaker().hardLink("a", "b").hardLink("b", "a").end(), "entry a",
            "hard link");
        row("a file in a file", TarMaker().file("f").file("f/g").end(), "f/g", "no folder");
        row("a file over a folder", TarMaker().folder("d").file("d").end(), "entry d", "as a folder");
        row("a root that is no folder", TarMaker().symlink(".", "/etc").end(), "entry .", "root");
        row("an impossible device", TarMaker().add({.name = "dev", .type = '3', .major = "7777777"}).end(),
            "dev", "no device");
        row("a size beyond the end",
            TarMaker().add({.name = "f", .content = "x", .size = "77777777777"}).end(), "bad.tar", "");
        row("a negative size", TarMaker().add({.name = "f", .size = std::string(12, '\xFF')}).end(),
            "bad.tar", "");
        row("a pax size that lies", TarMaker().pax("size", "99999999999999999999").file("f").end(), "bad.tar",
            "");
        row("a truncated file", good.substr(0, 2000), "d/f", "");
        row("no end mark", good.substr(0, 5120), "bad.tar", "truncated");
        row("damaged", std::string(good).replace(4101, 1, "X"), "bad.tar", "");
        row("text", "just some text, a little longer than nothing\n", "bad.tar", "not an archive");
        row("nothing", "", "bad.tar", "empty");
    }

    void refusesArchives()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, why);
        QVERIFY(writeFile(path(u"bad.tar"_s), bytes));
        refusesTree(u"bad.tar"_s, {"Cannot read the archive", where, why});
        // As a component, it is an error of the plan.
        const QString project = path(u"p.refbox.lua"_s);
        QVERIFY(writeFile(project, withSource("archive = 'bad.tar'")));
        refusesTree(u"p.refbox.lua"_s, {"Component part has no files", where, why}, true);
        refusesImport(u"bad.tar"_s, {where, why});
    }

    void refusesTruncatedCompression_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("gzip") << QStringList{u"gzip"_s};
        QTest::newRow("xz") << QStringList{u"xz"_s};
        QTest::newRow("zstd") << QStringList{u"zstd"_s, u"-q"_s, u"--rm"_s};
        QTest::newRow("bzip2") << QStringList{u"bzip2"_s};
    }

    void refusesTruncatedCompression()
    {
        QFETCH(QStringList, command);
        if (!hasProgram(command.first().toLatin1().constData()))
            QSKIP((command.first().toLatin1() + " is not installed").constData());
        QVERIFY(writeFile(path(u"bad"_s), bytesOf(TarMaker().file("f", std::string(100'000, 'x')).end())));
        VERIFY_EXIT(runProgram(command.first(), command.mid(1) + QStringList{u"bad"_s}, path({})), 0);
        const QString packed = QDir(path({})).entryList({u"bad.*"_s}).value(0);
        QFile file(path(packed));
        QVERIFY(file.resize(file.size() - 7));
        refusesTree(packed, {"Cannot read the archive", packed.toUtf8()});
        refusesImport(packed, {packed.toUtf8()});
    }

    void refusesDamagedImages()
    {
        QVERIFY(QDir(path({})).mkpath(u"tree"_s) && writeFile(path(u"tree/f"_s), QByteArray(500'000, 'x')));
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--from"_s, path(u"tree"_s), path(u"bad.img"_s)}), 0);
        QFile file(path(u"bad.img"_s));
        QVERIFY(file.resize(file.size() / 2));
        refusesTree(u"bad.img"_s, {"bad.img"});
    }

    void keepsWhatIsOnlyOdd()
    {
        // A device is an entry as others are, and where a symbolic link points is the user's affair.
        QVERIFY(
            writeFile(path(u"odd.tar"_s), bytesOf(TarMaker()
                                                      .symlink("out", "../../..")
                                                      .add({.name = "dev", .type = '3', .major = "0000001"})
                                                      .end())));
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--from"_s, path(u"odd.tar"_s), target()}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, path(u"odd.tar"_s), target()}), 0);
        const ProcessResult tree = runCli({u"tree"_s, target()});
        QVERIFY2(tree.out.contains("dev") && tree.out.contains("../../.."), tree.said().constData());
    }

    void keepsOddNames()
    {
        const std::string folder = path(u"tree"_s).toStdString();
        for (const char *below : {"/", "/\xff\xfe", "/a\nb", "/ ", "/\xc3", "/-rf"})
            std::filesystem::create_directories(folder + below);
        for (const char *below :
             {"/\xff\xfe/\x80\x81", "/a\nb/c\n", "/ / ", "/\x1b[31mred", "/-rf/--help", "/'\"$(id)`",
              "/back\\slash", "/\xc3\xa9", "/e\xcc\x81", "/*?[x]", "/tab\there", "/\x7f"})
            std::ofstream(folder + below) << below;
        std::ofstream(folder + '/' + std::string(255, '\xfe')) << "long";
        std::filesystem::create_symlink("\xff\n\x1b]0;x\a", folder + "/link\n");
        std::filesystem::create_hard_link(folder + "/a\nb/c\n", folder + "/\xc3/hard\xff");

        const QString tree = path(u"tree"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--from"_s, tree, target()}), 0);
        const ProcessResult compared = runCli({u"compare"_s, tree, target()});
        QVERIFY2(compared.out == "equal\n", compared.said().constData());
        VERIFY_EXIT(runCli({u"export"_s, u"star"_s, u"--from"_s, tree, path(u"b.tar"_s)}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, tree, path(u"b.tar"_s)}), 0);
        VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, u"--from"_s, path(u"b.tar"_s), path(u"again"_s)}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, tree, path(u"again"_s)}), 0);
        // Nothing that a terminal would act on, one line for each entry.
        const ProcessResult shown = runCli({u"tree"_s, tree});
        VERIFY_EXIT(shown, 0);
        for (const char bad : {'\x1b', '\a', '\t', '\x7f', '\xff'})
            QVERIFY2(!shown.out.contains(bad), shown.said().constData());
        QCOMPARE(shown.out.count('\n'), static_cast<qsizetype>(snapshot(tree).size()) + 1);
    }

private:
    QString path(const QString &name) const
    {
        return m_dir.filePath(name.isEmpty() ? u"work"_s : u"work/"_s + name);
    }
    QString target() const { return path(u"old.img"_s); }

    // Each command that takes a project, with all outputs as they were.
    void refusesToUse(const QString &project, const QList<QByteArray> &parts)
    {
        const auto before = snapshot(path({}));
        for (const QStringList &command :
             {QStringList{u"plan"_s, project}, QStringList{u"export"_s, u"image"_s, project, target()},
              QStringList{u"build"_s, project, u"--out"_s, path(u"out"_s)}}) {
            const QByteArray lacking = refusalLacks(runCli(command), parts);
            QVERIFY2(lacking.isEmpty(), lacking.constData());
        }
        QVERIFY(snapshot(path({})) == before);
    }

    void refusesTree(const QString &name, const QList<QByteArray> &parts, bool isProject = false)
    {
        const QStringList from = isProject ? QStringList{path(name)} : QStringList{u"--from"_s, path(name)};
        const auto before = snapshot(path({}));
        for (const QString &kind :
             isProject ? QStringList{u"image"_s} : QStringList{u"image"_s, u"star"_s, u"folder"_s}) {
            const QString output = kind == u"folder"_s ? path(u"new"_s) : target();
            const QByteArray lacking =
                refusalLacks(runCli(QStringList{u"export"_s, kind} + from + QStringList{output}), parts);
            QVERIFY2(lacking.isEmpty(), lacking.constData());
        }
        QVERIFY(snapshot(path({})) == before);
    }

    // By the command the project stays as it was; in a project it is an error of the plan.
    void refusesImport(const QString &name, const QList<QByteArray> &parts)
    {
        const QString project = path(u"i.refbox.lua"_s);
        QVERIFY(writeFile(project, withBody({})));
        const auto before = snapshot(path({}));
        const QByteArray lacking = refusalLacks(runCli({u"import"_s, project, path(name), u"back"_s}),
                                                parts + QList<QByteArray>{"Cannot "});
        QVERIFY2(lacking.isEmpty(), lacking.constData());
        QVERIFY(snapshot(path({})) == before);
        QVERIFY(writeFile(project,
                          withBody("vservers = { { name = 'back', import = '" + name.toUtf8() + "' } },")));
        refusesTree(u"i.refbox.lua"_s,
                    parts + QList<QByteArray>{"Vserver back lacks what it is imported from"}, true);
    }

    void refusesUnreadable(const QString &locked, const QString &from, const QList<QByteArray> &parts)
    {
        const auto before = snapshot(path({}));
        const QByteArray file = path(locked).toUtf8();
        struct stat status = {};
        QVERIFY(::stat(file.constData(), &status) == 0 && ::chmod(file.constData(), 0) == 0);
        const ProcessResult result =
            from.isEmpty() ? runBoundCli({u"export"_s, u"image"_s, path(locked), target()})
                           : runBoundCli({u"export"_s, u"image"_s, u"--from"_s, path(from), target()});
        ::chmod(file.constData(), status.st_mode & 07777);
        const QByteArray lacking = refusalLacks(result, parts);
        QVERIFY2(lacking.isEmpty(), lacking.constData());
        QVERIFY(snapshot(path({})) == before);
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
