"""Development programs of the learned stance scorer: read the data, train, evaluate, package."""
