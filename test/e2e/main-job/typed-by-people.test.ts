import { outsideJest } from "../../support/outside-jest";

type Lines = readonly string[];
interface Outcome {
  readonly rewards: {
    readonly before: { readonly rewards: Lines; readonly notes: number };
    readonly healed: { readonly rewards: Lines; readonly notes: number };
    readonly inReview: { readonly said: string; readonly invoices: Lines };
    readonly final: { readonly rewards: Lines; readonly invoices: Lines; readonly said: string };
  };
  readonly payouts: {
    readonly one: { readonly rewards: Lines; readonly invoices: Lines };
    readonly reopened: Lines;
    readonly torn: Lines;
  };
  readonly same: {
    readonly upper: Lines;
    readonly judgedStands: Lines;
    readonly apart: Lines;
    readonly notes: object;
  };
  readonly deleted: {
    readonly said: string;
    readonly made: Lines;
    readonly after: Lines;
    readonly drip: string;
  };
  readonly waiting: { readonly waits: Lines; readonly met: Lines; readonly later: Lines };
  readonly archived: {
    readonly ended: { readonly drips: Lines; readonly on: Lines };
    readonly later: Lines;
  };
  readonly blank: { readonly key: string; readonly problems: Lines; readonly rewards: number };
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/e2e/main-job/typed-by-people.scenario.ts");
});

describe("rewards typed over", () => {
  test("a legal status and an amount are accepted, an illegal status is restored, and an unreadable cell counts as last accepted", () => {
    const { before } = outcome.rewards;

    expect(before.notes).toBe(3);
    expect(before.rewards).toEqual([
      "a/first | pending | 50 | ",
      "a/rate | pending | 20 | ",
      "b/rate | declined | 20 | ",
      "c/rate | pending | 25.5 | ",
      "d/rate | pending | lots | ",
      "e/rate | Scheduled | 20 | ",
    ]);
  });

  test("lose their notes at the run after the cell was fixed", () => {
    const { healed } = outcome.rewards;

    expect(healed.notes).toBe(0);
    expect(healed.rewards.slice(4)).toEqual([
      "d/rate | pending | 21 | ",
      "e/rate | approved | 20 | ",
    ]);
  });

  test("keep the currency of their invoice, so that currencies are never added together", () => {
    const { inReview } = outcome.rewards;

    expect(inReview.said).toContain(
      "c/rate · Currency: “EUR” was typed, but this never changes once the row is made",
    );
    expect(inReview.invoices).toEqual(["inv_2026-01_USD | In review | 5 | 136.5"]);
  });

  test("on a final invoice all are restored, and a new amount is proposed as an adjustment on hold", () => {
    const { final } = outcome.rewards;

    expect(final.invoices).toEqual(["inv_2026-01_USD | Final | 5 | 136.5"]);
    expect(final.rewards.slice(1, 5)).toEqual([
      "a/rate | approved | 20 | inv_2026-01_USD",
      "b/rate | declined | 20 | ",
      "c/rate | approved | 25.5 | inv_2026-01_USD",
      "d/rate | approved | 21 | inv_2026-01_USD",
    ]);
    expect(final.rewards[6]).toMatch(/^adj_.*\*c\/rate \| held \| 73.5 \| $/);
    expect(final.said.split("\n")).toHaveLength(3);
  });
});

describe("payouts typed over", () => {
  test("typed paid, make their rewards paid and leave the invoice final while another is open", () => {
    const { one } = outcome.payouts;

    expect(one.rewards.map((line) => line.split(" | ")[1])).toEqual([
      "paid",
      "paid",
      "approved",
      "approved",
    ]);
    expect(one.invoices).toEqual(["inv_2026-01_USD | Final | 4 | 140"]);
  });

  test("typed open though paid, are restored, so that nothing is paid twice", () => {
    expect(outcome.payouts.reopened[0]).toMatch(/^ada \| paid \| Status: .*set back to paid/);
  });

  test("whose rewards don't add up to them can't be typed paid", () => {
    expect(outcome.payouts.torn[1]).toMatch(/^bela \| open \| Status: .*don't add up/);
  });
});

describe("rows of the same key", () => {
  test("not yet judged: the upper one is judged, and the lower one is reported", () => {
    const [upper, lower] = outcome.same.upper;

    expect(upper).toContain("a | 1 | “First sale” granted 50.00 USD");
    expect(lower).toMatch(/^a \| 2 \| {2}\| Key: Another row has the key “a” too/);
  });

  test("keep the judged one, wherever the others are inserted", () => {
    const [above, judged, below] = outcome.same.judgedStands;

    expect(judged).toMatch(/^a \| 1 \| .* granted 0.20 USD \| $/);
    for (const other of [above, below]) expect(other).toContain("Another row has the key “a” too");
  });

  test("given keys of their own, are judged, a copied judged row too, and no problem is left", () => {
    const { apart, notes } = outcome.same;

    expect(apart).toEqual([
      "a4 | 1 | “Rate” granted 0.20 USD | ",
      "a3 | 3 | “Rate” granted 0.60 USD | ",
      "a | 1 | “First sale” granted 50.00 USD · “Rate” granted 0.20 USD | ",
    ]);
    expect(notes).toEqual({});
  });
});

describe("rows a person deletes", () => {
  test("rewards are reported and never made again, while the drip goes on", () => {
    const { said, made } = outcome.deleted;

    expect(said).toContain(
      "Transactions · a · Judged: What trigger rate made for this row was deleted.",
    );
    expect(said).toContain(
      "Drips · drip_a/plan · Settled: Its occurrence 1 was made and then deleted.",
    );
    expect(made.map((line) => line.split(" | ")[0])).toEqual([
      "a/first",
      "drip_a/plan#2",
      "drip_a/plan#3",
    ]);
  });

  test("a drip is reported, and makes nothing more", () => {
    const { made, after, drip } = outcome.deleted;

    expect(drip).toContain("What trigger plan made for this row was deleted.");
    expect(after).toHaveLength(made.length);
  });
});

test("rows with an unknown partner or customer or a future date wait, each with its reason, and are judged later", () => {
  const { waits, met, later } = outcome.waiting;

  expect(waits.map((line) => line.split(" | ")[2])).toEqual([
    "waits: no usable partner “ghost”",
    "waits: no usable customer “cus_9”",
    "waits until 2026-01-14",
    "waits: no usable partner “ghost”",
  ]);
  expect(met[0]).toBe(
    'a | [1,{"key":"a","day":"2026-01-11","number":2,"acted":["rate"]}] | “Rate” granted 20.00 USD | ',
  );
  expect(met[2]).toContain("waits until 2026-01-14");
  expect(met[3]).toContain("before program start");
  expect(later[2]).toBe(
    'c | [1,{"key":"c","day":"2026-01-14","number":3,"acted":["rate"]}] | “Rate” granted 20.00 USD | ',
  );
});

test("archiving ends drips today or on the day typed, parts up to it are made, and nothing revives", () => {
  const { ended, later } = outcome.archived;

  expect(ended.on).toEqual(["cus_1 | 2026-03-15", "cus_2 | 2026-05-10"]);
  expect(ended.drips).toEqual([
    "drip_a/plan | Terminated | 2 | 0 | 2026-03-15",
    "drip_b/plan | Created | 2 | 40 | 2026-05-10",
  ]);
  expect(later).toEqual([
    "drip_a/plan | Terminated | 2 | 0 | 2026-03-15",
    "drip_b/plan | Terminated | 4 | 0 | 2026-05-10",
  ]);
});

test("blank inserted rows are ignored, and a row typed below without a key gets one", () => {
  const { key, problems, rewards } = outcome.blank;

  expect(key).toMatch(/^trx_\w{8}$/);
  expect(problems).toEqual([]);
  expect(rewards).toBe(4);
});
