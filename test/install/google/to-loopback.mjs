import childProcess from "node:child_process";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

// Preloaded into the commands under test and into clasp: what would go to Google goes to the fake on loopback, with the host
// that was meant in a header; a browser is never opened; and a terminal is there if the test says so.
const { FAKE_GOOGLE, FAKE_TERMINAL } = process.env;

https.request = (url, options, done) => {
  const meant = new URL(url);
  const there = new URL(meant.pathname + meant.search, FAKE_GOOGLE);
  const headers = { ...options.headers, host: there.host, "x-meant-for": meant.host };
  return http.request(there, { ...options, headers, agent: undefined }, done);
};

const spawn = childProcess.spawn;
childProcess.spawn = (command, ...rest) =>
  /xdg-open|powershell|^open$/i.test(command)
    ? spawn(process.execPath, ["--version"])
    : spawn(command, ...rest);

if (FAKE_TERMINAL === "yes") process.stdin.isTTY = true;
syncBuiltinESMExports();
