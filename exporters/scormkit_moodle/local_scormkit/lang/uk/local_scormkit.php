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
 * Ukrainian strings.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_adopt'] = 'прийнято';
$string['action_create'] = 'створено';
$string['action_move'] = 'переміщено';
$string['action_remove'] = 'вилучено';
$string['action_rollback'] = 'повернуто попередню ревізію';
$string['action_settings'] = 'змінено налаштування';
$string['action_update'] = 'оновлено';
$string['appliedchange'] = 'Готово: ревізія {$a}.';
$string['backtolist'] = 'Назад до списку';
$string['cachedef_packages'] = 'Що містять пакети';
$string['col_action'] = 'Дія';
$string['col_activity'] = 'Діяльність';
$string['col_drift'] = 'Змінено вручну';
$string['col_fingerprint'] = 'Відбиток';
$string['col_key'] = 'Ключ';
$string['col_learners'] = 'Учасники';
$string['col_revision'] = 'Ревізія';
$string['col_status'] = 'Стан';
$string['col_time'] = 'Дата';
$string['col_tracks'] = 'Записи';
$string['col_version'] = 'Версія SCORM';
$string['confirmapply'] = 'Виконати цей план';
$string['confirmrollback'] = 'Повернутися до ревізії {$a}';
$string['driftpackage'] = 'пакет';
$string['driftplace'] = 'розташування';
$string['driftsettings'] = 'налаштування';
$string['driftversion'] = 'імпорт не вдався';
$string['error_alreadymanaged'] = 'Тут уже є ключ «{$a}». Скористайтеся ним або спершу зробіть так, щоб плагін його забув.';
$string['error_availabilityoff'] = '«{$a}» не можна задати, бо на цьому сайті вимкнено обмеження доступу. Увімкніть їх у розділі «Керування сайтом > Додаткові можливості».';
$string['error_badkey'] = '«{$a}» не є ключем такого виду. Ключ має вигляд COURSE, COURSE/SECTION, COURSE/ACTIVITY або COURSE/ACTIVITY@LANG.';
$string['error_badpackage'] = 'Пакет відхилено, нічого не змінено: {$a}. Перевірте його командою «scormkit check».';
$string['error_badrequest'] = 'У запиті бракує значення або воно хибне: {$a}. Можливо, клієнт старіший або новіший за плагін?';
$string['error_badsetting'] = 'Налаштування «{$a}» невідоме, або його значення недопустиме.';
$string['error_badupload'] = 'Завантажений пакет {$a} надійшов не повністю. Завантажте його ще раз.';
$string['error_completionoff'] = '«{$a}» не можна задати, бо відстеження завершення вимкнено на сайті або в курсі. Увімкніть його або публікуйте з completion: true у налаштуваннях курсу.';
$string['error_diskfull'] = 'У теці даних Moodle бракує місця (потрібно {$a} байтів). Звільніть місце й спробуйте ще раз; нічого не змінено.';
$string['error_keytaken'] = 'Щось із ключем «{$a}» уже існує. Складіть план заново.';
$string['error_locked'] = 'Зараз хтось інший публікує в «{$a}». Спробуйте за мить ще раз.';
$string['error_moodlefailed'] = 'Moodle сам відмовив або зазнав збою ({$a}). Нічого не змінено.';
$string['error_nocapability'] = 'Ваша роль не має тут права {$a}. Попросіть адміністратора надати його ролі користувача, який публікує.';
$string['error_nocourseaccess'] = 'Ви не можете увійти до курсу {$a}. Надайте moodle/course:view ролі користувача, який публікує, або запишіть його на курс.';
$string['error_nokeptcopy'] = 'Збереженої копії ревізії {$a} немає: її термін минув, або її ніколи не було. Натомість опублікуйте старіший пакет.';
$string['error_nosuchactivity'] = 'Тут немає діяльності SCORM з номером модуля {$a}.';
$string['error_nosuchcategory'] = 'Немає категорії курсів з номером {$a}.';
$string['error_nosuchcourse'] = 'Немає курсу з номером {$a}.';
$string['error_notmanaged'] = 'Ніщо не має (або вже не має) ключа «{$a}». Якщо воно є під іншим номером, прийміть його; інакше складіть план заново, і його буде створено.';
$string['error_notuploaded'] = 'Пакет {$a} не завантажено, або термін завантаження минув. Завантажте його ще раз.';
$string['error_othersite'] = 'План складено для іншого сайту, не для цього ({$a}). Складіть план для цього сайту.';
$string['error_requestreused'] = 'Ідентифікатор запиту {$a} вже використано для іншого. Складіть план заново.';
$string['error_shortnametaken'] = 'Інший курс має коротку назву «{$a}». Прийміть той курс або задайте іншу коротку назву.';
$string['error_stale'] = 'План застарів: відтоді змінилося {$a}. Складіть план заново.';
$string['error_toolarge'] = 'Пакет більший, ніж дозволяє цей сайт ({$a} байтів).';
$string['error_versionchange'] = 'Учасники мають записи, а новий пакет — іншу версію SCORM ({$a}). Їхні записи стало б неможливо прочитати, тому такого ніколи не роблять. Публікуйте під іншим ключем або зберіть пакет для тієї самої версії.';
$string['error_wouldlose'] = 'Учасники мають записи в елементах, яких бракує в новому пакеті: {$a}. Нічого не змінено. Щоб відмовитися від цих записів і зберегти їх у журналі, явно погодьтеся на втрату.';
$string['event_adopted'] = 'Матеріал курсу прийнято';
$string['event_published'] = 'Матеріал курсу опубліковано';
$string['event_removed'] = 'Опублікований матеріал вилучено';
$string['event_rolledback'] = 'Повернуто попередній пакет';
$string['history'] = 'Історія';
$string['keepdays'] = 'Скільки днів зберігати замінені пакети';
$string['keepdays_desc'] = 'Скільки часу замінений пакет і відкладені разом із ним записи доступні для повернення. 0: завжди.';
$string['kind_activity'] = 'діяльність';
$string['kind_course'] = 'курс';
$string['kind_section'] = 'секція';
$string['lockwait'] = 'Скільки секунд чекати іншого видавця';
$string['lockwait_desc'] = 'Як довго чекає запит, поки хтось інший публікує в тому самому курсі.';
$string['lossaccept'] = 'Відмовитися від цих записів і зберегти їх у журналі';
$string['lossfound'] = 'Ці елементи мають записи, але їх бракує в новому пакеті:';
$string['maxentries'] = 'Найбільша кількість файлів у пакеті';
$string['maxentries_desc'] = 'Пакети з більшою кількістю файлів відхиляються.';
$string['maxexpanded'] = 'Найбільший розмір після розпакування (МБ)';
$string['maxexpanded_desc'] = 'Пакети, файли яких разом більші, відхиляються.';
$string['maxpackage'] = 'Найбільший пакет (МБ)';
$string['maxpackage_desc'] = 'Більші пакети відхиляються. Діють також обмеження сайту й курсу, крім користувачів із moodle/course:ignorefilesizelimits.';
$string['maxuploads'] = 'Місце для невикористаних завантажень одного користувача (МБ)';
$string['maxuploads_desc'] = 'Коли місце заповнено, найстаріші завантаження цього користувача вилучаються. Чотири найбільші пакети вміщаються завжди.';
$string['nodrift'] = 'ні';
$string['nothingpublished'] = 'Ще нічого не опубліковано.';
$string['package'] = 'Пакет';
$string['package_help'] = 'Пакет SCORM (файл .zip). Перш ніж щось станеться, ви побачите, що він змінить і що це означатиме для учасників.';
$string['planmoves'] = 'Діяльність переміститься на інше місце в курсі.';
$string['planplace'] = 'Місце';
$string['plansettings'] = 'Налаштування, що зміняться';
$string['pluginname'] = 'scormkit';
$string['privacy:metadata:local_scormkit_item'] = 'Що опубліковано.';
$string['privacy:metadata:local_scormkit_item:itemkey'] = 'Ключ курсу, секції або діяльності.';
$string['privacy:metadata:local_scormkit_item:timemodified'] = 'Коли востаннє змінено.';
$string['privacy:metadata:local_scormkit_item:usermodified'] = 'Хто змінив востаннє.';
$string['privacy:metadata:local_scormkit_journal'] = 'Що робилося під час публікації.';
$string['privacy:metadata:local_scormkit_journal:action'] = 'Що зроблено.';
$string['privacy:metadata:local_scormkit_journal:itemkey'] = 'Ключ курсу, секції або діяльності.';
$string['privacy:metadata:local_scormkit_journal:status'] = 'Чим закінчилося.';
$string['privacy:metadata:local_scormkit_journal:timecreated'] = 'Коли зроблено.';
$string['privacy:metadata:local_scormkit_journal:userid'] = 'Хто зробив.';
$string['privacy:metadata:local_scormkit_track'] = 'Записи учасників в елементах, вилучених із пакета.';
$string['privacy:metadata:local_scormkit_track:attempt'] = 'Номер спроби.';
$string['privacy:metadata:local_scormkit_track:element'] = 'Назва поля.';
$string['privacy:metadata:local_scormkit_track:identifier'] = 'Елемент пакета.';
$string['privacy:metadata:local_scormkit_track:timemodified'] = 'Коли записано.';
$string['privacy:metadata:local_scormkit_track:userid'] = 'Учасник.';
$string['privacy:metadata:local_scormkit_track:value'] = 'Значення поля.';
$string['privacy:metadata:local_scormkit_upload'] = 'Пакети, завантажені й ще не використані.';
$string['privacy:metadata:local_scormkit_upload:sha256'] = 'Який це пакет.';
$string['privacy:metadata:local_scormkit_upload:timemodified'] = 'Коли надійшла остання частина.';
$string['privacy:metadata:local_scormkit_upload:userid'] = 'Хто завантажив.';
$string['privacy:path:journal'] = 'Публікація';
$string['privacy:path:tracks'] = 'Відкладені записи';
$string['privacy:path:uploads'] = 'Завантаження';
$string['published'] = 'Опубліковані пакети';
$string['rollback'] = 'Повернутися';
$string['scormkit:publish'] = 'Публікувати курси та пакети SCORM';
$string['scormkit:read'] = 'Читати стан опублікованих курсів';
$string['status_applying'] = 'виконується';
$string['status_committed'] = 'виконується';
$string['status_done'] = 'зроблено';
$string['status_failed'] = 'не вдалося';
$string['status_undone'] = 'скасовано';
$string['task_dropuploads'] = 'Вилучення невикористаних завантажень пакетів';
$string['task_expirekept'] = 'Вилучення прострочених копій пакетів';
$string['task_settle'] = 'Завершення перерваних публікацій';
$string['uploadlife'] = 'Скільки годин зберігати невикористані завантаження';
$string['uploadlife_desc'] = 'Якщо завантажений пакет стільки часу ніхто не використав, його вилучають.';
$string['uploadpackage'] = 'Завантажити пакет';
$string['verdict_create'] = 'Створюється нове.';
$string['verdict_migrates'] = 'Учасники зберігають свою роботу: новий пакет уміє її прочитати.';
$string['verdict_new-attempt'] = 'Ідентифікатори лишаються, але невідомо, чи новий матеріал зможе прочитати те, що зберегли учасники. Може знадобитися нова спроба.';
$string['verdict_safe'] = 'Безпечно для учасників: усе, чим користуються, і далі існує.';
$string['verdict_settings-only'] = 'Змінюються лише налаштування.';
$string['verdict_unchanged'] = 'Нічого не змінюється.';
$string['verdict_version-change'] = 'Інша версія SCORM за наявності записів учасників: відмовлено.';
$string['verdict_would-lose'] = 'Учасники втратили б записи: відмовлено, якщо ви на це не погодитеся.';
