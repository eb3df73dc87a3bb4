const tones = {
  active: "plain",
  archived: "faint",
  Created: "plain",
  Terminated: "warning",
  Complete: "good",
  paused: "warning",
  test: "faint",
} as const;
export type TagWord = keyof typeof tones;

/** A status word beside a name. */
export const Tag = ({ word, label }: { readonly word: TagWord; readonly label?: string }) => (
  <span class={`tag ${tones[word]}`}>{label ?? word}</span>
);
