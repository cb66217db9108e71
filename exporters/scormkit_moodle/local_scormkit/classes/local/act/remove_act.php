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

use local_scormkit\local\activities;
use local_scormkit\local\compat;
use local_scormkit\local\items;
use local_scormkit\local\kept;
use local_scormkit\local\problem;
use local_scormkit\local\settings\activity_settings;
use local_scormkit\local\settings\section_settings;
use local_scormkit\local\tracks;

/**
 * Deletes an activity, or a section with nothing in it; or only forgets a key.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class remove_act extends act {
    /** @var \stdClass|null The activity, see {@see activities}. */
    private ?\stdClass $activity = null;

    /** @var array The package that Moodle has. */
    private array $old = ['fingerprint' => '', 'sha256' => ''];

    #[\Override]
    protected function definitions(): array {
        return [];
    }

    #[\Override]
    protected function fingerprint(): string {
        return $this->old['fingerprint'];
    }

    /**
     * Returns whether only the key goes.
     *
     * @return bool
     */
    private function only_forgets(): bool {
        return ($this->step->place['unmanage'] ?? false) === true;
    }

    #[\Override]
    public function prepare(bool $preview = false): void {
        $this->demand(['local/scormkit:' . ($preview ? 'read' : 'publish')]);
        match ($this->item->kind ?? '') {
            'activity' => $this->prepare_activity($preview),
            'section' => $this->prepare_section($preview),
            default => null,
        };
        $this->check_base();
        if ($this->step->kind === 'course' && !$this->only_forgets()) {
            throw new problem('badrequest', 'kind');
        }
    }

    /**
     * Reads the activity and judges.
     *
     * @param bool $preview whether only to look
     */
    private function prepare_activity(bool $preview): void {
        $this->activity = activities::one($this->item->cmid);
        $this->now = activity_settings::read($this->activity, activities::keys_of($this->item->courseid));
        $this->state = activities::state_of($this->activity, $this->now);
        $this->old = activities::package_of($this->item, $this->activity);
        $this->item->sectionid = $this->activity->sectionid;
        if (!$preview && !$this->only_forgets()) {
            $this->demand(['moodle/course:manageactivities']);
        }
        $this->judge();
    }

    /**
     * Judges the removal of an activity.
     */
    private function judge(): void {
        $scormid = (int) $this->activity->scormid;
        $total = tracks::totals([$scormid])[$scormid] ?? null;
        foreach (tracks::counts([$scormid])[$scormid] as $sco) {
            $this->verdict->counts['tracks'] += $sco->tracks;
            if ($sco->tracks && !$this->only_forgets()) {
                $this->verdict->lost[] = ['identifier' => $sco->identifier, 'learners' => $sco->learners, 'tracks' => $sco->tracks];
            }
        }
        $this->verdict->counts['learners'] = (int) ($total->learners ?? 0);
        $this->verdict->counts['attempts'] = (int) ($total->attempts ?? 0);
        if ($this->verdict->lost) {
            $this->verdict->set('would-lose', ['identifiers']);
        } else {
            $this->verdict->set('safe', $this->verdict->counts['tracks'] ? [] : ['no-tracks']);
        }
    }

    /**
     * Reads the section.
     *
     * @param bool $preview whether only to look
     */
    private function prepare_section(bool $preview): void {
        global $DB;
        $section = $DB->get_record('course_sections', ['id' => $this->item->sectionid], '*', MUST_EXIST);
        $this->now = section_settings::read($section, activities::keys_of($this->item->courseid));
        $this->state = section_act::state_of($section, $this->now);
        if ($this->only_forgets()) {
            return;
        }
        if (!$preview) {
            $this->demand(['moodle/course:update']);
        }
        if (trim((string) $section->sequence) !== '' || !$section->section) {
            throw new problem('badrequest', 'section');
        }
        $this->verdict->set('safe', []);
    }

    #[\Override]
    public function changes(): bool {
        return true;
    }

    #[\Override]
    public function keep(\stdClass $row): void {
        if ($this->activity && !$this->only_forgets()) {
            kept::take($this->item->courseid, $this->item->cmid, $row->id);
        }
    }

    #[\Override]
    public function perform(\stdClass $row): void {
        if (!$this->only_forgets()) {
            $this->activity ? $this->delete_activity($row) : compat::delete_section($this->item->courseid, $this->item->sectionid);
        }
        items::forget($this->item->id);
    }

    /**
     * Puts the tracks aside and deletes the activity.
     *
     * @param \stdClass $row of the journal
     */
    private function delete_activity(\stdClass $row): void {
        global $DB;
        $scos = $DB->get_records_menu('scorm_scoes', ['scorm' => $this->activity->scormid], '', 'id, identifier');
        if (tracks::put_aside($scos, $row->id) && !$this->step->acceptloss) {
            throw new problem('wouldlose', implode(' ', $scos));
        }
        compat::delete_module($this->item->courseid, $this->item->cmid);
    }

    #[\Override]
    public function journal(): array {
        return ['oldsha256' => $this->old['sha256'] ?: null] + parent::journal();
    }

    #[\Override]
    public function outcome(): array {
        return ['newsettings' => '{}'];
    }
}
