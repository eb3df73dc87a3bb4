import type { Methods, ServiceClass } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain, type Kit } from "../../../realm/inside/kit";
import { a1 } from "./a1";
import type { Context } from "./context";

/** A rule as the workbook stores it; dates in `values` are serials of their civil day. */
export interface Rule {
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
}

export const checkbox: Rule = { criteria: "CHECKBOX", values: [], allowInvalid: false, help: null };

const anything: Rule = { criteria: "", values: [], allowInvalid: true, help: null };

/** Draft of a builder. */
interface Draft {
  rule: Rule;
}

const rules = new WeakMap<object, Rule>();

/** The rule behind a DataValidation object of this realm. */
export const ruleOf = (kit: Kit, value: unknown): Rule | undefined =>
  kit.classOf(value) === "SpreadsheetApp.DataValidation" ? rules.get(value as object) : undefined;

const serial = (date: Date): number =>
  Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000) + 25_569;

const day = (value: unknown): Date => {
  const civil = new Date(Math.round((Number(value) - 25_569) * 86_400_000));
  return new Date(civil.getUTCFullYear(), civil.getUTCMonth(), civil.getUTCDate());
};

/** Builder methods that take numbers, texts or dates unchanged, by criteria name. */
const plain: Readonly<Record<string, string>> = {
  requireDate: "DATE_IS_VALID_DATE",
  requireDateAfter: "DATE_AFTER",
  requireDateBefore: "DATE_BEFORE",
  requireDateBetween: "DATE_BETWEEN",
  requireDateEqualTo: "DATE_EQUAL_TO",
  requireDateNotBetween: "DATE_NOT_BETWEEN",
  requireDateOnOrAfter: "DATE_ON_OR_AFTER",
  requireDateOnOrBefore: "DATE_ON_OR_BEFORE",
  requireFormulaSatisfied: "CUSTOM_FORMULA",
  requireNumberBetween: "NUMBER_BETWEEN",
  requireNumberEqualTo: "NUMBER_EQUAL_TO",
  requireNumberGreaterThan: "NUMBER_GREATER_THAN",
  requireNumberGreaterThanOrEqualTo: "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  requireNumberLessThan: "NUMBER_LESS_THAN",
  requireNumberLessThanOrEqualTo: "NUMBER_LESS_THAN_OR_EQUAL_TO",
  requireNumberNotBetween: "NUMBER_NOT_BETWEEN",
  requireNumberNotEqualTo: "NUMBER_NOT_EQUAL_TO",
  requireTextContains: "TEXT_CONTAINS",
  requireTextDoesNotContain: "TEXT_DOES_NOT_CONTAIN",
  requireTextEqualTo: "TEXT_EQUAL_TO",
  requireTextIsEmail: "TEXT_IS_VALID_EMAIL",
  requireTextIsUrl: "TEXT_IS_VALID_URL",
};

const getters = (context: Context, ruleFrom: (state: never) => Rule): Methods<never> => ({
  getAllowInvalid: (state) => ruleFrom(state).allowInvalid,
  getHelpText: (state) => ruleFrom(state).help,
  getCriteriaType: (state) =>
    context.kit.enumeration("DataValidationCriteria")[ruleFrom(state).criteria] ?? null,
  getCriteriaValues: (state) => {
    const { criteria, values } = ruleFrom(state);
    return values.map((value) => (criteria.startsWith("DATE_") ? day(value) : value));
  },
});

/** DataValidation and its builder. */
export const defineDataValidation = (context: Context) => {
  const { kit, placeOf } = context;
  const set = (draft: Draft, change: Partial<Rule>): typeof chain => {
    draft.rule = { ...draft.rule, ...change };
    return chain;
  };
  const build = (rule: Rule): object => {
    const made = validations.make(rule);
    rules.set(made, rule);
    return made;
  };
  const validations: ServiceClass<Rule> = kit.define<Rule>("SpreadsheetApp.DataValidation", {
    ...getters(context, (rule: Rule) => rule),
    copy: (rule: Rule) => builders.make({ rule }),
  } as Methods<Rule>);
  const requires: Record<string, (draft: Draft, ...values: never[]) => unknown> = {};
  for (const name of Object.keys(plain)) {
    requires[name] = (draft, ...values: unknown[]) =>
      set(draft, {
        criteria: plain[name] ?? "",
        values: values.map((value) => (value instanceof Date ? serial(value) : value)),
      });
  }
  const builders: ServiceClass<Draft> = kit.define<Draft>("SpreadsheetApp.DataValidationBuilder", {
    ...(getters(context, (draft: Draft) => draft.rule) as Methods<Draft>),
    ...requires,
    requireCheckbox: (draft, ...values: unknown[]) => set(draft, { criteria: "CHECKBOX", values }),
    requireValueInList: (draft, list: string[], dropdown?: boolean) =>
      set(draft, { criteria: "VALUE_IN_LIST", values: [list.map(String), dropdown ?? true] }),
    requireValueInRange: (draft, range: unknown, dropdown?: boolean) => {
      const place = placeOf(range);
      const name = String(kit.ask("sheet.name", place.sheet)).replace(/'/g, "''");
      return set(draft, {
        criteria: "VALUE_IN_RANGE",
        values: [`'${name}'!${a1(place)}`, dropdown ?? true],
      });
    },
    setAllowInvalid: (draft, allowInvalid: boolean) => set(draft, { allowInvalid }),
    setHelpText: (draft, help: string) => set(draft, { help }),
    copy: (draft) => builders.make({ rule: draft.rule }),
    build: (draft) => {
      if (draft.rule.criteria === "") throw exception("A data validation needs its criteria.");
      return build(draft.rule);
    },
  });
  return { build, builder: () => builders.make({ rule: anything }) };
};
