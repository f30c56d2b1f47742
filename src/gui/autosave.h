// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps a copy of unsaved changes beside the user's application data, so that a crash loses at most half a
// minute; offers what crashed sessions left. GUI thread.
#pragma once

#include "jobs/error.h"
#include "project/project.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace Refbox {

class Document;

/// What a crashed session left behind.
struct Recovered
{
    Project project;
    std::string path; ///< the file that it was loaded from; empty where it was never saved
    QString fileName; ///< of the copy
};

class Autosave final : public QObject
{
    Q_OBJECT

public:
    /// folder: where copies are kept; made where missing.
    Autosave(Document &document, QString folder, QObject *parent = nullptr);
    ~Autosave() override;

    static QString defaultFolder();

    /// Copies whose sessions are gone; unreadable ones are left out. Takes away what sessions without a copy
    /// have left.
    std::vector<Recovered> leftovers() const;
    static void discard(const Recovered &recovered);
    /// Now instead of soon. Gives why there is no copy of the changes now, if so.
    std::optional<Error> writeNow();

Q_SIGNALS:
    void failed(const Refbox::Error &error); ///< to write a copy; once, until one is written again

private:
    void update();
    void removeOrphans() const;
    void remove();
    QString copyName() const { return m_base + QStringLiteral(".refbox.lua"); }

    Document &m_document;
    QString m_folder;
    QString m_base; ///< of this session's files
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
    bool m_hasFailed = false;
};

} // namespace Refbox
