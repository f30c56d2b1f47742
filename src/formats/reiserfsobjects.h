// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Collects the objects of a ReiserFS image from its leaves: what stat data says, the names in directories,
// the ranges of the image that files' bytes are in, the targets of links. One thread.
#pragma once

#include "formats/reiserfsimage.h"
#include "tree/filetree.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct ReiserFsFound
{
    std::uint32_t directory = 0; ///< with object: its key
    std::uint32_t object = 0;
    bool isOld = false; ///< format 3.5
    ReiserFsStat stat;
    std::uint64_t first = 0; ///< of its names, extents or bytes of the target
    std::uint64_t count = 0;

    std::uint32_t kind() const; ///< S_IFREG, …
    /// As Linux has it: what the folder of its attributes is named after.
    std::uint32_t generation() const;
};

class ReiserFsObjects final
{
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Name
    {
        std::uint64_t begin = 0; ///< among the names' bytes
        std::uint32_t length = 0;
        std::uint32_t directory = 0; ///< with object: key of what it stands for
        std::uint32_t object = 0;
    };

    /// Walks the whole tree. Throws Error where anything of it is damaged.
    ReiserFsObjects(ReiserFsImage &image, Progress &progress);

    /// Number of the object of a key; kNone.
    std::size_t find(std::uint32_t directory, std::uint32_t object) const;
    const ReiserFsFound &operator[](std::size_t number) const { return m_objects[number]; }
    std::size_t size() const { return m_objects.size(); }

    /// Without "." and "..".
    std::span<const Name> namesOf(const ReiserFsFound &directory) const;
    std::string_view textOf(const Name &name) const;
    /// Ascending, without overlap, nothing beyond the file's size.
    std::span<const Extent> extentsOf(const ReiserFsFound &file) const;
    std::string_view targetOf(const ReiserFsFound &symlink) const;

    [[noreturn]] void corrupt(const ReiserFsFound &object, const QString &why) const;

private:
    void addLeaf(std::uint32_t block, std::span<const char> bytes);
    void addItem(const ReiserFsItem &item, std::uint64_t place, std::span<const char> body);
    void addObject(const ReiserFsItem &item, std::span<const char> body);
    void addNames(const ReiserFsItem &item, std::span<const char> body);
    void addName(const ReiserFsEntry &entry, std::string_view name);
    void addPointers(const ReiserFsItem &item, std::span<const char> body);
    void addTail(const ReiserFsItem &item, std::uint64_t place, std::span<const char> body);
    void addExtent(std::uint64_t logical, std::uint64_t physical, std::uint64_t length);
    void advanceTo(std::uint64_t begin, std::uint64_t end);
    bool isHashed(const ReiserFsEntry &entry, std::string_view name) const;

    ReiserFsImage &m_image;
    std::vector<ReiserFsFound> m_objects; // sorted by key
    std::vector<Name> m_names;
    std::string m_nameBytes;
    std::vector<Extent> m_extents;
    std::string m_targets;
    std::uint64_t m_end = 0; // of the object that is being read: offset behind its last item
};

} // namespace Refbox
