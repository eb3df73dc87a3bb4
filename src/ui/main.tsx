import { render } from "preact";
import { App } from "./shell/app";
import { fetchDrafts } from "./state/drafts";

const root = document.getElementById("sidebar");
if (root) render(<App />, root);
void fetchDrafts();
