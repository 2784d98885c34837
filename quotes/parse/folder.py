"""The user's Stanza folder: what is there, and, only when asked, how more gets there."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import ModelError

PROCESSORS = ("pos", "lemma", "depparse", "ner")
"""Stanza's processors that the ``stanza`` parser runs; words and sentences are ours."""
NEEDED = ("pos", "lemma", "depparse")
HELP = "type `quotes models --download` to fetch Stanza's English models, or use the bundled parser (--parser compact)"


@dataclass(frozen=True, slots=True)
class Installed:
    """One model file of Stanza's: ``en/pos/ewt.pt`` is the package ``ewt`` of the processor ``pos``."""

    processor: str
    package: str
    path: Path
    bytes: int


def resources_folder() -> Path:
    """Stanza's folder: ``STANZA_RESOURCES_DIR``, else ``~/stanza_resources`` if it exists, else Stanza's own default."""
    named = os.environ.get("STANZA_RESOURCES_DIR")
    if named:
        return Path(named)
    home = Path.home() / "stanza_resources"
    if home.is_dir():
        return home
    from stanza.resources.common import DEFAULT_MODEL_DIR

    return Path(DEFAULT_MODEL_DIR)


def installed(folder: Path | None = None) -> list[Installed]:
    """Stanza's English models in ``folder`` (default: the user's), for the processors that are used, in their order."""
    base = (folder or resources_folder()) / "en"
    out = []
    for processor in PROCESSORS:
        for path in sorted((base / processor).glob("*.pt")):
            out.append(Installed(processor, path.stem, path, path.stat().st_size))
    return out


def chosen(folder: Path) -> dict[str, str]:
    """The model to run for each processor: Stanza's default where it is there, else the first one.

    Raises ModelError, saying what to type, unless ``folder`` has a model for every processor that is needed.
    """
    found = _checked(folder)
    try:
        resources = json.loads((folder / "resources.json").read_bytes())
        preferred = resources["en"]["packages"]["default"]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"{folder / 'resources.json'}, Stanza's list of its models, cannot be read ({error!r}): {HELP}"
        ) from error
    out = {}
    for processor in PROCESSORS:
        packages = [model.package for model in found if model.processor == processor]
        if packages:
            out[processor] = preferred[processor] if preferred.get(processor) in packages else packages[0]
    return out


def _checked(folder: Path) -> list[Installed]:
    models = installed(folder)
    found = {model.processor for model in models}
    if not (folder / "en").is_dir():
        raise ModelError(f"no English Stanza models in {folder}: {HELP}")
    if not (folder / "resources.json").is_file():
        raise ModelError(f"{folder} has no resources.json, Stanza's list of its models: {HELP}")
    missing = [processor for processor in NEEDED if processor not in found]
    if missing:
        raise ModelError(f"{folder} has no English Stanza model for {', '.join(missing)}: {HELP}")
    return models


def download(folder: Path | None = None, package: str = "default") -> list[Installed]:
    """Fetch Stanza's English models into the folder with Stanza's own downloader: the only function here that uses the network.

    Returns what is installed afterwards. Raises ModelError if the download fails.
    """
    import requests
    import stanza

    target = folder or resources_folder()
    processors = ",".join(PROCESSORS)
    try:
        stanza.download("en", model_dir=str(target), package=package, processors=processors, logging_level="WARN")
    except (OSError, ValueError, requests.RequestException) as error:
        raise ModelError(
            f"Stanza's models could not be fetched into {target} ({error}); check the connection and try again"
        ) from error
    return installed(target)
