import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { asOneSentence } from "../../engine/kernel/cells";
import { text } from "../format/text";
import type { Outcome } from "./outcome";

const MOST_SHOWN = 20;

/** A number of lines or rows, with what becomes of them. */
export const Line = (props: {
  readonly count: number;
  readonly one: string;
  readonly many?: string;
  readonly isOdd?: boolean;
  readonly children: ComponentChildren;
}) => (
  <li class={props.isOdd && props.count > 0 ? "row warn" : "row"}>
    <div class="grow">
      <p class="strong">
        {props.count > 0 ? text.count(props.count, props.one, props.many) : `No ${props.one}`}
      </p>
      <div class="faint">{props.children}</div>
    </div>
  </li>
);

/** Lines of the file, each with what is said of it; nothing where there are none. */
export const ToldLines = (props: {
  readonly lines: Outcome["bad"];
  readonly one: string;
  readonly many: string;
  readonly isOdd?: boolean;
  readonly children?: ComponentChildren;
  readonly after?: ComponentChildren;
}) => {
  const { lines, children, after, ...said } = props;
  if (lines.length === 0) return null;
  return (
    <Line count={lines.length} {...said}>
      {children}
      <ul class="import-told">
        {lines.slice(0, MOST_SHOWN).map(({ line, reasons }) => (
          <li key={line}>
            Line {line}: {text.said(asOneSentence(reasons))}
          </li>
        ))}
        {lines.length > MOST_SHOWN && <li>and {lines.length - MOST_SHOWN} more</li>}
      </ul>
      {after}
    </Line>
  );
};

/** The bad lines with their reasons, to correct and import again. */
export function Download({ csv }: { readonly csv: string }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob(["\ufeff", csv], { type: "text/csv" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [csv]);
  return (
    <a class="button outlined" href={address} download="lines to correct.csv">
      Download these lines as CSV
    </a>
  );
}
