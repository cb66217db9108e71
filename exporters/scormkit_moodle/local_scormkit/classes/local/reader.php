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

namespace local_scormkit\local;

use local_scormkit\local\settings\course_settings;

/**
 * Reads the state of many published courses in few queries.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class reader {
    /** @var \stdClass[][] Items by key of the course. */
    private array $items;

    /** @var \stdClass[] Courses by number. */
    private array $courses;

    /** @var \stdClass[] SCORM activities by course module. */
    private array $activities;

    /** @var \stdClass[] Sections by id. */
    private array $sections;

    /** @var \stdClass[][] SCOs with counts, by number of the activity. */
    private array $scos;

    /** @var \stdClass[] Learners and attempts, by number of the activity. */
    private array $totals;

    /**
     * Reads what is needed for some courses.
     *
     * @param array[] $asked each with key and courseid
     */
    public function __construct(
        /** @var array[] Each with key and courseid. */
        private readonly array $asked,
    ) {
        global $DB;
        compat::load();
        $this->items = items::of_courses(array_column($asked, 'key'));
        $ids = array_filter(array_unique(array_map(fn($one) => $this->courseid($one), $asked)));
        $this->courses = $ids ? $DB->get_records_list('course', 'id', $ids) : [];
        $this->activities = activities::of_courses($ids);
        $this->sections = $ids ? $DB->get_records_list('course_sections', 'course', $ids, 'course, section') : [];
        $managed = array_replace([], ...array_values(array_map([activities::class, 'keys'], $this->items)));
        $scorms = array_map(fn($row) => (int) $row->scormid, array_intersect_key($this->activities, $managed));
        $this->scos = tracks::counts(array_values($scorms));
        $this->totals = tracks::totals(array_values($scorms));
    }

    /**
     * Returns the item of a course.
     *
     * @param string $key of the course
     * @return \stdClass|null
     */
    private function course_item(string $key): ?\stdClass {
        foreach ($this->items[$key] ?? [] as $item) {
            if ($item->kind === 'course') {
                return $item;
            }
        }
        return null;
    }

    /**
     * Returns the number of a course that was asked for.
     *
     * @param array $one with key and courseid
     * @return int 0 for none
     */
    private function courseid(array $one): int {
        return (int) ($this->course_item($one['key'])->courseid ?? $one['courseid']);
    }

    /**
     * Returns the state of each course.
     *
     * @return array[] in the order in which they were asked for
     */
    public function answers(): array {
        return array_map(function (array $one): array {
            try {
                key::parse($one['key'], 'course');
                return $this->answer($one);
            } catch (problem $problem) {
                return self::nothing($one['key'], $problem);
            }
        }, $this->asked);
    }

    /**
     * Returns an answer without a course.
     *
     * @param string $key of the course
     * @param problem|null $problem why
     * @return array
     */
    private static function nothing(string $key, ?problem $problem = null): array {
        return ['key' => $key, 'problem' => $problem->errorcode ?? '', 'detail' => $problem->detail ?? '', 'managed' => false,
            'created' => false, 'courseid' => 0, 'categoryid' => 0, 'hint' => 0, 'revision' => 0, 'state' => '', 'settings' => '{}',
            'applied' => '{}', 'items' => [], 'unmanaged' => [], 'applying' => 0];
    }

    /**
     * Returns the state of one course.
     *
     * @param array $one with key and courseid
     * @return array
     */
    private function answer(array $one): array {
        $item = $this->course_item($one['key']);
        $course = $this->courses[$this->courseid($one)] ?? null;
        if (!$course) {
            if (!$item && $one['courseid']) {
                throw new problem('nosuchcourse', (string) $one['courseid']);
            }
            return ['hint' => $this->hint($one['key'])] + self::nothing($one['key']);
        }
        access::demand_to_read($course, 'local/scormkit:read');
        $keys = activities::keys($this->items[$one['key']]);
        $rows = array_filter($this->activities, fn($row) => $row->courseid === $course->id);
        $settings = course_settings::read($course, $item, array_intersect_key($rows, $keys));
        return ['key' => $one['key'], 'problem' => '', 'detail' => '', 'managed' => (bool) $item,
            'created' => (bool) ($item->created ?? false), 'courseid' => (int) $course->id, 'categoryid' => (int) $course->category,
            'hint' => 0, 'revision' => (int) ($item->revision ?? 0), 'state' => activities::state($settings, []),
            'settings' => facts::json($settings), 'applied' => facts::json($item->settings ?? []),
            'items' => $this->read_items($one['key'], $keys),
            'unmanaged' => $this->unmanaged(array_diff_key($rows, $keys)),
            'applying' => count(journal::unfinished($one['key']))];
    }

    /**
     * Returns the course that has the key as its short name, if the user may read it.
     *
     * @param string $key of the course
     * @return int its number, 0 for none
     */
    private function hint(string $key): int {
        global $DB;
        $id = (int) $DB->get_field('course', 'id', ['shortname' => $key]);
        return $id && has_capability('local/scormkit:read', \context_course::instance($id)) ? $id : 0;
    }

    /**
     * Returns the state of a course's sections and activities, in their order in the course.
     *
     * @param string $coursekey of the course
     * @param string[] $keys of its activities, by course module
     * @return array[]
     */
    private function read_items(string $coursekey, array $keys): array {
        $answers = [];
        $sectionkeys = [];
        $course = $this->course_item($coursekey);
        $displaced = $course ? order::displaced($course, $this->sections) : [];
        $facts = new facts($keys, $displaced, $this->scos, $this->totals);
        foreach ($this->items[$coursekey] as $item) {
            $section = $this->sections[$item->sectionid ?? 0] ?? null;
            if ($item->kind === 'section' && $section && $section->course === $item->courseid) {
                $answers[] = [[(int) $section->section, -1], $facts->section($item, $section)];
                $sectionkeys[$section->id] = $item->itemkey;
            }
        }
        foreach ($this->items[$coursekey] as $item) {
            $row = $item->kind === 'activity' ? $this->activities[$item->cmid] ?? null : null;
            if ($row && $row->courseid === $item->courseid) {
                $order = array_search($row->cmid, explode(',', (string) $row->sectionsequence));
                $answers[] = [[(int) $row->sectionnumber, (int) $order],
                    ['sectionkey' => $sectionkeys[$row->sectionid] ?? ''] + $facts->activity($item, $row)];
            }
        }
        usort($answers, fn($one, $other) => $one[0] <=> $other[0]);
        return array_column($answers, 1);
    }

    /**
     * Returns activities that have no key.
     *
     * @param \stdClass[] $rows as Moodle has them
     * @return array[]
     */
    private function unmanaged(array $rows): array {
        return array_values(array_map(fn($row) => ['cmid' => (int) $row->cmid, 'name' => $row->name,
            'section' => (int) $row->sectionnumber, 'idnumber' => (string) $row->cmidnumber, 'version' => $row->version], $rows));
    }
}
