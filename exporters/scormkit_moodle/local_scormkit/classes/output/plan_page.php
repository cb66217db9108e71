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

/**
 * The plan for a package or a rollback: its verdict, and the button that does it.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class plan_page implements \renderable, \templatable {
    /**
     * Makes a page.
     *
     * @param array $verdict what it would mean
     * @param array $fields hidden fields of the form
     * @param string $button its words
     */
    public function __construct(
        /** @var array What it would mean. */
        private readonly array $verdict,
        /** @var array Hidden fields of the form. */
        private readonly array $fields,
        /** @var string Words of the button. */
        private readonly string $button,
    ) {
    }

    #[\Override]
    public function export_for_template(\renderer_base $output): array {
        $verdict = $this->verdict;
        $possible = $verdict['word'] !== 'unchanged' && in_array($verdict['refused'], ['', 'wouldlose'], true);
        $fields = $this->fields + ['sesskey' => sesskey()];
        $shown = ['learners', 'attempts', 'tracks', 'moves', 'lost', 'version', 'fingerprint'];
        return array_intersect_key($verdict, array_flip($shown)) + [
            'settings' => implode(', ', $verdict['settings']),
            'verdict' => get_string('verdict_' . $verdict['word'], 'local_scormkit'),
            'good' => in_array($verdict['word'], ['create', 'unchanged', 'settings-only', 'safe', 'migrates'], true),
            'loses' => $verdict['word'] === 'would-lose',
            'possible' => $possible,
            'button' => $this->button,
            'action' => (new \moodle_url('/local/scormkit/item.php'))->out(false),
            'fields' => array_map(fn($name, $value) => ['name' => $name, 'value' => $value], array_keys($fields), $fields),
            'backurl' => published_page::item_url($this->fields['kind'], $this->fields['key']),
        ];
    }
}
