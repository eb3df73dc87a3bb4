import { rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Driver } from "../../driver/driver";
import { assetReader } from "./assets";
import { changeFeed } from "./change-feed";
import { pageName } from "./guard";
import { keepBeside } from "./keep-beside";
import { pageServer } from "./page-server";
import { pageState } from "./page-state";
import { openQuestionDoor, type QuestionDoor } from "./question-door";
import { Refused } from "./refused";
import { startClock, tick } from "./running-clock";

export type PageOptions = {
  /** 4321 when left out; 0 takes any free one. */
  readonly port?: number;
  /** The folder of the bundled client, when it is not beside the built host. */
  readonly assets?: string;
  /** Opens another workbook in place of this one; only with it is there File ▸ Open. */
  readonly reopen?: (file: string) => Promise<Driver>;
  /** Lets the clock of a workbook that does not say itself go on with real time; else it stands until it is let go. */
  readonly clockRuns?: boolean;
};

export type StartedPage = {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/**
 * Serves the local page on loopback only: the page under localhost, the add-on's frames under 127.0.0.1, so that they
 * have another origin. Builds the menus as opening the spreadsheet does. Rejects if the port is taken.
 */
export async function startPage(first: Driver, options: PageOptions = {}): Promise<StartedPage> {
  let host = first;
  let port = options.port ?? 4321;
  let questions: QuestionDoor | null = null;
  const { reopen } = options;
  const origin = () => questions?.origin ?? "";
  const feed = changeFeed(() => JSON.stringify(pageState(host, reopen !== undefined, origin())));
  let stopHearing = (): void => undefined;
  const show = async (next: Driver): Promise<void> => {
    host = next;
    stopHearing();
    stopHearing = host.onChange(feed.tellSoon);
    if (questions !== null) host.answer(questions.ask);
    if (options.clockRuns) startClock(host);
    await openedByScript(host);
  };
  let isOpening = false;
  /** Keeps an uploaded workbook and shows it; one that can't be opened does not stay behind. */
  const opening = async (
    name: string,
    bytes: Buffer,
    reopen: (file: string) => Promise<Driver>,
  ): Promise<void> => {
    if (isOpening) throw new Refused(409, "Another file is just being opened.");
    isOpening = true;
    try {
      const file = await keepBeside(host.file, name, bytes);
      const next = await reopen(file).catch(async (thrown: unknown) => {
        await rm(file, { force: true });
        throw new Refused(400, thrown instanceof Error ? thrown.message : String(thrown));
      });
      await host.close().catch(async (thrown: unknown) => {
        await next.close();
        await rm(file, { force: true });
        throw thrown;
      });
      await show(next);
    } finally {
      isOpening = false;
    }
  };
  const listener = pageServer({
    host: () => host,
    port: () => port,
    questions: origin,
    feed,
    asset: assetReader(options.assets),
    open: reopen ? (name, bytes) => opening(name, bytes, reopen) : null,
  });
  const main = await listen(listener, "127.0.0.1", port);
  port = (main.address() as AddressInfo).port;
  const servers = [main, ...(await alsoOnIpv6(listener, port))];
  questions = await openQuestionDoor(`http://${pageName}:${port}`);
  await show(host);
  const stopTicking = tick(() => host, feed.tell);
  return {
    url: `http://${pageName}:${port}/`,
    port,
    close: async () => {
      stopTicking();
      stopHearing();
      feed.close();
      await Promise.all([...servers.map(stop), questions?.close()]);
    },
  };
}

/** A spreadsheet opens even if its onOpen fails; the list of executions shows that. */
const openedByScript = (host: Driver): Promise<void> =>
  host.reload().catch((thrown: unknown) => {
    const executions = host.executions();
    if (executions[executions.length - 1]?.status === "completed") throw thrown;
  });

/** A browser opens a handful. */
const mostConnections = 128;

const listen = (listener: RequestListener, address: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.maxConnections = mostConnections;
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken: choose another.`) : error,
      ),
    );
    server.listen(port, address, () => resolve(server));
  });

/** On machines where "localhost" means ::1 first; one without IPv6 does without. */
const alsoOnIpv6 = (listener: RequestListener, port: number): Promise<readonly Server[]> =>
  listen(listener, "::1", port).then(
    (server) => [server],
    () => [],
  );

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
