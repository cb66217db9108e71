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

use local_scormkit\local\package\package;

/**
 * The files of a package that is to replace another, extracted where nobody is served them, before Moodle is touched.
 *
 * So a zip that Moodle's own unpacker can't read, or a disk that is full, is found while the old package stands; and the file
 * pool has every content already when Moodle extracts it again.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class staged {
    /** @var string The file area, item id = row of the journal. */
    public const AREA = 'staged';

    /**
     * Extracts a package and compares every file with what was checked.
     *
     * @param int $courseid the course
     * @param int $journalid the row of the journal
     * @param \stored_file $file the zip
     * @param package $package what it was found to be
     * @throws problem badpackage
     */
    public static function take(int $courseid, int $journalid, \stored_file $file, package $package): void {
        $context = \context_course::instance($courseid)->id;
        $files = get_file_storage();
        $files->delete_area_files($context, 'local_scormkit', self::AREA, $journalid);
        $packer = get_file_packer('application/zip');
        $file->extract_to_storage($packer, $context, 'local_scormkit', self::AREA, $journalid, '/');
        if (self::hashes($context, $journalid) !== $package->hashes) {
            throw new problem('badpackage', 'damaged');
        }
    }

    /**
     * Returns the content hash of each extracted file.
     *
     * @param int $contextid where they are
     * @param int $journalid the row of the journal
     * @return string[] sorted
     */
    private static function hashes(int $contextid, int $journalid): array {
        global $DB;
        $select = "contextid = ? AND component = 'local_scormkit' AND filearea = ? AND itemid = ? AND filename <> '.'";
        $hashes = $DB->get_fieldset_select('files', 'contenthash', $select, [$contextid, self::AREA, $journalid]);
        sort($hashes, SORT_STRING);
        return array_values($hashes);
    }
}
