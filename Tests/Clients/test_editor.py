"""The language server, as an editor talks to it."""

import json
import os
import subprocess

import pytest

AD = "Title: Baker\nDescription: 😀 You will recieve young people. Pay: €****k plus bonus.\n"
URI = "file:///srv/ads/a.txt"


class Editor:
    def __init__(self):
        self.process = subprocess.Popen(
            [os.environ["HIRELINT"], "lsp", "--stdio", "--as-of", "2026-11-21"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.number = 0

    def write(self, content: bytes, header: bytes | None = None):
        header = header or b"Content-Length: %d\r\n\r\n" % len(content)
        self.process.stdin.write(header + content)
        self.process.stdin.flush()

    def read(self) -> dict:
        length = 0
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, value = line.split(b":")
            assert name == b"Content-Length"
            length = int(value)
        return json.loads(self.process.stdout.read(length))

    def tell(self, method: str, params: dict | None = None):
        self.write(json.dumps({"jsonrpc": "2.0", "method": method, "params": params or {}}).encode())

    def ask(self, method: str, params: dict | None = None) -> dict:
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params or {}}
        self.write(json.dumps(message).encode())
        answer = self.read()
        assert answer["id"] == self.number, answer
        return answer

    def leave(self) -> int:
        self.process.stdin.close()
        return self.process.wait(timeout=20)


@pytest.fixture
def editor():
    editor = Editor()
    yield editor
    editor.process.kill()
    editor.process.wait()


def opened(text=AD) -> dict:
    return {"textDocument": {"uri": URI, "languageId": "plaintext", "version": 1, "text": text}}


def test_a_day_at_work(editor):
    told = editor.ask("initialize", {"capabilities": {}, "rootUri": "file:///work"})["result"]
    assert told["capabilities"]["positionEncoding"] == "utf-16"
    editor.tell("initialized")
    editor.tell("textDocument/didOpen", opened())
    sent = editor.read()
    assert sent["method"] == "textDocument/publishDiagnostics"
    misspelt = next(
        diagnostic
        for diagnostic in sent["params"]["diagnostics"]
        if diagnostic["code"] == "spelling/misspelling"
    )
    assert misspelt["range"]["start"] == {"line": 1, "character": 25}
    document = {"uri": URI}
    place = {"textDocument": document, "position": misspelt["range"]["start"]}
    hover = editor.ask("textDocument/hover", place)
    assert hover["result"]["contents"]["value"].startswith("# Misspelt")
    actions = editor.ask(
        "textDocument/codeAction",
        {
            "textDocument": document,
            "range": misspelt["range"],
            "context": {"diagnostics": [misspelt]},
        },
    )["result"]
    assert actions[0]["diagnostics"][0]["data"] == misspelt["data"]
    (edit,) = actions[0]["edit"]["changes"][URI]
    # Letter by letter, as somebody types; the last word counts.
    for version, letter in enumerate("receive", start=2):
        at = {"line": 1, "character": 25 + version - 2}
        span = {"start": at, "end": edit["range"]["end"] if version == 2 else at}
        change = {"range": span, "text": letter}
        params = {"textDocument": {"uri": URI, "version": version}, "contentChanges": [change]}
        editor.tell("textDocument/didChange", params)
    while (sent := editor.read())["params"]["version"] < 8:
        pass
    codes = {diagnostic["code"] for diagnostic in sent["params"]["diagnostics"]}
    assert "spelling/misspelling" not in codes
    assert editor.ask("shutdown")["result"] is None
    editor.tell("exit")
    assert editor.process.wait(timeout=20) == 0


def test_settings_near_each_document(editor, tmp_path):
    """Each document goes by its own settings, which may change while it is open."""
    texts = {name: AD for name in ["a/x.txt", "b/x.txt", "b/drafts/x.txt", "c/x.txt"]}
    for name in texts:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / ".hirelint.yml").write_text("severity: {spelling: off}\n")
    (tmp_path / "b" / ".hirelint.yml").write_text("exclude: [drafts/]\nwords: [recieve]\n")
    (tmp_path / "c" / ".hirelint.yml").write_text("severity: {speling: off}\n")
    capabilities = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    editor.ask("initialize", {"capabilities": capabilities, "rootUri": tmp_path.as_uri()})
    editor.tell("initialized")
    asked = editor.read()
    assert asked["method"] == "client/registerCapability"
    editor.write(json.dumps({"jsonrpc": "2.0", "id": asked["id"], "result": None}).encode())

    def told(count=1) -> dict:
        sent = [editor.read()["params"] for _ in range(count)]
        names = [params["uri"].removeprefix(f"{tmp_path.as_uri()}/") for params in sent]
        codes = [{found["code"] for found in params["diagnostics"]} for params in sent]
        return dict(zip(names, codes, strict=True))

    found = {}
    for name, text in texts.items():
        params = opened(text)
        params["textDocument"]["uri"] = (tmp_path / name).as_uri()
        editor.tell("textDocument/didOpen", params)
        found |= told()
    assert "pay/redacted-salary" in found["a/x.txt"]
    assert not any(code.startswith("spelling/") for code in found["a/x.txt"])
    assert "spelling/misspelling" not in found["b/x.txt"] != set()
    assert found["b/drafts/x.txt"] == set()
    assert found["c/x.txt"] == {"input/wrong-settings"}

    (tmp_path / "a" / ".hirelint.yml").write_text("severity: {pay: off}\n")
    (tmp_path / "c" / ".hirelint.yml").unlink()
    editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
    found = told(4)
    assert "spelling/misspelling" in found["a/x.txt"]
    assert "pay/redacted-salary" not in found["a/x.txt"]
    assert {"spelling/misspelling", "pay/redacted-salary"} <= found["c/x.txt"]


def test_nonsense_is_survived(editor):
    editor.write(b"", header=b"Hello\r\n\r\n")
    assert "Content-Length" in editor.read()["params"]["message"]
    for content in [b"{", b"\xff\xfe", b"[" * 5000, b"null", b"[]"]:
        editor.write(content)
        assert "error" in editor.read()
    assert editor.ask("textDocument/hover")["error"]["code"] == -32002
    editor.ask("initialize", {"capabilities": {"textDocument": {"diagnostic": {}}}})
    editor.tell("textDocument/didOpen", opened("\0\ufeff##[x] recieve"))
    pulled = editor.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    assert pulled["result"]["kind"] == "full"


def test_an_editor_that_is_gone_ends_it(editor):
    assert editor.leave() == 1
    polite = Editor()
    polite.ask("initialize", {"capabilities": {}})
    polite.tell("exit")
    assert polite.process.wait(timeout=20) == 1


def test_findings_are_those_of_the_command_line(editor, tmp_path):
    (tmp_path / "ads").mkdir()
    (tmp_path / "ads" / "a.txt").write_text(AD)
    done = subprocess.run(
        [os.environ["HIRELINT"], "check", "ads", "--as-of", "2026-11-21", "--format", "json"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    expected = [finding["fingerprint"] for finding in json.loads(done.stdout)["findings"]]
    root = tmp_path.as_uri()
    editor.ask("initialize", {"capabilities": {}, "workspaceFolders": [{"uri": root, "name": "x"}]})
    params = opened()
    params["textDocument"]["uri"] = f"{root}/ads/a.txt"
    editor.tell("textDocument/didOpen", params)
    found = [diagnostic["data"] for diagnostic in editor.read()["params"]["diagnostics"]]
    assert found == expected
