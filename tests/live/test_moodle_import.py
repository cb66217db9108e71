import pytest

pytestmark = pytest.mark.moodle
def test_x(moodle):
    c = moodle.act("course", name="Curs")
    s = moodle.act("student", course=c["id"], username="ana", password="ana", firstname="Ana", lastname="Șoimu")
    z = moodle.act("scorm", course=c["id"], name="Pachet", zip=moodle.root / "mod/scorm/tests/packages/singlescobasic.zip")
    print(c, s, z, moodle.act("state", cm=z["cm"], user=s["id"]))
