import type { ServerResponse } from "node:http";

/** Sends the state of the page to every client that listens, whenever it has changed. */
export type ChangeFeed = {
  readonly add: (response: ServerResponse) => void;
  /** Checks whether anything has changed, and sends it. */
  readonly tell: () => void;
  /** Does so once all that is going on at the moment is done; many changes at once are told as one. */
  readonly tellSoon: () => void;
  readonly close: () => void;
};

/** Pages that listen at once; a further one takes the place of the oldest, which asks again when it is looked at. */
const mostClients = 16;

/** In ms; what changes in the middle of an execution shows within this time. */
const lookEvery = 150;

/** A feed of Server-Sent Events; `read` gives the state as JSON text. */
export function changeFeed(read: () => string): ChangeFeed {
  const clients = new Set<ServerResponse>();
  let told = "";
  /** A state that can't be read now is tried again at the next look: the page keeps the last one. */
  const readOrKeep = (): string => {
    try {
      return read();
    } catch (thrown) {
      console.error("The page's state can't be read:", thrown);
      return told;
    }
  };
  const tell = (): void => {
    if (clients.size === 0) return;
    const state = readOrKeep();
    if (state === told) return;
    told = state;
    for (const client of clients) client.write(`data: ${state}\n\n`);
  };
  let soon: NodeJS.Immediate | null = null;
  const timer = setInterval(tell, lookEvery);
  timer.unref();
  return {
    add: (response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      clients.add(response);
      response.on("close", () => clients.delete(response));
      const [oldest] = clients;
      if (clients.size > mostClients && oldest !== undefined) {
        clients.delete(oldest);
        oldest.end();
      }
      told = readOrKeep();
      for (const client of clients) client.write(`data: ${told}\n\n`);
    },
    tell,
    tellSoon: () => {
      soon ??= setImmediate(() => {
        soon = null;
        tell();
      });
    },
    close: () => {
      clearInterval(timer);
      if (soon !== null) clearImmediate(soon);
      for (const client of clients) client.end();
    },
  };
}
