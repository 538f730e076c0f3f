"""`python -m lecture LINK --html race.html …`: the published name of the command line in exports/__main__.py."""

import sys

from exports.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
