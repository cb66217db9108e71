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
 * Brings back an earlier package and the settings of its activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class rollback extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'requestid' => new external_value(PARAM_ALPHANUM, '64 hex digits'),
            'key' => new external_value(PARAM_RAW, 'of the activity'),
            'base' => new external_value(PARAM_RAW, 'JSON: revision, fingerprint, state'),
            'to' => new external_value(PARAM_INT, 'revision; 0: the one with another package before', VALUE_DEFAULT, 0),
            'acceptloss' => new external_value(PARAM_BOOL, 'whether tracks may go', VALUE_DEFAULT, false),
            'verdict' => new external_value(PARAM_RAW, 'the word that was shown', VALUE_DEFAULT, ''),
        ]);
    }

    /**
     * Rolls back.
     *
     * @param string $requestid 64 hex digits
     * @param string $key of the activity
     * @param string $base JSON
     * @param int $to revision
     * @param bool $acceptloss whether tracks may go
     * @param string $verdict the word that was shown
     * @return array
     */
    public static function execute(
        string $requestid,
        string $key,
        string $base,
        int $to = 0,
        bool $acceptloss = false,
        string $verdict = ''
    ): array {
        $sent = self::validate_parameters(self::execute_parameters(), ['requestid' => $requestid, 'key' => $key, 'base' => $base,
            'to' => $to, 'acceptloss' => $acceptloss, 'verdict' => $verdict]);
        self::validate_context(\context_system::instance()); // Capabilities are asked for in the course.
        $sent['base'] = step::decode($sent['base'], 'base');
        return publisher::run(new step(['action' => 'rollback', 'kind' => 'activity'] + $sent));
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
