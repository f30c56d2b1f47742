// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/namesearch.h"

#include "tree/asciicase.h"

#include <algorithm>
#include <string>

namespace Refbox {

namespace {

class Needle
{
public:
    explicit Needle(std::string_view text)
        : m_text(asciiLower(text))
    {
    }
    bool isIn(std::string_view name) const
    {
        return std::search(name.begin(), name.end(), m_text.begin(), m_text.end(),
                           [](char a, char b) { return asciiLower(a) == b; }) != name.end();
    }

private:
    std::string m_text;
};

} // namespace

FoundNames findNames(const FileTree &tree, std::string_view text, std::size_t most, const Progress &progress)
{
    FoundNames found;
    if (text.empty())
        return found;
    const Needle needle(text);
    const bool inPaths = text.find('/') != std::string_view::npos;
    // Names are interned: each distinct one is looked at once.
    enum : std::uint8_t { Unknown, Yes, No };
    std::vector<std::uint8_t> known;
    for (NodeId node = 1; node < tree.nodeCount(); ++node) {
        if ((node & 0xFFFF) == 0)
            progress.throwIfCancelled();
        bool matches = false;
        if (inPaths) {
            matches = needle.isIn(tree.path(node));
        } else {
            const NameId name = tree.nameId(node);
            if (name >= known.size())
                known.resize(std::size_t{name} * 2 + 1, Unknown);
            if (known[name] == Unknown)
                known[name] = needle.isIn(tree.name(node)) ? Yes : No;
            matches = known[name] == Yes;
        }
        if (matches && found.total++ < most)
            found.nodes.push_back(node);
    }
    return found;
}

} // namespace Refbox
