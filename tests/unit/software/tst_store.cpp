// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/store.h"

#include "hosttools.h"

#include "jobs/error.h"
#include "jobs/job.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>
#include <utime.h>

using namespace Refbox;

namespace {

BlobSink::Placed put(StoreSink &sink, std::string_view bytes)
{
    sink.begin();
    sink.write(bytes);
    return sink.finish();
}

int filesBelow(const QString &folder)
{
    int count = 0;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();
         it.next())
        ++count;
    return count;
}

} // namespace

class TestStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesByContent();
    void keepsOneOfEqualOnes();
    void forgetsAbandoned();
    void findsDamage();
    void recoversAfterACrash();
    void cleansStaleTemporaries();
    void sharesBetweenThreads();
    void keepsNotes();
    void ignoresDamagedNotes();
    void forgetsNotesThatNobodyAsksFor();
    void stampsChange();
    void saysWhereItCannotWrite();
    void choosesItsFolder();
};

void TestStore::placesByContent()
{
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    StoreSink sink(store);
    const auto placed = put(sink, "abc");
    // FIPS 180-4's example.
    QCOMPARE(placed.hostPath,
             store.folder() + "/objects/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QCOMPARE(placed.size, std::uint64_t(3));
    QCOMPARE(placed.offset, std::uint64_t(0));
    QVERIFY(placed.sha256);
    QCOMPARE(store.objectPath(*placed.sha256), placed.hostPath);
    QCOMPARE(readFile(QString::fromStdString(placed.hostPath)), QByteArray("abc"));
    struct stat status;
    QCOMPARE(::stat(placed.hostPath.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0444U);
    QVERIFY(store.contains(*placed.sha256, 3));
    QVERIFY(!store.contains(*placed.sha256, 4));
    QVERIFY(store.verify(*placed.sha256));

    // More than the buffer, in odd pieces.
    std::string large(1'000'003, '\0');
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<char>(i * 2654435761U >> 13);
    sink.begin();
    for (std::size_t start = 0, step = 1; start < large.size(); start += step, step = step * 3 + 1)
        sink.write(std::span(large).subspan(start, std::min(step, large.size() - start)));
    const auto second = sink.finish();
    QCOMPARE(readFile(QString::fromStdString(second.hostPath)), QByteArray::fromStdString(large));
    QCOMPARE(put(sink, "").size, std::uint64_t(0));
}

void TestStore::keepsOneOfEqualOnes()
{
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    StoreSink one(store);
    StoreSink two(store);
    QCOMPARE(put(one, "same").hostPath, put(two, "same").hostPath);
    QCOMPARE(filesBelow(folder.filePath(QStringLiteral("objects"))), 1);
    QCOMPARE(filesBelow(folder.filePath(QStringLiteral("tmp"))), 0);
}

void TestStore::forgetsAbandoned()
{
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    {
        StoreSink sink(store);
        sink.begin();
        sink.write(std::string_view("half"));
        sink.abandon();
        QCOMPARE(filesBelow(folder.path()), 0);
        sink.begin();
        sink.write(std::string_view("half"));
    }
    QCOMPARE(filesBelow(folder.path()), 0);
}

void TestStore::findsDamage()
{
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    StoreSink sink(store);
    const auto placed = put(sink, "good bytes");
    const QString path = QString::fromStdString(placed.hostPath);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    writeFile(path, "evil bytes");
    QVERIFY(!store.verify(*placed.sha256));
    QVERIFY(!QFile::exists(path));
    QVERIFY(!store.verify(*placed.sha256));
    QCOMPARE(put(sink, "good bytes").hostPath, placed.hostPath);
    QVERIFY(store.verify(*placed.sha256));
}

void TestStore::recoversAfterACrash()
{
    const QTemporaryDir folder;
    BlobSink::Placed good;
    BlobSink::Placed damaged;
    {
        const Store store(folder.path().toStdString());
        StoreSink sink(store);
        good = put(sink, "good");
        damaged = put(sink, "damaged");
        QCOMPARE(filesBelow(folder.filePath(QStringLiteral("unsynced"))), 1);
    }
    // Flushed: no marker. As if the machine had gone down before: one of another boot, and an object of
    // zeros.
    QCOMPARE(filesBelow(folder.filePath(QStringLiteral("unsynced"))), 0);
    const QString marker = folder.filePath(QStringLiteral("unsynced/another-boot.abc"));
    writeFile(marker, {});
    utimbuf old{1, 1};
    QCOMPARE(::utime(qPrintable(marker), &old), 0);
    const QString path = QString::fromStdString(damaged.hostPath);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    writeFile(path, QByteArray(7, '\0'));
    const Store store(folder.path().toStdString());
    QVERIFY(!QFile::exists(path));
    QVERIFY(store.contains(*good.sha256, 4));
    QVERIFY(!QFile::exists(marker));
}

void TestStore::cleansStaleTemporaries()
{
    const QTemporaryDir folder;
    const Store first(folder.path().toStdString());
    const auto make = [&](const char *name, bool old) {
        const QString path = folder.filePath(QStringLiteral("tmp/") + QString::fromLatin1(name));
        writeFile(path, "x");
        utimbuf times{1, 1};
        if (old && ::utime(qPrintable(path), &times) != 0)
            qFatal("utime");
        return path;
    };
    const QString stale = make("stale", true);
    const QString fresh = make("fresh", false);
    const Store second(folder.path().toStdString());
    QVERIFY(!QFile::exists(stale));
    QVERIFY(QFile::exists(fresh));
}

void TestStore::sharesBetweenThreads()
{
    const QTemporaryDir folder;
    runParallel(4, [&](unsigned worker) {
        const Store store(folder.path().toStdString());
        StoreSink sink(store);
        for (unsigned i = 0; i < 50; ++i) {
            put(sink, "shared " + std::to_string(i));
            store.putNote("key " + std::to_string(i), "value " + std::to_string(i));
            put(sink, std::to_string(worker) + " own " + std::to_string(i));
        }
    });
    const Store store(folder.path().toStdString());
    QCOMPARE(filesBelow(folder.filePath(QStringLiteral("objects"))), 250);
    QCOMPARE(filesBelow(folder.filePath(QStringLiteral("tmp"))), 0);
    QCOMPARE(filesBelow(folder.filePath(QStringLiteral("unsynced"))), 0);
    QCOMPARE(store.note("key 49"), std::optional<std::string>("value 49"));
}

void TestStore::keepsNotes()
{
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    QCOMPARE(store.note("nothing"), std::nullopt);
    const std::string odd("a\nb\0c", 5);
    store.putNote(odd, odd + odd);
    QCOMPARE(store.note(odd), std::optional<std::string>(odd + odd));
    store.putNote(odd, "");
    QCOMPARE(store.note(odd), std::optional<std::string>(""));
}

void TestStore::ignoresDamagedNotes()
{
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    store.putNote("key", "value");
    QDirIterator it(folder.filePath(QStringLiteral("notes")), QDir::Files);
    const QString path = it.next();
    const QByteArray bytes = readFile(path);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray flipped = bytes;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        writeFile(path, flipped);
        // The newline behind the hash is the one byte that means nothing.
        QVERIFY(!store.note("key") || store.note("key") == "value");
        writeFile(path, bytes.left(i));
        QCOMPARE(store.note("key"), std::nullopt);
    }
}

void TestStore::forgetsNotesThatNobodyAsksFor()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const auto age = [&folder](int days) {
        const std::time_t then = std::time(nullptr) - days * 24 * 3600;
        const utimbuf times{then, then};
        for (const QString &name : QDir(folder.filePath(QStringLiteral("notes"))).entryList(QDir::Files))
            QCOMPARE(::utime(qPrintable(folder.filePath(QStringLiteral("notes/") + name)), &times), 0);
    };
    {
        const Store store(path);
        store.putNote("asked", "1");
        store.putNote("forgotten", "2");
        age(170);
        QVERIFY(store.note("asked"));
    }
    QVERIFY(Store(path).note("forgotten")); // not yet
    {
        const Store store(path);
        age(181);
        QVERIFY(store.note("asked"));
    }
    const Store store(path);
    QVERIFY(store.note("asked"));
    QVERIFY(!store.note("forgotten"));
}

void TestStore::stampsChange()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    QVERIFY(fileStamp(path.toStdString()).empty());
    writeFile(path, "one");
    const std::string first = fileStamp(path.toStdString());
    QVERIFY(!first.empty());
    QCOMPARE(fileStamp(path.toStdString()), first);
    writeFile(path, "longer");
    QVERIFY(fileStamp(path.toStdString()) != first);
}

void TestStore::saysWhereItCannotWrite()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    writeFile(file, "x");
    QString text;
    try {
        const Store store(file.toStdString() + "/store");
    } catch (const Error &error) {
        text = error.toString();
    }
    QVERIFY(text.contains(file));
    QVERIFY(text.contains(QStringLiteral("REFBOX_CACHE")));
}

void TestStore::choosesItsFolder()
{
    qputenv("HOME", "/h");
    qunsetenv("REFBOX_CACHE");
    qunsetenv("XDG_CACHE_HOME");
    QCOMPARE(defaultStoreFolder(), std::string("/h/.cache/refbox"));
    qputenv("XDG_CACHE_HOME", "/c");
    QCOMPARE(defaultStoreFolder(), std::string("/c/refbox"));
    qputenv("XDG_CACHE_HOME", "relative"); // to be ignored, says its specification
    QCOMPARE(defaultStoreFolder(), std::string("/h/.cache/refbox"));
    qputenv("REFBOX_CACHE", "/own");
    QCOMPARE(defaultStoreFolder(), std::string("/own"));
}

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
