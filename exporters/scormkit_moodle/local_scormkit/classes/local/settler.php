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
 * Brings every step to its end: a step that was committed is finished, one that was not left everything as it was.
 *
 * The mark 'committed' is written in the transaction that holds Moodle's own changes, so the database itself says which it is.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class settler {
    /**
     * Settles what was begun for a course; the caller holds its lock, so nobody is at it any more.
     *
     * @param string $coursekey the key of the course
     */
    public static function settle(string $coursekey): void {
        foreach (journal::unfinished($coursekey) as $row) {
            $row->status === 'committed' ? self::finish($row) : self::undo($row, 'undone');
        }
    }

    /**
     * Settles all that nobody is at.
     *
     * @return int how many courses are still locked
     */
    public static function settle_all(): int {
        $busy = 0;
        foreach (array_unique(array_column(journal::unfinished(), 'coursekey')) as $coursekey) {
            try {
                $locks = new locks($coursekey, 0);
            } catch (problem $locked) {
                $busy++;
                continue;
            }
            self::settle_and_release($coursekey, $locks);
        }
        return $busy;
    }

    /**
     * Settles a course if anything is open there and nobody is at it; a reader then sees old or new, never between.
     *
     * @param string $coursekey the key of the course
     */
    public static function settle_quietly(string $coursekey): void {
        if (journal::unfinished($coursekey)) {
            try {
                $locks = new locks($coursekey, 0);
            } catch (problem $locked) {
                return;
            }
            self::settle_and_release($coursekey, $locks);
        }
    }

    /**
     * Settles a course and lets its lock go.
     *
     * @param string $coursekey the key of the course
     * @param locks $locks held
     */
    private static function settle_and_release(string $coursekey, locks $locks): void {
        try {
            self::settle($coursekey);
        } finally {
            $locks->release();
        }
    }

    /**
     * Finishes a step that was committed: caches, late tracks, the event.
     *
     * @param \stdClass $row of the journal
     */
    public static function finish(\stdClass $row): void {
        global $DB;
        self::purge($row);
        tracks::put_aside(json_decode((string) $row->lostscos, true) ?: [], $row->id);
        fault::at('purged');
        $keeps = kept::package($row) || $DB->record_exists('local_scormkit_track', ['journalid' => $row->id]);
        journal::mark($row, 'done', ['expires' => $keeps ? kept::expiry() : 0]);
        self::announce($row);
    }

    /**
     * Ends a step that was not committed: the database has taken everything back, and the files were never let go.
     *
     * @param \stdClass $row of the journal
     * @param string $status failed or undone
     */
    public static function undo(\stdClass $row, string $status): void {
        global $DB;
        if ($DB->is_transaction_started()) {
            $DB->force_transaction_rollback();
        }
        self::purge($row);
        kept::drop($row);
        journal::mark($row, $status);
    }

    /**
     * Purges what is cached of a course: a transaction that was rolled back leaves newer contents there than there are.
     *
     * @param \stdClass $row of the journal; without a course where it was not made
     */
    private static function purge(\stdClass $row): void {
        $courseid = (int) $row->courseid;
        if ($row->kind === 'course') {
            \cache_helper::purge_by_event('changesincourse');
        }
        if ($courseid) {
            $cache = \cache::make('core', 'coursemodinfo');
            $cache->acquire_lock($courseid);
            try {
                $cache->delete($courseid);
            } finally {
                $cache->release_lock($courseid);
            }
            rebuild_course_cache($courseid, true);
        }
    }

    /**
     * Triggers the event of a step.
     *
     * @param \stdClass $row of the journal
     */
    private static function announce(\stdClass $row): void {
        $context = \context_course::instance((int) $row->courseid, IGNORE_MISSING);
        if (!$context) {
            return;
        }
        $class = ['adopt' => 'item_adopted', 'remove' => 'item_removed', 'rollback' => 'package_rolledback'][$row->action]
            ?? 'package_published';
        $class = '\local_scormkit\event\\' . $class;
        $class::create(['context' => $context, 'objectid' => $row->id, 'userid' => $row->userid, 'other' => [
            'key' => $row->itemkey, 'kind' => $row->kind, 'action' => $row->action, 'revision' => (int) $row->revision,
            'fingerprint' => (string) $row->newfingerprint, 'cmid' => (int) $row->cmid]])->trigger();
    }
}
