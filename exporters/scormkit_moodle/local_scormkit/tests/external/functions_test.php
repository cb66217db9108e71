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

namespace local_scormkit\external;

use core_external\external_api;
use local_scormkit\local\problem;
use local_scormkit\local\uploads;

/**
 * The functions answer as they describe it.
 *
 * @covers \local_scormkit\external\apply
 * @covers \local_scormkit\external\get_courses
 * @covers \local_scormkit\external\get_history
 * @covers \local_scormkit\external\get_site
 * @covers \local_scormkit\external\preview
 * @covers \local_scormkit\external\upload
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class functions_test extends \advanced_testcase {
    /** @var \local_scormkit_generator Makes packages. */
    private \local_scormkit_generator $maker;

    #[\Override]
    protected function setUp(): void {
        parent::setUp();
        $this->preventResetByRollback();
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->maker = $this->getDataGenerator()->get_plugin_generator('local_scormkit');
    }

    /**
     * From an upload to the history.
     */
    public function test_publish(): void {
        $data = file_get_contents($this->maker->foreign());
        $half = intdiv(strlen($data), 2);
        $chunk = ['sha256' => hash('sha256', $data), 'size' => strlen($data)];
        $first = upload::execute(0, 0, [$chunk + ['data' => base64_encode(substr($data, 0, $half)), 'offset' => 0]]);
        $this->assertSame([$half, false], [$first[0]['received'], $first[0]['complete']]);
        $rest = upload::execute(0, 0, [$chunk + ['data' => base64_encode(substr($data, $half)), 'offset' => $half]]);
        external_api::clean_returnvalue(upload::execute_returns(), $rest);
        $this->assertTrue($rest[0]['complete']);
        $this->assertSame($data, uploads::package($chunk['sha256'])->get_content());
        $steps = [
            ['requestid' => str_repeat('a', 64), 'action' => 'create', 'kind' => 'course', 'key' => 'demo'],
            ['requestid' => str_repeat('b', 64), 'action' => 'create', 'kind' => 'activity', 'key' => 'demo/a',
                'sha256' => $chunk['sha256']],
            ['requestid' => str_repeat('c', 64), 'action' => 'create', 'kind' => 'activity', 'key' => 'demo/a',
                'sha256' => $chunk['sha256']],
            ['requestid' => str_repeat('d', 64), 'action' => 'create', 'kind' => 'course', 'key' => 'other'],
        ];
        $answers = external_api::clean_returnvalue(apply::execute_returns(), apply::execute(json_encode($steps)));
        $this->assertSame(['done', 'done', 'failed', 'notrun'], array_column($answers, 'outcome'));
        $this->assertSame('keytaken', $answers[2]['error']['code']);
        $courses = external_api::clean_returnvalue(get_courses::execute_returns(), get_courses::execute([['key' => 'demo'],
            ['key' => 'none']]));
        $this->assertSame([true, false], array_column($courses, 'managed'));
        $this->assertSame('demo/a', $courses[0]['items'][0]['key']);
        $history = external_api::clean_returnvalue(get_history::execute_returns(), get_history::execute('demo/a'));
        $this->assertSame([['create', 'done', 1]], array_map(
            fn($row) => [$row['action'], $row['status'], $row['revision']],
            $history
        ));
        $step = json_encode(['action' => 'update', 'kind' => 'activity', 'key' => 'demo/a', 'settings' => ['name' => 'New']]);
        $verdict = external_api::clean_returnvalue(preview::execute_returns(), preview::execute($step));
        $this->assertSame(['settings-only', ['name']], [$verdict['word'], $verdict['settings']]);
    }

    /**
     * The site is described without anything personal.
     */
    public function test_site(): void {
        $site = external_api::clean_returnvalue(get_site::execute_returns(), get_site::execute());
        $this->assertSame('local/scormkit:read', $site['capabilities'][0]['name']);
        $this->assertTrue($site['capabilities'][0]['held']);
        $this->assertGreaterThan(0, $site['limits']['chunk']);
        $this->expectException(problem::class);
        apply::execute('[]', 'anothersite');
    }
}
