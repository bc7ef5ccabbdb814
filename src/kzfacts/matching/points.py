"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-23, from 1728 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": -0.09,
        "lasting": 0.33,
        "names >= 2": 0.5,
        "nearness >= 0.3": 0.53,
        "nearness >= 0.6": 0.03,
        "nearness >= 0.8": 0.13,
        "nearness >= 0.95": 0.11,
        "same date": 0.56,
        "same number": 0.45,
        "share >= 0.87": 0.75,
        "share >= 0.93": 0.29,
        "whole": 0.37,
    },
    "contradicted": {
        "start": -2.71,
        "conflict: date": 0.7,
        "conflict: misstatement": -0.13,
        "conflict: name": 0.75,
        "conflict: number": 0.31,
        "conflict: polarity": 0.08,
        "conflict: role": 0.1,
        "conflict: scope": -0.73,
        "conflict: several": -0.76,
        "conflict: word": -0.35,
        "names >= 2": 0.39,
        "names >= 3": 0.07,
        "nearness >= 0.3": 0.32,
        "nearness >= 0.5": 0.56,
        "nearness >= 0.6": 0.08,
        "nearness >= 0.8": 0.53,
        "nearness >= 0.95": 0.6,
        "nothing open": 0.82,
        "read >= 0.4": 0.2,
        "read >= 0.5": 0.27,
        "read >= 0.6": 0.45,
        "same date": 0.53,
        "same words": 0.61,
        "share >= 0.93": 0.66,
        "share >= 1": 0.33,
        "whole": 0.77,
    },
}
