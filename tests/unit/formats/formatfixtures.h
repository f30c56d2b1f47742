// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of the formats share: random trees with every feature of Linux, temporary folders, running
// other people's tools.
#pragma once

#include "formats/folderreader.h"
#include "tree/comparison.h"
#include "tree/filetreebuilder.h"

#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <random>
#include <string>

namespace RefboxTest {

struct RandomTreeOptions
{
    bool sockets = true;
    bool flags = false;
    bool oddNames = true; ///< bytes that are no UTF-8, newlines, decomposed letters
    bool owners = true;   ///< of others than this process
    bool devices = true;
    bool xattrs = true; ///< ACLs and capabilities included
    /// Only what other tools and older formats can hold: numbers of 31 bits, times from 1970 to 2038, small
    /// device numbers, no links between devices.
    bool modest = false;
    std::string holeFile; ///< a host file of at least 64 KiB for files with holes; empty: none
};

Refbox::FileTreePtr randomTree(std::uint32_t seed, int entries, const RandomTreeOptions &options = {});

/// The differences as text, empty where the trees are equal.
QString differences(const Refbox::FileTree &a, const Refbox::FileTree &b,
                    const Refbox::CompareOptions &options = {});

/// The same without the root's time: bsdtar sets it before it extracts the rest.
QString differencesBelowRoot(const Refbox::FileTree &a, const Refbox::FileTree &b);

bool isRoot();

/// A temporary folder that also goes away with immutable files in it.
class Scratch
{
public:
    Scratch();
    ~Scratch();
    std::string path(const std::string &name) const;
    QString qpath(const std::string &name) const { return QString::fromStdString(path(name)); }

private:
    QTemporaryDir m_dir;
};

/// What the tool printed to its error output, or that it could not be run; empty where it ended with 0.
QString run(const QString &program, const QStringList &arguments, const QString &folder = {});
bool hasTool(const QString &program);

void writeFile(const std::string &path, const std::string &bytes);
std::string readFile(const std::string &path);

/// Runs it; the Error's whole text, or empty where there was none.
template <typename Function>
QString errorOf(const Function &function)
{
    try {
        function();
    } catch (const Refbox::Error &error) {
        return error.toString();
    }
    return {};
}

} // namespace RefboxTest
