"""The main job over the wire: find, see, list, queue, leave, choose a doctor."""

TALLBACKEN = "SE9900000020-1001"


def test_a_citizen_is_listed_and_the_old_listing_ends(region):
    number = region.person("adult-home")
    assert region.where(number) == ["SE9900000020-1002"]
    assert region.create(number, TALLBACKEN).code == "OK"
    assert region.where(number) == [TALLBACKEN]
    assert region.get_listing(number).texts("remainingChanges") == ["1"]
