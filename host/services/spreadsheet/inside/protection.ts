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
  readonly editors: readonly string[] | null;
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
  const me = (): string => String(kit.ask("book.user"));
  const owner = (): string => String(kit.ask("book.owner"));
  /** While it mirrors the rights of the file, the person who asks is the one editor that is known. */
  const editorsOf = (key: Key): readonly string[] => kept(key).editors ?? [me()];
  const add = (key: Key, emails: readonly string[]) =>
    kept(key).editors === null
      ? chain
      : set(key, { editors: [...new Set([...editorsOf(key), ...emails])] });
  /** Neither the owner nor who asks can be removed. */
  const remove = (key: Key, emails: readonly string[]) =>
    set(key, { editors: editorsOf(key).filter((each) => each === me() || !emails.includes(each)) });
  const emailOf = (user: unknown): string =>
    typeof user === "string" ? user : (user as { getEmail: () => string }).getEmail();
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
    getEditors: (key) =>
      editorsOf(key)
        .filter((email) => email !== owner())
        .map((email) => kit.provided("User", email)),
    addEditor: (key, user: unknown) => add(key, [emailOf(user)]),
    addEditors: (key, emails: string[]) => add(key, emails),
    removeEditor: (key, user: unknown) => remove(key, [emailOf(user)]),
    removeEditors: (key, users: unknown[]) => remove(key, users.map(emailOf)),
    canEdit: ({ sheet, id }) => kit.ask("protect.canEdit", sheet, id),
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
