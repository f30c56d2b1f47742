// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferencesdialog.h"

#include "dialogtools.h"
#include "gui/fieldhint.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestPreferences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-preferences"_s);
    }

    void init()
    {
        QSettings().clear();
        for (const char *name : {"REFBOX_SOURCES", "REFBOX_OFFLINE", "REFBOX_CACHE", "REFBOX_COMPILE_HOSTS"})
            qunsetenv(name);
    }

    void cleanupTestCase() { QSettings().clear(); }

    void areKept()
    {
        QCOMPARE(Preferences::load(), Preferences());
        const Preferences chosen{u"/x/cache"_s, {u"/a b"_s, u"/c"_s}, true, 3, true, u"build1 build2/8"_s};
        chosen.save();
        QCOMPARE(Preferences::load(), chosen);
    }

    void leadTheBuild()
    {
        qputenv("REFBOX_SOURCES", "/first");
        const Preferences chosen{{}, {u"/second"_s}, true, 3, true, u"build1 build2/8"_s};
        const BuildRecipesOptions options = chosen.recipeOptions();
        QCOMPARE(options.jobs, 3U);
        QVERIFY(options.keepFailed && options.sources.offline);
        QCOMPARE(options.sources.folders, (std::vector<std::string>{"/first", "/second"}));
        QCOMPARE(options.hosts, (std::vector<CompileHost>{{"build1", 3632, 4}, {"build2", 3632, 8}}));
        qputenv("REFBOX_COMPILE_HOSTS", "other");
        QCOMPARE(chosen.recipeOptions().hosts, (std::vector<CompileHost>{{"other", 3632, 4}}));
        QVERIFY(chosen.packageOptions().offline);
        QVERIFY(!Preferences().packageOptions().offline);
        // What the environment forbids, no preference allows.
        qputenv("REFBOX_OFFLINE", "1");
        QVERIFY(Preferences().recipeOptions().sources.offline);
        QVERIFY(Preferences().packageOptions().offline);
    }

    void theCacheComesFromThemUnlessTheEnvironmentSaysSo()
    {
        applyCachePreference();
        QVERIFY(qEnvironmentVariableIsEmpty("REFBOX_CACHE"));
        Preferences chosen;
        chosen.cacheFolder = u"/x/cache"_s;
        chosen.save();
        qputenv("REFBOX_CACHE", "/mine");
        applyCachePreference();
        QCOMPARE(qgetenv("REFBOX_CACHE"), QByteArray("/mine"));
        qunsetenv("REFBOX_CACHE");
        applyCachePreference();
        QCOMPARE(qgetenv("REFBOX_CACHE"), QByteArray("/x/cache"));
    }

    void theDialogGivesBackWhatItGot()
    {
        const Preferences chosen{u"/x/cache"_s, {u"/a b"_s, u"/c"_s}, true, 3, true, u"build1 build2/8"_s};
        const PreferencesDialog dialog(chosen);
        QCOMPARE(dialog.preferences(), chosen);
        const PreferencesDialog other{Preferences()};
        QCOMPARE(other.preferences(), Preferences());
    }

    void theDialogChangesThem()
    {
        const QTemporaryDir folder;
        PreferencesDialog dialog(Preferences{{}, {u"/a"_s, u"/b"_s}, false, 0, false, {}});
        dialog.show();
        QCOMPARE(defaultButton(dialog)->text(), u"&Save preferences"_s);
        QCOMPARE(child<QLabel>(dialog, u"coresLabel"_s)->text(), u"&Processes of all builds:"_s);
        QVERIFY(child<QSpinBox>(dialog, u"coresSpin"_s)->toolTip().contains(u"all builds together"_s));
        auto *list = child<QListWidget>(dialog, u"sourcesList"_s);
        auto *remove = child<QPushButton>(dialog, u"removeButton"_s);
        QVERIFY(!remove->isEnabled());
        list->setCurrentRow(0);
        QTest::mouseClick(remove, Qt::LeftButton);
        QTest::mouseClick(child<QCheckBox>(dialog, u"offlineBox"_s), Qt::LeftButton, {}, QPoint(8, 8));
        child<QSpinBox>(dialog, u"coresSpin"_s)->setValue(1);
        typeInto(dialog, u"cacheEdit"_s, u"relative"_s);
        QVERIFY(!defaultButton(dialog)->isEnabled());
        QVERIFY(child<FieldHint>(dialog, u"cacheHint"_s)->isObjecting());
        typeInto(dialog, u"cacheEdit"_s, folder.path());
        QVERIFY(defaultButton(dialog)->isEnabled());
        typeInto(dialog, u"hostsEdit"_s, u"build1/none"_s);
        QVERIFY(!defaultButton(dialog)->isEnabled());
        QVERIFY(child<FieldHint>(dialog, u"hostsHint"_s)->isObjecting());
        typeInto(dialog, u"hostsEdit"_s, u" build1/2 "_s);
        QVERIFY(defaultButton(dialog)->isEnabled());
        const Preferences expected{folder.path(), {u"/b"_s}, true, 1, false, u"build1/2"_s};
        QCOMPARE(dialog.preferences(), expected);
    }
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
