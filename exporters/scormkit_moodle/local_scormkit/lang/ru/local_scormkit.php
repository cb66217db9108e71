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
 * Russian strings.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_adopt'] = 'принято';
$string['action_create'] = 'создано';
$string['action_move'] = 'перемещено';
$string['action_remove'] = 'удалено';
$string['action_rollback'] = 'возвращена прежняя ревизия';
$string['action_settings'] = 'изменены настройки';
$string['action_update'] = 'обновлено';
$string['appliedchange'] = 'Готово: ревизия {$a}.';
$string['backtolist'] = 'Назад к списку';
$string['cachedef_packages'] = 'Что содержат пакеты';
$string['col_action'] = 'Действие';
$string['col_activity'] = 'Элемент курса';
$string['col_drift'] = 'Изменено вручную';
$string['col_fingerprint'] = 'Отпечаток';
$string['col_key'] = 'Ключ';
$string['col_learners'] = 'Учащиеся';
$string['col_revision'] = 'Ревизия';
$string['col_status'] = 'Состояние';
$string['col_time'] = 'Дата';
$string['col_tracks'] = 'Записи';
$string['col_version'] = 'Версия SCORM';
$string['confirmapply'] = 'Выполнить этот план';
$string['confirmrollback'] = 'Вернуться к ревизии {$a}';
$string['driftpackage'] = 'пакет';
$string['driftplace'] = 'место';
$string['driftsettings'] = 'настройки';
$string['driftversion'] = 'импорт не удался';
$string['error_alreadymanaged'] = 'Здесь уже есть ключ «{$a}». Используйте его или сначала сделайте так, чтобы плагин его забыл.';
$string['error_availabilityoff'] = '«{$a}» задать нельзя, потому что на этом сайте отключены ограничения доступа. Включите их в разделе «Администрирование > Расширенные возможности».';
$string['error_badkey'] = '«{$a}» — не ключ такого вида. Ключ выглядит как COURSE, COURSE/SECTION, COURSE/ACTIVITY или COURSE/ACTIVITY@LANG.';
$string['error_badpackage'] = 'Пакет отклонён, ничего не изменено: {$a}. Проверьте его командой «scormkit check».';
$string['error_badrequest'] = 'В запросе не хватает значения, или оно неверно: {$a}. Возможно, клиент старше или новее плагина?';
$string['error_badsetting'] = 'Настройка «{$a}» неизвестна, или её значение недопустимо.';
$string['error_badupload'] = 'Загруженный пакет {$a} пришёл не полностью. Загрузите его ещё раз.';
$string['error_completionoff'] = '«{$a}» задать нельзя, потому что отслеживание выполнения отключено на сайте или в курсе. Включите его или публикуйте с completion: true в настройках курса.';
$string['error_diskfull'] = 'В каталоге данных Moodle не хватает места (нужно {$a} байт). Освободите место и повторите; ничего не изменено.';
$string['error_keytaken'] = 'Нечто с ключом «{$a}» уже существует. Составьте план заново.';
$string['error_locked'] = 'Сейчас кто-то другой публикует в «{$a}». Повторите через мгновение.';
$string['error_moodlefailed'] = 'Moodle сам отказал, или произошёл сбой ({$a}). Ничего не изменено.';
$string['error_nocapability'] = 'У вашей роли здесь нет права {$a}. Попросите администратора разрешить его роли пользователя, который публикует.';
$string['error_nocourseaccess'] = 'Вам нельзя войти в курс {$a}. Разрешите moodle/course:view роли пользователя, который публикует, или запишите его на курс.';
$string['error_nokeptcopy'] = 'Сохранённой копии ревизии {$a} нет: её срок истёк, или её никогда не было. Вместо этого опубликуйте более старый пакет.';
$string['error_nosuchactivity'] = 'Здесь нет элемента SCORM с номером модуля {$a}.';
$string['error_nosuchcategory'] = 'Нет категории курсов с номером {$a}.';
$string['error_nosuchcourse'] = 'Нет курса с номером {$a}.';
$string['error_notmanaged'] = 'Ключа «{$a}» нет ни у чего (или уже нет). Если это есть под другим номером, примите его; иначе составьте план заново, и оно будет создано.';
$string['error_notuploaded'] = 'Пакет {$a} не загружен, или срок загрузки истёк. Загрузите его ещё раз.';
$string['error_othersite'] = 'План составлен для другого сайта, не для этого ({$a}). Составьте план для этого сайта.';
$string['error_requestreused'] = 'Идентификатор запроса {$a} уже использован для другого. Составьте план заново.';
$string['error_shortnametaken'] = 'У другого курса короткое название «{$a}». Примите тот курс или задайте другое короткое название.';
$string['error_stale'] = 'План устарел: с тех пор изменилось {$a}. Составьте план заново.';
$string['error_toolarge'] = 'Пакет больше, чем разрешает этот сайт ({$a} байт).';
$string['error_versionchange'] = 'У учащихся есть записи, а у нового пакета другая версия SCORM ({$a}). Их записи стало бы невозможно прочитать, поэтому так не делается никогда. Публикуйте под другим ключом или соберите пакет для той же версии.';
$string['error_wouldlose'] = 'У учащихся есть записи в элементах, которых нет в новом пакете: {$a}. Ничего не изменено. Чтобы отказаться от этих записей и сохранить их в журнале, явно согласитесь на потерю.';
$string['event_adopted'] = 'Материал курса принят';
$string['event_published'] = 'Материал курса опубликован';
$string['event_removed'] = 'Опубликованный материал удалён';
$string['event_rolledback'] = 'Возвращён прежний пакет';
$string['history'] = 'История';
$string['keepdays'] = 'Сколько дней хранить заменённые пакеты';
$string['keepdays_desc'] = 'Сколько времени заменённый пакет и отложенные вместе с ним записи доступны для возврата. 0: всегда.';
$string['kind_activity'] = 'элемент курса';
$string['kind_course'] = 'курс';
$string['kind_section'] = 'раздел';
$string['lockwait'] = 'Сколько секунд ждать другого издателя';
$string['lockwait_desc'] = 'Как долго ждёт запрос, пока кто-то другой публикует в том же курсе.';
$string['lossaccept'] = 'Отказаться от этих записей и сохранить их в журнале';
$string['lossfound'] = 'У этих элементов есть записи, но в новом пакете их нет:';
$string['maxentries'] = 'Наибольшее число файлов в пакете';
$string['maxentries_desc'] = 'Пакеты с большим числом файлов отклоняются.';
$string['maxexpanded'] = 'Наибольший размер после распаковки (МБ)';
$string['maxexpanded_desc'] = 'Пакеты, файлы которых вместе больше, отклоняются.';
$string['maxpackage'] = 'Наибольший пакет (МБ)';
$string['maxpackage_desc'] = 'Пакеты большего размера отклоняются. Действуют также ограничения сайта и курса, кроме пользователей с moodle/course:ignorefilesizelimits.';
$string['maxuploads'] = 'Место для неиспользованных загрузок одного пользователя (МБ)';
$string['maxuploads_desc'] = 'Когда место заполнено, самые старые загрузки этого пользователя удаляются. Четыре самых больших пакета помещаются всегда.';
$string['nodrift'] = 'нет';
$string['nothingpublished'] = 'Пока ничего не опубликовано.';
$string['package'] = 'Пакет';
$string['package_help'] = 'Пакет SCORM (файл .zip). Прежде чем что-либо произойдёт, вы увидите, что он изменит и что это будет значить для учащихся.';
$string['planmoves'] = 'Элемент переместится на другое место в курсе.';
$string['planplace'] = 'Место';
$string['plansettings'] = 'Настройки, которые изменятся';
$string['pluginname'] = 'scormkit';
$string['privacy:metadata:local_scormkit_item'] = 'Что опубликовано.';
$string['privacy:metadata:local_scormkit_item:itemkey'] = 'Ключ курса, раздела или элемента.';
$string['privacy:metadata:local_scormkit_item:timemodified'] = 'Когда изменено в последний раз.';
$string['privacy:metadata:local_scormkit_item:usermodified'] = 'Кто изменил в последний раз.';
$string['privacy:metadata:local_scormkit_journal'] = 'Что делалось при публикации.';
$string['privacy:metadata:local_scormkit_journal:action'] = 'Что сделано.';
$string['privacy:metadata:local_scormkit_journal:itemkey'] = 'Ключ курса, раздела или элемента.';
$string['privacy:metadata:local_scormkit_journal:status'] = 'Чем закончилось.';
$string['privacy:metadata:local_scormkit_journal:timecreated'] = 'Когда сделано.';
$string['privacy:metadata:local_scormkit_journal:userid'] = 'Кто сделал.';
$string['privacy:metadata:local_scormkit_track'] = 'Записи учащихся в элементах, удалённых из пакета.';
$string['privacy:metadata:local_scormkit_track:attempt'] = 'Номер попытки.';
$string['privacy:metadata:local_scormkit_track:element'] = 'Название поля.';
$string['privacy:metadata:local_scormkit_track:identifier'] = 'Элемент пакета.';
$string['privacy:metadata:local_scormkit_track:timemodified'] = 'Когда записано.';
$string['privacy:metadata:local_scormkit_track:userid'] = 'Учащийся.';
$string['privacy:metadata:local_scormkit_track:value'] = 'Значение поля.';
$string['privacy:metadata:local_scormkit_upload'] = 'Пакеты, загруженные и ещё не использованные.';
$string['privacy:metadata:local_scormkit_upload:sha256'] = 'Какой это пакет.';
$string['privacy:metadata:local_scormkit_upload:timemodified'] = 'Когда пришла последняя часть.';
$string['privacy:metadata:local_scormkit_upload:userid'] = 'Кто загрузил.';
$string['privacy:path:journal'] = 'Публикация';
$string['privacy:path:tracks'] = 'Отложенные записи';
$string['privacy:path:uploads'] = 'Загрузки';
$string['published'] = 'Опубликованные пакеты';
$string['rollback'] = 'Вернуться';
$string['scormkit:publish'] = 'Публиковать курсы и пакеты SCORM';
$string['scormkit:read'] = 'Читать состояние опубликованных курсов';
$string['status_applying'] = 'выполняется';
$string['status_committed'] = 'выполняется';
$string['status_done'] = 'сделано';
$string['status_failed'] = 'не удалось';
$string['status_undone'] = 'отменено';
$string['task_dropuploads'] = 'Удаление неиспользованных загрузок пакетов';
$string['task_expirekept'] = 'Удаление копий пакетов с истёкшим сроком';
$string['task_settle'] = 'Завершение прерванных публикаций';
$string['uploadlife'] = 'Сколько часов хранить неиспользованные загрузки';
$string['uploadlife_desc'] = 'Если загруженный пакет столько времени никто не использовал, он удаляется.';
$string['uploadpackage'] = 'Загрузить пакет';
$string['verdict_create'] = 'Создаётся новое.';
$string['verdict_migrates'] = 'Учащиеся сохраняют свою работу: новый пакет умеет её прочитать.';
$string['verdict_new-attempt'] = 'Идентификаторы остаются, но неизвестно, сможет ли новый материал прочитать то, что сохранили учащиеся. Может понадобиться новая попытка.';
$string['verdict_safe'] = 'Безопасно для учащихся: всё, чем пользуются, по-прежнему существует.';
$string['verdict_settings-only'] = 'Меняются только настройки.';
$string['verdict_unchanged'] = 'Ничего не меняется.';
$string['verdict_version-change'] = 'Другая версия SCORM при наличии записей учащихся: отказано.';
$string['verdict_would-lose'] = 'Учащиеся потеряли бы записи: отказано, если вы с этим не согласитесь.';
