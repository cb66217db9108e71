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

/**
 * Tests of the place to which a rollback brings an activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_scormkit\local\act\spot
 * @covers     \local_scormkit\local\act\rollback_act
 */
final class spot_test extends \advanced_testcase {
    /** @var \local_scormkit_generator Makes packages and publishes them. */
    private \local_scormkit_generator $maker;

    /** @var array[] Answers of the steps that made the activities, by key. */
    private array $made = [];

    /** @var int The course. */
    private int $courseid;

    #[\Override]
    protected function setUp(): void {
        parent::setUp();
        $this->preventResetByRollback();
        $this->resetAfterTest();
        $this->setAdminUser();
        set_config('enablecompletion', 1);
        $this->maker = $this->getDataGenerator()->get_plugin_generator('local_scormkit');
        $this->courseid = $this->maker->course()['courseid'];
        foreach (['demo/a', 'demo/b', 'demo/c'] as $key) {
            $this->made[$key] = $this->maker->activity($key, $this->maker->foreign());
        }
    }

    /**
     * Returns the ends of the keys of a section's activities in order, ? for those of others: the announcements come first.
     *
     * @param int $number of the section
     * @return string
     */
    private function order(int $number): string {
        global $DB;
        $keys = activities::keys_of($this->courseid);
        $sequence = $DB->get_field('course_sections', 'sequence', ['course' => $this->courseid, 'section' => $number]);
        $names = array_map(fn($cmid) => substr($keys[$cmid] ?? '?', -1), array_filter(explode(',', (string) $sequence)));
        return implode(' ', $names);
    }

    /**
     * Changes demo/a: its package or its place.
     *
     * @param array $step what else the step says
     */
    private function change(array $step): void {
        $base = ['revision' => $this->made['demo/a']['revision']];
        $this->made['demo/a'] = $this->maker->step($step + ['kind' => 'activity', 'key' => 'demo/a', 'base' => $base]);
    }

    /**
     * It comes back into its section, before what it stood before.
     */
    public function test_into_its_section(): void {
        $this->change(['action' => 'update', 'place' => ['section' => 2]]);
        $this->assertSame(['? b c', 'a'], [$this->order(0), $this->order(2)]);
        $this->change(['action' => 'rollback', 'to' => 1]);
        $this->assertSame(['? a b c', ''], [$this->order(0), $this->order(2)]);
        $this->assertTrue(json_decode($this->made['demo/a']['verdict'])->moves);
        $this->change(['action' => 'rollback', 'to' => 2]);
        $this->assertSame(['? b c', 'a'], [$this->order(0), $this->order(2)]);
    }

    /**
     * It comes back to its place in the order, and nothing else is moved.
     */
    public function test_in_its_section(): void {
        $this->change(['action' => 'update', 'place' => ['before' => 'demo/c']]);
        $this->assertSame('? b a c', $this->order(0));
        $this->change(['action' => 'rollback', 'to' => 1]);
        $this->assertSame('? a b c', $this->order(0));
    }

    /**
     * What others put between since, and a changed order of the others, is no other place.
     */
    public function test_stays(): void {
        $this->change(['action' => 'update', 'sha256' => $this->maker->upload($this->maker->foreign(['A'], 'new'))]);
        $page = $this->getDataGenerator()->create_module('page', ['course' => $this->courseid, 'section' => 0]);
        compat::move_module($this->courseid, $page->cmid, (int) $this->made['demo/a']['sectionid'], $this->made['demo/b']['cmid']);
        compat::move_module($this->courseid, $this->made['demo/b']['cmid'], (int) $this->made['demo/a']['sectionid'], null);
        $this->assertSame('? a ? c b', $this->order(0));
        $this->change(['action' => 'rollback', 'to' => 1]);
        $this->assertSame('? a ? c b', $this->order(0));
        $this->assertFalse(json_decode($this->made['demo/a']['verdict'])->moves);
    }

    /**
     * Where its section is gone it stays where it is.
     */
    public function test_without_its_section(): void {
        $this->change(['action' => 'update', 'place' => ['section' => 2]]);
        $this->change(['action' => 'update', 'place' => ['section' => 0]]);
        course_delete_section($this->courseid, 2);
        $this->change(['action' => 'rollback', 'to' => 2]);
        $this->assertSame(['unchanged', '? b c a'], [$this->made['demo/a']['outcome'], $this->order(0)]);
    }
}
