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
use local_scormkit\local\access;
use local_scormkit\local\history;
use local_scormkit\local\items;

/**
 * Returns what was done to one published item.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_history extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'key' => new external_value(PARAM_RAW, 'of the item'),
            'kind' => new external_value(PARAM_ALPHA, 'course, section or activity', VALUE_DEFAULT, 'activity'),
            'limit' => new external_value(PARAM_INT, 'how many rows', VALUE_DEFAULT, 50),
        ]);
    }

    /**
     * Returns the history, newest first.
     *
     * @param string $key of the item
     * @param string $kind course, section or activity
     * @param int $limit how many rows
     * @return array[]
     */
    public static function execute(string $key, string $kind = 'activity', int $limit = 50): array {
        ['key' => $key, 'kind' => $kind, 'limit' => $limit] = self::validate_parameters(
            self::execute_parameters(),
            ['key' => $key, 'kind' => $kind, 'limit' => $limit]
        );
        self::validate_context(\context_system::instance());
        $item = items::demand($kind, $key);
        access::demand_in_course((int) $item->courseid, 'local/scormkit:read');
        return history::of($item, max(1, min(1000, $limit)));
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
            'journalid' => $int('of the row'),
            'action' => $text('what was done'),
            'status' => $text('how it went'),
            'revision' => $int('after it'),
            'base' => $int('revision before it'),
            'fingerprint' => $text('of the package after it'),
            'sha256' => $text('of the package after it'),
            'started' => $int('time'),
            'finished' => $int('time, 0: not yet'),
            'kept' => $bool('whether a rollback to this revision is possible'),
            'expires' => $int('when its copy goes, 0: not'),
            'tracks' => $int('put aside'),
            'current' => $bool('whether its package is the one that is there'),
        ]));
    }
}
