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

use local_scormkit\local\access;
use local_scormkit\local\problem;
use local_scormkit\local\settings\schema;

/**
 * What an act demands of the plan and of the site, and of the result.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait checks {
    /** @var \context_course|null The course's context, once it was entered. */
    private ?\context_course $context = null;

    /**
     * Refuses a step whose key is taken or not there, and a plan that was made on something else.
     */
    protected function check_base(): void {
        if ($this->step->action === 'create') {
            if ($this->item) {
                throw new problem('keytaken', $this->step->key->text);
            }
            return;
        }
        if (!$this->item) {
            throw new problem('notmanaged', $this->step->key->text);
        }
        $found = ['revision' => (int) $this->item->revision, 'fingerprint' => $this->fingerprint(), 'state' => $this->state];
        foreach ($found as $name => $value) {
            $base = $this->step->base[$name] ?? '';
            if ($base !== '' && $base !== $value) {
                throw new problem('stale', $name);
            }
        }
    }

    /**
     * Refuses a place in another course than the one that the key begins with.
     *
     * @param string[] $names what else a place may have
     */
    protected function check_course(array $names): void {
        $place = $this->step->place;
        $course = $place['course'] ?? $this->step->key->course;
        $courseid = $place['courseid'] ?? $this->courseid();
        $unknown = array_diff(array_keys($place), ['course', 'courseid'], $names);
        if ($unknown || $course !== $this->step->key->course || $courseid !== $this->courseid()) {
            throw new problem('badrequest', 'place');
        }
    }

    /**
     * Demands a capability in the course.
     *
     * @param string[] $capabilities their names
     */
    protected function demand(array $capabilities): void {
        $this->context ??= access::enter($this->courseid());
        foreach ($capabilities as $capability) {
            access::demand($capability, $this->context);
        }
    }

    /**
     * Refuses a result in which Moodle didn't keep what was wanted.
     *
     * @param array $read settings as Moodle has them after the change
     */
    protected function verify_settings(array $read): void {
        $lost = schema::differences($this->definitions(), $read, $this->wanted);
        if ($lost) {
            throw new problem('moodlefailed', implode(' ', $lost));
        }
    }
}
