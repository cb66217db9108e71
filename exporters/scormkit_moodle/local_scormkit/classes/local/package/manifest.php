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

namespace local_scormkit\local\package;

use local_scormkit\local\problem;

/**
 * What imsmanifest.xml says, read without network and entities.
 *
 * @package    local_scormkit
 * @copyright  2026 the scormkit authors
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class manifest {
    /** @var int The largest manifest that is read, in bytes. */
    public const LIMIT = 16777216;

    /** @var string SCORM_1.2 or SCORM_1.3, by Moodle's own rule. */
    public readonly string $version;

    /** @var string[] Identifier of each item (or organization) that Moodle will know => what it launches, or ''. */
    public readonly array $identifiers;

    /** @var \DOMXPath To find elements whatever their namespace. */
    private \DOMXPath $find;

    /**
     * Reads a manifest.
     *
     * @param string $xml its text
     * @throws problem badpackage
     */
    public function __construct(string $xml) {
        $this->find = new \DOMXPath(self::parse($xml));
        $this->version = $this->read_version();
        $this->identifiers = $this->read_items() ?: $this->launched_resources();
        if (!array_filter($this->identifiers)) {
            throw new problem('badpackage', 'nolaunch');
        }
        if ($this->elements('//imsss:mapInfo')->length) {
            throw new problem('badpackage', 'crashes');
        }
    }

    /**
     * Parses without network, entities and document types.
     *
     * @param string $xml the text
     * @return \DOMDocument
     */
    private static function parse(string $xml): \DOMDocument {
        $before = libxml_use_internal_errors(true);
        $document = new \DOMDocument();
        $parsed = !preg_match('~<!(?:DOCTYPE|ENTITY)~i', $xml) && $xml !== '' && $document->loadXML($xml, LIBXML_NONET);
        $error = libxml_get_last_error();
        libxml_clear_errors();
        libxml_use_internal_errors($before);
        if (!$parsed || $document->doctype) {
            throw new problem('badpackage', 'manifest', $error ? trim($error->message) . ' line ' . $error->line : null);
        }
        if ($document->documentElement->localName !== 'manifest') {
            throw new problem('badpackage', 'notscorm');
        }
        return $document;
    }

    /**
     * Finds elements by their local names.
     *
     * @param string $path an XPath without prefixes, but for imsss
     * @param \DOMNode|null $from where to start
     * @return \DOMNodeList
     */
    private function elements(string $path, ?\DOMNode $from = null): \DOMNodeList {
        $this->find->registerNamespace('imsss', 'http://www.imsglobal.org/xsd/imsss');
        $path = preg_replace('~(?<=/)([a-z]+)(?![:\w(])~i', '*[local-name()="$1"]', $path);
        return $this->find->query($path, $from);
    }

    /**
     * Returns the version as mod_scorm will call it.
     *
     * @return string
     */
    private function read_version(): string {
        $found = '';
        foreach ($this->elements('/manifest/metadata/schemaversion') as $element) {
            $found = trim($element->textContent);
        }
        $is2004 = preg_match('~^(CAM )?1\.3$~', $found) || preg_match('~^2004 (3rd|4th) Edition$~', $found);
        return $is2004 ? 'SCORM_1.3' : 'SCORM_1.2';
    }

    /**
     * Returns identifiers of organizations and items.
     *
     * @return string[] identifier => launched file or ''
     */
    private function read_items(): array {
        $resources = $this->resources();
        $identifiers = [];
        foreach ($this->elements('//organization|//item') as $element) {
            $identifier = $element->getAttribute('identifier');
            if ($identifier === '' || \core_text::strlen($identifier) > 255 || isset($identifiers[$identifier])) {
                throw new problem('badpackage', 'identifier', $identifier);
            }
            $identifiers[$identifier] = $resources[$element->getAttribute('identifierref')] ?? '';
        }
        return $identifiers;
    }

    /**
     * Returns what the resources launch.
     *
     * @return string[] identifier => href with its base, or ''
     */
    private function resources(): array {
        $hrefs = [];
        foreach ($this->elements('//resources/resource') as $resource) {
            $base = '';
            for ($node = $resource; $node instanceof \DOMElement; $node = $node->parentNode) {
                $base = $node->getAttributeNS('http://www.w3.org/XML/1998/namespace', 'base') . $base;
            }
            $href = $resource->getAttribute('href');
            $hrefs[$resource->getAttribute('identifier')] = $href === '' ? '' : $base . $href;
        }
        return $hrefs;
    }

    /**
     * Without items Moodle makes a SCO of each resource.
     *
     * @return string[]
     */
    private function launched_resources(): array {
        return array_filter($this->resources());
    }
}
