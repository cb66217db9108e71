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
 * The history of one item; for an activity also the plan for another package or a rollback, and its confirmation.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_scormkit\form\upload_form;
use local_scormkit\local\desk;
use local_scormkit\local\items;
use local_scormkit\local\package\limits;
use local_scormkit\local\problem;
use local_scormkit\output\item_page;
use local_scormkit\output\published_page;

require_once(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

$kind = required_param('kind', PARAM_ALPHA);
$key = required_param('key', PARAM_RAW);
$action = optional_param('action', '', PARAM_ALPHA);

admin_externalpage_setup('local_scormkit_published', '', null, '/local/scormkit/item.php', ['nosearch' => true]);
$item = items::demand($kind, $key);
$url = new moodle_url(published_page::item_url($kind, $key));
$PAGE->set_url($url);
$context = context_course::instance($item->courseid);
require_capability('local/scormkit:read', $context);
$desk = new desk($item);
$plan = null;
$form = null;

try {
    if ($action !== '') {
        require_capability('local/scormkit:publish', $context);
    }
    if ($action !== '' && optional_param('confirm', 0, PARAM_BOOL)) {
        require_sesskey();
        if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
            throw new problem('badrequest', 'method');
        }
        $fields = [
            'action' => $action,
            'base' => required_param('base', PARAM_INT),
            'requestid' => required_param('requestid', PARAM_ALPHANUM),
            'sha256' => optional_param('sha256', '', PARAM_ALPHANUM),
            'to' => optional_param('to', 0, PARAM_INT),
            'verdict' => required_param('verdict', PARAM_ALPHAEXT),
        ];
        $revision = $desk->carry_out($fields, optional_param('acceptloss', 0, PARAM_BOOL));
        redirect(
            $url,
            get_string('appliedchange', 'local_scormkit', $revision),
            null,
            \core\output\notification::NOTIFY_SUCCESS
        );
    } else if ($action === 'rollback') {
        $plan = $desk->plan_rollback(required_param('to', PARAM_INT));
    } else if ($action === 'upload') {
        $limit = limits::at($context)->package;
        $form = new upload_form(null, ['kind' => $kind, 'key' => $key, 'action' => 'upload', 'maxbytes' => $limit]);
        if ($form->is_cancelled()) {
            redirect($url);
        }
        $data = $form->get_data();
        if ($data) {
            $user = context_user::instance($USER->id)->id;
            $files = get_file_storage()->get_area_files($user, 'user', 'draft', $data->package, 'id', false);
            $plan = $desk->plan_upload(reset($files));
        }
    }
} catch (problem $refused) {
    redirect($url, $refused->getMessage(), null, \core\output\notification::NOTIFY_ERROR);
}

echo $OUTPUT->header();
echo $OUTPUT->heading(s($key));
if ($plan) {
    echo $OUTPUT->render_from_template('local_scormkit/plan', $plan->export_for_template($OUTPUT));
} else if ($form) {
    $form->display();
} else {
    echo $OUTPUT->render_from_template('local_scormkit/item', (new item_page($item))->export_for_template($OUTPUT));
}
echo $OUTPUT->footer();
