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
use local_scormkit\local\package\limits;
use local_scormkit\local\problem;
use local_scormkit\local\uploads;

/**
 * Takes packages in chunks; an upload can be resumed.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class upload extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'courseid' => new external_value(
                PARAM_INT,
                'where the package will go; 0: a course that is not there yet',
                VALUE_DEFAULT,
                0
            ),
            'categoryid' => new external_value(PARAM_INT, 'where the course will go; 0: the default', VALUE_DEFAULT, 0),
            'chunks' => new external_multiple_structure(new external_single_structure([
                'sha256' => new external_value(PARAM_ALPHANUM, 'of the whole package'),
                'size' => new external_value(PARAM_INT, 'bytes of the whole package'),
                'offset' => new external_value(PARAM_INT, 'where the chunk begins', VALUE_DEFAULT, 0),
                'data' => new external_value(PARAM_RAW, 'base64; nothing: only ask', VALUE_DEFAULT, ''),
            ])),
        ]);
    }

    /**
     * Takes chunks.
     *
     * @param int $courseid where the package will go
     * @param int $categoryid where the course will go
     * @param array[] $chunks each with sha256, size, offset and data
     * @return array[]
     */
    public static function execute(int $courseid = 0, int $categoryid = 0, array $chunks = []): array {
        ['courseid' => $courseid, 'categoryid' => $categoryid, 'chunks' => $chunks] = self::validate_parameters(
            self::execute_parameters(),
            ['courseid' => $courseid, 'categoryid' => $categoryid, 'chunks' => $chunks]
        );
        self::validate_context(\context_system::instance());
        $limits = limits::at(access::demand_at('local/scormkit:publish', $courseid, $categoryid));
        raise_memory_limit(MEMORY_EXTRA);
        return array_map(function (array $chunk) use ($limits): array {
            $data = base64_decode($chunk['data'], true);
            if ($data === false) {
                throw new problem('badrequest', 'data');
            }
            return uploads::take($chunk['sha256'], $chunk['size'], $chunk['offset'], $data, $limits);
        }, $chunks);
    }

    /**
     * Describes the answer.
     *
     * @return external_multiple_structure
     */
    public static function execute_returns(): external_multiple_structure {
        return new external_multiple_structure(new external_single_structure([
            'sha256' => new external_value(PARAM_ALPHANUM, 'of the whole package'),
            'received' => new external_value(PARAM_INT, 'bytes that are here'),
            'complete' => new external_value(PARAM_BOOL, 'whether the package is whole and was compared'),
        ]));
    }
}
