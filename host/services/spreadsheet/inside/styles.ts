import type { Methods } from "../../../realm/inside/define-class";
import { chain } from "../../../realm/inside/kit";
import { flat } from "./cells";
import { at, type Context, grid, type Place } from "./context";

type Style = Readonly<Record<string, unknown>>;

/** How one style is read and set: method names in the singular and the plural, and its field. */
interface Look {
  readonly one: string;
  readonly many: string;
  readonly read: (style: Style) => unknown;
  readonly write: (value: unknown) => Style;
  readonly isColor?: true;
}

const field = (one: string, many: string, name: string, plain: unknown): Look => ({
  one,
  many,
  read: (style) => style[name] ?? plain,
  write: (value) => ({ [name]: value === plain ? null : value }),
});

/** Colours are read back as lower-case hex. */
const color = (one: string, many: string, name: string, plain: string): Look => ({
  ...field(one, many, name, plain),
  isColor: true,
});

const flag = (one: string, many: string, name: string, on: string): Look => ({
  one,
  many,
  read: (style) => (style[name] === true ? on : "normal"),
  write: (value) => ({ [name]: value === on ? true : null }),
});

const line: Look = {
  one: "FontLine",
  many: "FontLines",
  read: (style) =>
    style.strike === true ? "line-through" : style.underline === true ? "underline" : "none",
  write: (value) => ({
    underline: value === "underline" ? true : null,
    strike: value === "line-through" ? true : null,
  }),
};

const wrap: Look = {
  one: "Wrap",
  many: "Wraps",
  read: (style) => style.wrap === "WRAP",
  write: (value) => ({ wrap: value === true ? "WRAP" : null }),
};

const looks: readonly Look[] = [
  color("Background", "Backgrounds", "background", "#ffffff"),
  // The old names, which Google's own samples still use.
  color("BackgroundColor", "BackgroundColors", "background", "#ffffff"),
  color("FontColor", "FontColors", "color", "#000000"),
  field("FontSize", "FontSizes", "fontSize", 10),
  field("FontFamily", "FontFamilies", "fontFamily", "Arial"),
  field("HorizontalAlignment", "HorizontalAlignments", "align", "general"),
  field("VerticalAlignment", "VerticalAlignments", "verticalAlign", "bottom"),
  flag("FontWeight", "FontWeights", "bold", "bold"),
  flag("FontStyle", "FontStyles", "italic", "italic"),
  line,
  wrap,
];

/** getBackground, setBackgrounds, setFontWeight, …: stored for the page and for .xlsx. */
export const styleMethods = ({ kit }: Context): Methods<Place> => {
  const methods: Record<string, (place: Place, ...args: never[]) => unknown> = {};
  const styles = (place: Place): Style[] =>
    (kit.ask("range.styles", ...at(place)) as readonly string[]).map(
      (json) => (JSON.parse(json) as Style | null) ?? {},
    );
  const hex = (value: unknown): unknown =>
    typeof value === "string" && value !== "" ? kit.ask("look.color", value) : null;
  for (const { one, many, read, write: put, isColor } of looks) {
    const write = isColor ? (value: unknown) => put(hex(value)) : put;
    methods[`get${one}`] = (place) => read(styles({ ...place, rows: 1, columns: 1 })[0] ?? {});
    methods[`get${many}`] = (place) => grid(styles(place).map(read), place);
    methods[`set${one}`] = (place, value: unknown) => {
      kit.ask("range.writeStyles", ...at(place), JSON.stringify(write(value)));
      return chain;
    };
    methods[`set${many}`] = (place, values: unknown[][]) => {
      const patches = flat(values, place).map((value) => JSON.stringify(write(value)));
      kit.ask("range.writeStyles", ...at(place), patches);
      return chain;
    };
  }
  return methods;
};
