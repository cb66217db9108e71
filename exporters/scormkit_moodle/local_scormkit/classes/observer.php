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

namespace local_scormkit;

use local_scormkit\local\items;
use local_scormkit\local\journal;

/**
 * Forgets what is deleted in Moodle. What is restored there has another number, and so is unmanaged until it is adopted.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class observer {
    /**
     * Forgets a course with all that is in it, as Moodle itself does with learners' tracks.
     *
     * @param \core\event\course_deleted $event what happened
     */
    public static function course_deleted(\core\event\course_deleted $event): void {
        global $DB;
        $DB->delete_records(items::TABLE, ['courseid' => $event->objectid]);
        $rows = 'SELECT id FROM {' . journal::TABLE . '} WHERE courseid = ?';
        $DB->delete_records_select('local_scormkit_track', "journalid IN ($rows)", [$event->objectid]);
        $DB->delete_records(journal::TABLE, ['courseid' => $event->objectid]);
    }

    /**
     * Forgets an activity.
     *
     * @param \core\event\course_module_deleted $event what happened
     */
    public static function course_module_deleted(\core\event\course_module_deleted $event): void {
        global $DB;
        $DB->delete_records(items::TABLE, ['kind' => 'activity', 'cmid' => $event->objectid]);
    }

    /**
     * Forgets a section.
     *
     * @param \core\event\course_section_deleted $event what happened
     */
    public static function course_section_deleted(\core\event\course_section_deleted $event): void {
        global $DB;
        $DB->delete_records(items::TABLE, ['kind' => 'section', 'sectionid' => $event->objectid]);
    }
}
