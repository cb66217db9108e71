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

namespace local_scormkit\local;

/**
 * The few things that Moodle calls differently from version to version, and its libraries that load themselves not.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class compat {
    /**
     * Loads Moodle's libraries of courses, modules, grades and completion.
     */
    public static function load(): void {
        global $CFG;
        require_once($CFG->libdir . '/completionlib.php');
        require_once($CFG->libdir . '/gradelib.php');
        require_once($CFG->dirroot . '/course/lib.php');
        require_once($CFG->dirroot . '/course/modlib.php');
        require_once($CFG->dirroot . '/mod/scorm/locallib.php');
    }

    /**
     * Returns Moodle's own actions on a course's sections or modules, where this version has them.
     *
     * @param string $what section or cm
     * @param int $courseid the course
     * @param string $method that is needed
     * @return object|null
     */
    private static function actions(string $what, int $courseid, string $method): ?object {
        $class = '\core_courseformat\formatactions';
        $actions = class_exists($class) ? $class::$what($courseid) : null;
        return $actions && method_exists($actions, $method) ? $actions : null;
    }

    /**
     * Creates a section.
     *
     * @param int $courseid the course
     * @param int $position its number, 0 for the end
     * @return int the section's id
     */
    public static function create_section(int $courseid, int $position): int {
        $actions = self::actions('section', $courseid, 'create');
        $section = $actions ? $actions->create($position) : course_create_section($courseid, $position);
        return (int) $section->id;
    }

    /**
     * Changes a section; hiding one hides its activities as well.
     *
     * @param int $courseid the course
     * @param int $sectionid the section's id
     * @param array $fields columns to set
     */
    public static function update_section(int $courseid, int $sectionid, array $fields): void {
        global $DB;
        $actions = self::actions('section', $courseid, 'update');
        if ($actions) {
            $actions->update(get_fast_modinfo($courseid)->get_section_info_by_id($sectionid, MUST_EXIST), $fields);
        } else {
            course_update_section($courseid, $DB->get_record('course_sections', ['id' => $sectionid], '*', MUST_EXIST), $fields);
        }
    }

    /**
     * Deletes a section that is empty.
     *
     * @param int $courseid the course
     * @param int $sectionid the section's id
     */
    public static function delete_section(int $courseid, int $sectionid): void {
        $section = get_fast_modinfo($courseid)->get_section_info_by_id($sectionid, MUST_EXIST);
        $actions = self::actions('section', $courseid, 'delete');
        $deleted = $actions ? $actions->delete($section, false) : course_delete_section($courseid, $section, false);
        if (!$deleted) {
            throw new \moodle_exception('cannotdeletesection');
        }
    }

    /**
     * Moves a section to another place.
     *
     * @param int $courseid the course
     * @param int $from its number
     * @param int $to its new number
     */
    public static function move_section(int $courseid, int $from, int $to): void {
        if (!move_section_to(get_course($courseid), $from, $to)) {
            throw new problem('badrequest', 'place.position');
        }
    }

    /**
     * Moves an activity into a section.
     *
     * @param int $courseid the course
     * @param int $cmid the activity
     * @param int $sectionid the section's id
     * @param int|null $before the activity that follows it, null for the end
     */
    public static function move_module(int $courseid, int $cmid, int $sectionid, ?int $before): void {
        global $DB;
        $actions = self::actions('cm', $courseid, 'move_end_section');
        if ($actions && $before) {
            $actions->move_before($cmid, $before);
        } else if ($actions) {
            $actions->move_end_section($cmid, $sectionid);
        } else {
            $section = $DB->get_record('course_sections', ['id' => $sectionid], '*', MUST_EXIST);
            moveto_module(get_coursemodule_from_id('', $cmid, $courseid, false, MUST_EXIST), $section, $before);
        }
    }

    /**
     * Deletes an activity at once.
     *
     * @param int $courseid the course
     * @param int $cmid the activity
     */
    public static function delete_module(int $courseid, int $cmid): void {
        $actions = self::actions('cm', $courseid, 'delete');
        if ($actions) {
            $actions->delete($cmid, false);
        } else {
            course_delete_module($cmid);
        }
    }
}
