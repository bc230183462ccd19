"""Mutants of a module: its code with one thing wrong, as cosmic-ray and mutmut make them, and without one statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

SWAPS: dict[type, type] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
}
"""An operator, and what stands wrongly in its place."""


class Mutant(NamedTuple):
    """The code, and what was done to it: the line as it was and as it is, and the function around."""

    code: str
    where: str
    before: str
    after: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for change in range(_changes(node)):
            other = ast.parse(source)  # a third of the time of a deep copy
            changed = next(islice(ast.walk(other), number, None))
            statement, where = _around(other, changed)
            before = ast.unparse(statement).split("\n")[0]
            _apply(changed, change)
            after = ast.unparse(statement).split("\n")[0]
            if before == after:  # below the first line of a compound statement, or a statement left out
                after = f"without: {after}"
            yield Mutant(ast.unparse(other), where, before, after)


def _changes(node: ast.AST) -> int:
    """In how many ways a node can be wrong."""
    if isinstance(node, ast.Compare):
        return len(node.ops)
    if isinstance(node, ast.Constant):
        return int(isinstance(node.value, bool | int))
    if isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign):
        operator = node.op
        return int(type(operator) in SWAPS and not (isinstance(operator, ast.BitOr) and _is_type(node)))
    return int(
        isinstance(node, ast.Break | ast.Continue | ast.Raise | ast.If | ast.While | ast.IfExp)
        or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))
        or (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None")
        or (isinstance(node, ast.For))
    )


def _is_type(node: ast.AST) -> bool:
    """Whether a union is one of types: of names in capitals, or with None."""
    text = ast.unparse(node)
    return "None" in text or "str | bytes" in text


def _apply(node: Any, change: int) -> None:
    """Make a node wrong in place."""
    if isinstance(node, ast.Compare):
        node.ops[change] = SWAPS[type(node.ops[change])]()
    elif isinstance(node, ast.Constant):
        value: Any = node.value
        node.value = not value if isinstance(value, bool) else value + 1
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign):
        node.op = SWAPS[type(node.op)]()
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.For):
        node.iter = ast.Tuple([], ast.Load())
    else:  # a call, raise, break or continue left out
        node.__class__ = ast.Pass
        node._fields = ()


def _around(tree: ast.AST, wanted: ast.AST) -> tuple[ast.stmt, str]:
    """The innermost statement around a node, and the names of the class and function it is in."""
    statement, names = _find(tree, wanted, (), None)
    assert statement is not None
    return statement, ".".join(names)


def _find(
    tree: ast.AST, wanted: ast.AST, names: tuple[str, ...], statement: ast.stmt | None
) -> tuple[ast.stmt | None, tuple[str, ...]]:
    if isinstance(tree, ast.stmt):
        statement = tree
    if tree is wanted:
        return statement, names
    if isinstance(tree, ast.FunctionDef | ast.ClassDef):
        names = (*names, tree.name)
    for child in ast.iter_child_nodes(tree):
        found = _find(child, wanted, names, statement)
        if found[0] is not None and found[1] != ("",):
            return found
    return None, ("",)
