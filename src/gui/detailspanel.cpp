// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/detailspanel.h"

#include "jobs/display.h"
#include "jobs/job.h"
#include "ui_detailspanel.h"

#include <QFontDatabase>
#include <QFutureWatcher>
#include <QUrl>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

QString row(const DetailRow &row)
{
    const QString value = row.value.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return u"<tr><td class='label'>%1</td><td>%2%3</td></tr>"_s.arg(
        row.label.toHtmlEscaped(), row.isProblem ? u"⚠ "_s : QString(), value);
}

// What is asked for by its path and is there, such as a loader, needs no second column that repeats it.
QString wideRow(const QString &text)
{
    return u"<tr><td colspan='2'>%1</td></tr>"_s.arg(text.toHtmlEscaped());
}

} // namespace

DetailsPanel::DetailsPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailsPanel>())
{
    m_ui->setupUi(this);
    setMinimumWidth(180); // a fact's name and its value side by side
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->titleLabel->setFont(bold);
    m_ui->previewLabel->setFont(bold);
    m_ui->previewEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->factsBrowser->viewport()->setAutoFillBackground(false);
    m_ui->factsBrowser->document()->setDocumentMargin(0);
    connect(m_ui->factsBrowser, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT nodeSelected(url.path().toUInt()); });
    setNode(nullptr, kNoId);
}

DetailsPanel::~DetailsPanel()
{
    if (m_reading)
        m_reading->cancel();
}

void DetailsPanel::setNode(const SnapshotPtr &snapshot, NodeId node)
{
    if (m_reading)
        m_reading->cancel();
    m_reading.reset();
    m_snapshot = snapshot;
    const bool isEmpty = !snapshot || node == kNoId;
    m_ui->emptyLabel->setVisible(isEmpty);
    m_ui->titleLabel->setVisible(!isEmpty);
    m_ui->factsBrowser->setVisible(!isEmpty);
    if (isEmpty) {
        m_ui->previewLabel->hide();
        m_ui->previewEdit->hide();
        return;
    }
    m_ui->titleLabel->setText(displayPath(snapshot->tree->path(node)));
    m_reading = std::make_shared<Progress>();
    auto *watcher = new QFutureWatcher<NodeDetails>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, reading = m_reading] {
        watcher->deleteLater();
        if (reading != m_reading)
            return;
        try {
            show(watcher->future().result());
        } catch (const Cancelled &) {
        } catch (const Error &error) {
            m_ui->factsBrowser->setPlainText(error.toString());
        }
    });
    watcher->setFuture(startJob(
        m_reading, [snapshot, node](Progress &progress) { return nodeDetails(*snapshot, node, progress); }));
}

void DetailsPanel::show(const NodeDetails &details)
{
    m_ui->factsBrowser->setHtml(factsHtml(details));
    m_ui->previewLabel->setText(details.previewTitle);
    const bool hasPreview = !details.previewTitle.isEmpty();
    m_ui->previewLabel->setVisible(hasPreview);
    m_ui->previewEdit->setVisible(hasPreview);
    m_ui->previewEdit->setPlainText(details.preview);
}

QString DetailsPanel::factsHtml(const NodeDetails &details) const
{
    QColor quiet = palette().color(QPalette::WindowText);
    quiet.setAlphaF(0.65F);
    QString html = u"<style>td { padding-right: 8px; padding-bottom: 2px; } .label, h4 { color: %1; }"
                   "h4 { margin: 12px 0 4px 0; } a { text-decoration: none; }</style><table>"_s.arg(
                       quiet.name(QColor::HexRgb));
    for (const DetailRow &fact : details.rows)
        html += row(fact);
    html += u"</table>"_s;
    if (!details.needs.empty()) {
        html += u"<h4>%1</h4><table>"_s.arg(tr("Needs"));
        for (const DetailRow &need : details.needs)
            html += need.label == need.value ? wideRow(need.value) : row(need);
        html += u"</table>"_s;
    }
    if (details.nameCount > 1) {
        html +=
            u"<h4>%1</h4>"_s.arg(tr("%n name(s) of this file", nullptr, static_cast<int>(details.nameCount)));
        for (const NodeId name : details.names)
            html += u"<a href='node:%1'>%2</a><br>"_s.arg(name).arg(
                displayPath(m_snapshot->tree->path(name)).toHtmlEscaped());
        if (details.names.size() < details.nameCount)
            html += tr("… and more");
    }
    return html;
}

} // namespace Refbox
