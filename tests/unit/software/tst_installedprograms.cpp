// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/installedprograms.h"

#include "software/hostprograms.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace Refbox;

namespace fs = std::filesystem;

class TestInstalledPrograms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatFindFinds();
    void listsALinkedFolderOnce();
    void leavesOutWhatIsNoProgram();
    void stops();

private:
    void addFile(const std::string &path, mode_t mode);
    std::vector<InstalledProgram> mine() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestInstalledPrograms::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    fs::create_directory(m_path + "/one");
    fs::create_directory(m_path + "/two");
    const std::string folders = m_path + "/one/:" + m_path + "/two:" + m_path + "/none:relative";
    qputenv("PATH", QByteArray::fromStdString(folders));
}

void TestInstalledPrograms::addFile(const std::string &path, mode_t mode)
{
    std::ofstream(m_path + path) << "#!/bin/sh\n";
    QCOMPARE(::chmod((m_path + path).c_str(), mode), 0);
}

// Those of the test's own folders; the machine's come after them.
std::vector<InstalledProgram> TestInstalledPrograms::mine() const
{
    Progress progress;
    std::vector<InstalledProgram> programs = installedPrograms(progress);
    std::erase_if(programs, [&](const auto &program) { return !program.path.starts_with(m_path); });
    return programs;
}

void TestInstalledPrograms::listsWhatFindFinds()
{
    addFile("/two/refbox-a", 0755);
    addFile("/two/refbox-b", 0755);
    addFile("/one/refbox-b", 0755);
    const std::vector<InstalledProgram> programs = mine();
    const std::vector<InstalledProgram> expected{
        {"refbox-a", m_path + "/two/refbox-a", 10, true},
        {"refbox-b", m_path + "/one/refbox-b", 10, true},
        {"refbox-b", m_path + "/two/refbox-b", 10, false},
    };
    QVERIFY(programs == expected);
    Progress progress;
    const std::vector<InstalledProgram> all = installedPrograms(progress);
    QVERIFY(std::ranges::is_sorted(all, {}, &InstalledProgram::name));
    for (const InstalledProgram &program : all) {
        const auto found = HostPrograms::find(program.name);
        QVERIFY(found);
        if (program.isFirst)
            QVERIFY(fs::equivalent(*found, program.path));
    }
}

void TestInstalledPrograms::listsALinkedFolderOnce()
{
    addFile("/one/refbox-a", 0755);
    fs::remove(m_path + "/two");
    fs::create_directory_symlink("one", m_path + "/two");
    QCOMPARE(mine().size(), std::size_t{1});
}

void TestInstalledPrograms::leavesOutWhatIsNoProgram()
{
    addFile("/one/refbox-data", 0644);
    fs::create_directory(m_path + "/one/refbox-folder");
    fs::create_symlink("nowhere", m_path + "/one/refbox-dangling");
    fs::create_symlink("/bin/sh", m_path + "/one/refbox-link");
    const std::vector<InstalledProgram> programs = mine();
    QCOMPARE(programs.size(), std::size_t{1});
    QCOMPARE(programs[0].name, "refbox-link");
    QCOMPARE(programs[0].size, fs::file_size("/bin/sh"));
}

void TestInstalledPrograms::stops()
{
    Progress progress;
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(Cancelled, installedPrograms(progress));
}

QTEST_GUILESS_MAIN(TestInstalledPrograms)
#include "tst_installedprograms.moc"
