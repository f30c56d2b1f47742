<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Refbox::CatalogueChooser</name>
    <message numerus="yes">
        <source>%n recipe(s)</source>
        <translation>
            <numerusform>%n recipe</numerusform>
            <numerusform>%n recipes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::ContentsPage</name>
    <message numerus="yes">
        <source>Remove %n link rule(s)</source>
        <translation>
            <numerusform>Remove %n link rule</numerusform>
            <numerusform>Remove %n link rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link %n name(s) to %1</source>
        <translation>
            <numerusform>Link %n name to %1</numerusform>
            <numerusform>Link %n names to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::DetailsPanel</name>
    <message numerus="yes">
        <source>%n name(s) of this file</source>
        <translation>
            <numerusform>%n name of this file</numerusform>
            <numerusform>%n names of this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::FindingsPage</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::LinkMapView</name>
    <message numerus="yes">
        <source>%n hard link(s)</source>
        <translation>
            <numerusform>%n hard link</numerusform>
            <numerusform>%n hard links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s)</source>
        <translation>
            <numerusform>%n symbolic link</numerusform>
            <numerusform>%n symbolic links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private copy(ies)</source>
        <translation>
            <numerusform>%n private copy</numerusform>
            <numerusform>%n private copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private file(s)</source>
        <translation>
            <numerusform>%n private file</numerusform>
            <numerusform>%n private files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken link(s)</source>
        <translation>
            <numerusform>%n broken link</numerusform>
            <numerusform>%n broken links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::MainWindow</name>
    <message numerus="yes">
        <source>Add %n dropped component(s)</source>
        <translation>
            <numerusform>Add %n dropped component</numerusform>
            <numerusform>Add %n dropped components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still run. Stop them and close? What they were writing is removed; files that were there before stay as they are.</source>
        <translation>
            <numerusform>%n job still runs. Stop it and close? What it was writing is removed; files that were there before stay as they are.</numerusform>
            <numerusform>%n jobs still run. Stop them and close? What they were writing is removed; files that were there before stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsPage</name>
    <message numerus="yes">
        <source>%n file(s) would break.</source>
        <translation>
            <numerusform>%n file would break.</numerusform>
            <numerusform>%n files would break.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would use another file.</source>
        <translation>
            <numerusform>%n would use another file.</numerusform>
            <numerusform>%n would use another file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n breaks</numerusform>
            <numerusform>%n break</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of this folder</source>
        <translation>
            <numerusform>%n file of this folder</numerusform>
            <numerusform>%n files of this folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) needed</source>
        <translation>
            <numerusform>%n other file needed</numerusform>
            <numerusform>%n other files needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsScene</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n breaks</numerusform>
            <numerusform>%n break</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) another file</source>
        <translation>
            <numerusform>%n uses another file</numerusform>
            <numerusform>%n use another file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s)</source>
        <translation>
            <numerusform>%n program</numerusform>
            <numerusform>%n programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n file(s)</source>
        <translation>
            <numerusform>needs %n file</numerusform>
            <numerusform>needs %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needed by %n file(s)</source>
        <translation>
            <numerusform>needed by %n file</numerusform>
            <numerusform>needed by %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::PackagePanel</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::ProjectModels</name>
    <message numerus="yes">
        <source>Matches %n file(s) of the refbox.</source>
        <translation>
            <numerusform>Matches %n file of the refbox.</numerusform>
            <numerusform>Matches %n files of the refbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are private copies.</source>
        <translation>
            <numerusform>%n of them is a private copy.</numerusform>
            <numerusform>%n of them are private copies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) gave way to later rules or private files.</source>
        <translation>
            <numerusform>%n name gave way to later rules or private files.</numerusform>
            <numerusform>%n names gave way to later rules or private files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::ReportDialog</name>
    <message numerus="yes">
        <source>%n program(s) do not say</source>
        <translation>
            <numerusform>%n program does not say</numerusform>
            <numerusform>%n programs do not say</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::SharingPainter</name>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vserver(s)</source>
        <translation>
            <numerusform>%n vserver</numerusform>
            <numerusform>%n vservers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::SharingTable</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::SmokeDialog</name>
    <message numerus="yes">
        <source>%n program(s) of %1 fail to start</source>
        <translation>
            <numerusform>%n program of %1 fails to start</numerusform>
            <numerusform>%n programs of %1 fail to start</numerusform>
        </translation>
    </message>
</context>
</TS>
