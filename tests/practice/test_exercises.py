"""The exercises name persons, centres and faults that exist, in both languages."""

import tomllib
from pathlib import Path

import pytest

EXERCISES = tomllib.loads(
    (Path(__file__).parents[2] / "resources/practice/exercises.toml").read_text(encoding="utf-8")
)["exercise"]


@pytest.mark.parametrize("exercise", EXERCISES, ids=[each["key"] for each in EXERCISES])
def test_an_exercise_can_be_done(region, exercise):
    assert all(exercise[f"{part}{language}"] for part in ("title_", "") for language in ("sv", "en"))
    number = region.person(exercise["person"])
    assert len(number) == 12
    if "place" in exercise:
        places = {each["key"]: each for each in region.control.get("/places").json()["places"]}
        assert places[exercise["place"]]["name"].split()[0] in {
            each.text.split()[0]
            for each in region.call("GetAvailableHealthcareFacilities", places[exercise["place"]]["hsa_id"][10:12]).all(
                "name"
            )
        }
    if "fault" in exercise:
        assert region.post("/faults", set=[exercise["fault"]])["faults"]
    moved = {
        f"advance_{unit}": exercise[f"clock_{unit}"] for unit in ("days", "seconds") if f"clock_{unit}" in exercise
    }
    if moved:
        region.post("/clock", **moved)


def test_exercises_are_few_and_told_apart():
    keys = [exercise["key"] for exercise in EXERCISES]
    assert len(keys) == len(set(keys)) <= 15
