import { ask, count, type Life, type Row, rowsOf } from "./life";

const JOURNAL = "_journal";
type Input = Readonly<Record<string, unknown>>;
const isOpen = ({ Status, File }: Row): boolean => Status === "open" && File === "";
const payoutsThat = (life: Life, test: (row: Row) => boolean): ReadonlySet<unknown> =>
  new Set(
    rowsOf(life, "Payouts")
      .filter(test)
      .map(({ Key }) => Key),
  );

/**
 * Whether a payout leaves by a journal that was cut off. A restored version may hold one: then the sheets know of that
 * payout, though its row says nothing yet, since whatever runs next finishes the journal first.
 */
function leavesByJournal({ host }: Life): (key: string) => boolean {
  const rows = host.sheetNames().includes(JOURNAL) ? host.rows(JOURNAL) : [];
  const column = Object.keys(rows[0] ?? {}).find((header) => header.startsWith("journal "));
  const slices = rows.map((row) => String(row[column ?? ""] ?? "").slice(1));
  const effects = slices.join("").split('{"kind":');
  const leaving = effects.filter((each) =>
    /"status":{"from":"[^"]*","to":"(sent|paid)"/.test(each),
  );
  return (key) => leaving.some((each) => each.includes(`"table":"payouts","key":"${key}"`));
}

/**
 * Asks for an act by which payouts leave the house: a file, or a payment. One that left before an older version was
 * restored leaves again only where a person has confirmed that (REFUSAL-8b); else it is an outrage.
 */
export async function askToLeave(life: Life, name: string, input: Input): Promise<void> {
  const reply = await watched(life, name, input);
  if (reply === "ALREADY_LEFT" && life.dice.chance(0.3))
    await watched(life, name, { ...input, repeat: true });
}

async function watched(life: Life, name: string, input: Input): Promise<string> {
  const { lost, outrages } = life;
  const open = payoutsThat(life, isOpen);
  const isKnown = leavesByJournal(life);
  try {
    const reply = await ask(life, name, input);
    return reply.ok ? "done" : reply.error.code;
  } finally {
    if (lost.size > 0) count(life, "payouts asked for after a restored version");
    // A row that is gone left nothing: its tab was deleted, or a version restored, while this was at work.
    const gone = life.isTabBroken ? new Set() : payoutsThat(life, (row) => !isOpen(row));
    for (const key of [...lost].filter((each) => open.has(each) && gone.has(each))) {
      if (input.repeat !== true && !isKnown(key))
        outrages.push(`${name}: ${key} leaves again, and nobody was asked`);
      lost.delete(key);
    }
  }
}
