"""`python -m inovasi_ai.cli`, where the `inovasi` program is not on the path."""

import sys

from inovasi_ai.cli.parser import main

if __name__ == "__main__":
    sys.exit(main())
