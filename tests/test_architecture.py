"""The house keeps its order: who may import whom, one module per library, no vocabulary or print astray."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "quotes"
MODULES = sorted(PACKAGE.rglob("*.py"))

STAGES = ("read", "marks", "candidates", "parse", "attribute", "resolve", "stance", "write")
LEAVES = {
    "model",
    "errors",
    "data",
    "options",
    "segment",
    "opening",
    "glued",
    "lines",
    "label",
    "headline",
    "identity",
    "inflect",
    "language",
    "medium",
    "onnx",
    "bundled",
    "states",
    "voices",
}
"""Modules that any stage may use: they know nothing of the stages."""
ALLOWED = {
    "attribute": {"match", "ruleset"},
    "match": {"ruleset", "lost"},
    "parse": {"compact"},
    "explain": {"attribute", "marks", "match", "ruleset"},
}
"""Beyond the leaves: the one chain of the rules, and the parser's network."""
OWNERS = {
    "stanza": {"parse", "compact"},
    "torch": {"parse", "compact"},
    "onnxruntime": {"onnx"},
    "tokenizers": {"compact", "stance"},
    "textblob": {"stance"},
    "click": {"cli"},
    "jsonlines": {"read", "write"},
    "ray": {"engine_ray", "engine"},
    "trafilatura": {"read"},
    "fastwarc": {"read"},
    "pyarrow": {"read"},
    "py3langid": {"language"},
}
HEAVY = {
    "stanza",
    "torch",
    "onnxruntime",
    "tokenizers",
    "textblob",
    "nltk",
    "ray",
    "trafilatura",
    "fastwarc",
    "pyarrow",
    "py3langid",
}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def name(path: Path) -> str:
    """The part of the house that a file belongs to: ``stance`` for ``quotes/stance/judge.py``."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Every module that is imported, with its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
            if node.module == "quotes":
                yield from ((f"quotes.{alias.name}", node) for alias in node.names)


def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_extractor_knows_the_order(path: Path) -> None:
    here = name(path)
    if here in ("cli", "extractor", "__init__", "__main__", "explain") or here.startswith("engine"):
        return
    parts = {full.split(".")[1] for full, _ in imports(tree(path)) if full.startswith("quotes.")}
    parts = {part for part in parts if (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file()}
    allowed = LEAVES | {here} | ALLOWED.get(here, set())
    if here in LEAVES:
        allowed = LEAVES
    assert parts <= allowed, f"{path.relative_to(ROOT)} may not import {sorted(parts - allowed)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_one_part_of_the_house_per_library(path: Path) -> None:
    for full, _ in imports(tree(path)):
        top = full.split(".")[0]
        assert top not in OWNERS or name(path) in OWNERS[top], f"{path.relative_to(ROOT)} may not import {top}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_data_folders_are_not_imported(path: Path) -> None:
    for full, _ in imports(tree(path)):
        assert ".".join(full.split(".")[:2]) not in ("quotes.rules", "quotes.output", "quotes.models"), (
            "breaks in an editable install"
        )


def test_the_model_is_plain_python() -> None:
    tops = {full.split(".")[0] for full, _ in imports(tree(PACKAGE / "model.py"))}
    assert tops <= {"__future__", "bisect", "collections", "dataclasses", "functools", "typing"}


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    """What ``quotes --help`` imports may not import them at its top."""
    for path in [*(PACKAGE / "cli").rglob("*.py"), PACKAGE / "__init__.py", *PACKAGE.glob("*.py")]:
        for node in tree(path).body:
            tops = {full.split(".")[0] for full, _ in imports(node)} if isinstance(node, ast.Import | ast.ImportFrom) else set()
            assert not tops & HEAVY, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_data_folders_hold_no_python() -> None:
    assert not [*(ROOT / "rules").rglob("*.py"), *(ROOT / "output").rglob("*.py"), *(PACKAGE / "models").rglob("*.py")]


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    """Every function of the package."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def test_functions_and_modules_are_short() -> None:
    lengths = {f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1 for path, node in functions()}
    assert {where: n for where, n in lengths.items() if n > 60} == {}
    assert statistics.median(lengths.values()) <= 13
    long = {str(path.relative_to(ROOT)): path.read_text().count("\n") + 1 for path in MODULES}
    assert {where: n for where, n in long.items() if n > 300} == {}


def test_names_say_what_is_inside() -> None:
    assert not [path for path in MODULES if path.stem in VAGUE]


def public() -> Iterator[tuple[Path, ast.FunctionDef]]:
    """Functions that others may call: at the top of a module, or in a public class."""
    for path in MODULES:
        for node in tree(path).body:
            inside = node.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_") else [node]
            yield from ((path, part) for part in inside if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"))


def test_public_functions_are_documented() -> None:
    assert [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}" for path, node in public() if not ast.get_docstring(node)] == []


def test_functions_are_typed() -> None:
    bare = []
    for path, node in functions():
        arguments = [a for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs) if a.arg not in ("self", "cls")]
        if node.returns is None or any(a.annotation is None for a in arguments):
            bare.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert bare == []


def test_no_bare_except_no_global_no_print() -> None:
    found = []
    for path in MODULES:
        for node in ast.walk(tree(path)):
            bare = isinstance(node, ast.ExceptHandler) and node.type is None
            printed = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
            if bare or isinstance(node, ast.Global) or (printed and name(path) != "cli"):
                found.append(f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}")
    assert found == []
