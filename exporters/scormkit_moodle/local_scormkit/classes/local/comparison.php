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
 * Compares the pages, questions and layouts of two packages of ours. Empty inventories are other tools' packages.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class comparison {
    /** @var array[] Facts of each page and question of both packages: before and after. */
    private array $facts;

    /**
     * Compares.
     *
     * @param array $old inventory of the package that is there
     * @param array $new inventory of the package that shall come
     */
    public function __construct(
        /** @var array Inventory of the package that is there. */
        private readonly array $old,
        /** @var array Inventory of the package that shall come. */
        private readonly array $new,
    ) {
        $this->facts = [self::facts($old), self::facts($new)];
    }

    /**
     * Returns what each page and question is.
     *
     * @param array $inventory of a package
     * @return array[] by name: id, type, options
     */
    private static function facts(array $inventory): array {
        $facts = [];
        foreach ($inventory['parts'] ?? [] as $part) {
            foreach ($part['pages'] as $page) {
                $facts['page ' . $page['published']] = ['id' => $page['id'], 'type' => $page['kind'], 'options' => []];
                foreach ($page['questions'] as [$key, $type, $options]) {
                    $facts['question ' . $key] = ['id' => $key, 'type' => $type, 'options' => $options];
                }
            }
        }
        return $facts;
    }

    /**
     * Counts changes of pages and questions.
     *
     * @return int[] added, removed, renamed, retyped
     */
    public function counts(): array {
        [$old, $new] = $this->old && $this->new ? $this->facts : [[], []];
        $both = array_intersect_key($old, $new);
        $differ = fn(string $what) => count(array_filter(
            array_keys($both),
            fn($name) => $old[$name][$what] !== $new[$name][$what]
        ));
        return [
            'added' => count(array_diff_key($new, $old)),
            'removed' => count(array_diff_key($old, $new)),
            'renamed' => $differ('id'),
            'retyped' => $differ('type'),
        ];
    }

    /**
     * Returns whether a question that stays has other options.
     *
     * @return bool
     */
    private function options_differ(): bool {
        [$old, $new] = $this->facts;
        foreach (array_intersect_key($old, $new) as $name => $fact) {
            $other = $new[$name]['options'];
            if (array_diff($fact['options'], $other) || array_diff($other, $fact['options'])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the layouts that packages installed here have had: lists of digests, each building on the ones before it.
     *
     * @return array[]
     */
    public function seen(): array {
        $own = array_slice($this->old['layouts'] ?? [], 0, $this->old['layout'] ?? 0);
        $seen = array_merge($this->old['seen'] ?? [], $own ? [$own] : []);
        return array_values(array_unique($seen, SORT_REGULAR));
    }

    /**
     * Returns whether the new package reads every state that was written here.
     *
     * @return bool
     */
    private function knows_layouts(): bool {
        $layouts = $this->new['layouts'] ?? [];
        foreach ($this->seen() as $chain) {
            $common = min(count($chain), count($layouts));
            if (!$common || array_slice($chain, 0, $common) !== array_slice($layouts, 0, $common)) {
                return false;
            }
        }
        return (bool) $this->seen();
    }

    /**
     * Returns why the verdict is what it is.
     *
     * @return string[]
     */
    public function reasons(): array {
        if (!$this->old || !$this->new) {
            return ['foreign'];
        }
        $reasons = array_keys(array_filter($this->counts()));
        if ($this->options_differ()) {
            $reasons[] = 'options';
        }
        if ($this->old['published'] !== $this->new['published']) {
            $reasons[] = 'other-course';
        }
        if (!$this->knows_layouts()) {
            $reasons[] = 'unknown-layout';
        }
        return $reasons ?: ['text'];
    }

    /**
     * Returns the word for a change under tracks whose identifiers stay.
     *
     * @return string safe, migrates or new-attempt
     */
    public function word(): string {
        $reasons = $this->reasons();
        if (array_intersect($reasons, ['foreign', 'other-course', 'unknown-layout'])) {
            return 'new-attempt';
        }
        return $reasons === ['text'] ? 'safe' : 'migrates';
    }
}
