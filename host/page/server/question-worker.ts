import type { MessagePort } from "node:worker_threads";
import type { Question } from "../wire";

/** What the person chose; "CLOSE" if nobody was there. */
export type GivenAnswer = { readonly button: string; readonly text: string };

export type WorkerStart = {
  /** The page's origin, the only one that may listen and answer. */
  readonly origin: string;
  /** Set to 1 when the answer is in the port. */
  readonly signal: Int32Array;
  readonly port: MessagePort;
};

/**
 * Serves the script's questions while the host's own thread waits for their answers. It runs in a worker from its own
 * source text, so it uses nothing from outside itself.
 */
export function questionWorker(): void {
  const { createServer } = process.getBuiltinModule("node:http");
  const { workerData } = process.getBuiltinModule("node:worker_threads");
  const { origin, signal, port } = workerData as WorkerStart;
  const clients = new Set<import("node:http").ServerResponse>();
  let question: Question | null = null;
  const tell = (): void => {
    for (const client of clients) client.write(`data: ${JSON.stringify(question)}\n\n`);
  };
  const settle = (answer: GivenAnswer): void => {
    if (question === null) return;
    question = null;
    port.postMessage(answer);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
    tell();
  };
  const closeIfAlone = (): void => {
    if (clients.size === 0) settle({ button: "CLOSE", text: "" });
  };
  port.on("message", (asked: Question) => {
    question = asked;
    tell();
    closeIfAlone();
  });
  /** In bytes; an answer is a few words. */
  const most = 100_000;
  const answerOf = (body: string): { id: string; button: string; text: string } | null => {
    try {
      const { id, button, text } = Object(JSON.parse(body)) as Record<string, unknown>;
      const isAnswer = [id, button, text].every((each) => typeof each === "string");
      return isAnswer ? { id: String(id), button: String(button), text: String(text) } : null;
    } catch {
      return null;
    }
  };
  const server = createServer((request, response) => {
    response.on("error", () => undefined);
    request.on("error", () => undefined);
    const refuse = (status: number, text: string): void => {
      response.writeHead(status, { "Content-Type": "text/plain", Connection: "close" }).end(text);
    };
    if (request.headers.origin !== origin || request.headers.host !== own()) {
      return refuse(403, "Only the page may ask.");
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    if (request.method === "GET" && request.url === "/questions") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      clients.add(response);
      response.write(`data: ${JSON.stringify(question)}\n\n`);
      response.on("close", () => {
        clients.delete(response);
        // A reloading page comes back within moments.
        setTimeout(closeIfAlone, 3_000);
      });
      return;
    }
    if (request.method !== "POST" || request.url !== "/answer") {
      return refuse(404, "There is nothing here.");
    }
    let body = "";
    request.on("data", (part) => {
      if (body.length <= most) body += part;
      if (body.length > most && !response.headersSent) refuse(413, "This answer is too long.");
    });
    request.on("end", () => {
      if (response.headersSent) return;
      const answer = answerOf(body);
      if (answer === null) return refuse(400, "This answer is damaged.");
      if (answer.id === question?.id) settle(answer);
      response.end();
    });
  });
  const own = (): string => {
    const address = server.address();
    return `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  };
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    port.postMessage(typeof address === "object" ? address?.port : null);
  });
}
