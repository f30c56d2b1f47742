// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON documents of an OCI image layout: opencontainers/image-spec 1.0, config.md, manifest.md,
// image-index.md, annotations.md. Same input, same bytes: keys are sorted. Any thread.
#pragma once

#include "formats/packedoutput.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <QByteArray>
#include <QJsonObject>

#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Annotations of Refbox's own. On a manifest's descriptor, the vserver's name, escaped for display.
inline constexpr const char *kOciVServer = "internal.refbox.vserver";
/// On a manifest's descriptor: its digest and reference name, a blank between. Other tools copy annotations
/// to the images that they make of ours; only where both still hold is the image Refbox's.
inline constexpr const char *kOciImage = "internal.refbox.image";
/// On a layer's descriptor.
inline constexpr const char *kOciComponent = "internal.refbox.component";
/// As annotations.md defines it.
inline constexpr const char *kOciRefName = "org.opencontainers.image.ref.name";

/// As runtimes name processors: GOARCH and its variants.
struct OciPlatform
{
    std::string architecture; ///< "amd64"
    std::string variant;      ///< "v7"; usually empty
    std::string remark;       ///< where it was not plain; empty: it was
    bool operator==(const OciPlatform &) const = default;
};

/// What most of a vserver's programs are made for, this machine's where there are none. Reads the heads of
/// its executable files. Throws Error and Cancelled.
OciPlatform ociPlatform(const FileTree &tree, NodeId vserver, const Progress &progress);

/// What starts in a vserver when nothing else is asked for: its shell, whichever comes first of Bash and sh
/// in /bin, /usr/bin and the applet; empty where it has none.
std::vector<std::string> startCommand(const FileTree &tree, NodeId vserver);

/// The names of the images by vserver: the same where the annotation's grammar allows it, else with '-' for
/// what it does not allow, and a number behind where two would be equal.
std::vector<std::string> ociReferenceNames(std::span<const std::string> vservers);

/// A descriptor's three main fields.
struct OciBlob
{
    std::string digest; ///< 64 hex digits
    std::uint64_t size = 0;
    bool operator==(const OciBlob &) const = default;
};

struct OciStackedLayer
{
    OciBlob blob;
    std::string diffId;    ///< 64 hex digits
    std::string component; ///< empty: none
    bool isOwn = false;
};

struct OciImageDocuments
{
    QByteArray config;
    QByteArray manifest;
};

/// created: seconds since 1970.
OciImageDocuments ociImageDocuments(const OciPlatform &platform, const std::vector<std::string> &command,
                                    std::int64_t created, std::span<const OciStackedLayer> layers,
                                    Compression compression);

QByteArray toJsonBytes(const QJsonObject &object);

/// Of an image in index.json.
QJsonObject ociManifestDescriptor(const OciBlob &manifest, const OciPlatform &platform,
                                  const std::string &referenceName, const std::string &vserver);
/// Whether it is one of these, and stands as it was written.
bool isRefboxImage(const QJsonObject &descriptor);

/// Of bytes, in hex digits.
std::string sha256Hex(const QByteArray &bytes);

} // namespace Refbox
