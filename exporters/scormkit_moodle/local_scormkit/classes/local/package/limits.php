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

/**
 * How large a package may be.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class limits {
    /**
     * Makes limits.
     *
     * @param int $package bytes of the zip
     * @param int $expanded bytes of all files together
     * @param int $entries number of entries
     */
    public function __construct(
        /** @var int Bytes of the zip. */
        public readonly int $package,
        /** @var int Bytes of all files together. */
        public readonly int $expanded,
        /** @var int Number of entries. */
        public readonly int $entries,
    ) {
    }

    /**
     * Returns the limits of this site in a place.
     *
     * @param \context|null $context where a package shall go: its course may have a limit
     * @return self
     */
    public static function at(?\context $context = null): self {
        global $CFG, $DB;
        $config = get_config('local_scormkit');
        $sizes = [(int) ($config->maxpackage ?? 512) * 1048576];
        $context ??= \context_system::instance();
        if (!has_capability('moodle/course:ignorefilesizelimits', $context)) {
            $sizes[] = (int) ($CFG->maxbytes ?? 0);
            $course = $context->get_course_context(false);
            $sizes[] = $course ? (int) $DB->get_field('course', 'maxbytes', ['id' => $course->instanceid]) : 0;
        }
        return new self(
            min(array_filter($sizes)),
            (int) ($config->maxexpanded ?? 2048) * 1048576,
            (int) ($config->maxentries ?? 20000)
        );
    }
}
