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

/**
 * External functions and the service that holds them.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$functions = [
    'local_scormkit_adopt' => [
        'classname' => 'local_scormkit\external\adopt',
        'description' => 'Gives a key to a course, section or activity that exists.',
        'type' => 'write',
        'capabilities' => 'local/scormkit:publish, moodle/course:manageactivities',
    ],
    'local_scormkit_apply' => [
        'classname' => 'local_scormkit\external\apply',
        'description' => 'Creates and updates courses, sections and SCORM activities by the steps of a plan.',
        'type' => 'write',
        'capabilities' => 'local/scormkit:publish, moodle/course:manageactivities, mod/scorm:addinstance, moodle/course:create',
    ],
    'local_scormkit_get_courses' => [
        'classname' => 'local_scormkit\external\get_courses',
        'description' => 'Returns the state of published courses, with counts of learners and tracks.',
        'type' => 'read',
        'capabilities' => 'local/scormkit:read',
    ],
    'local_scormkit_get_history' => [
        'classname' => 'local_scormkit\external\get_history',
        'description' => 'Returns what was done to one published item.',
        'type' => 'read',
        'capabilities' => 'local/scormkit:read',
    ],
    'local_scormkit_get_site' => [
        'classname' => 'local_scormkit\external\get_site',
        'description' => 'Returns versions and limits of the site, and which capabilities and functions this token has.',
        'type' => 'read',
    ],
    'local_scormkit_preview' => [
        'classname' => 'local_scormkit\external\preview',
        'description' => 'Says what a step would mean for learners, and changes nothing.',
        'type' => 'read',
        'capabilities' => 'local/scormkit:read',
    ],
    'local_scormkit_remove' => [
        'classname' => 'local_scormkit\external\remove',
        'description' => 'Deletes a published activity or empty section, or forgets a key.',
        'type' => 'write',
        'capabilities' => 'local/scormkit:publish, moodle/course:manageactivities',
    ],
    'local_scormkit_rollback' => [
        'classname' => 'local_scormkit\external\rollback',
        'description' => 'Brings back an earlier package and the settings of its activity.',
        'type' => 'write',
        'capabilities' => 'local/scormkit:publish, moodle/course:manageactivities, mod/scorm:addinstance',
    ],
    'local_scormkit_upload' => [
        'classname' => 'local_scormkit\external\upload',
        'description' => 'Takes packages in chunks; an upload can be resumed.',
        'type' => 'write',
        'capabilities' => 'local/scormkit:publish',
    ],
];

$services = [
    'scormkit' => [
        'functions' => array_keys($functions),
        'shortname' => 'local_scormkit',
        'restrictedusers' => 1,
        'enabled' => 1,
        'uploadfiles' => 0,
        'downloadfiles' => 0,
    ],
    'scormkit (read only)' => [
        'functions' => [
            'local_scormkit_get_courses',
            'local_scormkit_get_history',
            'local_scormkit_get_site',
            'local_scormkit_preview',
        ],
        'shortname' => 'local_scormkit_read',
        'restrictedusers' => 1,
        'enabled' => 1,
        'uploadfiles' => 0,
        'downloadfiles' => 0,
    ],
];
