<?php
// Does one thing inside a Moodle for scormkit's tests: a JSON command in, a JSON answer out: over HTTP, which is
// quick, or on the command line, where it may be killed.
// Licence: GNU GPL v3 or later, as it runs inside Moodle.

define(PHP_SAPI === 'cli' ? 'CLI_SCRIPT' : 'NO_MOODLE_COOKIES', true);
require(__DIR__ . '/config.php');
require(str_replace('-act.php', '-tracks.php', __FILE__));
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/course/modlib.php');
require_once($CFG->dirroot . '/user/lib.php');
require_once($CFG->dirroot . '/mod/scorm/locallib.php');
require_once($CFG->libdir . '/gradelib.php');
require_once($CFG->libdir . '/completionlib.php');

\core\session\manager::set_user(get_admin());

function do_course(object $c): array {
    $course = create_course((object) ['fullname' => $c->name, 'shortname' => $c->name,
        'category' => 1, 'enablecompletion' => 1, 'format' => 'topics']);
    return ['id' => (int) $course->id];
}

function do_student(object $c): array {
    $id = user_create_user((object) ['username' => $c->username, 'password' => $c->password, 'confirmed' => 1,
        'mnethostid' => 1, 'firstname' => $c->firstname, 'lastname' => $c->lastname,
        'email' => $c->username . '@example.invalid', 'auth' => 'manual', 'lang' => 'en']);
    $manual = enrol_get_plugin('manual');
    foreach (enrol_get_instances($c->course, true) as $instance) {
        if ($instance->enrol === 'manual') {
            $manual->enrol_user($instance, $id, 5);
        }
    }
    return ['id' => (int) $id];
}

function draft_of(string $path): int {
    global $USER;
    $item = file_get_unused_draft_itemid();
    get_file_storage()->create_file_from_pathname(['component' => 'user', 'filearea' => 'draft',
        'contextid' => context_user::instance($USER->id)->id, 'itemid' => $item,
        'filename' => basename($path), 'filepath' => '/'], $path);
    return $item;
}

function do_scorm(object $c): array {
    global $DB;
    $settings = (array) get_config('scorm');
    $data = (object) array_merge(['updatefreq' => 0, 'popup' => 0], array_intersect_key($settings, array_flip([
        'skipview', 'hidebrowse', 'displaycoursestructure', 'hidetoc', 'nav', 'navpositionleft', 'navpositiontop',
        'displayattemptstatus', 'maxattempt', 'whatgrade', 'forcenewattempt', 'lastattemptlock', 'forcecompleted',
        'masteryoverride', 'auto'])), [
        'modulename' => 'scorm', 'module' => $DB->get_field('modules', 'id', ['name' => 'scorm']),
        'course' => $c->course, 'section' => 0, 'visible' => 1, 'name' => $c->name, 'cmidnumber' => '',
        'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
        'scormtype' => SCORM_TYPE_LOCAL, 'packagefile' => draft_of($c->zip), 'width' => '100', 'height' => '600',
        'timeopen' => 0, 'timeclose' => 0, 'grademethod' => GRADEHIGHEST, 'maxgrade' => 100,
        'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionview' => 0,
        'completionstatusrequired' => $c->status ?? 6, 'completionscoredisabled' => 1]);
    $module = add_moduleinfo($data, get_course($c->course));
    $scoes = $DB->get_records('scorm_scoes', ['scorm' => $module->instance], 'sortorder');
    $version = $DB->get_field('scorm', 'version', ['id' => $module->instance]);
    return ['cm' => (int) $module->coursemodule, 'id' => (int) $module->instance, 'version' => $version,
        'scoes' => array_values(array_map(fn($s) => ['id' => (int) $s->id, 'identifier' => $s->identifier,
            'type' => $s->scormtype, 'title' => $s->title], $scoes))];
}

/** Makes a course with an activity of each zip: the least time in which Moodle can. */
function do_many(object $c): array {
    $begun = microtime(true);
    foreach ($c->zips as $n => $zip) {
        $course = do_course((object) ['name' => $c->name . $n]);
        do_scorm((object) ['course' => $course['id'], 'name' => basename($zip), 'zip' => $zip]);
    }
    return ['seconds' => microtime(true) - $begun];
}

function do_replace(object $c): array {
    global $DB;
    [$course, $cm] = get_course_and_cm_from_cmid($c->cm, 'scorm');
    [, , , $data] = get_moduleinfo_data($cm->get_course_module_record(true), $course);
    $data->packagefile = draft_of($c->zip);
    $data->introeditor = ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0];
    $data->completionunlocked = 0;
    update_moduleinfo($cm->get_course_module_record(true), $data, $course);
    return ['scoes' => array_values($DB->get_fieldset_select('scorm_scoes', 'identifier', 'scorm = ?', [$cm->instance]))];
}

function do_state(object $c): array {
    global $DB;
    [$course, $cm] = get_course_and_cm_from_cmid($c->cm, 'scorm');
    $scorm = $DB->get_record('scorm', ['id' => $cm->instance], '*', MUST_EXIST);
    $tracks = array_filter(tracks_of($scorm->id), fn($t) => (int) $t->userid === (int) $c->user);
    $grades = grade_get_grades($course->id, 'mod', 'scorm', $scorm->id, $c->user);
    $completion = (new completion_info($course))->get_data($cm, true, $c->user);
    $out = [];
    foreach ($tracks as $t) {
        $out[$t->attempt][$t->identifier][$t->element] = $t->value;
    }
    return ['tracks' => (object) $out, 'completion' => (int) $completion->completionstate,
        'grade' => $grades->items[0]->grades[$c->user]->grade ?? null];
}

set_time_limit(0);
$command = json_decode(file_get_contents(PHP_SAPI === 'cli' ? 'php://stdin' : 'php://input'));
echo json_encode(('do_' . $command->do)($command)), "\n";
