// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/debianlicences.h"

#include <QTest>

using namespace Refbox;

class TestDebianLicences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesBecomeSpdx_data()
    {
        QTest::addColumn<QString>("debian");
        QTest::addColumn<QString>("spdx");
        const auto row = [](const char *debian, const char *spdx) {
            QTest::newRow(debian) << QString::fromLatin1(debian) << QString::fromLatin1(spdx);
        };
        row("GPL-2", "GPL-2.0-only");
        row("GPL-2+", "GPL-2.0-or-later");
        row("gpl-3+", "GPL-3.0-or-later");
        row("LGPL-2.1+", "LGPL-2.1-or-later");
        row("GFDL-1.3", "GFDL-1.3-only");
        row("GFDL-NIV-1.3+", "LicenseRef-GFDL-NIV-1.3-");
        row("GPL-", "LicenseRef-GPL-");
        row("GPL", "LicenseRef-GPL");
        row("Expat", "MIT");
        row("BSD-3-clause", "BSD-3-Clause");
        row("public-domain", "LicenseRef-public-domain");
        row("GPL-2+ or Artistic", "GPL-2.0-or-later OR Artistic-1.0-Perl");
        row("GPL-2 and Expat or ISC", "GPL-2.0-only AND MIT OR ISC");
        row("  Zlib ", "Zlib");
        row("GPL-2+ with OpenSSL exception", "LicenseRef-GPL-2--with-OpenSSL-exception");
        row("GPL-2, and Expat", "LicenseRef-GPL-2--and-Expat");
        row("", "");
    }

    void namesBecomeSpdx()
    {
        QFETCH(const QString, debian);
        QFETCH(const QString, spdx);
        QCOMPARE(QString::fromStdString(spdxFromDebian(debian.toStdString())), spdx);
    }

    void paragraphsOfFilesCount()
    {
        const auto found =
            licencesOfDebian("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
                             "Upstream-Name: x\n"
                             "License: Zlib\n" // of the whole, without files
                             "\n"
                             "Files: *\n"
                             "Copyright: 2020 A\n"
                             "License: GPL-3+\n"
                             " the text: of it\n"
                             "\n"
                             "files: lib/*\n"
                             "license:\tExpat\r\n"
                             "\n"
                             "Files: doc/*\n"
                             "License: GPL-3+\n"
                             "\n"
                             "Files: debian/* debian/rules\n"
                             "License: ISC\n"
                             "\n"
                             "Files:\n"
                             " src/a.c\n"
                             " src/b.c\n"
                             "Copyright: 2021 B\n"
                             " and C\n"
                             "License: Zlib\n"
                             "\n"
                             "Files: debian/x src/y\n"
                             "License: curl\n"
                             "\n"
                             "License: GPL-3+\n"
                             " long text\n");
        QCOMPARE(found,
                 (std::vector<DeclaredLicence>{
                     {"GPL-3.0-or-later", "GPL-3+"}, {"MIT", "Expat"}, {"Zlib", "Zlib"}, {"curl", "curl"}}));
    }

    void otherTextsDeclareNothing()
    {
        QVERIFY(licencesOfDebian("").empty());
        const std::string_view text =
            "This package was debianized by somebody.\n\nFiles: *\nLicense: GPL-2\n\n"
            "See /usr/share/common-licenses/GPL-2. Or `/usr/share/common-licenses/LGPL-2.1', and\n"
            "/usr/share/common-licenses/GPL-2 and /usr/share/common-licenses/";
        QVERIFY(licencesOfDebian(text).empty());
        QCOMPARE(licencesNamedIn(text), (std::vector<std::string>{"GPL-2", "LGPL-2.1"}));
    }
};

QTEST_APPLESS_MAIN(TestDebianLicences)
#include "tst_debianlicences.moc"
