import { render } from "preact";
import { App } from "./parts/app";
import { followGridKeys } from "./state/grid-keys";
import { followRegionKeys } from "./state/region-keys";
import "./styles/index.css";

const root = document.getElementById("page");
if (root === null) throw new Error("The page has no place for itself.");
render(<App />, root);
followRegionKeys();
followGridKeys();
