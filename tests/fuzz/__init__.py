"""Fuzzing: the same targets for Hypothesis (in the suite) and atheris (``python -m tests.fuzz.campaign TARGET``)."""
