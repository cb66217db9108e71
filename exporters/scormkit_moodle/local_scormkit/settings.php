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
 * Settings, and the page of what was published.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

if ($hassiteconfig) {
    $ADMIN->add('localplugins', new admin_category('local_scormkit', new lang_string('pluginname', 'local_scormkit')));
    $settings = new admin_settingpage('local_scormkit_settings', new lang_string('settings'));
    $numbers = ['keepdays' => 180, 'uploadlife' => 24, 'lockwait' => 20, 'maxpackage' => 512, 'maxexpanded' => 2048,
        'maxentries' => 20000, 'maxuploads' => 4096];
    foreach ($numbers as $name => $default) {
        $settings->add(new admin_setting_configtext(
            'local_scormkit/' . $name,
            new lang_string($name, 'local_scormkit'),
            new lang_string($name . '_desc', 'local_scormkit'),
            $default,
            PARAM_INT
        ));
    }
    $ADMIN->add('local_scormkit', $settings);
    $settings = null;
    $ADMIN->add('local_scormkit', new admin_externalpage(
        'local_scormkit_published',
        new lang_string('published', 'local_scormkit'),
        new moodle_url('/local/scormkit/index.php'),
        'local/scormkit:read'
    ));
}
