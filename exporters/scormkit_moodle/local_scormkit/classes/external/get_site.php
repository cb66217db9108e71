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
use local_scormkit\local\site;

/**
 * Returns versions and limits of the site, and which capabilities and functions this token has.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_site extends external_api {
    /**
     * Describes the parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'categoryid' => new external_value(PARAM_INT, 'where new courses would go; 0: the default', VALUE_DEFAULT, 0),
            'courseid' => new external_value(PARAM_INT, 'a course to publish to; 0: none', VALUE_DEFAULT, 0),
        ]);
    }

    /**
     * Returns the site's state.
     *
     * @param int $categoryid where new courses would go
     * @param int $courseid a course to publish to
     * @return array
     */
    public static function execute(int $categoryid = 0, int $courseid = 0): array {
        ['categoryid' => $categoryid, 'courseid' => $courseid] = self::validate_parameters(
            self::execute_parameters(),
            ['categoryid' => $categoryid, 'courseid' => $courseid]
        );
        self::validate_context(\context_system::instance());
        return (new site($categoryid, $courseid))->describe();
    }

    /**
     * Describes the answer.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        $int = fn(string $what) => new external_value(PARAM_INT, $what);
        $text = fn(string $what) => new external_value(PARAM_RAW, $what);
        $bool = fn(string $what) => new external_value(PARAM_BOOL, $what);
        return new external_single_structure([
            'plugin' => new external_single_structure(['version' => $int('version'), 'release' => $text('release'),
                'api' => $int('of this service')]),
            'site' => $text('names the site in plans'),
            'url' => $text('address'),
            'moodle' => new external_single_structure(['version' => $text('version'), 'release' => $text('release'),
                'branch' => $text('branch')]),
            'php' => $text('version'),
            'database' => $text('family'),
            'https' => $bool('whether the site is served by HTTPS'),
            'debug' => $bool('whether debugging is displayed'),
            'limits' => new external_single_structure(['chunk' => $int('bytes'), 'package' => $int('bytes'),
                'post' => $int('bytes'), 'memory' => $int('bytes, 0: none'), 'entries' => $int('number'),
                'expanded' => $int('bytes'), 'time' => $int('seconds')]),
            'scorm' => new external_single_structure(['enabled' => $bool('the module'), 'allowtypelocalsync' => $bool('setting'),
                'scormstandard' => $bool('setting'), 'maxattempt' => $int('setting'), 'tracks' => $text('4.2 or 4.3')]),
            'completion' => $bool('on in the site'),
            'availability' => $bool('on in the site'),
            'recyclebin' => $bool('on in courses'),
            'context' => new external_single_structure(['categoryid' => $int('asked for'), 'courseid' => $int('asked for'),
                'exists' => $bool('whether both do')]),
            'capabilities' => new external_multiple_structure(new external_single_structure(['name' => $text('name'),
                'held' => $bool('by the user'), 'where' => $text('course, category or system')])),
            'functions' => new external_multiple_structure(new external_single_structure(['name' => $text('name'),
                'callable' => $bool('by this token')])),
            'token' => new external_single_structure(['service' => $text('short name'), 'iprestricted' => $bool('to addresses'),
                'validuntil' => $int('time, 0: for ever'), 'siteadmin' => $bool('whether the user is one')]),
            'languages' => new external_multiple_structure($text('installed')),
            'formats' => new external_multiple_structure($text('enabled course format')),
            'applying' => $int('steps begun and not finished'),
            'cron' => $int('when tasks last ran, 0: never'),
        ]);
    }
}
