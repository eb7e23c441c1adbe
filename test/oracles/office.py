"""Asks one LibreOffice what a Word file says when all its changes are accepted or rejected.

Reads requests `{"path": ..., "mode": "accept" | "reject" | "plain"}` as lines of JSON, or
`{"path": ..., "mode": "compare", "base": ..., "limit": seconds}`, whose answer has both texts; answers each
with a line: the blocks of the document, words or `{"rows", "cells": [[block, ...], ...]}`. The blocks are
those of the flat OpenDocument file that it saves: to ask for each paragraph over the bridge takes ten times as long.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges",
            "compare": ".uno:CompareDocuments"}


def main():
    profile = tempfile.mkdtemp(prefix="bapta-office-")
    pipe = "bapta%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
         "-env:UserInstallation=file://" + profile, "--accept=pipe,name=%s;urp" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        serve(connect(pipe, office), office, os.path.join(profile, "saved.fodt"))
    finally:
        os.killpg(office.pid, signal.SIGTERM)
        office.wait()
        shutil.rmtree(profile, ignore_errors=True)


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            if office.poll() is not None:
                raise SystemExit("soffice ended with %s" % office.returncode)
            time.sleep(0.1)
    raise SystemExit("soffice did not answer")


def serve(context, office, saved):
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    print("ready", flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        watch = threading.Timer(request.get("limit", 3600), os.killpg, (office.pid, signal.SIGKILL))
        watch.daemon = True
        watch.start()
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(request["path"]), "_blank", 0, (PropertyValue(Name="Hidden", Value=True),))
        command = COMMANDS.get(request["mode"])
        base = request.get("base")
        arguments = (PropertyValue(Name="URL", Value=uno.systemPathToFileUrl(base)),) if base else ()
        if command:
            frame = document.CurrentController.Frame
            dispatcher.executeDispatch(frame, command, "", 0, arguments)
        document.storeToURL(
            uno.systemPathToFileUrl(saved), (PropertyValue(Name="FilterName", Value="OpenDocument Text Flat XML"),))
        document.close(True)
        watch.cancel()
        body = xml.etree.ElementTree.parse(saved).getroot().find(OFFICE + "body/" + OFFICE + "text")
        print(json.dumps(blocks(body)), flush=True)


def blocks(parent):
    out = []
    for element in parent:
        if element.tag in (TEXT + "p", TEXT + "h"):
            out.append(words(element))
        elif element.tag == TABLE + "table":
            lines = list(rows(element))
            cells = [blocks(cell) for row in lines for cell in row.findall(TABLE + "table-cell")]
            out.append({"rows": len(lines), "cells": cells})
        elif element.tag in (TEXT + "list", TEXT + "list-item", TEXT + "list-header", TEXT + "section"):
            out.extend(blocks(element))
    return out


def rows(table):
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element
        elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows"):
            yield from rows(element)


def words(element):
    """The words of a paragraph, those of a footnote in double brackets in the place of its mark."""
    out = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "note":
            note = "\n".join(words(p) for p in child.find(TEXT + "note-body"))
            out.append("\u27e6" + re.sub(r"^(?:[\d*]+(?:\s+|$))+", "", note.strip()) + "\u27e7")
        elif child.tag == TEXT + "line-break":
            out.append("\n")
        elif child.tag == TEXT + "tab":
            out.append("\t")
        elif child.tag == TEXT + "s":
            out.append(" " * int(child.get(TEXT + "c", "1")))
        elif child.tag in (TEXT + "span", TEXT + "a"):
            out.append(words(child))
        out.append(child.tail or "")
    return "".join(out)


main()
