"""Colours: contrast on their ground, and apart for people who see fewer of them."""

from itertools import combinations

import numpy as np
import pytest

from timeline_app.draw.theme import SIZES, SYMBOLS, THEMES, Theme, contrast, mix
from timeline_app.model import Kind

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SIGHT = {
    "full": np.eye(3),
    "no red cones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green cones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "no blue cones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def oklab(color: str, sight: np.ndarray) -> np.ndarray:
    channels = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return TO_OKLAB @ np.cbrt(TO_CONES @ np.clip(sight @ linear, 0, 1))


themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


@themes
@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_kinds_look_alike(theme: Theme, sight: str) -> None:
    for one, two in combinations(Kind, 2):
        apart = np.linalg.norm(oklab(theme.kinds[one], SIGHT[sight]) - oklab(theme.kinds[two], SIGHT[sight]))
        assert apart >= 0.06, (one, two)


@themes
def test_kinds_stand_out_from_every_ground(theme: Theme) -> None:
    for kind in Kind:
        for ground in (theme.paper, theme.stripe):
            assert contrast(theme.kinds[kind], ground) >= 3.0, (kind, ground)


@themes
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    for words in (theme.ink, theme.muted):
        for ground in (theme.paper, theme.stripe, theme.band):
            assert contrast(words, ground) >= 4.5, (words, ground)
    for kind in Kind:
        assert contrast(theme.on(kind), theme.body(kind)) >= 4.5, kind


def test_kinds_are_told_by_shape_alone() -> None:
    assert len({SYMBOLS[kind] for kind in Kind}) == len(Kind)
    assert set(SIZES) == set(SYMBOLS) == set(Kind)


@pytest.mark.parametrize(
    ("color", "ground", "share", "mixed"),
    [
        ("#000000", "#FFFFFF", 1.0, "#000000"),
        ("#000000", "#FFFFFF", 0.0, "#FFFFFF"),
        ("#FF0000", "#0000FF", 0.5, "#800080"),
    ],
)
def test_mix(color: str, ground: str, share: float, mixed: str) -> None:
    assert mix(color, ground, share) == mixed


def test_contrast_of_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
