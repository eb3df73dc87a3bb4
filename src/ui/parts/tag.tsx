import { capitalize } from "../format/words";

/** A status word beside a name. */
export const Tag = (props: { readonly label: string; readonly tone?: "good" | "warning" }) => (
  <span class={`tag ${props.tone ?? ""}`}>{capitalize(props.label)}</span>
);
