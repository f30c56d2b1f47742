// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fieldhint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace Refbox {

namespace {

constexpr int kSignSize = 16;

QFont smaller(QFont font)
{
    if (font.pointSizeF() > 7)
        font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

// Between the text and its background: readable, but second to the field.
QColor faded(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor ground = palette.color(QPalette::Window);
    const auto mix = [](int a, int b) { return (a * 68 + b * 32) / 100; };
    return {mix(text.red(), ground.red()), mix(text.green(), ground.green()),
            mix(text.blue(), ground.blue())};
}

} // namespace

FieldHint::FieldHint(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setFont(smaller(m_text->font()));
    // The first line stands beside the sign, however high the widget is.
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const int lead = qMax(0, kSignSize - m_text->fontMetrics().height()) / 2;
    m_text->setContentsMargins(0, lead, 0, 0);
    m_text->setMinimumHeight(qMax(kSignSize, m_text->fontMetrics().height()));
    m_sign->setFixedSize(kSignSize, kSignSize);
    update();
}

void FieldHint::setField(QWidget *field)
{
    m_field = field;
    update();
}

void FieldHint::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

bool FieldHint::setObjection(const QString &objection)
{
    m_objection = objection;
    update();
    return objection.isEmpty();
}

QString FieldHint::text() const
{
    return m_text->text();
}

void FieldHint::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void FieldHint::update()
{
    m_text->setText(isObjecting() ? m_objection : m_hint);
    m_sign->setVisible(isObjecting());
    m_sign->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(kSignSize));
    QPalette colours = m_text->palette();
    const QColor colour = isObjecting() ? palette().color(QPalette::WindowText) : faded(palette());
    if (colours.color(QPalette::WindowText) != colour) {
        colours.setColor(QPalette::WindowText, colour);
        m_text->setPalette(colours);
    }
    if (m_field != nullptr)
        m_field->setAccessibleDescription(m_text->text());
}

} // namespace Refbox
