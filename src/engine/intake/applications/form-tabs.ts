import type { Env } from "../../kernel/env";
import type { Work } from "../../program/work";
import { formTable } from "../import/form-table";
import { answersIn, fingerprintOf } from "../import/remembered";
import { type Standing, standingsIn } from "../import/standing";
import { type FormAnswer, readAnswers } from "./read-answers";

/** A tab that a form writes its answers into, or why they can't be read. */
export type FormTab = { readonly tab: string } & (
  | { readonly answers: readonly FormAnswer[] }
  | { readonly trouble: string }
);

/** Whether a tab holds answers of a form: no run takes rows from it. */
export const isFormTab = ({ map }: Pick<Standing, "map">): boolean =>
  answersIn(map)?.lines === "applications";

/** A form's tab by its mapping; undefined where its headers are others than those it was mapped with. */
export function readFormTab(
  { tab, head, map }: Pick<Standing, "tab" | "head" | "map">,
  text: string,
): readonly FormAnswer[] | undefined {
  const table = formTable(text);
  return fingerprintOf(table.headers) === head
    ? readAnswers(tab, table, answersIn(map)?.targets ?? [])
    : undefined;
}

/** The forms' tabs with their answers, as they are now (PARTNER-7). Nothing is read where there is none. */
export function readForms(
  work: Work<"settings">,
  { tab: read }: Pick<Env, "tab">,
): readonly FormTab[] {
  return (standingsIn(work) ?? []).filter(isFormTab).map((standing) => {
    const { tab } = standing;
    const text = read?.(tab);
    if (text === undefined) {
      const trouble = `The tab “${tab}”, which has the form's answers, is gone. Bring it back, or stop reading it under Import.`;
      return { tab, trouble };
    }
    const answers = readFormTab(standing, text);
    const trouble = `The questions in the tab “${tab}” have changed. Open Import and say what its columns are now; earlier decisions are kept.`;
    return answers ? { tab, answers } : { tab, trouble };
  });
}

export const answersOf = (forms: readonly FormTab[]): readonly FormAnswer[] =>
  forms.flatMap((form) => ("answers" in form ? form.answers : []));
