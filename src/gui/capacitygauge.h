// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of what it should fit on (a CD-ROM, say) the image fills: a bar with words, in the status bar.
#pragma once

#include <QWidget>

#include <cstdint>
#include <string>

namespace Refbox {

class CapacityGauge final : public QWidget
{
    Q_OBJECT

public:
    explicit CapacityGauge(QWidget *parent = nullptr);

    /// capacity: as ImageSettings has it; empty: none. bytes 0: unknown.
    void setUsage(std::uint64_t bytes, const std::string &capacity);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString m_text;
    double m_share = -1; ///< negative: no bar
};

/// "CD-ROM 650 MB", "mini-CD", "DVD", or the size itself.
QString capacityName(const std::string &capacity);

} // namespace Refbox
