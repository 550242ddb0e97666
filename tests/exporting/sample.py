"""An invented innovation with its draft and report: every kind of gap and finding, for the tests of the exports."""

from __future__ import annotations

from decimal import Decimal

from inovasi_ai.domain.draft import Draft, DraftSection, Note, Paragraph, Provenance, Sentence
from inovasi_ai.domain.report import Finding, Gap, Mention, PartVerdict, Report, SectionText, Span, Verdict

HEADINGS = {
    "dasar_hukum": "Dasar Hukum",
    "permasalahan": "Permasalahan",
    "isu_strategis": "Isu Strategis",
    "metode_pembaharuan": "Metode Pembaharuan",
    "keunggulan_kebaharuan": "Keunggulan dan Kebaharuan",
    "tahapan_penggunaan": "Tahapan Penggunaan",
}
FACTS_HASH = "5f1c" * 16
RUBRIC_HASH = "9ab3" * 16

_DESIGN = DraftSection(
    id="rancang_bangun",
    title="Rancang Bangun dan Pokok Perubahan yang Dilakukan",
    headings=HEADINGS,
    paragraphs=(
        Paragraph(
            element="dasar_hukum",
            items=(
                Sentence(
                    text="JAGA SUMUR dilaksanakan berdasarkan Undang-Undang Nomor 17 Tahun 2019 yang menempatkan "
                    "air bersih "
                    "sebagai hak setiap warga.",
                    facts=("nama_inovasi", "dasar_hukum.0", "dasar_hukum.0.kaitan"),
                ),
                Sentence(
                    text="Penetapannya dituangkan dalam Keputusan Bupati Contoh Nomor 188/77/2024.",
                    facts=("dasar_hukum.1",),
                ),
            ),
        ),
        Paragraph(
            element="permasalahan",
            items=(
                Sentence(
                    text="Pada musim kemarau 2023, 38,5 persen rumah tangga di Kabupaten Contoh masih mengambil air "
                    "dari sumur "
                    "gali yang mutunya tidak pernah diperiksa (Survei Kualitas Air, 2023).",
                    facts=("masalah.makro.0.nilai", "masalah.makro.0.periode", "masalah.makro.0.sumber"),
                ),
                Sentence(
                    text="Di sembilan desa pesisir, 412 dari 640 sumur yang diuji mengandung bakteri koli melebihi "
                    "ambang, dan "
                    "hasil uji baru diterima warga 21 hari kemudian.",
                    facts=("masalah.mikro.0.nilai", "masalah.mikro.1.nilai"),
                ),
            ),
        ),
        Paragraph(
            element="isu_strategis",
            items=(
                Sentence(
                    text="Upaya ini menjawab Tujuan Pembangunan Berkelanjutan 6.1 tentang akses air minum yang aman.",
                    facts=("isu.global.0", "isu.global.0.isi"),
                ),
                Note(ask="sebutkan agenda daerah (RPJMD) yang dijawab inovasi ini.", facts=("isu.lokal",)),
            ),
        ),
        Paragraph(
            element="metode_pembaharuan",
            items=(
                Sentence(
                    text="Sebelumnya contoh air dikirim ke laboratorium provinsi dan hasilnya terbit setelah 21 "
                    "hari; kini uji "
                    "cepat dilakukan di desa dan hasilnya terbit dalam 1 hari, 20 hari lebih singkat.",
                    facts=("sebelum.0.nilai", "sesudah.0.nilai"),
                ),
            ),
        ),
        Paragraph(
            element="keunggulan_kebaharuan",
            items=(
                Sentence(
                    text="Kader sanitasi desa melakukan uji sendiri dengan alat seharga Rp185.000 per paket.",
                    facts=("keunggulan.0", "keunggulan.0.biaya"),
                ),
                Sentence(text="Cara ini adalah yang pertama di Indonesia.", facts=(), verified=False),
            ),
        ),
        Paragraph(
            element="tahapan_penggunaan",
            items=(
                Sentence(
                    text="Kader mengambil contoh air, menguji, lalu menempelkan kartu warna pada bibir sumur.",
                    facts=("langkah.0", "langkah.1", "langkah.2"),
                ),
                Sentence(
                    text="Sumur berkartu merah dibersihkan bersama-sama oleh pemerintah desa dan pemiliknya paling "
                    "lama 3 hari "
                    "kerja setelah hasil uji diumumkan.",
                    facts=("langkah.3", "langkah.3.durasi"),
                ),
            ),
        ),
    ),
)

_GOALS = DraftSection(
    id="tujuan",
    title="Tujuan Inovasi Daerah",
    paragraphs=(
        Paragraph(
            items=(
                Sentence(
                    text="Inovasi ini bertujuan menurunkan sumur tercemar dari 64,4 persen menjadi 20 persen pada "
                    "akhir 2026.",
                    facts=("tujuan.0", "tujuan.0.awal", "tujuan.0.target", "tujuan.0.batas_waktu"),
                ),
            )
        ),
    ),
)

_BENEFITS = DraftSection(
    id="manfaat",
    title="Manfaat yang Diperoleh",
    paragraphs=(
        Paragraph(
            items=(
                Sentence(
                    text="Warga mengetahui mutu air sumurnya pada hari yang sama dan telah melayani lebih dari "
                    "5.000 keluarga.",
                    facts=("manfaat.0",),
                ),
                Note(ask="berapa rumah tangga yang menerima manfaat, dan menurut catatan apa?", facts=("manfaat",)),
            )
        ),
    ),
)

_RESULTS = DraftSection(
    id="hasil",
    title="Hasil Inovasi",
    paragraphs=(
        Paragraph(
            items=(
                Sentence(
                    text="Sampai dengan September 2025, sumur tercemar turun menjadi 27,1 persen, di analisa dari "
                    "640 sumur yang "
                    "sama (Laporan Uji Air, 2025).",
                    facts=("hasil.0.sesudah", "hasil.0.periode", "hasil.0.sumber"),
                ),
            )
        ),
    ),
)


def draft() -> Draft:
    """Four sections, two notes, one sentence that could not be verified."""
    return Draft(
        title="JAGA SUMUR",
        innovation="contoh-01",
        sections=(_DESIGN, _GOALS, _BENEFITS, _RESULTS),
        provenance=Provenance(
            rubric="iga-2026",
            rubric_revision=1,
            rubric_hash=RUBRIC_HASH,
            facts_hash=FACTS_HASH,
            prompt_version="1",
            package_version="0.1.0",
        ),
    )


def span(naskah: Draft, section: str, words: str) -> Span:
    """Where `words` stand in a section."""
    start = naskah[section].text.index(words)
    return Span(section=section, start=start, end=start + len(words))


def report() -> Report:
    """What a careful assessor would say of `draft()`; two findings overlap on purpose."""
    naskah = draft()
    claim = span(naskah, "manfaat", "melayani lebih dari 5.000 keluarga")
    pioneer = span(naskah, "rancang_bangun", "Cara ini adalah yang pertama di Indonesia")
    first = span(naskah, "rancang_bangun", "yang pertama di Indonesia.")
    spelling = span(naskah, "hasil", "di analisa")
    findings: tuple[Finding | Gap, ...] = (
        Gap(
            rule="unsur.isu_strategis",
            severity="blocking",
            message="Isu nasional belum tertulis, padahal faktanya tersedia: RPJMN 2025–2029, akses sanitasi aman.",
            fix="Tambahkan satu kalimat tentang agenda nasional itu; naskah dapat direvisi otomatis.",
            section="rancang_bangun",
            element="isu_strategis",
            facts=("isu.nasional.0",),
            cause="not_written",
            status="partial",
            title="Isu strategis",
            there="Isu global (TPB 6.1) sudah tertulis.",
        ),
        Gap(
            rule="unsur.isu_strategis.lokal",
            severity="warning",
            message="Agenda daerah yang dijawab inovasi ini belum disebut dalam fakta.",
            fix="Lengkapi `isu.lokal` pada berkas fakta.",
            section="rancang_bangun",
            element="isu_strategis",
            cause="fact_missing",
            status="partial",
            title="Isu strategis: isu lokal",
            question="Indikator RPJMD mana yang didukung oleh pemeriksaan sumur, dan berapa targetnya?",
            ask_whom="Bappeda",
        ),
        Gap(
            rule="dasar.angka",
            severity="blocking",
            message="Tidak ada fakta yang menyebut 5.000 atau jumlah keluarga.",
            fix="Hapus, atau lengkapi fakta beserta sumbernya.",
            section="manfaat",
            span=claim,
            excerpt="melayani lebih dari 5.000 keluarga",
            facts=("masalah.mikro.0.nilai",),
            cause="unsupported_claim",
            status="absent",
            title="Angka tanpa dasar",
        ),
        Gap(
            rule="dasar.klaim",
            severity="blocking",
            message="Tidak ada fakta pembanding yang mendukung pernyataan ini.",
            fix="Hapus, atau sebutkan kajian yang membandingkannya.",
            section="rancang_bangun",
            element="keunggulan_kebaharuan",
            span=pioneer,
            excerpt="Cara ini adalah yang pertama di Indonesia",
            cause="unsupported_claim",
            status="partial",
            title="Pernyataan tanpa dasar",
        ),
        Gap(
            rule="bukti.16",
            severity="blocking",
            message="SK bertahun 2024, sedangkan waktu penerapan Februari 2025: tahun SK harus sama dengan tahun "
            "penerapan.",
            fix="Unggah SK tahun 2025 atau periksa kembali waktu penerapan.",
            cause="evidence_missing",
            status="partial",
            title="Regulasi Inovasi Daerah",
            document="SK Kepala Daerah tahun 2025",
            indicator=16,
            points=Decimal(3),
            points_of=Decimal(111),
        ),
        Gap(
            rule="indikator.29",
            severity="warning",
            message="Jumlah pengaduan yang masuk dan yang selesai belum ada dalam fakta.",
            cause="fact_missing",
            status="absent",
            title="Penyelesaian pengaduan",
            question="Berapa pengaduan yang masuk dan yang selesai pada 2024–2025, dan di mana rekapitulasinya?",
            indicator=29,
            points=Decimal("3.5"),
        ),
        Finding(
            rule="bahasa.klaim_mutlak",
            severity="warning",
            message="Kata “pertama” menyatakan hal yang mutlak dan mudah dibantah.",
            fix="Nyatakan apa yang baru dan dibandingkan dengan apa.",
            section="rancang_bangun",
            span=first,
            excerpt="yang pertama di Indonesia.",
        ),
        Finding(
            rule="bahasa.kata_baku",
            severity="info",
            message="Bentuk yang baku ialah “dianalisis”.",
            section="hasil",
            span=spelling,
            excerpt="di analisa",
            replacement="dianalisis",
            source="KBBI VI",
        ),
        Finding(
            rule="konsistensi.angka",
            severity="warning",
            message="Sumur tercemar 64,4 persen pada Tujuan tidak disebut pada Permasalahan.",
            fix="Samakan angkanya pada semua bagian.",
            section="tujuan",
            span=span(naskah, "tujuan", "64,4 persen"),
            excerpt="64,4 persen",
        ),
    )
    mentions = (
        _mention(naskah, "rancang_bangun", "38,5 persen", "percent", "supported", ("masalah.makro.0.nilai",), ""),
        _mention(
            naskah,
            "rancang_bangun",
            "20 hari",
            "duration",
            "derived",
            ("sebelum.0.nilai", "sesudah.0.nilai"),
            "21 hari dikurangi 1 hari sama dengan 20 hari",
        ),
        _mention(naskah, "rancang_bangun", "Rp185.000", "money", "supported", ("keunggulan.0.biaya",), ""),
        _mention(naskah, "tujuan", "20 persen", "percent", "wrong_role", ("tujuan.0.target",), ""),
        _mention(naskah, "manfaat", "5.000 keluarga", "number", "unsupported", ("masalah.mikro.0.nilai",), ""),
    )
    return Report(
        title="JAGA SUMUR",
        rubric="iga-2026",
        rubric_title="Innovative Government Award 2026",
        rubric_revision=1,
        rubric_hash=RUBRIC_HASH,
        facts_hash=FACTS_HASH,
        sections=tuple(
            SectionText(
                id=section.id,
                title=section.title,
                text=section.text,
                words=len(" ".join(sentence.text for sentence in section.sentences).split()),
                min_words=300 if section.id == "rancang_bangun" else None,
                max_words=150 if section.id == "hasil" else None,
            )
            for section in naskah.sections
        ),
        verdicts=_verdicts(naskah),
        findings=findings,
        mentions=mentions,
        kelengkapan=Decimal("72.5"),
    )


def halted() -> Report:
    """`report()` with what blocks and is no gap: the age of the innovation, the length, an unverified sentence."""
    base = report()
    unverified = next(sentence for sentence in draft().sentences if not sentence.verified)
    added = (
        Finding(
            rule="syarat.jendela_umur",
            severity="blocking",
            message="Penerapan pada 3 Februari 2019 terlalu lama untuk edisi ini.",
            fix="Periksa `waktu_penerapan`.",
        ),
        Finding(
            rule="syarat.panjang",
            severity="blocking",
            message="Rancang bangun memuat 167 kata; sedikitnya 300 kata.",
            section="rancang_bangun",
        ),
        Finding(
            rule="dasar.belum_terverifikasi",
            severity="blocking",
            message="Kalimat ini belum terverifikasi terhadap fakta.",
            section="rancang_bangun",
            excerpt=unverified.text,
        ),
    )
    return base.model_copy(update={"findings": (*base.findings, *added)})


def _mention(
    naskah: Draft, section: str, words: str, kind: str, verdict: str, facts: tuple[str, ...], derivation: str
) -> Mention:
    place = span(naskah, section, words)
    return Mention.model_validate(
        {
            "start": place.start,
            "end": place.end,
            "text": words,
            "kind": kind,
            "verdict": verdict,
            "facts": facts,
            "derivation": derivation,
            "section": section,
        }
    )


def _verdicts(naskah: Draft) -> dict[str, dict[str, Verdict]]:
    problem = span(naskah, "rancang_bangun", "412 dari 640 sumur")
    design: dict[str, Verdict] = {}
    for element, title in HEADINGS.items():
        design[element] = Verdict(section="rancang_bangun", element=element, title=title, status="present")
    design["permasalahan"] = Verdict(
        section="rancang_bangun",
        element="permasalahan",
        title="Permasalahan",
        status="present",
        part_verdicts=(
            PartVerdict(id="makro", title="masalah makro", status="present"),
            PartVerdict(id="mikro", title="masalah mikro", status="present", spans=(problem,)),
        ),
        spans=(problem,),
        confidence="high",
    )
    design["isu_strategis"] = Verdict(
        section="rancang_bangun",
        element="isu_strategis",
        title="Isu Strategis",
        status="partial",
        part_verdicts=(
            PartVerdict(id="global", title="isu global", status="present"),
            PartVerdict(id="nasional", title="isu nasional", status="absent"),
            PartVerdict(id="lokal", title="isu lokal", status="absent"),
        ),
        missing=("isu nasional", "isu lokal"),
    )
    result = Verdict(section="hasil", element="hasil", title="Hasil terukur", status="present")
    benefit = Verdict(
        section="manfaat",
        element="manfaat",
        title="Manfaat menurut penerima",
        status="absent",
        missing=("penerima manfaat dan jumlahnya",),
        found_in="rancang_bangun/permasalahan",
    )
    return {"rancang_bangun": design, "manfaat": {"manfaat": benefit}, "hasil": {"hasil": result}}
