<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Refbox::AddSoftwareDialog</name>
    <message>
        <source>Where the software comes from</source>
        <translation>D’où vient le logiciel</translation>
    </message>
    <message>
        <source>&amp;This machine</source>
        <translation>Cette &amp;machine</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>A &amp;folder with files as they should be installed, with bin, lib, etc …</source>
        <translation>Un &amp;dossier de fichiers disposés comme ils doivent être installés, avec bin, lib, etc …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>Browse for a folder</source>
        <translation>Choisir un dossier sur le disque</translation>
    </message>
    <message>
        <source>You can also drop a folder here.</source>
        <translation>Vous pouvez aussi déposer un dossier ici.</translation>
    </message>
    <message>
        <source>A&amp;rchive</source>
        <translation>Arc&amp;hive</translation>
    </message>
    <message>
        <source>An &amp;archive or a package of a distribution: tar, star, cpio, zip, 7z, deb, rpm …</source>
        <translation>Une &amp;archive ou un paquet d’une distribution&#xa0;: tar, star, cpio, zip, 7z, deb, rpm …</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Browse for an archive</source>
        <translation>Choisir une archive sur le disque</translation>
    </message>
    <message>
        <source>You can also drop an archive here.</source>
        <translation>Vous pouvez aussi déposer une archive ici.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Name of the component</source>
        <translation>Nom du composant</translation>
    </message>
    <message>
        <source>&amp;Lives in:</source>
        <translation>Emp&amp;lacement&#xa0;:</translation>
    </message>
    <message>
        <source>Prefix in the refbox</source>
        <translation>Préfixe dans la refbox</translation>
    </message>
    <message>
        <source>Add software</source>
        <translation>Ajouter un logiciel</translation>
    </message>
    <message>
        <source>A&amp;dd component</source>
        <translation>A&amp;jouter le composant</translation>
    </message>
    <message>
        <source>In lists and messages.</source>
        <translation>Dans les listes et les messages.</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Composant %1</translation>
    </message>
    <message>
        <source>Appl&amp;y changes</source>
        <translation>Appli&amp;quer les modifications</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Archives and packages (%1)</source>
        <translation>Archives et paquets (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose an archive</source>
        <translation>Choisir une archive</translation>
    </message>
    <message>
        <source>In the image: %1</source>
        <translation>Dans l’image&#xa0;: %1</translation>
    </message>
    <message>
        <source>The prefix %1.</source>
        <translation>Le préfixe %1.</translation>
    </message>
    <message>
        <source>The path %1.</source>
        <translation>Le chemin %1.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>This is no folder. Archives have a tab of their own.</source>
        <translation>Ce n’est pas un dossier. Les archives ont leur propre onglet.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>&amp;Catalogue</source>
        <translation>&amp;Catalogue</translation>
    </message>
    <message>
        <source>Pac&amp;kages</source>
        <translation>Paque&amp;ts</translation>
    </message>
    <message>
        <source>&amp;Packages of the distribution, one a line, also as bash=5.2.15-2:</source>
        <translation>&amp;Paquets de la distribution, un par ligne, aussi comme bash=5.2.15-2&#xa0;:</translation>
    </message>
    <message>
        <source>Leave out, &amp;although they are needed:</source>
        <translation>Omettre, &amp;bien qu&apos;ils soient requis&#xa0;:</translation>
    </message>
    <message>
        <source>Packages, one a line</source>
        <translation>Paquets, un par ligne</translation>
    </message>
    <message>
        <source>Packages to leave out, one a line</source>
        <translation>Paquets à omettre, un par ligne</translation>
    </message>
    <message>
        <source>&amp;For the processor:</source>
        <translation>Pour le processeu&amp;r&#xa0;:</translation>
    </message>
    <message>
        <source>Processor architecture of the packages</source>
        <translation>Architecture de processeur des paquets</translation>
    </message>
    <message>
        <source>Package f&amp;iles…</source>
        <translation>&amp;Fichiers de paquets…</translation>
    </message>
    <message>
        <source>Add package files</source>
        <translation>Ajouter des fichiers de paquets</translation>
    </message>
    <message>
        <source>This machine&apos;s (%1)</source>
        <translation>celui de cette machine (%1)</translation>
    </message>
    <message>
        <source>Packages (%1)</source>
        <translation>Paquets (%1)</translation>
    </message>
    <message>
        <source>Choose packages</source>
        <translation>Choisir des paquets</translation>
    </message>
    <message>
        <source>All that they depend on comes along. They are fetched when the package is built; their scripts are not run.</source>
        <translation>Tout ce dont ils dépendent vient avec. Ils sont téléchargés à la construction&#xa0;; leurs scripts ne sont pas exécutés.</translation>
    </message>
    <message>
        <source>Name at least one package.</source>
        <translation>Nommez au moins un paquet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2.</source>
        <translation>«&#xa0;%1&#xa0;» %2.</translation>
    </message>
    <message>
        <source>The processor &quot;%1&quot; %2.</source>
        <translation>Le processeur «&#xa0;%1&#xa0;» %2.</translation>
    </message>
</context>
<context>
    <name>Refbox::Autosave</name>
    <message>
        <source>Cannot keep a copy of unsaved changes</source>
        <translation>Impossible de garder une copie des modifications non enregistrées</translation>
    </message>
    <message>
        <source>Save the project soon.</source>
        <translation>Enregistrer bientôt le projet.</translation>
    </message>
</context>
<context>
    <name>Refbox::BuildsPanel</name>
    <message>
        <source>Builds</source>
        <translation>Constructions</translation>
    </message>
    <message>
        <source>No builds yet. Build or export something, and it shows here.</source>
        <translation>Pas encore de construction. Construire ou exporter quelque chose le fait apparaître ici.</translation>
    </message>
    <message>
        <source>Cle&amp;ar ended</source>
        <translation>Ret&amp;irer les terminées</translation>
    </message>
    <message>
        <source>Take the builds that have ended out of the list</source>
        <translation>Retirer de la liste les constructions terminées</translation>
    </message>
    <message>
        <source>Builds and exports</source>
        <translation>Constructions et exports</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <translation>Entrée va à l’occurrence suivante, Maj+Entrée à la précédente</translation>
    </message>
    <message>
        <source>Save lo&amp;g…</source>
        <translation>Enregistrer le &amp;journal…</translation>
    </message>
    <message>
        <source>Log of the selected build</source>
        <translation>Journal de la construction sélectionnée</translation>
    </message>
    <message>
        <source>Reading the image back</source>
        <translation>Relecture de l’image</translation>
    </message>
    <message>
        <source>%L1 entries/s</source>
        <translation>%L1 entrées/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Arrêter %1</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>en cours&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>terminées&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing in the log so far.</source>
        <translation>Rien dans le journal pour l’instant.</translation>
    </message>
    <message>
        <source>Nothing in the log.</source>
        <translation>Rien dans le journal.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Trouvé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cannot save the log</source>
        <translation>Impossible d’enregistrer le journal</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Choisir un autre emplacement.</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Logs (*.log);;All files (*)</source>
        <translation>Journaux (*.log);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>&amp;Problème suivant</translation>
    </message>
    <message>
        <source>Go to the next warning or error (F8)</source>
        <translation>Aller à l&apos;avertissement ou à l&apos;erreur qui suit (F8)</translation>
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
        <translation>mini-CD (185 MiB)</translation>
    </message>
    <message>
        <source>DVD</source>
        <translation>DVD</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>Taille inconnue</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Image&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The image is too large for what it should fit on.</source>
        <translation>L’image est trop grande pour le support prévu.</translation>
    </message>
</context>
<context>
    <name>Refbox::CatalogueChooser</name>
    <message>
        <source>Search the catalogue</source>
        <translation>Chercher dans le catalogue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <source>About the recipe</source>
        <translation>À propos de la recette</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>No recipe of this kind. Packages and archives have tabs of their own.</source>
        <translation>Aucune recette de ce genre. Paquets et archives ont leurs propres onglets.</translation>
    </message>
    <message numerus="yes">
        <source>%n recipe(s)</source>
        <translation>
            <numerusform>%n recette</numerusform>
            <numerusform>%n recettes</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a recipe: it says how software is built from its author&apos;s source.</source>
        <translation>Choisissez une recette&#xa0;: elle dit comment un logiciel est construit depuis la source de son auteur.</translation>
    </message>
    <message>
        <source>The catalogue has no recipe of this name.</source>
        <translation>Le catalogue n&apos;a pas de recette de ce nom.</translation>
    </message>
    <message>
        <source>Nobody has built it yet: %1</source>
        <translation>Personne ne l&apos;a encore construit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Homepage</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Provides</source>
        <translation>Apporte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1 (standard)</source>
        <translation>%1 (par défaut)</translation>
    </message>
    <message>
        <source>Also add what it needs: %1</source>
        <translation>Ajouter aussi ce qu&apos;il lui faut&#xa0;: %1</translation>
    </message>
    <message>
        <source>Select a recipe.</source>
        <translation>Choisissez une recette.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>Refbox::ChosenProgramsModel</name>
    <message>
        <source>The program %1 %2.</source>
        <translation>Le programme %1 %2.</translation>
    </message>
    <message>
        <source>The place of %1 %2.</source>
        <translation>L’emplacement de %1 %2.</translation>
    </message>
    <message>
        <source>Two programs go to %1: give one of them another place.</source>
        <translation>Deux programmes vont en %1&#xa0;: donner un autre emplacement à l’un des deux.</translation>
    </message>
    <message>
        <source>Build the package even on a machine that lacks this program</source>
        <translation>Construire le paquet même sur une machine dépourvue de ce programme</translation>
    </message>
    <message>
        <source>This machine does not have %1</source>
        <translation>Cette machine n’a pas %1</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>Where it goes below the component&apos;s prefix. Double-click to change it.</source>
        <translation>Où il va sous le préfixe du composant. Double-cliquer pour le modifier.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
</context>
<context>
    <name>Refbox::CompareDialog</name>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
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
        <translation>Noms, types, droits, propriétaires, dates, tailles, octets, liens, attributs, ACL et indicateurs&#xa0;: tout est identique.</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Genre de différence</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>Filtrer par chemin</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Same &amp;command:</source>
        <translation>Même &amp;commande&#xa0;:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n différence</numerusform>
            <numerusform>%n différences</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>Toutes les différences</translation>
    </message>
</context>
<context>
    <name>Refbox::ComponentDrafts</name>
    <message>
        <source>The name %1.</source>
        <translation>Le nom %1.</translation>
    </message>
    <message>
        <source>Another component has this name.</source>
        <translation>Un autre composant porte ce nom.</translation>
    </message>
    <message>
        <source>The folder is empty.</source>
        <translation>Le dossier est vide.</translation>
    </message>
    <message>
        <source>Contains %1</source>
        <translation>Contient %1</translation>
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
        <translation>Composants</translation>
    </message>
    <message>
        <source>Add software…</source>
        <translation>Ajouter un logiciel…</translation>
    </message>
    <message>
        <source>Edit the component…</source>
        <translation>Modifier le composant…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Remove the component</source>
        <translation>Supprimer le composant</translation>
    </message>
    <message>
        <source>Vserver</source>
        <translation>Vserver</translation>
    </message>
    <message>
        <source>New vserver…</source>
        <translation>Nouveau vserver…</translation>
    </message>
    <message>
        <source>Edit the vserver…</source>
        <translation>Modifier le vserver…</translation>
    </message>
    <message>
        <source>Remove the vserver</source>
        <translation>Supprimer le vserver</translation>
    </message>
    <message>
        <source>No vserver yet. A vserver is a small system made of links to the refbox.</source>
        <translation>Pas encore de vserver. Un vserver est un petit système fait de liens vers la refbox.</translation>
    </message>
    <message>
        <source>&amp;New vserver…</source>
        <translation>Nouveau &amp;vserver…</translation>
    </message>
    <message>
        <source>Lin&amp;k rules</source>
        <translation>&amp;Règles de lien</translation>
    </message>
    <message>
        <source>Link rules</source>
        <translation>Règles de lien</translation>
    </message>
    <message>
        <source>Later rules override earlier ones.</source>
        <translation>Les règles suivantes l’emportent sur les précédentes.</translation>
    </message>
    <message>
        <source>Add a link rule…</source>
        <translation>Ajouter une règle de lien…</translation>
    </message>
    <message>
        <source>Edit the rule…</source>
        <translation>Modifier la règle…</translation>
    </message>
    <message>
        <source>Remove the rules</source>
        <translation>Supprimer les règles</translation>
    </message>
    <message>
        <source>Priva&amp;te files</source>
        <translation>Fic&amp;hiers privés</translation>
    </message>
    <message>
        <source>Private files</source>
        <translation>Fichiers privés</translation>
    </message>
    <message>
        <source>Add a private file…</source>
        <translation>Ajouter un fichier privé…</translation>
    </message>
    <message>
        <source>Edit the file…</source>
        <translation>Modifier le fichier…</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Supprimer le fichier</translation>
    </message>
    <message>
        <source>%1 of its own, %2 shared</source>
        <translation>%1 en propre, %2 en partage</translation>
    </message>
    <message>
        <source>Move component %1</source>
        <translation>le déplacement du composant %1</translation>
    </message>
    <message>
        <source>Move link rule %1</source>
        <translation>le déplacement de la règle de lien %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n link rule(s)</source>
        <translation>
            <numerusform>la suppression de %n règle de lien</numerusform>
            <numerusform>la suppression de %n règles de lien</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove component %1</source>
        <translation>la suppression du composant %1</translation>
    </message>
    <message>
        <source>Remove vserver %1</source>
        <translation>la suppression du vserver %1</translation>
    </message>
    <message>
        <source>Remove private file %1</source>
        <translation>la suppression du fichier privé %1</translation>
    </message>
    <message>
        <source>Link %1 to %2</source>
        <translation>le lien de %1 vers %2</translation>
    </message>
    <message numerus="yes">
        <source>Link %n name(s) to %1</source>
        <translation>
            <numerusform>le lien de %n nom vers %1</numerusform>
            <numerusform>le lien de %n noms vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Link into %1…</source>
        <translation>Lier dans %1…</translation>
    </message>
    <message>
        <source>Link all inside into %1…</source>
        <translation>Lier tout le contenu dans %1…</translation>
    </message>
    <message>
        <source>Edit this private file…</source>
        <translation>Modifier ce fichier privé…</translation>
    </message>
    <message>
        <source>Show where this comes from</source>
        <translation>Montrer d’où cela vient</translation>
    </message>
    <message>
        <source>Edit as private file…</source>
        <translation>Modifier comme fichier privé…</translation>
    </message>
    <message>
        <source>Over all that is linked. Double click one in the tree to add it.</source>
        <translation>Ils l’emportent sur les liens. Double clic dans l’arborescence pour en ajouter.</translation>
    </message>
    <message>
        <source>The refbox is empty so far. Add software below.</source>
        <translation>La refbox est encore vide. Ajoutez des logiciels ci-dessous.</translation>
    </message>
    <message>
        <source>The refbox is empty so far: its components are still to be built or fetched.</source>
        <translation>La refbox est encore vide&#xa0;: ses composants restent à compiler ou à récupérer.</translation>
    </message>
    <message>
        <source>This vserver is empty so far. Add a link rule below.</source>
        <translation>Ce vserver est encore vide. Ajoutez une règle de liens ci-dessous.</translation>
    </message>
</context>
<context>
    <name>Refbox::DetailsPanel</name>
    <message>
        <source>Path of the selection</source>
        <translation>Chemin de la sélection</translation>
    </message>
    <message>
        <source>Select a file or folder anywhere: here stands all that is known of it.</source>
        <translation>Sélectionner un fichier ou un dossier n’importe où&#xa0;: tout ce qu’on en sait s’affiche ici.</translation>
    </message>
    <message>
        <source>Facts about the selection</source>
        <translation>Informations sur la sélection</translation>
    </message>
    <message>
        <source>Preview of the content</source>
        <translation>Aperçu du contenu</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>A besoin de</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of this file</source>
        <translation>
            <numerusform>%n nom de ce fichier</numerusform>
            <numerusform>%n noms de ce fichier</numerusform>
        </translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… et d’autres</translation>
    </message>
</context>
<context>
    <name>Refbox::DifferencesModel</name>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>In A</source>
        <translation>Dans A</translation>
    </message>
    <message>
        <source>In B</source>
        <translation>Dans B</translation>
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
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>Refbox::Export</name>
    <message>
        <source>None (.tar)</source>
        <translation>Aucune (.tar)</translation>
    </message>
    <message>
        <source>gzip (.tar.gz)</source>
        <translation>gzip (.tar.gz)</translation>
    </message>
    <message>
        <source>xz (.tar.xz), the smallest</source>
        <translation>xz (.tar.xz), la plus petite</translation>
    </message>
    <message>
        <source>Zstandard (.tar.zst), the fastest</source>
        <translation>Zstandard (.tar.zst), la plus rapide</translation>
    </message>
    <message>
        <source>Cannot write there</source>
        <translation>Impossible d’écrire à cet endroit</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>It needs %1, but its medium holds only %2.</source>
        <translation>Il faut %1, mais le support prévu ne contient que %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %L2, such as %3</source>
        <translation>%1&#xa0;: %L2, par exemple %3</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Le nom manque.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donner un nom.</translation>
    </message>
    <message>
        <source>Its folder does not exist.</source>
        <translation>Son dossier n’existe pas.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisir un autre dossier.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>C’est un dossier.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisir un autre nom.</translation>
    </message>
    <message>
        <source>It exists, and is not an empty folder.</source>
        <translation>Cela existe déjà, et ce n’est pas un dossier vide.</translation>
    </message>
</context>
<context>
    <name>Refbox::ExportDialog</name>
    <message>
        <source>&amp;Part:</source>
        <translation>&amp;Partie&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Fichier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Pa&amp;rcourir…</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Compression&#xa0;:</translation>
    </message>
    <message>
        <source>File s&amp;ystem:</source>
        <translation>S&amp;ystème de fichiers&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Taille&#xa0;:</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>64M</source>
        <translation>64M</translation>
    </message>
    <message>
        <source>Bytes, or a number with K, M or G: 64M</source>
        <translation>Des octets, ou un nombre avec K, M ou G&#xa0;: 64M</translation>
    </message>
    <message>
        <source>F&amp;ree space:</source>
        <translation>Espace &amp;libre&#xa0;:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Room beyond the content: a share such as 10%, or a size such as 5M</source>
        <translation>Place en plus du contenu&#xa0;: une part comme 10%, ou une taille comme 5M</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Nom de volume&#xa0;:</translation>
    </message>
    <message>
        <source>Read it bac&amp;k and compare it with the plan</source>
        <translation>Relire et co&amp;mparer au plan</translation>
    </message>
    <message>
        <source>&amp;Go on where owners, devices or attributes need root</source>
        <translation>P&amp;oursuivre quand propriétaires, périphériques ou attributs exigent root</translation>
    </message>
    <message>
        <source>The same on the co&amp;mmand line:</source>
        <translation>La même chose en ligne de comman&amp;de&#xa0;:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Cop&amp;ier</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Export image</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>Export star-ball</source>
        <translation>Exporter une star-ball</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Exporter un dossier</translation>
    </message>
    <message>
        <source>&amp;VServer:</source>
        <translation>&amp;Vserver&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>Dossi&amp;er&#xa0;:</translation>
    </message>
    <message>
        <source>The whole package</source>
        <translation>Le paquet entier</translation>
    </message>
    <message>
        <source>As small as possible</source>
        <translation>Aussi petite que possible</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fixe</translation>
    </message>
    <message>
        <source>Save the project first: the command works on its file.</source>
        <translation>Enregistrer d’abord le projet&#xa0;: la commande travaille sur son fichier.</translation>
    </message>
    <message>
        <source>There is no vserver to pack. Make one first.</source>
        <translation>Il n’y a pas de vserver à emballer. En créer un d’abord.</translation>
    </message>
    <message>
        <source>Say where it goes.</source>
        <translation>Indiquer la destination.</translation>
    </message>
    <message>
        <source>A size is a number of bytes, or a number with K, M or G, such as 64M.</source>
        <translation>Une taille est un nombre d’octets, ou un nombre avec K, M ou G, comme 64M.</translation>
    </message>
    <message>
        <source>Free space is a share such as 10%, or a size such as 5M.</source>
        <translation>L’espace libre est une part comme 10%, ou une taille comme 5M.</translation>
    </message>
    <message>
        <source>Computing its size…</source>
        <translation>Calcul de la taille…</translation>
    </message>
    <message>
        <source>The image will be %1, on a medium of %2.</source>
        <translation>L’image fera %1, sur un support de %2.</translation>
    </message>
    <message>
        <source>The image will be %1.</source>
        <translation>L’image fera %1.</translation>
    </message>
    <message>
        <source>The star-ball will hold %1 of files, before compression.</source>
        <translation>La star-ball contiendra %1 de fichiers, avant compression.</translation>
    </message>
    <message>
        <source>The folder will hold %1 of files.</source>
        <translation>Le dossier contiendra %1 de fichiers.</translation>
    </message>
    <message>
        <source>What it cannot hold:</source>
        <translation>Ce qui ne pourra pas y figurer&#xa0;:</translation>
    </message>
    <message>
        <source>It will hold everything exactly.</source>
        <translation>Tout y figurera exactement.</translation>
    </message>
    <message>
        <source>The plan has errors, %1 in all: see the findings.</source>
        <translation>Le plan comporte des erreurs, %1 en tout&#xa0;: voir les constats.</translation>
    </message>
    <message>
        <source>Only root can write this exactly. Go on without, or export an image.</source>
        <translation>Seul root peut écrire cela exactement. Poursuivre sans, ou exporter une image.</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>Remplacer %1&#xa0;?</translation>
    </message>
    <message>
        <source>There is such a file already. It stays until the new one is complete.</source>
        <translation>Un fichier de ce nom existe déjà. Il reste en place jusqu’à ce que le nouveau soit complet.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>The volume&apos;s name</source>
        <translation>Le nom du volume</translation>
    </message>
    <message>
        <source>The label is too long: it may have %1 bytes.</source>
        <translation>Le nom de volume est trop long&#xa0;: il peut avoir %1 octets.</translation>
    </message>
    <message>
        <source>The image will be at most %1, and less as it is compressed.</source>
        <translation>L’image fera au plus %1, et moins puisqu’elle est compressée.</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Read it bac&amp;k and compare it with what was opened</source>
        <translation>Relire et co&amp;mparer à ce qui est ouvert</translation>
    </message>
    <message>
        <source>NAME.001, NAME.002 …: cat joins them, and Refbox reads them as one</source>
        <translation>NAME.001, NAME.002 …&#xa0;: cat les assemble, et Refbox les lit comme un seul fichier</translation>
    </message>
    <message>
        <source>Size of a part</source>
        <translation>Taille d’une partie</translation>
    </message>
    <message>
        <source>Bytes, or a number with K, M or G: 650M fits a CD-ROM, 4G is too big for FAT</source>
        <translation>Des octets, ou un nombre avec K, M ou G&#xa0;: 650M tient sur un CD-ROM, 4G est trop grand pour FAT</translation>
    </message>
    <message>
        <source>Write a file of c&amp;hecksums beside it</source>
        <translation>Écrire à côté un fic&amp;hier de sommes de contrôle</translation>
    </message>
    <message>
        <source>NAME.sha256, for sha256sum -c</source>
        <translation>NAME.sha256, pour sha256sum -c</translation>
    </message>
    <message>
        <source>gzip, which all runtimes read</source>
        <translation>gzip, que tous les moteurs d’exécution lisent</translation>
    </message>
    <message>
        <source>Zstandard, which newer runtimes read</source>
        <translation>Zstandard, que les moteurs d’exécution récents lisent</translation>
    </message>
    <message>
        <source>Export OCI images</source>
        <translation>Exporter des images OCI</translation>
    </message>
    <message>
        <source>There is no vserver to make an image of. Make one first.</source>
        <translation>Il n’y a pas de vserver dont faire une image. En créer un d’abord.</translation>
    </message>
    <message>
        <source>The size of a part is a number of bytes, or a number with K, M or G, such as 650M.</source>
        <translation>La taille d’une partie est un nombre d’octets, ou un nombre avec K, M ou G, comme 650M.</translation>
    </message>
    <message>
        <source>One image for each vserver. Their layers will hold %1 of files, before compression.</source>
        <translation>Une image par vserver. Leurs couches contiendront %1 de fichiers, avant compression.</translation>
    </message>
    <message>
        <source>Spl&amp;it into parts of at most</source>
        <translation>Découper en p&amp;arties d’au plus</translation>
    </message>
    <message>
        <source>Save the project first: this command reads its file, without the changes made here.</source>
        <translation>Enregistrer d’abord le projet&#xa0;: cette commande lit son fichier, sans les modifications faites ici.</translation>
    </message>
</context>
<context>
    <name>Refbox::FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>the package</source>
        <translation>le paquet</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Correction</translation>
    </message>
</context>
<context>
    <name>Refbox::FindingsPage</name>
    <message>
        <source>Show re&amp;marks</source>
        <translation>Afficher les re&amp;marques</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Aucun constat</translation>
    </message>
    <message>
        <source>No findings: everything that was checked is as it should be.</source>
        <translation>Aucun constat&#xa0;: tout ce qui a été vérifié est en ordre.</translation>
    </message>
    <message>
        <source>Here stands what the check of a package finds.</source>
        <translation>Ce que trouve la vérification d’un paquet s’affiche ici.</translation>
    </message>
    <message>
        <source>Select a finding to see where it is and what to do.</source>
        <translation>Sélectionner un constat pour voir où il se trouve et que faire.</translation>
    </message>
    <message>
        <source>No automatic fix</source>
        <translation>Pas de correction automatique</translation>
    </message>
</context>
<context>
    <name>Refbox::FormatChoice</name>
    <message>
        <source>This version does not write that file system.</source>
        <translation>Cette version n’écrit pas ce système de fichiers.</translation>
    </message>
    <message>
        <source>Usual compression</source>
        <translation>Compression habituelle</translation>
    </message>
</context>
<context>
    <name>Refbox::FormatDetails</name>
    <message>
        <source>&amp;Block size:</source>
        <translation>Taille de &amp;bloc&#xa0;:</translation>
    </message>
    <message>
        <source>Block size of the file system</source>
        <translation>Taille de bloc du système de fichiers</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>Ni&amp;veau&#xa0;:</translation>
    </message>
    <message>
        <source>Level of the compression</source>
        <translation>Niveau de compression</translation>
    </message>
    <message>
        <source>&amp;Inodes:</source>
        <translation>&amp;Inodes&#xa0;:</translation>
    </message>
    <message>
        <source>Least number of inodes</source>
        <translation>Nombre minimal d’inodes</translation>
    </message>
    <message>
        <source>&amp;Reserved:</source>
        <translation>&amp;Réservé&#xa0;:</translation>
    </message>
    <message>
        <source>Share reserved for root, in percent</source>
        <translation>Part réservée à root, en pour cent</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Fea&amp;tures:</source>
        <translation>Fon&amp;ctionnalités&#xa0;:</translation>
    </message>
    <message>
        <source>Features of the file system</source>
        <translation>Fonctionnalités du système de fichiers</translation>
    </message>
    <message>
        <source>&amp;UUID:</source>
        <translation>&amp;UUID&#xa0;:</translation>
    </message>
    <message>
        <source>UUID of the file system</source>
        <translation>UUID du système de fichiers</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habituel</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Suffisant</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>Les habituelles</translation>
    </message>
    <message>
        <source>Derived from the content</source>
        <translation>Dérivé du contenu</translation>
    </message>
    <message>
        <source>Small blocks waste less on small files, large ones are faster.</source>
        <translation>De petits blocs gaspillent moins avec les petits fichiers, de grands blocs sont plus rapides.</translation>
    </message>
    <message>
        <source>Higher levels pack smaller and take longer.</source>
        <translation>Un niveau plus élevé compresse davantage et prend plus de temps.</translation>
    </message>
    <message>
        <source>At least so many files can be in the image, new ones included.</source>
        <translation>L’image peut contenir au moins ce nombre de fichiers, nouveaux compris.</translation>
    </message>
    <message>
        <source>The part of the image that only root may fill.</source>
        <translation>La part de l’image que seul root peut remplir.</translation>
    </message>
    <message>
        <source>Names as mke2fs has them, with spaces between; ^ before a name leaves it out.</source>
        <translation>Les noms de mke2fs, séparés par des espaces&#xa0;; ^ devant un nom l’exclut.</translation>
    </message>
    <message>
        <source>The same package has the same one, unless it is given here.</source>
        <translation>Le même paquet a toujours le même, sauf s’il est donné ici.</translation>
    </message>
    <message>
        <source>Give a whole number, or nothing.</source>
        <translation>Donner un nombre entier, ou rien.</translation>
    </message>
    <message>
        <source>Give a share from 0 to 50 percent.</source>
        <translation>Donner une part de 0 à 50 pour cent.</translation>
    </message>
    <message>
        <source>Not like 12345678-1234-1234-1234-123456789abc.</source>
        <translation>N’a pas la forme 12345678-1234-1234-1234-123456789abc.</translation>
    </message>
</context>
<context>
    <name>Refbox::GuideDialog</name>
    <message>
        <source>Guide to this package</source>
        <translation>Guide de ce paquet</translation>
    </message>
</context>
<context>
    <name>Refbox::ImageSettingsDialog</name>
    <message>
        <source>&amp;File system:</source>
        <translation>S&amp;ystème de fichiers&#xa0;:</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Système de fichiers</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille&#xa0;:</translation>
    </message>
    <message>
        <source>As s&amp;mall as the content allows</source>
        <translation>Aussi &amp;petite que le contenu le permet</translation>
    </message>
    <message>
        <source>E&amp;xactly</source>
        <translation>E&amp;xactement</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <translation>Unité de la taille</translation>
    </message>
    <message>
        <source>Free s&amp;pace:</source>
        <translation>Espace &amp;libre&#xa0;:</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Espace libre</translation>
    </message>
    <message>
        <source>Unit of the free space</source>
        <translation>Unité de l’espace libre</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Nom de volume&#xa0;:</translation>
    </message>
    <message>
        <source>Label of the file system</source>
        <translation>Nom de volume du système de fichiers</translation>
    </message>
    <message>
        <source>Fits &amp;on:</source>
        <translation>&amp;Tient sur&#xa0;:</translation>
    </message>
    <message>
        <source>What the image should fit on</source>
        <translation>Support sur lequel l’image doit tenir</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Unit of the capacity</source>
        <translation>Unité de la capacité</translation>
    </message>
    <message>
        <source>S&amp;eal shared files</source>
        <translation>&amp;Sceller les fichiers partagés</translation>
    </message>
    <message>
        <source>Image settings</source>
        <translation>Paramètres de l’image</translation>
    </message>
    <message>
        <source>Apply &amp;settings</source>
        <translation>&amp;Appliquer les paramètres</translation>
    </message>
    <message>
        <source>Software that vservers share gets the immutable flag, so that root inside one vserver cannot change the others. On the host, chattr -i lifts it.</source>
        <translation>Les logiciels que les vservers partagent reçoivent l’indicateur immuable&#xa0;: ainsi, root dans un vserver ne peut pas modifier les autres. Sur la machine hôte, chattr -i le retire.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>N’importe où</translation>
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
        <translation>DVD, 4.7 GB</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>Autre taille</translation>
    </message>
    <message>
        <source>Content that does not fit stops the export.</source>
        <translation>Un contenu qui n’y tient pas arrête l’export.</translation>
    </message>
    <message>
        <source>It grows and shrinks with what goes in.</source>
        <translation>Elle augmente et diminue avec le contenu.</translation>
    </message>
    <message>
        <source>What the content leaves of the size.</source>
        <translation>Ce que le contenu laisse de la taille.</translation>
    </message>
    <message>
        <source>Room beyond the content, for changes where the image stands.</source>
        <translation>Place en plus du contenu, pour des modifications là où se trouvera l’image.</translation>
    </message>
    <message>
        <source>A larger image is reported as a finding.</source>
        <translation>Une image plus grande donne lieu à un constat.</translation>
    </message>
    <message>
        <source>Give a size, such as 64 MiB.</source>
        <translation>Donner une taille, comme 64 MiB.</translation>
    </message>
    <message>
        <source>Give a share from 0 to less than 100 percent.</source>
        <translation>Donner une part à partir de 0 et inférieure à 100 pour cent.</translation>
    </message>
    <message>
        <source>Give a size, such as 5 MiB.</source>
        <translation>Donner une taille, comme 5 MiB.</translation>
    </message>
    <message>
        <source>The label has %1 bytes; %2 are the most.</source>
        <translation>Le nom de volume a %1 octets&#xa0;; le maximum est %2.</translation>
    </message>
    <message>
        <source>The label holds a NUL byte.</source>
        <translation>Le nom de volume contient un octet NUL.</translation>
    </message>
    <message>
        <source>Without one, it is named after the project.</source>
        <translation>À défaut, il reprend le nom du projet.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes.</source>
        <translation>%1 octets sur %2.</translation>
    </message>
    <message>
        <source>Give a size, such as 1 GiB.</source>
        <translation>Donner une taille, comme 1 GiB.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compression</translation>
    </message>
    <message>
        <source>An image of this file system is never changed.</source>
        <translation>Une image de ce système de fichiers n’est jamais modifiée.</translation>
    </message>
    <message>
        <source>This file system has no label.</source>
        <translation>Ce système de fichiers n’a pas de nom de volume.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>File system details</source>
        <translation>Détails du système de fichiers</translation>
    </message>
    <message>
        <source>File system details (to be corrected)</source>
        <translation>Détails du système de fichiers (à corriger)</translation>
    </message>
</context>
<context>
    <name>Refbox::ImportDialog</name>
    <message>
        <source>Import vserver</source>
        <translation>Importer un vserver</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Source&#xa0;:</translation>
    </message>
    <message>
        <source>A star-ball or other archive (NAME.001 where it is in parts), a folder or an image</source>
        <translation>Une star-ball ou une autre archive (NAME.001 si elle est en parties), un dossier ou une image</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>F&amp;older in it:</source>
        <translation>Dossier à l’in&amp;térieur&#xa0;:</translation>
    </message>
    <message>
        <source>What becomes the vserver: / for all of it, /vsbox01 for one vserver of an image</source>
        <translation>Ce qui devient le vserver&#xa0;: / pour le tout, /vsbox01 pour un vserver d’une image</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Name of the vserver</source>
        <translation>Nom du vserver</translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation>&amp;Lier&#xa0;:</translation>
    </message>
    <message>
        <source>What it shares with the refbo&amp;x:</source>
        <translation>Ce qu’il &amp;partage avec la refbox&#xa0;:</translation>
    </message>
    <message>
        <source>What the vserver shares with the refbox</source>
        <translation>Ce que le vserver partage avec la refbox</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Links to the refbox</source>
        <translation>Liens vers la refbox</translation>
    </message>
    <message>
        <source>The same but for the time</source>
        <translation>Identiques, sauf la date</translation>
    </message>
    <message>
        <source>The same content, other mode, owner or attributes</source>
        <translation>Même contenu, autres droits, propriétaire ou attributs</translation>
    </message>
    <message>
        <source>The same, kept private</source>
        <translation>Identiques, gardés privés</translation>
    </message>
    <message>
        <source>Changed against the refbox</source>
        <translation>Modifiés par rapport à la refbox</translation>
    </message>
    <message>
        <source>Of its own</source>
        <translation>En propre</translation>
    </message>
    <message>
        <source>Files that are the same as in the refbox</source>
        <translation>Les fichiers identiques à ceux de la refbox</translation>
    </message>
    <message>
        <source>Also files that only have another time</source>
        <translation>Aussi les fichiers dont seule la date diffère</translation>
    </message>
    <message>
        <source>Nothing: all files stay its own</source>
        <translation>Rien&#xa0;: tous les fichiers lui restent propres</translation>
    </message>
    <message>
        <source>&amp;Import vserver</source>
        <translation>&amp;Importer le vserver</translation>
    </message>
    <message>
        <source>Say what it comes from: a star-ball or other archive, a folder or an image.</source>
        <translation>Indiquer la source&#xa0;: une star-ball ou une autre archive, un dossier ou une image.</translation>
    </message>
    <message>
        <source>The folder in it %1.</source>
        <translation>Le dossier à l’intérieur %1.</translation>
    </message>
    <message>
        <source>In the refbox: %1</source>
        <translation>Dans la refbox&#xa0;: %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Reading it and comparing it with the refbox…</source>
        <translation>Lecture et comparaison avec la refbox…</translation>
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
        <translation>%L1 entrées/s</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Terminé en %1.</translation>
    </message>
    <message>
        <source>It failed. The window says why.</source>
        <translation>Échec. La fenêtre en donne la raison.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>Refbox::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
</context>
<context>
    <name>Refbox::LinkMapPage</name>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Kind of links</source>
        <translation>Type de liens</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Thickness of the ribbons</source>
        <translation>Épaisseur des rubans</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Smaller (−, or Ctrl and the wheel)</source>
        <translation>Plus petit (−, ou Ctrl et la molette)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Larger (+, or Ctrl and the wheel)</source>
        <translation>Plus grand (+, ou Ctrl et la molette)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fit all rows into the window (F; 0: normal size)</source>
        <translation>Ajuster toutes les lignes à la fenêtre (F&#xa0;; 0&#xa0;: taille normale)</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>%1 link map</source>
        <translation>%1 carte des liens</translation>
    </message>
    <message>
        <source>All components</source>
        <translation>Tous les composants</translation>
    </message>
    <message>
        <source>No link fits the filter.</source>
        <translation>Aucun lien ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Show all links</source>
        <translation>Afficher tous les liens</translation>
    </message>
    <message>
        <source>Who uses this?</source>
        <translation>Qui utilise ceci&#xa0;?</translation>
    </message>
    <message>
        <source>What uses %1</source>
        <translation>Ce qui utilise %1</translation>
    </message>
    <message>
        <source>Where does this come from?</source>
        <translation>D’où vient ceci&#xa0;?</translation>
    </message>
    <message>
        <source>Where %1 comes from</source>
        <translation>D’où vient %1</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Supprimer ce lien</translation>
    </message>
    <message>
        <source>Link %1 to %2</source>
        <translation>Lier %1 vers %2</translation>
    </message>
    <message>
        <source>No link rule has made this: what programs need is linked with them.</source>
        <translation>Aucune règle n’a créé ce lien&#xa0;: ce dont les programmes ont besoin est lié avec eux.</translation>
    </message>
    <message>
        <source>Remove the link %1</source>
        <translation>Supprimer le lien %1</translation>
    </message>
    <message>
        <source>What makes a ribbon thick: how many links it stands for, or how many bytes</source>
        <translation>Ce qui rend un ruban épais&#xa0;: le nombre de liens qu’il représente, ou le nombre d’octets</translation>
    </message>
    <message>
        <source>By links</source>
        <translation>Par liens</translation>
    </message>
    <message>
        <source>By bytes</source>
        <translation>Par octets</translation>
    </message>
    <message>
        <source>&amp;Only findings</source>
        <translation>Constats seule&amp;ment</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>En&amp;registrer…</translation>
    </message>
    <message>
        <source>&amp;New vserver…</source>
        <translation>&amp;Nouveau vserver…</translation>
    </message>
    <message>
        <source>Here you will see which files the vservers share with the refbox: there is no vserver yet.</source>
        <translation>Vous verrez ici quels fichiers les vservers partagent avec la refbox&#xa0;: il n’y a pas encore de vserver.</translation>
    </message>
    <message>
        <source>Ch&amp;oose sides…</source>
        <translation>C&amp;hoisir les côtés…</translation>
    </message>
    <message>
        <source>Sides…</source>
        <translation>Côtés…</translation>
    </message>
    <message>
        <source>Choose which folders share with which</source>
        <translation>Choisir quels dossiers partagent avec lesquels</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG, or all links as CSV, JSON or DOT</source>
        <translation>Enregistrer l’image en SVG, PDF ou PNG, ou tous les liens en CSV, JSON ou DOT</translation>
    </message>
    <message>
        <source>Here you see which files vservers share with a refbox.

This tree has no folder /refbox with vservers beside it.</source>
        <translation>Vous voyez ici quels fichiers des vservers partagent avec une refbox.

Cette arborescence n’a pas de dossier /refbox avec des vservers à côté.</translation>
    </message>
    <message>
        <source>%1 and %2 share the most.</source>
        <translation>%1 et %2 partagent le plus.</translation>
    </message>
    <message>
        <source>All links as a CSV table (*.csv)</source>
        <translation>Tous les liens en tableau CSV (*.csv)</translation>
    </message>
    <message>
        <source>All links as JSON (*.json)</source>
        <translation>Tous les liens en JSON (*.json)</translation>
    </message>
    <message>
        <source>Folders and links for Graphviz (*.dot)</source>
        <translation>Dossiers et liens pour Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>files of no component</source>
        <translation>fichiers sans composant</translation>
    </message>
    <message>
        <source>What %1 uses of %2</source>
        <translation>Ce que %1 utilise de %2</translation>
    </message>
    <message>
        <source>There are no links so far.</source>
        <translation>Il n’y a encore aucun lien.</translation>
    </message>
</context>
<context>
    <name>Refbox::LinkMapView</name>
    <message>
        <source>Link map</source>
        <translation>Carte des liens</translation>
    </message>
    <message>
        <source>%1 private</source>
        <comment>files of its own</comment>
        <translation>%1 privés</translation>
    </message>
    <message>
        <source>private</source>
        <comment>a file of its own</comment>
        <translation>privé</translation>
    </message>
    <message>
        <source>hard links</source>
        <translation>liens durs</translation>
    </message>
    <message>
        <source>symbolic links</source>
        <translation>liens symboliques</translation>
    </message>
    <message>
        <source>private copies</source>
        <translation>copies privées</translation>
    </message>
    <message>
        <source>private files</source>
        <translation>fichiers privés</translation>
    </message>
    <message>
        <source>broken links</source>
        <translation>liens rompus</translation>
    </message>
    <message numerus="yes">
        <source>%n hard link(s)</source>
        <translation>
            <numerusform>%n lien dur</numerusform>
            <numerusform>%n liens durs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s)</source>
        <translation>
            <numerusform>%n lien symbolique</numerusform>
            <numerusform>%n liens symboliques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private copy(ies)</source>
        <translation>
            <numerusform>%n copie privée</numerusform>
            <numerusform>%n copies privées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private file(s)</source>
        <translation>
            <numerusform>%n fichier privé</numerusform>
            <numerusform>%n fichiers privés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken link(s)</source>
        <translation>
            <numerusform>%n lien rompu</numerusform>
            <numerusform>%n liens rompus</numerusform>
        </translation>
    </message>
    <message>
        <source>More links from %1, to what is out of sight</source>
        <translation>D’autres liens depuis %1, vers ce qui est hors de vue</translation>
    </message>
    <message>
        <source>More links to %1, from what is out of sight</source>
        <translation>D’autres liens vers %1, depuis ce qui est hors de vue</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, %4</source>
        <translation>%1 de %2 vers %3, %4</translation>
    </message>
    <message>
        <source>Link map of %1</source>
        <translation>Carte des liens de %1</translation>
    </message>
</context>
<context>
    <name>Refbox::LinkRuleDialog</name>
    <message>
        <source>&amp;From the refbox:</source>
        <translation>&amp;De la refbox&#xa0;:</translation>
    </message>
    <message>
        <source>Path or pattern in the refbox</source>
        <translation>Chemin ou motif dans la refbox</translation>
    </message>
    <message>
        <source>/opt/gnu/coreutils/bin/*</source>
        <translation>/opt/gnu/coreutils/bin/*</translation>
    </message>
    <message>
        <source>&amp;To the vserver:</source>
        <translation>&amp;Vers le vserver&#xa0;:</translation>
    </message>
    <message>
        <source>Place in the vserver</source>
        <translation>Emplacement dans le vserver</translation>
    </message>
    <message>
        <source>/bin</source>
        <translation>/bin</translation>
    </message>
    <message>
        <source>&amp;Hard link: another name of the same file, costs no space</source>
        <translation>Lien p&amp;hysique&#xa0;: un autre nom du même fichier, ne prend pas de place</translation>
    </message>
    <message>
        <source>&amp;Symbolic link: a path to it, needs the refbox inside</source>
        <translation>Lien &amp;symbolique&#xa0;: un chemin vers lui, exige la refbox à l’intérieur</translation>
    </message>
    <message>
        <source>Private cop&amp;y: its own file, may be changed</source>
        <translation>&amp;Copie privée&#xa0;: un fichier à part, peut être modifié</translation>
    </message>
    <message>
        <source>&amp;Link what its programs need, too</source>
        <translation>&amp;Lier aussi ce dont ses programmes ont besoin</translation>
    </message>
    <message>
        <source>The loader and the shared libraries</source>
        <translation>Le chargeur et les bibliothèques partagées</translation>
    </message>
    <message>
        <source>&amp;Except:</source>
        <translation>Sau&amp;f&#xa0;:</translation>
    </message>
    <message>
        <source>Patterns of refbox paths to leave out</source>
        <translation>Motifs des chemins de la refbox à omettre</translation>
    </message>
    <message>
        <source>&amp;What it catches:</source>
        <translation>Ce qu’elle &amp;retient&#xa0;:</translation>
    </message>
    <message>
        <source>What the rule catches</source>
        <translation>Ce que la règle retient</translation>
    </message>
    <message>
        <source>In the refbox</source>
        <translation>Dans la refbox</translation>
    </message>
    <message>
        <source>In the vserver</source>
        <translation>Dans le vserver</translation>
    </message>
    <message>
        <source>New link rule</source>
        <translation>Nouvelle règle de lien</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>A&amp;jouter la règle</translation>
    </message>
    <message>
        <source>* and ? stand for parts of a name, ** for any depth of folders.</source>
        <translation>* et&#xa0;? remplacent une partie d’un nom, ** des dossiers de toute profondeur.</translation>
    </message>
    <message>
        <source>One pattern on each line.</source>
        <translation>Un motif par ligne.</translation>
    </message>
    <message>
        <source>Link rule</source>
        <translation>Règle de lien</translation>
    </message>
    <message>
        <source>Apply &amp;changes</source>
        <translation>Appli&amp;quer les modifications</translation>
    </message>
    <message>
        <source>Shows what the rule catches, and where it appears.</source>
        <translation>Montre ce que la règle retient, et où cela apparaît.</translation>
    </message>
    <message>
        <source>There is no plan yet that could show what this catches.</source>
        <translation>Il n’y a pas encore de plan qui puisse montrer ce qu’elle retient.</translation>
    </message>
    <message>
        <source>The pattern %1 %2.</source>
        <translation>Le motif %1 %2.</translation>
    </message>
    <message>
        <source>The folder that takes what is found.</source>
        <translation>Le dossier qui reçoit ce qui est trouvé.</translation>
    </message>
    <message>
        <source>Its new path; with a / at the end, the folder that takes it.</source>
        <translation>Son nouveau chemin&#xa0;; avec un / à la fin, le dossier qui le reçoit.</translation>
    </message>
    <message>
        <source>The path %1.</source>
        <translation>Le chemin %1.</translation>
    </message>
    <message>
        <source>Catches files: %L1, together %2.</source>
        <translation>Fichiers retenus&#xa0;: %L1, %2 en tout.</translation>
    </message>
    <message>
        <source>The first %L1 are shown.</source>
        <translation>Les %L1 premiers sont affichés.</translation>
    </message>
    <message>
        <source>Catches nothing in the refbox as it is planned.</source>
        <translation>Ne retient rien dans la refbox telle qu’elle est planifiée.</translation>
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
        <translation>Conten&amp;u</translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation>Cons&amp;tats</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un projet &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Construction</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Main tools</source>
        <translation>Outils principaux</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nouveau projet…</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
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
        <translation>Examiner un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer so&amp;us…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>&amp;Fermer le projet</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Add &amp;software…</source>
        <translation>Ajouter un lo&amp;giciel…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>New &amp;vserver…</source>
        <translation>Nouveau &amp;vserver…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Add &amp;link rule…</source>
        <translation>Ajouter une règle de &amp;lien…</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Add &amp;private file…</source>
        <translation>Ajouter un fichier &amp;privé…</translation>
    </message>
    <message>
        <source>&amp;Image settings…</source>
        <translation>Paramètres de l’&amp;image…</translation>
    </message>
    <message>
        <source>&amp;Build all…</source>
        <translation>Tout &amp;construire…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Export &amp;image…</source>
        <translation>Exporter l’&amp;image…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export &amp;star-ball…</source>
        <translation>Exporter une &amp;star-ball…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Export &amp;folder…</source>
        <translation>Exporter un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>&amp;Plan again</source>
        <translation>&amp;Planifier à nouveau</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Copy the refbox-cli &amp;command</source>
        <translation>Copier la co&amp;mmande refbox-cli</translation>
    </message>
    <message>
        <source>&amp;About Refbox</source>
        <translation>À &amp;propos de Refbox</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Constructions</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Planification…</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Enregistrer les modifications de %1&#xa0;?</translation>
    </message>
    <message>
        <source>Cannot plan: %1</source>
        <translation>Impossible de planifier&#xa0;: %1</translation>
    </message>
    <message>
        <source>shared %1</source>
        <translation>partagé&#xa0;: %1</translation>
    </message>
    <message>
        <source>private %1</source>
        <translation>privé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 alone would be %2</source>
        <translation>%1 seul ferait %2</translation>
    </message>
    <message>
        <source>F&amp;indings (%1)</source>
        <translation>Cons&amp;tats (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Add %n dropped component(s)</source>
        <translation>
            <numerusform>l’ajout de %n composant déposé</numerusform>
            <numerusform>l’ajout de %n composants déposés</numerusform>
        </translation>
    </message>
    <message>
        <source>Add component %1</source>
        <translation>l’ajout du composant %1</translation>
    </message>
    <message>
        <source>Change component %1</source>
        <translation>la modification du composant %1</translation>
    </message>
    <message>
        <source>Add vserver %1</source>
        <translation>l’ajout du vserver %1</translation>
    </message>
    <message>
        <source>Change vserver %1</source>
        <translation>la modification du vserver %1</translation>
    </message>
    <message>
        <source>Add a link rule for %1</source>
        <translation>l’ajout d’une règle de lien pour %1</translation>
    </message>
    <message>
        <source>Change link rule %1</source>
        <translation>la modification de la règle de lien %1</translation>
    </message>
    <message>
        <source>Edit private file %1</source>
        <translation>la modification du fichier privé %1</translation>
    </message>
    <message>
        <source>Change the image&apos;s settings</source>
        <translation>la modification des paramètres de l’image</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>About Refbox</source>
        <translation>À propos de Refbox</translation>
    </message>
    <message>
        <source>Assembles nano-vserver packages: small virtual servers that share one box of software, in one disk image.

GPL-3.0-or-later</source>
        <translation>Assemble des paquets nano-vserver&#xa0;: de petits serveurs virtuels qui partagent une même boîte de logiciels, dans une seule image disque.

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Refbox projects (*.refbox.lua *.lua)</source>
        <translation>Projets Refbox (*.refbox.lua *.lua)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Look inside an image or archive</source>
        <translation>Examiner une image ou une archive</translation>
    </message>
    <message>
        <source>Images and archives (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star);;All files (*)</source>
        <translation>Images et archives (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Look inside a folder</source>
        <translation>Examiner un dossier</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>Récupérer les modifications non enregistrées</translation>
    </message>
    <message>
        <source>Refbox ended unexpectedly while %1 had unsaved changes. Recover them?</source>
        <translation>Refbox s’est terminé de façon inattendue alors que %1 avait des modifications non enregistrées. Les récupérer&#xa0;?</translation>
    </message>
    <message>
        <source>The plan has errors</source>
        <translation>Le plan comporte des erreurs</translation>
    </message>
    <message>
        <source>What is written now would lack something; the Findings tab tells what. Write it all the same?</source>
        <translation>Il manquerait quelque chose à ce qui serait écrit maintenant&#xa0;; l’onglet Constats dit quoi. Écrire tout de même&#xa0;?</translation>
    </message>
    <message>
        <source>Build into a folder</source>
        <translation>Construire dans un dossier</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>Construire %1</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>Co&amp;mparer avec</translation>
    </message>
    <message>
        <source>Look &amp;inside an image or archive…</source>
        <translation>Examiner une &amp;image ou une archive…</translation>
    </message>
    <message>
        <source>An &amp;image, archive or project…</source>
        <translation>Une &amp;image, une archive ou un projet…</translation>
    </message>
    <message>
        <source>A &amp;folder…</source>
        <translation>Un &amp;dossier…</translation>
    </message>
    <message>
        <source>Planning was stopped: F5 plans again.</source>
        <translation>La planification a été arrêtée&#xa0;: F5 planifie à nouveau.</translation>
    </message>
    <message>
        <source>Another program has changed %1. Load it again and lose the changes made here?</source>
        <translation>Un autre programme a modifié %1. Le recharger et perdre les modifications faites ici&#xa0;?</translation>
    </message>
    <message>
        <source>Another program has changed %1. Load it again?</source>
        <translation>Un autre programme a modifié %1. Le recharger&#xa0;?</translation>
    </message>
    <message>
        <source>The file has changed</source>
        <translation>Le fichier a changé</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Des tâches sont en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still run. Stop them and close? What they were writing is removed; files that were there before stay as they are.</source>
        <translation>
            <numerusform>%n tâche est encore en cours. L’arrêter et fermer&#xa0;? Ce qu’elle était en train d’écrire est supprimé&#xa0;; les fichiers qui existaient avant restent tels quels.</numerusform>
            <numerusform>%n tâches sont encore en cours. Les arrêter et fermer&#xa0;? Ce qu’elles étaient en train d’écrire est supprimé&#xa0;; les fichiers qui existaient avant restent tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Compare with an image, archive or project</source>
        <translation>Comparer avec une image, une archive ou un projet</translation>
    </message>
    <message>
        <source>Images, archives and projects (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star *.lua);;All files (*)</source>
        <translation>Images, archives et projets (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio *.star *.lua);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Compare with a folder</source>
        <translation>Comparer avec un dossier</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>Comparer %1 avec %2</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir %1</translation>
    </message>
    <message>
        <source>Another program has changed %1. Overwrite it?</source>
        <translation>Un autre programme a modifié %1. L’écraser&#xa0;?</translation>
    </message>
    <message>
        <source>The plan is being brought up to date: try again in a moment.</source>
        <translation>Le plan est en cours de mise à jour&#xa0;: réessayer dans un instant.</translation>
    </message>
    <message>
        <source>&amp;Link map</source>
        <translation>Carte des &amp;liens</translation>
    </message>
    <message>
        <source>Nee&amp;ds</source>
        <translation>Bes&amp;oins</translation>
    </message>
    <message>
        <source>S&amp;pace</source>
        <translation>E&amp;space</translation>
    </message>
    <message>
        <source>&amp;Animate folding</source>
        <translation>&amp;Animer le pliage</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Enregistrer %1</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 est enregistré.</translation>
    </message>
    <message>
        <source>Read the links of %1</source>
        <translation>Lire les liens de %1</translation>
    </message>
    <message>
        <source>Sha&amp;ring</source>
        <translation>Parta&amp;ge</translation>
    </message>
    <message>
        <source>Software is to be built first</source>
        <translation>Des logiciels sont à construire d’abord</translation>
    </message>
    <message>
        <source>Components of this package are built from their sources, which may take some minutes. Build them now?</source>
        <translation>Des composants de ce paquet se construisent depuis leurs sources, ce qui peut prendre quelques minutes. Les construire maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Packages are to be fetched first</source>
        <translation>Il faut d&apos;abord télécharger des paquets</translation>
    </message>
    <message>
        <source>Components of this package are packages of the distribution that were not fetched yet. Fetch them now?</source>
        <translation>Des composants de cet ensemble sont des paquets de la distribution qui n&apos;ont pas encore été téléchargés. Les télécharger maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Get the software of %1</source>
        <translation>Obtenir les logiciels de %1</translation>
    </message>
    <message>
        <source>The software is there: now build or export the package.</source>
        <translation>Les logiciels sont là&#xa0;: construisez ou exportez maintenant l&apos;ensemble.</translation>
    </message>
    <message>
        <source>Preferenc&amp;es…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Impor&amp;t vserver…</source>
        <translation>Impor&amp;ter un vserver…</translation>
    </message>
    <message>
        <source>Export &amp;OCI images…</source>
        <translation>Exporter des images &amp;OCI…</translation>
    </message>
    <message>
        <source>Export &amp;runtime configurations…</source>
        <translation>Exporter des configu&amp;rations d’exécution…</translation>
    </message>
    <message>
        <source>Start &amp;vserver…</source>
        <translation>Démarr&amp;er le vserver…</translation>
    </message>
    <message>
        <source>Try the vserver in a terminal, on a throw-away copy</source>
        <translation>Essayer le vserver dans un terminal, sur une copie jetable</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;What is missing?</source>
        <translation>&amp;Que manque-t-il&#xa0;?</translation>
    </message>
    <message>
        <source>What the vserver has, lacks and needs, and where it comes from</source>
        <translation>Ce que le vserver a, ce qui lui manque, ce dont il a besoin, et d’où cela vient</translation>
    </message>
    <message>
        <source>S&amp;moke test</source>
        <translation>&amp;Test de fumée</translation>
    </message>
    <message>
        <source>Start every program of the vserver, to see which ones do</source>
        <translation>Démarrer chaque programme du vserver, pour voir lesquels y parviennent</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>&amp;Guide to this package</source>
        <translation>&amp;Guide de ce paquet</translation>
    </message>
    <message>
        <source>Import vserver %1</source>
        <translation>l’import du vserver %1</translation>
    </message>
    <message>
        <source>Add as &amp;software of the refbox</source>
        <translation>Ajouter aux &amp;logiciels de la refbox</translation>
    </message>
    <message>
        <source>Import as a &amp;vserver…</source>
        <translation>Importer comme &amp;vserver…</translation>
    </message>
    <message>
        <source>Export runtime configurations</source>
        <translation>Exporter des configurations d’exécution</translation>
    </message>
    <message>
        <source>No terminal was found</source>
        <translation>Aucun terminal n’a été trouvé</translation>
    </message>
    <message>
        <source>Neither TERMINAL names a terminal&apos;s program, nor is one of the usual ones installed. Run this command in a terminal of your own:</source>
        <translation>TERMINAL ne nomme pas le programme d’un terminal, et aucun des terminaux habituels n’est installé. Exécuter cette commande dans un terminal de son choix&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Copy the command</source>
        <translation>&amp;Copier la commande</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>Rapport sur %1</translation>
    </message>
    <message>
        <source>The project is to be saved first</source>
        <translation>Le projet est à enregistrer d’abord</translation>
    </message>
    <message>
        <source>The vserver is started from the project&apos;s file. Save the project now?</source>
        <translation>Le vserver est démarré à partir du fichier du projet. Enregistrer le projet maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Press Enter to close this window.</source>
        <translation>Appuyer sur Entrée pour fermer cette fenêtre.</translation>
    </message>
    <message>
        <source>%1 is started in a terminal, on a throw-away copy.</source>
        <translation>%1 est démarré dans un terminal, sur une copie jetable.</translation>
    </message>
    <message>
        <source>Smoke test of %1</source>
        <translation>Test de fumée de %1</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Arrêter et fermer</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Laisser tourner</translation>
    </message>
    <message>
        <source>There is a %1 already. Replace it?</source>
        <translation>Il y a déjà un %1. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;Load again</source>
        <translation>&amp;Recharger</translation>
    </message>
    <message>
        <source>&amp;Keep what is here</source>
        <translation>&amp;Garder ce qui est ici</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Le fichier est endommagé</translation>
    </message>
    <message>
        <source>What stands in %1 now cannot be read as a project, and would be lost. Overwrite it?</source>
        <translation>Ce que contient maintenant %1 ne peut pas être lu comme un projet, et serait perdu. L’écraser&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>É&amp;craser</translation>
    </message>
    <message>
        <source>Another program has removed the project&apos;s file: save it again.</source>
        <translation>Un autre programme a supprimé le fichier du projet&#xa0;: l’enregistrer de nouveau.</translation>
    </message>
    <message>
        <source>&amp;Write it</source>
        <translation>É&amp;crire</translation>
    </message>
    <message>
        <source>&amp;Write without them</source>
        <translation>É&amp;crire sans eux</translation>
    </message>
    <message>
        <source>&amp;Build now</source>
        <translation>C&amp;onstruire maintenant</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>&amp;Télécharger maintenant</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Ask &amp;later</source>
        <translation>&amp;Demander plus tard</translation>
    </message>
    <message>
        <source>&amp;Save and start</source>
        <translation>&amp;Enregistrer et démarrer</translation>
    </message>
    <message>
        <source>The project&apos;s file cannot be read now: %1: %2. Saving it from here asks first.</source>
        <translation>Le fichier du projet ne peut pas être lu maintenant&#xa0;: %1&#xa0;: %2. L’enregistrer d’ici demande d’abord.</translation>
    </message>
    <message>
        <source>A crash would lose the changes, save them: %1</source>
        <translation>Un plantage ferait perdre les modifications, enregistrez-les : %1</translation>
    </message>
    <message>
        <source>Sources are to be fetched first</source>
        <translation>Des sources sont d’abord à télécharger</translation>
    </message>
    <message>
        <source>The cache has lost the sources of components of this package, and /baby/src would lack them. Fetch them now?</source>
        <translation>Le cache a perdu les sources de composants de ce paquet, et elles manqueraient dans /baby/src. Les télécharger maintenant&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Refbox::Mounter</name>
    <message>
        <source>Cannot mount the image</source>
        <translation>Impossible de monter l’image</translation>
    </message>
    <message>
        <source>Mount it as root with the command that is shown.</source>
        <translation>La monter en tant que root avec la commande affichée.</translation>
    </message>
    <message>
        <source>Cannot unmount the image</source>
        <translation>Impossible de démonter l’image</translation>
    </message>
    <message>
        <source>Close the programs that use it, and try again.</source>
        <translation>Fermer les programmes qui l’utilisent, puis réessayer.</translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsPage</name>
    <message>
        <source>If I drop this, &amp;what breaks?</source>
        <translation>Si j’enlè&amp;ve ceci, qu’est-ce qui casse&#xa0;?</translation>
    </message>
    <message>
        <source>Mark everything that would stop working without what is selected.
In a script: refbox-cli whatif TREE --drop PATH</source>
        <translation>Marquer tout ce qui ne marcherait plus sans la sélection.
Dans un script : refbox-cli whatif TREE --drop PATH</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>Ajuste&amp;r</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Tout afficher (0)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Enregistrer l’image…</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG.
In a script: refbox-cli needs --dot TREE PATH</source>
        <translation>Enregistrer l’image en SVG, PDF ou PNG.
Dans un script : refbox-cli needs --dot TREE PATH</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>What would break</source>
        <translation>Ce qui casserait</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>It is missing already.</source>
        <translation>Il manque déjà.</translation>
    </message>
    <message>
        <source>Looking for what would break…</source>
        <translation>Recherche de ce qui casserait…</translation>
    </message>
    <message>
        <source>Nothing would break.</source>
        <translation>Rien ne casserait.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) would break.</source>
        <translation>
            <numerusform>%n fichier casserait.</numerusform>
            <numerusform>%n fichiers casseraient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would use another file.</source>
        <translation>
            <numerusform>%n utiliserait un autre fichier.</numerusform>
            <numerusform>%n utiliseraient un autre fichier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n casse</numerusform>
            <numerusform>%n cassent</numerusform>
        </translation>
    </message>
    <message>
        <source>and more: refbox-cli whatif lists them all</source>
        <translation>et d’autres&#xa0;: refbox-cli whatif les liste tous</translation>
    </message>
    <message>
        <source>It is a symbolic link to %1, which would lead nowhere.</source>
        <translation>C’est un lien symbolique vers %1, qui ne mènerait nulle part.</translation>
    </message>
    <message>
        <source>It would do without %1.</source>
        <translation>Il se passerait de %1.</translation>
    </message>
    <message>
        <source>It would use %1 as %2.</source>
        <translation>Il utiliserait %1 comme %2.</translation>
    </message>
    <message>
        <source>It would lack the library %1.</source>
        <translation>Il lui manquerait la bibliothèque %1.</translation>
    </message>
    <message>
        <source>It would lack the loader %1.</source>
        <translation>Il lui manquerait le chargeur %1.</translation>
    </message>
    <message>
        <source>It would lack the interpreter %1.</source>
        <translation>Il lui manquerait l’interpréteur %1.</translation>
    </message>
    <message>
        <source>%1 needs that.</source>
        <translation>%1 en a besoin.</translation>
    </message>
    <message>
        <source>Looking at the programs…</source>
        <translation>Examen des programmes…</translation>
    </message>
    <message>
        <source>Here stands what programs need: their libraries, loaders and interpreters.
Open a package, an image, a folder or an archive first.</source>
        <translation>Ici figure ce dont les programmes ont besoin&#xa0;: bibliothèques, chargeurs et interpréteurs.
Ouvrez d’abord un paquet, une image, un dossier ou une archive.</translation>
    </message>
    <message>
        <source>Select a program, a script, a library or a folder: here stands what it needs.</source>
        <translation>Sélectionnez un programme, un script, une bibliothèque ou un dossier&#xa0;: ici figure ce dont il a besoin.</translation>
    </message>
    <message>
        <source>Select a vserver, the refbox, or something inside: each finds its libraries by itself.</source>
        <translation>Sélectionnez un vserver, la refbox ou quelque chose à l’intérieur&#xa0;: chacun trouve ses bibliothèques par lui-même.</translation>
    </message>
    <message>
        <source>Nothing in %1 is a program, a script or a library.</source>
        <translation>Rien dans %1 n’est un programme, un script ou une bibliothèque.</translation>
    </message>
    <message>
        <source>%1 needs nothing: it is neither program nor script nor library.</source>
        <translation>%1 n’a besoin de rien&#xa0;: ce n’est ni un programme, ni un script, ni une bibliothèque.</translation>
    </message>
    <message>
        <source>%1 needs %2 files: too many for a picture. refbox-cli needs lists them.</source>
        <translation>%1 a besoin de %2 fichiers&#xa0;: trop pour une image. refbox-cli needs les liste.</translation>
    </message>
    <message>
        <source>The first %1 of %2 programs</source>
        <translation>Les %1 premiers programmes sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of this folder</source>
        <translation>
            <numerusform>%n fichier de ce dossier</numerusform>
            <numerusform>%n fichiers de ce dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) needed</source>
        <translation>
            <numerusform>%n autre fichier requis</numerusform>
            <numerusform>%n autres fichiers requis</numerusform>
        </translation>
    </message>
    <message>
        <source>needs no other file</source>
        <translation>n’a besoin d’aucun autre fichier</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n manquant</numerusform>
            <numerusform>%n manquants</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs of %1</source>
        <translation>Besoins de %1</translation>
    </message>
    <message>
        <source>needs-%1</source>
        <translation>besoins-%1</translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsScene</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n enlevé</numerusform>
            <numerusform>%n enlevés</numerusform>
        </translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>enlevé</translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n casse</numerusform>
            <numerusform>%n cassent</numerusform>
        </translation>
    </message>
    <message>
        <source>breaks</source>
        <translation>casse</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) another file</source>
        <translation>
            <numerusform>%n utilise un autre fichier</numerusform>
            <numerusform>%n utilisent un autre fichier</numerusform>
        </translation>
    </message>
    <message>
        <source>uses another file</source>
        <translation>utilise un autre fichier</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>library</source>
        <translation>bibliothèque</translation>
    </message>
    <message>
        <source>loader</source>
        <translation>chargeur</translation>
    </message>
    <message>
        <source>script</source>
        <translation>script</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind · folder</comment>
        <translation>%1 · %2</translation>
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
            <numerusform>%n programme</numerusform>
            <numerusform>%n programmes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 that need the same: %2</source>
        <translation>%1 qui ont les mêmes besoins&#xa0;: %2</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>manquant&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>needs %n file(s)</source>
        <translation>
            <numerusform>a besoin de %n fichier</numerusform>
            <numerusform>a besoin de %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needed by %n file(s)</source>
        <translation>
            <numerusform>requis par %n fichier</numerusform>
            <numerusform>requis par %n fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refbox::NeedsView</name>
    <message>
        <source>Needs</source>
        <translation>Besoins</translation>
    </message>
</context>
<context>
    <name>Refbox::NodeCells</name>
    <message>
        <source>Hard links inside it are counted once.</source>
        <translation>Les liens physiques qu’il contient sont comptés une seule fois.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Droits</translation>
    </message>
</context>
<context>
    <name>Refbox::NodeDetails</name>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>%1, hard links counted once</source>
        <translation>%1, liens physiques comptés une fois</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Mène à</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>Au final</translation>
    </message>
    <message>
        <source>nowhere inside its root</source>
        <translation>nulle part dans sa racine</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>sealed (immutable)</source>
        <translation>scellé (immuable)</translation>
    </message>
    <message>
        <source>append only</source>
        <translation>ajout seul</translation>
    </message>
    <message>
        <source>left out of dumps</source>
        <translation>exclu des sauvegardes dump</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Access ACL</source>
        <translation>ACL d’accès</translation>
    </message>
    <message>
        <source>Default ACL</source>
        <translation>ACL par défaut</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagée</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capacités</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>missing here</source>
        <translation>manque ici</translation>
    </message>
    <message>
        <source>ELF</source>
        <translation>ELF</translation>
    </message>
    <message>
        <source>static</source>
        <translation>statique</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Linux %1 or later</source>
        <translation>Linux %1 ou plus récent</translation>
    </message>
    <message>
        <source>minimum unknown</source>
        <translation>minimum inconnu</translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>Membres (%1)</translation>
    </message>
    <message>
        <source>Text (the first %1)</source>
        <translation>Texte (le début, %1)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>none, or damaged</source>
        <translation>aucune, ou abîmées</translation>
    </message>
</context>
<context>
    <name>Refbox::PackagePanel</name>
    <message>
        <source>Search names</source>
        <translation>Rechercher des noms</translation>
    </message>
    <message>
        <source>Search names in the package</source>
        <translation>Rechercher des noms dans le paquet</translation>
    </message>
    <message>
        <source>Package tree</source>
        <translation>Arborescence du paquet</translation>
    </message>
    <message>
        <source>Found names</source>
        <translation>Noms trouvés</translation>
    </message>
    <message>
        <source>No name contains “%1”.</source>
        <translation>Aucun nom ne contient «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 names, the first %2 listed</source>
        <translation>%1 noms, les %2 premiers sont listés</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n nom</numerusform>
            <numerusform>%n noms</numerusform>
        </translation>
    </message>
    <message>
        <source>Export star-ball of this folder…</source>
        <translation>Exporter une star-ball de ce dossier…</translation>
    </message>
</context>
<context>
    <name>Refbox::PlanService</name>
    <message>
        <source>Plan %1</source>
        <translation>Planifier %1</translation>
    </message>
</context>
<context>
    <name>Refbox::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Sources and packages</source>
        <translation>Sources et paquets</translation>
    </message>
    <message>
        <source>&amp;Folders where tarballs are looked for before they are fetched:</source>
        <translation>&amp;Dossiers où chercher les archives avant de les télécharger&#xa0;:</translation>
    </message>
    <message>
        <source>Folders with tarballs</source>
        <translation>Dossiers d&apos;archives sources</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>Add a folder with tarballs</source>
        <translation>Ajouter un dossier d&apos;archives sources</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Remove the selected folders from the list</source>
        <translation>Retirer de la liste les dossiers choisis</translation>
    </message>
    <message>
        <source>Fetch &amp;nothing from the network</source>
        <translation>&amp;Ne rien télécharger</translation>
    </message>
    <message>
        <source>Building from source</source>
        <translation>Construction depuis les sources</translation>
    </message>
    <message>
        <source>&amp;Keep the folder of a build that fails, for a look</source>
        <translation>&amp;Garder le dossier d&apos;une construction qui échoue, pour l&apos;examiner</translation>
    </message>
    <message>
        <source>&amp;Cache:</source>
        <translation>&amp;Cache&#xa0;:</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Dossier du cache</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>Browse for the cache&apos;s folder</source>
        <translation>Parcourir pour le dossier du cache</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Tous (%1)</translation>
    </message>
    <message>
        <source>A folder with tarballs</source>
        <translation>Un dossier d&apos;archives sources</translation>
    </message>
    <message>
        <source>The cache&apos;s folder</source>
        <translation>Le dossier du cache</translation>
    </message>
    <message>
        <source>REFBOX_CACHE is set, and comes first.</source>
        <translation>REFBOX_CACHE est défini et l&apos;emporte.</translation>
    </message>
    <message>
        <source>Holds when Refbox is started again. The old one stays where it is.</source>
        <translation>Vaut au prochain démarrage de Refbox. L&apos;ancien reste où il est.</translation>
    </message>
    <message>
        <source>This is no absolute path of a folder.</source>
        <translation>Ce n&apos;est pas le chemin absolu d&apos;un dossier.</translation>
    </message>
    <message>
        <source>&amp;Helping machines:</source>
        <translation>&amp;Machines qui aident&#xa0;:</translation>
    </message>
    <message>
        <source>Machines that help to compile</source>
        <translation>Machines qui aident à compiler</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>REFBOX_COMPILE_HOSTS is set, and comes first.</source>
        <translation>REFBOX_COMPILE_HOSTS est défini et passe en premier.</translation>
    </message>
    <message>
        <source>Machines that run distccd, such as: build1 build2:3633/8</source>
        <translation>Machines où tourne distccd, par exemple&#xa0;: build1 build2:3633/8</translation>
    </message>
    <message>
        <source>&amp;Save preferences</source>
        <translation>&amp;Enregistrer les préférences</translation>
    </message>
    <message>
        <source>&amp;Processes of all builds:</source>
        <translation>&amp;Processus de toutes les constructions&#xa0;:</translation>
    </message>
    <message>
        <source>Processes of all builds</source>
        <translation>Processus de toutes les constructions</translation>
    </message>
    <message>
        <source>Of all builds together, on this machine; up to twice as many while some of them configure. Helping machines come beside.</source>
        <translation>De toutes les constructions ensemble, sur cette machine&#xa0;; jusqu’à deux fois plus pendant que certaines se configurent. Les machines qui aident s’y ajoutent.</translation>
    </message>
</context>
<context>
    <name>Refbox::PrivateFileDialog</name>
    <message>
        <source>&amp;Path:</source>
        <translation>&amp;Chemin&#xa0;:</translation>
    </message>
    <message>
        <source>Path in the vserver</source>
        <translation>Chemin dans le vserver</translation>
    </message>
    <message>
        <source>/etc/motd</source>
        <translation>/etc/motd</translation>
    </message>
    <message>
        <source>Per&amp;missions:</source>
        <translation>&amp;Droits&#xa0;:</translation>
    </message>
    <message>
        <source>Permissions as octal digits</source>
        <translation>Droits en chiffres octaux</translation>
    </message>
    <message>
        <source>&amp;Owner:</source>
        <translation>&amp;Propriétaire&#xa0;:</translation>
    </message>
    <message>
        <source>Number of the owner</source>
        <translation>Numéro du propriétaire</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Groupe&#xa0;:</translation>
    </message>
    <message>
        <source>Number of the group</source>
        <translation>Numéro du groupe</translation>
    </message>
    <message>
        <source>Co&amp;ntent:</source>
        <translation>Co&amp;ntenu&#xa0;:</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Contenu du fichier</translation>
    </message>
    <message>
        <source>New file of %1</source>
        <translation>Nouveau fichier de %1</translation>
    </message>
    <message>
        <source>Add &amp;file</source>
        <translation>A&amp;jouter le fichier</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Apply &amp;changes</source>
        <translation>Appli&amp;quer les modifications</translation>
    </message>
    <message>
        <source>In the vserver. It takes the place of what a link rule puts there.</source>
        <translation>Dans le vserver. Il remplace ce qu’une règle de lien y place.</translation>
    </message>
    <message>
        <source>Permissions are three or four octal digits.</source>
        <translation>Les droits sont trois ou quatre chiffres octaux.</translation>
    </message>
    <message>
        <source>The path %1.</source>
        <translation>Le chemin %1.</translation>
    </message>
    <message>
        <source>The vserver has another file at this path.</source>
        <translation>Le vserver a un autre fichier à ce chemin.</translation>
    </message>
    <message>
        <source>Owner and group are numbers; root is 0.</source>
        <translation>Propriétaire et groupe sont des nombres&#xa0;; root est 0.</translation>
    </message>
    <message>
        <source>%1 are too much for this small editor. The bytes stay as they are.</source>
        <translation>%1, c’est trop pour ce petit éditeur. Les octets restent tels quels.</translation>
    </message>
    <message>
        <source>This is no text (%1). The bytes stay as they are.</source>
        <translation>Ce n’est pas du texte (%1). Les octets restent tels quels.</translation>
    </message>
    <message>
        <source>lines end as on Windows</source>
        <translation>fins de ligne comme sous Windows</translation>
    </message>
    <message>
        <source>with a byte order mark</source>
        <translation>avec un indicateur d’ordre des octets (BOM)</translation>
    </message>
    <message>
        <source>no newline at the end</source>
        <translation>pas de saut de ligne à la fin</translation>
    </message>
    <message>
        <source>What was changed here is not in the project yet. Discard it?</source>
        <translation>Ce qui a été modifié ici n’est pas encore dans le projet. L’abandonner&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Continuer à modifier</translation>
    </message>
    <message>
        <source>The vserver shares this file with the refbox. It becomes a private copy of the vserver.</source>
        <translation>Le vserver partage ce fichier avec la refbox. Il devient une copie privée du vserver.</translation>
    </message>
    <message>
        <source>The vserver has this file already. It becomes a private file with this text.</source>
        <translation>Le vserver a déjà ce fichier. Il devient un fichier privé avec ce texte.</translation>
    </message>
</context>
<context>
    <name>Refbox::ProgramChooser</name>
    <message>
        <source>Search installed programs</source>
        <translation>Rechercher parmi les programmes installés</translation>
    </message>
    <message>
        <source>&amp;Goes into the component:</source>
        <translation>&amp;Va dans le composant&#xa0;:</translation>
    </message>
    <message>
        <source>Installed programs</source>
        <translation>Programmes installés</translation>
    </message>
    <message>
        <source>Chosen programs</source>
        <translation>Programmes choisis</translation>
    </message>
    <message>
        <source>Tak&amp;e</source>
        <translation>&amp;Prendre</translation>
    </message>
    <message>
        <source>Take the selected programs</source>
        <translation>Prendre les programmes sélectionnés</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Remove the selected programs from the choice</source>
        <translation>Retirer du choix les programmes sélectionnés</translation>
    </message>
    <message>
        <source>Choose at least one program.</source>
        <translation>Choisir au moins un programme.</translation>
    </message>
    <message>
        <source>Nothing yet: select programs and take them.</source>
        <translation>Encore rien&#xa0;: sélectionner des programmes et les prendre.</translation>
    </message>
    <message>
        <source>The libraries that they need come along.</source>
        <translation>Les bibliothèques dont ils ont besoin suivent.</translation>
    </message>
    <message>
        <source>Looking through this machine …</source>
        <translation>Examen de cette machine …</translation>
    </message>
    <message>
        <source>Not on this machine. It can be taken as optional all the same.</source>
        <translation>Absent de cette machine. Il peut tout de même être pris comme facultatif.</translation>
    </message>
    <message>
        <source>%L1 of %L2 programs</source>
        <translation>%L1 programmes sur %L2</translation>
    </message>
    <message>
        <source>%L1 programs</source>
        <translation>%L1 programmes</translation>
    </message>
</context>
<context>
    <name>Refbox::ProgramsModel</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>Refbox::ProjectModels</name>
    <message>
        <source>Without what the programs need</source>
        <translation>Sans ce dont les programmes ont besoin</translation>
    </message>
    <message>
        <source>except %1</source>
        <translation>sauf %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>Matches %n file(s) of the refbox.</source>
        <translation>
            <numerusform>Retient %n fichier de la refbox.</numerusform>
            <numerusform>Retient %n fichiers de la refbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are private copies.</source>
        <translation>
            <numerusform>%n d’entre eux est une copie privée.</numerusform>
            <numerusform>%n d’entre eux sont des copies privées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) gave way to later rules or private files.</source>
        <translation>
            <numerusform>%n nom a cédé la place à des règles suivantes ou à des fichiers privés.</numerusform>
            <numerusform>%n noms ont cédé la place à des règles suivantes ou à des fichiers privés.</numerusform>
        </translation>
    </message>
    <message>
        <source>recipe %1</source>
        <translation>recette %1</translation>
    </message>
    <message>
        <source>hard link</source>
        <translation>lien physique</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>lien symbolique</translation>
    </message>
    <message>
        <source>private copy</source>
        <translation>copie privée</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Préfixe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>From the refbox</source>
        <translation>De la refbox</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Comme</translation>
    </message>
    <message>
        <source>Catches</source>
        <translation>Retient</translation>
    </message>
    <message>
        <source>Private file</source>
        <translation>Fichier privé</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <translation>%1 (pour %2)</translation>
    </message>
    <message>
        <source>to be fetched</source>
        <translation>à télécharger</translation>
    </message>
    <message>
        <source>to be built</source>
        <translation>à construire</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>changed, to be built again</source>
        <translation>modifié, à reconstruire</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>téléchargement</translation>
    </message>
    <message>
        <source>building</source>
        <translation>construction</translation>
    </message>
</context>
<context>
    <name>Refbox::RecipesModel</name>
    <message>
        <source>In this package</source>
        <translation>Dans cet ensemble</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Pas encore essayé</translation>
    </message>
    <message>
        <source>Built, %1</source>
        <translation>Construit, %1</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>name, version, summary</comment>
        <translation>%1 %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
</context>
<context>
    <name>Refbox::ReportDialog</name>
    <message>
        <source>Size:</source>
        <translation>Taille&#xa0;:</translation>
    </message>
    <message>
        <source>Processor:</source>
        <translation>Processeur&#xa0;:</translation>
    </message>
    <message>
        <source>Kernel:</source>
        <translation>Noyau&#xa0;:</translation>
    </message>
    <message>
        <source>Utilities</source>
        <translation>Utilitaires</translation>
    </message>
    <message>
        <source>Filter by name or component</source>
        <translation>Filtrer par nom ou par composant</translation>
    </message>
    <message>
        <source>Utilities of POSIX</source>
        <translation>Utilitaires de POSIX</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Utilitaire</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Logiciels</translation>
    </message>
    <message>
        <source>Components and packages</source>
        <translation>Composants et paquets</translation>
    </message>
    <message>
        <source>Component, package</source>
        <translation>Composant, paquet</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>Rapport sur %1</translation>
    </message>
    <message>
        <source>Save the bill of materials</source>
        <translation>Enregistrer la nomenclature</translation>
    </message>
    <message>
        <source>SPDX documents (*.spdx.json)</source>
        <translation>Documents SPDX (*.spdx.json)</translation>
    </message>
    <message>
        <source>&amp;Save bill of materials…</source>
        <translation>&amp;Enregistrer la nomenclature…</translation>
    </message>
    <message>
        <source>All software, licences, files and checksums, as an SPDX document</source>
        <translation>Tous les logiciels, licences, fichiers et sommes de contrôle, dans un document SPDX</translation>
    </message>
    <message>
        <source>%1 by itself; %2 of it shared with the refbox, %3 added to the image</source>
        <translation>%1 à lui seul, dont %2 en partage avec la refbox&#xa0;; %3 en plus dans l’image</translation>
    </message>
    <message>
        <source>%1 of level v%2, for %3</source>
        <translation>%1 de niveau v%2, pour %3</translation>
    </message>
    <message>
        <source>Any: there are no programs</source>
        <translation>Indifférent&#xa0;: il n’y a pas de programmes</translation>
    </message>
    <message>
        <source>No program says which it needs</source>
        <translation>Aucun programme ne dit lequel il lui faut</translation>
    </message>
    <message>
        <source>Linux %1 or later</source>
        <translation>Linux %1 ou plus récent</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) do not say</source>
        <translation>
            <numerusform>%n programme ne le dit pas</numerusform>
            <numerusform>%n programmes ne le disent pas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Missing, and nothing here has them</source>
        <translation>Manquent, et rien ici ne les a</translation>
    </message>
    <message>
        <source>Missing, but to be had from the refbox</source>
        <translation>Manquent, mais la refbox peut les fournir</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présents</translation>
    </message>
    <message>
        <source>It has none of them, and is not meant for a shell</source>
        <translation>Il n’en a aucun, et n’est pas destiné à un shell</translation>
    </message>
    <message>
        <source>Not declared</source>
        <translation>Non déclarée</translation>
    </message>
    <message>
        <source>Not declared; names %1</source>
        <translation>Non déclarée&#xa0;; nomme %1</translation>
    </message>
    <message>
        <source>Its own files</source>
        <translation>Ses propres fichiers</translation>
    </message>
    <message>
        <source>Unknown components</source>
        <translation>Composants inconnus</translation>
    </message>
</context>
<context>
    <name>Refbox::ResultCard</name>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Mount</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>non relue</translation>
    </message>
    <message>
        <source>read back and equal to the plan</source>
        <translation>relue et identique au plan</translation>
    </message>
    <message>
        <source>read back, and different as remarked</source>
        <translation>relue, et différente comme indiqué</translation>
    </message>
    <message>
        <source>As root, in a terminal:</source>
        <translation>En tant que root, dans un terminal&#xa0;:</translation>
    </message>
    <message>
        <source>As root, in a terminal, one of these:</source>
        <translation>En tant que root, dans un terminal, l’une de ces commandes&#xa0;:</translation>
    </message>
    <message>
        <source>%1 of files</source>
        <translation>%1 de fichiers</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
    <message>
        <source>Un&amp;mount</source>
        <translation>Dé&amp;monter</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>unchanged since it was read back and equal to the plan</source>
        <translation>inchangé depuis qu’il a été relu et trouvé égal au plan</translation>
    </message>
    <message>
        <source>%1; %2 came from the image that stood there</source>
        <translation>%1&#xa0;; %2 proviennent de l’image qui s’y trouvait</translation>
    </message>
</context>
<context>
    <name>Refbox::ResultDialog</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Ce qui a été créé</translation>
    </message>
    <message>
        <source>All is ready</source>
        <translation>Tout est prêt</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 est prêt</translation>
    </message>
</context>
<context>
    <name>Refbox::RuntimeDialog</name>
    <message>
        <source>Export runtime configurations</source>
        <translation>Exporter des configurations d’exécution</translation>
    </message>
    <message>
        <source>&amp;VServer:</source>
        <translation>&amp;Vserver&#xa0;:</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Pour&#xa0;:</translation>
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
        <translation>I&amp;mage montée sur&#xa0;:</translation>
    </message>
    <message>
        <source>Mounted read-onl&amp;y</source>
        <translation>Montée en &amp;lecture seule</translation>
    </message>
    <message>
        <source>&amp;Host name:</source>
        <translation>Nom d’&amp;hôte&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Interface:</source>
        <translation>&amp;Interface&#xa0;:</translation>
    </message>
    <message>
        <source>none: no network</source>
        <translation>aucune&#xa0;: pas de réseau</translation>
    </message>
    <message>
        <source>Of the host, that the vserver gets a share of, such as eth0</source>
        <translation>Celle de l’hôte dont le vserver reçoit une part, comme eth0</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>With the length of its prefix: 10.0.0.5/24</source>
        <translation>Avec la longueur de son préfixe&#xa0;: 10.0.0.5/24</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>Dossi&amp;er&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>Re&amp;place configurations that stand there</source>
        <translation>Rem&amp;placer les configurations déjà présentes</translation>
    </message>
    <message>
        <source>The same on the command lin&amp;e:</source>
        <translation>La même chose en ligne de comman&amp;de&#xa0;:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Export configurations</source>
        <translation>Exporter les configurations</translation>
    </message>
    <message>
        <source>Save the project first: the command works on its file.</source>
        <translation>Enregistrer d’abord le projet&#xa0;: la commande travaille sur son fichier.</translation>
    </message>
    <message>
        <source>There is no vserver. Make one first.</source>
        <translation>Il n’y a pas de vserver. En créer un d’abord.</translation>
    </message>
    <message>
        <source>Say where the image is mounted.</source>
        <translation>Indiquer où l’image est montée.</translation>
    </message>
    <message>
        <source>Choose at least one runtime.</source>
        <translation>Choisir au moins un moteur d’exécution.</translation>
    </message>
    <message>
        <source>Say where they go.</source>
        <translation>Indiquer leur destination.</translation>
    </message>
    <message>
        <source>Save the project first: this command reads its file, without the changes made here.</source>
        <translation>Enregistrer d’abord le projet&#xa0;: cette commande lit son fichier, sans les modifications faites ici.</translation>
    </message>
</context>
<context>
    <name>Refbox::SearchKeys</name>
    <message>
        <source>Warning: </source>
        <translation>Avertissement&#xa0;: </translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Erreur&#xa0;: </translation>
    </message>
</context>
<context>
    <name>Refbox::SharingPage</name>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Which numbers the cells show</source>
        <translation>Quels nombres montrent les cellules</translation>
    </message>
    <message>
        <source>Files and bytes</source>
        <translation>Fichiers et octets</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>En&amp;registrer…</translation>
    </message>
    <message>
        <source>Save the table as SVG, PDF, PNG or CSV</source>
        <translation>Enregistrer le tableau en SVG, PDF, PNG ou CSV</translation>
    </message>
    <message>
        <source>&amp;New vserver…</source>
        <translation>&amp;Nouveau vserver…</translation>
    </message>
    <message>
        <source>Ch&amp;oose sides…</source>
        <translation>C&amp;hoisir les côtés…</translation>
    </message>
    <message>
        <source>Sharing matrix</source>
        <translation>Matrice de partage</translation>
    </message>
    <message>
        <source>Components down, vservers across: how much each vserver uses</source>
        <translation>Composants en lignes, vservers en colonnes&#xa0;: ce que chaque vserver utilise</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totaux</translation>
    </message>
    <message>
        <source>What each vserver shares and costs</source>
        <translation>Ce que chaque vserver partage et coûte</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Tableau CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 sharing</source>
        <translation>%1 partage</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Trier par nom</translation>
    </message>
    <message>
        <source>Here you will see how much of the refbox each vserver uses.

There are no files in the refbox yet.</source>
        <translation>Vous verrez ici ce que chaque vserver utilise de la refbox.

Il n’y a pas encore de fichiers dans la refbox.</translation>
    </message>
    <message>
        <source>Here you will see how much of each component each vserver uses, and what it costs.</source>
        <translation>Vous verrez ici ce que chaque vserver utilise de chaque composant, et ce qu’il coûte.</translation>
    </message>
    <message>
        <source>There is no vserver yet.</source>
        <translation>Il n’y a pas encore de vserver.</translation>
    </message>
    <message>
        <source>This tree has no folder /refbox with vservers beside it.</source>
        <translation>Cette arborescence n’a pas de dossier /refbox avec des vservers à côté.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>Show in the &amp;link map</source>
        <translation>Montrer dans la carte des &amp;liens</translation>
    </message>
    <message>
        <source>Sort by this &amp;column</source>
        <translation>Trier par cette &amp;colonne</translation>
    </message>
    <message>
        <source>Sort by &amp;name</source>
        <translation>Trier par &amp;nom</translation>
    </message>
</context>
<context>
    <name>Refbox::SharingPainter</name>
    <message>
        <source>Bar: how much of the folder the vserver uses</source>
        <translation>Barre&#xa0;: la part du dossier que le vserver utilise</translation>
    </message>
    <message>
        <source>Bar: how much of the component the vserver uses</source>
        <translation>Barre&#xa0;: la part du composant que le vserver utilise</translation>
    </message>
    <message>
        <source>Grey: as copies, which take room of their own</source>
        <translation>Gris&#xa0;: en copies, qui prennent leur propre place</translation>
    </message>
    <message>
        <source>Alone: what a vserver would cost by itself. Added: what it costs now.</source>
        <translation>Seul&#xa0;: ce qu’un vserver coûterait à lui seul. Ajouté&#xa0;: ce qu’il coûte maintenant.</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n composant</numerusform>
            <numerusform>%n composants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vserver(s)</source>
        <translation>
            <numerusform>%n vserver</numerusform>
            <numerusform>%n vservers</numerusform>
        </translation>
    </message>
    <message>
        <source>Sharing in %1</source>
        <translation>Partage dans %1</translation>
    </message>
</context>
<context>
    <name>Refbox::SharingTable</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>Dans aucun dossier</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Aucun composant</translation>
    </message>
    <message>
        <source>In refbox</source>
        <translation>Dans la refbox</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisé</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>All files of the component in the refbox</source>
        <translation>Tous les fichiers du composant dans la refbox</translation>
    </message>
    <message>
        <source>Files that no vserver uses</source>
        <translation>Fichiers qu’aucun vserver n’utilise</translation>
    </message>
    <message>
        <source>How many vservers use anything of it</source>
        <translation>Combien de vservers en utilisent quelque chose</translation>
    </message>
    <message>
        <source>What %1 uses: by hard link, symbolic link or copy, each file once</source>
        <translation>Ce que %1 utilise&#xa0;: par lien dur, lien symbolique ou copie, chaque fichier une fois</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Seul</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Broken links</source>
        <translation>Liens rompus</translation>
    </message>
    <message>
        <source>The column&apos;s sum: everything of the refbox that the vserver uses</source>
        <translation>La somme de la colonne&#xa0;: tout ce que le vserver utilise de la refbox</translation>
    </message>
    <message>
        <source>Files in the vserver that are also in the refbox, by hard links</source>
        <translation>Fichiers du vserver qui sont aussi dans la refbox, par des liens durs</translation>
    </message>
    <message>
        <source>Files that only the vserver has, copies included</source>
        <translation>Fichiers que seul le vserver possède, copies comprises</translation>
    </message>
    <message>
        <source>What the vserver would cost by itself: shared and private files</source>
        <translation>Ce que le vserver coûterait à lui seul&#xa0;: fichiers partagés et privés</translation>
    </message>
    <message>
        <source>What the vserver costs now: what would be free without it</source>
        <translation>Ce que le vserver coûte maintenant&#xa0;: ce qui serait libre sans lui</translation>
    </message>
    <message>
        <source>Symbolic links that lead nowhere</source>
        <translation>Liens symboliques qui ne mènent nulle part</translation>
    </message>
    <message>
        <source>%1: used by %2 of %3 vservers</source>
        <translation>%1&#xa0;: utilisé par %2 des %3 vservers</translation>
    </message>
    <message>
        <source>%1 in the refbox: %2</source>
        <translation>%1 dans la refbox&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, used by no vserver: %2</source>
        <translation>%1, utilisé par aucun vserver&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 uses nothing of %2</source>
        <translation>%1 n’utilise rien de %2</translation>
    </message>
    <message>
        <source>%1 uses of %2: %3
of %4</source>
        <translation>%1 utilise de %2&#xa0;: %3
sur %4</translation>
    </message>
    <message>
        <source>of these as copies: %1</source>
        <translation>dont en copies&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Refbox::SidesDialog</name>
    <message>
        <source>Choose who shares with whom</source>
        <translation>Choisir qui partage avec qui</translation>
    </message>
    <message>
        <source>Chosen for a start: the two folders that share the most.</source>
        <translation>Choisis pour commencer&#xa0;: les deux dossiers qui partagent le plus.</translation>
    </message>
    <message>
        <source>&amp;Vservers: check the folders that share</source>
        <translation>&amp;Vservers&#xa0;: cochez les dossiers qui partagent</translation>
    </message>
    <message>
        <source>Vservers</source>
        <translation>Vservers</translation>
    </message>
    <message>
        <source>&amp;Refbox: select what they share</source>
        <translation>&amp;Refbox&#xa0;: sélectionnez ce qu’ils partagent</translation>
    </message>
    <message>
        <source>Refbox</source>
        <translation>Refbox</translation>
    </message>
    <message>
        <source>Look for &amp;copies, too: reads all files of equal sizes</source>
        <translation>Chercher aussi les &amp;copies&#xa0;: lit tous les fichiers de même taille</translation>
    </message>
    <message>
        <source>&amp;Show the links</source>
        <translation>&amp;Montrer les liens</translation>
    </message>
    <message>
        <source>Select the refbox.</source>
        <translation>Sélectionnez la refbox.</translation>
    </message>
    <message>
        <source>Check at least one vserver.</source>
        <translation>Cochez au moins un vserver.</translation>
    </message>
    <message>
        <source>%1 is in the refbox: it cannot be a vserver, too.</source>
        <translation>%1 est dans la refbox&#xa0;: il ne peut pas être aussi un vserver.</translation>
    </message>
    <message>
        <source>%1 is in %2: only one of them can be a vserver.</source>
        <translation>%1 est dans %2&#xa0;: un seul des deux peut être un vserver.</translation>
    </message>
</context>
<context>
    <name>Refbox::SizeField</name>
    <message>
        <source>bytes</source>
        <translation>octets</translation>
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
        <translation>Test de fumée</translation>
    </message>
    <message>
        <source>Each was started with a harmless argument, alone, in a sandbox on a throw-away copy. A program starts where its loader and libraries were found, whatever it says to the argument.</source>
        <translation>Chacun a été démarré avec un argument inoffensif, seul, dans un bac à sable, sur une copie jetable. Un programme démarre si son chargeur et ses bibliothèques ont été trouvés, quoi qu’il réponde à l’argument.</translation>
    </message>
    <message>
        <source>State of programs</source>
        <translation>État des programmes</translation>
    </message>
    <message>
        <source>Filter by path or text</source>
        <translation>Filtrer par chemin ou par texte</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Same &amp;command:</source>
        <translation>Même &amp;commande&#xa0;:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>%1 has no programs</source>
        <translation>%1 n’a pas de programmes</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) of %1 fail to start</source>
        <translation>
            <numerusform>%n programme de %1 ne démarre pas</numerusform>
            <numerusform>%n programmes de %1 ne démarrent pas</numerusform>
        </translation>
    </message>
    <message>
        <source>Every program of %1 starts</source>
        <translation>Tous les programmes de %1 démarrent</translation>
    </message>
    <message>
        <source>No program of %1 fails to start</source>
        <translation>Aucun programme de %1 n’échoue à démarrer</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Tableau CSV (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>&amp;Enregistrer en CSV…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All programs</source>
        <translation>Tous les programmes</translation>
    </message>
    <message>
        <source>%1 smoke test</source>
        <translation>%1 test de fumée</translation>
    </message>
</context>
<context>
    <name>Refbox::SmokeModel</name>
    <message>
        <source>Starts</source>
        <translation>Démarre</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Échoue</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non essayé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Started with</source>
        <translation>Démarré avec</translation>
    </message>
    <message>
        <source>Why, and what it said</source>
        <translation>Pourquoi, et ce qu’il a dit</translation>
    </message>
</context>
<context>
    <name>Refbox::SoftwareWatcher</name>
    <message>
        <source>Fetching sources</source>
        <translation>Téléchargement des sources</translation>
    </message>
    <message>
        <source>Fetching the source</source>
        <translation>Téléchargement de la source</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Fetching packages</source>
        <translation>Téléchargement des paquets</translation>
    </message>
</context>
<context>
    <name>Refbox::SpacePage</name>
    <message>
        <source>To the folder above (Backspace)</source>
        <translation>Vers le dossier parent (Retour arrière)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>What the colours tell</source>
        <translation>Ce que disent les couleurs</translation>
    </message>
    <message>
        <source>By component</source>
        <translation>Par composant</translation>
    </message>
    <message>
        <source>By kind of file</source>
        <translation>Par type de fichier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>En&amp;registrer…</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG</source>
        <translation>Enregistrer l’image en SVG, PDF ou PNG</translation>
    </message>
    <message>
        <source>%1 space</source>
        <translation>%1 espace</translation>
    </message>
    <message>
        <source>Here you will see what takes the room in a folder.

Nothing in this one has any bytes.</source>
        <translation>Vous verrez ici ce qui prend la place dans un dossier.

Rien dans celui-ci n’a le moindre octet.</translation>
    </message>
</context>
<context>
    <name>Refbox::SpaceView</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
</context>
<context>
    <name>Refbox::TreeComparison</name>
    <message>
        <source>Only in A</source>
        <translation>Seulement dans A</translation>
    </message>
    <message>
        <source>Only in B</source>
        <translation>Seulement dans B</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Target of the link</source>
        <translation>Cible du lien</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>Numéro de périphérique</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>Liens physiques</translation>
    </message>
    <message>
        <source>Extended attributes</source>
        <translation>Attributs étendus</translation>
    </message>
    <message>
        <source>ACL</source>
        <translation>ACL</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>%1 (the plan)</source>
        <translation>%1 (le plan)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projet</translation>
    </message>
</context>
<context>
    <name>Refbox::VServerDialog</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Name of the vserver</source>
        <translation>Nom du vserver</translation>
    </message>
    <message>
        <source>Starts as:</source>
        <translation>Point de départ&#xa0;:</translation>
    </message>
    <message>
        <source>A &amp;skeleton with software linked to it</source>
        <translation>Un &amp;squelette auquel des logiciels sont liés</translation>
    </message>
    <message>
        <source>A &amp;copy of the vserver</source>
        <translation>Une &amp;copie du vserver</translation>
    </message>
    <message>
        <source>The vserver to copy</source>
        <translation>Le vserver à copier</translation>
    </message>
    <message>
        <source>S&amp;keleton:</source>
        <translation>Sq&amp;uelette&#xa0;:</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Squelette</translation>
    </message>
    <message>
        <source>What the skeleton brings</source>
        <translation>Ce que le squelette apporte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>S&amp;oftware that is linked:</source>
        <translation>&amp;Logiciels liés&#xa0;:</translation>
    </message>
    <message>
        <source>Software that is linked</source>
        <translation>Logiciels liés</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Lives in</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Typique</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Folders of two levels as on a common system, devices, first files of /etc and a start script.</source>
        <translation>Des dossiers sur deux niveaux comme dans un système courant, des périphériques, les premiers fichiers de /etc et un script de démarrage.</translation>
    </message>
    <message>
        <source>Only what a shell needs to run, and a start script.</source>
        <translation>Seulement ce qu’il faut à un shell pour fonctionner, et un script de démarrage.</translation>
    </message>
    <message>
        <source>Nothing: rules and files bring all there is.</source>
        <translation>Rien&#xa0;: les règles et les fichiers apportent tout.</translation>
    </message>
    <message>
        <source>New vserver</source>
        <translation>Nouveau vserver</translation>
    </message>
    <message>
        <source>Create &amp;vserver</source>
        <translation>C&amp;réer le vserver</translation>
    </message>
    <message>
        <source>Its folder in the image and its host name.</source>
        <translation>Son dossier dans l’image et son nom d’hôte.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 vers %2</translation>
    </message>
    <message>
        <source>Vserver %1</source>
        <translation>Vserver %1</translation>
    </message>
    <message>
        <source>Apply &amp;changes</source>
        <translation>Appli&amp;quer les modifications</translation>
    </message>
    <message>
        <source>The copy gets all rules (%1) and private files (%2) of %3.</source>
        <translation>La copie reçoit toutes les règles (%1) et tous les fichiers privés (%2) de %3.</translation>
    </message>
    <message>
        <source>The project has no software yet: add some, and link it later.</source>
        <translation>Le projet n’a pas encore de logiciel&#xa0;: en ajouter, et les lier plus tard.</translation>
    </message>
    <message>
        <source>Nothing is linked for now; rules can be added later.</source>
        <translation>Rien n’est lié pour l’instant&#xa0;; des règles peuvent être ajoutées plus tard.</translation>
    </message>
    <message>
        <source>Link rules that this makes: %1. They can be changed later.</source>
        <translation>Règles de lien que cela crée&#xa0;: %1. Elles peuvent être modifiées plus tard.</translation>
    </message>
    <message>
        <source>Imported from:</source>
        <translation>Importé de&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Links:</source>
        <translation>L&amp;iens&#xa0;:</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
</context>
<context>
    <name>Refbox::VServerDrafts</name>
    <message>
        <source>The name %1.</source>
        <translation>Le nom %1.</translation>
    </message>
    <message>
        <source>Another vserver has this name.</source>
        <translation>Un autre vserver porte ce nom.</translation>
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
        <translation>De petits serveurs virtuels qui partagent une même boîte de logiciels, dans une seule image disque.</translation>
    </message>
    <message>
        <source>Start with a template</source>
        <translation>Commencer avec un modèle</translation>
    </message>
    <message>
        <source>&amp;Nano-vserver</source>
        <translation>&amp;Nano-vserver</translation>
    </message>
    <message>
        <source>The classic package: a refbox with Bash, BusyBox, coreutils, attr, acl, star and Lua, and an example vserver.</source>
        <translation>Le paquet classique&#xa0;: une refbox avec Bash, BusyBox, coreutils, attr, acl, star et Lua, et un vserver d’exemple.</translation>
    </message>
    <message>
        <source>&amp;Minimal</source>
        <translation>&amp;Minimal</translation>
    </message>
    <message>
        <source>A static Bash and BusyBox, and one vserver made of links to them.</source>
        <translation>Un Bash statique et BusyBox, et un vserver fait de liens vers eux.</translation>
    </message>
    <message>
        <source>Emp&amp;ty</source>
        <translation>&amp;Vide</translation>
    </message>
    <message>
        <source>Nothing yet: add software and vservers yourself.</source>
        <translation>Encore rien&#xa0;: ajouter soi-même logiciels et vservers.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>&amp;Ouvrir un projet…</translation>
    </message>
    <message>
        <source>A file NAME.refbox.lua.</source>
        <translation>Un fichier NAME.refbox.lua.</translation>
    </message>
    <message>
        <source>Look &amp;inside…</source>
        <translation>E&amp;xaminer…</translation>
    </message>
    <message>
        <source>An image or archive that somebody made: what is in it, and who shares what.</source>
        <translation>Une image ou une archive faite par quelqu’un&#xa0;: ce qu’elle contient, et qui partage quoi.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>A mounted image, an unpacked archive, or any tree of files.</source>
        <translation>Une image montée, une archive décompressée, ou n’importe quelle arborescence.</translation>
    </message>
    <message>
        <source>Look inside a fol&amp;der…</source>
        <translation>Examiner un do&amp;ssier…</translation>
    </message>
</context>
<context>
    <name>assembly</name>
    <message>
        <source>Cannot make the folder for the outputs</source>
        <translation>Impossible de créer le dossier des résultats</translation>
    </message>
    <message>
        <source>This ELF file cannot be understood: %1.</source>
        <translation>Ce fichier ELF est incompréhensible&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It cannot start: its loader %1 is missing here.</source>
        <translation>Il ne peut pas démarrer&#xa0;: son chargeur %1 manque ici.</translation>
    </message>
    <message>
        <source>Link %1 from the refbox.</source>
        <translation>Lier %1 depuis la refbox.</translation>
    </message>
    <message>
        <source>Link it from /refbox/lib, or add the component that brings it.</source>
        <translation>La lier depuis /refbox/lib, ou ajouter le composant qui l’apporte.</translation>
    </message>
    <message>
        <source>It is at %1: run ldconfig there, or link it to /lib.</source>
        <translation>Elle se trouve en %1&#xa0;: y exécuter ldconfig, ou la lier dans /lib.</translation>
    </message>
    <message>
        <source>It needs the library %1, which is missing here.</source>
        <translation>Il lui faut la bibliothèque %1, qui manque ici.</translation>
    </message>
    <message>
        <source>This script cannot run: its interpreter %1 is missing here.</source>
        <translation>Ce script ne peut pas s’exécuter&#xa0;: son interpréteur %1 manque ici.</translation>
    </message>
    <message>
        <source>Link the interpreter, or leave the script out.</source>
        <translation>Lier l’interpréteur, ou omettre le script.</translation>
    </message>
    <message>
        <source>This symbolic link leads to the refbox: inside the vserver it works only where the refbox is bound to its /refbox.</source>
        <translation>Ce lien symbolique mène à la refbox&#xa0;: dans le vserver, il ne fonctionne que là où la refbox est montée (bind) sur son /refbox.</translation>
    </message>
    <message>
        <source>This symbolic link leads out of its root: %1.</source>
        <translation>Ce lien symbolique mène hors de sa racine&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Inside the root, &quot;..&quot; ends at the root: make the target absolute.</source>
        <translation>À l’intérieur de la racine, &quot;..&quot; s’arrête à la racine&#xa0;: rendre la cible absolue.</translation>
    </message>
    <message>
        <source>This symbolic link leads nowhere: %1.</source>
        <translation>Ce lien symbolique ne mène nulle part&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Link what it should lead to, or leave it out.</source>
        <translation>Lier ce vers quoi il devrait mener, ou l’omettre.</translation>
    </message>
    <message>
        <source>Its programs are for different processors: %1.</source>
        <translation>Ses programmes sont faits pour des processeurs différents&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Keep programs for one processor in one vserver.</source>
        <translation>Garder dans un même vserver des programmes pour un seul processeur.</translation>
    </message>
    <message>
        <source>The minimum kernel is unknown.</source>
        <translation>Le noyau minimal est inconnu.</translation>
    </message>
    <message>
        <source>Its programs need Linux %1 or later.</source>
        <translation>Ses programmes exigent Linux %1 ou plus récent.</translation>
    </message>
    <message>
        <source>Of one program it is unknown.</source>
        <translation>Pour un programme, ce minimum est inconnu.</translation>
    </message>
    <message>
        <source>Of %1 programs it is unknown.</source>
        <translation>Pour %1 programmes, ce minimum est inconnu.</translation>
    </message>
    <message>
        <source>It is not stripped: stripping would save %1 of %2.</source>
        <translation>Il n’est pas débarrassé de ses symboles (strip)&#xa0;: cela économiserait %1 sur %2.</translation>
    </message>
    <message>
        <source>Strip it at its source, or choose a stripped build.</source>
        <translation>Appliquer strip à sa source, ou choisir une construction sans symboles.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Component %1: %2</source>
        <translation>Composant %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This machine lacks optional programs of component %1: %2.</source>
        <translation>Cette machine n’a pas certains programmes facultatifs du composant %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Install them, or leave them out.</source>
        <translation>Les installer, ou les omettre.</translation>
    </message>
    <message>
        <source>star is not on this machine; GNU tar can stand in for it. It writes star&apos;s keywords for ACLs and extended attributes, but only with --acls --xattrs, puts them on the first name of a hard-linked file alone (star then clears the ACL of the others), and stores no file flags.</source>
        <translation>star n’est pas sur cette machine&#xa0;; GNU tar peut le remplacer. Il écrit les mots-clés de star pour les ACL et les attributs étendus, mais seulement avec --acls --xattrs, ne les met que sur le premier nom d’un fichier à liens physiques (star efface alors l’ACL des autres), et n’enregistre pas les indicateurs de fichier.</translation>
    </message>
    <message>
        <source>Install star from its makers, or give it as a folder or an archive.</source>
        <translation>Installer star depuis ses auteurs, ou le fournir sous forme de dossier ou d’archive.</translation>
    </message>
    <message>
        <source>Component %1 has no files. %2: %3: %4</source>
        <translation>Le composant %1 n’a pas de fichiers. %2&#xa0;: %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>Cannot write an image</source>
        <translation>Impossible d’écrire une image</translation>
    </message>
    <message>
        <source>This program does not write that file system.</source>
        <translation>Ce programme n’écrit pas ce système de fichiers.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Choisir parmi&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>The written file differs from the plan and was not kept</source>
        <translation>Le fichier écrit diffère du plan et n’a pas été conservé</translation>
    </message>
    <message>
        <source>%1 differences, the first at %2 (%3): planned %4, written %5</source>
        <translation>%1 différences, la première en %2 (%3)&#xa0;: prévu %4, écrit %5</translation>
    </message>
    <message>
        <source>Make sure that nothing changes the source files meanwhile, and try again. If it stays, this is a defect of Refbox: please report it.</source>
        <translation>S’assurer que rien ne modifie les fichiers sources entre-temps, et réessayer. Si cela persiste, c’est un défaut de Refbox&#xa0;: merci de le signaler.</translation>
    </message>
    <message>
        <source>The image is too big</source>
        <translation>L’image est trop grande</translation>
    </message>
    <message>
        <source>It needs %1; %2 holds %3.</source>
        <translation>Il faut %1&#xa0;; %2 contient %3.</translation>
    </message>
    <message>
        <source>Link less, leave out a component, or choose a larger capacity.</source>
        <translation>Lier moins, omettre un composant, ou choisir une capacité plus grande.</translation>
    </message>
    <message>
        <source>Reading the image back</source>
        <translation>Relecture de l’image</translation>
    </message>
    <message>
        <source>Reading the star-ball back</source>
        <translation>Relecture de la star-ball</translation>
    </message>
    <message>
        <source>Cannot write there</source>
        <translation>Impossible d’écrire à cet endroit</translation>
    </message>
    <message>
        <source>It is, or lies inside, the source %1 that it would be made from.</source>
        <translation>C’est la source %1 dont elle devrait être tirée, ou cela se trouve à l’intérieur.</translation>
    </message>
    <message>
        <source>Choose a target elsewhere.</source>
        <translation>Choisir une cible ailleurs.</translation>
    </message>
    <message>
        <source>Link %1 from the refbox</source>
        <translation>Lier %1 depuis la refbox</translation>
    </message>
    <message>
        <source>Remove the link rules that match nothing</source>
        <translation>Supprimer les règles de lien qui ne trouvent rien</translation>
    </message>
    <message>
        <source>Leave out the programs that this machine lacks</source>
        <translation>Omettre les programmes que cette machine n’a pas</translation>
    </message>
    <message>
        <source>Fit the size to the content</source>
        <translation>Ajuster la taille au contenu</translation>
    </message>
    <message>
        <source>Collecting software</source>
        <translation>Collecte des logiciels</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planification</translation>
    </message>
    <message>
        <source>Component %1 has no place: %2 is no folder.</source>
        <translation>Le composant %1 n’a pas de place&#xa0;: %2 n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Choose another prefix for it.</source>
        <translation>Choisir un autre préfixe pour lui.</translation>
    </message>
    <message>
        <source>The library has no place: %1 is no folder.</source>
        <translation>La bibliothèque n’a pas de place&#xa0;: %1 n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Component %1 needs another version of this library than the one that component %2 brought; that one stays.</source>
        <translation>Le composant %1 a besoin d’une autre version de cette bibliothèque que celle apportée par le composant %2&#xa0;; cette dernière reste.</translation>
    </message>
    <message>
        <source>Components %1 and %2 want this path with different files; that of %2 stays.</source>
        <translation>Les composants %1 et %2 veulent ce chemin avec des fichiers différents&#xa0;; celui de %2 reste.</translation>
    </message>
    <message>
        <source>Link rule %1 (%2) matches nothing in the refbox.</source>
        <translation>La règle de lien %1 (%2) ne trouve rien dans la refbox.</translation>
    </message>
    <message>
        <source>Correct its path, or remove the rule.</source>
        <translation>Corriger son chemin, ou supprimer la règle.</translation>
    </message>
    <message>
        <source>Link rule %1 puts %2, which is no folder, at the root of the vserver.</source>
        <translation>La règle de lien %1 met %2, qui n’est pas un dossier, à la racine du vserver.</translation>
    </message>
    <message>
        <source>%1 cannot appear here: %2 is no folder.</source>
        <translation>%1 ne peut pas apparaître ici&#xa0;: %2 n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Change the order or the places of the link rules.</source>
        <translation>Changer l’ordre ou les emplacements des règles de lien.</translation>
    </message>
    <message>
        <source>A file should appear here, but a folder stands here already.</source>
        <translation>Un fichier devrait apparaître ici, mais un dossier s’y trouve déjà.</translation>
    </message>
    <message>
        <source>A folder should appear here, but a file stands here already.</source>
        <translation>Un dossier devrait apparaître ici, mais un fichier s’y trouve déjà.</translation>
    </message>
    <message>
        <source>This private file has no place: %1 is no folder.</source>
        <translation>Ce fichier privé n’a pas de place&#xa0;: %1 n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Move the file, or change the rule that puts something else there.</source>
        <translation>Déplacer le fichier, ou modifier la règle qui met autre chose ici.</translation>
    </message>
    <message>
        <source>One name of link rule %1, such as this one, gave way to private files.</source>
        <translation>Un nom de la règle de lien %1, tel que celui-ci, a cédé la place à des fichiers privés.</translation>
    </message>
    <message>
        <source>%1 names of link rule %2, such as this one, gave way to private files.</source>
        <translation>%1 noms de la règle de lien %2, tels que celui-ci, ont cédé la place à des fichiers privés.</translation>
    </message>
    <message>
        <source>One name of link rule %1, such as this one, gave way to link rule %2.</source>
        <translation>Un nom de la règle de lien %1, tel que celui-ci, a cédé la place à la règle de lien %2.</translation>
    </message>
    <message>
        <source>%1 names of link rule %2, such as this one, gave way to link rule %3.</source>
        <translation>%1 noms de la règle de lien %2, tels que celui-ci, ont cédé la place à la règle de lien %3.</translation>
    </message>
    <message>
        <source>Looking for what would break</source>
        <translation>Recherche de ce qui casserait</translation>
    </message>
    <message>
        <source>This private file is the same as %1: as a link it would save %2.</source>
        <translation>Ce fichier privé est identique à %1&#xa0;: un lien épargnerait %2.</translation>
    </message>
    <message>
        <source>%1 private files, such as this one, are the same as others (here %2): as links they would save %3.</source>
        <translation>%1 fichiers privés, comme celui-ci, sont identiques à d’autres (ici %2)&#xa0;: des liens épargneraient %3.</translation>
    </message>
    <message>
        <source>Both could be links to one file in the refbox.</source>
        <translation>Les deux pourraient être des liens vers un fichier de la refbox.</translation>
    </message>
    <message>
        <source>Not all files of equal size were compared (%1 at most are read, and not what cannot be read): there may be more copies.</source>
        <translation>Les fichiers de même taille n’ont pas tous été comparés (%1 au plus sont lus, et rien d’illisible)&#xa0;: il peut y avoir d’autres copies.</translation>
    </message>
    <message>
        <source>Turn the seal on</source>
        <translation>Activer le scellement</translation>
    </message>
    <message>
        <source>Let link rule %1 link</source>
        <translation>Laisser la règle de lien %1 lier</translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation>Lier %1</translation>
    </message>
    <message>
        <source>Link these %1 tools</source>
        <translation>Lier ces %1 outils</translation>
    </message>
    <message>
        <source>Move component %1 to %2</source>
        <translation>Déplacer le composant %1 vers %2</translation>
    </message>
    <message>
        <source>Link it less often, or give some of the places copies.</source>
        <translation>Le lier moins souvent, ou donner des copies à certains endroits.</translation>
    </message>
    <message>
        <source>Change it at its source, or leave it out.</source>
        <translation>Le modifier à sa source, ou le laisser de côté.</translation>
    </message>
    <message>
        <source>The image is too big: it needs %1, and its medium (%2) holds %3.</source>
        <translation>L’image est trop grande&#xa0;: elle demande %1, et son support (%2) contient %3.</translation>
    </message>
    <message>
        <source>Put less into it, or choose a larger medium.</source>
        <translation>Y mettre moins, ou choisir un support plus grand.</translation>
    </message>
    <message>
        <source>Leave something out, or choose a larger medium. The largest components are %1.</source>
        <translation>Laisser quelque chose de côté, ou choisir un support plus grand. Les plus grands composants sont %1.</translation>
    </message>
    <message>
        <source>Looking for identical copies</source>
        <translation>Recherche de copies identiques</translation>
    </message>
    <message>
        <source>Whoever starts it gets the rights of root (set-uid).</source>
        <translation>Qui le lance reçoit les droits de root (set-uid).</translation>
    </message>
    <message>
        <source>Whoever starts it gets the rights of user %1 (set-uid).</source>
        <translation>Qui le lance reçoit les droits de l’utilisateur %1 (set-uid).</translation>
    </message>
    <message>
        <source>Whoever starts it gets the rights of group %1 (set-gid).</source>
        <translation>Qui le lance reçoit les droits du groupe %1 (set-gid).</translation>
    </message>
    <message>
        <source>Whoever starts it gets capabilities: %1.</source>
        <translation>Qui le lance reçoit des capacités&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 more programs give whoever starts them the rights of others.</source>
        <translation>%1 autres programmes donnent à qui les lance les droits d’autrui.</translation>
    </message>
    <message>
        <source>And others than its owner can write it.</source>
        <translation>Et d’autres que son propriétaire peuvent y écrire.</translation>
    </message>
    <message>
        <source>Take the right to write from group and others.</source>
        <translation>Retirer le droit d’écriture au groupe et aux autres.</translation>
    </message>
    <message>
        <source>Component %1 wants a file here, where others have a folder; that stays.</source>
        <translation>Le composant %1 veut ici un fichier, là où d’autres ont un dossier&#xa0;; celui-ci reste.</translation>
    </message>
    <message>
        <source>Components %1 and %2 want %3 paths, such as this one, with different files; those of %2 stay.</source>
        <translation>Les composants %1 et %2 veulent %3 chemins, comme celui-ci, avec des fichiers différents&#xa0;; ceux de %2 restent.</translation>
    </message>
    <message>
        <source>%1 more shared files can be written by others than their owner.</source>
        <translation>%1 autres fichiers partagés sont modifiables par d’autres que leur propriétaire.</translation>
    </message>
    <message>
        <source>One shared file, this one, can be written by its owner, who is not root (user %1), and changes for all vservers then.</source>
        <translation>Un fichier partagé, celui-ci, est modifiable par son propriétaire, qui n’est pas root (utilisateur %1), et change alors pour tous les vservers.</translation>
    </message>
    <message>
        <source>%2 shared files, such as this one, can be written by their owners, who are not root (here user %1), and change for all vservers then.</source>
        <translation>%2 fichiers partagés, comme celui-ci, sont modifiables par leurs propriétaires, qui ne sont pas root (ici l’utilisateur %1), et changent alors pour tous les vservers.</translation>
    </message>
    <message>
        <source>One shared file, this one, is not sealed: root inside one vserver can change it for all.</source>
        <translation>Un fichier partagé, celui-ci, n’est pas scellé&#xa0;: root dans un vserver peut le modifier pour tous.</translation>
    </message>
    <message>
        <source>%1 shared files, such as this one, are not sealed: root inside one vserver can change them for all.</source>
        <translation>%1 fichiers partagés, comme celui-ci, ne sont pas scellés&#xa0;: root dans un vserver peut les modifier pour tous.</translation>
    </message>
    <message>
        <source>Every user can write this shared file, in every vserver.</source>
        <translation>Tout utilisateur peut modifier ce fichier partagé, dans chaque vserver.</translation>
    </message>
    <message>
        <source>Group %1 can write this shared file, in every vserver.</source>
        <translation>Le groupe %1 peut modifier ce fichier partagé, dans chaque vserver.</translation>
    </message>
    <message>
        <source>Turn the seal on, or correct its mode at its source.</source>
        <translation>Activer le scellement, ou corriger son mode à sa source.</translation>
    </message>
    <message>
        <source>On a mounted image, chattr +i seals a file.</source>
        <translation>Dans une image montée, chattr +i scelle un fichier.</translation>
    </message>
    <message>
        <source>This file is a hard link to %1, past the refbox: whoever changes the one changes the other.</source>
        <translation>Ce fichier est un lien dur vers %1, sans passer par la refbox&#xa0;: qui modifie l’un modifie l’autre.</translation>
    </message>
    <message>
        <source>%1 files, such as this one, are hard links to files of %2 (here %3), past the refbox: whoever changes the one changes the other.</source>
        <translation>%1 fichiers, comme celui-ci, sont des liens durs vers des fichiers de %2 (ici %3), sans passer par la refbox&#xa0;: qui modifie l’un modifie l’autre.</translation>
    </message>
    <message>
        <source>Give each its own copy, or put the file into the refbox.</source>
        <translation>Donner à chacun sa copie, ou mettre le fichier dans la refbox.</translation>
    </message>
    <message>
        <source>It lacks these tools of POSIX, which the refbox has: %1.</source>
        <translation>Il lui manque ces outils de POSIX, que la refbox possède&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Link them, or name them in the exceptions of a link rule to leave them out.</source>
        <translation>Les lier, ou les nommer dans les exceptions d’une règle de lien pour les laisser de côté.</translation>
    </message>
    <message>
        <source>It lacks these tools of POSIX, and so does the refbox: %1.</source>
        <translation>Il lui manque ces outils de POSIX, et à la refbox aussi&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It lacks these tools of POSIX: %1.</source>
        <translation>Il lui manque ces outils de POSIX&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Add a component that brings them, where they are wanted.</source>
        <translation>Ajouter un composant qui les apporte, là où ils sont souhaités.</translation>
    </message>
    <message>
        <source>Link rule %1 makes one private copy, this one, of a file of the refbox: a link would save %2.</source>
        <translation>La règle de lien %1 fait une copie privée, celle-ci, d’un fichier de la refbox&#xa0;: un lien épargnerait %2.</translation>
    </message>
    <message>
        <source>Link rule %1 makes %2 private copies, such as this one, of files of the refbox: links would save %3.</source>
        <translation>La règle de lien %1 fait %2 copies privées, comme celle-ci, de fichiers de la refbox&#xa0;: des liens épargneraient %3.</translation>
    </message>
    <message>
        <source>Let it link them, unless this vserver is to have files of its own.</source>
        <translation>La laisser les lier, à moins que ce vserver ne doive avoir ses propres fichiers.</translation>
    </message>
    <message>
        <source>Give one of them a prefix of its own, such as /opt/%1, or remove one.</source>
        <translation>Donner à l’un d’eux un préfixe à lui, comme /opt/%1, ou en supprimer un.</translation>
    </message>
    <message>
        <source>Component %1 needs %2 built from source, which has not been done yet.</source>
        <translation>Le composant %1 a besoin de %2, construit depuis ses sources, ce qui n’a pas encore été fait.</translation>
    </message>
    <message>
        <source>Component %1 was built with %2 at %3, which is no component of the project.</source>
        <translation>Le composant %1 a été construit avec %2 en %3, qui n’est pas un composant du projet.</translation>
    </message>
    <message>
        <source>Add it: its programs look for their libraries there.</source>
        <translation>L’ajouter&#xa0;: ses programmes y cherchent leurs bibliothèques.</translation>
    </message>
    <message>
        <source>component %1</source>
        <translation>composant %1</translation>
    </message>
    <message>
        <source>Building software</source>
        <translation>Construction des logiciels</translation>
    </message>
    <message>
        <source>Build the package: that builds it first.</source>
        <translation>Construire le paquet&#xa0;: cela le construit d’abord.</translation>
    </message>
    <message>
        <source>The source of component %1, %2, is no longer in the cache, and will lack below /baby/src.</source>
        <translation>La source du composant %1, %2, n’est plus dans le cache et manquera sous /baby/src.</translation>
    </message>
    <message>
        <source>Build the package where the source is at hand.</source>
        <translation>Construire le paquet là où la source est disponible.</translation>
    </message>
    <message>
        <source>The packages of component %1, %2, have not been fetched yet.</source>
        <translation>Les paquets du composant %1, %2, n&apos;ont pas encore été téléchargés.</translation>
    </message>
    <message>
        <source>Build the package: that fetches them first.</source>
        <translation>Construisez l&apos;ensemble&#xa0;: cela les télécharge d&apos;abord.</translation>
    </message>
    <message>
        <source>Packages of component %1 have scripts that their package manager would run, and that were not run: %2.</source>
        <translation>Des paquets du composant %1 ont des scripts que leur gestionnaire exécuterait, et qui n&apos;ont pas été exécutés&#xa0;: %2.</translation>
    </message>
    <message>
        <source>What they would make (links, users, caches …) may lack: make it as private files, or in the running vserver.</source>
        <translation>Ce qu&apos;ils feraient (liens, utilisateurs, caches…) peut manquer&#xa0;: faites-le par des fichiers privés, ou dans le vserveur en marche.</translation>
    </message>
    <message>
        <source>Paths of package %1 have no place in component %2, for another package has something else there: %3.</source>
        <translation>Des chemins du paquet %1 n&apos;ont pas de place dans le composant %2, car un autre paquet a autre chose à cet endroit : %3.</translation>
    </message>
    <message>
        <source>Leave one of the packages out, or give it a component of its own.</source>
        <translation>Omettez l&apos;un des paquets, ou donnez-lui un composant à lui.</translation>
    </message>
    <message>
        <source>Component %1 needs %2 built from source again: what was built is no longer kept.</source>
        <translation>Le composant %1 a besoin que %2 soit reconstruit&#xa0;: le résultat n’est plus conservé.</translation>
    </message>
    <message>
        <source>Component %1 needs %2 built from source again. Changed since: %3.</source>
        <translation>Le composant %1 a besoin que %2 soit reconstruit. Changé depuis&#xa0;: %3.</translation>
    </message>
    <message>
        <source>%1: %2, such as %3</source>
        <translation>%1&#xa0;: %2, par exemple %3</translation>
    </message>
    <message>
        <source>sockets, which are left out</source>
        <translation>sockets, qui sont omises</translation>
    </message>
    <message>
        <source>seals (immutable, append-only)</source>
        <translation>scellements (immuable, ajout seul)</translation>
    </message>
    <message>
        <source>attributes that only GNU tar and Refbox restore</source>
        <translation>attributs que seuls GNU tar et Refbox restaurent</translation>
    </message>
    <message>
        <source>owners, which only root can set</source>
        <translation>propriétaires, que seul root peut définir</translation>
    </message>
    <message>
        <source>devices, which only root can make</source>
        <translation>périphériques, que seul root peut créer</translation>
    </message>
    <message>
        <source>attributes that only root can set</source>
        <translation>attributs que seul root peut définir</translation>
    </message>
    <message>
        <source>hard links, which become files of their own</source>
        <translation>liens durs, qui deviennent des fichiers distincts</translation>
    </message>
    <message>
        <source>access control lists</source>
        <translation>listes de contrôle d’accès</translation>
    </message>
    <message>
        <source>extended attributes and capabilities</source>
        <translation>attributs étendus et capacités</translation>
    </message>
    <message>
        <source>times beyond what it can say, which become the nearest one</source>
        <translation>dates hors de ce qu’il peut exprimer, qui deviennent la plus proche</translation>
    </message>
    <message>
        <source>fractions of seconds in times</source>
        <translation>fractions de seconde dans les dates</translation>
    </message>
    <message>
        <source>files with too many names</source>
        <translation>fichiers ayant trop de noms</translation>
    </message>
    <message>
        <source>folders with too many subfolders</source>
        <translation>dossiers ayant trop de sous-dossiers</translation>
    </message>
    <message>
        <source>files that are too big</source>
        <translation>fichiers trop grands</translation>
    </message>
    <message>
        <source>symbolic links that are too long</source>
        <translation>liens symboliques trop longs</translation>
    </message>
    <message>
        <source>%1 cannot hold %2: %3, such as this one.</source>
        <translation>%1 ne peut pas contenir ceci&#xa0;: %2 (%3, comme ici).</translation>
    </message>
    <message>
        <source>names that are shown cut</source>
        <translation>noms qui sont montrés tronqués</translation>
    </message>
    <message>
        <source>devices whose numbers would be read as others</source>
        <translation>périphériques dont les numéros seraient lus comme d’autres</translation>
    </message>
    <message>
        <source>Computing checksums</source>
        <translation>Calcul des sommes de contrôle</translation>
    </message>
    <message>
        <source>Link them whatever their times</source>
        <translation>Les lier quelles que soient leurs dates</translation>
    </message>
    <message>
        <source>names with letters in parts, which bsdtar changes</source>
        <translation>noms aux lettres décomposées, que bsdtar modifie</translation>
    </message>
    <message>
        <source>times before 1970 with fractions, which bsdtar changes</source>
        <translation>dates antérieures à 1970 avec fractions de seconde, que bsdtar modifie</translation>
    </message>
    <message>
        <source>access control lists with ids that bsdtar does not restore</source>
        <translation>listes de contrôle d’accès avec des identifiants que bsdtar ne restaure pas</translation>
    </message>
    <message>
        <source>Cannot import the vserver</source>
        <translation>Impossible d’importer le vserver</translation>
    </message>
    <message>
        <source>The project has a vserver of this name.</source>
        <translation>Le projet a déjà un vserver de ce nom.</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>Donner un autre nom.</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>La source a changé pendant sa lecture.</translation>
    </message>
    <message>
        <source>Try again once nothing writes to it.</source>
        <translation>Réessayer quand plus rien n’y écrit.</translation>
    </message>
    <message>
        <source>It has no folder %1.</source>
        <translation>Il ne s’y trouve pas de dossier %1.</translation>
    </message>
    <message>
        <source>Give the path of a folder in it.</source>
        <translation>Donner le chemin d’un dossier qui s’y trouve.</translation>
    </message>
    <message>
        <source>It is a whole package, with a refbox and vservers.</source>
        <translation>C’est un paquet entier, avec une refbox et des vservers.</translation>
    </message>
    <message>
        <source>Say which vserver is meant, such as the folder %1.</source>
        <translation>Indiquer de quel vserver il s’agit, par exemple le dossier %1.</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>Écriture des couches</translation>
    </message>
    <message>
        <source>Reading the layers back</source>
        <translation>Relecture des couches</translation>
    </message>
    <message>
        <source>The layer is not what it was packed from</source>
        <translation>La couche n’est pas ce à partir de quoi elle a été emballée</translation>
    </message>
    <message>
        <source>Unpacked, it has another checksum.</source>
        <translation>Déballée, elle a une autre somme de contrôle.</translation>
    </message>
    <message>
        <source>Remove Refbox&apos;s cache, and try again.</source>
        <translation>Supprimer le cache de Refbox, et réessayer.</translation>
    </message>
    <message>
        <source>The layers do not fit together</source>
        <translation>Les couches ne vont pas ensemble</translation>
    </message>
    <message>
        <source>It is in two of them.</source>
        <translation>Cela se trouve dans deux d’entre elles.</translation>
    </message>
    <message>
        <source>This is a defect of Refbox: please report it.</source>
        <translation>C’est un défaut de Refbox&#xa0;: merci de le signaler.</translation>
    </message>
    <message>
        <source>Writing the index</source>
        <translation>Écriture de l’index</translation>
    </message>
    <message>
        <source>Images that Refbox did not write stand there, too: blobs that are no longer used were left for them</source>
        <translation>Des images que Refbox n’a pas écrites se trouvent aussi là&#xa0;: les blobs devenus inutiles leur ont été laissés</translation>
    </message>
    <message>
        <source>%1 is called %2 in the layout, where not every name can be</source>
        <translation>%1 s’appelle %2 dans la structure OCI, où tous les noms ne sont pas permis</translation>
    </message>
    <message>
        <source>%1: it holds no shell to start</source>
        <translation>%1&#xa0;: ne contient pas de shell à démarrer</translation>
    </message>
    <message>
        <source>Cannot write the OCI image layout</source>
        <translation>Impossible d’écrire la structure d’image OCI</translation>
    </message>
    <message>
        <source>There is no vserver to write.</source>
        <translation>Il n’y a pas de vserver à écrire.</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>En créer un d’abord.</translation>
    </message>
    <message>
        <source>Runtimes cannot read xz.</source>
        <translation>Les moteurs d’exécution ne savent pas lire xz.</translation>
    </message>
    <message>
        <source>Choose gzip, zstd or none.</source>
        <translation>Choisir gzip, zstd ou none.</translation>
    </message>
    <message>
        <source>Planning the layers</source>
        <translation>Planification des couches</translation>
    </message>
    <message>
        <source>Symbolic links into the refbox, which no image holds: %1, such as %2</source>
        <translation>Liens symboliques vers la refbox, qu’aucune image ne contient&#xa0;: %1, par exemple %2</translation>
    </message>
    <message>
        <source>Devices, which runtimes unpack only as root: %1, such as %2</source>
        <translation>Périphériques, que les moteurs d’exécution ne déballent qu’en tant que root&#xa0;: %1, par exemple %2</translation>
    </message>
    <message>
        <source>%1: runtimes have no name for its processor, %2</source>
        <translation>%1&#xa0;: les moteurs d’exécution n’ont pas de nom pour son processeur, %2</translation>
    </message>
    <message>
        <source>%1: it holds no program; said to be for this machine&apos;s processor, %2</source>
        <translation>%1&#xa0;: ne contient pas de programme&#xa0;; déclaré pour le processeur de cette machine, %2</translation>
    </message>
    <message>
        <source>%1: programs of several processors; said to be for %2, as most are</source>
        <translation>%1&#xa0;: programmes pour plusieurs processeurs&#xa0;; déclaré pour %2, comme la plupart</translation>
    </message>
    <message>
        <source>Cannot make an OCI image</source>
        <translation>Impossible de créer une image OCI</translation>
    </message>
    <message>
        <source>In a layer, a name that starts with &quot;.wh.&quot; says that another file is gone: it cannot be a file&apos;s name.</source>
        <translation>Dans une couche, un nom qui commence par «&#xa0;.wh.&#xa0;» dit qu’un autre fichier a disparu&#xa0;: ce ne peut pas être le nom d’un fichier.</translation>
    </message>
    <message>
        <source>Rename or leave out the file.</source>
        <translation>Renommer ou omettre le fichier.</translation>
    </message>
    <message>
        <source>Files that vservers share</source>
        <translation>Fichiers que les vservers partagent</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Composant %1</translation>
    </message>
    <message>
        <source>%1: stored up to %2 times, %3 more, because places or names differ (files: %4)</source>
        <translation>%1&#xa0;: stocké jusqu’à %2 fois, %3 de plus, parce que les emplacements ou les noms diffèrent (fichiers&#xa0;: %4)</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisir un autre dossier.</translation>
    </message>
    <message>
        <source>The folder is not empty, and no OCI image layout.</source>
        <translation>Le dossier n’est pas vide, et n’est pas une structure d’image OCI.</translation>
    </message>
    <message>
        <source>It is no folder.</source>
        <translation>Ce n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Another export is writing there.</source>
        <translation>Un autre export écrit à cet endroit.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Attendre qu’il soit terminé.</translation>
    </message>
    <message>
        <source>It is no index of an OCI image layout, and would be lost.</source>
        <translation>Ce n’est pas l’index d’une structure d’image OCI, et il serait perdu.</translation>
    </message>
    <message>
        <source>An image called %1 stands there that Refbox did not write, and would be lost.</source>
        <translation>Il s’y trouve une image appelée %1 que Refbox n’a pas écrite, et qui serait perdue.</translation>
    </message>
    <message>
        <source>Comparing with the refbox</source>
        <translation>Comparaison avec la refbox</translation>
    </message>
    <message>
        <source>Vserver %1 lacks what it is imported from. %2: %3: %4</source>
        <translation>Il manque au vserver %1 ce dont il est importé. %2&#xa0;: %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>Cannot write the runtime&apos;s configuration</source>
        <translation>Impossible d’écrire la configuration d’exécution</translation>
    </message>
    <message>
        <source>A path in a configuration must start with &quot;/&quot;, and have none but letters, digits and / - _ . + @ ~ , in it.</source>
        <translation>Un chemin dans une configuration doit commencer par «&#xa0;/&#xa0;» et ne contenir que des lettres, des chiffres et / - _ . + @ ~ ,</translation>
    </message>
    <message>
        <source>Mount the image elsewhere.</source>
        <translation>Monter l’image ailleurs.</translation>
    </message>
    <message>
        <source>It is no plain absolute path.</source>
        <translation>Ce n’est pas un chemin absolu simple.</translation>
    </message>
    <message>
        <source>Leave out &quot;.&quot;, &quot;..&quot; and &quot;//&quot;.</source>
        <translation>Omettre «&#xa0;.&#xa0;», «&#xa0;..&#xa0;» et «&#xa0;//&#xa0;».</translation>
    </message>
    <message>
        <source>A host name has letters, digits, &quot;-&quot; and &quot;.&quot;, and at most 64 of them.</source>
        <translation>Un nom d’hôte se compose de lettres, de chiffres, de «&#xa0;-&#xa0;» et de «&#xa0;.&#xa0;», 64 au plus.</translation>
    </message>
    <message>
        <source>Give another one.</source>
        <translation>En donner un autre.</translation>
    </message>
    <message>
        <source>It is no IP address.</source>
        <translation>Ce n’est pas une adresse IP.</translation>
    </message>
    <message>
        <source>Give one such as 10.0.0.5/24 or fd00::5/64.</source>
        <translation>En donner une comme 10.0.0.5/24 ou fd00::5/64.</translation>
    </message>
    <message>
        <source>A vserver of a runtime has a name of at most 64 letters, digits and &quot;.&quot;, &quot;_&quot;, &quot;+&quot;, &quot;-&quot;, the first a letter or digit.</source>
        <translation>Un vserver d’un moteur d’exécution a un nom d’au plus 64 lettres, chiffres et «&#xa0;.&#xa0;», «&#xa0;_&#xa0;», «&#xa0;+&#xa0;», «&#xa0;-&#xa0;», le premier caractère étant une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>Rename the vserver.</source>
        <translation>Renommer le vserver.</translation>
    </message>
    <message>
        <source>It is not said where the vserver stands.</source>
        <translation>L’emplacement du vserver n’est pas indiqué.</translation>
    </message>
    <message>
        <source>An interface has a name of at most 15 letters, digits and &quot;.&quot;, &quot;_&quot;, &quot;-&quot;, &quot;@&quot;.</source>
        <translation>Une interface a un nom d’au plus 15 lettres, chiffres et «&#xa0;.&#xa0;», «&#xa0;_&#xa0;», «&#xa0;-&#xa0;», «&#xa0;@&#xa0;».</translation>
    </message>
    <message>
        <source>See the names with: ip link</source>
        <translation>Les noms se voient avec&#xa0;: ip link</translation>
    </message>
    <message>
        <source>The address needs an interface to be on.</source>
        <translation>L’adresse a besoin d’une interface.</translation>
    </message>
    <message>
        <source>Name one, such as eth0.</source>
        <translation>En nommer une, comme eth0.</translation>
    </message>
    <message>
        <source>It is no number of a context.</source>
        <translation>Ce n’est pas un numéro de contexte.</translation>
    </message>
    <message>
        <source>Give one from 2 to 49151.</source>
        <translation>En donner un de 2 à 49151.</translation>
    </message>
    <message>
        <source>Another file stands there, which may have been edited.</source>
        <translation>Un autre fichier s’y trouve, peut-être modifié à la main.</translation>
    </message>
    <message>
        <source>Move it away, choose another folder, or let it be replaced.</source>
        <translation>Le déplacer, choisir un autre dossier, ou permettre de le remplacer.</translation>
    </message>
    <message>
        <source>Move it away, or choose another folder.</source>
        <translation>Le déplacer, ou choisir un autre dossier.</translation>
    </message>
    <message>
        <source>Cannot try the seal</source>
        <translation>Impossible d’éprouver le scellement</translation>
    </message>
    <message>
        <source>No image is mounted there through a loop device.</source>
        <translation>Aucune image n’y est montée par un périphérique loop.</translation>
    </message>
    <message>
        <source>Give the image itself: it is tried on a copy.</source>
        <translation>Donner l’image elle-même&#xa0;: elle est éprouvée sur une copie.</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>Copie de l’image</translation>
    </message>
    <message>
        <source>It cannot be mounted: %1</source>
        <translation>Elle ne peut pas être montée&#xa0;: %1</translation>
    </message>
    <message>
        <source>This needs loop devices, and a kernel that knows the file system.</source>
        <translation>Il faut pour cela des périphériques loop, et un noyau qui connaît le système de fichiers.</translation>
    </message>
    <message>
        <source>Open it for writing</source>
        <translation>L’ouvrir en écriture</translation>
    </message>
    <message>
        <source>Change its mode</source>
        <translation>Changer ses droits</translation>
    </message>
    <message>
        <source>Change its owner</source>
        <translation>Changer son propriétaire</translation>
    </message>
    <message>
        <source>Give it a further name</source>
        <translation>Lui donner un nom de plus</translation>
    </message>
    <message>
        <source>Lift the flag (chattr -i)</source>
        <translation>Lever l’indicateur (chattr -i)</translation>
    </message>
    <message>
        <source>Truncate it</source>
        <translation>Le tronquer</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>Le renommer</translation>
    </message>
    <message>
        <source>Put another file over it</source>
        <translation>Mettre un autre fichier à sa place</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>The image has no such vserver, or no /refbox.</source>
        <translation>L’image n’a pas ce vserver, ou pas de /refbox.</translation>
    </message>
    <message>
        <source>It shares no file with the refbox: there is nothing to seal.</source>
        <translation>Il ne partage aucun fichier avec la refbox&#xa0;: il n’y a rien à sceller.</translation>
    </message>
    <message>
        <source>Mounting an image and entering a vserver takes root.</source>
        <translation>Il faut être root pour monter une image et entrer dans un vserver.</translation>
    </message>
    <message>
        <source>Run it as root: it works on a copy.</source>
        <translation>Exécuter la commande en tant que root&#xa0;: elle travaille sur une copie.</translation>
    </message>
    <message>
        <source>This is no name of a vserver.</source>
        <translation>Ce n’est pas le nom d’un vserver.</translation>
    </message>
    <message>
        <source>Trying the seal</source>
        <translation>Mise à l’épreuve du scellement</translation>
    </message>
    <message>
        <source>It is neither an ELF program nor a script that names its interpreter.</source>
        <translation>Ce n’est ni un programme ELF ni un script qui nomme son interpréteur.</translation>
    </message>
    <message>
        <source>Starting the programs</source>
        <translation>Démarrage des programmes</translation>
    </message>
    <message>
        <source>It is a symbolic link that leads nowhere inside.</source>
        <translation>C’est un lien symbolique qui ne mène nulle part à l’intérieur.</translation>
    </message>
    <message>
        <source>It crashed: %1.</source>
        <translation>Il s’est planté&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It lacks a shared library.</source>
        <translation>Il lui manque une bibliothèque partagée.</translation>
    </message>
    <message>
        <source>It needs another version of a shared library.</source>
        <translation>Il lui faut une autre version d’une bibliothèque partagée.</translation>
    </message>
    <message>
        <source>A shared library lacks something that it needs.</source>
        <translation>Il manque à une bibliothèque partagée quelque chose dont elle a besoin.</translation>
    </message>
    <message>
        <source>It needs a newer kernel.</source>
        <translation>Il lui faut un noyau plus récent.</translation>
    </message>
    <message>
        <source>This machine cannot execute it.</source>
        <translation>Cette machine ne peut pas l’exécuter.</translation>
    </message>
    <message>
        <source>It is made for another processor: %1.</source>
        <translation>Il est fait pour un autre processeur&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Something that it starts was not found (exit status 127).</source>
        <translation>Quelque chose qu’il démarre est introuvable (code de sortie 127).</translation>
    </message>
    <message>
        <source>Something that it starts cannot be executed (exit status 126).</source>
        <translation>Quelque chose qu’il démarre ne peut pas être exécuté (code de sortie 126).</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Import&#xa0;: %1</translation>
    </message>
    <message>
        <source>Of %1 imported files, %2 are links to the refbox and save %3; %4 in the others are the vserver&apos;s own.</source>
        <translation>Sur %1 fichiers importés, %2 sont des liens vers la refbox et épargnent %3&#xa0;; %4 dans les autres sont propres au vserver.</translation>
    </message>
    <message>
        <source>%1 imported files, such as this one, are the same as in the refbox but for their times: links would save %2.</source>
        <translation>%1 fichiers importés, comme celui-ci, sont identiques à ceux de la refbox sauf par leurs dates&#xa0;: des liens épargneraient %2.</translation>
    </message>
    <message>
        <source>Let the import link them whatever their times, if the refbox&apos;s will do.</source>
        <translation>Laisser l’import les lier quelles que soient leurs dates, si celles de la refbox conviennent.</translation>
    </message>
    <message>
        <source>%1 imported files, such as this one, have the content of files of the refbox, but other permissions, owners or attributes; they stay private.</source>
        <translation>%1 fichiers importés, comme celui-ci, ont le contenu de fichiers de la refbox, mais d’autres droits, propriétaires ou attributs&#xa0;; ils restent privés.</translation>
    </message>
    <message>
        <source>Looking at the programs</source>
        <translation>Examen des programmes</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Lecture des fichiers</translation>
    </message>
    <message>
        <source>Cannot run the vserver</source>
        <translation>Impossible d’exécuter le vserver</translation>
    </message>
    <message>
        <source>Nowhere is room for a copy of it, %1.</source>
        <translation>Il n’y a nulle part la place pour en faire une copie, %1.</translation>
    </message>
    <message>
        <source>Free some space in /tmp, or name another folder in TMPDIR: one whose file system lets programs start.</source>
        <translation>Libérer de l’espace dans /tmp, ou nommer dans TMPDIR un autre dossier, dont le système de fichiers permet de démarrer des programmes.</translation>
    </message>
    <message>
        <source>Cannot find this vserver</source>
        <translation>Impossible de trouver ce vserver</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>Ce n’est pas un dossier.</translation>
    </message>
    <message>
        <source>There is neither a vserver nor a folder of this name.</source>
        <translation>Il n’y a ni vserver ni dossier de ce nom.</translation>
    </message>
    <message>
        <source>Name a folder by its path, such as / for all of it.</source>
        <translation>Nommer un dossier par son chemin, comme / pour le tout.</translation>
    </message>
    <message>
        <source>The vservers here: %1.</source>
        <translation>Les vservers qui se trouvent ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Il n’est pas là.</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>It is not executable.</source>
        <translation>Il n’est pas exécutable.</translation>
    </message>
    <message>
        <source>Its loader is missing: %1</source>
        <translation>Son chargeur manque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Its interpreter is missing: %1</source>
        <translation>Son interpréteur manque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Append to it</source>
        <translation>Y ajouter du texte</translation>
    </message>
    <message>
        <source>Check the image&apos;s file system.</source>
        <translation>Vérifier le système de fichiers de l’image.</translation>
    </message>
    <message>
        <source>Choose another folder for them.</source>
        <translation>Choisissez un autre dossier pour elles.</translation>
    </message>
    <message>
        <source>It looks for libraries beside its own place: link the program to the place that it has in the refbox, or the library to /lib.</source>
        <translation>Il cherche ses bibliothèques à côté de sa propre place : liez le programme à la place qu’il a dans la refbox, ou la bibliothèque dans /lib.</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Le fichier n’a pas été écrit</translation>
    </message>
    <message>
        <source>The cache&apos;s copy of %1, %2, was damaged, and is gone now.</source>
        <translation>La copie de %1 dans le cache, %2, était endommagée ; elle est supprimée.</translation>
    </message>
    <message>
        <source>Try again: it is read from its source anew. If it comes back, look after the disk.</source>
        <translation>Réessayez : elle est relue depuis sa source. Si cela se reproduit, vérifiez le disque.</translation>
    </message>
    <message>
        <source>Leave it out of the component that has it, or give that one a prefix of its own.</source>
        <translation>Retirez-la du composant qui l’apporte, ou donnez à celui-ci un préfixe à lui.</translation>
    </message>
    <message>
        <source>Libraries of this machine&apos;s programs all go to /lib: leave one of the two out, or take it from a package, an archive or a recipe, with a prefix of its own.</source>
        <translation>Les bibliothèques des programmes de cette machine vont toutes dans /lib : retirez l’un des deux composants, ou prenez-le d’un paquet, d’une archive ou d’une recette, avec un préfixe à lui.</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Aussi&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: it has no folder /usr, without which systemd-nspawn takes it for no system and starts nothing</source>
        <translation>%1&#xa0;: il n’a pas de dossier /usr, sans lequel systemd-nspawn n’y voit pas de système et ne démarre rien</translation>
    </message>
    <message>
        <source>%1: files that it shares are not sealed, so root in it can change them for all: mount the image read-only, or let a project seal them in an ext file system</source>
        <translation>%1&#xa0;: des fichiers qu’il partage ne sont pas scellés, et root peut les y modifier pour tous&#xa0;: monter l’image en lecture seule, ou laisser un projet les sceller dans un système de fichiers ext</translation>
    </message>
    <message>
        <source>Take a capability back</source>
        <translation>Reprendre une capacité</translation>
    </message>
    <message>
        <source>Write to the image&apos;s disk</source>
        <translation>Écrire sur le disque de l’image</translation>
    </message>
    <message>
        <source>Make a bind writable</source>
        <translation>Rendre un montage lié inscriptible</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>Manual pages and other documentation</source>
        <translation>Pages de manuel et autre documentation</translation>
    </message>
    <message>
        <source>Leave out what only debuggers read</source>
        <translation>Omettre ce que seuls les débogueurs lisent</translation>
    </message>
    <message>
        <source>POSIX access control lists: getfacl, setfacl and their library</source>
        <translation>Listes de contrôle d&apos;accès POSIX : getfacl, setfacl et leur bibliothèque</translation>
    </message>
    <message>
        <source>Commands to read and write the access control lists of files, and the library that coreutils, tar and others use for them. First written at SGI for XFS.</source>
        <translation>Commandes pour lire et écrire les listes de contrôle d&apos;accès des fichiers, et la bibliothèque que coreutils, tar et d&apos;autres utilisent pour cela. Écrit d&apos;abord chez SGI pour XFS.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Extended attributes: getfattr, setfattr and their library</source>
        <translation>Attributs étendus : getfattr, setfattr et leur bibliothèque</translation>
    </message>
    <message>
        <source>Commands to read and write the extended attributes of files, and the library that coreutils, tar and others use for them. First written at SGI for XFS.</source>
        <translation>Commandes pour lire et écrire les attributs étendus des fichiers, et la bibliothèque que coreutils, tar et d&apos;autres utilisent pour cela. Écrit d&apos;abord chez SGI pour XFS.</translation>
    </message>
    <message>
        <source>The Bourne Again Shell</source>
        <translation>Le Bourne Again Shell</translation>
    </message>
    <message>
        <source>GNU&apos;s shell, the start program of every vserver. It opens connections by itself through /dev/tcp and /dev/udp. Linked statically it runs where nothing else is; it cannot look up host names then.</source>
        <translation>Le shell de GNU, programme de démarrage de chaque vserver. Il ouvre lui-même des connexions par /dev/tcp et /dev/udp. Lié statiquement, il fonctionne là où il n&apos;y a rien d&apos;autre ; il ne peut alors pas résoudre les noms d&apos;hôtes.</translation>
    </message>
    <message>
        <source>Shells</source>
        <translation>Shells</translation>
    </message>
    <message>
        <source>Editing of command lines</source>
        <translation>Édition des lignes de commande</translation>
    </message>
    <message>
        <source>Manual, headers and loadable commands</source>
        <translation>Manuel, en-têtes et commandes chargeables</translation>
    </message>
    <message>
        <source>Four hundred small commands in one program</source>
        <translation>Quatre cents petites commandes en un seul programme</translation>
    </message>
    <message>
        <source>Small versions of the commands that a Unix system has: ls, vi, wget, ftpget, rpm, dpkg, ash and the rest, each a link to one program.</source>
        <translation>Petites versions des commandes d&apos;un système Unix : ls, vi, wget, ftpget, rpm, dpkg, ash et les autres, chacune un lien vers un seul programme.</translation>
    </message>
    <message>
        <source>Basic commands</source>
        <translation>Commandes de base</translation>
    </message>
    <message>
        <source>GNU&apos;s basic commands: ls, cp, mv, sort, date and a hundred more</source>
        <translation>Les commandes de base de GNU : ls, cp, mv, sort, date et une centaine d&apos;autres</translation>
    </message>
    <message>
        <source>The full versions of the basic commands, with access control lists and extended attributes: ls marks files that have them, cp and mv keep them.</source>
        <translation>Les versions complètes des commandes de base, avec listes de contrôle d&apos;accès et attributs étendus : ls marque les fichiers qui en ont, cp et mv les conservent.</translation>
    </message>
    <message>
        <source>Access control lists and extended attributes</source>
        <translation>Listes de contrôle d&apos;accès et attributs étendus</translation>
    </message>
    <message>
        <source>Fetches and sends by HTTP, FTP and more</source>
        <translation>Récupère et envoie par HTTP, FTP et autres</translation>
    </message>
    <message>
        <source>The command curl and its library. By itself without encryption: of the TLS libraries none is in the catalogue; with tls = machine it takes the OpenSSL of the building machine, whose headers must be there.</source>
        <translation>La commande curl et sa bibliothèque. Sans chiffrement par elle-même : aucune des bibliothèques TLS n&apos;est au catalogue ; avec tls = machine, elle prend l&apos;OpenSSL de la machine de construction, dont les en-têtes doivent être présents.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Encryption, by this library</source>
        <translation>Chiffrement, par cette bibliothèque</translation>
    </message>
    <message>
        <source>GNU&apos;s diff, diff3, cmp and sdiff</source>
        <translation>diff, diff3, cmp et sdiff de GNU</translation>
    </message>
    <message>
        <source>Tells how files differ.</source>
        <translation>Dit en quoi des fichiers diffèrent.</translation>
    </message>
    <message>
        <source>A small SSH server and client</source>
        <translation>Un petit serveur et client SSH</translation>
    </message>
    <message>
        <source>SSH for small systems: server, client, keys and scp in one program.</source>
        <translation>SSH pour petits systèmes : serveur, client, clés et scp en un seul programme.</translation>
    </message>
    <message>
        <source>Makes, checks and mends ext2, ext3 and ext4</source>
        <translation>Crée, vérifie et répare ext2, ext3 et ext4</translation>
    </message>
    <message>
        <source>mke2fs, e2fsck, resize2fs, tune2fs, debugfs, and lsattr and chattr for the flags of files: with these a sealed file is unsealed.</source>
        <translation>mke2fs, e2fsck, resize2fs, tune2fs, debugfs, ainsi que lsattr et chattr pour les indicateurs des fichiers : ils permettent de desceller un fichier scellé.</translation>
    </message>
    <message>
        <source>GNU&apos;s find and xargs, and locate</source>
        <translation>find et xargs de GNU, et locate</translation>
    </message>
    <message>
        <source>Finds files by name, age, size and more, and does something with each.</source>
        <translation>Trouve des fichiers par nom, âge, taille et autres critères, et agit sur chacun.</translation>
    </message>
    <message>
        <source>GNU&apos;s awk</source>
        <translation>awk de GNU</translation>
    </message>
    <message>
        <source>A small language for tables and reports.</source>
        <translation>Un petit langage pour tableaux et rapports.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langages</translation>
    </message>
    <message>
        <source>Messages in other languages: gettext, msgfmt and their libraries</source>
        <translation>Messages dans d&apos;autres langues : gettext, msgfmt et leurs bibliothèques</translation>
    </message>
    <message>
        <source>By these, programs and scripts speak the language of their user. The functions for programs are the C library&apos;s own; here are the tools, and what scripts need. A vserver that shall speak needs a locale, too: /usr/lib/locale of a Linux that has it.</source>
        <translation>Grâce à eux, programmes et scripts parlent la langue de leur utilisateur. Les fonctions pour programmes sont celles de la bibliothèque C ; voici les outils, et ce qu&apos;il faut aux scripts. Un vserver qui doit parler a aussi besoin d&apos;une locale : /usr/lib/locale d&apos;un Linux qui l&apos;a.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>GNU&apos;s search in texts: grep, egrep, fgrep</source>
        <translation>La recherche dans les textes de GNU : grep, egrep, fgrep</translation>
    </message>
    <message>
        <source>Finds the lines of files that match a pattern.</source>
        <translation>Trouve les lignes de fichiers qui correspondent à un motif.</translation>
    </message>
    <message>
        <source>GNU&apos;s gzip and zcat</source>
        <translation>gzip et zcat de GNU</translation>
    </message>
    <message>
        <source>Packs and unpacks single files.</source>
        <translation>Compresse et décompresse des fichiers seuls.</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Shows texts screen by screen</source>
        <translation>Affiche des textes écran par écran</translation>
    </message>
    <message>
        <source>A pager: forwards, backwards, with search.</source>
        <translation>Un afficheur page à page : en avant, en arrière, avec recherche.</translation>
    </message>
    <message>
        <source>bsdtar, bsdcpio and their library</source>
        <translation>bsdtar, bsdcpio et leur bibliothèque</translation>
    </message>
    <message>
        <source>Reads and writes archives of many kinds. Its bsdtar reads and writes the keywords of star for access control lists and extended attributes, and so stands in for it. gzip, xz and zstd are run as programs where they are there.</source>
        <translation>Lit et écrit des archives de nombreux types. Son bsdtar lit et écrit les mots-clés de star pour les listes de contrôle d&apos;accès et les attributs étendus, et peut ainsi le remplacer. gzip, xz et zstd sont lancés comme programmes là où ils sont présents.</translation>
    </message>
    <message>
        <source>The Lua language: interpreter and compiler</source>
        <translation>Le langage Lua : interpréteur et compilateur</translation>
    </message>
    <message>
        <source>A small, quick language for scripts and configuration, made at PUC-Rio&apos;s Tecgraf. Refbox&apos;s projects are written in its syntax. With a rule for binfmt_misc, by which the kernel starts compiled Lua programs by themselves; lib/binfmt.d/README.md tells how.</source>
        <translation>Un petit langage rapide pour scripts et configuration, créé au Tecgraf de la PUC-Rio. Les projets de Refbox sont écrits dans sa syntaxe. Avec une règle pour binfmt_misc, par laquelle le noyau démarre lui-même les programmes Lua compilés ; lib/binfmt.d/README.md dit comment.</translation>
    </message>
    <message>
        <source>Line editing in the interpreter</source>
        <translation>Édition de ligne dans l&apos;interpréteur</translation>
    </message>
    <message>
        <source>A small editor</source>
        <translation>Un petit éditeur</translation>
    </message>
    <message>
        <source>An editor that shows its keys at the foot of the screen.</source>
        <translation>Un éditeur qui montre ses touches au bas de l&apos;écran.</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>Éditeurs</translation>
    </message>
    <message>
        <source>Terminal handling: libraries, tic, infocmp and the usual terminals</source>
        <translation>Gestion des terminaux : bibliothèques, tic, infocmp et les terminaux usuels</translation>
    </message>
    <message>
        <source>What programs use to draw on terminals, with the descriptions of the usual ones below share/terminfo.</source>
        <translation>Ce qu&apos;utilisent les programmes pour dessiner sur les terminaux, avec les descriptions des plus courants sous share/terminfo.</translation>
    </message>
    <message>
        <source>GNU Readline: editing of command lines, with history</source>
        <translation>GNU Readline : édition des lignes de commande, avec historique</translation>
    </message>
    <message>
        <source>The library by which Bash, Lua and others let their users edit what they type.</source>
        <translation>La bibliothèque par laquelle Bash, Lua et d&apos;autres laissent modifier ce que l&apos;on tape.</translation>
    </message>
    <message>
        <source>GNU&apos;s stream editor</source>
        <translation>L&apos;éditeur de flux de GNU</translation>
    </message>
    <message>
        <source>Changes texts on their way, line by line, by rules.</source>
        <translation>Modifie des textes au passage, ligne par ligne, selon des règles.</translation>
    </message>
    <message>
        <source>The archiver star and its friends</source>
        <translation>L&apos;archiveur star et ses compagnons</translation>
    </message>
    <message>
        <source>The fast tar that keeps access control lists, extended attributes and file flags, and the smaller tools beside it. Until the recipe was tried, take star from a package, a folder or this machine, or bsdtar (recipe libarchive) in its place.</source>
        <translation>Le tar rapide qui conserve listes de contrôle d&apos;accès, attributs étendus et indicateurs de fichiers, et les petits outils qui l&apos;accompagnent. Tant que la recette n&apos;a pas été essayée, prenez star d&apos;un paquet, d&apos;un dossier ou de cette machine, ou bsdtar (recette libarchive) à sa place.</translation>
    </message>
    <message>
        <source>Written from the makers&apos; directions; nobody has checked the source&apos;s SHA-256 or built it by this recipe yet.</source>
        <translation>Écrite d&apos;après les indications des auteurs ; personne n&apos;a encore vérifié le SHA-256 de la source ni construit par cette recette.</translation>
    </message>
    <message>
        <source>xz and the library liblzma</source>
        <translation>xz et la bibliothèque liblzma</translation>
    </message>
    <message>
        <source>Packs and unpacks single files, tighter than gzip.</source>
        <translation>Compresse et décompresse des fichiers seuls, mieux que gzip.</translation>
    </message>
    <message>
        <source>How its libraries are linked</source>
        <translation>Comment ses bibliothèques sont liées</translation>
    </message>
    <message>
        <source>Messages in other languages; external: by the C library&apos;s own gettext</source>
        <translation>Messages en d’autres langues&#xa0;; external&#xa0;: par le gettext de la bibliothèque C elle-même</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>left out an extended attribute that Linux cannot have: %1</source>
        <translation>omis&#xa0;: un attribut étendu impossible sous Linux&#xa0;: %1</translation>
    </message>
    <message>
        <source>Its user id %1 is out of range.</source>
        <translation>Son identifiant d’utilisateur %1 est hors limites.</translation>
    </message>
    <message>
        <source>Its group id %1 is out of range.</source>
        <translation>Son identifiant de groupe %1 est hors limites.</translation>
    </message>
    <message>
        <source>left out an NFSv4 ACL</source>
        <translation>omis&#xa0;: une ACL NFSv4</translation>
    </message>
    <message>
        <source>Cannot read the archive</source>
        <translation>Impossible de lire l’archive</translation>
    </message>
    <message>
        <source>left out the ACL entry of an unknown user or group: %1</source>
        <translation>omis&#xa0;: l’entrée d’ACL d’un utilisateur ou groupe inconnu&#xa0;: %1</translation>
    </message>
    <message>
        <source>left out a malformed ACL</source>
        <translation>omis&#xa0;: une ACL mal formée</translation>
    </message>
    <message>
        <source>An offset is negative.</source>
        <translation>Une position est négative.</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archive</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Elle est endommagée</translation>
    </message>
    <message>
        <source>It is not an archive of a known format.</source>
        <translation>Ce n’est pas une archive d’un format connu.</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>Lecture de l’archive</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Elle est vide.</translation>
    </message>
    <message>
        <source>It has more than %1 entries.</source>
        <translation>Elle a plus de %1 entrées.</translation>
    </message>
    <message>
        <source>It is truncated: its end mark is missing.</source>
        <translation>Elle est tronquée&#xa0;: sa marque de fin manque.</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>Se procurer le fichier de nouveau.</translation>
    </message>
    <message>
        <source>Debian package, %1</source>
        <translation>Paquet Debian, %1</translation>
    </message>
    <message>
        <source>It is a Debian package without files (no data.tar).</source>
        <translation>C’est un paquet Debian sans fichiers (pas de data.tar).</translation>
    </message>
    <message>
        <source>It is of an unknown type.</source>
        <translation>Son type est inconnu.</translation>
    </message>
    <message>
        <source>Linux has no device %1, %2.</source>
        <translation>Linux n’a pas de périphérique %1, %2.</translation>
    </message>
    <message>
        <source>Entry %1 has no name that can be read.</source>
        <translation>L’entrée %1 n’a pas de nom lisible.</translation>
    </message>
    <message>
        <source>It is a symbolic link without a target.</source>
        <translation>C’est un lien symbolique sans cible.</translation>
    </message>
    <message>
        <source>while reading %1</source>
        <translation>lors de la lecture de %1</translation>
    </message>
    <message>
        <source>Its data overlap or have gaps.</source>
        <translation>Ses données se chevauchent ou ont des lacunes.</translation>
    </message>
    <message>
        <source>It ends after %1 of %2 bytes.</source>
        <translation>Elle s’arrête après %1 octets sur %2.</translation>
    </message>
    <message>
        <source>It is longer than it says, %1 bytes.</source>
        <translation>Elle dépasse la longueur annoncée, %1 octets.</translation>
    </message>
    <message>
        <source>It unpacks to more than %1.</source>
        <translation>Son contenu décompressé dépasse %1.</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, entrée %2</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>entrée %1</translation>
    </message>
    <message>
        <source>Use the archive only if you know where it comes from.</source>
        <translation>N’utiliser l’archive que si son origine est connue.</translation>
    </message>
    <message>
        <source>The archive&apos;s root is not a folder.</source>
        <translation>La racine de l’archive n’est pas un dossier.</translation>
    </message>
    <message>
        <source>It is a hard link to %1, which is not in the archive.</source>
        <translation>C’est un lien physique vers %1, qui n’est pas dans l’archive.</translation>
    </message>
    <message>
        <source>and %1 more remarks</source>
        <translation>et %1 autres remarques</translation>
    </message>
    <message>
        <source>Its name is absolute, so where it belongs is a guess.</source>
        <translation>Son nom est absolu&#xa0;: l’endroit où elle doit aller ne peut être que supposé.</translation>
    </message>
    <message>
        <source>Its target %1 is absolute, so where it lies is a guess.</source>
        <translation>Sa cible %1 est absolue&#xa0;: l’endroit où elle se trouve ne peut être que supposé.</translation>
    </message>
    <message>
        <source>Repack the archive with relative names, or unpack it and open the folder.</source>
        <translation>Refaire l’archive avec des noms relatifs, ou l’extraire et ouvrir le dossier.</translation>
    </message>
    <message>
        <source>Its name leads out of the tree with “..”.</source>
        <translation>Son nom mène hors de l’arborescence par «&#xa0;..&#xa0;».</translation>
    </message>
    <message>
        <source>Its target %1 leads out of the tree with “..”.</source>
        <translation>Sa cible %1 mène hors de l’arborescence par «&#xa0;..&#xa0;».</translation>
    </message>
    <message>
        <source>A name in it is longer than 255 bytes.</source>
        <translation>Elle contient un nom de plus de 255 octets.</translation>
    </message>
    <message>
        <source>It lies below %1, which is no folder but a %2.</source>
        <translation>Elle se trouve sous %1, qui n’est pas un dossier (type&#xa0;: %2).</translation>
    </message>
    <message>
        <source>Too many hard links come before their targets.</source>
        <translation>Trop de liens physiques précèdent leur cible.</translation>
    </message>
    <message>
        <source>It is a hard link to %1, a folder.</source>
        <translation>C’est un lien physique vers %1, un dossier.</translation>
    </message>
    <message>
        <source>It is there already, as a folder.</source>
        <translation>Elle existe déjà, comme dossier.</translation>
    </message>
    <message>
        <source>The archive has more than one entry of this name, so which one counts is a guess.</source>
        <translation>L’archive a plusieurs entrées de ce nom&#xa0;: laquelle compte ne peut être que supposé.</translation>
    </message>
    <message>
        <source>Unpack the archive with the program that made it and open the folder.</source>
        <translation>Extraire l’archive avec le programme qui l’a faite et ouvrir le dossier.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>It is truncated (gzip).</source>
        <translation>Elle est tronquée (gzip).</translation>
    </message>
    <message>
        <source>Its gzip stream is damaged.</source>
        <translation>Son flux gzip est endommagé.</translation>
    </message>
    <message>
        <source>its size is impossible</source>
        <translation>sa taille est impossible</translation>
    </message>
    <message>
        <source>its extents overlap</source>
        <translation>ses extents se chevauchent</translation>
    </message>
    <message>
        <source>its blocks lie outside the image</source>
        <translation>ses blocs se trouvent hors de l’image</translation>
    </message>
    <message>
        <source>its extent tree makes no sense</source>
        <translation>son arbre d’extents n’a pas de sens</translation>
    </message>
    <message>
        <source>it has an empty extent</source>
        <translation>il a un extent vide</translation>
    </message>
    <message>
        <source>the checksum of its extent tree is wrong</source>
        <translation>la somme de contrôle de son arbre d’extents est fausse</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>Impossible de lire le fichier</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Il a changé pendant sa lecture.</translation>
    </message>
    <message>
        <source>Let nothing change the source files meanwhile, and try again.</source>
        <translation>Veiller à ce que rien ne modifie les fichiers sources entre-temps, et réessayer.</translation>
    </message>
    <message>
        <source>Cannot write the image</source>
        <translation>Impossible d’écrire l’image</translation>
    </message>
    <message>
        <source>It is a source of the image itself.</source>
        <translation>C’est une source de l’image elle-même.</translation>
    </message>
    <message>
        <source>Give the image another name.</source>
        <translation>Donner un autre nom à l’image.</translation>
    </message>
    <message>
        <source>Spread them over several folders.</source>
        <translation>Les répartir dans plusieurs dossiers.</translation>
    </message>
    <message>
        <source>Cannot make the journal</source>
        <translation>Impossible de créer le journal</translation>
    </message>
    <message>
        <source>Cannot plan the image</source>
        <translation>Impossible de planifier l’image</translation>
    </message>
    <message>
        <source>Ask for less free space, or spread the tree over several images.</source>
        <translation>Demander moins d’espace libre, ou répartir l’arborescence sur plusieurs images.</translation>
    </message>
    <message>
        <source>Give a smaller size.</source>
        <translation>Donner une taille plus petite.</translation>
    </message>
    <message>
        <source>The tree does not fit into the image</source>
        <translation>L’arborescence ne tient pas dans l’image</translation>
    </message>
    <message>
        <source>It needs %1 bytes (%2); the image has %3 bytes (%4).</source>
        <translation>Il lui faut %1 octets (%2)&#xa0;; l’image a %3 octets (%4).</translation>
    </message>
    <message>
        <source>Give the image a larger size, let it fit its content, or leave something out.</source>
        <translation>Donner à l’image une taille plus grande, l’ajuster à son contenu, ou omettre quelque chose.</translation>
    </message>
    <message>
        <source>Cannot make the file system</source>
        <translation>Impossible de créer le système de fichiers</translation>
    </message>
    <message>
        <source>The free space asked for is not between 0 and 95 percent.</source>
        <translation>L’espace libre demandé n’est pas compris entre 0 et 95 pour cent.</translation>
    </message>
    <message>
        <source>Give a shorter label.</source>
        <translation>Donner un nom de volume plus court.</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>Impossible de lire l’image</translation>
    </message>
    <message>
        <source>It is no regular file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>Give the path of an image file.</source>
        <translation>Donner le chemin d’un fichier image.</translation>
    </message>
    <message>
        <source>It is no ext2, ext3 or ext4 file system.</source>
        <translation>Ce n’est pas un système de fichiers ext2, ext3 ou ext4.</translation>
    </message>
    <message>
        <source>Its superblock is damaged (%1).</source>
        <translation>Son superbloc est endommagé (%1).</translation>
    </message>
    <message>
        <source>Run e2fsck on the image; it may find a copy of the superblock.</source>
        <translation>Exécuter e2fsck sur l’image&#xa0;; il peut trouver une copie du superbloc.</translation>
    </message>
    <message>
        <source>block size</source>
        <translation>taille de bloc</translation>
    </message>
    <message>
        <source>The file is shorter than its file system (%1 blocks of %2 bytes).</source>
        <translation>Le fichier est plus court que son système de fichiers (%1 blocs de %2 octets).</translation>
    </message>
    <message>
        <source>The image is incomplete: copy or download it again.</source>
        <translation>L’image est incomplète&#xa0;: la copier ou la télécharger de nouveau.</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>groupes</translation>
    </message>
    <message>
        <source>inodes</source>
        <translation>inodes</translation>
    </message>
    <message>
        <source>It is the journal of another file system.</source>
        <translation>C’est le journal d’un autre système de fichiers.</translation>
    </message>
    <message>
        <source>It was not unmounted: its journal holds changes that are not in place yet.</source>
        <translation>Elle n’a pas été démontée&#xa0;: son journal contient des modifications qui ne sont pas encore en place.</translation>
    </message>
    <message>
        <source>Unmount it, or run e2fsck on it once, or mount it once.</source>
        <translation>La démonter, ou exécuter e2fsck une fois dessus, ou la monter une fois.</translation>
    </message>
    <message>
        <source>It uses features that are not known here (incompatible 0x%1).</source>
        <translation>Elle utilise des fonctionnalités inconnues ici (incompatibles 0x%1).</translation>
    </message>
    <message>
        <source>Mount it and open the folder instead.</source>
        <translation>La monter et ouvrir plutôt le dossier.</translation>
    </message>
    <message>
        <source>Its files share blocks, which is not supported.</source>
        <translation>Ses fichiers partagent des blocs, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>Its superblock is damaged.</source>
        <translation>Son superbloc est endommagé.</translation>
    </message>
    <message>
        <source>Run e2fsck on the image.</source>
        <translation>Exécuter e2fsck sur l’image.</translation>
    </message>
    <message>
        <source>there is no such inode</source>
        <translation>cet inode n’existe pas</translation>
    </message>
    <message>
        <source>there is no such group</source>
        <translation>ce groupe n’existe pas</translation>
    </message>
    <message>
        <source>its table lies outside the image</source>
        <translation>sa table se trouve hors de l’image</translation>
    </message>
    <message>
        <source>its checksum is wrong</source>
        <translation>sa somme de contrôle est fausse</translation>
    </message>
    <message>
        <source>it reaches beyond the end of the image</source>
        <translation>cela va au-delà de la fin de l’image</translation>
    </message>
    <message>
        <source>files have more blocks than there are</source>
        <translation>les fichiers ont plus de blocs qu’il n’y en a</translation>
    </message>
    <message>
        <source>Inode %1 is damaged: %2.</source>
        <translation>L’inode %1 est endommagé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Run e2fsck on a copy of the image.</source>
        <translation>Exécuter e2fsck sur une copie de l’image.</translation>
    </message>
    <message>
        <source>It has too many files.</source>
        <translation>Elle a trop de fichiers.</translation>
    </message>
    <message>
        <source>It has %1 names, and %2 are the most.</source>
        <translation>Il a %1 noms, et %2 est le maximum.</translation>
    </message>
    <message>
        <source>Link it less often, or give some of the places copies.</source>
        <translation>Le lier moins souvent, ou mettre des copies à certains emplacements.</translation>
    </message>
    <message>
        <source>Its target has %1 bytes; 1 to %2 are possible.</source>
        <translation>Sa cible a %1 octets&#xa0;; 1 à %2 sont possibles.</translation>
    </message>
    <message>
        <source>Change the link, or leave it out.</source>
        <translation>Modifier le lien, ou l’omettre.</translation>
    </message>
    <message>
        <source>It is larger than 16 TB.</source>
        <translation>Il dépasse 16 TB.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>L’omettre.</translation>
    </message>
    <message>
        <source>It needs more than 16 TB.</source>
        <translation>Elle exige plus de 16 TB.</translation>
    </message>
    <message>
        <source>Spread it over several images.</source>
        <translation>La répartir sur plusieurs images.</translation>
    </message>
    <message>
        <source>It has encrypted folders.</source>
        <translation>Elle a des dossiers chiffrés.</translation>
    </message>
    <message>
        <source>Mount it with its key and open the folder instead.</source>
        <translation>La monter avec sa clé et ouvrir plutôt le dossier.</translation>
    </message>
    <message>
        <source>the checksum of the folder is wrong</source>
        <translation>la somme de contrôle du dossier est fausse</translation>
    </message>
    <message>
        <source>the folder has a hole</source>
        <translation>le dossier a un trou</translation>
    </message>
    <message>
        <source>an entry of the folder makes no sense</source>
        <translation>une entrée du dossier n’a pas de sens</translation>
    </message>
    <message>
        <source>a name in the folder is impossible</source>
        <translation>un nom dans le dossier est impossible</translation>
    </message>
    <message>
        <source>Reading the image</source>
        <translation>Lecture de l’image</translation>
    </message>
    <message>
        <source>the root is no folder</source>
        <translation>la racine n’est pas un dossier</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>it has a name but is not in use</source>
        <translation>il a un nom mais n’est pas utilisé</translation>
    </message>
    <message>
        <source>at %1 in %2</source>
        <translation>à %1 dans %2</translation>
    </message>
    <message>
        <source>the folder has two names</source>
        <translation>le dossier a deux noms</translation>
    </message>
    <message>
        <source>there is no such type of file</source>
        <translation>ce type de fichier n’existe pas</translation>
    </message>
    <message>
        <source>It has encrypted files.</source>
        <translation>Elle a des fichiers chiffrés.</translation>
    </message>
    <message>
        <source>It has encrypted links.</source>
        <translation>Elle a des liens chiffrés.</translation>
    </message>
    <message>
        <source>the length of the link&apos;s target is impossible</source>
        <translation>la longueur de la cible du lien est impossible</translation>
    </message>
    <message>
        <source>the link&apos;s target is impossible</source>
        <translation>la cible du lien est impossible</translation>
    </message>
    <message>
        <source>Cannot write the file</source>
        <translation>Impossible d’écrire le fichier</translation>
    </message>
    <message>
        <source>Planning the image</source>
        <translation>Planification de l’image</translation>
    </message>
    <message>
        <source>Writing the image</source>
        <translation>Écriture de l’image</translation>
    </message>
    <message>
        <source>it has an attribute twice</source>
        <translation>il a un attribut en double</translation>
    </message>
    <message>
        <source>its attributes lie outside the image</source>
        <translation>ses attributs se trouvent hors de l’image</translation>
    </message>
    <message>
        <source>its attributes make no sense</source>
        <translation>ses attributs n’ont pas de sens</translation>
    </message>
    <message>
        <source>the checksum of its attributes is wrong</source>
        <translation>la somme de contrôle de ses attributs est fausse</translation>
    </message>
    <message>
        <source>an attribute&apos;s name is too long</source>
        <translation>le nom d’un attribut est trop long</translation>
    </message>
    <message>
        <source>its ACL makes no sense</source>
        <translation>son ACL n’a pas de sens</translation>
    </message>
    <message>
        <source>an attribute&apos;s value is too long</source>
        <translation>la valeur d’un attribut est trop longue</translation>
    </message>
    <message>
        <source>an attribute&apos;s value lies outside its block</source>
        <translation>la valeur d’un attribut se trouve hors de son bloc</translation>
    </message>
    <message>
        <source>an attribute&apos;s value lies in another inode</source>
        <translation>la valeur d’un attribut se trouve dans un autre inode</translation>
    </message>
    <message>
        <source>the inode of an attribute&apos;s value makes no sense</source>
        <translation>l’inode de la valeur d’un attribut n’a pas de sens</translation>
    </message>
    <message>
        <source>ext4 cannot hold the extended attributes</source>
        <translation>ext4 ne peut pas contenir les attributs étendus</translation>
    </message>
    <message>
        <source>Remove the attribute from the source, or leave the file out.</source>
        <translation>Supprimer l’attribut de la source, ou omettre le fichier.</translation>
    </message>
    <message>
        <source>%1 is no valid ACL.</source>
        <translation>%1 n’est pas une ACL valide.</translation>
    </message>
    <message>
        <source>They need %1 bytes, and there is room for about %2.</source>
        <translation>Il leur faut %1 octets, et il y a de la place pour environ %2.</translation>
    </message>
    <message>
        <source>Shorten or remove attributes of the source, or leave the file out.</source>
        <translation>Raccourcir ou supprimer des attributs de la source, ou omettre le fichier.</translation>
    </message>
    <message>
        <source>It has no place for the name %1.</source>
        <translation>Il n’y a pas de place pour le nom %1.</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes, more than one block.</source>
        <translation>La valeur de %1 a %2 octets, plus d’un bloc.</translation>
    </message>
    <message>
        <source>Cannot read the folder</source>
        <translation>Impossible de lire le dossier</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Lecture du dossier</translation>
    </message>
    <message>
        <source>belongs to the kernel and was not read: it appears as an empty folder</source>
        <translation>appartient au noyau et n’a pas été lu&#xa0;: apparaît comme un dossier vide</translation>
    </message>
    <message>
        <source>Cannot read</source>
        <translation>Impossible de lire</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>omis&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cannot write the folder</source>
        <translation>Impossible d’écrire le dossier</translation>
    </message>
    <message>
        <source>It is not the name of a new folder.</source>
        <translation>Ce n’est pas le nom d’un nouveau dossier.</translation>
    </message>
    <message>
        <source>Choose a folder that does not exist yet.</source>
        <translation>Choisir un dossier qui n’existe pas encore.</translation>
    </message>
    <message>
        <source>Choose a folder that is empty or does not exist yet.</source>
        <translation>Choisir un dossier vide ou qui n’existe pas encore.</translation>
    </message>
    <message>
        <source>It exists and is not a folder.</source>
        <translation>Cela existe et n’est pas un dossier.</translation>
    </message>
    <message>
        <source>It exists and is not empty.</source>
        <translation>Il existe et n’est pas vide.</translation>
    </message>
    <message>
        <source>%1 things could not be done, such as: %2</source>
        <translation>%1 choses n’ont pas pu être faites, par exemple&#xa0;: %2</translation>
    </message>
    <message>
        <source>Run it as root, or let it leave out what cannot be done.</source>
        <translation>L’exécuter en tant que root, ou laisser omettre ce qui ne peut pas être fait.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>the hard link could not be made</source>
        <translation>le lien physique n’a pas pu être créé</translation>
    </message>
    <message>
        <source>the device could not be made</source>
        <translation>le périphérique n’a pas pu être créé</translation>
    </message>
    <message>
        <source>its owner could not be set</source>
        <translation>le propriétaire n’a pas pu être défini</translation>
    </message>
    <message>
        <source>its permissions could not be set</source>
        <translation>les droits n’ont pas pu être définis</translation>
    </message>
    <message>
        <source>its time could not be set</source>
        <translation>la date n’a pas pu être définie</translation>
    </message>
    <message>
        <source>the extended attribute %1 could not be set</source>
        <translation>l’attribut étendu %1 n’a pas pu être défini</translation>
    </message>
    <message>
        <source>%1: its flags could not be set</source>
        <translation>%1&#xa0;: les indicateurs n’ont pas pu être définis</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>Ce n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Writing the folder</source>
        <translation>Écriture du dossier</translation>
    </message>
    <message>
        <source>Cannot open</source>
        <translation>Impossible d’ouvrir</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>It is neither a folder nor a file.</source>
        <translation>Ce n’est ni un dossier ni un fichier.</translation>
    </message>
    <message>
        <source>Give an image, an archive or a folder.</source>
        <translation>Donner une image, une archive ou un dossier.</translation>
    </message>
    <message>
        <source>Cannot make a temporary name</source>
        <translation>Impossible de créer un nom temporaire</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>C’est un dossier.</translation>
    </message>
    <message>
        <source>It is a device.</source>
        <translation>C’est un périphérique.</translation>
    </message>
    <message>
        <source>It is a fifo.</source>
        <translation>C’est un fifo.</translation>
    </message>
    <message>
        <source>It is a socket.</source>
        <translation>C’est une socket.</translation>
    </message>
    <message>
        <source>Make its folder first.</source>
        <translation>Créer d’abord son dossier.</translation>
    </message>
    <message>
        <source>This is no name of a file.</source>
        <translation>Ce n’est pas un nom de fichier.</translation>
    </message>
    <message>
        <source>Give the path of the file to write.</source>
        <translation>Donner le chemin du fichier à écrire.</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>Donner le nom d’un fichier à l’intérieur.</translation>
    </message>
    <message>
        <source>Choose the path of a regular file, or one that does not exist yet.</source>
        <translation>Choisir le chemin d’un fichier ordinaire, ou un chemin qui n’existe pas encore.</translation>
    </message>
    <message>
        <source>Bringing the file to the disk</source>
        <translation>Transfert du fichier sur le disque</translation>
    </message>
    <message>
        <source>Another program has replaced the temporary file.</source>
        <translation>Un autre programme a remplacé le fichier temporaire.</translation>
    </message>
    <message>
        <source>Choose a folder that nobody else writes to.</source>
        <translation>Choisir un dossier où personne d’autre n’écrit.</translation>
    </message>
    <message>
        <source>That file system, or a limit of this shell (ulimit -f), does not allow files of this size: choose another place.</source>
        <translation>Ce système de fichiers, ou une limite de ce shell (ulimit -f), n’autorise pas des fichiers de cette taille&#xa0;: choisir un autre emplacement.</translation>
    </message>
    <message>
        <source>Cannot compress</source>
        <translation>Impossible de compresser</translation>
    </message>
    <message>
        <source>There is no level %1.</source>
        <translation>Il n’y a pas de niveau %1.</translation>
    </message>
    <message>
        <source>Choose one from 1 to %1.</source>
        <translation>En choisir un de 1 à %1.</translation>
    </message>
    <message>
        <source>Cannot make a temporary file</source>
        <translation>Impossible de créer un fichier temporaire</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that you may write to.</source>
        <translation>Donner à TMPDIR un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Cannot write a temporary file</source>
        <translation>Impossible d’écrire un fichier temporaire</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder with enough space.</source>
        <translation>Donner à TMPDIR un dossier avec assez de place.</translation>
    </message>
    <message>
        <source>Cannot write the star-ball</source>
        <translation>Impossible d’écrire la star-ball</translation>
    </message>
    <message>
        <source>libarchive failed</source>
        <translation>libarchive a échoué</translation>
    </message>
    <message>
        <source>%1: left out, tar archives know no sockets</source>
        <translation>%1&#xa0;: omis, les archives tar ne connaissent pas les sockets</translation>
    </message>
    <message>
        <source>%1: the name of the extended attribute %2 is restored by GNU tar and Refbox only</source>
        <translation>%1&#xa0;: le nom de l’attribut étendu %2 n’est restauré que par GNU tar et Refbox</translation>
    </message>
    <message>
        <source>It is one of the files that go into it.</source>
        <translation>C’est l’un des fichiers qui doivent y entrer.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisir un autre fichier.</translation>
    </message>
    <message>
        <source>Writing the star-ball</source>
        <translation>Écriture de la star-ball</translation>
    </message>
    <message>
        <source>the table of its compressed pieces makes no sense</source>
        <translation>la table de ses morceaux compressés n’a pas de sens</translation>
    </message>
    <message>
        <source>It holds files that are compressed in a way not known here.</source>
        <translation>Elle contient des fichiers compressés d’une manière inconnue ici.</translation>
    </message>
    <message>
        <source>It is no EROFS file system.</source>
        <translation>Ce n’est pas un système de fichiers EROFS.</translation>
    </message>
    <message>
        <source>Copy or download the image again.</source>
        <translation>Copier ou télécharger l’image de nouveau.</translation>
    </message>
    <message>
        <source>The checksum of its superblock is wrong.</source>
        <translation>La somme de contrôle de son superbloc est fausse.</translation>
    </message>
    <message>
        <source>Parts of its content lie on other devices.</source>
        <translation>Des parties de son contenu se trouvent sur d’autres périphériques.</translation>
    </message>
    <message>
        <source>Its files share compressed pieces, which is not supported.</source>
        <translation>Ses fichiers partagent des morceaux compressés, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>Its folders have blocks of another size, which is not supported.</source>
        <translation>Ses dossiers ont des blocs d’une autre taille, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>it lies outside the image</source>
        <translation>il se trouve hors de l’image</translation>
    </message>
    <message>
        <source>its kind is not known</source>
        <translation>son genre est inconnu</translation>
    </message>
    <message>
        <source>its attributes reach beyond the end of the image</source>
        <translation>ses attributs vont au-delà de la fin de l’image</translation>
    </message>
    <message>
        <source>Its folders or links are compressed, which is not supported.</source>
        <translation>Ses dossiers ou ses liens sont compressés, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>its last bytes cross a block&apos;s end</source>
        <translation>ses derniers octets franchissent la fin d’un bloc</translation>
    </message>
    <message>
        <source>the kind of its chunks is not known</source>
        <translation>le genre de ses chunks est inconnu</translation>
    </message>
    <message>
        <source>its chunks reach beyond the end of the image</source>
        <translation>ses chunks vont au-delà de la fin de l’image</translation>
    </message>
    <message>
        <source>files have more chunks than there can be</source>
        <translation>les fichiers ont plus de chunks qu’il ne peut y en avoir</translation>
    </message>
    <message>
        <source>it has a hole</source>
        <translation>il a un trou</translation>
    </message>
    <message>
        <source>EROFS cannot hold the tree</source>
        <translation>EROFS ne peut pas contenir l’arborescence</translation>
    </message>
    <message>
        <source>EROFS cannot hold the %1</source>
        <translation>EROFS ne peut pas contenir ceci (type&#xa0;: %1)</translation>
    </message>
    <message>
        <source>its compressed content makes no sense</source>
        <translation>son contenu compressé n’a pas de sens</translation>
    </message>
    <message>
        <source>folders have more entries than there can be</source>
        <translation>les dossiers ont plus d’entrées qu’il ne peut y en avoir</translation>
    </message>
    <message>
        <source>The prefixes of its attributes&apos; names are packed, which is not supported.</source>
        <translation>Les préfixes des noms de ses attributs sont compressés, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>there are more attributes than there can be</source>
        <translation>il y a plus d’attributs qu’il ne peut y en avoir</translation>
    </message>
    <message>
        <source>EROFS cannot hold the extended attributes</source>
        <translation>EROFS ne peut pas contenir les attributs étendus</translation>
    </message>
    <message>
        <source>The namespace of %1 is not among those that it knows.</source>
        <translation>L’espace de noms de %1 n’est pas parmi ceux qu’il connaît.</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes, and %3 are the most.</source>
        <translation>La valeur de %1 a %2 octets, et %3 est le maximum.</translation>
    </message>
    <message>
        <source>They need %1 bytes, and %2 are the most.</source>
        <translation>Il leur faut %1 octets, et %2 est le maximum.</translation>
    </message>
    <message>
        <source>%1 cannot hold the folder</source>
        <translation>%1 ne peut pas contenir le dossier</translation>
    </message>
    <message>
        <source>Its index cannot hold the %1 entries.</source>
        <translation>Son index ne peut pas contenir les %1 entrées.</translation>
    </message>
    <message>
        <source>It would be larger than %1.</source>
        <translation>Elle dépasserait %1.</translation>
    </message>
    <message>
        <source>%1 bytes are asked for; %2 images here are smaller than %3.</source>
        <translation>%1 octets sont demandés&#xa0;; ici, les images %2 sont plus petites que %3.</translation>
    </message>
    <message>
        <source>The share reserved for root is not between 0 and 50 percent.</source>
        <translation>La part réservée à root n’est pas entre 0 et 50 pour cent.</translation>
    </message>
    <message>
        <source>%1 cannot hold the tree</source>
        <translation>%1 ne peut pas contenir l’arborescence</translation>
    </message>
    <message>
        <source>%1 cannot hold the %2</source>
        <translation>%1 ne peut pas contenir ceci (type&#xa0;: %2)</translation>
    </message>
    <message>
        <source>It has %1 subfolders, and %2 are the most.</source>
        <translation>Il a %1 sous-dossiers, et %2 est le maximum.</translation>
    </message>
    <message>
        <source>Spread them over several folders, or choose ext4.</source>
        <translation>Les répartir dans plusieurs dossiers, ou choisir ext4.</translation>
    </message>
    <message>
        <source>It has %1; %2 are the most.</source>
        <translation>Il a %1&#xa0;; le maximum est %2.</translation>
    </message>
    <message>
        <source>It needs more than %1.</source>
        <translation>Il lui faut plus de %1.</translation>
    </message>
    <message>
        <source>This program does not know that feature of a file system.</source>
        <translation>Ce programme ne connaît pas cette fonctionnalité d’un système de fichiers.</translation>
    </message>
    <message>
        <source>Choose among %1, with ^ before a name to leave it out.</source>
        <translation>Choisir parmi %1, avec ^ devant un nom pour l’omettre.</translation>
    </message>
    <message>
        <source>Choose other features, or another file system.</source>
        <translation>Choisir d’autres fonctionnalités, ou un autre système de fichiers.</translation>
    </message>
    <message>
        <source>%1 is defined by its features: only dir_index can be left out.</source>
        <translation>%1 est défini par ses fonctionnalités&#xa0;: seule dir_index peut être omise.</translation>
    </message>
    <message>
        <source>64bit needs extent.</source>
        <translation>64bit demande extent.</translation>
    </message>
    <message>
        <source>%1 has blocks of 1024, 2048 or 4096 bytes here.</source>
        <translation>%1 a ici des blocs de 1024, 2048 ou 4096 octets.</translation>
    </message>
    <message>
        <source>Choose one of these sizes.</source>
        <translation>Choisir l’une de ces tailles.</translation>
    </message>
    <message>
        <source>Every Linux and many boot loaders read it; it has no journal.</source>
        <translation>Tout Linux et beaucoup de chargeurs d’amorçage le lisent&#xa0;; il n’a pas de journal.</translation>
    </message>
    <message>
        <source>ext2 with a journal, for old kernels that write to the image.</source>
        <translation>ext2 avec un journal, pour d’anciens noyaux qui écrivent dans l’image.</translation>
    </message>
    <message>
        <source>The usual choice: it keeps everything, and can be changed later.</source>
        <translation>Le choix habituel&#xa0;: il conserve tout, et peut être modifié plus tard.</translation>
    </message>
    <message>
        <source>The smallest: compressed and never changed. It has no ACLs and no seals.</source>
        <translation>Le plus petit&#xa0;: compressé et jamais modifié. Il n’a ni ACL ni scellements.</translation>
    </message>
    <message>
        <source>Never changed and fast, with ACLs and attributes. It has no seals.</source>
        <translation>Jamais modifié et rapide, avec ACL et attributs. Il n’a pas de scellements.</translation>
    </message>
    <message>
        <source>For CD-ROMs: every system reads it. Linux shows neither ACLs nor attributes, and no hard links.</source>
        <translation>Pour les CD-ROM&#xa0;: tout système le lit. Linux ne montre ni ACL, ni attributs, ni liens durs.</translation>
    </message>
    <message>
        <source>The format of 2005, tight with small files. Kernels up to 6.12 read it.</source>
        <translation>Le format de 2005, économe avec les petits fichiers. Les noyaux jusqu’à 6.12 le lisent.</translation>
    </message>
    <message>
        <source>ISO 9660 cannot hold the extended attributes</source>
        <translation>ISO 9660 ne peut pas contenir les attributs étendus</translation>
    </message>
    <message>
        <source>They need more than %1 areas of %2 bytes, which Linux cannot read.</source>
        <translation>Il leur faut plus de %1 zones de %2 octets, ce que Linux ne peut pas lire.</translation>
    </message>
    <message>
        <source>It is no ISO 9660 image.</source>
        <translation>Ce n’est pas une image ISO 9660.</translation>
    </message>
    <message>
        <source>there is no such block size</source>
        <translation>cette taille de bloc n’existe pas</translation>
    </message>
    <message>
        <source>What stands at byte %1 is damaged: %2.</source>
        <translation>Ce qui se trouve à l’octet %1 est endommagé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>ISO 9660 cannot hold the %1</source>
        <translation>ISO 9660 ne peut pas contenir ceci (type&#xa0;: %1)</translation>
    </message>
    <message>
        <source>It is larger than %1.</source>
        <translation>Il dépasse %1.</translation>
    </message>
    <message>
        <source>Its numbers %1, %2 would be read as those of another device.</source>
        <translation>Ses numéros %1, %2 seraient lus comme ceux d’un autre périphérique.</translation>
    </message>
    <message>
        <source>ISO 9660 cannot hold the tree</source>
        <translation>ISO 9660 ne peut pas contenir l’arborescence</translation>
    </message>
    <message>
        <source>the root has no entries</source>
        <translation>la racine n’a pas d’entrées</translation>
    </message>
    <message>
        <source>the file goes on, but the folder ends</source>
        <translation>le fichier continue, mais le dossier se termine</translation>
    </message>
    <message>
        <source>a file goes on as another one</source>
        <translation>un fichier continue comme un autre</translation>
    </message>
    <message>
        <source>the extended attributes make no sense</source>
        <translation>les attributs étendus n’ont pas de sens</translation>
    </message>
    <message>
        <source>the folder lies outside the image</source>
        <translation>le dossier se trouve hors de l’image</translation>
    </message>
    <message>
        <source>there is no folder</source>
        <translation>il n’y a pas de dossier</translation>
    </message>
    <message>
        <source>it is a folder and is none</source>
        <translation>c’est un dossier et ce n’en est pas un</translation>
    </message>
    <message>
        <source>folders have more bytes than there are</source>
        <translation>les dossiers ont plus d’octets qu’il n’y en a</translation>
    </message>
    <message>
        <source>It has interleaved files, which are not supported.</source>
        <translation>Elle a des fichiers entrelacés, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>It has files that are compressed in a way that is not known here.</source>
        <translation>Elle a des fichiers compressés d’une manière inconnue ici.</translation>
    </message>
    <message>
        <source>the file reaches beyond the end of the image</source>
        <translation>le fichier va au-delà de la fin de l’image</translation>
    </message>
    <message>
        <source>the device has no numbers</source>
        <translation>le périphérique n’a pas de numéros</translation>
    </message>
    <message>
        <source>the device&apos;s numbers are impossible</source>
        <translation>les numéros du périphérique sont impossibles</translation>
    </message>
    <message>
        <source>its fields go on without end</source>
        <translation>ses champs continuent sans fin</translation>
    </message>
    <message>
        <source>its fields reach beyond the end of the image</source>
        <translation>ses champs vont au-delà de la fin de l’image</translation>
    </message>
    <message>
        <source>a field is longer than its place</source>
        <translation>un champ est plus long que sa place</translation>
    </message>
    <message>
        <source>a field is too short</source>
        <translation>un champ est trop court</translation>
    </message>
    <message>
        <source>a name is too long</source>
        <translation>un nom est trop long</translation>
    </message>
    <message>
        <source>a link&apos;s target makes no sense</source>
        <translation>la cible d’un lien n’a pas de sens</translation>
    </message>
    <message>
        <source>The label %1 becomes %2: labels of ISO 9660 have capitals, digits and underscores only.</source>
        <translation>Le nom de volume %1 devient %2&#xa0;: les noms de volume d’ISO 9660 n’ont que des majuscules, des chiffres et des tirets bas.</translation>
    </message>
    <message>
        <source>The image cannot be so large</source>
        <translation>L’image ne peut pas être si grande</translation>
    </message>
    <message>
        <source>%1 bytes were asked for; ISO 9660 has at most %2.</source>
        <translation>%1 octets ont été demandés&#xa0;; ISO 9660 en a au plus %2.</translation>
    </message>
    <message>
        <source>Give the image a smaller size.</source>
        <translation>Donner à l’image une taille plus petite.</translation>
    </message>
    <message>
        <source>it does not begin as a compressed file</source>
        <translation>cela ne commence pas comme un fichier compressé</translation>
    </message>
    <message>
        <source>It became shorter while it was in use.</source>
        <translation>Elle a raccourci pendant son utilisation.</translation>
    </message>
    <message>
        <source>Let nothing change the image meanwhile, and try again.</source>
        <translation>Veiller à ce que rien ne modifie l’image entre-temps, et réessayer.</translation>
    </message>
    <message>
        <source>The compressed file at byte %1 is damaged.</source>
        <translation>Le fichier compressé à l’octet %1 est endommagé.</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>image %1</translation>
    </message>
    <message>
        <source>Run reiserfsck on a copy of the image.</source>
        <translation>Exécuter reiserfsck sur une copie de l’image.</translation>
    </message>
    <message>
        <source>It is no ReiserFS file system.</source>
        <translation>Ce n’est pas un système de fichiers ReiserFS.</translation>
    </message>
    <message>
        <source>reiserfsck has begun to rebuild its tree, and did not finish.</source>
        <translation>reiserfsck a commencé à reconstruire son arbre, et n’a pas terminé.</translation>
    </message>
    <message>
        <source>Run reiserfsck --rebuild-tree on a copy of the image.</source>
        <translation>Exécuter reiserfsck --rebuild-tree sur une copie de l’image.</translation>
    </message>
    <message>
        <source>root block</source>
        <translation>bloc racine</translation>
    </message>
    <message>
        <source>height of the tree</source>
        <translation>hauteur de l’arbre</translation>
    </message>
    <message>
        <source>Unmount it, or run reiserfsck --check on a copy of it, or mount it once.</source>
        <translation>La démonter, ou exécuter reiserfsck --check sur une copie, ou la monter une fois.</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>journal</translation>
    </message>
    <message>
        <source>it is at another level of the tree than it says</source>
        <translation>il est à un autre niveau de l’arbre qu’il ne l’indique</translation>
    </message>
    <message>
        <source>its number of keys is impossible</source>
        <translation>son nombre de clés est impossible</translation>
    </message>
    <message>
        <source>its keys are not in order</source>
        <translation>ses clés sont en désordre</translation>
    </message>
    <message>
        <source>its number of items is impossible</source>
        <translation>son nombre d’éléments est impossible</translation>
    </message>
    <message>
        <source>its items are not where they should be</source>
        <translation>ses éléments ne sont pas où ils devraient être</translation>
    </message>
    <message>
        <source>its free space is not what it says</source>
        <translation>son espace libre n’est pas celui qu’il indique</translation>
    </message>
    <message>
        <source>it lies outside the file system</source>
        <translation>il se trouve hors du système de fichiers</translation>
    </message>
    <message>
        <source>it is used twice</source>
        <translation>il est utilisé deux fois</translation>
    </message>
    <message>
        <source>The file has become shorter.</source>
        <translation>Le fichier a raccourci.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 présente des dommages&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Le bloc %1</translation>
    </message>
    <message>
        <source>there is no such kind of item</source>
        <translation>ce genre d’élément n’existe pas</translation>
    </message>
    <message>
        <source>an object has not exactly one head</source>
        <translation>un objet n’a pas exactement un en-tête</translation>
    </message>
    <message>
        <source>its head has an impossible size</source>
        <translation>son en-tête a une taille impossible</translation>
    </message>
    <message>
        <source>its pieces overlap</source>
        <translation>ses morceaux se chevauchent</translation>
    </message>
    <message>
        <source>a name in the folder does not fit to its place</source>
        <translation>un nom dans le dossier ne correspond pas à sa place</translation>
    </message>
    <message>
        <source>a list of its blocks makes no sense</source>
        <translation>une liste de ses blocs n’a pas de sens</translation>
    </message>
    <message>
        <source>it has bytes that it cannot have</source>
        <translation>il a des octets qu’il ne peut pas avoir</translation>
    </message>
    <message>
        <source>Object %1 %2</source>
        <translation>L’objet %1 %2</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the %1</source>
        <translation>ReiserFS ne peut pas contenir ceci (type&#xa0;: %1)</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the tree</source>
        <translation>ReiserFS ne peut pas contenir l’arborescence</translation>
    </message>
    <message>
        <source>It keeps extended attributes in a folder of this name, and hides it.</source>
        <translation>Il garde les attributs étendus dans un dossier de ce nom, et le cache.</translation>
    </message>
    <message>
        <source>Give it another name, or leave it out.</source>
        <translation>Lui donner un autre nom, ou l’omettre.</translation>
    </message>
    <message>
        <source>It is larger than 8 TB.</source>
        <translation>Il dépasse 8 TB.</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the folder</source>
        <translation>ReiserFS ne peut pas contenir le dossier</translation>
    </message>
    <message>
        <source>More than %1 of its names have the same hash.</source>
        <translation>Plus de %1 de ses noms ont le même hachage.</translation>
    </message>
    <message>
        <source>Rename some of its files, or spread them over several folders.</source>
        <translation>Renommer certains de ses fichiers, ou les répartir dans plusieurs dossiers.</translation>
    </message>
    <message>
        <source>It would be larger than 8 TB.</source>
        <translation>Elle dépasserait 8 TB.</translation>
    </message>
    <message>
        <source>Spread the tree over several images.</source>
        <translation>Répartir l’arborescence sur plusieurs images.</translation>
    </message>
    <message>
        <source>More than 2 TB of it are no holes.</source>
        <translation>Plus de 2 TB n’y sont pas des trous.</translation>
    </message>
    <message>
        <source>It has no root folder.</source>
        <translation>Elle n’a pas de dossier racine.</translation>
    </message>
    <message>
        <source>its attributes are missing</source>
        <translation>ses attributs manquent</translation>
    </message>
    <message>
        <source>its bytes are no value of the attribute %1</source>
        <translation>ses octets ne sont pas une valeur de l’attribut %1</translation>
    </message>
    <message>
        <source>an attribute&apos;s value has holes</source>
        <translation>la valeur d’un attribut a des trous</translation>
    </message>
    <message>
        <source>it has a name but is not there</source>
        <translation>il a un nom mais n’est pas là</translation>
    </message>
    <message>
        <source>%1 bytes are asked for; ReiserFS images here are at most 8 TB large.</source>
        <translation>%1 octets sont demandés&#xa0;; ici, les images ReiserFS font au plus 8 TB.</translation>
    </message>
    <message>
        <source>ReiserFS cannot hold the attributes</source>
        <translation>ReiserFS ne peut pas contenir les attributs</translation>
    </message>
    <message>
        <source>The fragment table</source>
        <translation>La table des fragments</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>it is shorter than it was</source>
        <translation>il est plus court qu’il ne l’était</translation>
    </message>
    <message>
        <source>The block at %1</source>
        <translation>Le bloc à %1</translation>
    </message>
    <message>
        <source>its bytes lie outside the image</source>
        <translation>ses octets se trouvent hors de l’image</translation>
    </message>
    <message>
        <source>Looking for equal files</source>
        <translation>Recherche de fichiers identiques</translation>
    </message>
    <message>
        <source>Comparing equal files</source>
        <translation>Comparaison de fichiers identiques</translation>
    </message>
    <message>
        <source>It is no SquashFS image.</source>
        <translation>Ce n’est pas une image SquashFS.</translation>
    </message>
    <message>
        <source>It is a SquashFS of version %1.%2; only 4.0 can be read.</source>
        <translation>C’est un SquashFS de version %1.%2&#xa0;; seule la version 4.0 peut être lue.</translation>
    </message>
    <message>
        <source>Unpack it with unsquashfs and open the folder.</source>
        <translation>L’extraire avec unsquashfs et ouvrir le dossier.</translation>
    </message>
    <message>
        <source>It is packed with LZO, which is not supported.</source>
        <translation>Elle est compressée avec LZO, ce qui n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>It is packed in a way that is not known here (%1).</source>
        <translation>Elle est compressée d’une manière inconnue ici (%1).</translation>
    </message>
    <message>
        <source>The superblock</source>
        <translation>Le superbloc</translation>
    </message>
    <message>
        <source>its block size is impossible</source>
        <translation>sa taille de bloc est impossible</translation>
    </message>
    <message>
        <source>The file is shorter than its file system (%1 bytes).</source>
        <translation>Le fichier est plus court que son système de fichiers (%1 octets).</translation>
    </message>
    <message>
        <source>the places of the tables are impossible</source>
        <translation>les emplacements des tables sont impossibles</translation>
    </message>
    <message>
        <source>What stands at %1</source>
        <translation>Ce qui se trouve à %1</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>il ne peut pas être décompressé</translation>
    </message>
    <message>
        <source>Copy or download the image again, or make it anew.</source>
        <translation>Copier ou télécharger l’image de nouveau, ou la refaire.</translation>
    </message>
    <message>
        <source>SquashFS cannot hold the owner</source>
        <translation>SquashFS ne peut pas contenir le propriétaire</translation>
    </message>
    <message>
        <source>There are more than %1 users and groups in the tree.</source>
        <translation>Il y a plus de %1 utilisateurs et groupes dans l’arborescence.</translation>
    </message>
    <message>
        <source>Give files to fewer users and groups, or leave files out.</source>
        <translation>Donner les fichiers à moins d’utilisateurs et de groupes, ou omettre des fichiers.</translation>
    </message>
    <message>
        <source>it reaches beyond the end of its table</source>
        <translation>il va au-delà de la fin de sa table</translation>
    </message>
    <message>
        <source>The inode table</source>
        <translation>La table des inodes</translation>
    </message>
    <message>
        <source>The id table</source>
        <translation>La table des identifiants</translation>
    </message>
    <message>
        <source>its owner is impossible</source>
        <translation>son propriétaire est impossible</translation>
    </message>
    <message>
        <source>its fragment is impossible</source>
        <translation>son fragment est impossible</translation>
    </message>
    <message>
        <source>The inode at %1:%2</source>
        <translation>L’inode à %1:%2</translation>
    </message>
    <message>
        <source>Its tables would be larger than SquashFS allows (4 GB).</source>
        <translation>Ses tables seraient plus grandes que SquashFS ne le permet (4 GB).</translation>
    </message>
    <message>
        <source>Leave files out.</source>
        <translation>Omettre des fichiers.</translation>
    </message>
    <message>
        <source>Cannot compress the image</source>
        <translation>Impossible de compresser l’image</translation>
    </message>
    <message>
        <source>This compression is not written.</source>
        <translation>Cette compression n’est pas écrite.</translation>
    </message>
    <message>
        <source>Give a level from 1 to %1.</source>
        <translation>Donner un niveau de 1 à %1.</translation>
    </message>
    <message>
        <source>The table of references</source>
        <translation>La table des références</translation>
    </message>
    <message>
        <source>The directory table</source>
        <translation>La table des dossiers</translation>
    </message>
    <message>
        <source>there are more inodes than were counted</source>
        <translation>il y a plus d’inodes qu’il n’en a été compté</translation>
    </message>
    <message>
        <source>it is of another type than its name says</source>
        <translation>il est d’un autre type que son nom ne l’indique</translation>
    </message>
    <message>
        <source>nothing stands at %1:%2 of it</source>
        <translation>rien ne s’y trouve à %1:%2</translation>
    </message>
    <message>
        <source>it ends early</source>
        <translation>elle se termine trop tôt</translation>
    </message>
    <message>
        <source>its block %1 is too short</source>
        <translation>son bloc %1 est trop court</translation>
    </message>
    <message>
        <source>the places of its blocks are impossible</source>
        <translation>les emplacements de ses blocs sont impossibles</translation>
    </message>
    <message>
        <source>it has no entry %1</source>
        <translation>elle n’a pas d’entrée %1</translation>
    </message>
    <message>
        <source>SquashFS cannot hold the %1</source>
        <translation>SquashFS ne peut pas contenir ceci (type&#xa0;: %1)</translation>
    </message>
    <message>
        <source>It has too many names.</source>
        <translation>Il a trop de noms.</translation>
    </message>
    <message>
        <source>Blocks of %1 bytes are not possible.</source>
        <translation>Des blocs de %1 octets ne sont pas possibles.</translation>
    </message>
    <message>
        <source>Give a power of two from 4096 to 1048576.</source>
        <translation>Donner une puissance de deux de 4096 à 1048576.</translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation>Écriture des tables</translation>
    </message>
    <message>
        <source>The table of attributes</source>
        <translation>La table des attributs</translation>
    </message>
    <message>
        <source>its place is impossible</source>
        <translation>son emplacement est impossible</translation>
    </message>
    <message>
        <source>the length of a name is impossible</source>
        <translation>la longueur d’un nom est impossible</translation>
    </message>
    <message>
        <source>its lists overlap</source>
        <translation>ses listes se chevauchent</translation>
    </message>
    <message>
        <source>the length of a value is impossible</source>
        <translation>la longueur d’une valeur est impossible</translation>
    </message>
    <message>
        <source>SquashFS cannot hold the extended attributes</source>
        <translation>SquashFS ne peut pas contenir les attributs étendus</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes, more than the %3 of Linux.</source>
        <translation>La valeur de %1 a %2 octets, plus que les %3 de Linux.</translation>
    </message>
    <message>
        <source>Their names are longer together than Linux can list.</source>
        <translation>Leurs noms sont ensemble plus longs que Linux ne peut en lister.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>its list of names is that of another one</source>
        <translation>sa liste de noms est celle d’une autre</translation>
    </message>
    <message>
        <source>its names are not in order</source>
        <translation>ses noms ne sont pas dans l’ordre</translation>
    </message>
    <message>
        <source>its values overlap</source>
        <translation>ses valeurs se chevauchent</translation>
    </message>
    <message>
        <source>A label has at most %1 bytes.</source>
        <translation>Un nom de volume a au plus %1 octets.</translation>
    </message>
    <message>
        <source>%1 files have times that %2 cannot hold, and get the nearest one; the first is %3.</source>
        <translation>%1 fichiers ont des dates que %2 ne peut pas contenir et reçoivent la plus proche&#xa0;; le premier est %3.</translation>
    </message>
    <message>
        <source>Somebody wrote to the image that stands there meanwhile.</source>
        <translation>Quelqu’un a écrit entre-temps dans l’image qui s’y trouve.</translation>
    </message>
    <message>
        <source>Unmount it, and try again.</source>
        <translation>Démontez-la et réessayez.</translation>
    </message>
    <message>
        <source>This part is missing, although later ones are there.</source>
        <translation>Cette partie manque, alors que des parties suivantes sont là.</translation>
    </message>
    <message>
        <source>Put all parts into one folder.</source>
        <translation>Mettre toutes les parties dans un même dossier.</translation>
    </message>
    <message>
        <source>It became shorter while it was read.</source>
        <translation>Le fichier a raccourci pendant sa lecture.</translation>
    </message>
    <message>
        <source>Parts of %1 are too small.</source>
        <translation>Des parties de %1 sont trop petites.</translation>
    </message>
    <message>
        <source>Choose at least %1.</source>
        <translation>Choisir au moins %1.</translation>
    </message>
    <message>
        <source>Something that is no regular file has this name.</source>
        <translation>Quelque chose qui n’est pas un fichier ordinaire porte ce nom.</translation>
    </message>
    <message>
        <source>Move it away, or choose another name.</source>
        <translation>Le déplacer, ou choisir un autre nom.</translation>
    </message>
    <message>
        <source>It would have more than %1 parts.</source>
        <translation>Il y aurait plus de %1 parties.</translation>
    </message>
    <message>
        <source>Choose larger parts.</source>
        <translation>Choisir des parties plus grandes.</translation>
    </message>
    <message>
        <source>Cannot write the layer</source>
        <translation>Impossible d’écrire la couche</translation>
    </message>
    <message>
        <source>Another run is writing it.</source>
        <translation>Une autre exécution l’écrit en ce moment.</translation>
    </message>
    <message>
        <source>Wait until that is done, or choose another name.</source>
        <translation>Attendre qu’elle soit terminée, ou choisir un autre nom.</translation>
    </message>
    <message>
        <source>Something else has this name.</source>
        <translation>Autre chose porte ce nom.</translation>
    </message>
    <message>
        <source>Cannot end what a killed run left there</source>
        <translation>Impossible de terminer ce qu’une exécution tuée y a laissé</translation>
    </message>
    <message>
        <source>Move away what stands in its place.</source>
        <translation>Déplacer ce qui se trouve à sa place.</translation>
    </message>
    <message>
        <source>Something else has the name of a part.</source>
        <translation>Autre chose porte le nom d’une partie.</translation>
    </message>
    <message>
        <source>Another program has changed what it would replace.</source>
        <translation>Un autre programme a modifié ce qui serait remplacé.</translation>
    </message>
    <message>
        <source>Look at what is there now, then write it again.</source>
        <translation>Regarder ce qui s’y trouve maintenant, puis réécrire.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Copiez-la ou téléchargez-la de nouveau.</translation>
    </message>
    <message>
        <source>Known are tar, cpio, zip, 7z, deb, rpm and apk; unpack others first.</source>
        <translation>Sont connus tar, cpio, zip, 7z, deb, rpm et apk ; dépaquetez les autres d’abord.</translation>
    </message>
    <message>
        <source>Cannot read the checksums</source>
        <translation>Impossible de lire les sommes de contrôle</translation>
    </message>
    <message>
        <source>Copy or download all of it again. If %1 is of another archive, move it away.</source>
        <translation>Copier ou télécharger de nouveau le tout. Si %1 est celui d’une autre archive, le déplacer.</translation>
    </message>
    <message>
        <source>This part is missing: %1 names it.</source>
        <translation>Cette partie manque&#xa0;: %1 la nomme.</translation>
    </message>
    <message>
        <source>%1 names other parts, but not this one.</source>
        <translation>%1 nomme d’autres parties, mais pas celle-ci.</translation>
    </message>
    <message>
        <source>It is damaged or another one: its SHA-256 is %1, but %2 says %3.</source>
        <translation>Il est endommagé ou autre&#xa0;: son SHA-256 est %1, mais %2 indique %3.</translation>
    </message>
    <message>
        <source>It is a sparse file in star&apos;s own form, whose holes cannot be told from its data.</source>
        <translation>C’est un fichier à trous dans la forme propre à star, où l’on ne distingue pas les trous des données.</translation>
    </message>
    <message>
        <source>Pack it again without star&apos;s option -sparse.</source>
        <translation>L’archiver de nouveau sans l’option -sparse de star.</translation>
    </message>
    <message>
        <source>Verifying the checksum</source>
        <translation>Vérification de la somme de contrôle</translation>
    </message>
    <message>
        <source>it holds data, which this file system does not know</source>
        <translation>il contient des données, ce que ce système de fichiers ne connaît pas</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Reading the link map</source>
        <translation>Lecture de la carte des liens</translation>
    </message>
    <message>
        <source>Cannot save the picture</source>
        <translation>Impossible d’enregistrer l’image</translation>
    </message>
    <message>
        <source>It is too large for PNG.</source>
        <translation>Elle est trop grande pour PNG.</translation>
    </message>
    <message>
        <source>Save it as SVG or PDF.</source>
        <translation>Enregistrez-la en SVG ou PDF.</translation>
    </message>
    <message>
        <source>Its name does not tell in which format.</source>
        <translation>Son nom ne dit pas dans quel format.</translation>
    </message>
    <message>
        <source>End the name with .svg, .pdf or .png.</source>
        <translation>Terminez le nom par .svg, .pdf ou .png.</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Scripts</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Documentation</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Pictures, sounds, fonts</source>
        <translation>Images, sons, polices</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Aucun composant</translation>
    </message>
    <message>
        <source>and smaller ones</source>
        <translation>et de plus petits</translation>
    </message>
    <message>
        <source>Full colour: shared</source>
        <translation>Couleur pleine&#xa0;: partagé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2, shared</source>
        <translation>%1&#xa0;: %2, partagé</translation>
    </message>
    <message>
        <source>%1: %2, private</source>
        <translation>%1&#xa0;: %2, privé</translation>
    </message>
    <message>
        <source>%1: %2 in %3 files</source>
        <translation>%1&#xa0;: %2 dans %3 fichiers</translation>
    </message>
    <message>
        <source>%1, %2 of them shared</source>
        <translation>%1, dont %2 partagés</translation>
    </message>
    <message>
        <source>Space of %1</source>
        <translation>Espace de %1</translation>
    </message>
    <message>
        <source>Faded: private</source>
        <translation>Estompé&#xa0;: privé</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Free some space there, or choose a place on another disk.</source>
        <translation>Libérer de l’espace à cet endroit, ou choisir un emplacement sur un autre disque.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder, or choose another place.</source>
        <translation>Vérifier les droits du fichier et de son dossier, ou choisir un autre emplacement.</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>Vérifier l’orthographe du chemin.</translation>
    </message>
    <message>
        <source>That file system is mounted read-only: choose another place.</source>
        <translation>Ce système de fichiers est monté en lecture seule&#xa0;: choisir un autre emplacement.</translation>
    </message>
    <message>
        <source>Close other programs, or raise the limit of open files (ulimit -n).</source>
        <translation>Fermer d’autres programmes, ou relever la limite de fichiers ouverts (ulimit -n).</translation>
    </message>
    <message>
        <source>Choose a shorter path.</source>
        <translation>Choisir un chemin plus court.</translation>
    </message>
    <message>
        <source>The disk reports an error: check it, and the kernel&apos;s log (dmesg).</source>
        <translation>Le disque signale une erreur&#xa0;: le vérifier, ainsi que le journal du noyau (dmesg).</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Opération non permise</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Aucun fichier ou dossier de ce nom</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Aucun périphérique ou adresse de ce type</translation>
    </message>
    <message>
        <source>Argument list too long</source>
        <translation>Liste d’arguments trop longue</translation>
    </message>
    <message>
        <source>Bad file descriptor</source>
        <translation>Mauvais descripteur de fichier</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>Ressource temporairement indisponible</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Impossible d’allouer de la mémoire</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Permission refusée</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Périphérique ou ressource occupé</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Le fichier existe</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>Lien invalide entre périphériques</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Aucun périphérique de ce type</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>N’est pas un dossier</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Est un dossier</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Argument invalide</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>Trop de fichiers ouverts dans le système</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Fichier exécutable occupé</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Fichier trop volumineux</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Aucun espace disponible sur le périphérique</translation>
    </message>
    <message>
        <source>Illegal seek</source>
        <translation>Positionnement illégal</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>Too many links</source>
        <translation>Trop de liens</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Tube brisé</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Nom de fichier trop long</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Dossier non vide</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Trop de niveaux de liens symboliques</translation>
    </message>
    <message>
        <source>Value too large for defined data type</source>
        <translation>Valeur trop grande pour le type de données défini</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>Opération non prise en charge</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Délai de connexion dépassé</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Identificateur de fichier périmé</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Quota disque dépassé</translation>
    </message>
    <message>
        <source>No medium found</source>
        <translation>Aucun support trouvé</translation>
    </message>
    <message>
        <source>Error number %1</source>
        <translation>Erreur numéro %1</translation>
    </message>
    <message>
        <source>Cannot go on</source>
        <translation>Impossible de continuer</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Il n’y a pas assez de mémoire</translation>
    </message>
    <message>
        <source>Close other programs, or work on a smaller part.</source>
        <translation>Fermer d’autres programmes, ou travailler sur une partie plus petite.</translation>
    </message>
    <message>
        <source>This is a mistake in Refbox: please report it.</source>
        <translation>C’est une erreur de Refbox&#xa0;: merci de la signaler.</translation>
    </message>
    <message>
        <source>Further lines are left out.</source>
        <translation>Les lignes suivantes sont omises.</translation>
    </message>
    <message>
        <source>B</source>
        <translation>o</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>To</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>Po</translation>
    </message>
    <message>
        <source>EB</source>
        <translation>Eo</translation>
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
        <translation>Assemble des paquets nano-vserver.</translation>
    </message>
    <message>
        <source>A project to open, or an image, archive or folder to look inside</source>
        <translation>Un projet à ouvrir, ou une image, une archive ou un dossier à examiner</translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>the image&apos;s settings</source>
        <translation>les paramètres de l’image</translation>
    </message>
    <message>
        <source>The file system</source>
        <translation>Le système de fichiers</translation>
    </message>
    <message>
        <source>is too long, or holds a backslash or something that cannot be shown</source>
        <translation>est trop long, ou contient une barre oblique inverse ou quelque chose qui ne peut pas être affiché</translation>
    </message>
    <message>
        <source>The label</source>
        <translation>Le nom de volume</translation>
    </message>
    <message>
        <source>is neither &quot;fit&quot; nor a size like &quot;64M&quot; or 67108864</source>
        <translation>n’est ni &quot;fit&quot; ni une taille comme &quot;64M&quot; ou 67108864</translation>
    </message>
    <message>
        <source>The image&apos;s size</source>
        <translation>La taille de l’image</translation>
    </message>
    <message>
        <source>is neither a share from &quot;0%&quot; to below &quot;100%&quot; nor a size like &quot;5M&quot;</source>
        <translation>n’est ni une part de &quot;0%&quot; à moins de &quot;100%&quot; ni une taille comme &quot;5M&quot;</translation>
    </message>
    <message>
        <source>The free space</source>
        <translation>L’espace libre</translation>
    </message>
    <message>
        <source>is none of &quot;cd-650&quot;, &quot;cd-700&quot;, &quot;mini-cd&quot;, &quot;dvd&quot; and no size like &quot;64M&quot;</source>
        <translation>n’est ni &quot;cd-650&quot;, ni &quot;cd-700&quot;, ni &quot;mini-cd&quot;, ni &quot;dvd&quot;, ni une taille comme &quot;64M&quot;</translation>
    </message>
    <message>
        <source>The capacity</source>
        <translation>La capacité</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>le nombre %1</translation>
    </message>
    <message>
        <source>the string %1</source>
        <translation>la chaîne %1</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>The key %1</source>
        <translation>La clé %1</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>L’entrée %1</translation>
    </message>
    <message>
        <source>The key true</source>
        <translation>La clé true</translation>
    </message>
    <message>
        <source>The key false</source>
        <translation>La clé false</translation>
    </message>
    <message>
        <source>Cannot read the Lua data</source>
        <translation>Impossible de lire les données Lua</translation>
    </message>
    <message>
        <source>This is a compiled Lua program, not text</source>
        <translation>C’est un programme Lua compilé, pas du texte</translation>
    </message>
    <message>
        <source>Use the text that it was compiled from.</source>
        <translation>Utiliser le texte à partir duquel il a été compilé.</translation>
    </message>
    <message>
        <source>This is UTF-16 text</source>
        <translation>C’est du texte UTF-16</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>L’enregistrer en UTF-8.</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>la fin du fichier</translation>
    </message>
    <message>
        <source>The file ends inside the string that begins here</source>
        <translation>Le fichier se termine à l’intérieur de la chaîne qui commence ici</translation>
    </message>
    <message>
        <source>The file ends inside the comment that begins here</source>
        <translation>Le fichier se termine à l’intérieur du commentaire qui commence ici</translation>
    </message>
    <message>
        <source>It would have to end in %1</source>
        <translation>Il faudrait que cela se termine par %1</translation>
    </message>
    <message>
        <source>The string that begins here does not end on its line</source>
        <translation>La chaîne qui commence ici ne se termine pas sur sa ligne</translation>
    </message>
    <message>
        <source>A line break inside a string is written as \n.</source>
        <translation>Un saut de ligne dans une chaîne s’écrit \n.</translation>
    </message>
    <message>
        <source>Found a backslash before %1, which means nothing in Lua</source>
        <translation>Trouvé&#xa0;: une barre oblique inverse avant %1, ce qui ne signifie rien en Lua</translation>
    </message>
    <message>
        <source>A backslash itself is written as \\.</source>
        <translation>La barre oblique inverse elle-même s’écrit \\.</translation>
    </message>
    <message>
        <source>Found %1 where \x wants two hexadecimal digits</source>
        <translation>Trouvé&#xa0;: %1, là où \x attend deux chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>Found \%1, but a byte is at most \255</source>
        <translation>Trouvé&#xa0;: \%1, mais un octet vaut au plus \255</translation>
    </message>
    <message>
        <source>\u wants hexadecimal digits in braces, as in \u{20AC}</source>
        <translation>\u attend des chiffres hexadécimaux entre accolades, comme \u{20AC}</translation>
    </message>
    <message>
        <source>\u takes at most \u{7FFFFFFF}</source>
        <translation>\u va au plus jusqu’à \u{7FFFFFFF}</translation>
    </message>
    <message>
        <source>Found %1 where \u{…} wants a closing brace</source>
        <translation>Trouvé&#xa0;: %1, là où \u{…} attend une accolade fermante</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>&quot;%1&quot; n’est pas un nombre</translation>
    </message>
    <message>
        <source>Found %1, which has no meaning outside a string</source>
        <translation>Trouvé&#xa0;: %1, ce qui n’a pas de sens hors d’une chaîne</translation>
    </message>
    <message>
        <source>Is this a text file? It should hold one &quot;return { … }&quot;.</source>
        <translation>Est-ce un fichier texte&#xa0;? Il devrait contenir un seul &quot;return { … }&quot;.</translation>
    </message>
    <message>
        <source>Cannot write a Lua number</source>
        <translation>Impossible d’écrire un nombre Lua</translation>
    </message>
    <message>
        <source>Not-a-number has no literal in Lua</source>
        <translation>Not-a-number n’a pas d’écriture littérale en Lua</translation>
    </message>
    <message>
        <source>The file ends inside the table that begins at line %1, column %2</source>
        <translation>Le fichier se termine à l’intérieur de la table qui commence à la ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>Is it complete? A closing brace is missing.</source>
        <translation>Est-il complet&#xa0;? Il manque une accolade fermante.</translation>
    </message>
    <message>
        <source>Found %1 where %2 is expected</source>
        <translation>Trouvé&#xa0;: %1&#xa0;; attendu&#xa0;: %2</translation>
    </message>
    <message>
        <source>This file is data: strings, numbers, true, false, nil and tables of these. Nothing in it is computed; to compute, write a Lua script that prints such a file.</source>
        <translation>Ce fichier est fait de données&#xa0;: chaînes, nombres, true, false, nil et tables de ceux-ci. Rien n’y est calculé&#xa0;; pour calculer, écrire un script Lua qui produit un tel fichier.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; after %2</source>
        <translation>&quot;%1&quot; après %2</translation>
    </message>
    <message>
        <source>There is no &quot;return { … }&quot; in it</source>
        <translation>Il ne contient pas de &quot;return { … }&quot;</translation>
    </message>
    <message>
        <source>&quot;{&quot; after &quot;return&quot;</source>
        <translation>&quot;{&quot; après &quot;return&quot;</translation>
    </message>
    <message>
        <source>Tables stand more than %1 deep in each other</source>
        <translation>Les tables sont imbriquées à plus de %1 niveaux</translation>
    </message>
    <message>
        <source>There are more than %1 entries</source>
        <translation>Il y a plus de %1 entrées</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;}&quot;</source>
        <translation>&quot;,&quot; ou &quot;}&quot;</translation>
    </message>
    <message>
        <source>Is a comma missing before it?</source>
        <translation>Manque-t-il une virgule avant&#xa0;?</translation>
    </message>
    <message>
        <source>a value or &quot;name = value&quot;</source>
        <translation>une valeur ou &quot;nom = valeur&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a word of Lua&apos;s own</source>
        <translation>&quot;%1&quot; est un mot réservé de Lua</translation>
    </message>
    <message>
        <source>As a key it is written [&quot;%1&quot;] = …</source>
        <translation>Comme clé, cela s’écrit [&quot;%1&quot;] = …</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>une clé</translation>
    </message>
    <message>
        <source>Keys are strings, numbers, true or false.</source>
        <translation>Les clés sont des chaînes, des nombres, true ou false.</translation>
    </message>
    <message>
        <source>nil cannot be a key</source>
        <translation>nil ne peut pas être une clé</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>la clé</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>une valeur</translation>
    </message>
    <message>
        <source>a number after &quot;-&quot;</source>
        <translation>un nombre après &quot;-&quot;</translation>
    </message>
    <message>
        <source>%1 stands here a second time; the first is at line %2, column %3</source>
        <translation>%1 figure ici une deuxième fois&#xa0;; la première est à la ligne %2, colonne %3</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Garder l’une des deux.</translation>
    </message>
    <message>
        <source>The file is too long: at most %1 is read</source>
        <translation>Le fichier est trop long&#xa0;: %1 sont lus au plus</translation>
    </message>
    <message>
        <source>%1 stands in the list %2, where entries have no names</source>
        <translation>%1 figure dans la liste %2, où les entrées n’ont pas de nom</translation>
    </message>
    <message>
        <source>Are braces missing around one entry of the list?</source>
        <translation>Manque-t-il des accolades autour d’une entrée de la liste&#xa0;?</translation>
    </message>
    <message>
        <source>The list %1 has no entry %2, but entry %3 stands in it</source>
        <translation>La liste %1 n’a pas d’entrée %2, mais l’entrée %3 y figure</translation>
    </message>
    <message>
        <source>Found %1 where %2 should be, a table { … }</source>
        <translation>Trouvé&#xa0;: %1&#xa0;; attendu ici&#xa0;: %2, une table { … }</translation>
    </message>
    <message>
        <source>Found %1 without a name in %2</source>
        <translation>Trouvé sans nom dans %2&#xa0;: %1</translation>
    </message>
    <message>
        <source>It may hold: %1.</source>
        <translation>Contenu possible&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 is unknown in %2</source>
        <translation>%1 n’existe pas dans %2</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Vouliez-vous dire %1&#xa0;?</translation>
    </message>
    <message>
        <source>%1 in %2 should be %3, but it is %4</source>
        <translation>%1 dans %2 devrait être %3, mais c’est %4</translation>
    </message>
    <message>
        <source>%1 is missing in %2</source>
        <translation>%1 manque dans %2</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>une chaîne</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>a table { … }</source>
        <translation>une table { … }</translation>
    </message>
    <message>
        <source>An entry of %1</source>
        <translation>Une entrée de %1</translation>
    </message>
    <message>
        <source>%1 should be a string, but it is %2</source>
        <translation>%1 devrait être une chaîne, mais c’est %2</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>holds a NUL byte, which no file name can</source>
        <translation>contient un octet NUL, ce qu’aucun nom de fichier ne peut</translation>
    </message>
    <message>
        <source>is longer than %1 bytes, the most that Linux takes</source>
        <translation>dépasse %1 octets, le maximum que Linux accepte</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>dépasse %1 caractères</translation>
    </message>
    <message>
        <source>does not begin with a letter or digit</source>
        <translation>ne commence pas par une lettre ou un chiffre</translation>
    </message>
    <message>
        <source>holds something else than letters, digits and the signs . _ + -</source>
        <translation>contient autre chose que des lettres, des chiffres et les signes . _ + -</translation>
    </message>
    <message>
        <source>is taken: the image has a folder /%1 of its own</source>
        <translation>est déjà pris&#xa0;: l’image a son propre dossier /%1</translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation>dépasse %1 octets</translation>
    </message>
    <message>
        <source>holds a &apos;/&apos;, but files are named after it</source>
        <translation>contient un &apos;/&apos;, or des fichiers en tirent leur nom</translation>
    </message>
    <message>
        <source>begins with &apos;%1&apos;, but files are named after it</source>
        <translation>commence par &apos;%1&apos;, or des fichiers en tirent leur nom</translation>
    </message>
    <message>
        <source>holds a backslash or something that cannot be shown</source>
        <translation>contient une barre oblique inverse ou quelque chose qui ne peut pas être affiché</translation>
    </message>
    <message>
        <source>is the root folder itself</source>
        <translation>est le dossier racine lui-même</translation>
    </message>
    <message>
        <source>does not begin with &apos;/&apos;</source>
        <translation>ne commence pas par &apos;/&apos;</translation>
    </message>
    <message>
        <source>ends with &apos;/&apos;</source>
        <translation>se termine par &apos;/&apos;</translation>
    </message>
    <message>
        <source>holds two &apos;/&apos; beside each other</source>
        <translation>contient deux &apos;/&apos; à la suite</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;</source>
        <translation>contient &quot;%1&quot;</translation>
    </message>
    <message>
        <source>holds a name of more than %1 bytes</source>
        <translation>contient un nom de plus de %1 octets</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>est un dossier</translation>
    </message>
    <message>
        <source>Cannot read the project</source>
        <translation>Impossible de lire le projet</translation>
    </message>
    <message>
        <source>Cannot save the project</source>
        <translation>Impossible d’enregistrer le projet</translation>
    </message>
    <message>
        <source>That is a folder</source>
        <translation>C’est un dossier</translation>
    </message>
    <message>
        <source>That is no regular file</source>
        <translation>Ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>Choose the name of a file.</source>
        <translation>Choisir le nom d’un fichier.</translation>
    </message>
    <message>
        <source>That is neither a file nor a pipe</source>
        <translation>Ce n’est ni un fichier ni un tube</translation>
    </message>
    <message>
        <source>Choose a project file, NAME.refbox.lua.</source>
        <translation>Choisir un fichier de projet, NAME.refbox.lua.</translation>
    </message>
    <message>
        <source>while reading back what was to be written; nothing was changed</source>
        <translation>lors de la relecture de ce qui devait être écrit&#xa0;; rien n’a été modifié</translation>
    </message>
    <message>
        <source>The name is not UTF-8</source>
        <translation>Le nom n’est pas en UTF-8</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Choisir un autre nom ou un autre dossier.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the free space there, or choose another place.</source>
        <translation>Vérifier les droits du dossier et l’espace libre à cet endroit, ou choisir un autre emplacement.</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>le projet</translation>
    </message>
    <message>
        <source>The project&apos;s name</source>
        <translation>Le nom du projet</translation>
    </message>
    <message>
        <source>This is no Refbox project: &quot;refbox&quot; is missing</source>
        <translation>Ce n’est pas un projet Refbox&#xa0;: &quot;refbox&quot; manque</translation>
    </message>
    <message>
        <source>A project begins with refbox = %1, the version of its format.</source>
        <translation>Un projet commence par refbox = %1, la version de son format.</translation>
    </message>
    <message>
        <source>The project has format %1; this Refbox reads up to format %2</source>
        <translation>Le projet a le format %1&#xa0;; ce Refbox lit jusqu’au format %2</translation>
    </message>
    <message>
        <source>It was made with a newer Refbox: use that one, or a newer one still.</source>
        <translation>Il a été fait avec un Refbox plus récent&#xa0;: utiliser celui-là, ou un plus récent encore.</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>Donner un autre nom à l’un des deux.</translation>
    </message>
    <message>
        <source>the component</source>
        <translation>le composant</translation>
    </message>
    <message>
        <source>The component&apos;s name</source>
        <translation>Le nom du composant</translation>
    </message>
    <message>
        <source>There is a second component &quot;%1&quot;; the first is at line %2, column %3</source>
        <translation>Il y a un deuxième composant &quot;%1&quot;&#xa0;; le premier est à la ligne %2, colonne %3</translation>
    </message>
    <message>
        <source>The prefix</source>
        <translation>Le préfixe</translation>
    </message>
    <message>
        <source>An option&apos;s name, &quot;%1&quot;, %2</source>
        <translation>Le nom d’une option, &quot;%1&quot;, %2</translation>
    </message>
    <message>
        <source>An option</source>
        <translation>Une option</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>la source</translation>
    </message>
    <message>
        <source>The source says nothing</source>
        <translation>La source n’indique rien</translation>
    </message>
    <message>
        <source>The source says more than one thing</source>
        <translation>La source indique plus d’une chose</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Le dossier</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>L’archive</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>La recette</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>holds a &apos;/&apos;, but libraries are asked for by their names</source>
        <translation>contient un &apos;/&apos;, or les bibliothèques sont demandées par leur nom</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>La bibliothèque</translation>
    </message>
    <message>
        <source>the program (a name, or a table with a name)</source>
        <translation>le programme (un nom, ou une table avec un nom)</translation>
    </message>
    <message>
        <source>The program&apos;s place</source>
        <translation>L’emplacement du programme</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Le programme</translation>
    </message>
    <message>
        <source>the vserver</source>
        <translation>le vserver</translation>
    </message>
    <message>
        <source>The vserver&apos;s name</source>
        <translation>Le nom du vserver</translation>
    </message>
    <message>
        <source>There is a second vserver &quot;%1&quot;; the first is at line %2, column %3</source>
        <translation>Il y a un deuxième vserver &quot;%1&quot;&#xa0;; le premier est à la ligne %2, colonne %3</translation>
    </message>
    <message>
        <source>is none of &quot;typical&quot;, &quot;minimal&quot; and &quot;empty&quot;</source>
        <translation>n’est ni &quot;typical&quot;, ni &quot;minimal&quot;, ni &quot;empty&quot;</translation>
    </message>
    <message>
        <source>The skeleton</source>
        <translation>Le squelette</translation>
    </message>
    <message>
        <source>The pattern</source>
        <translation>Le motif</translation>
    </message>
    <message>
        <source>the link rule</source>
        <translation>la règle de lien</translation>
    </message>
    <message>
        <source>The path in the refbox</source>
        <translation>Le chemin dans la refbox</translation>
    </message>
    <message>
        <source>The place in the vserver</source>
        <translation>L’emplacement dans le vserver</translation>
    </message>
    <message>
        <source>is none of &quot;hard&quot;, &quot;symbolic&quot; and &quot;copy&quot;</source>
        <translation>n’est ni &quot;hard&quot;, ni &quot;symbolic&quot;, ni &quot;copy&quot;</translation>
    </message>
    <message>
        <source>The manner</source>
        <translation>Le genre de lien</translation>
    </message>
    <message>
        <source>The file&apos;s path</source>
        <translation>Le chemin du fichier</translation>
    </message>
    <message>
        <source>the file (a string, or a table with its content)</source>
        <translation>le fichier (une chaîne, ou une table avec son contenu)</translation>
    </message>
    <message>
        <source>The mode should be a string of octal digits, but it is %1</source>
        <translation>Les droits devraient être une chaîne de chiffres octaux, mais c’est %1</translation>
    </message>
    <message>
        <source>Write it as in mode = &quot;0755&quot;.</source>
        <translation>Les écrire ainsi&#xa0;: mode = &quot;0755&quot;.</translation>
    </message>
    <message>
        <source>is no octal number from &quot;0000&quot; to &quot;7777&quot;</source>
        <translation>n’est pas un nombre octal de &quot;0000&quot; à &quot;7777&quot;</translation>
    </message>
    <message>
        <source>The mode</source>
        <translation>Le mode (droits)</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; lies in &quot;%2&quot;, which is a file too</source>
        <translation>Le fichier &quot;%1&quot; se trouve dans &quot;%2&quot;, qui est aussi un fichier</translation>
    </message>
    <message>
        <source>Cannot write the project</source>
        <translation>Impossible d’écrire le projet</translation>
    </message>
    <message>
        <source>A size of %1 bytes is more than a project can say</source>
        <translation>Une taille de %1 octets dépasse ce qu’un projet peut indiquer</translation>
    </message>
    <message>
        <source>The free space, %1 %, is not from 0 to below 100 %</source>
        <translation>L’espace libre, %1&#xa0;%, n’est pas compris entre 0 et moins de 100&#xa0;%</translation>
    </message>
    <message>
        <source>Cannot start from this template</source>
        <translation>Impossible de partir de ce modèle</translation>
    </message>
    <message>
        <source>There is no template of this name.</source>
        <translation>Il n’y a pas de modèle de ce nom.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Choisir parmi&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Cannot read the template</source>
        <translation>Impossible de lire le modèle</translation>
    </message>
    <message>
        <source>The recipe cannot be built so</source>
        <translation>La recette ne peut pas être construite ainsi</translation>
    </message>
    <message>
        <source>It has no option &quot;%1&quot;.</source>
        <translation>Elle n’a pas d’option «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>It has no options.</source>
        <translation>Elle n’a pas d’options.</translation>
    </message>
    <message>
        <source>Its options: %1.</source>
        <translation>Ses options&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Its option %1 cannot be &quot;%2&quot;.</source>
        <translation>Son option %1 ne peut pas être «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>is no SHA-256 of 64 lower-case hex digits</source>
        <translation>n’est pas une SHA-256 de 64 chiffres hexadécimaux minuscules</translation>
    </message>
    <message>
        <source>is no address that begins with http:// or https://</source>
        <translation>n’est pas une adresse commençant par http:// ou https://</translation>
    </message>
    <message>
        <source>has more than one line</source>
        <translation>a plus d’une ligne</translation>
    </message>
    <message>
        <source>This is no recipe: &quot;recipe&quot; is missing</source>
        <translation>Ce n’est pas une recette&#xa0;: «&#x202f;recipe&#x202f;» manque</translation>
    </message>
    <message>
        <source>A recipe begins with recipe = %1, the version of its format.</source>
        <translation>Une recette commence par recipe = %1, la version de son format.</translation>
    </message>
    <message>
        <source>The recipe&apos;s format is %1; this Refbox reads format %2</source>
        <translation>Le format de la recette est %1&#xa0;; ce Refbox lit le format %2</translation>
    </message>
    <message>
        <source>Use a Refbox that knows this format.</source>
        <translation>Utiliser un Refbox qui connaît ce format.</translation>
    </message>
    <message>
        <source>the recipe</source>
        <translation>la recette</translation>
    </message>
    <message>
        <source>The recipe has no source</source>
        <translation>La recette n’a pas de source</translation>
    </message>
    <message>
        <source>What the recipe provides</source>
        <translation>Ce que la recette fournit</translation>
    </message>
    <message>
        <source>The recipe&apos;s name</source>
        <translation>Le nom de la recette</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>La version</translation>
    </message>
    <message>
        <source>The checksum</source>
        <translation>La somme de contrôle</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>L’adresse</translation>
    </message>
    <message>
        <source>the option</source>
        <translation>l’option</translation>
    </message>
    <message>
        <source>The option&apos;s name</source>
        <translation>Le nom de l’option</translation>
    </message>
    <message>
        <source>There is a second option of this name</source>
        <translation>Il y a une deuxième option de ce nom</translation>
    </message>
    <message>
        <source>The choice</source>
        <translation>Le choix</translation>
    </message>
    <message>
        <source>The standard is none of the choices</source>
        <translation>La valeur par défaut n’est aucun des choix</translation>
    </message>
    <message>
        <source>the need (a recipe&apos;s name, or a table with one)</source>
        <translation>le besoin (le nom d’une recette, ou une table qui en a un)</translation>
    </message>
    <message>
        <source>The needed recipe</source>
        <translation>La recette nécessaire</translation>
    </message>
    <message>
        <source>The recipe has no option %1</source>
        <translation>La recette n’a pas d’option %1</translation>
    </message>
    <message>
        <source>This is no choice of the option %1</source>
        <translation>Ce n’est pas un choix de l’option %1</translation>
    </message>
    <message>
        <source>the steps</source>
        <translation>les étapes</translation>
    </message>
    <message>
        <source>A script cannot hold a NUL byte</source>
        <translation>Un script ne peut pas contenir d’octet NUL</translation>
    </message>
    <message>
        <source>Cannot read the recipe</source>
        <translation>Impossible de lire la recette</translation>
    </message>
    <message>
        <source>The signature</source>
        <translation>La signature</translation>
    </message>
    <message>
        <source>is no package&apos;s name: small letters, digits, &apos;+&apos;, &apos;-&apos; and &apos;.&apos;</source>
        <translation>n&apos;est pas un nom de paquet&#xa0;: minuscules, chiffres, «&#xa0;+&#xa0;», «&#xa0;-&#xa0;» et «&#xa0;.&#xa0;»</translation>
    </message>
    <message>
        <source>has a version that is none: letters, digits, &apos;.&apos;, &apos;+&apos;, &apos;-&apos;, &apos;~&apos;</source>
        <translation>a une version qui n&apos;en est pas une&#xa0;: lettres, chiffres, «&#xa0;.&#xa0;», «&#xa0;+&#xa0;», «&#xa0;-&#xa0;», «&#xa0;~&#xa0;»</translation>
    </message>
    <message>
        <source>is none: small letters and digits, as in &quot;arm64&quot;</source>
        <translation>n&apos;en est pas une&#xa0;: minuscules et chiffres, comme dans «&#xa0;arm64&#xa0;»</translation>
    </message>
    <message>
        <source>It holds one of: host = { … }, packages = { … }, folder = &quot;…&quot;, archive = &quot;…&quot;, recipe = &quot;…&quot;.</source>
        <translation>Elle contient l&apos;un de&#xa0;: host = { … }, packages = { … }, folder = &quot;…&quot;, archive = &quot;…&quot;, recipe = &quot;…&quot;.</translation>
    </message>
    <message>
        <source>The package</source>
        <translation>Le paquet</translation>
    </message>
    <message>
        <source>The architecture</source>
        <translation>L&apos;architecture</translation>
    </message>
    <message>
        <source>Debian&apos;s package</source>
        <translation>le paquet de Debian</translation>
    </message>
    <message>
        <source>The suite</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>is not like &quot;12345678-1234-1234-1234-123456789abc&quot;</source>
        <translation>n’est pas comme &quot;12345678-1234-1234-1234-123456789abc&quot;</translation>
    </message>
    <message>
        <source>The UUID</source>
        <translation>L’UUID</translation>
    </message>
    <message>
        <source>is none of &quot;gzip&quot;, &quot;xz&quot;, &quot;zstd&quot; and &quot;lz4&quot;</source>
        <translation>n’est ni &quot;gzip&quot;, ni &quot;xz&quot;, ni &quot;zstd&quot;, ni &quot;lz4&quot;</translation>
    </message>
    <message>
        <source>The compression</source>
        <translation>La compression</translation>
    </message>
    <message>
        <source>is not a share from &quot;0%&quot; to &quot;50%&quot;</source>
        <translation>n’est pas une part de &quot;0%&quot; à &quot;50%&quot;</translation>
    </message>
    <message>
        <source>The share reserved for root</source>
        <translation>La part réservée à root</translation>
    </message>
    <message>
        <source>is not the name of a feature, such as &quot;^metadata_csum&quot;</source>
        <translation>n’est pas le nom d’une fonctionnalité, comme &quot;^metadata_csum&quot;</translation>
    </message>
    <message>
        <source>The file system&apos;s feature</source>
        <translation>La fonctionnalité du système de fichiers</translation>
    </message>
    <message>
        <source>is no size of at most &quot;1M&quot;</source>
        <translation>n’est pas une taille d’au plus &quot;1M&quot;</translation>
    </message>
    <message>
        <source>The block size</source>
        <translation>La taille de bloc</translation>
    </message>
    <message>
        <source>the import (a path, or a table with a path)</source>
        <translation>l’import (un chemin, ou une table avec un chemin)</translation>
    </message>
    <message>
        <source>The import&apos;s folder</source>
        <translation>Le dossier de l’import</translation>
    </message>
    <message>
        <source>is none of &quot;exact&quot;, &quot;any-time&quot; and &quot;nothing&quot;</source>
        <translation>n’est ni &quot;exact&quot;, ni &quot;any-time&quot;, ni &quot;nothing&quot;</translation>
    </message>
    <message>
        <source>What is linked</source>
        <translation>Ce qui est lié</translation>
    </message>
    <message>
        <source>The import&apos;s path</source>
        <translation>Le chemin de l’import</translation>
    </message>
</context>
<context>
    <name>software</name>
    <message>
        <source>BusyBox could not be asked for its applets (%1): their places are taken from the catalogue.</source>
        <translation>BusyBox n’a pas pu être interrogé sur ses applets (%1)&#xa0;: leurs emplacements sont tirés du catalogue.</translation>
    </message>
    <message>
        <source>while reading %1</source>
        <translation>lors de la lecture de %1</translation>
    </message>
    <message>
        <source>Cannot examine an open file</source>
        <translation>Impossible d’examiner un fichier ouvert</translation>
    </message>
    <message>
        <source>Cannot read a file</source>
        <translation>Impossible de lire un fichier</translation>
    </message>
    <message>
        <source>a table lies beyond the end of the file</source>
        <translation>une table se trouve au-delà de la fin du fichier</translation>
    </message>
    <message>
        <source>a table cannot be translated</source>
        <translation>une table ne peut pas être convertie</translation>
    </message>
    <message>
        <source>the interpreter&apos;s name has no end</source>
        <translation>le nom de l’interpréteur n’a pas de fin</translation>
    </message>
    <message>
        <source>it is of an unknown ELF version</source>
        <translation>sa version d’ELF est inconnue</translation>
    </message>
    <message>
        <source>its program headers have a wrong size</source>
        <translation>ses en-têtes de programme ont une taille fausse</translation>
    </message>
    <message>
        <source>an address of its dynamic section is not in the file</source>
        <translation>une adresse de sa section dynamique n’est pas dans le fichier</translation>
    </message>
    <message>
        <source>it needs thousands of libraries</source>
        <translation>il a besoin de milliers de bibliothèques</translation>
    </message>
    <message>
        <source>a name in its dynamic section has no end</source>
        <translation>un nom dans sa section dynamique n’a pas de fin</translation>
    </message>
    <message>
        <source>its section headers have a wrong size</source>
        <translation>ses en-têtes de section ont une taille fausse</translation>
    </message>
    <message>
        <source>it has more sections than a program could use</source>
        <translation>il a plus de sections qu’un programme ne pourrait en utiliser</translation>
    </message>
    <message>
        <source>it ends within its header</source>
        <translation>il se termine à l’intérieur de son en-tête</translation>
    </message>
    <message>
        <source>it is neither a 32-bit nor a 64-bit file</source>
        <translation>ce n’est ni un fichier 32 bits ni un fichier 64 bits</translation>
    </message>
    <message>
        <source>its byte order is unknown</source>
        <translation>son ordre des octets est inconnu</translation>
    </message>
    <message>
        <source>The program %1 cannot go to %2: that is no absolute path without &quot;..&quot;.</source>
        <translation>Le programme %1 ne peut pas aller en %2&#xa0;: ce n’est pas un chemin absolu sans &quot;..&quot;.</translation>
    </message>
    <message>
        <source>Give a path below the component&apos;s prefix, such as /bin/NAME.</source>
        <translation>Donner un chemin sous le préfixe du composant, comme /bin/NAME.</translation>
    </message>
    <message>
        <source>The program %1 is not on this machine.</source>
        <translation>Le programme %1 n’est pas sur cette machine.</translation>
    </message>
    <message>
        <source>Install the package that has it, or take it out of the component.</source>
        <translation>Installer le paquet qui le contient, ou le retirer du composant.</translation>
    </message>
    <message>
        <source>Two programs of this component go to %1: the first is kept, %2 is left out.</source>
        <translation>Deux programmes de ce composant vont en %1&#xa0;: le premier est gardé, %2 est omis.</translation>
    </message>
    <message>
        <source>Give one of them another place with &quot;as&quot;.</source>
        <translation>Donner à l’un d’eux un autre emplacement avec &quot;as&quot;.</translation>
    </message>
    <message>
        <source>The program %1 cannot be taken: %2</source>
        <translation>Le programme %1 ne peut pas être pris&#xa0;: %2</translation>
    </message>
    <message>
        <source>On this machine these programs need %1, so they are left out: %2.</source>
        <translation>Sur cette machine, ces programmes ont besoin de %1&#xa0;; ils sont donc omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>BusyBox may stand in for them. To have them with the library, take it out of &quot;without&quot;; else take them from a package or an archive.</source>
        <translation>BusyBox peut les remplacer. Pour les avoir avec la bibliothèque, retirer celle-ci de &quot;without&quot;&#xa0;; sinon, les prendre dans un paquet ou une archive.</translation>
    </message>
    <message>
        <source>%1 is an ELF file that cannot be understood: %2.</source>
        <translation>%1 est un fichier ELF incompréhensible&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Reinstall its package.</source>
        <translation>Réinstaller son paquet.</translation>
    </message>
    <message>
        <source>%1 asks for the loader %2, which this machine does not have.</source>
        <translation>%1 demande le chargeur %2, que cette machine n’a pas.</translation>
    </message>
    <message>
        <source>Install the C library that it was built for.</source>
        <translation>Installer la bibliothèque C pour laquelle il a été construit.</translation>
    </message>
    <message>
        <source>%1 needs %2, which this machine does not have.</source>
        <translation>%1 a besoin de %2, que cette machine n’a pas.</translation>
    </message>
    <message>
        <source>Install the package that has this library.</source>
        <translation>Installer le paquet qui contient cette bibliothèque.</translation>
    </message>
    <message>
        <source>Run ldconfig on this machine.</source>
        <translation>Exécuter ldconfig sur cette machine.</translation>
    </message>
    <message>
        <source>%1 uses %2 and %3 uses %4 under one name: the first is taken for both.</source>
        <translation>%1 utilise %2 et %3 utilise %4 sous un même nom&#xa0;: le premier est pris pour les deux.</translation>
    </message>
    <message>
        <source>Leave one of the programs out, or take one from a package or an archive.</source>
        <translation>Omettre l’un des programmes, ou en prendre un dans un paquet ou une archive.</translation>
    </message>
    <message>
        <source>%1 is not on this machine, or is no absolute path.</source>
        <translation>%1 n’est pas sur cette machine, ou n’est pas un chemin absolu.</translation>
    </message>
    <message>
        <source>Check the spelling, or take it out of the component.</source>
        <translation>Vérifier l’orthographe, ou le retirer du composant.</translation>
    </message>
    <message>
        <source>%1 cannot be taken: %2</source>
        <translation>%1 ne peut pas être pris&#xa0;: %2</translation>
    </message>
    <message>
        <source>Programs of the component stand where BusyBox has applets too: %1.</source>
        <translation>Des programmes du composant occupent des places où BusyBox a aussi des applets&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The BusyBox of this machine lacks %1.</source>
        <translation>Il manque au BusyBox de cette machine&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Take a BusyBox that has it from a package, or build one by its recipe.</source>
        <translation>Prendre dans un paquet un BusyBox qui en dispose, ou en construire un par sa recette.</translation>
    </message>
    <message>
        <source>This script needs %1, which is not among the component&apos;s programs.</source>
        <translation>Ce script a besoin de %1, qui ne figure pas parmi les programmes du composant.</translation>
    </message>
    <message>
        <source>Make sure that another component brings it to the vserver.</source>
        <translation>S’assurer qu’un autre composant l’apporte au vserver.</translation>
    </message>
    <message>
        <source>Cannot read the extended attribute %1</source>
        <translation>Impossible de lire l’attribut étendu %1</translation>
    </message>
    <message>
        <source>Cannot read the extended attributes</source>
        <translation>Impossible de lire les attributs étendus</translation>
    </message>
    <message>
        <source>Cannot put files into a folder</source>
        <translation>Impossible de mettre des fichiers dans un dossier</translation>
    </message>
    <message>
        <source>A file has this name already.</source>
        <translation>Un fichier porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Give the programs other places with &quot;as&quot;.</source>
        <translation>Donner aux programmes d’autres emplacements avec &quot;as&quot;.</translation>
    </message>
    <message>
        <source>Cannot read a file of this machine</source>
        <translation>Impossible de lire un fichier de cette machine</translation>
    </message>
    <message>
        <source>It is no regular file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>On this machine %1 runs with the rights of its own user or group; here it belongs to root and runs with its caller&apos;s.</source>
        <translation>Sur cette machine, %1 s’exécute avec les droits de son propre utilisateur ou groupe&#xa0;; ici, il appartient à root et s’exécute avec les droits de l’appelant.</translation>
    </message>
    <message>
        <source>Create that user or group in the vserver and set the owner and mode there if the program needs them.</source>
        <translation>Créer cet utilisateur ou ce groupe dans le vserver et y définir le propriétaire et les droits si le programme en a besoin.</translation>
    </message>
    <message>
        <source>Cannot run a program in the sandbox</source>
        <translation>Impossible d’exécuter un programme dans le bac à sable</translation>
    </message>
    <message>
        <source>Cannot make a pipe</source>
        <translation>Impossible de créer un tube</translation>
    </message>
    <message>
        <source>Cannot start bubblewrap</source>
        <translation>Impossible de démarrer bubblewrap</translation>
    </message>
    <message>
        <source>bubblewrap (bwrap) is not installed on this machine</source>
        <translation>bubblewrap (bwrap) n’est pas installé sur cette machine</translation>
    </message>
    <message>
        <source>Install the package bubblewrap and try again. Refbox runs foreign programs only inside its sandbox.</source>
        <translation>Installer le paquet bubblewrap et réessayer. Refbox n’exécute des programmes étrangers que dans son bac à sable.</translation>
    </message>
    <message>
        <source>bubblewrap refused: %1</source>
        <translation>bubblewrap a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Inside a container or a plain chroot bubblewrap may be forbidden: allow user namespaces there, or run Refbox outside of it.</source>
        <translation>Dans un conteneur ou un simple chroot, bubblewrap peut être interdit&#xa0;: y autoriser les espaces de noms utilisateur, ou exécuter Refbox au dehors.</translation>
    </message>
    <message>
        <source>Cannot write to the store</source>
        <translation>Impossible d’écrire dans la réserve</translation>
    </message>
    <message>
        <source>Cannot make the store&apos;s folder</source>
        <translation>Impossible de créer le dossier de la réserve</translation>
    </message>
    <message>
        <source>Set REFBOX_CACHE to a folder that can be written.</source>
        <translation>Donner à REFBOX_CACHE un dossier accessible en écriture.</translation>
    </message>
    <message>
        <source>Free some space there, or set REFBOX_CACHE to a folder on another disk.</source>
        <translation>Libérer de l’espace à cet endroit, ou donner à REFBOX_CACHE un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>Cannot make a folder to build in</source>
        <translation>Impossible de créer un dossier pour construire</translation>
    </message>
    <message>
        <source>Cannot keep the folder of the build</source>
        <translation>Impossible de garder le dossier de la construction</translation>
    </message>
    <message>
        <source>Cannot make a lock</source>
        <translation>Impossible de créer un verrou</translation>
    </message>
    <message>
        <source>Cannot take a lock</source>
        <translation>Impossible de prendre un verrou</translation>
    </message>
    <message>
        <source>Cannot write the log</source>
        <translation>Impossible d’écrire le journal</translation>
    </message>
    <message>
        <source>Cannot read the recipe</source>
        <translation>Impossible de lire la recette</translation>
    </message>
    <message>
        <source>It is named %1, unlike its file.</source>
        <translation>Elle s’appelle %1, autrement que son fichier.</translation>
    </message>
    <message>
        <source>Name the file %1.lua.</source>
        <translation>Nommer le fichier %1.lua.</translation>
    </message>
    <message>
        <source>Cannot find the recipe</source>
        <translation>Impossible de trouver la recette</translation>
    </message>
    <message>
        <source>The catalogue has no recipe of this name.</source>
        <translation>Le catalogue n’a pas de recette de ce nom.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Vouliez-vous dire %1&#xa0;?</translation>
    </message>
    <message>
        <source>See all with: refbox-cli catalogue</source>
        <translation>Toutes se voient avec&#xa0;: refbox-cli catalogue</translation>
    </message>
    <message>
        <source>Cannot build %1</source>
        <translation>Impossible de construire %1</translation>
    </message>
    <message>
        <source>It needs %1, which is not built.</source>
        <translation>Il a besoin de %1, qui n’est pas construit.</translation>
    </message>
    <message>
        <source>Put it into a folder that REFBOX_SOURCES names.</source>
        <translation>La mettre dans un dossier que nomme REFBOX_SOURCES.</translation>
    </message>
    <message>
        <source>Fetch it from %1 into a folder that REFBOX_SOURCES names.</source>
        <translation>La chercher à %1 et la mettre dans un dossier que nomme REFBOX_SOURCES.</translation>
    </message>
    <message>
        <source>The recipe needs itself</source>
        <translation>La recette a besoin d’elle-même</translation>
    </message>
    <message>
        <source>It is needed by %1.</source>
        <translation>%1 en a besoin.</translation>
    </message>
    <message>
        <source>Take the need out of one of these recipes.</source>
        <translation>Retirer le besoin de l’une de ces recettes.</translation>
    </message>
    <message>
        <source>Cannot build from source</source>
        <translation>Impossible de construire depuis les sources</translation>
    </message>
    <message>
        <source>This machine has no C compiler.</source>
        <translation>Cette machine n’a pas de compilateur C.</translation>
    </message>
    <message>
        <source>Install a compiler with the C library&apos;s headers and make: on Debian the package build-essential.</source>
        <translation>Installer un compilateur, les en-têtes de la bibliothèque C et make&#xa0;: sous Debian le paquet build-essential.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>unpacking %1</source>
        <translation>%1 est déballé</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>built, %1</source>
        <translation>construit, %1</translation>
    </message>
    <message>
        <source>It needs %1, whose prefix %2 is this machine&apos;s own here.</source>
        <translation>Il a besoin de %1, dont le préfixe %2 est ici celui de la machine.</translation>
    </message>
    <message>
        <source>Give that component a prefix such as /opt/vendor/name.</source>
        <translation>Donner à ce composant un préfixe tel que /opt/fournisseur/nom.</translation>
    </message>
    <message>
        <source>The step %1 took too long.</source>
        <translation>L’étape %1 a duré trop longtemps.</translation>
    </message>
    <message>
        <source>The step %1 ended with status %2.</source>
        <translation>L’étape %1 s’est terminée avec l’état %2.</translation>
    </message>
    <message>
        <source>Stripping failed: %1</source>
        <translation>Le retrait des symboles a échoué&#xa0;: %1</translation>
    </message>
    <message>
        <source>Give it the option strip = &quot;no&quot;.</source>
        <translation>Donner l’option strip = &quot;no&quot;.</translation>
    </message>
    <message>
        <source>It installs %1, outside of its prefix.</source>
        <translation>Il installe %1, hors de son préfixe.</translation>
    </message>
    <message>
        <source>Its step install must put all below $DEST$PREFIX.</source>
        <translation>Son étape install doit tout mettre sous $DEST$PREFIX.</translation>
    </message>
    <message>
        <source>It has installed nothing.</source>
        <translation>Il n’a rien installé.</translation>
    </message>
    <message>
        <source>It was built, but lacks what the recipe promises: %1.</source>
        <translation>Il a été construit, mais il manque ce que promet la recette&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Look at the log for what was left out, and why.</source>
        <translation>Voir dans le journal ce qui a été omis, et pourquoi.</translation>
    </message>
    <message>
        <source>Cannot keep what was built</source>
        <translation>Impossible de garder ce qui a été construit</translation>
    </message>
    <message>
        <source>the build&apos;s folder was kept: %1</source>
        <translation>le dossier de la construction a été gardé&#xa0;: %1</translation>
    </message>
    <message>
        <source>the log is in %1</source>
        <translation>le journal est dans %1</translation>
    </message>
    <message>
        <source>Cannot read the source</source>
        <translation>Impossible de lire la source</translation>
    </message>
    <message>
        <source>Cannot use the source</source>
        <translation>Impossible d’utiliser la source</translation>
    </message>
    <message>
        <source>The recipe has not been tried yet: nobody has checked the source, so its SHA-256 is not known.</source>
        <translation>La recette n’a pas encore été essayée&#xa0;: personne n’a vérifié la source, sa SHA-256 n’est donc pas connue.</translation>
    </message>
    <message>
        <source>Check it yourself, and put a recipe with its SHA-256 into your own catalogue folder; or take the component from elsewhere.</source>
        <translation>La vérifier soi-même et mettre une recette avec sa SHA-256 dans son propre dossier de catalogue&#xa0;; ou prendre le composant ailleurs.</translation>
    </message>
    <message>
        <source>Cannot make the folder of sources</source>
        <translation>Impossible de créer le dossier des sources</translation>
    </message>
    <message>
        <source>This is not the source that the recipe asks for</source>
        <translation>Ce n’est pas la source que demande la recette</translation>
    </message>
    <message>
        <source>Its SHA-256 is %1; the recipe says %2.</source>
        <translation>Sa SHA-256 est %1&#xa0;; la recette dit %2.</translation>
    </message>
    <message>
        <source>It may be damaged, or not what its author published: get it anew from %1.</source>
        <translation>Elle est peut-être abîmée, ou pas celle que son auteur a publiée&#xa0;: la reprendre à %1.</translation>
    </message>
    <message>
        <source>its homepage</source>
        <translation>son site</translation>
    </message>
    <message>
        <source>Cannot fetch the source</source>
        <translation>Impossible de télécharger la source</translation>
    </message>
    <message>
        <source>The connection was cut.</source>
        <translation>La connexion a été coupée.</translation>
    </message>
    <message>
        <source>The server sent another part than the one asked for.</source>
        <translation>Le serveur a envoyé une autre partie que celle demandée.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Téléchargement de %1</translation>
    </message>
    <message>
        <source>Nothing has come for %1 s.</source>
        <translation>Rien n&apos;est arrivé depuis %1 s.</translation>
    </message>
    <message>
        <source>It is longer than %1.</source>
        <translation>Elle dépasse %1.</translation>
    </message>
    <message>
        <source>The server has less of it than what was fetched before.</source>
        <translation>Le serveur en a moins que ce qui a déjà été téléchargé.</translation>
    </message>
    <message>
        <source>The server answered: %1 %2</source>
        <translation>Le serveur a répondu&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>This is no address of a file on the web.</source>
        <translation>Ce n&apos;est pas l&apos;adresse d&apos;un fichier sur le web.</translation>
    </message>
    <message>
        <source>%1: %2 Trying again (%3 of %4).</source>
        <translation>%1&#xa0;: %2 Nouvel essai (%3 sur %4).</translation>
    </message>
    <message>
        <source>the source of %1</source>
        <translation>la source de %1</translation>
    </message>
    <message>
        <source>Cannot check the signature</source>
        <translation>Impossible de vérifier la signature</translation>
    </message>
    <message>
        <source>gpgv is not on this machine.</source>
        <translation>gpgv n&apos;est pas sur cette machine.</translation>
    </message>
    <message>
        <source>Install it (package gpgv), or take the keyring away.</source>
        <translation>Installez-le (paquet gpgv), ou retirez le trousseau.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n&apos;existe pas.</translation>
    </message>
    <message>
        <source>Cannot get the source</source>
        <translation>Impossible d&apos;obtenir la source</translation>
    </message>
    <message>
        <source>Check the network, or put the file into a folder that REFBOX_SOURCES names.</source>
        <translation>Vérifiez le réseau, ou placez le fichier dans un dossier que nomme REFBOX_SOURCES.</translation>
    </message>
    <message>
        <source>It is not on this machine, and nothing is fetched offline.</source>
        <translation>Elle n&apos;est pas sur cette machine, et rien n&apos;est téléchargé hors ligne.</translation>
    </message>
    <message>
        <source>It is not on this machine, and the recipe has no address of it.</source>
        <translation>Elle n&apos;est pas sur cette machine, et la recette n&apos;en a pas l&apos;adresse.</translation>
    </message>
    <message>
        <source>%1 is not checked by its signature, which is not at hand.</source>
        <translation>%1 n&apos;est pas vérifié par sa signature, qui n&apos;est pas disponible.</translation>
    </message>
    <message>
        <source>%1 is not checked by its signature: %2</source>
        <translation>%1 n&apos;est pas vérifié par sa signature&#xa0;: %2</translation>
    </message>
    <message>
        <source>The signature of the source is bad</source>
        <translation>La signature de la source est mauvaise</translation>
    </message>
    <message>
        <source>It is no signature that gpgv can read.</source>
        <translation>Ce n&apos;est pas une signature que gpgv sait lire.</translation>
    </message>
    <message>
        <source>It is not what %1 signed.</source>
        <translation>Ce n&apos;est pas ce que %1 a signé.</translation>
    </message>
    <message>
        <source>Do not use it before its author has told you what it is.</source>
        <translation>Ne l&apos;utilisez pas avant que son auteur vous ait dit ce qu&apos;il en est.</translation>
    </message>
    <message>
        <source>%1 is signed by %2.</source>
        <translation>%1 est signé par %2.</translation>
    </message>
    <message>
        <source>%1 is signed by the key %2, which is not in the keyring.</source>
        <translation>%1 est signé par la clé %2, qui n&apos;est pas dans le trousseau.</translation>
    </message>
    <message>
        <source>Cannot keep the source</source>
        <translation>Impossible de garder la source</translation>
    </message>
    <message>
        <source>Cannot get the packages</source>
        <translation>Impossible d&apos;obtenir les paquets</translation>
    </message>
    <message>
        <source>Cannot make the folder of packages</source>
        <translation>Impossible de créer le dossier des paquets</translation>
    </message>
    <message>
        <source>apt-get ended with status %1.</source>
        <translation>apt-get s&apos;est terminé avec l&apos;état %1.</translation>
    </message>
    <message>
        <source>Reading package lists</source>
        <translation>Lecture des listes de paquets</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Vérifiez le réseau.</translation>
    </message>
    <message>
        <source>Finding what packages depend on</source>
        <translation>Recherche de ce dont dépendent les paquets</translation>
    </message>
    <message>
        <source>apt-cache search finds how packages are called.</source>
        <translation>apt-cache search trouve comment s&apos;appellent les paquets.</translation>
    </message>
    <message>
        <source>Fetching packages</source>
        <translation>Téléchargement des paquets</translation>
    </message>
    <message>
        <source>There is no package of this name.</source>
        <translation>Il n&apos;y a pas de paquet de ce nom.</translation>
    </message>
    <message>
        <source>They were not fetched before, and nothing is fetched offline.</source>
        <translation>Ils n&apos;ont pas encore été téléchargés, et rien n&apos;est téléchargé hors ligne.</translation>
    </message>
    <message>
        <source>This machine has no apt, the only package client that is used so far.</source>
        <translation>Cette machine n&apos;a pas apt, le seul client de paquets utilisé jusqu&apos;ici.</translation>
    </message>
    <message>
        <source>Take package files instead: write their paths.</source>
        <translation>Prenez plutôt des fichiers de paquets&#xa0;: écrivez leurs chemins.</translation>
    </message>
    <message>
        <source>apt-get has not left it there.</source>
        <translation>apt-get ne l&apos;y a pas déposé.</translation>
    </message>
    <message>
        <source>Cannot run a program</source>
        <translation>Impossible d&apos;exécuter un programme</translation>
    </message>
    <message>
        <source>It is not on this machine.</source>
        <translation>Il n&apos;est pas sur cette machine.</translation>
    </message>
    <message>
        <source>Fetching the source package %1</source>
        <translation>Téléchargement du paquet source %1</translation>
    </message>
    <message>
        <source>This machine&apos;s apt has no sources.</source>
        <translation>L&apos;apt de cette machine n&apos;a pas de sources.</translation>
    </message>
    <message>
        <source>The suite %1 has no such file any more.</source>
        <translation>La suite %1 n&apos;a plus ce fichier.</translation>
    </message>
    <message>
        <source>Cannot use compile hosts</source>
        <translation>Impossible d’utiliser les machines qui aident</translation>
    </message>
    <message>
        <source>It is not installed on this machine.</source>
        <translation>Ce n’est pas installé sur cette machine.</translation>
    </message>
    <message>
        <source>Install the packages distcc and socat, or name no hosts.</source>
        <translation>Installez les paquets distcc et socat, ou ne nommez pas de machines.</translation>
    </message>
    <message>
        <source>This is no compile host</source>
        <translation>Ce n’est pas une machine qui aide</translation>
    </message>
    <message>
        <source>Hosts are written as HOST[:PORT][/SLOTS].</source>
        <translation>Les machines s’écrivent HÔTE[:PORT][/PLACES].</translation>
    </message>
    <message>
        <source>For instance: build1 build2:3633/8 [fd00::5]/4</source>
        <translation>Par exemple&#xa0;: build1 build2:3633/8 [fd00::5]/4</translation>
    </message>
    <message>
        <source>%1 helps to compile, %2 at a time</source>
        <translation>%1 aide à compiler, %2 à la fois</translation>
    </message>
    <message>
        <source>%1 does not help to compile: %2</source>
        <translation>%1 n’aide pas à compiler&#xa0;: %2</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>elle ne répond pas</translation>
    </message>
    <message>
        <source>its compiler is another one, or of another version</source>
        <translation>son compilateur est un autre ou d’une autre version</translation>
    </message>
    <message>
        <source>it does not compile (%1)</source>
        <translation>elle ne compile pas (%1)</translation>
    </message>
    <message>
        <source>Cannot listen on a socket</source>
        <translation>Impossible d’écouter sur un socket</translation>
    </message>
    <message>
        <source>its options</source>
        <translation>ses options</translation>
    </message>
    <message>
        <source>its recipe</source>
        <translation>sa recette</translation>
    </message>
    <message>
        <source>its source</source>
        <translation>sa source</translation>
    </message>
    <message>
        <source>this machine&apos;s compiler or C library</source>
        <translation>le compilateur ou la bibliothèque C de cette machine</translation>
    </message>
    <message>
        <source>what it needs</source>
        <translation>ce dont il a besoin</translation>
    </message>
    <message>
        <source>this machine&apos;s libraries</source>
        <translation>les bibliothèques de cette machine</translation>
    </message>
    <message>
        <source>Libraries of this machine have changed meanwhile.</source>
        <translation>Des bibliothèques de cette machine ont changé entre-temps.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>bubblewrap refused; it says why itself.</source>
        <translation>bubblewrap a refusé&#xa0;; il dit lui-même pourquoi.</translation>
    </message>
    <message>
        <source>Cannot make a terminal</source>
        <translation>Impossible de créer un terminal</translation>
    </message>
    <message>
        <source>It is there for %1, but not for %2.</source>
        <translation>Il existe pour %1, mais pas pour %2.</translation>
    </message>
    <message>
        <source>it gave no list</source>
        <translation>il n’a donné aucune liste</translation>
    </message>
    <message>
        <source>%1 is no program.</source>
        <translation>%1 n’est pas un programme.</translation>
    </message>
    <message>
        <source>Name it among the component&apos;s files, or take it out.</source>
        <translation>Nommez-le parmi les fichiers du composant, ou retirez-le.</translation>
    </message>
</context>
<context>
    <name>tree</name>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>seulement dans A</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>seulement dans B</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>droits</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>time</source>
        <translation>date</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>content</source>
        <translation>contenu</translation>
    </message>
    <message>
        <source>target</source>
        <translation>cible</translation>
    </message>
    <message>
        <source>device</source>
        <translation>périphérique</translation>
    </message>
    <message>
        <source>links</source>
        <translation>liens</translation>
    </message>
    <message>
        <source>xattrs</source>
        <translation>xattrs</translation>
    </message>
    <message>
        <source>acl</source>
        <translation>acl</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>indicateurs</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>Impossible de lire le fichier</translation>
    </message>
    <message>
        <source>It became shorter while it was in use.</source>
        <translation>Il a raccourci pendant son utilisation.</translation>
    </message>
    <message>
        <source>Let nothing change the source files meanwhile, and try again.</source>
        <translation>Veiller à ce que rien ne modifie les fichiers sources entre-temps, et réessayer.</translation>
    </message>
    <message>
        <source>It is %1 long; at most %2 are read here.</source>
        <translation>Il fait %1&#xa0;; %2 sont lus ici au plus.</translation>
    </message>
    <message>
        <source>regular file</source>
        <translation>fichier ordinaire</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>lien symbolique</translation>
    </message>
    <message>
        <source>character device</source>
        <translation>périphérique caractère</translation>
    </message>
    <message>
        <source>block device</source>
        <translation>périphérique bloc</translation>
    </message>
    <message>
        <source>fifo</source>
        <translation>fifo</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>socket</translation>
    </message>
    <message>
        <source>Cannot make this tree</source>
        <translation>Impossible de créer cette arborescence</translation>
    </message>
    <message>
        <source>Two entries of one directory have this name.</source>
        <translation>Deux entrées d’un même dossier portent ce nom.</translation>
    </message>
    <message>
        <source>Cannot use this file name</source>
        <translation>Impossible d’utiliser ce nom de fichier</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Il est vide.</translation>
    </message>
    <message>
        <source>It is longer than 255 bytes.</source>
        <translation>Il dépasse 255 octets.</translation>
    </message>
    <message>
        <source>It stands for a directory itself.</source>
        <translation>Il désigne un dossier lui-même.</translation>
    </message>
    <message>
        <source>It holds a slash or a NUL byte.</source>
        <translation>Il contient une barre oblique ou un octet NUL.</translation>
    </message>
    <message>
        <source>Cannot hold this tree</source>
        <translation>Impossible de contenir cette arborescence</translation>
    </message>
    <message>
        <source>It has more than 4 billion names or other parts.</source>
        <translation>Elle a plus de 4 milliards de noms ou d’autres éléments.</translation>
    </message>
    <message>
        <source>Open a part of it.</source>
        <translation>En ouvrir une partie.</translation>
    </message>
    <message>
        <source>Cannot add %1</source>
        <translation>Impossible d’ajouter %1</translation>
    </message>
    <message>
        <source>Its directory was removed.</source>
        <translation>Son dossier a été supprimé.</translation>
    </message>
    <message>
        <source>It is no directory.</source>
        <translation>Ce n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Cannot add the file %1</source>
        <translation>Impossible d’ajouter le fichier %1</translation>
    </message>
    <message>
        <source>Its size or place is beyond what a file can have.</source>
        <translation>Sa taille ou sa place dépasse ce qu’un fichier peut avoir.</translation>
    </message>
    <message>
        <source>The source is damaged or made to mislead.</source>
        <translation>La source est endommagée ou faite pour tromper.</translation>
    </message>
    <message>
        <source>Its extents overlap or are out of order.</source>
        <translation>Ses extents se chevauchent ou sont en désordre.</translation>
    </message>
    <message>
        <source>The image is damaged or made to mislead: try to repair it.</source>
        <translation>L’image est endommagée ou faite pour tromper&#xa0;: essayer de la réparer.</translation>
    </message>
    <message>
        <source>Cannot add the symbolic link %1</source>
        <translation>Impossible d’ajouter le lien symbolique %1</translation>
    </message>
    <message>
        <source>Its target is empty, longer than 4095 bytes, or holds a NUL byte.</source>
        <translation>Sa cible est vide, dépasse 4095 octets, ou contient un octet NUL.</translation>
    </message>
    <message>
        <source>It is no special file but a %1.</source>
        <translation>Ce n’est pas un fichier spécial (type&#xa0;: %1).</translation>
    </message>
    <message>
        <source>Cannot add the device %1</source>
        <translation>Impossible d’ajouter le périphérique %1</translation>
    </message>
    <message>
        <source>Linux has no device %1:%2.</source>
        <translation>Linux n’a pas de périphérique %1:%2.</translation>
    </message>
    <message>
        <source>Cannot link %1</source>
        <translation>Impossible de lier %1</translation>
    </message>
    <message>
        <source>What it stands for was removed.</source>
        <translation>Ce qu’il désigne a été supprimé.</translation>
    </message>
    <message>
        <source>A directory cannot have hard links.</source>
        <translation>Un dossier ne peut pas avoir de liens physiques.</translation>
    </message>
    <message>
        <source>Cannot remove the root of a tree</source>
        <translation>Impossible de supprimer la racine d’une arborescence</translation>
    </message>
    <message>
        <source>Every tree has one.</source>
        <translation>Toute arborescence en a une.</translation>
    </message>
    <message>
        <source>Cannot use this extended attribute</source>
        <translation>Impossible d’utiliser cet attribut étendu</translation>
    </message>
    <message>
        <source>Its name is empty, longer than 255 bytes, or holds a NUL byte.</source>
        <translation>Son nom est vide, dépasse 255 octets, ou contient un octet NUL.</translation>
    </message>
    <message>
        <source>Cannot use these extended attributes</source>
        <translation>Impossible d’utiliser ces attributs étendus</translation>
    </message>
    <message>
        <source>The attribute is given twice.</source>
        <translation>L’attribut est donné deux fois.</translation>
    </message>
    <message>
        <source>It has more than 4 GiB of distinct names.</source>
        <translation>Elle a plus de 4 GiB de noms distincts.</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>malformé</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>1 name:</source>
        <translation>1 nom&#xa0;:</translation>
    </message>
    <message>
        <source>%1 names:</source>
        <translation>%1 noms&#xa0;:</translation>
    </message>
    <message>
        <source>bytes differ</source>
        <translation>autres octets</translation>
    </message>
    <message>
        <source>immutable</source>
        <translation>immuable</translation>
    </message>
    <message>
        <source>append-only</source>
        <translation>ajout seul</translation>
    </message>
    <message>
        <source>no-dump</source>
        <translation>sans dump</translation>
    </message>
    <message>
        <source>It became longer while it was in use.</source>
        <translation>Il s’est allongé pendant son utilisation.</translation>
    </message>
    <message>
        <source>The files before it have more bytes than there can be.</source>
        <translation>Les fichiers qui le précèdent ont plus d’octets qu’il ne peut y en avoir.</translation>
    </message>
</context>
</TS>
