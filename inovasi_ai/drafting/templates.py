"""Composer templates: Jinja2 in a sandbox, with tags for sentences and paragraphs and filters for Indonesian clauses.

    {% kalimat %}{{ nama_inovasi }} berpijak pada {{ dasar.peraturan }}{% endkalimat %}
    {% paragraf %}

A sentence cites every fact that is written in it. A sentence that cites none is an error of the template: nothing is
said that no fact carries.
"""

from __future__ import annotations

import contextlib
import functools
import os
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from jinja2 import (
    BytecodeCache,
    FileSystemBytecodeCache,
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.ext import Extension
from jinja2.loaders import BaseLoader
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from inovasi_ai import resources
from inovasi_ai.domain.draft import Sentence
from inovasi_ai.drafting.cited import Cited, ItemView, change
from inovasi_ai.drafting.grammar import Grammar
from inovasi_ai.drafting.rendering import Rendering, cite, current
from inovasi_ai.drafting.telling import holds_figure, is_titled, spelled_out, tells_amount, tells_period
from inovasi_ai.errors import Problem, TemplateError
from inovasi_ai.text.formatting import format_regulation, number_in_words
from inovasi_ai.text.values import Quantity, Regulation
from inovasi_ai.text.words import count_words

__all__ = ["render", "template_version"]

_Result = TypeVar("_Result")


class _SentenceTags(Extension):
    tags = {"kalimat", "paragraf"}  # noqa: RUF012 - declared so by Jinja

    def parse(self, parser: Parser) -> nodes.Node:
        token = next(parser.stream)
        if token.value == "paragraf":
            return nodes.Output([nodes.MarkSafe(self.call_method("_break", lineno=token.lineno))], lineno=token.lineno)
        body = parser.parse_statements(("name:endkalimat",), drop_needle=True)
        call = self.call_method("_sentence", [nodes.ContextReference(), nodes.Const(token.lineno)])
        return nodes.CallBlock(call, [], [], body, lineno=token.lineno)

    def _break(self) -> str:
        paragraphs = current.get().paragraphs
        if paragraphs[-1]:
            paragraphs.append([])
        return ""

    def _sentence(self, context: Context, line: int, caller: Callable[[], str]) -> str:
        rendering = current.get()
        rendering.citations.start()
        text = rendering.tidy(str(caller()))
        if not text:
            return ""
        if not rendering.citations.ids:
            raise TemplateError(
                Problem(
                    "kalimat ini tidak memuat fakta apa pun",
                    file=context.name,
                    line=line,
                    found=text,
                    expected="sedikitnya satu fakta",
                )
            )
        rendering.paragraphs[-1].append(Sentence(text=text, facts=rendering.citations.ids))
        return ""


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
    """Compiled templates where everything that is made of the library's files is kept.

    Compiling them is a noticeable part of a whole `inovasi check`. Entries are keyed by the templates' contents.
    """
    folder = resources.keeping_folder()
    return _Bytecode(str(folder), "template-%s.cache") if folder and os.access(folder, os.W_OK) else None


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
        finalize=cite,
    )
    environment.filters |= {
        "sambung": _shaped(Grammar.continuing),
        "utuh": _shaped(Grammar.whole),
        "yang": _shaped(Grammar.relative),
        "pada": _shaped(Grammar.at),
        "sumber": _shaped(Grammar.source),
        "angka": _shaped(Grammar.amount),
        "tanpa": _without,
        "dirujuk": _silent,
        "singkat": _short,
        "dieja": lambda value: spelled_out(_fact(value)),
        "jumlah": _count,
        "kelompok": _grouped,
        "panjang": _length,
        "rangkai": lambda parts: current.get().grammar.joined(list(parts)),
    }
    environment.tests |= {
        "kata_kerja": _shaped(Grammar.is_verbal),
        "kata_kerja_aktif": _shaped(Grammar.is_active),
        "predikat": _shaped(Grammar.is_predicate),
        "kalimat_utuh": _shaped(Grammar.is_sentence),
        "berpenghubung": _shaped(Grammar.is_connected),
        "berlangsung": _shaped(Grammar.lasts),
        "kosong": _is_none,
        "diawali": _opens,
        "menyebut": lambda clause, amount: tells_amount(_optional(clause), _optional(amount)),
        "berperiode": lambda clause, period: tells_period(_optional(clause), _optional(period)),
        "berangka": lambda clause: holds_figure(_fact(clause)),
        "berjudul": lambda regulation: is_titled(_fact(regulation)),
    }
    environment.globals |= {
        "perubahan": change,
        "terbilang": number_in_words,
        "sebutan": lambda indicator, amount: current.get().grammar.counted(indicator, amount),
        "banyaknya": lambda indicator, amount: current.get().grammar.number_of(_fact(indicator), _fact(amount)),
        "predikat": lambda value, turn: current.get().grammar.verb(_fact(value), turn),
        "arah": lambda direction, value, turn: current.get().grammar.direction(direction, _fact(value), turn),
    }
    return environment


def _fact(value: object) -> Cited:
    if not isinstance(value, Cited):
        raise TemplateRuntimeError("saringan ini hanya untuk fakta yang ada; periksa dahulu dengan `if`")
    return value


def _optional(value: object) -> Cited | None:
    return None if value is None else _fact(value)


def _shaped(method: Callable[[Grammar, Cited], _Result]) -> Callable[[object], _Result]:
    """A method of the current rendering's grammar as a filter or test."""
    return lambda value: method(current.get().grammar, _fact(value))


def _without(value: object, *openings: str) -> Cited:
    return current.get().grammar.without(_fact(value), *openings)


def _opens(value: object, words: str) -> bool:
    return current.get().grammar.opens(_fact(value), words)


def _is_none(value: object) -> bool:
    """Whether the figure is none of something: 0 persons, Rp0; a percentage of nought is a figure like others."""
    quantity = _fact(value).value
    return isinstance(quantity, Quantity) and not quantity.low and not quantity.high and quantity.kind != "percent"


def _silent(value: object) -> Cited:
    """Nothing to read, but cited: for a fact that the sentence tells in words of its own."""
    return Cited("", _fact(value).fact_ids)


def _short(value: object) -> Cited:
    """A regulation without its title, for the second time it is named."""
    fact = _fact(value)
    return replace(fact, text=format_regulation(fact.value, short=True)) if isinstance(fact.value, Regulation) else fact


def _count(items: Sequence[ItemView]) -> Cited:
    """How many items a group has, in words; rests on all of them."""
    return Cited(number_in_words(len(items)), tuple(item.fact_id for item in items))


def _length(*values: object) -> int:
    """Words of the facts given, as they would be written; missing ones count nothing."""
    return sum(count_words(str(value)) for value in values if value is not None)


def _grouped(items: Sequence[ItemView], *alone: str, limit: int = 3) -> list[list[ItemView]]:
    """Neighbours that one sentence can tell together: same period, same source, and none of the leaves in `alone`."""
    groups: list[list[ItemView]] = []
    last: tuple[str, str] | None = None
    for item in items:
        shared = (str(item.periode or ""), str(item.sumber or ""))
        key = None if any(getattr(item, leaf) for leaf in alone) else shared
        if key is not None and key == last and len(groups[-1]) < limit:
            groups[-1].append(item)
        else:
            groups.append([item])
        last = key
    return groups


def render(
    template: str, variables: Mapping[str, object], *, name: str, folder: str | None = None
) -> list[tuple[Sentence, ...]]:
    """Render a composer template into paragraphs of sentences.

    Raises `TemplateError` naming file and line for a syntax error, an unknown variable, or a sentence without a fact.
    """
    rendering = Rendering(name, folder)
    token = current.set(rendering)
    try:
        _environment(folder).get_template(template).render(**variables)
    except TemplateNotFound as error:
        raise TemplateError(Problem("templat ini tidak ada", file=str(error.name))) from error
    except TemplateSyntaxError as error:
        raise TemplateError(Problem(f"templat rusak: {error.message}", file=error.name, line=error.lineno)) from error
    except UndefinedError as error:
        raise _failure("templat menyebut isian yang tidak ada", template, error) from error
    except (JinjaError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as error:
        raise _failure("templat tidak dapat dijalankan", template, error) from error
    finally:
        current.reset(token)
    return [tuple(paragraph) for paragraph in rendering.paragraphs if paragraph]


def _failure(message: str, template: str, error: Exception) -> TemplateError:
    """The innermost line of a template that the error passed through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else (template, None)
    return TemplateError(Problem(f"{message}: {error}", file=file, line=line))


def template_version(family: str, folder: str | None = None) -> str:
    """Version of a family's composer templates, from `prompts/<family>/VERSION`."""
    path: Path = resources.find("prompts", f"{family}/VERSION", folder=folder)
    return path.read_text(encoding="utf-8").strip()
