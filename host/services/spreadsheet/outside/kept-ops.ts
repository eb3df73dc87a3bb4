import { randomUUID } from "node:crypto";
import type { Op } from "../../../realm/outside-service";
import {
  isEditor,
  type Kept,
  type Metadata,
  mayEdit,
  type Protection,
  protectedCell,
  type Rect,
  ServiceError,
} from "../../../workbook";
import { rectOf, type Scope } from "./scope";

type KeptList = "conditionalFormats" | "charts";

/** Characters of keys and values on the spreadsheet itself, and on each sheet with its rows and columns. */
const metadataRoom = 30_000;

const checkRoom = (all: readonly Metadata[]): void => {
  const used = new Map<number | null, number>();
  for (const { key, value, place } of all) {
    const home = place.kind === "spreadsheet" ? null : place.sheetId;
    const sum = (used.get(home) ?? 0) + key.length + value.length;
    if (sum > metadataRoom) {
      throw new ServiceError(`Developer metadata is limited to ${metadataRoom} characters.`);
    }
    used.set(home, sum);
  }
};

/** Protections, developer metadata, conditional formats and charts: stored, and passed as JSON. */
export const keptOps = ({ book, execution, host, sheet }: Scope): Readonly<Record<string, Op>> => {
  const touch = (): undefined => {
    execution.touch();
    book.version += 1;
    return undefined;
  };
  const protection = (sheetId: unknown, id: unknown) =>
    sheet(sheetId as number).protections.find((each) => each.id === id);
  return {
    "protect.add": (...args) => {
      const rect: Rect | null = args[1] === null ? null : rectOf(args);
      const made: Protection = {
        id: randomUUID(),
        rect,
        description: "",
        warningOnly: false,
        unprotected: [],
        editors: null,
      };
      sheet(args[0]).protections.push(made);
      touch();
      return made.id;
    },
    "protect.list": (id) => sheet(id).protections.map((each) => each.id),
    "protect.get": (id, key) => JSON.stringify(protection(id, key) ?? null),
    "protect.set": (id, key, json) => {
      const found = protection(id, key);
      if (found === undefined) return undefined;
      if (!isEditor(found, host)) throw protectedCell();
      Object.assign(found, JSON.parse(String(json)) as Partial<Protection>);
      return touch();
    },
    "protect.canEdit": (id, key) => {
      const found = protection(id, key);
      return found !== undefined && isEditor(found, host);
    },
    "protect.mayEdit": (...args) => mayEdit(sheet(args[0]), rectOf(args), host),
    "protect.remove": (id, key) => {
      const at = sheet(id);
      const found = protection(id, key);
      if (found !== undefined && !isEditor(found, host)) throw protectedCell();
      at.protections = at.protections.filter((each) => each.id !== key);
      return touch();
    },
    "metadata.all": () => {
      execution.flush();
      return JSON.stringify(book.metadata);
    },
    "metadata.get": (id) => {
      execution.flush();
      return JSON.stringify(book.metadata.find((each) => each.id === id) ?? null);
    },
    "metadata.add": (json) => {
      const id = book.metadata.reduce((most, each) => Math.max(most, each.id), 0) + 1;
      const made = { id, ...(JSON.parse(String(json)) as Omit<Metadata, "id">) };
      checkRoom([...book.metadata, made]);
      book.metadata.push(made);
      touch();
      return id;
    },
    "metadata.set": (id, json) => {
      const found = book.metadata.find((each) => each.id === id);
      if (found === undefined) return undefined;
      const change = JSON.parse(String(json)) as Partial<Metadata>;
      checkRoom(book.metadata.map((each) => (each === found ? { ...each, ...change } : each)));
      Object.assign(found, change);
      return touch();
    },
    "metadata.remove": (id) => {
      book.metadata = book.metadata.filter((each) => each.id !== id);
      return touch();
    },
    "kept.get": (id, list) => JSON.stringify(sheet(id)[list as KeptList]),
    "kept.set": (id, list, json) => {
      sheet(id)[list as KeptList] = JSON.parse(String(json)) as Kept[];
      return touch();
    },
  };
};
