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

namespace local_scormkit\local\act;

use local_scormkit\local\items;
use local_scormkit\local\problem;

/**
 * Where in its course an activity shall be.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class place {
    /** @var int|null Id of the section; null for one that isn't there yet. */
    public ?int $sectionid;

    /** @var int Number of the section. */
    public int $number = 0;

    /** @var int|null The course module that shall follow; null for the end. */
    public ?int $before = null;

    /** @var bool Whether anything is said of what follows. */
    public readonly bool $ordered;

    /**
     * Finds a place.
     *
     * @param int $courseid the course
     * @param array $wanted as sent: section (key or number), before (key or '')
     * @param \stdClass|null $activity where it is now, see {@see \local_scormkit\local\activities}
     * @throws problem badrequest, notmanaged
     */
    public function __construct(
        /** @var int The course. */
        private readonly int $courseid,
        array $wanted,
        /** @var \stdClass|null Where it is now. */
        private readonly ?\stdClass $activity,
    ) {
        if (!is_string($wanted['before'] ?? '')) {
            throw new problem('badrequest', 'place.before');
        }
        $this->find_section($wanted['section'] ?? ($activity ? (int) $activity->sectionnumber : 0));
        $this->ordered = isset($wanted['before']);
        if (($wanted['before'] ?? '') !== '') {
            $before = items::demand('activity', $wanted['before']);
            $this->before = (int) $before->cmid;
            if ((int) $before->courseid !== $courseid || !in_array($this->before, $this->sequence(), true)) {
                throw new problem('badrequest', 'place.before');
            }
        }
    }

    /**
     * Finds the section.
     *
     * @param mixed $wanted key or number
     */
    private function find_section(mixed $wanted): void {
        global $DB;
        if (is_string($wanted)) {
            $item = items::demand('section', $wanted);
            $select = ['id' => $item->sectionid, 'course' => $this->courseid];
        } else if (is_int($wanted) && $wanted >= 0 && $wanted <= 1000) {
            $select = ['course' => $this->courseid, 'section' => $wanted];
        } else {
            throw new problem('badrequest', 'place.section');
        }
        $section = $DB->get_record('course_sections', $select, 'id, section');
        if (!$section && is_string($wanted)) {
            throw new problem('badrequest', 'place.section');
        }
        $this->sectionid = $section ? (int) $section->id : null;
        $this->number = $section ? (int) $section->section : $wanted;
    }

    /**
     * Returns the course modules of the section, in order.
     *
     * @return int[]
     */
    private function sequence(): array {
        global $DB;
        $sequence = $this->sectionid ? $DB->get_field('course_sections', 'sequence', ['id' => $this->sectionid]) : '';
        return array_map('intval', array_filter(explode(',', (string) $sequence)));
    }

    /**
     * Returns whether the section has to be made.
     *
     * @return bool
     */
    public function makes_section(): bool {
        return $this->sectionid === null;
    }

    /**
     * Returns whether the activity is elsewhere now.
     *
     * @return bool
     */
    public function moves(): bool {
        if (!$this->activity) {
            return false;
        }
        if ((int) $this->activity->sectionid !== $this->sectionid) {
            return true;
        }
        $sequence = $this->sequence();
        $next = $sequence[array_search((int) $this->activity->cmid, $sequence, true) + 1] ?? null;
        return $this->ordered && $next !== $this->before && $this->before !== (int) $this->activity->cmid;
    }
}
