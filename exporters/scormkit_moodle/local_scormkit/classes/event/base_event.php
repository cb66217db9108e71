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

namespace local_scormkit\event;

/**
 * What the events of this plugin share: they tell of one row of the journal.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class base_event extends \core\event\base {
    #[\Override]
    protected function init() {
        $this->data['crud'] = static::CRUD;
        $this->data['edulevel'] = self::LEVEL_TEACHING;
        $this->data['objecttable'] = 'local_scormkit_journal';
    }

    #[\Override]
    public static function get_name() {
        return get_string('event_' . static::NAME, 'local_scormkit');
    }

    #[\Override]
    public function get_description() {
        return "The user with id '$this->userid' did '{$this->other['action']}' to the {$this->other['kind']} with key "
            . "'{$this->other['key']}', which is now at revision {$this->other['revision']}.";
    }

    #[\Override]
    public function get_url() {
        return new \moodle_url('/local/scormkit/item.php', ['kind' => $this->other['kind'], 'key' => $this->other['key']]);
    }

    /**
     * Says that the number of a row of the journal means nothing in another site.
     *
     * @return int
     */
    public static function get_objectid_mapping() {
        return \core\event\base::NOT_MAPPED;
    }

    /**
     * Says the same of the other data.
     *
     * @return bool
     */
    public static function get_other_mapping() {
        return false;
    }
}
