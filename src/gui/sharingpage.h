// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Sharing tab: components down, vservers across, in each cell how much of the component the vserver uses,
// and below what each vserver costs. Computed in the background and only while the page is shown. GUI thread.
#pragma once

#include "gui/latestjob.h"
#include "gui/picture.h"
#include "gui/sharingmodel.h"
#include "gui/snapshot.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QTableView;

namespace Refbox {

namespace Ui {
class SharingPage;
}

class SharingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SharingPage(QWidget *parent = nullptr);
    /// What still runs is cancelled; nothing waits for it.
    ~SharingPage() override;

    /// editable: of the document; else a tree that is only looked at.
    void setSnapshot(const SnapshotPtr &snapshot, bool editable);
    /// Nothing is being computed, and nothing has to be.
    bool isIdle() const { return !m_job.isRunning() && !m_stale; }
    const SharingTable &table() const { return m_model->table(); }
    Picture picture() const;
    void saveCsv(const QString &path) const; ///< throws Error

    /// Asks for a file and saves the picture or the table there; for tests.
    std::function<void(const Picture &, const QString &)> savePicture;

Q_SIGNALS:
    /// The folder that holds a component, or a vserver.
    void nodeSelected(Refbox::NodeId node);
    /// The links that a cell counts are to be shown.
    void linksRequested(const Refbox::LinkFilter &links);
    void newVServerRequested();
    void sidesRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpTable(QTableView &table);
    void addActions(QTableView &table);
    void setUpCorner();
    void keepTogether();
    void refresh();
    void showMatrix(const std::shared_ptr<const SharingMatrix> &matrix);
    void showText(const QString &text);
    QString emptyText() const;
    SharingShown shown() const;
    void arrange();
    void fitColumns();
    void updateLegend();
    void sortBy(int column);
    void showCorner();
    void selectionChanged(QTableView &changed, QTableView &other);
    void activate(int row, int column);
    void copy(const QTableView &table) const;

    std::unique_ptr<Ui::SharingPage> m_ui;
    SharingModel *m_model;
    SharingTotalsModel *m_totals;
    QLabel *m_cornerLabel = nullptr;
    SnapshotPtr m_snapshot;
    bool m_editable = false;
    LatestJob m_job;
    bool m_stale = false; ///< to be computed when shown
};

} // namespace Refbox
