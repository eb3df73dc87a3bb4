import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import { Notice } from "../parts/notice";
import { say } from "../shell/toast";
import { text } from "../text";

/** A payment file that was made: to download, or to copy where a download is not possible. */
export function MadeFile({ file }: { readonly file: Output<"make-payment-file"> }) {
  const { name, text: content, payouts, sums } = file;
  const area = useRef<HTMLTextAreaElement>(null);
  const link = useMemo(
    () => URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" })),
    [content],
  );
  useEffect(() => () => URL.revokeObjectURL(link), [link]);
  const copy = () => {
    area.current?.select();
    // The frame may not have the clipboard's permission; this needs none.
    const isCopied = document.execCommand("copy");
    say(isCopied ? "Copied." : "Press Ctrl+C, or ⌘C, to copy.");
  };
  return (
    <Notice tone="good">
      <p>
        {text.count(payouts, "payout")},{" "}
        {sums.map((sum) => text.money(sum.text, sum.currency)).join(", ")}:{" "}
        <a href={link} download={name}>
          {name}
        </a>
      </p>
      <textarea ref={area} readOnly rows={3} value={content} aria-label="The file's text" />
      <Button look="text" onClick={copy}>
        Copy
      </Button>
    </Notice>
  );
}
