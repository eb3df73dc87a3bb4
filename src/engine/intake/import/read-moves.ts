import { clip } from "../../kernel/cells";
import { emailIn } from "../../kernel/email";
import { keyForContent } from "../../kernel/keys";
import type { Answers } from "./answers";
import { collectFaults, createRepeats, type LineRead } from "./import-row";
import type { Move } from "./move-row";
import type { CellReader } from "./read-cells";
import type { FileLine } from "./read-csv";
import type { LineReaders } from "./read-rows";
import { type Outcome, plainWord } from "./status-words";

/** What lines of another tool are, by the word of their status: a reward is taken while it is owed. */
const outcomeIn =
  (kind: Move) =>
  (word: string): Outcome | undefined => {
    const plain = plainWord(word);
    if (kind !== "open rewards")
      return /reject|bann|declin|deactiv|archiv|invit|pending|disabl|suspend|refus/.test(plain)
        ? "out"
        : "sale";
    if (
      /^(un ?paid|pending|approv|due|(on )?hold|held|processed|open|scheduled|new|sale$)/.test(
        plain,
      )
    )
      return "sale";
    return /^(paid|void|declin|denied|disapprov|cancel|reject|refund|fraud|duplicat|revers|lead$|click$)/.test(
      plain,
    )
      ? "out"
      : undefined;
  };

/** How the dialog reads lines that are no sales: the script itself reads only sales. */
export const moveReaders: LineReaders = {
  outcomeOf: outcomeIn,
  reader: createMoveReader,
};

/** Reads the lines of a file as partners, customers or open rewards; each word of a status says whether it is taken. */
function createMoveReader(
  { text, word, said, states, wordOf, has, readDate, readMoney, utcOf }: CellReader,
  move: Move,
  { outcomes = {} }: Answers,
): (line: FileLine) => LineRead {
  const repeats = createRepeats();
  const contents = new Set<string>();
  const isReward = move === "open rewards";
  return (line) => {
    const { reasons, about, fail } = collectFaults();
    const taken = states(line).map((each) => outcomes[plainWord(each)] ?? outcomeIn(move)(each));
    if (taken.includes("out")) return { kind: "out", line: line.line, word: wordOf(line) };
    if (taken.includes(undefined))
      fail(`“${wordOf(line)}” may be taken or not: choose what it is`, "statuses");
    const customer = word(line, "customer", fail) || emailIn(text(line, "email")) || "";
    const email = emailIn(text(line, "email") || text(line, "customer")) ?? "";
    const partner = word(line, "partner", fail);
    if (isReward && partner === "") fail("the partner is blank");
    const date = has("date") && (isReward || text(line, "date")) ? readDate(line, fail) : null;
    const money = isReward ? readMoney(line, fail) : undefined;
    const name = said(line, "name", fail);
    const description = said(line, "product", fail);
    const known = isReward ? "" : customer || email || word(line, "name", fail);
    const named = word(line, "key", fail) || known;
    if (!isReward && named === "") fail("neither a key, an e-mail nor a name is here");
    if (date === undefined || (isReward && !money) || reasons.length > 0)
      return { kind: "bad", line: line.line, reasons, about };
    const row = {
      name,
      email,
      partner,
      customer: isReward ? customer : "",
      date,
      amount: Math.abs(money?.amount ?? 0),
      isNegative: (money?.amount ?? 0) < 0,
      currency: money?.currency ?? null,
      description,
    };
    const repeated = repeats(line.line, named, row, `“${clip(named, 60)}”`);
    if (repeated) return repeated;
    const keyOf = (content: object): string => {
      const made = keyForContent("line", JSON.stringify(content), (each) => contents.has(each));
      contents.add(made);
      return made;
    };
    // As for sales, the instant stays where the spreadsheet's zone is changed (IMPORT-10).
    const former = named ? "" : keyOf(row);
    const utc = named || !date ? undefined : utcOf(line);
    const key = named || (utc ? keyOf({ ...row, date: utc, zone: "UTC" }) : former);
    const own = { line: line.line, key, former: utc ? former : "", answer: "" as const };
    return { kind: "move", row: { ...own, ...row } };
  };
}
