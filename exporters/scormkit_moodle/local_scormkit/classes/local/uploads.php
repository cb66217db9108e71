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
 * Packages on their way: chunks that can be resumed and doubled, joined and compared with their SHA-256.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class uploads {
    /** @var string The table's name. */
    public const TABLE = 'local_scormkit_upload';

    /**
     * Takes one chunk, or tells how far the package is.
     *
     * @param string $sha256 of the whole package
     * @param int $size of the whole package in bytes
     * @param int $offset where the chunk begins
     * @param string $data its bytes; empty: only ask
     * @param package\limits $limits what is allowed
     * @return array with sha256, received and complete
     * @throws problem badrequest, badupload, toolarge, diskfull
     */
    public static function take(string $sha256, int $size, int $offset, string $data, package\limits $limits): array {
        if (!preg_match('~^[0-9a-f]{64}$~D', $sha256) || $size < 1 || $offset < 0 || $offset + strlen($data) > $size) {
            throw new problem('badrequest', 'chunks');
        }
        if ($size > $limits->package) {
            throw new problem('toolarge', (string) $limits->package);
        }
        $upload = self::row($sha256, $size);
        if (!$upload->complete && $data !== '' && $offset === (int) $upload->received) {
            self::check_room($upload, $limits);
            self::append($upload, $data);
        }
        return ['sha256' => $sha256, 'received' => (int) $upload->received, 'complete' => (bool) $upload->complete];
    }

    /**
     * Returns the row of an upload of this user, new where there is none.
     *
     * @param string $sha256 of the whole package
     * @param int $size in bytes
     * @return \stdClass
     */
    private static function row(string $sha256, int $size): \stdClass {
        global $DB, $USER;
        $row = $DB->get_record(self::TABLE, ['userid' => $USER->id, 'sha256' => $sha256]);
        if ($row && (int) $row->filesize !== $size) {
            throw new problem('badupload', $sha256);
        }
        if (!$row) {
            $row = (object) ['userid' => $USER->id, 'sha256' => $sha256, 'filesize' => $size, 'received' => 0, 'complete' => 0,
                'timecreated' => time(), 'timemodified' => time()];
            $row->id = self::insert($row);
        }
        return $row;
    }

    /**
     * Inserts a row, unless a request at the same time has done so.
     *
     * @param \stdClass $row to insert
     * @return int its id
     */
    private static function insert(\stdClass $row): int {
        global $DB;
        try {
            return (int) $DB->insert_record(self::TABLE, $row);
        } catch (\dml_write_exception $doubled) {
            return (int) $DB->get_field(self::TABLE, 'id', ['userid' => $row->userid, 'sha256' => $row->sha256], MUST_EXIST);
        }
    }

    /**
     * Makes room in the user's share by dropping the oldest uploads, and refuses what the disk has no room for.
     *
     * @param \stdClass $upload the row
     * @param package\limits $limits what is allowed
     */
    private static function check_room(\stdClass $upload, package\limits $limits): void {
        global $DB;
        $share = max(4 * $limits->package, (int) get_config('local_scormkit', 'maxuploads') * 1048576);
        $rows = $DB->get_records(self::TABLE, ['userid' => $upload->userid], 'timemodified, id');
        $pending = array_sum(array_column($rows, 'filesize'));
        foreach ($rows as $row) {
            if ($pending > $share && $row->id != $upload->id) {
                self::drop($row);
                $pending -= $row->filesize;
            }
        }
        self::check_disk((int) $upload->filesize - (int) $upload->received);
    }

    /**
     * Refuses what Moodle's data folder has no room for.
     *
     * @param int $bytes needed
     * @throws problem diskfull
     */
    public static function check_disk(int $bytes): void {
        global $CFG;
        $free = @disk_free_space($CFG->dataroot);
        if ($free !== false && $free < $bytes + 16777216) {
            throw new problem('diskfull', (string) $bytes);
        }
    }

    /**
     * Takes a whole package from a file, as the administration page has it.
     *
     * @param \stored_file $file the zip
     * @param package\limits $limits what is allowed
     * @return string its SHA-256
     */
    public static function take_file(\stored_file $file, package\limits $limits): string {
        if ($file->get_filesize() > $limits->package) {
            throw new problem('toolarge', (string) $limits->package);
        }
        $path = $file->copy_content_to_temp();
        $sha256 = hash_file('sha256', $path);
        unlink($path);
        $upload = self::row($sha256, $file->get_filesize());
        (new upload_files($upload))->take($file);
        self::note($upload, (int) $upload->filesize);
        return $sha256;
    }

    /**
     * Stores a chunk; with the last one the package is whole.
     *
     * @param \stdClass $upload the row, changed
     * @param string $data bytes
     */
    private static function append(\stdClass $upload, string $data): void {
        $files = new upload_files($upload);
        $whole = strlen($data) === (int) $upload->filesize;
        $last = (int) $upload->received + strlen($data) === (int) $upload->filesize;
        if (!$whole) {
            $files->store('chunk', sprintf('%015d', $upload->received), $data);
        }
        fault::at('chunk');
        if ($last && !($whole ? $files->finish($data) : $files->join())) {
            self::drop($upload);
            throw new problem('badupload', $upload->sha256);
        }
        self::note($upload, (int) $upload->received + strlen($data));
    }

    /**
     * Writes how far an upload is.
     *
     * @param \stdClass $upload the row, changed
     * @param int $received bytes
     */
    private static function note(\stdClass $upload, int $received): void {
        global $DB;
        $upload->received = $received;
        $upload->complete = (int) ($received === (int) $upload->filesize);
        $upload->timemodified = time();
        $DB->update_record(self::TABLE, $upload);
    }

    /**
     * Returns the complete package that this user uploaded.
     *
     * @param string $sha256 of the package
     * @return \stored_file
     * @throws problem notuploaded
     */
    public static function package(string $sha256): \stored_file {
        global $DB, $USER;
        $row = $DB->get_record(self::TABLE, ['userid' => $USER->id, 'sha256' => $sha256, 'complete' => 1]);
        $file = $row ? (new upload_files($row))->package() : null;
        if (!$file) {
            throw new problem('notuploaded', $sha256);
        }
        return $file;
    }

    /**
     * Removes an upload.
     *
     * @param \stdClass $upload the row
     */
    public static function drop(\stdClass $upload): void {
        global $DB;
        (new upload_files($upload))->delete();
        $DB->delete_records(self::TABLE, ['id' => $upload->id]);
    }
}
