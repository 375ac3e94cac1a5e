"""The two doors of the program: a command line and a window. What they open is imported only when it is opened."""

import sys

from desktop import __version__


def main() -> None:
    """Run the command line with the arguments of this process and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"bianmin {__version__}\n")
        return
    from desktop import cli

    sys.exit(cli.run(arguments))


def window() -> None:
    """Open the window and leave with its exit code."""
    from desktop import app

    sys.exit(app.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
