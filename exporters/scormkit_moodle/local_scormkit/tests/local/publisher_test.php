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
 * Steps: whole or not at all, once, and never a track lost.
 *
 * @covers \local_scormkit\local\publisher
 * @covers \local_scormkit\local\settler
 * @covers \local_scormkit\local\act\activity_act
 * @covers \local_scormkit\local\act\course_act
 * @covers \local_scormkit\local\act\section_act
 * @covers \local_scormkit\local\act\rollback_act
 * @covers \local_scormkit\local\act\remove_act
 * @covers \local_scormkit\local\act\adopt_act
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class publisher_test extends \advanced_testcase {
    /** @var \local_scormkit_generator Makes packages and publishes them. */
    private \local_scormkit_generator $maker;

    #[\Override]
    protected function setUp(): void {
        parent::setUp();
        $this->preventResetByRollback(); // Transactions are what is tested.
        $this->resetAfterTest();
        $this->setAdminUser();
        set_config('enablecompletion', 1);
        $this->maker = $this->getDataGenerator()->get_plugin_generator('local_scormkit');
    }

    /**
     * Makes an activity with a learner's tracks.
     *
     * @param string[] $identifiers of the items; the tracks are in the first
     * @return array the answer, and the learner's number
     */
    private function with_tracks(array $identifiers = ['A']): array {
        $this->maker->course();
        $made = $this->maker->activity('demo/a', $this->maker->foreign($identifiers, 'old'));
        $learner = $this->getDataGenerator()->create_and_enrol(get_course($made['courseid']), 'student');
        $this->maker->tracks($made['cmid'], $identifiers[0], $learner->id, ['cmi.core.lesson_status' => 'passed',
            'cmi.suspend_data' => 'state', 'cmi.core.score.raw' => '80']);
        return [$made, $learner->id];
    }

    /**
     * Returns all tracks.
     *
     * @return string[]
     */
    private static function all_tracks(): array {
        global $DB;
        $table = tracks::in_three_tables() ? 'scorm_scoes_value' : 'scorm_scoes_track';
        return $DB->get_fieldset_sql("SELECT v.value FROM {{$table}} v JOIN {scorm_scoes} s ON s.id = v.scoid ORDER BY v.id");
    }

    /**
     * Asserts that a step is refused.
     *
     * @param array $step to do
     * @param string $code expected
     * @param string|null $detail expected
     */
    private function assert_refused(array $step, string $code, ?string $detail = null): void {
        try {
            $this->maker->step($step);
            $this->fail('It was not refused.');
        } catch (problem $problem) {
            $this->assertSame($code, $problem->errorcode);
            $this->assertSame($detail ?? $problem->detail, $problem->detail);
        }
    }

    /**
     * A course, a section and an activity are made, and a second apply changes nothing.
     */
    public function test_create(): void {
        $this->maker->course('demo', ['criteria' => 'all']);
        $section = $this->maker->step(['action' => 'create', 'kind' => 'section', 'key' => 'demo/m1',
            'settings' => ['name' => 'One']]);
        $made = $this->maker->activity('demo/m1', $this->maker->foreign(), ['completion' => ['mode' => 'manual']]);
        $this->assertSame(['done', 1], [$section['outcome'], $section['section']]);
        $item = items::demand('activity', 'demo/m1');
        $this->assertSame('SCORM_1.2', $item->version);
        $again = $this->maker->step(['action' => 'update', 'kind' => 'activity', 'key' => 'demo/m1',
            'base' => ['revision' => 1, 'state' => $made['state']], 'settings' => ['completion' => ['mode' => 'manual']]]);
        $this->assertSame(['unchanged', 1], [$again['outcome'], $again['revision']]);
        $this->assert_refused(['action' => 'create', 'kind' => 'activity', 'key' => 'demo/m1',
            'sha256' => $made['sha256']], 'keytaken', 'demo/m1');
        [$course] = (new reader([['key' => 'demo', 'courseid' => 0]]))->answers();
        $this->assertSame('all', json_decode($course['settings'])->criteria);
        $this->assertCount(2, $course['items']);
    }

    /**
     * Tracks outlive a new package, and a rollback brings the bytes back.
     */
    public function test_replace_and_roll_back(): void {
        [$made] = $this->with_tracks();
        $before = self::all_tracks();
        $sink = $this->redirectEvents();
        $new = $this->maker->step($this->maker->replacement($made, $this->maker->foreign(['A'], 'new')));
        $this->assertSame(['done', 2], [$new['outcome'], $new['revision']]);
        $this->assertNotSame($made['fingerprint'], $new['fingerprint']);
        $this->assertSame('new-attempt', json_decode($new['verdict'])->word);
        $this->assertSame($before, self::all_tracks());
        $names = array_map(fn($event) => $event->eventname, $sink->get_events());
        $this->assertContains('\local_scormkit\event\package_published', $names);
        $back = $this->maker->step(['action' => 'rollback', 'kind' => 'activity', 'key' => 'demo/a', 'to' => 1,
            'base' => ['revision' => 2]]);
        $this->assertSame([3, $made['sha256']], [$back['revision'], $back['sha256']]);
        $this->assertSame($before, self::all_tracks());
    }

    /**
     * A SCO with tracks is not lost unless that is accepted, and then its tracks are put aside.
     */
    public function test_lost(): void {
        global $DB;
        [$made, $learner] = $this->with_tracks(['A', 'B']);
        $before = self::all_tracks();
        $step = $this->maker->replacement($made, $this->maker->foreign(['B'], 'new'));
        $this->assert_refused($step, 'wouldlose', 'A');
        $this->assertSame($before, self::all_tracks());
        $done = $this->maker->step(['acceptloss' => true] + $step);
        $this->assertSame([], self::all_tracks());
        $aside = $DB->get_records('local_scormkit_track', ['journalid' => $done['journalid']]);
        $this->assertSame($before, array_column($aside, 'value'));
        $this->assertSame([(string) $learner], array_values(array_unique(array_column($aside, 'userid'))));
    }

    /**
     * Another SCORM version under tracks is never done.
     */
    public function test_version_change(): void {
        [$made] = $this->with_tracks();
        $step = $this->maker->replacement($made, $this->maker->foreign(['A'], 'x', '2004 4th Edition'));
        $this->assert_refused(['acceptloss' => true] + $step, 'versionchange');
    }

    /**
     * A step is done once, whatever is sent twice.
     */
    public function test_doubled(): void {
        [$made] = $this->with_tracks();
        $step = ['requestid' => str_repeat('ab', 32)] + $this->maker->replacement($made, $this->maker->foreign(['A'], 'new'));
        $first = $this->maker->step($step);
        $second = $this->maker->step($step);
        $this->assertSame(['repeated' => true] + $first, ['repeated' => true] + $second);
        $this->assertTrue($second['repeated']);
        $this->assert_refused(['settings' => ['name' => 'x']] + $step, 'requestreused');
    }

    /**
     * A plan that was made on something else is refused.
     */
    public function test_stale(): void {
        global $DB;
        [$made] = $this->with_tracks();
        $step = $this->maker->replacement($made, $this->maker->foreign(['A'], 'new'));
        $this->assert_refused(['base' => ['revision' => 9]] + $step, 'stale', 'revision');
        $this->assert_refused(['verdict' => 'safe'] + $step, 'stale', 'verdict');
        $DB->set_field('scorm', 'name', 'By hand', []);
        $this->assert_refused($step, 'stale', 'state');
    }

    /**
     * What was begun and not committed is undone; what was committed is finished.
     */
    public function test_settle(): void {
        [$made] = $this->with_tracks();
        $row = ['digest' => 'x', 'kind' => 'activity', 'itemkey' => 'demo/a', 'coursekey' => 'demo', 'action' => 'update',
            'courseid' => $made['courseid'], 'cmid' => $made['cmid']];
        $begun = journal::start(['requestid' => str_repeat('1', 64)] + $row);
        kept::take($made['courseid'], $made['cmid'], $begun->id);
        $committed = journal::start(['requestid' => str_repeat('2', 64), 'status' => 'committed'] + $row);
        $this->assertSame(0, settler::settle_all());
        $this->assertSame('undone', journal::find($begun->requestid)->status);
        $this->assertNull(kept::package($begun));
        $this->assertSame('done', journal::find($committed->requestid)->status);
        $this->assertSame('SCORM_1.2', activities::one($made['cmid'])->version);
    }

    /**
     * Removing keeps tracks in the journal; a key can be forgotten and given again.
     */
    public function test_remove_and_adopt(): void {
        [$made] = $this->with_tracks();
        $remove = ['action' => 'remove', 'kind' => 'activity', 'key' => 'demo/a', 'base' => ['revision' => 1]];
        $this->assert_refused($remove, 'wouldlose');
        $this->maker->step(['place' => ['unmanage' => true]] + $remove);
        $this->assertNull(items::find('activity', 'demo/a'));
        $adopted = $this->maker->step(['action' => 'adopt', 'kind' => 'activity', 'key' => 'demo/b',
            'place' => ['courseid' => $made['courseid'], 'cmid' => $made['cmid']]]);
        $this->assertSame($made['fingerprint'], $adopted['fingerprint']);
        $gone = $this->maker->step(['key' => 'demo/b', 'acceptloss' => true] + $remove);
        $this->assertSame('done', $gone['outcome']);
        $this->assertSame([], self::all_tracks());
    }

    /**
     * A user without a capability is told which one.
     */
    public function test_capabilities(): void {
        [$made] = $this->with_tracks();
        $user = $this->getDataGenerator()->create_and_enrol(get_course($made['courseid']), 'editingteacher');
        $this->setUser($user);
        $step = ['action' => 'update', 'kind' => 'activity', 'key' => 'demo/a', 'base' => ['revision' => 1],
            'settings' => ['name' => 'New']];
        $this->assert_refused($step, 'nocapability', 'local/scormkit:publish');
        $this->setUser($this->getDataGenerator()->create_user());
        $this->assert_refused($step, 'nocourseaccess', (string) $made['courseid']);
    }
}
