<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Refbox::AddSoftwareDialog</name>
    <message>
        <source>Where the software comes from</source>
        <translation>Woher die Software kommt</translation>
    </message>
    <message>
        <source>&amp;This machine</source>
        <translation>Dieser &amp;Rechner</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>Or&amp;dner</translation>
    </message>
    <message>
        <source>A &amp;folder with files as they should be installed, with bin, lib, etc …</source>
        <translation>Ein &amp;Ordner mit Dateien, wie sie installiert sein sollen, mit bin, lib, etc …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>Browse for a folder</source>
        <translation>Nach einem Ordner suchen</translation>
    </message>
    <message>
        <source>You can also drop a folder here.</source>
        <translation>Ein Ordner lässt sich auch hierher ziehen.</translation>
    </message>
    <message>
        <source>A&amp;rchive</source>
        <translation>Ar&amp;chiv</translation>
    </message>
    <message>
        <source>An &amp;archive or a package of a distribution: tar, star, cpio, zip, 7z, deb, rpm …</source>
        <translation>Ein &amp;Archiv oder ein Paket einer Distribution: tar, star, cpio, zip, 7z, deb, rpm …</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Browse for an archive</source>
        <translation>Nach einem Archiv suchen</translation>
    </message>
    <message>
        <source>You can also drop an archive here.</source>
        <translation>Ein Archiv lässt sich auch hierher ziehen.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Name of the component</source>
        <translation>Name der Komponente</translation>
    </message>
    <message>
        <source>&amp;Lives in:</source>
        <translation>&amp;Liegt in:</translation>
    </message>
    <message>
        <source>Prefix in the refbox</source>
        <translation>Präfix in der Refbox</translation>
    </message>
    <message>
        <source>Add software</source>
        <translation>Software hinzufügen</translation>
    </message>
    <message>
        <source>A&amp;dd component</source>
        <translation>Ko&amp;mponente hinzufügen</translation>
    </message>
    <message>
        <source>In lists and messages.</source>
        <translation>In Listen und Meldungen.</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Appl&amp;y changes</source>
        <translation>Änderungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Archives and packages (%1)</source>
        <translation>Archive und Pakete (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose an archive</source>
        <translation>Archiv wählen</translation>
    </message>
    <message>
        <source>In the image: %1</source>
        <translation>Im Abbild: %1</translation>
    </message>
    <message>
        <source>The prefix %1.</source>
        <translation>Das Präfix %1.</translation>
    </message>
    <message>
        <source>The path %1.</source>
        <translation>Der Pfad %1.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is no folder. Archives have a tab of their own.</source>
        <translation>Das ist kein Ordner. Archive haben einen eigenen Reiter.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>&amp;Catalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <source>Pac&amp;kages</source>
        <translation>Pak&amp;ete</translation>
    </message>
    <message>
        <source>&amp;Packages of the distribution, one a line, also as bash=5.2.15-2:</source>
        <translation>&amp;Pakete der Distribution, eines je Zeile, auch als bash=5.2.15-2:</translation>
    </message>
    <message>
        <source>Leave out, &amp;although they are needed:</source>
        <translation>&amp;Weglassen, obwohl sie gebraucht werden:</translation>
    </message>
    <message>
        <source>Packages, one a line</source>
        <translation>Pakete, eines je Zeile</translation>
    </message>
    <message>
        <source>Packages to leave out, one a line</source>
        <translation>Wegzulassende Pakete, eines je Zeile</translation>
    </message>
    <message>
        <source>&amp;For the processor:</source>
        <translation>&amp;Für den Prozessor:</translation>
    </message>
    <message>
        <source>Processor architecture of the packages</source>
        <translation>Prozessorarchitektur der Pakete</translation>
    </message>
    <message>
        <source>Package f&amp;iles…</source>
        <translation>Paketd&amp;ateien …</translation>
    </message>
    <message>
        <source>Add package files</source>
        <translation>Paketdateien hinzufügen</translation>
    </message>
    <message>
        <source>This machine&apos;s (%1)</source>
        <translation>den dieses Rechners (%1)</translation>
    </message>
    <message>
        <source>Packages (%1)</source>
        <translation>Pakete (%1)</translation>
    </message>
    <message>
        <source>Choose packages</source>
        <translation>Pakete wählen</translation>
    </message>
    <message>
        <source>All that they depend on comes along. They are fetched when the package is built; their scripts are not run.</source>
        <translation>Alles, wovon sie abhängen, kommt mit. Geholt werden sie beim Bauen; ihre Skripte werden nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Name at least one package.</source>
        <translation>Nennen Sie mindestens ein Paket.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2.</source>
        <translation>„%1“ %2.</translation>
    </message>
    <message>
        <source>The processor &quot;%1&quot; %2.</source>
        <translation>Der Prozessor „%1“ %2.</translation>
    </message>
</context>
<context>
    <name>Refbox::Autosave</name>
    <message>
        <source>Cannot keep a copy of unsaved changes</source>
        <translation>Eine Kopie der ungespeicherten Änderungen kann nicht aufgehoben werden</translation>
    </message>
    <message>
        <source>Save the project soon.</source>
        <translation>Das Projekt bald speichern.</translation>
    </message>
</context>
<context>
    <name>Refbox::BuildsPanel</name>
    <message>
        <source>Builds</source>
        <translation>Bauvorgänge</translation>
    </message>
    <message>
        <source>No builds yet. Build or export something, and it shows here.</source>
        <translation>Noch keine Bauvorgänge. Was gebaut oder exportiert wird, erscheint hier.</translation>
    </message>
    <message>
        <source>Cle&amp;ar ended</source>
        <translation>Beendete ent&amp;fernen</translation>
    </message>
    <message>
        <source>Take the builds that have ended out of the list</source>
        <translation>Die beendeten Bauvorgänge aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Builds and exports</source>
        <translation>Bauvorgänge und Exporte</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <translation>Eingabetaste: nächste Fundstelle, Umschalt+Eingabetaste: vorige</translation>
    </message>
    <message>
        <source>Save lo&amp;g…</source>
        <translation>Proto&amp;koll speichern …</translation>
    </message>
    <message>
        <source>Log of the selected build</source>
        <translation>Protokoll des gewählten Bauvorgangs</translation>
    </message>
    <message>
        <source>Reading the image back</source>
        <translation>Abbild wird zurückgelesen</translation>
    </message>
    <message>
        <source>%L1 entries/s</source>
        <translation>%L1 Einträge/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 beendet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing in the log so far.</source>
        <translation>Noch nichts im Protokoll.</translation>
    </message>
    <message>
        <source>Nothing in the log.</source>
        <translation>Nichts im Protokoll.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Cannot save the log</source>
        <translation>Das Protokoll kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Logs (*.log);;All files (*)</source>
        <translation>Protokolle (*.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>Nä&amp;chstes Problem</translation>
    </message>
    <message>
        <source>Go to the next warning or error (F8)</source>
        <translation>Zur nächsten Warnung oder zum nächsten Fehler (F8)</translation>
    </message>
</context>
<context>
    <name>Refbox::CapacityGauge</name>
    <message>
        <source>CD-ROM (650 MiB)</source>
        <translation>CD-ROM (650 MiB)</translation>
    </message>
    <message>
        <source>CD-ROM (700 MiB)</source>
        <translation>CD-ROM (700 MiB)</translation>
    </message>
    <message>
        <source>mini-CD (185 MiB)</source>
        <translation>Mini-CD (185 MiB)</translation>
    </message>
    <message>
        <source>DVD</source>
        <translation>DVD</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>Größe des Abbilds</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Abbild: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The image is too large for what it should fit on.</source>
        <translation>Das Abbild ist zu groß für das, worauf es passen soll.</translation>
    </message>
</context>
<context>
    <name>Refbox::CatalogueChooser</name>
    <message>
        <source>Search the catalogue</source>
        <translation>Katalog durchsuchen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Rezepte</translation>
    </message>
    <message>
        <source>About the recipe</source>
        <translation>Über das Rezept</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>No recipe of this kind. Packages and archives have tabs of their own.</source>
        <translation>Kein solches Rezept. Pakete und Archive haben eigene Reiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n recipe(s)</source>
        <translation>
            <numerusform>%n Rezept</numerusform>
            <numerusform>%n Rezepte</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a recipe: it says how software is built from its author&apos;s source.</source>
        <translation>Wählen Sie ein Rezept: es sagt, wie Software aus der Quelle ihres Autors gebaut wird.</translation>
    </message>
    <message>
        <source>The catalogue has no recipe of this name.</source>
        <translation>Der Katalog hat kein Rezept dieses Namens.</translation>
    </message>
    <message>
        <source>Nobody has built it yet: %1</source>
        <translation>Niemand hat es bisher gebaut: %1</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Homepage</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Provides</source>
        <translation>Bringt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1 (standard)</source>
        <translation>%1 (üblich)</translation>
    </message>
    <message>
        <source>Also add what it needs: %1</source>
        <translation>Auch hinzufügen, was es braucht: %1</translation>
    </message>
    <message>
        <source>Select a recipe.</source>
        <translation>Wählen Sie ein Rezept.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>Refbox::ChosenProgramsModel</name>
    <message>
        <source>The program %1 %2.</source>
        <translation>Das Programm %1 %2.</translation>
    </message>
    <message>
        <source>The place of %1 %2.</source>
        <translation>Der Ort von %1 %2.</translation>
    </message>
    <message>
        <source>Two programs go to %1: give one of them another place.</source>
        <translation>Zwei Programme sollen nach %1: einem von ihnen einen anderen Ort geben.</translation>
    </message>
    <message>
        <source>Build the package even on a machine that lacks this program</source>
        <translation>Das Paket auch auf einem Rechner bauen, dem dieses Programm fehlt</translation>
    </message>
    <message>
        <source>This machine does not have %1</source>
        <translation>Dieser Rechner hat %1 nicht</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Where it goes below the component&apos;s prefix. Double-click to change it.</source>
        <translation>Wohin es unter dem Präfix der Komponente kommt. Doppelklick zum Ändern.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>Refbox::CompareDialog</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Every name, type, mode, owner, time, size, byte, link, attribute, ACL and flag is equal.</source>
        <translation>Alle Namen, Typen, Rechte, Eigentümer, Zeiten, Größen, Bytes, Links, Attribute, ACLs und Flags sind gleich.</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Art des Unterschieds</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>Nach Pfad filtern</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Same &amp;command:</source>
        <translation>Als &amp;Befehl:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>Alle Unterschiede</translation>
    </message>
</context>
<context>
    <name>Refbox::ComponentDrafts</name>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>Another component has this name.</source>
        <translation>Eine andere Komponente hat diesen Namen.</translation>
    </message>
    <message>
        <source>The folder is empty.</source>
        <translation>Der Ordner ist leer.</translation>
    </message>
    <message>
        <source>Contains %1</source>
        <translation>Enthält %1</translation>
    </message>
</context>
<context>
    <name>Refbox::ContentsPage</name>
    <message>
        <source>Refbox</source>
        <translation>Refbox</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Add software…</source>
        <translation>Software hinzufügen …</translation>
    </message>
    <message>
        <source>Edit the component…</source>
        <translation>Komponente bearbeiten …</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>Remove the component</source>
        <translation>Komponente entfernen</translation>
    </message>
    <message>
        <source>Vserver</source>
        <translation>Vserver</translation>
    </message>
    <message>
        <source>New vserver…</source>
        <translation>Neuer Vserver …</translation>
    </message>
    <message>
        <source>Edit the vserver…</source>
        <translation>Vserver bearbeiten …</translation>
    </message>
    <message>
        <source>Remove the vserver</source>
        <translation>Vserver entfernen</translation>
    </message>
    <message>
        <source>No vserver yet. A vserver is a small system made of links to the refbox.</source>
        <translation>Noch kein Vserver. Ein Vserver ist ein kleines System aus Links auf die Refbox.</translation>
    </message>
    <message>
        <source>&amp;New vserver…</source>
        <translation>&amp;Neuer Vserver …</translation>
    </message>
    <message>
        <source>Lin&amp;k rules</source>
        <translation>Link-Re&amp;geln</translation>
    </message>
    <message>
        <source>Link rules</source>
        <translation>Link-Regeln</translation>
    </message>
    <message>
        <source>Later rules override earlier ones.</source>
        <translation>Spätere Regeln haben Vorrang vor früheren.</translation>
    </message>
    <message>
        <source>Add a link rule…</source>
        <translation>Link-Regel hinzufügen …</translation>
    </message>
    <message>
        <source>Edit the rule…</source>
        <translation>Regel bearbeiten …</translation>
    </message>
    <message>
        <source>Remove the rules</source>
        <translation>Regeln entfernen</translation>
    </message>
    <message>
        <source>Priva&amp;te files</source>
        <translation>Pri&amp;vate Dateien</translation>
    </message>
    <message>
        <source>Private files</source>
        <translation>Private Dateien</translation>
    </message>
    <message>
        <source>Add a private file…</source>
        <translation>Private Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Edit the file…</source>
        <translation>Datei bearbeiten …</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Datei entfernen</translation>
    </message>
    <message>
        <source>%1 of its own, %2 shared</source>
        <translation>%1 eigen, %2 gemeinsam</translation>
    </message>
    <message>
        <source>Move component %1</source>
        <translation>Komponente %1 verschieben</translation>
    </message>
    <message>
        <source>Move link rule %1</source>
        <translation>Link-Regel %1 verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n link rule(s)</source>
        <translation>
            <numerusform>%n Link-Regel entfernen</numerusform>
            <numerusform>%n Link-Regeln entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove component %1</source>
        <translation>Komponente %1 entfernen</translation>
    </message>
    <message>
        <source>Remove vserver %1</source>
        <translation>Vserver %1 entfernen</translation>
    </message>
    <message>
        <source>Remove private file %1</source>
        <translation>Private Datei %1 entfernen</translation>
    </message>
    <message>
        <source>Link %1 to %2</source>
        <translation>%1 nach %2 verlinken</translation>
    </message>
    <message numerus="yes">
        <source>Link %n name(s) to %1</source>
        <translation>
            <numerusform>%n Namen nach %1 verlinken</numerusform>
            <numerusform>%n Namen nach %1 verlinken</numerusform>
        </translation>
    </message>
    <message>
        <source>Link into %1…</source>
        <translation>In %1 verlinken …</translation>
    </message>
    <message>
        <source>Link all inside into %1…</source>
        <translation>Alles darin in %1 verlinken …</translation>
    </message>
    <message>
        <source>Edit this private file…</source>
        <translation>Diese private Datei bearbeiten …</translation>
    </message>
    <message>
        <source>Show where this comes from</source>
        <translation>Herkunft anzeigen</translation>
    </message>
    <message>
        <source>Edit as private file…</source>
        <translation>Als private Datei bearbeiten …</translation>
    </message>
    <message>
        <source>Over all that is linked. Double click one in the tree to add it.</source>
        <translation>Sie haben Vorrang vor Verlinktem. Doppelklick im Baum fügt eine hinzu.</translation>
    </message>
    <message>
        <source>The refbox is empty so far. Add software below.</source>
        <translation>Die Refbox ist noch leer. Fügen Sie unten Software hinzu.</translation>
    </message>
    <message>
        <source>The refbox is empty so far: its components are still to be built or fetched.</source>
        <translation>Die Refbox ist noch leer: Ihre Komponenten sind erst noch zu bauen oder zu holen.</translation>
    </message>
    <message>
        <source>This vserver is empty so far. Add a link rule below.</source>
        <translation>Dieser Vserver ist noch leer. Fügen Sie unten eine Link-Regel hinzu.</translation>
    </message>
</context>
<context>
    <name>Refbox::DetailsPanel</name>
    <message>
        <source>Path of the selection</source>
        <translation>Pfad der Auswahl</translation>
    </message>
    <message>
        <source>Select a file or folder anywhere: here stands all that is known of it.</source>
        <translation>Irgendwo eine Datei oder einen Ordner auswählen: hier steht alles, was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>Facts about the selection</source>
        <translation>Angaben zur Auswahl</translation>
    </message>
    <message>
        <source>Preview of the content</source>
        <translation>Vorschau des Inhalts</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of this file</source>
        <translation>
            <numerusform>%n Name dieser Datei</numerusform>
            <numerusform>%n Namen dieser Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und weitere</translation>
    </message>
</context>
<context>
    <name>Refbox::DifferencesModel</name>
    <message>
        <source>What differs</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>In A</source>
        <translation>In A</translation>
    </message>
    <message>
        <source>In B</source>
        <translation>In B</translation>
    </message>
</context>
<context>
    <name>Refbox::ErrorDialog</name>
    <message>
        <source>Refbox</source>
        <translation>Refbox</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Details kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>Refbox::Export</name>
    <message>
        <source>None (.tar)</source>
        <translation>Keine (.tar)</translation>
    </message>
    <message>
        <source>gzip (.tar.gz)</source>
        <translation>gzip (.tar.gz)</translation>
    </message>
    <message>
        <source>xz (.tar.xz), the smallest</source>
        <translation>xz (.tar.xz), am kleinsten</translation>
    </message>
    <message>
        <source>Zstandard (.tar.zst), the fastest</source>
        <translation>Zstandard (.tar.zst), am schnellsten</translation>
    </message>
    <message>
        <source>Cannot write there</source>
        <translation>Dorthin kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>It needs %1, but its medium holds only %2.</source>
        <translation>Das Abbild braucht %1, aber sein Medium fasst nur %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %L2, such as %3</source>
        <translation>%1: %L2, etwa %3</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Einen Namen angeben.</translation>
    </message>
    <message>
        <source>Its folder does not exist.</source>
        <translation>Der Ordner dafür existiert nicht.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>It exists, and is not an empty folder.</source>
        <translation>Das Ziel existiert und ist kein leerer Ordner.</translation>
    </message>
</context>
<context>
    <name>Refbox::ExportDialog</name>
    <message>
        <source>&amp;Part:</source>
        <translation>&amp;Teil:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Kompression:</translation>
    </message>
    <message>
        <source>File s&amp;ystem:</source>
        <translation>Datei&amp;system:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>Größe des Abbilds</translation>
    </message>
    <message>
        <source>64M</source>
        <translation>64M</translation>
    </message>
    <message>
        <source>Bytes, or a number with K, M or G: 64M</source>
        <translation>Bytes oder eine Zahl mit K, M oder G: 64M</translation>
    </message>
    <message>
        <source>F&amp;ree space:</source>
        <translation>&amp;Freier Platz:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Room beyond the content: a share such as 10%, or a size such as 5M</source>
        <translation>Platz über den Inhalt hinaus: ein Anteil wie 10% oder eine Größe wie 5M</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>Datenträger&amp;name:</translation>
    </message>
    <message>
        <source>Read it bac&amp;k and compare it with the plan</source>
        <translation>Zurück&amp;lesen und mit dem Plan vergleichen</translation>
    </message>
    <message>
        <source>&amp;Go on where owners, devices or attributes need root</source>
        <translation>&amp;Weitermachen, wo Eigentümer, Geräte oder Attribute root erfordern</translation>
    </message>
    <message>
        <source>The same on the co&amp;mmand line:</source>
        <translation>Dasselbe auf der &amp;Befehlszeile:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Export image</source>
        <translation>Abbild exportieren</translation>
    </message>
    <message>
        <source>Export star-ball</source>
        <translation>Star-Ball exportieren</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Ordner exportieren</translation>
    </message>
    <message>
        <source>&amp;VServer:</source>
        <translation>&amp;Vserver:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>The whole package</source>
        <translation>Das ganze Paket</translation>
    </message>
    <message>
        <source>As small as possible</source>
        <translation>So klein wie möglich</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Save the project first: the command works on its file.</source>
        <translation>Zuerst das Projekt speichern: der Befehl arbeitet mit dessen Datei.</translation>
    </message>
    <message>
        <source>There is no vserver to pack. Make one first.</source>
        <translation>Es gibt keinen Vserver zum Packen. Zuerst einen anlegen.</translation>
    </message>
    <message>
        <source>Say where it goes.</source>
        <translation>Bitte angeben, wohin.</translation>
    </message>
    <message>
        <source>A size is a number of bytes, or a number with K, M or G, such as 64M.</source>
        <translation>Eine Größe ist eine Anzahl Bytes oder eine Zahl mit K, M oder G, etwa 64M.</translation>
    </message>
    <message>
        <source>Free space is a share such as 10%, or a size such as 5M.</source>
        <translation>Der freie Platz ist ein Anteil wie 10% oder eine Größe wie 5M.</translation>
    </message>
    <message>
        <source>Computing its size…</source>
        <translation>Größe wird berechnet …</translation>
    </message>
    <message>
        <source>The image will be %1, on a medium of %2.</source>
        <translation>Das Abbild wird %1 groß, auf einem Medium von %2.</translation>
    </message>
    <message>
        <source>The image will be %1.</source>
        <translation>Das Abbild wird %1 groß.</translation>
    </message>
    <message>
        <source>The star-ball will hold %1 of files, before compression.</source>
        <translation>Der Star-Ball wird vor der Kompression %1 an Dateien enthalten.</translation>
    </message>
    <message>
        <source>The folder will hold %1 of files.</source>
        <translation>Der Ordner wird %1 an Dateien enthalten.</translation>
    </message>
    <message>
        <source>What it cannot hold:</source>
        <translation>Was nicht erhalten bleibt:</translation>
    </message>
    <message>
        <source>It will hold everything exactly.</source>
        <translation>Alles bleibt genau erhalten.</translation>
    </message>
    <message>
        <source>The plan has errors, %1 in all: see the findings.</source>
        <translation>Der Plan hat Fehler, insgesamt %1: siehe die Befunde.</translation>
    </message>
    <message>
        <source>Only root can write this exactly. Go on without, or export an image.</source>
        <translation>Nur root kann dies genau schreiben. Ohne das weitermachen oder ein Abbild exportieren.</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>%1 ersetzen?</translation>
    </message>
    <message>
        <source>There is such a file already. It stays until the new one is complete.</source>
        <translation>Diese Datei gibt es schon. Sie bleibt, bis die neue vollständig ist.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>The volume&apos;s name</source>
        <translation>Der Name des Datenträgers</translation>
    </message>
    <message>
        <source>The label is too long: it may have %1 bytes.</source>
        <translation>Der Datenträgername ist zu lang: er darf %1 Bytes haben.</translation>
    </message>
    <message>
        <source>The image will be at most %1, and less as it is compressed.</source>
        <translation>Das Abbild wird höchstens %1 groß, und weniger, da es komprimiert wird.</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Read it bac&amp;k and compare it with what was opened</source>
        <translation>Zurück&amp;lesen und mit dem Geöffneten vergleichen</translation>
    </message>
    <message>
        <source>NAME.001, NAME.002 …: cat joins them, and Refbox reads them as one</source>
        <translation>NAME.001, NAME.002 …: cat fügt sie zusammen, und Refbox liest sie wie eine Datei</translation>
    </message>
    <message>
        <source>Size of a part</source>
        <translation>Größe eines Teils</translation>
    </message>
    <message>
        <source>Bytes, or a number with K, M or G: 650M fits a CD-ROM, 4G is too big for FAT</source>
        <translation>Bytes oder eine Zahl mit K, M oder G: 650M passt auf eine CD-ROM, 4G ist zu groß für FAT</translation>
    </message>
    <message>
        <source>Write a file of c&amp;hecksums beside it</source>
        <translation>Eine Datei mit P&amp;rüfsummen daneben schreiben</translation>
    </message>
    <message>
        <source>NAME.sha256, for sha256sum -c</source>
        <translation>NAME.sha256, für sha256sum -c</translation>
    </message>
    <message>
        <source>gzip, which all runtimes read</source>
        <translation>gzip, das alle Laufzeitumgebungen lesen</translation>
    </message>
    <message>
        <source>Zstandard, which newer runtimes read</source>
        <translation>Zstandard, das neuere Laufzeitumgebungen lesen</translation>
    </message>
    <message>
        <source>Export OCI images</source>
        <translation>OCI-Abbilder exportieren</translation>
    </message>
    <message>
        <source>There is no vserver to make an image of. Make one first.</source>
        <translation>Es gibt keinen Vserver für ein Abbild. Zuerst einen anlegen.</translation>
    </message>
    <message>
        <source>The size of a part is a number of bytes, or a number with K, M or G, such as 650M.</source>
        <translation>Die Größe eines Teils ist eine Anzahl Bytes oder eine Zahl mit K, M oder G, etwa 650M.</translation>
    </message>
    <message>
        <source>One image for each vserver. Their layers will hold %1 of files, before compression.</source>
        <translation>Ein Abbild je Vserver. Ihre Schichten werden vor der Kompression %1 an Dateien enthalten.</translation>
    </message>
    <message>
        <source>Spl&amp;it into parts of at most</source>
        <translation>Aufteilen &amp;in Teile von höchstens</translation>
    </message>
    <message>
        <source>Save the project first: this command reads its file, without the changes made here.</source>
        <translation>Zuerst das Projekt speichern: dieser Befehl liest dessen Datei, ohne die hier gemachten Änderungen.</translation>
    </message>
</context>
<context>
    <name>Refbox::FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>the package</source>
        <translation>das Paket</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
</context>
<context>
    <name>Refbox::FindingsPage</name>
    <message>
        <source>Show re&amp;marks</source>
        <translation>Hin&amp;weise anzeigen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrigieren</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Keine Befunde</translation>
    </message>
    <message>
        <source>No findings: everything that was checked is as it should be.</source>
        <translation>Keine Befunde: alles, was geprüft wurde, ist in Ordnung.</translation>
    </message>
    <message>
        <source>Here stands what the check of a package finds.</source>
        <translation>Hier steht, was die Prüfung eines Pakets ergibt.</translation>
    </message>
    <message>
        <source>Select a finding to see where it is and what to do.</source>
        <translation>Einen Befund auswählen, um zu sehen, wo er liegt und was zu tun ist.</translation>
    </message>
    <message>
        <source>No automatic fix</source>
        <translation>Keine automatische Korrektur</translation>
    </message>
</context>
<context>
    <name>Refbox::FormatChoice</name>
    <message>
        <source>This version does not write that file system.</source>
        <translation>Diese Version schreibt dieses Dateisystem nicht.</translation>
    </message>
    <message>
        <source>Usual compression</source>
        <translation>Übliche Kompression</translation>
    </message>
</context>
<context>
    <name>Refbox::FormatDetails</name>
    <message>
        <source>&amp;Block size:</source>
        <translation>Bl&amp;ockgröße:</translation>
    </message>
    <message>
        <source>Block size of the file system</source>
        <translation>Blockgröße des Dateisystems</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>Level of the compression</source>
        <translation>Stufe der Kompression</translation>
    </message>
    <message>
        <source>&amp;Inodes:</source>
        <translation>&amp;Inodes:</translation>
    </message>
    <message>
        <source>Least number of inodes</source>
        <translation>Mindestanzahl der Inodes</translation>
    </message>
    <message>
        <source>&amp;Reserved:</source>
        <translation>&amp;Reserviert:</translation>
    </message>
    <message>
        <source>Share reserved for root, in percent</source>
        <translation>Für root reservierter Anteil in Prozent</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Fea&amp;tures:</source>
        <translation>&amp;Merkmale:</translation>
    </message>
    <message>
        <source>Features of the file system</source>
        <translation>Merkmale des Dateisystems</translation>
    </message>
    <message>
        <source>&amp;UUID:</source>
        <translation>&amp;UUID:</translation>
    </message>
    <message>
        <source>UUID of the file system</source>
        <translation>UUID des Dateisystems</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Ausreichend</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>Die üblichen</translation>
    </message>
    <message>
        <source>Derived from the content</source>
        <translation>Aus dem Inhalt abgeleitet</translation>
    </message>
    <message>
        <source>Small blocks waste less on small files, large ones are faster.</source>
        <translation>Kleine Blöcke verschwenden bei kleinen Dateien weniger, große sind schneller.</translation>
    </message>
    <message>
        <source>Higher levels pack smaller and take longer.</source>
        <translation>Höhere Stufen packen kleiner und dauern länger.</translation>
    </message>
    <message>
        <source>At least so many files can be in the image, new ones included.</source>
        <translation>Mindestens so viele Dateien passen in das Abbild, neue mitgezählt.</translation>
    </message>
    <message>
        <source>The part of the image that only root may fill.</source>
        <translation>Der Teil des Abbilds, den nur root füllen darf.</translation>
    </message>
    <message>
        <source>Names as mke2fs has them, with spaces between; ^ before a name leaves it out.</source>
        <translation>Namen wie bei mke2fs, durch Leerzeichen getrennt; ^ vor einem Namen lässt das Merkmal weg.</translation>
    </message>
    <message>
        <source>The same package has the same one, unless it is given here.</source>
        <translation>Dasselbe Paket hat immer dieselbe, sofern hier keine andere angegeben ist.</translation>
    </message>
    <message>
        <source>Give a whole number, or nothing.</source>
        <translation>Eine ganze Zahl angeben oder nichts.</translation>
    </message>
    <message>
        <source>Give a share from 0 to 50 percent.</source>
        <translation>Einen Anteil von 0 bis 50 Prozent angeben.</translation>
    </message>
    <message>
        <source>Not like 12345678-1234-1234-1234-123456789abc.</source>
        <translation>Nicht von der Form 12345678-1234-1234-1234-123456789abc.</translation>
    </message>
</context>
<context>
    <name>Refbox::GuideDialog</name>
    <message>
        <source>Guide to this package</source>
        <translation>Anleitung zu diesem Paket</translation>
    </message>
</context>
<context>
    <name>Refbox::ImageSettingsDialog</name>
    <message>
        <source>&amp;File system:</source>
        <translation>&amp;Dateisystem:</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>As s&amp;mall as the content allows</source>
        <translation>So &amp;klein wie der Inhalt erlaubt</translation>
    </message>
    <message>
        <source>E&amp;xactly</source>
        <translation>&amp;Genau</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>Größe des Abbilds</translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <translation>Einheit der Größe</translation>
    </message>
    <message>
        <source>Free s&amp;pace:</source>
        <translation>&amp;Freier Platz:</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Unit of the free space</source>
        <translation>Einheit des freien Platzes</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>Datenträger&amp;name:</translation>
    </message>
    <message>
        <source>Label of the file system</source>
        <translation>Datenträgername des Dateisystems</translation>
    </message>
    <message>
        <source>Fits &amp;on:</source>
        <translation>&amp;Passt auf:</translation>
    </message>
    <message>
        <source>What the image should fit on</source>
        <translation>Worauf das Abbild passen soll</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Fassungsvermögen</translation>
    </message>
    <message>
        <source>Unit of the capacity</source>
        <translation>Einheit des Fassungsvermögens</translation>
    </message>
    <message>
        <source>S&amp;eal shared files</source>
        <translation>Gemeinsame Dateien &amp;versiegeln</translation>
    </message>
    <message>
        <source>Image settings</source>
        <translation>Einstellungen des Abbilds</translation>
    </message>
    <message>
        <source>Apply &amp;settings</source>
        <translation>Einstellungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Software that vservers share gets the immutable flag, so that root inside one vserver cannot change the others. On the host, chattr -i lifts it.</source>
        <translation>Software, die sich Vserver teilen, bekommt das Unveränderlich-Flag, damit root in einem Vserver die anderen nicht ändern kann. Auf dem Rechner selbst hebt chattr -i es auf.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Mini-CD, 185 MiB</source>
        <translation>Mini-CD, 185 MiB</translation>
    </message>
    <message>
        <source>CD-ROM, 650 MiB</source>
        <translation>CD-ROM, 650 MiB</translation>
    </message>
    <message>
        <source>CD-ROM, 700 MiB</source>
        <translation>CD-ROM, 700 MiB</translation>
    </message>
    <message>
        <source>DVD, 4.7 GB</source>
        <translation>DVD, 4,7 GB</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>Andere Größe</translation>
    </message>
    <message>
        <source>Content that does not fit stops the export.</source>
        <translation>Inhalt, der nicht hineinpasst, hält den Export an.</translation>
    </message>
    <message>
        <source>It grows and shrinks with what goes in.</source>
        <translation>Wächst und schrumpft mit dem, was hineinkommt.</translation>
    </message>
    <message>
        <source>What the content leaves of the size.</source>
        <translation>Was der Inhalt von der Größe übrig lässt.</translation>
    </message>
    <message>
        <source>Room beyond the content, for changes where the image stands.</source>
        <translation>Platz über den Inhalt hinaus, für Änderungen am Einsatzort des Abbilds.</translation>
    </message>
    <message>
        <source>A larger image is reported as a finding.</source>
        <translation>Ein größeres Abbild wird als Befund gemeldet.</translation>
    </message>
    <message>
        <source>Give a size, such as 64 MiB.</source>
        <translation>Eine Größe angeben, etwa 64 MiB.</translation>
    </message>
    <message>
        <source>Give a share from 0 to less than 100 percent.</source>
        <translation>Einen Anteil von 0 bis unter 100 Prozent angeben.</translation>
    </message>
    <message>
        <source>Give a size, such as 5 MiB.</source>
        <translation>Eine Größe angeben, etwa 5 MiB.</translation>
    </message>
    <message>
        <source>The label has %1 bytes; %2 are the most.</source>
        <translation>Der Datenträgername hat %1 Bytes; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>The label holds a NUL byte.</source>
        <translation>Der Datenträgername enthält ein NUL-Byte.</translation>
    </message>
    <message>
        <source>Without one, it is named after the project.</source>
        <translation>Ohne Angabe gilt der Name des Projekts.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes.</source>
        <translation>%1 von %2 Bytes.</translation>
    </message>
    <message>
        <source>Give a size, such as 1 GiB.</source>
        <translation>Eine Größe angeben, etwa 1 GiB.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>An image of this file system is never changed.</source>
        <translation>Ein Abbild dieses Dateisystems wird nie verändert.</translation>
    </message>
    <message>
        <source>This file system has no label.</source>
        <translation>Dieses Dateisystem hat keinen Datenträgernamen.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>File system details</source>
        <translation>Einzelheiten des Dateisystems</translation>
    </message>
    <message>
        <source>File system details (to be corrected)</source>
        <translation>Einzelheiten des Dateisystems (zu berichtigen)</translation>
    </message>
</context>
<context>
    <name>Refbox::ImportDialog</name>
    <message>
        <source>Import vserver</source>
        <translation>Vserver importieren</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Quelle:</translation>
    </message>
    <message>
        <source>A star-ball or other archive (NAME.001 where it is in parts), a folder or an image</source>
        <translation>Ein Star-Ball oder anderes Archiv (NAME.001, wenn es aufgeteilt ist), ein Ordner oder ein Abbild</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>F&amp;older in it:</source>
        <translation>&amp;Ordner darin:</translation>
    </message>
    <message>
        <source>What becomes the vserver: / for all of it, /vsbox01 for one vserver of an image</source>
        <translation>Was zum Vserver wird: / für alles, /vsbox01 für einen Vserver eines Abbilds</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Name of the vserver</source>
        <translation>Name des Vservers</translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation>&amp;Verlinken:</translation>
    </message>
    <message>
        <source>What it shares with the refbo&amp;x:</source>
        <translation>Was er mit der Refbo&amp;x teilt:</translation>
    </message>
    <message>
        <source>What the vserver shares with the refbox</source>
        <translation>Was der Vserver mit der Refbox teilt</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Links to the refbox</source>
        <translation>Links auf die Refbox</translation>
    </message>
    <message>
        <source>The same but for the time</source>
        <translation>Gleich bis auf die Zeit</translation>
    </message>
    <message>
        <source>The same content, other mode, owner or attributes</source>
        <translation>Gleicher Inhalt, andere Rechte, Eigentümer oder Attribute</translation>
    </message>
    <message>
        <source>The same, kept private</source>
        <translation>Gleich, privat gehalten</translation>
    </message>
    <message>
        <source>Changed against the refbox</source>
        <translation>Gegenüber der Refbox geändert</translation>
    </message>
    <message>
        <source>Of its own</source>
        <translation>Nur im Vserver</translation>
    </message>
    <message>
        <source>Files that are the same as in the refbox</source>
        <translation>Dateien, die mit denen der Refbox übereinstimmen</translation>
    </message>
    <message>
        <source>Also files that only have another time</source>
        <translation>Auch Dateien, die nur eine andere Zeit haben</translation>
    </message>
    <message>
        <source>Nothing: all files stay its own</source>
        <translation>Nichts: alle Dateien bleiben seine eigenen</translation>
    </message>
    <message>
        <source>&amp;Import vserver</source>
        <translation>Vserver &amp;importieren</translation>
    </message>
    <message>
        <source>Say what it comes from: a star-ball or other archive, a folder or an image.</source>
        <translation>Bitte angeben, woraus er entsteht: aus einem Star-Ball oder anderen Archiv, einem Ordner oder einem Abbild.</translation>
    </message>
    <message>
        <source>The folder in it %1.</source>
        <translation>Der Ordner darin %1.</translation>
    </message>
    <message>
        <source>In the refbox: %1</source>
        <translation>In der Refbox: %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Reading it and comparing it with the refbox…</source>
        <translation>Quelle wird gelesen und mit der Refbox verglichen …</translation>
    </message>
</context>
<context>
    <name>Refbox::JobList</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%L1 entries/s</source>
        <translation>%L1 Einträge/s</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Fertig in %1.</translation>
    </message>
    <message>
        <source>It failed. The window says why.</source>
        <translation>Fehlgeschlagen. Warum, steht im Fenster.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Refbox::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>Refbox::LinkMapPage</name>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Kind of links</source>
        <translation>Art der Links</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Thickness of the ribbons</source>
        <translation>Dicke der Bänder</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Smaller (−, or Ctrl and the wheel)</source>
        <translation>Kleiner (−, oder Strg und das Mausrad)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Larger (+, or Ctrl and the wheel)</source>
        <translation>Größer (+, oder Strg und das Mausrad)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit all rows into the window (F; 0: normal size)</source>
        <translation>Alle Zeilen in das Fenster einpassen (F; 0: normale Größe)</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>%1 link map</source>
        <translation>%1 Linkkarte</translation>
    </message>
    <message>
        <source>All components</source>
        <translation>Alle Komponenten</translation>
    </message>
    <message>
        <source>No link fits the filter.</source>
        <translation>Kein Link passt zum Filter.</translation>
    </message>
    <message>
        <source>Show all links</source>
        <translation>Alle Links zeigen</translation>
    </message>
    <message>
        <source>Who uses this?</source>
        <translation>Wer verwendet das?</translation>
    </message>
    <message>
        <source>What uses %1</source>
        <translation>Was %1 verwendet</translation>
    </message>
    <message>
        <source>Where does this come from?</source>
        <translation>Woher kommt das?</translation>
    </message>
    <message>
        <source>Where %1 comes from</source>
        <translation>Woher %1 kommt</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Diesen Link entfernen</translation>
    </message>
    <message>
        <source>Link %1 to %2</source>
        <translation>%1 nach %2 linken</translation>
    </message>
    <message>
        <source>No link rule has made this: what programs need is linked with them.</source>
        <translation>Das hat keine Link-Regel gemacht: Was Programme brauchen, wird mit ihnen gelinkt.</translation>
    </message>
    <message>
        <source>Remove the link %1</source>
        <translation>Den Link %1 entfernen</translation>
    </message>
    <message>
        <source>What makes a ribbon thick: how many links it stands for, or how many bytes</source>
        <translation>Was ein Band dick macht: für wie viele Links es steht, oder für wie viele Bytes</translation>
    </message>
    <message>
        <source>By links</source>
        <translation>Nach Links</translation>
    </message>
    <message>
        <source>By bytes</source>
        <translation>Nach Bytes</translation>
    </message>
    <message>
        <source>&amp;Only findings</source>
        <translation>&amp;Nur Befunde</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>&amp;New vserver…</source>
        <translation>&amp;Neuer Vserver …</translation>
    </message>
    <message>
        <source>Here you will see which files the vservers share with the refbox: there is no vserver yet.</source>
        <translation>Hier sehen Sie, welche Dateien die Vserver mit der Refbox teilen: Noch gibt es keinen Vserver.</translation>
    </message>
    <message>
        <source>Ch&amp;oose sides…</source>
        <translation>Seiten &amp;wählen …</translation>
    </message>
    <message>
        <source>Sides…</source>
        <translation>Seiten&#xa0;…</translation>
    </message>
    <message>
        <source>Choose which folders share with which</source>
        <translation>Wählen, welche Ordner mit welchen teilen</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG, or all links as CSV, JSON or DOT</source>
        <translation>Das Bild als SVG, PDF oder PNG speichern, oder alle Links als CSV, JSON oder DOT</translation>
    </message>
    <message>
        <source>Here you see which files vservers share with a refbox.

This tree has no folder /refbox with vservers beside it.</source>
        <translation>Hier sehen Sie, welche Dateien Vserver mit einer Refbox teilen.

Dieser Baum hat keinen Ordner /refbox mit Vservern daneben.</translation>
    </message>
    <message>
        <source>%1 and %2 share the most.</source>
        <translation>%1 und %2 teilen am meisten.</translation>
    </message>
    <message>
        <source>All links as a CSV table (*.csv)</source>
        <translation>Alle Links als CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>All links as JSON (*.json)</source>
        <translation>Alle Links als JSON (*.json)</translation>
    </message>
    <message>
        <source>Folders and links for Graphviz (*.dot)</source>
        <translation>Ordner und Links für Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>files of no component</source>
        <translation>Dateien ohne Komponente</translation>
    </message>
    <message>
        <source>What %1 uses of %2</source>
        <translation>Was %1 von %2 verwendet</translation>
    </message>
    <message>
        <source>There are no links so far.</source>
        <translation>Es gibt noch keine Links.</translation>
    </message>
</context>
<context>
    <name>Refbox::LinkMapView</name>
    <message>
        <source>Link map</source>
        <translation>Linkkarte</translation>
    </message>
    <message>
        <source>%1 private</source>
        <comment>files of its own</comment>
        <translation>%1 eigene</translation>
    </message>
    <message>
        <source>private</source>
        <comment>a file of its own</comment>
        <translation>eigene</translation>
    </message>
    <message>
        <source>hard links</source>
        <translation>Hardlinks</translation>
    </message>
    <message>
        <source>symbolic links</source>
        <translation>symbolische Links</translation>
    </message>
    <message>
        <source>private copies</source>
        <translation>eigene Kopien</translation>
    </message>
    <message>
        <source>private files</source>
        <translation>eigene Dateien</translation>
    </message>
    <message>
        <source>broken links</source>
        <translation>tote Links</translation>
    </message>
    <message numerus="yes">
        <source>%n hard link(s)</source>
        <translation>
            <numerusform>%n Hardlink</numerusform>
            <numerusform>%n Hardlinks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s)</source>
        <translation>
            <numerusform>%n symbolischer Link</numerusform>
            <numerusform>%n symbolische Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private copy(ies)</source>
        <translation>
            <numerusform>%n eigene Kopie</numerusform>
            <numerusform>%n eigene Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private file(s)</source>
        <translation>
            <numerusform>%n eigene Datei</numerusform>
            <numerusform>%n eigene Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken link(s)</source>
        <translation>
            <numerusform>%n toter Link</numerusform>
            <numerusform>%n tote Links</numerusform>
        </translation>
    </message>
    <message>
        <source>More links from %1, to what is out of sight</source>
        <translation>Weitere Links von %1 zu dem, was außer Sicht ist</translation>
    </message>
    <message>
        <source>More links to %1, from what is out of sight</source>
        <translation>Weitere Links zu %1 von dem, was außer Sicht ist</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, %4</source>
        <translation>%1 von %2 nach %3, %4</translation>
    </message>
    <message>
        <source>Link map of %1</source>
        <translation>Linkkarte von %1</translation>
    </message>
</context>
<context>
    <name>Refbox::LinkRuleDialog</name>
    <message>
        <source>&amp;From the refbox:</source>
        <translation>&amp;Aus der Refbox:</translation>
    </message>
    <message>
        <source>Path or pattern in the refbox</source>
        <translation>Pfad oder Muster in der Refbox</translation>
    </message>
    <message>
        <source>/opt/gnu/coreutils/bin/*</source>
        <translation>/opt/gnu/coreutils/bin/*</translation>
    </message>
    <message>
        <source>&amp;To the vserver:</source>
        <translation>&amp;In den Vserver:</translation>
    </message>
    <message>
        <source>Place in the vserver</source>
        <translation>Ort im Vserver</translation>
    </message>
    <message>
        <source>/bin</source>
        <translation>/bin</translation>
    </message>
    <message>
        <source>&amp;Hard link: another name of the same file, costs no space</source>
        <translation>&amp;Harter Link: ein weiterer Name derselben Datei, kostet keinen Platz</translation>
    </message>
    <message>
        <source>&amp;Symbolic link: a path to it, needs the refbox inside</source>
        <translation>&amp;Symbolischer Link: ein Pfad zur Datei, braucht die Refbox im Vserver</translation>
    </message>
    <message>
        <source>Private cop&amp;y: its own file, may be changed</source>
        <translation>Private &amp;Kopie: eine eigene Datei, darf geändert werden</translation>
    </message>
    <message>
        <source>&amp;Link what its programs need, too</source>
        <translation>&amp;Mit verlinken, was die Programme brauchen</translation>
    </message>
    <message>
        <source>The loader and the shared libraries</source>
        <translation>Den Lader und die Bibliotheken</translation>
    </message>
    <message>
        <source>&amp;Except:</source>
        <translation>A&amp;ußer:</translation>
    </message>
    <message>
        <source>Patterns of refbox paths to leave out</source>
        <translation>Muster von Refbox-Pfaden, die ausgelassen werden</translation>
    </message>
    <message>
        <source>&amp;What it catches:</source>
        <translation>&amp;Erfasst:</translation>
    </message>
    <message>
        <source>What the rule catches</source>
        <translation>Was die Regel erfasst</translation>
    </message>
    <message>
        <source>In the refbox</source>
        <translation>In der Refbox</translation>
    </message>
    <message>
        <source>In the vserver</source>
        <translation>Im Vserver</translation>
    </message>
    <message>
        <source>New link rule</source>
        <translation>Neue Link-Regel</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>&amp;Regel hinzufügen</translation>
    </message>
    <message>
        <source>* and ? stand for parts of a name, ** for any depth of folders.</source>
        <translation>* und ? stehen für Teile eines Namens, ** für Ordner beliebiger Tiefe.</translation>
    </message>
    <message>
        <source>One pattern on each line.</source>
        <translation>Ein Muster je Zeile.</translation>
    </message>
    <message>
        <source>Link rule</source>
        <translation>Link-Regel</translation>
    </message>
    <message>
        <source>Apply &amp;changes</source>
        <translation>Änderungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Shows what the rule catches, and where it appears.</source>
        <translation>Zeigt, was die Regel erfasst und wo es erscheint.</translation>
    </message>
    <message>
        <source>There is no plan yet that could show what this catches.</source>
        <translation>Es gibt noch keinen Plan, der zeigen könnte, was dies erfasst.</translation>
    </message>
    <message>
        <source>The pattern %1 %2.</source>
        <translation>Das Muster %1 %2.</translation>
    </message>
    <message>
        <source>The folder that takes what is found.</source>
        <translation>Der Ordner, der das Gefundene aufnimmt.</translation>
    </message>
    <message>
        <source>Its new path; with a / at the end, the folder that takes it.</source>
        <translation>Der neue Pfad; mit einem / am Ende der Ordner, der es aufnimmt.</translation>
    </message>
    <message>
        <source>The path %1.</source>
        <translation>Der Pfad %1.</translation>
    </message>
    <message>
        <source>Catches files: %L1, together %2.</source>
        <translation>Erfasste Dateien: %L1, zusammen %2.</translation>
    </message>
    <message>
        <source>The first %L1 are shown.</source>
        <translation>Die ersten %L1 sind aufgeführt.</translation>
    </message>
    <message>
        <source>Catches nothing in the refbox as it is planned.</source>
        <translation>Erfasst nichts in der Refbox, wie sie geplant ist.</translation>
    </message>
</context>
<context>
    <name>Refbox::MainWindow</name>
    <message>
        <source>Refbox</source>
        <translation>Refbox</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation>B&amp;efunde</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>Ba&amp;uen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main tools</source>
        <translation>Hauptwerkzeuge</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Look inside a &amp;folder…</source>
        <translation>In &amp;Ordner hineinschauen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt sch&amp;ließen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Add &amp;software…</source>
        <translation>&amp;Software hinzufügen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>New &amp;vserver…</source>
        <translation>Neuer &amp;Vserver …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Add &amp;link rule…</source>
        <translation>&amp;Link-Regel hinzufügen …</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Add &amp;private file…</source>
        <translation>&amp;Private Datei hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Image settings…</source>
        <translation>&amp;Einstellungen des Abbilds …</translation>
    </message>
    <message>
        <source>&amp;Build all…</source>
        <translation>&amp;Alles bauen …</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Export &amp;image…</source>
        <translation>Abb&amp;ild exportieren …</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export &amp;star-ball…</source>
        <translation>&amp;Star-Ball exportieren …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Export &amp;folder…</source>
        <translation>&amp;Ordner exportieren …</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>&amp;Plan again</source>
        <translation>&amp;Neu planen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Copy the refbox-cli &amp;command</source>
        <translation>refbox-cli-Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;About Refbox</source>
        <translation>Ü&amp;ber Refbox</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Bauvorgänge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Planung läuft …</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>Cannot plan: %1</source>
        <translation>Planen nicht möglich: %1</translation>
    </message>
    <message>
        <source>shared %1</source>
        <translation>gemeinsam %1</translation>
    </message>
    <message>
        <source>private %1</source>
        <translation>privat %1</translation>
    </message>
    <message>
        <source>%1 alone would be %2</source>
        <translation>%1 allein wäre %2 groß</translation>
    </message>
    <message>
        <source>F&amp;indings (%1)</source>
        <translation>B&amp;efunde (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Add %n dropped component(s)</source>
        <translation>
            <numerusform>%n abgelegte Komponente hinzufügen</numerusform>
            <numerusform>%n abgelegte Komponenten hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add component %1</source>
        <translation>Komponente %1 hinzufügen</translation>
    </message>
    <message>
        <source>Change component %1</source>
        <translation>Komponente %1 ändern</translation>
    </message>
    <message>
        <source>Add vserver %1</source>
        <translation>Vserver %1 hinzufügen</translation>
    </message>
    <message>
        <source>Change vserver %1</source>
        <translation>Vserver %1 ändern</translation>
    </message>
    <message>
        <source>Add a link rule for %1</source>
        <translation>Link-Regel für %1 hinzufügen</translation>
    </message>
    <message>
        <source>Change link rule %1</source>
        <translation>Link-Regel %1 ändern</translation>
    </message>
    <message>
        <source>Edit private file %1</source>
        <translation>Private Datei %1 bearbeiten</translation>
    </message>
    <message>
        <source>Change the image&apos;s settings</source>
        <translation>Einstellungen des Abbilds ändern</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>About Refbox</source>
        <translation>Über Refbox</translation>
    </message>
    <message>
        <source>Assembles nano-vserver packages: small virtual servers that share one box of software, in one disk image.

GPL-3.0-or-later</source>
        <translation>Stellt Nano-Vserver-Pakete zusammen: kleine virtuelle Server, die sich eine Refbox voller Software teilen, in einem Datenträgerabbild.

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Refbox projects (*.refbox.lua *.lua)</source>
        <translation>Refbox-Projekte (*.refbox.lua *.lua)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Look inside an image or archive</source>
        <translation>In ein Abbild oder Archiv hineinschauen</translation>
    </message>
    <message>
        <source>Images and archives (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star);;All files (*)</source>
        <translation>Abbilder und Archive (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Look inside a folder</source>
        <translation>In einen Ordner hineinschauen</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>Ungespeicherte Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Refbox ended unexpectedly while %1 had unsaved changes. Recover them?</source>
        <translation>Refbox wurde unerwartet beendet, während %1 ungespeicherte Änderungen hatte. Diese wiederherstellen?</translation>
    </message>
    <message>
        <source>The plan has errors</source>
        <translation>Der Plan hat Fehler</translation>
    </message>
    <message>
        <source>What is written now would lack something; the Findings tab tells what. Write it all the same?</source>
        <translation>Dem, was jetzt geschrieben wird, würde etwas fehlen; der Reiter „Befunde“ nennt es. Trotzdem schreiben?</translation>
    </message>
    <message>
        <source>Build into a folder</source>
        <translation>In einen Ordner bauen</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>Look &amp;inside an image or archive…</source>
        <translation>In Abb&amp;ild oder Archiv hineinschauen …</translation>
    </message>
    <message>
        <source>An &amp;image, archive or project…</source>
        <translation>&amp;Abbild, Archiv oder Projekt …</translation>
    </message>
    <message>
        <source>A &amp;folder…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>Planning was stopped: F5 plans again.</source>
        <translation>Die Planung wurde abgebrochen: F5 plant neu.</translation>
    </message>
    <message>
        <source>Another program has changed %1. Load it again and lose the changes made here?</source>
        <translation>Ein anderes Programm hat %1 geändert. Neu laden und die hier gemachten Änderungen verlieren?</translation>
    </message>
    <message>
        <source>Another program has changed %1. Load it again?</source>
        <translation>Ein anderes Programm hat %1 geändert. Neu laden?</translation>
    </message>
    <message>
        <source>The file has changed</source>
        <translation>Die Datei hat sich geändert</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Es laufen noch Vorgänge</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still run. Stop them and close? What they were writing is removed; files that were there before stay as they are.</source>
        <translation>
            <numerusform>%n Vorgang läuft noch. Abbrechen und schließen? Was dabei geschrieben wurde, wird entfernt; Dateien, die vorher da waren, bleiben unverändert.</numerusform>
            <numerusform>%n Vorgänge laufen noch. Abbrechen und schließen? Was dabei geschrieben wurde, wird entfernt; Dateien, die vorher da waren, bleiben unverändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Compare with an image, archive or project</source>
        <translation>Mit einem Abbild, Archiv oder Projekt vergleichen</translation>
    </message>
    <message>
        <source>Images, archives and projects (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star *.lua);;All files (*)</source>
        <translation>Abbilder, Archive und Projekte (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star *.lua);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Compare with a folder</source>
        <translation>Mit einem Ordner vergleichen</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>%1 mit %2 vergleichen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Another program has changed %1. Overwrite it?</source>
        <translation>Ein anderes Programm hat %1 verändert. Überschreiben?</translation>
    </message>
    <message>
        <source>The plan is being brought up to date: try again in a moment.</source>
        <translation>Der Plan wird gerade aktualisiert: gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>&amp;Link map</source>
        <translation>&amp;Linkkarte</translation>
    </message>
    <message>
        <source>Nee&amp;ds</source>
        <translation>Beda&amp;rf</translation>
    </message>
    <message>
        <source>S&amp;pace</source>
        <translation>&amp;Platz</translation>
    </message>
    <message>
        <source>&amp;Animate folding</source>
        <translation>Auf- und Zuklappen &amp;animieren</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Read the links of %1</source>
        <translation>Links von %1 lesen</translation>
    </message>
    <message>
        <source>Sha&amp;ring</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>Software is to be built first</source>
        <translation>Zuerst ist Software zu bauen</translation>
    </message>
    <message>
        <source>Components of this package are built from their sources, which may take some minutes. Build them now?</source>
        <translation>Komponenten dieses Pakets werden aus ihren Quellen gebaut, was einige Minuten dauern kann. Jetzt bauen?</translation>
    </message>
    <message>
        <source>Packages are to be fetched first</source>
        <translation>Zuerst sind Pakete zu holen</translation>
    </message>
    <message>
        <source>Components of this package are packages of the distribution that were not fetched yet. Fetch them now?</source>
        <translation>Komponenten dieses Pakets sind Pakete der Distribution, die noch nicht geholt wurden. Jetzt holen?</translation>
    </message>
    <message>
        <source>Get the software of %1</source>
        <translation>Software von %1 beschaffen</translation>
    </message>
    <message>
        <source>The software is there: now build or export the package.</source>
        <translation>Die Software ist da: bauen oder exportieren Sie nun das Paket.</translation>
    </message>
    <message>
        <source>Preferenc&amp;es…</source>
        <translation>Einstellun&amp;gen …</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Impor&amp;t vserver…</source>
        <translation>Vserver i&amp;mportieren …</translation>
    </message>
    <message>
        <source>Export &amp;OCI images…</source>
        <translation>O&amp;CI-Abbilder exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;runtime configurations…</source>
        <translation>&amp;Laufzeitkonfigurationen exportieren …</translation>
    </message>
    <message>
        <source>Start &amp;vserver…</source>
        <translation>Vserver s&amp;tarten …</translation>
    </message>
    <message>
        <source>Try the vserver in a terminal, on a throw-away copy</source>
        <translation>Den Vserver in einem Terminal ausprobieren, an einer Wegwerfkopie</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;What is missing?</source>
        <translation>&amp;Was fehlt?</translation>
    </message>
    <message>
        <source>What the vserver has, lacks and needs, and where it comes from</source>
        <translation>Was der Vserver hat, was ihm fehlt, was er braucht und woher es kommt</translation>
    </message>
    <message>
        <source>S&amp;moke test</source>
        <translation>S&amp;moke-Test</translation>
    </message>
    <message>
        <source>Start every program of the vserver, to see which ones do</source>
        <translation>Jedes Programm des Vservers starten, um zu sehen, welche laufen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>&amp;Guide to this package</source>
        <translation>Anleitun&amp;g zu diesem Paket</translation>
    </message>
    <message>
        <source>Import vserver %1</source>
        <translation>Vserver %1 importieren</translation>
    </message>
    <message>
        <source>Add as &amp;software of the refbox</source>
        <translation>Als &amp;Software der Refbox hinzufügen</translation>
    </message>
    <message>
        <source>Import as a &amp;vserver…</source>
        <translation>Als &amp;Vserver importieren …</translation>
    </message>
    <message>
        <source>Export runtime configurations</source>
        <translation>Laufzeitkonfigurationen exportieren</translation>
    </message>
    <message>
        <source>No terminal was found</source>
        <translation>Kein Terminal gefunden</translation>
    </message>
    <message>
        <source>Neither TERMINAL names a terminal&apos;s program, nor is one of the usual ones installed. Run this command in a terminal of your own:</source>
        <translation>Weder nennt TERMINAL ein Terminalprogramm, noch ist eines der üblichen installiert. Diesen Befehl in einem eigenen Terminal ausführen:</translation>
    </message>
    <message>
        <source>&amp;Copy the command</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>Bericht über %1</translation>
    </message>
    <message>
        <source>The project is to be saved first</source>
        <translation>Zuerst ist das Projekt zu speichern</translation>
    </message>
    <message>
        <source>The vserver is started from the project&apos;s file. Save the project now?</source>
        <translation>Der Vserver wird aus der Projektdatei gestartet. Das Projekt jetzt speichern?</translation>
    </message>
    <message>
        <source>Press Enter to close this window.</source>
        <translation>Die Eingabetaste schließt dieses Fenster.</translation>
    </message>
    <message>
        <source>%1 is started in a terminal, on a throw-away copy.</source>
        <translation>%1 wird in einem Terminal gestartet, an einer Wegwerfkopie.</translation>
    </message>
    <message>
        <source>Smoke test of %1</source>
        <translation>Smoke-Test von %1</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Abbrechen und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>There is a %1 already. Replace it?</source>
        <translation>Es gibt schon ein %1. Ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Load again</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>&amp;Keep what is here</source>
        <translation>&amp;Behalten, was hier ist</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>What stands in %1 now cannot be read as a project, and would be lost. Overwrite it?</source>
        <translation>Was jetzt in %1 steht, lässt sich nicht als Projekt lesen und ginge verloren. Überschreiben?</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>Ü&amp;berschreiben</translation>
    </message>
    <message>
        <source>Another program has removed the project&apos;s file: save it again.</source>
        <translation>Ein anderes Programm hat die Projektdatei entfernt: neu speichern.</translation>
    </message>
    <message>
        <source>&amp;Write it</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>&amp;Write without them</source>
        <translation>&amp;Ohne sie schreiben</translation>
    </message>
    <message>
        <source>&amp;Build now</source>
        <translation>Jetzt &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>Jetzt &amp;holen</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Ask &amp;later</source>
        <translation>&amp;Später fragen</translation>
    </message>
    <message>
        <source>&amp;Save and start</source>
        <translation>&amp;Speichern und starten</translation>
    </message>
    <message>
        <source>The project&apos;s file cannot be read now: %1: %2. Saving it from here asks first.</source>
        <translation>Die Projektdatei lässt sich jetzt nicht lesen: %1: %2. Speichern von hier aus fragt zuerst.</translation>
    </message>
    <message>
        <source>A crash would lose the changes, save them: %1</source>
        <translation>Ein Absturz würde die Änderungen verlieren, bitte speichern: %1</translation>
    </message>
    <message>
        <source>Sources are to be fetched first</source>
        <translation>Erst sind Quellen zu holen</translation>
    </message>
    <message>
        <source>The cache has lost the sources of components of this package, and /baby/src would lack them. Fetch them now?</source>
        <translation>Dem Zwischenspeicher fehlen Quellen von Komponenten dieses Pakets, und /baby/src würde sie nicht enthalten. Jetzt holen?</translation>
    </message>
</context>
<context>
    <name>Refbox::Mounter</name>
    <message>
        <source>Cannot mount the image</source>
        <translation>Das Abbild kann nicht eingehängt werden</translation>
    </message>
    <message>
        <source>Mount it as root with the command that is shown.</source>
        <translation>Als root mit dem angezeigten Befehl einhängen.</translation>
    </message>
    <message>
        <source>Cannot unmount the image</source>
        <translation>Das Abbild kann nicht ausgehängt werden</translation>
    </message>
    <message>
        <source>Close the programs that use it, and try again.</source>
        <translation>Die Programme schließen, die es benutzen, und erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsPage</name>
    <message>
        <source>If I drop this, &amp;what breaks?</source>
        <translation>Was bricht, &amp;wenn ich das weglasse?</translation>
    </message>
    <message>
        <source>Mark everything that would stop working without what is selected.
In a script: refbox-cli whatif TREE --drop PATH</source>
        <translation>Alles markieren, was ohne das Ausgewählte nicht mehr ginge.
In einem Skript: refbox-cli whatif TREE --drop PATH</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>Ei&amp;npassen</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Alles zeigen (0)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG.
In a script: refbox-cli needs --dot TREE PATH</source>
        <translation>Das Bild als SVG, PDF oder PNG speichern.
In einem Skript: refbox-cli needs --dot TREE PATH</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>What would break</source>
        <translation>Was nicht mehr ginge</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>It is missing already.</source>
        <translation>Es fehlt schon.</translation>
    </message>
    <message>
        <source>Looking for what would break…</source>
        <translation>Suche, was nicht mehr ginge …</translation>
    </message>
    <message>
        <source>Nothing would break.</source>
        <translation>Alles ginge weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) would break.</source>
        <translation>
            <numerusform>%n Datei ginge nicht mehr.</numerusform>
            <numerusform>%n Dateien gingen nicht mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would use another file.</source>
        <translation>
            <numerusform>%n nähme eine andere Datei.</numerusform>
            <numerusform>%n nähmen eine andere Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n geht nicht mehr</numerusform>
            <numerusform>%n gehen nicht mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>and more: refbox-cli whatif lists them all</source>
        <translation>und mehr: refbox-cli whatif listet alle auf</translation>
    </message>
    <message>
        <source>It is a symbolic link to %1, which would lead nowhere.</source>
        <translation>Es ist ein symbolischer Link auf %1, der ins Leere führte.</translation>
    </message>
    <message>
        <source>It would do without %1.</source>
        <translation>Es käme ohne %1 aus.</translation>
    </message>
    <message>
        <source>It would use %1 as %2.</source>
        <translation>Es nähme %1 als %2.</translation>
    </message>
    <message>
        <source>It would lack the library %1.</source>
        <translation>Ihm fehlte die Bibliothek %1.</translation>
    </message>
    <message>
        <source>It would lack the loader %1.</source>
        <translation>Ihm fehlte der Lader %1.</translation>
    </message>
    <message>
        <source>It would lack the interpreter %1.</source>
        <translation>Ihm fehlte der Interpreter %1.</translation>
    </message>
    <message>
        <source>%1 needs that.</source>
        <translation>%1 braucht das.</translation>
    </message>
    <message>
        <source>Looking at the programs…</source>
        <translation>Sehe die Programme an …</translation>
    </message>
    <message>
        <source>Here stands what programs need: their libraries, loaders and interpreters.
Open a package, an image, a folder or an archive first.</source>
        <translation>Hier steht, was Programme brauchen: ihre Bibliotheken, Lader und Interpreter.
Öffnen Sie zuerst ein Paket, ein Abbild, einen Ordner oder ein Archiv.</translation>
    </message>
    <message>
        <source>Select a program, a script, a library or a folder: here stands what it needs.</source>
        <translation>Wählen Sie ein Programm, ein Skript, eine Bibliothek oder einen Ordner: Hier steht, was es braucht.</translation>
    </message>
    <message>
        <source>Select a vserver, the refbox, or something inside: each finds its libraries by itself.</source>
        <translation>Wählen Sie einen Vserver, die Refbox oder etwas darin: Jeder findet seine Bibliotheken für sich.</translation>
    </message>
    <message>
        <source>Nothing in %1 is a program, a script or a library.</source>
        <translation>Nichts in %1 ist ein Programm, ein Skript oder eine Bibliothek.</translation>
    </message>
    <message>
        <source>%1 needs nothing: it is neither program nor script nor library.</source>
        <translation>%1 braucht nichts: Es ist weder Programm noch Skript noch Bibliothek.</translation>
    </message>
    <message>
        <source>%1 needs %2 files: too many for a picture. refbox-cli needs lists them.</source>
        <translation>%1 braucht %2 Dateien: zu viele für ein Bild. refbox-cli needs listet sie auf.</translation>
    </message>
    <message>
        <source>The first %1 of %2 programs</source>
        <translation>Die ersten %1 von %2 Programmen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of this folder</source>
        <translation>
            <numerusform>%n Datei dieses Ordners</numerusform>
            <numerusform>%n Dateien dieses Ordners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) needed</source>
        <translation>
            <numerusform>%n weitere Datei gebraucht</numerusform>
            <numerusform>%n weitere Dateien gebraucht</numerusform>
        </translation>
    </message>
    <message>
        <source>needs no other file</source>
        <translation>braucht keine andere Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs of %1</source>
        <translation>Bedarf von %1</translation>
    </message>
    <message>
        <source>needs-%1</source>
        <translation>bedarf-%1</translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsScene</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n weggelassen</numerusform>
            <numerusform>%n weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n geht nicht mehr</numerusform>
            <numerusform>%n gehen nicht mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>breaks</source>
        <translation>geht nicht mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) another file</source>
        <translation>
            <numerusform>%n nimmt eine andere Datei</numerusform>
            <numerusform>%n nehmen eine andere Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>uses another file</source>
        <translation>nimmt eine andere Datei</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>loader</source>
        <translation>Lader</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind · folder</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n Skript</numerusform>
            <numerusform>%n Skripte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s)</source>
        <translation>
            <numerusform>%n Programm</numerusform>
            <numerusform>%n Programme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 that need the same: %2</source>
        <translation>%1, die dasselbe brauchen: %2</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>needs %n file(s)</source>
        <translation>
            <numerusform>braucht %n Datei</numerusform>
            <numerusform>braucht %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needed by %n file(s)</source>
        <translation>
            <numerusform>gebraucht von %n Datei</numerusform>
            <numerusform>gebraucht von %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsView</name>
    <message>
        <source>Needs</source>
        <translation>Bedarf</translation>
    </message>
</context>
<context>
    <name>Refbox::NodeCells</name>
    <message>
        <source>Hard links inside it are counted once.</source>
        <translation>Harte Links darin sind einmal gezählt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Rechte</translation>
    </message>
</context>
<context>
    <name>Refbox::NodeDetails</name>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>%1, hard links counted once</source>
        <translation>%1, harte Links einmal gezählt</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>Letztlich</translation>
    </message>
    <message>
        <source>nowhere inside its root</source>
        <translation>nirgends innerhalb der eigenen Wurzel</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>sealed (immutable)</source>
        <translation>versiegelt (unveränderlich)</translation>
    </message>
    <message>
        <source>append only</source>
        <translation>nur anhängen</translation>
    </message>
    <message>
        <source>left out of dumps</source>
        <translation>nicht in Dumps</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Access ACL</source>
        <translation>Zugriffs-ACL</translation>
    </message>
    <message>
        <source>Default ACL</source>
        <translation>Standard-ACL</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capabilities</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>missing here</source>
        <translation>fehlt hier</translation>
    </message>
    <message>
        <source>ELF</source>
        <translation>ELF</translation>
    </message>
    <message>
        <source>static</source>
        <translation>statisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Linux %1 or later</source>
        <translation>Linux %1 oder neuer</translation>
    </message>
    <message>
        <source>minimum unknown</source>
        <translation>Mindestversion unbekannt</translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>Einträge (%1)</translation>
    </message>
    <message>
        <source>Text (the first %1)</source>
        <translation>Text (die ersten %1)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>none, or damaged</source>
        <translation>keine, oder beschädigt</translation>
    </message>
</context>
<context>
    <name>Refbox::PackagePanel</name>
    <message>
        <source>Search names</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Search names in the package</source>
        <translation>Namen im Paket suchen</translation>
    </message>
    <message>
        <source>Package tree</source>
        <translation>Baum des Pakets</translation>
    </message>
    <message>
        <source>Found names</source>
        <translation>Gefundene Namen</translation>
    </message>
    <message>
        <source>No name contains “%1”.</source>
        <translation>Kein Name enthält „%1“.</translation>
    </message>
    <message>
        <source>%1 names, the first %2 listed</source>
        <translation>%1 Namen, die ersten %2 aufgeführt</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n Name</numerusform>
            <numerusform>%n Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export star-ball of this folder…</source>
        <translation>Star-Ball dieses Ordners exportieren …</translation>
    </message>
</context>
<context>
    <name>Refbox::PlanService</name>
    <message>
        <source>Plan %1</source>
        <translation>%1 planen</translation>
    </message>
</context>
<context>
    <name>Refbox::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sources and packages</source>
        <translation>Quellen und Pakete</translation>
    </message>
    <message>
        <source>&amp;Folders where tarballs are looked for before they are fetched:</source>
        <translation>&amp;Ordner, in denen Tarballs gesucht werden, bevor sie geholt werden:</translation>
    </message>
    <message>
        <source>Folders with tarballs</source>
        <translation>Ordner mit Tarballs</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder with tarballs</source>
        <translation>Einen Ordner mit Tarballs hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected folders from the list</source>
        <translation>Die gewählten Ordner aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Fetch &amp;nothing from the network</source>
        <translation>&amp;Nichts aus dem Netz holen</translation>
    </message>
    <message>
        <source>Building from source</source>
        <translation>Bauen aus der Quelle</translation>
    </message>
    <message>
        <source>&amp;Keep the folder of a build that fails, for a look</source>
        <translation>Den Ordner eines gescheiterten Baus zum Nachsehen &amp;aufheben</translation>
    </message>
    <message>
        <source>&amp;Cache:</source>
        <translation>&amp;Zwischenspeicher:</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Ordner des Zwischenspeichers</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for the cache&apos;s folder</source>
        <translation>Den Ordner des Zwischenspeichers suchen</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>A folder with tarballs</source>
        <translation>Ein Ordner mit Tarballs</translation>
    </message>
    <message>
        <source>The cache&apos;s folder</source>
        <translation>Der Ordner des Zwischenspeichers</translation>
    </message>
    <message>
        <source>REFBOX_CACHE is set, and comes first.</source>
        <translation>REFBOX_CACHE ist gesetzt und geht vor.</translation>
    </message>
    <message>
        <source>Holds when Refbox is started again. The old one stays where it is.</source>
        <translation>Gilt, sobald Refbox neu gestartet ist. Der alte bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>This is no absolute path of a folder.</source>
        <translation>Das ist kein absoluter Pfad eines Ordners.</translation>
    </message>
    <message>
        <source>&amp;Helping machines:</source>
        <translation>Helfende &amp;Rechner:</translation>
    </message>
    <message>
        <source>Machines that help to compile</source>
        <translation>Rechner, die beim Übersetzen helfen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>REFBOX_COMPILE_HOSTS is set, and comes first.</source>
        <translation>REFBOX_COMPILE_HOSTS ist gesetzt und geht vor.</translation>
    </message>
    <message>
        <source>Machines that run distccd, such as: build1 build2:3633/8</source>
        <translation>Rechner, auf denen distccd läuft, etwa: build1 build2:3633/8</translation>
    </message>
    <message>
        <source>&amp;Save preferences</source>
        <translation>Einstellungen &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Processes of all builds:</source>
        <translation>&amp;Prozesse aller Baue:</translation>
    </message>
    <message>
        <source>Processes of all builds</source>
        <translation>Prozesse aller Baue</translation>
    </message>
    <message>
        <source>Of all builds together, on this machine; up to twice as many while some of them configure. Helping machines come beside.</source>
        <translation>Aller Baue zusammen, auf diesem Rechner; bis zu doppelt so viele, während einige noch konfigurieren. Helfende Rechner kommen hinzu.</translation>
    </message>
</context>
<context>
    <name>Refbox::PrivateFileDialog</name>
    <message>
        <source>&amp;Path:</source>
        <translation>&amp;Pfad:</translation>
    </message>
    <message>
        <source>Path in the vserver</source>
        <translation>Pfad im Vserver</translation>
    </message>
    <message>
        <source>/etc/motd</source>
        <translation>/etc/motd</translation>
    </message>
    <message>
        <source>Per&amp;missions:</source>
        <translation>&amp;Rechte:</translation>
    </message>
    <message>
        <source>Permissions as octal digits</source>
        <translation>Rechte als Oktalziffern</translation>
    </message>
    <message>
        <source>&amp;Owner:</source>
        <translation>&amp;Eigentümer:</translation>
    </message>
    <message>
        <source>Number of the owner</source>
        <translation>Nummer des Eigentümers</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Gruppe:</translation>
    </message>
    <message>
        <source>Number of the group</source>
        <translation>Nummer der Gruppe</translation>
    </message>
    <message>
        <source>Co&amp;ntent:</source>
        <translation>&amp;Inhalt:</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>New file of %1</source>
        <translation>Neue Datei von %1</translation>
    </message>
    <message>
        <source>Add &amp;file</source>
        <translation>&amp;Datei hinzufügen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Apply &amp;changes</source>
        <translation>Änderungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>In the vserver. It takes the place of what a link rule puts there.</source>
        <translation>Im Vserver. Ersetzt, was eine Link-Regel dort ablegt.</translation>
    </message>
    <message>
        <source>Permissions are three or four octal digits.</source>
        <translation>Rechte sind drei oder vier Oktalziffern.</translation>
    </message>
    <message>
        <source>The path %1.</source>
        <translation>Der Pfad %1.</translation>
    </message>
    <message>
        <source>The vserver has another file at this path.</source>
        <translation>Der Vserver hat unter diesem Pfad eine andere Datei.</translation>
    </message>
    <message>
        <source>Owner and group are numbers; root is 0.</source>
        <translation>Eigentümer und Gruppe sind Nummern; root ist 0.</translation>
    </message>
    <message>
        <source>%1 are too much for this small editor. The bytes stay as they are.</source>
        <translation>%1 sind zu viel für diesen kleinen Editor. Die Bytes bleiben unverändert.</translation>
    </message>
    <message>
        <source>This is no text (%1). The bytes stay as they are.</source>
        <translation>Das ist kein Text (%1). Die Bytes bleiben unverändert.</translation>
    </message>
    <message>
        <source>lines end as on Windows</source>
        <translation>Zeilenenden wie unter Windows</translation>
    </message>
    <message>
        <source>with a byte order mark</source>
        <translation>mit Bytereihenfolge-Marke</translation>
    </message>
    <message>
        <source>no newline at the end</source>
        <translation>kein Zeilenumbruch am Ende</translation>
    </message>
    <message>
        <source>What was changed here is not in the project yet. Discard it?</source>
        <translation>Was hier geändert wurde, ist noch nicht im Projekt. Verwerfen?</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiterbearbeiten</translation>
    </message>
    <message>
        <source>The vserver shares this file with the refbox. It becomes a private copy of the vserver.</source>
        <translation>Der Vserver teilt diese Datei mit der Refbox. Sie wird zu einer privaten Kopie des Vservers.</translation>
    </message>
    <message>
        <source>The vserver has this file already. It becomes a private file with this text.</source>
        <translation>Der Vserver hat diese Datei schon. Sie wird zu einer privaten Datei mit diesem Text.</translation>
    </message>
</context>
<context>
    <name>Refbox::ProgramChooser</name>
    <message>
        <source>Search installed programs</source>
        <translation>Installierte Programme suchen</translation>
    </message>
    <message>
        <source>&amp;Goes into the component:</source>
        <translation>Kommt in die Kom&amp;ponente:</translation>
    </message>
    <message>
        <source>Installed programs</source>
        <translation>Installierte Programme</translation>
    </message>
    <message>
        <source>Chosen programs</source>
        <translation>Gewählte Programme</translation>
    </message>
    <message>
        <source>Tak&amp;e</source>
        <translation>Aufne&amp;hmen</translation>
    </message>
    <message>
        <source>Take the selected programs</source>
        <translation>Die markierten Programme aufnehmen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove the selected programs from the choice</source>
        <translation>Die markierten Programme aus der Auswahl entfernen</translation>
    </message>
    <message>
        <source>Choose at least one program.</source>
        <translation>Mindestens ein Programm wählen.</translation>
    </message>
    <message>
        <source>Nothing yet: select programs and take them.</source>
        <translation>Noch nichts: Programme markieren und aufnehmen.</translation>
    </message>
    <message>
        <source>The libraries that they need come along.</source>
        <translation>Die Bibliotheken, die sie brauchen, kommen mit.</translation>
    </message>
    <message>
        <source>Looking through this machine …</source>
        <translation>Dieser Rechner wird durchsucht …</translation>
    </message>
    <message>
        <source>Not on this machine. It can be taken as optional all the same.</source>
        <translation>Nicht auf diesem Rechner. Als optional lässt es sich trotzdem aufnehmen.</translation>
    </message>
    <message>
        <source>%L1 of %L2 programs</source>
        <translation>%L1 von %L2 Programmen</translation>
    </message>
    <message>
        <source>%L1 programs</source>
        <translation>%L1 Programme</translation>
    </message>
</context>
<context>
    <name>Refbox::ProgramsModel</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>Refbox::ProjectModels</name>
    <message>
        <source>Without what the programs need</source>
        <translation>Ohne das, was die Programme brauchen</translation>
    </message>
    <message>
        <source>except %1</source>
        <translation>außer %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Matches %n file(s) of the refbox.</source>
        <translation>
            <numerusform>Trifft auf %n Datei der Refbox zu.</numerusform>
            <numerusform>Trifft auf %n Dateien der Refbox zu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are private copies.</source>
        <translation>
            <numerusform>%n davon ist eine private Kopie.</numerusform>
            <numerusform>%n davon sind private Kopien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) gave way to later rules or private files.</source>
        <translation>
            <numerusform>%n Name wich späteren Regeln oder privaten Dateien.</numerusform>
            <numerusform>%n Namen wichen späteren Regeln oder privaten Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>recipe %1</source>
        <translation>Rezept %1</translation>
    </message>
    <message>
        <source>hard link</source>
        <translation>harter Link</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>symbolischer Link</translation>
    </message>
    <message>
        <source>private copy</source>
        <translation>private Kopie</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>From the refbox</source>
        <translation>Aus der Refbox</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Catches</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Private file</source>
        <translation>Private Datei</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <translation>%1 (für %2)</translation>
    </message>
    <message>
        <source>to be fetched</source>
        <translation>zu holen</translation>
    </message>
    <message>
        <source>to be built</source>
        <translation>zu bauen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>changed, to be built again</source>
        <translation>geändert, wird neu gebaut</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>wird geholt</translation>
    </message>
    <message>
        <source>building</source>
        <translation>wird gebaut</translation>
    </message>
</context>
<context>
    <name>Refbox::RecipesModel</name>
    <message>
        <source>In this package</source>
        <translation>In diesem Paket</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht erprobt</translation>
    </message>
    <message>
        <source>Built, %1</source>
        <translation>Gebaut, %1</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>name, version, summary</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>Refbox::ReportDialog</name>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Processor:</source>
        <translation>Prozessor:</translation>
    </message>
    <message>
        <source>Kernel:</source>
        <translation>Kernel:</translation>
    </message>
    <message>
        <source>Utilities</source>
        <translation>Dienstprogramme</translation>
    </message>
    <message>
        <source>Filter by name or component</source>
        <translation>Nach Name oder Komponente filtern</translation>
    </message>
    <message>
        <source>Utilities of POSIX</source>
        <translation>Dienstprogramme von POSIX</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Dienstprogramm</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Components and packages</source>
        <translation>Komponenten und Pakete</translation>
    </message>
    <message>
        <source>Component, package</source>
        <translation>Komponente, Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>Bericht über %1</translation>
    </message>
    <message>
        <source>Save the bill of materials</source>
        <translation>Stückliste speichern</translation>
    </message>
    <message>
        <source>SPDX documents (*.spdx.json)</source>
        <translation>SPDX-Dokumente (*.spdx.json)</translation>
    </message>
    <message>
        <source>&amp;Save bill of materials…</source>
        <translation>Stückliste &amp;speichern …</translation>
    </message>
    <message>
        <source>All software, licences, files and checksums, as an SPDX document</source>
        <translation>Alle Software, Lizenzen, Dateien und Prüfsummen als SPDX-Dokument</translation>
    </message>
    <message>
        <source>%1 by itself; %2 of it shared with the refbox, %3 added to the image</source>
        <translation>%1 für sich allein; davon %2 gemeinsam mit der Refbox, %3 kommen im Abbild hinzu</translation>
    </message>
    <message>
        <source>%1 of level v%2, for %3</source>
        <translation>%1 der Stufe v%2, für %3</translation>
    </message>
    <message>
        <source>Any: there are no programs</source>
        <translation>Beliebig: Es gibt keine Programme</translation>
    </message>
    <message>
        <source>No program says which it needs</source>
        <translation>Kein Programm nennt, welchen es braucht</translation>
    </message>
    <message>
        <source>Linux %1 or later</source>
        <translation>Linux %1 oder neuer</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) do not say</source>
        <translation>
            <numerusform>%n Programm nennt keinen</numerusform>
            <numerusform>%n Programme nennen keinen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Missing, and nothing here has them</source>
        <translation>Fehlt, und nichts hier bringt es mit</translation>
    </message>
    <message>
        <source>Missing, but to be had from the refbox</source>
        <translation>Fehlt, ist aber aus der Refbox zu haben</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>It has none of them, and is not meant for a shell</source>
        <translation>Er hat keines davon und ist nicht für eine Shell gedacht</translation>
    </message>
    <message>
        <source>Not declared</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Not declared; names %1</source>
        <translation>Nicht angegeben; nennt %1</translation>
    </message>
    <message>
        <source>Its own files</source>
        <translation>Eigene Dateien</translation>
    </message>
    <message>
        <source>Unknown components</source>
        <translation>Unbekannte Komponenten</translation>
    </message>
</context>
<context>
    <name>Refbox::ResultCard</name>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Mount</source>
        <translation>&amp;Einhängen</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>nicht zurückgelesen</translation>
    </message>
    <message>
        <source>read back and equal to the plan</source>
        <translation>zurückgelesen und gleich dem Plan</translation>
    </message>
    <message>
        <source>read back, and different as remarked</source>
        <translation>zurückgelesen, mit den genannten Abweichungen</translation>
    </message>
    <message>
        <source>As root, in a terminal:</source>
        <translation>Als root, in einem Terminal:</translation>
    </message>
    <message>
        <source>As root, in a terminal, one of these:</source>
        <translation>Als root, in einem Terminal, einer dieser Befehle:</translation>
    </message>
    <message>
        <source>%1 of files</source>
        <translation>%1 an Dateien</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Un&amp;mount</source>
        <translation>Au&amp;shängen</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>unchanged since it was read back and equal to the plan</source>
        <translation>unverändert, seit es zurückgelesen und dem Plan gleich war</translation>
    </message>
    <message>
        <source>%1; %2 came from the image that stood there</source>
        <translation>%1; %2 kamen aus dem Abbild, das dort stand</translation>
    </message>
</context>
<context>
    <name>Refbox::ResultDialog</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Was entstanden ist</translation>
    </message>
    <message>
        <source>All is ready</source>
        <translation>Alles ist fertig</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist fertig</translation>
    </message>
</context>
<context>
    <name>Refbox::RuntimeDialog</name>
    <message>
        <source>Export runtime configurations</source>
        <translation>Laufzeitkonfigurationen exportieren</translation>
    </message>
    <message>
        <source>&amp;VServer:</source>
        <translation>&amp;Vserver:</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Für:</translation>
    </message>
    <message>
        <source>systemd-&amp;nspawn</source>
        <translation>systemd-&amp;nspawn</translation>
    </message>
    <message>
        <source>L&amp;XC</source>
        <translation>L&amp;XC</translation>
    </message>
    <message>
        <source>Linux-VServe&amp;r</source>
        <translation>Linux-VServe&amp;r</translation>
    </message>
    <message>
        <source>I&amp;mage mounted at:</source>
        <translation>Abbild ein&amp;gehängt unter:</translation>
    </message>
    <message>
        <source>Mounted read-onl&amp;y</source>
        <translation>Nur &amp;lesbar eingehängt</translation>
    </message>
    <message>
        <source>&amp;Host name:</source>
        <translation>Rec&amp;hnername:</translation>
    </message>
    <message>
        <source>&amp;Interface:</source>
        <translation>&amp;Schnittstelle:</translation>
    </message>
    <message>
        <source>none: no network</source>
        <translation>keine: kein Netz</translation>
    </message>
    <message>
        <source>Of the host, that the vserver gets a share of, such as eth0</source>
        <translation>Schnittstelle des Rechners, an der der Vserver teilhat, etwa eth0</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>With the length of its prefix: 10.0.0.5/24</source>
        <translation>Mit der Länge des Präfixes: 10.0.0.5/24</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>Re&amp;place configurations that stand there</source>
        <translation>Dort vorhandene Konfigurationen &amp;ersetzen</translation>
    </message>
    <message>
        <source>The same on the command lin&amp;e:</source>
        <translation>Dasselbe auf der &amp;Befehlszeile:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Export configurations</source>
        <translation>Konfigurationen exportieren</translation>
    </message>
    <message>
        <source>Save the project first: the command works on its file.</source>
        <translation>Zuerst das Projekt speichern: der Befehl arbeitet mit dessen Datei.</translation>
    </message>
    <message>
        <source>There is no vserver. Make one first.</source>
        <translation>Es gibt keinen Vserver. Zuerst einen anlegen.</translation>
    </message>
    <message>
        <source>Say where the image is mounted.</source>
        <translation>Bitte angeben, wo das Abbild eingehängt ist.</translation>
    </message>
    <message>
        <source>Choose at least one runtime.</source>
        <translation>Mindestens eine Laufzeitumgebung wählen.</translation>
    </message>
    <message>
        <source>Say where they go.</source>
        <translation>Bitte angeben, wohin.</translation>
    </message>
    <message>
        <source>Save the project first: this command reads its file, without the changes made here.</source>
        <translation>Zuerst das Projekt speichern: dieser Befehl liest dessen Datei, ohne die hier gemachten Änderungen.</translation>
    </message>
</context>
<context>
    <name>Refbox::SearchKeys</name>
    <message>
        <source>Warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
</context>
<context>
    <name>Refbox::SharingPage</name>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Which numbers the cells show</source>
        <translation>Welche Zahlen die Zellen zeigen</translation>
    </message>
    <message>
        <source>Files and bytes</source>
        <translation>Dateien und Bytes</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Save the table as SVG, PDF, PNG or CSV</source>
        <translation>Die Tabelle als SVG, PDF, PNG oder CSV speichern</translation>
    </message>
    <message>
        <source>&amp;New vserver…</source>
        <translation>&amp;Neuer Vserver …</translation>
    </message>
    <message>
        <source>Ch&amp;oose sides…</source>
        <translation>Seiten &amp;wählen …</translation>
    </message>
    <message>
        <source>Sharing matrix</source>
        <translation>Teilungsmatrix</translation>
    </message>
    <message>
        <source>Components down, vservers across: how much each vserver uses</source>
        <translation>Komponenten untereinander, Vserver nebeneinander: wie viel jeder Vserver verwendet</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>What each vserver shares and costs</source>
        <translation>Was jeder Vserver teilt und kostet</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>%1 sharing</source>
        <translation>%1 Teilung</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Nach Namen ordnen</translation>
    </message>
    <message>
        <source>Here you will see how much of the refbox each vserver uses.

There are no files in the refbox yet.</source>
        <translation>Hier sehen Sie, wie viel von der Refbox jeder Vserver verwendet.

Noch gibt es keine Dateien in der Refbox.</translation>
    </message>
    <message>
        <source>Here you will see how much of each component each vserver uses, and what it costs.</source>
        <translation>Hier sehen Sie, wie viel von jeder Komponente jeder Vserver verwendet, und was er kostet.</translation>
    </message>
    <message>
        <source>There is no vserver yet.</source>
        <translation>Noch gibt es keinen Vserver.</translation>
    </message>
    <message>
        <source>This tree has no folder /refbox with vservers beside it.</source>
        <translation>Dieser Baum hat keinen Ordner /refbox mit Vservern daneben.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Show in the &amp;link map</source>
        <translation>In der &amp;Linkkarte zeigen</translation>
    </message>
    <message>
        <source>Sort by this &amp;column</source>
        <translation>Nach dieser &amp;Spalte ordnen</translation>
    </message>
    <message>
        <source>Sort by &amp;name</source>
        <translation>Nach &amp;Namen ordnen</translation>
    </message>
</context>
<context>
    <name>Refbox::SharingPainter</name>
    <message>
        <source>Bar: how much of the folder the vserver uses</source>
        <translation>Balken: wie viel von dem Ordner der Vserver verwendet</translation>
    </message>
    <message>
        <source>Bar: how much of the component the vserver uses</source>
        <translation>Balken: wie viel von der Komponente der Vserver verwendet</translation>
    </message>
    <message>
        <source>Grey: as copies, which take room of their own</source>
        <translation>Grau: als Kopien, die eigenen Platz brauchen</translation>
    </message>
    <message>
        <source>Alone: what a vserver would cost by itself. Added: what it costs now.</source>
        <translation>Allein: was ein Vserver für sich kosten würde. Hinzu: was er jetzt kostet.</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n Ordner</numerusform>
            <numerusform>%n Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n Komponente</numerusform>
            <numerusform>%n Komponenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vserver(s)</source>
        <translation>
            <numerusform>%n Vserver</numerusform>
            <numerusform>%n Vserver</numerusform>
        </translation>
    </message>
    <message>
        <source>Sharing in %1</source>
        <translation>Teilung in %1</translation>
    </message>
</context>
<context>
    <name>Refbox::SharingTable</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>In keinem Ordner</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Keine Komponente</translation>
    </message>
    <message>
        <source>In refbox</source>
        <translation>In der Refbox</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unbenutzt</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>All files of the component in the refbox</source>
        <translation>Alle Dateien der Komponente in der Refbox</translation>
    </message>
    <message>
        <source>Files that no vserver uses</source>
        <translation>Dateien, die kein Vserver verwendet</translation>
    </message>
    <message>
        <source>How many vservers use anything of it</source>
        <translation>Wie viele Vserver etwas davon verwenden</translation>
    </message>
    <message>
        <source>What %1 uses: by hard link, symbolic link or copy, each file once</source>
        <translation>Was %1 verwendet: durch Hardlink, symbolischen Link oder Kopie, jede Datei einmal</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzu</translation>
    </message>
    <message>
        <source>Broken links</source>
        <translation>Tote Links</translation>
    </message>
    <message>
        <source>The column&apos;s sum: everything of the refbox that the vserver uses</source>
        <translation>Die Summe der Spalte: alles von der Refbox, was der Vserver verwendet</translation>
    </message>
    <message>
        <source>Files in the vserver that are also in the refbox, by hard links</source>
        <translation>Dateien im Vserver, die durch Hardlinks auch in der Refbox sind</translation>
    </message>
    <message>
        <source>Files that only the vserver has, copies included</source>
        <translation>Dateien, die nur der Vserver hat, auch Kopien</translation>
    </message>
    <message>
        <source>What the vserver would cost by itself: shared and private files</source>
        <translation>Was der Vserver für sich kosten würde: gemeinsame und private Dateien</translation>
    </message>
    <message>
        <source>What the vserver costs now: what would be free without it</source>
        <translation>Was der Vserver jetzt kostet: was ohne ihn frei wäre</translation>
    </message>
    <message>
        <source>Symbolic links that lead nowhere</source>
        <translation>Symbolische Links, die nirgendwohin führen</translation>
    </message>
    <message>
        <source>%1: used by %2 of %3 vservers</source>
        <translation>%1: verwendet von %2 der %3 Vserver</translation>
    </message>
    <message>
        <source>%1 in the refbox: %2</source>
        <translation>%1 in der Refbox: %2</translation>
    </message>
    <message>
        <source>%1, used by no vserver: %2</source>
        <translation>%1, von keinem Vserver verwendet: %2</translation>
    </message>
    <message>
        <source>%1 uses nothing of %2</source>
        <translation>%1 verwendet nichts von %2</translation>
    </message>
    <message>
        <source>%1 uses of %2: %3
of %4</source>
        <translation>%1 verwendet von %2: %3
von %4</translation>
    </message>
    <message>
        <source>of these as copies: %1</source>
        <translation>davon als Kopien: %1</translation>
    </message>
</context>
<context>
    <name>Refbox::SidesDialog</name>
    <message>
        <source>Choose who shares with whom</source>
        <translation>Wählen, wer mit wem teilt</translation>
    </message>
    <message>
        <source>Chosen for a start: the two folders that share the most.</source>
        <translation>Für den Anfang gewählt: die beiden Ordner, die am meisten teilen.</translation>
    </message>
    <message>
        <source>&amp;Vservers: check the folders that share</source>
        <translation>&amp;Vserver: die Ordner ankreuzen, die teilen</translation>
    </message>
    <message>
        <source>Vservers</source>
        <translation>Vserver</translation>
    </message>
    <message>
        <source>&amp;Refbox: select what they share</source>
        <translation>&amp;Refbox: auswählen, was sie teilen</translation>
    </message>
    <message>
        <source>Refbox</source>
        <translation>Refbox</translation>
    </message>
    <message>
        <source>Look for &amp;copies, too: reads all files of equal sizes</source>
        <translation>Auch nach &amp;Kopien suchen: liest alle Dateien gleicher Größe</translation>
    </message>
    <message>
        <source>&amp;Show the links</source>
        <translation>Links &amp;zeigen</translation>
    </message>
    <message>
        <source>Select the refbox.</source>
        <translation>Wählen Sie die Refbox aus.</translation>
    </message>
    <message>
        <source>Check at least one vserver.</source>
        <translation>Kreuzen Sie mindestens einen Vserver an.</translation>
    </message>
    <message>
        <source>%1 is in the refbox: it cannot be a vserver, too.</source>
        <translation>%1 ist in der Refbox: Es kann nicht auch ein Vserver sein.</translation>
    </message>
    <message>
        <source>%1 is in %2: only one of them can be a vserver.</source>
        <translation>%1 ist in %2: Nur eines von beiden kann ein Vserver sein.</translation>
    </message>
</context>
<context>
    <name>Refbox::SizeField</name>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>TiB</translation>
    </message>
</context>
<context>
    <name>Refbox::SmokeDialog</name>
    <message>
        <source>Smoke test</source>
        <translation>Smoke-Test</translation>
    </message>
    <message>
        <source>Each was started with a harmless argument, alone, in a sandbox on a throw-away copy. A program starts where its loader and libraries were found, whatever it says to the argument.</source>
        <translation>Jedes wurde mit einem harmlosen Argument gestartet, für sich allein, in einer Sandbox an einer Wegwerfkopie. Ein Programm startet, wenn sein Lader und seine Bibliotheken gefunden wurden, was immer es zu dem Argument sagt.</translation>
    </message>
    <message>
        <source>State of programs</source>
        <translation>Zustand der Programme</translation>
    </message>
    <message>
        <source>Filter by path or text</source>
        <translation>Nach Pfad oder Text filtern</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Same &amp;command:</source>
        <translation>Als &amp;Befehl:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>%1 has no programs</source>
        <translation>%1 hat keine Programme</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) of %1 fail to start</source>
        <translation>
            <numerusform>%n Programm von %1 startet nicht</numerusform>
            <numerusform>%n Programme von %1 starten nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Every program of %1 starts</source>
        <translation>Jedes Programm von %1 startet</translation>
    </message>
    <message>
        <source>No program of %1 fails to start</source>
        <translation>Kein Programm von %1 scheitert beim Start</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Als CSV &amp;speichern …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All programs</source>
        <translation>Alle Programme</translation>
    </message>
    <message>
        <source>%1 smoke test</source>
        <translation>%1 Smoke-Test</translation>
    </message>
</context>
<context>
    <name>Refbox::SmokeModel</name>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Started with</source>
        <translation>Gestartet mit</translation>
    </message>
    <message>
        <source>Why, and what it said</source>
        <translation>Warum, und was es ausgab</translation>
    </message>
</context>
<context>
    <name>Refbox::SoftwareWatcher</name>
    <message>
        <source>Fetching sources</source>
        <translation>Quellen werden geholt</translation>
    </message>
    <message>
        <source>Fetching the source</source>
        <translation>Quelle wird geholt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Fetching packages</source>
        <translation>Pakete werden geholt</translation>
    </message>
</context>
<context>
    <name>Refbox::SpacePage</name>
    <message>
        <source>To the folder above (Backspace)</source>
        <translation>Zum Ordner darüber (Rücktaste)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>What the colours tell</source>
        <translation>Was die Farben sagen</translation>
    </message>
    <message>
        <source>By component</source>
        <translation>Nach Komponente</translation>
    </message>
    <message>
        <source>By kind of file</source>
        <translation>Nach Art der Datei</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG</source>
        <translation>Das Bild als SVG, PDF oder PNG speichern</translation>
    </message>
    <message>
        <source>%1 space</source>
        <translation>%1 Platz</translation>
    </message>
    <message>
        <source>Here you will see what takes the room in a folder.

Nothing in this one has any bytes.</source>
        <translation>Hier sehen Sie, was in einem Ordner den Platz einnimmt.

In diesem hat nichts auch nur ein Byte.</translation>
    </message>
</context>
<context>
    <name>Refbox::SpaceView</name>
    <message>
        <source>Space</source>
        <translation>Platz</translation>
    </message>
</context>
<context>
    <name>Refbox::TreeComparison</name>
    <message>
        <source>Only in A</source>
        <translation>Nur in A</translation>
    </message>
    <message>
        <source>Only in B</source>
        <translation>Nur in B</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Target of the link</source>
        <translation>Ziel des Links</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>Gerätenummer</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>Harte Links</translation>
    </message>
    <message>
        <source>Extended attributes</source>
        <translation>Erweiterte Attribute</translation>
    </message>
    <message>
        <source>ACL</source>
        <translation>ACL</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>%1 (the plan)</source>
        <translation>%1 (der Plan)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>Refbox::VServerDialog</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Name of the vserver</source>
        <translation>Name des Vservers</translation>
    </message>
    <message>
        <source>Starts as:</source>
        <translation>Beginnt als:</translation>
    </message>
    <message>
        <source>A &amp;skeleton with software linked to it</source>
        <translation>Ein &amp;Grundgerüst mit verlinkter Software</translation>
    </message>
    <message>
        <source>A &amp;copy of the vserver</source>
        <translation>Eine &amp;Kopie des Vservers</translation>
    </message>
    <message>
        <source>The vserver to copy</source>
        <translation>Der zu kopierende Vserver</translation>
    </message>
    <message>
        <source>S&amp;keleton:</source>
        <translation>Grundge&amp;rüst:</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Grundgerüst</translation>
    </message>
    <message>
        <source>What the skeleton brings</source>
        <translation>Was das Grundgerüst mitbringt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>S&amp;oftware that is linked:</source>
        <translation>Verlinkte &amp;Software:</translation>
    </message>
    <message>
        <source>Software that is linked</source>
        <translation>Verlinkte Software</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Lives in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Typisch</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Folders of two levels as on a common system, devices, first files of /etc and a start script.</source>
        <translation>Ordner in zwei Ebenen wie auf einem üblichen System, Geräte, erste Dateien in /etc und ein Startskript.</translation>
    </message>
    <message>
        <source>Only what a shell needs to run, and a start script.</source>
        <translation>Nur was eine Shell zum Laufen braucht, und ein Startskript.</translation>
    </message>
    <message>
        <source>Nothing: rules and files bring all there is.</source>
        <translation>Nichts: alles kommt durch Regeln und Dateien.</translation>
    </message>
    <message>
        <source>New vserver</source>
        <translation>Neuer Vserver</translation>
    </message>
    <message>
        <source>Create &amp;vserver</source>
        <translation>&amp;Vserver anlegen</translation>
    </message>
    <message>
        <source>Its folder in the image and its host name.</source>
        <translation>Sein Ordner im Abbild und sein Rechnername.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Vserver %1</source>
        <translation>Vserver %1</translation>
    </message>
    <message>
        <source>Apply &amp;changes</source>
        <translation>Änderungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>The copy gets all rules (%1) and private files (%2) of %3.</source>
        <translation>Die Kopie bekommt alle Regeln (%1) und privaten Dateien (%2) von %3.</translation>
    </message>
    <message>
        <source>The project has no software yet: add some, and link it later.</source>
        <translation>Das Projekt hat noch keine Software: welche hinzufügen und später verlinken.</translation>
    </message>
    <message>
        <source>Nothing is linked for now; rules can be added later.</source>
        <translation>Vorerst wird nichts verlinkt; Regeln lassen sich später hinzufügen.</translation>
    </message>
    <message>
        <source>Link rules that this makes: %1. They can be changed later.</source>
        <translation>Link-Regeln, die dabei entstehen: %1. Sie lassen sich später ändern.</translation>
    </message>
    <message>
        <source>Imported from:</source>
        <translation>Importiert aus:</translation>
    </message>
    <message>
        <source>&amp;Links:</source>
        <translation>&amp;Links:</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>Refbox::VServerDrafts</name>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>Another vserver has this name.</source>
        <translation>Ein anderer Vserver hat diesen Namen.</translation>
    </message>
</context>
<context>
    <name>Refbox::WelcomePage</name>
    <message>
        <source>Refbox</source>
        <translation>Refbox</translation>
    </message>
    <message>
        <source>Small virtual servers that share one box of software, in one disk image.</source>
        <translation>Kleine virtuelle Server, die sich eine Refbox voller Software teilen, in einem Datenträgerabbild.</translation>
    </message>
    <message>
        <source>Start with a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>&amp;Nano-vserver</source>
        <translation>&amp;Nano-Vserver</translation>
    </message>
    <message>
        <source>The classic package: a refbox with Bash, BusyBox, coreutils, attr, acl, star and Lua, and an example vserver.</source>
        <translation>Das klassische Paket: eine Refbox mit Bash, BusyBox, coreutils, attr, acl, star und Lua sowie ein Beispiel-Vserver.</translation>
    </message>
    <message>
        <source>&amp;Minimal</source>
        <translation>&amp;Minimal</translation>
    </message>
    <message>
        <source>A static Bash and BusyBox, and one vserver made of links to them.</source>
        <translation>Eine statische Bash und BusyBox und ein Vserver aus Links auf sie.</translation>
    </message>
    <message>
        <source>Emp&amp;ty</source>
        <translation>&amp;Leer</translation>
    </message>
    <message>
        <source>Nothing yet: add software and vservers yourself.</source>
        <translation>Noch nichts: Software und Vserver selbst hinzufügen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>Pro&amp;jekt öffnen …</translation>
    </message>
    <message>
        <source>A file NAME.refbox.lua.</source>
        <translation>Eine Datei NAME.refbox.lua.</translation>
    </message>
    <message>
        <source>Look &amp;inside…</source>
        <translation>Hine&amp;inschauen …</translation>
    </message>
    <message>
        <source>An image or archive that somebody made: what is in it, and who shares what.</source>
        <translation>Ein Abbild oder Archiv aus fremder Hand: was darin ist und wer was teilt.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>A mounted image, an unpacked archive, or any tree of files.</source>
        <translation>Ein eingehängtes Abbild, ein ausgepacktes Archiv oder irgendein Dateibaum.</translation>
    </message>
    <message>
        <source>Look inside a fol&amp;der…</source>
        <translation>In &amp;Ordner hineinschauen …</translation>
    </message>
</context>
<context>
    <name>assembly</name>
    <message>
        <source>Cannot make the folder for the outputs</source>
        <translation>Der Ordner für die Ergebnisse kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>This ELF file cannot be understood: %1.</source>
        <translation>Diese ELF-Datei ist nicht zu verstehen: %1.</translation>
    </message>
    <message>
        <source>It cannot start: its loader %1 is missing here.</source>
        <translation>Startet nicht: der Lader %1 fehlt hier.</translation>
    </message>
    <message>
        <source>Link %1 from the refbox.</source>
        <translation>%1 aus der Refbox verlinken.</translation>
    </message>
    <message>
        <source>Link it from /refbox/lib, or add the component that brings it.</source>
        <translation>Aus /refbox/lib verlinken oder die Komponente hinzufügen, die sie mitbringt.</translation>
    </message>
    <message>
        <source>It is at %1: run ldconfig there, or link it to /lib.</source>
        <translation>Sie liegt unter %1: dort ldconfig ausführen oder sie nach /lib verlinken.</translation>
    </message>
    <message>
        <source>It needs the library %1, which is missing here.</source>
        <translation>Braucht die Bibliothek %1, die hier fehlt.</translation>
    </message>
    <message>
        <source>This script cannot run: its interpreter %1 is missing here.</source>
        <translation>Dieses Skript läuft nicht: sein Interpreter %1 fehlt hier.</translation>
    </message>
    <message>
        <source>Link the interpreter, or leave the script out.</source>
        <translation>Den Interpreter verlinken oder das Skript weglassen.</translation>
    </message>
    <message>
        <source>This symbolic link leads to the refbox: inside the vserver it works only where the refbox is bound to its /refbox.</source>
        <translation>Dieser symbolische Link führt in die Refbox: im Vserver wirkt er nur dort, wo die Refbox unter dessen /refbox eingebunden ist.</translation>
    </message>
    <message>
        <source>This symbolic link leads out of its root: %1.</source>
        <translation>Dieser symbolische Link führt aus seiner Wurzel hinaus: %1.</translation>
    </message>
    <message>
        <source>Inside the root, &quot;..&quot; ends at the root: make the target absolute.</source>
        <translation>In der Wurzel endet &quot;..&quot; an der Wurzel: das Ziel absolut angeben.</translation>
    </message>
    <message>
        <source>This symbolic link leads nowhere: %1.</source>
        <translation>Dieser symbolische Link führt ins Leere: %1.</translation>
    </message>
    <message>
        <source>Link what it should lead to, or leave it out.</source>
        <translation>Verlinken, wohin er führen soll, oder ihn weglassen.</translation>
    </message>
    <message>
        <source>Its programs are for different processors: %1.</source>
        <translation>Die Programme darin sind für verschiedene Prozessoren: %1.</translation>
    </message>
    <message>
        <source>Keep programs for one processor in one vserver.</source>
        <translation>In einem Vserver nur Programme für einen Prozessor halten.</translation>
    </message>
    <message>
        <source>The minimum kernel is unknown.</source>
        <translation>Der mindestens nötige Kernel ist unbekannt.</translation>
    </message>
    <message>
        <source>Its programs need Linux %1 or later.</source>
        <translation>Die Programme brauchen Linux %1 oder neuer.</translation>
    </message>
    <message>
        <source>Of one program it is unknown.</source>
        <translation>Bei einem Programm ist dies unbekannt.</translation>
    </message>
    <message>
        <source>Of %1 programs it is unknown.</source>
        <translation>Bei %1 Programmen ist dies unbekannt.</translation>
    </message>
    <message>
        <source>It is not stripped: stripping would save %1 of %2.</source>
        <translation>Nicht mit strip verkleinert: das würde %1 von %2 sparen.</translation>
    </message>
    <message>
        <source>Strip it at its source, or choose a stripped build.</source>
        <translation>An der Quelle mit strip verkleinern oder eine verkleinerte Fassung wählen.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Component %1: %2</source>
        <translation>Komponente %1: %2</translation>
    </message>
    <message>
        <source>This machine lacks optional programs of component %1: %2.</source>
        <translation>Diesem Rechner fehlen optionale Programme der Komponente %1: %2.</translation>
    </message>
    <message>
        <source>Install them, or leave them out.</source>
        <translation>Sie installieren oder weglassen.</translation>
    </message>
    <message>
        <source>star is not on this machine; GNU tar can stand in for it. It writes star&apos;s keywords for ACLs and extended attributes, but only with --acls --xattrs, puts them on the first name of a hard-linked file alone (star then clears the ACL of the others), and stores no file flags.</source>
        <translation>star ist nicht auf diesem Rechner; GNU tar kann es vertreten. Es schreibt die Schlüsselwörter von star für ACLs und erweiterte Attribute, aber nur mit --acls --xattrs, legt sie nur zum ersten Namen einer Datei mit harten Links ab (star löscht dann die ACL der anderen) und speichert keine Datei-Flags.</translation>
    </message>
    <message>
        <source>Install star from its makers, or give it as a folder or an archive.</source>
        <translation>star vom Hersteller installieren oder als Ordner oder Archiv angeben.</translation>
    </message>
    <message>
        <source>Component %1 has no files. %2: %3: %4</source>
        <translation>Komponente %1 hat keine Dateien. %2: %3: %4</translation>
    </message>
    <message>
        <source>Cannot write an image</source>
        <translation>Ein Abbild kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>This program does not write that file system.</source>
        <translation>Dieses Programm schreibt dieses Dateisystem nicht.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Eines davon wählen: %1.</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>The written file differs from the plan and was not kept</source>
        <translation>Die geschriebene Datei weicht vom Plan ab und wurde nicht behalten</translation>
    </message>
    <message>
        <source>%1 differences, the first at %2 (%3): planned %4, written %5</source>
        <translation>%1 Unterschiede, der erste bei %2 (%3): geplant %4, geschrieben %5</translation>
    </message>
    <message>
        <source>Make sure that nothing changes the source files meanwhile, and try again. If it stays, this is a defect of Refbox: please report it.</source>
        <translation>Dafür sorgen, dass inzwischen nichts die Quelldateien ändert, und erneut versuchen. Bleibt es dabei, ist es ein Fehler in Refbox: bitte melden.</translation>
    </message>
    <message>
        <source>The image is too big</source>
        <translation>Das Abbild ist zu groß</translation>
    </message>
    <message>
        <source>It needs %1; %2 holds %3.</source>
        <translation>Es braucht %1; %2 fasst %3.</translation>
    </message>
    <message>
        <source>Link less, leave out a component, or choose a larger capacity.</source>
        <translation>Weniger verlinken, eine Komponente weglassen oder ein größeres Fassungsvermögen wählen.</translation>
    </message>
    <message>
        <source>Reading the image back</source>
        <translation>Abbild zurücklesen</translation>
    </message>
    <message>
        <source>Reading the star-ball back</source>
        <translation>Star-Ball zurücklesen</translation>
    </message>
    <message>
        <source>Cannot write there</source>
        <translation>Dorthin kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>It is, or lies inside, the source %1 that it would be made from.</source>
        <translation>Das Ziel ist selbst die Quelle %1, aus der es entstehen soll, oder liegt in ihr.</translation>
    </message>
    <message>
        <source>Choose a target elsewhere.</source>
        <translation>Ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>Link %1 from the refbox</source>
        <translation>%1 aus der Refbox verlinken</translation>
    </message>
    <message>
        <source>Remove the link rules that match nothing</source>
        <translation>Die Link-Regeln entfernen, die auf nichts zutreffen</translation>
    </message>
    <message>
        <source>Leave out the programs that this machine lacks</source>
        <translation>Die Programme weglassen, die diesem Rechner fehlen</translation>
    </message>
    <message>
        <source>Fit the size to the content</source>
        <translation>Die Größe dem Inhalt anpassen</translation>
    </message>
    <message>
        <source>Collecting software</source>
        <translation>Software zusammentragen</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Component %1 has no place: %2 is no folder.</source>
        <translation>Komponente %1 hat keinen Platz: %2 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Choose another prefix for it.</source>
        <translation>Ein anderes Präfix dafür wählen.</translation>
    </message>
    <message>
        <source>The library has no place: %1 is no folder.</source>
        <translation>Die Bibliothek hat keinen Platz: %1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Component %1 needs another version of this library than the one that component %2 brought; that one stays.</source>
        <translation>Komponente %1 braucht eine andere Version dieser Bibliothek als die, die Komponente %2 mitgebracht hat; diese bleibt.</translation>
    </message>
    <message>
        <source>Components %1 and %2 want this path with different files; that of %2 stays.</source>
        <translation>Die Komponenten %1 und %2 beanspruchen diesen Pfad mit verschiedenen Dateien; die von %2 bleibt.</translation>
    </message>
    <message>
        <source>Link rule %1 (%2) matches nothing in the refbox.</source>
        <translation>Link-Regel %1 (%2) trifft auf nichts in der Refbox zu.</translation>
    </message>
    <message>
        <source>Correct its path, or remove the rule.</source>
        <translation>Den Pfad berichtigen oder die Regel entfernen.</translation>
    </message>
    <message>
        <source>Link rule %1 puts %2, which is no folder, at the root of the vserver.</source>
        <translation>Link-Regel %1 legt %2, was kein Ordner ist, an die Wurzel des Vservers.</translation>
    </message>
    <message>
        <source>%1 cannot appear here: %2 is no folder.</source>
        <translation>%1 kann hier nicht erscheinen: %2 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Change the order or the places of the link rules.</source>
        <translation>Die Reihenfolge oder die Orte der Link-Regeln ändern.</translation>
    </message>
    <message>
        <source>A file should appear here, but a folder stands here already.</source>
        <translation>Hier sollte eine Datei erscheinen, aber hier ist schon ein Ordner.</translation>
    </message>
    <message>
        <source>A folder should appear here, but a file stands here already.</source>
        <translation>Hier sollte ein Ordner erscheinen, aber hier ist schon eine Datei.</translation>
    </message>
    <message>
        <source>This private file has no place: %1 is no folder.</source>
        <translation>Diese private Datei hat keinen Platz: %1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Move the file, or change the rule that puts something else there.</source>
        <translation>Die Datei verschieben oder die Regel ändern, die etwas anderes dorthin legt.</translation>
    </message>
    <message>
        <source>One name of link rule %1, such as this one, gave way to private files.</source>
        <translation>Ein Name der Link-Regel %1, etwa dieser, wich privaten Dateien.</translation>
    </message>
    <message>
        <source>%1 names of link rule %2, such as this one, gave way to private files.</source>
        <translation>%1 Namen der Link-Regel %2, etwa dieser, wichen privaten Dateien.</translation>
    </message>
    <message>
        <source>One name of link rule %1, such as this one, gave way to link rule %2.</source>
        <translation>Ein Name der Link-Regel %1, etwa dieser, wich der Link-Regel %2.</translation>
    </message>
    <message>
        <source>%1 names of link rule %2, such as this one, gave way to link rule %3.</source>
        <translation>%1 Namen der Link-Regel %2, etwa dieser, wichen der Link-Regel %3.</translation>
    </message>
    <message>
        <source>Looking for what would break</source>
        <translation>Suche, was nicht mehr ginge</translation>
    </message>
    <message>
        <source>This private file is the same as %1: as a link it would save %2.</source>
        <translation>Diese eigene Datei ist dieselbe wie %1: Als Link würde sie %2 sparen.</translation>
    </message>
    <message>
        <source>%1 private files, such as this one, are the same as others (here %2): as links they would save %3.</source>
        <translation>%1 eigene Dateien, wie diese, sind dieselben wie andere (hier %2): Als Links würden sie %3 sparen.</translation>
    </message>
    <message>
        <source>Both could be links to one file in the refbox.</source>
        <translation>Beide könnten Links auf eine Datei der Refbox sein.</translation>
    </message>
    <message>
        <source>Not all files of equal size were compared (%1 at most are read, and not what cannot be read): there may be more copies.</source>
        <translation>Nicht alle gleich großen Dateien wurden verglichen (höchstens %1 werden gelesen, und nicht, was sich nicht lesen lässt): Es kann mehr Kopien geben.</translation>
    </message>
    <message>
        <source>Turn the seal on</source>
        <translation>Die Versiegelung einschalten</translation>
    </message>
    <message>
        <source>Let link rule %1 link</source>
        <translation>Link-Regel %1 linken lassen</translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation>%1 linken</translation>
    </message>
    <message>
        <source>Link these %1 tools</source>
        <translation>Diese %1 Werkzeuge linken</translation>
    </message>
    <message>
        <source>Move component %1 to %2</source>
        <translation>Die Komponente %1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>Link it less often, or give some of the places copies.</source>
        <translation>Sie seltener linken, oder einigen der Stellen Kopien geben.</translation>
    </message>
    <message>
        <source>Change it at its source, or leave it out.</source>
        <translation>Sie an ihrer Quelle ändern, oder weglassen.</translation>
    </message>
    <message>
        <source>The image is too big: it needs %1, and its medium (%2) holds %3.</source>
        <translation>Das Abbild ist zu groß: Es braucht %1, und sein Medium (%2) fasst %3.</translation>
    </message>
    <message>
        <source>Put less into it, or choose a larger medium.</source>
        <translation>Weniger hineinnehmen, oder ein größeres Medium wählen.</translation>
    </message>
    <message>
        <source>Leave something out, or choose a larger medium. The largest components are %1.</source>
        <translation>Etwas weglassen, oder ein größeres Medium wählen. Die größten Komponenten sind %1.</translation>
    </message>
    <message>
        <source>Looking for identical copies</source>
        <translation>Suche nach gleichen Kopien</translation>
    </message>
    <message>
        <source>Whoever starts it gets the rights of root (set-uid).</source>
        <translation>Wer sie startet, bekommt die Rechte von root (set-uid).</translation>
    </message>
    <message>
        <source>Whoever starts it gets the rights of user %1 (set-uid).</source>
        <translation>Wer sie startet, bekommt die Rechte des Benutzers %1 (set-uid).</translation>
    </message>
    <message>
        <source>Whoever starts it gets the rights of group %1 (set-gid).</source>
        <translation>Wer sie startet, bekommt die Rechte der Gruppe %1 (set-gid).</translation>
    </message>
    <message>
        <source>Whoever starts it gets capabilities: %1.</source>
        <translation>Wer sie startet, bekommt Capabilities: %1.</translation>
    </message>
    <message>
        <source>%1 more programs give whoever starts them the rights of others.</source>
        <translation>%1 weitere Programme geben dem, der sie startet, fremde Rechte.</translation>
    </message>
    <message>
        <source>And others than its owner can write it.</source>
        <translation>Und andere als ihr Eigentümer können sie ändern.</translation>
    </message>
    <message>
        <source>Take the right to write from group and others.</source>
        <translation>Gruppe und anderen das Schreibrecht nehmen.</translation>
    </message>
    <message>
        <source>Component %1 wants a file here, where others have a folder; that stays.</source>
        <translation>Die Komponente %1 will hier eine Datei, wo andere einen Ordner haben; der bleibt.</translation>
    </message>
    <message>
        <source>Components %1 and %2 want %3 paths, such as this one, with different files; those of %2 stay.</source>
        <translation>Die Komponenten %1 und %2 wollen %3 Pfade, wie diesen, mit verschiedenen Dateien; die von %2 bleiben.</translation>
    </message>
    <message>
        <source>%1 more shared files can be written by others than their owner.</source>
        <translation>%1 weitere gemeinsame Dateien können andere als ihr Eigentümer ändern.</translation>
    </message>
    <message>
        <source>One shared file, this one, can be written by its owner, who is not root (user %1), and changes for all vservers then.</source>
        <translation>Eine gemeinsame Datei, diese, kann ihr Eigentümer ändern, der nicht root ist (Benutzer %1); dann ändert sie sich für alle Vserver.</translation>
    </message>
    <message>
        <source>%2 shared files, such as this one, can be written by their owners, who are not root (here user %1), and change for all vservers then.</source>
        <translation>%2 gemeinsame Dateien, wie diese, können ihre Eigentümer ändern, die nicht root sind (hier Benutzer %1); dann ändern sie sich für alle Vserver.</translation>
    </message>
    <message>
        <source>One shared file, this one, is not sealed: root inside one vserver can change it for all.</source>
        <translation>Eine gemeinsame Datei, diese, ist nicht versiegelt: root in einem Vserver kann sie für alle ändern.</translation>
    </message>
    <message>
        <source>%1 shared files, such as this one, are not sealed: root inside one vserver can change them for all.</source>
        <translation>%1 gemeinsame Dateien, wie diese, sind nicht versiegelt: root in einem Vserver kann sie für alle ändern.</translation>
    </message>
    <message>
        <source>Every user can write this shared file, in every vserver.</source>
        <translation>Jeder Benutzer kann diese gemeinsame Datei ändern, in jedem Vserver.</translation>
    </message>
    <message>
        <source>Group %1 can write this shared file, in every vserver.</source>
        <translation>Die Gruppe %1 kann diese gemeinsame Datei ändern, in jedem Vserver.</translation>
    </message>
    <message>
        <source>Turn the seal on, or correct its mode at its source.</source>
        <translation>Die Versiegelung einschalten, oder die Rechte an der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>On a mounted image, chattr +i seals a file.</source>
        <translation>In einem eingehängten Abbild versiegelt chattr +i eine Datei.</translation>
    </message>
    <message>
        <source>This file is a hard link to %1, past the refbox: whoever changes the one changes the other.</source>
        <translation>Diese Datei ist ein Hardlink auf %1, an der Refbox vorbei: Wer die eine ändert, ändert die andere.</translation>
    </message>
    <message>
        <source>%1 files, such as this one, are hard links to files of %2 (here %3), past the refbox: whoever changes the one changes the other.</source>
        <translation>%1 Dateien, wie diese, sind Hardlinks auf Dateien von %2 (hier %3), an der Refbox vorbei: Wer die eine ändert, ändert die andere.</translation>
    </message>
    <message>
        <source>Give each its own copy, or put the file into the refbox.</source>
        <translation>Jedem eine eigene Kopie geben, oder die Datei in die Refbox aufnehmen.</translation>
    </message>
    <message>
        <source>It lacks these tools of POSIX, which the refbox has: %1.</source>
        <translation>Ihm fehlen diese Werkzeuge von POSIX, die die Refbox hat: %1.</translation>
    </message>
    <message>
        <source>Link them, or name them in the exceptions of a link rule to leave them out.</source>
        <translation>Sie linken, oder in den Ausnahmen einer Link-Regel nennen, um sie wegzulassen.</translation>
    </message>
    <message>
        <source>It lacks these tools of POSIX, and so does the refbox: %1.</source>
        <translation>Ihm fehlen diese Werkzeuge von POSIX, und der Refbox auch: %1.</translation>
    </message>
    <message>
        <source>It lacks these tools of POSIX: %1.</source>
        <translation>Ihm fehlen diese Werkzeuge von POSIX: %1.</translation>
    </message>
    <message>
        <source>Add a component that brings them, where they are wanted.</source>
        <translation>Eine Komponente hinzufügen, die sie bringt, wo sie gewünscht sind.</translation>
    </message>
    <message>
        <source>Link rule %1 makes one private copy, this one, of a file of the refbox: a link would save %2.</source>
        <translation>Link-Regel %1 macht eine eigene Kopie, diese, von einer Datei der Refbox: Ein Link würde %2 sparen.</translation>
    </message>
    <message>
        <source>Link rule %1 makes %2 private copies, such as this one, of files of the refbox: links would save %3.</source>
        <translation>Link-Regel %1 macht %2 eigene Kopien, wie diese, von Dateien der Refbox: Links würden %3 sparen.</translation>
    </message>
    <message>
        <source>Let it link them, unless this vserver is to have files of its own.</source>
        <translation>Sie linken lassen, außer dieser Vserver soll eigene Dateien haben.</translation>
    </message>
    <message>
        <source>Give one of them a prefix of its own, such as /opt/%1, or remove one.</source>
        <translation>Einer von ihnen ein eigenes Präfix geben, etwa /opt/%1, oder eine entfernen.</translation>
    </message>
    <message>
        <source>Component %1 needs %2 built from source, which has not been done yet.</source>
        <translation>Komponente %1 braucht %2 aus den Quellen gebaut; das ist noch nicht geschehen.</translation>
    </message>
    <message>
        <source>Component %1 was built with %2 at %3, which is no component of the project.</source>
        <translation>Komponente %1 wurde mit %2 unter %3 gebaut, das keine Komponente des Projekts ist.</translation>
    </message>
    <message>
        <source>Add it: its programs look for their libraries there.</source>
        <translation>Hinzufügen: Die Programme suchen ihre Bibliotheken dort.</translation>
    </message>
    <message>
        <source>component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Building software</source>
        <translation>Software wird gebaut</translation>
    </message>
    <message>
        <source>Build the package: that builds it first.</source>
        <translation>Das Paket bauen: dabei wird dies zuerst gebaut.</translation>
    </message>
    <message>
        <source>The source of component %1, %2, is no longer in the cache, and will lack below /baby/src.</source>
        <translation>Die Quelle der Komponente %1, %2, ist nicht mehr im Cache und wird unter /baby/src fehlen.</translation>
    </message>
    <message>
        <source>Build the package where the source is at hand.</source>
        <translation>Das Paket dort bauen, wo die Quelle zur Hand ist.</translation>
    </message>
    <message>
        <source>The packages of component %1, %2, have not been fetched yet.</source>
        <translation>Die Pakete der Komponente %1, %2, wurden noch nicht geholt.</translation>
    </message>
    <message>
        <source>Build the package: that fetches them first.</source>
        <translation>Bauen Sie das Paket: das holt sie zuerst.</translation>
    </message>
    <message>
        <source>Packages of component %1 have scripts that their package manager would run, and that were not run: %2.</source>
        <translation>Pakete der Komponente %1 haben Skripte, die ihre Paketverwaltung ausführen würde und die nicht ausgeführt wurden: %2.</translation>
    </message>
    <message>
        <source>What they would make (links, users, caches …) may lack: make it as private files, or in the running vserver.</source>
        <translation>Was sie anlegen würden (Links, Benutzer, Zwischenspeicher …), kann fehlen: legen Sie es als private Dateien oder im laufenden Vserver an.</translation>
    </message>
    <message>
        <source>Paths of package %1 have no place in component %2, for another package has something else there: %3.</source>
        <translation>Pfade des Pakets %1 haben in der Komponente %2 keinen Platz, denn ein anderes Paket hat dort etwas anderes: %3.</translation>
    </message>
    <message>
        <source>Leave one of the packages out, or give it a component of its own.</source>
        <translation>Lassen Sie eines der Pakete weg, oder geben Sie ihm eine eigene Komponente.</translation>
    </message>
    <message>
        <source>Component %1 needs %2 built from source again: what was built is no longer kept.</source>
        <translation>Komponente %1 braucht %2 noch einmal aus den Quellen gebaut: das Gebaute ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Component %1 needs %2 built from source again. Changed since: %3.</source>
        <translation>Komponente %1 braucht %2 noch einmal aus den Quellen gebaut. Seither geändert: %3.</translation>
    </message>
    <message>
        <source>%1: %2, such as %3</source>
        <translation>%1: %2, etwa %3</translation>
    </message>
    <message>
        <source>sockets, which are left out</source>
        <translation>Sockets; sie werden weggelassen</translation>
    </message>
    <message>
        <source>seals (immutable, append-only)</source>
        <translation>Versiegelungen (unveränderlich, nur anhängen)</translation>
    </message>
    <message>
        <source>attributes that only GNU tar and Refbox restore</source>
        <translation>Attribute, die nur GNU tar und Refbox wiederherstellen</translation>
    </message>
    <message>
        <source>owners, which only root can set</source>
        <translation>Eigentümer, die nur root setzen kann</translation>
    </message>
    <message>
        <source>devices, which only root can make</source>
        <translation>Geräte, die nur root anlegen kann</translation>
    </message>
    <message>
        <source>attributes that only root can set</source>
        <translation>Attribute, die nur root setzen kann</translation>
    </message>
    <message>
        <source>hard links, which become files of their own</source>
        <translation>Hardlinks, die zu eigenen Dateien werden</translation>
    </message>
    <message>
        <source>access control lists</source>
        <translation>Zugriffskontrolllisten</translation>
    </message>
    <message>
        <source>extended attributes and capabilities</source>
        <translation>erweiterte Attribute und Capabilities</translation>
    </message>
    <message>
        <source>times beyond what it can say, which become the nearest one</source>
        <translation>Zeiten außerhalb des Darstellbaren, die zur nächstliegenden werden</translation>
    </message>
    <message>
        <source>fractions of seconds in times</source>
        <translation>Sekundenbruchteile in Zeiten</translation>
    </message>
    <message>
        <source>files with too many names</source>
        <translation>Dateien mit zu vielen Namen</translation>
    </message>
    <message>
        <source>folders with too many subfolders</source>
        <translation>Ordner mit zu vielen Unterordnern</translation>
    </message>
    <message>
        <source>files that are too big</source>
        <translation>zu große Dateien</translation>
    </message>
    <message>
        <source>symbolic links that are too long</source>
        <translation>zu lange symbolische Links</translation>
    </message>
    <message>
        <source>%1 cannot hold %2: %3, such as this one.</source>
        <translation>%1 kann dies nicht aufnehmen: %2 (%3, wie hier).</translation>
    </message>
    <message>
        <source>names that are shown cut</source>
        <translation>Namen, die gekürzt gezeigt werden</translation>
    </message>
    <message>
        <source>devices whose numbers would be read as others</source>
        <translation>Geräte, deren Nummern als andere gelesen würden</translation>
    </message>
    <message>
        <source>Computing checksums</source>
        <translation>Prüfsummen berechnen</translation>
    </message>
    <message>
        <source>Link them whatever their times</source>
        <translation>Sie ungeachtet ihrer Zeiten verlinken</translation>
    </message>
    <message>
        <source>names with letters in parts, which bsdtar changes</source>
        <translation>Namen mit zerlegten Buchstaben, die bsdtar ändert</translation>
    </message>
    <message>
        <source>times before 1970 with fractions, which bsdtar changes</source>
        <translation>Zeiten vor 1970 mit Sekundenbruchteilen, die bsdtar ändert</translation>
    </message>
    <message>
        <source>access control lists with ids that bsdtar does not restore</source>
        <translation>ACLs mit IDs, die bsdtar nicht wiederherstellt</translation>
    </message>
    <message>
        <source>Cannot import the vserver</source>
        <translation>Der Vserver kann nicht importiert werden</translation>
    </message>
    <message>
        <source>The project has a vserver of this name.</source>
        <translation>Das Projekt hat bereits einen Vserver dieses Namens.</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>Einen anderen Namen angeben.</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Die Quelle hat sich während des Lesens geändert.</translation>
    </message>
    <message>
        <source>Try again once nothing writes to it.</source>
        <translation>Erneut versuchen, sobald nichts mehr darin schreibt.</translation>
    </message>
    <message>
        <source>It has no folder %1.</source>
        <translation>Darin gibt es keinen Ordner %1.</translation>
    </message>
    <message>
        <source>Give the path of a folder in it.</source>
        <translation>Den Pfad eines Ordners darin angeben.</translation>
    </message>
    <message>
        <source>It is a whole package, with a refbox and vservers.</source>
        <translation>Das ist ein ganzes Paket, mit einer Refbox und Vservern.</translation>
    </message>
    <message>
        <source>Say which vserver is meant, such as the folder %1.</source>
        <translation>Angeben, welcher Vserver gemeint ist, etwa der Ordner %1.</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>Schichten schreiben</translation>
    </message>
    <message>
        <source>Reading the layers back</source>
        <translation>Schichten zurücklesen</translation>
    </message>
    <message>
        <source>The layer is not what it was packed from</source>
        <translation>Die Schicht entspricht nicht dem, woraus sie gepackt wurde</translation>
    </message>
    <message>
        <source>Unpacked, it has another checksum.</source>
        <translation>Ausgepackt hat sie eine andere Prüfsumme.</translation>
    </message>
    <message>
        <source>Remove Refbox&apos;s cache, and try again.</source>
        <translation>Den Zwischenspeicher von Refbox entfernen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The layers do not fit together</source>
        <translation>Die Schichten passen nicht zusammen</translation>
    </message>
    <message>
        <source>It is in two of them.</source>
        <translation>Das kommt in zweien davon vor.</translation>
    </message>
    <message>
        <source>This is a defect of Refbox: please report it.</source>
        <translation>Das ist ein Fehler in Refbox: bitte melden.</translation>
    </message>
    <message>
        <source>Writing the index</source>
        <translation>Index schreiben</translation>
    </message>
    <message>
        <source>Images that Refbox did not write stand there, too: blobs that are no longer used were left for them</source>
        <translation>Dort stehen auch Abbilder, die Refbox nicht geschrieben hat: nicht mehr benutzte Blobs blieben ihretwegen erhalten</translation>
    </message>
    <message>
        <source>%1 is called %2 in the layout, where not every name can be</source>
        <translation>%1 heißt im Layout %2, da dort nicht jeder Name möglich ist</translation>
    </message>
    <message>
        <source>%1: it holds no shell to start</source>
        <translation>%1: enthält keine Shell, die gestartet werden könnte</translation>
    </message>
    <message>
        <source>Cannot write the OCI image layout</source>
        <translation>Das OCI-Image-Layout kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>There is no vserver to write.</source>
        <translation>Es gibt keinen Vserver zum Schreiben.</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>Zuerst einen anlegen.</translation>
    </message>
    <message>
        <source>Runtimes cannot read xz.</source>
        <translation>Laufzeitumgebungen können xz nicht lesen.</translation>
    </message>
    <message>
        <source>Choose gzip, zstd or none.</source>
        <translation>gzip, zstd oder keine Kompression wählen.</translation>
    </message>
    <message>
        <source>Planning the layers</source>
        <translation>Schichten planen</translation>
    </message>
    <message>
        <source>Symbolic links into the refbox, which no image holds: %1, such as %2</source>
        <translation>Symbolische Links in die Refbox, die in keinem Abbild enthalten ist: %1, etwa %2</translation>
    </message>
    <message>
        <source>Devices, which runtimes unpack only as root: %1, such as %2</source>
        <translation>Geräte, die Laufzeitumgebungen nur als root auspacken: %1, etwa %2</translation>
    </message>
    <message>
        <source>%1: runtimes have no name for its processor, %2</source>
        <translation>%1: Laufzeitumgebungen haben keinen Namen für den Prozessor, %2</translation>
    </message>
    <message>
        <source>%1: it holds no program; said to be for this machine&apos;s processor, %2</source>
        <translation>%1: enthält kein Programm; als Prozessor gilt der dieses Rechners, %2</translation>
    </message>
    <message>
        <source>%1: programs of several processors; said to be for %2, as most are</source>
        <translation>%1: Programme für mehrere Prozessoren; als Prozessor gilt %2, wie bei den meisten</translation>
    </message>
    <message>
        <source>Cannot make an OCI image</source>
        <translation>Ein OCI-Abbild kann nicht erstellt werden</translation>
    </message>
    <message>
        <source>In a layer, a name that starts with &quot;.wh.&quot; says that another file is gone: it cannot be a file&apos;s name.</source>
        <translation>In einer Schicht sagt ein Name, der mit „.wh.“ beginnt, dass eine andere Datei entfernt ist: eine Datei kann nicht so heißen.</translation>
    </message>
    <message>
        <source>Rename or leave out the file.</source>
        <translation>Die Datei umbenennen oder weglassen.</translation>
    </message>
    <message>
        <source>Files that vservers share</source>
        <translation>Dateien, die sich Vserver teilen</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>%1: stored up to %2 times, %3 more, because places or names differ (files: %4)</source>
        <translation>%1: bis zu %2-mal gespeichert, %3 mehr, weil Orte oder Namen verschieden sind (Dateien: %4)</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder is not empty, and no OCI image layout.</source>
        <translation>Der Ordner ist nicht leer und kein OCI-Image-Layout.</translation>
    </message>
    <message>
        <source>It is no folder.</source>
        <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
        <source>Another export is writing there.</source>
        <translation>Ein anderer Export schreibt gerade dorthin.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten, bis er beendet ist.</translation>
    </message>
    <message>
        <source>It is no index of an OCI image layout, and would be lost.</source>
        <translation>Das ist kein Index eines OCI-Image-Layouts und ginge verloren.</translation>
    </message>
    <message>
        <source>An image called %1 stands there that Refbox did not write, and would be lost.</source>
        <translation>Dort steht ein Abbild namens %1, das Refbox nicht geschrieben hat; es ginge verloren.</translation>
    </message>
    <message>
        <source>Comparing with the refbox</source>
        <translation>Mit der Refbox vergleichen</translation>
    </message>
    <message>
        <source>Vserver %1 lacks what it is imported from. %2: %3: %4</source>
        <translation>Vserver %1 fehlt das, woraus er importiert wird. %2: %3: %4</translation>
    </message>
    <message>
        <source>Cannot write the runtime&apos;s configuration</source>
        <translation>Die Konfiguration der Laufzeitumgebung kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>A path in a configuration must start with &quot;/&quot;, and have none but letters, digits and / - _ . + @ ~ , in it.</source>
        <translation>Ein Pfad in einer Konfiguration muss mit „/“ beginnen und darf nur Buchstaben, Ziffern und / - _ . + @ ~ , enthalten.</translation>
    </message>
    <message>
        <source>Mount the image elsewhere.</source>
        <translation>Das Abbild anderswo einhängen.</translation>
    </message>
    <message>
        <source>It is no plain absolute path.</source>
        <translation>Das ist kein einfacher absoluter Pfad.</translation>
    </message>
    <message>
        <source>Leave out &quot;.&quot;, &quot;..&quot; and &quot;//&quot;.</source>
        <translation>„.“, „..“ und „//“ weglassen.</translation>
    </message>
    <message>
        <source>A host name has letters, digits, &quot;-&quot; and &quot;.&quot;, and at most 64 of them.</source>
        <translation>Ein Rechnername besteht aus Buchstaben, Ziffern, „-“ und „.“, höchstens 64 davon.</translation>
    </message>
    <message>
        <source>Give another one.</source>
        <translation>Einen anderen angeben.</translation>
    </message>
    <message>
        <source>It is no IP address.</source>
        <translation>Das ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>Give one such as 10.0.0.5/24 or fd00::5/64.</source>
        <translation>Eine wie 10.0.0.5/24 oder fd00::5/64 angeben.</translation>
    </message>
    <message>
        <source>A vserver of a runtime has a name of at most 64 letters, digits and &quot;.&quot;, &quot;_&quot;, &quot;+&quot;, &quot;-&quot;, the first a letter or digit.</source>
        <translation>Ein Vserver einer Laufzeitumgebung hat einen Namen aus höchstens 64 Buchstaben, Ziffern und „.“, „_“, „+“, „-“; das erste Zeichen ist ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>Rename the vserver.</source>
        <translation>Den Vserver umbenennen.</translation>
    </message>
    <message>
        <source>It is not said where the vserver stands.</source>
        <translation>Es ist nicht angegeben, wo der Vserver liegt.</translation>
    </message>
    <message>
        <source>An interface has a name of at most 15 letters, digits and &quot;.&quot;, &quot;_&quot;, &quot;-&quot;, &quot;@&quot;.</source>
        <translation>Eine Schnittstelle hat einen Namen aus höchstens 15 Buchstaben, Ziffern und „.“, „_“, „-“, „@“.</translation>
    </message>
    <message>
        <source>See the names with: ip link</source>
        <translation>Die Namen zeigt: ip link</translation>
    </message>
    <message>
        <source>The address needs an interface to be on.</source>
        <translation>Die Adresse braucht eine Schnittstelle, zu der sie gehört.</translation>
    </message>
    <message>
        <source>Name one, such as eth0.</source>
        <translation>Eine nennen, etwa eth0.</translation>
    </message>
    <message>
        <source>It is no number of a context.</source>
        <translation>Das ist keine Kontextnummer.</translation>
    </message>
    <message>
        <source>Give one from 2 to 49151.</source>
        <translation>Eine von 2 bis 49151 angeben.</translation>
    </message>
    <message>
        <source>Another file stands there, which may have been edited.</source>
        <translation>Dort steht eine andere Datei, die vielleicht bearbeitet wurde.</translation>
    </message>
    <message>
        <source>Move it away, choose another folder, or let it be replaced.</source>
        <translation>Sie wegverschieben, einen anderen Ordner wählen oder sie ersetzen lassen.</translation>
    </message>
    <message>
        <source>Move it away, or choose another folder.</source>
        <translation>Sie wegverschieben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Cannot try the seal</source>
        <translation>Die Versiegelung kann nicht erprobt werden</translation>
    </message>
    <message>
        <source>No image is mounted there through a loop device.</source>
        <translation>Dort ist kein Abbild über ein Loop-Gerät eingehängt.</translation>
    </message>
    <message>
        <source>Give the image itself: it is tried on a copy.</source>
        <translation>Das Abbild selbst angeben: erprobt wird an einer Kopie.</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>Abbild kopieren</translation>
    </message>
    <message>
        <source>It cannot be mounted: %1</source>
        <translation>Es kann nicht eingehängt werden: %1</translation>
    </message>
    <message>
        <source>This needs loop devices, and a kernel that knows the file system.</source>
        <translation>Das braucht Loop-Geräte und einen Kernel, der das Dateisystem kennt.</translation>
    </message>
    <message>
        <source>Open it for writing</source>
        <translation>Sie zum Schreiben öffnen</translation>
    </message>
    <message>
        <source>Change its mode</source>
        <translation>Ihre Rechte ändern</translation>
    </message>
    <message>
        <source>Change its owner</source>
        <translation>Ihren Eigentümer ändern</translation>
    </message>
    <message>
        <source>Give it a further name</source>
        <translation>Ihr einen weiteren Namen geben</translation>
    </message>
    <message>
        <source>Lift the flag (chattr -i)</source>
        <translation>Das Flag aufheben (chattr -i)</translation>
    </message>
    <message>
        <source>Truncate it</source>
        <translation>Sie abschneiden</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>Sie umbenennen</translation>
    </message>
    <message>
        <source>Put another file over it</source>
        <translation>Eine andere Datei an ihre Stelle setzen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Sie löschen</translation>
    </message>
    <message>
        <source>The image has no such vserver, or no /refbox.</source>
        <translation>Das Abbild hat keinen solchen Vserver oder kein /refbox.</translation>
    </message>
    <message>
        <source>It shares no file with the refbox: there is nothing to seal.</source>
        <translation>Er teilt keine Datei mit der Refbox: es gibt nichts zu versiegeln.</translation>
    </message>
    <message>
        <source>Mounting an image and entering a vserver takes root.</source>
        <translation>Ein Abbild einzuhängen und einen Vserver zu betreten erfordert root.</translation>
    </message>
    <message>
        <source>Run it as root: it works on a copy.</source>
        <translation>Als root ausführen: gearbeitet wird an einer Kopie.</translation>
    </message>
    <message>
        <source>This is no name of a vserver.</source>
        <translation>Das ist kein Name eines Vservers.</translation>
    </message>
    <message>
        <source>Trying the seal</source>
        <translation>Versiegelung erproben</translation>
    </message>
    <message>
        <source>It is neither an ELF program nor a script that names its interpreter.</source>
        <translation>Das ist weder ein ELF-Programm noch ein Skript, das seinen Interpreter nennt.</translation>
    </message>
    <message>
        <source>Starting the programs</source>
        <translation>Programme starten</translation>
    </message>
    <message>
        <source>It is a symbolic link that leads nowhere inside.</source>
        <translation>Das ist ein symbolischer Link, der innen nirgendwohin führt.</translation>
    </message>
    <message>
        <source>It crashed: %1.</source>
        <translation>Es ist abgestürzt: %1.</translation>
    </message>
    <message>
        <source>It lacks a shared library.</source>
        <translation>Ihm fehlt eine gemeinsam genutzte Bibliothek.</translation>
    </message>
    <message>
        <source>It needs another version of a shared library.</source>
        <translation>Es braucht eine andere Version einer gemeinsam genutzten Bibliothek.</translation>
    </message>
    <message>
        <source>A shared library lacks something that it needs.</source>
        <translation>Einer gemeinsam genutzten Bibliothek fehlt etwas, das es braucht.</translation>
    </message>
    <message>
        <source>It needs a newer kernel.</source>
        <translation>Es braucht einen neueren Kernel.</translation>
    </message>
    <message>
        <source>This machine cannot execute it.</source>
        <translation>Dieser Rechner kann es nicht ausführen.</translation>
    </message>
    <message>
        <source>It is made for another processor: %1.</source>
        <translation>Es ist für einen anderen Prozessor bestimmt: %1.</translation>
    </message>
    <message>
        <source>Something that it starts was not found (exit status 127).</source>
        <translation>Etwas, das es startet, wurde nicht gefunden (Exit-Status 127).</translation>
    </message>
    <message>
        <source>Something that it starts cannot be executed (exit status 126).</source>
        <translation>Etwas, das es startet, kann nicht ausgeführt werden (Exit-Status 126).</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Import: %1</translation>
    </message>
    <message>
        <source>Of %1 imported files, %2 are links to the refbox and save %3; %4 in the others are the vserver&apos;s own.</source>
        <translation>Von %1 importierten Dateien sind %2 Links auf die Refbox und sparen %3; %4 in den übrigen gehören dem Vserver allein.</translation>
    </message>
    <message>
        <source>%1 imported files, such as this one, are the same as in the refbox but for their times: links would save %2.</source>
        <translation>%1 importierte Dateien, wie diese, sind bis auf ihre Zeiten dieselben wie in der Refbox: Links würden %2 sparen.</translation>
    </message>
    <message>
        <source>Let the import link them whatever their times, if the refbox&apos;s will do.</source>
        <translation>Den Import sie ungeachtet ihrer Zeiten verlinken lassen, wenn die der Refbox genügen.</translation>
    </message>
    <message>
        <source>%1 imported files, such as this one, have the content of files of the refbox, but other permissions, owners or attributes; they stay private.</source>
        <translation>%1 importierte Dateien, wie diese, haben den Inhalt von Dateien der Refbox, aber andere Rechte, Eigentümer oder Attribute; sie bleiben privat.</translation>
    </message>
    <message>
        <source>Looking at the programs</source>
        <translation>Programme untersuchen</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Dateien lesen</translation>
    </message>
    <message>
        <source>Cannot run the vserver</source>
        <translation>Der Vserver kann nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Nowhere is room for a copy of it, %1.</source>
        <translation>Nirgends ist Platz für eine Kopie davon, %1.</translation>
    </message>
    <message>
        <source>Free some space in /tmp, or name another folder in TMPDIR: one whose file system lets programs start.</source>
        <translation>In /tmp Platz freigeben oder in TMPDIR einen anderen Ordner nennen: einen, dessen Dateisystem Programme starten lässt.</translation>
    </message>
    <message>
        <source>Cannot find this vserver</source>
        <translation>Dieser Vserver ist nicht zu finden</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
        <source>There is neither a vserver nor a folder of this name.</source>
        <translation>Es gibt weder einen Vserver noch einen Ordner dieses Namens.</translation>
    </message>
    <message>
        <source>Name a folder by its path, such as / for all of it.</source>
        <translation>Einen Ordner mit seinem Pfad nennen, etwa / für alles.</translation>
    </message>
    <message>
        <source>The vservers here: %1.</source>
        <translation>Die Vserver hier: %1.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Es ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>It is not executable.</source>
        <translation>Es ist nicht ausführbar.</translation>
    </message>
    <message>
        <source>Its loader is missing: %1</source>
        <translation>Sein Lader fehlt: %1</translation>
    </message>
    <message>
        <source>Its interpreter is missing: %1</source>
        <translation>Sein Interpreter fehlt: %1</translation>
    </message>
    <message>
        <source>Append to it</source>
        <translation>An sie anhängen</translation>
    </message>
    <message>
        <source>Check the image&apos;s file system.</source>
        <translation>Das Dateisystem des Abbilds prüfen.</translation>
    </message>
    <message>
        <source>Choose another folder for them.</source>
        <translation>Wählen Sie einen anderen Ordner dafür.</translation>
    </message>
    <message>
        <source>It looks for libraries beside its own place: link the program to the place that it has in the refbox, or the library to /lib.</source>
        <translation>Es sucht Bibliotheken neben seinem eigenen Platz: Verknüpfen Sie das Programm an den Platz, den es in der Refbox hat, oder die Bibliothek nach /lib.</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Die Datei wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The cache&apos;s copy of %1, %2, was damaged, and is gone now.</source>
        <translation>Die Kopie von %1 im Zwischenspeicher, %2, war beschädigt und ist jetzt entfernt.</translation>
    </message>
    <message>
        <source>Try again: it is read from its source anew. If it comes back, look after the disk.</source>
        <translation>Versuchen Sie es noch einmal: Sie wird neu aus ihrer Quelle gelesen. Kommt das wieder vor, prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Leave it out of the component that has it, or give that one a prefix of its own.</source>
        <translation>Lassen Sie sie aus der Komponente weg, die sie mitbringt, oder geben Sie dieser ein eigenes Präfix.</translation>
    </message>
    <message>
        <source>Libraries of this machine&apos;s programs all go to /lib: leave one of the two out, or take it from a package, an archive or a recipe, with a prefix of its own.</source>
        <translation>Bibliotheken der Programme dieses Rechners kommen alle nach /lib: Lassen Sie eine der beiden Komponenten weg, oder nehmen Sie sie aus einem Paket, einem Archiv oder einem Rezept, mit eigenem Präfix.</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Auch: %1</translation>
    </message>
    <message>
        <source>%1: it has no folder /usr, without which systemd-nspawn takes it for no system and starts nothing</source>
        <translation>%1: es hat keinen Ordner /usr, und ohne diesen hält systemd-nspawn es für kein System und startet nichts</translation>
    </message>
    <message>
        <source>%1: files that it shares are not sealed, so root in it can change them for all: mount the image read-only, or let a project seal them in an ext file system</source>
        <translation>%1: Dateien, die es teilt, sind nicht versiegelt, und root darin kann sie für alle ändern: das Abbild nur lesbar einhängen, oder ein Projekt sie in einem ext-Dateisystem versiegeln lassen</translation>
    </message>
    <message>
        <source>Take a capability back</source>
        <translation>Eine Capability zurückholen</translation>
    </message>
    <message>
        <source>Write to the image&apos;s disk</source>
        <translation>Auf den Datenträger des Abbilds schreiben</translation>
    </message>
    <message>
        <source>Make a bind writable</source>
        <translation>Einen Bind schreibbar machen</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>Manual pages and other documentation</source>
        <translation>Handbuchseiten und weitere Dokumentation</translation>
    </message>
    <message>
        <source>Leave out what only debuggers read</source>
        <translation>Weglassen, was nur Debugger lesen</translation>
    </message>
    <message>
        <source>POSIX access control lists: getfacl, setfacl and their library</source>
        <translation>POSIX-Zugriffskontrolllisten: getfacl, setfacl und ihre Bibliothek</translation>
    </message>
    <message>
        <source>Commands to read and write the access control lists of files, and the library that coreutils, tar and others use for them. First written at SGI for XFS.</source>
        <translation>Befehle, um die Zugriffskontrolllisten von Dateien zu lesen und zu schreiben, und die Bibliothek, die coreutils, tar und andere dafür verwenden. Zuerst bei SGI für XFS geschrieben.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Extended attributes: getfattr, setfattr and their library</source>
        <translation>Erweiterte Attribute: getfattr, setfattr und ihre Bibliothek</translation>
    </message>
    <message>
        <source>Commands to read and write the extended attributes of files, and the library that coreutils, tar and others use for them. First written at SGI for XFS.</source>
        <translation>Befehle, um die erweiterten Attribute von Dateien zu lesen und zu schreiben, und die Bibliothek, die coreutils, tar und andere dafür verwenden. Zuerst bei SGI für XFS geschrieben.</translation>
    </message>
    <message>
        <source>The Bourne Again Shell</source>
        <translation>Die Bourne-Again-Shell</translation>
    </message>
    <message>
        <source>GNU&apos;s shell, the start program of every vserver. It opens connections by itself through /dev/tcp and /dev/udp. Linked statically it runs where nothing else is; it cannot look up host names then.</source>
        <translation>Die Shell von GNU, das Startprogramm jedes Vservers. Über /dev/tcp und /dev/udp öffnet sie selbst Verbindungen. Statisch gebunden läuft sie, wo sonst nichts ist; Rechnernamen kann sie dann nicht auflösen.</translation>
    </message>
    <message>
        <source>Shells</source>
        <translation>Shells</translation>
    </message>
    <message>
        <source>How its libraries are linked</source>
        <translation>Wie seine Bibliotheken gebunden werden</translation>
    </message>
    <message>
        <source>Editing of command lines</source>
        <translation>Bearbeiten von Befehlszeilen</translation>
    </message>
    <message>
        <source>Manual, headers and loadable commands</source>
        <translation>Handbuch, Header und ladbare Befehle</translation>
    </message>
    <message>
        <source>Four hundred small commands in one program</source>
        <translation>Vierhundert kleine Befehle in einem Programm</translation>
    </message>
    <message>
        <source>Small versions of the commands that a Unix system has: ls, vi, wget, ftpget, rpm, dpkg, ash and the rest, each a link to one program.</source>
        <translation>Kleine Ausgaben der Befehle, die ein Unix-System hat: ls, vi, wget, ftpget, rpm, dpkg, ash und die übrigen, jeder ein Link auf ein Programm.</translation>
    </message>
    <message>
        <source>Basic commands</source>
        <translation>Grundlegende Befehle</translation>
    </message>
    <message>
        <source>GNU&apos;s basic commands: ls, cp, mv, sort, date and a hundred more</source>
        <translation>Die grundlegenden Befehle von GNU: ls, cp, mv, sort, date und hundert weitere</translation>
    </message>
    <message>
        <source>The full versions of the basic commands, with access control lists and extended attributes: ls marks files that have them, cp and mv keep them.</source>
        <translation>Die vollständigen Ausgaben der grundlegenden Befehle, mit Zugriffskontrolllisten und erweiterten Attributen: ls kennzeichnet Dateien, die sie haben, cp und mv behalten sie bei.</translation>
    </message>
    <message>
        <source>Access control lists and extended attributes</source>
        <translation>Zugriffskontrolllisten und erweiterte Attribute</translation>
    </message>
    <message>
        <source>Fetches and sends by HTTP, FTP and more</source>
        <translation>Holt und sendet über HTTP, FTP und anderes</translation>
    </message>
    <message>
        <source>The command curl and its library. By itself without encryption: of the TLS libraries none is in the catalogue; with tls = machine it takes the OpenSSL of the building machine, whose headers must be there.</source>
        <translation>Der Befehl curl und seine Bibliothek. Von sich aus ohne Verschlüsselung: Von den TLS-Bibliotheken ist keine im Katalog; mit tls = machine nimmt er das OpenSSL des bauenden Rechners, dessen Header da sein müssen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Encryption, by this library</source>
        <translation>Verschlüsselung, durch diese Bibliothek</translation>
    </message>
    <message>
        <source>GNU&apos;s diff, diff3, cmp and sdiff</source>
        <translation>diff, diff3, cmp und sdiff von GNU</translation>
    </message>
    <message>
        <source>Tells how files differ.</source>
        <translation>Sagt, worin sich Dateien unterscheiden.</translation>
    </message>
    <message>
        <source>A small SSH server and client</source>
        <translation>Ein kleiner SSH-Server und -Client</translation>
    </message>
    <message>
        <source>SSH for small systems: server, client, keys and scp in one program.</source>
        <translation>SSH für kleine Systeme: Server, Client, Schlüssel und scp in einem Programm.</translation>
    </message>
    <message>
        <source>Makes, checks and mends ext2, ext3 and ext4</source>
        <translation>Legt ext2, ext3 und ext4 an, prüft und repariert sie</translation>
    </message>
    <message>
        <source>mke2fs, e2fsck, resize2fs, tune2fs, debugfs, and lsattr and chattr for the flags of files: with these a sealed file is unsealed.</source>
        <translation>mke2fs, e2fsck, resize2fs, tune2fs, debugfs sowie lsattr und chattr für die Flags von Dateien: Mit diesen wird eine versiegelte Datei entsiegelt.</translation>
    </message>
    <message>
        <source>GNU&apos;s find and xargs, and locate</source>
        <translation>find und xargs von GNU, und locate</translation>
    </message>
    <message>
        <source>Finds files by name, age, size and more, and does something with each.</source>
        <translation>Findet Dateien nach Name, Alter, Größe und anderem und tut mit jeder etwas.</translation>
    </message>
    <message>
        <source>GNU&apos;s awk</source>
        <translation>awk von GNU</translation>
    </message>
    <message>
        <source>A small language for tables and reports.</source>
        <translation>Eine kleine Sprache für Tabellen und Berichte.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Messages in other languages: gettext, msgfmt and their libraries</source>
        <translation>Meldungen in anderen Sprachen: gettext, msgfmt und ihre Bibliotheken</translation>
    </message>
    <message>
        <source>By these, programs and scripts speak the language of their user. The functions for programs are the C library&apos;s own; here are the tools, and what scripts need. A vserver that shall speak needs a locale, too: /usr/lib/locale of a Linux that has it.</source>
        <translation>Hiermit sprechen Programme und Skripte die Sprache ihrer Benutzer. Die Funktionen für Programme bringt die C-Bibliothek mit; hier sind die Werkzeuge und was Skripte brauchen. Ein Vserver, der sprechen soll, braucht auch eine Locale: /usr/lib/locale eines Linux, das sie hat.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>GNU&apos;s search in texts: grep, egrep, fgrep</source>
        <translation>Die Textsuche von GNU: grep, egrep, fgrep</translation>
    </message>
    <message>
        <source>Finds the lines of files that match a pattern.</source>
        <translation>Findet die Zeilen von Dateien, die zu einem Muster passen.</translation>
    </message>
    <message>
        <source>GNU&apos;s gzip and zcat</source>
        <translation>gzip und zcat von GNU</translation>
    </message>
    <message>
        <source>Packs and unpacks single files.</source>
        <translation>Packt und entpackt einzelne Dateien.</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Shows texts screen by screen</source>
        <translation>Zeigt Texte Bildschirm für Bildschirm</translation>
    </message>
    <message>
        <source>A pager: forwards, backwards, with search.</source>
        <translation>Ein Pager: vorwärts, rückwärts, mit Suche.</translation>
    </message>
    <message>
        <source>bsdtar, bsdcpio and their library</source>
        <translation>bsdtar, bsdcpio und ihre Bibliothek</translation>
    </message>
    <message>
        <source>Reads and writes archives of many kinds. Its bsdtar reads and writes the keywords of star for access control lists and extended attributes, and so stands in for it. gzip, xz and zstd are run as programs where they are there.</source>
        <translation>Liest und schreibt Archive vieler Arten. Sein bsdtar liest und schreibt die Schlüsselwörter von star für Zugriffskontrolllisten und erweiterte Attribute und vertritt es so. gzip, xz und zstd werden als Programme gestartet, wo sie da sind.</translation>
    </message>
    <message>
        <source>The Lua language: interpreter and compiler</source>
        <translation>Die Sprache Lua: Interpreter und Compiler</translation>
    </message>
    <message>
        <source>A small, quick language for scripts and configuration, made at PUC-Rio&apos;s Tecgraf. Refbox&apos;s projects are written in its syntax. With a rule for binfmt_misc, by which the kernel starts compiled Lua programs by themselves; lib/binfmt.d/README.md tells how.</source>
        <translation>Eine kleine, schnelle Sprache für Skripte und Konfiguration, entstanden am Tecgraf der PUC-Rio. Die Projekte von Refbox sind in ihrer Syntax geschrieben. Mit einer Regel für binfmt_misc, durch die der Kernel übersetzte Lua-Programme von selbst startet; lib/binfmt.d/README.md sagt, wie.</translation>
    </message>
    <message>
        <source>Line editing in the interpreter</source>
        <translation>Zeilenbearbeitung im Interpreter</translation>
    </message>
    <message>
        <source>A small editor</source>
        <translation>Ein kleiner Editor</translation>
    </message>
    <message>
        <source>An editor that shows its keys at the foot of the screen.</source>
        <translation>Ein Editor, der seine Tasten am Fuß des Bildschirms zeigt.</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>Editoren</translation>
    </message>
    <message>
        <source>Terminal handling: libraries, tic, infocmp and the usual terminals</source>
        <translation>Umgang mit Terminals: Bibliotheken, tic, infocmp und die üblichen Terminals</translation>
    </message>
    <message>
        <source>What programs use to draw on terminals, with the descriptions of the usual ones below share/terminfo.</source>
        <translation>Womit Programme auf Terminals zeichnen, mit den Beschreibungen der üblichen unter share/terminfo.</translation>
    </message>
    <message>
        <source>GNU Readline: editing of command lines, with history</source>
        <translation>GNU Readline: Bearbeiten von Befehlszeilen, mit Verlauf</translation>
    </message>
    <message>
        <source>The library by which Bash, Lua and others let their users edit what they type.</source>
        <translation>Die Bibliothek, mit der Bash, Lua und andere bearbeiten lassen, was getippt wird.</translation>
    </message>
    <message>
        <source>GNU&apos;s stream editor</source>
        <translation>Der Stream-Editor von GNU</translation>
    </message>
    <message>
        <source>Changes texts on their way, line by line, by rules.</source>
        <translation>Ändert Texte im Vorbeigehen, Zeile für Zeile, nach Regeln.</translation>
    </message>
    <message>
        <source>The archiver star and its friends</source>
        <translation>Das Archivprogramm star und seine Gefährten</translation>
    </message>
    <message>
        <source>The fast tar that keeps access control lists, extended attributes and file flags, and the smaller tools beside it. Until the recipe was tried, take star from a package, a folder or this machine, or bsdtar (recipe libarchive) in its place.</source>
        <translation>Das schnelle tar, das Zugriffskontrolllisten, erweiterte Attribute und Datei-Flags behält, und die kleineren Werkzeuge daneben. Bis das Rezept erprobt ist, nehmen Sie star aus einem Paket, einem Ordner oder von diesem Rechner, oder an seiner Stelle bsdtar (Rezept libarchive).</translation>
    </message>
    <message>
        <source>Written from the makers&apos; directions; nobody has checked the source&apos;s SHA-256 or built it by this recipe yet.</source>
        <translation>Nach den Angaben der Hersteller geschrieben; noch hat niemand den SHA-256 der Quelle geprüft oder sie nach diesem Rezept gebaut.</translation>
    </message>
    <message>
        <source>xz and the library liblzma</source>
        <translation>xz und die Bibliothek liblzma</translation>
    </message>
    <message>
        <source>Packs and unpacks single files, tighter than gzip.</source>
        <translation>Packt und entpackt einzelne Dateien, dichter als gzip.</translation>
    </message>
    <message>
        <source>Messages in other languages; external: by the C library&apos;s own gettext</source>
        <translation>Meldungen in anderen Sprachen; external: durch das gettext der C-Bibliothek selbst</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>left out an extended attribute that Linux cannot have: %1</source>
        <translation>ein erweitertes Attribut weggelassen, das es unter Linux nicht geben kann: %1</translation>
    </message>
    <message>
        <source>Its user id %1 is out of range.</source>
        <translation>Die Benutzernummer %1 liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Its group id %1 is out of range.</source>
        <translation>Die Gruppennummer %1 liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>left out an NFSv4 ACL</source>
        <translation>eine NFSv4-ACL weggelassen</translation>
    </message>
    <message>
        <source>Cannot read the archive</source>
        <translation>Das Archiv kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>left out the ACL entry of an unknown user or group: %1</source>
        <translation>den ACL-Eintrag eines unbekannten Benutzers oder einer unbekannten Gruppe weggelassen: %1</translation>
    </message>
    <message>
        <source>left out a malformed ACL</source>
        <translation>eine fehlerhafte ACL weggelassen</translation>
    </message>
    <message>
        <source>An offset is negative.</source>
        <translation>Ein Offset ist negativ.</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Es ist beschädigt</translation>
    </message>
    <message>
        <source>It is not an archive of a known format.</source>
        <translation>Es ist kein Archiv in einem bekannten Format.</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>Archiv lesen</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>It has more than %1 entries.</source>
        <translation>Es hat mehr als %1 Einträge.</translation>
    </message>
    <message>
        <source>It is truncated: its end mark is missing.</source>
        <translation>Es ist abgeschnitten: die Endemarke fehlt.</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>Debian package, %1</source>
        <translation>Debian-Paket, %1</translation>
    </message>
    <message>
        <source>It is a Debian package without files (no data.tar).</source>
        <translation>Es ist ein Debian-Paket ohne Dateien (kein data.tar).</translation>
    </message>
    <message>
        <source>It is of an unknown type.</source>
        <translation>Der Typ ist unbekannt.</translation>
    </message>
    <message>
        <source>Linux has no device %1, %2.</source>
        <translation>Linux kennt kein Gerät %1, %2.</translation>
    </message>
    <message>
        <source>Entry %1 has no name that can be read.</source>
        <translation>Eintrag %1 hat keinen lesbaren Namen.</translation>
    </message>
    <message>
        <source>It is a symbolic link without a target.</source>
        <translation>Das ist ein symbolischer Link ohne Ziel.</translation>
    </message>
    <message>
        <source>while reading %1</source>
        <translation>beim Lesen von %1</translation>
    </message>
    <message>
        <source>Its data overlap or have gaps.</source>
        <translation>Die Daten überlappen sich oder haben Lücken.</translation>
    </message>
    <message>
        <source>It ends after %1 of %2 bytes.</source>
        <translation>Die Daten enden nach %1 von %2 Bytes.</translation>
    </message>
    <message>
        <source>It is longer than it says, %1 bytes.</source>
        <translation>Die Daten sind länger als angegeben (%1 Bytes).</translation>
    </message>
    <message>
        <source>It unpacks to more than %1.</source>
        <translation>Es wird ausgepackt größer als %1.</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Use the archive only if you know where it comes from.</source>
        <translation>Das Archiv nur benutzen, wenn seine Herkunft bekannt ist.</translation>
    </message>
    <message>
        <source>The archive&apos;s root is not a folder.</source>
        <translation>Die Wurzel des Archivs ist kein Ordner.</translation>
    </message>
    <message>
        <source>It is a hard link to %1, which is not in the archive.</source>
        <translation>Das ist ein harter Link auf %1, und dieses Ziel ist nicht im Archiv.</translation>
    </message>
    <message>
        <source>and %1 more remarks</source>
        <translation>und %1 weitere Hinweise</translation>
    </message>
    <message>
        <source>Its name is absolute, so where it belongs is a guess.</source>
        <translation>Der Name ist absolut; wohin er gehört, lässt sich nur raten.</translation>
    </message>
    <message>
        <source>Its target %1 is absolute, so where it lies is a guess.</source>
        <translation>Das Ziel %1 ist absolut; wo es liegt, lässt sich nur raten.</translation>
    </message>
    <message>
        <source>Repack the archive with relative names, or unpack it and open the folder.</source>
        <translation>Das Archiv mit relativen Namen neu packen, oder es auspacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Its name leads out of the tree with “..”.</source>
        <translation>Der Name führt mit „..“ aus dem Baum hinaus.</translation>
    </message>
    <message>
        <source>Its target %1 leads out of the tree with “..”.</source>
        <translation>Das Ziel %1 führt mit „..“ aus dem Baum hinaus.</translation>
    </message>
    <message>
        <source>A name in it is longer than 255 bytes.</source>
        <translation>Ein Name darin ist länger als 255 Bytes.</translation>
    </message>
    <message>
        <source>It lies below %1, which is no folder but a %2.</source>
        <translation>Der Eintrag liegt unter %1; das ist kein Ordner (Typ: %2).</translation>
    </message>
    <message>
        <source>Too many hard links come before their targets.</source>
        <translation>Zu viele harte Links kommen vor ihren Zielen.</translation>
    </message>
    <message>
        <source>It is a hard link to %1, a folder.</source>
        <translation>Das ist ein harter Link auf %1, einen Ordner.</translation>
    </message>
    <message>
        <source>It is there already, as a folder.</source>
        <translation>Das gibt es schon, als Ordner.</translation>
    </message>
    <message>
        <source>The archive has more than one entry of this name, so which one counts is a guess.</source>
        <translation>Das Archiv hat mehr als einen Eintrag dieses Namens; welcher gilt, lässt sich nur raten.</translation>
    </message>
    <message>
        <source>Unpack the archive with the program that made it and open the folder.</source>
        <translation>Das Archiv mit dem Programm auspacken, das es gemacht hat, und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Das ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>It is truncated (gzip).</source>
        <translation>Es ist abgeschnitten (gzip).</translation>
    </message>
    <message>
        <source>Its gzip stream is damaged.</source>
        <translation>Der gzip-Datenstrom ist beschädigt.</translation>
    </message>
    <message>
        <source>its size is impossible</source>
        <translation>seine Größe ist unmöglich</translation>
    </message>
    <message>
        <source>its extents overlap</source>
        <translation>seine Extents überlappen sich</translation>
    </message>
    <message>
        <source>its blocks lie outside the image</source>
        <translation>seine Blöcke liegen außerhalb des Abbilds</translation>
    </message>
    <message>
        <source>its extent tree makes no sense</source>
        <translation>sein Extent-Baum ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>it has an empty extent</source>
        <translation>er hat einen leeren Extent</translation>
    </message>
    <message>
        <source>the checksum of its extent tree is wrong</source>
        <translation>die Prüfsumme seines Extent-Baums ist falsch</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Sie hat sich während des Lesens geändert.</translation>
    </message>
    <message>
        <source>Let nothing change the source files meanwhile, and try again.</source>
        <translation>Dafür sorgen, dass inzwischen nichts die Quelldateien ändert, und erneut versuchen.</translation>
    </message>
    <message>
        <source>Cannot write the image</source>
        <translation>Das Abbild kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>It is a source of the image itself.</source>
        <translation>Das ist eine Quelle des Abbilds selbst.</translation>
    </message>
    <message>
        <source>Give the image another name.</source>
        <translation>Dem Abbild einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Spread them over several folders.</source>
        <translation>Sie auf mehrere Ordner verteilen.</translation>
    </message>
    <message>
        <source>Cannot make the journal</source>
        <translation>Das Journal kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Cannot plan the image</source>
        <translation>Das Abbild kann nicht geplant werden</translation>
    </message>
    <message>
        <source>Ask for less free space, or spread the tree over several images.</source>
        <translation>Weniger freien Platz verlangen oder den Baum auf mehrere Abbilder verteilen.</translation>
    </message>
    <message>
        <source>Give a smaller size.</source>
        <translation>Eine kleinere Größe angeben.</translation>
    </message>
    <message>
        <source>The tree does not fit into the image</source>
        <translation>Der Baum passt nicht in das Abbild</translation>
    </message>
    <message>
        <source>It needs %1 bytes (%2); the image has %3 bytes (%4).</source>
        <translation>Er braucht %1 Bytes (%2); das Abbild hat %3 Bytes (%4).</translation>
    </message>
    <message>
        <source>Give the image a larger size, let it fit its content, or leave something out.</source>
        <translation>Dem Abbild eine größere Größe geben, es dem Inhalt anpassen oder etwas weglassen.</translation>
    </message>
    <message>
        <source>Cannot make the file system</source>
        <translation>Das Dateisystem kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The free space asked for is not between 0 and 95 percent.</source>
        <translation>Der verlangte freie Platz liegt nicht zwischen 0 und 95 Prozent.</translation>
    </message>
    <message>
        <source>Give a shorter label.</source>
        <translation>Einen kürzeren Datenträgernamen angeben.</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>Das Abbild kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It is no regular file.</source>
        <translation>Das ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>Give the path of an image file.</source>
        <translation>Den Pfad einer Abbilddatei angeben.</translation>
    </message>
    <message>
        <source>It is no ext2, ext3 or ext4 file system.</source>
        <translation>Es ist kein ext2-, ext3- oder ext4-Dateisystem.</translation>
    </message>
    <message>
        <source>Its superblock is damaged (%1).</source>
        <translation>Der Superblock ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>Run e2fsck on the image; it may find a copy of the superblock.</source>
        <translation>e2fsck auf das Abbild anwenden; es findet vielleicht eine Kopie des Superblocks.</translation>
    </message>
    <message>
        <source>block size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>The file is shorter than its file system (%1 blocks of %2 bytes).</source>
        <translation>Die Datei ist kürzer als ihr Dateisystem (%1 Blöcke zu %2 Bytes).</translation>
    </message>
    <message>
        <source>The image is incomplete: copy or download it again.</source>
        <translation>Das Abbild ist unvollständig: erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>inodes</source>
        <translation>Inodes</translation>
    </message>
    <message>
        <source>It is the journal of another file system.</source>
        <translation>Es ist das Journal eines anderen Dateisystems.</translation>
    </message>
    <message>
        <source>It was not unmounted: its journal holds changes that are not in place yet.</source>
        <translation>Es wurde nicht ausgehängt: sein Journal enthält Änderungen, die noch nicht an ihrem Platz sind.</translation>
    </message>
    <message>
        <source>Unmount it, or run e2fsck on it once, or mount it once.</source>
        <translation>Es aushängen, einmal e2fsck darauf anwenden oder es einmal einhängen.</translation>
    </message>
    <message>
        <source>It uses features that are not known here (incompatible 0x%1).</source>
        <translation>Es nutzt Merkmale, die hier unbekannt sind (inkompatibel 0x%1).</translation>
    </message>
    <message>
        <source>Mount it and open the folder instead.</source>
        <translation>Es einhängen und stattdessen den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Its files share blocks, which is not supported.</source>
        <translation>Die Dateien darin teilen sich Blöcke; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Its superblock is damaged.</source>
        <translation>Der Superblock ist beschädigt.</translation>
    </message>
    <message>
        <source>Run e2fsck on the image.</source>
        <translation>e2fsck auf das Abbild anwenden.</translation>
    </message>
    <message>
        <source>there is no such inode</source>
        <translation>diesen Inode gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such group</source>
        <translation>diese Gruppe gibt es nicht</translation>
    </message>
    <message>
        <source>its table lies outside the image</source>
        <translation>seine Tabelle liegt außerhalb des Abbilds</translation>
    </message>
    <message>
        <source>its checksum is wrong</source>
        <translation>seine Prüfsumme ist falsch</translation>
    </message>
    <message>
        <source>it reaches beyond the end of the image</source>
        <translation>er reicht über das Ende des Abbilds hinaus</translation>
    </message>
    <message>
        <source>files have more blocks than there are</source>
        <translation>Dateien haben mehr Blöcke, als es gibt</translation>
    </message>
    <message>
        <source>Inode %1 is damaged: %2.</source>
        <translation>Inode %1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>Run e2fsck on a copy of the image.</source>
        <translation>e2fsck auf eine Kopie des Abbilds anwenden.</translation>
    </message>
    <message>
        <source>It has too many files.</source>
        <translation>Er hat zu viele Dateien.</translation>
    </message>
    <message>
        <source>It has %1 names, and %2 are the most.</source>
        <translation>Es sind %1 Namen; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>Link it less often, or give some of the places copies.</source>
        <translation>Seltener verlinken oder an einigen Orten Kopien anlegen.</translation>
    </message>
    <message>
        <source>Its target has %1 bytes; 1 to %2 are possible.</source>
        <translation>Das Ziel hat %1 Bytes; 1 bis %2 sind möglich.</translation>
    </message>
    <message>
        <source>Change the link, or leave it out.</source>
        <translation>Den Link ändern oder weglassen.</translation>
    </message>
    <message>
        <source>It is larger than 16 TB.</source>
        <translation>Die Datei ist größer als 16 TB.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Sie weglassen.</translation>
    </message>
    <message>
        <source>It needs more than 16 TB.</source>
        <translation>Er braucht mehr als 16 TB.</translation>
    </message>
    <message>
        <source>Spread it over several images.</source>
        <translation>Ihn auf mehrere Abbilder verteilen.</translation>
    </message>
    <message>
        <source>It has encrypted folders.</source>
        <translation>Es hat verschlüsselte Ordner.</translation>
    </message>
    <message>
        <source>Mount it with its key and open the folder instead.</source>
        <translation>Es mit seinem Schlüssel einhängen und stattdessen den Ordner öffnen.</translation>
    </message>
    <message>
        <source>the checksum of the folder is wrong</source>
        <translation>die Prüfsumme des Ordners ist falsch</translation>
    </message>
    <message>
        <source>the folder has a hole</source>
        <translation>der Ordner hat ein Loch</translation>
    </message>
    <message>
        <source>an entry of the folder makes no sense</source>
        <translation>ein Eintrag des Ordners ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>a name in the folder is impossible</source>
        <translation>ein Name im Ordner ist unmöglich</translation>
    </message>
    <message>
        <source>Reading the image</source>
        <translation>Abbild lesen</translation>
    </message>
    <message>
        <source>the root is no folder</source>
        <translation>die Wurzel ist kein Ordner</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>it has a name but is not in use</source>
        <translation>er hat einen Namen, ist aber nicht in Benutzung</translation>
    </message>
    <message>
        <source>at %1 in %2</source>
        <translation>bei %1 in %2</translation>
    </message>
    <message>
        <source>the folder has two names</source>
        <translation>der Ordner hat zwei Namen</translation>
    </message>
    <message>
        <source>there is no such type of file</source>
        <translation>diesen Dateityp gibt es nicht</translation>
    </message>
    <message>
        <source>It has encrypted files.</source>
        <translation>Es hat verschlüsselte Dateien.</translation>
    </message>
    <message>
        <source>It has encrypted links.</source>
        <translation>Es hat verschlüsselte Links.</translation>
    </message>
    <message>
        <source>the length of the link&apos;s target is impossible</source>
        <translation>die Länge des Link-Ziels ist unmöglich</translation>
    </message>
    <message>
        <source>the link&apos;s target is impossible</source>
        <translation>das Ziel des Links ist unmöglich</translation>
    </message>
    <message>
        <source>Cannot write the file</source>
        <translation>Die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Planning the image</source>
        <translation>Abbild planen</translation>
    </message>
    <message>
        <source>Writing the image</source>
        <translation>Abbild schreiben</translation>
    </message>
    <message>
        <source>it has an attribute twice</source>
        <translation>er hat ein Attribut doppelt</translation>
    </message>
    <message>
        <source>its attributes lie outside the image</source>
        <translation>seine Attribute liegen außerhalb des Abbilds</translation>
    </message>
    <message>
        <source>its attributes make no sense</source>
        <translation>seine Attribute ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>the checksum of its attributes is wrong</source>
        <translation>die Prüfsumme seiner Attribute ist falsch</translation>
    </message>
    <message>
        <source>an attribute&apos;s name is too long</source>
        <translation>der Name eines Attributs ist zu lang</translation>
    </message>
    <message>
        <source>its ACL makes no sense</source>
        <translation>seine ACL ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>an attribute&apos;s value is too long</source>
        <translation>der Wert eines Attributs ist zu lang</translation>
    </message>
    <message>
        <source>an attribute&apos;s value lies outside its block</source>
        <translation>der Wert eines Attributs liegt außerhalb seines Blocks</translation>
    </message>
    <message>
        <source>an attribute&apos;s value lies in another inode</source>
        <translation>der Wert eines Attributs liegt in einem anderen Inode</translation>
    </message>
    <message>
        <source>the inode of an attribute&apos;s value makes no sense</source>
        <translation>der Inode eines Attributwerts ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>ext4 cannot hold the extended attributes</source>
        <translation>ext4 kann die erweiterten Attribute nicht aufnehmen</translation>
    </message>
    <message>
        <source>Remove the attribute from the source, or leave the file out.</source>
        <translation>Das Attribut an der Quelle entfernen oder die Datei weglassen.</translation>
    </message>
    <message>
        <source>%1 is no valid ACL.</source>
        <translation>%1 ist keine gültige ACL.</translation>
    </message>
    <message>
        <source>They need %1 bytes, and there is room for about %2.</source>
        <translation>Sie brauchen %1 Bytes, und Platz ist für etwa %2.</translation>
    </message>
    <message>
        <source>Shorten or remove attributes of the source, or leave the file out.</source>
        <translation>Attribute der Quelle kürzen oder entfernen oder die Datei weglassen.</translation>
    </message>
    <message>
        <source>It has no place for the name %1.</source>
        <translation>ext4 hat keinen Platz für den Namen %1.</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes, more than one block.</source>
        <translation>Der Wert von %1 hat %2 Bytes, mehr als ein Block.</translation>
    </message>
    <message>
        <source>Cannot read the folder</source>
        <translation>Der Ordner kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Ordner lesen</translation>
    </message>
    <message>
        <source>belongs to the kernel and was not read: it appears as an empty folder</source>
        <translation>gehört dem Kernel und wurde nicht gelesen: erscheint als leerer Ordner</translation>
    </message>
    <message>
        <source>Cannot read</source>
        <translation>Lesen nicht möglich</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>weggelassen: %1</translation>
    </message>
    <message>
        <source>Cannot write the folder</source>
        <translation>Der Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>It is not the name of a new folder.</source>
        <translation>Das ist nicht der Name eines neuen Ordners.</translation>
    </message>
    <message>
        <source>Choose a folder that does not exist yet.</source>
        <translation>Einen Ordner wählen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Choose a folder that is empty or does not exist yet.</source>
        <translation>Einen Ordner wählen, der leer ist oder noch nicht existiert.</translation>
    </message>
    <message>
        <source>It exists and is not a folder.</source>
        <translation>Das Ziel existiert und ist kein Ordner.</translation>
    </message>
    <message>
        <source>It exists and is not empty.</source>
        <translation>Das Ziel existiert und ist nicht leer.</translation>
    </message>
    <message>
        <source>%1 things could not be done, such as: %2</source>
        <translation>%1-mal war etwas nicht möglich, etwa: %2</translation>
    </message>
    <message>
        <source>Run it as root, or let it leave out what cannot be done.</source>
        <translation>Als root ausführen oder weglassen lassen, was nicht möglich ist.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>the hard link could not be made</source>
        <translation>der harte Link konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>the device could not be made</source>
        <translation>das Gerät konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>its owner could not be set</source>
        <translation>der Eigentümer konnte nicht gesetzt werden</translation>
    </message>
    <message>
        <source>its permissions could not be set</source>
        <translation>die Rechte konnten nicht gesetzt werden</translation>
    </message>
    <message>
        <source>its time could not be set</source>
        <translation>die Zeit konnte nicht gesetzt werden</translation>
    </message>
    <message>
        <source>the extended attribute %1 could not be set</source>
        <translation>das erweiterte Attribut %1 konnte nicht gesetzt werden</translation>
    </message>
    <message>
        <source>%1: its flags could not be set</source>
        <translation>%1: die Flags konnten nicht gesetzt werden</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
        <source>Writing the folder</source>
        <translation>Ordner schreiben</translation>
    </message>
    <message>
        <source>Cannot open</source>
        <translation>Öffnen nicht möglich</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>It is neither a folder nor a file.</source>
        <translation>Das ist weder ein Ordner noch eine Datei.</translation>
    </message>
    <message>
        <source>Give an image, an archive or a folder.</source>
        <translation>Ein Abbild, ein Archiv oder einen Ordner angeben.</translation>
    </message>
    <message>
        <source>Cannot make a temporary name</source>
        <translation>Ein temporärer Name kann nicht gebildet werden</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>It is a device.</source>
        <translation>Das ist ein Gerät.</translation>
    </message>
    <message>
        <source>It is a fifo.</source>
        <translation>Das ist ein FIFO.</translation>
    </message>
    <message>
        <source>It is a socket.</source>
        <translation>Das ist ein Socket.</translation>
    </message>
    <message>
        <source>Make its folder first.</source>
        <translation>Zuerst den Ordner dafür anlegen.</translation>
    </message>
    <message>
        <source>This is no name of a file.</source>
        <translation>Das ist kein Dateiname.</translation>
    </message>
    <message>
        <source>Give the path of the file to write.</source>
        <translation>Den Pfad der Datei angeben, die geschrieben werden soll.</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>Den Namen einer Datei darin angeben.</translation>
    </message>
    <message>
        <source>Choose the path of a regular file, or one that does not exist yet.</source>
        <translation>Den Pfad einer regulären Datei wählen oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Bringing the file to the disk</source>
        <translation>Auf die Platte schreiben</translation>
    </message>
    <message>
        <source>Another program has replaced the temporary file.</source>
        <translation>Ein anderes Programm hat die temporäre Datei ersetzt.</translation>
    </message>
    <message>
        <source>Choose a folder that nobody else writes to.</source>
        <translation>Einen Ordner wählen, in den sonst niemand schreibt.</translation>
    </message>
    <message>
        <source>That file system, or a limit of this shell (ulimit -f), does not allow files of this size: choose another place.</source>
        <translation>Dieses Dateisystem oder eine Grenze dieser Shell (ulimit -f) lässt Dateien dieser Größe nicht zu: einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Cannot compress</source>
        <translation>Komprimieren nicht möglich</translation>
    </message>
    <message>
        <source>There is no level %1.</source>
        <translation>Eine Stufe %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose one from 1 to %1.</source>
        <translation>Eine von 1 bis %1 wählen.</translation>
    </message>
    <message>
        <source>Cannot make a temporary file</source>
        <translation>Eine temporäre Datei kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that you may write to.</source>
        <translation>TMPDIR auf einen beschreibbaren Ordner setzen.</translation>
    </message>
    <message>
        <source>Cannot write a temporary file</source>
        <translation>Eine temporäre Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder with enough space.</source>
        <translation>TMPDIR auf einen Ordner mit genug Platz setzen.</translation>
    </message>
    <message>
        <source>Cannot write the star-ball</source>
        <translation>Der Star-Ball kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>libarchive failed</source>
        <translation>libarchive ist gescheitert</translation>
    </message>
    <message>
        <source>%1: left out, tar archives know no sockets</source>
        <translation>%1: weggelassen, tar-Archive kennen keine Sockets</translation>
    </message>
    <message>
        <source>%1: the name of the extended attribute %2 is restored by GNU tar and Refbox only</source>
        <translation>%1: der Name des erweiterten Attributs %2 wird nur von GNU tar und Refbox wiederhergestellt</translation>
    </message>
    <message>
        <source>It is one of the files that go into it.</source>
        <translation>Er ist eine der Dateien, die in ihn hineinkommen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Writing the star-ball</source>
        <translation>Star-Ball schreiben</translation>
    </message>
    <message>
        <source>the table of its compressed pieces makes no sense</source>
        <translation>die Tabelle seiner komprimierten Stücke ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>It holds files that are compressed in a way not known here.</source>
        <translation>Es enthält Dateien, die auf eine hier unbekannte Weise komprimiert sind.</translation>
    </message>
    <message>
        <source>It is no EROFS file system.</source>
        <translation>Es ist kein EROFS-Dateisystem.</translation>
    </message>
    <message>
        <source>Copy or download the image again.</source>
        <translation>Das Abbild erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>The checksum of its superblock is wrong.</source>
        <translation>Die Prüfsumme seines Superblocks ist falsch.</translation>
    </message>
    <message>
        <source>Parts of its content lie on other devices.</source>
        <translation>Teile seines Inhalts liegen auf anderen Geräten.</translation>
    </message>
    <message>
        <source>Its files share compressed pieces, which is not supported.</source>
        <translation>Die Dateien darin teilen sich komprimierte Stücke; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Its folders have blocks of another size, which is not supported.</source>
        <translation>Die Ordner darin haben Blöcke einer anderen Größe; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>it lies outside the image</source>
        <translation>er liegt außerhalb des Abbilds</translation>
    </message>
    <message>
        <source>its kind is not known</source>
        <translation>seine Art ist unbekannt</translation>
    </message>
    <message>
        <source>its attributes reach beyond the end of the image</source>
        <translation>seine Attribute reichen über das Ende des Abbilds hinaus</translation>
    </message>
    <message>
        <source>Its folders or links are compressed, which is not supported.</source>
        <translation>Die Ordner oder Links darin sind komprimiert; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>its last bytes cross a block&apos;s end</source>
        <translation>seine letzten Bytes gehen über ein Blockende hinweg</translation>
    </message>
    <message>
        <source>the kind of its chunks is not known</source>
        <translation>die Art seiner Chunks ist unbekannt</translation>
    </message>
    <message>
        <source>its chunks reach beyond the end of the image</source>
        <translation>seine Chunks reichen über das Ende des Abbilds hinaus</translation>
    </message>
    <message>
        <source>files have more chunks than there can be</source>
        <translation>Dateien haben mehr Chunks, als es geben kann</translation>
    </message>
    <message>
        <source>it has a hole</source>
        <translation>er hat ein Loch</translation>
    </message>
    <message>
        <source>EROFS cannot hold the tree</source>
        <translation>EROFS kann den Baum nicht aufnehmen</translation>
    </message>
    <message>
        <source>EROFS cannot hold the %1</source>
        <translation>EROFS kann dies nicht aufnehmen (Typ: %1)</translation>
    </message>
    <message>
        <source>its compressed content makes no sense</source>
        <translation>sein komprimierter Inhalt ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>folders have more entries than there can be</source>
        <translation>Ordner haben mehr Einträge, als es geben kann</translation>
    </message>
    <message>
        <source>The prefixes of its attributes&apos; names are packed, which is not supported.</source>
        <translation>Die Präfixe der Attributnamen darin sind gepackt; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>there are more attributes than there can be</source>
        <translation>es gibt mehr Attribute, als es geben kann</translation>
    </message>
    <message>
        <source>EROFS cannot hold the extended attributes</source>
        <translation>EROFS kann die erweiterten Attribute nicht aufnehmen</translation>
    </message>
    <message>
        <source>The namespace of %1 is not among those that it knows.</source>
        <translation>Der Namensraum von %1 ist keiner von denen, die es kennt.</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes, and %3 are the most.</source>
        <translation>Der Wert von %1 hat %2 Bytes; höchstens %3 sind möglich.</translation>
    </message>
    <message>
        <source>They need %1 bytes, and %2 are the most.</source>
        <translation>Sie brauchen %1 Bytes; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>%1 cannot hold the folder</source>
        <translation>%1 kann den Ordner nicht aufnehmen</translation>
    </message>
    <message>
        <source>Its index cannot hold the %1 entries.</source>
        <translation>Sein Index kann die %1 Einträge nicht aufnehmen.</translation>
    </message>
    <message>
        <source>It would be larger than %1.</source>
        <translation>Es wäre größer als %1.</translation>
    </message>
    <message>
        <source>%1 bytes are asked for; %2 images here are smaller than %3.</source>
        <translation>%1 Bytes sind verlangt; Abbilder von %2 sind hier kleiner als %3.</translation>
    </message>
    <message>
        <source>The share reserved for root is not between 0 and 50 percent.</source>
        <translation>Der für root reservierte Anteil liegt nicht zwischen 0 und 50 Prozent.</translation>
    </message>
    <message>
        <source>%1 cannot hold the tree</source>
        <translation>%1 kann den Baum nicht aufnehmen</translation>
    </message>
    <message>
        <source>%1 cannot hold the %2</source>
        <translation>%1 kann dies nicht aufnehmen (Typ: %2)</translation>
    </message>
    <message>
        <source>It has %1 subfolders, and %2 are the most.</source>
        <translation>Es sind %1 Unterordner; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>Spread them over several folders, or choose ext4.</source>
        <translation>Sie auf mehrere Ordner verteilen oder ext4 wählen.</translation>
    </message>
    <message>
        <source>It has %1; %2 are the most.</source>
        <translation>Die Datei hat %1; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>It needs more than %1.</source>
        <translation>Er braucht mehr als %1.</translation>
    </message>
    <message>
        <source>This program does not know that feature of a file system.</source>
        <translation>Dieses Programm kennt dieses Merkmal eines Dateisystems nicht.</translation>
    </message>
    <message>
        <source>Choose among %1, with ^ before a name to leave it out.</source>
        <translation>Unter %1 wählen, mit ^ vor einem Namen, um ihn wegzulassen.</translation>
    </message>
    <message>
        <source>Choose other features, or another file system.</source>
        <translation>Andere Merkmale oder ein anderes Dateisystem wählen.</translation>
    </message>
    <message>
        <source>%1 is defined by its features: only dir_index can be left out.</source>
        <translation>%1 ist durch seine Merkmale bestimmt: nur dir_index kann wegbleiben.</translation>
    </message>
    <message>
        <source>64bit needs extent.</source>
        <translation>64bit braucht extent.</translation>
    </message>
    <message>
        <source>%1 has blocks of 1024, 2048 or 4096 bytes here.</source>
        <translation>%1 hat hier Blöcke zu 1024, 2048 oder 4096 Bytes.</translation>
    </message>
    <message>
        <source>Choose one of these sizes.</source>
        <translation>Eine dieser Größen wählen.</translation>
    </message>
    <message>
        <source>Every Linux and many boot loaders read it; it has no journal.</source>
        <translation>Jedes Linux und viele Bootloader lesen es; es hat kein Journal.</translation>
    </message>
    <message>
        <source>ext2 with a journal, for old kernels that write to the image.</source>
        <translation>ext2 mit einem Journal, für alte Kernel, die in das Abbild schreiben.</translation>
    </message>
    <message>
        <source>The usual choice: it keeps everything, and can be changed later.</source>
        <translation>Die übliche Wahl: es bewahrt alles und kann später verändert werden.</translation>
    </message>
    <message>
        <source>The smallest: compressed and never changed. It has no ACLs and no seals.</source>
        <translation>Das kleinste: komprimiert und nie verändert. Es hat keine ACLs und keine Versiegelungen.</translation>
    </message>
    <message>
        <source>Never changed and fast, with ACLs and attributes. It has no seals.</source>
        <translation>Nie verändert und schnell, mit ACLs und Attributen. Es hat keine Versiegelungen.</translation>
    </message>
    <message>
        <source>For CD-ROMs: every system reads it. Linux shows neither ACLs nor attributes, and no hard links.</source>
        <translation>Für CD-ROMs: jedes System liest es. Linux zeigt weder ACLs noch Attribute und keine Hardlinks.</translation>
    </message>
    <message>
        <source>The format of 2005, tight with small files. Kernels up to 6.12 read it.</source>
        <translation>Das Format von 2005, sparsam bei kleinen Dateien. Kernel bis 6.12 lesen es.</translation>
    </message>
    <message>
        <source>ISO 9660 cannot hold the extended attributes</source>
        <translation>ISO 9660 kann die erweiterten Attribute nicht aufnehmen</translation>
    </message>
    <message>
        <source>They need more than %1 areas of %2 bytes, which Linux cannot read.</source>
        <translation>Sie brauchen mehr als %1 Bereiche zu %2 Bytes; das kann Linux nicht lesen.</translation>
    </message>
    <message>
        <source>It is no ISO 9660 image.</source>
        <translation>Es ist kein ISO-9660-Abbild.</translation>
    </message>
    <message>
        <source>there is no such block size</source>
        <translation>diese Blockgröße gibt es nicht</translation>
    </message>
    <message>
        <source>What stands at byte %1 is damaged: %2.</source>
        <translation>Was bei Byte %1 steht, ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>ISO 9660 cannot hold the %1</source>
        <translation>ISO 9660 kann dies nicht aufnehmen (Typ: %1)</translation>
    </message>
    <message>
        <source>It is larger than %1.</source>
        <translation>Die Datei ist größer als %1.</translation>
    </message>
    <message>
        <source>Its numbers %1, %2 would be read as those of another device.</source>
        <translation>Die Nummern %1, %2 würden als die eines anderen Geräts gelesen.</translation>
    </message>
    <message>
        <source>ISO 9660 cannot hold the tree</source>
        <translation>ISO 9660 kann den Baum nicht aufnehmen</translation>
    </message>
    <message>
        <source>the root has no entries</source>
        <translation>die Wurzel hat keine Einträge</translation>
    </message>
    <message>
        <source>the file goes on, but the folder ends</source>
        <translation>die Datei geht weiter, aber der Ordner endet</translation>
    </message>
    <message>
        <source>a file goes on as another one</source>
        <translation>eine Datei geht als eine andere weiter</translation>
    </message>
    <message>
        <source>the extended attributes make no sense</source>
        <translation>die erweiterten Attribute ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>the folder lies outside the image</source>
        <translation>der Ordner liegt außerhalb des Abbilds</translation>
    </message>
    <message>
        <source>there is no folder</source>
        <translation>dort ist kein Ordner</translation>
    </message>
    <message>
        <source>it is a folder and is none</source>
        <translation>es ist ein Ordner und ist doch keiner</translation>
    </message>
    <message>
        <source>folders have more bytes than there are</source>
        <translation>Ordner haben mehr Bytes, als es gibt</translation>
    </message>
    <message>
        <source>It has interleaved files, which are not supported.</source>
        <translation>Es hat verschränkt abgelegte Dateien; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>It has files that are compressed in a way that is not known here.</source>
        <translation>Es hat Dateien, die auf eine hier unbekannte Weise komprimiert sind.</translation>
    </message>
    <message>
        <source>the file reaches beyond the end of the image</source>
        <translation>die Datei reicht über das Ende des Abbilds hinaus</translation>
    </message>
    <message>
        <source>the device has no numbers</source>
        <translation>das Gerät hat keine Nummern</translation>
    </message>
    <message>
        <source>the device&apos;s numbers are impossible</source>
        <translation>die Nummern des Geräts sind unmöglich</translation>
    </message>
    <message>
        <source>its fields go on without end</source>
        <translation>seine Felder gehen ohne Ende weiter</translation>
    </message>
    <message>
        <source>its fields reach beyond the end of the image</source>
        <translation>seine Felder reichen über das Ende des Abbilds hinaus</translation>
    </message>
    <message>
        <source>a field is longer than its place</source>
        <translation>ein Feld ist länger als sein Platz</translation>
    </message>
    <message>
        <source>a field is too short</source>
        <translation>ein Feld ist zu kurz</translation>
    </message>
    <message>
        <source>a name is too long</source>
        <translation>ein Name ist zu lang</translation>
    </message>
    <message>
        <source>a link&apos;s target makes no sense</source>
        <translation>das Ziel eines Links ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>The label %1 becomes %2: labels of ISO 9660 have capitals, digits and underscores only.</source>
        <translation>Der Datenträgername %1 wird zu %2: Datenträgernamen von ISO 9660 haben nur Großbuchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>The image cannot be so large</source>
        <translation>Das Abbild kann nicht so groß sein</translation>
    </message>
    <message>
        <source>%1 bytes were asked for; ISO 9660 has at most %2.</source>
        <translation>%1 Bytes wurden verlangt; ISO 9660 hat höchstens %2.</translation>
    </message>
    <message>
        <source>Give the image a smaller size.</source>
        <translation>Dem Abbild eine kleinere Größe geben.</translation>
    </message>
    <message>
        <source>it does not begin as a compressed file</source>
        <translation>es beginnt nicht wie eine komprimierte Datei</translation>
    </message>
    <message>
        <source>It became shorter while it was in use.</source>
        <translation>Es wurde kürzer, während es in Benutzung war.</translation>
    </message>
    <message>
        <source>Let nothing change the image meanwhile, and try again.</source>
        <translation>Dafür sorgen, dass inzwischen nichts das Abbild ändert, und erneut versuchen.</translation>
    </message>
    <message>
        <source>The compressed file at byte %1 is damaged.</source>
        <translation>Die komprimierte Datei bei Byte %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>%1-Abbild</translation>
    </message>
    <message>
        <source>Run reiserfsck on a copy of the image.</source>
        <translation>reiserfsck auf eine Kopie des Abbilds anwenden.</translation>
    </message>
    <message>
        <source>It is no ReiserFS file system.</source>
        <translation>Es ist kein ReiserFS-Dateisystem.</translation>
    </message>
    <message>
        <source>reiserfsck has begun to rebuild its tree, and did not finish.</source>
        <translation>reiserfsck hat begonnen, seinen Baum neu aufzubauen, und wurde nicht fertig.</translation>
    </message>
    <message>
        <source>Run reiserfsck --rebuild-tree on a copy of the image.</source>
        <translation>reiserfsck --rebuild-tree auf eine Kopie des Abbilds anwenden.</translation>
    </message>
    <message>
        <source>root block</source>
        <translation>Wurzelblock</translation>
    </message>
    <message>
        <source>height of the tree</source>
        <translation>Höhe des Baums</translation>
    </message>
    <message>
        <source>Unmount it, or run reiserfsck --check on a copy of it, or mount it once.</source>
        <translation>Es aushängen, reiserfsck --check auf eine Kopie davon anwenden oder es einmal einhängen.</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>it is at another level of the tree than it says</source>
        <translation>er ist auf einer anderen Ebene des Baums, als er angibt</translation>
    </message>
    <message>
        <source>its number of keys is impossible</source>
        <translation>die Anzahl seiner Schlüssel ist unmöglich</translation>
    </message>
    <message>
        <source>its keys are not in order</source>
        <translation>seine Schlüssel sind nicht in der richtigen Reihenfolge</translation>
    </message>
    <message>
        <source>its number of items is impossible</source>
        <translation>die Anzahl seiner Elemente ist unmöglich</translation>
    </message>
    <message>
        <source>its items are not where they should be</source>
        <translation>seine Elemente sind nicht, wo sie sein sollten</translation>
    </message>
    <message>
        <source>its free space is not what it says</source>
        <translation>sein freier Platz ist nicht, was er angibt</translation>
    </message>
    <message>
        <source>it lies outside the file system</source>
        <translation>er liegt außerhalb des Dateisystems</translation>
    </message>
    <message>
        <source>it is used twice</source>
        <translation>er wird doppelt verwendet</translation>
    </message>
    <message>
        <source>The file has become shorter.</source>
        <translation>Die Datei ist kürzer geworden.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>there is no such kind of item</source>
        <translation>diese Art von Element gibt es nicht</translation>
    </message>
    <message>
        <source>an object has not exactly one head</source>
        <translation>ein Objekt hat nicht genau einen Kopf</translation>
    </message>
    <message>
        <source>its head has an impossible size</source>
        <translation>sein Kopf hat eine unmögliche Größe</translation>
    </message>
    <message>
        <source>its pieces overlap</source>
        <translation>seine Stücke überlappen sich</translation>
    </message>
    <message>
        <source>a name in the folder does not fit to its place</source>
        <translation>ein Name im Ordner passt nicht zu seinem Platz</translation>
    </message>
    <message>
        <source>a list of its blocks makes no sense</source>
        <translation>eine Liste seiner Blöcke ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>it has bytes that it cannot have</source>
        <translation>es hat Bytes, die es nicht haben kann</translation>
    </message>
    <message>
        <source>Object %1 %2</source>
        <translation>Objekt %1 %2</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the %1</source>
        <translation>ReiserFS kann dies nicht aufnehmen (Typ: %1)</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the tree</source>
        <translation>ReiserFS kann den Baum nicht aufnehmen</translation>
    </message>
    <message>
        <source>It keeps extended attributes in a folder of this name, and hides it.</source>
        <translation>Es bewahrt erweiterte Attribute in einem Ordner dieses Namens auf und verbirgt ihn.</translation>
    </message>
    <message>
        <source>Give it another name, or leave it out.</source>
        <translation>Ihm einen anderen Namen geben oder ihn weglassen.</translation>
    </message>
    <message>
        <source>It is larger than 8 TB.</source>
        <translation>Die Datei ist größer als 8 TB.</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the folder</source>
        <translation>ReiserFS kann den Ordner nicht aufnehmen</translation>
    </message>
    <message>
        <source>More than %1 of its names have the same hash.</source>
        <translation>Mehr als %1 seiner Namen haben denselben Hash.</translation>
    </message>
    <message>
        <source>Rename some of its files, or spread them over several folders.</source>
        <translation>Einige der Dateien darin umbenennen oder sie auf mehrere Ordner verteilen.</translation>
    </message>
    <message>
        <source>It would be larger than 8 TB.</source>
        <translation>Es wäre größer als 8 TB.</translation>
    </message>
    <message>
        <source>Spread the tree over several images.</source>
        <translation>Den Baum auf mehrere Abbilder verteilen.</translation>
    </message>
    <message>
        <source>More than 2 TB of it are no holes.</source>
        <translation>Mehr als 2 TB davon sind keine Löcher.</translation>
    </message>
    <message>
        <source>It has no root folder.</source>
        <translation>Es hat keinen Wurzelordner.</translation>
    </message>
    <message>
        <source>its attributes are missing</source>
        <translation>seine Attribute fehlen</translation>
    </message>
    <message>
        <source>its bytes are no value of the attribute %1</source>
        <translation>seine Bytes sind kein Wert des Attributs %1</translation>
    </message>
    <message>
        <source>an attribute&apos;s value has holes</source>
        <translation>der Wert eines Attributs hat Löcher</translation>
    </message>
    <message>
        <source>it has a name but is not there</source>
        <translation>es hat einen Namen, ist aber nicht da</translation>
    </message>
    <message>
        <source>%1 bytes are asked for; ReiserFS images here are at most 8 TB large.</source>
        <translation>%1 Bytes sind verlangt; ReiserFS-Abbilder sind hier höchstens 8 TB groß.</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the attributes</source>
        <translation>ReiserFS kann die Attribute nicht aufnehmen</translation>
    </message>
    <message>
        <source>The fragment table</source>
        <translation>Die Fragmenttabelle</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>er ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>it is shorter than it was</source>
        <translation>er ist kürzer, als er war</translation>
    </message>
    <message>
        <source>The block at %1</source>
        <translation>Der Block bei %1</translation>
    </message>
    <message>
        <source>its bytes lie outside the image</source>
        <translation>seine Bytes liegen außerhalb des Abbilds</translation>
    </message>
    <message>
        <source>Looking for equal files</source>
        <translation>Suche nach gleichen Dateien</translation>
    </message>
    <message>
        <source>Comparing equal files</source>
        <translation>Gleiche Dateien vergleichen</translation>
    </message>
    <message>
        <source>It is no SquashFS image.</source>
        <translation>Es ist kein SquashFS-Abbild.</translation>
    </message>
    <message>
        <source>It is a SquashFS of version %1.%2; only 4.0 can be read.</source>
        <translation>Es ist ein SquashFS der Version %1.%2; nur 4.0 kann gelesen werden.</translation>
    </message>
    <message>
        <source>Unpack it with unsquashfs and open the folder.</source>
        <translation>Es mit unsquashfs auspacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>It is packed with LZO, which is not supported.</source>
        <translation>Es ist mit LZO gepackt; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>It is packed in a way that is not known here (%1).</source>
        <translation>Es ist auf eine hier unbekannte Weise gepackt (%1).</translation>
    </message>
    <message>
        <source>The superblock</source>
        <translation>Der Superblock</translation>
    </message>
    <message>
        <source>its block size is impossible</source>
        <translation>seine Blockgröße ist unmöglich</translation>
    </message>
    <message>
        <source>The file is shorter than its file system (%1 bytes).</source>
        <translation>Die Datei ist kürzer als ihr Dateisystem (%1 Bytes).</translation>
    </message>
    <message>
        <source>the places of the tables are impossible</source>
        <translation>die Orte der Tabellen sind unmöglich</translation>
    </message>
    <message>
        <source>What stands at %1</source>
        <translation>Was bei %1 steht,</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>er kann nicht entpackt werden</translation>
    </message>
    <message>
        <source>Copy or download the image again, or make it anew.</source>
        <translation>Das Abbild erneut kopieren oder herunterladen oder neu anlegen.</translation>
    </message>
    <message>
        <source>SquashFS cannot hold the owner</source>
        <translation>SquashFS kann den Eigentümer nicht aufnehmen</translation>
    </message>
    <message>
        <source>There are more than %1 users and groups in the tree.</source>
        <translation>Im Baum gibt es mehr als %1 Benutzer und Gruppen.</translation>
    </message>
    <message>
        <source>Give files to fewer users and groups, or leave files out.</source>
        <translation>Dateien weniger Benutzern und Gruppen geben oder Dateien weglassen.</translation>
    </message>
    <message>
        <source>it reaches beyond the end of its table</source>
        <translation>er reicht über das Ende seiner Tabelle hinaus</translation>
    </message>
    <message>
        <source>The inode table</source>
        <translation>Die Inode-Tabelle</translation>
    </message>
    <message>
        <source>The id table</source>
        <translation>Die ID-Tabelle</translation>
    </message>
    <message>
        <source>its owner is impossible</source>
        <translation>sein Eigentümer ist unmöglich</translation>
    </message>
    <message>
        <source>its fragment is impossible</source>
        <translation>sein Fragment ist unmöglich</translation>
    </message>
    <message>
        <source>The inode at %1:%2</source>
        <translation>Der Inode bei %1:%2</translation>
    </message>
    <message>
        <source>Its tables would be larger than SquashFS allows (4 GB).</source>
        <translation>Seine Tabellen wären größer, als SquashFS erlaubt (4 GB).</translation>
    </message>
    <message>
        <source>Leave files out.</source>
        <translation>Dateien weglassen.</translation>
    </message>
    <message>
        <source>Cannot compress the image</source>
        <translation>Das Abbild kann nicht komprimiert werden</translation>
    </message>
    <message>
        <source>This compression is not written.</source>
        <translation>Diese Kompression wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>Give a level from 1 to %1.</source>
        <translation>Eine Stufe von 1 bis %1 angeben.</translation>
    </message>
    <message>
        <source>The table of references</source>
        <translation>Die Tabelle der Verweise</translation>
    </message>
    <message>
        <source>The directory table</source>
        <translation>Die Ordnertabelle</translation>
    </message>
    <message>
        <source>there are more inodes than were counted</source>
        <translation>es gibt mehr Inodes, als gezählt wurden</translation>
    </message>
    <message>
        <source>it is of another type than its name says</source>
        <translation>er ist von einem anderen Typ, als sein Name angibt</translation>
    </message>
    <message>
        <source>nothing stands at %1:%2 of it</source>
        <translation>bei %1:%2 darin steht nichts</translation>
    </message>
    <message>
        <source>it ends early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>its block %1 is too short</source>
        <translation>ihr Block %1 ist zu kurz</translation>
    </message>
    <message>
        <source>the places of its blocks are impossible</source>
        <translation>die Orte ihrer Blöcke sind unmöglich</translation>
    </message>
    <message>
        <source>it has no entry %1</source>
        <translation>sie hat keinen Eintrag %1</translation>
    </message>
    <message>
        <source>SquashFS cannot hold the %1</source>
        <translation>SquashFS kann dies nicht aufnehmen (Typ: %1)</translation>
    </message>
    <message>
        <source>It has too many names.</source>
        <translation>Er hat zu viele Namen.</translation>
    </message>
    <message>
        <source>Blocks of %1 bytes are not possible.</source>
        <translation>Blöcke zu %1 Bytes sind nicht möglich.</translation>
    </message>
    <message>
        <source>Give a power of two from 4096 to 1048576.</source>
        <translation>Eine Zweierpotenz von 4096 bis 1048576 angeben.</translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation>Tabellen schreiben</translation>
    </message>
    <message>
        <source>The table of attributes</source>
        <translation>Die Tabelle der Attribute</translation>
    </message>
    <message>
        <source>its place is impossible</source>
        <translation>ihr Ort ist unmöglich</translation>
    </message>
    <message>
        <source>the length of a name is impossible</source>
        <translation>die Länge eines Namens ist unmöglich</translation>
    </message>
    <message>
        <source>its lists overlap</source>
        <translation>ihre Listen überlappen sich</translation>
    </message>
    <message>
        <source>the length of a value is impossible</source>
        <translation>die Länge eines Werts ist unmöglich</translation>
    </message>
    <message>
        <source>SquashFS cannot hold the extended attributes</source>
        <translation>SquashFS kann die erweiterten Attribute nicht aufnehmen</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes, more than the %3 of Linux.</source>
        <translation>Der Wert von %1 hat %2 Bytes, mehr als die %3 von Linux.</translation>
    </message>
    <message>
        <source>Their names are longer together than Linux can list.</source>
        <translation>Ihre Namen sind zusammen länger, als Linux auflisten kann.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>its list of names is that of another one</source>
        <translation>ihre Namensliste ist die einer anderen</translation>
    </message>
    <message>
        <source>its names are not in order</source>
        <translation>ihre Namen sind nicht geordnet</translation>
    </message>
    <message>
        <source>its values overlap</source>
        <translation>ihre Werte überlappen sich</translation>
    </message>
    <message>
        <source>A label has at most %1 bytes.</source>
        <translation>Ein Datenträgername hat höchstens %1 Bytes.</translation>
    </message>
    <message>
        <source>%1 files have times that %2 cannot hold, and get the nearest one; the first is %3.</source>
        <translation>%1 Dateien haben Zeiten, die %2 nicht fassen kann, und bekommen die nächstliegende; die erste ist %3.</translation>
    </message>
    <message>
        <source>Somebody wrote to the image that stands there meanwhile.</source>
        <translation>Jemand hat inzwischen in das Abbild geschrieben, das dort steht.</translation>
    </message>
    <message>
        <source>Unmount it, and try again.</source>
        <translation>Hängen Sie es aus und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This part is missing, although later ones are there.</source>
        <translation>Dieser Teil fehlt, obwohl spätere vorhanden sind.</translation>
    </message>
    <message>
        <source>Put all parts into one folder.</source>
        <translation>Alle Teile in einen Ordner legen.</translation>
    </message>
    <message>
        <source>It became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>Parts of %1 are too small.</source>
        <translation>Teile von %1 sind zu klein.</translation>
    </message>
    <message>
        <source>Choose at least %1.</source>
        <translation>Mindestens %1 wählen.</translation>
    </message>
    <message>
        <source>Something that is no regular file has this name.</source>
        <translation>Etwas, das keine reguläre Datei ist, hat diesen Namen.</translation>
    </message>
    <message>
        <source>Move it away, or choose another name.</source>
        <translation>Es wegverschieben oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>It would have more than %1 parts.</source>
        <translation>Es wären mehr als %1 Teile.</translation>
    </message>
    <message>
        <source>Choose larger parts.</source>
        <translation>Größere Teile wählen.</translation>
    </message>
    <message>
        <source>Cannot write the layer</source>
        <translation>Die Schicht kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Another run is writing it.</source>
        <translation>Ein anderer Lauf schreibt sie gerade.</translation>
    </message>
    <message>
        <source>Wait until that is done, or choose another name.</source>
        <translation>Warten, bis er fertig ist, oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Something else has this name.</source>
        <translation>Etwas anderes hat diesen Namen.</translation>
    </message>
    <message>
        <source>Cannot end what a killed run left there</source>
        <translation>Was ein abgebrochener Lauf dort hinterließ, kann nicht beendet werden</translation>
    </message>
    <message>
        <source>Move away what stands in its place.</source>
        <translation>Wegverschieben, was an seiner Stelle steht.</translation>
    </message>
    <message>
        <source>Something else has the name of a part.</source>
        <translation>Etwas anderes hat den Namen eines Teils.</translation>
    </message>
    <message>
        <source>Another program has changed what it would replace.</source>
        <translation>Ein anderes Programm hat geändert, was ersetzt würde.</translation>
    </message>
    <message>
        <source>Look at what is there now, then write it again.</source>
        <translation>Nachsehen, was jetzt dort ist, und dann erneut schreiben.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren oder laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>Known are tar, cpio, zip, 7z, deb, rpm and apk; unpack others first.</source>
        <translation>Bekannt sind tar, cpio, zip, 7z, deb, rpm und apk; entpacken Sie andere vorher.</translation>
    </message>
    <message>
        <source>Cannot read the checksums</source>
        <translation>Die Prüfsummen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Copy or download all of it again. If %1 is of another archive, move it away.</source>
        <translation>Alles noch einmal kopieren oder herunterladen. Gehört %1 zu einem anderen Archiv, diese Datei wegräumen.</translation>
    </message>
    <message>
        <source>This part is missing: %1 names it.</source>
        <translation>Dieser Teil fehlt: %1 nennt ihn.</translation>
    </message>
    <message>
        <source>%1 names other parts, but not this one.</source>
        <translation>%1 nennt andere Teile, aber diesen nicht.</translation>
    </message>
    <message>
        <source>It is damaged or another one: its SHA-256 is %1, but %2 says %3.</source>
        <translation>Sie ist beschädigt oder eine andere: ihre SHA-256 ist %1, aber %2 nennt %3.</translation>
    </message>
    <message>
        <source>It is a sparse file in star&apos;s own form, whose holes cannot be told from its data.</source>
        <translation>Es ist eine Datei mit Löchern in der Form von star, in der Löcher und Daten nicht zu unterscheiden sind.</translation>
    </message>
    <message>
        <source>Pack it again without star&apos;s option -sparse.</source>
        <translation>Ohne die Option -sparse von star noch einmal packen.</translation>
    </message>
    <message>
        <source>Verifying the checksum</source>
        <translation>Prüfsumme wird verglichen</translation>
    </message>
    <message>
        <source>it holds data, which this file system does not know</source>
        <translation>er enthält Daten, was dieses Dateisystem nicht kennt</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Reading the link map</source>
        <translation>Link-Karte lesen</translation>
    </message>
    <message>
        <source>Cannot save the picture</source>
        <translation>Das Bild kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>It is too large for PNG.</source>
        <translation>Es ist zu groß für PNG.</translation>
    </message>
    <message>
        <source>Save it as SVG or PDF.</source>
        <translation>Speichern Sie es als SVG oder PDF.</translation>
    </message>
    <message>
        <source>Its name does not tell in which format.</source>
        <translation>Sein Name sagt nicht, in welchem Format.</translation>
    </message>
    <message>
        <source>End the name with .svg, .pdf or .png.</source>
        <translation>Lassen Sie den Namen auf .svg, .pdf oder .png enden.</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Skripte</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Pictures, sounds, fonts</source>
        <translation>Bilder, Klänge, Schriften</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Keine Komponente</translation>
    </message>
    <message>
        <source>and smaller ones</source>
        <translation>und kleinere</translation>
    </message>
    <message>
        <source>Full colour: shared</source>
        <translation>Volle Farbe: geteilt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, shared</source>
        <translation>%1: %2, geteilt</translation>
    </message>
    <message>
        <source>%1: %2, private</source>
        <translation>%1: %2, privat</translation>
    </message>
    <message>
        <source>%1: %2 in %3 files</source>
        <translation>%1: %2 in %3 Dateien</translation>
    </message>
    <message>
        <source>%1, %2 of them shared</source>
        <translation>%1, davon %2 geteilt</translation>
    </message>
    <message>
        <source>Space of %1</source>
        <translation>Platz von %1</translation>
    </message>
    <message>
        <source>Faded: private</source>
        <translation>Verblasst: privat</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Free some space there, or choose a place on another disk.</source>
        <translation>Dort Platz freigeben oder einen Ort auf einem anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder, or choose another place.</source>
        <translation>Die Rechte der Datei und ihres Ordners prüfen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>Die Schreibweise des Pfads prüfen.</translation>
    </message>
    <message>
        <source>That file system is mounted read-only: choose another place.</source>
        <translation>Dieses Dateisystem ist schreibgeschützt eingehängt: einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Close other programs, or raise the limit of open files (ulimit -n).</source>
        <translation>Andere Programme schließen oder die Grenze offener Dateien erhöhen (ulimit -n).</translation>
    </message>
    <message>
        <source>Choose a shorter path.</source>
        <translation>Einen kürzeren Pfad wählen.</translation>
    </message>
    <message>
        <source>The disk reports an error: check it, and the kernel&apos;s log (dmesg).</source>
        <translation>Der Datenträger meldet einen Fehler: ihn und das Protokoll des Kernels (dmesg) prüfen.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Die Operation ist nicht erlaubt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Kein solches Gerät oder keine solche Adresse</translation>
    </message>
    <message>
        <source>Argument list too long</source>
        <translation>Die Argumentliste ist zu lang</translation>
    </message>
    <message>
        <source>Bad file descriptor</source>
        <translation>Ungültiger Dateideskriptor</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>Die Ressource ist zurzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Kein Speicher verfügbar</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät oder die Ressource ist belegt</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei existiert bereits</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>Ungültiger Link über Gerätegrenzen hinweg</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Kein solches Gerät</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültiges Argument</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>Zu viele offene Dateien im System</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Die Programmdatei wird gerade benutzt</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Gerät ist kein Platz mehr frei</translation>
    </message>
    <message>
        <source>Illegal seek</source>
        <translation>Ungültiges Positionieren</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Too many links</source>
        <translation>Zu viele Links</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Unterbrochene Pipe</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele Ebenen symbolischer Links</translation>
    </message>
    <message>
        <source>Value too large for defined data type</source>
        <translation>Der Wert ist zu groß für den Datentyp</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>Die Operation wird nicht unterstützt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Veraltetes Datei-Handle</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das Plattenkontingent ist überschritten</translation>
    </message>
    <message>
        <source>No medium found</source>
        <translation>Kein Medium gefunden</translation>
    </message>
    <message>
        <source>Error number %1</source>
        <translation>Fehler Nummer %1</translation>
    </message>
    <message>
        <source>Cannot go on</source>
        <translation>Es geht nicht weiter</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Es ist nicht genug Speicher da</translation>
    </message>
    <message>
        <source>Close other programs, or work on a smaller part.</source>
        <translation>Andere Programme schließen oder an einem kleineren Teil arbeiten.</translation>
    </message>
    <message>
        <source>This is a mistake in Refbox: please report it.</source>
        <translation>Das ist ein Fehler in Refbox: bitte melden.</translation>
    </message>
    <message>
        <source>Further lines are left out.</source>
        <translation>Weitere Zeilen sind ausgelassen.</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>PB</translation>
    </message>
    <message>
        <source>EB</source>
        <translation>EB</translation>
    </message>
    <message>
        <source>.</source>
        <comment>between a size&apos;s whole and its decimals</comment>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Assembles nano-vserver packages.</source>
        <translation>Stellt Nano-Vserver-Pakete zusammen.</translation>
    </message>
    <message>
        <source>A project to open, or an image, archive or folder to look inside</source>
        <translation>Ein Projekt zum Öffnen, oder ein Abbild, Archiv oder Ordner zum Hineinschauen</translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>the image&apos;s settings</source>
        <translation>Einstellungen des Abbilds</translation>
    </message>
    <message>
        <source>The file system</source>
        <translation>Das Dateisystem</translation>
    </message>
    <message>
        <source>is too long, or holds a backslash or something that cannot be shown</source>
        <translation>ist zu lang oder enthält einen Backslash oder etwas, das sich nicht anzeigen lässt</translation>
    </message>
    <message>
        <source>The label</source>
        <translation>Der Datenträgername</translation>
    </message>
    <message>
        <source>is neither &quot;fit&quot; nor a size like &quot;64M&quot; or 67108864</source>
        <translation>ist weder &quot;fit&quot; noch eine Größe wie &quot;64M&quot; oder 67108864</translation>
    </message>
    <message>
        <source>The image&apos;s size</source>
        <translation>Die Größe des Abbilds</translation>
    </message>
    <message>
        <source>is neither a share from &quot;0%&quot; to below &quot;100%&quot; nor a size like &quot;5M&quot;</source>
        <translation>ist weder ein Anteil von &quot;0%&quot; bis unter &quot;100%&quot; noch eine Größe wie &quot;5M&quot;</translation>
    </message>
    <message>
        <source>The free space</source>
        <translation>Der freie Platz</translation>
    </message>
    <message>
        <source>is none of &quot;cd-650&quot;, &quot;cd-700&quot;, &quot;mini-cd&quot;, &quot;dvd&quot; and no size like &quot;64M&quot;</source>
        <translation>ist weder &quot;cd-650&quot;, &quot;cd-700&quot;, &quot;mini-cd&quot; oder &quot;dvd&quot; noch eine Größe wie &quot;64M&quot;</translation>
    </message>
    <message>
        <source>The capacity</source>
        <translation>Das Fassungsvermögen</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>die Zahl %1</translation>
    </message>
    <message>
        <source>the string %1</source>
        <translation>die Zeichenkette %1</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>The key %1</source>
        <translation>Der Schlüssel %1</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>The key true</source>
        <translation>Der Schlüssel true</translation>
    </message>
    <message>
        <source>The key false</source>
        <translation>Der Schlüssel false</translation>
    </message>
    <message>
        <source>Cannot read the Lua data</source>
        <translation>Die Lua-Daten können nicht gelesen werden</translation>
    </message>
    <message>
        <source>This is a compiled Lua program, not text</source>
        <translation>Das ist ein kompiliertes Lua-Programm, kein Text</translation>
    </message>
    <message>
        <source>Use the text that it was compiled from.</source>
        <translation>Den Text benutzen, aus dem es kompiliert wurde.</translation>
    </message>
    <message>
        <source>This is UTF-16 text</source>
        <translation>Das ist UTF-16-Text</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>das Dateiende</translation>
    </message>
    <message>
        <source>The file ends inside the string that begins here</source>
        <translation>Die Datei endet innerhalb der Zeichenkette, die hier beginnt</translation>
    </message>
    <message>
        <source>The file ends inside the comment that begins here</source>
        <translation>Die Datei endet innerhalb des Kommentars, der hier beginnt</translation>
    </message>
    <message>
        <source>It would have to end in %1</source>
        <translation>Enden müsste es mit %1</translation>
    </message>
    <message>
        <source>The string that begins here does not end on its line</source>
        <translation>Die Zeichenkette, die hier beginnt, endet nicht auf ihrer Zeile</translation>
    </message>
    <message>
        <source>A line break inside a string is written as \n.</source>
        <translation>Ein Zeilenumbruch in einer Zeichenkette wird \n geschrieben.</translation>
    </message>
    <message>
        <source>Found a backslash before %1, which means nothing in Lua</source>
        <translation>Hier folgt auf einen Backslash %1; das bedeutet in Lua nichts</translation>
    </message>
    <message>
        <source>A backslash itself is written as \\.</source>
        <translation>Ein Backslash selbst wird \\ geschrieben.</translation>
    </message>
    <message>
        <source>Found %1 where \x wants two hexadecimal digits</source>
        <translation>Hier steht %1, wo \x zwei Hexadezimalziffern verlangt</translation>
    </message>
    <message>
        <source>Found \%1, but a byte is at most \255</source>
        <translation>Hier steht \%1, aber ein Byte ist höchstens \255</translation>
    </message>
    <message>
        <source>\u wants hexadecimal digits in braces, as in \u{20AC}</source>
        <translation>\u verlangt Hexadezimalziffern in geschweiften Klammern, etwa \u{20AC}</translation>
    </message>
    <message>
        <source>\u takes at most \u{7FFFFFFF}</source>
        <translation>\u geht höchstens bis \u{7FFFFFFF}</translation>
    </message>
    <message>
        <source>Found %1 where \u{…} wants a closing brace</source>
        <translation>Hier steht %1, wo \u{…} eine schließende Klammer verlangt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>&quot;%1&quot; ist keine Zahl</translation>
    </message>
    <message>
        <source>Found %1, which has no meaning outside a string</source>
        <translation>Hier steht %1; das hat außerhalb einer Zeichenkette keine Bedeutung</translation>
    </message>
    <message>
        <source>Is this a text file? It should hold one &quot;return { … }&quot;.</source>
        <translation>Ist das eine Textdatei? Sie sollte ein &quot;return { … }&quot; enthalten.</translation>
    </message>
    <message>
        <source>Cannot write a Lua number</source>
        <translation>Eine Lua-Zahl kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Not-a-number has no literal in Lua</source>
        <translation>NaN („keine Zahl“) lässt sich in Lua nicht als Literal schreiben</translation>
    </message>
    <message>
        <source>The file ends inside the table that begins at line %1, column %2</source>
        <translation>Die Datei endet innerhalb der Tabelle, die in Zeile %1, Spalte %2 beginnt</translation>
    </message>
    <message>
        <source>Is it complete? A closing brace is missing.</source>
        <translation>Ist sie vollständig? Eine schließende geschweifte Klammer fehlt.</translation>
    </message>
    <message>
        <source>Found %1 where %2 is expected</source>
        <translation>Hier steht %1; erwartet wird %2</translation>
    </message>
    <message>
        <source>This file is data: strings, numbers, true, false, nil and tables of these. Nothing in it is computed; to compute, write a Lua script that prints such a file.</source>
        <translation>Diese Datei besteht aus Daten: Zeichenketten, Zahlen, true, false, nil und Tabellen daraus. Nichts darin wird berechnet; zum Berechnen ein Lua-Skript schreiben, das eine solche Datei ausgibt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; after %2</source>
        <translation>&quot;%1&quot; nach %2</translation>
    </message>
    <message>
        <source>There is no &quot;return { … }&quot; in it</source>
        <translation>Die Datei enthält kein &quot;return { … }&quot;</translation>
    </message>
    <message>
        <source>&quot;{&quot; after &quot;return&quot;</source>
        <translation>&quot;{&quot; nach &quot;return&quot;</translation>
    </message>
    <message>
        <source>Tables stand more than %1 deep in each other</source>
        <translation>Tabellen stehen mehr als %1 tief ineinander</translation>
    </message>
    <message>
        <source>There are more than %1 entries</source>
        <translation>Es gibt mehr als %1 Einträge</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;}&quot;</source>
        <translation>&quot;,&quot; oder &quot;}&quot;</translation>
    </message>
    <message>
        <source>Is a comma missing before it?</source>
        <translation>Fehlt davor ein Komma?</translation>
    </message>
    <message>
        <source>a value or &quot;name = value&quot;</source>
        <translation>ein Wert oder &quot;name = wert&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a word of Lua&apos;s own</source>
        <translation>&quot;%1&quot; ist ein Wort von Lua selbst</translation>
    </message>
    <message>
        <source>As a key it is written [&quot;%1&quot;] = …</source>
        <translation>Als Schlüssel wird es [&quot;%1&quot;] = … geschrieben</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>ein Schlüssel</translation>
    </message>
    <message>
        <source>Keys are strings, numbers, true or false.</source>
        <translation>Schlüssel sind Zeichenketten, Zahlen, true oder false.</translation>
    </message>
    <message>
        <source>nil cannot be a key</source>
        <translation>nil kann kein Schlüssel sein</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>dem Schlüssel</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a number after &quot;-&quot;</source>
        <translation>eine Zahl nach &quot;-&quot;</translation>
    </message>
    <message>
        <source>%1 stands here a second time; the first is at line %2, column %3</source>
        <translation>%1 steht hier ein zweites Mal; das erste Mal in Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Nur eines von beiden behalten.</translation>
    </message>
    <message>
        <source>The file is too long: at most %1 is read</source>
        <translation>Die Datei ist zu lang: höchstens %1 werden gelesen</translation>
    </message>
    <message>
        <source>%1 stands in the list %2, where entries have no names</source>
        <translation>%1 steht in der Liste %2, deren Einträge keine Namen haben</translation>
    </message>
    <message>
        <source>Are braces missing around one entry of the list?</source>
        <translation>Fehlen geschweifte Klammern um einen Eintrag der Liste?</translation>
    </message>
    <message>
        <source>The list %1 has no entry %2, but entry %3 stands in it</source>
        <translation>Die Liste %1 hat keinen Eintrag %2, aber Eintrag %3 steht darin</translation>
    </message>
    <message>
        <source>Found %1 where %2 should be, a table { … }</source>
        <translation>%2: Hier steht %1 statt einer Tabelle { … }</translation>
    </message>
    <message>
        <source>Found %1 without a name in %2</source>
        <translation>%2: Hier steht %1 ohne einen Namen</translation>
    </message>
    <message>
        <source>It may hold: %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
    <message>
        <source>%1 is unknown in %2</source>
        <translation>%2: %1 ist unbekannt</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>%1 in %2 should be %3, but it is %4</source>
        <translation>%2: %1 sollte %3 sein, ist aber %4</translation>
    </message>
    <message>
        <source>%1 is missing in %2</source>
        <translation>%2: %1 fehlt</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>eine Zeichenkette</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a table { … }</source>
        <translation>eine Tabelle { … }</translation>
    </message>
    <message>
        <source>An entry of %1</source>
        <translation>Ein Eintrag von %1</translation>
    </message>
    <message>
        <source>%1 should be a string, but it is %2</source>
        <translation>%1 sollte eine Zeichenkette sein, ist aber %2</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>holds a NUL byte, which no file name can</source>
        <translation>enthält ein NUL-Byte, was in keinem Dateinamen möglich ist</translation>
    </message>
    <message>
        <source>is longer than %1 bytes, the most that Linux takes</source>
        <translation>ist länger als %1 Bytes, das Höchste, was Linux annimmt</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>does not begin with a letter or digit</source>
        <translation>beginnt nicht mit einem Buchstaben oder einer Ziffer</translation>
    </message>
    <message>
        <source>holds something else than letters, digits and the signs . _ + -</source>
        <translation>enthält anderes als Buchstaben (A–Z, a–z), Ziffern und die Zeichen . _ + -</translation>
    </message>
    <message>
        <source>is taken: the image has a folder /%1 of its own</source>
        <translation>ist vergeben: das Abbild hat einen eigenen Ordner /%1</translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation>ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>holds a &apos;/&apos;, but files are named after it</source>
        <translation>enthält ein &apos;/&apos;, aber Dateien werden danach benannt</translation>
    </message>
    <message>
        <source>begins with &apos;%1&apos;, but files are named after it</source>
        <translation>beginnt mit &apos;%1&apos;, aber Dateien werden danach benannt</translation>
    </message>
    <message>
        <source>holds a backslash or something that cannot be shown</source>
        <translation>enthält einen Backslash oder etwas, das sich nicht anzeigen lässt</translation>
    </message>
    <message>
        <source>is the root folder itself</source>
        <translation>ist der Wurzelordner selbst</translation>
    </message>
    <message>
        <source>does not begin with &apos;/&apos;</source>
        <translation>beginnt nicht mit &apos;/&apos;</translation>
    </message>
    <message>
        <source>ends with &apos;/&apos;</source>
        <translation>endet mit &apos;/&apos;</translation>
    </message>
    <message>
        <source>holds two &apos;/&apos; beside each other</source>
        <translation>enthält zwei &apos;/&apos; nebeneinander</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;</source>
        <translation>enthält &quot;%1&quot;</translation>
    </message>
    <message>
        <source>holds a name of more than %1 bytes</source>
        <translation>enthält einen Namen mit mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>Cannot read the project</source>
        <translation>Das Projekt kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Cannot save the project</source>
        <translation>Das Projekt kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>That is a folder</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>That is no regular file</source>
        <translation>Das ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>Choose the name of a file.</source>
        <translation>Den Namen einer Datei wählen.</translation>
    </message>
    <message>
        <source>That is neither a file nor a pipe</source>
        <translation>Das ist weder eine Datei noch eine Pipe</translation>
    </message>
    <message>
        <source>Choose a project file, NAME.refbox.lua.</source>
        <translation>Eine Projektdatei wählen, NAME.refbox.lua.</translation>
    </message>
    <message>
        <source>while reading back what was to be written; nothing was changed</source>
        <translation>beim Zurücklesen dessen, was geschrieben werden sollte; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The name is not UTF-8</source>
        <translation>Der Name ist nicht UTF-8</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the free space there, or choose another place.</source>
        <translation>Die Rechte des Ordners und den freien Platz dort prüfen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>The project&apos;s name</source>
        <translation>Der Name des Projekts</translation>
    </message>
    <message>
        <source>This is no Refbox project: &quot;refbox&quot; is missing</source>
        <translation>Das ist kein Refbox-Projekt: &quot;refbox&quot; fehlt</translation>
    </message>
    <message>
        <source>A project begins with refbox = %1, the version of its format.</source>
        <translation>Ein Projekt beginnt mit refbox = %1, der Version seines Formats.</translation>
    </message>
    <message>
        <source>The project has format %1; this Refbox reads up to format %2</source>
        <translation>Das Projekt hat Format %1; diese Version von Refbox liest bis Format %2</translation>
    </message>
    <message>
        <source>It was made with a newer Refbox: use that one, or a newer one still.</source>
        <translation>Es wurde mit einer neueren Version von Refbox gemacht: diese oder eine noch neuere benutzen.</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>Einem davon einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>the component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>The component&apos;s name</source>
        <translation>Der Name der Komponente</translation>
    </message>
    <message>
        <source>There is a second component &quot;%1&quot;; the first is at line %2, column %3</source>
        <translation>Es gibt eine zweite Komponente &quot;%1&quot;; die erste steht in Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>The prefix</source>
        <translation>Das Präfix</translation>
    </message>
    <message>
        <source>An option&apos;s name, &quot;%1&quot;, %2</source>
        <translation>Der Name einer Option, &quot;%1&quot;, %2</translation>
    </message>
    <message>
        <source>An option</source>
        <translation>Eine Option</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The source says nothing</source>
        <translation>Die Quelle gibt nichts an</translation>
    </message>
    <message>
        <source>The source says more than one thing</source>
        <translation>Die Quelle gibt mehr als eines an</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Der Ordner</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>Das Archiv</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>Das Rezept</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>holds a &apos;/&apos;, but libraries are asked for by their names</source>
        <translation>enthält ein &apos;/&apos;, aber Bibliotheken werden bei ihrem Namen verlangt</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>Die Bibliothek</translation>
    </message>
    <message>
        <source>the program (a name, or a table with a name)</source>
        <translation>Programm (ein Name, oder eine Tabelle mit einem Namen)</translation>
    </message>
    <message>
        <source>The program&apos;s place</source>
        <translation>Der Ort des Programms</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Das Programm</translation>
    </message>
    <message>
        <source>the vserver</source>
        <translation>Vserver</translation>
    </message>
    <message>
        <source>The vserver&apos;s name</source>
        <translation>Der Name des Vservers</translation>
    </message>
    <message>
        <source>There is a second vserver &quot;%1&quot;; the first is at line %2, column %3</source>
        <translation>Es gibt einen zweiten Vserver &quot;%1&quot;; der erste steht in Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>is none of &quot;typical&quot;, &quot;minimal&quot; and &quot;empty&quot;</source>
        <translation>ist weder &quot;typical&quot; noch &quot;minimal&quot; noch &quot;empty&quot;</translation>
    </message>
    <message>
        <source>The skeleton</source>
        <translation>Das Grundgerüst</translation>
    </message>
    <message>
        <source>The pattern</source>
        <translation>Das Muster</translation>
    </message>
    <message>
        <source>the link rule</source>
        <translation>Link-Regel</translation>
    </message>
    <message>
        <source>The path in the refbox</source>
        <translation>Der Pfad in der Refbox</translation>
    </message>
    <message>
        <source>The place in the vserver</source>
        <translation>Der Ort im Vserver</translation>
    </message>
    <message>
        <source>is none of &quot;hard&quot;, &quot;symbolic&quot; and &quot;copy&quot;</source>
        <translation>ist weder &quot;hard&quot; noch &quot;symbolic&quot; noch &quot;copy&quot;</translation>
    </message>
    <message>
        <source>The manner</source>
        <translation>Die Art des Links</translation>
    </message>
    <message>
        <source>The file&apos;s path</source>
        <translation>Der Pfad der Datei</translation>
    </message>
    <message>
        <source>the file (a string, or a table with its content)</source>
        <translation>Datei (eine Zeichenkette, oder eine Tabelle mit ihrem Inhalt)</translation>
    </message>
    <message>
        <source>The mode should be a string of octal digits, but it is %1</source>
        <translation>Die Rechte sollten eine Zeichenkette aus Oktalziffern sein; hier steht %1</translation>
    </message>
    <message>
        <source>Write it as in mode = &quot;0755&quot;.</source>
        <translation>So schreiben: mode = &quot;0755&quot;.</translation>
    </message>
    <message>
        <source>is no octal number from &quot;0000&quot; to &quot;7777&quot;</source>
        <translation>ist keine Oktalzahl von &quot;0000&quot; bis &quot;7777&quot;</translation>
    </message>
    <message>
        <source>The mode</source>
        <translation>Die Angabe der Rechte</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; lies in &quot;%2&quot;, which is a file too</source>
        <translation>Die Datei &quot;%1&quot; liegt in &quot;%2&quot;, was auch eine Datei ist</translation>
    </message>
    <message>
        <source>Cannot write the project</source>
        <translation>Das Projekt kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>A size of %1 bytes is more than a project can say</source>
        <translation>Eine Größe von %1 Bytes ist mehr, als ein Projekt angeben kann</translation>
    </message>
    <message>
        <source>The free space, %1 %, is not from 0 to below 100 %</source>
        <translation>Der freie Platz, %1 %, liegt nicht zwischen 0 und unter 100 %</translation>
    </message>
    <message>
        <source>Cannot start from this template</source>
        <translation>Mit dieser Vorlage kann nicht begonnen werden</translation>
    </message>
    <message>
        <source>There is no template of this name.</source>
        <translation>Eine Vorlage dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Eine davon wählen: %1.</translation>
    </message>
    <message>
        <source>Cannot read the template</source>
        <translation>Die Vorlage kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The recipe cannot be built so</source>
        <translation>Das Rezept lässt sich so nicht bauen</translation>
    </message>
    <message>
        <source>It has no option &quot;%1&quot;.</source>
        <translation>Es hat keine Option „%1“.</translation>
    </message>
    <message>
        <source>It has no options.</source>
        <translation>Es hat keine Optionen.</translation>
    </message>
    <message>
        <source>Its options: %1.</source>
        <translation>Seine Optionen: %1.</translation>
    </message>
    <message>
        <source>Its option %1 cannot be &quot;%2&quot;.</source>
        <translation>Seine Option %1 kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>is no SHA-256 of 64 lower-case hex digits</source>
        <translation>ist keine SHA-256 aus 64 kleinen Hexadezimalziffern</translation>
    </message>
    <message>
        <source>is no address that begins with http:// or https://</source>
        <translation>ist keine Adresse, die mit http:// oder https:// beginnt</translation>
    </message>
    <message>
        <source>has more than one line</source>
        <translation>hat mehr als eine Zeile</translation>
    </message>
    <message>
        <source>This is no recipe: &quot;recipe&quot; is missing</source>
        <translation>Das ist kein Rezept: „recipe“ fehlt</translation>
    </message>
    <message>
        <source>A recipe begins with recipe = %1, the version of its format.</source>
        <translation>Ein Rezept beginnt mit recipe = %1, der Version seines Formats.</translation>
    </message>
    <message>
        <source>The recipe&apos;s format is %1; this Refbox reads format %2</source>
        <translation>Das Format des Rezepts ist %1; dieses Refbox liest Format %2</translation>
    </message>
    <message>
        <source>Use a Refbox that knows this format.</source>
        <translation>Ein Refbox benutzen, das dieses Format kennt.</translation>
    </message>
    <message>
        <source>the recipe</source>
        <translation>das Rezept</translation>
    </message>
    <message>
        <source>The recipe has no source</source>
        <translation>Das Rezept hat keine Quelle</translation>
    </message>
    <message>
        <source>What the recipe provides</source>
        <translation>Was das Rezept liefert</translation>
    </message>
    <message>
        <source>The recipe&apos;s name</source>
        <translation>Der Name des Rezepts</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>Die Version</translation>
    </message>
    <message>
        <source>The checksum</source>
        <translation>Die Prüfsumme</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>Die Adresse</translation>
    </message>
    <message>
        <source>the option</source>
        <translation>die Option</translation>
    </message>
    <message>
        <source>The option&apos;s name</source>
        <translation>Der Name der Option</translation>
    </message>
    <message>
        <source>There is a second option of this name</source>
        <translation>Es gibt eine zweite Option dieses Namens</translation>
    </message>
    <message>
        <source>The choice</source>
        <translation>Die Wahlmöglichkeit</translation>
    </message>
    <message>
        <source>The standard is none of the choices</source>
        <translation>Die Voreinstellung ist keine der Wahlmöglichkeiten</translation>
    </message>
    <message>
        <source>the need (a recipe&apos;s name, or a table with one)</source>
        <translation>der Bedarf (der Name eines Rezepts oder eine Tabelle damit)</translation>
    </message>
    <message>
        <source>The needed recipe</source>
        <translation>Das gebrauchte Rezept</translation>
    </message>
    <message>
        <source>The recipe has no option %1</source>
        <translation>Das Rezept hat keine Option %1</translation>
    </message>
    <message>
        <source>This is no choice of the option %1</source>
        <translation>Das ist keine Wahlmöglichkeit der Option %1</translation>
    </message>
    <message>
        <source>the steps</source>
        <translation>die Schritte</translation>
    </message>
    <message>
        <source>A script cannot hold a NUL byte</source>
        <translation>Ein Skript kann kein NUL-Byte enthalten</translation>
    </message>
    <message>
        <source>Cannot read the recipe</source>
        <translation>Das Rezept lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The signature</source>
        <translation>Die Signatur</translation>
    </message>
    <message>
        <source>is no package&apos;s name: small letters, digits, &apos;+&apos;, &apos;-&apos; and &apos;.&apos;</source>
        <translation>ist kein Name eines Pakets: kleine Buchstaben, Ziffern, „+“, „-“ und „.“</translation>
    </message>
    <message>
        <source>has a version that is none: letters, digits, &apos;.&apos;, &apos;+&apos;, &apos;-&apos;, &apos;~&apos;</source>
        <translation>hat eine Version, die keine ist: Buchstaben, Ziffern, „.“, „+“, „-“, „~“</translation>
    </message>
    <message>
        <source>is none: small letters and digits, as in &quot;arm64&quot;</source>
        <translation>ist keine: kleine Buchstaben und Ziffern wie in „arm64“</translation>
    </message>
    <message>
        <source>It holds one of: host = { … }, packages = { … }, folder = &quot;…&quot;, archive = &quot;…&quot;, recipe = &quot;…&quot;.</source>
        <translation>Sie enthält eines von: host = { … }, packages = { … }, folder = &quot;…&quot;, archive = &quot;…&quot;, recipe = &quot;…&quot;.</translation>
    </message>
    <message>
        <source>The package</source>
        <translation>Das Paket</translation>
    </message>
    <message>
        <source>The architecture</source>
        <translation>Die Architektur</translation>
    </message>
    <message>
        <source>Debian&apos;s package</source>
        <translation>Debians Paket</translation>
    </message>
    <message>
        <source>The suite</source>
        <translation>Die Suite</translation>
    </message>
    <message>
        <source>is not like &quot;12345678-1234-1234-1234-123456789abc&quot;</source>
        <translation>ist nicht wie &quot;12345678-1234-1234-1234-123456789abc&quot;</translation>
    </message>
    <message>
        <source>The UUID</source>
        <translation>Die UUID</translation>
    </message>
    <message>
        <source>is none of &quot;gzip&quot;, &quot;xz&quot;, &quot;zstd&quot; and &quot;lz4&quot;</source>
        <translation>ist weder &quot;gzip&quot; noch &quot;xz&quot; noch &quot;zstd&quot; noch &quot;lz4&quot;</translation>
    </message>
    <message>
        <source>The compression</source>
        <translation>Die Kompression</translation>
    </message>
    <message>
        <source>is not a share from &quot;0%&quot; to &quot;50%&quot;</source>
        <translation>ist kein Anteil von &quot;0%&quot; bis &quot;50%&quot;</translation>
    </message>
    <message>
        <source>The share reserved for root</source>
        <translation>Der für root reservierte Anteil</translation>
    </message>
    <message>
        <source>is not the name of a feature, such as &quot;^metadata_csum&quot;</source>
        <translation>ist nicht der Name eines Merkmals, etwa &quot;^metadata_csum&quot;</translation>
    </message>
    <message>
        <source>The file system&apos;s feature</source>
        <translation>Das Merkmal des Dateisystems</translation>
    </message>
    <message>
        <source>is no size of at most &quot;1M&quot;</source>
        <translation>ist keine Größe von höchstens &quot;1M&quot;</translation>
    </message>
    <message>
        <source>The block size</source>
        <translation>Die Blockgröße</translation>
    </message>
    <message>
        <source>the import (a path, or a table with a path)</source>
        <translation>Import (ein Pfad oder eine Tabelle mit einem Pfad)</translation>
    </message>
    <message>
        <source>The import&apos;s folder</source>
        <translation>Der Ordner des Imports</translation>
    </message>
    <message>
        <source>is none of &quot;exact&quot;, &quot;any-time&quot; and &quot;nothing&quot;</source>
        <translation>ist weder &quot;exact&quot; noch &quot;any-time&quot; noch &quot;nothing&quot;</translation>
    </message>
    <message>
        <source>What is linked</source>
        <translation>Was verlinkt wird</translation>
    </message>
    <message>
        <source>The import&apos;s path</source>
        <translation>Der Pfad des Imports</translation>
    </message>
</context>
<context>
    <name>software</name>
    <message>
        <source>BusyBox could not be asked for its applets (%1): their places are taken from the catalogue.</source>
        <translation>BusyBox konnte nicht nach seinen Applets gefragt werden (%1): ihre Orte kommen aus dem Katalog.</translation>
    </message>
    <message>
        <source>while reading %1</source>
        <translation>beim Lesen von %1</translation>
    </message>
    <message>
        <source>Cannot examine an open file</source>
        <translation>Eine offene Datei kann nicht untersucht werden</translation>
    </message>
    <message>
        <source>Cannot read a file</source>
        <translation>Eine Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>a table lies beyond the end of the file</source>
        <translation>eine Tabelle liegt hinter dem Ende der Datei</translation>
    </message>
    <message>
        <source>a table cannot be translated</source>
        <translation>eine Tabelle kann nicht umgewandelt werden</translation>
    </message>
    <message>
        <source>the interpreter&apos;s name has no end</source>
        <translation>der Name des Interpreters hat kein Ende</translation>
    </message>
    <message>
        <source>it is of an unknown ELF version</source>
        <translation>sie hat eine unbekannte ELF-Version</translation>
    </message>
    <message>
        <source>its program headers have a wrong size</source>
        <translation>ihre Programmköpfe haben eine falsche Größe</translation>
    </message>
    <message>
        <source>an address of its dynamic section is not in the file</source>
        <translation>eine Adresse ihres dynamischen Abschnitts liegt nicht in der Datei</translation>
    </message>
    <message>
        <source>it needs thousands of libraries</source>
        <translation>sie braucht Tausende von Bibliotheken</translation>
    </message>
    <message>
        <source>a name in its dynamic section has no end</source>
        <translation>ein Name in ihrem dynamischen Abschnitt hat kein Ende</translation>
    </message>
    <message>
        <source>its section headers have a wrong size</source>
        <translation>ihre Abschnittsköpfe haben eine falsche Größe</translation>
    </message>
    <message>
        <source>it has more sections than a program could use</source>
        <translation>sie hat mehr Abschnitte, als ein Programm brauchen könnte</translation>
    </message>
    <message>
        <source>it ends within its header</source>
        <translation>sie endet innerhalb ihres Kopfs</translation>
    </message>
    <message>
        <source>it is neither a 32-bit nor a 64-bit file</source>
        <translation>sie ist weder eine 32-Bit- noch eine 64-Bit-Datei</translation>
    </message>
    <message>
        <source>its byte order is unknown</source>
        <translation>ihre Bytereihenfolge ist unbekannt</translation>
    </message>
    <message>
        <source>The program %1 cannot go to %2: that is no absolute path without &quot;..&quot;.</source>
        <translation>Das Programm %1 kann nicht nach %2: das ist kein absoluter Pfad ohne &quot;..&quot;.</translation>
    </message>
    <message>
        <source>Give a path below the component&apos;s prefix, such as /bin/NAME.</source>
        <translation>Einen Pfad unter dem Präfix der Komponente angeben, etwa /bin/NAME.</translation>
    </message>
    <message>
        <source>The program %1 is not on this machine.</source>
        <translation>Das Programm %1 ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Install the package that has it, or take it out of the component.</source>
        <translation>Das Paket installieren, das es enthält, oder es aus der Komponente nehmen.</translation>
    </message>
    <message>
        <source>Two programs of this component go to %1: the first is kept, %2 is left out.</source>
        <translation>Zwei Programme dieser Komponente sollen nach %1: das erste bleibt, %2 wird weggelassen.</translation>
    </message>
    <message>
        <source>Give one of them another place with &quot;as&quot;.</source>
        <translation>Einem von ihnen mit &quot;as&quot; einen anderen Ort geben.</translation>
    </message>
    <message>
        <source>The program %1 cannot be taken: %2</source>
        <translation>Das Programm %1 kann nicht übernommen werden: %2</translation>
    </message>
    <message>
        <source>On this machine these programs need %1, so they are left out: %2.</source>
        <translation>Auf diesem Rechner brauchen diese Programme %1, daher werden sie weggelassen: %2.</translation>
    </message>
    <message>
        <source>BusyBox may stand in for them. To have them with the library, take it out of &quot;without&quot;; else take them from a package or an archive.</source>
        <translation>BusyBox kann sie vertreten. Um sie mit der Bibliothek zu haben, diese aus &quot;without&quot; nehmen; sonst die Programme aus einem Paket oder Archiv nehmen.</translation>
    </message>
    <message>
        <source>%1 is an ELF file that cannot be understood: %2.</source>
        <translation>%1 ist eine ELF-Datei, die nicht zu verstehen ist: %2.</translation>
    </message>
    <message>
        <source>Reinstall its package.</source>
        <translation>Das zugehörige Paket neu installieren.</translation>
    </message>
    <message>
        <source>%1 asks for the loader %2, which this machine does not have.</source>
        <translation>%1 verlangt den Lader %2, den dieser Rechner nicht hat.</translation>
    </message>
    <message>
        <source>Install the C library that it was built for.</source>
        <translation>Die C-Bibliothek installieren, für die es gebaut wurde.</translation>
    </message>
    <message>
        <source>%1 needs %2, which this machine does not have.</source>
        <translation>%1 braucht %2; das hat dieser Rechner nicht.</translation>
    </message>
    <message>
        <source>Install the package that has this library.</source>
        <translation>Das Paket installieren, das diese Bibliothek enthält.</translation>
    </message>
    <message>
        <source>Run ldconfig on this machine.</source>
        <translation>ldconfig auf diesem Rechner ausführen.</translation>
    </message>
    <message>
        <source>%1 uses %2 and %3 uses %4 under one name: the first is taken for both.</source>
        <translation>%1 benutzt %2 und %3 benutzt %4 unter demselben Namen: für beide wird das erste genommen.</translation>
    </message>
    <message>
        <source>Leave one of the programs out, or take one from a package or an archive.</source>
        <translation>Eines der Programme weglassen oder eines aus einem Paket oder Archiv nehmen.</translation>
    </message>
    <message>
        <source>%1 is not on this machine, or is no absolute path.</source>
        <translation>%1 ist nicht auf diesem Rechner oder ist kein absoluter Pfad.</translation>
    </message>
    <message>
        <source>Check the spelling, or take it out of the component.</source>
        <translation>Die Schreibweise prüfen oder es aus der Komponente nehmen.</translation>
    </message>
    <message>
        <source>%1 cannot be taken: %2</source>
        <translation>%1 kann nicht übernommen werden: %2</translation>
    </message>
    <message>
        <source>Programs of the component stand where BusyBox has applets too: %1.</source>
        <translation>Programme der Komponente stehen, wo auch BusyBox Applets hat: %1.</translation>
    </message>
    <message>
        <source>The BusyBox of this machine lacks %1.</source>
        <translation>In der BusyBox dieses Rechners fehlt: %1.</translation>
    </message>
    <message>
        <source>Take a BusyBox that has it from a package, or build one by its recipe.</source>
        <translation>Eine BusyBox, die es hat, aus einem Paket nehmen oder nach ihrem Rezept bauen.</translation>
    </message>
    <message>
        <source>This script needs %1, which is not among the component&apos;s programs.</source>
        <translation>Dieses Skript braucht %1; das ist nicht unter den Programmen der Komponente.</translation>
    </message>
    <message>
        <source>Make sure that another component brings it to the vserver.</source>
        <translation>Dafür sorgen, dass eine andere Komponente es in den Vserver bringt.</translation>
    </message>
    <message>
        <source>Cannot read the extended attribute %1</source>
        <translation>Das erweiterte Attribut %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Cannot read the extended attributes</source>
        <translation>Die erweiterten Attribute können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Cannot put files into a folder</source>
        <translation>In einen Ordner können keine Dateien gelegt werden</translation>
    </message>
    <message>
        <source>A file has this name already.</source>
        <translation>Eine Datei hat diesen Namen schon.</translation>
    </message>
    <message>
        <source>Give the programs other places with &quot;as&quot;.</source>
        <translation>Den Programmen mit &quot;as&quot; andere Orte geben.</translation>
    </message>
    <message>
        <source>Cannot read a file of this machine</source>
        <translation>Eine Datei dieses Rechners kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It is no regular file.</source>
        <translation>Das ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>On this machine %1 runs with the rights of its own user or group; here it belongs to root and runs with its caller&apos;s.</source>
        <translation>Auf diesem Rechner läuft %1 mit den Rechten des eigenen Benutzers oder der eigenen Gruppe; hier gehört es root und läuft mit denen des Aufrufers.</translation>
    </message>
    <message>
        <source>Create that user or group in the vserver and set the owner and mode there if the program needs them.</source>
        <translation>Diesen Benutzer oder diese Gruppe im Vserver anlegen und dort Eigentümer und Rechte setzen, falls das Programm sie braucht.</translation>
    </message>
    <message>
        <source>Cannot run a program in the sandbox</source>
        <translation>Ein Programm kann nicht in der Sandbox ausgeführt werden</translation>
    </message>
    <message>
        <source>Cannot make a pipe</source>
        <translation>Eine Pipe kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Cannot start bubblewrap</source>
        <translation>bubblewrap kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>bubblewrap (bwrap) is not installed on this machine</source>
        <translation>bubblewrap (bwrap) ist auf diesem Rechner nicht installiert</translation>
    </message>
    <message>
        <source>Install the package bubblewrap and try again. Refbox runs foreign programs only inside its sandbox.</source>
        <translation>Das Paket bubblewrap installieren und erneut versuchen. Refbox führt fremde Programme nur in seiner Sandbox aus.</translation>
    </message>
    <message>
        <source>bubblewrap refused: %1</source>
        <translation>bubblewrap verweigert: %1</translation>
    </message>
    <message>
        <source>Inside a container or a plain chroot bubblewrap may be forbidden: allow user namespaces there, or run Refbox outside of it.</source>
        <translation>In einem Container oder einem einfachen chroot ist bubblewrap vielleicht verboten: dort Benutzer-Namensräume erlauben oder Refbox außerhalb ausführen.</translation>
    </message>
    <message>
        <source>Cannot write to the store</source>
        <translation>In die Ablage kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Cannot make the store&apos;s folder</source>
        <translation>Der Ordner der Ablage kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Set REFBOX_CACHE to a folder that can be written.</source>
        <translation>REFBOX_CACHE auf einen beschreibbaren Ordner setzen.</translation>
    </message>
    <message>
        <source>Free some space there, or set REFBOX_CACHE to a folder on another disk.</source>
        <translation>Dort Platz freigeben oder REFBOX_CACHE auf einen Ordner auf einem anderen Datenträger setzen.</translation>
    </message>
    <message>
        <source>Cannot make a folder to build in</source>
        <translation>Der Ordner zum Bauen lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Cannot keep the folder of the build</source>
        <translation>Der Ordner des Baus lässt sich nicht aufheben</translation>
    </message>
    <message>
        <source>Cannot make a lock</source>
        <translation>Die Sperrdatei lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Cannot take a lock</source>
        <translation>Die Sperre lässt sich nicht setzen</translation>
    </message>
    <message>
        <source>Cannot write the log</source>
        <translation>Das Protokoll lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Cannot read the recipe</source>
        <translation>Das Rezept lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>It is named %1, unlike its file.</source>
        <translation>Es heißt %1, anders als seine Datei.</translation>
    </message>
    <message>
        <source>Name the file %1.lua.</source>
        <translation>Die Datei %1.lua nennen.</translation>
    </message>
    <message>
        <source>Cannot find the recipe</source>
        <translation>Das Rezept ist nicht zu finden</translation>
    </message>
    <message>
        <source>The catalogue has no recipe of this name.</source>
        <translation>Der Katalog hat kein Rezept dieses Namens.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>See all with: refbox-cli catalogue</source>
        <translation>Alle zeigt: refbox-cli catalogue</translation>
    </message>
    <message>
        <source>Cannot build %1</source>
        <translation>%1 lässt sich nicht bauen</translation>
    </message>
    <message>
        <source>It needs %1, which is not built.</source>
        <translation>Es braucht %1, das nicht gebaut ist.</translation>
    </message>
    <message>
        <source>Put it into a folder that REFBOX_SOURCES names.</source>
        <translation>In einen Ordner legen, den REFBOX_SOURCES nennt.</translation>
    </message>
    <message>
        <source>Fetch it from %1 into a folder that REFBOX_SOURCES names.</source>
        <translation>Von %1 in einen Ordner holen, den REFBOX_SOURCES nennt.</translation>
    </message>
    <message>
        <source>The recipe needs itself</source>
        <translation>Das Rezept braucht sich selbst</translation>
    </message>
    <message>
        <source>It is needed by %1.</source>
        <translation>Es wird von %1 gebraucht.</translation>
    </message>
    <message>
        <source>Take the need out of one of these recipes.</source>
        <translation>Den Bedarf aus einem dieser Rezepte nehmen.</translation>
    </message>
    <message>
        <source>Cannot build from source</source>
        <translation>Aus Quellen lässt sich nicht bauen</translation>
    </message>
    <message>
        <source>This machine has no C compiler.</source>
        <translation>Dieser Rechner hat keinen C-Compiler.</translation>
    </message>
    <message>
        <source>Install a compiler with the C library&apos;s headers and make: on Debian the package build-essential.</source>
        <translation>Einen Compiler mit den Headern der C-Bibliothek und make installieren: bei Debian das Paket build-essential.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>unpacking %1</source>
        <translation>%1 wird ausgepackt</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>built, %1</source>
        <translation>gebaut, %1</translation>
    </message>
    <message>
        <source>It needs %1, whose prefix %2 is this machine&apos;s own here.</source>
        <translation>Es braucht %1, dessen Präfix %2 hier dem Rechner selbst gehört.</translation>
    </message>
    <message>
        <source>Give that component a prefix such as /opt/vendor/name.</source>
        <translation>Dieser Komponente ein Präfix wie /opt/hersteller/name geben.</translation>
    </message>
    <message>
        <source>The step %1 took too long.</source>
        <translation>Der Schritt %1 hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>The step %1 ended with status %2.</source>
        <translation>Der Schritt %1 endete mit Status %2.</translation>
    </message>
    <message>
        <source>Stripping failed: %1</source>
        <translation>Das Entfernen der Symbole schlug fehl: %1</translation>
    </message>
    <message>
        <source>Give it the option strip = &quot;no&quot;.</source>
        <translation>Die Option strip = &quot;no&quot; geben.</translation>
    </message>
    <message>
        <source>It installs %1, outside of its prefix.</source>
        <translation>Es installiert %1, außerhalb seines Präfixes.</translation>
    </message>
    <message>
        <source>Its step install must put all below $DEST$PREFIX.</source>
        <translation>Sein Schritt install muss alles unter $DEST$PREFIX legen.</translation>
    </message>
    <message>
        <source>It has installed nothing.</source>
        <translation>Es hat nichts installiert.</translation>
    </message>
    <message>
        <source>It was built, but lacks what the recipe promises: %1.</source>
        <translation>Es wurde gebaut, doch es fehlt, was das Rezept verspricht: %1.</translation>
    </message>
    <message>
        <source>Look at the log for what was left out, and why.</source>
        <translation>Im Protokoll nachsehen, was ausgelassen wurde, und warum.</translation>
    </message>
    <message>
        <source>Cannot keep what was built</source>
        <translation>Das Gebaute lässt sich nicht aufheben</translation>
    </message>
    <message>
        <source>the build&apos;s folder was kept: %1</source>
        <translation>der Ordner des Baus wurde aufgehoben: %1</translation>
    </message>
    <message>
        <source>the log is in %1</source>
        <translation>das Protokoll steht in %1</translation>
    </message>
    <message>
        <source>Cannot read the source</source>
        <translation>Die Quelle lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Cannot use the source</source>
        <translation>Die Quelle lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>The recipe has not been tried yet: nobody has checked the source, so its SHA-256 is not known.</source>
        <translation>Das Rezept ist noch nicht erprobt: Niemand hat die Quelle geprüft, daher ist ihre SHA-256 nicht bekannt.</translation>
    </message>
    <message>
        <source>Check it yourself, and put a recipe with its SHA-256 into your own catalogue folder; or take the component from elsewhere.</source>
        <translation>Sie selbst prüfen und ein Rezept mit ihrer SHA-256 in den eigenen Katalogordner legen; oder die Komponente anderswoher nehmen.</translation>
    </message>
    <message>
        <source>Cannot make the folder of sources</source>
        <translation>Der Ordner der Quellen lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>This is not the source that the recipe asks for</source>
        <translation>Das ist nicht die Quelle, die das Rezept verlangt</translation>
    </message>
    <message>
        <source>Its SHA-256 is %1; the recipe says %2.</source>
        <translation>Ihre SHA-256 ist %1; das Rezept nennt %2.</translation>
    </message>
    <message>
        <source>It may be damaged, or not what its author published: get it anew from %1.</source>
        <translation>Sie kann beschädigt sein oder nicht das, was ihr Autor veröffentlicht hat: neu holen von %1.</translation>
    </message>
    <message>
        <source>its homepage</source>
        <translation>seiner Homepage</translation>
    </message>
    <message>
        <source>Cannot fetch the source</source>
        <translation>Die Quelle lässt sich nicht holen</translation>
    </message>
    <message>
        <source>The connection was cut.</source>
        <translation>Die Verbindung wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The server sent another part than the one asked for.</source>
        <translation>Der Server hat einen anderen Teil gesandt als den verlangten.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>Nothing has come for %1 s.</source>
        <translation>Seit %1 s ist nichts gekommen.</translation>
    </message>
    <message>
        <source>It is longer than %1.</source>
        <translation>Sie ist länger als %1.</translation>
    </message>
    <message>
        <source>The server has less of it than what was fetched before.</source>
        <translation>Der Server hat weniger davon, als zuvor geholt wurde.</translation>
    </message>
    <message>
        <source>The server answered: %1 %2</source>
        <translation>Der Server antwortete: %1 %2</translation>
    </message>
    <message>
        <source>This is no address of a file on the web.</source>
        <translation>Das ist keine Adresse einer Datei im Netz.</translation>
    </message>
    <message>
        <source>%1: %2 Trying again (%3 of %4).</source>
        <translation>%1: %2 Neuer Versuch (%3 von %4).</translation>
    </message>
    <message>
        <source>the source of %1</source>
        <translation>die Quelle von %1</translation>
    </message>
    <message>
        <source>Cannot check the signature</source>
        <translation>Die Signatur lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>gpgv is not on this machine.</source>
        <translation>gpgv ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Install it (package gpgv), or take the keyring away.</source>
        <translation>Installieren Sie es (Paket gpgv), oder nehmen Sie den Schlüsselbund weg.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Cannot get the source</source>
        <translation>Die Quelle ist nicht zu bekommen</translation>
    </message>
    <message>
        <source>Check the network, or put the file into a folder that REFBOX_SOURCES names.</source>
        <translation>Prüfen Sie das Netz, oder legen Sie die Datei in einen Ordner, den REFBOX_SOURCES nennt.</translation>
    </message>
    <message>
        <source>It is not on this machine, and nothing is fetched offline.</source>
        <translation>Sie ist nicht auf diesem Rechner, und offline wird nichts geholt.</translation>
    </message>
    <message>
        <source>It is not on this machine, and the recipe has no address of it.</source>
        <translation>Sie ist nicht auf diesem Rechner, und das Rezept hat keine Adresse dafür.</translation>
    </message>
    <message>
        <source>%1 is not checked by its signature, which is not at hand.</source>
        <translation>%1 wird nicht anhand der Signatur geprüft, die nicht zur Hand ist.</translation>
    </message>
    <message>
        <source>%1 is not checked by its signature: %2</source>
        <translation>%1 wird nicht anhand der Signatur geprüft: %2</translation>
    </message>
    <message>
        <source>The signature of the source is bad</source>
        <translation>Die Signatur der Quelle ist falsch</translation>
    </message>
    <message>
        <source>It is no signature that gpgv can read.</source>
        <translation>Es ist keine Signatur, die gpgv lesen kann.</translation>
    </message>
    <message>
        <source>It is not what %1 signed.</source>
        <translation>Es ist nicht, was %1 signiert hat.</translation>
    </message>
    <message>
        <source>Do not use it before its author has told you what it is.</source>
        <translation>Verwenden Sie sie nicht, bevor ihr Autor Ihnen gesagt hat, was es damit auf sich hat.</translation>
    </message>
    <message>
        <source>%1 is signed by %2.</source>
        <translation>%1 ist von %2 signiert.</translation>
    </message>
    <message>
        <source>%1 is signed by the key %2, which is not in the keyring.</source>
        <translation>%1 ist mit dem Schlüssel %2 signiert, der nicht im Schlüsselbund ist.</translation>
    </message>
    <message>
        <source>Cannot keep the source</source>
        <translation>Die Quelle lässt sich nicht aufbewahren</translation>
    </message>
    <message>
        <source>Cannot get the packages</source>
        <translation>Die Pakete sind nicht zu bekommen</translation>
    </message>
    <message>
        <source>Cannot make the folder of packages</source>
        <translation>Der Ordner der Pakete lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>apt-get ended with status %1.</source>
        <translation>apt-get endete mit Status %1.</translation>
    </message>
    <message>
        <source>Reading package lists</source>
        <translation>Paketlisten werden gelesen</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>Finding what packages depend on</source>
        <translation>Abhängigkeiten der Pakete werden gesucht</translation>
    </message>
    <message>
        <source>apt-cache search finds how packages are called.</source>
        <translation>apt-cache search findet, wie Pakete heißen.</translation>
    </message>
    <message>
        <source>Fetching packages</source>
        <translation>Pakete werden geholt</translation>
    </message>
    <message>
        <source>There is no package of this name.</source>
        <translation>Es gibt kein Paket dieses Namens.</translation>
    </message>
    <message>
        <source>They were not fetched before, and nothing is fetched offline.</source>
        <translation>Sie wurden bisher nicht geholt, und offline wird nichts geholt.</translation>
    </message>
    <message>
        <source>This machine has no apt, the only package client that is used so far.</source>
        <translation>Dieser Rechner hat kein apt, die einzige Paketverwaltung, die bisher benutzt wird.</translation>
    </message>
    <message>
        <source>Take package files instead: write their paths.</source>
        <translation>Nehmen Sie stattdessen Paketdateien: schreiben Sie ihre Pfade.</translation>
    </message>
    <message>
        <source>apt-get has not left it there.</source>
        <translation>apt-get hat es dort nicht abgelegt.</translation>
    </message>
    <message>
        <source>Cannot run a program</source>
        <translation>Ein Programm lässt sich nicht ausführen</translation>
    </message>
    <message>
        <source>It is not on this machine.</source>
        <translation>Es ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Fetching the source package %1</source>
        <translation>Quellpaket %1 wird geholt</translation>
    </message>
    <message>
        <source>This machine&apos;s apt has no sources.</source>
        <translation>Das apt dieses Rechners hat keine Quellen.</translation>
    </message>
    <message>
        <source>The suite %1 has no such file any more.</source>
        <translation>Die Suite %1 hat diese Datei nicht mehr.</translation>
    </message>
    <message>
        <source>Cannot use compile hosts</source>
        <translation>Kann helfende Rechner nicht verwenden</translation>
    </message>
    <message>
        <source>It is not installed on this machine.</source>
        <translation>Es ist auf diesem Rechner nicht installiert.</translation>
    </message>
    <message>
        <source>Install the packages distcc and socat, or name no hosts.</source>
        <translation>Installieren Sie die Pakete distcc und socat, oder nennen Sie keine Rechner.</translation>
    </message>
    <message>
        <source>This is no compile host</source>
        <translation>Das ist kein helfender Rechner</translation>
    </message>
    <message>
        <source>Hosts are written as HOST[:PORT][/SLOTS].</source>
        <translation>Rechner werden als RECHNER[:PORT][/PLÄTZE] geschrieben.</translation>
    </message>
    <message>
        <source>For instance: build1 build2:3633/8 [fd00::5]/4</source>
        <translation>Zum Beispiel: build1 build2:3633/8 [fd00::5]/4</translation>
    </message>
    <message>
        <source>%1 helps to compile, %2 at a time</source>
        <translation>%1 hilft beim Übersetzen, %2 zugleich</translation>
    </message>
    <message>
        <source>%1 does not help to compile: %2</source>
        <translation>%1 hilft nicht beim Übersetzen: %2</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>its compiler is another one, or of another version</source>
        <translation>sein Übersetzer ist ein anderer oder von einer anderen Version</translation>
    </message>
    <message>
        <source>it does not compile (%1)</source>
        <translation>er übersetzt nicht (%1)</translation>
    </message>
    <message>
        <source>Cannot listen on a socket</source>
        <translation>Kann nicht auf einem Socket lauschen</translation>
    </message>
    <message>
        <source>its options</source>
        <translation>seine Optionen</translation>
    </message>
    <message>
        <source>its recipe</source>
        <translation>sein Rezept</translation>
    </message>
    <message>
        <source>its source</source>
        <translation>seine Quelle</translation>
    </message>
    <message>
        <source>this machine&apos;s compiler or C library</source>
        <translation>der Übersetzer oder die C-Bibliothek dieses Rechners</translation>
    </message>
    <message>
        <source>what it needs</source>
        <translation>was es braucht</translation>
    </message>
    <message>
        <source>this machine&apos;s libraries</source>
        <translation>die Bibliotheken dieses Rechners</translation>
    </message>
    <message>
        <source>Libraries of this machine have changed meanwhile.</source>
        <translation>Bibliotheken dieses Rechners haben sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>bubblewrap refused; it says why itself.</source>
        <translation>bubblewrap verweigert; den Grund nennt es selbst.</translation>
    </message>
    <message>
        <source>Cannot make a terminal</source>
        <translation>Ein Terminal kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>It is there for %1, but not for %2.</source>
        <translation>Es gibt es für %1, aber nicht für %2.</translation>
    </message>
    <message>
        <source>it gave no list</source>
        <translation>es gab keine Liste aus</translation>
    </message>
    <message>
        <source>%1 is no program.</source>
        <translation>%1 ist kein Programm.</translation>
    </message>
    <message>
        <source>Name it among the component&apos;s files, or take it out.</source>
        <translation>Nennen Sie es unter den Dateien der Komponente, oder nehmen Sie es heraus.</translation>
    </message>
</context>
<context>
    <name>tree</name>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>nur in A</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>nur in B</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>xattrs</source>
        <translation>erweiterte Attribute</translation>
    </message>
    <message>
        <source>acl</source>
        <translation>ACL</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It became shorter while it was in use.</source>
        <translation>Sie wurde kürzer, während sie in Benutzung war.</translation>
    </message>
    <message>
        <source>Let nothing change the source files meanwhile, and try again.</source>
        <translation>Dafür sorgen, dass inzwischen nichts die Quelldateien ändert, und erneut versuchen.</translation>
    </message>
    <message>
        <source>It is %1 long; at most %2 are read here.</source>
        <translation>Sie ist %1 lang; hier werden höchstens %2 gelesen.</translation>
    </message>
    <message>
        <source>regular file</source>
        <translation>reguläre Datei</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>symbolischer Link</translation>
    </message>
    <message>
        <source>character device</source>
        <translation>zeichenorientiertes Gerät</translation>
    </message>
    <message>
        <source>block device</source>
        <translation>blockorientiertes Gerät</translation>
    </message>
    <message>
        <source>fifo</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Cannot make this tree</source>
        <translation>Dieser Baum kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Two entries of one directory have this name.</source>
        <translation>Zwei Einträge eines Ordners haben diesen Namen.</translation>
    </message>
    <message>
        <source>Cannot use this file name</source>
        <translation>Dieser Dateiname ist nicht möglich</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Er ist leer.</translation>
    </message>
    <message>
        <source>It is longer than 255 bytes.</source>
        <translation>Er ist länger als 255 Bytes.</translation>
    </message>
    <message>
        <source>It stands for a directory itself.</source>
        <translation>Er steht für einen Ordner selbst.</translation>
    </message>
    <message>
        <source>It holds a slash or a NUL byte.</source>
        <translation>Er enthält einen Schrägstrich oder ein NUL-Byte.</translation>
    </message>
    <message>
        <source>Cannot hold this tree</source>
        <translation>Dieser Baum kann nicht gehalten werden</translation>
    </message>
    <message>
        <source>It has more than 4 billion names or other parts.</source>
        <translation>Er hat mehr als 4 Milliarden Namen oder andere Teile.</translation>
    </message>
    <message>
        <source>Open a part of it.</source>
        <translation>Einen Teil davon öffnen.</translation>
    </message>
    <message>
        <source>Cannot add %1</source>
        <translation>%1 kann nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>Its directory was removed.</source>
        <translation>Der Ordner dafür wurde entfernt.</translation>
    </message>
    <message>
        <source>It is no directory.</source>
        <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
        <source>Cannot add the file %1</source>
        <translation>Die Datei %1 kann nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>Its size or place is beyond what a file can have.</source>
        <translation>Größe oder Lage gehen über das hinaus, was eine Datei haben kann.</translation>
    </message>
    <message>
        <source>The source is damaged or made to mislead.</source>
        <translation>Die Quelle ist beschädigt oder soll in die Irre führen.</translation>
    </message>
    <message>
        <source>Its extents overlap or are out of order.</source>
        <translation>Die Extents überlappen sich oder sind nicht in der richtigen Reihenfolge.</translation>
    </message>
    <message>
        <source>The image is damaged or made to mislead: try to repair it.</source>
        <translation>Das Abbild ist beschädigt oder soll in die Irre führen: versuchen, es zu reparieren.</translation>
    </message>
    <message>
        <source>Cannot add the symbolic link %1</source>
        <translation>Der symbolische Link %1 kann nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>Its target is empty, longer than 4095 bytes, or holds a NUL byte.</source>
        <translation>Das Ziel ist leer, länger als 4095 Bytes oder enthält ein NUL-Byte.</translation>
    </message>
    <message>
        <source>It is no special file but a %1.</source>
        <translation>Das ist keine Spezialdatei (Typ: %1).</translation>
    </message>
    <message>
        <source>Cannot add the device %1</source>
        <translation>Das Gerät %1 kann nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>Linux has no device %1:%2.</source>
        <translation>Linux kennt kein Gerät %1:%2.</translation>
    </message>
    <message>
        <source>Cannot link %1</source>
        <translation>%1 kann nicht verlinkt werden</translation>
    </message>
    <message>
        <source>What it stands for was removed.</source>
        <translation>Wofür es steht, wurde entfernt.</translation>
    </message>
    <message>
        <source>A directory cannot have hard links.</source>
        <translation>Ein Ordner kann keine harten Links haben.</translation>
    </message>
    <message>
        <source>Cannot remove the root of a tree</source>
        <translation>Die Wurzel eines Baums kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>Every tree has one.</source>
        <translation>Jeder Baum hat eine.</translation>
    </message>
    <message>
        <source>Cannot use this extended attribute</source>
        <translation>Dieses erweiterte Attribut ist nicht möglich</translation>
    </message>
    <message>
        <source>Its name is empty, longer than 255 bytes, or holds a NUL byte.</source>
        <translation>Der Name ist leer, länger als 255 Bytes oder enthält ein NUL-Byte.</translation>
    </message>
    <message>
        <source>Cannot use these extended attributes</source>
        <translation>Diese erweiterten Attribute sind nicht möglich</translation>
    </message>
    <message>
        <source>The attribute is given twice.</source>
        <translation>Das Attribut ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>It has more than 4 GiB of distinct names.</source>
        <translation>Er hat mehr als 4 GiB verschiedener Namen.</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>1 name:</source>
        <translation>1 Name:</translation>
    </message>
    <message>
        <source>%1 names:</source>
        <translation>%1 Namen:</translation>
    </message>
    <message>
        <source>bytes differ</source>
        <translation>andere Bytes</translation>
    </message>
    <message>
        <source>immutable</source>
        <translation>unveränderlich</translation>
    </message>
    <message>
        <source>append-only</source>
        <translation>nur anhängen</translation>
    </message>
    <message>
        <source>no-dump</source>
        <translation>ohne Dump</translation>
    </message>
    <message>
        <source>It became longer while it was in use.</source>
        <translation>Sie wurde länger, während sie in Gebrauch war.</translation>
    </message>
    <message>
        <source>The files before it have more bytes than there can be.</source>
        <translation>Die Dateien davor haben mehr Bytes, als es geben kann.</translation>
    </message>
</context>
</TS>
