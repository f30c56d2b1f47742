// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outcomes of a smoke test as a table. Read-only.
#pragma once

#include "assembly/smokerun.h"

#include <QAbstractTableModel>

#include <memory>

namespace Refbox {

/// "Starts", "Fails", "Not tried".
QString smokeStateText(SmokeState state);

class SmokeModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Program, Argument, Said, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole; ///< what fails first

    explicit SmokeModel(std::shared_ptr<const SmokeReport> report, QObject *parent = nullptr);

    const SmokeOutcome &outcome(int row) const { return m_report->outcomes[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant cell(const SmokeOutcome &outcome, int column) const;

    std::shared_ptr<const SmokeReport> m_report;
};

} // namespace Refbox
