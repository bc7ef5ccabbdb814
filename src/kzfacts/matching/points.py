"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-23, from 1723 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": -0.38,
        "lasting": 0.32,
        "names >= 2": 0.53,
        "nearness >= 0.3": 0.6,
        "nearness >= 0.6": 0.04,
        "nearness >= 0.8": 0.19,
        "nearness >= 0.95": 0.09,
        "read >= 0.6": 0.27,
        "same date": 0.63,
        "same number": 0.51,
        "share >= 0.87": 0.73,
        "share >= 0.93": 0.07,
        "whole": 0.35,
        "words >= 3": 0.1,
    },
    "contradicted": {
        "start": -2.0,
        "conflict: date": 0.65,
        "conflict: misstatement": -0.1,
        "conflict: name": 0.67,
        "conflict: number": 0.2,
        "conflict: polarity": 0.19,
        "conflict: role": 0.12,
        "conflict: scope": -0.51,
        "conflict: several": -0.8,
        "conflict: word": -0.24,
        "names >= 2": 0.33,
        "names >= 3": 0.07,
        "nearness >= 0.3": 0.26,
        "nearness >= 0.5": 0.6,
        "nearness >= 0.6": 0.04,
        "nearness >= 0.8": 0.37,
        "nearness >= 0.95": 0.67,
        "nothing open": 0.89,
        "read >= 0.5": 0.03,
        "read >= 0.6": 0.48,
        "same date": 0.48,
        "same words": 0.57,
        "share >= 0.87": 0.19,
        "share >= 0.93": 0.7,
        "share >= 1": 0.23,
        "whole": 0.47,
    },
}
