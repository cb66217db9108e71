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

use local_scormkit\local\access;
use local_scormkit\local\activities;
use local_scormkit\local\items;
use local_scormkit\local\problem;
use local_scormkit\local\settings\activity_settings;
use local_scormkit\local\settings\section_settings;

/**
 * Gives a key to a course, section or activity that exists; only our own table changes.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class adopt_act extends act {
    /** @var \stdClass What shall be known of it. */
    private \stdClass $new;

    #[\Override]
    protected function definitions(): array {
        return [];
    }

    #[\Override]
    public function courseid(): int {
        return (int) ($this->step->place['courseid'] ?? 0);
    }

    #[\Override]
    public function prepare(bool $preview = false): void {
        $this->demand(['local/scormkit:publish', $this->step->kind === 'activity' ? 'moodle/course:manageactivities'
            : 'moodle/course:update']);
        if ($this->item) {
            throw new problem('keytaken', $this->step->key->text);
        }
        if ($this->step->kind !== 'course') {
            $course = items::demand('course', $this->step->key->course);
            if ((int) $course->courseid !== $this->courseid()) {
                throw new problem('badrequest', 'courseid');
            }
        }
        $this->new = (object) ['kind' => $this->step->kind, 'itemkey' => $this->step->key->text, 'courseid' => $this->courseid(),
            'created' => 0, 'revision' => 1, 'settings' => [], 'inventory' => [], 'extra' => []];
        $this->find();
        $this->verdict->set('create', []);
    }

    /**
     * Finds what shall get the key, and reads it.
     */
    private function find(): void {
        if ($this->step->kind === 'course') {
            $this->demand_free($this->courseid());
            $this->now = course_act::settings_of($this->courseid(), $this->new);
            $this->state = activities::state($this->now, []);
        } else if ($this->step->kind === 'section') {
            $this->find_section();
        } else {
            $this->find_activity();
        }
        $this->new->observed = $this->now;
    }

    /**
     * Finds the section.
     */
    private function find_section(): void {
        global $DB;
        $number = $this->step->place['section'] ?? null;
        $select = ['course' => $this->courseid(), 'section' => $number];
        $section = is_int($number) ? $DB->get_record('course_sections', $select) : null;
        if (!$section) {
            throw new problem('badrequest', 'section');
        }
        $this->demand_free((int) $section->id);
        $this->new->sectionid = (int) $section->id;
        $this->now = section_settings::read($section, activities::keys_of($this->courseid()));
        $this->state = section_act::state_of($section, $this->now);
    }

    /**
     * Finds the activity and looks into its package.
     */
    private function find_activity(): void {
        $activity = activities::one((int) ($this->step->place['cmid'] ?? 0));
        if ((int) $activity->courseid !== $this->courseid()) {
            throw new problem('nosuchactivity', (string) $activity->cmid);
        }
        $this->demand_free((int) $activity->cmid);
        $package = activities::inspect($activity);
        $this->new->cmid = (int) $activity->cmid;
        $this->new->sectionid = (int) $activity->sectionid;
        $this->new->fingerprint = $package->fingerprint ?? null;
        $this->new->sha256 = $package->sha256 ?? null;
        $this->new->contenthash = $activity->contenthash;
        $this->new->version = $activity->version;
        $this->new->inventory = $package->inventory ?? [];
        $this->now = activity_settings::read($activity, activities::keys_of($this->courseid()));
        $this->state = activities::state_of($activity, $this->now);
    }

    /**
     * Refuses what has a key already.
     *
     * @param int $id of the course, section or course module
     */
    private function demand_free(int $id): void {
        $other = items::of($this->step->kind, $id);
        if ($other) {
            throw new problem('alreadymanaged', $other->itemkey);
        }
    }

    #[\Override]
    public function perform(\stdClass $row): void {
        items::save($this->new);
        $this->item = $this->new;
    }

    #[\Override]
    public function outcome(): array {
        return ['cmid' => $this->item->cmid ?? null, 'revision' => 1, 'newfingerprint' => $this->item->fingerprint ?? null,
            'newsha256' => $this->item->sha256 ?? null,
            'newsettings' => json_encode((object) $this->now, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)];
    }
}
