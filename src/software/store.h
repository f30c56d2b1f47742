// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The content-addressed store under the user's cache folder: bytes by their SHA-256, and small notes by key.
//
//   FOLDER/objects/ab/cdef…   read-only files named by their content, 64 hex digits in two parts
//   FOLDER/notes/…            results of slow questions, named by the SHA-256 of their key
//   FOLDER/tmp/…              what is being written, locked by its writer
//   FOLDER/unsynced/…         one empty file for each writer whose objects are not yet known to be on the
//   disk
//
// Any number of processes may use it at once: everything is written aside and renamed into place, and
// whoever comes second finds the same bytes. Objects are on the disk when their StoreSink is gone (one flush
// for all of them); if the machine goes down before, the next one who opens the store looks through the
// objects written since and drops what is damaged. Deleting the whole folder is always safe while nothing
// uses it.
#pragma once

#include "software/hostfile.h"
#include "tree/blobsink.h"

#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

/// $REFBOX_CACHE, else $XDG_CACHE_HOME/refbox, else ~/.cache/refbox.
std::string defaultStoreFolder();

class Store final
{
public:
    /// Makes the folders, cleans what crashed writers left and notes that were not asked for in half a year.
    /// Throws Error where it cannot be written.
    explicit Store(std::string folder = defaultStoreFolder());

    const std::string &folder() const { return m_folder; }
    std::string objectPath(const Sha256 &sha256) const;
    /// Whether the object is there with this size.
    bool contains(const Sha256 &sha256, std::uint64_t size) const;
    /// Reads the object again; a damaged one is removed. False where it is missing or was damaged.
    bool verify(const Sha256 &sha256) const;

    /// What was noted under a key; nullopt where nothing was, or the note is damaged. Never throws.
    std::optional<std::string> note(std::string_view key) const;
    /// Notes are a convenience: failing to write one is no error.
    void putNote(std::string_view key, std::string_view value) const;

private:
    void cleanTemporaries() const;
    void cleanNotes() const;
    static void touchNote(const std::string &path);
    void recoverFromCrash() const;
    std::string notePath(std::string_view key) const;

    std::string m_folder;
};

/// Key part that changes whenever a file of this machine may have changed: path, size, times, device, inode.
/// Empty where there is no such file.
std::string fileStamp(const std::string &path);

/// Puts bytes into a store. One thread; several sinks may work on one store.
class StoreSink final : public BlobSink
{
public:
    /// The store must outlive the sink.
    explicit StoreSink(const Store &store);
    /// Flushes what was written.
    ~StoreSink() override;
    StoreSink(const StoreSink &) = delete;
    StoreSink &operator=(const StoreSink &) = delete;

    void begin() override;
    void write(std::span<const char> bytes) override;
    Placed finish() override;
    void abandon() noexcept override;

    /// Flushes what was written until now to the disk; the destructor's work, with errors reported.
    void flush();

private:
    [[noreturn]] void fail(int errorNumber);
    void mark();
    void writeOut(std::span<const char> bytes);

    const Store &m_store;
    Sha256Hash m_hash;
    OpenFile m_file;
    std::string m_temporary;
    std::string m_buffer;
    std::uint64_t m_size = 0;
    std::string m_marker; ///< in unsynced/; empty: nothing to flush
};

} // namespace Refbox
