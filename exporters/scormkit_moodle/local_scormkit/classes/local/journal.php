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
 * What was done, before and after: the idempotency of requests, the history, and the way back.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class journal {
    /** @var string The table's name. */
    public const TABLE = 'local_scormkit_journal';

    /**
     * Returns the row of a request.
     *
     * @param string $requestid 64 hex digits
     * @return \stdClass|null
     */
    public static function find(string $requestid): ?\stdClass {
        global $DB;
        return $DB->get_record(self::TABLE, ['requestid' => $requestid]) ?: null;
    }

    /**
     * Writes that a step begins; committed at once, so it is seen whatever happens next.
     *
     * @param array $values columns of the row
     * @return \stdClass the row
     */
    public static function start(array $values): \stdClass {
        global $DB, $USER;
        $row = (object) ($values + ['status' => 'applying', 'userid' => $USER->id, 'timecreated' => time(),
            'timefinished' => 0, 'expires' => 0]);
        $before = self::find($row->requestid);
        if ($before) {
            $row->id = $before->id;
            $DB->update_record(self::TABLE, $row);
        } else {
            $row->id = $DB->insert_record(self::TABLE, $row);
        }
        return $DB->get_record(self::TABLE, ['id' => $row->id], '*', MUST_EXIST);
    }

    /**
     * Writes how a step went.
     *
     * @param \stdClass $row of the table
     * @param string $status committed, done, failed or undone
     * @param array $values further columns
     */
    public static function mark(\stdClass $row, string $status, array $values = []): void {
        global $DB;
        $values += ['status' => $status, 'timefinished' => time()];
        foreach ($values as $column => $value) {
            $row->$column = $value;
        }
        $DB->update_record(self::TABLE, (object) ($values + ['id' => $row->id]));
    }

    /**
     * Returns rows that were begun and not finished.
     *
     * @param string|null $coursekey of one course, or of all
     * @return \stdClass[]
     */
    public static function unfinished(?string $coursekey = null): array {
        global $DB;
        $select = "status IN ('applying', 'committed')" . ($coursekey === null ? '' : ' AND coursekey = :coursekey');
        return $DB->get_records_select(self::TABLE, $select, ['coursekey' => $coursekey], 'id');
    }

    /**
     * Returns what was done to an item, newest first.
     *
     * @param string $kind course, section or activity
     * @param string $key its key
     * @param int $limit how many rows, 0 for all
     * @return \stdClass[]
     */
    public static function history(string $kind, string $key, int $limit = 0): array {
        global $DB;
        return $DB->get_records(self::TABLE, ['kind' => $kind, 'itemkey' => $key], 'id DESC', '*', 0, $limit);
    }

    /**
     * Returns the digest of a request's content.
     *
     * @param array $content whatever the request asked for
     * @return string 64 hex digits
     */
    public static function digest(array $content): string {
        unset($content['requestid']);
        return hash('sha256', json_encode($content));
    }

    /**
     * Refuses a request id that is none.
     *
     * @param string $requestid as sent
     * @throws problem badrequest
     */
    public static function check_requestid(string $requestid): void {
        if (!preg_match('~^[0-9a-f]{64}$~D', $requestid)) {
            throw new problem('badrequest', 'requestid');
        }
    }
}
