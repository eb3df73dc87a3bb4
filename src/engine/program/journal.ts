import { fingerprint } from "../kernel/keys";
import type { Changeset } from "./changeset";

/** Characters of one slice; a cell holds 50,000 (PLATFORM-40), and the header needs a few. */
export const SLICE_LENGTH = 45_000;

/** A changeset as text slices, the first of which tells the length and checksum of all (ADR-3). */
export function writeJournal(changes: Changeset): readonly string[] {
  const text = JSON.stringify(changes);
  const slices: string[] = [];
  for (let at = 0; at < text.length; at += SLICE_LENGTH)
    slices.push(text.slice(at, at + SLICE_LENGTH));
  return [`journal 1 ${slices.length} ${fingerprint(text)}`, ...slices.map((slice) => `:${slice}`)];
}

/** The changeset of a whole journal; undefined for a torn or empty one, which never began to be carried out. */
export function readJournal(cells: readonly string[]): Changeset | undefined {
  const header = /^journal 1 (\d+) (\w+)$/.exec(cells[0] ?? "");
  if (!header) return undefined;
  const count = Number(header[1]);
  const slices = cells.slice(1, count + 1);
  if (slices.length < count || !slices.every((slice) => slice.startsWith(":"))) return undefined;
  const text = slices.map((slice) => slice.slice(1)).join("");
  return fingerprint(text) === header[2] ? (JSON.parse(text) as Changeset) : undefined;
}
