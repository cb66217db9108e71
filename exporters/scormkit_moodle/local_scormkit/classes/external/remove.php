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
 * Deletes a published activity or empty section, or forgets a key.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class remove extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'requestid' => new external_value(PARAM_ALPHANUM, '64 hex digits'),
            'kind' => new external_value(PARAM_ALPHA, 'course, section or activity'),
            'key' => new external_value(PARAM_RAW, 'of the item'),
            'base' => new external_value(PARAM_RAW, 'JSON: revision, fingerprint, state'),
            'acceptloss' => new external_value(PARAM_BOOL, 'whether tracks may go', VALUE_DEFAULT, false),
            'unmanage' => new external_value(PARAM_BOOL, 'only forget the key', VALUE_DEFAULT, false),
        ]);
    }

    /**
     * Removes.
     *
     * @param string $requestid 64 hex digits
     * @param string $kind course, section or activity
     * @param string $key of the item
     * @param string $base JSON
     * @param bool $acceptloss whether tracks may go
     * @param bool $unmanage only forget the key
     * @return array
     */
    public static function execute(
        string $requestid,
        string $kind,
        string $key,
        string $base,
        bool $acceptloss = false,
        bool $unmanage = false
    ): array {
        $sent = self::validate_parameters(self::execute_parameters(), ['requestid' => $requestid, 'kind' => $kind, 'key' => $key,
            'base' => $base, 'acceptloss' => $acceptloss, 'unmanage' => $unmanage]);
        self::validate_context(\context_system::instance()); // Capabilities are asked for in the course.
        $sent['base'] = step::decode($sent['base'], 'base');
        $sent['place'] = ['unmanage' => $sent['unmanage']];
        unset($sent['unmanage']);
        return publisher::run(new step(['action' => 'remove'] + $sent));
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
