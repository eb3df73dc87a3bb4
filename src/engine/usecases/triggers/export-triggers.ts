import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { inOrder } from "../../triggers/compile-triggers";
import { printTriggers } from "../../triggers/transfer";
import { useCase } from "../shared/use-case";
import { savedTrigger } from "./saved-trigger";

/** All triggers, or one, as one JSON file that *import-triggers* reads, whatever the spreadsheet's locale. */
export const exportTriggers = useCase({
  name: "export-triggers",
  edits: "read only",
  inputs: { trigger: input("Trigger", keyField, { hint: "Blank means all." }) },
  reads: ["triggers"],
  decide: (work, { trigger }, { today }) => {
    const chosen = trigger === null ? inOrder(work.all("triggers")) : [savedTrigger(work, trigger)];
    const rows = trigger === null ? (work.program.tables.triggers?.rows ?? []) : [];
    return {
      fileName: `triggers ${today}.json`,
      /** The file's JSON. */
      file: printTriggers(chosen, work.program),
      count: chosen.length,
      /** Triggers that can't be read, and so are not in the file. */
      left: rows.filter(({ record }) => record === null).map(({ key }) => key),
    };
  },
});
