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
use local_scormkit\local\fault;
use local_scormkit\local\items;
use local_scormkit\local\key;
use local_scormkit\local\settings\activity_completion;
use local_scormkit\local\settings\activity_settings;
use local_scormkit\local\settings\criteria;
use local_scormkit\local\settings\gradebook;
use local_scormkit\local\settings\schema;

/**
 * Has Moodle's own functions create and update a SCORM activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class module_writer {
    /** @var module_form What Moodle's own form would send. */
    private readonly module_form $form;

    /**
     * Makes a writer.
     *
     * @param int $courseid the course
     * @param key $key of the activity
     * @param place $place where it shall be
     */
    public function __construct(
        /** @var int The course. */
        private readonly int $courseid,
        /** @var key Of the activity. */
        private readonly key $key,
        /** @var place Where it shall be. */
        private readonly place $place,
    ) {
        $this->form = new module_form($courseid, $key);
    }

    /**
     * Creates the activity.
     *
     * @param array $wanted settings
     * @param string|null|false $availability restriction of access; false: none
     * @param \stored_file $file the package
     * @return \stdClass the item, not saved yet
     */
    public function create(array $wanted, string|null|false $availability, \stored_file $file): \stdClass {
        global $DB;
        $data = $this->form->fresh();
        activity_settings::write($wanted, $data);
        activity_completion::write($wanted['completion'] ?? activity_completion::NONE, $data);
        $data->availabilityconditionsjson = (string) $availability;
        $data->packagefile = $this->form->draft($file);
        $data->section = $this->place->number;
        $data->beforemod = $this->place->before;
        if ($this->place->makes_section()) {
            course_create_sections_if_missing($this->courseid, $this->place->number);
        }
        $made = add_moduleinfo($data, get_course($this->courseid));
        fault::at('created');
        $this->write_rest((int) $made->coursemodule, (int) $made->instance, $wanted);
        return (object) ['kind' => 'activity', 'itemkey' => $this->key->text, 'courseid' => $this->courseid,
            'cmid' => (int) $made->coursemodule, 'created' => 1, 'revision' => 1,
            'sectionid' => (int) $DB->get_field('course_modules', 'section', ['id' => $made->coursemodule]),
            'settings' => [], 'observed' => [], 'inventory' => [], 'extra' => []];
    }

    /**
     * Changes the activity.
     *
     * @param \stdClass $activity as Moodle has it
     * @param array $now settings as Moodle has them
     * @param array $wanted settings
     * @param string|null|false $availability restriction of access; false: it stays
     * @param \stored_file|null $file the package; null: it stays
     */
    public function update(
        \stdClass $activity,
        array $now,
        array $wanted,
        string|null|false $availability,
        ?\stored_file $file
    ): void {
        $cmid = (int) $activity->cmid;
        [$cm, $data] = $this->form->existing($cmid);
        $all = activity_settings::definitions();
        $differs = fn($value, $name) => schema::differences($all, $now, [$name => $value]);
        $changed = array_filter($wanted, $differs, ARRAY_FILTER_USE_BOTH);
        activity_settings::write($changed, $data);
        if (isset($changed['completion'])) {
            activity_completion::write($changed['completion'], $data);
        }
        if ($availability !== false) {
            $data->availabilityconditionsjson = (string) $availability;
        }
        if ($file) {
            $this->prepare_package($activity, $data, $file);
        }
        update_moduleinfo($cm, $data, get_course($this->courseid));
        fault::at('updated');
        if ($this->place->moves()) {
            $this->move($cmid);
        }
        $this->write_rest($cmid, (int) $activity->scormid, $changed);
    }

    /**
     * Gives Moodle the new package, and has it read even if it seems to be the one that is there.
     *
     * @param \stdClass $activity as Moodle has it
     * @param \stdClass $data module info, changed
     * @param \stored_file $file the package
     */
    private function prepare_package(\stdClass $activity, \stdClass $data, \stored_file $file): void {
        global $DB;
        $data->scormtype = SCORM_TYPE_LOCAL;
        $data->updatefreq = 0;
        $data->packagefile = $this->form->draft($file);
        if ($activity->sha1hash === $file->get_contenthash()) {
            $DB->set_field('scorm', 'sha1hash', '', ['id' => $activity->scormid]);
            $data->sha1hash = '';
        }
    }

    /**
     * Moves the activity.
     *
     * @param int $cmid course module
     */
    private function move(int $cmid): void {
        global $DB;
        if ($this->place->makes_section()) {
            course_create_sections_if_missing($this->courseid, $this->place->number);
        }
        $sectionid = $this->place->sectionid ?? (int) $DB->get_field(
            'course_sections',
            'id',
            ['course' => $this->courseid, 'section' => $this->place->number],
            MUST_EXIST
        );
        compat::move_module($this->courseid, $cmid, $sectionid, $this->place->before);
    }

    /**
     * Writes what Moodle's form doesn't: grade to pass, weight, and visibility in a hidden section.
     *
     * @param int $cmid course module
     * @param int $scormid the activity
     * @param array $wanted settings
     */
    private function write_rest(int $cmid, int $scormid, array $wanted): void {
        global $DB;
        $grade = array_intersect_key($wanted['grade'] ?? [], ['pass' => 1, 'weight' => 1]);
        if ($grade) {
            $course = items::of('course', $this->courseid);
            gradebook::write_item($this->courseid, $scormid, $grade, (int) ($course->extra['gradecategory'] ?? 0));
        }
        if (isset($wanted['visible']) && !activities::one($cmid)->sectionvisible) {
            $DB->set_field('course_modules', 'visible', 0, ['id' => $cmid]);
            $DB->set_field('course_modules', 'visibleold', $wanted['visible'] ? 1 : 0, ['id' => $cmid]);
        }
    }

    /**
     * Brings course completion up to date, where the course asks for all activities.
     */
    public function update_criteria(): void {
        $course = items::of('course', $this->courseid);
        if (($course->settings['criteria'] ?? '') === 'all') {
            criteria::write($this->courseid, activities::read(array_keys(activities::keys_of($this->courseid))), true);
        }
    }
}
