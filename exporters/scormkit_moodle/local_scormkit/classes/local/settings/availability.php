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

use local_scormkit\local\problem;

/**
 * Restrict access: the activities that must be complete first, and a tree of Moodle's own conditions besides.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class availability {
    /**
     * Checks a tree of conditions and brings it into its one form.
     *
     * @param mixed $tree as sent
     * @param string $path its name
     * @return array with op, c and show
     * @throws problem badsetting
     */
    public static function check(mixed $tree, string $path): array {
        $ops = ['&', '|', '!&', '!|'];
        if (!is_array($tree) || !in_array($tree['op'] ?? null, $ops, true) || !is_array($tree['c'] ?? null)) {
            throw new problem('badsetting', $path);
        }
        $checked = self::normal($tree);
        try {
            new \core_availability\tree(json_decode(json_encode(self::inner($checked))), false, false);
        } catch (\moodle_exception $refused) {
            throw new problem('badsetting', $path, $refused->getMessage());
        }
        return $checked;
    }

    /**
     * Returns a tree with one flag for whether it is shown while it is not met.
     *
     * @param array $tree with show, showc or neither
     * @return array with op, c and show
     */
    private static function normal(array $tree): array {
        $show = $tree['show'] ?? !in_array(false, $tree['showc'] ?? [], true);
        return ['op' => $tree['op'], 'c' => array_values($tree['c']), 'show' => (bool) $show];
    }

    /**
     * Returns a tree as it stands inside another one.
     *
     * @param array $tree with op, c and show
     * @return array with op and c
     */
    private static function inner(array $tree): array {
        return ['op' => $tree['op'], 'c' => $tree['c']];
    }

    /**
     * Reads what Moodle has.
     *
     * @param string|null $json of Moodle
     * @param string[] $keys key of each managed activity of the course, by course module
     * @return array with requires, requiresshown and availability
     */
    public static function read(?string $json, array $keys): array {
        $tree = json_decode((string) $json, true);
        $read = ['requires' => [], 'requiresshown' => true, 'availability' => null];
        if (!is_array($tree) || empty($tree['c'])) {
            return $read;
        }
        if ($tree['op'] !== '&') {
            return ['availability' => self::normal($tree)] + $read;
        }
        $rest = [];
        foreach (array_values($tree['c']) as $place => $condition) {
            $shown = (bool) ($tree['showc'][$place] ?? true);
            $completes = ($condition['type'] ?? '') === 'completion' && (int) ($condition['e'] ?? 0) === COMPLETION_COMPLETE;
            if ($completes && isset($keys[$condition['cm']])) {
                $read['requires'][] = $keys[$condition['cm']];
                $read['requiresshown'] = $read['requiresshown'] && $shown;
            } else {
                $rest[] = [$condition, $shown];
            }
        }
        sort($read['requires']);
        return ['availability' => self::of_rest($rest)] + $read;
    }

    /**
     * Returns the tree of the conditions that are not of ours.
     *
     * @param array[] $rest pairs of condition and whether it is shown
     * @return array|null with op, c and show
     */
    private static function of_rest(array $rest): ?array {
        if (!$rest) {
            return null;
        }
        if (count($rest) === 1 && isset($rest[0][0]['op'])) {
            return self::normal(['show' => $rest[0][1]] + $rest[0][0]);
        }
        return self::normal(['op' => '&', 'c' => array_column($rest, 0), 'showc' => array_column($rest, 1)]);
    }

    /**
     * Returns what Moodle shall have.
     *
     * @param array $settings with requires, requiresshown and availability
     * @param int[] $cmids course module of each managed activity of the course, by key
     * @return string|null JSON, null for no restriction
     * @throws problem badsetting where an activity isn't there
     */
    public static function build(array $settings, array $cmids): ?string {
        $conditions = [];
        $shown = [];
        foreach ($settings['requires'] ?? [] as $key) {
            if (!isset($cmids[$key])) {
                throw new problem('badsetting', 'requires: ' . $key);
            }
            $conditions[] = ['type' => 'completion', 'cm' => (int) $cmids[$key], 'e' => COMPLETION_COMPLETE];
            $shown[] = $settings['requiresshown'] ?? true;
        }
        if (!empty($settings['availability']['c'])) {
            $conditions[] = self::inner($settings['availability']);
            $shown[] = $settings['availability']['show'];
        }
        return $conditions ? json_encode(['op' => '&', 'c' => $conditions, 'showc' => $shown]) : null;
    }

    /**
     * Refuses restrictions where the site or the course can't hold them.
     *
     * @param array $wanted settings
     * @param \stdClass|null $course the course, null while there is none
     * @throws problem availabilityoff, completionoff
     */
    public static function demand(array $wanted, ?\stdClass $course): void {
        global $CFG;
        if ((!empty($wanted['requires']) || !empty($wanted['availability'])) && empty($CFG->enableavailability)) {
            throw new problem('availabilityoff', empty($wanted['requires']) ? 'availability' : 'requires');
        }
        if (!empty($wanted['requires']) && (empty($CFG->enablecompletion) || ($course && empty($course->enablecompletion)))) {
            throw new problem('completionoff', 'requires');
        }
    }
}
