// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which outputs stand as they were written and verified, so that the same is not written again. Nothing of
// them is read for that: like make(1), it goes by the files' stamps (software/store.h).
#pragma once

#include "jobs/progress.h"
#include "software/store.h"
#include "tree/filetree.h"

#include <span>
#include <string>
#include <string_view>

namespace Refbox {

/// Of all that an output is made from: the tree below a node with the places and stamps of its content, the
/// options, this program. Another one may still give the same bytes. Throws Cancelled.
std::string outputIdentity(const FileTree &tree, NodeId subtree, std::string_view options,
                           const Progress &progress);

/// The same of an OCI layer's nodes below subtree, which may have other numbers the next time.
std::string layerIdentity(const FileTree &tree, NodeId subtree, std::span<const NodeId> nodes,
                          bool neutralFolders, std::string_view options, const Progress &progress);

class OutputNotes final
{
public:
    /// The store must outlive it.
    explicit OutputNotes(const Store &store)
        : m_store(store)
    {
    }

    /// Whether the file is there, untouched since it was noted under this identity.
    bool stands(const std::string &file, const std::string &identity) const;
    /// After the file was written and verified.
    void add(const std::string &file, const std::string &identity) const;

private:
    const Store &m_store;
};

} // namespace Refbox
