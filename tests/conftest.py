"""Tiers of the suite: plain tests need nothing, ``model`` the bundled parser, ``shared`` the gold data beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CASES = Path(__file__).parent / "cases"
ARTICLES = Path(__file__).parent / "articles"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Switches of this suite."""
    parser.addoption("--run-nightly", action="store_true", help="also run the long tests marked nightly")
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew from what the extractor says now")


def pytest_configure(config: pytest.Config) -> None:
    """Property tests: no deadline (machines are busy), and many more examples with --run-nightly."""
    settings.register_profile("daily", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("nightly", settings.get_profile("daily"), max_examples=3000)
    settings.load_profile("nightly" if config.getoption("--run-nightly") else "daily")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skips what this machine or this run does not have; plain tests come first, those that load the parser after them."""
    items.sort(key=lambda item: "model" in item.keywords)
    nightly = pytest.mark.skip(reason="long: needs --run-nightly")
    shared = pytest.mark.skip(reason=f"no gold data in {SHARED}")
    for item in items:
        if "nightly" in item.keywords and not config.getoption("--run-nightly"):
            item.add_marker(nightly)
        if "shared" in item.keywords and not SHARED.is_dir():
            item.add_marker(shared)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data; only for tests marked ``shared``."""
    return SHARED


@pytest.fixture(scope="session")
def articles() -> Path:
    """The sample articles that ship with the tests."""
    return ARTICLES


@pytest.fixture(scope="session")
def cases() -> Path:
    """Hand-made gold and golden files for the sample articles."""
    return CASES
