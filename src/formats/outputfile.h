// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file that is written beside its target and takes the target's place only when it is whole. Until commit()
// an existing target stays as it is; whatever happens before leaves nothing behind. One thread, but for the
// descriptor.
#pragma once

#include "formats/bytesink.h"
#include "jobs/error.h"
#include "jobs/progress.h"

#include <memory>
#include <span>
#include <string>

#include <sys/types.h>

namespace Refbox {

class WriteBehind;

class OutputFile final : public ByteSink
{
public:
    /// Yes: commit() waits until the disk has all, which takes it from the beginning on. No: the kernel may
    /// take its time.
    enum class Flush { Yes, No };

    /// Makes the temporary file `.NAME.XXXXXX.part` in path's folder (0600, read and write). A path that is a
    /// symbolic link stands for what it points to. Removes what killed runs for the same target left behind.
    /// Throws Error where the target is a folder, device, fifo or socket, or cannot be written.
    explicit OutputFile(std::string path, Flush flush = Flush::Yes);
    ~OutputFile() override; ///< removes what was not committed
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    int fd() const { return m_fd; }
    /// The target as it was given.
    const std::string &path() const { return m_path; }
    /// Another name in the same folder for commit() to give it: one that only the written bytes tell.
    void setName(const std::string &name);
    /// Where the bytes are until commit().
    std::string temporaryPath() const;

    /// Writes all bytes at the descriptor's position.
    void write(std::span<const char> bytes) override;
    /// Writes all bytes at a place of the file. Any thread.
    void writeAt(std::uint64_t offset, std::span<const char> bytes) const;
    /// After the last write, where it is long until flush(): lets the disk take the rest, and spares the
    /// thread that saw to it.
    void settle();
    /// Whether a descriptor is of the file that commit() will replace: reading from it would be a mistake.
    bool replaces(int descriptor) const;

    /// Brings the bytes to the disk piece by piece, so that it can be cancelled and watched; commit() is
    /// short afterwards. Does nothing with Flush::No.
    void flush(Progress &progress);
    /// After the last write: gives the file the usual permissions, and with Flush::Yes is sure that it is on
    /// the disk. Throws Error (full disk …).
    void sync();
    /// The same where it was not done, then renames the file over the target. Throws Error.
    void commit();

    /// An Error about this file: "Cannot write …", the place, the reason.
    Error error(int errorNumber) const;

private:
    void resolve();
    void checkTarget() const;
    void removeStale() const;
    void createTemporary();
    std::string namePrefix() const;

    std::string m_path;
    Flush m_flush;
    std::string m_folder;    // of the real target
    std::string m_name;      // in m_folder
    std::string m_temporary; // in m_folder; empty: nothing to remove
    int m_folderFd = -1;
    int m_fd = -1;
    bool m_isSynced = false;
    std::unique_ptr<WriteBehind> m_writeBehind; // with Flush::Yes, until all is written
    dev_t m_targetDevice = 0;                   // of the existing target
    ino_t m_targetInode = 0;
};

} // namespace Refbox
