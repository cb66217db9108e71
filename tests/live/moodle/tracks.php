<?php
// Where this Moodle keeps learners' tracks, for scormkit's tests: one table before 4.3, three since.
// Licence: GNU GPL v3 or later, as it runs inside Moodle.

/** Every track of an activity, with columns id, userid, attempt, identifier, element, value. */
function tracks_of(int $scormid): array {
    global $DB;
    $tables = $DB->get_manager()->table_exists('scorm_scoes_value')
        ? '{scorm_scoes_value} v JOIN {scorm_attempt} a ON a.id = v.attemptid JOIN {scorm_element} e ON e.id = v.elementid'
        : '{scorm_scoes_track} v JOIN {scorm_scoes_track} a ON a.id = v.id JOIN {scorm_scoes_track} e ON e.id = v.id';
    return $DB->get_records_sql("SELECT v.id, a.userid, a.attempt, s.identifier, e.element, v.value
        FROM $tables LEFT JOIN {scorm_scoes} s ON s.id = v.scoid WHERE a.scormid = ?", [$scormid]);
}
