<?php
// This file is part of Moodle - http://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <http://www.gnu.org/licenses/>.

/**
 * Romanian strings.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_adopt'] = 'adoptat';
$string['action_create'] = 'creat';
$string['action_move'] = 'mutat';
$string['action_remove'] = 'eliminat';
$string['action_rollback'] = 'readus la o revizie anterioară';
$string['action_settings'] = 'setări schimbate';
$string['action_update'] = 'actualizat';
$string['appliedchange'] = 'Gata: revizia {$a}.';
$string['backtolist'] = 'Înapoi la listă';
$string['cachedef_packages'] = 'Ce conțin pachetele';
$string['col_action'] = 'Acțiune';
$string['col_activity'] = 'Activitate';
$string['col_drift'] = 'Schimbat manual';
$string['col_fingerprint'] = 'Amprentă';
$string['col_key'] = 'Cheie';
$string['col_learners'] = 'Cursanți';
$string['col_revision'] = 'Revizie';
$string['col_status'] = 'Stare';
$string['col_time'] = 'Data';
$string['col_tracks'] = 'Înregistrări';
$string['col_version'] = 'Versiunea SCORM';
$string['confirmapply'] = 'Aplică acest plan';
$string['confirmrollback'] = 'Revino la revizia {$a}';
$string['driftpackage'] = 'pachetul';
$string['driftplace'] = 'locul';
$string['driftsettings'] = 'setările';
$string['driftversion'] = 'importul a eșuat';
$string['error_alreadymanaged'] = 'Are deja cheia „{$a}”. Folosiți acea cheie sau faceți mai întâi modulul să o uite.';
$string['error_availabilityoff'] = '„{$a}” nu poate fi setat, deoarece restricțiile de acces sunt dezactivate pe acest site. Activați-le în Administrare site > Funcții avansate.';
$string['error_badkey'] = '„{$a}” nu este o cheie de acest fel. O cheie arată așa: CURS, CURS/SECȚIUNE, CURS/ACTIVITATE sau CURS/ACTIVITATE@LIMBĂ.';
$string['error_badpackage'] = 'Pachetul a fost refuzat și nu s-a schimbat nimic: {$a}. Verificați-l cu „scormkit check”.';
$string['error_badrequest'] = 'Cererea are o valoare lipsă sau greșită: {$a}. Clientul este cumva mai vechi sau mai nou decât modulul?';
$string['error_badsetting'] = 'Setarea „{$a}” este necunoscută sau valoarea ei nu este permisă.';
$string['error_badupload'] = 'Pachetul încărcat {$a} nu a ajuns întreg. Încărcați-l din nou.';
$string['error_completionoff'] = '„{$a}” nu poate fi setat, deoarece urmărirea finalizării este dezactivată pe site sau în curs. Activați-o ori publicați cu completion: true în setările cursului.';
$string['error_diskfull'] = 'Dosarul de date al Moodle nu are spațiul necesar ({$a} octeți). Eliberați spațiu și încercați din nou; nu s-a schimbat nimic.';
$string['error_keytaken'] = 'Există deja ceva cu cheia „{$a}”. Refaceți planul.';
$string['error_locked'] = 'Altcineva publică chiar acum în „{$a}”. Încercați din nou peste o clipă.';
$string['error_moodlefailed'] = 'Moodle însuși a refuzat sau a eșuat ({$a}). Nu s-a schimbat nimic.';
$string['error_nocapability'] = 'Rolul dumneavoastră nu are aici permisiunea {$a}. Rugați un administrator s-o acorde rolului utilizatorului care publică.';
$string['error_nocourseaccess'] = 'Nu puteți intra în cursul {$a}. Acordați moodle/course:view rolului utilizatorului care publică sau înscrieți-l în curs.';
$string['error_nokeptcopy'] = 'Nu există o copie păstrată a reviziei {$a}: a expirat sau nu a existat niciodată. Publicați în schimb pachetul mai vechi.';
$string['error_nosuchactivity'] = 'Aici nu există nicio activitate SCORM cu numărul de modul {$a}.';
$string['error_nosuchcategory'] = 'Nu există nicio categorie de cursuri cu numărul {$a}.';
$string['error_nosuchcourse'] = 'Nu există niciun curs cu numărul {$a}.';
$string['error_notmanaged'] = 'Nimic nu are (sau nu mai are) cheia „{$a}”. Dacă există sub alt număr, adoptați-l; altfel refaceți planul și va fi creat.';
$string['error_notuploaded'] = 'Pachetul {$a} nu a fost încărcat sau încărcarea a expirat. Încărcați-l din nou.';
$string['error_othersite'] = 'Planul a fost făcut pentru alt site decât acesta ({$a}). Refaceți planul pentru acest site.';
$string['error_requestreused'] = 'Identificatorul de cerere {$a} a fost folosit deja pentru altceva. Refaceți planul.';
$string['error_shortnametaken'] = 'Alt curs are numele scurt „{$a}”. Adoptați acel curs sau alegeți alt nume scurt.';
$string['error_stale'] = 'Planul nu mai este actual: de când a fost făcut s-a schimbat {$a}. Refaceți planul.';
$string['error_toolarge'] = 'Pachetul este mai mare decât permite acest site ({$a} octeți).';
$string['error_versionchange'] = 'Cursanții au înregistrări, iar pachetul nou are altă versiune SCORM ({$a}). Înregistrările lor n-ar mai putea fi citite, așa că acest lucru nu se face niciodată. Publicați sub altă cheie sau construiți pachetul pentru aceeași versiune.';
$string['error_wouldlose'] = 'Cursanții au înregistrări în elemente care lipsesc din pachetul nou: {$a}. Nu s-a schimbat nimic. Pentru a renunța la ele, păstrându-le în jurnal, acceptați explicit pierderea.';
$string['event_adopted'] = 'Conținut de curs adoptat';
$string['event_published'] = 'Conținut de curs publicat';
$string['event_removed'] = 'Conținut publicat eliminat';
$string['event_rolledback'] = 'Pachet readus la o revizie anterioară';
$string['history'] = 'Istoric';
$string['keepdays'] = 'Câte zile se păstrează pachetele înlocuite';
$string['keepdays_desc'] = 'Cât timp rămân disponibile, pentru o revenire, un pachet înlocuit și înregistrările puse deoparte odată cu el. 0: pentru totdeauna.';
$string['kind_activity'] = 'activitate';
$string['kind_course'] = 'curs';
$string['kind_section'] = 'secțiune';
$string['lockwait'] = 'Câte secunde se așteaptă alt publicator';
$string['lockwait_desc'] = 'Cât așteaptă o cerere cât timp altcineva publică în același curs.';
$string['lossaccept'] = 'Renunță la aceste înregistrări și păstrează-le în jurnal';
$string['lossfound'] = 'Aceste elemente au înregistrări și lipsesc din pachetul nou:';
$string['maxentries'] = 'Numărul maxim de fișiere dintr-un pachet';
$string['maxentries_desc'] = 'Pachetele cu mai multe fișiere sunt refuzate.';
$string['maxexpanded'] = 'Dimensiunea maximă după dezarhivare (MB)';
$string['maxexpanded_desc'] = 'Pachetele ale căror fișiere sunt împreună mai mari sunt refuzate.';
$string['maxpackage'] = 'Dimensiunea maximă a pachetului (MB)';
$string['maxpackage_desc'] = 'Pachetele mai mari sunt refuzate. Se aplică și limitele site-ului și ale cursului, cu excepția utilizatorilor cu moodle/course:ignorefilesizelimits.';
$string['maxuploads'] = 'Spațiu pentru încărcările nefolosite ale unui utilizator (MB)';
$string['maxuploads_desc'] = 'Când se umple, se șterg cele mai vechi încărcări ale acelui utilizator. Patru dintre cele mai mari pachete încap întotdeauna.';
$string['nodrift'] = 'nu';
$string['nothingpublished'] = 'Nu s-a publicat încă nimic.';
$string['package'] = 'Pachet';
$string['package_help'] = 'Un pachet SCORM (un fișier .zip). Veți vedea ce ar schimba și ce ar însemna pentru cursanți înainte să se întâmple ceva.';
$string['planmoves'] = 'Se mută în alt loc din curs.';
$string['planplace'] = 'Loc';
$string['plansettings'] = 'Setări care se schimbă';
$string['pluginname'] = 'scormkit';
$string['privacy:metadata:local_scormkit_item'] = 'Ce s-a publicat.';
$string['privacy:metadata:local_scormkit_item:itemkey'] = 'Cheia cursului, a secțiunii sau a activității.';
$string['privacy:metadata:local_scormkit_item:timemodified'] = 'Când s-a schimbat ultima dată.';
$string['privacy:metadata:local_scormkit_item:usermodified'] = 'Cine a făcut ultima schimbare.';
$string['privacy:metadata:local_scormkit_journal'] = 'Ce s-a făcut la publicare.';
$string['privacy:metadata:local_scormkit_journal:action'] = 'Ce s-a făcut.';
$string['privacy:metadata:local_scormkit_journal:itemkey'] = 'Cheia cursului, a secțiunii sau a activității.';
$string['privacy:metadata:local_scormkit_journal:status'] = 'Cum s-a încheiat.';
$string['privacy:metadata:local_scormkit_journal:timecreated'] = 'Când s-a făcut.';
$string['privacy:metadata:local_scormkit_journal:userid'] = 'Cine a făcut-o.';
$string['privacy:metadata:local_scormkit_track'] = 'Înregistrările cursanților din elemente scoase dintr-un pachet.';
$string['privacy:metadata:local_scormkit_track:attempt'] = 'Numărul încercării.';
$string['privacy:metadata:local_scormkit_track:element'] = 'Numele câmpului.';
$string['privacy:metadata:local_scormkit_track:identifier'] = 'Elementul pachetului.';
$string['privacy:metadata:local_scormkit_track:timemodified'] = 'Când s-a scris.';
$string['privacy:metadata:local_scormkit_track:userid'] = 'Cursantul.';
$string['privacy:metadata:local_scormkit_track:value'] = 'Valoarea câmpului.';
$string['privacy:metadata:local_scormkit_upload'] = 'Pachete încărcate și încă nefolosite.';
$string['privacy:metadata:local_scormkit_upload:sha256'] = 'Ce pachet este.';
$string['privacy:metadata:local_scormkit_upload:timemodified'] = 'Când a sosit ultima parte.';
$string['privacy:metadata:local_scormkit_upload:userid'] = 'Cine l-a încărcat.';
$string['privacy:path:journal'] = 'Publicare';
$string['privacy:path:tracks'] = 'Înregistrări puse deoparte';
$string['privacy:path:uploads'] = 'Încărcări';
$string['published'] = 'Pachete publicate';
$string['rollback'] = 'Revino';
$string['scormkit:publish'] = 'Publică cursuri și pachete SCORM';
$string['scormkit:read'] = 'Citește starea cursurilor publicate';
$string['status_applying'] = 'în curs';
$string['status_committed'] = 'în curs';
$string['status_done'] = 'făcut';
$string['status_failed'] = 'eșuat';
$string['status_undone'] = 'anulat';
$string['task_dropuploads'] = 'Șterge pachetele încărcate și nefolosite';
$string['task_expirekept'] = 'Șterge copiile expirate ale pachetelor';
$string['task_settle'] = 'Încheie publicările întrerupte';
$string['uploadlife'] = 'Câte ore se păstrează încărcările nefolosite';
$string['uploadlife_desc'] = 'După acest timp fără folosire, un pachet încărcat este șters.';
$string['uploadpackage'] = 'Încarcă un pachet';
$string['verdict_create'] = 'Se creează ceva nou.';
$string['verdict_migrates'] = 'Cursanții își păstrează munca: pachetul nou știe s-o citească.';
$string['verdict_new-attempt'] = 'Identificatorii rămân, dar nu se știe dacă noul conținut poate citi ce au salvat cursanții. S-ar putea să fie nevoie de o încercare nouă.';
$string['verdict_safe'] = 'Sigur pentru cursanți: tot ce este în uz există în continuare.';
$string['verdict_settings-only'] = 'Se schimbă doar setări.';
$string['verdict_unchanged'] = 'Nu se schimbă nimic.';
$string['verdict_version-change'] = 'Altă versiune SCORM sub înregistrările cursanților: refuzat.';
$string['verdict_would-lose'] = 'Cursanții ar pierde înregistrări: refuzat, dacă nu acceptați acest lucru.';
