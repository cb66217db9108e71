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

namespace local_scormkit\local\settings;

use local_scormkit\local\problem;

/**
 * The settings of a course.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class course_settings {
    /** @var string[] Setting => column of the course. */
    private const COLUMNS = ['fullname' => 'fullname', 'shortname' => 'shortname', 'categoryid' => 'category',
        'summary' => 'summary', 'lang' => 'lang', 'startdate' => 'startdate', 'enddate' => 'enddate', 'visible' => 'visible',
        'format' => 'format', 'completion' => 'enablecompletion'];

    /** @var string[] Setting => capability that Moodle asks for besides moodle/course:update. */
    private const CAPABILITIES = ['fullname' => 'moodle/course:changefullname', 'shortname' => 'moodle/course:changeshortname',
        'categoryid' => 'moodle/course:changecategory', 'summary' => 'moodle/course:changesummary',
        'lang' => 'moodle/course:setforcedlanguage', 'visible' => 'moodle/course:visibility', 'gradebook' => 'moodle/grade:manage'];

    /**
     * Returns the definitions of all settings.
     *
     * @return array[]
     */
    public static function definitions(): array {
        return [
            'fullname' => ['text', 1, 254],
            'shortname' => ['text', 1, 255],
            'categoryid' => ['integer', 1, PHP_INT_MAX],
            'summary' => ['html'],
            'lang' => ['text', 0, 30],
            'startdate' => ['time'],
            'enddate' => ['time'],
            'visible' => ['bool'],
            'format' => ['text', 1, 21],
            'completion' => ['bool'],
            'criteria' => ['choice', ['all', 'none']],
            'gradebook' => ['whole?', ['name' => ['text', 1, 255],
                'aggregation' => ['choice', array_keys(gradebook::AGGREGATIONS)]], ['name' => '', 'aggregation' => 'natural']],
        ];
    }

    /**
     * Checks wanted settings.
     *
     * @param mixed $wanted as sent
     * @return array
     * @throws problem badsetting, nosuchcategory
     */
    public static function check(mixed $wanted): array {
        global $DB;
        $checked = schema::check(self::definitions(), $wanted);
        $langs = get_string_manager()->get_list_of_translations();
        if (($checked['lang'] ?? '') !== '' && !isset($langs[$checked['lang']])) {
            throw new problem('badsetting', 'lang');
        }
        $formats = \core_plugin_manager::instance()->get_enabled_plugins('format');
        if (isset($checked['format']) && !isset($formats[$checked['format']])) {
            throw new problem('badsetting', 'format');
        }
        if (isset($checked['categoryid']) && !$DB->record_exists('course_categories', ['id' => $checked['categoryid']])) {
            throw new problem('nosuchcategory', (string) $checked['categoryid']);
        }
        if (isset($checked['gradebook']) && $checked['gradebook']['name'] === '') {
            throw new problem('badsetting', 'gradebook.name');
        }
        return $checked;
    }

    /**
     * Reads what Moodle has.
     *
     * @param \stdClass $course row of the course
     * @param \stdClass|null $item what is known of it here
     * @param \stdClass[] $activities rows of the course's managed activities
     * @return array all settings
     */
    public static function read(\stdClass $course, ?\stdClass $item, array $activities): array {
        $settings = [];
        foreach (self::COLUMNS as $name => $column) {
            $settings[$name] = $course->$column;
        }
        foreach (['categoryid', 'startdate', 'enddate'] as $name) {
            $settings[$name] = (int) $settings[$name];
        }
        $settings['visible'] = (bool) $settings['visible'];
        $settings['completion'] = (bool) $settings['completion'];
        $settings['summary'] = (string) $settings['summary'];
        $settings['criteria'] = criteria::read($course->id, $activities, $item->settings['criteria'] ?? 'none');
        $settings['gradebook'] = gradebook::read((int) ($item->extra['gradecategory'] ?? 0));
        return $settings;
    }

    /**
     * Writes settings into what Moodle's own functions take.
     *
     * @param array $settings those to set
     * @return \stdClass data of a course
     */
    public static function write(array $settings): \stdClass {
        $data = new \stdClass();
        foreach (array_intersect_key(self::COLUMNS, $settings) as $name => $column) {
            $data->$column = is_bool($settings[$name]) ? (int) $settings[$name] : $settings[$name];
        }
        if (isset($settings['summary'])) {
            $data->summaryformat = FORMAT_HTML;
        }
        return $data;
    }

    /**
     * Returns the capabilities that a change needs.
     *
     * @param string[] $names the settings that change
     * @return string[]
     */
    public static function capabilities(array $names): array {
        return array_values(array_unique(array_intersect_key(self::CAPABILITIES, array_flip($names))));
    }
}
