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

namespace local_scormkit\task;

use local_scormkit\local\journal;
use local_scormkit\local\kept;

/**
 * Lets kept copies go when their time has come: replaced packages, and tracks that were put aside.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class expire_kept extends \core\task\scheduled_task {
    #[\Override]
    public function get_name(): string {
        return get_string('task_expirekept', 'local_scormkit');
    }

    #[\Override]
    public function execute(): void {
        global $DB;
        $select = 'expires > 0 AND expires < ?';
        foreach ($DB->get_records_select(journal::TABLE, $select, [time()]) as $row) {
            kept::drop($row);
            $DB->delete_records('local_scormkit_track', ['journalid' => $row->id]);
            $DB->set_field(journal::TABLE, 'expires', 0, ['id' => $row->id]);
        }
    }
}
