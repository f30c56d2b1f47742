// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sha256.h"

#include <QCryptographicHash>
#include <QTest>

#include <random>

using namespace Refbox;

class TestSha256 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The examples of FIPS 180-4.
    void givesTheStandardsExamples()
    {
        const auto hexOfText = [](const std::string &text) {
            return QByteArray::fromStdString(hexOf(sha256Of(text)));
        };
        QCOMPARE(hexOfText(""),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(hexOfText("abc"),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hexOfText("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(hexOfText(std::string(1'000'000, 'a')),
                 QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void takesBytesInAnyPieces()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 50; ++round) {
            std::string bytes(random() % 1000, '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random());
            Sha256Hash hash;
            for (std::size_t at = 0; at < bytes.size();) {
                const std::size_t count = std::min<std::size_t>(bytes.size() - at, random() % 130);
                hash.add(std::span<const char>(bytes).subspan(at, count));
                at += count;
                // What is asked between does not disturb what follows.
                QCOMPARE(hash.hex(),
                         QCryptographicHash::hash(QByteArray(bytes.data(), static_cast<qsizetype>(at)),
                                                  QCryptographicHash::Sha256)
                             .toHex()
                             .toStdString());
            }
            QCOMPARE(hash.result(), sha256Of(bytes));
            hash.reset();
            QCOMPARE(hash.result(), sha256Of({}));
        }
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
