"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-24, from 1765 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": 1.26,
        "lasting": 0.21,
        "names >= 2": 0.43,
        "nearness >= 0.3": 0.5,
        "nearness >= 0.5": 0.22,
        "nearness >= 0.6": 0.03,
        "nearness >= 0.8": 0.1,
        "nearness >= 0.95": 0.15,
        "same date": 0.26,
        "same number": 0.48,
        "share >= 0.87": 0.38,
        "share >= 0.93": 0.06,
        "words >= 3": 0.06,
    },
    "contradicted": {
        "start": -1.61,
        "conflict: date": 0.67,
        "conflict: misstatement": -0.19,
        "conflict: name": 0.66,
        "conflict: number": 0.59,
        "conflict: polarity": 0.05,
        "conflict: role": 0.1,
        "conflict: scope": -0.8,
        "conflict: several": -0.74,
        "conflict: word": -0.31,
        "names >= 2": 0.19,
        "names >= 3": 0.02,
        "nearness >= 0.3": 0.35,
        "nearness >= 0.5": 0.4,
        "nearness >= 0.6": 0.31,
        "nearness >= 0.8": 0.35,
        "nearness >= 0.95": 0.54,
        "nothing open": 0.5,
        "read >= 0.4": 0.16,
        "read >= 0.5": 0.32,
        "read >= 0.6": 0.2,
        "same date": 0.52,
        "same words": 0.53,
        "share >= 0.87": 0.11,
        "share >= 0.93": 0.85,
        "share >= 0.97": 0.25,
        "share >= 1": 0.32,
        "whole": 0.11,
    },
}
