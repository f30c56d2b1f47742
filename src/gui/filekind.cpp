// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filekind.h"

#include "gui/colours.h"
#include "jobs/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace Refbox {

namespace {

struct Ending
{
    std::string_view text;
    FileKind kind;
};

constexpr std::array kEndings{
    Ending{".a", FileKind::Library},
    Ending{".o", FileKind::Library},
    Ending{".ko", FileKind::Library},
    Ending{".sh", FileKind::Script},
    Ending{".py", FileKind::Script},
    Ending{".pyc", FileKind::Script},
    Ending{".pl", FileKind::Script},
    Ending{".pm", FileKind::Script},
    Ending{".lua", FileKind::Script},
    Ending{".rb", FileKind::Script},
    Ending{".js", FileKind::Script},
    Ending{".tcl", FileKind::Script},
    Ending{".awk", FileKind::Script},
    Ending{".conf", FileKind::Configuration},
    Ending{".cfg", FileKind::Configuration},
    Ending{".ini", FileKind::Configuration},
    Ending{".service", FileKind::Configuration},
    Ending{".txt", FileKind::Documentation},
    Ending{".md", FileKind::Documentation},
    Ending{".html", FileKind::Documentation},
    Ending{".pdf", FileKind::Documentation},
    Ending{".info", FileKind::Documentation},
    Ending{".mo", FileKind::Documentation},
    Ending{".po", FileKind::Documentation},
    Ending{".gz", FileKind::Archive},
    Ending{".xz", FileKind::Archive},
    Ending{".zst", FileKind::Archive},
    Ending{".bz2", FileKind::Archive},
    Ending{".zip", FileKind::Archive},
    Ending{".tar", FileKind::Archive},
    Ending{".tgz", FileKind::Archive},
    Ending{".deb", FileKind::Archive},
    Ending{".rpm", FileKind::Archive},
    Ending{".jar", FileKind::Archive},
    Ending{".png", FileKind::Media},
    Ending{".svg", FileKind::Media},
    Ending{".jpg", FileKind::Media},
    Ending{".gif", FileKind::Media},
    Ending{".ico", FileKind::Media},
    Ending{".ogg", FileKind::Media},
    Ending{".wav", FileKind::Media},
    Ending{".mp4", FileKind::Media},
    Ending{".ttf", FileKind::Media},
    Ending{".otf", FileKind::Media},
};

// libc.so, libc.so.6, libacl-2.3.so
bool isSharedLibrary(std::string_view name)
{
    const auto at = name.rfind(".so");
    if (at == std::string_view::npos)
        return false;
    const std::string_view after = name.substr(at + 3);
    return std::all_of(after.begin(), after.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

// Of the nearest folders: what a file below usr/share/man or etc is.
std::optional<FileKind> kindOfPlace(const FileTree &tree, NodeId file)
{
    for (NodeId at = tree.parent(file); at != kNoId; at = tree.parent(at)) {
        const std::string_view name = tree.name(at);
        if (name == "etc")
            return FileKind::Configuration;
        if (name == "man" || name == "doc" || name == "info" || name == "locale" || name == "licenses")
            return FileKind::Documentation;
    }
    return {};
}

} // namespace

FileKind fileKindOf(const FileTree &tree, NodeId file)
{
    const std::string_view name = tree.name(file);
    if (isSharedLibrary(name))
        return FileKind::Library;
    // A manual page is documentation, compressed or not.
    if (const auto place = kindOfPlace(tree, file))
        return *place;
    for (const Ending &ending : kEndings) {
        if (name.size() > ending.text.size() && name.ends_with(ending.text))
            return ending.kind;
    }
    return (tree.inodeAt(file).mode() & 0111) != 0 ? FileKind::Program : FileKind::Other;
}

QString fileKindName(FileKind kind)
{
    static constexpr std::array<const char *, kFileKinds> kNames{
        QT_TRANSLATE_NOOP("gui", "Programs"),
        QT_TRANSLATE_NOOP("gui", "Libraries"),
        QT_TRANSLATE_NOOP("gui", "Scripts"),
        QT_TRANSLATE_NOOP("gui", "Configuration"),
        QT_TRANSLATE_NOOP("gui", "Documentation"),
        QT_TRANSLATE_NOOP("gui", "Archives"),
        QT_TRANSLATE_NOOP("gui", "Pictures, sounds, fonts"),
        QT_TRANSLATE_NOOP("gui", "Other files")};
    return translated("gui", kNames[static_cast<std::size_t>(kind)]);
}

QColor fileKindColour(FileKind kind, bool dark)
{
    return kind == FileKind::Other ? neutralColour(dark) : hueColour(static_cast<int>(kind), dark);
}

} // namespace Refbox
