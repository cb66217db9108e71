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

/**
 * Compares what Moodle made of a package with the package; Moodle itself doesn't look.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class verifier {
    /**
     * Refuses an import that is not whole.
     *
     * @param \stdClass $activity as Moodle has it now, see {@see \local_scormkit\local\activities}
     * @param package $package that was imported
     * @throws problem moodlefailed
     */
    public static function check(\stdClass $activity, package $package): void {
        global $DB;
        $scos = $DB->get_records_menu('scorm_scoes', ['scorm' => $activity->scormid], '', 'id, identifier');
        $same = [
            'version' => $activity->version === $package->version,
            'sha1hash' => $activity->sha1hash === $package->contenthash && $activity->contenthash === $package->contenthash,
            'launch' => isset($scos[$activity->launch]),
            'identifiers' => self::sorted($scos) === self::sorted(array_map('strval', array_keys($package->identifiers))),
            'files' => self::files((int) $activity->cmid) === $package->hashes,
            'contents' => self::readable([$package->contenthash, ...$package->hashes]),
        ];
        $different = array_keys(array_filter($same, fn($one) => !$one));
        if ($different) {
            throw new problem('moodlefailed', implode(' ', $different));
        }
    }

    /**
     * Returns whether the pool has every content: somebody may have deleted the last other file with one just now, and what
     * refers to it here was not committed yet.
     *
     * @param string[] $hashes content hashes
     * @return bool
     */
    private static function readable(array $hashes): bool {
        $pool = get_file_storage()->get_file_system();
        foreach (array_unique($hashes) as $hash) {
            if (!$pool->is_file_readable_remotely_by_hash($hash)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns values in order.
     *
     * @param string[] $values any
     * @return string[]
     */
    private static function sorted(array $values): array {
        sort($values, SORT_STRING);
        return array_values($values);
    }

    /**
     * Returns the content hash of each extracted file.
     *
     * @param int $cmid the activity
     * @return string[] sorted
     */
    private static function files(int $cmid): array {
        global $DB;
        $select = "contextid = ? AND component = 'mod_scorm' AND filearea = 'content' AND filename <> '.'";
        return self::sorted($DB->get_fieldset_select('files', 'contenthash', $select, [\context_module::instance($cmid)->id]));
    }
}
