// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How several files of one name (NAME.001, NAME.002 …, NAME.sha256) take the place of earlier ones, so that
// whatever stops it leaves all of the old ones or all of the new ones: at once, or with the next replacement
// of that name. One thread; one replacement of a name at a time, in all processes.
//
// A hidden file .NAME.writing beside the target does that. Its lock keeps others away, and while files take
// their places it says which, so that whoever finds it after a kill can end that. The moments of a kill:
// - before the note is whole: nothing has been moved, and there is nothing to do;
// - from then until the new first part (or the one file) has its place, which it takes as the last: what is
//   new goes, what is aside (.NAME.001.old …) comes back, its first part last. Without NAME.001 nobody joins
//   anything;
// - after that: the new files are whole, and what is aside goes.
// New files are known by their inodes, since any other file may have come to such a name. All of this can be
// killed and done again: only then is the note emptied, and the file removed.
#pragma once

#include "formats/filedescriptor.h"
#include "formats/outputfile.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

inline constexpr std::string_view kChecksumEnding = ".sha256";

struct EarlierPart // a file that is replaced or taken away
{
    std::string ending; // of its name, after that of the whole
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    bool operator==(const EarlierPart &other) const = default;
};

/// Where the file at path lies while others take its place. Hidden, so that nobody takes it for a part.
std::string asidePath(const std::string &path);

/// The Error for a file of somebody else's at path, which would be lost.
Error nameIsTaken(const std::string &path, const QString &why);

class PartReplacement final
{
public:
    /// path: of the whole, "NAME". Ends what a killed run left half done. Throws Error where that cannot be,
    /// where another run is at work, and where something else has the hidden file's name.
    explicit PartReplacement(const std::string &path);
    ~PartReplacement();
    PartReplacement(const PartReplacement &) = delete;
    PartReplacement &operator=(const PartReplacement &) = delete;

    /// Notes what is going to happen, and sets the earlier files aside. files: whole, and not yet committed.
    /// After it, whatever happens, settle(). Throws Error.
    void begin(std::span<const std::unique_ptr<OutputFile>> files, std::span<const EarlierPart> earlier,
               bool isFlushed);
    /// isDone: all new files are in their places, and the earlier ones go; else the new ones go, and these
    /// come back. Throws Error; then the note stays for the next run.
    void settle(bool isDone);

private:
    struct New
    {
        std::string ending;
        std::uint64_t inode = 0;
        std::uint64_t size = 0;
    };

    void lock();
    void read();
    bool isInPlace(const New &file) const;

    std::string m_path;
    std::string m_note;
    FileDescriptor m_fd;
    std::vector<New> m_new;         // the first part first
    std::vector<std::string> m_old; // endings, the first part first
    bool m_isEmpty = true;
};

} // namespace Refbox
