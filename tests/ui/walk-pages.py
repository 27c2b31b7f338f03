#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every page of the window as an assistive technology sees it, over AT-SPI.

Each control that can be reached has a name, each chart a summary and each of its marks words; the
pages that the sidebar lists can be gone to, and so can the dialogs, some of them by the buttons
that lead there. Prints TAP. Runs on a display and a session bus of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Gio", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP_ID = "io.github.bellwether.Bellwether"
PATH = "/" + APP_ID.replace(".", "/") + "/window/1"
PATIENCE = 60
CHARTED = {"page satisfaction", "page agents", "figure", "explanation", "agent"}
# Where each way leads: actions of the window ("app." of the program) with their arguments, and
# buttons to press, told by how their names begin.
SAMPLE = os.path.join(os.environ["BELLWETHER_DATA"], "sample", "tickets.csv")
STOPS = [("page " + page, [("show-page", page)]) for page in (
    "overview", "volume", "speed", "quality", "satisfaction", "cost", "customers", "agents",
    "channels", "tickets", "files", "report")]
STOPS += [
    ("figure", [("show-page", "overview"), ("show-kpi", "first-response-time")]),
    ("explanation", [("show-page", "overview"), ("show-explanation", "csat")]),
    ("rows behind a step", [("press", "Show Tickets: Chat")]),
    ("filters", [("press", "Close"), ("show-page", "overview"), ("find-filter", None)]),
    ("agent", [("show-page", "agents"), ("press", "Alice Ashdown")]),
    # Many rows are a long walk.
    ("columns", [("show-ticket", "49798"), ("press", "Columns…")]),
    ("search", [("press", "Close"), ("show-page", "files"), ("search", None)]),
    ("settings", [("press", "Close"), ("settings", None)]),
    ("settings: time", [("press", "Time")]),
    ("settings: targets", [("press", "Targets")]),
    ("settings: currency", [("press", "Currency")]),
    ("settings: topics", [("press", "Topics")]),
    ("preferences", [("press", "Close"), ("app.preferences", None)]),
    ("shortcuts", [("press", "Close"), ("show-shortcuts", None)]),
    ("period", [("press", "Close"), ("choose-period", None)]),
    ("mapping", [("press", "Cancel"), ("change-reading", (SAMPLE, ""))]),
    ("export", [("press", "Cancel"), ("export-as", "xlsx")]),
    ("export of a picture", [("press", "Cancel"), ("export-as", "png")]),
]
# What must be there, that nobody walks past it.
SIGHTS = {
    "page cost": "Costs and Revenue by Month", "page customers": "Customers by Month",
    "explanation": "Show Tickets: Chat", "rows behind a step": "14 Rows", "agent": "Alice Ashdown",
    "columns": "Subject", "settings": "Window Days", "preferences": "Appearance",
    "shortcuts": "Keyboard Shortcuts", "period": "First Day", "mapping": "First Rows",
    "export": "Include the Rows", "export of a picture": "Resolution",
}
BUTTONS = {Atspi.Role.BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.RADIO_BUTTON,
           Atspi.Role.PAGE_TAB}
# What one operates, and therefore has to be called something.
CONTROLS = {
    Atspi.Role.BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON,
    Atspi.Role.COMBO_BOX, Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.SWITCH, Atspi.Role.SLIDER,
    Atspi.Role.SPIN_BUTTON, Atspi.Role.MENU_ITEM, Atspi.Role.LIST_ITEM, Atspi.Role.PAGE_TAB,
    Atspi.Role.LINK,
}


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except GLib.Error:
            found = None  # too busy to answer, or no longer there
        if found:
            return found
        time.sleep(0.2)
    raise RuntimeError(f"waited in vain for {what}")


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node):
    """All that is shown below node, in the order of focus and reading."""
    yield node
    for child in children(node):
        try:
            if child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield from walk(child)
        except GLib.Error:
            continue


def find_program():
    desktop = Atspi.get_desktop(0)
    for application in children(desktop):
        if "bellwether" in (application.get_name() or "").lower():
            for window in children(application):
                return window
    return None


def name_of(node):
    """A control is called by its name, or by the label inside it."""
    if node.get_name():
        return node.get_name()
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return "".join(relation.get_target(i).get_name() or ""
                           for i in range(relation.get_n_targets()))
    return "".join(inner.get_name() or "" for inner in walk(node) if inner is not node)


class Actions:
    """The actions of the window or of the program, on the session bus."""

    def __init__(self, path=PATH):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.path = path

    def call(self, method, arguments):
        return self.bus.call_sync(APP_ID, self.path, "org.gtk.Actions", method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 5000, None)

    def is_enabled(self, name):
        try:
            return self.call("Describe", GLib.Variant("(s)", (name,))).unpack()[0][0]
        except GLib.Error:
            return False

    def activate(self, name, argument=None):
        wait_for(lambda: self.is_enabled(name), name)
        kind = "(ss)" if isinstance(argument, tuple) else "s"
        target = [] if argument is None else [GLib.Variant(kind, argument)]
        self.call("Activate", GLib.Variant("(sava{sv})", (name, target, {})))

    def go(self, window, name, argument):
        if name == "press":
            wait_for(lambda: find_button(window, argument), argument).do_action(0)
            time.sleep(1)  # a button that is pressed acts when it has shown that it is
        elif name.startswith("app."):
            Actions(os.path.dirname(os.path.dirname(PATH))).activate(name[4:], argument)
        else:
            self.activate(name, argument)


def is_control(node):
    return (node.get_role() in CONTROLS
            and node.get_state_set().contains(Atspi.StateType.FOCUSABLE))


def find_button(window, name):
    """The last one of that name: dialogs come after what is below them."""
    found = None
    for node in walk(window):
        if node.get_role() in BUTTONS and name_of(node).startswith(name):
            found = node.get_action_iface() or found
    return found


def has_arrived(window, stop):
    """Whether there is something to operate, and what must be there."""
    n, seen = 0, stop not in SIGHTS
    for node in walk(window):
        n += is_control(node)
        seen = seen or node.get_name().replace("_", "").startswith(SIGHTS[stop])
        if seen and n > 3:
            return True
    return False


def is_chart(node):
    """A list that says what it shows; one that is made of rows leaves that to them."""
    return node.get_role() == Atspi.Role.LIST and bool(node.get_description())


def check(window, page):
    """What is wrong with what is shown now."""
    faults, n, charts = [], 0, 0
    for node in walk(window):
        role = node.get_role()
        if is_control(node):
            n += 1
            if not name_of(node).strip():
                faults.append(f"{page}: a {node.get_role_name()} without a name")
        # Charts are lists of their marks, or pictures when there are too many.
        if role == Atspi.Role.IMAGE and node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
            if not node.get_description():
                faults.append(f"{page}: a chart without a summary")
        if is_chart(node):
            charts += 1
            marks = list(children(node))
            if not marks or not all(mark.get_name() for mark in marks):
                faults.append(f"{page}: a chart without words for its marks")
    if charts == 0 and page in CHARTED:
        faults.append(f"{page}: no chart")
    if n == 0:
        faults.append(f"{page}: nothing to operate")
    return faults


def pages_of(window):
    for node in walk(window):
        if node.get_role() == Atspi.Role.LIST and node.get_name() == "Pages":
            return [row.get_name() for row in children(node)
                    if row.get_role() == Atspi.Role.LIST_ITEM]
    return []


def main():
    program = sys.argv[1]
    home = tempfile.mkdtemp(prefix="bellwether-walk-")
    environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_RUNTIME_DIR=home,
                       GTK_A11Y="atspi", GDK_BACKEND="x11", GSETTINGS_BACKEND="memory",
                       LC_ALL="C.UTF-8", G_DEBUG="fatal-criticals")
    process = subprocess.Popen([program], env=environment)
    failures = 0
    try:
        Atspi.set_timeout(10000, 30000)
        actions = Actions()
        actions.activate("open-sample")
        wait_for(lambda: actions.is_enabled("export-as"), "the report")
        window = wait_for(find_program, "the window on the accessibility bus")
        names = wait_for(lambda: pages_of(window), "the list of pages")
        print(f"1..{len(STOPS) + 1}")
        print(("ok" if len(names) >= 5 else "not ok") + f" 1 pages {', '.join(names)}")
        failures += len(names) < 5
        for i, (stop, path) in enumerate(STOPS, 2):
            for action, argument in path:
                actions.go(window, action, argument)
            wait_for(lambda: has_arrived(window, stop), stop)
            time.sleep(0.5)
            faults = wait_for(lambda: (check(window, stop),), stop)[0]
            print(("not ok" if faults else "ok") + f" {i} {stop}")
            for fault in sorted(set(faults)):
                print(f"# {fault} ({faults.count(fault)})")
            failures += bool(faults)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(home, ignore_errors=True)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
