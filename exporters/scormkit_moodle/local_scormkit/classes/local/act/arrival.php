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

namespace local_scormkit\local\act;

use local_scormkit\local\comparison;
use local_scormkit\local\fault;
use local_scormkit\local\kept;
use local_scormkit\local\package\limits;
use local_scormkit\local\package\package;
use local_scormkit\local\problem;
use local_scormkit\local\staged;
use local_scormkit\local\step;
use local_scormkit\local\uploads;

/**
 * The package that comes into an activity.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class arrival {
    /** @var package|null What came; null: the package that is there stays. */
    public readonly ?package $package;

    /** @var \stored_file|null Its zip. */
    public readonly ?\stored_file $file;

    /**
     * Finds and checks the package, unless it is the one that is there, whole.
     *
     * @param step $step what is to be done
     * @param int $courseid the course
     * @param \stdClass|null $activity as Moodle has it, null before it is made
     * @param array $old the package that Moodle has: sha256
     * @throws problem badrequest, notuploaded, badpackage, diskfull
     */
    public function __construct(step $step, int $courseid, ?\stdClass $activity, array $old) {
        if ($step->sha256 === '' && $step->action === 'create') {
            throw new problem('badrequest', 'sha256');
        }
        $whole = $activity && $activity->version !== 'ERROR' && $activity->sha1hash === $activity->contenthash;
        $stays = $step->sha256 === '' || ($step->sha256 === $old['sha256'] && $whole);
        $this->file = $stays ? null : $step->file ?? uploads::package($step->sha256);
        $this->package = $this->file ? self::inspect($this->file, $step, $courseid) : null;
    }

    /**
     * Looks into the package.
     *
     * @param \stored_file $file its zip
     * @param step $step what is to be done
     * @param int $courseid the course
     * @return package
     */
    private static function inspect(\stored_file $file, step $step, int $courseid): package {
        $package = package::inspect($file, limits::at(\context_course::instance($courseid)), $step->sha256);
        if ($step->fingerprint !== '' && $step->fingerprint !== $package->fingerprint) {
            throw new problem('badpackage', 'fingerprint');
        }
        uploads::check_disk(2 * $package->expanded + $package->size);
        return $package;
    }

    /**
     * References what it replaces, so that no file of it is thrown away, and extracts what comes.
     *
     * @param \stdClass $item of the activity
     * @param \stdClass $row of the journal
     */
    public function keep(\stdClass $item, \stdClass $row): void {
        if ($this->package) {
            kept::take($item->courseid, $item->cmid, $row->id);
            fault::at('kept');
            staged::take((int) $item->courseid, (int) $row->id, $this->file, $this->package);
        }
    }

    /**
     * Notes which package is there now.
     *
     * @param \stdClass $item of the activity, changed
     * @param array $before inventory of the package before
     * @param bool $used whether learners have worked in it
     */
    public function note(\stdClass $item, array $before, bool $used): void {
        $inventory = $this->package->inventory;
        if ($inventory && $used) {
            $inventory['seen'] = (new comparison($before, $inventory))->seen();
        }
        $item->fingerprint = $this->package->fingerprint;
        $item->sha256 = $this->package->sha256;
        $item->contenthash = $this->package->contenthash;
        $item->version = $this->package->version;
        $item->inventory = $inventory;
    }

    /**
     * Removes what was made outside of the database.
     */
    public function clean_up(): void {
        $pool = get_file_storage()->get_file_system();
        foreach (array_unique($this->package->hashes ?? []) as $hash) {
            $pool->remove_file($hash); // Stays where any file still has this content.
        }
    }
}
