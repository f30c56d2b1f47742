// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An OCI image layout on the disk (opencontainers/image-spec 1.0, image-layout.md) that is written anew or
// carried on. Until commit() the index that stood there stays valid; what was added before goes again. Images
// of others in it stay, and nothing that they may need is removed. One thread; two programs cannot write into
// one at once.
#pragma once

#include "assembly/ociimage.h"
#include "formats/filedescriptor.h"
#include "formats/outputfile.h"
#include "jobs/progress.h"

#include <QJsonArray>

#include <string>
#include <vector>

namespace Refbox {

class OciLayout final
{
public:
    /// A folder that does not exist (its parent does), is empty, or is a layout. Throws Error for any other.
    OciLayout(const std::string &folder, OutputFile::Flush flush);
    ~OciLayout(); ///< takes back what was not committed
    OciLayout(const OciLayout &) = delete;
    OciLayout &operator=(const OciLayout &) = delete;

    /// Where a blob is, or will be.
    std::string path(const std::string &digest) const;
    /// Whether a blob stands there whole: its size, and its bytes' digest.
    bool has(const OciBlob &blob, Progress &progress) const;

    /// A file for a blob whose digest is not known yet; keep() gives it its place.
    OutputFile newBlob() const;
    /// A blob that stands there whole already stays, and the file goes; stood tells that.
    OciBlob keep(OutputFile &file, Progress &progress, bool *stood = nullptr);
    OciBlob put(const QByteArray &bytes, Progress &progress);

    /// The index with these manifests (descriptors by ociManifestDescriptor()) in place of Refbox's old ones,
    /// then removes the blobs that only the old ones had. Where there are images of others, it removes
    /// nothing. Throws Error where one of these has a name that is wanted.
    void commit(const QJsonArray &manifests, Progress &progress);

    /// Blobs that commit() removed.
    std::size_t removed() const { return m_removed; }
    /// Whether there are images in it that Refbox did not write.
    bool hasOthers() const { return !m_others.isEmpty(); }

private:
    void prepare();
    void lock();
    void readIndex();
    void readJournal();
    void addToJournal(const std::string &digest) const;
    void refuseTakenNames(const QJsonArray &manifests) const;
    std::vector<std::string> blobsOf(const QJsonArray &manifests) const;
    void removeUnused(const std::vector<std::string> &old, const QJsonArray &manifests);
    bool isWritten(const QJsonObject &index) const;
    std::string journal() const;
    std::string blobFolder() const { return m_folder + "/blobs/sha256"; }

    std::string m_folder;
    OutputFile::Flush m_flush;
    FileDescriptor m_lock;
    std::vector<std::string> m_made;  // folders and files besides blobs, in the order of making
    std::vector<std::string> m_added; // blobs
    QJsonObject m_index;              // as it stood there
    QJsonArray m_ours;                // its manifests
    QJsonArray m_others;
    std::size_t m_removed = 0;
};

} // namespace Refbox
