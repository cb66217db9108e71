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

/**
 * Where an activity stood: its section, and which activities of ours stood there in which order. The journal has it.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class spot {
    /**
     * Returns where an activity stands, for the journal.
     *
     * @param \stdClass $activity as Moodle has it, see {@see activities}
     * @return string JSON
     */
    public static function note(\stdClass $activity): string {
        return json_encode(['sectionid' => (int) $activity->sectionid,
            'order' => self::keys((string) $activity->sectionsequence, (int) $activity->courseid)]);
    }

    /**
     * Returns the place of a step that brings an activity back to where it stood.
     *
     * @param string $noted JSON of {@see note}, '' for a revision of which it isn't known
     * @param \stdClass $activity as Moodle has it now
     * @param string $key of the activity
     * @return array section and before; empty where its section is gone: it stays
     */
    public static function place(string $noted, \stdClass $activity, string $key): array {
        global $DB;
        $then = json_decode($noted, true) ?: ['sectionid' => 0, 'order' => []];
        $select = ['id' => $then['sectionid'], 'course' => $activity->courseid];
        $section = $DB->get_record('course_sections', $select, 'id, section, sequence');
        if (!$section) {
            return [];
        }
        $now = self::keys((string) $section->sequence, (int) $activity->courseid);
        $place = ['section' => (int) $section->section];
        if (in_array($key, $now, true) && self::ahead($then['order'], $key, $now) === self::ahead($now, $key, $then['order'])) {
            return $place; // Whatever others have put between them stays there.
        }
        $after = array_slice($then['order'], array_search($key, $then['order'], true) + 1);
        return $place + ['before' => array_values(array_intersect($after, $now))[0] ?? ''];
    }

    /**
     * Returns what stands before an activity, of those that stand in both orders.
     *
     * @param string[] $order keys
     * @param string $key of the activity
     * @param string[] $other keys
     * @return string[] sorted
     */
    private static function ahead(array $order, string $key, array $other): array {
        $ahead = array_intersect(array_slice($order, 0, (int) array_search($key, $order, true)), $other);
        sort($ahead, SORT_STRING);
        return $ahead;
    }

    /**
     * Returns the keys of a section's managed activities, in their order.
     *
     * @param string $sequence of the section, as Moodle keeps it
     * @param int $courseid the course
     * @return string[]
     */
    private static function keys(string $sequence, int $courseid): array {
        $keys = activities::keys_of($courseid);
        $cmids = array_filter(explode(',', $sequence), fn($cmid) => isset($keys[$cmid]));
        return array_values(array_map(fn($cmid) => $keys[$cmid], $cmids));
    }
}
