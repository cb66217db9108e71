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
 * What a step would mean for learners, in one word, with its reasons and counts.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class verdict {
    /** @var string[] The words, each worse than the one before. */
    public const WORDS = ['create', 'unchanged', 'settings-only', 'safe', 'migrates', 'new-attempt', 'would-lose',
        'version-change'];

    /** @var string One of the words. */
    public string $word = 'unchanged';

    /** @var string[] Why. */
    public array $reasons = [];

    /** @var int[] added, removed, renamed, retyped: pages and questions. */
    public array $changes = ['added' => 0, 'removed' => 0, 'renamed' => 0, 'retyped' => 0];

    /** @var string[] Names of settings that change. */
    public array $settings = [];

    /** @var bool Whether the place changes. */
    public bool $moves = false;

    /** @var int[] learners, attempts and tracks now. */
    public array $counts = ['learners' => 0, 'attempts' => 0, 'tracks' => 0];

    /** @var array[] SCOs with tracks that would go: identifier, learners, tracks. */
    public array $lost = [];

    /** @var string[] Version and fingerprint of the package after the step. */
    public array $package = ['version' => '', 'fingerprint' => ''];

    /**
     * Judges another package for an activity.
     *
     * @param \stdClass[] $scos the activity's SCOs with counts, see {@see tracks::counts}
     * @param array $old version and inventory of the package that is there
     * @param package\package $new the package that shall come
     */
    public function judge(array $scos, array $old, package\package $new): void {
        $this->word = 'safe';
        foreach ($scos as $sco) {
            if ($sco->tracks && !isset($new->identifiers[$sco->identifier])) {
                $this->lost[] = ['identifier' => $sco->identifier, 'learners' => $sco->learners, 'tracks' => $sco->tracks];
            }
        }
        $inventories = new comparison($old['inventory'], $new->inventory);
        $this->changes = $inventories->counts();
        if (!array_sum(array_map(fn($sco) => $sco->tracks, $scos))) {
            $this->reasons = ['no-tracks'];
        } else if ($old['version'] !== $new->version) {
            $this->set('version-change', ['version']);
        } else if ($this->lost) {
            $this->set('would-lose', ['identifiers']);
        } else {
            $this->set($inventories->word(), $inventories->reasons());
        }
    }

    /**
     * Sets the word and why.
     *
     * @param string $word one of the words
     * @param string[] $reasons why
     */
    public function set(string $word, array $reasons): void {
        $this->word = $word;
        $this->reasons = $reasons;
    }

    /**
     * Returns the problem for which the step is refused.
     *
     * @param bool $acceptloss whether tracks may go
     * @return problem|null
     */
    public function refusal(bool $acceptloss): ?problem {
        if ($this->word === 'version-change') {
            return new problem('versionchange', $this->package['version']);
        }
        if ($this->word === 'would-lose' && !$acceptloss) {
            return new problem('wouldlose', implode(' ', array_column($this->lost, 'identifier')));
        }
        return null;
    }

    /**
     * Returns whether the verdict is worse than the one that was shown.
     *
     * @param string $shown a word
     * @return bool
     */
    public function worse_than(string $shown): bool {
        return array_search($this->word, self::WORDS, true) > array_search($shown, self::WORDS, true);
    }

    /**
     * Returns the verdict as answers have it.
     *
     * @param problem|null $refusal for which the step is refused
     * @return array
     */
    public function to_array(?problem $refusal = null): array {
        return ['word' => $this->word, 'reasons' => $this->reasons] + $this->counts + $this->changes + [
            'settings' => $this->settings, 'moves' => $this->moves, 'lost' => $this->lost] + $this->package + [
            'refused' => $refusal->errorcode ?? '', 'detail' => $refusal->detail ?? ''];
    }
}
