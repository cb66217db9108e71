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
 * Tests of the order in which activities were left.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_scormkit\local\order
 */
final class order_test extends \advanced_testcase {
    /**
     * Orders, and what of them shows.
     *
     * @return array[]
     */
    public static function sequences(): array {
        return [
            'as left' => ['1,2,3', []],
            'others between' => ['9,1,8,2,3,7', []],
            'one is gone' => ['1,3', []],
            'two changed places' => ['2,1,3', [2, 1]],
            'the last came first' => ['3,9,1,2', [3, 1, 2]],
            'all are gone' => ['', []],
        ];
    }

    /**
     * What stands elsewhere than it was left is told.
     *
     * @dataProvider sequences
     * @param string $sequence of the section now
     * @param int[] $displaced expected
     */
    public function test_displaced(string $sequence, array $displaced): void {
        $course = (object) ['extra' => ['order' => [7 => [1, 2, 3], 8 => [4, 5]]]];
        $sections = [7 => (object) ['sequence' => $sequence]];
        $this->assertSame($displaced, order::displaced($course, $sections));
    }

    /**
     * A course in which nothing was ever put in order has none to lose.
     */
    public function test_nothing_noted(): void {
        $this->assertSame([], order::displaced((object) ['extra' => []], []));
    }
}
