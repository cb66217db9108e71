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
use local_scormkit\local\settings\course_settings;
use local_scormkit\local\settings\criteria;
use local_scormkit\local\settings\gradebook;

/**
 * Creates or changes a course.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class course_act extends act {
    #[\Override]
    public function courseid(): int {
        return (int) ($this->item->courseid ?? 0);
    }

    #[\Override]
    protected function definitions(): array {
        return course_settings::definitions();
    }

    #[\Override]
    public function prepare(bool $preview = false): void {
        $courseid = $this->courseid();
        $category = (int) ($this->step->settings['categoryid'] ?? 0);
        access::demand_at('local/scormkit:' . ($preview ? 'read' : 'publish'), $courseid, $category);
        $this->wanted = course_settings::check($this->step->settings);
        if ($courseid) {
            $this->read();
        }
        $this->check_base();
        $this->judge_settings(false);
        $this->check_possible();
        if (!$preview) {
            $courseid ? $this->check_update() : $this->check_create();
        }
    }

    /**
     * Reads what Moodle has.
     */
    private function read(): void {
        $courseid = $this->courseid();
        $this->now = self::settings_of($courseid, $this->item);
        $this->state = activities::state($this->now, []);
    }

    /**
     * Returns the settings of a course.
     *
     * @param int $courseid the course
     * @param \stdClass $item of ours
     * @return array
     */
    public static function settings_of(int $courseid, \stdClass $item): array {
        global $DB;
        $course = $DB->get_record('course', ['id' => $courseid], '*', MUST_EXIST);
        return course_settings::read($course, $item, activities::read(array_keys(activities::keys_of($courseid))));
    }

    /**
     * Refuses what the site can't do.
     */
    private function check_possible(): void {
        global $CFG, $DB;
        if (!empty($this->wanted['completion']) && empty($CFG->enablecompletion)) {
            throw new problem('completionoff', 'completion');
        }
        $on = $this->wanted['completion'] ?? $this->now['completion'] ?? get_config('moodlecourse', 'enablecompletion');
        if (($this->wanted['criteria'] ?? '') === 'all' && (!$on || empty($CFG->enablecompletion))) {
            throw new problem('completionoff', 'criteria');
        }
        $shortname = $this->wanted['shortname'] ?? ($this->item ? '' : $this->step->key->text);
        $other = $shortname === '' ? 0 : $DB->get_field('course', 'id', ['shortname' => $shortname]);
        if ($other && (int) $other !== $this->courseid()) {
            throw new problem('shortnametaken', $shortname);
        }
    }

    /**
     * Demands what Moodle asks for when a course is created by hand.
     */
    private function check_create(): void {
        $context = access::category((int) ($this->wanted['categoryid'] ?? 0));
        $needed = ['moodle/course:create'];
        if (($this->wanted['visible'] ?? true) === false) {
            $needed[] = 'moodle/course:visibility';
        }
        if (($this->wanted['lang'] ?? '') !== '') {
            $needed[] = 'moodle/course:setforcedlanguage';
        }
        if (!empty($this->wanted['gradebook'])) {
            $needed[] = 'moodle/grade:manage';
        }
        foreach ($needed as $capability) {
            access::demand($capability, $context);
        }
    }

    /**
     * Demands what Moodle asks for when a course is changed by hand.
     */
    private function check_update(): void {
        $this->demand(['moodle/course:update', ...course_settings::capabilities($this->verdict->settings)]);
        if (in_array('categoryid', $this->verdict->settings, true)) {
            access::demand('moodle/course:create', access::category($this->wanted['categoryid']));
        }
    }

    #[\Override]
    public function perform(\stdClass $row): void {
        $this->item ? $this->update() : $this->create();
        $courseid = (int) $this->item->courseid;
        if (array_key_exists('gradebook', $this->wanted)) {
            $this->item->extra['gradecategory'] = gradebook::write(
                $courseid,
                (int) ($this->item->extra['gradecategory'] ?? 0),
                $this->wanted['gradebook']
            );
        }
        $this->item->settings = array_merge($this->item->settings, $this->wanted);
        if (isset($this->wanted['criteria'])) {
            $rows = activities::read(array_keys(activities::keys_of($courseid)));
            criteria::write($courseid, $rows, $this->wanted['criteria'] === 'all');
        }
        $this->read();
        $this->verify_settings($this->now);
        $this->item->observed = $this->now;
        items::save($this->item);
    }

    /**
     * Creates the course.
     */
    private function create(): void {
        global $DB;
        $key = $this->step->key->text;
        $data = (object) ((array) course_settings::write($this->wanted) + [
            'fullname' => $key,
            'shortname' => $key,
            'category' => \core_course_category::get_default()->id,
            'startdate' => usergetmidnight(time()),
            'numsections' => 0,
            'summary' => '',
            'summaryformat' => FORMAT_HTML,
        ]);
        $free = \core_text::strlen($key) <= 100 && !$DB->record_exists('course', ['idnumber' => $key]);
        $data->idnumber = $free ? $key : '';
        $defaults = ['format', 'lang', 'newsitems', 'showgrades', 'showreports', 'maxbytes', 'groupmode', 'groupmodeforce',
            'visible', 'enablecompletion', 'showactivitydates'];
        foreach (array_intersect_key((array) get_config('moodlecourse'), array_flip($defaults)) as $name => $value) {
            $data->$name ??= $value;
        }
        $course = create_course($data);
        $this->item = (object) ['kind' => 'course', 'itemkey' => $key, 'courseid' => $course->id, 'created' => 1, 'revision' => 1,
            'settings' => [], 'observed' => [], 'inventory' => [], 'extra' => []];
    }

    /**
     * Changes the course.
     */
    private function update(): void {
        $data = course_settings::write($this->wanted);
        if ((array) $data) {
            $data->id = $this->courseid();
            update_course($data);
        }
        $this->item->revision++;
    }

    #[\Override]
    public function outcome(): array {
        return ['courseid' => $this->item->courseid, 'revision' => $this->item->revision,
            'newsettings' => json_encode((object) $this->now, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)];
    }
}
