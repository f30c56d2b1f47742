// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The document: what goes into a package and how. Plain values; read and written as Lua by projectfile.h.
// Strings are bytes (names of Linux files); paths inside the package are absolute and use '/'.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace Refbox {

/// Comments of a hand-written project, kept with the entry that they precede: key → the comment lines above
/// that entry, without the leading "--". In the struct that owns a table, the key
///   ""          stands for the table itself (for a Project: above "return"),
///   "name"      for its entry name,
///   "}"         for comments before its closing brace,
///   "list.X"    for the entry X of a list of strings or of the options (the first X of that list),
///   "list}"     for comments before the closing brace of a list or table that has no struct of its own;
/// and in a Project "#" for the rest of a first line "#…", "end" for comments behind the closing brace. Lines
/// are as commentLines() makes them. An entry that has a comment is written even when it has its default; the
/// comment of an entry that is gone goes with it.
using Comments = std::map<std::string, std::vector<std::string>>;

/// A program of this machine: a name looked up in the PATH and the sbin folders, or an absolute path.
/// Without "as" it keeps its base name, in PREFIX/bin, or in PREFIX/sbin if it comes from an sbin folder.
struct HostProgram
{
    std::string program{};
    std::string as{};      ///< where it goes below the component's prefix, "/bin/bash"; empty: see above
    bool optional = false; ///< absent: a remark instead of an error
    Comments comments{};
    bool operator==(const HostProgram &) const = default;
};

struct HostSource
{
    std::vector<HostProgram> programs{};
    /// Further files or folders of this machine that belong to them (data, headers …), absolute paths; each
    /// goes to the same path below the component's prefix.
    std::vector<std::string> files{};
    /// Sonames such as "libcrypto.so.3": programs that need one of these libraries, themselves or through
    /// others, are left out.
    std::vector<std::string> without{};
    Comments comments{};
    bool operator==(const HostSource &) const = default;
};

/// Paths of folders, archives: absolute, or relative to the project file's folder.
struct FolderSource
{
    std::string path{};
    Comments comments{};
    bool operator==(const FolderSource &) const = default;
};

struct ArchiveSource
{
    std::string path{};
    Comments comments{};
    bool operator==(const ArchiveSource &) const = default;
};

/// Built from a tarball by a recipe of the catalogue.
struct RecipeSource
{
    std::string recipe{};
    Comments comments{};
    bool operator==(const RecipeSource &) const = default;
};

/// Packages of the distribution by name, with all that they depend on, or package files.
struct PackagesSource
{
    /// Names ("bash", "bash=5.2.15-2"), or paths of .deb, .rpm, .apk files, which hold a '/'; these come
    /// without what they depend on.
    std::vector<std::string> packages{};
    std::string architecture{};         ///< the distribution's word: "arm64"; empty: this machine's
    std::vector<std::string> without{}; ///< packages to leave out, although others depend on them
    Comments comments{};
    bool operator==(const PackagesSource &) const = default;
};

using Source = std::variant<HostSource, FolderSource, ArchiveSource, RecipeSource, PackagesSource>;

struct Component
{
    std::string name{};
    std::string prefix = "/"; ///< "/" or "/opt/vendor/name"
    Source source{};
    std::map<std::string, std::string> options{};
    Comments comments{};
    bool operator==(const Component &) const = default;
};

enum class LinkManner { Hard, Symbolic, Copy };

/// "These refbox paths appear at that place in the vserver, in this manner."
struct LinkRule
{
    /// A path in the refbox with globs: * and ? match within a name, ** any depth, [a-z] a set, \\ quotes.
    std::string from{};
    /// Where it appears: with globs in from, the folder that takes what they match (the part of the path from
    /// the first glob on is kept); without, the new path itself, or the folder if it ends in '/'.
    std::string to{};
    LinkManner manner = LinkManner::Hard;
    bool needs = true;                 ///< also link the loader and libraries that linked programs need
    std::vector<std::string> except{}; ///< globs of refbox paths to leave out
    Comments comments{};
    bool operator==(const LinkRule &) const = default;
};

/// A file of the vserver's own.
struct PrivateFile
{
    std::string content{};
    std::uint16_t permissions = 0644;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    Comments comments{};
    bool operator==(const PrivateFile &) const = default;
};

/// Which of an imported vserver's files become links to the refbox. Files of "private" and empty ones never
/// do.
enum class Relink {
    Exact,   ///< those that are the same in content, mode, owners, time, ACLs and xattrs
    AnyTime, ///< also those that only have another time: they take the refbox's
    Nothing,
};

/// Where a vserver's own files come from: it was carried out, changed, and is carried back in.
struct Import
{
    std::string path{};       ///< of an archive, folder or image; absolute, or relative to the project's
    std::string folder = "/"; ///< in it
    Relink relink = Relink::Exact;
    Comments comments{};
    bool operator==(const Import &) const = default;
};

struct VServer
{
    std::string name{};
    std::string skeleton = "typical";           ///< "typical", "minimal" or "empty"
    std::optional<Import> import{};             ///< stands below the skeleton, the links and the files
    std::vector<LinkRule> links{};              ///< later rules override earlier ones
    std::map<std::string, PrivateFile> files{}; ///< by absolute path in the vserver
    Comments comments{};
    bool operator==(const VServer &) const = default;
};

/// Free space in an image: a share of its size or a number of bytes.
struct FreeSpace
{
    std::uint64_t bytes = 0;
    double percent = 0; ///< used when not 0
    bool operator==(const FreeSpace &) const = default;
};

struct ImageSettings
{
    std::string filesystem = "ext4";
    std::optional<std::uint64_t> size{}; ///< bytes; none: "fit", as small as the content allows
    FreeSpace free{};                    ///< beyond the content, with "fit"
    std::string label{};                 ///< empty: the project's name, shortened
    bool seal = true;
    std::string capacity{};              ///< "", "cd-650", "cd-700", "mini-cd", "dvd", or a number of bytes
    std::string uuid{};                  ///< empty: derived from the content
    std::string compression{};           ///< "gzip", "xz", "zstd", "lz4"; empty: the format's usual one
    int level = 0;                       ///< of the compression; 0: its usual one
    std::uint32_t blockSize = 0;         ///< bytes; 0: the format's usual one
    std::uint32_t inodes = 0;            ///< at least so many
    double reservedPercent = 0;          ///< of the blocks, for root
    std::vector<std::string> features{}; ///< as mke2fs names them, with ^ before what is left out
    Comments comments{};
    bool operator==(const ImageSettings &) const = default;
};

struct Project
{
    static constexpr int kFormatVersion = 1;

    std::string name{};
    ImageSettings image{};
    std::vector<Component> components{};
    std::vector<VServer> vservers{};
    /// Globs of vserver paths that are copied even by hard-link rules, beside empty files.
    std::vector<std::string> privatePaths{"/etc/**"};
    Comments comments{};
    bool operator==(const Project &) const = default;
};

/// Bytes that a capacity stands for: "cd-650" is 650 MiB, "cd-700" 700 MiB, "mini-cd" 185 MiB, "dvd"
/// 4,700,372,992 bytes; else as parseSize(). nullopt for none or an unknown word.
std::optional<std::uint64_t> capacityBytes(const std::string &capacity);

} // namespace Refbox
