"""Look at what the demo made, as its readers will: Word files and reports as pictures, and what a browser complains of.

    python benchmarks/look.py [FOLDER] [PICTURES]

FOLDER is what `inovasi demo -o` wrote (default `hasil`), PICTURES where the pictures go (default `FOLDER/gambar`).
Needs LibreOffice (`soffice`), `pdftoppm` and Chromium on the machine; whichever is missing is said and left out. Exit
code 1 when a Word file does not open or a page writes anything to the browser's console.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--v=0",
]


def word(file: Path, pictures: Path) -> bool:
    """Convert a Word file to PDF and its pages to pictures; whether that went well."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{home}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                home,
                file,
            ],
            capture_output=True,
            check=False,
        )
        pdf = Path(home) / f"{file.stem}.pdf"
        if not pdf.exists():
            print(f"{file.name}: does not open")
            return False
        subprocess.run(["pdftoppm", "-r", "70", "-png", pdf, pictures / file.stem], check=True)
    print(f"{file.name}: {len(list(pictures.glob(f'{file.stem}-*.png')))} pages")
    return True


def page(file: Path, pictures: Path, browser: str) -> bool:
    """Take a page's picture; whether its console stayed empty."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                browser,
                *CHROMIUM,
                f"--user-data-dir={profile}",
                f"--screenshot={(pictures / file.stem).resolve()}.html.png",
                "--window-size=1200,3000",
                file.resolve().as_uri(),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    print(f"{file.name}: {len(complaints)} lines in the console", *complaints, sep="\n  ")
    return not complaints


def main(arguments: list[str]) -> int:
    """Look at every file of the folder; the exit code."""
    folder = Path(arguments[0]) if arguments else Path("hasil")
    pictures = Path(arguments[1]) if len(arguments) > 1 else folder / "gambar"
    pictures.mkdir(parents=True, exist_ok=True)
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    fine = True
    if shutil.which("soffice") and shutil.which("pdftoppm"):
        for file in sorted(folder.glob("*.docx")):
            fine &= word(file, pictures)
    else:
        print("LibreOffice or pdftoppm is not installed: Word files were not looked at")
    if browser:
        for file in sorted(folder.glob("*.html")):
            fine &= page(file, pictures, browser)
    else:
        print("Chromium is not installed: pages were not looked at")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
