"""The one list of actions: key bindings, line of keys, palette and help are made from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding

EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: the method that does it, without ``action_``; with ``app.`` where the app does it.
        keys: the keys, separated by commas; the first is the one shown.
        label: what the line of keys says.
        help: what it does, in a sentence.
        where: the screens it belongs to, by name, or ``EVERYWHERE``.
        command: what does the same on the command line; empty where nothing needs to.
        shown: whether the line of keys has room for it.
        typing: whether it is of use only while somebody types.
    """

    id: str
    keys: str
    label: str
    help: str
    where: tuple[str, ...]
    command: str = ""
    shown: bool = True
    typing: bool = False

    @property
    def name(self) -> str:
        """The method that does it, without ``action_``."""
        return self.id.removeprefix("app.").partition("(")[0]

    @property
    def call(self) -> str:
        """The action as Textual runs it from anywhere."""
        return self.id if self.id.startswith("app.") else f"screen.{self.id}"

    @property
    def is_typed(self) -> bool:
        """Whether its key is a character, and so belongs to a text field that has the focus."""
        first = self.keys.split(",")[0]
        return len(first) == 1 or first in {"space", "slash", "enter"}

    @property
    def key(self) -> str:
        """The first key, as people write it."""
        return key_text(self.keys.split(",")[0])


_READING = ("home", "review", "claim", "browse", "history", "questions", "inbox")
_LISTS = ("home", "claim", "browse", "history")

ACTIONS: tuple[Action, ...] = (
    Action("app.review", "r", "Review", "Decide open conflicts.", _LISTS, "review --plain"),
    Action("app.add", "a", "Add", "Add a statement, with its matches as you type.", _LISTS, "add"),
    Action("app.inbox", "i", "Inbox", "Accept what pages propose.", ("home",), "inbox --plain"),
    Action("app.questions", "e", "Questions", "Say what is the same claim.", ("home",), "attach"),
    Action("app.browse", "slash,b", "Browse", "Search and filter all claims.", ("home",), "find"),
    Action("today", "t", "Today", "The claims of what was added today.", ("home",), "history"),
    Action("app.history", "h", "History", "Everything that was done, by whom.", _LISTS, "history"),
    Action("drafts", "c", "Continue draft", "Go on with the newest draft.", ("home",)),
    Action("demo", "d", "Demo", "Where nothing is yet: build a ledger to look at and open it.",
           ("home",), "demo"),
    Action("create", "n", "New ledger", "Make an empty ledger here.", ("home",)),
    Action("answer('a_holds')", "a", "A holds", "A is right, B is not; say why.", ("review",),
           "decide X7 --holds a"),
    Action("answer('b_holds')", "b", "B holds", "B is right, A is not; say why.", ("review",),
           "decide X7 --holds b"),
    Action("answer('both_stand')", "k", "both stand", "Other time, scope or measure.",
           ("review",), "decide X7 --both-stand"),
    Action("answer('different_claims')", "d", "different claims", "They are about two things.",
           ("review",), "decide X7 --different-claims"),
    Action("answer('unsure')", "u", "unsure", "Nobody can say yet; it stays open.", ("review",),
           "decide X7 --unsure"),
    Action("skip", "s,j", "skip", "Leave it for later and see the next.", ("review",)),
    Action("previous", "p", "previous", "Back to the one before.", ("review", "inbox"),
           shown=False),
    Action("other(1)", "right,l", "other side", "The next statement of the side that has several.",
           ("review",), shown=False),
    Action("other(-1)", "left", "other side before", "The one before it.", ("review",),
           shown=False),
    Action("mark", "space", "mark", "Mark it, to act on several at once; Esc takes marks off.",
           ("review", "browse", "inbox")),
    Action("mark_all", "V", "mark all", "Mark everything listed.", ("review", "browse"),
           shown=False),
    Action("filter", "slash", "Filter", "Only those of a speaker, an outlet, a topic, since a day.",
           ("review",), "review speaker:NAME"),
    Action("read_on(1)", "pagedown,J,shift+down", "read on", "Further down in long texts.",
           ("review", "questions")),
    Action("read_on(1)", "pagedown,J,shift+down", "read on", "Further down in long texts.",
           ("inbox",), shown=False),
    Action("read_on(-1)", "pageup,K,shift+up", "read back", "Further up again.",
           ("review", "questions", "inbox"), shown=False),
    Action("stack", "v", "stack", "Sides above each other, or side by side.", ("review",),
           shown=False),
    Action("assign", "i", "Assign", "Say who is to decide, for all marked ones at once.",
           ("review",), "assign X7 NAME", shown=False),
    Action("open_claim", "o", "open claim", "The claim with all its statements.", ("review",),
           "show C12"),
    Action("accept", "a", "Accept", "Record it, or the marked ones, where the score says.",
           ("inbox",), "inbox"),
    Action("under(1)", "1", "Under the first", "Record it, or the marked ones, under the first.",
           ("inbox",), shown=False),
    Action("under(2)", "2", "Under the second", "Record it under the second.", ("inbox",),
           shown=False),
    Action("under(3)", "3", "Under the third", "Record it under the third.", ("inbox",),
           shown=False),
    Action("accept_new", "n", "New claim", "Record it, or each marked one, under its own claim.",
           ("inbox",)),
    Action("reject", "x", "Reject", "Not worth filing, as all marked ones; never proposed again.",
           ("inbox",), "inbox reject P3"),
    Action("set('speaker')", "w", "Who", "Set the speaker, of all marked ones at once.",
           ("inbox",), "inbox edit P3 --speaker NAME"),
    Action("set('relayed_from')", "r", "Relay", "Set whom the outlet quotes.", ("inbox",),
           "inbox edit P3 --relayed-from NAME"),
    Action("set('said_on')", "d", "Day", "Set when it was said, for all marked ones at once.",
           ("inbox",), "inbox edit P3 --said-on DAY"),
    Action("set('topic')", "e", "Event", "Name the event of all marked ones: their claims' topic.",
           ("inbox",), "inbox edit P3 --topic NAME"),
    Action("set('outlet')", "o", "Outlet", "Set who published it.", ("inbox",),
           "inbox edit P3 --outlet NAME", shown=False),
    Action("mark_run", "v", "mark run", "Mark everything from the last marked one to here.",
           ("inbox",)),
    Action("mark_section", "V", "mark section", "Mark everything between two headings.",
           ("inbox",)),
    Action("page", "t", "Text", "Into the page, to mark words with Shift and arrows.", ("inbox",)),
    Action("propose", "m", "Missed", "Propose the words marked in the page.", ("inbox",)),
    Action("next", "s,j,right", "skip", "Leave it for later.", ("inbox",)),
    Action("article", "f", "Article", "Take in an article, from a file or pasted.", ("inbox",),
           "extract FILE --inbox"),
    Action("same", "y", "same claim", "It belongs to that claim.", ("questions",),
           "attach S48 C12"),
    Action("different", "n", "not the same", "It does not, and is not asked again.",
           ("questions",)),
    Action("skip", "s,j", "skip", "Leave it for later.", ("questions",)),
    Action("save", "ctrl+s", "Save", "Record the statement.", ("add",), "add"),
    Action("matches", "f2", "Matches", "Go to the matches; Enter or 1 to 9 chooses one.", ("add",),
           "match"),
    Action("article", "f3", "Article", "The words are a whole article: propose its statements.",
           ("add",), "extract FILE --inbox"),
    Action("new_claim", "f4", "New claim", "Record it under a claim of its own.", ("add",),
           "add --new"),
    Action("empty", "f9", "Empty form", "Start afresh; the draft is kept.", ("add",), shown=False),
    Action("undo", "ctrl+z", "Undo", "Take back what you saved last.", ("add",), "undo"),
    Action("split", "x", "Split off", "Give the statement a claim of its own.", ("claim",),
           "split S48"),
    Action("move", "m", "Move", "Put the statement under another claim.", ("claim",),
           "attach S48 C12"),
    Action("merge", "y", "Same as", "Another claim is the same: it becomes part of this one.",
           ("claim",), "merge C12 C13"),
    Action("reword", "w", "Reword", "Word the claim anew.", ("claim",), "rename C12 WORDING"),
    Action("topic", "t", "Topic", "Put the claim, or all marked ones, under a topic.",
           ("claim", "browse"), "topic C12 TOPIC"),
    Action("verdict", "v", "Verdict", "Conclude on a scale, with evidence and a reason.",
           ("claim",), "verdict C12"),
    Action("note", "o", "Note", "Write a note beside the claim.", ("claim",), "note C12 TEXT",
           shown=False),
    Action("plot", "p", "Plot", "The values over time, or under each other.", ("claim",)),
    Action("related", "n", "Near", "Go to a claim near this one.", ("claim",), "match"),
    Action("open", "enter,l,right", "Open", "See the claim.", ("browse",), "show C12"),
    Action("filter", "slash", "Filter", "Words, speaker: outlet: topic: status: after: before: by:",
           ("browse",), "find"),
    Action("filter", "slash", "Filter", "Words of an act, a name, a reference.", ("history",),
           "history"),
    Action("list", "down", "List", "From the filter into the list.", ("browse", "history"),
           typing=True),
    Action("sort", "s", "Sort", "Newest, last said, open conflicts, wording, best match, in turn.",
           ("browse",)),
    Action("merge", "m", "Merge", "The marked claims are one and the same; one stays.",
           ("browse",), "merge C12 C13"),
    Action("cite", "c,y", "Cite", "Copy where the claim was first said, as Markdown.", ("browse",),
           "show C12"),
    Action("cite", "c", "Cite", "Copy the statement, as Markdown.", ("claim",), "show S48"),
    Action("read_on(1)", "J,shift+down", "read on", "Further down in the statement shown.",
           ("claim",)),
    Action("read_on(-1)", "K,shift+up", "read back", "Further up again.", ("claim",), shown=False),
    Action("export", "e", "Export", "Write the statements of the marked claims, or of all listed.",
           ("browse",), "export --claim C12 -o FILE"),
    Action("report", "w", "Report", "Write a report of the marked claims, or of all listed.",
           ("browse",), "report --claim C12 -o FILE.md"),
    Action("undo_to", "enter", "Undo to here", "Take back everything from this act on.",
           ("history",), "undo --to N"),
    Action("undo", "z,ctrl+z", "Undo", "Take back the latest thing you did.",
           _READING, "undo"),
    Action("redo", "ctrl+y", "Redo", "Do again what was taken back last.", _READING, "redo",
           shown=False),
    Action("refresh", "g,f5", "Refresh", "See what colleagues did meanwhile.",
           _READING, shown=False),
    Action("back", "escape", "Back", "Close this; what you typed is kept.",
           ("add", *_READING[1:], "help")),
    Action("back", "q", "Back", "Close this.",
           (*_READING[1:], "help"), shown=False),
    Action("app.explain", "f1,question_mark", "Help", "The keys of this screen.", (EVERYWHERE,),
           "--help"),
    Action("app.command_palette", "ctrl+p", "Commands", "Every action by name.", (EVERYWHERE,),
           shown=False),
    Action("app.quit", "ctrl+q", "Quit", "Leave; nothing is lost.", (EVERYWHERE,)),
)  # fmt: skip

_ALWAYS = {"undo", "redo", "refresh", "back", "filter", "list", "article"}
"""Actions that need nothing on their screen to act on."""

_KEYS = {
    "question_mark": "?",
    "slash": "/",
    "space": "Space",
    "escape": "Esc",
    "enter": "Enter",
    "left": "←",
    "right": "→",
    "down": "↓",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
}


def key_text(key: str) -> str:
    """A key as people write it: ``^S``, ``F1``, ``Esc``."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+').upper()}"
    return _KEYS.get(key, key.upper() if key[1:].isdigit() else key)


def actions_of(screen: str) -> Iterator[Action]:
    """What can be done on a screen, in the order it is shown."""
    return (action for action in ACTIONS if screen in action.where or EVERYWHERE in action.where)


def acting_on_what_is_shown(screen: str) -> frozenset[str]:
    """The actions of a screen that have nothing to do while it shows nothing, by their names."""
    own = (action.name for action in ACTIONS if screen in action.where and "app." not in action.id)
    return frozenset(own) - _ALWAYS


def bindings_of(screen: str) -> list[Binding]:
    """The keys of a screen, without those that work everywhere."""
    own = (action for action in ACTIONS if screen in action.where)
    return [Binding(action.keys, action.id, action.label, show=False) for action in own]
