"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-23, from 1688 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": -0.33,
        "lasting": 0.39,
        "names >= 2": 0.46,
        "nearness >= 0.3": 0.63,
        "nearness >= 0.6": 0.05,
        "nearness >= 0.8": 0.13,
        "nearness >= 0.95": 0.08,
        "read >= 0.6": 0.21,
        "same date": 0.63,
        "same number": 0.49,
        "share >= 0.87": 0.77,
        "share >= 0.93": 0.1,
        "whole": 0.35,
        "words >= 3": 0.04,
    },
    "contradicted": {
        "start": -2.81,
        "conflict: date": 0.62,
        "conflict: misstatement": -0.14,
        "conflict: name": 0.63,
        "conflict: number": 0.28,
        "conflict: polarity": 0.15,
        "conflict: role": 0.13,
        "conflict: scope": -0.72,
        "conflict: several": -0.65,
        "conflict: word": -0.31,
        "names >= 2": 0.32,
        "names >= 3": 0.09,
        "nearness >= 0.3": 0.21,
        "nearness >= 0.5": 0.62,
        "nearness >= 0.6": 0.08,
        "nearness >= 0.8": 0.49,
        "nearness >= 0.95": 0.62,
        "nothing open": 0.98,
        "read >= 0.4": 0.2,
        "read >= 0.5": 0.26,
        "read >= 0.6": 0.57,
        "same date": 0.47,
        "same words": 0.59,
        "share >= 0.87": 0.03,
        "share >= 0.93": 0.79,
        "share >= 1": 0.21,
        "whole": 0.8,
    },
}
