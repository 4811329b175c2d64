"""The tree of errors.

```
VerbatimError                 every error the toolkit raises on purpose; `hint` says what to do next
├── UsageError                the command was called wrongly            (exit code 2)
├── InputError                a file the user gave cannot be used       (exit code 2)
│   ├── ArticleError          no Arabic, empty, binary, too large ...
│   └── ReferencesError       the statements cannot be read
├── OutputError               a report could not be written             (exit code 3)
└── ModelError                the model folder is missing or damaged    (exit code 3)
```

Errors of libraries are mapped to these at the border (`raise ... from error`), so that nothing above
ever has to know which library was used.
"""

from __future__ import annotations


class VerbatimError(Exception):
    """An error the user can do something about.

    `message` is one line without a full stop at its end; `hint` is one line that says what to do next, or
    is empty.

    >>> str(VerbatimError("no such file: a.txt", hint="check the name"))
    'no such file: a.txt (check the name)'
    """

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(VerbatimError):
    """The command was called wrongly."""

    exit_code = 2


class InputError(VerbatimError):
    """A file the user gave cannot be used."""

    exit_code = 2


class ArticleError(InputError):
    """The article cannot be read as an Arabic text."""


class ReferencesError(InputError):
    """The reference statements cannot be read."""


class OutputError(VerbatimError):
    """A report could not be written; nothing is left half written."""


class ModelError(VerbatimError):
    """The model folder is missing, incomplete or damaged."""
