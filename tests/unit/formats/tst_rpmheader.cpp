// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Headers of RPM packages, made by hand from the format's description.
#include "formats/rpmheader.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace Refbox;

namespace {

std::string number(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

std::string header(const std::vector<std::uint32_t> &tags, const std::string &data)
{
    std::string bytes = "\x8e\xad\xe8\x01" + std::string(4, '\0') +
                        number(static_cast<std::uint32_t>(tags.size())) +
                        number(static_cast<std::uint32_t>(data.size()));
    for (const std::uint32_t tag : tags)
        bytes += number(tag) + number(6) + number(0) + number(1);
    return bytes + data;
}

std::string package(const std::vector<std::uint32_t> &tags, std::size_t signatureBytes)
{
    std::string lead = "\xed\xab\xee\xdb\x03";
    lead.resize(96);
    std::string signature = header({1000}, std::string(signatureBytes, 's'));
    signature.resize((signature.size() + 7) / 8 * 8);
    return lead + signature + header(tags, "echo hello");
}

} // namespace

class TestRpmHeader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scriptsAreFound_data()
    {
        QTest::addColumn<qsizetype>("signatureBytes");
        for (const qsizetype bytes : {0, 1, 7, 8, 9, 4096})
            QTest::addRow("signature of %lld bytes", static_cast<long long>(bytes)) << bytes;
    }

    void scriptsAreFound()
    {
        QFETCH(const qsizetype, signatureBytes);
        QCOMPARE(scriptsOf(package({1000, 1023, 1024, 1027, 1152}, static_cast<std::size_t>(signatureBytes))),
                 (std::vector<std::string>{"%pre", "%post", "%posttrans"}));
        QVERIFY(scriptsOf(package({1000, 1001}, static_cast<std::size_t>(signatureBytes))).empty());
    }

    void damageYieldsNone()
    {
        const std::string whole = package({1023, 1024}, 16);
        QCOMPARE(scriptsOf(whole).size(), std::size_t{2});
        // The last bytes are the scripts themselves, which nobody reads.
        for (std::size_t bytes = 0; bytes + 10 < whole.size(); ++bytes)
            QVERIFY2(scriptsOf(whole.substr(0, bytes)).empty(), std::to_string(bytes).c_str());
        std::string huge = whole;
        huge.replace(96 + 8, 4, "\xff\xff\xff\xff"); // entries of the signature
        QVERIFY(scriptsOf(huge).empty());
        QVERIFY(rpmScripts("/nowhere/x.rpm").empty());
    }

    void isKnownByItsHead()
    {
        QVERIFY(isRpm(package({}, 0)));
        QVERIFY(!isRpm("\xed\xab\xee"));
        QVERIFY(!isRpm("!<arch>"));
    }

private:
    std::vector<std::string> scriptsOf(const std::string &bytes) const
    {
        const std::string path = m_folder.filePath(QStringLiteral("x.rpm")).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return rpmScripts(path);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRpmHeader)
#include "tst_rpmheader.moc"
