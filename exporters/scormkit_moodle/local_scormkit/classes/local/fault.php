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
 * Points at which the tests let PHP die. Without a line in config.php that no site has, it does nothing.
 *
 * $CFG->local_scormkit_testfault names a file with a point and an action: 'NAME kill', 'NAME throw', '#7 kill' (the seventh
 * point passed), 'NAME sleep:2'. The database can't set it, only config.php.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class fault {
    /** @var int How many points this process has passed. */
    private static int $passed = 0;

    /**
     * Marks a point.
     *
     * @param string $point its name
     */
    public static function at(string $point): void {
        global $CFG;
        if (empty($CFG->config_php_settings['local_scormkit_testfault'])) {
            return;
        }
        $file = $CFG->config_php_settings['local_scormkit_testfault'];
        self::$passed++;
        [$where, $action] = is_readable($file) ? explode(' ', trim(file_get_contents($file)) . ' ', 3) : ['', ''];
        if ($where === $point || $where === '#' . self::$passed) {
            self::act($action, $file);
        }
    }

    /**
     * Does what the file asks for.
     *
     * @param string $action kill, throw or sleep:SECONDS
     * @param string $file the file, removed so that it happens once
     */
    private static function act(string $action, string $file): void {
        unlink($file);
        if ($action === 'kill') {
            posix_kill(getmypid(), 9);
        } else if ($action === 'throw') {
            throw new \RuntimeException('An injected fault');
        } else if (str_starts_with($action, 'sleep:')) {
            usleep((int) (1000000 * (float) substr($action, 6)));
        }
    }
}
