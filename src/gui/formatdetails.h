// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits what few images need and only some file systems have: block size, level of the compression, inodes,
// the share reserved for root, features, UUID. Shows what the chosen file system has. GUI thread.
#pragma once

#include "project/project.h"

#include <QWidget>

#include <memory>

namespace Refbox {

namespace Ui {
class FormatDetails;
}

class FormatDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit FormatDetails(QWidget *parent = nullptr);
    ~FormatDetails() override;

    void setSettings(const ImageSettings &settings);
    /// Follows the choice of a file system and compression elsewhere.
    void setFormat(const std::string &filesystem, const std::string &compression);
    /// Writes what was entered, and what nobody changed exactly as it was; what the file system does not have
    /// stays as it was.
    void apply(ImageSettings &settings) const;
    /// Whether all that is shown can be.
    bool isFine() const { return m_isFine; }

Q_SIGNALS:
    void changed();

private:
    void showRows();
    void fillBlocks(std::uint32_t chosen);
    void check();
    QString inodesObjection() const;
    QString reservedObjection() const;
    QString featuresObjection() const;
    QString uuidObjection() const;
    std::vector<std::string> features() const;
    std::string uuid() const;

    std::unique_ptr<Ui::FormatDetails> m_ui;
    ImageSettings m_settings; // as they were given, with the file system and compression of now
    bool m_isFine = true;
};

} // namespace Refbox
