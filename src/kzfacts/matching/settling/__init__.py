"""Conflicts that are none: links that a closer look leaves open or lets agree, before the decision.

Each function takes all links of a statement with a fact and changes those that it is about.
"""
