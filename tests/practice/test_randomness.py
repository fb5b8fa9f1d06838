"""Draws: the same for ever, within their bounds, by weight."""

from collections import Counter

from moviescrape.practice.randomness import RandomSource, WeightedChoice


def test_a_seed_gives_these_draws_on_every_machine_and_python() -> None:
    draw = RandomSource(1, "people")
    assert [draw.whole(1, 1000) for _ in range(5)] == [944, 71, 400, 874, 462]
    assert RandomSource("1", "people").random() != RandomSource(1, "people").random()


def test_draws_keep_within_their_bounds() -> None:
    draw = RandomSource(7)
    assert {draw.whole(3, 5) for _ in range(200)} == {3, 4, 5}
    assert {draw.pick("ab") for _ in range(100)} == {"a", "b"}
    assert all(-2 <= draw.bell() <= 2 for _ in range(200))
    assert not any(draw.chance(0.0) for _ in range(100))


def test_weights_are_kept() -> None:
    draw, choice = RandomSource(7), WeightedChoice([("often", 9), ("seldom", 1), ("never", 0)])
    drawn = Counter(choice.draw(draw) for _ in range(2000))
    assert 1700 < drawn["often"] < 1900
    assert set(drawn) == {"often", "seldom"}


def test_several_are_different_ones_and_fewer_where_there_are_few() -> None:
    draw, choice = RandomSource(7), WeightedChoice([(name, 1) for name in "abc"])
    assert len(set(choice.several(draw, 2))) == 2
    assert sorted(choice.several(draw, 5)) == ["a", "b", "c"]
