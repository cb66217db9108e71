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

use local_scormkit\local\publisher;
use local_scormkit\local\step;

/**
 * Makes packages and publishes them, for tests.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class local_scormkit_generator extends component_generator_base {
    /**
     * Returns a manifest with a SCO for each identifier.
     *
     * @param string[] $identifiers of the items
     * @param string $version 1.2, or the schema version of a 2004 package
     * @return string
     */
    public function manifest(array $identifiers, string $version = '1.2'): string {
        $items = '';
        $resources = '';
        foreach ($identifiers as $one) {
            $items .= "<item identifier=\"$one\" identifierref=\"R-$one\"><title>$one</title></item>";
            $resources .= "<resource identifier=\"R-$one\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"$one.html\"/>";
        }
        return '<?xml version="1.0" encoding="UTF-8"?><manifest identifier="M"'
            . ' xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">'
            . "<metadata><schema>ADL SCORM</schema><schemaversion>$version</schemaversion></metadata>"
            . "<organizations default=\"O\"><organization identifier=\"O\"><title>T</title>$items</organization></organizations>"
            . "<resources>$resources</resources></manifest>";
    }

    /**
     * Makes a zip.
     *
     * @param string[] $files content by name
     * @return string its path
     */
    public function zip(array $files): string {
        $path = make_request_directory() . '/package.zip';
        $zip = new ZipArchive();
        $zip->open($path, ZipArchive::CREATE);
        foreach ($files as $name => $content) {
            $zip->addFromString($name, $content);
        }
        $zip->close();
        return $path;
    }

    /**
     * Makes a package of another tool.
     *
     * @param string[] $identifiers of the items
     * @param string $text of its pages
     * @param string $version of SCORM
     * @return string its path
     */
    public function foreign(array $identifiers = ['A'], string $text = 'text', string $version = '1.2'): string {
        $files = ['imsmanifest.xml' => $this->manifest($identifiers, $version)];
        foreach ($identifiers as $one) {
            $files["$one.html"] = "<p>$one $text</p>";
        }
        return $this->zip($files);
    }

    /**
     * Uploads a package as the current user.
     *
     * @param string $path of the zip
     * @return string its SHA-256
     */
    public function upload(string $path): string {
        $data = file_get_contents($path);
        $limits = \local_scormkit\local\package\limits::at();
        \local_scormkit\local\uploads::take(hash('sha256', $data), strlen($data), 0, $data, $limits);
        return hash('sha256', $data);
    }

    /**
     * Does a step as the current user.
     *
     * @param array $step without a request id
     * @return array the answer
     */
    public function step(array $step): array {
        return publisher::run(new step($step + ['requestid' => bin2hex(random_bytes(32))]));
    }

    /**
     * Makes a course with completion.
     *
     * @param string $key of the course
     * @param array $settings further settings
     * @return array the answer
     */
    public function course(string $key = 'demo', array $settings = []): array {
        return $this->step(['action' => 'create', 'kind' => 'course', 'key' => $key,
            'settings' => $settings + ['fullname' => 'Demo', 'completion' => true]]);
    }

    /**
     * Makes an activity.
     *
     * @param string $key of the activity
     * @param string $path of the package
     * @param array $settings of the activity
     * @return array the answer
     */
    public function activity(string $key, string $path, array $settings = []): array {
        return $this->step(['action' => 'create', 'kind' => 'activity', 'key' => $key, 'sha256' => $this->upload($path),
            'settings' => $settings]);
    }

    /**
     * Returns a step that replaces a package.
     *
     * @param array $made answer of the step before
     * @param string $path of the package
     * @return array
     */
    public function replacement(array $made, string $path): array {
        return ['action' => 'update', 'kind' => 'activity', 'key' => $made['key'], 'sha256' => $this->upload($path),
            'base' => ['revision' => $made['revision'], 'fingerprint' => $made['fingerprint'], 'state' => $made['state']]];
    }

    /**
     * Writes tracks of a learner.
     *
     * @param int $cmid course module
     * @param string $identifier of the SCO
     * @param int $userid the learner
     * @param string[] $values by element
     */
    public function tracks(int $cmid, string $identifier, int $userid, array $values): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/mod/scorm/locallib.php');
        $cm = get_coursemodule_from_id('scorm', $cmid, 0, false, MUST_EXIST);
        $scoid = $DB->get_field('scorm_scoes', 'id', ['scorm' => $cm->instance, 'identifier' => $identifier], MUST_EXIST);
        foreach ($values as $element => $value) {
            scorm_insert_track($userid, $cm->instance, $scoid, 1, $element, $value);
        }
    }
}
