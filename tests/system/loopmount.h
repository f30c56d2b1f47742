// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "system/process.h"

#include <QDir>

/// A loop mount that goes away with its owner.
class LoopMount
{
public:
    LoopMount(const QString &image, const QString &folder, const QString &options)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_result = runProgram(QStringLiteral("mount"), {QStringLiteral("-o"), options, image, folder});
    }
    ~LoopMount()
    {
        if (m_result.exitCode == 0)
            runProgram(QStringLiteral("umount"), {m_folder});
    }
    Q_DISABLE_COPY_MOVE(LoopMount)
    const ProcessResult &result() const { return m_result; }

private:
    QString m_folder;
    ProcessResult m_result;
};
