"""The mutants of a module are all there is to get wrong in it, one thing at a time."""

from __future__ import annotations

import ast

import pytest

from tests.mutation.mutants import mutants
from tests.mutation.run import MODULES, ROOT, explained

CASES = [
    ("x = a == b", ["x = a != b"]),
    ("x = a < b < 3", ["x = a <= b < 3", "x = a < b <= 3", "x = a < b < 4"]),
    ("x = a and (not b)", ["x = a or not b", "x = a and (not not b)"]),
    ("x = a + True", ["x = a - True", "x = a + False"]),
    ("def f():\n    return 'x'", ["def f():\n    return None"]),
    ('def f():\n    """Says what."""\n    g()', ['def f():\n    """Says what."""\n    pass']),
    ("if a:\n    b()", ["if not a:\n    b()", "if a:\n    pass"]),
    ("for a in b:\n    break", ["for a in ():\n    break", "for a in b:\n    pass"]),
    ("def f(a: str | None):\n    raise E", ["def f(a: str | None):\n    pass"]),
    ("x = 'text'", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES, ids=lambda value: repr(value)[:30])
def test_mutants(source: str, expected: list[str]) -> None:
    assert sorted(mutant.code for mutant in mutants(source)) == sorted(expected)


@pytest.mark.parametrize("module", MODULES)
def test_mutants_differ_from_the_module_and_are_code(module: str) -> None:
    source = (ROOT / "src" / "clean" / module).read_text(encoding="utf-8")
    whole = ast.unparse(ast.parse(source))
    for mutant in mutants(source):
        assert mutant.code != whole
        compile(mutant.code, module, "exec")


def test_each_survivor_has_a_reason_and_is_a_mutant() -> None:
    keys = {
        (module, mutant.where, mutant.before, mutant.after)
        for module in MODULES
        for mutant in mutants((ROOT / "src" / "clean" / module).read_text(encoding="utf-8"))
    }
    assert [key for key in explained() if key not in keys] == []
    assert all(len(why) > 20 for why in explained().values())
