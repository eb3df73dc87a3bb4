import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Driver } from "../../driver/driver";
import { assetReader } from "./assets";
import { changeFeed } from "./change-feed";
import { pageName } from "./guard";
import { pageServer } from "./page-server";
import { pageState } from "./page-state";

export type PageOptions = {
  /** 4321 when left out; 0 takes any free one. */
  readonly port?: number;
  /** The folder of the bundled client, when it is not beside the built host. */
  readonly assets?: string;
  /** Opens a workbook that the person brings (.json, .xlsx, .csv), sent as bytes under a file name. */
  readonly open?: (name: string, bytes: Buffer) => Promise<Driver>;
};

export type StartedPage = {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/**
 * Serves the local page on loopback only: the page itself under localhost, the add-on's frames under
 * 127.0.0.1, so that they are of another origin. Builds the menus as opening the spreadsheet does.
 * Rejects when the port is taken.
 */
export async function startPage(first: Driver, options: PageOptions = {}): Promise<StartedPage> {
  let host = first;
  let port = options.port ?? 4321;
  const { open } = options;
  await host.reload();
  const feed = changeFeed(() => JSON.stringify(pageState(host, open !== undefined)));
  const listener = pageServer({
    host: () => host,
    port: () => port,
    feed,
    asset: assetReader(options.assets),
    open:
      open === undefined
        ? null
        : async (name, bytes) => {
            host = await open(name, bytes);
            await host.reload();
          },
  });
  const main = await listen(listener, "127.0.0.1", port);
  port = (main.address() as AddressInfo).port;
  const servers = [main, ...(await alsoOnIpv6(listener, port))];
  return {
    url: `http://${pageName}:${port}/`,
    port,
    close: async () => {
      feed.close();
      await Promise.all(servers.map(stop));
    },
  };
}

const listen = (listener: RequestListener, address: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once("error", reject);
    server.listen(port, address, () => resolve(server));
  });

/** Where "localhost" means ::1 first; a machine without IPv6 does without. */
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
