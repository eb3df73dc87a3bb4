import { render } from "preact";
import { Toast } from "../parts/toast";
import { MixedReleases } from "../shell/release";
import { ImportScreen } from "./import-screen";

const root = document.getElementById("sidebar");
if (root) {
  render(
    <>
      <MixedReleases />
      <ImportScreen />
      <Toast />
    </>,
    root,
  );
}
