"""Units that Indonesian reports count in, with the one form each is compared in."""

from __future__ import annotations

from .values import QuantityKind

__all__ = ["ACRONYMS", "DECIMAL_POINT_UNITS", "DURATIONS", "PER_BASES", "UNITS", "kind_of", "per_unit"]

DURATIONS = frozenset(
    (
        "detik",
        "menit",
        "jam",
        "jam kerja",
        "hari",
        "hari kerja",
        "hari kalender",
        "minggu",
        "bulan",
        "triwulan",
        "semester",
        "tahun",
    )
)
DECIMAL_POINT_UNITS = frozenset(("persen", "poin", "derajat"))
"""Units of which a thousand makes no sense, so that `1.250` means one and a quarter."""

PER_BASES = DURATIONS | frozenset(
    (
        "orang",
        "jiwa",
        "kilogram",
        "ton",
        "liter",
        "meter",
        "kilometer",
        "hektare",
        "unit",
        "kali",
        "lembar",
        "pasien",
        "siswa",
        "pelanggan",
    )
)
"""Units that `per` or a stroke may name in running text; `Desa/Kelurahan` is no rate."""

_SAME = {
    "%": "persen", "prosen": "persen", "poin persen": "poin", "poin persentase": "poin", "persen poin": "poin",
    "point": "poin", "persentase poin": "poin",
    "dtk": "detik", "mnt": "menit", "hr": "hari", "pekan": "minggu", "bln": "bulan", "thn": "tahun", "th": "tahun",
    "hari kerja efektif": "hari kerja", "hari kalendar": "hari kalender", "kuartal": "triwulan",
    "km": "kilometer", "m": "meter", "cm": "sentimeter", "mm": "milimeter", "centimeter": "sentimeter",
    "ha": "hektare", "hektar": "hektare", "km2": "kilometer persegi", "km²": "kilometer persegi",
    "m2": "meter persegi", "m²": "meter persegi", "m3": "meter kubik", "m³": "meter kubik",
    "kg": "kilogram", "kilo": "kilogram", "gr": "gram", "kw": "kuintal", "kwintal": "kuintal", "ltr": "liter",
    "rp": "rupiah", "idr": "rupiah", "x": "kali", "org": "orang", "jiwa": "jiwa",
    "anak-anak": "anak", "kepala keluarga": "kepala keluarga", "kk": "kk",
}  # fmt: skip
_PLAIN = """persen poin derajat skala rupiah kali lipat detik menit jam hari minggu bulan triwulan semester tahun dekade
    abad meter kilometer sentimeter milimeter hektare are kilogram gram ton kuintal liter watt volt gb mb mbps kwh
    orang jiwa anak balita bayi ibu bapak warga penduduk keluarga pasien siswa siswi murid guru dosen mahasiswa
    pelajar santri peserta pemohon pengguna pelanggan penerima pegawai asn pns karyawan petugas kader relawan
    operator tenaga dokter bidan perawat petani nelayan peternak pedagang pelaku pengusaha wirausaha pemuda
    perempuan lansia difabel responden pengunjung wisatawan pekerja buruh pendamping penyuluh mentor kasus kematian
    kelahiran pengaduan laporan aduan keluhan permohonan pernikahan perceraian pendaftar pengikut korban narasumber
    fasilitator desa kelurahan kecamatan kabupaten kota provinsi dusun kampung nagari rt rw distrik wilayah lokasi
    titik zona daerah sekolah sd smp sma smk paud tk madrasah pesantren universitas puskesmas pustu posyandu posko
    rumah bangunan gedung kantor rumah-sakit klinik pasar kios toko warung unit loket ruang kamar bidang bagian
    seksi dinas badan instansi lembaga opd skpd perusahaan umkm ikm koperasi bumdes kelompok komunitas organisasi
    tim mitra gapoktan poktan pokmas dokumen berkas akta kartu sertifikat surat izin perizinan formulir lembar
    halaman eksemplar buku judul artikel modul video konten akun perangkat komputer laptop server aplikasi sistem
    fitur menu jenis layanan kategori kelas tahap tahapan langkah indikator aspek kriteria program kegiatan inovasi
    proyek paket usulan rekomendasi regulasi perda perbup sk kali buah butir ekor batang bibit pohon biji botol
    sachet karung kantong ikat bungkus unit-usaha kendaraan mobil motor ambulans perahu kapal bus truk alat mesin
    pompa sumur kolam kandang lahan sesi pertemuan pelatihan sosialisasi kunjungan kedatangan perjalanan transaksi
    unduhan tayangan klik nik data entri produk karya prestasi penghargaan medali hewan sapi kambing ayam ikan telur
    sambungan tiang jembatan ruas saluran irigasi kanal gerai admin armada gerobak ember tong kontainer dermaga halte
    cabang stan lapak kios pelapak nasabah anggota pengurus perajin pengrajin penenun peladang tukang sopir pengemudi
    penumpang tamu jemaah atlet seniman penyandang pendonor akseptor remaja pengawas penilai juri ahli pakar juara
    temuan rekaman berita unggahan postingan pengikut panggilan permintaan pesanan penjualan kuesioner kelompok-tani
    kuota kursi meja bangku tablet gawai sensor kamera tower menara antena panel baterai gardu keramba jaring""".split()  # noqa: SIM905
_PHRASES = (
    "hari kerja", "hari kalender", "jam kerja", "jam pelajaran", "kali lipat", "meter persegi",
    "kilometer persegi", "meter kubik",
    "kepala keluarga", "keluarga penerima manfaat", "penerima manfaat", "pelaku usaha", "rumah tangga", "rumah sakit",
    "tenaga kerja", "tenaga kesehatan", "ibu hamil", "unit usaha", "perangkat daerah", "unit kerja", "derajat celsius",
    "dolar as",
    "usaha mikro", "usaha kecil", "peserta didik", "anggota keluarga", "pasangan usia subur", "tenaga pendidik",
    "orang tua", "bank sampah", "wajib pajak", "objek wisata", "titik layanan",
    "rumah ibadah", "kelompok tani", "kartu keluarga", "warga negara",
)  # fmt: skip

UNITS: dict[str, str] = {unit: unit for unit in (*_PLAIN, *_PHRASES)}
UNITS |= _SAME
"""Every writing of a known unit, in lower case, to its canonical form."""

ACRONYMS = frozenset(
    (
        "opd",
        "skpd",
        "umkm",
        "ikm",
        "kk",
        "rt",
        "rw",
        "sd",
        "smp",
        "sma",
        "smk",
        "paud",
        "tk",
        "asn",
        "pns",
        "nik",
        "sk",
        "gb",
        "mb",
    )
)
"""Units written in capitals."""

_PER = {"sehari": "hari", "seminggu": "minggu", "sebulan": "bulan", "setahun": "tahun"}


def per_unit(word: str) -> str | None:
    """`tahun` for `setahun` (`dua kali setahun`), None for any other word."""
    return _PER.get(word)


def kind_of(unit: str) -> QuantityKind:
    """The kind of quantity that a canonical unit makes."""
    head = unit.partition(" per ")[0]
    if head == "persen":
        return "percent"
    if head in ("rupiah", "dolar as"):
        return "money"
    if head in DURATIONS and " per " not in unit:
        return "duration"
    return "number"
