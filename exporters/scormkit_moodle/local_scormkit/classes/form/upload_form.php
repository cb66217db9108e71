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

namespace local_scormkit\form;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * Asks for a package, to show what it would change.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class upload_form extends \moodleform {
    #[\Override]
    protected function definition() {
        $form = $this->_form;
        foreach (['kind', 'key', 'action'] as $name) {
            $form->addElement('hidden', $name, $this->_customdata[$name]);
            $form->setType($name, PARAM_RAW);
        }
        $form->addElement('filepicker', 'package', get_string('package', 'local_scormkit'), null, ['accepted_types' => ['.zip'],
            'maxbytes' => $this->_customdata['maxbytes']]);
        $form->addHelpButton('package', 'package', 'local_scormkit');
        $form->addRule('package', null, 'required');
        $this->add_action_buttons(true, get_string('uploadpackage', 'local_scormkit'));
    }
}
