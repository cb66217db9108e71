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

/**
 * A refusal that the client can act on: a stable code, a message that says what to do, and one detail.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class problem extends \moodle_exception {
    /** @var string What the code is about, for programs: a key, a capability, a reason. */
    public readonly string $detail;

    /**
     * Makes a problem.
     *
     * @param string $code a code of the documented list; the message is the string 'error_CODE'
     * @param string $detail what it is about; goes into the message as well
     * @param string|null $debuginfo for developers only
     */
    public function __construct(string $code, string $detail = '', ?string $debuginfo = null) {
        $this->detail = $detail;
        parent::__construct('error_' . $code, 'local_scormkit', '', s($detail), $debuginfo);
        $this->errorcode = $code;
    }

    /**
     * Returns the problem as the answers of the web service have it.
     *
     * @return array with code, message and detail
     */
    public function to_array(): array {
        return ['code' => $this->errorcode, 'message' => $this->getMessage(), 'detail' => $this->detail];
    }

    /**
     * Makes a problem of whatever went wrong inside Moodle.
     *
     * @param \Throwable $error what was thrown
     * @return self
     */
    public static function of(\Throwable $error): self {
        if ($error instanceof self) {
            return $error;
        }
        $code = $error instanceof \moodle_exception ? $error->errorcode : (new \ReflectionClass($error))->getShortName();
        return new self('moodlefailed', $code, $error->getMessage() . ' ' . ($error->debuginfo ?? ''));
    }
}
