import type { Page } from "../../src/engine/usecases/shared/page";
import { createPaging } from "../../src/ui/state/pages";

/** A server with so many rows: it answers when it is told to, in parts where a reply takes only so many. */
function server(total: number, most = 50) {
  const state = { total, fails: false, name: "row" };
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const ask = async (page: number, skip: number) => {
    asked.push(skip > 0 ? `${page}+${skip}` : String(page));
    await new Promise<void>((go) => waiting.push(go));
    if (state.fails) return { ok: false, error: { code: "UNEXPECTED", message: "No." } } as const;
    const pages = Math.max(1, Math.ceil(state.total / 50));
    const current = Math.min(page, pages);
    const begin = (current - 1) * 50 + skip;
    const length = Math.max(0, Math.min(current * 50, state.total, begin + most) - begin);
    const rows = Array.from({ length }, (_, i) => `${state.name} ${begin + i}`);
    return { ok: true, output: { rows, page: current, pages, total: state.total } } as const;
  };
  const settle = () => new Promise<void>((done) => setImmediate(done));
  const answer = async () => {
    await settle();
    waiting.shift()?.();
    await settle();
  };
  const answerAll = async () => {
    for (await settle(); waiting.length > 0; await answer());
  };
  return { state, asked, answer, answerAll, ask };
}
const listOf = (from: ReturnType<typeof server>) =>
  createPaging<Page<string>, string>(from.ask, (output) => output);
const shown = (list: ReturnType<typeof listOf>) =>
  Object.fromEntries(
    [...list.store.get().pages].map(([page, { rows, error }]) => [
      page,
      error ? error.message : rows?.[0],
    ]),
  );

describe("a list that is read in pages", () => {
  test("only needed pages are requested, two at a time, each once", async () => {
    const from = server(10_000);
    const list = listOf(from);
    list.want([1]);
    await from.answerAll();
    for (let page = 2; page < 150; page++) list.want([page, page + 1]);
    list.want([199, 200]);
    await from.answerAll();
    list.want([1, 200]);
    await from.answerAll();

    expect(from.asked).toEqual(["1", "2", "3", "199", "200"]);
    expect(shown(list)).toMatchObject({ 1: "row 0", 200: "row 9950" });
  });

  test("a page too large for one reply comes in parts", async () => {
    const from = server(70, 20);
    const list = listOf(from);
    list.want([1, 2]);
    await from.answerAll();

    expect(list.store.get().pages.get(1)?.rows).toHaveLength(50);
    expect(list.store.get().pages.get(2)?.rows).toHaveLength(20);
    expect([...from.asked].sort()).toEqual(["1", "1+20", "1+40", "2"]);
  });

  test("an error is shown at its page and retried there; the other pages stay", async () => {
    const from = server(200);
    const list = listOf(from);
    list.want([1]);
    await from.answerAll();
    from.state.fails = true;
    list.want([1, 2]);
    await from.answerAll();
    expect(shown(list)).toEqual({ 1: "row 0", 2: "No." });

    from.state.fails = false;
    list.retry(2);
    await from.answerAll();
    expect(shown(list)).toEqual({ 1: "row 0", 2: "row 50" });
  });

  test("on reload, visible rows stay until the reply, and the rest is forgotten", async () => {
    const from = server(200);
    const list = listOf(from);
    for (const page of [1, 2, 3]) {
      list.want([page]);
      await from.answerAll();
    }
    from.state.name = "new";
    list.reload();
    expect(shown(list)).toEqual({ 3: "row 100" });
    expect(list.store.get().isLoading).toBe(true);
    await from.answerAll();
    expect(shown(list)).toEqual({ 3: "new 100" });
    expect(list.store.get().isLoading).toBe(false);
  });

  test("a reply to a request from before a reload is dropped", async () => {
    const from = server(200);
    const list = listOf(from);
    list.want([1]);
    from.state.name = "old";
    list.reload();
    await from.answer();
    expect(shown(list)).toEqual({ 1: undefined });
    from.state.name = "new";
    await from.answerAll();
    expect(shown(list)).toEqual({ 1: "new 0" });
  });

  test("if rows were added or removed meanwhile, visible pages are loaded again, so that no row is missing or doubled", async () => {
    const from = server(200);
    const list = listOf(from);
    list.want([1]);
    await from.answerAll();
    Object.assign(from.state, { total: 199, name: "now" });
    list.want([1, 2]);
    await from.answerAll();

    expect(list.store.get().total).toBe(199);
    expect(shown(list)).toEqual({ 1: "now 0", 2: "now 50" });
  });

  test("a list that became shorter shows its last page", async () => {
    const from = server(200);
    const list = listOf(from);
    list.want([4]);
    await from.answerAll();
    from.state.total = 60;
    list.reload();
    await from.answerAll();
    expect(shown(list)).toEqual({ 2: "row 50" });
    expect(list.store.get().isLoading).toBe(false);
  });

  test("any rows can be read, loaded ones without a request", async () => {
    const from = server(200);
    const list = listOf(from);
    list.want([1]);
    await from.answerAll();
    const rows = list.rows(45, 70);
    await from.answerAll();

    const { output } = (await rows) as { readonly output: readonly string[] };
    expect([output[0], output[69], output.length]).toEqual(["row 45", "row 114", 70]);
    expect(from.asked).toEqual(["1", "2", "3"]);
  });
});
