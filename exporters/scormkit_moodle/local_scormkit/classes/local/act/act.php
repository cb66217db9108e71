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

use local_scormkit\local\items;
use local_scormkit\local\problem;
use local_scormkit\local\settings\schema;
use local_scormkit\local\step;
use local_scormkit\local\verdict;

/**
 * What is done to one course, section or activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class act {
    use checks;
    use told;

    /** @var verdict What it means for learners. */
    public verdict $verdict;

    /** @var \stdClass|null What is known of it here; null before it is made. */
    protected ?\stdClass $item;

    /** @var array Settings as Moodle has them now; empty before it is made. */
    protected array $now = [];

    /** @var array Settings that are wanted, checked. */
    protected array $wanted = [];

    /** @var string Digest of what Moodle holds; '' before it is made. */
    protected string $state = '';

    /** @var int|null The course that is changed, once it was looked for. */
    private ?int $courseid = null;

    /** @var string[] What to tell besides. */
    protected array $warnings = [];

    /**
     * Begins.
     *
     * @param step $step what is to be done
     */
    protected function __construct(
        /** @var step What is to be done. */
        protected readonly step $step,
    ) {
        $this->verdict = new verdict();
        $this->item = items::find($step->kind, $step->key->text);
    }

    /**
     * Returns the act of a step.
     *
     * @param step $step what is to be done
     * @return self
     */
    public static function of(step $step): self {
        if ($step->action === 'adopt') {
            return new adopt_act($step);
        }
        if ($step->action === 'remove') {
            return new remove_act($step);
        }
        return match ($step->kind) {
            'course' => new course_act($step),
            'section' => new section_act($step),
            default => $step->action === 'rollback' ? new rollback_act($step) : new activity_act($step),
        };
    }

    /**
     * Returns the course that is changed.
     *
     * @return int its number, 0 for one that isn't there yet
     */
    public function courseid(): int {
        $this->courseid ??= (int) ($this->item ?? items::demand('course', $this->step->key->course))->courseid;
        return $this->courseid;
    }

    /**
     * Checks everything that can be checked before Moodle is touched, and forms the verdict.
     *
     * @param bool $preview whether only to look
     */
    abstract public function prepare(bool $preview = false): void;

    /**
     * Changes Moodle, inside the transaction.
     *
     * @param \stdClass $row of the journal
     */
    abstract public function perform(\stdClass $row): void;

    /**
     * Returns the definitions of the settings.
     *
     * @return array[]
     */
    abstract protected function definitions(): array;

    /**
     * Returns further columns of the journal once it was done.
     *
     * @return array
     */
    abstract public function outcome(): array;

    /**
     * Returns the fingerprint of what Moodle holds now.
     *
     * @return string '' for what has no package
     */
    protected function fingerprint(): string {
        return '';
    }

    /**
     * References what is replaced, so that no file of it is thrown away, and extracts what comes.
     *
     * @param \stdClass $row of the journal
     */
    public function keep(\stdClass $row): void {
    }

    /**
     * Removes what was made outside of the database.
     */
    public function clean_up(): void {
    }

    /**
     * Forms the verdict on settings and place.
     *
     * @param bool $moves whether the place changes
     */
    protected function judge_settings(bool $moves): void {
        $this->verdict->settings = schema::differences($this->definitions(), $this->now, $this->wanted);
        $this->verdict->moves = $moves;
        if ($this->step->action === 'create') {
            $this->verdict->set('create', []);
        } else if ($this->verdict->word === 'unchanged' && ($this->verdict->settings || $moves)) {
            $this->verdict->set('settings-only', []);
        }
    }

    /**
     * Returns why the step is refused, though it could be done.
     *
     * @return problem|null
     */
    public function refusal(): ?problem {
        $refusal = $this->verdict->refusal($this->step->acceptloss);
        if (!$refusal && $this->step->verdict !== '' && $this->verdict->worse_than($this->step->verdict)) {
            return new problem('stale', 'verdict');
        }
        return $refusal;
    }

    /**
     * Returns whether there is anything to do.
     *
     * @return bool
     */
    public function changes(): bool {
        return $this->verdict->word !== 'unchanged';
    }
}
