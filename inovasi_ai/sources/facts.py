"""Facts files in: YAML or JSON, one innovation or many, every problem of a file told at once."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath

from pydantic import ValidationError

from inovasi_ai.domain.facts import Location
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.errors import FactsError, require
from inovasi_ai.sources.explain import explain_fields, unknown_field
from inovasi_ai.sources.fields import model_at, writable
from inovasi_ai.sources.nodes import MAX_DEPTH, MAX_NODES, Node, Problems, plain, prune, walk
from inovasi_ai.sources.noughts import whole_noughts
from inovasi_ai.sources.reading import decoded, fail, read_bytes

__all__ = ["innovation_from_mapping", "load_innovation", "load_innovations"]

MANY = "inovasi"
"""The name under which a file lists several innovations."""

_NOWHERE = (0, 0)
_LATER = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".tsv", ".jsonl"})
_TEXTS = frozenset({".docx", ".doc", ".md", ".txt", ".odt", ".rtf", ".pdf", ".html", ".htm"})


def load_innovation(path: str | os.PathLike[str]) -> Innovation:
    """Read the one innovation of a YAML or JSON facts file; its facts know their lines.

    Raises `FactsError` with every problem of the file, and when the file holds several innovations.
    """
    innovations = load_innovations(path)
    if len(innovations) > 1:
        names = ", ".join(innovation.nama_inovasi for innovation in innovations[:3])
        raise fail(
            FactsError,
            os.fspath(path),
            f"berkas ini memuat {len(innovations)} inovasi, padahal di sini hanya satu yang dapat dipakai",
            found=names + (", …" if len(innovations) > 3 else ""),
            expected="berkas berisi satu inovasi",
        )
    return innovations[0]


def load_innovations(path: str | os.PathLike[str]) -> tuple[Innovation, ...]:
    """Read all innovations of a facts file.

    It holds one group of fields, a list of them, `inovasi: [...]`, or several YAML documents.

    Raises `FactsError` with every problem of the file: file, line, field, what was found and what is expected.
    """
    require(path, (str, os.PathLike), "Nama berkas bukan teks", "nama berkas sebagai str atau Path")
    file = os.fspath(path)
    suffix = PurePath(file).suffix.lower()
    data = read_bytes(path, FactsError)
    _refuse_other_kinds(file, suffix)
    text = decoded(data, file, FactsError)
    problems = Problems(file)
    if suffix == ".json" or (suffix not in (".yaml", ".yml") and text.lstrip()[:1] in ("{", "[")):
        from inovasi_ai.sources.json_nodes import read_json as read
    else:
        from inovasi_ai.sources.yaml_nodes import read_yaml as read
    if not text.strip():
        raise fail(FactsError, file, "berkas ini kosong", expected="fakta satu inovasi; mulai dari `inovasi template`")
    roots = list(_roots(read(text, problems), problems))
    innovations = [_validated(node, prefix, problems) for prefix, node in roots]
    _check_codes(roots, problems)
    problems.stop_if_any()
    return tuple(innovation for innovation in innovations if innovation is not None)


def innovation_from_mapping(data: Mapping[str, object]) -> Innovation:
    """Build an innovation from plain data; texts are read as Indonesian (`1.250` is a thousand), numbers as they are.

    Empty texts and None count as not filled. Raises `FactsError` with every problem, fields named by dotted path.
    """
    if not isinstance(data, Mapping):
        raise FactsError(f"fakta harus berupa kelompok isian bernama, bukan {type(data).__name__}")
    problems = Problems(None)
    node = _Builder(problems).node(data, "")
    innovation = _validated(node, "", problems, placed=False)
    problems.stop_if_any()
    if innovation is None:  # every failed validation leaves a problem behind
        raise problems.error()
    return innovation


def _refuse_other_kinds(file: str, suffix: str) -> None:
    if suffix in _LATER:
        raise fail(
            FactsError,
            file,
            "buku kerja dan tabel belum dapat dibaca; dukungannya menyusul",
            found=f"berkas {suffix}",
            expected="berkas fakta .yaml atau .json; buat dengan `inovasi template fakta.yaml`",
        )
    if suffix in _TEXTS:
        raise fail(
            FactsError,
            file,
            "ini naskah, bukan berkas fakta",
            found=f"berkas {suffix}",
            expected="berkas fakta .yaml atau .json; naskah diperiksa dengan `inovasi check`",
        )


def _roots(documents: list[Node], problems: Problems) -> Iterator[tuple[str, Node]]:
    """The innovations of a file with their paths in it, such as `inovasi.3.`."""
    if problems.broken_line is not None:
        documents = [document for document in documents if isinstance(document.value, dict | list)]
        if not documents:
            return
    if all(document.value is None for document in documents):
        problems.at(
            documents[0].place if documents else None,
            "berkas ini tidak memuat fakta, hanya baris kosong atau komentar",
            expected="sekurang-kurangnya `nama_inovasi`; mulai dari `inovasi template`",
        )
        return
    for number, document in enumerate(documents):
        if document.value is None:
            continue
        before = f"{number}." if len(documents) > 1 else ""
        if isinstance(document.value, dict):
            document.value.pop("$schema", None)
            wrapped = document.value.pop(MANY, None)
            if wrapped is None:
                yield before, document
                continue
            for name, other in document.value.items():
                problems.at(
                    other.key_place,
                    f"isian ini tidak dapat berdiri di samping `{MANY}`",
                    field=before + name,
                    expected=f"di dalam salah satu butir `{MANY}`",
                )
            document, before = wrapped, f"{before}{MANY}."
        if not isinstance(document.value, list):
            if problems.broken_line is not None:
                continue
            found = "kelompok isian" if isinstance(document.value, dict) else document.value
            problems.at(
                document.place,
                "di sini seharusnya ada isian bernama",
                field=before.rstrip(".") or None,
                found=found,
                expected="`nama_inovasi: …`, atau daftar inovasi yang tiap butirnya diawali `- nama_inovasi: …`",
            )
            continue
        if not document.value and problems.broken_line is None:
            problems.at(
                document.place,
                "daftar inovasi ini kosong",
                field=before.rstrip(".") or None,
                expected="satu inovasi atau lebih",
            )
        for index, entry in enumerate(document.value):
            if problems.broken_line is not None and not isinstance(entry.value, dict):
                continue
            yield f"{before}{index}.", entry


def _validated(node: Node, prefix: str, problems: Problems, *, placed: bool = True) -> Innovation | None:
    if not isinstance(node.value, dict):
        problems.at(
            node.place if placed else None,
            "satu inovasi harus berupa kelompok isian bernama",
            field=prefix.rstrip(".") or None,
            found=node.value if isinstance(node.value, str) else None,
            expected="`nama_inovasi: …` dan isian lainnya",
        )
        return None
    kept, empty = prune(node)
    whole = kept or Node({}, node.place)
    nodes = dict(walk(whole))
    before = len(problems.found) + problems.left_out
    for path, blank in empty.items():
        *parents, name = path.split(".")
        model = model_at(parents)
        if model is not None and name not in writable(model):
            unknown_field(path, blank.key_place if placed else None, problems, prefix=prefix)
    _check_item_ids(nodes, prefix, problems, placed=placed)
    try:
        innovation = whole_noughts(Innovation.model_validate(plain(whole)))
    except ValidationError as caught:
        known = nodes if placed else {}
        explain_fields(caught, problems, prefix=prefix, nodes=known, empty=empty if placed else {})
        return None
    if len(problems.found) + problems.left_out > before:
        return None
    if not placed or problems.file is None:
        return innovation
    file = problems.file
    return innovation.located({path: Location(file, *inner.place) for path, inner in nodes.items()})


def _check_item_ids(nodes: Mapping[str, Node], prefix: str, problems: Problems, *, placed: bool) -> None:
    if not placed:  # the model itself tells them
        return
    for path, node in nodes.items():
        if not isinstance(node.value, list):
            continue
        seen: dict[str, Node] = {}
        for index, entry in enumerate(node.value):
            inner = entry.value.get("id") if isinstance(entry.value, dict) else None
            if inner is None or not isinstance(inner.value, str):
                continue
            earlier = seen.setdefault(inner.value.strip(), inner)
            if earlier is not inner:
                problems.at(
                    inner.place,
                    f"kode butir `{inner.value.strip()}` dipakai dua kali: "
                    f"pada baris {earlier.place[0]} dan baris {inner.place[0]}",
                    field=f"{prefix}{path}.{index}.id",
                    expected="kode yang berbeda untuk tiap butir",
                )


def _check_codes(roots: Sequence[tuple[str, Node]], problems: Problems) -> None:
    seen: dict[str, Node] = {}
    for prefix, root in roots:
        node = root.value.get("kode") if isinstance(root.value, dict) else None
        if node is None or not isinstance(node.value, str | int) or not str(node.value).strip():
            continue
        code = " ".join(str(node.value).split())
        earlier = seen.setdefault(code, node)
        if earlier is not node:
            problems.at(
                node.place,
                f"kode `{code}` dipakai oleh dua inovasi: pada baris {earlier.place[0]} dan baris {node.place[0]}",
                field=f"{prefix}kode",
                expected="kode yang berbeda untuk tiap inovasi",
            )


class _Builder:
    """Plain data of a program into nodes, within the same limits as a file."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.count = 0

    def node(self, value: object, path: str, depth: int = 0) -> Node:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            self.problems.at(None, "isian bertingkat terlalu dalam atau terlalu banyak", field=path or None)
            raise self.problems.error()
        prefix = f"{path}." if path else ""
        if isinstance(value, Mapping):
            return Node(
                {str(key): self.node(entry, prefix + str(key), depth + 1) for key, entry in value.items()}, _NOWHERE
            )
        if isinstance(value, list | tuple):
            return Node([self.node(entry, f"{prefix}{i}", depth + 1) for i, entry in enumerate(value)], _NOWHERE)
        if isinstance(value, datetime.datetime):
            value = value.date()
        if isinstance(value, datetime.date):
            return Node(value.isoformat(), _NOWHERE)
        if _is_missing(value):
            return Node(None, _NOWHERE)
        if isinstance(value, float):
            # Twelve digits hold any figure an office has, and drop what binary fractions add: 0.1 + 0.2 is 0.3.
            exact = Decimal(f"{float(value):.12g}")
            return Node(int(exact) if exact.is_finite() and exact == int(exact) else exact, _NOWHERE)
        if value is None or isinstance(value, str | int | Decimal):
            return Node(value, _NOWHERE)
        self.problems.at(
            None,
            "jenis data ini tidak dikenal",
            field=path or None,
            found=type(value).__name__,
            expected="teks, angka, tanggal, daftar, atau kelompok isian",
        )
        return Node(None, _NOWHERE)


def _is_missing(value: object) -> bool:
    """Whether a program's data says that there is no value: `NaN` and `NaT` alone differ from themselves."""
    try:
        return bool(value != value)
    except (TypeError, ValueError):
        return type(value).__name__ == "NAType"
