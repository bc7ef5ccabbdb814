"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-24, from 1737 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": 0.78,
        "lasting": 0.16,
        "names >= 2": 0.4,
        "nearness >= 0.3": 0.5,
        "nearness >= 0.5": 0.2,
        "nearness >= 0.8": 0.1,
        "nearness >= 0.95": 0.03,
        "same date": 0.44,
        "same number": 0.51,
        "share >= 0.87": 0.39,
        "share >= 0.93": 0.01,
        "whole": 0.41,
    },
    "contradicted": {
        "start": -1.32,
        "conflict: date": 0.73,
        "conflict: misstatement": -0.16,
        "conflict: name": 0.6,
        "conflict: number": 0.62,
        "conflict: polarity": -0.06,
        "conflict: role": -0.01,
        "conflict: scope": -0.8,
        "conflict: several": -0.78,
        "conflict: word": -0.11,
        "names >= 2": 0.16,
        "names >= 3": 0.09,
        "nearness >= 0.3": 0.41,
        "nearness >= 0.5": 0.32,
        "nearness >= 0.6": 0.29,
        "nearness >= 0.8": 0.35,
        "nearness >= 0.95": 0.58,
        "nothing open": 0.47,
        "read >= 0.4": 0.15,
        "read >= 0.5": 0.28,
        "read >= 0.6": 0.21,
        "same date": 0.56,
        "same words": 0.6,
        "share >= 0.93": 0.73,
        "share >= 0.97": 0.18,
        "share >= 1": 0.29,
        "whole": 0.1,
        "words >= 3": 0.01,
    },
}
