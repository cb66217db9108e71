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
 * Albanian strings.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_adopt'] = 'u përvetësua';
$string['action_create'] = 'u krijua';
$string['action_move'] = 'u zhvendos';
$string['action_remove'] = 'u hoq';
$string['action_rollback'] = 'u kthye te një rishikim i mëparshëm';
$string['action_settings'] = 'u ndryshuan rregullimet';
$string['action_update'] = 'u përditësua';
$string['appliedchange'] = 'U krye: rishikimi {$a}.';
$string['backtolist'] = 'Kthehu te lista';
$string['cachedef_packages'] = 'Çfarë përmbajnë paketat';
$string['col_action'] = 'Veprimi';
$string['col_activity'] = 'Veprimtaria';
$string['col_drift'] = 'Ndryshuar me dorë';
$string['col_fingerprint'] = 'Gjurma';
$string['col_key'] = 'Çelësi';
$string['col_learners'] = 'Nxënësit';
$string['col_revision'] = 'Rishikimi';
$string['col_status'] = 'Gjendja';
$string['col_time'] = 'Data';
$string['col_tracks'] = 'Regjistrimet';
$string['col_version'] = 'Versioni SCORM';
$string['confirmapply'] = 'Zbato këtë plan';
$string['confirmrollback'] = 'Kthehu te rishikimi {$a}';
$string['driftpackage'] = 'paketa';
$string['driftplace'] = 'vendi';
$string['driftsettings'] = 'rregullimet';
$string['driftversion'] = 'importimi dështoi';
$string['error_alreadymanaged'] = 'Ky e ka tashmë çelësin „{$a}”. Përdorni atë çelës ose bëni më parë që shtojca ta harrojë.';
$string['error_availabilityoff'] = '„{$a}” nuk mund të caktohet, sepse kufizimet e qasjes janë të çaktivizuara në këtë sajt. Aktivizojini te Administrimi i sajtit > Veçori të përparuara.';
$string['error_badkey'] = '„{$a}” nuk është çelës i këtij lloji. Një çelës duket kështu: COURSE, COURSE/SECTION, COURSE/ACTIVITY ose COURSE/ACTIVITY@LANG.';
$string['error_badpackage'] = 'Paketa u refuzua dhe asgjë nuk u ndryshua: {$a}. Kontrollojeni me „scormkit check”.';
$string['error_badrequest'] = 'Kërkesës i mungon një vlerë ose vlera është e gabuar: {$a}. Mos është klienti më i vjetër a më i ri se shtojca?';
$string['error_badsetting'] = 'Rregullimi „{$a}” është i panjohur, ose vlera e tij nuk lejohet.';
$string['error_badupload'] = 'Paketa e ngarkuar {$a} nuk mbërriti e plotë. Ngarkojeni sërish.';
$string['error_completionoff'] = '„{$a}” nuk mund të caktohet, sepse ndjekja e përfundimit është e çaktivizuar në sajt ose në kurs. Aktivizojeni, ose botoni me completion: true te rregullimet e kursit.';
$string['error_diskfull'] = 'Dosjes së të dhënave të Moodle-it i mungon vendi i nevojshëm ({$a} bajte). Lironi vend dhe provoni sërish; asgjë nuk u ndryshua.';
$string['error_keytaken'] = 'Diçka me çelësin „{$a}” ekziston tashmë. Bëjeni planin sërish.';
$string['error_locked'] = 'Dikush tjetër po boton tani te „{$a}”. Provoni sërish pas një çasti.';
$string['error_moodlefailed'] = 'Vetë Moodle-i refuzoi ose dështoi ({$a}). Asgjë nuk u ndryshua.';
$string['error_nocapability'] = 'Rolit tuaj i mungon këtu aftësia {$a}. Kërkojini një administratori t’ia lejojë rolit të përdoruesit që boton.';
$string['error_nocourseaccess'] = 'Nuk mund të hyni në kursin {$a}. Lejojani moodle/course:view rolit të përdoruesit që boton, ose regjistrojeni atë në kurs.';
$string['error_nokeptcopy'] = 'Nuk ka kopje të ruajtur të rishikimit {$a}: i ka kaluar afati, ose s’ka pasur kurrë. Botoni më mirë paketën e mëparshme.';
$string['error_nosuchactivity'] = 'Këtu nuk ka veprimtari SCORM me numër moduli {$a}.';
$string['error_nosuchcategory'] = 'Nuk ka kategori kursesh me numrin {$a}.';
$string['error_nosuchcourse'] = 'Nuk ka kurs me numrin {$a}.';
$string['error_notmanaged'] = 'Asgjë nuk e ka (ose nuk e ka më) çelësin „{$a}”. Nëse ndodhet nën një numër tjetër, përvetësojeni; përndryshe bëjeni planin sërish dhe do të krijohet.';
$string['error_notuploaded'] = 'Paketa {$a} nuk është ngarkuar, ose ngarkimit i ka kaluar afati. Ngarkojeni sërish.';
$string['error_othersite'] = 'Plani është bërë për një sajt tjetër, jo për këtë ({$a}). Bëjeni planin për këtë sajt.';
$string['error_requestreused'] = 'Identifikuesi i kërkesës {$a} është përdorur më parë për diçka tjetër. Bëjeni planin sërish.';
$string['error_shortnametaken'] = 'Një kurs tjetër e ka emrin e shkurtër „{$a}”. Përvetësojeni atë kurs, ose caktoni një emër tjetër të shkurtër.';
$string['error_stale'] = 'Plani është i vjetruar: që kur u bë, ka ndryshuar {$a}. Bëjeni planin sërish.';
$string['error_toolarge'] = 'Paketa është më e madhe nga sa lejon ky sajt ({$a} bajte).';
$string['error_versionchange'] = 'Nxënësit kanë regjistrime, kurse paketa e re ka një version tjetër SCORM ({$a}). Regjistrimet e tyre nuk do të lexoheshin dot më, prandaj kjo nuk bëhet kurrë. Botoni nën një çelës tjetër, ose ndërtojeni paketën për të njëjtin version.';
$string['error_wouldlose'] = 'Nxënësit kanë regjistrime në elemente që i mungojnë paketës së re: {$a}. Asgjë nuk u ndryshua. Për të hequr dorë prej tyre e për t’i ruajtur në ditar, pranojeni shprehimisht humbjen.';
$string['event_adopted'] = 'Përmbajtje kursi e përvetësuar';
$string['event_published'] = 'Përmbajtje kursi e botuar';
$string['event_removed'] = 'Përmbajtje e botuar e hequr';
$string['event_rolledback'] = 'Paketë e kthyer te një rishikim i mëparshëm';
$string['history'] = 'Historiku';
$string['keepdays'] = 'Sa ditë ruhen paketat e zëvendësuara';
$string['keepdays_desc'] = 'Sa kohë mbeten në dispozicion, për t’u kthyer, një paketë e zëvendësuar dhe regjistrimet e vëna mënjanë bashkë me të. 0: përgjithmonë.';
$string['kind_activity'] = 'veprimtari';
$string['kind_course'] = 'kurs';
$string['kind_section'] = 'seksion';
$string['lockwait'] = 'Sa sekonda pritet një botues tjetër';
$string['lockwait_desc'] = 'Sa pret një kërkesë, ndërsa dikush tjetër po boton në të njëjtin kurs.';
$string['lossaccept'] = 'Hiq dorë nga këto regjistrime dhe ruaji në ditar';
$string['lossfound'] = 'Këto elemente kanë regjistrime dhe mungojnë në paketën e re:';
$string['maxentries'] = 'Numri më i madh i skedarëve në një paketë';
$string['maxentries_desc'] = 'Paketat me më shumë skedarë refuzohen.';
$string['maxexpanded'] = 'Madhësia më e madhe pas shpaketimit (MB)';
$string['maxexpanded_desc'] = 'Paketat, skedarët e të cilave së bashku janë më të mëdhenj, refuzohen.';
$string['maxpackage'] = 'Paketa më e madhe (MB)';
$string['maxpackage_desc'] = 'Paketat më të mëdha refuzohen. Vlejnë edhe kufijtë e sajtit e të kursit, përveçse për përdoruesit me moodle/course:ignorefilesizelimits.';
$string['maxuploads'] = 'Vend për ngarkimet e papërdorura të një përdoruesi (MB)';
$string['maxuploads_desc'] = 'Kur mbushet, fshihen ngarkimet më të vjetra të atij përdoruesi. Katër nga paketat më të mëdha nxihen gjithmonë.';
$string['nodrift'] = 'jo';
$string['nothingpublished'] = 'Ende nuk është botuar asgjë.';
$string['package'] = 'Paketa';
$string['package_help'] = 'Një paketë SCORM (një skedar .zip). Para se të ndodhë gjë, do të shihni çfarë do të ndryshonte dhe çfarë do të thoshte kjo për nxënësit.';
$string['planmoves'] = 'Kalon në një vend tjetër në kurs.';
$string['planplace'] = 'Vendi';
$string['plansettings'] = 'Cilësimet që ndryshojnë';
$string['pluginname'] = 'scormkit';
$string['privacy:metadata:local_scormkit_item'] = 'Çfarë është botuar.';
$string['privacy:metadata:local_scormkit_item:itemkey'] = 'Çelësi i kursit, i seksionit ose i veprimtarisë.';
$string['privacy:metadata:local_scormkit_item:timemodified'] = 'Kur u ndryshua për herë të fundit.';
$string['privacy:metadata:local_scormkit_item:usermodified'] = 'Kush e ndryshoi për herë të fundit.';
$string['privacy:metadata:local_scormkit_journal'] = 'Çfarë u bë gjatë botimit.';
$string['privacy:metadata:local_scormkit_journal:action'] = 'Çfarë u bë.';
$string['privacy:metadata:local_scormkit_journal:itemkey'] = 'Çelësi i kursit, i seksionit ose i veprimtarisë.';
$string['privacy:metadata:local_scormkit_journal:status'] = 'Si përfundoi.';
$string['privacy:metadata:local_scormkit_journal:timecreated'] = 'Kur u bë.';
$string['privacy:metadata:local_scormkit_journal:userid'] = 'Kush e bëri.';
$string['privacy:metadata:local_scormkit_track'] = 'Regjistrime të nxënësve në elemente të hequra nga një paketë.';
$string['privacy:metadata:local_scormkit_track:attempt'] = 'Numri i përpjekjes.';
$string['privacy:metadata:local_scormkit_track:element'] = 'Emri i fushës.';
$string['privacy:metadata:local_scormkit_track:identifier'] = 'Elementi i paketës.';
$string['privacy:metadata:local_scormkit_track:timemodified'] = 'Kur u shkrua.';
$string['privacy:metadata:local_scormkit_track:userid'] = 'Nxënësi.';
$string['privacy:metadata:local_scormkit_track:value'] = 'Vlera e fushës.';
$string['privacy:metadata:local_scormkit_upload'] = 'Paketa të ngarkuara e ende të papërdorura.';
$string['privacy:metadata:local_scormkit_upload:sha256'] = 'Cila paketë është.';
$string['privacy:metadata:local_scormkit_upload:timemodified'] = 'Kur mbërriti pjesa e fundit.';
$string['privacy:metadata:local_scormkit_upload:userid'] = 'Kush e ngarkoi.';
$string['privacy:path:journal'] = 'Botimi';
$string['privacy:path:tracks'] = 'Regjistrime të vëna mënjanë';
$string['privacy:path:uploads'] = 'Ngarkime';
$string['published'] = 'Paketat e botuara';
$string['rollback'] = 'Kthehu';
$string['scormkit:publish'] = 'Të botojë kurse dhe paketa SCORM';
$string['scormkit:read'] = 'Të lexojë gjendjen e kurseve të botuara';
$string['status_applying'] = 'në vazhdim';
$string['status_committed'] = 'në vazhdim';
$string['status_done'] = 'u krye';
$string['status_failed'] = 'dështoi';
$string['status_undone'] = 'u zhbë';
$string['task_dropuploads'] = 'Fshi ngarkimet e papërdorura të paketave';
$string['task_expirekept'] = 'Fshi kopjet e paketave me afat të kaluar';
$string['task_settle'] = 'Përfundo botimet e ndërprera';
$string['uploadlife'] = 'Sa orë ruhen ngarkimet e papërdorura';
$string['uploadlife_desc'] = 'Pas kësaj kohe pa përdorim, paketa e ngarkuar fshihet.';
$string['uploadpackage'] = 'Ngarko një paketë';
$string['verdict_create'] = 'Krijohet diçka e re.';
$string['verdict_migrates'] = 'Nxënësit e ruajnë punën e tyre: paketa e re di ta lexojë.';
$string['verdict_new-attempt'] = 'Identifikuesit mbeten, por nuk dihet nëse përmbajtja e re mund ta lexojë atë që kanë ruajtur nxënësit. Mund të duhet një përpjekje e re.';
$string['verdict_safe'] = 'E sigurt për nxënësit: gjithçka që përdoret ekziston ende.';
$string['verdict_settings-only'] = 'Ndryshojnë vetëm rregullimet.';
$string['verdict_unchanged'] = 'Nuk ndryshon asgjë.';
$string['verdict_version-change'] = 'Version tjetër SCORM nën regjistrimet e nxënësve: refuzohet.';
$string['verdict_would-lose'] = 'Nxënësit do të humbnin regjistrime: refuzohet, nëse nuk e pranoni.';
