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
use core_external\external_single_structure;
use core_external\external_value;
use local_scormkit\local\publisher;
use local_scormkit\local\step;

/**
 * Gives a key to a course, section or activity that exists.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class adopt extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'requestid' => new external_value(PARAM_ALPHANUM, '64 hex digits'),
            'kind' => new external_value(PARAM_ALPHA, 'course, section or activity'),
            'key' => new external_value(PARAM_RAW, 'that it shall have'),
            'courseid' => new external_value(PARAM_INT, 'number of the course'),
            'cmid' => new external_value(PARAM_INT, 'course module of an activity', VALUE_DEFAULT, 0),
            'section' => new external_value(PARAM_INT, 'number of a section', VALUE_DEFAULT, 0),
        ]);
    }

    /**
     * Adopts.
     *
     * @param string $requestid 64 hex digits
     * @param string $kind course, section or activity
     * @param string $key that it shall have
     * @param int $courseid number of the course
     * @param int $cmid course module of an activity
     * @param int $section number of a section
     * @return array
     */
    public static function execute(
        string $requestid,
        string $kind,
        string $key,
        int $courseid,
        int $cmid = 0,
        int $section = 0
    ): array {
        $sent = self::validate_parameters(self::execute_parameters(), ['requestid' => $requestid, 'kind' => $kind, 'key' => $key,
            'courseid' => $courseid, 'cmid' => $cmid, 'section' => $section]);
        self::validate_context(\context_system::instance()); // Capabilities are asked for in the course.
        $place = array_intersect_key($sent, ['courseid' => 1, 'cmid' => 1, 'section' => 1]);
        return publisher::run(new step(['action' => 'adopt', 'place' => $place] + array_diff_key($sent, $place)));
    }

    /**
     * Describes the answer.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return answers::structure();
    }
}
