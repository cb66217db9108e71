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

/**
 * In which order the activities of a section were left, to see when a hand has changed it.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class order {
    /**
     * Notes the order of a section's managed activities; the course's item holds it.
     *
     * @param int $courseid the course
     * @param int $sectionid the section
     */
    public static function note(int $courseid, int $sectionid): void {
        global $DB;
        $course = items::of('course', $courseid);
        if (!$course) {
            return;
        }
        $sequence = self::sequence((string) $DB->get_field('course_sections', 'sequence', ['id' => $sectionid]));
        $managed = array_keys(activities::keys_of($courseid));
        $course->extra['order'][$sectionid] = array_values(array_intersect($sequence, $managed));
        items::save($course);
    }

    /**
     * Returns the activities that stand elsewhere in their section than they were left.
     *
     * @param \stdClass $course item of the course
     * @param \stdClass[] $sections rows of course_sections by id
     * @return int[] course modules
     */
    public static function displaced(\stdClass $course, array $sections): array {
        $displaced = [];
        foreach ($course->extra['order'] ?? [] as $sectionid => $left) {
            $sequence = self::sequence((string) ($sections[$sectionid]->sequence ?? ''));
            $now = array_values(array_intersect($sequence, $left));
            $before = array_values(array_intersect($left, $sequence));
            $displaced = array_merge($displaced, array_values(array_diff_assoc($now, $before)));
        }
        return $displaced;
    }

    /**
     * Returns the course modules of a section.
     *
     * @param string $sequence as Moodle keeps it
     * @return int[]
     */
    private static function sequence(string $sequence): array {
        return array_map('intval', array_filter(explode(',', $sequence)));
    }
}
