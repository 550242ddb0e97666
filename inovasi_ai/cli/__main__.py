"""`python -m inovasi_ai.cli`, where the `inovasi` program is not on the path."""

from inovasi_ai.cli.parser import run

if __name__ == "__main__":
    run()
