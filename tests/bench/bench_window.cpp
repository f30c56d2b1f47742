// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-bench-window TREE TEXT: opens TREE, an archive, folder or image, in the real window, unfolds every
// folder of two levels, searches for TEXT as it is typed, and prints what it took, one figure a line.
#include "gui/mainwindow.h"
#include "gui/measuredapplication.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cstdio>
#include <fstream>

using namespace Refbox;

namespace {

// Resident memory of this process, see proc_pid_status(5).
double residentKib()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6));
    return 0;
}

void figure(const char *name, double value, const char *unit)
{
    std::printf("window.%s %.1f %s\n", name, value, unit);
    std::fflush(stdout);
}

// How long until the folder's rows are on the screen.
double unfold(QTreeView &view, const QModelIndex &index)
{
    QElapsedTimer timer;
    timer.start();
    view.expand(index);
    view.scrollTo(index, QAbstractItemView::PositionAtTop);
    view.viewport()->repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double longestUnfolding(QTreeView &view)
{
    double longest = 0;
    const QModelIndex root = view.model()->index(0, 0);
    longest = std::max(longest, unfold(view, root));
    for (int i = 0; i < view.model()->rowCount(root); ++i) {
        const QModelIndex folder = view.model()->index(i, 0, root);
        if (view.model()->hasChildren(folder)) {
            longest = std::max(longest, unfold(view, folder));
            QApplication::processEvents();
        }
    }
    return longest;
}

// From the last letter to the first rows.
double search(MainWindow &window, const QString &text)
{
    auto *field = window.findChild<QLineEdit *>(QStringLiteral("searchField"));
    auto *found = window.findChild<QTableView *>(QStringLiteral("foundTable"));
    for (const QChar letter : text) {
        QTest::keyClick(field, letter.toLatin1());
        QTest::qWait(5);
    }
    QElapsedTimer timer;
    timer.start();
    while (!found->isVisible() || found->model()->rowCount() == 0) {
        if (timer.elapsed() > 60'000)
            qFatal("nothing found");
        QTest::qWait(1);
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    MeasuredApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("refbox-bench"));
    QApplication::setApplicationName(QStringLiteral("refbox-bench"));
    if (argc != 3)
        qFatal("usage: refbox-bench-window TREE TEXT");
    const QTemporaryDir autosave;
    MainWindow window(autosave.path());
    window.showError = [](const Error &error) { qFatal("%s", qUtf8Printable(error.toString())); };
    window.show();
    QTest::qWait(500);
    const double empty = residentKib();
    figure("empty_rss", empty, "KiB");

    application.restart();
    QElapsedTimer timer;
    timer.start();
    window.openPath(QString::fromLocal8Bit(argv[1]));
    while (window.plans().snapshot() == nullptr)
        QTest::qWait(5);
    figure("open", static_cast<double>(timer.elapsed()) / 1000, "s");
    QTest::qWait(500);
    const double entries = window.plans().snapshot()->tree->nodeCount();
    figure("entries", entries, "entries");
    figure("open_longest_event", application.longest, "ms");
    figure("rss_per_entry", (residentKib() - empty) * 1024 / entries, "bytes");

    figure("unfold_longest", longestUnfolding(*window.findChild<QTreeView *>(QStringLiteral("packageTree"))),
           "ms");
    application.restart();
    figure("search_first_hits", search(window, QString::fromLocal8Bit(argv[2])), "ms");
    figure("search_longest_event", application.longest, "ms");
    figure("rss_per_entry_used", (residentKib() - empty) * 1024 / entries, "bytes");
    return 0;
}
