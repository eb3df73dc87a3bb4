import { openProgram, sheetsOf } from "./support/program";

test("a run judges, starts drips, releases and opens, and fills blank keys first", async () => {
  const host = await openProgram();
  const { result, usage } = await host.call("onDaily");
  console.log(
    JSON.stringify(result),
    JSON.stringify(usage),
    JSON.stringify(sheetsOf(host), null, 1),
    host.notes("Transactions"),
  );
});
