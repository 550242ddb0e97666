"""Composer templates: Jinja2 in a sandbox, with tags for sentences and paragraphs and filters for Indonesian clauses.

    {% kalimat %}{{ nama }} berpijak pada {{ dasar.peraturan }}{% endkalimat %}
    {% paragraf %}

A sentence cites every fact that is written in it. A sentence that cites none is an error of the template: nothing is said
that no fact carries.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.ext import Extension
from jinja2.loaders import BaseLoader
from jinja2.parser import Parser
from jinja2.sandbox import SandboxedEnvironment

from inovasi_ai import resources
from inovasi_ai.domain.draft import Sentence
from inovasi_ai.drafting.cited import Citations, Cited, ItemView, change
from inovasi_ai.errors import Problem, TemplateError
from inovasi_ai.text.dates import parse_date
from inovasi_ai.text.formatting import number_in_words
from inovasi_ai.text.words import normalize
from inovasi_ai.yaml_data import read_document

__all__ = ["render", "template_version"]

_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?)])")
_ENDS = re.compile(r"[.!?…][\"”’)]*$")
@functools.cache
def _words(folder: str | None, group: str) -> tuple[str, ...]:
    """A word list of `prompts/kata.yaml`; what each is for is said there."""
    path = resources.find("prompts", "kata.yaml", folder=folder)
    return tuple(read_document(path, error=TemplateError)[group])


_citations: ContextVar[Citations] = ContextVar("citations")


def _cite(value: object) -> object:
    """What Jinja calls on everything it writes: a fact that is written is a fact that is cited."""
    if isinstance(value, Cited):
        _citations.get().add(value.fact_ids)
        return value.text
    return value


class _Sink:
    """Where a rendering puts its sentences and paragraphs."""

    def __init__(self) -> None:
        self.citations = Citations()
        self.paragraphs: list[list[Sentence]] = [[]]
        self.fixed_start = ""
        """A name that may begin a sentence in lower case."""


class _SentenceTags(Extension):
    tags = {"kalimat", "paragraf"}

    def parse(self, parser: Parser) -> nodes.Node:
        token = next(parser.stream)
        if token.value == "paragraf":
            call = self.call_method("_break", [nodes.ContextReference()], lineno=token.lineno)
            return nodes.Output([nodes.MarkSafe(call)], lineno=token.lineno)
        body = parser.parse_statements(("name:endkalimat",), drop_needle=True)
        call = self.call_method("_sentence", [nodes.ContextReference(), nodes.Const(token.lineno)])
        return nodes.CallBlock(call, [], [], body, lineno=token.lineno)

    def _break(self, context: Mapping[str, object]) -> str:
        sink = context["_sink"]
        assert isinstance(sink, _Sink)
        if sink.paragraphs[-1]:
            sink.paragraphs.append([])
        return ""

    def _sentence(self, context: Mapping[str, object], line: int, caller: Callable[[], str]) -> str:
        sink = context["_sink"]
        assert isinstance(sink, _Sink)
        sink.citations.start()
        text = _tidy(str(caller()), sink.fixed_start)
        if not text:
            return ""
        if not sink.citations.ids:
            raise TemplateError(
                Problem("kalimat ini tidak memuat fakta apa pun", line=line, found=text, expected="sedikitnya satu fakta")
            )
        sink.paragraphs[-1].append(Sentence(text=text, facts=sink.citations.ids))
        return ""


def _tidy(text: str, fixed_start: str) -> str:
    text = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)).strip().replace(".,", ",").replace("..", ".")
    if not text:
        return ""
    if not (fixed_start and text.startswith(fixed_start)):
        text = text[0].upper() + text[1:]
    return text if _ENDS.search(text) else text.rstrip(",;:") + "."


class _PromptLoader(BaseLoader):
    def __init__(self, folder: str | None) -> None:
        self._folder = folder

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            path = resources.find("prompts", template, folder=self._folder)
        except TemplateError as error:
            raise TemplateNotFound(template) from error
        return path.read_text(encoding="utf-8"), str(path), lambda: True


class _Environment(SandboxedEnvironment):
    """One environment for prose: no autoescape; HTML has its own."""


def _bytecode_cache() -> BytecodeCache | None:
    """Compiled templates beside Python's own compiled modules: under the same owner, and left out on the same wish.

    Compiling them takes a fifth of a whole `inovasi check`. Entries are keyed by the templates' contents.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(__file__).resolve().parent / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return _Bytecode(str(folder), "template-%s.cache") if os.access(folder, os.W_OK) else None


class _Bytecode(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):  # a full disk costs the cache, not the draft
            super().dump_bytecode(bucket)


@functools.cache
def _environment(folder: str | None) -> _Environment:
    environment = _Environment(
        loader=_PromptLoader(folder),
        undefined=StrictUndefined,
        extensions=[_SentenceTags],
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_bytecode_cache(),
        finalize=_cite,
    )
    environment.filters["sambung"] = _continuing
    environment.filters["utuh"] = _whole
    environment.filters["yang"] = _relative
    environment.filters["pada"] = _at
    environment.filters["jumlah"] = _count
    environment.tests["berpenghubung"] = lambda value: value.text.lower().startswith(_words(None, "berpenghubung"))
    environment.globals["perubahan"] = change
    environment.globals["terbilang"] = number_in_words
    return environment


def _map(value: Cited, text: str) -> Cited:
    return Cited(text, value.fact_ids, value.value)


def _continuing(value: Cited) -> Cited:
    """A sentence or clause made to go on after a comma: no final stop, no capital unless it begins a name."""
    text = value.text.strip().rstrip(".;,")
    first, _, rest = text.partition(" ")
    letters = first.strip("“\"'(")
    is_name = letters.lower() not in _words(None, "bukan_nama") and (
        not letters[:1].isupper()
        or letters[1:] != letters[1:].lower()
        or (len(letters) == 1)
        or rest[:1].isupper()
        or any(character.isdigit() for character in letters)
    )
    return _map(value, text if is_name else first.replace(letters, letters[0].lower() + letters[1:], 1) + (f" {rest}" if rest else ""))


def _count(items: Sequence[ItemView]) -> Cited:
    """How many items a group has, in words; rests on all of them."""
    return Cited(number_in_words(len(items)), tuple(item.fact_id for item in items))


def _whole(value: Cited) -> Cited:
    """A sentence as it was written, without its final stop."""
    return _map(value, value.text.strip().rstrip(".;,"))


def _relative(value: Cited) -> Cited:
    """A clause that can follow `yang`."""
    text = _continuing(value).text
    return _map(value, text.removeprefix("yang ").strip())


def _at(value: Cited) -> Cited:
    """A period as an adverbial: `pada tahun 2023`, `pada Desember 2023`, `sepanjang 2024`."""
    text = value.text.strip()
    if normalize(text).split(" ", 1)[0] in _words(None, "pembuka_waktu"):
        return _continuing(_map(value, text))
    date = parse_date(text)
    year_only = date is not None and date.precision == "year"
    return _map(value, f"pada tahun {text}" if year_only else f"pada {text}")


def render(template: str, variables: Mapping[str, object], *, name: str, folder: str | None = None) -> list[tuple[Sentence, ...]]:
    """Render a composer template into paragraphs of sentences.

    Raises `TemplateError` naming file and line for a syntax error, an unknown variable, or a sentence without a fact.
    """
    sink = _Sink()
    sink.fixed_start = name
    token = _citations.set(sink.citations)
    try:
        _environment(folder).get_template(template).render(**variables, _sink=sink)
    except TemplateNotFound as error:
        raise TemplateError(Problem("templat ini tidak ada", file=str(error.name))) from error
    except TemplateSyntaxError as error:
        raise TemplateError(Problem(f"templat rusak: {error.message}", file=error.name, line=error.lineno)) from error
    except UndefinedError as error:
        raise TemplateError(Problem(f"templat menyebut isian yang tidak ada: {error.message}", file=template)) from error
    except JinjaError as error:
        raise TemplateError(Problem(f"templat tidak dapat dijalankan: {error.message}", file=template)) from error
    finally:
        _citations.reset(token)
    return [tuple(paragraph) for paragraph in sink.paragraphs if paragraph]


def template_version(family: str, folder: str | None = None) -> str:
    """Version of a family's composer templates, from `prompts/<family>/VERSION`."""
    path: Path = resources.find("prompts", f"{family}/VERSION", folder=folder)
    return path.read_text(encoding="utf-8").strip()
