import { chain } from "../../../realm/inside/kit";
import { type Context, type Place, placeFrom } from "./context";

interface Key {
  readonly sheet: number;
  readonly id: string;
}

interface Kept {
  readonly rect: Omit<Place, "sheet"> | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly unprotected: readonly Omit<Place, "sheet">[];
  readonly editors: readonly string[];
}

/** Protection of a range or a sheet. */
export const defineProtection = (context: Context) => {
  const { kit, range, placeOf } = context;
  const kept = ({ sheet, id }: Key): Kept =>
    JSON.parse(String(kit.ask("protect.get", sheet, id))) as Kept;
  const set = ({ sheet, id }: Key, change: Partial<Kept>): typeof chain => {
    kit.ask("protect.set", sheet, id, JSON.stringify(change));
    return chain;
  };
  const whole = (sheet: number): Place => {
    const [rows, columns] = kit.ask("sheet.size", sheet) as unknown as [number, number];
    return placeFrom([sheet, 1, 1, rows, columns]);
  };
  const rectOf = (value: unknown): Omit<Place, "sheet"> => {
    const { row, column, rows, columns } = placeOf(value);
    return { row, column, rows, columns };
  };
  const editors = (key: Key, change: (list: readonly string[]) => readonly string[]) =>
    set(key, { editors: change(kept(key).editors) });
  return kit.define<Key>("SpreadsheetApp.Protection", {
    getDescription: (key) => kept(key).description,
    setDescription: (key, description: string) => set(key, { description }),
    isWarningOnly: (key) => kept(key).warningOnly,
    setWarningOnly: (key, warningOnly: boolean) => set(key, { warningOnly }),
    getProtectionType: (key) =>
      kit.enumeration("ProtectionType")[kept(key).rect === null ? "SHEET" : "RANGE"],
    getRange: (key) => range({ sheet: key.sheet, ...(kept(key).rect ?? whole(key.sheet)) }),
    setRange: (key, target: unknown) => set(key, { rect: rectOf(target) }),
    getUnprotectedRanges: (key) =>
      kept(key).unprotected.map((rect) => range({ sheet: key.sheet, ...rect })),
    setUnprotectedRanges: (key, ranges: unknown[]) => set(key, { unprotected: ranges.map(rectOf) }),
    getEditors: (key) => kept(key).editors.map((email) => kit.provided("User", email)),
    addEditor: (key, email: string) => editors(key, (list) => [...list, email]),
    addEditors: (key, emails: string[]) => editors(key, (list) => [...list, ...emails]),
    removeEditor: (key, email: string) =>
      editors(key, (list) => list.filter((each) => each !== email)),
    removeEditors: (key, emails: string[]) =>
      editors(key, (list) => list.filter((each) => !emails.includes(each))),
    canEdit: () => true,
    canDomainEdit: () => false,
    setDomainEdit: () => chain,
    remove: ({ sheet, id }) => void kit.ask("protect.remove", sheet, id),
  });
};

/** The protections of a sheet that are of a type. */
export const protectionsOf = ({ kit, make }: Context, sheet: number, type: unknown): object[] =>
  (kit.ask("protect.list", sheet) as readonly string[])
    .filter((id) => {
      const { rect } = JSON.parse(String(kit.ask("protect.get", sheet, id))) as Kept;
      return (rect === null ? "SHEET" : "RANGE") === String(type);
    })
    .map((id) => make("Protection", { sheet, id }));
