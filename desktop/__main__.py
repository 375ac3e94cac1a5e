"""The two doors of the program: a command line and a window. What they open is imported only when it is opened."""

import sys

from desktop import __version__


def main() -> None:
    """Run the command line with the arguments of this process and leave with its exit code.

    Two words are not commands of the command line, since they need the window's parts: `window [BOOK]` opens the
    window, `tour [--out FOLDER]` looks around.
    """
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"bianmin {__version__}\n")
        return
    if arguments[:1] == ["window"]:
        sys.exit(_window(arguments[1:]))
    if arguments[:1] == ["tour"]:
        from desktop import tour

        sys.exit(tour.run(arguments[1:]))
    from desktop import cli

    sys.exit(cli.main(arguments))


def window() -> None:
    """Open the window and leave with its exit code."""
    sys.exit(_window(sys.argv[1:]))


def _window(arguments: list[str]) -> int:
    from desktop import app

    return app.run(arguments)


if __name__ == "__main__":
    main()
