/** A text to read and to copy. */
import { useState } from "preact/hooks";
import { say } from "../state/page.ts";
import { copy } from "./copy.ts";
import "./save.css";

export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState("");
  const done = copied === text;
  return (
    <div class="save-copy">
      <div class="save-copy-head">
        <span class="small muted">{label}</span>
        <button class="button" type="button" onClick={async () => (await copy(text)) && setCopied(text)}>
          {done ? say("Copied", "已复制") : say("Copy", "复制")}
        </button>
      </div>
      <pre>{text}</pre>
    </div>
  );
}
