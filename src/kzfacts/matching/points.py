"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-23, from 1721 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": -0.57,
        "lasting": 0.45,
        "names >= 2": 0.46,
        "nearness >= 0.3": 0.77,
        "nearness >= 0.6": 0.09,
        "nearness >= 0.8": 0.05,
        "nearness >= 0.95": 0.14,
        "read >= 0.6": 0.3,
        "same date": 0.7,
        "same number": 0.42,
        "share >= 0.87": 0.7,
        "share >= 0.93": 0.04,
        "whole": 0.34,
        "words >= 2": 0.03,
        "words >= 3": 0.15,
    },
    "contradicted": {
        "start": -1.94,
        "conflict: date": 0.59,
        "conflict: misstatement": 0.14,
        "conflict: name": 0.61,
        "conflict: number": 0.22,
        "conflict: polarity": 0.04,
        "conflict: role": 0.11,
        "conflict: scope": -0.52,
        "conflict: several": -0.81,
        "conflict: word": -0.24,
        "names >= 2": 0.35,
        "nearness >= 0.3": 0.33,
        "nearness >= 0.5": 0.55,
        "nearness >= 0.6": 0.08,
        "nearness >= 0.8": 0.42,
        "nearness >= 0.95": 0.84,
        "nothing open": 0.83,
        "read >= 0.5": 0.01,
        "read >= 0.6": 0.41,
        "same date": 0.51,
        "same words": 0.59,
        "share >= 0.87": 0.18,
        "share >= 0.93": 0.72,
        "share >= 1": 0.18,
        "whole": 0.46,
        "words >= 3": 0.02,
    },
}
