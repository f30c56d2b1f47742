// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>

#include <concepts>
#include <string>
#include <string_view>

namespace Refbox {

/// One SHA-256 over several parts, which cannot run into each other: each is told with its length.
class KeyHash final
{
public:
    void add(std::string_view part)
    {
        const std::string head = std::to_string(part.size()) + ':';
        m_hash.addData(QByteArrayView(head.data(), static_cast<qsizetype>(head.size())));
        m_hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    }
    void add(std::integral auto number) { add(std::string_view(std::to_string(number))); }
    /// 64 digits.
    std::string hex() const { return m_hash.result().toHex().toStdString(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace Refbox
