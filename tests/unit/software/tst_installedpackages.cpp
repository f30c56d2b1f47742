// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/installedpackages.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace Refbox;

class TestInstalledPackages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        std::filesystem::create_directory(path("info"));
        write("status", "Package: bash\n"
                        "Status: install ok installed\n"
                        "Architecture: amd64\n"
                        "Version: 5.2.15-2\n"
                        "Description: shell\n"
                        " Version: of a text\n"
                        "\n"
                        "Package: libc6\n"
                        "Architecture: amd64\n"
                        "Version: 2.36-9\n"
                        "\n"
                        "Package: libc6\n"
                        "Architecture: i386\n"
                        "Version: 2.36-8\n"); // without an empty line at the end
    }

    void filesHavePackages()
    {
        write("info/bash.list", "/.\n/bin\n/bin/bash\n/etc/skel/.bashrc\n");
        write("info/libc6:amd64.list", "/lib/x86_64-linux-gnu/libc.so.6\n/usr/share/doc/libc6\n");
        write("info/libc6:i386.list", "/usr/lib/i386-linux-gnu/libc.so.6\n/usr/share/doc/libc6\n");
        write("info/gone.list", "/bin/gone\n"); // not in the status
        Progress progress;
        const auto found =
            packagesOfFiles({"/usr/bin/bash", "/bin/bash", "/usr/lib/x86_64-linux-gnu/libc.so.6",
                             "/lib/i386-linux-gnu/libc.so.6", "/bin/gone", "/bin/sh", "/usr/local/bin/bash"},
                            progress, path(""));
        const InstalledPackage bash{"bash", "5.2.15-2", "amd64"};
        QCOMPARE(found, (std::map<std::string, InstalledPackage>{
                            {"/usr/bin/bash", bash},
                            {"/bin/bash", bash},
                            {"/usr/lib/x86_64-linux-gnu/libc.so.6", {"libc6", "2.36-9", "amd64"}},
                            {"/lib/i386-linux-gnu/libc.so.6", {"libc6", "2.36-8", "i386"}}}));
    }

    void withoutADatabaseNothingIsKnown()
    {
        Progress progress;
        QVERIFY(packagesOfFiles({"/bin/bash"}, progress, path("nowhere")).empty());
    }

    void itCanBeCancelled()
    {
        write("info/bash.list", "/bin/bash\n");
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, packagesOfFiles({"/bin/bash"}, progress, path("")));
    }

private:
    std::string path(const std::string &name) const
    {
        return m_folder->path().toStdString() + (name.empty() ? "" : '/' + name);
    }
    void write(const std::string &name, const char *text) const { std::ofstream(path(name)) << text; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestInstalledPackages)
#include "tst_installedpackages.moc"
