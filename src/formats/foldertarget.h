// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A folder that is filled beside its target and takes the target's place only when it is whole: OutputFile's
// counterpart. The target must not exist or be an empty folder. Never committed, it is a private folder that
// goes away with its owner. One thread.
#pragma once

#include "formats/filedescriptor.h"

#include <string>

namespace Refbox {

class FolderTarget final
{
public:
    /// Makes the temporary folder `.NAME.XXXXXX.part` beside path, 0700 and without inherited ACLs. Removes
    /// what killed runs for the same target left behind. Throws Error.
    explicit FolderTarget(const std::string &path);
    ~FolderTarget(); ///< removes what was not committed, immutable files too
    FolderTarget(const FolderTarget &) = delete;
    FolderTarget &operator=(const FolderTarget &) = delete;

    /// Of the folder to fill, also after commit().
    int fd() const { return m_folder.get(); }
    /// Of the folder to fill, before commit().
    std::string temporaryPath() const;
    /// Renames the folder to its target. Throws Error.
    void commit();

private:
    void checkTarget();
    void removeStale() const;
    void create();
    std::string namePrefix() const;

    std::string m_path;
    std::string m_name;
    std::string m_temporary; // empty: nothing to remove
    bool m_exists = false;
    FileDescriptor m_parent;
    FileDescriptor m_folder;
};

} // namespace Refbox
