import type { Driver } from "../../host";
import { whatComesOf } from "../support/what-comes-of";
import { openProgram, sheetsOf } from "./support/program";

interface Act {
  readonly name: string;
  readonly act: (host: Driver) => void;
  /** Keys whose rows may differ, since a person took them away or put them in. */
  readonly except?: RegExp;
  /** The amount of a sale typed without a key, whose rows may differ, too. */
  readonly exceptSaleOf?: number;
}

const row = { Key: "trx_new", Customer: "cus_1", Date: "2026-03-20", Amount: 5, Currency: "USD" };
const judging: readonly Act[] = [
  {
    name: "inserts a transaction above the others",
    act: (host) => host.insertRow("Transactions", 1, row),
    // Its key may be written over where it comes between our filling of a blank key and its arrival.
    except: /trx_new|inv_/,
    exceptSaleOf: 12,
  },
  {
    name: "appends a transaction",
    act: (host) => host.append("Transactions", [row]),
    except: /trx_new|inv_/,
  },
  {
    name: "deletes a transaction",
    act: (host) => host.deleteRow("Transactions", { Amount: 45.5 }),
    except: /inv_/,
    exceptSaleOf: 45.5,
  },
];
const paying: readonly Act[] = [
  {
    name: "deletes a reward",
    act: (host) => host.deleteRow("Rewards", { Key: "1e5/trg_1" }),
    except: /1e5|inv_/,
  },
];

const prepare = async () => openProgram();
const prepareMonth = async () => {
  const host = await openProgram();
  await host.fire("onDaily");
  host.type("Transactions", { Key: "trx_5" }, "Amount", 80);
  host.type("Rewards", { Key: "1e5/trg_1" }, "Status", "nonsense");
  await host.clock.advanceTo("2026-05-01T01:00:00Z");
  return host;
};

/** Every row of every tab by its key, so that order does not count. */
function rowsByKey(host: Driver, except?: RegExp): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  for (const [tab, list] of Object.entries(sheetsOf(host))) {
    for (const each of list) {
      const { Key: key } = each;
      if (Object.values(each).every((cell) => cell === "")) continue;
      const id = `${tab} ${String(key)}`;
      if (except?.test(id)) continue;
      rows.set(rows.has(id) ? `${id} again` : id, JSON.stringify(each));
    }
  }
  return rows;
}

const scenes = [
  { entry: "onDaily", prepare, acts: judging },
  { entry: "onMonthly", prepare: prepareMonth, acts: paying },
];

describe.each(scenes)("while $entry is running", ({ entry, prepare, acts }) => {
  let base: Driver;
  let unhurt: Driver;
  beforeAll(async () => {
    base = await prepare();
    unhurt = base.fork();
    await unhurt.fire(entry);
  });

  // `KILLS=1` acts at each third call; else at one of so many.
  const step = process.env.KILLS === undefined ? 15 : 3;
  test.each(acts)(
    "no row gets another row's values when a person $name",
    async ({ act, except: named, exceptSaleOf }) => {
      const sale = unhurt.rows("Transactions").find(({ Amount }) => Amount === exceptSaleOf);
      const except = new RegExp([named?.source, sale?.Key].filter(Boolean).join("|") || "(?!)");
      const expected = rowsByKey(unhurt, except);
      const rowsRunAgain = whatComesOf(async (host) => {
        await host.fire(entry);
        return rowsByKey(host, except);
      });
      const different: string[] = [];
      for (let at = 1, reached = true; reached; at += step) {
        const host = base.fork();
        reached = false;
        host.onServiceCall((_, number) => {
          if (number !== at) return;
          reached = true;
          act(host);
        });
        await host.fire(entry);
        host.onServiceCall(null);
        if (!reached) break;
        const found = await rowsRunAgain(host);
        // What was put in may have a key of ours by now, in place of its own.
        const put = host.rows("Transactions").find(({ Amount }) => Amount === row.Amount)?.Key;
        for (const id of new Set([...expected.keys(), ...found.keys()])) {
          if (put && id.includes(String(put))) continue;
          if (found.get(id) !== expected.get(id)) {
            different.push(`call ${at}, ${id}: ${found.get(id)}`);
          }
        }
      }
      expect(different).toEqual([]);
    },
    600_000,
  );
});
