// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/welcomepage.h"

#include "gui/icons.h"
#include "ui_welcomepage.h"

#include <QFileInfo>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

QFont scaled(QFont font, qreal points, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() + points);
    font.setWeight(weight);
    return font;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    m_ui->logoLabel->setPixmap(QIcon(u":/icons/appicon.svg"_s).pixmap(64));
    m_ui->titleLabel->setFont(scaled(font(), 10, QFont::DemiBold));
    for (QLabel *label : {m_ui->startTitle, m_ui->openTitle, m_ui->recentTitle})
        label->setFont(scaled(font(), 1, QFont::DemiBold));
    const struct
    {
        QCommandLinkButton *button;
        QString iconName;
    } buttons[] = {{m_ui->nanoButton, u"package"_s}, {m_ui->minimalButton, u"vserver"_s},
                   {m_ui->emptyButton, u"new"_s},    {m_ui->openProjectButton, u"open"_s},
                   {m_ui->lookButton, u"search"_s},  {m_ui->lookFolderButton, u"search"_s}};
    for (const auto &[button, name] : buttons)
        button->setIcon(icon(name));
    connect(m_ui->nanoButton, &QAbstractButton::clicked, this,
            [this] { Q_EMIT templateChosen(u"nano-vserver"_s); });
    connect(m_ui->minimalButton, &QAbstractButton::clicked, this,
            [this] { Q_EMIT templateChosen(u"minimal"_s); });
    connect(m_ui->emptyButton, &QAbstractButton::clicked, this,
            [this] { Q_EMIT templateChosen(u"empty"_s); });
    connect(m_ui->openProjectButton, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    connect(m_ui->lookButton, &QAbstractButton::clicked, this, &WelcomePage::lookInsideRequested);
    connect(m_ui->lookFolderButton, &QAbstractButton::clicked, this, &WelcomePage::lookInsideFolderRequested);
    connect(m_ui->recentList, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT recentChosen(item->data(Qt::UserRole).toString());
    });
    connect(m_ui->recentList, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        Q_EMIT recentChosen(item->data(Qt::UserRole).toString());
    });
    m_ui->recentList->viewport()->setAutoFillBackground(false);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::setRecentFiles(const QStringList &paths)
{
    m_ui->recentList->clear();
    for (const QString &path : paths) {
        auto *item = new QListWidgetItem(icon(u"package"_s), QFileInfo(path).fileName(), m_ui->recentList);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
    }
    m_ui->recentTitle->setVisible(!paths.isEmpty());
    m_ui->recentList->setVisible(!paths.isEmpty());
}

} // namespace Refbox
