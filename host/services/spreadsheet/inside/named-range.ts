import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { at, type Context, placeFrom } from "./context";

/** NamedRange; its state is its name, which it follows. */
export const defineNamedRange = ({ kit, range, placeOf }: Context) =>
  kit.define<{ name: string }>("SpreadsheetApp.NamedRange", {
    getName: ({ name }) => name,
    getRange: ({ name }) => {
      const found = kit.ask("names.range", name);
      if (found === null) throw exception(`Named range ${name} not found`);
      return range(placeFrom(found));
    },
    setName: (state, name: string) => {
      kit.ask("names.rename", state.name, name);
      state.name = name;
      return chain;
    },
    setRange: ({ name }, target: unknown) => {
      kit.ask("names.set", ...at(placeOf(target)), name);
      return chain;
    },
    remove: ({ name }) => void kit.ask("names.remove", name),
  });
