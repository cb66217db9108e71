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

namespace local_scormkit;

use local_scormkit\local\items;

/**
 * What is deleted in Moodle is forgotten here.
 *
 * @covers \local_scormkit\observer
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observer_test extends \advanced_testcase {
    /**
     * Activities and courses.
     */
    public function test_deleted(): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/course/lib.php');
        $this->preventResetByRollback();
        $this->resetAfterTest();
        $this->setAdminUser();
        $maker = $this->getDataGenerator()->get_plugin_generator('local_scormkit');
        $maker->course();
        $made = $maker->activity('demo/a', $maker->foreign());
        course_delete_module($made['cmid']);
        $this->assertNull(items::find('activity', 'demo/a'));
        $this->assertNotNull(items::find('course', 'demo'));
        delete_course($made['courseid'], false);
        $this->assertSame(0, $DB->count_records(items::TABLE));
        $this->assertSame(0, $DB->count_records('local_scormkit_journal'));
    }
}
