// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runtimedialog.h"
#include "guifixtures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestRuntimeDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dialog = std::make_unique<RuntimeDialog>(
            ExportContext{samplePlan({}), "/p/nano.refbox.lua", m_folder->path().toStdString(), kNoId});
        m_dialog->show();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_folder.reset();
    }

    void configurationsAreExported()
    {
        QVERIFY(exportButton()->isEnabled());
        QVERIFY(!find<QLabel>("problemLabel")->isVisible());
        find<QCheckBox>("lxcBox")->setChecked(false);
        find<QLineEdit>("mountEdit")->setText(u"/media/nano"_s);
        find<QLineEdit>("interfaceEdit")->setText(u"eth0"_s);
        find<QLineEdit>("addressEdit")->setText(u"10.0.0.5/24"_s);
        QCOMPARE(find<QLineEdit>("commandEdit")->text(),
                 u"refbox-cli export runtime --kind nspawn,vserver --mount /media/nano --interface eth0 "
                 "--address 10.0.0.5/24 /p/nano.refbox.lua /vsbox01 "_s +
                     m_folder->filePath(u"nano-runtimes"_s));
        QTest::mouseClick(exportButton(), Qt::LeftButton);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        const RuntimeRequest &request = m_dialog->request();
        QCOMPARE(request.kinds, (std::vector{RuntimeKind::Nspawn, RuntimeKind::VServer}));
        QCOMPARE(request.config.root, "/media/nano/" + request.config.name);
        exportRuntime(request.kinds, request.config, request.folder, request.replace);
        const QString folder = QString::fromStdString(request.folder);
        const QString name = QString::fromStdString(request.config.name);
        QVERIFY(QFile::exists(folder + u"/nspawn/"_s + name + u".nspawn"_s));
        QVERIFY(QFile::exists(folder + u"/vservers/"_s + name + u"/interfaces/0/ip"_s));
        QVERIFY(!QFile::exists(folder + u"/lxc"_s));
    }

    void theCommandOfAnEditedProjectSaysWhatItReads()
    {
        QVERIFY(!find<QLabel>("commandHint")->isVisible());
        m_dialog = std::make_unique<RuntimeDialog>(ExportContext{
            samplePlan({}), "/p/nano.refbox.lua", m_folder->path().toStdString(), kNoId, {}, true});
        m_dialog->show();
        QVERIFY(find<QLabel>("commandHint")->isVisible());
    }

    void anotherVServerMayBeChosen()
    {
        auto *combo = find<QComboBox>("vserverCombo");
        QVERIFY(combo->count() > 1);
        combo->setCurrentIndex(1);
        QCOMPARE(QString::fromStdString(m_dialog->request().config.name), combo->currentText());
        QCOMPARE(find<QLineEdit>("hostnameEdit")->placeholderText(), combo->currentText());
    }

    void whatIsWrongIsSaidAtOnce()
    {
        const auto isRefused = [&](const char *edit, const QString &text) {
            const QString before = find<QLineEdit>(edit)->text();
            find<QLineEdit>(edit)->setText(text);
            const bool refused = !exportButton()->isEnabled() && find<QLabel>("problemLabel")->isVisible() &&
                                 !find<QLabel>("problemLabel")->text().isEmpty();
            find<QLineEdit>(edit)->setText(before);
            return refused && exportButton()->isEnabled();
        };
        QVERIFY(isRefused("hostnameEdit", u"a b"_s));
        QVERIFY(isRefused("mountEdit", u"/mnt/with blank"_s));
        QVERIFY(isRefused("mountEdit", u"relative"_s));
        QVERIFY(isRefused("mountEdit", {}));
        QVERIFY(isRefused("folderEdit", {}));
        QVERIFY(!find<QLineEdit>("addressEdit")->isEnabled()); // on which interface?
        find<QLineEdit>("interfaceEdit")->setText(u"eth0"_s);
        QVERIFY(isRefused("addressEdit", u"10.0.0.500"_s));
        for (const char *box : {"nspawnBox", "lxcBox", "vserverBox"})
            find<QCheckBox>(box)->setChecked(false);
        QVERIFY(!exportButton()->isEnabled());
    }

private:
    QPushButton *exportButton() const { return find<QPushButton>("exportButton"); }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1StringView(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RuntimeDialog> m_dialog;
};

QTEST_MAIN(TestRuntimeDialog)
#include "tst_runtimedialog.moc"
