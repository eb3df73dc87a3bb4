import type { ReplyError } from "../engine/contract/contract";
import { asRefusal, DomainError, refusals } from "../engine/kernel/problem";
import { useCases } from "../engine/usecases";
import { doorCalls } from "./door-calls";
import { asCalledToday, withLists } from "./earlier-calls";
import { type AnyUseCase, perform } from "./perform";
import { inOneZone } from "./workbook/book";
import { isRefusal } from "./workbook/refusal";
import { rightsRefused } from "./workbook/rights";

/** The envelope of every reply (ADR-14), with the page's next token where it is time for one. */
export type AnyReply = (
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: ReplyError }
) & { readonly token?: string };

/** The most characters of JSON that one call may send. */
const MAX_INPUT = 1_000_000;

const programCalls: ReadonlyMap<string, AnyUseCase> = new Map(
  Object.entries(useCases as unknown as Readonly<Record<string, AnyUseCase>>),
);

/** The sidebar's one entry: answers a known call, by name, with plain JSON. */
export function call(name: unknown, input: unknown): AnyReply {
  return answer(() => {
    const startedAt = Date.now();
    const [known, fields] = asCalledToday(String(name), boundedInput(input));
    const own = doorCalls.get(known);
    if (own) return inOneZone((book) => own(book, fields, startedAt));
    const useCase = programCalls.get(known);
    if (!useCase) throw new DomainError("CALL_UNKNOWN");
    const given = withLists(useCase.inputs, fields);
    return inOneZone((book) => perform(book, useCase, given, { startedAt }).output);
  });
}

/** The input as JSON of limited size; circular input is refused. */
function boundedInput(input: unknown): unknown {
  const text = jsonOf(input ?? {});
  if (text === undefined || text.length > MAX_INPUT) {
    throw new DomainError("INPUT_INVALID", "The request is too large.");
  }
  return JSON.parse(text);
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/**
 * The only catch. A refusal is answered with its code, words and sentence; anything else is a bug, and logged in full under
 * a short reference. Only JSON is returned: a Date would turn the whole reply into null (PLATFORM-25).
 */
export function answer(work: () => unknown): AnyReply {
  try {
    return JSON.parse(JSON.stringify({ ok: true, output: work() ?? null })) as AnyReply;
  } catch (thrown) {
    const refusal =
      asRefusal(thrown) ?? (isRefusal(thrown) ? rightsRefused(thrown.message) : undefined);
    if (refusal) {
      const { code, message, sentence, problems } = refusal;
      const error = {
        code,
        message,
        ...(typeof sentence === "object" && { sentence }),
        ...(problems.length > 0 && { problems }),
      };
      return JSON.parse(JSON.stringify({ ok: false, error })) as AnyReply;
    }
    const reference = Utilities.getUuid().slice(0, 8);
    const { stack } = Object(thrown) as { stack?: unknown };
    console.error(`Tributary ${reference}: ${String(thrown)}\n${String(stack ?? "")}`);
    const code = isRefusal(thrown) ? "WRITE_REFUSED" : "UNEXPECTED";
    const said = isRefusal(thrown) ? ` Google Sheets says: ${thrown.message}` : "";
    const message = `${refusals[code]}${said} Reference: ${reference}.`;
    return { ok: false, error: { code, message } };
  }
}
