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

namespace local_scormkit\output;

use local_scormkit\local\items;
use local_scormkit\local\reader;

/**
 * The list of what was published, with its state and drift.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class published_page implements \renderable, \templatable {
    /** @var int How many courses a page shows. */
    public const MOST = 50;

    /** @var int How many courses there are. */
    public readonly int $count;

    /**
     * Makes a page.
     *
     * @param int $number from 0
     */
    public function __construct(
        /** @var int From 0. */
        private readonly int $number,
    ) {
        global $DB;
        $this->count = $DB->count_records(items::TABLE, ['kind' => 'course']);
    }

    #[\Override]
    public function export_for_template(\renderer_base $output): array {
        global $DB;
        $keys = $DB->get_fieldset_sql('SELECT itemkey FROM {' . items::TABLE . "} WHERE kind = 'course' ORDER BY itemkey");
        $keys = array_slice($keys, $this->number * self::MOST, self::MOST);
        $answers = (new reader(array_map(fn($key) => ['key' => $key, 'courseid' => 0], $keys)))->answers();
        $courses = array_filter($answers, fn($answer) => $answer['managed']);
        return ['courses' => array_values(array_map([$this, 'course'], $courses)), 'any' => (bool) $courses];
    }

    /**
     * Returns what the template shows of a course.
     *
     * @param array $course an answer of the reader
     * @return array
     */
    private function course(array $course): array {
        $activities = array_filter($course['items'], fn($item) => $item['kind'] === 'activity');
        return [
            'key' => $course['key'],
            'name' => format_string(
                json_decode($course['settings'])->fullname,
                true,
                ['context' => \context_course::instance($course['courseid'])]
            ),
            'url' => (new \moodle_url('/course/view.php', ['id' => $course['courseid']]))->out(false),
            'revision' => $course['revision'],
            'historyurl' => self::item_url('course', $course['key']),
            'applying' => $course['applying'],
            'activities' => array_values(array_map(fn($item) => self::activity($item, $course['courseid']), $activities)),
        ];
    }

    /**
     * Returns what the template shows of an activity.
     *
     * @param array $item an item of the reader
     * @param int $courseid its course
     * @return array
     */
    public static function activity(array $item, int $courseid): array {
        $drift = array_map(fn($word) => get_string('drift' . $word, 'local_scormkit'), $item['drift']);
        return array_intersect_key($item, array_flip(['key', 'revision', 'fingerprint', 'learners', 'tracks', 'version'])) + [
            'name' => format_string($item['name'], true, ['context' => \context_course::instance($courseid)]),
            'url' => (new \moodle_url('/mod/scorm/view.php', ['id' => $item['cmid']]))->out(false),
            'historyurl' => self::item_url('activity', $item['key']),
            'drift' => $drift ? implode(', ', $drift) : get_string('nodrift', 'local_scormkit'),
            'drifted' => (bool) $drift,
        ];
    }

    /**
     * Returns the address of an item's own page.
     *
     * @param string $kind course, section or activity
     * @param string $key its key
     * @return string
     */
    public static function item_url(string $kind, string $key): string {
        return (new \moodle_url('/local/scormkit/item.php', ['kind' => $kind, 'key' => $key]))->out(false);
    }
}
