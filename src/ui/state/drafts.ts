import { call } from "./call";
import type { Store } from "./store";

/** A closed page can't send anything in time, so typed text is sent soon after each pause. */
const PAUSE = 600;
const RETRY = 8_000;

interface Draft {
  readonly store: Store<unknown>;
  readonly initial: string;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** What the server has, as far as known. */
  sent: string;
}
const drafts = new Map<string, Draft>();
let savedTexts: Readonly<Record<string, string>> = {};

/** Fetches this person's drafts once; what was typed in the meantime wins. */
export async function fetchDrafts(): Promise<void> {
  const reply = await call("find-drafts", {});
  if (!reply.ok) return;
  savedTexts = reply.output;
  for (const [name, draft] of drafts) restore(name, draft);
}

function restore(name: string, draft: Draft): void {
  const text = savedTexts[name];
  if (text === undefined || JSON.stringify(draft.store.get()) !== draft.initial) return;
  draft.sent = text;
  draft.store.set(JSON.parse(text));
}

/**
 * Saves a store's value as this person's draft of a name, and restores a draft that exists; `initial` is the value
 * where nothing is typed.
 */
export function saveAsDraft(name: string, store: Store<unknown>, initial: unknown): void {
  if (drafts.has(name)) return;
  const draft: Draft = { store, initial: JSON.stringify(initial), sent: "" };
  drafts.set(name, draft);
  restore(name, draft);
  store.listen(() => sendLater(name, draft, PAUSE));
}

function sendLater(name: string, draft: Draft, milliseconds: number): void {
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => void send(name, draft), milliseconds);
}

async function send(name: string, draft: Draft): Promise<void> {
  draft.timer = undefined;
  const value = JSON.stringify(draft.store.get());
  const text = value === draft.initial ? "" : value;
  if (text === draft.sent) return;
  const reply = await call("save-draft", { name, text });
  if (reply.ok) draft.sent = text;
  // A text that is too long fails until it is changed; any other failure may pass.
  else if (reply.error.code !== "INPUT_INVALID") sendLater(name, draft, RETRY);
}

/** Sends all drafts at once, so that a page that opens now finds them. */
export async function saveDraftsNow(): Promise<void> {
  const sent = [...drafts].map(([name, draft]) => {
    clearTimeout(draft.timer);
    return send(name, draft);
  });
  await Promise.all(sent);
}

/** Forgets a draft on this page, because another page continues with it; it stays saved. */
export function forgetLocalDraft(name: string): void {
  const draft = drafts.get(name);
  if (!draft) return;
  draft.store.set(JSON.parse(draft.initial));
  clearTimeout(draft.timer);
  Object.assign(draft, { timer: undefined, sent: "" });
}

// Send pending drafts when the page is left, since the pause may never come.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden") return;
  for (const [name, draft] of drafts) if (draft.timer) void send(name, draft);
});
