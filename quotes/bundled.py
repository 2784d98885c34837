"""The files of a bundled model: each is read once and must be the one that the model's ``manifest.json`` names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import ModelError

REMEDY = "reinstall quotestance"
"""What a user can do about a model that is incomplete or damaged."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A model's name and the SHA-256 of each of its files, hexadecimal."""

    name: str
    digests: Mapping[str, str]

    def version(self, file: str) -> str:
        """The model's name with the beginning of one file's SHA-256 (empty where there is no such file), for the record."""
        return f"{self.name} {self.digests.get(file, '')[:12]}"


def manifest(folder: Path, remedy: str = REMEDY) -> Manifest:
    """The manifest of the model in ``folder``. Raises ModelError, which ends in ``remedy``, if it is missing or no manifest."""
    path = folder / "manifest.json"
    try:
        read = json.loads(path.read_bytes())
        return Manifest(str(read.get("name", "")), {str(k): str(v["sha256"]) for k, v in read["files"].items()})
    except FileNotFoundError as error:
        raise _incomplete(path, remedy) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} cannot be read ({error!r}); {remedy}") from error


def verified(folder: Path, remedy: str = REMEDY) -> dict[str, bytes]:
    """The contents of the manifest's files by name. Raises ModelError naming the file that is missing, unreadable or differs."""
    out = {}
    for name, digest in manifest(folder, remedy).digests.items():
        try:
            out[name] = (folder / name).read_bytes()
        except FileNotFoundError as error:
            raise _incomplete(folder / name, remedy) from error
        except OSError as error:
            raise ModelError(f"{folder / name} cannot be read ({error!r}); {remedy}") from error
        found = hashlib.sha256(out[name]).hexdigest()
        if found != digest:
            raise ModelError(f"{folder / name} is damaged: SHA-256 {found[:12]}…, not {digest[:12]}…; {remedy}")
    return out


def _incomplete(path: Path, remedy: str) -> ModelError:
    return ModelError(f"a bundled model is incomplete: {path} is missing; {remedy}")
