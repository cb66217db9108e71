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

namespace local_scormkit\local\settings;

/**
 * The settings of a section.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class section_settings {
    /**
     * Returns the definitions of all settings.
     *
     * @return array[]
     */
    public static function definitions(): array {
        return [
            'name' => ['text', 1, 255],
            'summary' => ['html'],
            'visible' => ['bool'],
            'requires' => ['keys'],
            'requiresshown' => ['bool'],
            'availability' => ['tree?'],
        ];
    }

    /**
     * Checks wanted settings.
     *
     * @param mixed $wanted as sent
     * @return array
     * @throws \local_scormkit\local\problem badsetting
     */
    public static function check(mixed $wanted): array {
        return schema::check(self::definitions(), $wanted);
    }

    /**
     * Reads what Moodle has.
     *
     * @param \stdClass $section row of course_sections
     * @param string[] $keys key of each managed activity of the course, by course module
     * @return array all settings
     */
    public static function read(\stdClass $section, array $keys): array {
        return [
            'name' => (string) $section->name,
            'summary' => (string) $section->summary,
            'visible' => (bool) $section->visible,
        ] + availability::read($section->availability, $keys);
    }
}
