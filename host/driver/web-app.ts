import type { HostState } from "../realm/host-state";
import { answerCall } from "../rpc/answer-call";
import { callAsPage } from "../rpc/call-as-page";
import { runAs } from "../run/run-as";
import { type Run, runExecution } from "../run/run-execution";
import { takeOut } from "./take-out";

/** What a web app's address is asked with: the parameters behind its question mark. */
export type WebParameters = Readonly<Record<string, string>>;

/** A page of a web app in a visitor's browser. */
export interface ServedPage {
  readonly content: string;
  readonly title: string;
  readonly metaTags: readonly (readonly [string, string])[];
  readonly xFrameOptions: string;
}

type Settings = Pick<Run<unknown>, "arrived" | "realLimitMs">;

/**
 * doGet as a web app that runs as its deployer, the spreadsheet's owner, serves it to anybody: no Ui, and no name of the
 * visitor (PLATFORM-86 to PLATFORM-89). Rejects with the script's error; null where doGet answers with no page.
 */
export const visit = async (
  host: HostState,
  settings: Settings,
  parameter: WebParameters,
): Promise<ServedPage | null> => {
  const pairs = Object.entries(parameter);
  const event = {
    parameter,
    parameters: Object.fromEntries(pairs.map(([name, value]) => [name, [value]])),
    queryString: new URLSearchParams(pairs).toString(),
    contextPath: "",
    contentLength: -1,
  };
  const { result } = await runExecution<unknown>(runAs(host, host.owner), {
    ...settings,
    name: "doGet",
    args: [event],
    kind: "web",
    authMode: "FULL",
    take: takeOut,
  });
  const { className, plain } = Object(result) as { className?: string; plain?: ServedPage };
  return className === "HtmlService.HtmlOutput" && plain ? plain : null;
};

/** google.script.run of a page that the web app served, or of whoever writes such a page. */
export const callAsVisitor = (host: HostState, settings: Settings) =>
  callAsPage((name, args) => answerCall(runAs(host, host.owner), settings, name, args, "web"));
