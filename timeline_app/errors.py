"""What can go wrong for a user, as one tree.

    TimelineError
    ├── ReadError          the bytes, file or link are no text that can be read
    ├── DateError          not an EDTF date that the project uses, or no publication date to be had
    ├── LanguageError      no folder of that language, or a fault in its TOML
    ├── DataPackageError   a fault in a data package; names file, row and column
    ├── StoreError         the database cannot be opened, or is of another version
    ├── QueryError         a filter that names what does not exist
    └── ExportError        an export that cannot be made, or an import that is not of its format

Each message is lower case, says what happened and what to do next. They are caught at one place in the command line
(exit 2, no traceback) and at one in the pages.
"""


class TimelineError(Exception):
    """Base of all errors that are the input's fault, not the program's."""


class ReadError(TimelineError):
    """The bytes, file or link are no text that can be read."""


class DateError(TimelineError):
    """Not a date in the part of EDTF that the project uses."""


class LanguageError(TimelineError):
    """No such language, or a fault in its files."""


class DataPackageError(TimelineError):
    """A fault in a data package."""


class StoreError(TimelineError):
    """The database cannot be opened or is not ours."""


class QueryError(TimelineError):
    """A filter that cannot be understood."""


class ExportError(TimelineError):
    """A format that cannot hold what it is given."""
