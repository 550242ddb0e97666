"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from inovasi_ai.errors import OutputError

__all__ = ["write_atomic"]

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_atomic(path: str | Path, data: bytes) -> Path:
    """Write `data` to `path` and return the path; a reader sees the old file or the new one, never a half.

    Missing parent folders are created, a symbolic link is followed, the mode of an existing file is kept, and a pipe
    or device (`/dev/stdout`) is written straight. Raises `OutputError`; whatever stood at `path` is then untouched.
    """
    path = Path(path)
    try:
        _write(Path(os.path.realpath(path)), path, data)
    except OSError as error:
        raise _output_error(path, error) from error
    except ValueError as error:  # a null byte in the name, or one the file system cannot encode
        raise OutputError(f"Nama berkas `{str(path)!r}` tidak sah", hint="Pilih nama berkas lain.") from error
    return path


def _write(target: Path, shown: Path, data: bytes) -> None:
    try:
        # Not of `target`: the real path of /dev/stdout may be a pipe that has no name.
        mode = os.stat(shown).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if mode is not None and not stat.S_ISREG(mode):
        with open(shown, "wb") as stream:
            stream.write(data)
        return
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.parent / f".inovasi-{os.urandom(8).hex()}.tmp"
    try:
        # `os.open` rather than `mkstemp`: a new file gets the user's umask like any other.
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last over a power cut, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _output_error(path: Path, error: OSError) -> OutputError:
    if error.errno == errno.EISDIR:
        return OutputError(f"`{path}` adalah folder, bukan berkas", hint="Sebutkan nama berkas di dalamnya.")
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return OutputError(
            f"`{path}` tidak dapat ditulis karena salah satu bagian jalurnya bukan folder",
            hint="Periksa nama folder tujuannya.",
        )
    if error.errno in _DENIED:
        return OutputError(
            f"`{path}` tidak boleh ditulis",
            hint="Tutup berkas itu bila sedang dibuka program lain, periksa hak aksesnya, atau pilih folder lain.",
        )
    if error.errno in _FULL:
        return OutputError(
            f"`{path}` tidak dapat ditulis karena ruang penyimpanan penuh",
            hint="Kosongkan sebagian ruang atau pilih penyimpanan lain, lalu ulangi.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return OutputError(f"Nama berkas `{path}` terlalu panjang", hint="Pilih nama yang lebih pendek.")
    return OutputError(f"`{path}` tidak dapat ditulis ({error.strerror or error})", hint="Pilih tempat lain.")
