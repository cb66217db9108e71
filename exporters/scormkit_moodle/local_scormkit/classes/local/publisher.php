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

use local_scormkit\local\act\act;

/**
 * Does steps: each once, whole or not at all.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class publisher {
    /**
     * Does one step.
     *
     * @param step $step what to do
     * @return array the answer, see the reference of the web service
     * @throws problem when it was refused or failed; all is as before
     */
    public static function run(step $step): array {
        compat::load();
        journal::check_requestid($step->requestid);
        \core_php_time_limit::raise();
        raise_memory_limit(MEMORY_EXTRA);
        ignore_user_abort(true);
        $locks = new locks($step->key->course);
        try {
            settler::settle($step->key->course);
            return self::repeated($step) ?? self::once($step, $locks);
        } catch (\Throwable $error) {
            throw problem::of($error);
        } finally {
            $locks->release();
        }
    }

    /**
     * Returns the answer of a request that was done before.
     *
     * @param step $step what to do
     * @return array|null null for a new one
     * @throws problem requestreused
     */
    private static function repeated(step $step): ?array {
        global $USER;
        $row = journal::find($step->requestid);
        if ($row && ($row->digest !== $step->digest || (int) $row->userid !== (int) $USER->id)) {
            throw new problem('requestreused', $step->requestid);
        }
        if (!$row || $row->status !== 'done') {
            return null;
        }
        return ['repeated' => true] + json_decode($row->result, true);
    }

    /**
     * Does a step that was not done yet.
     *
     * @param step $step what to do
     * @param locks $locks held
     * @return array the answer
     */
    private static function once(step $step, locks $locks): array {
        $act = act::of($step);
        $locks->course($act->courseid());
        $act->prepare();
        $refusal = $act->refusal();
        if ($refusal) {
            throw $refusal;
        }
        return $act->changes() ? self::perform($act) : $act->answer('unchanged', 0);
    }

    /**
     * Writes the journal, keeps what is replaced, and does the step in one transaction.
     *
     * @param act $act prepared
     * @return array the answer
     */
    private static function perform(act $act): array {
        global $DB;
        $row = journal::start($act->journal());
        $level = ob_get_level();
        ob_start(); // Moodle's import prints notices that would spoil the answer.
        try {
            fault::at('started');
            $act->keep($row);
            fault::at('staged');
            $transaction = $DB->start_delegated_transaction();
            $act->perform($row);
            fault::at('performed');
            $answer = $act->answer('done', (int) $row->id);
            journal::mark($row, 'committed', $act->outcome() + ['result' => json_encode($answer)]);
            fault::at('marked');
            $transaction->allow_commit();
        } catch (\Throwable $error) {
            settler::undo($row, 'failed');
            $act->clean_up();
            throw $error;
        } finally {
            while (ob_get_level() > $level) {
                ob_end_clean();
            }
        }
        self::finish($row);
        return $answer;
    }

    /**
     * Finishes what was committed. If that fails the step is done all the same: the next call, or the task, finishes it.
     *
     * @param \stdClass $row of the journal
     */
    private static function finish(\stdClass $row): void {
        try {
            fault::at('committed');
            settler::finish($row);
            fault::at('finished');
        } catch (\Throwable $error) {
            debugging('local_scormkit: not finished yet: ' . $error->getMessage(), DEBUG_DEVELOPER);
        }
    }

    /**
     * Returns what a step would mean, and changes nothing.
     *
     * @param step $step what to do
     * @return array a verdict
     */
    public static function preview(step $step): array {
        compat::load();
        settler::settle_quietly($step->key->course);
        $act = act::of($step);
        $act->prepare(true);
        return $act->verdict->to_array($act->refusal());
    }
}
