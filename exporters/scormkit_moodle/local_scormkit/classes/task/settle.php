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
use local_scormkit\local\settler;
use local_scormkit\local\tracks;

/**
 * Settles steps that were begun and not finished, and tidies up after those that were.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class settle extends \core\task\scheduled_task {
    #[\Override]
    public function get_name(): string {
        return get_string('task_settle', 'local_scormkit');
    }

    #[\Override]
    public function execute(): void {
        global $DB;
        $busy = settler::settle_all();
        if ($busy) {
            mtrace("$busy courses are being published to just now");
        }
        $sql = "SELECT j.* FROM {" . journal::TABLE . "} j WHERE j.status = 'done' AND EXISTS (SELECT 1 FROM {files} f
            WHERE f.component = 'local_scormkit' AND f.filearea IN ('keptcontent', 'staged') AND f.itemid = j.id)";
        foreach ($DB->get_records_sql($sql) as $row) {
            tracks::put_aside(json_decode((string) $row->lostscos, true) ?: [], $row->id);
            kept::drop_content($row);
        }
    }
}
