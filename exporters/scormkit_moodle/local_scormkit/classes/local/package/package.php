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
 * A package that was checked whole: what it is, and what Moodle will make of it.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class package {
    /**
     * Makes a package; see {@see inspect}.
     *
     * @param string $fingerprint 16 hex digits over its files
     * @param string $sha256 of the zip
     * @param string $contenthash SHA-1 of the zip, as the file pool calls it
     * @param int $size bytes of the zip
     * @param int $expanded bytes of all files
     * @param string $version SCORM_1.2 or SCORM_1.3
     * @param string[] $identifiers identifier => launched file, or ''
     * @param array $inventory pages, questions, layouts; empty for another tool's package
     * @param string[] $hashes SHA-1 of each file, sorted
     */
    private function __construct(
        /** @var string 16 hex digits over its files. */
        public readonly string $fingerprint,
        /** @var string Of the zip. */
        public readonly string $sha256,
        /** @var string SHA-1 of the zip, as the file pool calls it. */
        public readonly string $contenthash,
        /** @var int Bytes of the zip. */
        public readonly int $size,
        /** @var int Bytes of all files. */
        public readonly int $expanded,
        /** @var string SCORM_1.2 or SCORM_1.3. */
        public readonly string $version,
        /** @var string[] Identifier => launched file, or ''. */
        public readonly array $identifiers,
        /** @var array Pages, questions, layouts; empty for another tool's package. */
        public readonly array $inventory,
        /** @var string[] SHA-1 of each file, sorted. */
        public readonly array $hashes,
    ) {
    }

    /**
     * Checks a package whole, or takes from the cache what it was found to be.
     *
     * @param \stored_file $file the zip
     * @param limits $limits what is allowed
     * @param string|null $sha256 of the zip, where it is known
     * @return self
     * @throws problem badpackage, toolarge
     */
    public static function inspect(\stored_file $file, limits $limits, ?string $sha256 = null): self {
        if ($file->get_filesize() > $limits->package) {
            throw new problem('toolarge', (string) $limits->package);
        }
        $cache = \cache::make('local_scormkit', 'packages');
        $name = $file->get_contenthash() . '_' . $limits->entries . '_' . $limits->expanded;
        $known = $cache->get($name);
        if (is_array($known)) {
            return new self(...$known);
        }
        $path = $file->copy_content_to_temp();
        if (!$path) {
            throw new problem('diskfull', (string) $file->get_filesize());
        }
        try {
            $package = self::read($path, $limits, $sha256, $file->get_contenthash());
        } finally {
            unlink($path);
        }
        $cache->set($name, get_object_vars($package));
        return $package;
    }

    /**
     * Checks the zip at a path.
     *
     * @param string $path where it is
     * @param limits $limits what is allowed
     * @param string|null $sha256 of the zip, where it is known
     * @param string|null $sha1 of the zip, where it is known
     * @return self
     * @throws problem badpackage
     */
    public static function read(string $path, limits $limits, ?string $sha256 = null, ?string $sha1 = null): self {
        $archive = new archive($path, $limits);
        $xml = $archive->content('imsmanifest.xml', manifest::LIMIT);
        if ($xml === null) {
            throw new problem('badpackage', 'nomanifest');
        }
        $manifest = new manifest($xml);
        self::check_launches($manifest, $archive);
        $ours = description::read($archive);
        [$fingerprint, $hashes] = self::digest($archive, $ours);
        if ($ours && $ours->fingerprint() !== $fingerprint) {
            throw new problem('badpackage', 'fingerprint');
        }
        return new self(
            $fingerprint,
            $sha256 ?? hash_file('sha256', $path),
            $sha1 ?? sha1_file($path),
            filesize($path),
            $archive->expanded(),
            $manifest->version,
            $manifest->identifiers,
            $ours ? $ours->inventory() : [],
            $hashes
        );
    }

    /**
     * Refuses a package in which a launched file is missing.
     *
     * @param manifest $manifest what is launched
     * @param archive $archive what is there
     */
    private static function check_launches(manifest $manifest, archive $archive): void {
        foreach (array_filter($manifest->identifiers) as $href) {
            $path = preg_replace('~[?#].*$~s', '', $href);
            $there = isset($archive->files[$path]) || isset($archive->files[rawurldecode($path)]);
            if (!$there && !preg_match('~^(?:[a-z][a-z0-9+.-]*:|//)~i', $href)) {
                throw new problem('badpackage', 'missingfile', $href);
            }
        }
    }

    /**
     * Reads every file once.
     *
     * @param archive $archive the files
     * @param description|null $ours which of them hold the fingerprint
     * @return array the fingerprint by the rule of `scormkit build`, and the SHA-1 of each file
     */
    private static function digest(archive $archive, ?description $ours): array {
        $stamped = array_flip($ours ? $ours->stamped() : []);
        $lines = [];
        $hashes = [];
        foreach (array_keys($archive->files) as $name) {
            $stamp = isset($stamped[$name]) ? $ours->fingerprint() : null;
            [$sha256, $hashes[]] = digests::of_file($archive, (string) $name, $stamp);
            $lines[] = $sha256 . ' ' . $name . "\n";
        }
        sort($lines, SORT_STRING);
        sort($hashes, SORT_STRING);
        return [substr(digests::of('sha256', implode('', $lines)), 0, 16), $hashes];
    }
}
