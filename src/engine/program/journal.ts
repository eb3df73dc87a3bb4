import { isDateCell } from "../kernel/fields";
import { fingerprint } from "../kernel/keys";
import { tableNames } from "../tables";
import { parseJson } from "../tables/packed/packed";
import { piecesOf } from "../tables/packed/pieces";
import { isJson } from "../tables/packed/shape";
import type { Changeset } from "./changeset";

export interface Journal {
  readonly changes: Changeset;
  /** The spreadsheet's time zone when it was written; "" where an earlier release wrote it. */
  readonly zone: string;
  /** It is what Google refused of changes that are otherwise carried out (REFUSAL-1). */
  readonly isAside: boolean;
}

/**
 * A changeset as text slices, the first of which tells the length and checksum of all (ADR-3). None is longer than a
 * cell that Excel leaves whole (PLATFORM-45); those of earlier releases, of up to 45,000 characters, are read as well.
 */
export function writeJournal({ changes, zone, isAside }: Journal): readonly string[] {
  const text = JSON.stringify(changes);
  const slices = piecesOf(text);
  const head = `journal 2 ${slices.length} ${fingerprint(text)} ${zone}${isAside ? " aside" : ""}`;
  return [head, ...slices.map((slice) => `:${slice.slice(1, -1)}`)];
}

/**
 * A whole journal; undefined for a torn or empty one, which never began to be carried out. One that is whole but no
 * changeset of this program is "senseless": nothing of it may be carried out.
 */
export function readJournal(cells: readonly string[]): Journal | "senseless" | undefined {
  const header = /^journal [12] (\d+) (\w+)(?: (\S*?))?( aside)?$/.exec(cells[0] ?? "");
  if (!header) return undefined;
  const count = Number(header[1]);
  const slices = cells.slice(1, count + 1);
  if (slices.length < count || !slices.every((slice) => slice.startsWith(":"))) return undefined;
  const text = slices.map((slice) => slice.slice(1)).join("");
  if (fingerprint(text) !== header[2]) return undefined;
  const changes = parseJson(text);
  if (!isChangeset(changes)) return "senseless";
  return { changes, zone: header[3] ?? "", isAside: header[4] !== undefined };
}

const all = (value: unknown, holds: (each: unknown) => boolean): boolean =>
  isJson(value) && Object.values(value).every(holds);
const isText = (value: unknown) => typeof value === "string";
const isCell = (value: unknown) =>
  isText(value) ||
  typeof value === "boolean" ||
  typeof value === "number" ||
  (isJson(value) && isText(value.day) && isText(value.time) && isDateCell(value as never));

function isChangeset(value: unknown): value is Changeset {
  return isJson(value) && Array.isArray(value.effects) && value.effects.every(isEffect);
}

function isEffect(value: unknown): boolean {
  if (!isJson(value) || !isText(value.key)) return false;
  if (value.kind === "email") {
    const { to, subject, body, html = "", pdf = "", ifRefused } = value;
    const texts = [to, subject, body, html, pdf];
    return texts.every(isText) && (ifRefused === undefined || isEffect(ifRefused));
  }
  if (!tableNames.some((name) => name === value.table)) return false;
  switch (value.kind) {
    case "insert":
      return all(value.cells, isCell) && (value.extra === undefined || all(value.extra, isCell));
    case "update":
      return (
        typeof value.copy === "number" &&
        all(value.cells, (each) => isJson(each) && isCell(each.from) && isCell(each.to))
      );
    case "notes":
      return typeof value.copy === "number" && all(value.texts, isText);
    default:
      return value.kind === "remove";
  }
}
