// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random trees with everything that a format can hold, and the tools that judge images.
#pragma once

#include "tree/comparison.h" // before acl.h: g++ 12 warns of Difference::Kind::Acl otherwise

#include "tree/acl.h"
#include "tree/filetreebuilder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace Refbox::Testing {

/// What a format can hold; what ext4 can, without more.
struct Limits
{
    bool flags = true;
    bool acls = true;
    bool nanoseconds = true;
    std::int64_t earliest = -2147483648;                            ///< 1901
    std::int64_t latest = (std::int64_t{1} << 34) - 2147483648 - 1; ///< 2446
    std::uint32_t largestId = 0xFFFFFFFD;                           ///< of a user or group
    std::uint32_t largestMinor = (1 << 20) - 1;
    std::size_t longestTarget = 4057;
    std::uint64_t largestHole = 5000; ///< in pieces of 4096 bytes
    bool xattrs = true;
    bool bigXattrs = true; ///< that fill a block of 4096 bytes
};

/// Makes a tree from a seed; host files with its bytes go into a folder that must outlive it.
class RandomTree
{
public:
    RandomTree(unsigned seed, std::string folder, const Limits &limits = {})
        : m_limits(limits)
        , m_random(seed)
        , m_folder(std::move(folder))
        , m_builder(metadata())
    {
    }

    FileTreePtr make(unsigned entries)
    {
        m_hostFolder = m_builder.internHostPath(kNoId, m_folder);
        m_directories.push_back(FileTreeBuilder::root());
        for (unsigned i = 0; i < entries; ++i)
            addEntry();
        return m_builder.build();
    }

    FileTreeBuilder &builder() { return m_builder; }
    std::uint64_t below(std::uint64_t limit)
    {
        return std::uniform_int_distribution<std::uint64_t>(0, limit - 1)(m_random);
    }
    bool chance(unsigned percent) { return below(100) < percent; }

    std::string bytes(std::size_t size)
    {
        std::string result(size + sizeof(std::uint32_t), '\0');
        for (std::size_t at = 0; at < size; at += sizeof(std::uint32_t)) {
            const std::uint32_t four = m_random();
            std::memcpy(result.data() + at, &four, sizeof four);
        }
        result.resize(size);
        return result;
    }

private:
    Metadata metadata()
    {
        Metadata m;
        m.permissions = static_cast<std::uint16_t>(below(010000));
        const std::uint64_t ids = std::uint64_t{m_limits.largestId} + 1;
        m.uid = static_cast<std::uint32_t>(chance(50)   ? 0
                                           : chance(50) ? below(std::min<std::uint64_t>(ids, 70000))
                                                        : below(ids));
        m.gid = static_cast<std::uint32_t>(chance(50) ? 0 : below(ids));
        const auto times = static_cast<std::uint64_t>(m_limits.latest - m_limits.earliest) + 1;
        m.mtime.seconds = chance(60) ? static_cast<std::int64_t>(below(2000000000))
                                     : static_cast<std::int64_t>(below(times)) + m_limits.earliest;
        // Whole seconds too.
        const auto nanoseconds = static_cast<std::uint32_t>(chance(30) ? 0 : below(1000000000));
        m.mtime.nanoseconds = m_limits.nanoseconds ? nanoseconds : 0;
        return m;
    }

    static std::uint32_t someId(std::mt19937 &random)
    {
        return std::uniform_int_distribution<std::uint32_t>(1, 100000)(random);
    }

    std::string acl()
    {
        using Tag = AclEntry::Tag;
        Acl entries{{Tag::UserObj, 7, 0}, {Tag::GroupObj, 5, 0}, {Tag::Mask, 7, 0}, {Tag::Other, 0, 0}};
        std::set<std::uint32_t> ids;
        const std::uint64_t count = m_limits.bigXattrs && chance(10) ? below(150) : 1 + below(4);
        while (ids.size() < count)
            ids.insert(someId(m_random));
        for (const std::uint32_t id : ids)
            entries.push_back(
                {chance(50) ? Tag::User : Tag::Group, static_cast<std::uint16_t>(below(8)), id});
        return aclToXattr(entries);
    }

    XattrSetId xattrs(bool directory, bool symlink)
    {
        std::vector<std::pair<std::string, std::string>> all;
        if (!symlink) {
            for (std::uint64_t i = below(4); i > 0; --i)
                all.emplace_back("user." + std::to_string(i) + bytesOfName(1 + below(20)),
                                 bytes(below(chance(90) || !m_limits.bigXattrs ? 40 : 700)));
            if (m_limits.acls && chance(30))
                all.emplace_back(kAclAccess, acl());
            if (m_limits.acls && directory && chance(50))
                all.emplace_back(kAclDefault, acl());
        }
        if (chance(20))
            all.emplace_back("trusted.t", bytes(below(60)));
        if (!directory && !symlink && chance(20))
            all.emplace_back(kCapability, std::string("\1\0\0\2\0\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20));
        std::vector<XattrView> views;
        for (const auto &[name, value] : all)
            views.push_back({name, value});
        return m_builder.internXattrs(views);
    }

    std::string bytesOfName(std::size_t size)
    {
        std::string name = bytes(size);
        std::ranges::replace(name, '/', 'x');
        std::ranges::replace(name, '\0', 'y');
        return name;
    }

    std::string freshName(FileTreeBuilder::Handle parent)
    {
        for (;;) {
            const std::size_t size = chance(5) ? 255 : 1 + below(30);
            std::string name = chance(80) ? "f" + std::to_string(below(1000000)) : bytesOfName(size);
            if (size == 255)
                name.resize(255, 'l');
            if (name != "." && name != ".." && name != "lost+found" &&
                m_builder.child(parent, name) == FileTreeBuilder::kNone)
                return name;
        }
    }

    std::uint64_t someSize()
    {
        switch (below(6)) {
        case 0:
            return 0;
        case 1:
            return 4096 * below(4);
        case 2:
            return below(100);
        case 3:
            return below(300000);
        default:
            return below(20000);
        }
    }

    std::uint32_t hostFile(std::uint64_t size)
    {
        const std::string name = "h" + std::to_string(m_hostFiles++);
        std::ofstream(m_folder + '/' + name, std::ios::binary) << bytes(size);
        return m_builder.internHostPath(m_hostFolder, name);
    }

    FileTreeBuilder::Handle addRegular(FileTreeBuilder::Handle parent, const std::string &name,
                                       const Metadata &m)
    {
        const std::uint64_t size = someSize();
        switch (below(3)) {
        case 0:
            return m_builder.addInlineFile(parent, name, m, bytes(std::min<std::uint64_t>(size, 9000)));
        case 1: {
            const std::uint64_t offset = chance(50) ? 0 : below(5000);
            return m_builder.addHostFile(parent, name, m, hostFile(size + offset + below(3)), size, offset);
        }
        default:
            return addSparse(parent, name, m);
        }
    }

    FileTreeBuilder::Handle addSparse(FileTreeBuilder::Handle parent, const std::string &name,
                                      const Metadata &m)
    {
        const std::uint64_t unit = chance(70) ? 4096 : 1024;
        // Pieces of a few files in turn: making random bytes for each would take longer than all the rest.
        std::uint32_t &host = m_piecesOf[m_sparseFiles++ % m_piecesOf.size()];
        if (host == 0)
            host = hostFile(std::uint64_t{4096} * 64);
        std::vector<Extent> extents;
        std::uint64_t at = 0;
        const std::uint64_t many = chance(5) ? 2000 : 8;
        for (std::uint64_t i = below(many); i > 0; --i) {
            // Huge holes in files of few pieces only: comparing reads their zeros.
            const std::uint64_t hole = below(chance(3) ? m_limits.largestHole : 5);
            at += unit * (many == 8 ? hole : hole % 50);
            const std::uint64_t blocks = 1 + below(4);
            extents.push_back({at, unit * below(60), unit * blocks});
            at += unit * blocks;
        }
        return m_builder.addExtentsFile(parent, name, m, host, at + below(20000), extents);
    }

    FileTreeBuilder::Handle addSpecial(FileTreeBuilder::Handle parent, const std::string &name,
                                       const Metadata &m)
    {
        switch (below(4)) {
        case 0:
            return m_builder.addSpecial(parent, name, m, FileType::Fifo);
        case 1:
            return m_builder.addSpecial(parent, name, m, FileType::Socket);
        default: {
            const bool large = chance(50);
            return m_builder.addSpecial(
                parent, name, m, chance(50) ? FileType::CharDevice : FileType::BlockDevice,
                static_cast<std::uint32_t>(below(large ? 4096 : 256)),
                static_cast<std::uint32_t>(below(large ? m_limits.largestMinor + 1ULL : 256)));
        }
        }
    }

    void addEntry()
    {
        const FileTreeBuilder::Handle parent = m_directories[below(m_directories.size())];
        const std::string name = freshName(parent);
        if (!m_linkable.empty() && chance(15)) {
            m_builder.addHardLink(parent, name, m_linkable[below(m_linkable.size())]);
            return;
        }
        Metadata m = metadata();
        const std::uint64_t kind = below(100);
        const bool directory = kind < 20;
        const bool symlink = kind >= 20 && kind < 40;
        if (m_limits.xattrs && chance(40))
            m.xattrs = xattrs(directory, symlink);
        if (m_limits.flags && (directory || kind >= 50) && chance(15))
            m.flags = static_cast<std::uint8_t>(below(8));
        FileTreeBuilder::Handle handle = 0;
        if (directory) {
            handle = m_builder.addDirectory(parent, name, m);
            m_directories.push_back(handle);
            return;
        }
        if (symlink) {
            m.permissions = 0777;
            handle = m_builder.addSymlink(
                parent, name, m,
                bytesOfName(chance(50) ? 1 + below(59)
                                       : 58 + below(chance(90) ? 10 : m_limits.longestTarget - 57)));
        } else if (kind < 50) {
            if (m.xattrs != 0)
                m.xattrs = 0; // the kernel shows none of the above on these but trusted
            handle = addSpecial(parent, name, m);
        } else {
            handle = addRegular(parent, name, m);
        }
        m_linkable.push_back(handle);
    }

    Limits m_limits; // first: the root is made with them
    std::mt19937 m_random;
    std::string m_folder;
    FileTreeBuilder m_builder;
    std::uint32_t m_hostFolder = 0;
    unsigned m_hostFiles = 0;
    unsigned m_sparseFiles = 0;
    std::array<std::uint32_t, 8> m_piecesOf{}; // 0: not made yet
    std::vector<FileTreeBuilder::Handle> m_directories;
    std::vector<FileTreeBuilder::Handle> m_linkable;
};

/// A test's folder, and what stands in it.
class ImageFolder
{
protected:
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
    QByteArray bytesOf(const std::string &name = "image") const
    {
        QFile file(QString::fromStdString(at(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList entries(const QString &folder = {}) const
    {
        return QDir(m_dir->filePath(folder))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

struct ToolResult
{
    int code = -1;
    QByteArray output;
};

inline ToolResult runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.waitForFinished(-1);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

/// Where a tool of the system is; empty: it is not installed.
inline QString systemTool(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
}

/// An image mounted by loop as long as this lives.
class LoopMount
{
public:
    LoopMount(const std::string &image, const QString &mountPoint, const char *options = "loop,ro",
              const std::string &type = "auto")
        : m_mountPoint(mountPoint)
    {
        const ToolResult result =
            runTool(QStringLiteral("mount"),
                    {QStringLiteral("-o"), QString::fromLatin1(options), QStringLiteral("-t"),
                     QString::fromStdString(type), QString::fromStdString(image), mountPoint});
        m_mounted = result.code == 0;
        m_reason = result.output;
    }
    ~LoopMount()
    {
        if (m_mounted)
            runTool(QStringLiteral("umount"), {m_mountPoint});
    }
    LoopMount(const LoopMount &) = delete;
    LoopMount &operator=(const LoopMount &) = delete;

    bool isMounted() const { return m_mounted; }
    const QByteArray &reason() const { return m_reason; }

private:
    QString m_mountPoint;
    bool m_mounted = false;
    QByteArray m_reason;
};

/// What two trees differ in, as lines; empty where they are equal. A lost+found of b alone does not count.
inline QByteArray differencesOf(const FileTree &a, const FileTree &b, const CompareOptions &options = {})
{
    Progress progress;
    QByteArray text;
    for (const Difference &d : compareTrees({a}, {b}, options, progress)) {
        if (d.kind == Difference::Kind::OnlyInB && d.path == "/lost+found")
            continue;
        text += differenceName(d.kind) + QByteArray(" ") +
                QByteArray::fromStdString(d.path).toPercentEncoding("/") + ": " +
                QByteArray::fromStdString(d.a) + " <> " + QByteArray::fromStdString(d.b) + '\n';
    }
    return text.left(2000);
}

} // namespace Refbox::Testing
