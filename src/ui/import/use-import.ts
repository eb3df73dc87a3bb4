import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { Output, ReplyError } from "../../engine/contract/contract";
import type { Answers } from "../../engine/intake/import/answers";
import { findTable } from "../../engine/intake/import/find-table";
import { withOwner } from "../../engine/intake/import/import-row";
import type { LineKind, LineRow } from "../../engine/intake/import/move-row";
import { type OwnColumns, ownHeader } from "../../engine/intake/import/own-cells";
import { partsOf, partsOfMoves } from "../../engine/intake/import/parts-of";
import { type FileRead, readFile, rowsOfFile } from "../../engine/intake/import/read-file";
import { moveReaders } from "../../engine/intake/import/read-moves";
import { answersIn, fingerprintOf, keptText } from "../../engine/intake/import/remembered";
import type { WirePart } from "../../engine/intake/import/wire-row";
import type { Currency } from "../../engine/kernel/money";
import { newFormId } from "../form/form-id";
import { call } from "../state/call";
import { browserZones } from "./browser-zones";
import { badLinesCsv, type Outcome, outcomeOfParts } from "./outcome";
import { presetFor } from "./presets";
import type { Choices } from "./preview";
import { looksLikeForm, readForm } from "./read-form";
import { checkParts, sendParts } from "./send-parts";
import type { Source } from "./source";

/** What the reading of a file depends on. */
export interface Surroundings extends OwnColumns {
  readonly programCurrency: string;
  readonly programStart: string;
  readonly decimalMark: "." | ",";
  readonly activeTriggers: number;
  readonly standing: Output<"import-context">["standing"];
  readonly timeZone: string;
  readonly tabs: readonly string[];
  readonly mappings: Readonly<Record<string, string>>;
}
export type Step = "source" | "columns" | "preview" | "sending" | "done";
interface State {
  readonly step: Step;
  readonly source: Source | undefined;
  readonly answers: Answers;
  /** Where the answers come from, if not from guesses: "last time", or a tool's name. */
  readonly from: string;
  readonly choices: Choices;
  /** The choices whose check is on its way. */
  readonly asked: Choices | undefined;
  readonly outcome: Outcome | undefined;
  readonly parts: readonly WirePart[];
  readonly done: number;
  readonly isBusy: boolean;
  readonly error: ReplyError | undefined;
  readonly formId: string;
}
const nothing: Omit<State, "formId"> = {
  step: "source",
  source: undefined,
  answers: {},
  from: "",
  choices: { partner: undefined, startOn: "", similar: "" },
  asked: undefined,
  outcome: undefined,
  parts: [],
  done: 0,
  isBusy: false,
  error: undefined,
};
const isReady = ({ missing, questions }: FileRead): boolean =>
  missing.length === 0 && !questions.some(({ isOpen }) => isOpen);

/** An import from its file to its rows: what is read, asked, checked and sent. */
export function useImport(around: Surroundings | undefined) {
  const [state, setState] = useState<State>(() => ({ ...nothing, formId: newFormId() }));
  /** What this page has saved since it asked for the mappings. */
  const saved = useRef<Record<string, string>>({});
  const change = (part: Partial<State>) => setState((before) => ({ ...before, ...part }));
  /** The latest check: the answer to a former one is about another file or other answers. */
  const latest = useRef(0);
  const dropCheck = () => {
    latest.current++;
    return { isBusy: false, asked: undefined, error: undefined };
  };
  const { source, answers, choices } = state;
  /** Other lines may be similar to rows then. */
  const readAnew = (said: Answers) =>
    change({ ...dropCheck(), answers: said, choices: { ...choices, similar: "" } });
  const lines: LineKind = answers.lines ?? "sales";
  const read = useCallback(
    (text: string, said: Answers): FileRead =>
      said.lines === "applications"
        ? readForm(text, said)
        : readFile(
            text,
            said,
            {
              programCurrency: (around?.programCurrency ?? "USD") as Currency,
              decimalMark: around?.decimalMark ?? ".",
              zones: browserZones(around?.timeZone ?? "UTC"),
            },
            moveReaders,
          ),
    [around],
  );
  const file = useMemo(
    () => (source && around ? read(source.text, answers) : undefined),
    [source, answers, around, read],
  );

  /** Asks what the file would come to; only what was answered can be added, so all of it changes at once or nothing. */
  const check = async (checked: FileRead, wanted: Choices, kind: LineKind) => {
    const owner = wanted.partner?.key ?? "";
    // Only lines that were shown are answered: whatever else turns up on the way is asked again.
    const shown = new Set(state.outcome?.similar.map(({ line }) => line));
    const answered = <R extends LineRow>(row: R): R =>
      shown.has(row.line) ? { ...row, answer: wanted.similar } : row;
    const rows = rowsOfFile(checked).map(answered);
    const moves = checked.lines.flatMap((each) =>
      each.kind === "move" ? [answered(each.row)] : [],
    );
    const parts = kind === "sales" ? partsOf(withOwner(rows, owner)) : partsOfMoves(moves);
    const own = ++latest.current;
    change({ isBusy: true, error: undefined, asked: wanted });
    const { reports, error } = await checkParts(parts, kind, wanted.startOn);
    if (own !== latest.current) return;
    const ended = { isBusy: false, asked: undefined, error };
    if (error) return change(ended);
    const outcome = outcomeOfParts(checked, reports);
    change({ ...ended, parts, choices: wanted, outcome, step: "preview" });
  };
  const send = async (from: number) => {
    if (!source || !file) return;
    change({ step: "sending", isBusy: true, error: undefined, done: from });
    const own =
      lines === "sales" ? file.columns.flatMap(({ target }) => ownHeader(target) ?? []) : [];
    if (own.length > 0 && from === 0) {
      const reply = await call("add-columns", { headers: own });
      if (!reply.ok) return change({ isBusy: false, error: reply.error });
    }
    const given = {
      lines,
      startOn: choices.startOn,
      file: source.name.slice(0, 200),
      formId: state.formId,
    };
    const { reports, error } = await sendParts(state.parts, given, from, (done) =>
      change({ done }),
    );
    if (error) return change({ isBusy: false, error });
    // A part that was sent before and not answered would now say that its rows are there: then the preview's counts stand.
    const outcome = from === 0 ? outcomeOfParts(file, reports) : state.outcome;
    change({ isBusy: false, step: "done", outcome });
    await remember();
  };
  const standing = file && {
    headers: fingerprintOf(file.columns.map(({ header }) => header)),
    map: keptText({ ...answers, targets: file.columns.map(({ target }) => target) }),
    owner: choices.partner?.key ?? "",
  };
  const remember = async () => {
    if (!standing) return;
    const { headers: fingerprint, map: text } = standing;
    saved.current[fingerprint] = text;
    await call("save-mapping", { fingerprint, text });
  };
  /** From now on the tab's answers wait under Applications. */
  const keepForm = async () => {
    const tab = source?.tab;
    if (!tab || !standing || state.isBusy) return;
    change({ isBusy: true, error: undefined });
    const reply = await call("keep-standing-import", { tab, ...standing });
    if (!reply.ok) return change({ isBusy: false, error: reply.error });
    change({ isBusy: false, step: "done", done: reply.output.taken });
    await remember();
  };

  return {
    ...state,
    choices: state.asked ?? choices,
    lines,
    file,
    /** How the file is read, as a tab is remembered that each run reads. */
    standing,
    badCsv: file && state.outcome ? badLinesCsv(file, state.outcome.bad) : "",
    open: (next: Source) => {
      const { headers } = findTable(next.text);
      const fingerprint = fingerprintOf(headers);
      const kept = answersIn(saved.current[fingerprint] ?? around?.mappings[fingerprint]);
      const preset = presetFor(headers);
      const isForm = next.tab !== undefined && !preset && looksLikeForm(next.text);
      const answers = kept ?? preset?.answers ?? (isForm ? { lines: "applications" } : {});
      const from = kept ? "last time" : (preset?.name ?? "");
      change({ ...nothing, source: next, answers, from, step: "columns" });
      const again = kept && read(next.text, kept);
      // Next month's file of the same shape needs nothing but a look.
      if (again && isReady(again) && kept.lines !== "applications")
        void check(again, nothing.choices, kept.lines ?? "sales");
    },
    answer: (answer: Partial<Answers>) => readAnew({ ...answers, ...answer }),
    choose: (part: Partial<Choices>) => {
      if (file && !state.isBusy) void check(file, { ...choices, ...part }, lines);
    },
    look: () => file && void check(file, choices, lines),
    /** The lines are of this kind: a tool that is known by its headers says what its columns are then. */
    turnInto: (wanted: LineKind) => {
      const headers = file?.columns.map(({ header }) => header) ?? [];
      const known = presetFor(headers, wanted)?.answers;
      const isOther = lines === "applications" || wanted === "applications";
      const { targets: _, ...rest } = answers;
      const same = isOther ? rest : answers;
      readAnew(known ?? { ...same, lines: wanted });
    },
    back: () => change({ ...dropCheck(), step: state.step === "preview" ? "columns" : "source" }),
    keepForm: () => void keepForm(),
    send: () => void send(0),
    goOn: () => void send(state.done),
    restart: () => setState({ ...nothing, formId: newFormId() }),
  };
}
export type Import = ReturnType<typeof useImport>;
