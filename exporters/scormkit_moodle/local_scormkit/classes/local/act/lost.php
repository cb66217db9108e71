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

namespace local_scormkit\local\act;

use local_scormkit\local\package\package;
use local_scormkit\local\problem;
use local_scormkit\local\tracks;

/**
 * SCOs that the new package lacks. Moodle would delete their tracks for good; so they are taken away before it looks.
 *
 * The rows of the SCOs go, their tracks are put aside. A track that a learner sends in this very moment stays in Moodle's table
 * and is put aside when the step is finished.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class lost {
    /**
     * Takes SCOs that go away.
     *
     * @param int $scormid the activity
     * @param package $new the package that comes
     * @param int $journalid the row of the journal
     * @param bool $acceptloss whether there may be tracks
     * @return string[] identifiers by number of the SCO
     * @throws problem wouldlose
     */
    public static function take(int $scormid, package $new, int $journalid, bool $acceptloss): array {
        global $DB;
        $lost = [];
        foreach ($DB->get_records('scorm_scoes', ['scorm' => $scormid], 'id', 'id, identifier') as $sco) {
            if (!isset($new->identifiers[$sco->identifier])) {
                $lost[$sco->id] = $sco->identifier;
            }
        }
        if (tracks::put_aside($lost, $journalid) && !$acceptloss) {
            throw new problem('wouldlose', implode(' ', $lost));
        }
        foreach (array_keys($lost) as $scoid) {
            self::delete($scoid);
        }
        return $lost;
    }

    /**
     * Deletes what a SCO is, but no track.
     *
     * @param int $scoid the SCO
     */
    private static function delete(int $scoid): void {
        global $DB;
        $tables = ['scorm_scoes_data', 'scorm_seq_objective', 'scorm_seq_mapinfo', 'scorm_seq_ruleconds', 'scorm_seq_rulecond',
            'scorm_seq_rolluprule', 'scorm_seq_rolluprulecond'];
        foreach ($tables as $table) {
            $DB->delete_records($table, ['scoid' => $scoid]);
        }
        $DB->delete_records('scorm_scoes', ['id' => $scoid]);
    }
}
