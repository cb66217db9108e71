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
 * Copies of what is being replaced. The file pool is content-addressed: what is referenced here is never thrown away, so a
 * transaction that is rolled back finds its files again. Nobody is served these files.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class kept {
    /** @var string The file area of replaced packages, item id = row of the journal. */
    private const PACKAGE = 'kept';

    /** @var string The file area of replaced extracted files, needed only until a step is settled. */
    private const CONTENT = 'keptcontent';

    /**
     * References the package and the extracted files of an activity.
     *
     * @param int $courseid its course
     * @param int $cmid its course module
     * @param int $journalid the row of the journal
     */
    public static function take(int $courseid, int $cmid, int $journalid): void {
        $files = get_file_storage();
        $from = \context_module::instance($cmid)->id;
        $to = \context_course::instance($courseid)->id;
        foreach (['package' => self::PACKAGE, 'content' => self::CONTENT] as $area => $target) {
            foreach ($files->get_area_files($from, 'mod_scorm', $area, 0, 'id', false) as $file) {
                if ($file->is_external_file()) {
                    continue;
                }
                $record = ['contextid' => $to, 'component' => 'local_scormkit', 'filearea' => $target, 'itemid' => $journalid];
                if ($area === 'package') {
                    $record += ['filepath' => '/', 'filename' => 'package.zip'];
                }
                if (
                    !$files->file_exists(
                        $to,
                        'local_scormkit',
                        $target,
                        $journalid,
                        $record['filepath'] ?? $file->get_filepath(),
                        $record['filename'] ?? $file->get_filename()
                    )
                ) {
                    $files->create_file_from_storedfile($record, $file);
                }
            }
        }
    }

    /**
     * Returns the kept package of a row of the journal.
     *
     * @param \stdClass $row of the journal
     * @return \stored_file|null
     */
    public static function package(\stdClass $row): ?\stored_file {
        $context = $row->courseid ? \context_course::instance($row->courseid, IGNORE_MISSING) : null;
        $file = $context ? get_file_storage()->get_file(
            $context->id,
            'local_scormkit',
            self::PACKAGE,
            $row->id,
            '/',
            'package.zip'
        ) : null;
        return $file ?: null;
    }

    /**
     * Lets the extracted files go, old and new: the zip is enough to make them again.
     *
     * @param \stdClass $row of the journal
     */
    public static function drop_content(\stdClass $row): void {
        self::drop_area($row, self::CONTENT);
        self::drop_area($row, staged::AREA);
    }

    /**
     * Lets all that is kept for a row go.
     *
     * @param \stdClass $row of the journal
     */
    public static function drop(\stdClass $row): void {
        self::drop_content($row);
        self::drop_area($row, self::PACKAGE);
    }

    /**
     * Empties one area.
     *
     * @param \stdClass $row of the journal
     * @param string $area its name
     */
    private static function drop_area(\stdClass $row, string $area): void {
        $context = $row->courseid ? \context_course::instance($row->courseid, IGNORE_MISSING) : null;
        if ($context) {
            get_file_storage()->delete_area_files($context->id, 'local_scormkit', $area, $row->id);
        }
    }

    /**
     * Returns when a copy made now shall go.
     *
     * @return int time, 0 for never
     */
    public static function expiry(): int {
        $days = (int) get_config('local_scormkit', 'keepdays');
        return $days > 0 ? time() + $days * DAYSECS : 0;
    }
}
