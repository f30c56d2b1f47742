// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes one vserver in the image's tree: what is imported, skeleton, link rules in order, what linked
// programs need, private files.
#pragma once

#include "assembly/finding.h"
#include "assembly/glob.h"
#include "assembly/importsource.h"
#include "assembly/relink.h"
#include "project/project.h"
#include "tree/filetreebuilder.h"

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace Refbox {

/// What one link rule caught.
struct RuleReport
{
    std::uint32_t matched = 0;  ///< files of the refbox (directories not counted)
    std::uint32_t linked = 0;   ///< names that stand in the vserver because of this rule
    std::uint32_t copied = 0;   ///< of these, private copies
    std::uint32_t shadowed = 0; ///< names that a later rule, or a private file, took over
    bool operator==(const RuleReport &) const = default;
};

/// What a vserver is imported from, and which of its files are links to the refbox again.
struct ImportedVServer
{
    ImportSource source;
    Relinking relinking;
};

/// The paths in the refbox of the loader, libraries and interpreter that a file of the refbox needs.
using NeedsOfFile = std::function<std::vector<std::string>(NodeId)>;

class VServerAssembler final
{
public:
    using Handle = FileTreeBuilder::Handle;

    /// refbox: the finished reference tree, which stands in the builder from refboxBase on, in its preorder.
    VServerAssembler(FileTreeBuilder &builder, const FileTree &refbox, Handle refboxBase,
                     const std::vector<std::string> &privatePaths, Timestamp time);

    /// Adds /NAME to the builder. Findings carry paths in the image.
    Handle assemble(const VServer &vserver, const NeedsOfFile &needs, Findings &findings,
                    const ImportedVServer *imported = nullptr);

    const std::vector<RuleReport> &reports() const { return m_reports; }

private:
    // Who put a name there: the number of a rule, or one of these.
    static constexpr std::uint32_t kByNeeds = 0xFFFFFFFE;
    static constexpr std::uint32_t kByProject = 0xFFFFFFFF;

    void addImported(const ImportedVServer &imported);
    void reportImported(const ImportedVServer &imported);
    void addSkeleton(const std::string &skeleton, bool folders);
    void applyRule(std::uint32_t number);
    void linkNeeds(const NeedsOfFile &needs);
    void addPrivateFiles();
    void place(std::uint32_t number, LinkManner manner, NodeId source, const std::string &destination);
    void placeSubtree(std::uint32_t number, const LinkRule &rule, const std::vector<PathGlob> &except,
                      NodeId source, const std::string &destination);
    bool clear(std::uint32_t number, Handle folder, std::string_view name, bool forDirectory,
               const std::string &destination);
    void addName(std::uint32_t number, LinkManner manner, NodeId source, Handle folder, std::string_view name,
                 const std::string &destination);
    bool mustBePrivate(NodeId source, const std::string &destination) const;
    std::string symbolicTarget(NodeId source, const std::string &destination) const;
    void reportShadowing();
    void reportSpareCopies();
    void report(Finding::Severity severity, const char *id, const std::string &path, const QString &message,
                const QString &advice = {});
    Metadata metadata(std::uint16_t permissions) const;

    FileTreeBuilder &m_builder;
    const FileTree &m_refbox;
    Handle m_refboxBase;
    std::vector<PathGlob> m_privatePaths;
    Timestamp m_time;

    const VServer *m_vserver = nullptr;
    Handle m_root = 0;
    Findings *m_findings = nullptr;
    std::vector<RuleReport> m_reports;
    struct Placed
    {
        std::uint32_t by = 0;
        NodeId source = kNoId;
        bool copy = false;
        bool spare = false; // a copy that could as well be a link
    };
    std::unordered_map<Handle, Placed> m_placed;
    // (rule that lost, rule that won) → how many names, and one of them.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::uint32_t, std::string>> m_shadowing;
};

} // namespace Refbox
