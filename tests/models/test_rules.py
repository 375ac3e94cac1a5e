from desktop.models.rules import all_moves, find, moves_from
from desktop.models.vocabulary import Need, Role, Status


def test_each_move_stands_once_and_leads_somewhere_else() -> None:
    pairs = [(rule.origin, rule.to) for rule in all_moves()]
    assert len(pairs) == len(set(pairs)) == 19
    assert all(origin is not to for origin, to in pairs)


def test_every_state_can_be_left_and_reached() -> None:
    reached = {Status.NOT_STARTED}
    for _ in Status:
        reached |= {rule.to for rule in all_moves() if rule.origin in reached}
    assert reached == set(Status)
    assert all(moves_from(status) for status in Status)


def test_only_the_bureau_verifies_and_confirms_not_applicable() -> None:
    for rule in all_moves():
        if rule.to in (Status.VERIFIED, Status.NOT_APPLICABLE):
            assert rule.roles == {Role.BUREAU}


def test_what_is_reported_in_place_needs_evidence() -> None:
    for rule in all_moves():
        assert (rule.to in (Status.IN_PLACE, Status.VERIFIED)) == (Need.EVIDENCE in rule.needs)


def test_a_return_asks_for_reason_and_deadline() -> None:
    rule = find(Status.IN_PLACE, Status.RETURNED)
    assert rule is not None
    assert rule.needs == {Need.REASON, Need.DEADLINE}
    assert (rule.label_zh, rule.label_en) == ("退回整改", "Return")


def test_there_is_no_way_from_blocked_to_verified() -> None:
    assert find(Status.BLOCKED, Status.VERIFIED) is None
