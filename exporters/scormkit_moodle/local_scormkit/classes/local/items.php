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
 * The table of what was published: a key for each course, section and activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class items {
    /** @var string The table's name. */
    public const TABLE = 'local_scormkit_item';

    /** @var string[] Columns that hold JSON. */
    private const JSON = ['settings', 'observed', 'inventory', 'extra'];

    /**
     * Finds an item whose course, section or activity still exists.
     *
     * @param string $kind course, section or activity
     * @param string $key its key
     * @return \stdClass|null with JSON columns decoded
     */
    public static function find(string $kind, string $key): ?\stdClass {
        global $DB;
        $row = $DB->get_record(self::TABLE, ['kind' => $kind, 'itemkey' => $key]);
        return $row && self::exists($row) ? self::decode($row) : null;
    }

    /**
     * Finds an item, and demands that there is one.
     *
     * @param string $kind course, section or activity
     * @param string $key its key
     * @return \stdClass
     * @throws problem notmanaged
     */
    public static function demand(string $kind, string $key): \stdClass {
        $item = self::find($kind, key::parse($key, $kind)->text);
        if (!$item) {
            throw new problem('notmanaged', $key);
        }
        return $item;
    }

    /**
     * Returns whether what the row stands for is still in Moodle.
     *
     * @param \stdClass $row of the table
     * @return bool
     */
    public static function exists(\stdClass $row): bool {
        global $DB;
        return match ($row->kind) {
            'course' => $DB->record_exists('course', ['id' => $row->courseid]),
            'section' => $DB->record_exists('course_sections', ['id' => $row->sectionid, 'course' => $row->courseid]),
            default => $DB->record_exists(
                'course_modules',
                ['id' => $row->cmid, 'course' => $row->courseid, 'deletioninprogress' => 0]
            ),
        };
    }

    /**
     * Returns the item that stands for a course, section or activity.
     *
     * @param string $kind course, section or activity
     * @param int $id number of the course, section (its id) or course module
     * @return \stdClass|null
     */
    public static function of(string $kind, int $id): ?\stdClass {
        global $DB;
        $column = ['course' => 'courseid', 'section' => 'sectionid', 'activity' => 'cmid'][$kind];
        $row = $DB->get_record(self::TABLE, ['kind' => $kind, $column => $id]);
        return $row ? self::decode($row) : null;
    }

    /**
     * Returns all items of some courses.
     *
     * @param string[] $coursekeys keys of courses
     * @return \stdClass[][] by key of the course
     */
    public static function of_courses(array $coursekeys): array {
        global $DB;
        $found = array_fill_keys($coursekeys, []);
        if (!$coursekeys) {
            return $found;
        }
        [$in, $params] = $DB->get_in_or_equal($coursekeys);
        $courseids = $DB->get_fieldset_select(self::TABLE, 'courseid', "kind = 'course' AND itemkey $in", $params);
        foreach ($DB->get_records_list(self::TABLE, 'courseid', array_unique($courseids), 'id') as $row) {
            $coursekey = explode('/', $row->itemkey)[0];
            if (isset($found[$coursekey])) {
                $found[$coursekey][$row->id] = self::decode($row);
            }
        }
        return $found;
    }

    /**
     * Writes an item, and forgets what had its key before but is gone.
     *
     * @param \stdClass $item with JSON columns decoded; gets an id
     */
    public static function save(\stdClass $item): void {
        global $DB, $USER;
        $row = clone $item;
        foreach (self::JSON as $column) {
            $row->$column = json_encode($row->$column ?? new \stdClass(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        }
        $row->timemodified = time();
        $row->usermodified = $USER->id;
        if (empty($row->id)) {
            $row->timecreated = $row->timemodified;
            $DB->delete_records(self::TABLE, ['kind' => $row->kind, 'itemkey' => $row->itemkey]);
            $item->id = $DB->insert_record(self::TABLE, $row);
        } else {
            $DB->update_record(self::TABLE, $row);
        }
    }

    /**
     * Forgets a key; nothing in Moodle changes.
     *
     * @param int $id of the row
     */
    public static function forget(int $id): void {
        global $DB;
        $DB->delete_records(self::TABLE, ['id' => $id]);
    }

    /**
     * Decodes the JSON columns.
     *
     * @param \stdClass $row of the table
     * @return \stdClass the same
     */
    private static function decode(\stdClass $row): \stdClass {
        foreach (self::JSON as $column) {
            $row->$column = json_decode($row->$column, true) ?? [];
        }
        return $row;
    }
}
