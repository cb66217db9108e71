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
use local_scormkit\local\compat;
use local_scormkit\local\items;
use local_scormkit\local\problem;
use local_scormkit\local\settings\availability;
use local_scormkit\local\settings\schema;
use local_scormkit\local\settings\section_settings;

/**
 * Creates, changes or moves a section.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class section_act extends act {
    /** @var int|null The number it shall have; null: where it is, or the end. */
    private ?int $position = null;

    #[\Override]
    protected function definitions(): array {
        return section_settings::definitions();
    }

    #[\Override]
    public function prepare(bool $preview = false): void {
        $this->demand(['local/scormkit:' . ($preview ? 'read' : 'publish')]);
        $this->wanted = section_settings::check($this->step->settings);
        $this->position = $this->check_place();
        if ($this->item) {
            $this->read();
        }
        $this->check_base();
        $moves = $this->item && $this->position !== null && $this->position !== (int) $this->section()->section;
        $this->judge_settings($moves);
        availability::demand($this->wanted, get_course($this->courseid()));
        if (!$preview) {
            $hides = in_array('visible', $this->verdict->settings, true) && ($this->item || !$this->wanted['visible']);
            $this->demand(['moodle/course:update', ...($hides ? ['moodle/course:sectionvisibility'] : []),
                ...($moves ? ['moodle/course:movesections'] : [])]);
        }
    }

    /**
     * Checks the place.
     *
     * @return int|null a number from 1
     */
    private function check_place(): ?int {
        $position = $this->step->place['position'] ?? null;
        $this->check_course(['position']);
        if ($position !== null && (!is_int($position) || $position < 1)) {
            throw new problem('badrequest', 'place.position');
        }
        return $position;
    }

    /**
     * Returns the row of the section.
     *
     * @return \stdClass
     */
    private function section(): \stdClass {
        global $DB;
        return $DB->get_record('course_sections', ['id' => $this->item->sectionid], '*', MUST_EXIST);
    }

    /**
     * Reads what Moodle has.
     */
    private function read(): void {
        $section = $this->section();
        $this->now = section_settings::read($section, activities::keys_of($this->item->courseid));
        $this->state = self::state_of($section, $this->now);
    }

    /**
     * Returns the digest of a section.
     *
     * @param \stdClass $section row of course_sections
     * @param array $settings as read
     * @return string 64 hex digits
     */
    public static function state_of(\stdClass $section, array $settings): string {
        return activities::state($settings, []); // Its number changes when other sections move.
    }

    #[\Override]
    public function perform(\stdClass $row): void {
        if ($this->item) {
            $this->item->revision++;
        } else {
            $this->create();
        }
        $this->update();
        if ($this->verdict->moves) {
            compat::move_section($this->item->courseid, (int) $this->section()->section, $this->position);
        }
        $this->item->settings = array_merge($this->item->settings, $this->wanted);
        $this->read();
        $this->verify_settings($this->now);
        $this->item->observed = $this->now;
        items::save($this->item);
    }

    /**
     * Creates the section.
     */
    private function create(): void {
        $courseid = $this->courseid();
        $last = max([0, ...array_map('intval', array_keys(get_fast_modinfo($courseid)->get_section_info_all()))]);
        $position = $this->position !== null && $this->position <= $last ? $this->position : 0;
        $this->item = (object) ['kind' => 'section', 'itemkey' => $this->step->key->text, 'courseid' => $courseid,
            'sectionid' => compat::create_section($courseid, $position), 'created' => 1, 'revision' => 1,
            'settings' => [], 'observed' => [], 'inventory' => [], 'extra' => []];
        $this->read();
    }

    /**
     * Changes the section's settings.
     */
    private function update(): void {
        $courseid = (int) $this->item->courseid;
        $fields = array_intersect_key($this->wanted, ['name' => 1, 'summary' => 1]);
        if (isset($this->wanted['summary'])) {
            $fields['summaryformat'] = FORMAT_HTML;
        }
        if (isset($this->wanted['visible'])) {
            $fields['visible'] = (int) $this->wanted['visible'];
        }
        if (array_intersect_key($this->wanted, ['requires' => 1, 'requiresshown' => 1, 'availability' => 1])) {
            $all = schema::merge($this->definitions(), $this->now, $this->wanted);
            $fields['availability'] = availability::build($all, array_flip(activities::keys_of($courseid)));
        }
        if ($fields) {
            rebuild_course_cache($courseid, true);
            compat::update_section($courseid, $this->item->sectionid, $fields);
        }
    }

    #[\Override]
    public function outcome(): array {
        return ['courseid' => $this->item->courseid, 'revision' => $this->item->revision,
            'newsettings' => json_encode((object) $this->now, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)];
    }
}
