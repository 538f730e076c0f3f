"""`python -m tracing` prints the module; what is missing in it stands on standard error."""

import sys

from tracing import kernels

if __name__ == "__main__":
    sys.stdout.write(kernels().text)
    sys.stderr.writelines(f"{reason}\n" for reason in kernels().missing.values())
