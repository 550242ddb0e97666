"""Formal Indonesian: what is found, where, what is offered, and what is left alone."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.checking.language import LanguageRules, apply_fixes, check_language, load_language_rules
from inovasi_ai.checking.language_clues import Clues
from inovasi_ai.checking.language_kinds import Opening, Phrase, Substitution
from inovasi_ai.domain.report import Finding
from inovasi_ai.text import Document
from tests.timing import least_seconds

RULES = load_language_rules()
FOUND = sorted(
    found for rule in RULES.rules if isinstance(rule, Substitution | Phrase | Opening)
    for found in (rule.words if isinstance(rule, Substitution) else rule.phrases)
)  # fmt: skip
PLAIN = [
    "warga",
    "desa",
    "kader",
    "akta",
    "pada",
    "tahun",
    "2024",
    "Rp 5.000",
    "12.5 %",
    "ke",
    "di",
    "Sehat",
    ".",
    ",",
    "\n",
    "(",
    "—",
    "”",
]


def check(text: str, section: str | None = None, **options: object) -> tuple[Finding, ...]:
    return check_language(Document(text), section, options.pop("rules", RULES), **options)  # type: ignore[arg-type]


def rules_of(text: str, section: str | None = None) -> set[str]:
    return {finding.rule for finding in check(text, section)}


def fixed(text: str) -> str:
    return apply_fixes(text, check(text))


texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(FOUND), st.sampled_from(PLAIN), st.text(max_size=4)), max_size=25).map(" ".join),
)

MARKED = [
    "tahun2023", "12.5", "%", "12.5%", "juta", "Rp.", "Rp5.000", "rp", "300", "1500", "warga", "2019", "3x", "x",
    "sehari", "25rb", "25", "rb", "jam", "08.00", "abad", "ke-XX", "ke", "- XX", "-XX", "3", "desa2", "desa2nya",
    "akan", "(Akan", "dilayani", "Meskipun", "Walau", "jauh dari kota,", "namun", "Karena", "sehingga", "antara",
    "warga", "dengan", "kader", "para", "kader-kader", "di mana", "mana", "(", ")", "padi,padi", "padi.Padi",
    "Oleh", "karena itu", "itu", "Di", "samping itu", "usia 80", "an", "80an", "tahun", "selesai.", ",", ".", "&",
    "tata..", "jum'at", "di", "tingkatkan",
]  # fmt: skip
EVERY_PATTERN = replace(
    RULES, clues=Clues([rule.model_copy(update={"word": None, "hint": (" ",)}) for rule in RULES.patterns])
)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(MARKED), st.sampled_from([" ", " ", " ", "", "\n", "\u00a0"])), max_size=14))
def test_what_words_say_of_patterns_keeps_no_finding_back(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{word}{blank}" for word, blank in pieces)
    assert check(text, "hasil") == check(text, "hasil", rules=EVERY_PATTERN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aktifitas kader dan resikonya dicatat.", "Aktivitas kader dan risikonya dicatat."),
        ("Disamping itu, berkas di kelola desa.", "Di samping itu, berkas dikelola desa."),
        ("Data di laksanakan dan di kelola.", "Data dilaksanakan dan dikelola."),
        ("Ongkosnya Rp. 1.250.000,- sekali jalan.", "Ongkosnya Rp1.250.000 sekali jalan."),
        ("Pada tahun ke 3 cakupan 87.5 persen.", "Pada tahun ke-3 cakupan 87,5 persen."),
        ("Kerjasama itu agar supaya warga terlayani.", "Kerja sama itu agar warga terlayani."),
        ("Layanan dimulai 1 Nopember 2024.", "Layanan dimulai 1 November 2024."),
    ],
)
def test_what_is_certain_is_written(text: str, expected: str) -> None:
    assert fixed(text) == expected
    assert fixed(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Obat diambil di Apotik Sehat milik daerah.",
        "Warga membuka laman analisa.contoh.go.id atau menulis ke ijin@contoh.go.id.",
        "Rapat diadakan di Kelola, sebuah desa di kaki gunung.",
        "Kurir mengantar akta dari satu ke 3 desa.",
        "Petugas keluar ruangan.",
        "[LENGKAPI: analisa resiko dan aktifitas]",
    ],
)
def test_names_addresses_and_near_misses_stay_as_they_are(text: str) -> None:
    assert fixed(text) == text
    assert not [finding for finding in check(text) if finding.severity == "warning"]


def test_a_nonstandard_word_in_a_name_is_told_but_not_replaced() -> None:
    (finding,) = check("Obat diambil di Apotik Sehat.")
    assert (finding.excerpt, finding.replacement, finding.severity) == ("Apotik", None, "info")
    assert "Apotek" in finding.fix
    assert "nama" in finding.fix


@pytest.mark.parametrize("lead", ["", "- ", "1. ", "a. ", "2) ", "• ", "“"])
def test_a_capital_that_opens_a_sentence_or_an_item_is_no_name(lead: str) -> None:
    assert fixed(f"Syarat:\n{lead}Ijin usaha warga") == f"Syarat:\n{lead}Izin usaha warga"


def test_the_longer_phrase_speaks_for_the_words_in_it() -> None:
    (finding,) = check("Layanan ini melibatkan panca indera.")
    assert (finding.excerpt, finding.replacement) == ("panca indera", "pancaindra")


def test_a_foreign_word_is_told_once() -> None:
    found = check("Pendaftaran online dibuka. Aduan online dicatat. Ulasan online dibaca di website.")
    assert [finding.excerpt for finding in found] == ["online", "website"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kesadaran akan pentingnya akta naik.", None),
        ("Bidan mendampingi 40 ibu saat akan melahirkan.", None),
        ("Layanan ini akan menurunkan waktu tunggu.", "akan menurunkan"),
        ("Peserta keluarga berencana bertambah.", None),
        ("Cakupan naik sesuai dengan yang direncanakan.", None),
        ("Dinas berencana membuka dua loket.", "berencana"),
    ],
)
def test_a_wish_is_told_from_its_look_alikes(text: str, found: str | None) -> None:
    excerpts = [finding.excerpt for finding in check(text, "hasil")]
    assert excerpts == ([] if found is None else [found])


@pytest.mark.parametrize("place", ["pendidikan", "peternakan", "percetakan", "pekan", "belokan", "Bangkalan"])
def test_a_place_that_looks_like_a_verb_stays_apart(place: str) -> None:
    assert check(f"Kader bekerja di {place} itu.") == ()


def test_spans_given_by_the_caller_are_left_alone() -> None:
    text = "SIAGA IJIN memudahkan perijinan."
    assert {finding.excerpt for finding in check(text)} == {"IJIN", "perijinan"}
    assert {finding.excerpt for finding in check(text, skip=[(0, 10)])} == {"perijinan"}
    assert not check(text, skip=[(12, 40), (0, 20), (3, 5)])


def test_a_wish_is_a_finding_only_where_results_are_told() -> None:
    wish = "Layanan ini diharapkan mempercepat penerbitan akta."
    assert "bahasa.janji_hasil" in rules_of(wish, "hasil")
    assert "bahasa.janji_manfaat" in rules_of(wish, "manfaat")
    assert not rules_of(wish, "tujuan") | rules_of(wish)


def test_a_finding_says_what_why_and_what_to_do() -> None:
    text = "Dinas menerima ijin itu."
    (finding,) = check(text, "tujuan")
    assert finding.rule == "bahasa.kata_baku"
    assert finding.section == "tujuan"
    assert finding.span is not None
    assert (finding.span.section, text[finding.span.start : finding.span.end]) == ("tujuan", "ijin")
    assert "“ijin”" in finding.message
    assert "“izin”" in finding.fix
    assert finding.source


def test_long_sentences_are_counted_as_words_are() -> None:
    sentence = " ".join(["kata"] * 40)
    rules = RULES.only("kalimat_panjang")
    assert not check(f"{sentence}.", rules=rules)
    assert not check(f"{sentence} – [LENGKAPI: satu dua tiga].", rules=rules)
    (finding,) = check(f"Ada {sentence}.", rules=rules)
    assert "41 kata" in finding.message


def test_sources_in_brackets_do_not_make_a_sentence_long() -> None:
    sentence = " ".join(["kata"] * 40)
    rules = RULES.only("kalimat_panjang")
    assert not check(f"{sentence} (Profil Kesehatan Kabupaten Contoh, 2024).", rules=rules)
    assert not check(f"{sentence} (register desa) (rekapitulasi dinas).", rules=rules)
    (finding,) = check(f"Ada {sentence} (register desa).", rules=rules)
    assert "41 kata" in finding.message
    (unclosed,) = check(f"{sentence} (register desa.", rules=rules)
    assert "42 kata" in unclosed.message


def test_a_repeated_paragraph_is_told_once_and_not_by_its_sentences() -> None:
    paragraph = "Kader mendata anak tanpa akta di desa. Bidan memeriksa berkas anak itu di posyandu."
    found = check(f"{paragraph}\n\nDinas menerbitkan akta.\n\n{paragraph}")
    assert [finding.rule for finding in found] == ["bahasa.ulang_paragraf"]
    assert found[0].excerpt == paragraph


def test_good_prose_is_left_in_peace() -> None:
    text = (
        "Pada tahun 2023, baru 80,5 persen anak di Kabupaten Contoh yang memiliki akta, dan register desa mencatat "
        "1.204 anak tanpa akta. Keluarga di pesisir datang tiga kali dengan ongkos Rp60.000 sekali jalan.\n"
        "Kini kader mendata, bidan memeriksa, dan dinas menerbitkan akta dalam dua hari kerja. Di samping itu, kurir "
        "mengantar akta ke luar pulau tanpa biaya. Pada triwulan ke-2 tahun 2025, waktu tunggu turun 12 hari."
    )
    assert check(text, "hasil") == ()


@given(texts, st.sampled_from([None, "hasil", "manfaat", "tujuan"]))
@settings(max_examples=150)
def test_spans_point_into_the_text_and_nothing_blocks(text: str, section: str | None) -> None:
    found = check(text, section)
    assert list(found) == sorted(found, key=lambda f: (f.span.start, -f.span.end) if f.span else (0, 0))
    for finding in found:
        assert finding.span is not None
        assert text[finding.span.start : finding.span.end] == finding.excerpt != ""
        assert finding.severity in {"info", "warning"}
        assert finding.replacement != finding.excerpt
        assert "{" in text or "{" not in finding.message + finding.fix


@given(texts)
@settings(max_examples=150)
def test_fixing_changes_only_what_was_found(text: str) -> None:
    found = check(text)
    certain = [finding for finding in found if finding.replacement is not None]
    assert apply_fixes(text, [finding for finding in found if finding.replacement is None]) == text
    if not certain:
        assert apply_fixes(text, found) == text
    kept = [text[: certain[0].span.start]] if certain and certain[0].span else []
    assert all(apply_fixes(text, found).startswith(prefix) for prefix in kept)


CERTAIN = sorted(
    found for rule in RULES.rules if isinstance(rule, Substitution)
    for found, instead in rule.words.items() if isinstance(instead, str)
)  # fmt: skip


@given(st.lists(st.sampled_from(CERTAIN), min_size=1, max_size=8), st.sampled_from([", ", "; ", ". ", "\n"]))
@settings(max_examples=150)
def test_fixing_once_is_enough(words: list[str], separator: str) -> None:
    text = "warga" + separator + separator.join(words) + separator + "warga."
    once = fixed(text)
    assert once != text
    assert not [finding for finding in check(once) if finding.replacement is not None]


def test_every_certain_pair_is_found_and_gone_after_fixing() -> None:
    texts = [f"Warga mencatat {found}, lalu pulang." for found in CERTAIN]
    after = [fixed(text) for text in texts]
    assert [text for text, new in zip(texts, after, strict=True) if text == new] == []
    assert [new for new in after if fixed(new) != new] == []


@given(st.sampled_from(CERTAIN))
def test_capitals_are_kept(found: str) -> None:
    text = f"Ada. {found[0].upper()}{found[1:]}, begitu."
    after = fixed(text)
    assert after == text or after[5].isupper()


def test_findings_of_another_text_are_not_applied() -> None:
    assert apply_fixes("Warga datang sekali.", check("Warga minta ijin.")) == "Warga datang sekali."


def test_time_grows_with_the_text_not_with_its_square() -> None:
    pieces = [
        "luar biasa ",
        "terbaik ",
        "Rp",
        "tidak hanya ",
        "di ",
        "resiko ",
        "dengan dengan ",
        "1,000",
        "ab-ab ",
        "akan ",
        "x.y@",
        "antara lain ",
        "Meskipun a ",
        "antara satu dua ",
        "1234 ",
        "abcde. f",
        " ke 3",
    ]
    for piece in pieces:
        times = []
        for size in (4_000, 32_000):
            document = Document(piece * (size // len(piece)))
            assert document.tokens is not None
            assert document.sentences is not None
            times.append(least_seconds(functools.partial(check_language, document, "hasil", RULES)))
        assert times[1] < 24 * max(times[0], 0.01), piece


def test_one_rule_can_be_run_alone() -> None:
    only: LanguageRules = RULES.only("kata_baku")
    assert {finding.rule for finding in check("Disamping itu ada ijin.", rules=only)} == {"bahasa.kata_baku"}
    with pytest.raises(KeyError):
        RULES.only("tidak_ada")
