// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exportnames.h"

#include <QCoreApplication>

#include <array>
#include <filesystem>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::Export)
};

QString suffixOf(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return u".tar"_s;
    case Compression::Gzip:
        return u".tar.gz"_s;
    case Compression::Xz:
        return u".tar.xz"_s;
    case Compression::Zstd:
        return u".tar.zst"_s;
    }
    return {};
}

} // namespace

QString compressionText(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return Texts::tr("None (.tar)");
    case Compression::Gzip:
        return Texts::tr("gzip (.tar.gz)");
    case Compression::Xz:
        return Texts::tr("xz (.tar.xz), the smallest");
    case Compression::Zstd:
        return Texts::tr("Zstandard (.tar.zst), the fastest");
    }
    return {};
}

QString withCompressionSuffix(const QString &path, Compression compression)
{
    // Longer ones first: .tar.gz ends in no other.
    static const std::array kSuffixes{u".tar.gz"_s,  u".tar.xz"_s,   u".tar.zst"_s, u".star.gz"_s,
                                      u".star.xz"_s, u".star.zst"_s, u".tgz"_s,     u".txz"_s,
                                      u".tzst"_s,    u".tar"_s,      u".star"_s};
    for (const QString &suffix : kSuffixes) {
        if (path.endsWith(suffix))
            return path.chopped(suffix.size()) + suffixOf(compression);
    }
    return path;
}

QString suggestedTarget(OutputKind kind, const std::string &folder, const std::string &name,
                        Compression compression)
{
    const QString path = QString::fromStdString((std::filesystem::path(folder) / name).string());
    switch (kind) {
    case OutputKind::Image:
        return path + u".img"_s;
    case OutputKind::Star:
        return path + suffixOf(compression);
    case OutputKind::Folder:
        return path;
    case OutputKind::Oci:
        return path + u"-oci"_s;
    }
    return path;
}

} // namespace Refbox
