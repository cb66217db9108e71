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
 * What is said of two packages of ours.
 *
 * @covers \local_scormkit\local\comparison
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class comparison_test extends \basic_testcase {
    /**
     * Returns an inventory.
     *
     * @param array[] $questions key, type, options
     * @param string[] $layouts digests
     * @param array $rest further entries
     * @return array
     */
    private static function inventory(array $questions, array $layouts, array $rest = []): array {
        $page = ['id' => 'p', 'published' => 'p', 'kind' => 'lesson', 'questions' => $questions];
        return $rest + ['published' => 'c', 'layout' => count($layouts), 'layouts' => $layouts,
            'parts' => [['id' => 'c', 'published' => 'c', 'pages' => [$page]]]];
    }

    /**
     * The word and the reasons follow from what changed.
     *
     * @dataProvider changes
     * @param array $old inventory
     * @param array $new inventory
     * @param string $word expected
     * @param string[] $reasons expected
     */
    public function test_word(array $old, array $new, string $word, array $reasons): void {
        $comparison = new comparison($old, $new);
        $this->assertSame($word, $comparison->word());
        $this->assertSame($reasons, $comparison->reasons());
    }

    /**
     * Pairs of inventories.
     *
     * @return array[]
     */
    public static function changes(): array {
        $one = ['q', 'choice', [1, 2]];
        $base = self::inventory([$one], ['a']);
        $renamed = self::inventory([$one], ['a']);
        $renamed['parts'][0]['pages'][0]['id'] = 'other';
        return [
            'text' => [$base, $base, 'safe', ['text']],
            'added' => [$base, self::inventory([$one, ['r', 'number', []]], ['a', 'b']), 'migrates', ['added']],
            'removed' => [$base, self::inventory([], ['a', 'b']), 'migrates', ['removed']],
            'retyped' => [$base, self::inventory([['q', 'multiple', [1, 2]]], ['a', 'b']), 'migrates', ['retyped']],
            'option' => [$base, self::inventory([['q', 'choice', [1, 2, 3]]], ['a']), 'migrates', ['options']],
            'renamed' => [$base, $renamed, 'migrates', ['renamed']],
            'rollback' => [self::inventory([$one], ['a', 'b']), $base, 'safe', ['text']],
            'unknown layout' => [$base, self::inventory([$one], ['z']), 'new-attempt', ['unknown-layout']],
            'seen layout' => [self::inventory([$one], ['a'], ['seen' => [['z']]]), $base, 'new-attempt', ['unknown-layout']],
            'other course' => [$base, self::inventory([$one], ['a'], ['published' => 'd']), 'new-attempt', ['other-course']],
            'foreign' => [$base, [], 'new-attempt', ['foreign']],
            'was foreign' => [[], $base, 'new-attempt', ['foreign']],
        ];
    }

    /**
     * Layouts are remembered, each chain once.
     */
    public function test_seen(): void {
        $old = self::inventory([], ['a', 'b'], ['layout' => 1, 'seen' => [['z'], ['a']]]);
        $this->assertSame([['z'], ['a']], (new comparison($old, []))->seen());
    }
}
