"""Trains, measures and packages the bundled parser (``quotes/models/compact``); nothing here is needed to use it."""
