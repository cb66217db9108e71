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
 * The name under which something is published: COURSE, COURSE/SECTION, COURSE/ACTIVITY or COURSE/ACTIVITY@LANG.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class key {
    /** @var string One part of a key. */
    private const PART = '[A-Za-z0-9][A-Za-z0-9._-]*';

    /**
     * Makes a key.
     *
     * @param string $text the whole key
     * @param string $course its first part, the key of the course
     */
    private function __construct(
        /** @var string The whole key. */
        public readonly string $text,
        /** @var string The key of the course. */
        public readonly string $course,
    ) {
    }

    /**
     * Reads a key of one kind.
     *
     * @param string $text the key
     * @param string $kind course, section or activity
     * @return self
     * @throws problem badkey
     */
    public static function parse(string $text, string $kind): self {
        $rest = ['course' => '', 'section' => '/' . self::PART, 'activity' => '/' . self::PART . '(?:@' . self::PART . ')?'];
        if (!isset($rest[$kind])) {
            throw new problem('badrequest', 'kind');
        }
        $pattern = '~^(' . self::PART . ')' . $rest[$kind] . '$~D';
        if (\core_text::strlen($text) > 255 || !preg_match($pattern, $text, $found)) {
            throw new problem('badkey', $text);
        }
        return new self($text, $found[1]);
    }

    /**
     * Returns a file name for a package of this key.
     *
     * @return string ASCII, ends in .zip
     */
    public function filename(): string {
        return \core_text::substr(strtr($this->text, ['/' => '-', '@' => '-']), -100) . '.zip';
    }
}
