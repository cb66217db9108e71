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

use local_scormkit\local\act\section_act;
use local_scormkit\local\settings\activity_settings;
use local_scormkit\local\settings\section_settings;

/**
 * Sections and activities as answers have them.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class facts {
    /**
     * Begins.
     *
     * @param string[] $keys key of each managed activity of the course, by course module
     * @param int[] $displaced activities that stand elsewhere in their section than they were left
     * @param \stdClass[][] $scos SCOs with counts, by number of the activity
     * @param \stdClass[] $totals learners and attempts, by number of the activity
     */
    public function __construct(
        /** @var string[] Key of each managed activity of the course, by course module. */
        private readonly array $keys,
        /** @var int[] Activities that stand elsewhere in their section than they were left. */
        private readonly array $displaced,
        /** @var \stdClass[][] SCOs with counts, by number of the activity. */
        private readonly array $scos,
        /** @var \stdClass[] Learners and attempts, by number of the activity. */
        private readonly array $totals,
    ) {
    }

    /**
     * Returns the state of a section.
     *
     * @param \stdClass $item of ours
     * @param \stdClass $section row of course_sections
     * @return array
     */
    public function section(\stdClass $item, \stdClass $section): array {
        $settings = section_settings::read($section, $this->keys);
        return ['kind' => 'section', 'key' => $item->itemkey, 'cmid' => 0, 'sectionid' => (int) $section->id,
            'section' => (int) $section->section, 'sectionkey' => '', 'name' => $settings['name'],
            'revision' => (int) $item->revision, 'fingerprint' => '', 'sha256' => '', 'version' => '',
            'drift' => self::json($settings) === self::json($item->observed) ? [] : ['settings'],
            'state' => section_act::state_of($section, $settings), 'settings' => self::json($settings),
            'applied' => self::json($item->settings), 'inventory' => '{}', 'learners' => 0, 'attempts' => 0, 'tracks' => 0,
            'scos' => []];
    }

    /**
     * Returns the state of an activity.
     *
     * @param \stdClass $item of ours
     * @param \stdClass $row as Moodle has it
     * @return array
     */
    public function activity(\stdClass $item, \stdClass $row): array {
        $settings = activity_settings::read($row, $this->keys);
        $package = activities::package_of($item, $row);
        $scos = array_values(array_filter($this->scos[$row->scormid], fn($sco) => $sco->launches || $sco->tracks));
        return ['kind' => 'activity', 'key' => $item->itemkey, 'cmid' => (int) $row->cmid, 'sectionid' => (int) $row->sectionid,
            'section' => (int) $row->sectionnumber, 'name' => $row->name, 'revision' => (int) $item->revision,
            'fingerprint' => $package['fingerprint'], 'sha256' => $package['sha256'],
            'version' => activities::version_of($item, $row),
            'drift' => $this->drift($item, $row, $settings), 'state' => activities::state_of($row, $settings),
            'settings' => self::json($settings), 'applied' => self::json($item->settings),
            'inventory' => self::json($package['inventory']),
            'learners' => (int) ($this->totals[$row->scormid]->learners ?? 0),
            'attempts' => (int) ($this->totals[$row->scormid]->attempts ?? 0),
            'tracks' => array_sum(array_map(fn($sco) => $sco->tracks, $scos)),
            'scos' => array_map(fn($sco) => ['identifier' => $sco->identifier, 'learners' => $sco->learners,
                'tracks' => $sco->tracks], $scos)];
    }

    /**
     * Returns what differs from how the last step left it.
     *
     * @param \stdClass $item of ours
     * @param \stdClass $row as Moodle has it
     * @param array $settings as read
     * @return string[]
     */
    private function drift(\stdClass $item, \stdClass $row, array $settings): array {
        return array_keys(array_filter([
            'package' => $row->contenthash !== $item->contenthash || $row->sha1hash !== $row->contenthash,
            'settings' => self::json($settings) !== self::json($item->observed),
            'place' => in_array((int) $row->cmid, $this->displaced, true) || (int) $item->sectionid !== (int) $row->sectionid,
            'version' => $row->version !== $item->version,
        ]));
    }

    /**
     * Encodes for an answer.
     *
     * @param array $value a map
     * @return string
     */
    public static function json(array $value): string {
        return json_encode((object) $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
}
