from __future__ import annotations

import os
import resource
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inovasi_ai.errors import OutputError
from inovasi_ai.exporting import write_atomic


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """The system refuses every file that grows beyond `limit` bytes, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write anywhere, so a test of forbidden folders steps down."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_writes_and_creates_the_folders_on_the_way(tmp_path: Path) -> None:
    target = tmp_path / "hasil" / "2026" / "naskah.md"
    assert write_atomic(target, b"isi") == target
    assert target.read_bytes() == b"isi"
    assert os.listdir(target.parent) == ["naskah.md"]


def test_a_failed_write_leaves_the_old_file_and_no_remains(tmp_path: Path) -> None:
    target = tmp_path / "naskah.md"
    target.write_bytes(b"lama")
    with full_disk(1000), pytest.raises(OutputError, match="ruang penyimpanan penuh"):
        write_atomic(target, b"x" * 5000)
    assert target.read_bytes() == b"lama"
    assert os.listdir(tmp_path) == ["naskah.md"]


def test_a_forbidden_folder_is_said_so(tmp_path: Path) -> None:
    folder = tmp_path / "kunci"
    folder.mkdir()
    (folder / "naskah.md").write_bytes(b"lama")
    folder.chmod(0o555)
    with ordinary_user(), pytest.raises(OutputError, match="tidak boleh ditulis"):
        write_atomic(folder / "naskah.md", b"baru")
    assert (folder / "naskah.md").read_bytes() == b"lama"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="adalah folder"):
        write_atomic(tmp_path, b"x")
    assert tmp_path.is_dir()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "hasil").write_bytes(b"lama")
    with pytest.raises(OutputError, match="bukan folder"):
        write_atomic(tmp_path / "hasil" / "naskah.md", b"x")
    assert (tmp_path / "hasil").read_bytes() == b"lama"


@pytest.mark.parametrize(("name", "said"), [("a" * 300 + ".md", "terlalu panjang"), ("a\0b.md", "tidak sah")])
def test_names_the_system_does_not_take(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(OutputError, match=said):
        write_atomic(tmp_path / name, b"x")


def test_mode_is_kept_and_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "lama.md", tmp_path / "baru.md"
    old.write_bytes(b"lama")
    old.chmod(0o640)
    (tmp_path / "biasa.md").write_bytes(b"")
    write_atomic(old, b"baru")
    write_atomic(new, b"baru")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == (tmp_path / "biasa.md").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "asli.md", tmp_path / "tautan.md"
    real.write_bytes(b"lama")
    link.symlink_to(real)
    write_atomic(link, b"baru")
    assert link.is_symlink()
    assert real.read_bytes() == b"baru"


def test_a_pipe_is_written_straight(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write_atomic(pipe, b"isi")
    reader.join(10)
    assert received == [b"isi"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
