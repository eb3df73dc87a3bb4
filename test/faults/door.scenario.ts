import { everything, openLife, outcomeOf, run, sale, tell } from "../e2e/main-job/open-life";

const reward = { partner: "ada", description: "x", amount: 1 };

/** Calls that must all be refused: the name, the input, and what the refusal begins with. */
const refused: readonly (readonly [unknown, unknown, string])[] = [
  ["nope", {}, "CALL_UNKNOWN"],
  ["__proto__", {}, "CALL_UNKNOWN"],
  ["constructor", {}, "CALL_UNKNOWN"],
  ["toString", {}, "CALL_UNKNOWN"],
  ["", {}, "CALL_UNKNOWN"],
  [null, {}, "CALL_UNKNOWN"],
  [5, {}, "CALL_UNKNOWN"],
  [{}, {}, "CALL_UNKNOWN"],
  ["run", { kind: "weekly" }, "INPUT_INVALID"],
  ["run", {}, "INPUT_INVALID"],
  ["run", null, "INPUT_INVALID"],
  ["run", [], "INPUT_INVALID"],
  ["run", "daily", "INPUT_INVALID"],
  ["run", 5, "INPUT_INVALID"],
  ["run", { kind: { daily: true } }, "INPUT_INVALID"],
  ["run", { kind: "daily", extra: 1 }, "INPUT_INVALID"],
  ["run", { kind: "daily", constructor: 1 }, "INPUT_INVALID"],
  ["find-partners", { search: "x".repeat(1_100_000) }, "INPUT_INVALID"],
  ["find-partners", "x".repeat(900_000), "INPUT_INVALID"],
  [
    "find-partners",
    Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`f${i}`, 1])),
    "INPUT_INVALID",
  ],
  ["find-partners", { search: "a", page: -1 }, "INPUT_INVALID"],
  ["find-partners", { search: "a", page: 1.5 }, "INPUT_INVALID"],
  ["create-manual-reward", {}, "INPUT_INVALID"],
  ["create-manual-reward", { ...reward, amount: "1e5" }, "INPUT_INVALID"],
  ["create-manual-reward", { ...reward, amount: 0.001 }, "INPUT_INVALID"],
  ["create-manual-reward", { ...reward, amount: 1e300 }, "INPUT_INVALID"],
  ["create-manual-reward", { ...reward, amount: 0 }, "INPUT_INVALID"],
  ["create-manual-reward", { ...reward, partner: "__proto__" }, "PARTNER_UNKNOWN"],
  ["create-manual-reward", { ...reward, partner: true }, "INPUT_INVALID"],
  ["create-manual-reward", { ...reward, customer: "cus_2" }, "CUSTOMER_NOT_OF_PARTNER"],
  ["create-manual-reward", { ...reward, earnedOn: "31.31.2026" }, "INPUT_INVALID"],
  ["end-drip", { drips: ["__proto__"] }, "DRIP_UNKNOWN"],
  ["set-reward-status", { rewards: ["a/rate"], status: "paid" }, "INPUT_INVALID"],
  ["set-reward-status", { rewards: ["a/rate"], status: "declined" }, "INPUT_INVALID"],
  ["set-reward-status", { rewards: ["hasOwnProperty"], status: "approved" }, "REWARD_UNKNOWN"],
  ["end-drip", { drips: 7 }, "INPUT_INVALID"],
  ["decide-copy", null, "INPUT_INVALID"],
];

/** What a sidebar that was tampered with could send: JSON that nests without end. */
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 1);

const host = await openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
await run(host);
const before = everything(host);
const wrong: unknown[] = [];
for (const [name, input, wanted] of [
  ...refused,
  ["find-partners", nested(4_000), "INPUT_INVALID"],
] as typeof refused) {
  const reply = (await host.rpc(name as string, input as never)) as {
    ok: boolean;
    error?: { code: string };
  };
  const size = JSON.stringify(reply).length;
  if (reply.ok || reply.error?.code !== wanted || size > 10_000) {
    wrong.push([String(name).slice(0, 40), JSON.stringify(input)?.slice(0, 60), size, reply.error]);
  }
}

/** What google.script.run itself stops: no Date leaves the page. */
const withDate = await outcomeOf(host.rpc("find-partners", { search: new Date() } as never));

/** What every call that only reads answers with: plain JSON, in which no day is a Date. */
const reading = ["home", "list-drips", "find-partners", "schedule-status"];
const answers: unknown[] = [];
for (const name of reading) {
  const reply = await host.rpc(name, name === "find-partners" ? { search: "a" } : {});
  answers.push([name, (reply as { ok: boolean }).ok, hasDate(reply)]);
}

function hasDate(value: unknown): boolean {
  if (value instanceof Date) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasDate);
}

tell({ tried: refused.length, wrong, changed: everything(host) !== before, withDate, answers });
