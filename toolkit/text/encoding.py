"""Which encoding a text file is in: a byte order mark, UTF-8, or what charset-normalizer finds."""

from __future__ import annotations

import re

from toolkit.errors import InputError
from toolkit.text.arabic import has_arabic

_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive (a Word document?)",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
}

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text behind `data`, and its encoding by Python's name.

    A byte order mark decides (and is not part of the text); then UTF-8, if the bytes are UTF-8; then
    charset-normalizer among the encodings Arabic files come in. A UTF-8 file with a few broken bytes stays
    UTF-8, the bytes shown as U+FFFD. `name` is the file's name for messages.

    Raises `InputError` when the bytes are no text.

    >>> decode("وقال الوزير".encode("cp1256"), "a.txt")
    ('وقال الوزير', 'cp1256')
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"{name} is {what}, not a text", hint="save it as plain text first")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise InputError(f"{name} is not valid {encoding}: {error.reason}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, name)
    return _guess(data, name) if "\0" in text else (text, "utf-8")


def _guess(data: bytes, name: str) -> tuple[str, str]:
    text = data.decode("utf-8", errors="replace")
    few_broken = text.count("\ufffd") <= len(text) // 1000 + 1
    if few_broken and has_arabic(text) and not _CONTROL.search(text):
        return text, "utf-8"
    from charset_normalizer import from_bytes

    # In UTF-16 every second byte of an Arabic text is its block's number, 06, or 00 for marks and digits.
    wide = data.count(0) + data.count(6) > len(data) // 3
    candidates = ["utf_16_le", "utf_16_be"] if wide else ["cp1256", "iso8859_6", "mac_arabic"]
    best = from_bytes(data, cp_isolation=candidates, threshold=0.5).best()
    if best is None or _CONTROL.search(text := str(best)):
        raise InputError(f"{name} is not a text: it looks binary", hint="save it as UTF-8 text")
    return text, best.encoding
