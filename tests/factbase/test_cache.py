from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from kzfacts.factbase import cache
from kzfacts.factbase.cache import KEPT, cached, fingerprint, fingerprint_of

KEY = "0123456789abcdef"


class Builder:
    """Builds a value and counts how often."""

    def __init__(self, value: dict[str, int]) -> None:
        self.value = value
        self.calls = 0

    def __call__(self) -> dict[str, int]:
        self.calls += 1
        return self.value


def load(build: Builder, name: str = "things", key: str = KEY) -> dict[str, int]:
    return cached(name, key, dict[str, int], build)


def test_built_once_for_a_key(cache_folder: Path) -> None:
    build = Builder({"a": 1})
    assert [load(build), load(build)] == [{"a": 1}, {"a": 1}]
    assert build.calls == 1
    load(build, key="fedcba9876543210")
    load(build, name="other")
    assert build.calls == 3
    assert sorted(path.name for path in cache_folder.iterdir()) == [
        "other-0123456789abcdef.msgpack", "things-0123456789abcdef.msgpack", "things-fedcba9876543210.msgpack",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["sha256:abc", "../../outside", "a/b", "", "x" * 500, "\0"])
def test_any_key_makes_a_safe_file_name(cache_folder: Path, key: str) -> None:
    build = Builder({"a": 1})
    load(build, key=key)
    load(build, key=key)
    assert build.calls == 1
    assert len(list(cache_folder.iterdir())) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"X" + data[1:],
        lambda data: os.urandom(len(data)),
        lambda data: b"#!/bin/sh\n",
    ],
)
def test_damaged_file_is_built_anew_and_mended(cache_folder: Path, damage: object) -> None:
    assert callable(damage)
    load(Builder({"a": 1}))
    (path,) = cache_folder.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    build = Builder({"a": 2})
    assert [load(build), load(build)] == [{"a": 2}, {"a": 2}]
    assert build.calls == 1


def test_file_of_another_key_is_not_believed(cache_folder: Path) -> None:
    load(Builder({"a": 1}))
    (path,) = cache_folder.iterdir()
    path.rename(path.with_name("things-fedcba9876543210.msgpack"))
    assert load(Builder({"a": 2}), key="fedcba9876543210") == {"a": 2}


def test_content_of_another_type_is_built_anew(cache_folder: Path) -> None:
    cached("things", KEY, list[str], lambda: ["x"])
    assert load(Builder({"a": 1})) == {"a": 1}


def test_errors_of_the_builder_pass_and_store_nothing(cache_folder: Path) -> None:
    def fail() -> dict[str, int]:
        raise LookupError("no")

    with pytest.raises(LookupError):
        cached("things", KEY, dict[str, int], fail)
    assert not cache_folder.exists()


@pytest.mark.parametrize("value", ["", "off"])
def test_cache_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("KZFACTS_CACHE_DIR", value)
    monkeypatch.chdir(tmp_path)
    build = Builder({"a": 1})
    load(build)
    load(build)
    assert build.calls == 2
    assert list(tmp_path.iterdir()) == []


def test_default_folder_is_the_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.delenv("KZFACTS_CACHE_DIR")
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda name, **_: str(tmp_path / "system" / name))
    load(Builder({"a": 1}))
    assert (tmp_path / "system" / "kzfacts" / f"things-{KEY}.msgpack").is_file()


@pytest.mark.parametrize("place", ["file", "file/below", "nul\0"])
def test_folder_that_cannot_be_used_is_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    if "\0" in place:
        monkeypatch.setattr(cache, "_folder", lambda: tmp_path / place)
    monkeypatch.setenv("KZFACTS_CACHE_DIR", str(tmp_path / place.replace("\0", "")))
    build = Builder({"a": 1})
    assert [load(build), load(build)] == [{"a": 1}, {"a": 1}]
    assert build.calls == 2
    assert (tmp_path / "file").read_text() == "not a folder"


def test_file_that_cannot_be_put_in_place_leaves_nothing_behind(cache_folder: Path) -> None:
    (cache_folder / f"things-{KEY}.msgpack" / "in-the-way").mkdir(parents=True)
    assert load(Builder({"a": 1})) == {"a": 1}
    assert [path.name for path in cache_folder.iterdir()] == [f"things-{KEY}.msgpack"]


def test_the_most_recently_used_are_kept(cache_folder: Path) -> None:
    build = Builder({"a": 1})
    load(build, name="things-more")
    for number in range(KEPT):
        load(build, key=f"{number:016x}")
        os.utime(cache_folder / f"things-{number:016x}.msgpack", (1000 + number, 1000 + number))
    load(build, key=f"{0:016x}")  # used again
    load(build, key=f"{99:016x}")
    kept = {path.name for path in cache_folder.iterdir()}
    numbers = [number for number in (*range(KEPT), 99) if f"things-{number:016x}.msgpack" in kept]
    assert numbers == [0, *range(2, KEPT), 99]
    assert f"things-more-{KEY}.msgpack" in kept


def test_leftovers_of_a_crash_are_swept_but_not_work_in_progress(cache_folder: Path) -> None:
    cache_folder.mkdir()
    old = cache_folder / f"things-{KEY}.msgpack.17-aa.tmp"
    new = cache_folder / f"things-{KEY}.msgpack.18-bb.tmp"
    foreign = cache_folder / "notes.tmp"
    for path in (old, new, foreign):
        path.write_bytes(b"x")
    for path in (old, foreign):
        os.utime(path, (1000, 1000))
    os.utime(new, (time.time(), time.time()))
    load(Builder({"a": 1}))
    assert [path.exists() for path in (old, new, foreign)] == [False, True, True]


WORKER = """
import sys
from kzfacts.factbase.cache import cached
want = list(range(20000))
for turn in range(60):
    for key in ("0" * 16, "1" * 16):
        if cached("things", key, list[int], lambda: want) != want:
            sys.exit("a wrong value came out")
    if turn % 3 == int(sys.argv[1]):  # throw it away now and then, so that both write all the time
        import glob, os
        for path in glob.glob(os.environ["KZFACTS_CACHE_DIR"] + "/*.msgpack"):
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass
"""


def test_two_processes_at_once(cache_folder: Path) -> None:
    source = str(Path(cache.__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": source, "KZFACTS_CACHE_DIR": str(cache_folder)}
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, str(n)], env=environment, stderr=subprocess.PIPE, text=True)
        for n in range(2)
    ]
    assert [(worker.communicate(timeout=60)[1], worker.returncode) for worker in workers] == [("", 0), ("", 0)]
    assert not list(cache_folder.glob("*.tmp"))


def test_fingerprint_follows_content_order_and_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"ab")
    other.write_bytes(b"c")
    print_of_both = fingerprint([one, other])
    assert print_of_both == fingerprint([str(one), str(other)]) == fingerprint_of([b"ab", b"c"])
    prints = [
        print_of_both,
        fingerprint([other, one]),
        fingerprint([one]),
        fingerprint_of([b"a", b"bc"]),
        fingerprint([]),
    ]
    assert len(set(prints)) == len(prints)
    monkeypatch.setattr(cache, "_code_state", lambda: b"changed")
    assert fingerprint([one, other]) != print_of_both


def test_code_state_names_every_module_and_its_change(tmp_path: Path) -> None:
    state = cache._code_state().decode()
    info = Path(cache.__file__).stat()
    assert f"{cache.__file__} {info.st_size} {info.st_mtime_ns}" in state
    assert "/matching/" in state


def test_stored_structs_come_back_equal() -> None:
    class Point(msgspec.Struct, frozen=True):
        x: int
        tags: tuple[str, ...] = ()

    point = Point(1, ("a",))
    assert [cached("points", KEY, Point, lambda: point) for _ in range(2)] == [point, point]
