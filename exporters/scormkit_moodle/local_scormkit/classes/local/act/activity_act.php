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
use local_scormkit\local\items;
use local_scormkit\local\order;
use local_scormkit\local\problem;
use local_scormkit\local\settings\activity_settings;
use local_scormkit\local\settings\availability;
use local_scormkit\local\tracks;

/**
 * Creates or changes a SCORM activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_act extends act {
    /** @var \stdClass|null What Moodle has, see {@see activities}; null before it is made. */
    protected ?\stdClass $activity = null;

    /** @var array The package that Moodle has: fingerprint, sha256, inventory. */
    protected array $old = ['fingerprint' => '', 'sha256' => '', 'inventory' => []];

    /** @var arrival The package that shall come, if any. */
    private arrival $arrival;

    /** @var place Where it shall be. */
    protected place $place;

    /** @var string[] Identifiers of SCOs that went, by their numbers. */
    private array $lostscos = [];

    #[\Override]
    protected function definitions(): array {
        return activity_settings::definitions();
    }

    #[\Override]
    protected function fingerprint(): string {
        return $this->old['fingerprint'];
    }

    #[\Override]
    public function prepare(bool $preview = false): void {
        $this->demand(['local/scormkit:' . ($preview ? 'read' : 'publish')]);
        if ($this->item) {
            $this->read();
            $this->old = activities::package_of($this->item, $this->activity);
        }
        $this->check_base();
        $this->wanted = $this->check_settings();
        $this->check_course(['section', 'before']);
        $this->place = new place($this->courseid(), $this->step->place, $this->activity);
        $this->arrival = new arrival($this->step, $this->courseid(), $this->activity, $this->old);
        $this->judge();
        $this->check_possible();
        if (!$preview) {
            $this->demand($this->capabilities());
        }
    }

    /**
     * Checks the wanted settings.
     *
     * @return array
     */
    protected function check_settings(): array {
        return activity_settings::check($this->step->settings);
    }

    /**
     * Reads what Moodle has.
     */
    private function read(): void {
        $this->activity = activities::one($this->item->cmid);
        $this->now = activity_settings::read($this->activity, activities::keys_of($this->activity->courseid));
        $this->state = activities::state_of($this->activity, $this->now);
        $this->item->sectionid = $this->activity->sectionid;
    }

    /**
     * Forms the verdict.
     */
    private function judge(): void {
        $new = $this->arrival->package;
        $this->verdict->package = ['version' => $new->version ?? (string) ($this->activity->version ?? ''),
            'fingerprint' => $new->fingerprint ?? $this->old['fingerprint']];
        if ($this->activity) {
            $scormid = (int) $this->activity->scormid;
            $scos = tracks::counts([$scormid])[$scormid];
            $total = tracks::totals([$scormid])[$scormid] ?? null;
            $this->verdict->counts = ['learners' => (int) ($total->learners ?? 0), 'attempts' => (int) ($total->attempts ?? 0),
                'tracks' => array_sum(array_map(fn($sco) => $sco->tracks, $scos))];
            if ($new && ($new->fingerprint !== $this->old['fingerprint'] || $this->activity->version === 'ERROR')) {
                $version = activities::version_of($this->item, $this->activity);
                $this->verdict->judge($scos, ['version' => $version, 'inventory' => $this->old['inventory']], $new);
            } else if ($new) {
                $this->verdict->set('safe', ['text']); // Equal files in another zip.
            }
        }
        $this->judge_settings($this->place->moves());
    }

    /**
     * Refuses what the site or the course can't do.
     */
    private function check_possible(): void {
        global $CFG;
        $course = get_course($this->courseid());
        $tracked = ($this->wanted['completion']['mode'] ?? 'none') !== 'none';
        if ($tracked && (empty($CFG->enablecompletion) || empty($course->enablecompletion))) {
            throw new problem('completionoff', 'completion');
        }
        availability::demand($this->wanted, $course);
        $this->availability();
    }

    /**
     * Returns what Moodle's restriction of access shall be.
     *
     * @return string|null|false JSON, null for none, false: it stays
     */
    private function availability(): string|null|false {
        if (!array_intersect_key($this->wanted, ['requires' => 1, 'requiresshown' => 1, 'availability' => 1])) {
            return false;
        }
        return availability::build($this->wanted + $this->now, array_flip(activities::keys_of($this->courseid())));
    }

    /**
     * Returns the capabilities that Moodle asks for when the same is done by hand.
     *
     * @return string[]
     */
    private function capabilities(): array {
        $needed = ['moodle/course:manageactivities'];
        if ($this->arrival->package) {
            $needed[] = 'mod/scorm:addinstance';
        }
        $changed = $this->verdict->settings;
        if (in_array('visible', $changed, true) && ($this->item || $this->wanted['visible'] !== true)) {
            $needed[] = 'moodle/course:activityvisibility';
        }
        if (in_array('grade.weight', $changed, true)) {
            $needed[] = 'moodle/grade:manage';
        }
        if ($this->place->makes_section()) {
            $needed[] = 'moodle/course:update';
        }
        return $needed;
    }

    #[\Override]
    public function keep(\stdClass $row): void {
        if ($this->item) {
            $this->arrival->keep($this->item, $row);
        }
    }

    #[\Override]
    public function perform(\stdClass $row): void {
        $new = $this->arrival->package;
        $writer = new module_writer($this->courseid(), $this->step->key, $this->place);
        if ($this->item) {
            $this->lostscos = $new ? lost::take($this->activity->scormid, $new, $row->id, $this->step->acceptloss) : [];
            $writer->update($this->activity, $this->now, $this->wanted, $this->availability(), $this->arrival->file);
            $this->item->revision++;
        } else {
            $this->item = $writer->create($this->wanted, $this->availability(), $this->arrival->file);
        }
        $this->read();
        $this->verify_settings($this->now);
        if ($new) {
            verifier::check($this->activity, $new);
            $this->arrival->note($this->item, $this->old['inventory'], $this->verdict->counts['tracks'] > 0);
        }
        $this->item->settings = array_merge($this->item->settings, $this->wanted);
        $this->item->observed = $this->now;
        items::save($this->item);
        if ($this->place->ordered) {
            order::note($this->courseid(), (int) $this->item->sectionid);
        }
        $writer->update_criteria();
    }

    #[\Override]
    public function clean_up(): void {
        $this->arrival->clean_up();
    }

    #[\Override]
    public function journal(): array {
        return ['oldsha256' => $this->old['sha256'] ?: null,
            'place' => $this->activity ? spot::note($this->activity) : null] + parent::journal();
    }

    #[\Override]
    public function outcome(): array {
        return ['courseid' => $this->item->courseid, 'cmid' => $this->item->cmid, 'revision' => $this->item->revision,
            'newfingerprint' => $this->item->fingerprint, 'newsha256' => $this->item->sha256,
            'lostscos' => json_encode((object) $this->lostscos),
            'newsettings' => json_encode((object) $this->now, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)];
    }
}
