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

use local_scormkit\local\key;

/**
 * What Moodle's own form of a SCORM activity would send.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class module_form {
    /**
     * Makes a form.
     *
     * @param int $courseid the course
     * @param key $key of the activity
     */
    public function __construct(
        /** @var int The course. */
        private readonly int $courseid,
        /** @var key Of the activity. */
        private readonly key $key,
    ) {
    }

    /**
     * Returns a new activity as this site's settings would have it.
     *
     * @return \stdClass module info
     */
    public function fresh(): \stdClass {
        global $DB;
        $config = (array) get_config('scorm');
        $columns = ['displaycoursestructure' => 0, 'popup' => 0, 'skipview' => 0, 'hidebrowse' => 0, 'hidetoc' => 0, 'nav' => 1,
            'navpositionleft' => -100, 'navpositiontop' => -100, 'displayattemptstatus' => 1, 'grademethod' => 1, 'maxgrade' => 100,
            'maxattempt' => 0, 'whatgrade' => 0, 'forcecompleted' => 0, 'forcenewattempt' => 0, 'autocommit' => 0,
            'masteryoverride' => 1, 'lastattemptlock' => 0, 'auto' => 0];
        $popup = array_keys(scorm_get_popup_options_array());
        return (object) (array_intersect_key($config, $columns + array_flip($popup)) + $columns + [
            'modulename' => 'scorm',
            'module' => $DB->get_field('modules', 'id', ['name' => 'scorm'], MUST_EXIST),
            'add' => 'scorm',
            'course' => $this->courseid,
            'name' => $this->key->text,
            'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => file_get_unused_draft_itemid()],
            'showdescription' => 0,
            'visible' => 1,
            'visibleoncoursepage' => 1,
            'cmidnumber' => $this->free_idnumber(),
            'scormtype' => SCORM_TYPE_LOCAL,
            'updatefreq' => 0,
            'width' => $config['framewidth'] ?? 100,
            'height' => $config['frameheight'] ?? 500,
            'timeopen' => 0,
            'timeclose' => 0,
        ]);
    }

    /**
     * Returns the key as an id number, where it is free in the course.
     *
     * @return string '' where it is taken
     */
    private function free_idnumber(): string {
        return \core_text::strlen($this->key->text) <= 100 && grade_verify_idnumber($this->key->text, $this->courseid)
            ? $this->key->text : '';
    }

    /**
     * Returns what Moodle's form would send if nothing were changed.
     *
     * @param int $cmid course module
     * @return array the course module and the module info
     */
    public function existing(int $cmid): array {
        $cm = get_coursemodule_from_id('scorm', $cmid, $this->courseid, false, MUST_EXIST);
        [, , , $data] = get_moduleinfo_data($cm, get_course($this->courseid));
        unset($data->gradepass, $data->gradecat); // Formatted for people; set by themselves where they change.
        $data->completionunlocked = 0;
        $data->update = $cmid;
        foreach (array_filter(explode(',', (string) $data->options)) as $option) {
            [$name, $value] = explode('=', $option) + [1 => 0];
            $data->$name = $value;
        }
        return [get_coursemodule_from_id('', $cmid, $this->courseid, false, MUST_EXIST), $data];
    }

    /**
     * Puts a package where Moodle's form would have it; Moodle's own task empties draft areas.
     *
     * @param \stored_file $file the package
     * @return int item id of the draft area
     */
    public function draft(\stored_file $file): int {
        global $USER;
        $itemid = file_get_unused_draft_itemid();
        get_file_storage()->create_file_from_storedfile(['contextid' => \context_user::instance($USER->id)->id,
            'component' => 'user', 'filearea' => 'draft', 'itemid' => $itemid, 'filepath' => '/',
            'filename' => $this->key->filename(), 'userid' => $USER->id], $file);
        return $itemid;
    }
}
