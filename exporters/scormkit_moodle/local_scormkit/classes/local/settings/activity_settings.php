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
 * The settings of a SCORM activity: from Moodle's columns to our words, and back.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_settings {
    /** @var array[] Word of ours => [column of scorm, its values by our words]. */
    private const CHOICES = [
        'grade' => [
            'method' => ['grademethod', ['scos' => 0, 'highest' => 1, 'average' => 2, 'sum' => 3]],
        ],
        'attempts' => [
            'what' => ['whatgrade', ['highest' => 0, 'average' => 1, 'first' => 2, 'last' => 3]],
            'forcenew' => ['forcenewattempt', ['no' => 0, 'completed' => 1, 'always' => 2]],
        ],
        'display' => [
            'window' => ['popup', ['current' => 0, 'new' => 1]],
            'skipview' => ['skipview', ['never' => 0, 'first' => 1, 'always' => 2]],
            'toc' => ['hidetoc', ['side' => 0, 'hidden' => 1, 'popup' => 2, 'disabled' => 3]],
            'nav' => ['nav', ['no' => 0, 'under' => 1, 'floating' => 2]],
            'attemptstatus' => ['displayattemptstatus', ['no' => 0, 'all' => 1, 'dashboard' => 2, 'entry' => 3]],
        ],
    ];

    /** @var array[] Word of ours => column of scorm that is 0 or 1. */
    private const FLAGS = [
        'attempts' => ['locklast' => 'lastattemptlock', 'forcecompleted' => 'forcecompleted',
            'masteryoverride' => 'masteryoverride'],
        'display' => ['hidebrowse' => 'hidebrowse', 'structure' => 'displaycoursestructure', 'autocontinue' => 'auto',
            'autocommit' => 'autocommit'],
    ];

    /** @var array[] Word of ours => column of scorm that is a number. */
    private const NUMBERS = [
        'grade' => ['max' => 'maxgrade'],
        'attempts' => ['max' => 'maxattempt'],
        'display' => ['width' => 'width', 'height' => 'height'],
    ];

    /**
     * Returns the definitions of all settings.
     *
     * @return array[]
     */
    public static function definitions(): array {
        $parts = [
            'grade' => ['max' => ['integer', 0, 100], 'pass' => ['number?', 0, 100], 'weight' => ['number?', 0, 10000]],
            'attempts' => ['max' => ['integer', 0, 6]],
            'display' => ['width' => ['integer', 1, 10000], 'height' => ['integer', 1, 10000]],
        ];
        foreach (self::CHOICES as $part => $choices) {
            $parts[$part] += array_map(fn($choice) => ['choice', array_keys($choice[1])], $choices);
        }
        foreach (self::FLAGS as $part => $flags) {
            $parts[$part] += array_map(fn() => ['bool'], $flags);
        }
        return [
            'name' => ['text', 1, 255],
            'intro' => ['html'],
            'showintro' => ['bool'],
            'visible' => ['choice', [true, false, 'stealth']],
            'opens' => ['time'],
            'closes' => ['time'],
            'completion' => ['whole', activity_completion::definitions(), activity_completion::NONE],
            'grade' => ['part', $parts['grade']],
            'attempts' => ['part', $parts['attempts']],
            'display' => ['part', $parts['display']],
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
        $checked = schema::check(self::definitions(), $wanted);
        if (isset($checked['completion'])) {
            $checked['completion'] = activity_completion::tidy($checked['completion']);
        }
        if (array_key_exists('weight', $checked['grade'] ?? []) && $checked['grade']['weight'] === null) {
            unset($checked['grade']['weight']); // Null says: leave it to Moodle.
        }
        return $checked;
    }

    /**
     * Reads what Moodle has.
     *
     * @param \stdClass $row of {@see \local_scormkit\local\activities}
     * @param string[] $keys key of each managed activity of the course, by course module
     * @return array all settings
     */
    public static function read(\stdClass $row, array $keys): array {
        $visible = $row->sectionvisible ? $row->visible : $row->visibleold;
        return [
            'name' => $row->name,
            'intro' => (string) $row->intro,
            'showintro' => (bool) $row->showdescription,
            'visible' => $visible && !$row->visibleoncoursepage ? 'stealth' : (bool) $visible,
            'opens' => (int) $row->timeopen,
            'closes' => (int) $row->timeclose,
            'completion' => activity_completion::read($row),
            'grade' => self::read_part('grade', $row) + ['pass' => self::number($row->gradepass, true),
                'weight' => self::read_weight($row)],
            'attempts' => self::read_part('attempts', $row),
            'display' => self::read_part('display', $row),
        ] + availability::read($row->availability, $keys);
    }

    /**
     * Reads one part.
     *
     * @param string $part grade, attempts or display
     * @param \stdClass $row of Moodle
     * @return array
     */
    private static function read_part(string $part, \stdClass $row): array {
        $values = [];
        foreach (self::CHOICES[$part] ?? [] as $name => [$column, $words]) {
            $values[$name] = array_search((int) $row->$column, $words, true);
        }
        foreach (self::FLAGS[$part] ?? [] as $name => $column) {
            $values[$name] = (bool) $row->$column;
        }
        foreach (self::NUMBERS[$part] ?? [] as $name => $column) {
            $values[$name] = (int) $row->$column;
        }
        return $values;
    }

    /**
     * Returns a number of the gradebook.
     *
     * @param mixed $value a decimal, or null
     * @param bool $zeroisnone whether 0 stands for none
     * @return float|null
     */
    private static function number(mixed $value, bool $zeroisnone = false): ?float {
        return $value === null || ($zeroisnone && !(float) $value) ? null : round((float) $value, 5);
    }

    /**
     * Reads the weight, which stands in one column or the other.
     *
     * @param \stdClass $row of Moodle
     * @return float|null null: Moodle's own
     */
    private static function read_weight(\stdClass $row): ?float {
        if ((int) $row->aggregation === GRADE_AGGREGATE_SUM) {
            return $row->weightoverride ? self::number($row->aggregationcoef2) : null;
        }
        return (int) $row->aggregation === GRADE_AGGREGATE_WEIGHTED_MEAN ? self::number($row->aggregationcoef) : null;
    }

    /**
     * Writes settings into what Moodle's own functions take.
     *
     * @param array $settings all, or those to set in a new activity
     * @param \stdClass $data module info, changed
     */
    public static function write(array $settings, \stdClass $data): void {
        foreach (['name' => 'name', 'opens' => 'timeopen', 'closes' => 'timeclose'] as $name => $column) {
            $data->$column = $settings[$name] ?? $data->$column;
        }
        if (isset($settings['intro'])) {
            $data->introeditor = ['text' => $settings['intro'], 'format' => FORMAT_HTML,
                'itemid' => $data->introeditor['itemid'] ?? file_get_unused_draft_itemid()];
        }
        if (isset($settings['showintro'])) {
            $data->showdescription = (int) $settings['showintro'];
        }
        if (isset($settings['visible'])) {
            $data->visible = $settings['visible'] ? 1 : 0;
            $data->visibleoncoursepage = $settings['visible'] === 'stealth' ? 0 : 1;
        }
        foreach (['grade', 'attempts', 'display'] as $part) {
            self::write_part($part, $settings[$part] ?? [], $data);
        }
    }

    /**
     * Writes one part.
     *
     * @param string $part grade, attempts or display
     * @param array $values by our words
     * @param \stdClass $data module info, changed
     */
    private static function write_part(string $part, array $values, \stdClass $data): void {
        foreach (self::CHOICES[$part] ?? [] as $name => [$column, $words]) {
            $data->$column = isset($values[$name]) ? $words[$values[$name]] : $data->$column;
        }
        foreach ((self::FLAGS[$part] ?? []) + (self::NUMBERS[$part] ?? []) as $name => $column) {
            $data->$column = isset($values[$name]) ? (int) $values[$name] : $data->$column;
        }
    }
}
