"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on 2026-11-24, from 1804 findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {
    "supported": {
        "start": 1.56,
        "lasting": 0.11,
        "names >= 2": 0.29,
        "nearness >= 0.3": 0.55,
        "nearness >= 0.5": 0.33,
        "nearness >= 0.8": 0.61,
        "same date": 0.53,
        "same number": 0.42,
        "share >= 0.87": 0.15,
        "words >= 3": 0.24,
    },
    "contradicted": {
        "start": -1.87,
        "conflict: date": 0.73,
        "conflict: misstatement": -0.25,
        "conflict: name": 0.73,
        "conflict: number": 0.45,
        "conflict: polarity": 0.14,
        "conflict: role": 0.03,
        "conflict: scope": -0.8,
        "conflict: several": -0.68,
        "conflict: word": -0.23,
        "names >= 2": 0.01,
        "names >= 3": 0.04,
        "nearness >= 0.3": 0.48,
        "nearness >= 0.5": 0.56,
        "nearness >= 0.6": 0.42,
        "nearness >= 0.8": 0.2,
        "nearness >= 0.95": 0.51,
        "nothing open": 0.67,
        "read >= 0.4": 0.12,
        "read >= 0.5": 0.26,
        "read >= 0.6": 0.26,
        "same date": 0.82,
        "same words": 0.61,
        "share >= 0.87": 0.04,
        "share >= 0.93": 0.76,
        "share >= 0.97": 0.35,
        "share >= 1": 0.4,
        "whole": 0.15,
        "words >= 3": 0.06,
    },
}
