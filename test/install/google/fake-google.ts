import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type ProjectFile, whyRefused } from "./why-refused";

/** A request as it arrived: its method, the host that was meant, its path, and its body as data. */
export interface Arrived {
  readonly what: string;
  readonly body: unknown;
}
interface Project {
  readonly title: string;
  readonly parentId: string | undefined;
  files: readonly ProjectFile[];
  /** What each version has of the files, from version 1 on, and which one a deployment serves; null is the editor's own. */
  versions?: (readonly ProjectFile[])[];
  deployments?: Map<string, number | null>;
}

/** What Google answers instead: a status and a message, to requests whose line this matches. */
export interface Refusal {
  readonly at: RegExp;
  readonly status: number;
  readonly message: string;
  readonly reason?: string;
}

interface State {
  readonly arrived: Arrived[];
  /** Names of spreadsheets by id. */
  readonly spreadsheets: Map<string, string>;
  readonly projects: Map<string, Project>;
  refusal: Refusal | null;
}

/** The Apps Script and Drive APIs as their public descriptions say, as far as clasp uses them, on loopback. */
export interface FakeGoogle extends State {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const words: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
};

/** The files that a new project has. */
const begun: readonly ProjectFile[] = [
  {
    name: "appsscript",
    type: "JSON",
    source: JSON.stringify({
      timeZone: "America/New_York",
      dependencies: {},
      exceptionLogging: "STACKDRIVER",
      runtimeVersion: "V8",
    }),
  },
  { name: "Code", type: "SERVER_JS", source: "function myFunction() {\n  \n}\n" },
];

type Answer = readonly [status: number, data: object];

const refuse = (status: number, message: string, reason = "forbidden"): Answer => [
  status,
  {
    error: {
      code: status,
      message,
      errors: [{ message, domain: "global", reason }],
      status: words[status],
    },
  },
];
const notFound = refuse(404, "Requested entity was not found.", "notFound");

export async function fakeGoogle(): Promise<FakeGoogle> {
  const state: State = {
    arrived: [],
    spreadsheets: new Map(),
    projects: new Map(),
    refusal: null,
  };
  const server = createServer(async (request, response) => {
    const what = `${request.method} ${request.headers["x-meant-for"]}${request.url}`;
    const body = await bodyOf(request);
    state.arrived.push({ what, body });
    const [status, data] = answerTo(state, what, body, request.headers.authorization ?? "");
    response.writeHead(status, {
      "content-type": "application/json; charset=UTF-8",
      connection: "close",
    });
    response.end(JSON.stringify(data));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** What Google answers to a request, and what it then has. */
function answerTo(state: State, what: string, body: unknown, authorization: string): Answer {
  const { refusal, projects } = state;
  const isToken = what.startsWith("POST oauth2.googleapis.com/token");
  if (refusal?.at.test(what)) {
    // The door of logins has a shape of its own.
    if (isToken) return [refusal.status, { error: refusal.message }];
    return refuse(refusal.status, refusal.message, refusal.reason);
  }
  if (isToken) {
    const lasting = { refresh_token: "kept", expires_in: 3599, token_type: "Bearer" };
    return [200, { access_token: "fresh", ...lasting }];
  }
  if (!/^Bearer \S+$/.test(authorization)) {
    return refuse(401, "Request had invalid authentication credentials.", "authError");
  }
  if (what === "GET www.googleapis.com/oauth2/v2/userinfo") {
    return [200, { id: "1", email: "ann@example.com" }];
  }
  if (what === "POST www.googleapis.com/drive/v3/files") return makeFile(state, body);
  if (what === "POST script.googleapis.com/v1/projects") return makeProject(state, body);
  const deployed = deploymentsIn(state, what, body);
  if (deployed) return deployed;
  const path = /^(GET|PUT) script\.googleapis\.com\/v1\/projects\/([\w-]+)\/content$/.exec(what);
  const [, method, scriptId = ""] = path ?? [];
  const project = projects.get(scriptId);
  if (!project) return notFound;
  if (method === "PUT") {
    const { files = [] } = body as { readonly files?: readonly ProjectFile[] };
    const why = whyRefused(files);
    if (why !== undefined) return refuse(400, why, "badRequest");
    project.files = files;
  }
  return [200, { scriptId, files: project.files }];
}

/** Lists deployments, makes a version of what is there, and has a deployment serve another one. */
function deploymentsIn({ projects }: State, what: string, body: unknown): Answer | undefined {
  const [, method, scriptId = "", of, deploymentId = ""] =
    /^(\w+) script\.googleapis\.com\/v1\/projects\/([\w-]+)\/(versions|deployments)\/?([\w-]*)/.exec(
      what,
    ) ?? [];
  if (of === undefined) return undefined;
  const project = projects.get(scriptId);
  if (!project) return notFound;
  const { deployments = new Map<string, number | null>() } = project;
  const shown = (id: string) => ({
    deploymentId: id,
    deploymentConfig: {
      scriptId,
      manifestFileName: "appsscript",
      ...(deployments.get(id) !== null && { versionNumber: deployments.get(id) }),
    },
  });
  if (method === "POST" && of === "versions") {
    project.versions = [...(project.versions ?? []), project.files];
    return [200, { scriptId, versionNumber: project.versions.length }];
  }
  if (method === "GET") return [200, { deployments: [...deployments.keys()].map(shown) }];
  if (method !== "PUT" || !deployments.has(deploymentId)) return notFound;
  const { deploymentConfig } = body as {
    readonly deploymentConfig: { readonly versionNumber: number };
  };
  deployments.set(deploymentId, deploymentConfig.versionNumber);
  return [200, shown(deploymentId)];
}

function makeFile({ spreadsheets }: State, body: unknown): Answer {
  const { name, mimeType } = body as { readonly name?: string; readonly mimeType?: string };
  if (mimeType !== "application/vnd.google-apps.spreadsheet") {
    return refuse(400, "Bad Request", "badRequest");
  }
  const id = `spreadsheet-${spreadsheets.size + 1}-0123456789abcdef`;
  spreadsheets.set(id, String(name));
  return [200, { kind: "drive#file", id, name, mimeType }];
}

function makeProject({ spreadsheets, projects }: State, body: unknown): Answer {
  const { title, parentId } = body as { readonly title?: string; readonly parentId?: string };
  if (parentId !== undefined && !spreadsheets.has(parentId)) return notFound;
  const scriptId = `script-${projects.size + 1}-0123456789abcdef`;
  projects.set(scriptId, { title: String(title), parentId, files: begun });
  return [200, { scriptId, title, parentId }];
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
