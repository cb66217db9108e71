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

use local_scormkit\output\plan_page;

/**
 * What an administrator does by hand: look at a plan, and have it done.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class desk {
    /**
     * Begins.
     *
     * @param \stdClass $item the activity
     */
    public function __construct(
        /** @var \stdClass The activity. */
        private readonly \stdClass $item,
    ) {
        access::on_page();
    }

    /**
     * Returns the plan for an uploaded package.
     *
     * @param \stored_file $file the package
     * @return plan_page
     * @throws problem when it is refused
     */
    public function plan_upload(\stored_file $file): plan_page {
        $context = access::demand_in_course((int) $this->item->courseid, 'local/scormkit:publish');
        $sha256 = uploads::take_file($file, package\limits::at($context));
        return $this->plan(['action' => 'update', 'sha256' => $sha256], get_string('confirmapply', 'local_scormkit'));
    }

    /**
     * Returns the plan for a rollback.
     *
     * @param int $to revision
     * @return plan_page
     * @throws problem when it is refused
     */
    public function plan_rollback(int $to): plan_page {
        return $this->plan(['action' => 'rollback', 'to' => $to], get_string('confirmrollback', 'local_scormkit', $to));
    }

    /**
     * Returns a plan.
     *
     * @param array $step what is to be done
     * @param string $button words of its button
     * @return plan_page
     */
    private function plan(array $step, string $button): plan_page {
        $step += ['kind' => 'activity', 'key' => $this->item->itemkey];
        $verdict = publisher::preview(new step($step, true));
        $fields = $step + ['verdict' => $verdict['word'], 'base' => $this->item->revision, 'confirm' => 1,
            'requestid' => bin2hex(random_bytes(32))];
        return new plan_page($verdict, $fields, $button);
    }

    /**
     * Does what was planned and confirmed.
     *
     * @param array $fields of the form: action, sha256 or to, verdict, base, requestid
     * @param bool $acceptloss whether tracks may go
     * @return int the new revision
     * @throws problem when it is refused
     */
    public function carry_out(array $fields, bool $acceptloss): int {
        if (!in_array($fields['action'], ['update', 'rollback'], true)) {
            throw new problem('badrequest', 'action');
        }
        $step = ['action' => $fields['action'], 'kind' => 'activity', 'key' => $this->item->itemkey,
            'requestid' => $fields['requestid'], 'verdict' => $fields['verdict'], 'acceptloss' => $acceptloss,
            'base' => ['revision' => (int) $fields['base']]];
        $step += $fields['action'] === 'rollback' ? ['to' => (int) $fields['to']] : ['sha256' => $fields['sha256']];
        return publisher::run(new step($step))['revision'];
    }
}
