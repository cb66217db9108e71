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

namespace local_scormkit\external;

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_scormkit\local\problem;
use local_scormkit\local\reader;
use local_scormkit\local\settler;

/**
 * Returns the state of published courses, with counts of learners and tracks.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_courses extends external_api {
    /** @var int How many courses one request may ask for. */
    private const MOST = 100;

    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'courses' => new external_multiple_structure(new external_single_structure([
                'key' => new external_value(PARAM_RAW, 'key of a course'),
                'courseid' => new external_value(PARAM_INT, 'the course to tell of where nothing has the key', VALUE_DEFAULT, 0),
            ]), 'at most 100'),
        ]);
    }

    /**
     * Returns the state of courses.
     *
     * @param array[] $courses each with key and courseid
     * @return array[]
     */
    public static function execute(array $courses): array {
        ['courses' => $courses] = self::validate_parameters(self::execute_parameters(), ['courses' => $courses]);
        self::validate_context(\context_system::instance()); // The capability is asked for in each course.
        if (count($courses) > self::MOST) {
            throw new problem('badrequest', 'courses');
        }
        foreach ($courses as $course) {
            settler::settle_quietly($course['key']);
        }
        return (new reader($courses))->answers();
    }

    /**
     * Describes the answer.
     *
     * @return external_multiple_structure
     */
    public static function execute_returns(): external_multiple_structure {
        $int = fn(string $what) => new external_value(PARAM_INT, $what);
        $text = fn(string $what) => new external_value(PARAM_RAW, $what);
        $bool = fn(string $what) => new external_value(PARAM_BOOL, $what);
        return new external_multiple_structure(new external_single_structure([
            'key' => $text('as asked for'),
            'problem' => $text('an error code, or nothing'),
            'detail' => $text('of the problem'),
            'managed' => $bool('whether something has the key'),
            'created' => $bool('whether it was made by this service'),
            'courseid' => $int('number of the course, 0: none'),
            'categoryid' => $int('its category'),
            'hint' => $int('a course with the key as its short name, 0: none'),
            'revision' => $int('of the item'),
            'state' => $text('digest of what Moodle holds'),
            'settings' => $text('JSON: as Moodle has them'),
            'applied' => $text('JSON: as last applied'),
            'items' => new external_multiple_structure(self::item()),
            'unmanaged' => new external_multiple_structure(new external_single_structure(['cmid' => $int('course module'),
                'name' => $text('of the activity'), 'section' => $int('number'), 'idnumber' => $text('of the module'),
                'version' => $text('of SCORM')])),
            'applying' => $int('steps begun and not finished'),
        ]));
    }

    /**
     * Describes a section or activity.
     *
     * @return external_single_structure
     */
    private static function item(): external_single_structure {
        $int = fn(string $what) => new external_value(PARAM_INT, $what);
        $text = fn(string $what) => new external_value(PARAM_RAW, $what);
        return new external_single_structure([
            'kind' => $text('section or activity'),
            'key' => $text('its key'),
            'cmid' => $int('course module, 0 for a section'),
            'sectionid' => $int('id of its section'),
            'section' => $int('number of its section'),
            'sectionkey' => $text('key of its section, or nothing'),
            'name' => $text('as shown'),
            'revision' => $int('of the item'),
            'fingerprint' => $text('of the package that Moodle holds'),
            'sha256' => $text('of the package that Moodle holds'),
            'version' => $text('of SCORM'),
            'drift' => new external_multiple_structure($text('package, settings, place or version')),
            'state' => $text('digest of what Moodle holds'),
            'settings' => $text('JSON: as Moodle has them'),
            'applied' => $text('JSON: as last applied'),
            'inventory' => $text('JSON: pages, questions, layouts'),
            'learners' => $int('who have tracks'),
            'attempts' => $int('of all learners'),
            'tracks' => $int('of all learners'),
            'scos' => new external_multiple_structure(new external_single_structure(['identifier' => $text('of the item'),
                'learners' => $int('who have tracks'), 'tracks' => $int('of all learners')])),
        ]);
    }
}
