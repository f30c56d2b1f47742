// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A repository of tiny Debian packages in a folder, for tests of the packages source.
#pragma once

#include "software/packages.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/stat.h>

namespace Refbox {

struct MadePackage
{
    std::string name;
    std::string depends{};
    std::string version = "1.0";
    std::string architecture = machineArchitecture();
    bool hasScript = false;
    std::string folder = "usr/bin";
    std::string link{}; ///< of its root, to that folder
};

class PackageLab
{
public:
    PackageLab()
    {
        std::filesystem::create_directories(path("repository"));
        // "copy:", because apt reads packages of "file:" where they are.
        write("sources.list", "deb [trusted=yes] copy:" + path("repository") + " ./\n");
        write("repository/Packages", "");
        store.emplace(path("cache"));
        options.sourceList = path("sources.list");
    }

    static bool works()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("apt-get")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("dpkg-deb")).isEmpty();
    }

    std::string path(const std::string &name) const { return m_folder.path().toStdString() + '/' + name; }

    void write(const std::string &name, const std::string &bytes) const
    {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << bytes;
    }

    /// Holds FOLDER/NAME with "NAME VERSION". Gives the file's path.
    std::string add(const MadePackage &package) const
    {
        const std::string file = package.name + '_' + package.version + '_' + package.architecture + ".deb";
        std::string control = "Package: " + package.name + "\nVersion: " + package.version +
                              "\nArchitecture: " + package.architecture +
                              "\nMaintainer: nobody <a@example.org>\nDescription: a test\n";
        if (!package.depends.empty())
            control += "Depends: " + package.depends + '\n';
        std::filesystem::remove_all(path("staging"));
        write("staging/DEBIAN/control", control);
        write("staging/" + package.folder + '/' + package.name, package.name + ' ' + package.version + '\n');
        if (!package.link.empty())
            std::filesystem::create_directory_symlink(package.folder, path("staging/" + package.link));
        if (package.hasScript) {
            write("staging/DEBIAN/postinst", "#!/bin/sh\ntouch " + path("ran") + '\n');
            ::chmod(path("staging/DEBIAN/postinst").c_str(), 0755);
        }
        const std::string made = path("repository/" + file);
        QProcess process;
        process.start(QStringLiteral("dpkg-deb"),
                      {QStringLiteral("--root-owner-group"), QStringLiteral("-b"),
                       QString::fromStdString(path("staging")), QString::fromStdString(made)});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("dpkg-deb: %s", process.readAllStandardError().constData());
        std::ifstream stream(made, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        const QByteArray sum =
            QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex();
        std::ofstream(path("repository/Packages"), std::ios::app)
            << control << "Filename: ./" << file << "\nSize: " << bytes.size()
            << "\nSHA256: " << sum.toStdString() << "\n\n";
        return made;
    }

    std::optional<Store> store;
    PackageOptions options;

private:
    QTemporaryDir m_folder;
};

} // namespace Refbox
