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
 * Checks settings against a definition: which keys there are, and which values each may have.
 *
 * A definition is a list: the name of a type, then what the type needs: ['text', 1, 255], ['bool'], ['time'],
 * ['number', 0, 100], ['integer', 0, 6], ['choice', [...]], ['list', [...]], ['keys'], ['tree'], ['html'],
 * ['part', [key => definition]] (keys may be absent)
 * or ['whole', [key => definition], [key => default]]. A question mark after the type allows null.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class schema {
    /**
     * Checks settings.
     *
     * @param array[] $definitions key => definition
     * @param mixed $values as sent
     * @param string $path of the settings, '' at the top
     * @return array the values, in the order of the definitions
     * @throws problem badsetting
     */
    public static function check(array $definitions, mixed $values, string $path = ''): array {
        if (!is_array($values)) {
            throw new problem('badsetting', $path);
        }
        foreach (array_keys($values) as $name) {
            if (!isset($definitions[$name])) {
                throw new problem('badsetting', $path . $name);
            }
        }
        $checked = [];
        foreach ($definitions as $name => $definition) {
            if (array_key_exists($name, $values)) {
                $checked[$name] = self::value($definition, $values[$name], $path . $name);
            }
        }
        return $checked;
    }

    /**
     * Checks one value.
     *
     * @param array $definition its type and what the type needs
     * @param mixed $value as sent
     * @param string $path its name
     * @return mixed the value in its one form
     */
    private static function value(array $definition, mixed $value, string $path): mixed {
        $type = rtrim($definition[0], '?');
        if ($value === null && $type !== $definition[0]) {
            return null;
        }
        return match ($type) {
            'part' => self::check($definition[1], $value, $path . '.'),
            'whole' => array_merge($definition[2], self::check($definition[1], $value, $path . '.')),
            'list' => self::listed($definition[1], $value, $path),
            'keys' => self::keys($value, $path),
            'tree' => availability::check($value, $path),
            default => self::scalar($type, $definition, $value, $path),
        };
    }

    /**
     * Checks a text, number or choice.
     *
     * @param string $type its type
     * @param array $definition the definition
     * @param mixed $value as sent
     * @param string $path its name
     * @return mixed
     */
    private static function scalar(string $type, array $definition, mixed $value, string $path): mixed {
        if ($type === 'integer' && is_float($value) && floor($value) === $value) {
            $value = (int) $value; // JSON of other languages has 100.0 for 100.
        }
        $fits = match ($type) {
            'text' => is_string($value) && self::is_text($value, $definition[1], $definition[2]),
            'html' => is_string($value) && fix_utf8($value) === $value,
            'bool' => is_bool($value),
            'time' => is_int($value) && $value >= 0 && $value < 4102444800,
            'integer' => is_int($value) && $value >= $definition[1] && $value <= $definition[2],
            'number' => (is_int($value) || is_float($value)) && $value >= $definition[1] && $value <= $definition[2],
            'choice' => in_array($value, $definition[1], true),
        };
        if (!$fits) {
            throw new problem('badsetting', $path);
        }
        return $type === 'number' ? round((float) $value, 5) : $value;
    }

    /**
     * Returns whether a text is one that Moodle keeps as it is.
     *
     * @param string $value the text
     * @param int $least its least number of characters
     * @param int $most its greatest
     * @return bool
     */
    private static function is_text(string $value, int $least, int $most): bool {
        $length = \core_text::strlen($value);
        return $length >= $least && $length <= $most && trim($value) === $value && clean_param($value, PARAM_TEXT) === $value;
    }

    /**
     * Checks a list of words, each at most once.
     *
     * @param string[] $allowed the words
     * @param mixed $value as sent
     * @param string $path its name
     * @return string[] in the order of the allowed ones
     */
    private static function listed(array $allowed, mixed $value, string $path): array {
        if (!is_array($value) || array_diff($value, $allowed)) {
            throw new problem('badsetting', $path);
        }
        return array_values(array_intersect($allowed, $value));
    }

    /**
     * Checks a list of keys of activities.
     *
     * @param mixed $value as sent
     * @param string $path its name
     * @return string[] sorted
     */
    private static function keys(mixed $value, string $path): array {
        if (!is_array($value) || array_filter($value, fn($one) => !is_string($one))) {
            throw new problem('badsetting', $path);
        }
        $keys = array_unique(array_map(fn($one) => \local_scormkit\local\key::parse($one, 'activity')->text, $value));
        sort($keys);
        return array_values($keys);
    }

    /**
     * Lays wanted settings over those that are there.
     *
     * @param array[] $definitions key => definition
     * @param array $now all settings
     * @param array $wanted some settings, checked
     * @return array all settings
     */
    public static function merge(array $definitions, array $now, array $wanted): array {
        foreach ($wanted as $name => $value) {
            $part = rtrim($definitions[$name][0], '?') === 'part' && is_array($value) && is_array($now[$name] ?? null);
            $now[$name] = $part ? array_merge($now[$name], $value) : $value;
        }
        return $now;
    }

    /**
     * Returns the names of settings in which two sets differ, of those that the second has.
     *
     * @param array[] $definitions key => definition
     * @param array $now all settings
     * @param array $wanted some settings, checked
     * @return string[] such as name, grade.max
     */
    public static function differences(array $definitions, array $now, array $wanted): array {
        $names = [];
        foreach ($wanted as $name => $value) {
            if (rtrim($definitions[$name][0], '?') === 'part' && is_array($value) && is_array($now[$name] ?? null)) {
                foreach ($value as $inner => $one) {
                    if (json_encode($one) !== json_encode($now[$name][$inner] ?? null)) {
                        $names[] = $name . '.' . $inner;
                    }
                }
            } else if (json_encode($value) !== json_encode($now[$name] ?? null)) {
                $names[] = $name;
            }
        }
        return $names;
    }
}
