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

use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_scormkit\local\problem;

/**
 * The answer to a step, which several functions share.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class answers {
    /**
     * Describes it.
     *
     * @return external_single_structure
     */
    public static function structure(): external_single_structure {
        $int = fn(string $what) => new external_value(PARAM_INT, $what);
        $text = fn(string $what) => new external_value(PARAM_RAW, $what);
        return new external_single_structure([
            'requestid' => $text('as sent'),
            'kind' => $text('as sent'),
            'key' => $text('as sent'),
            'outcome' => $text('done, unchanged, failed or notrun'),
            'repeated' => new external_value(PARAM_BOOL, 'whether it was done by an earlier request'),
            'journalid' => $int('of the row, 0: none'),
            'courseid' => $int('number of the course'),
            'sectionid' => $int('id of the section'),
            'section' => $int('number of the section'),
            'cmid' => $int('course module'),
            'revision' => $int('after the step'),
            'fingerprint' => $text('after the step'),
            'sha256' => $text('after the step'),
            'state' => $text('digest of what Moodle holds after the step'),
            'verdict' => $text('JSON: as preview says it'),
            'warnings' => new external_multiple_structure($text('what to know besides')),
            'error' => new external_single_structure(['code' => $text('why it failed, or nothing'), 'message' => $text('in words'),
                'detail' => $text('what it is about')]),
        ]);
    }

    /**
     * Returns the answer to a step that wasn't done.
     *
     * @param array $sent as sent
     * @param problem|null $problem why; null: an earlier step failed
     * @return array
     */
    public static function without(array $sent, ?problem $problem): array {
        $texts = array_map(fn($name) => is_string($sent[$name] ?? null) ? $sent[$name] : '', ['requestid' => 'requestid',
            'kind' => 'kind', 'key' => 'key']);
        return $texts + ['outcome' => $problem ? 'failed' : 'notrun', 'repeated' => false, 'journalid' => 0, 'courseid' => 0,
            'sectionid' => 0, 'section' => 0, 'cmid' => 0, 'revision' => 0, 'fingerprint' => '', 'sha256' => '', 'state' => '',
            'verdict' => '{}', 'warnings' => [],
            'error' => $problem ? $problem->to_array() : ['code' => '', 'message' => '', 'detail' => '']];
    }
}
