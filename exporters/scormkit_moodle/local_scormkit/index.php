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

/**
 * What was published, its state and its drift.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require_once(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

admin_externalpage_setup('local_scormkit_published');
\local_scormkit\local\access::on_page();

$number = optional_param('page', 0, PARAM_INT);
$page = new \local_scormkit\output\published_page(max(0, $number));

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('published', 'local_scormkit'));
echo $OUTPUT->render_from_template('local_scormkit/published', $page->export_for_template($OUTPUT));
echo $OUTPUT->paging_bar($page->count, $number, $page::MOST, new moodle_url('/local/scormkit/index.php'));
echo $OUTPUT->footer();
