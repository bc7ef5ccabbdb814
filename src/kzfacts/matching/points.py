"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-24, from 1786 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": 1.19,
        "lasting": 0.18,
        "names >= 2": 0.4,
        "nearness >= 0.3": 0.44,
        "nearness >= 0.5": 0.35,
        "nearness >= 0.8": 0.45,
        "nearness >= 0.95": 0.08,
        "same date": 0.43,
        "same number": 0.33,
        "share >= 0.87": 0.48,
        "share >= 0.93": 0.04,
        "words >= 3": 0.23,
    },
    "contradicted": {
        "start": -1.81,
        "conflict: date": 0.77,
        "conflict: misstatement": -0.2,
        "conflict: name": 0.82,
        "conflict: number": 0.53,
        "conflict: polarity": 0.15,
        "conflict: role": 0.09,
        "conflict: scope": -0.79,
        "conflict: several": -1.09,
        "conflict: word": -0.18,
        "names >= 3": 0.09,
        "nearness >= 0.3": 0.43,
        "nearness >= 0.5": 0.59,
        "nearness >= 0.6": 0.35,
        "nearness >= 0.8": 0.28,
        "nearness >= 0.95": 0.52,
        "nothing open": 0.64,
        "read >= 0.4": 0.14,
        "read >= 0.5": 0.28,
        "read >= 0.6": 0.22,
        "same date": 0.72,
        "same words": 0.66,
        "share >= 0.87": 0.06,
        "share >= 0.93": 0.76,
        "share >= 0.97": 0.3,
        "share >= 1": 0.35,
        "whole": 0.14,
    },
}
