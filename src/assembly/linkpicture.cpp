// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/linkpicture.h"

#include "assembly/article.h"
#include "jobs/display.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <sstream>
#include <vector>

namespace Refbox {

namespace {

constexpr int kWidth = 760;
constexpr int kLeft = 210;        // where ribbons begin
constexpr int kRight = 560;       // where they end
constexpr int kHeader = 34;       // above the first end
constexpr int kLeastEnd = 18;     // so that labels never overlap
constexpr int kGap = 6;           // between two ends
constexpr int kRibbons = 420;     // height that all ribbons of a side share
constexpr std::size_t kMost = 40; // ends of a side that are drawn one by one
constexpr const char *kRest = "all others";

// Okabe and Ito's colours, which colour-blind people tell apart, without black.
constexpr std::array kColours{"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#A6A032"};

struct End
{
    std::string name;
    std::uint32_t count = 0;
    double top = 0;
    double height = 0; // of the place for it
    double scale = 0;  // pixels a name
    double used = 0;   // of its ribbons, from the top
};

using Ends = std::vector<End>;

End &endOf(Ends &ends, const std::string &name)
{
    const auto found = std::ranges::find(ends, name, &End::name);
    return found == ends.end() ? ends.emplace_back(End{name}) : *found;
}

// The smallest ends become one; of equal ones the last. The others keep their order.
void limit(Ends &ends)
{
    if (ends.size() <= kMost)
        return;
    std::vector<std::size_t> kept(ends.size()); // by size, then by place
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    std::ranges::stable_sort(kept, std::ranges::greater(), [&](std::size_t i) { return ends[i].count; });
    End rest{kRest};
    for (std::size_t i = kMost; i < kept.size(); ++i)
        rest.count += ends[kept[i]].count;
    kept.resize(kMost);
    std::ranges::sort(kept);
    Ends limited;
    for (const std::size_t i : kept)
        limited.push_back(ends[i]);
    limited.push_back(rest);
    ends = std::move(limited);
}

// Gives each end its place; returns where the last one ends.
double layOut(Ends &ends, double total)
{
    double y = kHeader;
    for (End &end : ends) {
        const double ribbons = kRibbons * end.count / total;
        end.top = y;
        end.height = std::max<double>(kLeastEnd, ribbons);
        end.scale = std::max(ribbons, 1.5) / end.count;
        end.used = (end.height - end.scale * end.count) / 2;
        y += end.height + kGap;
    }
    return y;
}

// In tenths of a pixel, so that no rounding of a library shows.
std::string number(double value)
{
    const auto tenths = static_cast<long long>(std::llround(value * 10));
    return std::to_string(tenths / 10) + '.' + std::to_string(std::llabs(tenths % 10));
}

void writeRibbon(std::ostream &out, End &from, End &to, std::uint32_t count, const char *colour)
{
    const double a = from.top + from.used;
    const double b = to.top + to.used;
    const double left = from.scale * count;
    const double right = to.scale * count;
    from.used += left;
    to.used += right;
    const int middle = (kLeft + kRight) / 2;
    out << "<path fill=\"" << colour << "\" d=\"M" << kLeft << ' ' << number(a) << " C" << middle << ' '
        << number(a) << ' ' << middle << ' ' << number(b) << ' ' << kRight << ' ' << number(b) << " V"
        << number(b + right) << " C" << middle << ' ' << number(b + right) << ' ' << middle << ' '
        << number(a + left) << ' ' << kLeft << ' ' << number(a + left) << " Z\"><title>"
        << htmlText(displayBytes(from.name)) << " – " << htmlText(displayBytes(to.name)) << ": " << count
        << (count == 1 ? " name" : " names") << "</title></path>\n";
}

std::string shortened(const std::string &name)
{
    static constexpr std::size_t kLongest = 24;
    std::string shown = displayBytes(name);
    if (shown.size() <= kLongest || std::ranges::any_of(shown, [](char c) { return (c & 0x80) != 0; }))
        return shown;
    return shown.substr(0, kLongest / 2) + "…" + shown.substr(shown.size() - kLongest / 2);
}

void writeLabels(std::ostream &out, const Ends &ends, bool left)
{
    for (const End &end : ends) {
        const std::string middle = number(end.top + end.height / 2 + 5);
        out << "<text class=\"name\" x=\"" << (left ? kLeft - 10 : kRight + 10) << "\" y=\"" << middle << "\""
            << (left ? " text-anchor=\"end\"" : "") << '>' << htmlText(shortened(end.name))
            << " <tspan class=\"count\">" << end.count << "</tspan></text>\n";
    }
}

} // namespace

std::string linkPicture(const LinkCounts &counts)
{
    if (counts.empty())
        return {};
    Ends folders;
    Ends components;
    double total = 0;
    for (const auto &[ends, count] : counts) {
        endOf(folders, ends.folder).count += count;
        endOf(components, ends.component).count += count;
        total += count;
    }
    std::ranges::sort(components, {}, &End::name);
    limit(folders);
    limit(components);
    const double height = std::max(layOut(folders, total), layOut(components, total));

    std::ostringstream out;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << kWidth << ' ' << number(height + 4)
        << "\" role=\"img\" font-family=\"system-ui, DejaVu Sans, sans-serif\" "
           "font-size=\"13\">\n<title>What the vservers share with the components of the refbox</title>\n"
           "<style>.name{fill:#1f2328}.count,.side{fill:#59636e}.ribbons path:hover{fill-opacity:.9}"
           "@media (prefers-color-scheme:dark){.name{fill:#e3e6ea}.count,.side{fill:#9aa4b0}}</style>\n"
           "<text class=\"side\" x=\""
        << kLeft - 10
        << "\" y=\"18\" text-anchor=\"end\">folders of the vservers</text>\n<text class=\"side\" x=\""
        << kRight + 10
        << "\" y=\"18\">components in /refbox</text>\n<g class=\"ribbons\" fill-opacity=\"0.5\">\n";
    LinkCounts drawn; // with what limit() made one
    const auto known = [](Ends &ends, const std::string &name) {
        return std::ranges::find(ends, name, &End::name) == ends.end() ? std::string(kRest) : name;
    };
    for (const auto &[ends, count] : counts)
        drawn[{known(folders, ends.folder), known(components, ends.component)}] += count;
    for (const auto &[ends, count] : drawn) {
        End &component = endOf(components, ends.component);
        const auto index = static_cast<std::size_t>(&component - components.data());
        writeRibbon(out, endOf(folders, ends.folder), component, count, kColours[index % kColours.size()]);
    }
    out << "</g>\n";
    writeLabels(out, folders, true);
    writeLabels(out, components, false);
    out << "</svg>\n";
    return out.str();
}

} // namespace Refbox
