/** The items of a menu; `hint` is drawn at the right, like a shortcut. */
export type MenuPoint =
  | {
      readonly kind: "item";
      readonly caption: string;
      readonly hint?: string;
      /** Whether it is the one in force; left out for an item that is none of several. */
      readonly isOn?: boolean;
      readonly run: () => void;
    }
  /** What Google has and this page has not: it says so where one looks for it. */
  | { readonly kind: "absent"; readonly caption: string; readonly why: string }
  | { readonly kind: "text"; readonly caption: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly caption: string; readonly points: readonly MenuPoint[] };

export const line: MenuPoint = { kind: "separator" };

export const item = (caption: string, run: () => void, hint?: string): MenuPoint => ({
  kind: "item",
  caption,
  run,
  ...(hint && { hint }),
});

export const choice = (caption: string, isOn: boolean, run: () => void): MenuPoint => ({
  kind: "item",
  caption,
  run,
  isOn,
});

export const menu = (caption: string, points: readonly MenuPoint[]): MenuPoint => ({
  kind: "menu",
  caption,
  points,
});

export const absent = (caption: string, why = "Only on Google"): MenuPoint => ({
  kind: "absent",
  caption,
  why,
});
