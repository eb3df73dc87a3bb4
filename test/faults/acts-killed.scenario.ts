import { kill } from "../../host";
import { ask, run, tell } from "../e2e/main-job/open-life";
import { type Act, acts, opened, prepare, stateOf } from "./acts";

/** The act is killed at one of so many service calls. */
const step = Number(process.argv[2]);

async function killedEverywhere(name: string, mode: "none" | "all") {
  const act = acts[name] as Act;
  const [call, input] = act.call;
  const never = opened(act);
  await run(never);
  const not = stateOf(never);
  const once = opened(act);
  await ask(once, call, input);
  await run(once);
  const wholly = stateOf(once);
  const half: number[] = [];
  let [points, done] = [0, 0];
  for (let at = 1; ; at += step) {
    const host = opened(act);
    host.onServiceCall((_: string, number: number) => {
      if (number === at) throw kill(mode);
    });
    const ended = await host.atSheet("rpc", call, input).then(
      () => true,
      () => false,
    );
    host.onServiceCall(null);
    if (ended) break;
    points++;
    await run(host);
    const state = stateOf(host);
    if (state === wholly) done++;
    else if (state !== not) half.push(at);
  }
  return { differs: wholly !== not, points, done, half };
}

await prepare();
const found: Record<string, unknown> = {};
for (const name of Object.keys(acts)) {
  for (const mode of ["none", "all"] as const) {
    found[`${name}, ${mode} arrived`] = await killedEverywhere(name, mode);
  }
}
tell(found);
