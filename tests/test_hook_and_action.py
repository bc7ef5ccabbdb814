"""The pre-commit hook as pre-commit runs it, and the steps of the GitHub action as a runner would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
TEN = "Nazarbayev made ten official visits abroad in 2014.\n"
EIGHT = "Nazarbayev made eight official visits abroad in 2014.\n"
IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository of two drafts, the second of which is contradicted."""
    path = tmp_path / "repository"
    path.mkdir()
    (path / "a.md").write_text(EIGHT)
    (path / "b b.md").write_text(TEN)
    (path / "c.py").write_text(f"# {TEN}")
    subprocess.run(["git", "init", "-q"], cwd=path, check=True)
    subprocess.run(["git", *IDENTITY, "add", "."], cwd=path, check=True)
    return path


def hook() -> dict[str, Any]:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    return dict(hook)


def pre_commit(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
    }
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_manifest_is_one_that_pre_commit_takes() -> None:
    assert pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"), folder=ROOT).returncode == 0


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.html", "a.htm", "a.txt", "a.rst", "x/a.docx"])
def test_the_hook_takes_each_kind_of_draft(name: str) -> None:
    assert re.search(hook()["files"], name)
    assert not re.search(hook()["files"], f"{name}.py")


def test_pre_commit_runs_the_hook(folder: Path) -> None:
    # "system" in place of "python": what is installed here is run, in place of a fresh copy from the network
    local = {"repo": "local", "hooks": [{**hook(), "language": "system"}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}))
    done = pre_commit("run", "--all-files", folder=folder)
    assert done.returncode == 1
    assert "b b.md" in done.stdout
    assert "1 contradicted" in done.stdout
    assert "c.py" not in done.stdout
    (folder / "kzfacts.toml").write_text('exclude = ["b*.md"]\n')
    done = pre_commit("run", "--all-files", folder=folder)
    assert (done.returncode, "Passed" in done.stdout) == (0, True)
    done = pre_commit("run", "--files", "b b.md", folder=folder)
    assert (done.returncode, "Passed" in done.stdout) == (0, True)


class Runner:
    """Runs the steps of the action in bash, with what a runner of GitHub sets around them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temp = folder.parent / "runner"
        self.temp.mkdir()
        self.action = yaml.safe_load((ROOT / "action.yml").read_text())

    def install(self) -> list[str]:
        """Run the first step with a python3 that makes no environment but keeps what it and its pip were asked."""
        fakes = self.temp / "fakes"
        fakes.mkdir()
        asked = self.temp / "asked"
        keep = f'#!/bin/bash\nprintf "%s\\n" "$*" >> "{asked}"\n'
        (fakes / "pip").write_text(keep)
        (fakes / "python3").write_text(f'{keep}mkdir -p "$3/bin"; ln -s "{fakes}/pip" "$3/bin/pip"\n')
        for fake in fakes.iterdir():
            fake.chmod(0o755)
        done = self._run(self.action["runs"]["steps"][0], {"PATH": f"{fakes}:{os.environ['PATH']}"})
        assert done.returncode == 0, done.stderr
        (self.temp / "kzfacts" / "bin" / "kzfacts").symlink_to(PROGRAMS / "kzfacts")
        return asked.read_text().splitlines()

    def lint(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the second step with these inputs, by their names with "_" for "-", others with their defaults."""
        step = self.action["runs"]["steps"][1]
        values = {name: given["default"] for name, given in self.action["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        environment = {
            name: re.sub(r"\$\{\{ inputs\.(\S+) \}\}", lambda found: values[found[1]], text)
            for name, text in step["env"].items()
        }
        return self._run(step, environment)

    def _run(self, step: dict[str, Any], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        script = self.temp / "step.sh"
        script.write_text(step["run"])
        runner = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "RUNNER_TEMP": str(self.temp),
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.folder,
            env={**os.environ, **runner, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def read(self, name: str) -> str:
        path = self.temp / name
        return path.read_text() if path.exists() else ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="the steps are for bash")
def test_the_steps_of_the_action(folder: Path) -> None:
    runner = Runner(folder)
    temp = runner.temp
    assert runner.install() == [
        f"-m venv {temp}/kzfacts",
        f"install --quiet --disable-pip-version-check {ROOT}",
    ]
    done = runner.lint()
    assert done.returncode == 1
    assert "::error file=b b.md,line=1," in done.stdout
    assert runner.read("output") == "exit-code=1\n"
    assert runner.read("summary.md").startswith("## kzfacts\n\n2 files, 2 sentences")
    assert "b b\\.md\\:1" in runner.read("summary.md")
    (temp / "summary.md").unlink()
    assert runner.lint(fail_on="never", summary="false", paths="a.md\nb b.md\n").returncode == 0
    assert runner.read("summary.md") == ""
    done = runner.lint(paths="$(touch forged)\n--output=forged", as_of="2015")
    assert (done.returncode, (folder / "forged").exists()) == (2, False)
    assert runner.read("output").endswith("exit-code=2\n")
    assert runner.lint(facts="a.md").returncode == 2
    assert runner.lint(as_of="soon").returncode == 2


def test_every_output_of_the_action_is_set_by_a_step() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    scripts = {step.get("id"): step["run"] for step in action["runs"]["steps"]}
    for output in action["outputs"].values():
        found = re.fullmatch(r"\$\{\{ steps\.(\S+)\.outputs\.(\S+) \}\}", output["value"])
        assert found is not None
        assert f"{found[2]}=" in scripts[found[1]]
