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
 * What scormkit.json says of a package of ours: enough to compare two versions of a course.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class description {
    /** @var string Its name in the package. */
    public const FILE = 'scormkit.json';

    /** @var string What stands for the fingerprint before it is known. */
    public const STAMP = '@scormkit-build@';

    /** @var int The largest that is read, in bytes. */
    private const LIMIT = 16777216;

    /**
     * Makes a description.
     *
     * @param array $data the decoded JSON
     */
    private function __construct(
        /** @var array The decoded JSON. */
        private readonly array $data,
    ) {
    }

    /**
     * Reads it from a package.
     *
     * @param archive $archive the package
     * @return self|null null for a package of another tool
     * @throws problem badpackage
     */
    public static function read(archive $archive): ?self {
        $text = $archive->content(self::FILE, self::LIMIT);
        if ($text === null) {
            return null;
        }
        $data = json_decode($text, true, 64);
        if (!is_array($data)) {
            throw new problem('badpackage', 'description');
        }
        if (!str_starts_with((string) ($data['generator'] ?? ''), 'scormkit')) {
            return null;
        }
        $whole = is_string($data['fingerprint'] ?? null) && is_array($data['stamped'] ?? null) && is_array($data['parts'] ?? null);
        if (!$whole || !preg_match('~^[0-9a-f]{16}$~D', $data['fingerprint'])) {
            throw new problem('badpackage', 'description');
        }
        return new self($data);
    }

    /**
     * Returns the fingerprint written into the package.
     *
     * @return string 16 hex digits
     */
    public function fingerprint(): string {
        return $this->data['fingerprint'];
    }

    /**
     * Returns the files that hold the fingerprint.
     *
     * @return string[]
     */
    public function stamped(): array {
        return array_filter($this->data['stamped'], 'is_string');
    }

    /**
     * Returns pages, questions and layouts, without what comparing doesn't need.
     *
     * @return array see the reference of the web service
     */
    public function inventory(): array {
        $inventory = [];
        foreach (['course', 'published', 'version', 'lang', 'edition', 'packaging'] as $name) {
            $inventory[$name] = (string) ($this->data[$name] ?? '');
        }
        $layouts = array_map(fn($one) => (string) ($one['digest'] ?? ''), (array) ($this->data['published_layouts'] ?? []));
        $inventory['layout'] = (int) ($this->data['layout'] ?? 0);
        $inventory['layouts'] = array_values($layouts);
        $inventory['parts'] = array_map([$this, 'part'], array_values(array_filter($this->data['parts'], 'is_array')));
        return $inventory;
    }

    /**
     * Returns one part with its pages.
     *
     * @param array $part as the package has it
     * @return array
     */
    private function part(array $part): array {
        $pages = [];
        foreach ((array) ($part['pages'] ?? []) as $page) {
            $questions = array_map(fn($one) => [
                (string) ($one['key'] ?? ''),
                (string) ($one['type'] ?? ''),
                array_map('intval', (array) ($one['options'] ?? [])),
            ], (array) ($page['questions'] ?? []));
            $pages[] = [
                'id' => (string) ($page['id'] ?? ''),
                'published' => (string) ($page['published'] ?? $page['id'] ?? ''),
                'kind' => (string) ($page['kind'] ?? ''),
                'questions' => array_values($questions),
            ];
        }
        return ['id' => (string) ($part['id'] ?? ''), 'published' => (string) ($part['published'] ?? ''), 'pages' => $pages];
    }
}
