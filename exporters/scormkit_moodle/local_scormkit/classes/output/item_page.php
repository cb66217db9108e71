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

namespace local_scormkit\output;

use local_scormkit\local\history;

/**
 * The history of one item, with the ways back.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class item_page implements \renderable, \templatable {
    /**
     * Makes a page.
     *
     * @param \stdClass $item of ours
     */
    public function __construct(
        /** @var \stdClass Of ours. */
        private readonly \stdClass $item,
    ) {
    }

    #[\Override]
    public function export_for_template(\renderer_base $output): array {
        $activity = $this->item->kind === 'activity';
        return [
            'key' => $this->item->itemkey,
            'kind' => get_string('kind_' . $this->item->kind, 'local_scormkit'),
            'revision' => $this->item->revision,
            'fingerprint' => (string) $this->item->fingerprint,
            'isactivity' => $activity,
            'uploadurl' => $activity ? $this->url(['action' => 'upload']) : '',
            'listurl' => (new \moodle_url('/local/scormkit/index.php'))->out(false),
            'rows' => array_map([$this, 'row'], history::of($this->item, 100)),
        ];
    }

    /**
     * Returns what the template shows of a row.
     *
     * @param array $row of the history
     * @return array
     */
    private function row(array $row): array {
        $back = $this->item->kind === 'activity' && $row['kept'] && $row['revision'] !== (int) $this->item->revision;
        return array_intersect_key($row, array_flip(['revision', 'fingerprint', 'tracks'])) + [
            'action' => get_string('action_' . $row['action'], 'local_scormkit'),
            'status' => get_string('status_' . $row['status'], 'local_scormkit'),
            'time' => userdate($row['started'], get_string('strftimedatetimeshort', 'langconfig')),
            'rollbackurl' => $back ? $this->url(['action' => 'rollback', 'to' => $row['revision']]) : '',
        ];
    }

    /**
     * Returns an address of this page.
     *
     * @param array $params further parameters
     * @return string
     */
    private function url(array $params): string {
        $base = ['kind' => $this->item->kind, 'key' => $this->item->itemkey];
        return (new \moodle_url('/local/scormkit/item.php', $base + $params))->out(false);
    }
}
