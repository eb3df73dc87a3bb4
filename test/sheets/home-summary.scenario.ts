import { type Driver, kill } from "../../host";
import { ask, tell } from "../e2e/main-job/open-life";
import { acts, opened, prepare } from "../faults/acts";

/** The act is killed at one of so many service calls. */
const step = Number(process.argv[2]);

type Home = Readonly<Record<string, unknown>>;
type Stores = Record<string, readonly (readonly [name: string, text: string])[]>;

/** What Home says, but when that was true; and the round trips that it takes. */
async function homeOf(host: Driver): Promise<{ said: string; trips: number }> {
  const { asOf: _, ...said } = (await ask(host, "home", {})) as Home;
  return { said: JSON.stringify(said), trips: host.usage().last.roundTrips };
}

/** What Home says where nothing was left for it. */
async function homeFromRows(host: Driver): Promise<string> {
  const fork = host.fork();
  const stores = fork.state.workbook.extras.properties as Stores;
  const kept = stores.document ?? [];
  stores.document = kept.filter(([name]) => !name.startsWith("tributary home"));
  const { said, trips } = await homeOf(fork);
  if (trips < 4) throw new Error("Home was not told from the rows");
  return said;
}

const amiss: string[] = [];
/** Acts after which, and times at which, Home reads more than the settings. */
const fromRows: string[] = [];
let killed = 0;
await prepare();
for (const [name, act] of Object.entries(acts)) {
  const [call, input] = act.call;
  const host = opened(act);
  const before = await homeOf(host);
  await ask(host, call, input);
  const home = await homeOf(host);
  if (home.trips > 1) fromRows.push(name);
  if (home.said !== (await homeFromRows(host))) amiss.push(name);
  await ask(host, "run", { kind: "by hand" });
  const afterRun = await homeOf(host);
  if (before.trips > 1 || afterRun.trips > 1) fromRows.push(`a run beside ${name}`);
  if (afterRun.said !== (await homeFromRows(host))) amiss.push(`${name}, then a run`);
  for (const mode of ["none", "all"] as const) {
    for (let at = 1; ; at += step) {
      const cut = opened(act);
      cut.onServiceCall((_: string, number: number) => {
        if (number === at) throw kill(mode);
      });
      const ended = await cut.atSheet("rpc", call, input).then(
        () => true,
        () => false,
      );
      cut.onServiceCall(null);
      if (ended) break;
      killed++;
      if ((await homeOf(cut)).said !== (await homeFromRows(cut))) {
        amiss.push(`${name}, killed at ${at}, ${mode} arrived`);
      }
    }
  }
}
tell({ acts: Object.keys(acts).length, killed, fromRows, amiss });
