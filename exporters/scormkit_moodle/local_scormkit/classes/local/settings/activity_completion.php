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
 * When a SCORM activity is complete: from Moodle's columns to our words, and back.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_completion {
    /** @var string[] Completion as it is by default. */
    public const NONE = ['mode' => 'none', 'view' => false, 'status' => [], 'allscos' => false, 'score' => null,
        'expected' => 0];

    /** @var int[] Bits of a required status. */
    private const STATUS = ['passed' => 2, 'completed' => 4];

    /** @var int[] Completion tracking. */
    private const MODES = ['none' => COMPLETION_TRACKING_NONE, 'manual' => COMPLETION_TRACKING_MANUAL,
        'automatic' => COMPLETION_TRACKING_AUTOMATIC];

    /**
     * Returns the definitions of its keys.
     *
     * @return array[]
     */
    public static function definitions(): array {
        return ['mode' => ['choice', array_keys(self::MODES)], 'view' => ['bool'],
            'status' => ['list', array_keys(self::STATUS)], 'allscos' => ['bool'], 'score' => ['integer?', 1, 100],
            'expected' => ['time']];
    }

    /**
     * Returns completion without what its mode has no use for.
     *
     * @param array $completion all its keys
     * @return array
     */
    public static function tidy(array $completion): array {
        if ($completion['mode'] !== 'automatic') {
            $kept = ['mode' => $completion['mode'], 'expected' => $completion['mode'] === 'none' ? 0 : $completion['expected']];
            return array_merge(self::NONE, $kept);
        }
        return array_merge(self::NONE, $completion);
    }

    /**
     * Reads completion.
     *
     * @param \stdClass $row of Moodle
     * @return array
     */
    public static function read(\stdClass $row): array {
        $bits = (int) $row->completionstatusrequired;
        $status = array_keys(array_filter(self::STATUS, fn($bit) => $bits & $bit));
        return self::tidy([
            'mode' => array_search((int) $row->cmcompletion, self::MODES, true),
            'view' => (bool) $row->completionview,
            'status' => $status,
            'allscos' => (bool) $row->completionstatusallscos,
            'score' => $row->completionscorerequired ? (int) $row->completionscorerequired : null,
            'expected' => (int) $row->completionexpected,
        ]);
    }

    /**
     * Writes completion.
     *
     * @param array $completion all its keys
     * @param \stdClass $data module info, changed
     */
    public static function write(array $completion, \stdClass $data): void {
        $bits = array_sum(array_intersect_key(self::STATUS, array_flip($completion['status'])));
        $data->completionunlocked = 1;
        $data->completion = self::MODES[$completion['mode']];
        $data->completionview = (int) $completion['view'];
        $data->completionusegrade = 0;
        $data->completiongradeitemnumber = null;
        $data->completionpassgrade = 0;
        $data->completionstatusrequired = $bits ?: null;
        $data->completionstatusallscos = (int) $completion['allscos'];
        $data->completionscorerequired = $completion['score'];
        $data->completionexpected = $completion['expected'];
    }
}
