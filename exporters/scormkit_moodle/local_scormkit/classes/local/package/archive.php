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

namespace local_scormkit\local\package;

use local_scormkit\local\problem;

/**
 * Reads a zip entry by entry and refuses what could do harm, before anything is extracted.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class archive {
    /** @var int How many bytes are read at once. */
    private const PIECE = 1048576;

    /** @var int Below this expanded size no ratio is suspect. */
    private const SMALL = 104857600;

    /** @var \ZipArchive The open zip. */
    private \ZipArchive $zip;

    /** @var array[] Name => index and size of each file, as the zip lists them. */
    public readonly array $files;

    /**
     * Opens a zip and checks its list of entries.
     *
     * @param string $path where the zip is
     * @param limits $limits what is allowed
     * @throws problem badpackage
     */
    public function __construct(string $path, limits $limits) {
        $this->zip = new \ZipArchive();
        if ($this->zip->open($path, \ZipArchive::RDONLY) !== true) {
            throw new problem('badpackage', 'notazip');
        }
        if ($this->zip->numFiles > $limits->entries) {
            throw new problem('badpackage', 'toomany');
        }
        $this->files = $this->list_files();
        $this->check_size($limits, filesize($path));
    }

    /**
     * Checks each entry and returns the files.
     *
     * @return array[]
     */
    private function list_files(): array {
        $files = [];
        $cleaned = [];
        for ($index = 0; $index < $this->zip->numFiles; $index++) {
            $entry = $this->zip->statIndex($index, \ZipArchive::FL_ENC_RAW);
            $this->check_entry($entry, $index);
            $clean = clean_param($entry['name'], PARAM_PATH);
            if (isset($files[$entry['name']]) || isset($cleaned[$clean])) {
                throw new problem('badpackage', 'duplicate', $entry['name']);
            }
            $cleaned[$clean] = true;
            if (!str_ends_with($entry['name'], '/')) {
                $files[$entry['name']] = ['index' => $index, 'size' => $entry['size'], 'crc' => $entry['crc']];
            }
        }
        return $files;
    }

    /**
     * Refuses an entry that leads out, is a link, or is encrypted.
     *
     * @param array $entry as the zip describes it
     * @param int $index its place
     */
    private function check_entry(array $entry, int $index): void {
        $name = $entry['name'];
        $leadsout = in_array('..', explode('/', $name), true) || $name[0] === '/' || preg_match('~^[A-Za-z]:~', $name);
        if ($leadsout || preg_match('~[\\\\\x00-\x1f\x7f]~', $name) || !mb_check_encoding($name, 'UTF-8')) {
            throw new problem('badpackage', 'path', $name);
        }
        if (!empty($entry['encryption_method'])) {
            throw new problem('badpackage', 'encrypted', $name);
        }
        $this->zip->getExternalAttributesIndex($index, $system, $attributes);
        $type = ($attributes >> 16) & 0170000;
        if ($system === \ZipArchive::OPSYS_UNIX && $type !== 0 && $type !== 0100000 && $type !== 0040000) {
            throw new problem('badpackage', 'link', $name);
        }
    }

    /**
     * Refuses a bomb by what the entries say; {@see pieces} holds them to it.
     *
     * @param limits $limits what is allowed
     * @param int $compressed size of the zip in bytes
     */
    private function check_size(limits $limits, int $compressed): void {
        $expanded = $this->expanded();
        if ($expanded > $limits->expanded || ($expanded > self::SMALL && $expanded > 100 * $compressed)) {
            throw new problem('badpackage', 'expanded');
        }
    }

    /**
     * Returns the size of all files together.
     *
     * @return int bytes
     */
    public function expanded(): int {
        return array_sum(array_column($this->files, 'size'));
    }

    /**
     * Yields the content of a file in pieces, and refuses one that is not as listed.
     *
     * @param string $name one of the files
     * @return \Generator<string>
     */
    public function pieces(string $name): \Generator {
        ['index' => $index, 'size' => $size, 'crc' => $crc] = $this->files[$name];
        $stream = $this->zip->getStream($this->zip->getNameIndex($index));
        if (!$stream) {
            throw new problem('badpackage', 'damaged', $name);
        }
        $sum = hash_init('crc32b');
        $length = 0;
        while ($length <= $size && !feof($stream)) {
            $piece = @fread($stream, self::PIECE);
            if ($piece === false || $piece === '') {
                break;
            }
            $length += strlen($piece);
            hash_update($sum, $piece);
            yield $piece;
        }
        fclose($stream);
        if ($length !== $size || hexdec(hash_final($sum)) !== ($crc & 0xffffffff)) {
            throw new problem('badpackage', 'damaged', $name);
        }
    }

    /**
     * Returns the content of a file.
     *
     * @param string $name its name
     * @param int $limit the most bytes to read
     * @return string|null null where there is no such file
     */
    public function content(string $name, int $limit): ?string {
        if (!isset($this->files[$name])) {
            return null;
        }
        if ($this->files[$name]['size'] > $limit) {
            throw new problem('badpackage', 'expanded', $name);
        }
        return implode('', iterator_to_array($this->pieces($name), false));
    }
}
