"""`Document`: sentences, tokens, mentions, and the laws that hold for every text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.text import Document, normalize
from inovasi_ai.text.blocks import opaque_spans
from inovasi_ai.text.quantities import find_quantities
from tests.timing import least_seconds

_PIECES = st.sampled_from(
    [
        "Rp1.250.000,00 ",
        "14 hari kerja",
        " 87,4 %",
        "5–8 bulan",
        "UU Nomor 24 Tahun 2013",
        " tentang Inovasi Daerah ",
        "Perda Kab. Contoh No. 5/2020",
        "3 Maret 2024",
        "2021-2024",
        "Triwulan III 2024 ",
        "[LENGKAPI: berapa?",
        "5 mİliar ",
        "ratuſan orang ",
        "dua lusın ",
        "belasan ribu desa",
        "sepertiga-nya ",
        "www.contoh.id/12",
        "koordinat -3,1; 102,5",
        "]",
        "[",
        "1. ",
        "a) ",
        "\n",
        "\r\n",
        " ",
        ". ",
        "S.Pd. ",
        "Kab. ",
        "dua belas desa",
        "satu",
        "Dinas Kesehatan ",
        "İ",
        "ß",
        "é",
        "\u2028",
        "\x00",
        "😀",
        "²",
        "٣",
        "ke-3 ",
        "1) satu 2) dua ",
        "http://a.b/1 ",
        "0812-3456-7890",
        "lebih dari ",
        "-",
        "?!",
        "\ud800",
    ]
)
_TEXTS = st.one_of(st.text(max_size=120), st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=25).map("".join))


@settings(max_examples=250, deadline=None)
@given(_TEXTS)
def test_spans_say_what_the_text_says_and_kinds_never_overlap(text: str) -> None:
    document = Document(text)
    taken: set[int] = set()
    for note in document.notes:
        taken.update(range(note.start, note.end))
    spans = [
        *((mention.start, mention.end, mention.text) for mention in document.quantities),
        *((mention.start, mention.end, mention.text) for mention in document.dates),
        *((mention.start, mention.end, mention.text) for mention in document.regulations),
        *((mention.start, mention.end, mention.text) for mention in document.names),
        *((start, end, text[start:end]) for start, end in document.impossible_dates),
    ]
    for start, end, written in spans:
        assert text[start:end] == written != ""
        places = set(range(start, end))
        assert not places & taken
        taken |= places
    for kind in (document.quantities, document.dates, document.regulations, document.names, document.tokens):
        starts = [entry[0] if isinstance(entry, tuple) else entry.start for entry in kind]
        assert starts == sorted(starts)


@settings(max_examples=250, deadline=None)
@given(_TEXTS)
def test_sentences_hold_every_character_that_is_not_blank(text: str) -> None:
    document = Document(text)
    end = 0
    for index, sentence in enumerate(document.sentences):
        assert sentence.index == index
        assert end <= sentence.start < sentence.end
        assert not text[end : sentence.start].strip()
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert document.sentence_at(sentence.start) == document.sentence_at(sentence.end - 1) == sentence
        end = sentence.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Satu kalimat. Dua kalimat! Tiga?", ["Satu kalimat.", "Dua kalimat!", "Tiga?"]),
        ("Perda Kab. Contoh No. 5 berlaku. Selesai.", ["Perda Kab. Contoh No. 5 berlaku.", "Selesai."]),
        ("Menurut dr. Budi, S.Pd. a.n. Bupati benar. Ya.", ["Menurut dr. Budi, S.Pd. a.n. Bupati benar.", "Ya."]),
        (
            "Biaya Rp1.250.000,00 s.d. Rp2.000.000,00 cukup. Ya.",
            ["Biaya Rp1.250.000,00 s.d. Rp2.000.000,00 cukup.", "Ya."],
        ),
        ("Caranya 1) mendata 2) memeriksa. Selesai.", ["Caranya 1) mendata 2) memeriksa.", "Selesai."]),
        ("Tahapan: 1. Mendata 2. Memeriksa. Selesai.", ["Tahapan: 1. Mendata 2. Memeriksa.", "Selesai."]),
        ("Jumlahnya 5. Selanjutnya naik.", ["Jumlahnya 5.", "Selanjutnya naik."]),
        (
            "Permasalahan\nAda masalah.\n1. Mendata\na. Satu\n- dua",
            ["Permasalahan", "Ada masalah.", "1. Mendata", "a. Satu", "- dua"],
        ),
        ("Pupuk, bibit, dll. Petani senang.", ["Pupuk, bibit, dll.", "Petani senang."]),
        ("Sudah selesai.Berikutnya dimulai.", ["Sudah selesai.", "Berikutnya dimulai."]),
        ("Teks. [LENGKAPI: Berapa? Tanya dinas.] Lanjut.", ["Teks.", "[LENGKAPI: Berapa? Tanya dinas.]", "Lanjut."]),
        ("Dibuka www.contoh.go.id. Lalu diisi.", ["Dibuka www.contoh.go.id.", "Lalu diisi."]),
        ("“Cepat sekali.” Demikian warga.", ["“Cepat sekali.”", "Demikian warga."]),
        (
            "Kalimat ini cukup panjang sehingga penyunting teks melipatnya pada baris\nberikutnya. Selesai.",
            ["Kalimat ini cukup panjang sehingga penyunting teks melipatnya pada baris\nberikutnya.", "Selesai."],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert [text[sentence.start : sentence.end] for sentence in Document(text).sentences] == sentences


def test_nothing_in_a_note_is_a_mention() -> None:
    document = Document("Ada 5 desa. [LENGKAPI: UU Nomor 1 Tahun 2020, 12 orang, 3 Maret 2024, Dinas Kesehatan]")
    assert [mention.text for mention in document.quantities] == ["5 desa"]
    assert (document.dates, document.regulations, document.names) == ((), (), ())
    assert document.word_count == 3


def test_tokens_keep_numbers_and_hyphenated_words_whole() -> None:
    assert [token.norm for token in Document("Rata-rata 1.250,5 KADER, dan/atau e-KTP.").tokens] == [
        "rata-rata",
        "1.250,5",
        "kader",
        "dan",
        "atau",
        "e-ktp",
    ]


def test_an_offset_between_sentences_belongs_to_the_one_before() -> None:
    document = Document("  Satu.   Dua.  ")
    assert [document.sentence_at(offset).index for offset in (0, 4, 8, 11, 99)] == [0, 0, 0, 1, 1]


def _read_all(text: str) -> None:
    document = Document(text)
    document.quantities, document.names, document.sentences, document.tokens, document.word_count  # noqa: B018


@pytest.mark.parametrize(
    "seed",
    [
        "9",
        ".",
        " ",
        "[",
        "(",
        "\n",
        '"',
        "Nomor ",
        "[LENGKAPI: ",
        "UU Nomor ",
        "UU 1 Tahun 2020 tentang A ",
        "Peraturan Menteri A ",
        "a. A",
        "dua puluh ",
        "1-",
        "1/",
        "2024 ",
        "Januari ",
        "lebih dari ",
        "Dinas A ",
        "S.",
        "! ",
        "(a ",
        "a-",
        "1 a per ",
        "SK tentang a ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(seed: str) -> None:
    small, large = (seed * (size // len(seed)) for size in (6_000, 48_000))
    short, long = least_seconds(lambda: _read_all(small)), least_seconds(lambda: _read_all(large))
    assert long < max(16 * short, 0.4), f"{seed!r}: {short:.4f} s became {long:.4f} s"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("aBz 1,.-_’–İıßΣςＡ５ﬁKé\n")))
def test_tokens_are_compared_in_one_form_and_lie_where_they_were_written(text: str) -> None:
    document = Document(text)
    written = [text[start:end] for start, end in zip(document.token_starts, document.token_ends, strict=True)]
    assert document.norms == [normalize(word) for word in written]
    assert "".join(written) == "".join(re.findall(r"[0-9]+(?:[.,][0-9]+)*(?!\w)|\w+(?:-\w+)*", text))
    assert [document.token(index) for index in range(len(written))] == list(document.tokens)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("5 mİliar orang", "5 miliar orang"),
        ("ratuſan warga dan ratusan warga", "ratusan warga dan ratusan warga"),
        ("dua lusın perahu, selusin dayung", "dua lusin perahu, selusin dayung"),
        ("5 kasus per 1 rİbu jiwa", "5 kasus per 1 ribu jiwa"),
        ("pada ſemester I 2024", "pada semester I 2024"),
        ("16 \u212aelurahan", "16 kelurahan"),
    ],
)
def test_letters_that_only_look_plain_are_read_as_plain_ones(written: str, plain: str) -> None:
    theirs, ours = Document(plain), Document(written)
    assert [q.quantity.low for q in ours.quantities] == [q.quantity.low for q in theirs.quantities]
    assert [(d.first, d.last) for d in ours.dates] == [(d.first, d.last) for d in theirs.dates]


def test_a_text_with_letters_of_its_own_keeps_its_capitals() -> None:
    (mention,) = Document("Di Île-de-France ada 16 Kelurahan").quantities
    assert (mention.text, mention.quantity.text, mention.quantity.unit) == ("16 Kelurahan", "16 Kelurahan", "kelurahan")


@given(_TEXTS)
def test_what_is_passed_over_for_want_of_a_word_is_not_there(text: str) -> None:
    words = Document(text).vocabulary
    assert list(find_quantities(text, vocabulary=words)) == list(find_quantities(text))
    assert opaque_spans(text, words) == opaque_spans(text)
