import { useRef } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { copyFrom } from "../parts/copy-from";

/** A partner's codes, each to copy, and the way to add one. */
export function Codes(props: {
  readonly partner: Output<"show-partner">;
  readonly onEdit: () => void;
}) {
  const { codes, codesUntil } = props.partner;
  return (
    <div>
      {codes.map((code) => (
        <Code key={code} code={code} />
      ))}
      {codes.length > 0 && codesUntil && (
        <p class="small faint">They count until {text.day(codesUntil)}.</p>
      )}
      <div class="buttons tight">
        <Button look="text" onClick={props.onEdit}>
          {codes.length > 0 ? "Change codes" : "Add a code"}
        </Button>
      </div>
    </div>
  );
}

function Code({ code }: { readonly code: string }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="line field">
      <input ref={field} readOnly value={code} aria-label="Code" size={Math.max(8, code.length)} />
      <Button look="text" onClick={() => copyFrom(field.current)}>
        Copy
      </Button>
    </div>
  );
}
