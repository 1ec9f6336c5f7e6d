"""The house keeps its own rules: what lies where, how long things are, and that README tells the truth."""

import ast
import os
import re
import shlex
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

import desktop
from desktop.cli.parser import build

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def tracked(*patterns: str) -> list[Path]:
    """Return the tracked files that are still there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name and content of every tracked text file."""
    for file in tracked():
        content = file.read_bytes()
        if b"\0" not in content:
            yield str(file.relative_to(ROOT)), content.decode("utf-8")


def commands() -> list[str]:
    """Return the command lines of README's code blocks."""
    lines = re.findall(r"^ {4}((?:\./|\.venv/|kefu-desk|[A-Z_]+=).*)$", README, re.MULTILINE)
    return [line.split("  #")[0].strip() for line in lines]


def bodies() -> Iterator[tuple[int, str]]:
    """Yield the length without docstring, and the place, of every function."""
    for file in tracked("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first, last = node.body[0], node.end_lineno or node.lineno
                words = (first.end_lineno or first.lineno) - first.lineno + 1 if ast.get_docstring(node) else 0
                yield last - node.lineno + 1 - words, f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"


def imports(file: Path) -> Iterator[str]:
    """Yield the top-level names of the modules that a file imports."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    top = {file.relative_to(ROOT).parts[0] for file in tracked()}
    assert {name for name in top if not name.startswith(".")} == {
        "pyproject.toml",
        "desktop",
        "resources",
        "tests",
        "packaging",
        "README.md",
        "LICENSE",
        "requirements.lock",
    }


def test_files_are_short() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in tracked("*.py", "packaging")
    }
    written = [length for length in lengths.values() if length > 1]
    print(f"files: {len(written)}, median {statistics.median(written)}, longest {max(written)} lines")
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert statistics.median(written) <= 100


def test_functions_are_short() -> None:
    lengths = sorted(bodies())
    median, high = (lengths[int(len(lengths) * part)][0] for part in (0.5, 0.95))
    print(f"functions: {len(lengths)}, median {median}, 95% {high}, longest {lengths[-1]}")
    assert median <= 8
    assert high <= 35


def test_complexity_and_types_are_held_by_the_tools() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert tools["ruff"]["lint"]["mccabe"]["max-complexity"] <= 8
    assert "C90" in tools["ruff"]["lint"]["select"]
    assert tools["mypy"]["strict"]
    assert "pydantic.mypy" in tools["mypy"]["plugins"]


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", desktop.__version__)
    assert version("kefu-desk") == desktop.__version__
    stated = re.compile(r"^(__version__|version) *= *[\"']", re.MULTILINE)
    places = [name for name, text in texts() if name.endswith((".py", ".toml", ".sh")) and stated.search(text)]
    assert places == ["desktop/__init__.py"]
    newest = re.search(r"^## (\S+)", (ROOT / "packaging/CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest
    assert newest[1] == desktop.__version__


@pytest.mark.parametrize(
    "trace",
    [
        # Written so that this file does not hold what it looks for.
        r"/roo[t]/|/hom[e]/\w|/User[s]/|[A-Z]:\\User[s]",
        r"pypi[.]org|pythonhosted[.]org|index-ur[l]|find-link[s]|[.]pkg[.]dev|artifactor[y]",
    ],
)
def test_no_tracked_file_tells_where_it_was_made(trace: str) -> None:
    found = {name: match[0] for name, text in texts() if (match := re.search(trace, text))}
    assert found == {}


def test_every_pinned_package_has_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][^\n]*\\\n(?: +--hash=sha256:[0-9a-f]{64}[^\n]*\n)+", lock, re.MULTILINE)
    stated = re.findall(r"^[^ #\n]", lock, re.MULTILINE)
    assert len(pins) == len(stated) > 40


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert {re.split(r"[^\w-]", name.lower())[0] for name in named} - pinned == set()


def test_the_program_depends_on_what_it_imports_and_on_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[^\w-]", name.lower())[0] for name in project["dependencies"]}
    distributions = packages_distributions()
    imported = {
        distribution.lower().replace("_", "-")
        for file in tracked("desktop/*.py")
        for module in imports(file)
        if module not in sys.stdlib_module_names | {"desktop", "_typeshed"}
        for distribution in distributions.get(module, [module])
    }
    assert imported == named


def test_every_module_of_the_program_says_what_it_is() -> None:
    silent = [str(file) for file in tracked("desktop/*.py") if not ast.get_docstring(ast.parse(file.read_bytes()))]
    assert silent == []


def test_the_readme_describes_every_package_as_the_package_does() -> None:
    table = dict(re.findall(r"^\| `(\w+)` +\| (.+?) +\|$", README, re.MULTILINE))
    packages = {
        file.parent.name: (ast.get_docstring(ast.parse(file.read_bytes())) or "").splitlines()[0]
        for file in tracked("desktop/*/__init__.py")
        if file.parent.parent.name == "desktop"
    }
    assert table == packages


def test_the_readme_names_both_commands() -> None:
    assert {"./packaging/dev.sh demo", "./packaging/dev.sh test"} <= set(commands())


@pytest.mark.parametrize("line", commands())
def test_every_command_in_the_readme_exists(line: str) -> None:
    words = [word for word in shlex.split(line) if not re.match(r"[A-Z_]+=", word)]
    if words[0] == "kefu-desk":
        assert build().parse_args(words[1:])
        return
    program = ROOT / words[0]
    assert words[0].startswith(".venv/") or os.access(program, os.X_OK)
    if program.name == "dev.sh":
        text = program.read_text(encoding="utf-8")
        ways = re.search(rf"^    {words[1]}\) (?:shift; )?(\w+)", text, re.MULTILINE)
        assert ways is not None
        assert re.search(rf"^{ways[1]}\(\)|^    {words[1]}\) set_up ", text, re.MULTILINE)


def test_every_path_in_the_readme_exists() -> None:
    named = re.findall(r"\b(?:desktop|tests|resources|packaging)/[\w./-]*\w", README)
    assert [name for name in named if not (ROOT / name).exists()] == []
