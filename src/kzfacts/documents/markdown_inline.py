"""The inline parser of markdown-it, taught to note where in its text each token begins.

markdown-it gives lines for blocks and nothing for what is inside them. Its loop over the inline rules is repeated
here with one thing added: the offset at which the rule that makes a token was called, and that at which text that
was held back began.
"""

from __future__ import annotations

from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


class _State(StateInline):
    """An inline state whose tokens have in ``meta["at"]`` their offset in the parsed text."""

    rule_at = 0
    text_at = 0

    def pushPending(self) -> Token:
        """Make a token of the text held back, which begins where its first character was."""
        token = super().pushPending()
        token.meta["at"] = self.text_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token at the place of the rule at work; runs of "*" give one token a character."""
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.rule_at
        if ttype == "text":
            self.rule_at += 1
        return token


class TracingInline(ParserInline):
    """markdown-it's inline parser with tokens that know their offset."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse ``src`` into ``tokens``."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Run the rules over ``state`` from its position to its end."""
        assert isinstance(state, _State)
        rules = self.ruler.getRules("")
        end, deepest = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            at = state.pos
            if not state.pending:
                state.text_at = at
            done = False
            if state.level < deepest:
                for rule in rules:
                    state.rule_at = at
                    if rule(state, False):
                        done = True
                        break
            if not done:
                state.pending += state.src[at]
                state.pos = at + 1
        if state.pending:
            state.pushPending()


def _note(state: StateInline, silent: bool) -> bool:
    """Read a note written in the text, "^[...]": what is in it stands between ``note_open`` and ``note_close``."""
    start, limit = state.pos, state.posMax
    if not state.src.startswith("^[", start):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        state.pos, state.posMax = start + 2, end
        state.push("note_open", "", 1)
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
    state.pos, state.posMax = end + 1, limit
    return True


def rules_of_markdown() -> MarkdownIt:
    """Return a CommonMark parser with tables, strikethrough and footnotes, whose inline tokens have offsets."""
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("zero")
    parser.inline = TracingInline()
    parser.configure("commonmark").enable(["table", "strikethrough"])
    footnote_plugin(parser, inline=False)
    parser.inline.ruler.before("escape", "note", _note)
    # Joining escapes and entities with the text around them would lose what stood in the source.
    parser.disable(["text_join", "fragments_join"])
    return parser
