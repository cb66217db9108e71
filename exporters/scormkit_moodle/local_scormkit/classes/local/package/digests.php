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
 * SHA-256 and SHA-1 of one content, by OpenSSL where it can be: that is several times faster than PHP's own.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class digests {
    /** @var int Contents up to this size are held in memory and digested at once. */
    private const WHOLE = 16777216;

    /**
     * Digests a text.
     *
     * @param string $algorithm sha256 or sha1
     * @param string $text any bytes
     * @return string hex digits
     */
    public static function of(string $algorithm, string $text): string {
        return function_exists('openssl_digest') ? openssl_digest($text, $algorithm) : hash($algorithm, $text);
    }

    /**
     * Digests a file of a package.
     *
     * @param archive $archive the package
     * @param string $name of the file
     * @param string|null $stamp the fingerprint that stands in the file, null for none
     * @return string[] SHA-256 with the stamp as it was before it was known, and SHA-1
     */
    public static function of_file(archive $archive, string $name, ?string $stamp): array {
        $large = $archive->files[$name]['size'] > self::WHOLE;
        if ($large && $stamp !== null) {
            throw new problem('badpackage', 'description', $name); // No file that holds the fingerprint is so large.
        }
        if (!$large) {
            $text = implode('', iterator_to_array($archive->pieces($name), false));
            $before = $stamp === null ? $text : str_replace($stamp, description::STAMP, $text);
            return [self::of('sha256', $before), self::of('sha1', $text)];
        }
        $sha256 = hash_init('sha256');
        $sha1 = hash_init('sha1');
        foreach ($archive->pieces($name) as $piece) {
            hash_update($sha256, $piece);
            hash_update($sha1, $piece);
        }
        return [hash_final($sha256), hash_final($sha1)];
    }
}
