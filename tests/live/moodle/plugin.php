<?php
// Drives the plugin inside a Moodle for scormkit's tests: a JSON command in, a JSON answer out: over HTTP, which is
// quick, or on the command line, where it may be killed.
// Licence: GNU GPL v3 or later, as it runs inside Moodle.

define(PHP_SAPI === 'cli' ? 'CLI_SCRIPT' : 'NO_MOODLE_COOKIES', true);
define('WS_SERVER', true); // A function that needs a login is called as a server calls it.
require(__DIR__ . '/config.php');
require(str_replace('-plugin.php', '-tracks.php', __FILE__));
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/user/lib.php');
require_once($CFG->dirroot . '/webservice/lib.php');
require_once($CFG->dirroot . '/mod/scorm/locallib.php');
require_once($CFG->libdir . '/gradelib.php');
require_once($CFG->libdir . '/completionlib.php');

/** A user with exactly these capabilities in the site, and a token of the plugin's service. */
function do_publisher(object $c): array {
    global $CFG, $DB;
    set_config('enablewebservices', 1);
    set_config('webserviceprotocols', 'rest');
    set_config('enablecompletion', 1);
    set_config('enableavailability', 1);
    $id = user_create_user((object) ['username' => $c->username, 'password' => 'secret', 'confirmed' => 1, 'mnethostid' => 1,
        'firstname' => 'P', 'lastname' => $c->username, 'email' => $c->username . '@example.invalid', 'auth' => 'manual']);
    $role = create_role($c->username, $c->username, '');
    $system = context_system::instance();
    foreach ($c->capabilities as $capability) {
        assign_capability($capability, CAP_ALLOW, $role, $system->id, true);
    }
    $where = empty($c->category) ? $system : context_coursecat::instance($c->category);
    role_assign($role, $id, $where->id);
    $service = $DB->get_record('external_services', ['shortname' => $c->service ?? 'local_scormkit'], '*', MUST_EXIST);
    $DB->insert_record('external_services_users', (object) ['externalserviceid' => $service->id, 'userid' => $id,
        'timecreated' => time()]);
    $token = class_exists('\core_external\util')
        ? \core_external\util::generate_token(EXTERNAL_TOKEN_PERMANENT, $service, $id, $system)
        : external_generate_token(EXTERNAL_TOKEN_PERMANENT, $service, $id, $system);
    return ['id' => (int) $id, 'token' => $token, 'role' => (int) $role];
}

/** Takes a capability from a role, or gives it. */
function do_capability(object $c): array {
    assign_capability($c->capability, $c->allow ? CAP_ALLOW : CAP_PREVENT, $c->role, context_system::instance()->id, true);
    return [];
}

/** Becomes a user, as a request with a token of that user would. */
function be(int $id): void {
    \core\session\manager::set_user(core_user::get_user($id));
    $_POST['sesskey'] = sesskey();
}

/** Gives a role in the whole site. */
function do_assign(object $c): array {
    role_assign($c->role, $c->user, context_system::instance()->id);
    return [];
}

/** Calls a web-service function as a user, as the REST server would. */
function do_call(object $c): array {
    be($c->user);
    $answer = \core_external\external_api::call_external_function($c->function,
        json_decode(json_encode($c->arguments), true));
    if (!empty($answer['error'])) {
        return ['exception' => 'x', 'errorcode' => $answer['exception']->errorcode, 'message' => $answer['exception']->message];
    }
    return ['answer' => $answer['data']];
}

/** A learner who is enrolled in a course. */
function do_learner(object $c): array {
    $id = user_create_user((object) ['username' => $c->username, 'password' => 'secret', 'confirmed' => 1, 'mnethostid' => 1,
        'firstname' => 'L', 'lastname' => $c->username, 'email' => $c->username . '@example.invalid', 'auth' => 'manual']);
    $manual = enrol_get_plugin('manual');
    foreach (enrol_get_instances($c->course, true) as $instance) {
        if ($instance->enrol === 'manual') {
            $manual->enrol_user($instance, $id, 5);
        }
    }
    return ['id' => (int) $id];
}

/** Tracks of a learner, sent as a player does. */
function do_tracks(object $c): array {
    global $DB;
    be($c->user);
    [, $cm] = get_course_and_cm_from_cmid($c->cmid, 'scorm');
    $sco = $DB->get_record('scorm_scoes', ['scorm' => $cm->instance, 'identifier' => $c->identifier], '*', MUST_EXIST);
    $tracks = [];
    foreach ((array) $c->values as $element => $value) {
        $tracks[] = ['element' => $element, 'value' => $value];
    }
    $answer = \core_external\external_api::call_external_function('mod_scorm_insert_scorm_tracks',
        ['scoid' => $sco->id, 'attempt' => $c->attempt ?? 1, 'tracks' => $tracks]);
    return ['error' => $answer['error'] ? $answer['exception']->message : ''];
}

/** What Moodle keeps of an activity: every track of everybody, grades, completion, files. */
function do_kept(object $c): array {
    global $DB;
    \core\session\manager::set_user(get_admin());
    [$course, $cm] = get_course_and_cm_from_cmid($c->cmid, 'scorm');
    $tracks = tracks_of($cm->instance);
    $out = array_map(fn($t) => "$t->userid $t->attempt $t->identifier $t->element=$t->value", array_values($tracks));
    sort($out);
    $scorm = $DB->get_record('scorm', ['id' => $cm->instance], '*', MUST_EXIST);
    $context = context_module::instance($c->cmid);
    $files = get_file_storage()->get_area_files($context->id, 'mod_scorm', 'content', 0, 'filepath, filename', false);
    $package = get_file_storage()->get_area_files($context->id, 'mod_scorm', 'package', 0, 'id', false);
    $readable = array_filter(array_merge($files, $package), fn($f) => strlen($f->get_content()) === (int) $f->get_filesize());
    $grades = $DB->get_records_sql_menu('SELECT g.userid, g.rawgrade FROM {grade_grades} g JOIN {grade_items} i ON i.id = g.itemid
        WHERE i.itemmodule = ? AND i.iteminstance = ? AND g.rawgrade IS NOT NULL ORDER BY g.userid', ['scorm', $scorm->id]);
    $completion = $DB->get_records_menu('course_modules_completion', ['coursemoduleid' => $c->cmid], 'userid',
        'userid, completionstate');
    return ['tracks' => $out, 'grades' => (object) array_map('floatval', $grades), 'completion' => (object) $completion,
        'files' => array_values(array_map(fn($f) => $f->get_filepath() . $f->get_filename() . ' ' . $f->get_contenthash(), $files)),
        'readable' => count($readable) === count($files) + count($package), 'sha1hash' => $scorm->sha1hash,
        'package' => $package ? hash('sha256', reset($package)->get_content()) : '', 'version' => $scorm->version,
        'name' => get_fast_modinfo($course)->get_cm($c->cmid)->name, 'stored' => $scorm->name,
        'identifiers' => array_values($DB->get_fieldset_select('scorm_scoes', 'identifier', 'scorm = ? ORDER BY sortorder',
            [$scorm->id])),
        'launch' => $DB->record_exists('scorm_scoes', ['id' => $scorm->launch, 'scorm' => $scorm->id])];
}

/** Counts rows, of any table, by conditions. */
function do_count(object $c): array {
    global $DB;
    return ['count' => $DB->count_records($c->table, (array) $c->where)];
}

/** Sets a column by hand, as an administrator's form would in effect. */
function do_set(object $c): array {
    global $DB;
    $DB->set_field($c->table, $c->column, $c->value, (array) $c->where);
    rebuild_course_cache($c->course, true);
    return [];
}

/** Deletes an activity or course by hand. */
function do_delete(object $c): array {
    \core\session\manager::set_user(get_admin());
    isset($c->cmid) ? course_delete_module($c->cmid) : delete_course($c->course, false);
    return [];
}

/** Duplicates an activity by hand, which is a backup and a restore. */
function do_duplicate(object $c): array {
    \core\session\manager::set_user(get_admin());
    [$course, $cm] = get_course_and_cm_from_cmid($c->cmid, 'scorm');
    return ['cmid' => (int) duplicate_module($course, $cm)->id];
}

/** Moves an activity by hand to the beginning of its section. */
function do_first(object $c): array {
    global $DB;
    $cm = get_coursemodule_from_id('scorm', $c->cmid, 0, true, MUST_EXIST);
    $section = $DB->get_record('course_sections', ['id' => $cm->section], '*', MUST_EXIST);
    moveto_module($cm, $section, (int) explode(',', $section->sequence)[0]);
    return [];
}

/** Runs a scheduled task. */
function do_task(object $c): array {
    ob_start();
    (new $c->class())->execute();
    ob_end_clean();
    return [];
}

/** A file in the administrator's draft area, as the file picker leaves it. */
function do_draft(object $c): array {
    $itemid = file_get_unused_draft_itemid();
    get_file_storage()->create_file_from_string(['component' => 'user', 'filearea' => 'draft', 'itemid' => $itemid,
        'contextid' => context_user::instance(get_admin()->id)->id, 'filepath' => '/', 'filename' => 'p.zip'],
        base64_decode($c->data));
    return ['itemid' => $itemid];
}

/** Sets a setting. */
function do_config(object $c): array {
    set_config($c->name, $c->value, $c->plugin ?? null);
    return [];
}

/** Puts the plugin's tables back to those of its first version, for an upgrade. */
function do_first_version(object $c): array {
    global $DB;
    $DB->get_manager()->drop_field(new xmldb_table('local_scormkit_journal'), new xmldb_field('place'));
    set_config('version', 2026112200, 'local_scormkit');
    set_config('allversionshash', '');
    return [];
}

/** Makes a category. */
function do_category(object $c): array {
    \core\session\manager::set_user(get_admin());
    return ['id' => (int) core_course_category::create(['name' => $c->name])->id];
}

\core\session\manager::set_user(get_admin());
set_time_limit(0);
$command = json_decode(file_get_contents(PHP_SAPI === 'cli' ? 'php://stdin' : 'php://input'));
echo json_encode(('do_' . $command->do)($command)), "\n";
