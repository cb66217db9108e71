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

namespace local_scormkit\privacy;

use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use local_scormkit\local\items;
use local_scormkit\local\journal;
use local_scormkit\local\uploads;

/**
 * What is known of persons: who published what, learners' tracks that were put aside, and uploads.
 *
 * Tracks and journal belong to the course, uploads to the site. Who published is forgotten, what was published stays.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class provider implements
    \core_privacy\local\metadata\provider,
    \core_privacy\local\request\core_userlist_provider,
    \core_privacy\local\request\plugin\provider {
    /** @var string The table of tracks that were put aside. */
    private const TRACKS = 'local_scormkit_track';

    #[\Override]
    public static function get_metadata(collection $collection): collection {
        $tables = [
            items::TABLE => ['itemkey', 'timemodified', 'usermodified'],
            journal::TABLE => ['action', 'itemkey', 'status', 'timecreated', 'userid'],
            self::TRACKS => ['attempt', 'element', 'identifier', 'timemodified', 'userid', 'value'],
            uploads::TABLE => ['sha256', 'timemodified', 'userid'],
        ];
        foreach ($tables as $table => $columns) {
            $texts = array_map(fn($column) => "privacy:metadata:$table:$column", array_combine($columns, $columns));
            $collection->add_database_table($table, $texts, "privacy:metadata:$table");
        }
        return $collection;
    }

    /**
     * Returns SQL for the numbers of users and courses that belong together.
     *
     * @return string with columns userid and courseid
     */
    private static function pairs(): string {
        return 'SELECT i.usermodified AS userid, i.courseid FROM {' . items::TABLE . '} i
                UNION SELECT j.userid, j.courseid FROM {' . journal::TABLE . '} j
                UNION SELECT t.userid, k.courseid FROM {' . self::TRACKS . '} t
                        JOIN {' . journal::TABLE . '} k ON k.id = t.journalid';
    }

    #[\Override]
    public static function get_contexts_for_userid(int $userid): contextlist {
        $list = new contextlist();
        $list->add_from_sql('SELECT x.id FROM {context} x JOIN (' . self::pairs() . ') p ON p.courseid = x.instanceid
            WHERE x.contextlevel = :level AND p.userid = :userid', ['level' => CONTEXT_COURSE, 'userid' => $userid]);
        $list->add_from_sql('SELECT x.id FROM {context} x WHERE x.contextlevel = :level AND EXISTS (SELECT 1 FROM {'
            . uploads::TABLE . '} u WHERE u.userid = :userid)', ['level' => CONTEXT_SYSTEM, 'userid' => $userid]);
        return $list;
    }

    #[\Override]
    public static function get_users_in_context(userlist $userlist) {
        $context = $userlist->get_context();
        if ($context->contextlevel == CONTEXT_COURSE) {
            $userlist->add_from_sql('userid', 'SELECT p.userid FROM (' . self::pairs() . ') p WHERE p.courseid = :courseid
                AND p.userid > 0', ['courseid' => $context->instanceid]);
        } else if ($context->contextlevel == CONTEXT_SYSTEM) {
            $userlist->add_from_sql('userid', 'SELECT userid FROM {' . uploads::TABLE . '}', []);
        }
    }

    #[\Override]
    public static function export_user_data(approved_contextlist $contextlist) {
        $userid = (int) $contextlist->get_user()->id;
        foreach ($contextlist->get_contexts() as $context) {
            if ($context->contextlevel == CONTEXT_COURSE) {
                self::export_course($context, $userid);
            } else if ($context->contextlevel == CONTEXT_SYSTEM) {
                self::export_uploads($context, $userid);
            }
        }
    }

    /**
     * Exports what a user did and left in a course.
     *
     * @param \context $context of the course
     * @param int $userid the user
     */
    private static function export_course(\context $context, int $userid): void {
        global $DB;
        $select = ['courseid' => $context->instanceid, 'userid' => $userid];
        $rows = $DB->get_records(journal::TABLE, $select, 'id', 'id, itemkey, action, status, timecreated');
        self::export($context, 'journal', array_map(fn($row) => (object) ['key' => $row->itemkey, 'action' => $row->action,
            'status' => $row->status, 'time' => transform::datetime($row->timecreated)], $rows));
        $rows = $DB->get_records_sql('SELECT t.*, j.itemkey FROM {' . self::TRACKS . '} t JOIN {' . journal::TABLE . '} j
            ON j.id = t.journalid WHERE j.courseid = :courseid AND t.userid = :userid ORDER BY t.id', $select);
        self::export($context, 'tracks', array_map(fn($row) => (object) ['key' => $row->itemkey,
            'identifier' => $row->identifier, 'attempt' => $row->attempt, 'element' => $row->element, 'value' => $row->value,
            'time' => transform::datetime($row->timemodified)], $rows));
    }

    /**
     * Exports uploads.
     *
     * @param \context $context of the site
     * @param int $userid the user
     */
    private static function export_uploads(\context $context, int $userid): void {
        global $DB;
        $rows = $DB->get_records(uploads::TABLE, ['userid' => $userid], 'id');
        self::export($context, 'uploads', array_map(fn($row) => (object) ['sha256' => $row->sha256, 'size' => $row->filesize,
            'time' => transform::datetime($row->timemodified)], $rows));
    }

    /**
     * Exports rows, if there are any.
     *
     * @param \context $context where they belong
     * @param string $path journal, tracks or uploads
     * @param \stdClass[] $rows to export
     */
    private static function export(\context $context, string $path, array $rows): void {
        if ($rows) {
            $where = [get_string('pluginname', 'local_scormkit'), get_string('privacy:path:' . $path, 'local_scormkit')];
            writer::with_context($context)->export_data($where, (object) [$path => array_values($rows)]);
        }
    }

    #[\Override]
    public static function delete_data_for_all_users_in_context(\context $context) {
        self::delete($context, null);
    }

    #[\Override]
    public static function delete_data_for_user(approved_contextlist $contextlist) {
        foreach ($contextlist->get_contexts() as $context) {
            self::delete($context, [$contextlist->get_user()->id]);
        }
    }

    #[\Override]
    public static function delete_data_for_users(approved_userlist $userlist) {
        self::delete($userlist->get_context(), $userlist->get_userids());
    }

    /**
     * Deletes tracks and uploads, and forgets who published.
     *
     * @param \context $context where
     * @param int[]|null $userids whose, null for everybody's
     */
    private static function delete(\context $context, ?array $userids): void {
        global $DB;
        [$in, $params] = $userids === null ? ['> 0', []] : $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'u', true, 0);
        if ($context->contextlevel == CONTEXT_SYSTEM) {
            foreach ($DB->get_records_select(uploads::TABLE, "userid $in", $params) as $row) {
                uploads::drop($row);
            }
        } else if ($context->contextlevel == CONTEXT_COURSE) {
            $params['courseid'] = $context->instanceid;
            $rows = 'SELECT id FROM {' . journal::TABLE . '} WHERE courseid = :courseid';
            $DB->delete_records_select(self::TRACKS, "journalid IN ($rows) AND userid $in", $params);
            $DB->set_field_select(journal::TABLE, 'userid', 0, "courseid = :courseid AND userid $in", $params);
            $DB->set_field_select(items::TABLE, 'usermodified', 0, "courseid = :courseid AND usermodified $in", $params);
        }
    }
}
