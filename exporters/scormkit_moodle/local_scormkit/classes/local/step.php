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
 * One step of a plan, as the client sent it.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class step {
    /** @var string[] Keys that a step may have. */
    private const KEYS = ['requestid', 'action', 'kind', 'key', 'base', 'sha256', 'fingerprint', 'verdict', 'settings', 'place',
        'acceptloss', 'to'];

    /** @var string create, update, rollback, adopt or remove. */
    public string $action;

    /** @var key What it is about. */
    public key $key;

    /** @var string course, section or activity. */
    public string $kind;

    /** @var string 64 hex digits. */
    public string $requestid;

    /** @var array|null What the plan was made on: revision, fingerprint, state. */
    public ?array $base;

    /** @var string Of the uploaded package; '' where it stays. */
    public string $sha256;

    /** @var string Of the package, '' when not to be compared. */
    public string $fingerprint;

    /** @var string The word that the plan showed, '' when not to be compared. */
    public string $verdict;

    /** @var array As sent, not checked yet. */
    public array $settings;

    /** @var array As sent: course, courseid, section, before, position. */
    public array $place;

    /** @var bool Whether tracks may go. */
    public bool $acceptloss;

    /** @var int Revision to roll back to. */
    public int $to;

    /** @var string Digest of the whole content. */
    public string $digest;

    /** @var \stored_file|null The package of a rollback. */
    public ?\stored_file $file = null;

    /**
     * Reads a step.
     *
     * @param array $sent decoded JSON
     * @param bool $preview whether it is only to be looked at: then it needs no base
     * @throws problem badrequest, badkey
     */
    public function __construct(array $sent, bool $preview = false) {
        foreach (array_diff(array_keys($sent), self::KEYS) as $unknown) {
            throw new problem('badrequest', (string) $unknown);
        }
        foreach (['requestid', 'action', 'kind', 'key', 'sha256', 'fingerprint', 'verdict'] as $name) {
            if (!is_string($sent[$name] ?? '')) {
                throw new problem('badrequest', $name);
            }
        }
        foreach (['base', 'settings', 'place'] as $name) {
            if (!is_array($sent[$name] ?? [])) {
                throw new problem('badrequest', $name);
            }
        }
        $this->read($sent);
        $this->check($preview);
        $this->digest = journal::digest($sent);
    }

    /**
     * Takes over values whose types are right.
     *
     * @param array $sent decoded JSON
     */
    private function read(array $sent): void {
        $this->requestid = $sent['requestid'] ?? '';
        $this->action = $sent['action'] ?? '';
        $this->kind = $sent['kind'] ?? '';
        $this->key = key::parse($sent['key'] ?? '', $this->kind);
        $this->base = $sent['base'] ?? null;
        $this->sha256 = $sent['sha256'] ?? '';
        $this->fingerprint = $sent['fingerprint'] ?? '';
        $this->verdict = $sent['verdict'] ?? '';
        $this->settings = $sent['settings'] ?? [];
        $this->place = $sent['place'] ?? [];
        $this->acceptloss = ($sent['acceptloss'] ?? false) === true;
        $this->to = (int) ($sent['to'] ?? 0);
    }

    /**
     * Checks values of which only some are allowed.
     *
     * @param bool $preview whether it needs no base
     */
    private function check(bool $preview): void {
        if (!in_array($this->action, ['create', 'update', 'rollback', 'adopt', 'remove'], true)) {
            throw new problem('badrequest', 'action');
        }
        if ($this->verdict !== '' && !in_array($this->verdict, verdict::WORDS, true)) {
            throw new problem('badrequest', 'verdict');
        }
        $needsbase = !$preview && $this->action !== 'create' && $this->action !== 'adopt';
        if ($needsbase && !is_int($this->base['revision'] ?? null)) {
            throw new problem('badrequest', 'base');
        }
        if ($this->kind !== 'activity' && $this->sha256 !== '') {
            throw new problem('badrequest', 'sha256');
        }
    }

    /**
     * Decodes JSON that came as a parameter.
     *
     * @param string $json the text
     * @param string $name of the parameter
     * @return array
     * @throws problem badrequest
     */
    public static function decode(string $json, string $name): array {
        $value = json_decode($json, true, 64);
        if (!is_array($value)) {
            throw new problem('badrequest', $name);
        }
        return $value;
    }
}
