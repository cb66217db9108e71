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
 * A grade category of our own in a course, and the weights of its activities.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class gradebook {
    /** @var int[] How grades of a category are put together. */
    public const AGGREGATIONS = ['natural' => GRADE_AGGREGATE_SUM, 'weighted' => GRADE_AGGREGATE_WEIGHTED_MEAN,
        'mean' => GRADE_AGGREGATE_MEAN];

    /**
     * Loads Moodle's gradebook.
     */
    private static function load(): void {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');
    }

    /**
     * Reads our category.
     *
     * @param int $id its number, 0 for none
     * @return array|null with name and aggregation
     */
    public static function read(int $id): ?array {
        global $DB;
        $category = $id ? $DB->get_record('grade_categories', ['id' => $id]) : null;
        return $category ? ['name' => $category->fullname,
            'aggregation' => array_search((int) $category->aggregation, self::AGGREGATIONS, true) ?: 'other'] : null;
    }

    /**
     * Makes, changes or gives up our category. Giving up leaves it, with its grades, to the course's teachers.
     *
     * @param int $courseid the course
     * @param int $id its number, 0 for none yet
     * @param array|null $wanted with name and aggregation
     * @return int its number, 0 for none
     */
    public static function write(int $courseid, int $id, ?array $wanted): int {
        self::load();
        if (!$wanted) {
            return 0;
        }
        $category = $id ? \grade_category::fetch(['id' => $id, 'courseid' => $courseid]) : false;
        if (!$category) {
            $category = new \grade_category(['courseid' => $courseid, 'fullname' => $wanted['name']], false);
            $category->apply_default_settings();
            $category->aggregation = self::AGGREGATIONS[$wanted['aggregation']];
            return (int) $category->insert('local/scormkit');
        }
        $category->fullname = $wanted['name'];
        $category->aggregation = self::AGGREGATIONS[$wanted['aggregation']];
        $category->update('local/scormkit');
        return (int) $category->id;
    }

    /**
     * Writes the grade to pass and the weight of an activity.
     *
     * @param int $courseid the course
     * @param int $scormid the activity
     * @param array $grade settings with pass and weight, where they are to be set
     * @param int $categoryid our category, 0 for none
     */
    public static function write_item(int $courseid, int $scormid, array $grade, int $categoryid): void {
        self::load();
        $item = \grade_item::fetch(['courseid' => $courseid, 'itemtype' => 'mod', 'itemmodule' => 'scorm',
            'iteminstance' => $scormid, 'itemnumber' => 0]);
        if (!$item) {
            return;
        }
        if (array_key_exists('pass', $grade)) {
            $item->gradepass = $grade['pass'] ?? 0;
        }
        if (isset($grade['weight'])) {
            if ($categoryid && (int) $item->categoryid !== $categoryid) {
                $item->set_parent($categoryid, false);
            }
            self::set_weight($item, $grade['weight']);
        }
        $item->update('local/scormkit');
    }

    /**
     * Sets the weight, which stands in one column or the other.
     *
     * @param \grade_item $item changed
     * @param float $weight of the activity
     */
    private static function set_weight(\grade_item $item, float $weight): void {
        if ((int) $item->get_parent_category()->aggregation === GRADE_AGGREGATE_SUM) {
            $item->weightoverride = 1;
            $item->aggregationcoef2 = $weight;
        } else {
            $item->aggregationcoef = $weight;
        }
    }
}
