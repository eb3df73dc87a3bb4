import type { ExpectJson, ProgramState, StatementState } from "./format";

type Values = Readonly<Record<string, unknown>>;

/**
 * The program's state cut down to what an example speaks of, to be held equal to it. Where it speaks of rewards, drips,
 * invoices or payouts, it must name all of them; a drip's parts need not be named among the rewards.
 */
export function mentioned(
  state: { readonly [S in keyof ProgramState]: unknown },
  expect: ExpectJson,
  statementOf: (name: string) => StatementState,
): ExpectJson {
  const { on, ...sections } = expect;
  const seen = Object.entries(sections).map(([section, wanted]) => {
    switch (section) {
      case "rewards":
        return [
          section,
          those(state.rewards as Values, wanted as Values, (name) => name.includes("#")),
        ];
      case "drips":
      case "invoices":
        return [section, those(state[section] as Values, wanted as Values, () => false)];
      case "payouts":
        return [section, alike(state.payouts, wanted)];
      case "groups":
      case "judged":
        return [section, named(state[section] as Values, wanted as Values)];
      case "net":
        return [section, state.net];
      case "statements":
        return [
          section,
          Object.fromEntries(
            Object.entries(wanted as Values).map(([name, fields]) => [
              name,
              alike(statementOf(name), fields),
            ]),
          ),
        ];
      default:
        throw new Error(`An example can't speak of ${section}`);
    }
  });
  return { ...(on === undefined ? {} : { on }), ...Object.fromEntries(seen) };
}

const named = (state: Values, wanted: Values): Values =>
  Object.fromEntries(Object.keys(wanted).map((key) => [key, state[key] ?? null]));

/** Those that are wanted, and all others that may not be left out. */
function those(state: Values, wanted: Values, mayBeLeftOut: (name: string) => boolean): Values {
  const names = Object.keys(state).filter((name) => name in wanted || !mayBeLeftOut(name));
  return Object.fromEntries(names.map((name) => [name, alike(state[name], wanted[name] ?? null)]));
}

/** A value with only those fields that the wanted one has; the whole value where nothing is wanted. */
function alike(value: unknown, wanted: unknown): unknown {
  if (Array.isArray(wanted) && Array.isArray(value)) {
    return value.map((each, i) => alike(each, wanted[i]));
  }
  const isRecord = (each: unknown): each is Values => typeof each === "object" && each !== null;
  if (!isRecord(wanted) || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(wanted).map(([field, each]) => [field, alike(value[field], each)]),
  );
}
