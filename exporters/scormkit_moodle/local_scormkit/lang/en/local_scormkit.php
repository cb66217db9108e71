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
 * English strings.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_adopt'] = 'adopted';
$string['action_create'] = 'created';
$string['action_move'] = 'moved';
$string['action_remove'] = 'removed';
$string['action_rollback'] = 'rolled back';
$string['action_settings'] = 'settings changed';
$string['action_update'] = 'updated';
$string['appliedchange'] = 'Done: revision {$a}.';
$string['backtolist'] = 'Back to the list';
$string['cachedef_packages'] = 'What packages contain';
$string['col_action'] = 'Action';
$string['col_activity'] = 'Activity';
$string['col_drift'] = 'Changed by hand';
$string['col_fingerprint'] = 'Fingerprint';
$string['col_key'] = 'Key';
$string['col_learners'] = 'Learners';
$string['col_revision'] = 'Revision';
$string['col_status'] = 'Status';
$string['col_time'] = 'Time';
$string['col_tracks'] = 'Tracks';
$string['col_version'] = 'SCORM version';
$string['confirmapply'] = 'Apply this plan';
$string['confirmrollback'] = 'Roll back to revision {$a}';
$string['driftpackage'] = 'the package';
$string['driftplace'] = 'the place';
$string['driftsettings'] = 'the settings';
$string['driftversion'] = 'the import failed';
$string['error_alreadymanaged'] = 'This already has the key \'{$a}\'. Use that key, or let the plugin forget it first.';
$string['error_availabilityoff'] = '\'{$a}\' can\'t be set, because access restrictions are off in this site. Turn them on under Site administration > Advanced features.';
$string['error_badkey'] = '\'{$a}\' is not a key of this kind. A key looks like COURSE, COURSE/SECTION, COURSE/ACTIVITY or COURSE/ACTIVITY@LANG.';
$string['error_badpackage'] = 'The package was refused, and nothing was changed: {$a}. Check it with \'scormkit check\'.';
$string['error_badrequest'] = 'The request has a missing or wrong value: {$a}. Is the client older or newer than the plugin?';
$string['error_badsetting'] = 'The setting \'{$a}\' is unknown, or its value is not allowed.';
$string['error_badupload'] = 'The uploaded package {$a} did not arrive whole. Upload it again.';
$string['error_completionoff'] = '\'{$a}\' can\'t be set, because completion tracking is off in the site or in the course. Turn it on, or publish with completion: true in the course\'s settings.';
$string['error_diskfull'] = 'Moodle\'s data folder lacks the room that this needs ({$a} bytes). Make room, then try again; nothing was changed.';
$string['error_keytaken'] = 'Something with the key \'{$a}\' exists already. Plan again.';
$string['error_locked'] = 'Somebody else is publishing to \'{$a}\' just now. Try again in a moment.';
$string['error_moodlefailed'] = 'Moodle itself refused or failed ({$a}). Nothing was changed.';
$string['error_nocapability'] = 'Your role lacks the capability {$a} here. Ask an administrator to allow it in the role of the publishing user.';
$string['error_nocourseaccess'] = 'You may not enter the course {$a}. Allow moodle/course:view in the role of the publishing user, or enrol that user in the course.';
$string['error_nokeptcopy'] = 'There is no kept copy of revision {$a}: it has expired, or there never was one. Publish the older package instead.';
$string['error_nosuchactivity'] = 'There is no SCORM activity with the course module number {$a} here.';
$string['error_nosuchcategory'] = 'There is no course category with the number {$a}.';
$string['error_nosuchcourse'] = 'There is no course with the number {$a}.';
$string['error_notmanaged'] = 'Nothing has the key \'{$a}\' (any more). If it is there under another number, adopt it; otherwise plan again and it will be created.';
$string['error_notuploaded'] = 'The package {$a} was not uploaded, or the upload has expired. Upload it again.';
$string['error_othersite'] = 'The plan was made for another site than this one ({$a}). Plan again for this site.';
$string['error_requestreused'] = 'The request id {$a} was used for something else before. Plan again.';
$string['error_shortnametaken'] = 'Another course has the short name \'{$a}\'. Adopt that course, or set another short name.';
$string['error_stale'] = 'The plan is out of date: {$a} changed since it was made. Plan again.';
$string['error_toolarge'] = 'The package is larger than this site allows ({$a} bytes).';
$string['error_versionchange'] = 'Learners have tracks, and the new package has another SCORM version ({$a}). Their tracks would be unreadable, so this is never done. Publish under another key, or build the package for the same version.';
$string['error_wouldlose'] = 'Learners have tracks in items that the new package lacks: {$a}. Nothing was changed. To let them go, and keep them in the journal, accept the loss explicitly.';
$string['event_adopted'] = 'Course content adopted';
$string['event_published'] = 'Course content published';
$string['event_removed'] = 'Published content removed';
$string['event_rolledback'] = 'Package rolled back';
$string['history'] = 'History';
$string['keepdays'] = 'Days to keep replaced packages';
$string['keepdays_desc'] = 'How long a replaced package, and tracks put aside with it, stay available for a rollback. 0: for ever.';
$string['kind_activity'] = 'activity';
$string['kind_course'] = 'course';
$string['kind_section'] = 'section';
$string['lockwait'] = 'Seconds to wait for another publisher';
$string['lockwait_desc'] = 'How long a request waits while somebody else is publishing to the same course.';
$string['lossaccept'] = 'Let these tracks go, and keep them in the journal';
$string['lossfound'] = 'These items have tracks and are missing in the new package:';
$string['maxentries'] = 'Largest number of files in a package';
$string['maxentries_desc'] = 'Packages with more files are refused.';
$string['maxexpanded'] = 'Largest expanded size (MB)';
$string['maxexpanded_desc'] = 'Packages whose files are larger together are refused.';
$string['maxpackage'] = 'Largest package (MB)';
$string['maxpackage_desc'] = 'Larger packages are refused. The limits of the site and of the course apply as well, except for users with moodle/course:ignorefilesizelimits.';
$string['maxuploads'] = 'Room for unused uploads of one user (MB)';
$string['maxuploads_desc'] = 'When this is full, the oldest uploads of that user are dropped. At least four of the largest packages always fit.';
$string['nodrift'] = 'no';
$string['nothingpublished'] = 'Nothing was published yet.';
$string['package'] = 'Package';
$string['package_help'] = 'A SCORM package (a .zip file). You will see what it would change, and what it would mean for learners, before anything happens.';
$string['planmoves'] = 'It moves to another place in the course.';
$string['planplace'] = 'Place';
$string['plansettings'] = 'Settings that change';
$string['pluginname'] = 'scormkit';
$string['privacy:metadata:local_scormkit_item'] = 'What was published.';
$string['privacy:metadata:local_scormkit_item:itemkey'] = 'The key of the course, section or activity.';
$string['privacy:metadata:local_scormkit_item:timemodified'] = 'When it was last changed.';
$string['privacy:metadata:local_scormkit_item:usermodified'] = 'Who changed it last.';
$string['privacy:metadata:local_scormkit_journal'] = 'What was done while publishing.';
$string['privacy:metadata:local_scormkit_journal:action'] = 'What was done.';
$string['privacy:metadata:local_scormkit_journal:itemkey'] = 'The key of the course, section or activity.';
$string['privacy:metadata:local_scormkit_journal:status'] = 'How it went.';
$string['privacy:metadata:local_scormkit_journal:timecreated'] = 'When it was done.';
$string['privacy:metadata:local_scormkit_journal:userid'] = 'Who did it.';
$string['privacy:metadata:local_scormkit_track'] = 'Tracks of learners in items that were removed from a package.';
$string['privacy:metadata:local_scormkit_track:attempt'] = 'The number of the attempt.';
$string['privacy:metadata:local_scormkit_track:element'] = 'The name of the element.';
$string['privacy:metadata:local_scormkit_track:identifier'] = 'The item of the package.';
$string['privacy:metadata:local_scormkit_track:timemodified'] = 'When it was written.';
$string['privacy:metadata:local_scormkit_track:userid'] = 'The learner.';
$string['privacy:metadata:local_scormkit_track:value'] = 'The value of the element.';
$string['privacy:metadata:local_scormkit_upload'] = 'Packages that were uploaded and not used yet.';
$string['privacy:metadata:local_scormkit_upload:sha256'] = 'Which package it is.';
$string['privacy:metadata:local_scormkit_upload:timemodified'] = 'When the last part came.';
$string['privacy:metadata:local_scormkit_upload:userid'] = 'Who uploaded it.';
$string['privacy:path:journal'] = 'Publishing';
$string['privacy:path:tracks'] = 'Tracks put aside';
$string['privacy:path:uploads'] = 'Uploads';
$string['published'] = 'Published packages';
$string['rollback'] = 'Roll back';
$string['scormkit:publish'] = 'Publish courses and SCORM packages';
$string['scormkit:read'] = 'Read the state of published courses';
$string['status_applying'] = 'under way';
$string['status_committed'] = 'under way';
$string['status_done'] = 'done';
$string['status_failed'] = 'failed';
$string['status_undone'] = 'undone';
$string['task_dropuploads'] = 'Drop unused uploads of packages';
$string['task_expirekept'] = 'Let expired copies of packages go';
$string['task_settle'] = 'Settle publishing that was interrupted';
$string['uploadlife'] = 'Hours to keep unused uploads';
$string['uploadlife_desc'] = 'After this time without use, an uploaded package is dropped.';
$string['uploadpackage'] = 'Upload a package';
$string['verdict_create'] = 'Something new is made.';
$string['verdict_migrates'] = 'Learners keep their work: the new package knows how to read it.';
$string['verdict_new-attempt'] = 'Identifiers stay, but it is not known whether the new content can read what learners have saved. A new attempt may be needed.';
$string['verdict_safe'] = 'Safe for learners: everything in use still exists.';
$string['verdict_settings-only'] = 'Only settings change.';
$string['verdict_unchanged'] = 'Nothing changes.';
$string['verdict_version-change'] = 'Another SCORM version under learners\' tracks: refused.';
$string['verdict_would-lose'] = 'Learners would lose tracks: refused, unless you accept it.';
