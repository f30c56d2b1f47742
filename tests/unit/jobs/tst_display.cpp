// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/display.h"

#include <QtTest>

#include <random>

using namespace Refbox;
using namespace std::chrono_literals;

namespace {

// The way back from displayBytes(), to see that nothing is lost.
std::string undone(const std::string &shown)
{
    std::string bytes;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i] != '\\')
            bytes += shown[i];
        else if (shown[++i] == '\\')
            bytes += '\\';
        else {
            bytes += static_cast<char>(std::stoi(shown.substr(i + 1, 2), nullptr, 16));
            i += 2;
        }
    }
    return bytes;
}

} // namespace

class TestDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data();
    void bytes();
    void nothingIsLost();
    void sizes_data();
    void sizes();
    void durations_data();
    void durations();
};

void TestDisplay::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << QByteArray("/usr/bin/[") << QByteArray("/usr/bin/[");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("UTF-8") << QByteArray("Bücher/日本/🐧") << QByteArray("Bücher/日本/🐧");
    QTest::newRow("newline") << QByteArray("a\nb\r\t") << QByteArray(R"(a\x0ab\x0d\x09)");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray(R"(a\x00b)");
    QTest::newRow("escape sequence") << QByteArray("\033[2J") << QByteArray(R"(\x1b[2J)");
    QTest::newRow("DEL") << QByteArray("\x7f") << QByteArray(R"(\x7f)");
    QTest::newRow("C1 control") << QByteArray("\xc2\x9b") << QByteArray(R"(\xc2\x9b)");
    QTest::newRow("backslash") << QByteArray(R"(a\x0a)") << QByteArray(R"(a\\x0a)");
    QTest::newRow("Latin-1") << QByteArray("B\xfc") << QByteArray(R"(B\xfc)");
    QTest::newRow("cut off") << QByteArray("\xe2\x82") << QByteArray(R"(\xe2\x82)");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray(R"(\xc0\xaf)");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray(R"(\xed\xa0\x80)");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << QByteArray(R"(\xf4\x90\x80\x80)");
    QTest::newRow("bad in good") << QByteArray("ä\xffä") << QByteArray(R"(ä\xffä)");
    QTest::newRow("override") << QByteArray("a\u202eb") << QByteArray(R"(a\xe2\x80\xaeb)");
    QTest::newRow("first isolate") << QByteArray("\u2066") << QByteArray(R"(\xe2\x81\xa6)");
    QTest::newRow("last isolate") << QByteArray("\u2069") << QByteArray(R"(\xe2\x81\xa9)");
    QTest::newRow("right-to-left mark") << QByteArray("\u200f") << QByteArray(R"(\xe2\x80\x8f)");
    QTest::newRow("Arabic letter mark") << QByteArray("\u061c") << QByteArray(R"(\xd8\x9c)");
    QTest::newRow("zero width") << QByteArray("a\u200bb") << QByteArray(R"(a\xe2\x80\x8bb)");
    QTest::newRow("soft hyphen") << QByteArray("\u00ad") << QByteArray(R"(\xc2\xad)");
    QTest::newRow("byte order mark") << QByteArray("\ufeff") << QByteArray(R"(\xef\xbb\xbf)");
    QTest::newRow("tag") << QByteArray("\U000e0041") << QByteArray(R"(\xf3\xa0\x81\x81)");
    QTest::newRow("a dash stays") << QByteArray("\u2013\u2026") << QByteArray("\u2013\u2026");
}

void TestDisplay::bytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(displayBytes(bytes.toStdString())), shown);
    QCOMPARE(displayPath(bytes.toStdString()).toUtf8(), shown);
}

void TestDisplay::nothingIsLost()
{
    std::mt19937 random(1);
    static const std::vector<std::string> kParts{"a",    "\\",   "x",    "0",    "\n", "\xc2",  "\xa0",
                                                 "\xe2", "\x80", "\xae", "\xf0", "ä",  "\u2067"};
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes;
        for (std::uint32_t n = random() % 8; n > 0; --n)
            bytes += random() % 3 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                       : kParts[random() % kParts.size()];
        const std::string shown = displayBytes(bytes);
        QCOMPARE(undone(shown), bytes);
        QCOMPARE(displayPath(bytes).toStdString(), shown); // so it is valid UTF-8
        QVERIFY(
            std::none_of(shown.begin(), shown.end(), [](char c) { return (c >= 0 && c < 32) || c == 127; }));
    }
}

void TestDisplay::sizes_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("shown");
    const auto row = [](quint64 bytes, const char *shown) {
        QTest::newRow(shown) << bytes << QString::fromLatin1(shown);
    };
    row(0, "0 B");
    row(999, "999 B");
    row(1000, "1.0 kB");
    row(1049, "1.0 kB");
    row(1051, "1.1 kB");
    row(14'200'000, "14.2 MB");
    row(99'949, "99.9 kB");
    row(99'950, "100 kB");
    row(999'499, "999 kB");
    row(999'500, "1.0 MB");
    row(999'500'000, "1.0 GB");
    row(681'574'400, "682 MB");
    row(1'500'000'000'000, "1.5 TB");
    row(~0ULL, "18.4 EB");
}

void TestDisplay::sizes()
{
    QFETCH(quint64, bytes);
    QFETCH(QString, shown);
    QCOMPARE(formatSize(bytes), shown);
    QCOMPARE(plainSize(bytes), shown.toStdString());
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(formatSize(bytes), shown);
    QCOMPARE(plainSize(bytes), shown.toStdString());
    QLocale::setDefault(QLocale::c());
}

void TestDisplay::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0:00");
    QTest::newRow("negative") << qint64(-5000) << QStringLiteral("0:00");
    QTest::newRow("rounded") << qint64(41'600) << QStringLiteral("0:42");
    QTest::newRow("minutes") << qint64(187'000) << QStringLiteral("3:07");
    QTest::newRow("not 3:60") << qint64(239'700) << QStringLiteral("4:00");
    QTest::newRow("hours") << qint64(3'729'000) << QStringLiteral("1:02:09");
    QTest::newRow("days") << qint64(360'000'000) << QStringLiteral("100:00:00");
}

void TestDisplay::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, shown);
    QCOMPARE(formatDuration(std::chrono::milliseconds(ms)), shown);
}

QTEST_APPLESS_MAIN(TestDisplay)
#include "tst_display.moc"
