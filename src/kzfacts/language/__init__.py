"""Reading English: text, numbers, dates, names, words, negation; see `kzfacts.language.reading`."""
