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
use local_scormkit\local\publisher;
use local_scormkit\local\step;

/**
 * Says what a step would mean for learners, and changes nothing.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class preview extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'step' => new external_value(PARAM_RAW, 'JSON: a step as apply takes it'),
        ]);
    }

    /**
     * Returns the verdict.
     *
     * @param string $step JSON
     * @return array
     */
    public static function execute(string $step): array {
        ['step' => $step] = self::validate_parameters(self::execute_parameters(), ['step' => $step]);
        self::validate_context(\context_system::instance()); // The capability is asked for in the course or category.
        $sent = step::decode($step, 'step');
        if (isset($sent['to'])) {
            $sent['action'] = 'rollback';
        }
        return publisher::preview(new step($sent, true));
    }

    /**
     * Describes the answer.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        $int = fn(string $what) => new external_value(PARAM_INT, $what);
        $text = fn(string $what) => new external_value(PARAM_RAW, $what);
        return new external_single_structure([
            'word' => $text('the verdict'),
            'reasons' => new external_multiple_structure($text('why')),
            'learners' => $int('who have tracks'),
            'attempts' => $int('of all learners'),
            'tracks' => $int('of all learners'),
            'added' => $int('pages and questions'),
            'removed' => $int('pages and questions'),
            'renamed' => $int('pages'),
            'retyped' => $int('pages and questions'),
            'settings' => new external_multiple_structure($text('a setting that changes')),
            'moves' => new external_value(PARAM_BOOL, 'whether the place changes'),
            'lost' => new external_multiple_structure(new external_single_structure(['identifier' => $text('of the item'),
                'learners' => $int('who have tracks'), 'tracks' => $int('of all learners')])),
            'version' => $text('of SCORM, after the step'),
            'fingerprint' => $text('after the step'),
            'refused' => $text('the error code that apply would answer, or nothing'),
            'detail' => $text('of the error'),
        ]);
    }
}
