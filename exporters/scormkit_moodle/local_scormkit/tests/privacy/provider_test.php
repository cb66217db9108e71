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

namespace local_scormkit\privacy;

use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;

/**
 * What is known of persons is told and deleted.
 *
 * @covers \local_scormkit\privacy\provider
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class provider_test extends \core_privacy\tests\provider_testcase {
    /** @var \stdClass A learner whose tracks were put aside. */
    private \stdClass $learner;

    /** @var \stdClass A user who published. */
    private \stdClass $publisher;

    /** @var \context_course The course. */
    private \context_course $context;

    #[\Override]
    protected function setUp(): void {
        parent::setUp();
        $this->preventResetByRollback();
        $this->resetAfterTest();
        $this->publisher = $this->getDataGenerator()->create_user();
        $role = $this->getDataGenerator()->create_role(['archetype' => 'manager']);
        role_assign($role, $this->publisher->id, \context_system::instance());
        $this->setUser($this->publisher);
        $maker = $this->getDataGenerator()->get_plugin_generator('local_scormkit');
        $maker->course();
        $made = $maker->activity('demo/a', $maker->foreign(['A', 'B']));
        $this->learner = $this->getDataGenerator()->create_and_enrol(get_course($made['courseid']), 'student');
        $maker->tracks($made['cmid'], 'A', $this->learner->id, ['cmi.suspend_data' => 'mine']);
        $maker->step(['acceptloss' => true] + $maker->replacement($made, $maker->foreign(['B'])));
        $this->context = \context_course::instance($made['courseid']);
    }

    /**
     * Users are found in their contexts, and the reverse.
     */
    public function test_contexts(): void {
        $ids = provider::get_contexts_for_userid($this->learner->id)->get_contextids();
        $this->assertEquals([$this->context->id], $ids);
        $ids = provider::get_contexts_for_userid($this->publisher->id)->get_contextids();
        $this->assertEqualsCanonicalizing([$this->context->id, \context_system::instance()->id], $ids);
        $list = new userlist($this->context, 'local_scormkit');
        provider::get_users_in_context($list);
        $this->assertEqualsCanonicalizing([$this->learner->id, $this->publisher->id], $list->get_userids());
    }

    /**
     * Everybody gets their own.
     */
    public function test_export(): void {
        $this->export_context_data_for_user($this->learner->id, $this->context, 'local_scormkit');
        $path = [get_string('pluginname', 'local_scormkit'), get_string('privacy:path:tracks', 'local_scormkit')];
        $tracks = writer::with_context($this->context)->get_data($path)->tracks;
        $this->assertContains('mine', array_column($tracks, 'value'));
        $path[1] = get_string('privacy:path:journal', 'local_scormkit');
        $this->assertEmpty(writer::with_context($this->context)->get_data($path));
        writer::reset();
        $this->export_context_data_for_user($this->publisher->id, $this->context, 'local_scormkit');
        $this->assertCount(3, writer::with_context($this->context)->get_data($path)->journal);
    }

    /**
     * Tracks go, and who published is forgotten; what was published stays.
     */
    public function test_delete(): void {
        global $DB;
        $contexts = new approved_contextlist($this->learner, 'local_scormkit', [$this->context->id]);
        provider::delete_data_for_user($contexts);
        $this->assertSame(0, $DB->count_records('local_scormkit_track'));
        $this->assertSame(3, $DB->count_records('local_scormkit_journal', ['userid' => $this->publisher->id]));
        provider::delete_data_for_users(new approved_userlist($this->context, 'local_scormkit', [$this->publisher->id]));
        $this->assertSame(3, $DB->count_records('local_scormkit_journal', ['userid' => 0]));
        $this->assertSame(2, $DB->count_records('local_scormkit_upload'));
        provider::delete_data_for_all_users_in_context(\context_system::instance());
        $this->assertSame(0, $DB->count_records('local_scormkit_upload'));
        $this->assertSame(2, $DB->count_records('local_scormkit_item'));
    }
}
