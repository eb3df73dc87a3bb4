import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

/** The lines of a reason; a condition inside a group is indented. */
export function WhyLines({ lines }: { readonly lines: Output<"explain-reward">["lines"] }) {
  if (lines.length === 0) return <p class="faint">No reason is recorded.</p>;
  return (
    <ul>
      {lines.map(({ depth, says }) => (
        <li key={text.said(says)} style={{ paddingLeft: `${depth * 12}px` }}>
          {text.said(says)}
        </li>
      ))}
    </ul>
  );
}
