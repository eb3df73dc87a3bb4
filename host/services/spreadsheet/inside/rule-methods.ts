import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { flat } from "./cells";
import { at, type Context, grid, type Place } from "./context";
import { checkbox, type Rule, ruleOf } from "./data-validation";

/** Data validations of a range. */
export const ruleMethods = ({ kit, make }: Context): Methods<Place> => {
  const read = (place: Place): (object | null)[] =>
    (kit.ask("range.rules", ...at(place)) as readonly string[]).map((json) =>
      json === "null" ? null : make("DataValidation", JSON.parse(json)),
    );
  const json = (value: unknown): string => {
    if (value === null || value === undefined) return "null";
    const rule = ruleOf(kit, value);
    if (rule === undefined) throw exception("The value is no DataValidation.");
    return JSON.stringify(rule);
  };
  const put = (place: Place, rules: string | readonly string[]): typeof chain => {
    kit.ask("range.writeRules", ...at(place), rules);
    return chain;
  };
  const tick = (place: Place, how: string): typeof chain => {
    kit.ask("range.tick", ...at(place), how);
    return chain;
  };
  return {
    getDataValidation: (place) => read({ ...place, rows: 1, columns: 1 })[0] ?? null,
    getDataValidations: (place) => grid(read(place), place),
    setDataValidation: (place, value: unknown) => put(place, json(value)),
    setDataValidations: (place, values: unknown[][]) => put(place, flat(values, place).map(json)),
    insertCheckboxes: (place, on?: unknown, off?: unknown) => {
      const values = [on, off].filter((value) => value !== undefined) as Rule["values"];
      put(place, JSON.stringify({ ...checkbox, values }));
      return tick(place, "insert");
    },
    removeCheckboxes: (place) => {
      tick(place, "remove");
      return put(place, "null");
    },
    check: (place) => tick(place, "check"),
    uncheck: (place) => tick(place, "uncheck"),
    isChecked: (place) => kit.ask("range.isChecked", ...at(place)),
  };
};
