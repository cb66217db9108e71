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

namespace local_scormkit\local\act;

use local_scormkit\local\activities;
use local_scormkit\local\journal;
use local_scormkit\local\kept;
use local_scormkit\local\problem;
use local_scormkit\local\settings\activity_settings;

/**
 * Brings back an earlier package of an activity, its settings and its place of then; tracks stay as they are.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class rollback_act extends activity_act {
    #[\Override]
    protected function check_settings(): array {
        if (!$this->item) {
            throw new problem('notmanaged', $this->step->key->text);
        }
        $row = $this->revision();
        if ($row->newsha256 !== $this->old['sha256']) {
            $this->step->sha256 = (string) $row->newsha256;
            $this->step->file = $this->kept_package((string) $row->newsha256);
        }
        $this->step->place = spot::place($this->place_of($row), $this->activity, $this->step->key->text);
        return $this->settings_of($row);
    }

    /**
     * Returns the row of the journal that made the wanted revision.
     *
     * @return \stdClass
     * @throws problem nokeptcopy
     */
    private function revision(): \stdClass {
        foreach (journal::history('activity', $this->step->key->text) as $row) {
            $wanted = $this->step->to ? (int) $row->revision === $this->step->to : $row->newsha256 !== $this->old['sha256'];
            $same = (int) $row->cmid === (int) $this->item->cmid;
            if ($row->status === 'done' && $row->newsha256 && $wanted && $same && $row->action !== 'remove') {
                return $row;
            }
        }
        throw new problem('nokeptcopy', (string) $this->step->to);
    }

    /**
     * Finds the package among the kept copies.
     *
     * @param string $sha256 of the package
     * @return \stored_file
     * @throws problem nokeptcopy
     */
    private function kept_package(string $sha256): \stored_file {
        foreach (journal::history('activity', $this->step->key->text) as $row) {
            $file = $row->oldsha256 === $sha256 ? kept::package($row) : null;
            if ($file) {
                return $file;
            }
        }
        throw new problem('nokeptcopy', (string) $this->step->to);
    }

    /**
     * Returns where the activity stood while a revision was there: until the next one came.
     *
     * @param \stdClass $row of the journal
     * @return string JSON of {@see spot::note}, '' where it isn't known
     */
    private function place_of(\stdClass $row): string {
        foreach (journal::history('activity', $this->step->key->text) as $next) {
            if ($next->status === 'done' && (int) $next->base === (int) $row->revision && $next->cmid === $row->cmid) {
                return (string) $next->place;
            }
        }
        return '';
    }

    /**
     * Returns the settings of a revision, without what can't be wanted any more.
     *
     * @param \stdClass $row of the journal
     * @return array
     */
    private function settings_of(\stdClass $row): array {
        $settings = json_decode((string) $row->newsettings, true) ?: [];
        $settings = array_intersect_key($settings, activity_settings::definitions());
        if (isset($settings['requires'])) {
            $there = activities::keys_of($this->courseid());
            $settings['requires'] = array_values(array_intersect($settings['requires'], $there));
        }
        if (isset($settings['grade']) && !isset($settings['grade']['weight'])) {
            unset($settings['grade']['weight']);
        }
        return $settings;
    }
}
