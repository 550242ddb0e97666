"""The Indonesian words for each status, severity, cause, mention and number."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from inovasi_ai.domain.report import Cause, MentionKind, MentionVerdict, Severity, Status

__all__ = [
    "CAUSES",
    "CLAIM_MARK",
    "DISCLAIMER",
    "LIST_TITLE",
    "UNVERIFIED_MARK",
    "cause_advice",
    "cause_label",
    "decimal_text",
    "flag_label",
    "kind_label",
    "mention_label",
    "severity_label",
    "status_label",
]

CAUSES: tuple[Cause, ...] = ("fact_missing", "not_written", "unsupported_claim", "evidence_missing")
"""The order in which gaps are grouped: what has to be asked first stands first."""

UNVERIFIED_MARK = "[BELUM TERVERIFIKASI]"
"""Stands behind a sentence that the gate could not verify."""
CLAIM_MARK = "[TANPA FAKTA]"
"""Stands behind words that the report found no fact for."""

LIST_TITLE = "Daftar kekurangan"
"""What the list of what is missing is called, in its title and wherever it is spoken of."""

DISCLAIMER = (
    "Kelengkapan menyatakan cakupan unsur dan bukti yang diwajibkan rubrik; angka ini bukan ramalan hasil penilaian."
)

_STATUS: Mapping[Status, str] = {"present": "ada", "partial": "sebagian", "absent": "belum ada"}
_SEVERITY: Mapping[Severity, str] = {"blocking": "menghalangi", "warning": "perlu diperbaiki", "info": "saran"}
_CAUSE: Mapping[Cause, str] = {
    "fact_missing": "Fakta belum ada",
    "not_written": "Fakta ada, belum ditulis",
    "unsupported_claim": "Pernyataan tanpa fakta",
    "evidence_missing": "Bukti belum memadai",
}
_ADVICE: Mapping[Cause, str] = {
    "fact_missing": "Tanyakan kepada pihak yang disebut, lalu tambahkan jawabannya ke berkas fakta.",
    "not_written": "Faktanya sudah tersedia; tuliskan ke dalam naskah.",
    "unsupported_claim": "Hapus pernyataannya, atau lengkapi fakta dan sumber yang mendukungnya.",
    "evidence_missing": "Siapkan dokumen yang disebut, lalu unggah sebagai data dukung.",
}
_MENTION: Mapping[MentionVerdict, str] = {
    "supported": "didukung fakta",
    "derived": "dihitung dari fakta",
    "unsupported": "tanpa fakta",
    "wrong_role": "fakta dipakai untuk hal lain",
}
_KIND: Mapping[MentionKind, str] = {
    "number": "angka",
    "percent": "persentase",
    "money": "nilai uang",
    "duration": "lama waktu",
    "date": "tanggal",
    "range": "rentang",
    "regulation": "peraturan",
    "name": "nama",
}


def flag_label(value: bool) -> str:
    """Whether a flag is raised, in a word."""
    return "ada" if value else "tidak ada"


def status_label(status: Status) -> str:
    """`ada`, `sebagian` or `belum ada`."""
    return _STATUS[status]


def severity_label(severity: Severity) -> str:
    """`menghalangi`, `perlu diperbaiki` or `saran`."""
    return _SEVERITY[severity]


def cause_label(cause: Cause) -> str:
    """The heading under which gaps of one cause stand."""
    return _CAUSE[cause]


def cause_advice(cause: Cause) -> str:
    """What closes gaps of this cause, one sentence."""
    return _ADVICE[cause]


def mention_label(verdict: MentionVerdict) -> str:
    """What the facts say of a mention, in a few words."""
    return _MENTION[verdict]


def kind_label(kind: MentionKind) -> str:
    """What sort of statement a mention is."""
    return _KIND[kind]


def decimal_text(value: Decimal | int) -> str:
    """A number as Indonesians write it, without trailing zeros: `87,5`, `1.250`."""
    whole, _, fraction = f"{Decimal(value):,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")
