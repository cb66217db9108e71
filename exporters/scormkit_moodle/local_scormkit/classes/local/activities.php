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
 * Reads SCORM activities as Moodle has them now, many at once.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activities {
    /**
     * Reads activities.
     *
     * @param int[] $cmids course modules
     * @return \stdClass[] by course module: columns of scorm, and what belongs to them
     */
    public static function read(array $cmids): array {
        return $cmids ? self::select('cm.id', $cmids) : [];
    }

    /**
     * Reads all SCORM activities of some courses.
     *
     * @param int[] $courseids courses
     * @return \stdClass[] by course module
     */
    public static function of_courses(array $courseids): array {
        return $courseids ? self::select('cm.course', $courseids) : [];
    }

    /**
     * Reads one activity.
     *
     * @param int $cmid course module
     * @return \stdClass
     * @throws problem nosuchactivity
     */
    public static function one(int $cmid): \stdClass {
        $rows = self::read([$cmid]);
        if (!$rows) {
            throw new problem('nosuchactivity', (string) $cmid);
        }
        return $rows[$cmid];
    }

    /**
     * Selects activities with their module, section, grade item and package.
     *
     * @param string $column to select by
     * @param int[] $values of the column
     * @return \stdClass[]
     */
    private static function select(string $column, array $values): array {
        global $DB;
        compat::load();
        [$in, $params] = $DB->get_in_or_equal($values, SQL_PARAMS_NAMED);
        $sql = "SELECT cm.id AS cmid, s.*, s.id AS scormid, cm.course AS courseid, cm.section AS sectionid,
                       cm.visible, cm.visibleold, cm.visibleoncoursepage, cm.completion AS cmcompletion,
                       cm.completionview, cm.completionexpected,
                       cm.completiongradeitemnumber, cm.availability, cm.showdescription, cm.idnumber AS cmidnumber,
                       cs.section AS sectionnumber, cs.visible AS sectionvisible, cs.sequence AS sectionsequence,
                       gi.gradepass, gi.aggregationcoef, gi.aggregationcoef2, gi.weightoverride, gc.aggregation,
                       f.contenthash, f.id AS fileid
                  FROM {course_modules} cm
                  JOIN {modules} m ON m.id = cm.module AND m.name = 'scorm'
                  JOIN {scorm} s ON s.id = cm.instance
                  JOIN {course_sections} cs ON cs.id = cm.section
                  JOIN {context} x ON x.instanceid = cm.id AND x.contextlevel = :level
             LEFT JOIN {grade_items} gi ON gi.itemtype = 'mod' AND gi.itemmodule = 'scorm' AND gi.iteminstance = s.id
                       AND gi.itemnumber = 0
             LEFT JOIN {grade_categories} gc ON gc.id = gi.categoryid
             LEFT JOIN {files} f ON f.contextid = x.id AND f.component = 'mod_scorm' AND f.filearea = 'package' AND f.itemid = 0
                       AND f.filename = s.reference
                 WHERE $column $in AND cm.deletioninprogress = 0
              ORDER BY cm.course, cs.section, cm.id";
        return $DB->get_records_sql($sql, $params + ['level' => CONTEXT_MODULE]);
    }

    /**
     * Returns the key of each managed activity of the courses of some items.
     *
     * @param \stdClass[] $items rows of items
     * @return string[] by course module
     */
    public static function keys(array $items): array {
        $keys = [];
        foreach ($items as $item) {
            if ($item->kind === 'activity') {
                $keys[$item->cmid] = $item->itemkey;
            }
        }
        return $keys;
    }

    /**
     * Returns the key of each managed activity of a course.
     *
     * @param int $courseid the course
     * @return string[] by course module
     */
    public static function keys_of(int $courseid): array {
        global $DB;
        return $DB->get_records_menu(items::TABLE, ['courseid' => $courseid, 'kind' => 'activity'], '', 'cmid, itemkey');
    }

    /**
     * Returns the digest of what Moodle holds; learners don't change it.
     *
     * @param array $settings as read
     * @param array $rest further facts: place, package
     * @return string 64 hex digits
     */
    public static function state(array $settings, array $rest): string {
        return hash('sha256', json_encode([$settings, $rest]));
    }

    /**
     * Returns the digest of an activity.
     *
     * @param \stdClass $row of {@see read}
     * @param array $settings as read
     * @return string 64 hex digits
     */
    public static function state_of(\stdClass $row, array $settings): string {
        return self::state($settings, [(int) $row->sectionid, (string) $row->contenthash, (string) $row->sha1hash, $row->version]);
    }

    /**
     * Returns what the package that Moodle holds now is, from what is known or from its bytes.
     *
     * @param \stdClass $item of ours
     * @param \stdClass $row of {@see read}
     * @return array with fingerprint, sha256, inventory; empty strings for a package that can't be read
     */
    public static function package_of(\stdClass $item, \stdClass $row): array {
        if ($row->contenthash !== null && $row->contenthash === $item->contenthash) {
            return ['fingerprint' => (string) $item->fingerprint, 'sha256' => (string) $item->sha256,
                'inventory' => $item->inventory];
        }
        $package = self::inspect($row);
        return ['fingerprint' => $package->fingerprint ?? '', 'sha256' => $package->sha256 ?? '',
            'inventory' => $package->inventory ?? []];
    }

    /**
     * Returns the SCORM version in which tracks were written.
     *
     * @param \stdClass $item of ours
     * @param \stdClass $row of {@see read}
     * @return string the last known one, where an import failed
     */
    public static function version_of(\stdClass $item, \stdClass $row): string {
        return $row->version === 'ERROR' ? (string) $item->version : $row->version;
    }

    /**
     * Looks into the package that Moodle holds.
     *
     * @param \stdClass $row of {@see read}
     * @return package\package|null null where there is none, or none that can be read
     */
    public static function inspect(\stdClass $row): ?package\package {
        $file = $row->fileid ? get_file_storage()->get_file_by_id($row->fileid) : null;
        try {
            return $file ? package\package::inspect($file, new package\limits(PHP_INT_MAX, PHP_INT_MAX, PHP_INT_MAX)) : null;
        } catch (problem $unreadable) {
            return null;
        }
    }
}
