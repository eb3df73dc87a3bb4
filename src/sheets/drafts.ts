/** Characters of one property: of three bytes each at most, and a property holds 9 kB (PLATFORM-71). */
const SLICE = 3_000;
/** Characters of all drafts of a person; the oldest go where there would be more. */
const MOST = 60_000;
const PREFIX = "draft ";

interface Draft {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** The properties in which it lies. */
  readonly keys: readonly string[];
}
type Properties = Readonly<Record<string, string>>;

const store = () => PropertiesService.getUserProperties();
const sliceKey = (name: string, index: number): string => `${PREFIX}${name}#${index}`;

/** What this person typed and has not sent yet, by the name of its form. */
export function findDrafts(): Readonly<Record<string, string>> {
  const drafts = draftsOf(store().getProperties());
  return Object.fromEntries(drafts.map(({ name, text }) => [name, text]));
}

/**
 * Keeps what this person types, with the person and not in the spreadsheet; a blank text forgets it. Takes no lock and
 * reads no cell.
 */
export function keepDraft(name: string, text: string, now: number): void {
  const properties = store().getProperties();
  const others = draftsOf(properties).filter((draft) => draft.name !== name);
  const slices = slicesOf(name, text, now);
  const gone = new Set(
    Object.keys(properties).filter((key) => key.startsWith(sliceKey(name, 0).slice(0, -1))),
  );
  for (const draft of tooMuch(others, text.length)) for (const key of draft.keys) gone.add(key);
  for (const key of Object.keys(slices)) gone.delete(key);
  if (text !== "") store().setProperties(slices);
  for (const key of gone) store().deleteProperty(key);
}

/** The first slice says how many there are, and when they were written: half a draft is none. */
function slicesOf(name: string, text: string, now: number): Properties {
  if (text === "") return {};
  const count = Math.ceil(text.length / SLICE);
  const slice = (index: number) => text.slice(index * SLICE, (index + 1) * SLICE);
  const whole = Array.from({ length: count }, (_, index) => [
    sliceKey(name, index),
    index === 0 ? `${count} ${now} ${slice(0)}` : slice(index),
  ]);
  return Object.fromEntries(whole);
}

function draftsOf(properties: Properties): readonly Draft[] {
  return Object.keys(properties).flatMap((key): readonly Draft[] => {
    const name = /^draft (.*)#0$/s.exec(key)?.[1];
    const head = /^(\d+) (\d+) (.*)$/s.exec(properties[key] ?? "");
    if (name === undefined || !head) return [];
    const keys = Array.from({ length: Number(head[1]) }, (_, index) => sliceKey(name, index));
    const rest = keys.slice(1).map((each) => properties[each]);
    if (rest.includes(undefined)) return [];
    return [{ name, at: Number(head[2]), text: [head[3], ...rest].join(""), keys }];
  });
}

/** The oldest drafts that have to go, so that the others and so many characters more find room. */
function tooMuch(drafts: readonly Draft[], more: number): readonly Draft[] {
  const gone: Draft[] = [];
  let size = drafts.reduce((sum, { text }) => sum + text.length, more);
  for (const draft of [...drafts].sort((a, b) => a.at - b.at)) {
    if (size <= MOST) break;
    size -= draft.text.length;
    gone.push(draft);
  }
  return gone;
}
