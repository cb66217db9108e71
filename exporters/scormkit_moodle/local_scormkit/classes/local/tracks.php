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
 * Reads learners' tracks, whichever tables this Moodle keeps them in: one before 4.3, three since.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class tracks {
    /**
     * Returns whether tracks are kept as attempts, elements and values (Moodle 4.3 and later).
     *
     * @return bool
     */
    public static function in_three_tables(): bool {
        global $DB;
        return $DB->get_manager()->table_exists('scorm_scoes_value');
    }

    /**
     * Returns the tables of tracks joined, with columns t.id, t.scoid, a.userid, a.attempt, e.element, t.value, t.timemodified.
     *
     * @return string SQL to stand after FROM
     */
    private static function tables(): string {
        if (self::in_three_tables()) {
            return '{scorm_scoes_value} t JOIN {scorm_attempt} a ON a.id = t.attemptid
                JOIN {scorm_element} e ON e.id = t.elementid';
        }
        return '{scorm_scoes_track} t JOIN {scorm_scoes_track} a ON a.id = t.id JOIN {scorm_scoes_track} e ON e.id = t.id';
    }

    /**
     * Counts learners and tracks for each SCO.
     *
     * @param int[] $scormids numbers of SCORM activities
     * @return \stdClass[][] by number of the activity: objects with scoid, identifier, launch, learners, tracks
     */
    public static function counts(array $scormids): array {
        global $DB;
        $found = array_fill_keys($scormids, []);
        if (!$scormids) {
            return $found;
        }
        [$in, $params] = $DB->get_in_or_equal($scormids, SQL_PARAMS_NAMED);
        $launch = $DB->sql_isnotempty('scorm_scoes', 's.launch', false, true);
        $counted = $DB->get_records_sql("SELECT t.scoid, COUNT(DISTINCT a.userid) AS learners, COUNT(t.id) AS tracks
            FROM " . self::tables() . " JOIN {scorm_scoes} o ON o.id = t.scoid WHERE o.scorm $in GROUP BY t.scoid", $params);
        $scos = $DB->get_records_sql("SELECT s.id, s.scorm, s.identifier, CASE WHEN $launch THEN 1 ELSE 0 END AS launches
            FROM {scorm_scoes} s WHERE s.scorm $in ORDER BY s.sortorder, s.id", $params);
        foreach ($scos as $sco) {
            $count = $counted[$sco->id] ?? null;
            $found[$sco->scorm][] = (object) ['scoid' => (int) $sco->id, 'identifier' => $sco->identifier,
                'launches' => (bool) $sco->launches, 'learners' => (int) ($count->learners ?? 0),
                'tracks' => (int) ($count->tracks ?? 0)];
        }
        return $found;
    }

    /**
     * Counts learners and attempts of activities.
     *
     * @param int[] $scormids numbers of SCORM activities
     * @return \stdClass[] by number: objects with learners and attempts
     */
    public static function totals(array $scormids): array {
        global $DB;
        if (!$scormids) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($scormids, SQL_PARAMS_NAMED);
        $pairs = "SELECT DISTINCT o.scorm, a.userid, a.attempt
            FROM " . self::tables() . " JOIN {scorm_scoes} o ON o.id = t.scoid WHERE o.scorm $in";
        return $DB->get_records_sql("SELECT p.scorm, COUNT(DISTINCT p.userid) AS learners, COUNT(*) AS attempts
            FROM ($pairs) p GROUP BY p.scorm", $params);
    }

    /**
     * Returns whether a learner has any track in an activity.
     *
     * @param int $scormid its number
     * @return bool
     */
    public static function any(int $scormid): bool {
        global $DB;
        return $DB->record_exists_sql("SELECT 1 FROM " . self::tables() . "
            JOIN {scorm_scoes} o ON o.id = t.scoid WHERE o.scorm = :scorm", ['scorm' => $scormid]);
    }

    /**
     * Puts tracks of some SCOs aside: into our table, and out of Moodle's. Each track is in exactly one of them.
     *
     * @param string[] $identifiers of the SCOs, by their numbers
     * @param int $journalid the row of the journal that they belong to
     * @return int how many tracks
     */
    public static function put_aside(array $identifiers, int $journalid): int {
        global $DB;
        if (!$identifiers) {
            return 0;
        }
        [$in, $params] = $DB->get_in_or_equal(array_keys($identifiers), SQL_PARAMS_NAMED);
        $rows = $DB->get_records_sql("SELECT t.id, t.scoid, a.userid, a.attempt, e.element, t.value, t.timemodified
            FROM " . self::tables() . " WHERE t.scoid $in ORDER BY t.id", $params);
        $copies = array_map(fn($row) => ['journalid' => $journalid, 'userid' => $row->userid, 'attempt' => $row->attempt,
            'identifier' => $identifiers[$row->scoid], 'element' => $row->element, 'value' => $row->value,
            'timemodified' => $row->timemodified], $rows);
        $DB->insert_records('local_scormkit_track', $copies);
        foreach (array_chunk(array_keys($rows), 1000) as $ids) {
            $DB->delete_records_list(self::in_three_tables() ? 'scorm_scoes_value' : 'scorm_scoes_track', 'id', $ids);
        }
        return count($rows);
    }
}
