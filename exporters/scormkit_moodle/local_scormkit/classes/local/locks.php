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
 * One publisher at a time: a lock for the key of the course, and one for the course in Moodle.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class locks {
    /** @var \core\lock\lock[] Held, in the order in which they were taken. */
    private array $held = [];

    /**
     * Takes the lock of a course's key.
     *
     * @param string $coursekey the key of the course
     * @param int|null $wait seconds, null for the setting's
     * @throws problem locked
     */
    public function __construct(
        /** @var string The key of the course. */
        private readonly string $coursekey,
        /** @var int|null Seconds to wait. */
        private readonly ?int $wait = null,
    ) {
        $this->take('key_' . sha1($coursekey));
    }

    /**
     * Takes the lock of a course in Moodle, since two keys may mean one course.
     *
     * @param int $courseid its number, 0 for none yet
     */
    public function course(int $courseid): void {
        if ($courseid) {
            $this->take('course_' . $courseid);
        }
    }

    /**
     * Takes a lock.
     *
     * @param string $resource its name
     */
    private function take(string $resource): void {
        $wait = $this->wait ?? (int) (get_config('local_scormkit', 'lockwait') ?: 20);
        $lock = \core\lock\lock_config::get_lock_factory('local_scormkit')->get_lock($resource, $wait, HOURSECS);
        if (!$lock) {
            $this->release();
            throw new problem('locked', $this->coursekey);
        }
        $this->held[] = $lock;
    }

    /**
     * Lets all locks go.
     */
    public function release(): void {
        foreach (array_reverse($this->held) as $lock) {
            $lock->release();
        }
        $this->held = [];
    }
}
