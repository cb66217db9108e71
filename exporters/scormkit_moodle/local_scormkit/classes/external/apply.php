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
use core_external\external_value;
use local_scormkit\local\problem;
use local_scormkit\local\publisher;
use local_scormkit\local\site;
use local_scormkit\local\step;

/**
 * Creates and updates courses, sections and SCORM activities by the steps of a plan.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class apply extends external_api {
    /** @var int How many steps one request may have. */
    private const MOST = 100;

    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'steps' => new external_value(PARAM_RAW, 'JSON: a list of at most 100 steps'),
            'site' => new external_value(PARAM_ALPHANUM, 'the site that the plan is for', VALUE_DEFAULT, ''),
        ]);
    }

    /**
     * Does the steps in order, up to the first that fails.
     *
     * @param string $steps JSON
     * @param string $site the site that the plan is for
     * @return array[]
     */
    public static function execute(string $steps, string $site = ''): array {
        ['steps' => $steps, 'site' => $site] = self::validate_parameters(
            self::execute_parameters(),
            ['steps' => $steps, 'site' => $site]
        );
        self::validate_context(\context_system::instance()); // Capabilities are asked for in the course or category of each step.
        if ($site !== '' && $site !== site::id()) {
            throw new problem('othersite', site::id());
        }
        $sent = step::decode($steps, 'steps');
        if (!array_is_list($sent) || count($sent) > self::MOST) {
            throw new problem('badrequest', 'steps');
        }
        return self::run($sent);
    }

    /**
     * Does steps.
     *
     * @param array $sent a list of steps
     * @return array[]
     */
    private static function run(array $sent): array {
        $answers = [];
        $failed = false;
        foreach ($sent as $one) {
            $one = is_array($one) ? $one : [];
            try {
                $answers[] = $failed ? answers::without($one, null) : publisher::run(self::step($one));
            } catch (problem $problem) {
                $failed = true;
                $answers[] = answers::without($one, $problem);
            }
        }
        return $answers;
    }

    /**
     * Reads a step of this function.
     *
     * @param array $sent as sent
     * @return step
     * @throws problem badrequest
     */
    private static function step(array $sent): step {
        if (!in_array($sent['action'] ?? null, ['create', 'update'], true)) {
            throw new problem('badrequest', 'action');
        }
        return new step($sent);
    }

    /**
     * Describes the answer.
     *
     * @return external_multiple_structure
     */
    public static function execute_returns(): external_multiple_structure {
        return new external_multiple_structure(answers::structure());
    }
}
