"""Types of activities, from published profiles."""

from __future__ import annotations

ADL = "http://adlnet.gov/expapi/activities/"
COURSE = f"{ADL}course"
MODULE = f"{ADL}module"
LESSON = f"{ADL}lesson"
ASSESSMENT = f"{ADL}assessment"
OBJECTIVE = f"{ADL}objective"
INTERACTION = f"{ADL}cmi.interaction"
MEDIA = f"{ADL}media"
SURVEY = "http://id.tincanapi.com/activitytype/survey"
EVENT = f"{ADL}meeting"
VIDEO = "https://w3id.org/xapi/video/activity-type/video"
AUDIO = "https://w3id.org/xapi/audio/activity-type/audio"
