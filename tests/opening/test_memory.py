"""The allocator's own settings: asked for where they are known, and never in the way."""

from __future__ import annotations

import ctypes

import pytest

from thidua_cli.intake.opening.fast.memory import keep_freed_memory


def test_a_system_without_the_setting_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C library has no such setting, nothing is set and nothing fails."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    assert keep_freed_memory.__wrapped__() is False


def test_another_platform_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of Linux no library is opened at all."""
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(ctypes, "CDLL", None)
    assert keep_freed_memory.__wrapped__() is False
