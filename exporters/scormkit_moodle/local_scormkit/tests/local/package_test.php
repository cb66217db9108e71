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

use local_scormkit\local\package\limits;
use local_scormkit\local\package\package;

/**
 * What is refused before Moodle is touched, and what a package is found to be.
 *
 * @covers \local_scormkit\local\package\package
 * @covers \local_scormkit\local\package\archive
 * @covers \local_scormkit\local\package\manifest
 * @covers \local_scormkit\local\package\description
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class package_test extends \advanced_testcase {
    /**
     * Returns the maker of packages.
     *
     * @return \local_scormkit_generator
     */
    private function maker(): \local_scormkit_generator {
        return $this->getDataGenerator()->get_plugin_generator('local_scormkit');
    }

    /**
     * Returns limits.
     *
     * @return limits
     */
    private static function limits(): limits {
        return new limits(1000000, 1000000, 100);
    }

    /**
     * A good package is what its manifest says.
     */
    public function test_good(): void {
        $package = package::read($this->maker()->foreign(['A', 'B']), self::limits());
        $this->assertSame('SCORM_1.2', $package->version);
        $this->assertSame(['O' => '', 'A' => 'A.html', 'B' => 'B.html'], $package->identifiers);
        $this->assertMatchesRegularExpression('~^[0-9a-f]{16}$~', $package->fingerprint);
        $this->assertCount(3, $package->hashes);
        $this->assertSame([], $package->inventory);
        $again = package::read($this->maker()->foreign(['A', 'B']), self::limits());
        $this->assertSame($package->fingerprint, $again->fingerprint);
    }

    /**
     * The version is found by Moodle's own rule.
     *
     * @dataProvider versions
     * @param string $written in the manifest
     * @param string $expected by Moodle
     */
    public function test_version(string $written, string $expected): void {
        $package = package::read($this->maker()->foreign(['A'], 'x', $written), self::limits());
        $this->assertSame($expected, $package->version);
    }

    /**
     * Schema versions.
     *
     * @return array[]
     */
    public static function versions(): array {
        return [
            ['1.2', 'SCORM_1.2'],
            ['1.3', 'SCORM_1.3'],
            ['CAM 1.3', 'SCORM_1.3'],
            ['2004 3rd Edition', 'SCORM_1.3'],
            ['2004 4th Edition', 'SCORM_1.3'],
            ['', 'SCORM_1.2'],
        ];
    }

    /**
     * A bad package is refused with its reason.
     *
     * @dataProvider bad
     * @param string[] $files content by name; MANIFEST stands for a good manifest
     * @param string $reason expected
     */
    public function test_bad(array $files, string $reason): void {
        $manifest = $this->maker()->manifest(['A']);
        $files = array_map(fn($content) => str_replace('MANIFEST', $manifest, $content), $files);
        try {
            package::read($this->maker()->zip($files), self::limits());
            $this->fail('It was not refused.');
        } catch (problem $problem) {
            $this->assertSame(['badpackage', $reason], [$problem->errorcode, $problem->detail]);
        }
    }

    /**
     * Bad packages.
     *
     * @return array[]
     */
    public static function bad(): array {
        $good = ['imsmanifest.xml' => 'MANIFEST', 'A.html' => 'x'];
        $ours = '{"generator": "scormkit", "fingerprint": "0123456789abcdef", "stamped": [], "parts": []}';
        return [
            'no manifest' => [['a/imsmanifest.xml' => 'MANIFEST'], 'nomanifest'],
            'no XML' => [['imsmanifest.xml' => '<manifest'], 'manifest'],
            'entity' => [['imsmanifest.xml' => '<!DOCTYPE m [<!ENTITY x "y">]><manifest>&x;</manifest>'], 'manifest'],
            'other' => [['imsmanifest.xml' => '<course/>'], 'notscorm'],
            'nothing' => [['imsmanifest.xml' => '<manifest/>'], 'nolaunch'],
            'file' => [['imsmanifest.xml' => 'MANIFEST'], 'missingfile'],
            'path' => [$good + ['../x' => 'x'], 'path'],
            'absolute' => [$good + ['/x' => 'x'], 'path'],
            'size' => [$good + ['x' => str_repeat('x', 1000001)], 'expanded'],
            'many' => [$good + array_fill_keys(range(1000, 1100), 'x'), 'toomany'],
            'description' => [$good + ['scormkit.json' => '['], 'description'],
            'fingerprint' => [$good + ['scormkit.json' => $ours], 'fingerprint'],
        ];
    }
}
