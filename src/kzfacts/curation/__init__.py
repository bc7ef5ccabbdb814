"""What curators need beside checking: choosing facts, testing their examples, dates in order, adding facts.

Nothing here knows the command line. `kzfacts.cli.facts` has a command for each.
"""
