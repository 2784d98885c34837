"""Trains small Stanza models with Stanza's own programs and lays them out as a Stanza folder, for the ``stanza`` parser.

    python -m tools.parser.train_stanza --train TREES.conllu --dev TREES.conllu --out FOLDER [--steps 400]
    STANZA_RESOURCES_DIR=FOLDER quotes extract --parser stanza ARTICLE

No word vectors and no character language models: the models serve to test the path from Stanza's files to quotations, and to show
how one's own treebank gets in. Names are trained if the trees carry them (``NER=B-PER`` in the last column).
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import torch
from stanza.models import lemmatizer, ner_tagger, parser, tagger

from tools.parser.treebank import conllu

_NAME = re.compile(r"(?:^|\|)NER=([^|]+)")


def train(trees: Path, dev: Path, out: Path, *, package: str = "own", steps: int = 400, width: int = 100) -> None:
    """Train tags, lemmas, trees and names from CoNLL-U files into the Stanza folder ``out`` (made if need be).

    ``steps`` of the optimiser per model, ``width`` of their hidden layers. Raises what Stanza raises on data it cannot use.
    """
    shared = [
        "--train_file",
        str(trees),
        "--eval_file",
        str(dev),
        "--shorthand",
        f"en_{package}",
        "--save_name",
        f"{package}.pt",
        "--cpu",
    ]
    neural = ["--no_pretrain", "--max_steps", str(steps), "--eval_interval", str(max(10, steps // 4))]
    narrow = ["--hidden_dim", str(width), "--char_hidden_dim", str(width), "--word_cutoff", "1"]
    plain = ["--optim", "adam", "--lr", "0.003", "--no_second_optim"]
    scorers = ["--deep_biaff_hidden_dim", str(width)]

    def place(processor: str) -> list[str]:
        return ["--save_dir", str(out / "en" / processor)]

    tagger.main([*shared, *neural, *narrow, *scorers, *place("pos"), "--fix_eval_interval"])
    parser.main([*shared, *neural, *narrow, *scorers, *place("depparse"), "--no_checkpoint", *plain])
    lemmatizer.main([*shared, *place("lemma"), "--num_epoch", "2"])
    processors = ["pos", "lemma", "depparse"]
    if any(_NAME.search(word.misc) for sample in conllu(trees) for word in sample.words):
        _train_names(trees, dev, out, package, neural)
        processors.append("ner")
    _describe(out, package, processors)


def _train_names(trees: Path, dev: Path, out: Path, package: str, neural: list[str]) -> None:
    files = []
    for name, path in (("train", trees), ("dev", dev)):
        sentences = [
            [{"text": w.form, "ner": m[1] if (m := _NAME.search(w.misc)) else "O"} for w in sample.words]
            for sample in conllu(path)
        ]
        files.append(out / f"names-{name}.json")
        files[-1].write_text(json.dumps(sentences), encoding="utf-8")
    options = ["--train_file", str(files[0]), "--eval_file", str(files[1]), "--shorthand", f"en_{package}", "--cpu", "--no_char"]
    options += [
        "--save_dir",
        str(out / "en" / "ner"),
        "--save_name",
        f"{package}.pt",
        "--word_emb_dim",
        "50",
        "--scheme",
        "bioes",
    ]
    ner_tagger.main([*options, *neural])


def _describe(out: Path, package: str, processors: list[str]) -> None:
    """Stanza's list of models: it looks up nothing that is not in it."""
    english: dict[str, object] = {name: {package: {}} for name in processors}
    english |= {"lang_name": "English", "packages": {"default": dict.fromkeys(processors, package)}}
    (out / "resources.json").write_text(json.dumps({"en": english}, indent=1), encoding="utf-8")


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--train", type=Path, required=True, help="trees in CoNLL-U")
    options.add_argument("--dev", type=Path, required=True, help="trees in CoNLL-U to choose the best model by")
    options.add_argument("--out", type=Path, required=True, help="Stanza folder to write")
    options.add_argument("--package", default="own", help="name of the models (default: %(default)s)")
    options.add_argument("--steps", type=int, default=400, help="(default: %(default)s)")
    options.add_argument("--width", type=int, default=100, help="width of hidden layers (default: %(default)s)")
    options.add_argument("--threads", type=int, default=0, help="threads of the computation (default: all cores)")
    args = options.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    train(args.train, args.dev, args.out, package=args.package, steps=args.steps, width=args.width)
    print(f"written to {args.out}")


if __name__ == "__main__":
    main()
