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

namespace local_scormkit\local\act;

/**
 * What the journal and the client are told of an act.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait told {
    /**
     * Returns the row of the journal as it begins.
     *
     * @return array columns
     */
    public function journal(): array {
        return [
            'requestid' => $this->step->requestid,
            'digest' => $this->step->digest,
            'kind' => $this->step->kind,
            'itemkey' => $this->step->key->text,
            'coursekey' => $this->step->key->course,
            'courseid' => $this->courseid() ?: null,
            'cmid' => $this->item->cmid ?? null,
            'action' => $this->action(),
            'base' => (int) ($this->item->revision ?? 0),
            'revision' => (int) ($this->item->revision ?? 0) + 1,
            'oldfingerprint' => $this->fingerprint() ?: null,
            'oldsettings' => json_encode((object) $this->now, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES),
        ];
    }

    /**
     * Returns the word for what is done, as the journal has it.
     *
     * @return string
     */
    protected function action(): string {
        if ($this->step->action !== 'update') {
            return $this->step->action;
        }
        if ($this->verdict->word === 'settings-only') {
            return $this->verdict->settings ? 'settings' : 'move';
        }
        return 'update';
    }

    /**
     * Returns the answer.
     *
     * @param string $outcome done or unchanged
     * @param int $journalid the row of the journal, 0 for none
     * @return array
     */
    public function answer(string $outcome, int $journalid): array {
        $item = $this->item;
        return [
            'requestid' => $this->step->requestid,
            'kind' => $this->step->kind,
            'key' => $this->step->key->text,
            'outcome' => $outcome,
            'repeated' => false,
            'journalid' => $journalid,
            'courseid' => (int) ($item->courseid ?? 0),
            'sectionid' => (int) ($item->sectionid ?? 0),
            'section' => self::section_number((int) ($item->sectionid ?? 0)),
            'cmid' => (int) ($item->cmid ?? 0),
            'revision' => (int) ($item->revision ?? 0),
            'fingerprint' => (string) ($item->fingerprint ?? ''),
            'sha256' => (string) ($item->sha256 ?? ''),
            'state' => $this->state,
            'verdict' => json_encode($this->verdict->to_array()),
            'warnings' => $this->warnings,
            'error' => ['code' => '', 'message' => '', 'detail' => ''],
        ];
    }

    /**
     * Returns the number of a section.
     *
     * @param int $sectionid its id, 0 for none
     * @return int
     */
    private static function section_number(int $sectionid): int {
        global $DB;
        return $sectionid ? (int) $DB->get_field('course_sections', 'section', ['id' => $sectionid]) : 0;
    }
}
