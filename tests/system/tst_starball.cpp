// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Vservers carried out, in one file or in parts, and carried back in, by the command line.
#include "system/process.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kProject =
    "-- my own words\n"
    "return {\n"
    "  refbox = 1, name = \"lab\",\n"
    "  image = { filesystem = \"ext4\", seal = false },\n"
    "  components = { { name = \"base\", source = { folder = \"tree\" } } },\n"
    "  vservers = {\n"
    "    -- the first\n"
    "    { name = \"vsbox01\", skeleton = \"empty\", links = { { from = \"/bin/*\", to = \"/bin\" } },\n"
    "      files = { [\"/etc/own\"] = \"its own\\n\" } },\n"
    "  },\n"
    "}\n";

// Nothing makes them smaller.
QByteArray randomBytes(qsizetype size, int seed)
{
    QRandomGenerator random(static_cast<quint32>(seed));
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.generate());
    return bytes;
}

} // namespace

class TestStarBall final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid() && QDir(m_dir.path()).mkpath(u"tree/bin"_s) &&
                QDir(m_dir.path()).mkpath(u"tree/share/deep"_s) && QDir(m_dir.path()).mkpath(u"out"_s));
        qputenv("REFBOX_CACHE", m_dir.filePath(u"cache"_s).toUtf8());
        qputenv("SOURCE_DATE_EPOCH", "1000000000");
        for (int i = 0; i < 40; ++i) {
            const QString file = path(u"tree/bin/tool%1"_s.arg(i));
            QVERIFY(writeFile(file, randomBytes(1500, i)));
            QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                    QFile::ReadGroup | QFile::ReadOther));
            // Whole and even seconds: zip knows no others.
            QFile dated(file);
            QVERIFY(dated.open(QIODevice::ReadWrite) &&
                    dated.setFileTime(QDateTime::fromSecsSinceEpoch(1'000'000'000 + 2 * i),
                                      QFileDevice::FileModificationTime));
        }
        QVERIFY(writeFile(path(u"tree/share/deep/text"_s), "some text"));
    }

    void init()
    {
        QVERIFY(writeFile(project(), kProject));
        QDir(path(u"out"_s)).removeRecursively();
        QVERIFY(QDir(m_dir.path()).mkpath(u"out"_s));
    }

    void writesPartsAndChecksums_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"v.tar", "v.tar.gz", "v.tar.xz", "v.tar.zst", "a name\nwith 'signs.tar"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void writesPartsAndChecksums()
    {
        QFETCH(QString, name);
        const QString file = path(u"out/"_s + name);
        VERIFY_EXIT(exportStar(file, {u"--checksum"_s, u"--split"_s, u"1K"_s}), 0);
        QVERIFY(!QFile::exists(file) && QFile::exists(file + u".002"_s));
        VERIFY_EXIT(runProgram(u"sha256sum"_s, {u"--strict"_s, u"-c"_s, name + u".sha256"_s}, path(u"out"_s)),
                    0);
        VERIFY_EXIT(runCli({u"compare"_s, file + u".001"_s, whole()}), 0);
        // As the user would join them, and as one file of the same name.
        VERIFY_EXIT(runProgram(u"sh"_s, {u"-c"_s, u"cat \"$0\".[0-9][0-9][0-9] > \"$0\""_s, file}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, file, whole()}), 0);
        const auto parts = QDir(path(u"out"_s)).entryList({u"*.0*"_s}).size();
        VERIFY_EXIT(exportStar(file, {u"--split"_s, u"64K"_s}), 0);
        QVERIFY(QDir(path(u"out"_s)).entryList({u"*.0*"_s}).size() < parts);
        // The checksums of the earlier one were brought up to date; they fit no other one.
        VERIFY_EXIT(runCli({u"compare"_s, file + u".001"_s, whole()}), 0);
        const QString damage = u"s/[0-9a-f]\\{8\\}/00000000/"_s;
        VERIFY_EXIT(runProgram(u"sed"_s, {u"-i"_s, damage, file + u".sha256"_s}), 0);
        VERIFY_REFUSED(runCli({u"compare"_s, file + u".001"_s, whole()}), ".sha256", "move it away");
    }

    void saysWhatItWrote()
    {
        const ProcessResult said =
            exportStar(path(u"out/v.tar.zst"_s), {u"--split=1K"_s, u"--checksum"_s, u"--json"_s});
        const QJsonObject report = QJsonDocument::fromJson(said.out).object();
        QVERIFY2(report.value(u"verified"_s).toBool(), said.said().constData());
        const QStringList files = report.value(u"files"_s).toVariant().toStringList();
        QVERIFY(files.size() > 2 && files.first().endsWith(u"v.tar.zst.001"_s) &&
                files.last().endsWith(u"v.tar.zst.sha256"_s));
        // The commands that it gives are right.
        const QStringList commands = report.value(u"commands"_s).toVariant().toStringList();
        for (const QString &command : commands) {
            if (command.contains(u"star -xp"_s))
                continue;
            QDir(path(u"vserver"_s)).removeRecursively();
            QVERIFY(QDir(m_dir.path()).mkpath(u"vserver"_s));
            const bool makes = command.startsWith(u"mkdir"_s);
            if (makes)
                QVERIFY(QDir(path(u"vserver"_s)).removeRecursively());
            VERIFY_EXIT(runProgram(u"sh"_s, {u"-c"_s, command}, m_dir.path()), 0);
            QVERIFY(QFile::exists(path(u"vserver/bin/tool7"_s)) != command.contains(u"sha256sum"_s));
        }
        VERIFY_REFUSED(
            exportStar(path(u"out/v.tar"_s), {u"--split"_s, u"1K"_s, u"--from"_s, path(u"nowhere"_s)}),
            "nowhere");
        VERIFY_EXIT(exportStar(path(u"out/v.tar"_s), {u"--split"_s, u"1000"_s}), 2);
        VERIFY_EXIT(exportStar(path(u"out/v.tar"_s), {u"--split"_s, u"large"_s}), 2);
        QVERIFY(writeFile(path(u"out/w.tar.sha256"_s), "old"));
        QVERIFY(exportStar(path(u"out/w.tar"_s), {}).out.contains("sha256sum -c"));
        VERIFY_EXIT(runProgram(u"sha256sum"_s, {u"-c"_s, u"w.tar.sha256"_s}, path(u"out"_s)), 0);
    }

    void packsAnyFolder()
    {
        const QString file = path(u"out/f.tar"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"star"_s, project(), u"/refbox/share"_s, file}), 0);
        const ProcessResult names = runCli({u"tree"_s, file});
        QVERIFY2(names.out.contains("text") && !names.out.contains("tool"), names.said().constData());
        VERIFY_REFUSED(runCli({u"export"_s, u"star"_s, project(), u"/refbox/none"_s, file}), "/refbox/none");
        VERIFY_REFUSED(runCli({u"export"_s, u"star"_s, project(), u"/refbox/bin/tool1"_s, file}),
                       "not a folder");
    }

    void importsWhatOtherProgramsPack_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("command"); // in the unpacked vserver
        QTest::addColumn<QString>("relink");
        const auto row = [](const char *file, const char *command, const char *relink = "exact") {
            QTest::newRow(file) << QString::fromLatin1(file)
                                << QString::fromLatin1(command).split(u' ', Qt::SkipEmptyParts)
                                << QString::fromLatin1(relink);
        };
        row("gnu.tar", "tar --format=gnu -cf %1 .");
        row("pax.tar.xz", "tar --format=pax -cJf %1 .");
        row("v7.tar", "tar --format=v7 -cf %1 .");
        row("bsd.tar.zst", "bsdtar --format=pax --zstd -cf %1 .");
        row("new.cpio", "sh");
        row("odc.cpio.gz", "bsdtar --format=odc -czf %1 .");
        row("a.7z", "bsdtar --format=7zip -cf %1 .");
        row("a.zip", "zip -qr %1 .", "any-time");
        row("folder", "cp -a . %1");
    }

    void importsWhatOtherProgramsPack()
    {
        NEED_ROOT();
        QFETCH(QString, file);
        QFETCH(QStringList, command);
        QFETCH(QString, relink);
        if (!hasProgram(command.first().toLatin1().constData()) ||
            (file == u"new.cpio"_s && !hasProgram("cpio")))
            QSKIP("the program is not installed");
        const QString source = path(u"out/"_s + file);
        const QString unpacked = path(u"out/unpacked"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, project(), u"vsbox01"_s, unpacked}), 0);
        if (file == u"new.cpio"_s)
            command = QStringList{u"sh"_s, u"-c"_s, u"find . | cpio --quiet -o -H newc > '%1'"_s};
        for (QString &word : command)
            word.replace(u"%1"_s, source);
        VERIFY_EXIT(runProgram(command.first(), command.mid(1), unpacked), 0);
        const ProcessResult said =
            runCli({u"import"_s, project(), source, u"back"_s, u"--relink"_s, relink, u"--json"_s});
        const QJsonObject report = QJsonDocument::fromJson(said.out).object();
        const auto files = [&](const QString &kind) {
            return report.value(u"sums"_s)[kind][u"files"_s].toInt();
        };
        // 7z and zip keep no owners or modes that could be trusted to be root's: see the reader's limits.
        QVERIFY2(files(u"linked"_s) == 40, said.said().constData());
        QCOMPARE(files(u"own"_s), 1);
        VERIFY_EXIT(runCli({u"plan"_s, project()}), 0);
    }

    void keepsTheProjectsWords()
    {
        VERIFY_EXIT(exportStar(path(u"out/v.tar.zst"_s), {}), 0);
        const auto before = snapshot(m_dir.path());
        const ProcessResult dry =
            runCli({u"import"_s, project(), path(u"out/v.tar.zst"_s), u"--dry-run"_s, u"back"_s});
        VERIFY_EXIT(dry, 0);
        QVERIFY2(dry.out.contains("links to the refbox"), dry.said().constData());
        auto after = snapshot(m_dir.path());
        std::erase_if(after,
                      [&](const auto &entry) { return entry.first.find("/cache/") != std::string::npos; });
        for (const auto &[file, state] : after)
            QVERIFY2(before.contains(file) && before.at(file) == state, file.c_str());
        VERIFY_EXIT(runCli({u"import"_s, project(), path(u"out/v.tar.zst"_s), u"back"_s}), 0);
        QFile file(project());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char *part :
             {"-- my own words", "-- the first", "import = \"out/v.tar.zst\"", "name = \"back\""})
            QVERIFY2(text.contains(part), text.constData());
        // The same vserver, by links again.
        VERIFY_EXIT(exportStar(path(u"out/again.tar"_s), {}, u"back"_s), 0);
        VERIFY_EXIT(runCli({u"compare"_s, path(u"out/again.tar"_s), path(u"out/v.tar.zst"_s)}), 0);
        VERIFY_REFUSED(runCli({u"import"_s, project(), path(u"out/v.tar.zst"_s), u"back"_s}), "of this name");
        // What it is imported from is a source, and stays as it is.
        VERIFY_REFUSED(exportStar(path(u"out/v.tar.zst"_s), {}, u"back"_s), "Cannot write there");
        VERIFY_EXIT(runCli({u"import"_s, project(), path(u"out/v.tar.zst"_s), u"no name"_s}), 2);
    }

    void importsPartsAndNeverWritesOverThem()
    {
        VERIFY_EXIT(exportStar(path(u"out/p.tar.zst"_s), {u"--split"_s, u"1K"_s}), 0);
        VERIFY_EXIT(runCli({u"import"_s, project(), path(u"out/p.tar.zst.001"_s)}), 0);
        const auto before = snapshot(path(u"out"_s));
        VERIFY_REFUSED(exportStar(path(u"out/p.tar.zst"_s), {u"--split"_s, u"2K"_s}, u"p"_s),
                       "Cannot write there");
        QVERIFY(snapshot(path(u"out"_s)) == before);
        QVERIFY(QFile::remove(path(u"out/p.tar.zst.002"_s)));
        VERIFY_REFUSED(runCli({u"export"_s, u"image"_s, project(), path(u"out/x.img"_s)}), "p.tar.zst.002",
                       "missing");
        QVERIFY(!QFile::exists(path(u"out/x.img"_s)));
    }

    void neverWritesOverPartsThatItReads()
    {
        VERIFY_EXIT(exportStar(path(u"out/s.tar"_s), {u"--split"_s, u"10K"_s, u"--checksum"_s}), 0);
        QVERIFY(QFile::exists(path(u"out/s.tar.003"_s)));
        const auto before = snapshot(path(u"out"_s));
        const QString first = path(u"out/s.tar.001"_s);
        const QStringList from{u"--from"_s, first};
        const QString second = path(u"out/s.tar.002"_s);
        for (const QStringList &words :
             {QStringList{u"star"_s} + from +
                  QStringList{u"/bin"_s, u"--split"_s, u"650M"_s, path(u"out/s.tar"_s)},
              QStringList{u"star"_s} + from + QStringList{u"/bin"_s, second},
              QStringList{u"star"_s} + from + QStringList{first},
              QStringList{u"image"_s} + from + QStringList{second},
              QStringList{u"folder"_s} + from + QStringList{second}}) {
            VERIFY_REFUSED(runCli(QStringList{u"export"_s} + words), "Cannot write there");
            QVERIFY(snapshot(path(u"out"_s)) == before);
        }
        VERIFY_EXIT(runCli(QStringList{u"export"_s, u"star"_s} + from +
                           QStringList{u"/bin"_s, u"--split"_s, u"10K"_s, path(u"out/t.tar"_s)}),
                    0);
    }

    void neverTakesAwayWhatIsNoPart()
    {
        QVERIFY(writeFile(path(u"out/backup.100"_s), "a log"));
        const auto before = snapshot(path(u"out"_s));
        VERIFY_REFUSED(exportStar(path(u"out/backup"_s), {u"--split"_s, u"1K"_s}), "backup.100",
                       "name of a part");
        QVERIFY(snapshot(path(u"out"_s)) == before);
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString project() const { return path(u"lab.refbox.lua"_s); }
    ProcessResult exportStar(const QString &file, const QStringList &options,
                             const QString &vserver = u"vsbox01"_s) const
    {
        const bool isFrom = options.contains(u"--from"_s);
        return runCli(QStringList{u"export"_s, u"star"_s} + options +
                      (isFrom ? QStringList{file} : QStringList{project(), vserver, file}));
    }
    // The vserver in one uncompressed file.
    QString whole()
    {
        const QString file = path(u"whole.tar"_s);
        if (!QFile::exists(file))
            exportStar(file, {});
        return file;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestStarBall)
#include "tst_starball.moc"
