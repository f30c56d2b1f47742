// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where refbox-cli is told to write: full, forbidden, something else than a file, its own source; and runs
// that are killed. An output that stood there before stays as it is, to the inode, and nothing half written
// is left.
#include "system/process.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <cstring>
#include <functional>

#include <sys/sysmacros.h>

using namespace Qt::StringLiterals;

namespace {

// A disk of one megabyte.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_result =
            runProgram(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"refbox-test"_s, folder});
    }
    ~SmallDisk()
    {
        if (m_result.exitCode == 0)
            runProgram(u"umount"_s, {m_folder});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    const ProcessResult &result() const { return m_result; }

private:
    QString m_folder;
    ProcessResult m_result;
};

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(2);
    for (qsizetype i = 0; i + 4 <= size; i += 4) {
        const quint32 word = generator.generate();
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    return bytes;
}

} // namespace

class TestBadTarget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir(m_dir.path()).mkpath(u"cache"_s));
        qputenv("REFBOX_CACHE", m_dir.filePath(u"cache"_s).toUtf8());
    }

    void init()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"work/tree/sub"_s));
        QVERIFY(writeFile(path(u"tree/file"_s), "content"));
        QVERIFY(writeFile(project(), R"(return {
    refbox = 1,
    name = "x",
    components = { { name = "part", source = { folder = "tree" } } },
    vservers = { { name = "v", skeleton = "empty" } },
}
)"));
        QVERIFY(QDir(path({})).mkpath(u"out"_s));
        for (const QString &old : {u"old"_s, u"out/x.img"_s, u"out/v.tar.zst"_s})
            QVERIFY(writeFile(path(old), "the old output"));
    }

    void cleanup() { std::filesystem::remove_all(path({}).toStdString()); }

    void aFullDisk()
    {
        NEED_ROOT();
        const QString disk = path(u"disk"_s);
        const SmallDisk mounted(disk);
        if (mounted.result().exitCode != 0)
            QSKIP(("no file system can be mounted here: " + mounted.result().err).constData());
        QVERIFY(writeFile(path(u"tree/big"_s), randomBytes(3'000'000)));
        QVERIFY(QDir(disk).mkpath(u"out"_s));
        for (const QString &old : {u"old"_s, u"out/x.img"_s, u"out/v.tar.zst"_s})
            QVERIFY(writeFile(disk + u'/' + old, "the old output"));
        const QList<QByteArray> parts{"No space left on device", "Free some space there"};
        refuses({u"export"_s, u"image"_s, u"--from"_s, path(u"tree"_s), disk + u"/old"_s},
                parts + QList<QByteArray>{"disk/old"});
        refuses({u"export"_s, u"star"_s, u"--from"_s, path(u"tree"_s), disk + u"/old"_s},
                parts + QList<QByteArray>{"disk/old"});
        refuses({u"export"_s, u"folder"_s, u"--from"_s, path(u"tree"_s), disk + u"/new"_s},
                parts + QList<QByteArray>{"disk/new"});
        refuses({u"export"_s, u"image"_s, project(), disk + u"/old"_s},
                parts + QList<QByteArray>{"disk/old"});
        refuses({u"build"_s, project(), u"--out"_s, disk + u"/out"_s},
                parts + QList<QByteArray>{"disk/out/x.img"});
        // The space that they took is free again.
        QVERIFY(writeFile(disk + u"/filler"_s, QByteArray(900'000, 'x')));
        QVERIFY(writeFile(disk + u"/filler"_s, {}));
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--from"_s, path(u"tree/sub"_s), disk + u"/old"_s}), 0);
    }

    void aLimitOfTheShell()
    {
        if (!hasProgram("prlimit"))
            QSKIP("prlimit is not installed");
        QVERIFY(writeFile(path(u"tree/big"_s), randomBytes(3'000'000)));
        const auto before = snapshot(path({}));
        for (const char *kind : {"image", "star"}) {
            VERIFY_REFUSED(runProgram(u"prlimit"_s, {u"--fsize=1000000"_s, refboxCli(), u"export"_s,
                                                     QString::fromLatin1(kind), u"--from"_s, path(u"tree"_s),
                                                     path(u"old"_s)}),
                           "old: File too large", "ulimit -f");
        }
        QVERIFY(snapshot(path({})) == before);
    }

    void anUnwritableFolder()
    {
        NEED_BOUND_USER();
        QVERIFY(QDir(path({})).mkpath(u"locked"_s));
        QVERIFY(writeFile(path(u"locked/old"_s), "the old output"));
        QVERIFY(::chmod(path(u"locked"_s).toUtf8().constData(), 0555) == 0);
        const QByteArray why = "Permission denied";
        const QByteArray advice = "Check the permissions";
        const QString tree = path(u"tree"_s);
        refusesBound({u"export"_s, u"image"_s, u"--from"_s, tree, path(u"locked/old"_s)},
                     {"locked/old", why, advice});
        refusesBound({u"export"_s, u"star"_s, u"--from"_s, tree, path(u"locked/new"_s)},
                     {"locked/new", why, advice});
        refusesBound({u"export"_s, u"folder"_s, u"--from"_s, tree, path(u"locked/new"_s)},
                     {"locked/new", why, advice});
        refusesBound({u"build"_s, project(), u"--out"_s, path(u"locked"_s)}, {"locked/x.img", why, advice});
        refusesBound({u"build"_s, project(), u"--out"_s, path(u"locked/deep/out"_s)},
                     {"locked/deep/out", why, advice});
        refusesBound({u"new"_s, path(u"locked/new.refbox.lua"_s)}, {"locked/new.refbox.lua", why});
        QVERIFY(::chmod(path(u"locked"_s).toUtf8().constData(), 0755) == 0);
        // A file that may not be written is no target either, although its folder would let it be replaced.
        QVERIFY(::chmod(path(u"old"_s).toUtf8().constData(), 0444) == 0);
        refusesBound({u"export"_s, u"image"_s, u"--from"_s, tree, path(u"old"_s)}, {"old", why, advice});
    }

    void aDevice()
    {
        NEED_ROOT();
        const QString device = path(u"null"_s);
        if (::mknod(device.toUtf8().constData(), S_IFCHR | 0666, makedev(1, 3)) != 0)
            QSKIP("devices cannot be made here");
        QVERIFY(QFile::link(u"null"_s, path(u"link"_s)));
        for (const QString &target : {device, path(u"link"_s)})
            refusesAllKinds(target, "It is a device");
        refuses({u"new"_s, u"--force"_s, device}, {"null", "no regular file"});
        refuses({u"build"_s, project(), u"--out"_s, device}, {"null", "Not a directory"});
    }

    void whatIsNoFile()
    {
        refusesAllKinds(path(u"tree/sub"_s) + u"/../../out"_s, "It is a folder");
        refusesAllKinds(path(u"absent/old"_s), "Make its folder first");
        refusesAllKinds(path(u"old/x"_s), "Not a directory");
        QVERIFY(::mkfifo(path(u"fifo"_s).toUtf8().constData(), 0666) == 0);
        refusesAllKinds(path(u"fifo"_s), "It is a fifo");
        const QString tree = path(u"tree"_s);
        refuses({u"export"_s, u"folder"_s, u"--from"_s, tree, path(u"old"_s)},
                {"old", "It exists and is not a folder"});
        refuses({u"export"_s, u"folder"_s, u"--from"_s, tree, path(u"out"_s)},
                {"out", "It exists and is not empty"});
        refuses({u"new"_s, path(u"old"_s)}, {"old", "The file exists", "--force"});
    }

    void theSourceItself()
    {
        const QString tree = path(u"tree"_s);
        const QByteArray why = "It is, or lies inside, the source";
        const QByteArray advice = "Choose a target elsewhere";
        QVERIFY(QFile::link(u"tree"_s, path(u"link"_s)));
        for (const QString &target :
             {tree, tree + u"/new"_s, tree + u"/file"_s, tree + u"/sub/../file"_s, path(u"link/new"_s)}) {
            for (const char *kind : {"image", "star", "folder"})
                refuses({u"export"_s, QString::fromLatin1(kind), u"--from"_s, tree, target},
                        {target.toUtf8(), why, advice});
            refuses({u"export"_s, u"image"_s, project(), target}, {target.toUtf8(), why, advice});
        }
        refuses({u"export"_s, u"image"_s, project(), project()}, {why, advice});
        refuses({u"build"_s, project(), u"--out"_s, tree + u"/sub"_s}, {"tree/sub/x.img", why, advice});
        VERIFY_EXIT(runCli({u"export"_s, u"star"_s, u"--from"_s, tree, path(u"s.tar"_s)}), 0);
        refuses({u"export"_s, u"image"_s, u"--from"_s, path(u"s.tar"_s), path(u"s.tar"_s)},
                {"s.tar", why, advice});
        // A star-ball that a build would write over its own component.
        QVERIFY(QFile::remove(path(u"out/v.tar.zst"_s)) &&
                QFile::rename(path(u"s.tar"_s), path(u"out/v.tar.zst"_s)));
        QVERIFY(writeFile(
            project(), "return { refbox = 1, name = 'x', vservers = { { name = 'v', skeleton = 'empty' } },\n"
                       "components = { { name = 'a', source = { archive = 'out/v.tar.zst' } } } }\n"));
        refuses({u"build"_s, project(), u"--out"_s, path(u"out"_s)}, {"out/v.tar.zst", why, advice});
    }

    // Also of what is said of a tree, of a project that is called as its output, through a link to what is
    // not there yet, and of single files of this machine.
    void theSourceItselfInOtherWays()
    {
        const QByteArray why = "It is, or lies inside, the source";
        refuses({u"links"_s, u"--output"_s, project(), project()}, {why});
        refuses({u"sharing"_s, u"--format"_s, u"csv"_s, u"--output"_s, project(), project()}, {why});
        refuses({u"report"_s, u"--spdx"_s, project(), project(), u"v"_s}, {why});
        refuses({u"links"_s, u"--output"_s, path(u"tree/sub/links"_s), project()}, {why});
        VERIFY_EXIT(runCli({u"links"_s, u"--output"_s, path(u"old"_s), project()}), 0);
        QVERIFY(QFile::link(u"tree/new"_s, path(u"dangling"_s)));
        refuses({u"export"_s, u"image"_s, u"--from"_s, path(u"tree"_s), path(u"dangling"_s)}, {why});
        QVERIFY(QFile::remove(path(u"out/x.img"_s)) && QFile::copy(project(), path(u"out/x.img"_s)));
        QVERIFY(writeFile(path(u"out/x.img"_s), "return { refbox = 1, name = 'x' }\n"));
        refuses({u"build"_s, path(u"out/x.img"_s), u"--out"_s, path(u"out"_s)}, {"out/x.img", why});
        QVERIFY(writeFile(project(), "return { refbox = 1, name = 'x', components = { { name = 'a', "
                                     "source = { files = { '" +
                                         path(u"tree"_s).toUtf8() + "' } } } } }\n"));
        refuses({u"build"_s, project(), u"--out"_s, path(u"tree/sub"_s)}, {"tree/sub/x.img", why});
    }

    // Names that look like lists are names.
    void namesInBrackets()
    {
        const QString folder = path({});
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--from"_s, u"tree"_s, u"[old]"_s}, folder), 0);
        QVERIFY(QFile::exists(path(u"[old]"_s)));
        QFile old(path(u"old"_s));
        QVERIFY(old.open(QIODevice::ReadOnly) && old.readAll() == "the old output");
        VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, u"--from"_s, u"[old]"_s, u"[a,b]"_s}, folder), 0);
        QVERIFY(QFile::exists(path(u"[a,b]/file"_s)));
        // Options with lists leave the places behind them alone.
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--features"_s, u"^has_journal,huge_file"_s,
                            u"--from"_s, u"tree"_s, u"new.img"_s},
                           folder),
                    0);
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, u"--features"_s, u"^has_journal"_s, project(),
                            path(u"further.img"_s)}),
                    0);
        QVERIFY(QFile::exists(path(u"further.img"_s)));
    }

    // A name that promises another packing.
    void starBallsOfUnknownNames()
    {
        for (const QString &name : {u"x.tar.bz2"_s, u"x.zst"_s, u"x.zip"_s, u"x.gz"_s})
            refuses({u"export"_s, u"star"_s, u"--from"_s, path(u"tree"_s), path(name)},
                    {name.toUtf8(), "--compression"});
        VERIFY_EXIT(runCli({u"export"_s, u"star"_s, u"--from"_s, path(u"tree"_s), path(u"X.TAR.GZ"_s)}), 0);
        QFile packed(path(u"X.TAR.GZ"_s));
        QVERIFY(packed.open(QIODevice::ReadOnly) && packed.read(2) == "\x1f\x8b");
    }

    // What the cache keeps of a source is damaged: said, and mended by the next try.
    void aDamagedCache()
    {
        VERIFY_EXIT(runCli({u"export"_s, u"star"_s, u"--from"_s, path(u"tree"_s), path(u"s.tar"_s)}), 0);
        QVERIFY(writeFile(
            project(), "return { refbox = 1, name = 'x', vservers = { { name = 'v', skeleton = 'empty' } },\n"
                       "components = { { name = 'a', source = { archive = 's.tar' } } } }\n"));
        const QStringList build{u"build"_s, project(), u"--out"_s, path(u"out"_s)};
        VERIFY_EXIT(runCli(build), 0);
        QDirIterator objects(m_dir.filePath(u"cache/objects"_s), QDir::Files, QDirIterator::Subdirectories);
        bool isDamaged = false;
        while (objects.hasNext()) {
            QFile object(objects.next());
            QVERIFY(object.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            if (object.open(QIODevice::ReadWrite) && object.readAll() == "content")
                isDamaged = object.seek(0) && object.write("CONTENT") == 7;
        }
        QVERIFY(isDamaged);
        QVERIFY(QFile::remove(path(u"out/x.img"_s)));
        const ProcessResult damaged = runCli(build);
        QVERIFY2(damaged.exitCode != 0 && damaged.err.contains("was damaged") &&
                     damaged.err.contains("Try again"),
                 damaged.said().constData());
        VERIFY_EXIT(runCli(build), 0);
    }

    void aBuildFromAPipe()
    {
        VERIFY_EXIT(runProgram(u"bash"_s, {u"-c"_s, u"cd '%1' && '%2' build <(cat '%3') --out piped"_s.arg(
                                                        path({}), refboxCli(), project())}),
                    1);
        QVERIFY(writeFile(project(), "return { refbox = 1, name = 'x' }\n"));
        VERIFY_EXIT(runProgram(u"bash"_s, {u"-c"_s, u"cd '%1' && '%2' build <(cat '%3') --out piped"_s.arg(
                                                        path({}), refboxCli(), project())}),
                    0);
        QVERIFY(QFile::exists(path(u"piped/x.img"_s)));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        const QString tree = path(u"tree"_s);
        QTest::newRow("nothing") << QStringList{} << QByteArray("subcommand");
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s} << QByteArray("subcommand");
        QTest::newRow("no such option")
            << QStringList{u"tree"_s, u"--frobnicate"_s, tree} << QByteArray("--frobnicate");
        QTest::newRow("a missing path")
            << QStringList{u"export"_s, u"image"_s, project()} << QByteArray("a project and a file");
        QTest::newRow("a path too many")
            << QStringList{u"export"_s, u"star"_s, u"--from"_s, tree, u"a"_s, u"b"_s, u"c"_s}
            << QByteArray("one file");
        QTest::newRow("no size") << QStringList{u"export"_s, u"image"_s, u"--size"_s,   u"big"_s,
                                                u"--from"_s, tree,       path(u"old"_s)}
                                 << QByteArray("big");
        QTest::newRow("no such file system")
            << QStringList{u"export"_s, u"image"_s, u"--filesystem"_s, u"fat"_s,
                           u"--from"_s, tree,       path(u"old"_s)}
            << QByteArray("fat");
        QTest::newRow("no such compression")
            << QStringList{u"export"_s, u"star"_s, u"--compression"_s, u"rar"_s,
                           u"--from"_s, tree,      path(u"old"_s)}
            << QByteArray("rar");
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, why);
        const auto before = snapshot(path({}));
        const ProcessResult result = runCli(arguments);
        VERIFY_EXIT(result, 2);
        QVERIFY2(result.err.contains(why) && result.err.contains("--help"), result.said().constData());
        QVERIFY(snapshot(path({})) == before);
    }

    void whatCannotBeSaid()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("there is no /dev/full here");
        const QString command = u"'%1' tree '%2' "_s.arg(refboxCli(), path(u"tree"_s));
        VERIFY_REFUSED(runProgram(u"sh"_s, {u"-c"_s, command + u">/dev/full"_s}),
                       "Cannot write all of the output");
        // A reader that has seen enough is no reason to complain.
        const ProcessResult piped =
            runProgram(u"bash"_s, {u"-c"_s, command + u"| true; exit ${PIPESTATUS[0]}"_s});
        QVERIFY2(!piped.err.contains("Cannot write"), piped.said().constData());
    }

    void aKilledRun_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"image", "star", "folder"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void aKilledRun()
    {
        QFETCH(QString, kind);
        QVERIFY(writeFile(path(u"tree/big"_s), randomBytes(1 << 20).repeated(96)));
        const QString target = path(kind == u"folder"_s ? u"new"_s : u"old"_s);
        const auto before = snapshot(path({}));
        QProcess process;
        process.start(refboxCli(), {u"export"_s, kind, u"--from"_s, path(u"tree"_s), target});
        QVERIFY(process.waitForStarted());
        while (leftOvers().isEmpty() && process.state() != QProcess::NotRunning)
            process.waitForFinished(1);
        process.kill();
        QVERIFY(process.waitForFinished());
        if (process.exitStatus() == QProcess::NormalExit)
            QSKIP("the export was done before it could be killed");
        // What stood there before still does; beside it is what the killed run could not take away.
        QCOMPARE(leftOvers().size(), 1);
        const auto after = snapshot(path({}));
        for (const auto &[name, what] : before)
            QVERIFY2(after.contains(name) && after.at(name) == what, name.c_str());

        QVERIFY(QFile::remove(path(u"tree/big"_s)));
        VERIFY_EXIT(runCli({u"export"_s, kind, u"--from"_s, path(u"tree"_s), target}), 0);
        QVERIFY2(leftOvers().isEmpty(), leftOvers().join(u' ').toUtf8());
        QVERIFY(kind == u"folder"_s ? QFile::exists(target + u"/file"_s) : QFile(target).size() > 1000);
    }

    void aRunKilledAtAnyMoment_data()
    {
        QTest::addColumn<QStringList>("kind");
        QTest::addColumn<bool>("takesOver");
        for (const char *name : {"ext2", "ext3", "ext4", "squashfs", "erofs", "iso9660", "reiserfs"})
            QTest::newRow(name) << QStringList{u"image"_s, u"--filesystem"_s, QString::fromLatin1(name)}
                                << false;
        QTest::newRow("star") << QStringList{u"star"_s} << false;
        for (const char *name : {"ext4", "reiserfs", "squashfs"})
            QTest::addRow("%s, taking over", name)
                << QStringList{u"image"_s, u"--filesystem"_s, QString::fromLatin1(name)} << true;
    }

    // What stands there is the whole old file or the whole new one.
    void aRunKilledAtAnyMoment()
    {
        QFETCH(QStringList, kind);
        QFETCH(bool, takesOver);
        constexpr int moments = 25; // 275 of all kinds
        const auto arguments = [&](const QString &target) {
            return QStringList{u"export"_s} + kind + QStringList{u"--from"_s, path(u"tree"_s), target};
        };
        // Of equal time, so that the same bytes make the same output.
        const auto change = [&](const QByteArray &bytes) {
            QFile file(path(u"tree/changing"_s));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() &&
                   file.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000),
                                    QFileDevice::FileModificationTime);
        };
        QVERIFY(change("old"));
        if (takesOver) {
            QVERIFY(writeFile(path(u"tree/large"_s), randomBytes(1 << 22).mid(4))); // like no other
            QTest::qWait(4500); // only of files that have not just changed
        }
        const QString target = path(u"target"_s);
        VERIFY_EXIT(runCli(arguments(target)), 0);
        const QByteArray old = fileBytes(target);
        QVERIFY(change(randomBytes(4 << 20)));
        QElapsedTimer clock;
        clock.start();
        VERIFY_EXIT(runCli(arguments(path(u"whole"_s))), 0);
        const auto length = static_cast<quint32>(clock.nsecsElapsed() / 1000);
        const QByteArray whole = fileBytes(path(u"whole"_s));
        QVERIFY(old.size() > 1000 && whole.size() > 1 << 20);

        QRandomGenerator generator(3);
        int killed = 0;
        for (int i = 0; i < moments; ++i) {
            QProcess process;
            process.start(refboxCli(), arguments(target));
            QVERIFY(process.waitForStarted());
            QThread::usleep(generator.bounded(length));
            process.kill();
            QVERIFY(process.waitForFinished());
            killed += process.exitStatus() == QProcess::CrashExit ? 1 : 0;
            const QByteArray left = fileBytes(target);
            QVERIFY(left == old || left == whole);
            if (left != old) {
                QVERIFY(change("old"));
                VERIFY_EXIT(runCli(arguments(target)), 0);
                QVERIFY(fileBytes(target) == old);
                QVERIFY(change(randomBytes(4 << 20)));
            }
        }
        QVERIFY2(killed > moments / 5, QByteArray::number(killed)); // fewer where the one timed run was slow
        const ProcessResult last = runCli(arguments(target));
        VERIFY_EXIT(last, 0);
        QVERIFY2(!takesOver || last.out.contains("from the image before"), last.said().constData());
        QVERIFY(fileBytes(target) == whole);
        QVERIFY2(leftOvers().isEmpty(), leftOvers().join(u' ').toUtf8());
    }

private:
    static QByteArray fileBytes(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path(const QString &name) const
    {
        return m_dir.filePath(name.isEmpty() ? u"work"_s : u"work/"_s + name);
    }
    QString project() const { return path(u"p.refbox.lua"_s); }
    QStringList leftOvers() const
    {
        return QDir(path({})).entryList({u".*.part"_s}, QDir::AllEntries | QDir::Hidden);
    }

    void expectRefusal(const std::function<ProcessResult()> &run, const QList<QByteArray> &parts)
    {
        const auto before = snapshot(path({}));
        const QByteArray lacking = refusalLacks(run(), parts);
        QVERIFY2(lacking.isEmpty(), lacking.constData());
        QVERIFY(snapshot(path({})) == before);
    }
    void refuses(const QStringList &arguments, const QList<QByteArray> &parts)
    {
        expectRefusal([&] { return runCli(arguments); }, parts);
    }
    void refusesBound(const QStringList &arguments, const QList<QByteArray> &parts)
    {
        expectRefusal([&] { return runBoundCli(arguments); }, parts);
    }
    void refusesAllKinds(const QString &target, const QByteArray &why)
    {
        const QByteArray where = target.toUtf8();
        refuses({u"export"_s, u"image"_s, u"--from"_s, path(u"tree"_s), target}, {where, why});
        refuses({u"export"_s, u"star"_s, u"--from"_s, path(u"tree"_s), target}, {where, why});
        refuses({u"export"_s, u"image"_s, project(), target}, {where, why});
        refuses({u"export"_s, u"star"_s, project(), u"v"_s, target}, {where, why});
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestBadTarget)
#include "tst_badtarget.moc"
