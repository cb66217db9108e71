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
 * What a publisher has to know of the site and of the own token. No personal data.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class site {
    /** @var int Version of the web service; grows when something that was there changes. */
    public const API = 1;

    /** @var string[] What publishing needs, beside reading. */
    private const CAPABILITIES = ['local/scormkit:read', 'local/scormkit:publish', 'moodle/course:view', 'moodle/course:create',
        'moodle/course:update', 'moodle/course:manageactivities', 'mod/scorm:addinstance', 'moodle/course:activityvisibility',
        'moodle/course:sectionvisibility', 'moodle/course:movesections', 'moodle/course:visibility', 'moodle/course:changefullname',
        'moodle/course:changeshortname', 'moodle/course:changesummary', 'moodle/course:changecategory',
        'moodle/course:setforcedlanguage', 'moodle/course:viewhiddencourses', 'moodle/course:ignorefilesizelimits',
        'moodle/grade:manage', 'webservice/rest:use'];

    /** @var \context|null Where capabilities are asked for; null where there is no such place. */
    private ?\context $context;

    /**
     * Begins.
     *
     * @param int $categoryid where new courses would go; 0: the default
     * @param int $courseid a course to publish to; 0: none
     */
    public function __construct(
        /** @var int Where new courses would go. */
        private readonly int $categoryid,
        /** @var int A course to publish to. */
        private readonly int $courseid,
    ) {
        $category = $categoryid ?: \core_course_category::get_default()->id;
        $this->context = ($courseid ? \context_course::instance($courseid, IGNORE_MISSING)
            : \context_coursecat::instance($category, IGNORE_MISSING)) ?: null;
    }

    /**
     * Returns the name of this site in plans; it stays when the address changes.
     *
     * @return string 16 hex digits
     */
    public static function id(): string {
        return substr(hash('sha256', get_site_identifier()), 0, 16);
    }

    /**
     * Returns all of it.
     *
     * @return array see the reference of the web service
     */
    public function describe(): array {
        global $CFG, $DB;
        $plugin = \core_plugin_manager::instance()->get_plugin_info('local_scormkit');
        return [
            'plugin' => ['version' => (int) $plugin->versiondisk, 'release' => (string) $plugin->release, 'api' => self::API],
            'site' => self::id(),
            'url' => $CFG->wwwroot,
            'moodle' => ['version' => (string) $CFG->version, 'release' => $CFG->release, 'branch' => (string) $CFG->branch],
            'php' => PHP_VERSION,
            'database' => $DB->get_dbfamily(),
            'https' => str_starts_with($CFG->wwwroot, 'https://'),
            'debug' => !empty($CFG->debugdisplay) && !empty($CFG->debug),
            'limits' => $this->limits(),
            'scorm' => $this->scorm(),
            'completion' => !empty($CFG->enablecompletion),
            'availability' => !empty($CFG->enableavailability),
            'recyclebin' => (bool) get_config('tool_recyclebin', 'coursebinenable'),
            'context' => ['categoryid' => $this->categoryid, 'courseid' => $this->courseid, 'exists' => $this->context !== null],
            'capabilities' => $this->capabilities(),
        ] + $this->token() + [
            'languages' => array_keys(get_string_manager()->get_list_of_translations()),
            'formats' => array_values(array_keys(\core_plugin_manager::instance()->get_enabled_plugins('format'))),
            'applying' => count(journal::unfinished()),
            'cron' => (int) get_config('tool_task', 'lastcronstart'),
        ];
    }

    /**
     * Returns the limits.
     *
     * @return int[]
     */
    private function limits(): array {
        $limits = package\limits::at($this->context);
        $post = (int) get_real_size(ini_get('post_max_size'));
        $memory = max(0, (int) get_real_size(ini_get('memory_limit')));
        $room = array_filter([$post ? (int) ($post * 0.6) : 0, $memory ? intdiv($memory, 16) : 0, 8388608]);
        return ['chunk' => max(65536, intdiv(min($room), 65536) * 65536), 'package' => $limits->package, 'post' => $post,
            'memory' => $memory, 'entries' => $limits->entries, 'expanded' => $limits->expanded,
            'time' => (int) ini_get('max_execution_time')];
    }

    /**
     * Returns what is set of SCORM.
     *
     * @return array
     */
    private function scorm(): array {
        global $DB;
        $config = get_config('scorm');
        return ['enabled' => (bool) $DB->get_field('modules', 'visible', ['name' => 'scorm']),
            'allowtypelocalsync' => !empty($config->allowtypelocalsync), 'scormstandard' => !empty($config->scormstandard),
            'maxattempt' => (int) ($config->maxattempt ?? 0), 'tracks' => tracks::in_three_tables() ? '4.3' : '4.2'];
    }

    /**
     * Returns which capabilities the user holds.
     *
     * @return array[]
     */
    private function capabilities(): array {
        $where = $this->courseid ? 'course' : 'category';
        return array_map(function (string $name) use ($where): array {
            $system = str_starts_with($name, 'webservice/');
            $context = $system ? \context_system::instance() : $this->context;
            return ['name' => $name, 'held' => $context && has_capability($name, $context), 'where' => $system ? 'system' : $where];
        }, self::CAPABILITIES);
    }

    /**
     * Returns what this request's token may call.
     *
     * @return array with functions and token
     */
    private function token(): array {
        global $DB, $USER;
        $token = optional_param('wstoken', '', PARAM_ALPHANUM);
        $row = $DB->get_record('external_tokens', ['token' => $token, 'userid' => $USER->id]);
        $service = $row ? $DB->get_record('external_services', ['id' => $row->externalserviceid]) : null;
        $callable = $service ? $DB->get_fieldset_select(
            'external_services_functions',
            'functionname',
            'externalserviceid = ?',
            [$service->id]
        ) : [];
        $names = $DB->get_fieldset_select('external_functions', 'name', "component = 'local_scormkit' ORDER BY name");
        $authorised = $service && $service->restrictedusers ? $DB->get_record(
            'external_services_users',
            ['externalserviceid' => $service->id, 'userid' => $USER->id]
        ) : null;
        return [
            'functions' => array_map(fn($name) => ['name' => $name, 'callable' => in_array($name, $callable, true)], $names),
            'token' => ['service' => (string) ($service->shortname ?? ''),
                'iprestricted' => !empty($row->iprestriction) || !empty($authorised->iprestriction),
                'validuntil' => (int) max($row->validuntil ?? 0, $authorised->validuntil ?? 0), 'siteadmin' => is_siteadmin()],
        ];
    }
}
