// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatfixtures.h"

#include "tree/acl.h"

#include <QDir>
#include <QFile>

#include <set>

#include <unistd.h>

using namespace Refbox;

namespace RefboxTest {

namespace {

class Maker
{
public:
    Maker(std::uint32_t seed, const RandomTreeOptions &options)
        : m_random(seed)
        , m_options(options)
        , m_builder(metadata(FileType::Directory))
    {
        m_folders.push_back(FileTreeBuilder::root());
    }

    FileTreePtr make(int entries)
    {
        m_builder.inode(FileTreeBuilder::root()).xattrs = 0;
        for (int i = 0; i < entries; ++i)
            addOne();
        return m_builder.build();
    }

private:
    std::uint32_t below(std::uint32_t limit)
    {
        return std::uniform_int_distribution(0U, limit - 1)(m_random);
    }
    bool oneIn(std::uint32_t n) { return below(n) == 0; }

    std::string name()
    {
        static const std::vector<std::string> kOdd{
            "\xFF\xFE", "e\xCC\x81",   "\xC3\xA9", "new\nline",        " ",   "-rf", "a=b",
            "%41",      "back\\slash", "*?[x]",    "\x01\x7F\x1B[31m", "...", "~",   "\xE2\x80\xAE"};
        if (m_options.oddNames && oneIn(4))
            return kOdd[below(static_cast<std::uint32_t>(kOdd.size()))] + std::to_string(below(100));
        std::string text;
        const std::uint32_t length = oneIn(12) ? 90 + below(160) : 1 + below(12);
        for (std::uint32_t i = 0; i < length; ++i)
            text += static_cast<char>('a' + below(26));
        return text;
    }

    std::string bytes(std::uint32_t most)
    {
        std::string text(below(most + 1), '\0');
        for (char &c : text)
            c = static_cast<char>(below(256));
        return text;
    }

    Acl acl(std::uint16_t permissions)
    {
        const auto bits = [&](int shift) { return static_cast<std::uint16_t>(permissions >> shift & 7); };
        Acl acl{{AclEntry::Tag::UserObj, bits(6), 0},
                {AclEntry::Tag::GroupObj, static_cast<std::uint16_t>(below(8)), 0},
                {AclEntry::Tag::Mask, bits(3), 0},
                {AclEntry::Tag::Other, bits(0), 0}};
        acl.push_back({AclEntry::Tag::User, static_cast<std::uint16_t>(below(8)), below(70000)});
        if (oneIn(2))
            acl.push_back({AclEntry::Tag::Group, static_cast<std::uint16_t>(below(8)),
                           (m_options.modest ? 400'000U : 4'000'000'000U) + below(99)});
        return acl;
    }

    XattrSetId xattrs(FileType type, std::uint16_t permissions)
    {
        if (!m_options.xattrs || !oneIn(3))
            return 0;
        std::vector<std::pair<std::string, std::string>> list;
        const bool isFile = type == FileType::Regular;
        if (isFile || type == FileType::Directory) {
            list.emplace_back("user.plain", bytes(40));
            if (m_options.oddNames && oneIn(3))
                list.emplace_back("user.odd name %41=\xC3\xA4", std::string("zero\0newline\n", 13));
            if (oneIn(2))
                list.emplace_back(kAclAccess, aclToXattr(acl(permissions)));
        }
        if (type == FileType::Directory && oneIn(2))
            list.emplace_back(kAclDefault, aclToXattr(acl(0750)));
        if (isFile && oneIn(2)) // cap_net_raw=ep in the kernel's version 2 form
            list.emplace_back(kCapability, std::string("\x01\0\0\x02\0\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20));
        if (m_options.owners) // needs root
            list.emplace_back("trusted.of-all", bytes(8));
        std::vector<XattrView> views;
        for (const auto &[key, value] : list)
            views.push_back({key, value});
        return m_builder.internXattrs(views);
    }

    Metadata metadata(FileType type)
    {
        Metadata data;
        data.permissions =
            type == FileType::Symlink ? 0777 : static_cast<std::uint16_t>(below(010000) | 0400);
        if (type == FileType::Directory)
            data.permissions |= 0700;
        data.uid = m_options.owners
                       ? (oneIn(3) ? below(m_options.modest ? 2'000'000 : 0xFFFFFFFF) : below(3) * 1000)
                       : ::geteuid();
        data.gid = m_options.owners
                       ? (oneIn(3) ? below(m_options.modest ? 2'000'000 : 0xFFFFFFFF) : below(3) * 1000)
                       : ::getegid();
        if (!m_options.owners)
            data.permissions &= 0777;
        data.mtime.seconds = oneIn(8) && !m_options.modest
                                 ? -static_cast<std::int64_t>(2 + below(1'000'000'000))
                                 : below(m_options.modest ? 0x7FFFFFFF : 0xFFFFFFFF);
        data.mtime.nanoseconds = oneIn(3) ? 0 : below(1'000'000'000);
        if (m_options.flags && (type == FileType::Regular || type == FileType::Directory) && oneIn(5))
            data.flags = static_cast<std::uint8_t>(1 << below(3));
        return data;
    }

    void addOne()
    {
        const auto parent = m_folders[below(static_cast<std::uint32_t>(m_folders.size()))];
        const std::string text = name();
        if (m_builder.child(parent, text) != FileTreeBuilder::kNone)
            return;
        const std::uint32_t what = below(20);
        if (what < 5)
            m_folders.push_back(m_builder.addDirectory(parent, text, full(FileType::Directory)));
        else if (what < 8 && !m_files.empty())
            m_builder.addHardLink(parent, text, m_files[below(static_cast<std::uint32_t>(m_files.size()))]);
        else if (what < 10)
            m_files.push_back(
                m_builder.addSymlink(parent, text, full(FileType::Symlink),
                                     oneIn(6) ? std::string(150 + below(2000), 't') : "../" + name()));
        else if (what < 12)
            addSpecial(parent, text);
        else if (what == 12 && !m_options.holeFile.empty())
            addHoles(parent, text);
        else
            m_files.push_back(m_builder.addInlineFile(parent, text, full(FileType::Regular),
                                                      bytes(oneIn(8) ? 300'000 : 3000)));
    }

    void addSpecial(FileTreeBuilder::Handle parent, const std::string &text)
    {
        const std::uint32_t kind = below(4);
        if (kind == 0)
            keep(m_builder.addSpecial(parent, text, full(FileType::Fifo), FileType::Fifo));
        else if (kind == 1 && m_options.sockets)
            keep(m_builder.addSpecial(parent, text, full(FileType::Socket), FileType::Socket));
        else if (kind > 1 && m_options.devices) {
            const FileType type = oneIn(2) ? FileType::CharDevice : FileType::BlockDevice;
            const std::uint32_t major = below(m_options.modest ? 256 : 4096);
            const std::uint32_t minor = below(m_options.modest ? 256 : 1U << 20);
            keep(m_builder.addSpecial(parent, text, full(type), type, major, minor));
        }
    }

    void keep(FileTreeBuilder::Handle special)
    {
        if (!m_options.modest)
            m_files.push_back(special);
    }

    void addHoles(FileTreeBuilder::Handle parent, const std::string &text)
    {
        const std::uint32_t host = m_builder.internHostPath(kNoId, m_options.holeFile);
        std::vector<Extent> extents;
        std::uint64_t at = oneIn(2) ? 0 : 4096;
        for (std::uint32_t i = below(4); i-- > 0; at += 8192 * (1 + below(4)))
            extents.push_back({at, 4096 * below(8), 4096});
        m_files.push_back(m_builder.addExtentsFile(parent, text, full(FileType::Regular), host,
                                                   at + 1 + below(5000), extents));
    }

    Metadata full(FileType type)
    {
        Metadata data = metadata(type);
        data.xattrs = xattrs(type, data.permissions);
        return data;
    }

    std::mt19937 m_random;
    const RandomTreeOptions &m_options;
    FileTreeBuilder m_builder;
    std::vector<FileTreeBuilder::Handle> m_folders;
    std::vector<FileTreeBuilder::Handle> m_files;
};

} // namespace

FileTreePtr randomTree(std::uint32_t seed, int entries, const RandomTreeOptions &options)
{
    return Maker(seed, options).make(entries);
}

QString differences(const FileTree &a, const FileTree &b, const CompareOptions &options)
{
    Progress progress;
    QString text;
    for (const Difference &difference : compareTrees({a}, {b}, options, progress))
        text +=
            QStringLiteral("%1 %2: %3 / %4\n")
                .arg(QLatin1String(differenceName(difference.kind)), QString::fromStdString(difference.path),
                     QString::fromStdString(difference.a), QString::fromStdString(difference.b));
    return text.left(2000);
}

QString differencesBelowRoot(const FileTree &a, const FileTree &b)
{
    QString text = differences(a, b);
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    return text.startsWith(QLatin1String("time /:")) ? text.mid(end + 1) : text;
}

bool isRoot()
{
    return ::geteuid() == 0;
}

Scratch::Scratch()
    // /tmp is often a tmpfs, which keeps no user xattrs and flags on some kernels.
    : m_dir(QStringLiteral("/var/tmp/refbox-test-XXXXXX"))
{
    m_dir.setAutoRemove(false);
}

Scratch::~Scratch()
{
    if (isRoot() && hasTool(QStringLiteral("chattr")))
        run(QStringLiteral("chattr"),
            {QStringLiteral("-R"), QStringLiteral("-f"), QStringLiteral("-ia"), m_dir.path()});
    run(QStringLiteral("chmod"), {QStringLiteral("-R"), QStringLiteral("u+rwx"), m_dir.path()});
    run(QStringLiteral("rm"), {QStringLiteral("-rf"), QStringLiteral("--"), m_dir.path()});
}

std::string Scratch::path(const std::string &name) const
{
    return m_dir.path().toStdString() + '/' + name;
}

QString run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return QStringLiteral("could not run ") + program;
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return QStringLiteral("exit %1: ").arg(process.exitCode()) +
           QString::fromLocal8Bit(process.readAllStandardError());
}

bool hasTool(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty() ||
           !QStandardPaths::findExecutable(program, {QStringLiteral("/sbin"), QStringLiteral("/usr/sbin")})
                .isEmpty();
}

void writeFile(const std::string &path, const std::string &bytes)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
        qFatal("cannot write %s", path.c_str());
}

std::string readFile(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", path.c_str());
    return file.readAll().toStdString();
}

} // namespace RefboxTest
