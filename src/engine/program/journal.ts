import { fingerprint } from "../kernel/keys";
import { piecesOf } from "../tables/packed/pieces";
import type { Changeset } from "./changeset";

/**
 * A changeset as text slices, the first of which tells the length and checksum of all (ADR-3). None is longer than a
 * cell that Excel leaves whole (PLATFORM-45); those of earlier releases, of up to 45,000 characters, are read as well.
 */
export function writeJournal(changes: Changeset): readonly string[] {
  const text = JSON.stringify(changes);
  const slices = piecesOf(text);
  return [
    `journal 1 ${slices.length} ${fingerprint(text)}`,
    ...slices.map((slice) => `:${slice.slice(1, -1)}`),
  ];
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
