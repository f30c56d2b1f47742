// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits how the image is made: file system, size, free space, label, seal, capacity. A pure editor of a
// value. GUI thread.
#pragma once

#include "gui/bytefield.h"
#include "project/project.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLineEdit;

namespace Refbox {

namespace Ui {
class ImageSettingsDialog;
}

class ImageSettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Shows the project's settings.
    explicit ImageSettingsDialog(const Project &project, QWidget *parent = nullptr);
    ~ImageSettingsDialog() override;

    void setSettings(const ImageSettings &settings);
    /// What was chosen; what nobody changed comes back exactly. Valid once the dialog was accepted.
    ImageSettings settings() const;

private:
    void setUpChoices();
    void connectAll();
    void showSize();
    void showFree();
    void showCapacity();
    std::optional<std::uint64_t> size() const;
    std::optional<FreeSpace> freeSpace() const;
    std::string capacity() const;
    void updateState();
    QString sizeObjection() const;
    QString freeObjection() const;
    QString labelObjection() const;
    QString capacityObjection() const;
    QString labelHint() const;

    std::unique_ptr<Ui::ImageSettingsDialog> m_ui;
    ImageSettings m_original;
    std::string m_defaultLabel;
    ByteField m_label;
};

} // namespace Refbox
