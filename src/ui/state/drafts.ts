import { call } from "./call";
import type { Store } from "./store";

/** A page that is closed tells nobody in time, so what is typed is kept soon after each pause. */
const PAUSE = 600;
const RETRY = 8_000;

interface Draft {
  readonly store: Store<unknown>;
  readonly initial: string;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** What the server is known to have. */
  sent: string;
}
const drafts = new Map<string, Draft>();
let savedTexts: Readonly<Record<string, string>> = {};

/** Asks once what this person left behind; what was typed meanwhile wins. */
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
 * Keeps a store's value with the person under this name, and brings back what was left there; `initial` is the
 * value where nothing has been typed.
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
  const reply = await call("keep-draft", { name, text });
  if (reply.ok) draft.sent = text;
  // Too long to keep stays so until it is changed; all else may pass.
  else if (reply.error.code !== "INPUT_INVALID") sendLater(name, draft, RETRY);
}

/** Sends what is typed at once, so that a page that opens now finds it. */
export async function saveDraftsNow(): Promise<void> {
  const sent = [...drafts].map(([name, draft]) => {
    clearTimeout(draft.timer);
    return send(name, draft);
  });
  await Promise.all(sent);
}

/** Forgets a draft here, since another page goes on with it; with the person it stays kept. */
export function forgetLocalDraft(name: string): void {
  const draft = drafts.get(name);
  if (!draft) return;
  draft.store.set(JSON.parse(draft.initial));
  clearTimeout(draft.timer);
  Object.assign(draft, { timer: undefined, sent: "" });
}

// The last pause may not come: whoever leaves the page has what is typed sent at once.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden") return;
  for (const [name, draft] of drafts) if (draft.timer) void send(name, draft);
});
