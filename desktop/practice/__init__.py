"""The practice book: the sample windows and a year of marked sample work, the same for the same seed and day."""

from desktop.practice.making import SEED, UNIT, make

__all__ = ["SEED", "UNIT", "make"]
