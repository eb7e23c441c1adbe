"""Asks one LibreOffice what a Word file says when all its changes are accepted or rejected.

Reads requests `{"path": ..., "mode": "accept" | "reject" | "plain"}` as lines of JSON, answers each
with a line: the blocks of the document, `{"text", "style"}` or `{"rows", "cells": [[block, ...], ...]}`.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main():
    profile = tempfile.mkdtemp(prefix="bapta-office-")
    pipe = "bapta%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
         "-env:UserInstallation=file://" + profile, "--accept=pipe,name=%s;urp" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        serve(connect(pipe, office))
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


def serve(context):
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    print("ready", flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(request["path"]), "_blank", 0, (hidden,))
        command = COMMANDS.get(request["mode"])
        if command:
            frame = document.CurrentController.Frame
            dispatcher.executeDispatch(frame, command, "", 0, ())
        print(json.dumps(blocks(document.Text)), flush=True)
        document.close(True)


def blocks(text):
    out = []
    contents = text.createEnumeration()
    while contents.hasMoreElements():
        content = contents.nextElement()
        if content.supportsService("com.sun.star.text.TextTable"):
            cells = [blocks(content.getCellByName(name)) for name in content.getCellNames()]
            out.append({"rows": content.Rows.Count, "cells": cells})
        else:
            out.append({"text": words(content), "style": content.ParaStyleName})
    return out


def words(paragraph):
    """The words of a paragraph, those of a footnote in double brackets in the place of its mark."""
    out = []
    portions = paragraph.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.TextPortionType == "Footnote":
            note = re.sub(r"^(?:[\d*]+(?:\s+|$))+", "", portion.Footnote.String.strip())
            out.append("\u27e6" + note + "\u27e7")
        elif portion.TextPortionType in ("Text", "LineBreak"):
            out.append(portion.String)
    return "".join(out)


main()
