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
 * The files of an upload: its chunks, and the package that they make.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class upload_files {
    /** @var string The name of a whole package. */
    private const PACKAGE = 'package.zip';

    /**
     * Begins.
     *
     * @param \stdClass $upload row of {@see uploads}
     */
    public function __construct(
        /** @var \stdClass Row of the upload. */
        private readonly \stdClass $upload,
    ) {
    }

    /**
     * Returns the place of the upload's files.
     *
     * @param string $area chunk or package
     * @param string $name of the file
     * @return array
     */
    private function place(string $area, string $name = self::PACKAGE): array {
        return ['contextid' => \context_system::instance()->id, 'component' => 'local_scormkit', 'filearea' => $area,
            'itemid' => $this->upload->id, 'filepath' => '/', 'filename' => $name, 'userid' => $this->upload->userid];
    }

    /**
     * Stores a file; one that is there already is left from a request that was cut.
     *
     * @param string $area chunk or package
     * @param string $name of the file
     * @param string $data bytes
     */
    public function store(string $area, string $name, string $data): void {
        $place = $this->place($area, $name);
        $before = get_file_storage()->get_file($place['contextid'], 'local_scormkit', $area, $this->upload->id, '/', $name);
        if ($before) {
            $before->delete();
        }
        get_file_storage()->create_file_from_string($place, $data);
    }

    /**
     * Stores a package that came in one piece.
     *
     * @param string $data bytes
     * @return bool whether it is the package that was announced
     */
    public function finish(string $data): bool {
        if (package\digests::of('sha256', $data) !== $this->upload->sha256) {
            return false;
        }
        $this->store('package', self::PACKAGE, $data);
        return true;
    }

    /**
     * Joins the chunks of a package.
     *
     * @return bool whether they are the package that was announced
     */
    public function join(): bool {
        $files = get_file_storage();
        $path = make_request_directory() . '/' . self::PACKAGE;
        $place = $this->place('package');
        $out = fopen($path, 'wb');
        $chunks = $files->get_area_files($place['contextid'], 'local_scormkit', 'chunk', $this->upload->id, 'filename', false);
        foreach ($chunks as $chunk) {
            $in = $chunk->get_content_file_handle();
            stream_copy_to_stream($in, $out);
            fclose($in);
        }
        fclose($out);
        if (filesize($path) !== (int) $this->upload->filesize || hash_file('sha256', $path) !== $this->upload->sha256) {
            return false;
        }
        $this->empty('package');
        $files->create_file_from_pathname($place, $path);
        $this->empty('chunk');
        return true;
    }

    /**
     * Takes a whole package from a file.
     *
     * @param \stored_file $file the zip
     */
    public function take(\stored_file $file): void {
        $this->empty('package');
        get_file_storage()->create_file_from_storedfile($this->place('package'), $file);
    }

    /**
     * Returns the package.
     *
     * @return \stored_file|null
     */
    public function package(): ?\stored_file {
        $context = \context_system::instance()->id;
        $name = self::PACKAGE;
        return get_file_storage()->get_file($context, 'local_scormkit', 'package', $this->upload->id, '/', $name) ?: null;
    }

    /**
     * Deletes the files of an area.
     *
     * @param string $area chunk or package
     */
    private function empty(string $area): void {
        $context = \context_system::instance()->id;
        get_file_storage()->delete_area_files($context, 'local_scormkit', $area, $this->upload->id);
    }

    /**
     * Deletes all files.
     */
    public function delete(): void {
        $this->empty('chunk');
        $this->empty('package');
    }
}
