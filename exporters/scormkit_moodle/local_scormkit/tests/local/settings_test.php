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

use local_scormkit\local\settings\activity_completion;
use local_scormkit\local\settings\activity_settings;
use local_scormkit\local\settings\availability;
use local_scormkit\local\settings\schema;

/**
 * What settings are taken, and how they are compared.
 *
 * @covers \local_scormkit\local\settings\schema
 * @covers \local_scormkit\local\settings\activity_settings
 * @covers \local_scormkit\local\settings\availability
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class settings_test extends \advanced_testcase {
    #[\Override]
    protected function setUp(): void {
        parent::setUp();
        compat::load();
    }

    /**
     * A wrong setting is named.
     *
     * @dataProvider wrong
     * @param array $settings as sent
     * @param string $name of the wrong one
     */
    public function test_wrong(array $settings, string $name): void {
        try {
            activity_settings::check($settings);
            $this->fail('It was not refused.');
        } catch (problem $problem) {
            $this->assertSame(['badsetting', $name], [$problem->errorcode, $problem->detail]);
        }
    }

    /**
     * Wrong settings.
     *
     * @return array[]
     */
    public static function wrong(): array {
        return [
            [['colour' => 1], 'colour'],
            [['name' => ''], 'name'],
            [['name' => ' x'], 'name'],
            [['name' => '<script>x</script>'], 'name'],
            [['name' => str_repeat('ă', 256)], 'name'],
            [['visible' => 1], 'visible'],
            [['opens' => -1], 'opens'],
            [['grade' => ['max' => 100.5]], 'grade.max'],
            [['grade' => ['min' => 0]], 'grade.min'],
            [['grade' => 100], 'grade.'],
            [['attempts' => ['max' => 7]], 'attempts.max'],
            [['completion' => ['mode' => 'sometimes']], 'completion.mode'],
            [['completion' => ['status' => ['failed']]], 'completion.status'],
            [['requires' => 'a/b'], 'requires'],
            [['availability' => ['op' => '?', 'c' => []]], 'availability'],
        ];
    }

    /**
     * Equal settings in another form are equal.
     */
    public function test_forms(): void {
        $checked = activity_settings::check(['grade' => ['max' => 100.0, 'weight' => null], 'requires' => ['c/b', 'c/a', 'c/b'],
            'completion' => ['mode' => 'manual', 'score' => 50, 'status' => ['completed']]]);
        $this->assertSame(['max' => 100], $checked['grade']);
        $this->assertSame(['c/a', 'c/b'], $checked['requires']);
        $this->assertSame(['mode' => 'manual'] + activity_completion::NONE, $checked['completion']);
    }

    /**
     * Differences name what is inside a part.
     */
    public function test_differences(): void {
        $now = ['name' => 'a', 'grade' => ['max' => 100, 'pass' => null]];
        $all = activity_settings::definitions();
        $this->assertSame([], schema::differences($all, $now, ['grade' => ['max' => 100]]));
        $this->assertSame(['name', 'grade.max'], schema::differences($all, $now, ['name' => 'b', 'grade' => ['max' => 50]]));
        $merged = schema::merge($all, $now, ['grade' => ['max' => 50]]);
        $this->assertSame(['max' => 50, 'pass' => null], $merged['grade']);
    }

    /**
     * Restrictions come back as they were set.
     */
    public function test_availability(): void {
        $tree = ['op' => '|', 'c' => [['type' => 'date', 'd' => '>=', 't' => 5]], 'show' => false];
        $wanted = ['requires' => ['c/a'], 'requiresshown' => false, 'availability' => $tree];
        $json = availability::build($wanted, ['c/a' => 7]);
        $this->assertEquals($wanted, availability::read($json, [7 => 'c/a']));
        $this->assertNull(availability::build(['requires' => [], 'availability' => null], []));
        $byhand = '{"op":"&","c":[{"type":"date","d":">=","t":5}],"showc":[true]}';
        $read = availability::read($byhand, []);
        $this->assertSame([], $read['requires']);
        $this->assertEquals($read, availability::read(availability::build($read, []), []));
    }
}
