/** Characters in one property: up to three bytes each, and a property holds 9 kB (PLATFORM-71). */
const SLICE_LENGTH = 3_000;
/** The most characters of all drafts of a person; the oldest are dropped where there would be more. */
const MAX_TOTAL = 60_000;
const PREFIX = "draft ";
/** In ms: what was not sent for 30 days is dropped (PRIVACY-3). */
const LONGEST_KEPT = 30 * 86_400_000;

interface Draft {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** The properties that hold it. */
  readonly keys: readonly string[];
}
type Properties = Readonly<Record<string, string>>;

const store = () => PropertiesService.getUserProperties();
const sliceKey = (name: string, index: number): string => `${PREFIX}${name}#${index}`;

/** What this person has typed and not sent yet, by form name. What is older than 30 days is deleted, and so is half a draft. */
export function findDrafts(now: number): Readonly<Record<string, string>> {
  const properties = store().getProperties();
  const drafts = draftsOf(properties).filter(({ at }) => now - at <= LONGEST_KEPT);
  const kept = new Set(drafts.flatMap(({ keys }) => keys));
  for (const key of Object.keys(properties)) {
    if (key.startsWith(PREFIX) && !kept.has(key)) store().deleteProperty(key);
  }
  return Object.fromEntries(drafts.map(({ name, text }) => [name, text]));
}

/**
 * Saves what this person types in their user properties, not in the spreadsheet; a blank text deletes the draft.
 * Takes no lock and reads no cell.
 */
export function saveDraft(name: string, text: string, now: number): void {
  const properties = store().getProperties();
  const others = draftsOf(properties).filter((draft) => draft.name !== name);
  const slices = slicesOf(name, text, now);
  const dropped = new Set(
    Object.keys(properties).filter((key) => key.startsWith(sliceKey(name, 0).slice(0, -1))),
  );
  for (const draft of oldestToDrop(others, text.length))
    for (const key of draft.keys) dropped.add(key);
  for (const key of Object.keys(slices)) dropped.delete(key);
  if (text !== "") store().setProperties(slices);
  for (const key of dropped) store().deleteProperty(key);
}

/** The first slice holds the number of slices and the time of writing, so that an incomplete draft is not read. */
function slicesOf(name: string, text: string, now: number): Properties {
  if (text === "") return {};
  const count = Math.ceil(text.length / SLICE_LENGTH);
  const slice = (index: number) => text.slice(index * SLICE_LENGTH, (index + 1) * SLICE_LENGTH);
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

/** The oldest drafts that must be dropped to make room for this many more characters. */
function oldestToDrop(drafts: readonly Draft[], more: number): readonly Draft[] {
  const dropped: Draft[] = [];
  let size = drafts.reduce((sum, { text }) => sum + text.length, more);
  for (const draft of [...drafts].sort((a, b) => a.at - b.at)) {
    if (size <= MAX_TOTAL) break;
    size -= draft.text.length;
    dropped.push(draft);
  }
  return dropped;
}
