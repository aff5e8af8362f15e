"""Save the last good result of a server in files, for its next start.

Files are written atomically, for their owner only. The digest in a file reveals content that is incomplete, was edited
or belongs to another result; such content is not used.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from typing import Any, ClassVar, TypeVar

from modelconfig.diagnostics.problem import Problem, in_file, warning
from modelconfig.errors import WriteError
from modelconfig.storage.atomic import PRIVATE, remove_abandoned, staging
from modelconfig.storage.files import TooLarge, os_reason, unwritable
from modelconfig.storage.private_folder import FolderRejectedError, PrivateFolder, read_own

Result = TypeVar("Result")


class Unusable(Exception):
    """The content of a file cannot be used. The message is the reason, and quotes nothing of the file."""


class LastGoodStore:
    """Files in a private folder; without one, nothing is saved. No method raises: a server also works without files."""

    subjects: ClassVar[Mapping[str, str]]
    """What each file contains, by file name, for messages."""
    unusable: ClassVar[tuple[str, str]]
    """The code and the hint of the problem of a file that cannot be used."""
    unsaved: ClassVar[tuple[str, str]]
    """The code and the hint of the problem of a result that cannot be saved."""

    def __init__(self, folder: PrivateFolder | None) -> None:
        """Read nothing yet."""
        self.folder = folder
        self.problems: tuple[Problem, ...] = ()
        """The problems of reading, until the next write, and of the last write."""
        self.saved: Hashable = None
        """What identifies the result in the files, None if that is unknown."""
        self._pending: tuple[Mapping[str, str | bytes], Hashable] | None = None

    def path(self, name: str) -> str:
        """Return the path of a file, for problems."""
        return name if self.folder is None else (self.folder.path / name).as_posix()

    def load(
        self,
        name: str,
        limit: int,
        parse: Callable[[bytes], Result],
        *,
        required: bool = False,
        limited_by: str | None = None,
    ) -> Result | None:
        """Return what `parse` makes of a file of an earlier run; None if it is missing or unusable, with a problem.

        `limit` is the maximum size in bytes, `limited_by` the option that sets it. `parse` may raise any error of
        invalid content, and Unusable to give the reason. A missing file is a problem only if it is `required`.
        """
        if self.folder is None:
            return None
        try:
            with self.folder.opened() as folder:
                remove_abandoned(folder, {name})
                data = read_own(folder, name, limit)
            return parse(data)
        except FileNotFoundError:
            reason = "the file is missing" if required else ""
        except TooLarge as too_large:
            reason = f"{too_large} ({limited_by})" if limited_by else str(too_large)
        except OSError as os_error:
            reason = os_reason(os_error)
        except Unusable as unusable:
            reason = str(unusable)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
            # The exception would quote the file.
            reason = "the file is damaged"
        if reason:
            self.reject(name, reason)
        return None

    def reject(self, name: str, reason: str) -> None:
        """Note that a file of an earlier run is not used."""
        self.saved = None
        self._note(self.unusable, f"{self.subjects[name]} cannot be used: {reason}", name)

    def save(self, contents: Mapping[str, str | bytes], identity: Hashable) -> bool:
        """Replace the files, unless they hold the result with this identity; return the success."""
        if self.folder is None or identity == self.saved:
            return True
        self._pending = contents, identity
        return self.retry()

    def retry(self) -> bool:
        """Write the contents that could not be written before, if any; return the success."""
        if self.folder is None or self._pending is None:
            return True
        contents, identity = self._pending
        self.problems, self.saved = (), None
        problem = self._write(self.folder, contents)
        if problem is not None:
            name = next(iter(contents))
            is_unwritable = problem.code == "MC011"
            code, hint = self.unsaved
            message = f"cannot save {self.subjects[name]}: {'the file ' if is_unwritable else ''}{problem.message}"
            self._note((code, hint if is_unwritable else problem.hint), message, name)
            return False
        self.saved, self._pending = identity, None
        return True

    @staticmethod
    def _write(private_folder: PrivateFolder, contents: Mapping[str, str | bytes]) -> Problem | None:
        """Replace files, and return why that failed, or None."""
        try:
            with private_folder.opened(create=True) as folder, staging(folder, contents, mode=PRIVATE) as put:
                for name in contents:
                    put(name)
        except FolderRejectedError as rejected:
            return rejected.problem
        except WriteError as failure:
            return failure.problem
        except OSError as os_error:
            return unwritable(os_error)
        return None

    def remove(self, name: str) -> None:
        """Remove a file, if that is possible."""
        if self.folder is not None:
            with suppress(OSError), self.folder.opened() as folder:
                folder.remove(name)

    def _note(self, code_and_hint: tuple[str, str], message: str, name: str) -> None:
        code, hint = code_and_hint
        self.problems = (*self.problems, *in_file([warning(code, message, hint=hint)], self.path(name)))


def verified(data: bytes, digest_of: Callable[[dict[str, Any]], str]) -> dict[str, Any]:
    """Return the object in JSON text without its property `sha256`. Raises Unusable if that is not the right digest.

    `digest_of` gets the object and returns the digest of the result that it contains or describes.
    """
    value: dict[str, Any] = json.loads(data)
    if value.pop("sha256") != digest_of(value):
        raise Unusable("its content does not match its digest")
    return value
