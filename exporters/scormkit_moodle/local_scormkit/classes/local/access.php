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
 * Asks for capabilities, one by one, each with its own clear error.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class access {
    /** @var bool Whether a page asks, which has a context of its own; the web service sets one for each course. */
    private static bool $onpage = false;

    /**
     * Says that a page asks.
     */
    public static function on_page(): void {
        self::$onpage = true;
    }

    /**
     * Demands a capability.
     *
     * @param string $capability its name
     * @param \context $context where
     * @throws problem nocapability, naming it
     */
    public static function demand(string $capability, \context $context): void {
        if (!has_capability($capability, $context)) {
            throw new problem('nocapability', $capability);
        }
    }

    /**
     * Demands that the user may enter the course, and holds a capability there.
     *
     * @param int $courseid the course's number
     * @param string $capability its name
     * @return \context_course
     * @throws problem nosuchcourse, nocourseaccess, nocapability
     */
    public static function demand_in_course(int $courseid, string $capability): \context_course {
        $context = self::enter($courseid);
        self::demand($capability, $context);
        return $context;
    }

    /**
     * Demands that the user may read a course, one of many: a request that only reads needs to enter none of them.
     *
     * @param \stdClass $course row of the course
     * @param string $capability its name
     * @throws problem nocourseaccess, nocapability
     */
    public static function demand_to_read(\stdClass $course, string $capability): void {
        if (!can_access_course($course)) {
            throw new problem('nocourseaccess', (string) $course->id);
        }
        self::demand($capability, \context_course::instance($course->id));
    }

    /**
     * Enters a course as the web service demands.
     *
     * @param int $courseid the course's number
     * @return \context_course
     * @throws problem nosuchcourse, nocourseaccess
     */
    public static function enter(int $courseid): \context_course {
        $context = $courseid > 0 && $courseid != SITEID ? \context_course::instance($courseid, IGNORE_MISSING) : false;
        if (!$context) {
            throw new problem('nosuchcourse', (string) $courseid);
        }
        try {
            $entered = self::$onpage ? can_access_course(get_course($courseid)) : self::validate($context);
        } catch (\moodle_exception $refused) {
            throw new problem('nocourseaccess', (string) $courseid, $refused->getMessage());
        }
        if (!$entered) {
            throw new problem('nocourseaccess', (string) $courseid);
        }
        return $context;
    }

    /**
     * Enters a context as the web service demands.
     *
     * @param \context $context to enter
     * @return bool true
     */
    private static function validate(\context $context): bool {
        \core_external\external_api::validate_context($context);
        return true;
    }

    /**
     * Returns the context of a category.
     *
     * @param int $categoryid its number; 0: the site's default
     * @return \context_coursecat
     * @throws problem nosuchcategory
     */
    public static function category(int $categoryid): \context_coursecat {
        $categoryid = $categoryid ?: \core_course_category::get_default()->id;
        $context = \context_coursecat::instance($categoryid, IGNORE_MISSING);
        if (!$context) {
            throw new problem('nosuchcategory', (string) $categoryid);
        }
        return $context;
    }

    /**
     * Demands a capability in a course, or where there is none yet in a category.
     *
     * @param string $capability its name
     * @param int $courseid the course's number, 0 for none
     * @param int $categoryid the category's number, 0 for the default
     * @return \context
     */
    public static function demand_at(string $capability, int $courseid, int $categoryid): \context {
        if ($courseid) {
            return self::demand_in_course($courseid, $capability);
        }
        $context = self::category($categoryid);
        self::demand($capability, $context);
        return $context;
    }
}
