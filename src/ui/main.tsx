import { render } from "preact";
import { OpenedReward } from "./reward/reward-panel";
import { screens } from "./screens";
import { App } from "./shell/app";
import { fetchDrafts } from "./state/drafts";

const root = document.getElementById("sidebar");
if (root) render(<App screens={screens} panel={<OpenedReward />} />, root);
void fetchDrafts();
