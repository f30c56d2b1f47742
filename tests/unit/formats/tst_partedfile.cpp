// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatfixtures.h"

#include "formats/archiveparts.h"
#include "formats/archivereader.h"
#include "formats/partedfile.h"
#include "formats/spool.h"
#include "formats/starwriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Refbox;
using namespace RefboxTest;

namespace {

PartedOptions quick(std::uint64_t partSize, bool checksum = true)
{
    return {partSize, checksum, OutputFile::Flush::No};
}

QStringList filesIn(const Scratch &scratch)
{
    return QDir(scratch.qpath(""))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

std::vector<std::string> writeParted(const std::string &path, const std::string &bytes,
                                     const PartedOptions &options, std::size_t step = 700)
{
    PartedFile file(path, options);
    for (std::size_t at = 0; at < bytes.size(); at += step)
        file.write(std::string_view(bytes).substr(at, step));
    return file.commit();
}

std::string pattern(std::size_t size)
{
    std::string bytes;
    while (bytes.size() < size)
        bytes += std::to_string(bytes.size()) + '\n';
    bytes.resize(size);
    return bytes;
}

QString checkSums(const Scratch &scratch, const std::string &name)
{
    return run(QStringLiteral("sha256sum"),
               {QStringLiteral("--strict"), QStringLiteral("-c"), QString::fromStdString(name)},
               scratch.qpath(""));
}

} // namespace

class PartedFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAndJoins_data();
    void cutsAndJoins();
    void oneFileHasNoParts();
    void quotesOddNames();
    void takesAwayWhatALongerOneLeft();
    void changesNothingBeforeCommit();
    void putsTheEarlierOnesBackWhereItFails();
    void leavesNoPartWhereItFails();
    void refusesWhatIsNoEarlierPart();
    void endsWhatAKilledRunLeft_data();
    void endsWhatAKilledRunLeft();
    void leavesAForeignNoteAlone();
    void refusesASecondRun();
    void refusesWhatHasChanged();
    void refuses();
    void aFullDiskLeavesNothing();
    void knowsWhatItReplaces();
    void knowsParts();
    void readsPartsAsOne_data();
    void readsPartsAsOne();
    void refusesIncompleteParts();
};

void PartedFileTest::cutsAndJoins_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("parts");
    QTest::newRow("empty") << 0 << 1;
    QTest::newRow("one byte") << 1 << 1;
    QTest::newRow("just one part") << 1024 << 1;
    QTest::newRow("a byte more") << 1025 << 2;
    QTest::newRow("whole parts") << 3072 << 3;
    QTest::newRow("many") << 50'001 << 49;
}

void PartedFileTest::cutsAndJoins()
{
    QFETCH(int, size);
    QFETCH(int, parts);
    const Scratch scratch;
    const std::string bytes = pattern(static_cast<std::size_t>(size));
    for (const std::size_t step : {std::size_t(1), std::size_t(700), std::size_t(100'000)}) {
        const auto files = writeParted(scratch.path("a"), bytes, quick(1024), step);
        QCOMPARE(files.size(), static_cast<std::size_t>(parts) + 1);
        std::string joined;
        for (int part = 1; part <= parts; ++part) {
            QCOMPARE(
                files[static_cast<std::size_t>(part) - 1],
                scratch.path("a." + QString::number(part).rightJustified(3, QLatin1Char('0')).toStdString()));
            const std::string one = readFile(files[static_cast<std::size_t>(part) - 1]);
            QVERIFY(one.size() <= 1024 && (part == parts || one.size() == 1024));
            joined += one;
        }
        QVERIFY(joined == bytes);
        QCOMPARE(files.back(), scratch.path("a.sha256"));
        QCOMPARE(checkSums(scratch, "a.sha256"), QString());
        const std::string sums = readFile(files.back());
        const QByteArray whole =
            QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex();
        QVERIFY2(sums.find("# joined: " + whole.toStdString() + "  a\n") != std::string::npos, sums.c_str());
    }
    QCOMPARE(filesIn(scratch).size(), parts + 1);
}

void PartedFileTest::oneFileHasNoParts()
{
    const Scratch scratch;
    writeFile(scratch.path("a"), "old");
    writeFile(scratch.path("a.sha256"), "old");
    const auto files = writeParted(scratch.path("a"), pattern(5000), quick(0));
    QCOMPARE(filesIn(scratch), QStringList({QStringLiteral("a"), QStringLiteral("a.sha256")}));
    QCOMPARE(files, std::vector<std::string>({scratch.path("a"), scratch.path("a.sha256")}));
    QVERIFY(readFile(scratch.path("a")) == pattern(5000));
    QCOMPARE(checkSums(scratch, "a.sha256"), QString());
    writeFile(scratch.path("a"), "damaged");
    QVERIFY(!checkSums(scratch, "a.sha256").isEmpty());
}

void PartedFileTest::quotesOddNames()
{
    const Scratch scratch;
    for (const char *name : {"new\nline", "back\\slash", "car\rriage", "\xE9", " *", "-c"}) {
        writeParted(scratch.path(name), pattern(3000), quick(1024));
        QCOMPARE(run(QStringLiteral("sh"),
                     {QStringLiteral("-c"),
                      QStringLiteral(
                          "cd \"$0\" && for f in *.sha256; do sha256sum --strict -c \"./$f\" || exit 1; "
                          "done"),
                      scratch.qpath("")}),
                 QString());
    }
}

void PartedFileTest::takesAwayWhatALongerOneLeft()
{
    const Scratch scratch;
    writeParted(scratch.path("a"), pattern(5000), quick(1024));
    writeFile(scratch.path("a.0010"), "no part");
    writeFile(scratch.path("a.01"), "no part");
    writeFile(scratch.path("b.001"), "another's part");
    writeParted(scratch.path("a"), pattern(1500), quick(1024, false));
    QCOMPARE(filesIn(scratch),
             QStringList({QStringLiteral("a.001"), QStringLiteral("a.0010"), QStringLiteral("a.002"),
                          QStringLiteral("a.01"), QStringLiteral("a.sha256"), QStringLiteral("b.001")}));
    QVERIFY(readFile(scratch.path("a.001")) + readFile(scratch.path("a.002")) == pattern(1500));
}

void PartedFileTest::changesNothingBeforeCommit()
{
    const Scratch scratch;
    writeParted(scratch.path("a"), pattern(2500), quick(1024));
    const QStringList before = filesIn(scratch);
    const std::string first = readFile(scratch.path("a.001"));
    {
        PartedFile file(scratch.path("a"), quick(2000));
        file.write(std::string(9000, 'x'));
        QCOMPARE(file.temporaryPaths().size(), std::size_t(5));
        Progress cancelled;
        cancelled.cancel();
        PartedFile flushed(scratch.path("b"), {1024, false, OutputFile::Flush::Yes});
        flushed.write(std::string(5000, 'x'));
        QVERIFY_THROWS_EXCEPTION(Cancelled, flushed.flush(cancelled));
    }
    QCOMPARE(filesIn(scratch), before);
    QCOMPARE(readFile(scratch.path("a.001")), first);
}

void PartedFileTest::putsTheEarlierOnesBackWhereItFails()
{
    const Scratch scratch;
    writeParted(scratch.path("a"), pattern(2000), quick(1024));
    const QStringList before = filesIn(scratch);
    {
        PartedFile file(scratch.path("a"), quick(1024));
        file.write(std::string(5000, 'x'));
        // The last that takes its place cannot.
        QVERIFY(QFile::remove(QString::fromStdString(file.temporaryPaths().front())));
        QVERIFY(!errorOf([&] { file.commit(); }).isEmpty());
    }
    QCOMPARE(filesIn(scratch), before);
    QVERIFY(readFile(scratch.path("a.001")) + readFile(scratch.path("a.002")) == pattern(2000));
    QCOMPARE(checkSums(scratch, "a.sha256"), QString());
}

void PartedFileTest::leavesNoPartWhereItFails()
{
    const Scratch scratch;
    {
        PartedFile file(scratch.path("a"), quick(1024));
        file.write(std::string(3000, 'x'));
        QVERIFY(QFile::remove(QString::fromStdString(file.temporaryPaths().front())));
        QVERIFY(!errorOf([&] { file.commit(); }).isEmpty());
    }
    QCOMPARE(filesIn(scratch), QStringList());
    {
        PartedFile file(scratch.path("a"), quick(1024));
        file.write(std::string(3000, 'x'));
        QVERIFY(QDir().mkpath(scratch.qpath("a.001"))); // in the way only now
        QVERIFY(!errorOf([&] { file.commit(); }).isEmpty());
    }
    QCOMPARE(filesIn(scratch), QStringList(QStringLiteral("a.001")));
}

void PartedFileTest::refusesWhatIsNoEarlierPart()
{
    const Scratch scratch;
    writeFile(scratch.path("backup.100"), "somebody's log");
    const auto write = [&] {
        return errorOf([&] { writeParted(scratch.path("backup"), pattern(3000), quick(1024)); });
    };
    QVERIFY2(write().contains(QLatin1String("backup.100")), qPrintable(write()));
    for (const char *name : {"backup.001", "backup.002", "backup.004"})
        writeFile(scratch.path(name), name);
    QVERIFY2(write().contains(QLatin1String("backup.004")), qPrintable(write()));
    QCOMPARE(filesIn(scratch).size(), 4);
    QCOMPARE(readFile(scratch.path("backup.100")), std::string("somebody's log"));
    QCOMPARE(readFile(scratch.path("backup.002")), std::string("backup.002"));
    // Nor is the name that an earlier part gets meanwhile taken from anybody.
    writeParted(scratch.path("b"), pattern(3000), quick(1024));
    writeFile(scratch.path(".b.001.old"), "mine");
    QVERIFY(errorOf([&] {
                writeParted(scratch.path("b"), pattern(9000), quick(1024));
            }).contains(QLatin1String(".b.001.old")));
    QCOMPARE(readFile(scratch.path(".b.001.old")), std::string("mine"));
    QCOMPARE(checkSums(scratch, "b.sha256"), QString());
    const std::string longest(245, 'n');
    QVERIFY(!errorOf([&] { PartedFile(scratch.path(longest), quick(1024)); }).isEmpty());
}

void PartedFileTest::endsWhatAKilledRunLeft_data()
{
    QTest::addColumn<int>("before"); // parts
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("moves"); // renames until the kill
    for (const auto &[before, after] : {std::pair{3, 3}, {3, 6}, {6, 2}, {1, 4}, {0, 3}}) {
        const int all = (before == 0 ? 0 : before + 1) + after + 1;
        for (int moves = 0; moves <= all; ++moves)
            QTest::addRow("%d to %d, %d moves", before, after, moves) << before << after << moves;
    }
}

void PartedFileTest::endsWhatAKilledRunLeft()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(int, moves);
    const Scratch scratch;
    const std::string path = scratch.path("a");
    const auto bytesOf = [](int parts) { return static_cast<std::size_t>(parts) * 1024; };
    if (before > 0)
        writeParted(path, pattern(bytesOf(before)), quick(1024));
    const QStringList earlier = filesIn(scratch);
    // The new files under other names, then what commit() does, up to the kill.
    const std::string bytes(bytesOf(after), 'x');
    std::string note = "refbox parts 1\n";
    std::vector<std::pair<std::string, std::string>> renames;
    for (const QString &name : earlier) { // a.001 … a.sha256
        const std::string ending = name.mid(1).toStdString();
        renames.emplace_back(path + ending, scratch.path(".a" + ending + ".old"));
    }
    const auto made = writeParted(scratch.path("new"), bytes, quick(1024));
    for (const std::string &file : made) {
        struct stat status = {};
        QCOMPARE(::stat(file.c_str(), &status), 0);
        note += "new NAME" + file.substr(scratch.path("new").size()) + ' ' + std::to_string(status.st_ino) +
                ' ' + std::to_string(status.st_size) + '\n';
    }
    for (auto file = made.rbegin(); file != made.rend(); ++file)
        renames.emplace_back(*file, path + file->substr(scratch.path("new").size()));
    for (const QString &name : earlier)
        note += "old NAME" + name.mid(1).toStdString() + '\n';
    writeFile(scratch.path(".a.writing"), note + "end\n");
    QVERIFY(static_cast<std::size_t>(moves) <= renames.size());
    for (std::size_t i = 0; i < static_cast<std::size_t>(moves); ++i)
        QCOMPARE(::rename(renames[i].first.c_str(), renames[i].second.c_str()), 0);
    const bool isDone = static_cast<std::size_t>(moves) == renames.size();
    for (const std::string &file : made)
        ::unlink(file.c_str());
    writeFile(scratch.path("a.999"), "somebody's"); // since then; refused, but only after the rest
    const QString said = errorOf([&] { PartedFile(path, quick(1024)); });
    QVERIFY2(said.contains(QLatin1String("a.999")), qPrintable(said));
    QVERIFY(QFile::remove(scratch.qpath("a.999")));
    std::string joined;
    for (unsigned part = 1; part <= static_cast<unsigned>(isDone ? after : before); ++part)
        joined += readFile(partPath(path, part));
    QVERIFY(joined == (isDone ? bytes : pattern(bytesOf(before))));
    if (isDone)
        QCOMPARE(filesIn(scratch).size(), after + 1);
    else
        QCOMPARE(filesIn(scratch), earlier);
    writeParted(path, pattern(2000), quick(1024));
    QCOMPARE(filesIn(scratch).size(), 3);
    QCOMPARE(checkSums(scratch, "a.sha256"), QString());
}

void PartedFileTest::leavesAForeignNoteAlone()
{
    const Scratch scratch;
    writeFile(scratch.path("victim.old"), "mine");
    for (const char *text : {"my notes", "refbox parts 1\nold NAME/../victim\nend\n",
                             "refbox parts 1\nnew NAME/../victim.old 1 2\nend\n"}) {
        writeFile(scratch.path(".a.writing"), text);
        QVERIFY(errorOf([&] {
                    PartedFile(scratch.path("a"), quick(1024));
                }).contains(QLatin1String(".a.writing")));
        QCOMPARE(readFile(scratch.path(".a.writing")), std::string(text));
    }
    QCOMPARE(filesIn(scratch).size(), 2);
    // Killed before it was whole: nothing was moved.
    writeFile(scratch.path(".a.writing"), "refbox parts 1\nold NAME.00");
    writeParted(scratch.path("a"), pattern(500), quick(1024, false));
    QCOMPARE(filesIn(scratch), QStringList({QStringLiteral("a.001"), QStringLiteral("victim.old")}));
}

void PartedFileTest::refusesASecondRun()
{
    const Scratch scratch;
    {
        PartedFile first(scratch.path("a"), quick(1024));
        first.write(pattern(3000));
        QVERIFY(errorOf([&] {
                    PartedFile(scratch.path("a"), quick(2048));
                }).contains(QLatin1String("Another run")));
        writeParted(scratch.path("b"), pattern(3000), quick(1024, false)); // others may
        first.commit();
    }
    QCOMPARE(checkSums(scratch, "a.sha256"), QString());
    QCOMPARE(filesIn(scratch).size(), 4 + 3);
}

void PartedFileTest::refusesWhatHasChanged()
{
    const Scratch scratch;
    writeParted(scratch.path("a"), pattern(3000), quick(1024));
    for (const char *name : {"a.004", "a.007", "a.002"}) {
        const QString path = scratch.qpath(name);
        {
            PartedFile file(scratch.path("a"), quick(1024));
            file.write(std::string(9000, 'x'));
            if (QFile::exists(path))
                QVERIFY(QFile::rename(path, scratch.qpath("away")));
            writeFile(path.toStdString(), "another's");
            QVERIFY(!errorOf([&] { file.commit(); }).isEmpty());
        }
        QCOMPARE(readFile(path.toStdString()), std::string("another's"));
        QVERIFY(QFile::remove(path));
        QFile::rename(scratch.qpath("away"), path);
        QCOMPARE(filesIn(scratch).size(), 4);
        QCOMPARE(checkSums(scratch, "a.sha256"), QString());
    }
}

void PartedFileTest::refuses()
{
    const Scratch scratch;
    QVERIFY(
        errorOf([&] { PartedFile(scratch.path("a"), quick(1023)); }).contains(QLatin1String("too small")));
    QVERIFY(errorOf([&] {
                PartedFile file(scratch.path("a"), quick(1024));
                file.write(std::string(kMostParts * 1024 + 1, 'x'));
            }).contains(QLatin1String("more than 999 parts")));
    QVERIFY(QDir().mkpath(scratch.qpath("b.007")));
    QVERIFY(errorOf([&] { PartedFile(scratch.path("b"), quick(1024)); }).contains(QLatin1String("b.007")));
    QVERIFY(QFile::link(QStringLiteral("elsewhere"), scratch.qpath("c.sha256")));
    QVERIFY(errorOf([&] { PartedFile(scratch.path("c"), quick(0)); }).contains(QLatin1String("c.sha256")));
    QCOMPARE(filesIn(scratch), QStringList(QStringLiteral("b.007")));
    const std::string most(kMostParts * 1024, 'y');
    QCOMPARE(writeParted(scratch.path("d"), most, quick(1024, false), most.size()).size(),
             std::size_t(kMostParts));
}

void PartedFileTest::aFullDiskLeavesNothing()
{
    const Scratch scratch;
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 2000; // in place of a full disk
    signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const QString text = errorOf([&] { writeParted(scratch.path("a"), pattern(9000), quick(4096)); });
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!text.isEmpty());
    QVERIFY(filesIn(scratch).isEmpty());
}

void PartedFileTest::knowsWhatItReplaces()
{
    const Scratch scratch;
    for (const char *name : {"a.001", "a.002", "a.sha256", "other"})
        writeFile(scratch.path(name), name);
    const PartedFile file(scratch.path("a"), quick(1024));
    for (const auto &[name, replaced] :
         {std::pair{"a.001", true}, {"a.002", true}, {"a.sha256", true}, {"other", false}}) {
        const int fd = ::open(scratch.path(name).c_str(), O_RDONLY);
        QCOMPARE(file.replaces(fd), replaced);
        ::close(fd);
    }
}

void PartedFileTest::knowsParts()
{
    QCOMPARE(partPath("x/a", 7), std::string("x/a.007"));
    QVERIFY(isPart("a.001") && isPart("/x/a.tar.zst.999"));
    for (const char *path : {"a.000", "a.1", "a.0001", ".001", "/x/.001", "a.0a1", "001"})
        QVERIFY2(!isPart(path), path);
    QCOMPARE(withoutPart("a.tar.001"), std::string("a.tar"));
    QCOMPARE(archiveParts("nowhere/a.002"), std::vector<std::string>{"nowhere/a.002"});
    QCOMPARE(archiveParts("nowhere/a.001"), std::vector<std::string>{"nowhere/a.001"});
    const Scratch scratch;
    for (const char *name : {"a.001", "a.002", "a.005", "a", "b.002"})
        writeFile(scratch.path(name), name);
    QVERIFY(QDir().mkpath(scratch.qpath("b.001")));
    QCOMPARE(filesOfSource(scratch.path("a.001")),
             std::vector<std::string>({scratch.path("a.001"), scratch.path("a.002"), scratch.path("a.005")}));
    for (const char *name : {"a", "a.002", "b.001", "nowhere.001"})
        QCOMPARE(filesOfSource(scratch.path(name)), std::vector<std::string>{scratch.path(name)});
}

void PartedFileTest::readsPartsAsOne_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {".tar", ".tar.gz", ".tar.xz", ".tar.zst"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void PartedFileTest::readsPartsAsOne()
{
    QFETCH(QString, ending);
    const Scratch scratch;
    RandomTreeOptions random;
    random.sockets = false;
    const FileTreePtr tree = randomTree(4, 200, random);
    StarOptions options;
    const std::string path = scratch.path("a" + ending.toStdString());
    options.compression = *compressionFromName(path);
    options.flush = false;
    options.partSize = 3000;
    options.checksum = true;
    bool isChecked = false;
    Progress progress;
    options.check = [&](const std::vector<std::string> &parts, const std::vector<std::string> &) {
        Spool spool;
        QCOMPARE(differences(*tree, *readJoinedArchive(parts, spool, ArchiveOptions(), progress).tree),
                 QString());
        isChecked = true;
    };
    const StarReport report = writeStar(*tree, FileTree::root(), path, options, progress);
    QVERIFY(isChecked && report.files.size() > 3);
    QCOMPARE(checkSums(scratch, "a" + ending.toStdString() + ".sha256"), QString());
    for (const bool inPlace : {false, true}) {
        Spool spool;
        ArchiveOptions reading;
        reading.contentInPlace = inPlace;
        QCOMPARE(differences(*tree, *readArchive(path + ".001", spool, reading, progress).tree), QString());
    }
    QCOMPARE(
        run(QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("cat \"$0\".[0-9][0-9][0-9] | bsdtar -tf - >/dev/null"),
             QString::fromStdString(path)}),
        QString());
}

void PartedFileTest::refusesIncompleteParts()
{
    const Scratch scratch;
    RandomTreeOptions random;
    random.sockets = false;
    const FileTreePtr tree = randomTree(4, 100, random);
    StarOptions options;
    options.flush = false;
    options.partSize = 10240;
    Progress progress;
    const auto files = writeStar(*tree, FileTree::root(), scratch.path("a.tar"), options, progress).files;
    QVERIFY(files.size() > 3);
    const auto read = [&] {
        return errorOf([&] {
            Spool spool;
            readArchive(files.front(), spool, progress);
        });
    };
    QCOMPARE(read(), QString());
    QVERIFY(QFile::rename(QString::fromStdString(files[1]), scratch.qpath("away")));
    QVERIFY2(read().contains(QLatin1String("a.tar.002")), qPrintable(read()));
    QVERIFY(QFile::rename(scratch.qpath("away"), QString::fromStdString(files[1])));
    QVERIFY(QFile::rename(QString::fromStdString(files.back()), scratch.qpath("away")));
    QVERIFY2(read().contains(QLatin1String("runcated")), qPrintable(read()));
    QVERIFY(QDir().mkpath(QString::fromStdString(files.back())));
    QVERIFY2(read().contains(QLatin1String("not a regular file")), qPrintable(read()));
}

QTEST_GUILESS_MAIN(PartedFileTest)
#include "tst_partedfile.moc"
