"""What travels: a wheel with one top-level name and all its data, a source archive, an editable install, a bare checkout."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (".git", ".venv", ".cache", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")
FIND = "from quotes import data; [print(name, data.folder(name)) for name in ('rules', 'output', 'models')]"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, so that building leaves nothing behind in it."""
    copy = tmp_path_factory.mktemp("checkout") / "quotestance"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return copy


def built(checkout: Path, kind: str) -> Path:
    """The wheel or source archive that the build backend makes; without network and without a build environment."""
    target = checkout.parent / kind
    target.mkdir()
    code = f"from setuptools import build_meta; print(build_meta.build_{kind}(r'{target}'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return target / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Path:
    """The wheel."""
    return built(checkout, "wheel")


def tracked(*folders: str) -> set[str]:
    """Data files of the checkout, by their paths in it."""
    found = [p for folder in folders for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return {p.relative_to(ROOT).as_posix() for p in found if p.suffix not in (".py", ".pyc")}


def run(code: str, folder: Path, **environment: str) -> str:
    """What Python prints in that folder, without the checkout on its path."""
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, env={**inherited, **environment}, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_package_is_listed() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    listed = set(config["options"]["packages"].split())
    there = {p.parent.relative_to(ROOT).as_posix().replace("/", ".") for p in (ROOT / "quotes").rglob("__init__.py")}
    assert listed == there | {"quotes.rules", "quotes.output"}


def test_the_wheel_has_one_top_level_name_and_all_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    info = {name for name in names if name.split("/")[0].endswith(".dist-info")}
    assert {name.split("/")[0] for name in names - info} == {"quotes"}
    assert not [name for name in names if name.endswith((".pkl", ".pyc"))]
    wanted = {f"quotes/{path}" for path in tracked("rules", "output")} | tracked("quotes")
    assert wanted <= names, sorted(wanted - names)
    assert "quotes/py.typed" in names
    modules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "quotes").rglob("*.py")}
    assert modules <= names, sorted(modules - names)


def test_the_wheel_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    found = run(FIND, tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert found.split() == [
        x for name in ("rules", "output", "models") for x in (name, str(tmp_path / "site" / "quotes" / name))
    ]


def test_the_source_archive_builds_the_same_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    archive = built(checkout, "sdist")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    assert {"LICENSE", "README.md", "CHANGELOG.md", "Makefile", "constraints.txt"} <= {p.name for p in source.iterdir()}
    again = built(source, "wheel")
    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(wheel).namelist())


def test_an_editable_install_finds_its_data(checkout: Path, tmp_path: Path) -> None:
    target = tmp_path / "wheels"
    target.mkdir()
    code = f"from setuptools import build_meta; print(build_meta.build_editable(r'{target}'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    zipfile.ZipFile(target / done.stdout.splitlines()[-1]).extractall(site)
    hook = "; ".join(p.read_text().strip() for p in site.glob("*.pth"))
    found = run(f"{hook}\n{FIND}", tmp_path, PYTHONPATH=str(site))
    places = {"rules": checkout / "rules", "output": checkout / "output", "models": checkout / "quotes" / "models"}
    assert found.split() == [x for name, place in places.items() for x in (name, str(place))]


def test_a_bare_checkout_finds_its_data(checkout: Path) -> None:
    found = run(FIND, checkout)
    places = {"rules": checkout / "rules", "output": checkout / "output", "models": checkout / "quotes" / "models"}
    assert found.split() == [x for name, place in places.items() for x in (name, str(place))]


def test_the_tested_versions_are_pinned() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+", line) for line in lines)
    pinned = {line.partition("==")[0] for line in lines}
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    wanted = (
        config["options"]["install_requires"]
        + config["options.extras_require"]["test"]
        + config["options.extras_require"]["lint"]
    )
    assert {re.split(r"[>=<]", line)[0] for line in wanted.split()} <= pinned
    assert "torch==2.13.0" in lines
