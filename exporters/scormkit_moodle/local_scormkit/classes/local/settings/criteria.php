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

/**
 * Course completion over all activities of ours; criteria that others set stay as they are.
 *
 * Nothing is unlocked: what learners have completed stays so.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class criteria {
    /** @var string The table of criteria. */
    private const TABLE = 'course_completion_criteria';

    /**
     * Reads whether the course asks for all activities of ours.
     *
     * @param int $courseid the course
     * @param \stdClass[] $activities rows of the managed activities
     * @param string $applied what was last asked for: what holds while there are no activities
     * @return string all, none or some
     */
    public static function read(int $courseid, array $activities, string $applied): string {
        $counted = self::counted($activities);
        if (!$counted) {
            return $applied;
        }
        $there = array_intersect($counted, self::there($courseid));
        if (!$there) {
            return 'none';
        }
        return count($there) === count($counted) ? 'all' : 'some';
    }

    /**
     * Returns the course modules that have completion.
     *
     * @param \stdClass[] $activities rows of managed activities
     * @return int[]
     */
    private static function counted(array $activities): array {
        return array_map(fn($row) => (int) $row->cmid, array_filter($activities, fn($row) => $row->cmcompletion > 0));
    }

    /**
     * Returns the course modules that are criteria of a course.
     *
     * @param int $courseid the course
     * @return int[]
     */
    private static function there(int $courseid): array {
        global $DB;
        $select = 'course = ? AND criteriatype = ?';
        return array_map('intval', $DB->get_fieldset_select(self::TABLE, 'moduleinstance', $select, [$courseid,
            COMPLETION_CRITERIA_TYPE_ACTIVITY]));
    }

    /**
     * Makes the course ask for all activities of ours, or for none of them.
     *
     * @param int $courseid the course
     * @param \stdClass[] $activities rows of the managed activities
     * @param bool $all whether to ask for them
     */
    public static function write(int $courseid, array $activities, bool $all): void {
        global $CFG, $DB;
        require_once($CFG->libdir . '/completionlib.php');
        require_once($CFG->dirroot . '/completion/criteria/completion_criteria_activity.php');
        $wanted = $all ? self::counted($activities) : [];
        $there = self::there($courseid);
        $ours = array_map(fn($row) => (int) $row->cmid, $activities);
        foreach (array_diff(array_intersect($there, $ours), $wanted) as $cmid) {
            $DB->delete_records(self::TABLE, ['course' => $courseid, 'criteriatype' => COMPLETION_CRITERIA_TYPE_ACTIVITY,
                'moduleinstance' => $cmid]);
        }
        foreach (array_diff($wanted, $there) as $cmid) {
            $criterion = new \completion_criteria_activity(['course' => $courseid, 'module' => 'scorm', 'moduleinstance' => $cmid]);
            $criterion->insert();
        }
        if ($wanted) {
            self::aggregate($courseid, COMPLETION_CRITERIA_TYPE_ACTIVITY);
            self::aggregate($courseid, null);
        }
    }

    /**
     * Sees to it that a course says how criteria are put together; what it says already stays.
     *
     * @param int $courseid the course
     * @param int|null $type of criteria, null for all types together
     */
    private static function aggregate(int $courseid, ?int $type): void {
        global $DB;
        $table = 'course_completion_aggr_methd';
        if (!$DB->record_exists($table, ['course' => $courseid, 'criteriatype' => $type])) {
            $DB->insert_record($table, (object) ['course' => $courseid, 'criteriatype' => $type,
                'method' => COMPLETION_AGGREGATION_ALL]);
        }
    }
}
