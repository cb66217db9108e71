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
 * What was done to one item, and which of its revisions can be brought back.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class history {
    /**
     * Returns the history of an item, newest first.
     *
     * @param \stdClass $item of ours
     * @param int $limit how many rows
     * @return array[] see the reference of the web service
     */
    public static function of(\stdClass $item, int $limit = 50): array {
        global $DB;
        $rows = journal::history($item->kind, $item->itemkey, $limit);
        $expiry = self::kept($item);
        $tracks = [];
        if ($rows) {
            [$in, $params] = $DB->get_in_or_equal(array_keys($rows));
            $tracks = $DB->get_records_sql_menu("SELECT journalid, COUNT(*) FROM {local_scormkit_track}
                WHERE journalid $in GROUP BY journalid", $params);
        }
        return array_values(array_map(fn($row) => [
            'journalid' => (int) $row->id,
            'action' => $row->action,
            'status' => $row->status === 'committed' ? 'applying' : $row->status,
            'revision' => (int) $row->revision,
            'base' => (int) $row->base,
            'fingerprint' => (string) $row->newfingerprint,
            'sha256' => (string) $row->newsha256,
            'started' => (int) $row->timecreated,
            'finished' => (int) $row->timefinished,
            'kept' => $row->status === 'done' && isset($expiry[$row->newsha256 ?? '']) && $row->cmid === $item->cmid,
            'expires' => (int) ($expiry[$row->newsha256 ?? ''] ?? 0),
            'tracks' => (int) ($tracks[$row->id] ?? 0),
            'current' => $row->newsha256 !== null && $row->newsha256 === $item->sha256,
        ], $rows));
    }

    /**
     * Returns the packages at hand.
     *
     * @param \stdClass $item of ours
     * @return int[] when the copy goes (0: never), by SHA-256
     */
    private static function kept(\stdClass $item): array {
        $kept = $item->sha256 ? [$item->sha256 => 0] : [];
        foreach (journal::history($item->kind, $item->itemkey) as $row) {
            if ($row->oldsha256 && !isset($kept[$row->oldsha256]) && kept::package($row)) {
                $kept[$row->oldsha256] = (int) $row->expires;
            }
        }
        return $kept;
    }
}
