"""The register of fixes and the two ways in which a fix changes moto."""

import functools
from typing import Any, Callable

FIXES: dict[str, Callable[[], None]] = {}


def fix(apply: Callable[[], None]) -> Callable[[], None]:
    """Registers a fix under its function's name; nothing changes before `apply_fixes`."""
    FIXES[apply.__name__.replace("_", "-")] = apply
    return apply


def apply_fixes() -> None:
    for apply in FIXES.values():
        apply()


def around(owner: Any, name: str) -> Callable[[Callable[..., Any]], None]:
    """Replaces `owner.name` by the decorated function, which gets the original as its first argument."""
    original = getattr(owner, name)

    def decorate(replacement: Callable[..., Any]) -> None:
        @functools.wraps(original)
        def replaced(*args: Any, **kwargs: Any) -> Any:
            return replacement(original, *args, **kwargs)

        setattr(owner, name, replaced)

    return decorate


def added(owner: Any) -> Callable[[Callable[..., Any]], None]:
    """Adds the decorated function to `owner` as a method, such as an action that moto lacks."""

    def decorate(method: Callable[..., Any]) -> None:
        setattr(owner, method.__name__, method)

    return decorate
