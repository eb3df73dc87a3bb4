import { answer, type Rpc } from "../../demo/rpc";
import type { Driver } from "../../host";
import type { Call } from "../../src/engine/contract/contract";
import { fingerprintOf } from "../../src/engine/intake/import/remembered";
import type { Facts } from "./facts";
import { form, standing, worstInputs } from "./inputs";

/** What was done before a call, and on which spreadsheet it comes. */
interface Prepared {
  readonly host?: Driver;
  /** What the call's input needs of it. */
  readonly input?: Readonly<Record<string, unknown>>;
}
type Prepare = (host: Driver, rpc: Rpc, facts: Facts) => Promise<Prepared | undefined>;

/** What must have been done before some calls, so that they have something to do. */
export const before: { readonly [C in Call]?: Prepare } = {
  "accept-application": (host, rpc) => withForm(host, rpc),
  "accept-changed": async (host, _, { sale }) => {
    host.type("Transactions", { Key: sale }, "Amount", 5);
    return undefined;
  },
  "assign-partner": async (host) => {
    host.append("Customers", [{ Key: "cus_loner", Name: "Loner", "Created on": "2026-12-01" }]);
    return undefined;
  },
  "continue-drip": (_, rpc, { drip }) =>
    done(rpc("end-drip", { drips: [drip], reason: "left", confirmed: true })),
  "decide-copy": async (host) => ({ host: host.copy() }),
  "decline-application": (host, rpc) => withForm(host, rpc),
  "import-triggers": async (_, rpc) => {
    const { file } = await answer(rpc("export-triggers", {}));
    return { input: { file } };
  },
  "judge-as-blank": async (host, rpc) => {
    host.append("Transactions", [
      {
        Key: "trx_odd",
        Customer: "cus_1",
        Date: "2027-01-04",
        Amount: 10,
        Currency: "USD",
        Product: "#N/A",
      },
    ]);
    return done(rpc("run", { kind: "by hand" }));
  },
  "keep-standing-import": async (host) => withTab(host),
  "list-applications": async (host, rpc) => {
    await withForm(host, rpc);
    return undefined;
  },
  "partner-link": async (_, rpc) => {
    const address = "https://script.google.com/macros/s/bench/exec";
    await answer(rpc("change-settings", { partnerPageAddress: address, reason: "bench" }));
    return done(rpc("run", { kind: "by hand" }));
  },
  "preview-undo-import": (_, rpc, facts) =>
    done(rpc("import-rows", worstInputs["import-rows"](facts))),
  "read-tab": async (host) => withTab(host),
  repair: async (host, rpc, { reward }) => {
    host.deleteRow("Rewards", { Key: reward });
    const { rows } = await answer(rpc("check-health", {}));
    const found = rows.find(({ check }) => check === "missing-rewards");
    return { input: { id: found?.id } };
  },
  "resume-drip": (_, rpc, { drip }) => done(rpc("pause-drip", { drip })),
  run: async (host) => {
    const customers = host.rows("Customers").length;
    host.append(
      "Transactions",
      Array.from({ length: 20 }, (_, i) => ({
        Key: `new_${i}`,
        Customer: `cus_${(i * 7) % customers}`,
        Date: "2027-01-04",
        Amount: 100 + i,
        Currency: "USD",
        Product: "Monthly plan",
      })),
    );
    return undefined;
  },
  "send-notice": (_, rpc) => done(rpc("change-settings", { mailPartners: true, reason: "bench" })),
  "send-statements": (_, rpc) =>
    done(rpc("change-settings", { mailPartners: true, reason: "bench" })),
  "settle-standing-import": async (host, rpc, facts) => {
    withTab(host);
    return done(rpc("keep-standing-import", worstInputs["keep-standing-import"](facts)));
  },
  "take-back-status": async (_, rpc, facts) => {
    const { takeBack } = await answer(
      rpc("set-reward-status", {
        ...worstInputs["set-reward-status"](facts),
        rewards: facts.reviewed.slice(0, 100),
      }),
    );
    return { input: { moves: takeBack } };
  },
  "take-answer": (host, rpc, { partner }) => withForm(host, rpc, `${partner}@partner.example`),
  "trust-drip": async (host, rpc) => {
    host.append("Customers", [
      {
        Key: "cus_self",
        Name: "Self",
        "E-mail": "ptn_0@partner.example",
        Partner: "ptn_0",
        "Created on": "2026-12-01",
      },
    ]);
    host.append("Transactions", [
      {
        Key: "trx_self",
        Customer: "cus_self",
        Date: "2027-01-03",
        Amount: 99,
        Currency: "USD",
        Product: "Yearly plan",
      },
    ]);
    await answer(rpc("run", { kind: "by hand" }));
    const held = host.rows("Drips").find((row) => row["Held reason"] !== "");
    return { input: { drip: String(held?.Key) } };
  },
  "unarchive-record": (_, rpc, facts) =>
    done(rpc("archive-record", worstInputs["archive-record"](facts))),
  "undo-application": async (host, rpc) => {
    const { input } = await withForm(host, rpc);
    await answer(rpc("decline-application", { ...input, reason: "bench" }));
    const { rows } = await answer(rpc("list-applications", { decided: true }));
    return { input: { line: rows[0]?.decided?.line } };
  },
  "undo-import": (_, rpc, facts) => done(rpc("import-rows", worstInputs["import-rows"](facts))),
  "undo-switch": async (_, rpc, facts) => {
    const { undo } = await answer(rpc("switch-drips", worstInputs["switch-drips"](facts)));
    return { input: { line: undo } };
  },
  "withdraw-end": (_, rpc, { drip }) =>
    done(rpc("end-drip", { drips: [drip], on: "2027-03-01", reason: "left", confirmed: true })),
  "write-off": (_, rpc, { partner }) =>
    done(
      rpc("create-manual-reward", {
        partner,
        description: "taken back",
        amount: "-1000000",
        reason: "clawback",
        invoiceMonth: "2026-12",
        confirmed: true,
        formId: "form_before",
      }),
    ),
};

async function done(pending: ReturnType<Rpc>): Promise<undefined> {
  await answer(pending as never);
}

/** Five hundred answers of a form, and the last of them; with an e-mail it is of that partner. */
async function withForm(host: Driver, rpc: Rpc, email = "new@shop.test") {
  for (const header of form.headers) host.addColumn(form.tab, header);
  host.append(
    form.tab,
    Array.from({ length: 500 }, (_, i) => ({
      Timestamp: `2027-01-03 ${String(Math.floor(i / 60)).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}:00`,
      "Email Address": i === 0 ? email : `new${i}@shop.test`,
      Name: `Applicant ${i}`,
      Site: "a site about things",
    })),
  );
  const { headers, ...rest } = form;
  await answer(rpc("keep-standing-import", { ...rest, headers: fingerprintOf(headers) }));
  const { rows } = await answer(rpc("list-applications", {}));
  return { input: { answer: rows[0]?.id ?? "", shown: rows[0]?.shown ?? "" } };
}

function withTab(host: Driver): undefined {
  for (const header of standing.headers) host.addColumn(standing.tab, header);
  host.append(
    standing.tab,
    Array.from({ length: 500 }, (_, i) => ({
      "Order ID": `order_${i}`,
      Customer: `cus_${i % 100}`,
      Date: "2027-01-03",
      Total: 10 + i,
    })),
  );
}
