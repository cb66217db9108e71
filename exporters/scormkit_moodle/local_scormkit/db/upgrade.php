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
 * Steps from one version of the plugin to the next.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * Upgrades the plugin.
 *
 * @param int $oldversion that was installed
 * @return bool
 */
function xmldb_local_scormkit_upgrade($oldversion): bool {
    global $DB;
    if ($oldversion < 2026112201) {
        $table = new xmldb_table('local_scormkit_journal');
        $field = new xmldb_field('place', XMLDB_TYPE_TEXT, null, null, null, null, null, 'newsettings');
        if (!$DB->get_manager()->field_exists($table, $field)) {
            $DB->get_manager()->add_field($table, $field);
        }
        upgrade_plugin_savepoint(true, 2026112201, 'local', 'scormkit');
    }
    return true;
}
